//! Texts that nobody meant as clauses: no panic, no long wait, nothing proposed by chance.

use core::time::Duration;

use proptest::prelude::*;
use sponsio_law::clause::propose::{LONGEST_TEXT, Language, Reason, propose};

use crate::cases::read;

const LANGUAGES: [Language; 2] = [Language::English, Language::Turkish];

#[test]
fn a_text_longer_than_a_clause_is_refused() {
    let text = "a ".repeat(LONGEST_TEXT);
    for language in LANGUAGES {
        let refusal = propose(&text, language).unwrap_err();
        assert_eq!(refusal.reason, Reason::TooLong);
    }
    assert_eq!(
        propose(" \n\t", Language::English).unwrap_err().reason,
        Reason::Empty
    );
}

#[test]
fn what_is_refused_is_marked_within_the_text() {
    for file in ["outside.txt"] {
        for case in read(file).iter().filter(|case| case.expected.is_none()) {
            let refusal = case.propose(&case.text).unwrap_err();
            assert!(!refusal.not_understood.is_empty(), "{}", case.text);
            for span in refusal.understood.iter().chain(&refusal.not_understood) {
                let place = span.start as usize..span.end as usize;
                assert!(case.text.get(place).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this test measures how long a reading takes"
)]
/// The longest repetitions of words that the grammars follow far.
#[test]
fn repetitions_are_read_in_a_bounded_time() {
    let heads = [
        "This Convention shall enter into force when at least ten instruments of ratification, ",
        "This Convention shall enter into force upon the deposit of the instruments of ratification by ",
        "Bu Sözleşme, onuncu onay belgesinin, ",
    ];
    let repeated = [
        "acceptance, ",
        "one hundred and ",
        "ten States and ",
        "1. ",
        "( ",
        "yüz ",
        "onay veya ",
        "ten instruments of ratification and ",
        "in Annex A ",
        "bir onay belgesinin ve ",
        "\u{327}",
        "This Convention shall enter into force on 1 January 2030. ",
    ];
    let clock = std::time::Instant::now;
    for head in heads {
        for words in repeated {
            let mut text = String::from(head);
            while text.len() + words.len() <= LONGEST_TEXT {
                text.push_str(words);
            }
            for language in LANGUAGES {
                let start = clock();
                let refusal = propose(&text, language);
                assert!(refusal.is_err());
                assert!(start.elapsed() < Duration::from_secs(2), "{words:?}");
            }
        }
    }
}

/// Words of the grammars, so that random texts get far into them.
fn word() -> impl Strategy<Value = String> {
    let words = "This Convention shall enter into force on the thirtieth day after date of deposit \
                 tenth instrument ratification accession or and , . ( ) 30th 10 first month \
                 following expiration three months States including at least per cent % all \
                 signatory Bu Sözleşme onuncu onay veya katılma belgesinin tevdi edildiği tarihi \
                 izleyen otuzuncu gün ay sonra yürürlüğe girer yüzde 5'ini Ek A'da";
    let words: Vec<String> = words.split_whitespace().map(Into::into).collect();
    prop_oneof![
        8 => prop::sample::select(words),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        for language in LANGUAGES {
            prop_assert!(propose(&text, language).is_err());
        }
    }

    #[test]
    fn any_row_of_words_is_read_or_refused(words in prop::collection::vec(word(), 0..40)) {
        let text = words.join(" ");
        for language in LANGUAGES {
            if let Err(refusal) = propose(&text, language) {
                for span in refusal.understood.iter().chain(&refusal.not_understood) {
                    prop_assert!(text.get(span.start as usize..span.end as usize).is_some());
                }
            }
        }
    }
}
