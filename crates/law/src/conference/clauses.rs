//! The rule lines that stand under the provisions of a text, compiled into the final clauses with which
//! the adopted treaty enters the register. No machine reads a rule out of prose here: each line was
//! written under its provision and stands where its drafter put it.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_text::{Provision, ProvisionId};

use crate::clause::header::Header;
use crate::clause::rule::ClauseFile;
use crate::clause::{Diagnostic, Severity, parse, print};

/// A rule line that is no rule, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The provision under which it stands; none where the fault is in the head.
    pub provision: Option<ProvisionId>,
    /// The line of the text's source, from 1; 0 where there is none.
    pub line: u32,
    /// What is wrong; its line and column count from the compiled clauses.
    pub diagnostic: Diagnostic,
}

/// Returns head and final clauses in canonical Clausula, or every line that is no rule.
pub fn compile(header: &Header, provisions: &[Provision]) -> Result<String, Vec<Misfit>> {
    let head = ClauseFile {
        header: header.clone(),
        statements: Vec::new(),
    };
    let mut source = print(&head);
    source.push('\n');
    let mut stands = alloc::vec![(None, 0); source.lines().count()];
    for provision in provisions {
        for rule in &provision.rules.lines {
            source.push_str(&rule.text);
            source.push('\n');
            stands.push((Some(provision.id), rule.line));
        }
    }
    let parsed = parse(&source);
    let faults = parsed.diagnostics.into_iter();
    let misfits: Vec<Misfit> = faults
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| {
            let place = usize::try_from(diagnostic.line).unwrap_or(usize::MAX);
            let stand = stands.get(place.saturating_sub(1));
            let (provision, line) = stand.copied().unwrap_or((None, 0));
            Misfit {
                provision,
                line,
                diagnostic,
            }
        })
        .collect();
    if misfits.is_empty() {
        return Ok(print(&parsed.file));
    }
    Err(misfits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sponsio_record::TreatyId;
    use sponsio_text::{Body, Kind, RuleLine};

    use crate::calendar;
    use crate::clause::rule::{Span, Spanned};

    fn header() -> Header {
        let spanned = |value| Spanned {
            value,
            span: Span::default(),
        };
        Header {
            title: "Treaty on Mutual Guarantees".into(),
            id: TreatyId::new("guarantees").ok().map(spanned),
            adopted: calendar::parse("2027-03-01").map(|value| Spanned {
                value,
                span: Span::default(),
            }),
            place: Some("Port Ansel".into()),
            authentic: Vec::from(["en".into(), "tr".into()]),
            ..Header::default()
        }
    }

    fn provision(id: &str, lines: &[(&str, u32)]) -> Provision {
        let id = id.parse().expect("an id");
        let mut provision = Provision::new(id, Kind::Paragraph, None, Body::default());
        let lines = lines.iter().map(|(text, line)| RuleLine {
            text: (*text).into(),
            line: *line,
        });
        provision.rules.lines = lines.collect();
        provision
    }

    #[test]
    fn rule_lines_become_the_final_clauses() {
        let provisions = [
            provision("a0b1c2", &[]),
            provision(
                "n7k2ab",
                &[("in force 30 days after the day at least 5 instruments", 40)],
            ),
            provision(
                "k7m2qy",
                &[
                    (
                        "guarantee G1 negative by each party to every other party, severally",
                        22,
                    ),
                    ("    of \"not to attack\"", 23),
                ],
            ),
        ];
        let clauses = compile(&header(), &provisions).expect("all are rules");
        assert!(clauses.starts_with("treaty \"Treaty on Mutual Guarantees\"\n  id guarantees\n"));
        assert!(clauses.contains("adopted 2027-03-01 at \"Port Ansel\""));
        assert!(clauses.contains("in force 30 days after the day at least 5 instruments"));
        assert!(clauses.contains("guarantee G1"));
    }

    #[test]
    fn a_line_that_is_no_rule_is_named_with_its_provision() {
        let provisions = [
            provision(
                "n7k2ab",
                &[("in force on the day at least 5 instruments", 40)],
            ),
            provision("n7k2ac", &[("in force whenever", 44)]),
        ];
        let misfits = compile(&header(), &provisions).expect_err("it is no rule");
        let [misfit, ..] = misfits.as_slice() else {
            panic!("one at least")
        };
        assert_eq!(misfit.provision, "n7k2ac".parse().ok());
        assert_eq!(misfit.line, 44);
    }
}
