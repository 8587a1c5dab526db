//! Tables of participants: no panic, every participant that is read has its own code, and reading
//! twice gives the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio::folder::fault::Faults;
use sponsio::folder::participants;
use sponsio_law::register::Register;

fuzz_target!(|bytes: &[u8]| {
    let (register, faults, usable) = read(bytes);
    for (place, participant) in register.parties().zip(register.participants()) {
        assert_eq!(register.party(&participant.id), Some(place));
    }
    assert!(usable || register.participants().is_empty());
    assert_eq!((register, faults, usable), read(bytes));
});

fn read(bytes: &[u8]) -> (Register, Faults, bool) {
    let (mut register, mut faults) = (Register::new(), Faults::default());
    let usable = participants::read(bytes, &mut register, &mut faults);
    (register, faults, usable)
}
