//! The locale files against each other, and against what the program says.

use alloc::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::clause::explain::{ActIndex, Layer};
use sponsio_law::clause::parse_statement;
use sponsio_law::clause::rule::{ClauseFile, OpenFor};
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::refusal::{Earlier, Ground, Pending, Refusal};
use sponsio_law::register::Register;
use sponsio_law::status::history::Lens;
use sponsio_law::treaty::Treaty;
use sponsio_record::{ParticipantId, TreatyId};

mod families;

use self::families::families;
use super::*;

/// Data that only an inflecting language needs.
const GRAMMATICAL: [&str; 2] = ["case", "form"];

/// The messages of a language: file, key and the names of its data.
fn messages(language: Language) -> BTreeMap<(&'static str, String), BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    for (file, source) in language.sources() {
        let mut key = String::new();
        for line in source.lines() {
            let begins = line.starts_with(|first: char| first.is_ascii_alphabetic());
            if let (true, Some((name, _))) = (begins, line.split_once(" =")) {
                key = name.to_owned();
                let before = messages.insert((*file, key.clone()), BTreeSet::new());
                assert_eq!(before, None, "{file}: {key} stands twice");
            }
            let data = line.split('$').skip(1).map(|rest| {
                let end =
                    rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
                rest[..end.unwrap_or(rest.len())].to_owned()
            });
            if let Some(names) = messages.get_mut(&(*file, key.clone())) {
                names.extend(data);
            }
        }
    }
    messages
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The keys that stand in the sources as the first text after `say!(`, each with the data it is given.
fn said() -> Vec<(String, BTreeSet<String>)> {
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    let mut said = Vec::new();
    for file in files
        .iter()
        .filter(|file| !file.ends_with("wording/tests.rs"))
    {
        let source = fs::read_to_string(file).expect("a source");
        let code = source
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let source = code.collect::<Vec<_>>().join("\n");
        for call in source.split("say!(").skip(1) {
            let Some((words, rest)) = call.split_once(',') else {
                continue;
            };
            let Some(rest) = rest.trim_start().strip_prefix('"') else {
                continue;
            };
            let (key, rest) = rest.split_once('"').expect("a key ends");
            assert!(!words.contains('"'), "{}: {words}", file.display());
            said.push((key.to_owned(), names_given(rest)));
        }
    }
    said
}

