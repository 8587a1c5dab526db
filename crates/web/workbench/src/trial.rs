//! Rules tried on deposits that are supposed: what is doubtful in them, whether and when the draft would be
//! in force, for whom and why.

use sponsio_law::calendar;
use sponsio_law::clause::diagnostic::{Diagnostic, Severity};
use sponsio_law::clause::rule::ClauseFile;
use sponsio_law::clause::{LintContext, check};
use sponsio_law::register::Register;
use sponsio_law::status::history::{Effect, Force, History, Lens, Start};
use sponsio_law::status::live::End;
use sponsio_law::status::timeline::timeline;
use sponsio_law::treaty::Treaty;
use sponsio_record::{Draft, TreatyId};

use crate::deposit::{self, Row};
use crate::followed;

/// The type of an answer.
const TYPE: &str = "sponsio.tried/1";

/// The longest rules that are tried, in bytes.
const LONGEST: usize = 100_000;

/// The most findings that an answer lists.
const MOST_FOUND: usize = 100;

/// The members of an answer.
type Members = Vec<(&'static str, Draft)>;

/// Returns the answer to rules, days and deposits, as JSON.
pub(crate) fn answer(parts: &[Vec<u8>]) -> Vec<u8> {
    let mut members = tried(
        crate::text(parts, 0),
        [crate::text(parts, 1), crate::text(parts, 2)],
        crate::text(parts, 3),
    );
    members.push(("type", Draft::text(TYPE)));
    Draft::object(members).finish().unwrap_or_default()
}

fn tried(rules: &str, days: [&str; 2], deposits: &str) -> Members {
    if rules.len() > LONGEST {
        return verdict("too-long");
    }
    let head = head(rules, days);
    let parsed = check(&format!("{head}{rules}"), &LintContext::default());
    let lines = u32::try_from(head.lines().count()).unwrap_or(0);
    let found = parsed.diagnostics.iter().take(MOST_FOUND);
    let findings = Draft::array(found.map(|one| finding(one, lines)));
    let is_wrong = parsed
        .diagnostics
        .iter()
        .any(|one| one.severity == Severity::Error);
    let mut members = if is_wrong {
        verdict("not-rules")
    } else {
        match deposit::read(deposits) {
            Ok(rows) => dates(parsed.file, &rows),
            Err(wrong) => {
                let mut members = verdict("not-deposits");
                members.push(("kind", Draft::text(wrong.what)));
                members.push(("line", Draft::count(wrong.line)));
                members
            }
        }
    };
    members.push(("findings", findings));
    members
}

fn verdict(verdict: &'static str) -> Members {
    vec![("verdict", Draft::text(verdict))]
}

/// The head under which rules without one are tried.
fn head(rules: &str, [adopted, opened]: [&str; 2]) -> String {
    let has_own = rules
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        .is_some_and(|line| line.starts_with("treaty "));
    if has_own {
        return String::new();
    }
    let mut head = "treaty \"Draft\"\n  id draft\n".to_owned();
    for (field, day) in [("adopted", adopted), ("opened", opened)] {
        if let Some(day) = calendar::parse(day) {
            head.push_str(&format!("  {field} {day}\n"));
        }
    }
    head + "\n"
}

fn finding(found: &Diagnostic, before: u32) -> Draft {
    let severity = match found.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let line = found.line.saturating_sub(before);
    Draft::object([
        ("kind", Draft::text(found.code.as_str())),
        ("severity", Draft::text(severity)),
        // What concerns the whole stands in the head, which has no line here.
        ("line", Draft::count(u64::from(line.max(1)))),
        ("column", Draft::count(u64::from(found.column))),
        ("detail", Draft::text(found.detail.to_string())),
    ])
}

fn dates(file: ClauseFile, rows: &[(Row, sponsio_law::party::ParticipantKind)]) -> Members {
    let named = file.header.id.as_ref().map(|id| id.value.clone());
    let Some(id) = named.or_else(|| TreatyId::new("draft").ok()) else {
        return verdict("not-rules");
    };
    let mut register = Register::new();
    let Ok(place) = register.add_treaty(Treaty::new(id.clone(), file)) else {
        return verdict("not-rules");
    };
    deposit::enter(&mut register, &id, rows);
    let history = register.history(place, Lens::default());
    let treaty = register.treaty(place);
    let curve = timeline(&register, &history);
    let counted = curve.levels.last().map_or(0, |level| level.counted);
    let (verdict, day) = match history.force() {
        Force::InForce { since, .. } => ("in-force", Some(*since)),
        Force::NotInForce => ("not-in-force", None),
        Force::Undetermined { not_before, .. } => ("undetermined", *not_before),
        Force::NoRule => ("no-rule", None),
    };
    let mut steps = followed::steps(treaty, &history.steps);
    if let Force::Undetermined { reasons, .. } = history.force() {
        steps.extend(followed::unknown(reasons));
    }
    let mut members = vec![
        ("verdict", Draft::text(verdict)),
        ("steps", Draft::array(steps)),
        ("parties", Draft::array(parties(&register, &history, rows))),
        ("counted", Draft::count(u64::from(counted))),
    ];
    members.extend(day.map(|day| ("day", Draft::text(day.to_string()))));
    members.extend(
        curve
            .threshold
            .map(|needed| ("needed", Draft::count(needed))),
    );
    members.extend(
        history
            .ended()
            .map(|day| ("ended", Draft::text(day.to_string()))),
    );
    members
}

/// Returns since when and until when each would be bound; neighbours of one line for whom the same is so stand
/// together.
fn parties(
    register: &Register,
    history: &History,
    rows: &[(Row, sponsio_law::party::ParticipantKind)],
) -> Vec<Draft> {
    let mut told = Vec::new();
    for (row, _) in rows.iter().filter(|(row, _)| row.kind.is_consent()) {
        let mut group: Vec<(&str, &Effect)> = Vec::new();
        for code in &row.codes {
            let party = register.party(code);
            let mut effects = party
                .into_iter()
                .flat_map(|party| history.effects_of(party));
            let Some(effect) = effects.find(|one| one.consent.deposited == row.day) else {
                continue;
            };
            if group.last().is_some_and(|(_, last)| !alike(last, effect)) {
                told.push(together(register, history, row, &group));
                group.clear();
            }
            group.push((code.as_str(), effect));
        }
        if !group.is_empty() {
            told.push(together(register, history, row, &group));
        }
    }
    told
}

fn alike(one: &Effect, other: &Effect) -> bool {
    one.start == other.start && one.consent.end.day() == other.consent.end.day()
}

fn together(register: &Register, history: &History, row: &Row, group: &[(&str, &Effect)]) -> Draft {
    let (first, effect) = group[0];
    let (last, _) = group[group.len() - 1];
    let who = if group.len() > 1 {
        format!("{first} – {last}")
    } else {
        first.to_owned()
    };
    let (kind, day) = match effect.start {
        Start::On(day) => ("bound", Some(day)),
        Start::NotYet => ("not-yet", None),
        Start::Never => ("never", None),
        Start::Undetermined(bound) => ("undetermined", bound),
    };
    let until = match effect.consent.end {
        End::Day(day, _) | End::UnknownFrom(day, _) => Some(day),
        End::Open => None,
    };
    let treaty = register.treaty(history.treaty);
    let mut steps = followed::steps(treaty, &effect.steps);
    steps.extend(followed::steps(treaty, &effect.consent.end_steps));
    Draft::object([
        ("kind", Some(Draft::text(kind))),
        ("who", Some(Draft::text(who))),
        ("line", Some(Draft::count(row.line))),
        ("act", Some(Draft::text(row.kind.label()))),
        ("deposited", Some(Draft::text(row.day.to_string()))),
        ("day", day.map(|day| Draft::text(day.to_string()))),
        ("until", until.map(|day| Draft::text(day.to_string()))),
        ("steps", Some(Draft::array(steps))),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(rules: &str, deposits: &str) -> String {
        let parts = [rules, "2024-01-01", "", deposits].map(|part| part.as_bytes().to_vec());
        String::from_utf8(answer(&parts)).expect("an answer is UTF-8")
    }

    const RULE: &str = "in force 30 days after the day at least 3 instruments";

    #[test]
    fn the_date_follows_with_its_steps() {
        let deposits = "2\tstate\t\tratification\t2024-02-01\n1\tstate\tADM\taccession\t2024-03-01\n1\tstate\t\taccession\t2025-01-01";
        let said = said(RULE, deposits);
        assert!(said.contains(r#""day":"2024-03-31""#), "{said}");
        assert!(
            said.contains(r#""kind":"trigger-by""#) && said.contains("ADM"),
            "{said}"
        );
        assert!(said.contains(r#""kind":"period""#), "{said}");
        // VCLT art. 24(3): whoever comes later, on the day of its consent.
        assert!(said.contains("residual-on-consent"), "{said}");
        assert!(said.contains("S1 – S2"), "{said}");
        assert!(said.contains(r#""kind":"W01""#), "{said}");
    }

    #[test]
    fn what_is_missing_or_wrong_is_said() {
        let few = said(RULE, "2\tstate\t\tratification\t2024-02-01");
        assert!(few.contains(r#""verdict":"not-in-force""#), "{few}");
        assert!(
            few.contains(r#""counted":2"#) && few.contains(r#""needed":3"#),
            "{few}"
        );
        let wrong = said("in force soon", "");
        assert!(wrong.contains(r#""verdict":"not-rules""#), "{wrong}");
        assert!(wrong.contains(r#""line":1"#), "{wrong}");
        let day = said(RULE, "1\tstate\t\tratification\t2024-02-30");
        assert!(day.contains(r#""verdict":"not-deposits""#) && day.contains(r#""kind":"day""#));
        let none = said("", "");
        assert!(none.contains(r#""verdict":"no-rule""#), "{none}");
    }

    #[test]
    fn a_whole_file_keeps_its_head() {
        let file = format!("treaty \"Own\"\n  id own\n\n{RULE}\n");
        let said = said(&file, "3\tstate\t\tratification\t2024-02-01");
        assert!(said.contains(r#""day":"2024-03-02""#), "{said}");
    }

    #[test]
    fn a_withdrawal_ends_what_its_author_gave() {
        let rules = format!("{RULE}\nwithdrawal 12 months after receipt of notice");
        let deposits = "3\tstate\t\tratification\t2024-02-01\n1\tstate\tS1\twithdrawal\t2025-02-01";
        let said = said(&rules, deposits);
        assert!(said.contains(r#""until":"2026-02-01""#), "{said}");
    }
}
