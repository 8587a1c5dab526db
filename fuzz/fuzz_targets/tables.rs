//! Tables of groups and of weights: no panic, only known participants, a weight once for each, no
//! time of membership without a day, and reading twice gives the same.

#![no_main]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use sponsio::folder::fault::Faults;
use sponsio::folder::{groups, participants, weights};
use sponsio_law::register::Register;

fuzz_target!(|bytes: &[u8]| {
    let register = known();
    let mut faults = Faults::default();
    let table = weights::read("weights/t.csv", bytes, &register, &mut faults);
    let mut weighed = BTreeSet::new();
    for (participant, _) in &table.rows {
        assert!(register.party(participant).is_some());
        assert!(weighed.insert(participant), "{participant} weighs twice");
    }
    let group = groups::read("groups/g.csv", bytes, &register, &mut faults);
    for member in &group.members {
        assert!(register.party(&member.participant).is_some());
        if let (Some(from), Some(until)) = (member.from, member.until) {
            assert!(from < until);
        }
    }
    let mut again = Faults::default();
    assert_eq!(
        weights::read("weights/t.csv", bytes, &register, &mut again),
        table
    );
    assert_eq!(
        groups::read("groups/g.csv", bytes, &register, &mut again),
        group
    );
    assert_eq!(again, faults);
});

fn known() -> Register {
    const PARTICIPANTS: &[u8] = b"code,name,kind\nAAA,A,state\nBBB,B,state\nX-DD,D,organization\n";
    let mut register = Register::new();
    let readable = participants::read(PARTICIPANTS, &mut register, &mut Faults::default());
    assert!(readable);
    register
}
