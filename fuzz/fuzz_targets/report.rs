//! Reports in both languages: whatever the bytes are, reading does not panic, is the same again, and
//! every span is a stretch of the text that leads back into the source.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_text::report::{Options, Tongue, read};

fuzz_target!(|bytes: &[u8]| {
    for tongue in [Tongue::Turkish, Tongue::English] {
        let options = Options {
            tongue,
            today: "2031-01-01".parse().ok(),
        };
        let Ok(reading) = read(bytes, &options) else {
            continue;
        };
        let text = &reading.text.text;
        let mut last = 0;
        for passage in &reading.passages {
            let words = text
                .get(passage.span.clone())
                .expect("a stretch of the text");
            assert!(!words.is_empty() && passage.span.start >= last);
            last = passage.span.start;
            let source = reading.text.source(&passage.span);
            assert!(
                bytes
                    .get(source.clone())
                    .is_some_and(|found| core::str::from_utf8(found).is_ok()),
                "{source:?}"
            );
            for span in [&passage.verb, &passage.named, &passage.rests_on]
                .into_iter()
                .flatten()
            {
                assert!(text.get(span.clone()).is_some());
            }
        }
        let again = read(bytes, &options).expect("read again");
        assert_eq!(again.passages, reading.passages);
    }
});
