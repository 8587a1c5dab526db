//! Trust policies: whatever the bytes are, reading does not panic; what is read is printed as a
//! policy that reads the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::policy::Policy;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(policy) = Policy::parse(bytes) {
        let printed = policy.print();
        let again = Policy::parse(&printed);
        assert_eq!(again.as_ref(), Ok(&policy));
        assert_eq!(again.map(|policy| policy.print()), Ok(printed));
    }
});
