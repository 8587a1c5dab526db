//! Documents of word processors: whatever the bytes are, reading does not panic, and neither does taking
//! what was read as a base or as what a delegation wants. Input that is no archive is taken as the main
//! part of one, so that the reader of the text is reached.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_record::ParticipantId;
use sponsio_text::markup::docx::{self, View};
use sponsio_text::{Expression, IdSource, Language, ProvisionId};

struct Counting(u32);

impl IdSource for Counting {
    fn draw(&mut self) -> ProvisionId {
        self.0 += 1;
        ProvisionId::from_number(self.0)
    }
}

fuzz_target!(|bytes: &[u8]| {
    let read = if bytes.starts_with(b"<") {
        docx::read_main(bytes)
    } else {
        docx::read(bytes)
    };
    let (Ok(document), Ok(language), Ok(code)) =
        (read, Language::new("en"), ParticipantId::new("TUR"))
    else {
        return;
    };
    let base = docx::base(&document, &language, &mut Counting(0)).expression;
    let empty = Expression {
        language,
        headers: Vec::new(),
        provisions: Vec::new(),
    };
    let _wanted = docx::returned(&document, &empty, &code, &mut Counting(0)).is_ok();
    // What was read is written, and reads as the same words.
    let options = docx::Options {
        view: View::Rolling,
        date: "2026-01-01T00:00:00Z".parse().expect("an instant"),
        wording: docx::Wording::default(),
    };
    let written = docx::write(&base, &options);
    let again = docx::read(&written).expect("what was written is read");
    docx::returned(&again, &base, &code, &mut Counting(1 << 20)).expect("it is a copy of the base");
});
