//! Every text that is understood, with a word put in or taken out: the meaning changed, so it must
//! be refused or read as another rule; never silently as the same.

use sponsio_law::clause::propose::Language;

use crate::cases::{Case, read, rules};

const FILES: [&str; 4] = [
    "force-english.txt",
    "force-turkish.txt",
    "joiners.txt",
    "other-clauses.txt",
];

/// Words that turn or limit a clause wherever they stand: no text with one more of them is read.
const TURNING_ENGLISH: [&str; 8] = [
    "not",
    "unless",
    "fewer",
    "never",
    "half",
    "or",
    "amendment",
    "zzz",
];
const TURNING_TURKISH: [&str; 8] = [
    "değil",
    "olmadıkça",
    "hariç",
    "ondan",
    "yarım",
    "veya",
    "itiraz",
    "zzz",
];

/// Words without which a clause still says the same.
const NEUTRAL_ENGLISH: [&str; 60] = [
    "the",
    "date",
    "of",
    "day",
    "on",
    "which",
    "at",
    "least",
    "not",
    "less",
    "than",
    "its",
    "own",
    "such",
    "present",
    "with",
    "it",
    "to",
    "shall",
    "will",
    "been",
    "this",
    "each",
    "any",
    "state",
    "party",
    "by",
    "together",
    "in",
    "total",
    "secretary",
    "general",
    "united",
    "nations",
    "depositary",
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "formal",
    "and",
    "that",
    "a",
    "an",
    "written",
    "requisite",
    "respective",
    "concerned",
    "period",
    "but",
    "no",
    "case",
    "notification",
    "state's",
    "instrument",
    "instruments",
    "ratifying",
    "accepting",
    "approving",
    "instrument's",
];

fn accepted() -> Vec<Case> {
    FILES
        .iter()
        .flat_map(|file| read(file))
        .filter(|case| case.expected.is_some() && case.propose(&case.text).is_ok())
        .collect()
}

/// Returns the text with this word put in before each of its words, and after the last.
fn with_word<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = String> + 't {
    let words: Vec<&str> = text.split(' ').collect();
    (0..=words.len()).map(move |place| {
        let (before, after) = words.split_at(place);
        [before, &[word], after].concat().join(" ")
    })
}

/// Whether two texts are read as the same rules, whatever words describe an unknown table.
fn same(case: &Case, text: &str) -> bool {
    let original = rules(&case.propose(&case.text).unwrap());
    case.propose(text)
        .is_ok_and(|proposal| rules(&proposal) == original)
}

#[test]
fn a_turning_word_put_in_is_never_overlooked() {
    let (mut tried, mut silent) = (0, Vec::new());
    for case in accepted() {
        let turning = match case.language {
            Language::English => TURNING_ENGLISH,
            Language::Turkish => TURNING_TURKISH,
        };
        for text in turning.iter().flat_map(|word| with_word(&case.text, word)) {
            tried += 1;
            if same(&case, &text) {
                silent.push(text);
            }
        }
    }
    assert!(tried > 50_000, "only {tried} texts");
    assert!(
        silent.is_empty(),
        "{} of {tried}: {silent:#?}",
        silent.len()
    );
}

#[test]
fn a_number_put_in_is_never_overlooked() {
    let mut silent = Vec::new();
    for case in accepted() {
        let numbers = match case.language {
            Language::English => ["seven", "seventh", "40", "40th"],
            Language::Turkish => ["yedi", "yedinci", "40", "40'ıncı"],
        };
        for text in numbers
            .iter()
            .flat_map(|number| with_word(&case.text, number))
        {
            if same(&case, &text) {
                silent.push(text);
            }
        }
    }
    assert!(silent.is_empty(), "{}: {silent:#?}", silent.len());
}

#[test]
fn a_word_taken_out_changes_the_reading_or_was_neutral() {
    let mut lost = std::collections::BTreeMap::<String, (usize, String)>::new();
    for case in accepted() {
        let words: Vec<&str> = case.text.split(' ').collect();
        for place in 0..words.len() {
            let mut rest = words.clone();
            let word = rest
                .remove(place)
                .trim_matches([',', '.', ';', '(', ')'])
                .to_lowercase();
            if same(&case, &rest.join(" ")) {
                let entry = lost.entry(word).or_default();
                entry.0 += 1;
                entry.1 = rest.join(" ");
            }
        }
    }
    let neutral = |word: &String| NEUTRAL_ENGLISH.contains(&word.as_str());
    lost.retain(|word, _| !neutral(word));
    assert!(lost.is_empty(), "{lost:#?}");
}
