//! Akoma Ntoso: whatever the bytes are, reading does not panic; what is read is written, and what is
//! written is read again. Proposals come back as the same proposals.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_text::markup::akn;
use sponsio_text::{Expression, IdSource, ProvisionId};

struct Counting(u32);

impl IdSource for Counting {
    fn draw(&mut self) -> ProvisionId {
        self.0 += 1;
        ProvisionId::from_number(self.0)
    }
}

fuzz_target!(|bytes: &[u8]| {
    if akn::holds_proposals(bytes) {
        proposals(bytes);
    }
    let Ok(imported) = akn::read(bytes, &mut Counting(0)) else {
        return;
    };
    let written = akn::write(&imported.expression, &options());
    akn::read(written.as_bytes(), &mut Counting(0)).expect("what was written is read");
});

fn options() -> akn::Options<'static> {
    akn::Options {
        number: "x1",
        date: "2026-01-01T00:00:00Z".parse().expect("an instant"),
        is_adopted: false,
        is_authentic: true,
        record: None,
        before: None,
        no_text: "no text",
        name: &|_| None,
    }
}

fn proposals(bytes: &[u8]) {
    let Ok(found) = akn::read_proposals(bytes, None, &mut Counting(0)) else {
        return;
    };
    let base = Expression {
        language: found.language.clone(),
        headers: Vec::new(),
        provisions: Vec::new(),
    };
    let phrases = akn::Phrases::default();
    let round = found.round.as_deref().unwrap_or("1");
    let written = akn::write_proposals(&base, round, &found.proposals, &options(), &phrases);
    let again = akn::read_proposals(written.as_bytes(), Some(&base), &mut Counting(0));
    let again = again.expect("what was written is read");
    assert_eq!(again.proposals.len(), found.proposals.len());
    for (again, found) in again.proposals.iter().zip(&found.proposals) {
        assert_eq!(again.operations.len(), found.operations.len());
    }
}
