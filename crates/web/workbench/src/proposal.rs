//! A rule proposed from the words of a clause, with the words that it rests on; or which words were not
//! understood. What `sponsio clause propose` says, as data.

use sponsio_law::clause::propose::{
    self, Names, NotUnderstood, Proposal, Proposed, Reason, RemarkKind, Role, propose_with,
};
use sponsio_law::clause::rule::{Span, Statement};
use sponsio_record::{Draft, ParticipantId};

/// The type of an answer.
const TYPE: &str = "sponsio.proposed/1";

/// Returns the answer to a language, words and names, as JSON.
pub(crate) fn answer(parts: &[Vec<u8>]) -> Vec<u8> {
    let words = crate::text(parts, 1);
    let language = match crate::text(parts, 0) {
        "tr" => propose::Language::Turkish,
        _ => propose::Language::English,
    };
    let found = propose_with(words, language, &names(crate::text(parts, 2)));
    let answer = match found {
        Ok(proposal) => proposed(words, &proposal),
        Err(refused) => not_understood(words, &refused),
    };
    answer.finish().unwrap_or_default()
}

/// Reads lines of a name and a code: `Aldmark = ADM`. A line that is none is passed over.
fn names(lines: &str) -> Names {
    lines.lines().fold(Names::default(), |known, line| {
        let read = line.rsplit_once('=');
        let read = read.and_then(|(name, code)| {
            let code = ParticipantId::new(code.trim()).ok()?;
            Some((name.trim(), code))
        });
        match read {
            Some((name, code)) if !name.is_empty() => known.participant(name, code),
            _ => known,
        }
    })
}

fn proposed(words: &str, found: &Proposal) -> Draft {
    let rules = found.rules.iter().map(|one| rule(words, one));
    let source: Vec<String> = found.rules.iter().map(line).collect();
    let remarks = found.remarks.iter().map(|remark| {
        Draft::object([
            ("kind", Some(Draft::text(kind(remark.kind)))),
            ("code", remark.kind.code().map(Draft::text)),
            ("words", Some(Draft::text(quoted(words, remark.span)))),
        ])
    });
    Draft::object([
        ("type", Draft::text(TYPE)),
        ("verdict", Draft::text("proposed")),
        ("source", Draft::text(source.join("\n"))),
        ("rules", Draft::array(rules)),
        ("remarks", Draft::array(remarks)),
    ])
}

fn rule(words: &str, one: &Proposed) -> Draft {
    let rests = one.spans.iter().map(|(span, role)| {
        Draft::object([
            ("kind", Draft::text(part(*role))),
            ("words", Draft::text(quoted(words, *span))),
        ])
    });
    Draft::object([
        ("line", Draft::text(line(one))),
        ("rests", Draft::array(rests)),
    ])
}

fn line(one: &Proposed) -> String {
    let statement = Statement {
        rule: one.rule.clone(),
        citation: None,
        span: Span::default(),
        line: 0,
    };
    statement.to_string().trim_end().to_owned()
}

fn not_understood(words: &str, refused: &NotUnderstood) -> Draft {
    let (reason, marked) = match refused.reason {
        Reason::Empty => ("empty", Vec::new()),
        Reason::TooLong => ("too-long", Vec::new()),
        Reason::Words => ("words", refused.not_understood.clone()),
        Reason::FigureDiffers(span) => ("figure-differs", vec![span]),
        Reason::Contradiction => ("contradiction", refused.not_understood.clone()),
    };
    Draft::object([
        ("type", Draft::text(TYPE)),
        ("verdict", Draft::text("not-understood")),
        ("kind", Draft::text(reason)),
        ("pieces", Draft::array(pieces(words, &marked))),
    ])
}

/// Cuts the words where the marked ones begin and end.
fn pieces(words: &str, marked: &[Span]) -> Vec<Draft> {
    let mut pieces = Vec::new();
    let mut put = |piece: Option<&str>, is_marked: bool| {
        if let Some(piece) = piece.filter(|piece| !piece.is_empty()) {
            let name = if is_marked { "marked" } else { "plain" };
            pieces.push(Draft::object([(name, Draft::text(piece.to_owned()))]));
        }
    };
    let mut at = 0;
    for span in marked {
        let (start, end) = (span.start as usize, span.end as usize);
        put(words.get(at..start), false);
        put(words.get(start.max(at)..end), true);
        at = end.max(at);
    }
    put(words.get(at..), false);
    pieces
}

fn quoted(words: &str, span: Span) -> String {
    let own = words.get(span.start as usize..span.end as usize);
    let own = own.unwrap_or_default().split_whitespace();
    own.collect::<Vec<_>>().join(" ")
}

const fn part(role: Role) -> &'static str {
    match role {
        Role::Threshold => "threshold",
        Role::Noun => "noun",
        Role::Kinds => "kinds",
        Role::Period => "period",
        Role::Anchor => "anchor",
        Role::Set => "set",
        Role::Share => "share",
        Role::Table => "table",
        Role::Date => "date",
        Role::Treaty => "treaty",
        Role::Scope => "scope",
        Role::Reservations => "reservations",
        Role::Withdrawal => "withdrawal",
        Role::Articles => "articles",
    }
}

const fn kind(kind: RemarkKind) -> &'static str {
    match kind {
        RemarkKind::PeriodExpiry => "period-expiry",
        RemarkKind::Organizations => "organizations",
        RemarkKind::AllSignatories => "all-signatories",
        RemarkKind::Unknown => "unknown",
        RemarkKind::NarrowKinds => "narrow-kinds",
        RemarkKind::RepeatedNumber => "repeated-number",
        RemarkKind::NoBarHere => "no-bar",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(language: &str, words: &str, names: &str) -> String {
        let parts = [language, words, names].map(|part| part.as_bytes().to_vec());
        String::from_utf8(answer(&parts)).expect("an answer is UTF-8")
    }

    #[test]
    fn a_clause_becomes_a_rule_with_the_words_it_rests_on() {
        let words = "This Convention shall enter into force on the thirtieth day after the date of \
                     deposit of the tenth instrument of ratification or accession.";
        let said = said("en", words, "");
        assert!(
            said.contains("in force 30 days after the day at least 10 instruments"),
            "{said}"
        );
        assert!(said.contains(r#"{"kind":"threshold","words":"#), "{said}");
        assert!(said.contains(r#""verdict":"proposed""#), "{said}");
    }

    #[test]
    fn what_is_not_understood_is_marked_and_nothing_is_lost() {
        let words = "This Convention shall enter into force when the moon is full.";
        let said = said("en", words, "");
        assert!(
            said.contains(r#""kind":"words""#) && said.contains("marked"),
            "{said}"
        );
        assert!(!said.contains("\"rules\""), "{said}");
        for empty in ["", "  "] {
            assert!(super::tests::said("tr", empty, "").contains(r#""kind":"empty""#));
        }
    }

    #[test]
    fn names_are_those_that_are_brought() {
        let words = "This Convention shall enter into force on the date of deposit of the \
                     instruments of ratification by Aldmark and Beryland.";
        assert!(said("en", words, "").contains("not-understood"));
        let said = said("en", words, "Aldmark = ADM\nnothing\nBeryland=BYL\n=X\n");
        assert!(said.contains("ADM") && said.contains("proposed"), "{said}");
    }
}
