//! Akoma Ntoso: whatever the bytes are, reading does not panic; what is read is written, and what is
//! written is read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_text::markup::akn;
use sponsio_text::{IdSource, ProvisionId};

struct Counting(u32);

impl IdSource for Counting {
    fn draw(&mut self) -> ProvisionId {
        self.0 += 1;
        ProvisionId::from_number(self.0)
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(imported) = akn::read(bytes, &mut Counting(0)) else {
        return;
    };
    let options = akn::Options {
        number: "x1",
        date: "2026-01-01T00:00:00Z".parse().expect("an instant"),
        is_adopted: false,
        is_authentic: true,
        record: None,
        before: None,
        no_text: "no text",
        name: &|_| None,
    };
    let written = akn::write(&imported.expression, &options);
    akn::read(written.as_bytes(), &mut Counting(0)).expect("what was written is read");
});