/// The names before `=` at the outermost level of a call.
fn names_given(call: &str) -> BTreeSet<String> {
    let (mut depth, mut names, mut word) = (0_i32, BTreeSet::new(), String::new());
    let mut letters = call.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' if depth == 0 => break,
            ')' | '}' | ']' => depth -= 1,
            '=' if depth == 0 && !matches!(letters.peek(), Some('=' | '>')) => {
                names.insert(word.trim().to_owned());
            }
            ',' if depth == 0 => word.clear(),
            other if depth == 0 => word.push(other),
            _ => {}
        }
    }
    names
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_data() {
    let (english, mut turkish) = (messages(Language::En), messages(Language::Tr));
    // The details of diagnostics in English are the law's own.
    turkish.retain(|(file, _), _| *file != "detail");
    let bare = |messages: BTreeMap<(&'static str, String), BTreeSet<String>>| {
        let without = |(key, mut names): (_, BTreeSet<String>)| {
            names.retain(|name| !GRAMMATICAL.contains(&name.as_str()));
            (key, names)
        };
        messages
            .into_iter()
            .map(without)
            .collect::<BTreeMap<_, _>>()
    };
    let (english, turkish) = (bare(english), bare(turkish));
    for (key, names) in &english {
        // A language without a plural of its own may leave the number aside.
        let other = turkish
            .get(key)
            .unwrap_or_else(|| panic!("{key:?} is not in Turkish"));
        let counts = |names: &BTreeSet<String>| {
            names
                .iter()
                .filter(|name| *name != "count")
                .cloned()
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(counts(names), counts(other), "{key:?}");
    }
    let only_turkish: Vec<_> = turkish
        .keys()
        .filter(|key| !english.contains_key(*key))
        .collect();
    assert!(only_turkish.is_empty(), "{only_turkish:?}");
}

/// Whether a sentence is said in Turkish only: in English the law says it itself.
fn only_turkish(key: &str) -> bool {
    let mut families = [
        "advice",
        "delimiter",
        "detail",
        "expected",
        "found",
        "role",
        "subject",
    ]
    .into_iter();
    families.any(|family| key.starts_with(&format!("{family}-")))
}

#[test]
fn every_sentence_that_is_said_is_there_with_the_data_it_needs() {
    let said = said();
    assert!(said.len() > 250, "only {} calls were found", said.len());
    for language in Language::ALL {
        let messages: BTreeMap<String, BTreeSet<String>> = messages(language)
            .into_iter()
            .map(|((_, key), names)| (key, names))
            .collect();
        for (key, given) in &said {
            if only_turkish(key) && language == Language::En {
                continue;
            }
            let needed = messages
                .get(key)
                .unwrap_or_else(|| panic!("{}: {key}", language.tag()));
            assert!(
                needed.is_subset(given),
                "{}: {key} needs {needed:?}, is given {given:?}",
                language.tag()
            );
        }
        for key in families() {
            let elsewhere = only_turkish(&key) && language == Language::En;
            assert!(
                elsewhere || messages.contains_key(&key),
                "{}: {key}",
                language.tag()
            );
        }
    }
}

#[test]
fn every_sentence_is_said() {
    let mut used: BTreeSet<String> = said().into_iter().map(|(key, _)| key).collect();
    used.extend(families());
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut files,
    );
    let all: String = files
        .iter()
        .map(|file| fs::read_to_string(file).expect("a source"))
        .collect();
    let unused: Vec<String> = messages(Language::Tr)
        .into_keys()
        .map(|(_, key)| key)
        .filter(|key| !used.contains(key) && !all.contains(&format!("\"{key}\"")))
        .filter(|key| !key.starts_with("note-standing-"))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn turkish_sentences_have_no_raw_data() {
    let words = Words::new(Language::Tr);
    let day = calendar::parse("1987-06-26").expect("a day");
    let said = say!(words, "force-in-force", day = day);
    assert_eq!(said, "26\u{a0}Haziran\u{a0}1987'den beri yürürlükte.");
}

fn sentences(language: Language) -> String {
    let words = Words::new(language);
    let voice = Voice::without_register(&words);
    let say = |source: &str| {
        let statement =
            parse_statement(source).unwrap_or_else(|found| panic!("{source}: {found:?}"));
        format!(
            "{source}\n  {}\n",
            crate::layout::untied(&rule::sentence(voice, &statement))
        )
    };
    RULES.iter().copied().map(say).collect()
}

/// A statement of every kind, with every construct of the core.
const RULES: [&str; 44] = [
    "group P5 = {CHN, FRA, GBR}",
    "group MEMBERS from \"groups/members.csv\"",
    "group LANDLOCKED unknown",
    "group LANDLOCKED unknown \"States without a sea coast\"",
    "weights CO2 from \"weights/co2.csv\"",
    "weights CO2 from \"weights/co2.csv\" total 13728306",
    "weights TONNAGE unknown",
    "weights TONNAGE unknown \"gross tonnage\"",
    "consent by ratification, acceptance, approval",
    "in force on 1976-03-23",
    "in force 30 days after the day at least 20 instruments",
    "in force 1 day after the day at least 1 instruments",
    "in force 3 months after the day at least 35 states",
    "in force 1 year after the day at least 10 instruments of P5 and at least 2 instruments other than P5",
    "in force on the day all of P5 and at least 24 instruments of signatories other than P5",
    "in force on the day at least 3 states of P5 or at least 40 states other than P5",
    "in force on the day at least 21 states and at least 7 states each with TONNAGE at least 1000000",
    "in force on the day at least 7 instruments each with TONNAGE at least 0.5",
    "in force on the day at least 2 of {CHN, FRA, GBR}",
    "in force on the day all of {CHN, FRA}",
    "in force on the day all of signatories",
    "in force on the day at least 3 of parties to 4-4",
    "in force on the day all of parties to 4-4 as at 1976-03-23",
    "in force 90 days after the day at least 55 instruments and together at least 55 % of CO2",
    "in force 90 days after the day together at least 2/3 of CO2",
    "in force on the day (at least 3 states or treaty 4-4 in force) and on or after 2027-01-01",
    "in force 3 months after the day at least 10 instruments; or later: on the day treaty 4-4 in force",
    "in force on 1990-01-01; or earlier: 30 days after the day at least 5 instruments",
    "in force on 1992-01-01 if by then at least 20 instruments and all of P5; otherwise 90 days after that day",
    "in force on the first day of the month following the day at least 5 states",
    "in force on the first day of the sixth month following (60 days after the day at least 60 instruments)",
    "in force 2 years after adoption",
    "in force 6 months after opening",
    "in force unmodelled \"two thirds of those represented\"",
    "each later joiner 30 days after its deposit",
    "each later joiner on its deposit, even before general entry into force",
    "each joiner after entry into force on the first day of the third month following its deposit",
    "withdrawal silent",
    "withdrawal excluded",
    "withdrawal 12 months after receipt of notice, not before 3 years after its entry into force",
    "withdrawal 1 year after receipt of notice, not before 5 years after general entry into force",
    "reservations only to 14, 28(1)",
    "reservations not to 2",
    "reservations \"as article 19 says\"",
];

#[test]
fn every_rule_is_a_sentence_in_english() {
    insta::assert_snapshot!(sentences(Language::En));
}

#[test]
fn every_rule_is_a_sentence_in_turkish() {
    insta::assert_snapshot!(sentences(Language::Tr));
}

/// The place of an act in a register: only a register gives one.
fn index() -> ActIndex {
    let participant = Participant {
        id: ParticipantId::new("TUR").expect("a code"),
        name: "Türkiye".to_owned(),
        kind: ParticipantKind::State,
    };
    let treaty = TreatyId::new("4-9").expect("an identifier");
    let act = Act {
        id: None,
        treaty: treaty.clone(),
        participant: participant.id.clone(),
        label: ActLabel::Known(ActKind::Ratification),
        date: calendar::parse("2020-02-29").expect("a day"),
        effect: None,
        recorded: None,
        refers_to: None,
        source: String::new(),
        note: String::new(),
    };
    let mut register = Register::new();
    register.add_participant(participant).expect("a place");
    register
        .add_treaty(Treaty::new(treaty, ClauseFile::default()))
        .expect("a place");
    register.apply(act).expect("an entry");
    register.chronicle(Lens::default())[0].effects[0]
        .consent
        .act
}

/// Refusals with each kind of data that a sentence may hold.
fn grounds() -> Vec<Ground> {
    let day = calendar::parse("2020-02-29").expect("a day");
    let party = || ParticipantId::new("GBR").expect("a code");
    let (earlier, treaty) = (
        Earlier {
            act: index(),
            on: day,
        },
        TreatyId::new("4-9").expect("an identifier"),
    );
    let pending = |effect| Pending {
        notice: earlier,
        effect,
    };
    vec![
        Ground::UnknownTreaty,
        Ground::IdTaken {
            id: "a1".to_owned(),
            treaty,
            act: index(),
        },
        Ground::AfterReceipt,
        Ground::BeforeAdoption { adopted: day },
        Ground::Closed {
            to_act: OpenFor::Signature,
            until: day,
        },
        Ground::NotEntitled {
            to_act: OpenFor::Accession,
        },
        Ground::AlreadyConsented(earlier),
        Ground::NoticePending(pending(None)),
        Ground::SecondNotice(pending(Some(day))),
        Ground::SignatoryAccedes {
            signature: earlier,
            until: Some(day),
        },
        Ground::PredecessorHoldsNothing {
            predecessor: party(),
            on: day,
        },
        Ground::NothingToWithdraw { ended: None },
        Ground::NotInForceForIt {
            consent: earlier,
            from: Some(day),
        },
        Ground::EffectTooEarly {
            stated: day,
            earliest: day,
        },
        Ground::InstrumentKept {
            layer: Layer::Treaty,
        },
        Ground::AlreadyParty { since: Some(day) },
        Ground::ActOfAnother {
            act: index(),
            author: party(),
        },
    ]
}

fn refusals(language: Language) -> String {
    let words = Words::new(language);
    let voice = Voice::without_register(&words);
    let day = calendar::parse("2021-03-01").expect("a day");
    let refused = grounds().into_iter().map(|ground| Refusal {
        treaty: TreatyId::new("4-9").expect("an identifier"),
        participant: ParticipantId::new("TUR").expect("a code"),
        act: ActKind::Ratification,
        date: day,
        received: day,
        ground,
    });
    let said = refused.map(|refused| refusal::sentence(voice, &refused) + "\n");
    crate::layout::untied(&said.collect::<String>())
}

#[test]
fn refusals_are_sentences_in_english() {
    insta::assert_snapshot!(refusals(Language::En));
}

#[test]
fn refusals_are_sentences_in_turkish() {
    insta::assert_snapshot!(refusals(Language::Tr));
}
