//! Drafts with guarantees: a text (`<name>.<language>.treaty`) with its rule lines, or a clause file.

use std::path::Path;

use sponsio_law::clause::header::Header;
use sponsio_law::clause::rule::{Span, Spanned};
use sponsio_law::clause::{LintContext, Parsed, check};
use sponsio_law::guarantee::text::in_place;
use sponsio_record::TreatyId;
use sponsio_text::Expression;

use crate::command::text::report;
use crate::command::text::source::Source;
use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

/// A draft that was read.
pub(super) struct Draft {
    /// The name of its file.
    pub(super) name: String,
    /// The source in which findings are shown.
    pub(super) shown: String,
    /// The rules and what is found in them.
    pub(super) parsed: Parsed,
}

/// Reads a draft; a text that cannot be used is refused with its own findings.
pub(super) fn read(words: &Words, path: &Path) -> Result<Draft, Failure> {
    let source = Source::read(words, path)?;
    let name = source.name.clone();
    if path.extension().is_some_and(|ending| ending == "clausula") {
        let Ok(shown) = String::from_utf8(source.bytes) else {
            let why = say!(words, "guarantee-encoding");
            let sentence = say!(words, "clause-unreadable", file = name, why = why);
            return Err(Failure::new(Kind::Defect, sentence));
        };
        let parsed = check(&shown, &LintContext::default());
        return Ok(Draft {
            name,
            shown,
            parsed,
        });
    }
    let read = source.parse(false);
    let Some(text) = &read.expression else {
        let text = source.text();
        let findings = report::findings(words, &name, &text, &read);
        let sentence = say!(
            words,
            "guarantee-text-unusable",
            file = name,
            findings = findings
        );
        return Err(Failure::new(Kind::Defect, sentence));
    };
    let (shown, parsed) = rules(text, &source.text());
    Ok(Draft {
        name,
        shown,
        parsed,
    })
}

/// Returns the rule lines of a text where they stand in it, and what the law reads there.
pub(in crate::command) fn rules(text: &Expression, source: &str) -> (String, Parsed) {
    let rules = in_place(&header(text, source), &text.provisions);
    let parsed = check(&rules, &LintContext::default());
    (marked(&rules), parsed)
}

/// The rule lines with the mark under which they stand in the text.
fn marked(rules: &str) -> String {
    let lines = rules.split('\n').map(|line| match line.strip_prefix("  ") {
        Some(rule) => format!("| {rule}"),
        None => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The head of the rules, as far as the head of the text says it.
fn header(text: &Expression, source: &str) -> Header {
    let title = source.lines().next().unwrap_or_default();
    let id = text.header("id").and_then(|id| TreatyId::new(id).ok());
    let languages = text.header("languages").unwrap_or_default().split(',');
    let authentic = languages.map(str::trim).filter(|tag| !tag.is_empty());
    Header {
        title: title
            .trim_start_matches(['\u{feff}', '#'])
            .trim()
            .replace('"', "'"),
        id: id.map(|value| Spanned {
            value,
            span: Span::default(),
        }),
        authentic: authentic.map(str::to_owned).collect(),
        prevailing: text.header("prevails").map(str::to_owned),
        ..Header::default()
    }
}
