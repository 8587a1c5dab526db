//! Bundles: whatever the bytes are, reading and verifying does not panic, and nothing that no key
//! has signed verifies; an archive that is read is written as the same bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::archive;
use sponsio_ledger::bundle::Bundle;
use sponsio_ledger::note::SigningKey;
use sponsio_ledger::policy::Policy;
use sponsio_ledger::verdict::Verdict;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(members) = archive::read(bytes) {
        assert_eq!(archive::write(&members).as_deref(), Ok(bytes));
    }
    if let Ok(bundle) = Bundle::read(bytes) {
        // A key that nobody else has, under the name that the bundle gives its log.
        let Ok(key) = SigningKey::log(bundle.log(), &[0x5a; 32]) else {
            return;
        };
        let verdict = bundle.verify(&Policy::of_log(key.verifier().clone()));
        assert!(!matches!(verdict, Verdict::Verified(_)));
    }
});
