//! Whatever a report holds: no panic, the same answer again, spans that are verbatim stretches of the
//! text, nested or apart, and lead back to the source.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use proptest::test_runner::TestCaseError;
use sponsio_text::report::{Options, Tongue, read};

/// What reports are made of, so that generated ones hold speech.
const PIECES: [&str; 64] = [
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    ",",
    ".",
    ":",
    "\n\n",
    "?",
    "!",
    "…",
    "Bakan",
    "Mirena Tavsal",
    "Tavsal",
    "Tavsal'ın",
    "dedi",
    "söyledi",
    "olduğunu",
    "hazır",
    "belirterek",
    "diyen",
    "ifade etti",
    "altını çizdi",
    "gerektiğinin",
    "suçladı",
    "etmekle",
    "açıklamada",
    "Bakanlığından",
    "göre",
    "belirttiği gibi",
    "yok",
    "saldırı",
    "diye konuştu",
    "ve",
    "ise",
    "Halvar",
    "the minister",
    "said",
    "told reporters",
    "that",
    "he",
    "she",
    "said Tavsal",
    "adding",
    "accused",
    "of breaking",
    "according to",
    "ready to",
    "called",
    "Foreign Minister",
    "was",
    "Mr.",
    "SINIR AÇILDI",
    "date 2031-01-01",
    "<p>",
    "</p>",
    "&quot;",
    "<script>",
    "İI ıi",
    "\u{202e}ش",
];

fn salad() -> impl Strategy<Value = String> {
    let piece = prop_oneof![6 => select(PIECES.to_vec()).prop_map(String::from), 1 => "\\PC{0,6}", 1 => Just(String::new())];
    vec((piece, proptest::bool::weighted(0.8)), 0..60).prop_map(|pieces| {
        let glued = |(piece, space): (String, bool)| if space { piece + " " } else { piece };
        pieces.into_iter().map(glued).collect()
    })
}

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    for tongue in [Tongue::Turkish, Tongue::English] {
        let options = Options {
            tongue,
            today: "2030-01-01".parse().ok(),
        };
        let Ok(reading) = read(bytes, &options) else {
            continue;
        };
        let text = &reading.text.text;
        for passage in &reading.passages {
            let words = text.get(passage.span.clone());
            prop_assert!(
                words.is_some_and(|words| !words.is_empty() && words.trim() == words),
                "{:?}",
                passage.span
            );
            let source = reading.text.source(&passage.span);
            let found = bytes.get(source.clone()).map(core::str::from_utf8);
            prop_assert!(matches!(found, Some(Ok(_))), "{source:?}");
            if !reading.text.is_html {
                prop_assert_eq!(source, passage.span.clone());
            }
            for span in [&passage.verb, &passage.named, &passage.rests_on]
                .into_iter()
                .flatten()
            {
                prop_assert!(text.get(span.clone()).is_some());
            }
        }
        for (index, one) in reading.passages.iter().enumerate() {
            for other in &reading.passages[index + 1..] {
                let apart = one.span.end <= other.span.start;
                let nested = other.span.end <= one.span.end;
                prop_assert!(apart || nested, "{:?} and {:?} of {text:?}", one, other);
                prop_assert!(one.span != other.span || one.is_direct != other.is_direct);
            }
        }
        let again = read(bytes, &options);
        prop_assert_eq!(again.map(|again| again.passages), Ok(reading.passages));
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_report(report in salad()) {
        check(report.as_bytes())?;
    }

    #[test]
    fn any_text(text in "\\PC*") {
        check(text.as_bytes())?;
    }

    #[test]
    fn any_bytes(bytes in vec(0_u8.., 0..400)) {
        check(&bytes)?;
    }
}
