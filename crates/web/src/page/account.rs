//! A derivation as the page shows it: steps with their lines.

use crate::locale::{Language, Words, say};
use crate::wording::Account;

/// A derivation in steps.
pub(crate) struct Told {
    pub(crate) because: Option<String>,
    pub(crate) steps: Vec<Step>,
    /// Whether its language is not that of the page.
    pub(crate) foreign: bool,
}

/// A step and its lines.
pub(crate) struct Step {
    pub(crate) label: String,
    pub(crate) lines: Vec<Said>,
}

/// One line of a step.
pub(crate) struct Said {
    pub(crate) text: String,
    /// Whether it is a rule of Clausula.
    pub(crate) is_code: bool,
}

/// Returns the steps: a line without a label of its own, or with that of the line before, goes on
/// with the same step.
pub(crate) fn told(account: &Account, reader: Language) -> Told {
    let mut steps: Vec<Step> = Vec::new();
    for line in &account.lines {
        let said = Said {
            text: line.text.clone(),
            is_code: line.kind == "rule",
        };
        let goes_on = |step: &Step| line.label.is_empty() || step.label == line.label;
        match steps.last_mut().filter(|step| goes_on(step)) {
            Some(step) => step.lines.push(said),
            None => steps.push(Step {
                label: line.label.clone(),
                lines: vec![said],
            }),
        }
    }
    Told {
        because: account.because.clone(),
        steps,
        foreign: account.language != reader,
    }
}

/// The languages whose names the pages know; of others the tag is shown.
const NAMED: [&str; 7] = ["ar", "en", "es", "fr", "ru", "tr", "zh"];

/// Returns the name of the language of a text.
pub(crate) fn language_name(words: &Words, tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or(tag);
    if NAMED.contains(&primary) {
        say!(words, &format!("language-{primary}"))
    } else {
        tag.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Line;

    #[test]
    fn lines_without_a_label_go_on() {
        let line = |kind, label: &str, text: &str| Line {
            kind,
            label: label.to_owned(),
            text: text.to_owned(),
        };
        let account = Account {
            language: Language::English,
            because: None,
            lines: vec![
                line("rule", "Rule", "in force"),
                line("trigger", "Condition", "the third"),
                line("reading", "", "2 before"),
                line("policy", "Reckoning", "30 days"),
                line("policy", "Reckoning", "same day"),
            ],
        };
        let told = told(&account, Language::Arabic);
        let lines: Vec<usize> = told.steps.iter().map(|step| step.lines.len()).collect();
        assert_eq!(lines, [1, 2, 2]);
        assert!(told.foreign && told.steps[0].lines[0].is_code && !told.steps[1].lines[0].is_code);
    }
}
