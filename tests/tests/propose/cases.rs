//! Reads the case files: a text, the names it may use, and the rules expected of it.

use std::fs;
use std::path::{Path, PathBuf};

use sponsio_law::clause::parse_statement;
use sponsio_law::clause::propose::{Language, Names, NotUnderstood, Proposal, propose_with};
use sponsio_law::clause::rule::Rule;
use sponsio_record::{ParticipantId, TreatyId};

/// The participants that the cases name, in English and in Turkish.
const PARTICIPANTS: [(&str, &str, &str); 14] = [
    ("ARG", "Argentina", "Arjantin"),
    ("AUS", "Australia", "Avustralya"),
    ("BEL", "Belgium", "Belçika"),
    ("CHL", "Chile", "Şili"),
    ("CHN", "China", "Çin"),
    ("FRA", "France", "Fransa"),
    ("JPN", "Japan", "Japonya"),
    ("NLD", "Netherlands", "Hollanda"),
    ("NOR", "Norway", "Norveç"),
    ("NZL", "New Zealand", "Yeni Zelanda"),
    ("RUS", "Russian Federation", "Rusya Federasyonu"),
    ("GBR", "United Kingdom", "Birleşik Krallık"),
    (
        "USA",
        "United States of America",
        "Amerika Birleşik Devletleri",
    ),
    ("ZAF", "South Africa", "Güney Afrika"),
];

/// A text with what is expected of it.
pub(crate) struct Case {
    /// The treaty or the pattern it is about.
    pub(crate) id: String,
    /// The language.
    pub(crate) language: Language,
    /// The text.
    pub(crate) text: String,
    /// The words by which it cites other treaties.
    pub(crate) treaties: Vec<(String, TreatyId)>,
    /// The rules, or `None` where it is refused.
    pub(crate) expected: Option<Vec<Rule>>,
}

impl Case {
    /// Returns what is proposed for this text, or for a changed one.
    pub(crate) fn propose(&self, text: &str) -> Result<Proposal, NotUnderstood> {
        let mut names = Names::default();
        for (code, english, turkish) in PARTICIPANTS {
            let code = ParticipantId::new(code).unwrap();
            names = names
                .participant(english, code.clone())
                .participant(turkish, code);
        }
        for (words, id) in &self.treaties {
            names = names.treaty(words, id.clone());
        }
        propose_with(text, self.language, &names)
    }
}

/// Returns the rules of a proposal without the words they rest on.
pub(crate) fn rules(proposal: &Proposal) -> Vec<Rule> {
    proposal
        .rules
        .iter()
        .map(|proposed| proposed.rule.clone())
        .collect()
}

/// Returns the cases of a file.
pub(crate) fn read(file: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("cases/propose")
        .join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    text.split("\n[")
        .skip(1)
        .map(|block| case(file, block))
        .collect()
}

fn case(file: &str, block: &str) -> Case {
    let mut lines = block.lines();
    let head = lines.next().unwrap();
    let (id, language) = head
        .split_once("] ")
        .unwrap_or_else(|| panic!("{file}: no language in [{head}"));
    let mut case = Case {
        id: id.into(),
        language: match language {
            "en" => Language::English,
            "tr" => Language::Turkish,
            other => panic!("{file}: [{id}] in {other}"),
        },
        text: lines.next().unwrap().into(),
        treaties: Vec::new(),
        expected: None,
    };
    let mut expectations = 0;
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix("= ") {
            let (words, id) = name.split_once(": ").unwrap();
            case.treaties
                .push((words.into(), TreatyId::new(id).unwrap()));
            continue;
        }
        let rule = line
            .strip_prefix("> ")
            .unwrap_or_else(|| panic!("{file}: [{id}] {line}"));
        expectations += 1;
        if rule != "refused" {
            case.expected
                .get_or_insert_default()
                .push(statement(file, id, rule));
        }
    }
    assert!(expectations > 0, "{file}: [{id}] expects nothing");
    case
}

/// Returns the rule that this line of Clausula is.
pub(crate) fn statement(file: &str, id: &str, rule: &str) -> Rule {
    match parse_statement(rule) {
        Ok(statement) => statement.rule,
        Err(faults) => panic!("{file}: [{id}] {rule}: {faults:?}"),
    }
}

/// Returns the folder of the corpus, or `None` where it is not beside the project.
pub(crate) fn corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)?
        .join("shared/corpus/treaties");
    folder.is_dir().then_some(folder)
}
