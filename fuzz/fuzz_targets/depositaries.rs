//! Files of depositaries, and single policies: no panic, and what is read is printed and read back
//! as the same blocks.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_law::clause;

fuzz_target!(|bytes: &[u8]| {
    let source = String::from_utf8_lossy(bytes);
    let (blocks, _) = clause::parse_depositaries(&source);
    let printed = clause::print_depositaries(&blocks);
    let (again, faults) = clause::parse_depositaries(&printed);
    assert!(faults.is_empty(), "{printed}\n{faults:?}");
    assert_eq!(again, blocks, "{printed}");
    assert_eq!(clause::print_depositaries(&again), printed);
    if let Ok(policy) = clause::parse_policy(&source) {
        assert_eq!(clause::parse_policy(&policy.to_string()), Ok(policy));
    }
});
