//! Texts in the markup: whatever the bytes are, reading strictly and leniently does not panic. What the
//! strict reader takes is printed, read back as the same text, and printed the same. The lenient reader
//! gives every byte to exactly one provision.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_record::Digest;
use sponsio_text::brackets::Brackets;
use sponsio_text::markup::{Options, lenient, parse, print};
use sponsio_text::{Expression, IdsOfDigest};

fuzz_target!(|bytes: &[u8]| {
    if let Some(text) = strictly(bytes) {
        let printed = print(&text);
        let again = strictly(printed.as_bytes()).expect("what is printed is read");
        assert_eq!(print(&again), printed);
    }
    let mut ids = IdsOfDigest::new(Digest::of(b"fuzz"));
    let read = lenient::read(bytes, &Options::default(), &mut ids);
    if let Some(text) = read.parsed.expression {
        let mut at = 0;
        for span in &read.spans {
            assert_eq!(span.range.start, at, "a gap or an overlap");
            at = span.range.end;
        }
        assert_eq!(at, bytes.len());
        drop(print(&text));
    }
    if let Ok(source) = std::str::from_utf8(bytes) {
        let counted = Brackets::of(source).total();
        assert!(counted.words_in_brackets <= counted.words);
    }
});

fn strictly(bytes: &[u8]) -> Option<Expression> {
    let mut ids = IdsOfDigest::new(Digest::of(b"fuzz"));
    parse(bytes, &Options::default(), &mut ids).expression
}
