//! The rule lines of a draft text where they stand, so that each finding on them has the line and the
//! column of the text itself.

use alloc::collections::BTreeMap;
use alloc::string::String;

use sponsio_text::Provision;

use crate::clause::header::Header;
use crate::clause::print;
use crate::clause::rule::ClauseFile;

/// Returns a source of Clausula in which every rule line of a text stands on its own line, moved by
/// the two columns of its mark `| `; the head is the first line, and all other lines are blank.
///
/// The first line of a text is its title, so that it holds no rule.
pub fn in_place(header: &Header, provisions: &[Provision]) -> String {
    let head = ClauseFile {
        header: header.clone(),
        statements: alloc::vec::Vec::new(),
    };
    let mut lines = BTreeMap::new();
    for provision in provisions {
        for rule in &provision.rules.lines {
            lines.insert(rule.line, rule.text.as_str());
        }
    }
    let mut source = String::from("  ");
    for (nth, field) in print(&head)
        .lines()
        .filter(|line| !line.is_empty())
        .enumerate()
    {
        if nth > 0 {
            source.push(' ');
        }
        source.push_str(field.trim_start());
    }
    let mut at = 1;
    for (line, text) in lines {
        while at < line {
            source.push('\n');
            at += 1;
        }
        source.push_str("  ");
        source.push_str(text);
    }
    source.push('\n');
    source
}

#[cfg(test)]
mod tests {
    use super::*;
    use sponsio_text::{Body, Kind, RuleLine};

    #[test]
    fn a_finding_has_the_place_of_the_text() {
        let id = "k7m2qy".parse().expect("an id");
        let mut provision = Provision::new(id, Kind::Paragraph, None, Body::default());
        let rule = |line, text: &str| RuleLine {
            text: text.into(),
            line,
        };
        provision.rules.lines = alloc::vec![
            rule(
                4,
                "guarantee G1 negative by each party to every other party, severally"
            ),
            rule(5, "    of \"x\""),
            rule(6, "    wen always"),
        ];
        let header = Header {
            title: "T".into(),
            ..Header::default()
        };
        let source = in_place(&header, &[provision]);
        let parsed = crate::clause::parse(&source);
        let places: alloc::vec::Vec<_> = parsed
            .diagnostics
            .iter()
            .map(|found| (found.code.as_str(), found.line, found.column))
            .collect();
        // `| ` and four spaces stand before the word.
        assert_eq!(places, [("T404", 6, 7)]);
        assert_eq!(source.lines().nth(2), Some(""));
    }
}
