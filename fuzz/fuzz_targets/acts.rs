//! Tables of acts over a register of four participants and two treaties: no panic, reading twice
//! gives the same, and whatever was read can be asked about.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio::folder::acts::{self, Form};
use sponsio::folder::fault::Faults;
use sponsio::folder::participants;
use sponsio_law::clause;
use sponsio_law::register::Register;
use sponsio_law::status::history::Lens;
use sponsio_law::treaty::Treaty;
use sponsio_record::TreatyId;

fuzz_target!(|bytes: &[u8]| {
    let (register, faults, form) = read(bytes);
    for history in register.chronicle(Lens::default()) {
        for effect in &history.effects {
            let first = effect.consent.from;
            let _ = history.answer(&register, effect.consent.party, first);
        }
    }
    assert_eq!((register, faults, form), read(bytes));
});

fn read(bytes: &[u8]) -> (Register, Faults, Option<Form>) {
    let (mut register, mut faults) = (before_acts(), Faults::default());
    let form = acts::read(bytes, &mut register, &mut faults);
    (register, faults, form)
}

fn before_acts() -> Register {
    const PARTICIPANTS: &[u8] = b"code,name,kind\nAAA,A,state\nBBB,B,state\n\
        CCC,C,former-state\nX-DD,D,organization\n";
    const RULE: &str = "treaty \"T\"\n\nin force 30 days after the day at least 2 instruments\n\
        each later joiner on its deposit\nwithdrawal 3 months after receipt of notice\n";
    let mut register = Register::new();
    let readable = participants::read(PARTICIPANTS, &mut register, &mut Faults::default());
    assert!(readable);
    for id in ["t-1", "t-2"] {
        let treaty = Treaty::new(TreatyId::new(id).expect("an id"), clause::parse(RULE).file);
        register.add_treaty(treaty).expect("the ids differ");
    }
    register
}
