//! Every text that is understood, with a word put in or taken out: the meaning changed, so it must
//! be refused or read as another rule; never silently as the same.

use sponsio_law::clause::propose::Language;
use sponsio_law::clause::rule::Rule;

use crate::cases::{Case, read, rules};

const FILES: [&str; 4] = [
    "force-english.txt",
    "force-turkish.txt",
    "joiners.txt",
    "other-clauses.txt",
];

/// Words that turn or limit a clause wherever they stand: no text with one more of them is read.
const TURNING_ENGLISH: [&str; 7] = [
    "not",
    "unless",
    "fewer",
    "never",
    "half",
    "amendment",
    "zzz",
];
const TURNING_TURKISH: [&str; 7] = [
    "değil",
    "olmadıkça",
    "hariç",
    "ondan",
    "yarım",
    "itiraz",
    "zzz",
];

/// Words that may go because a clause without them still says the same: articles, pronouns, the
/// depositary, one kind of instrument among several, "at least" before a number, "and" in a list
/// with commas, the figure after its word, and the number that a joiner clause repeats.
const NEUTRAL: [&str; 77] = [
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
    "secretary-general",
    "ratification",
    "acceptance",
    "approval",
    "formal",
    "and",
    "that",
    "a",
    "written",
    "requisite",
    "respective",
    "period",
    "or",
    "their",
    "accession",
    "giving",
    "addressed",
    "has",
    "have",
    "ratifying",
    "accepting",
    "approving",
    "one",
    "itself",
    "contracting",
    "then",
    "tasvip",
    "bu",
    "işbu",
    "İşbu",
    "en",
    "az",
    "onay",
    "kabul",
    "kendi",
    "onaylayan",
    "hiçbir",
    "depozitere",
    "devlet",
    "bir",
    "yazılı",
    "yapacağı",
    "göndereceği",
    "geçtikten",
    "itibaren",
    "ancak",
    "önce",
    "toplam",
    "edilme",
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

/// Whether the changed text is read as the rules that are expected of the case itself.
fn same(case: &Case, text: &str) -> bool {
    case.propose(text)
        .is_ok_and(|proposal| Some(rules(&proposal)) == case.expected)
}

#[test]
fn a_turning_word_put_in_is_never_overlooked() {
    let (mut tried, mut silent) = (0, Vec::new());
    for (place, case) in accepted().iter().enumerate() {
        let turning = match case.language {
            Language::English => TURNING_ENGLISH,
            Language::Turkish => TURNING_TURKISH,
        };
        // Two of the words for each text: all of them come to every wording, in a bearable time.
        let turning = [place, place + 3].map(|place| turning[place % turning.len()]);
        for text in turning.iter().flat_map(|word| with_word(&case.text, word)) {
            tried += 1;
            if same(case, &text) {
                silent.push(text);
            }
        }
    }
    assert!(tried > 20_000, "only {tried} texts");
    assert!(
        silent.is_empty(),
        "{} of {tried}: {silent:#?}",
        silent.len()
    );
}

#[test]
fn a_number_put_in_is_never_overlooked() {
    let mut silent = Vec::new();
    for (place, case) in accepted().iter().enumerate() {
        let numbers = match case.language {
            Language::English => ["seven", "seventh", "40", "40th"],
            Language::Turkish => ["yedi", "yedinci", "40", "40'ıncı"],
        };
        for text in with_word(&case.text, numbers[place % numbers.len()]) {
            if same(case, &text) {
                silent.push(text);
            }
        }
    }
    assert!(silent.is_empty(), "{}: {silent:#?}", silent.len());
}

#[test]
fn a_word_taken_out_changes_the_reading_or_was_neutral() {
    let (mut tried, mut lost) = (0, Vec::new());
    for case in accepted() {
        let words: Vec<&str> = case.text.split(' ').collect();
        for place in 0..words.len() {
            let mut rest = words.clone();
            let word = rest.remove(place);
            tried += 1;
            if !is_neutral(word, &case) && same(&case, &rest.join(" ")) {
                lost.push(format!("{word}: {}", case.text));
            }
        }
    }
    assert!(tried > 10_000, "only {tried} texts");
    assert!(lost.is_empty(), "{} of {tried}: {lost:#?}", lost.len());
}

fn is_neutral(word: &str, case: &Case) -> bool {
    let figure_of_a_word = word.starts_with('(') && word.contains(char::is_numeric);
    let paragraph_number = word.ends_with('.') && word.starts_with(char::is_numeric);
    let word = word.trim_matches([',', '.', ';']);
    let repeated_number = joins_later(case)
        && ["yirmi", "otuz", "elli"]
            .iter()
            .any(|tens| tens.eq_ignore_ascii_case(word));
    let own_name_again = word == "Sözleşme" && case.id == "article with two paragraphs";
    figure_of_a_word
        || paragraph_number
        || repeated_number
        || own_name_again
        || NEUTRAL
            .iter()
            .any(|neutral| neutral.eq_ignore_ascii_case(word))
}

fn joins_later(case: &Case) -> bool {
    let expected = case.expected.as_deref().unwrap_or_default();
    matches!(expected, [Rule::Joiner(_)])
}
