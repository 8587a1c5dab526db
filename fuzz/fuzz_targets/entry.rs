//! Entries, heads of streams, and what confidential entries commit to: whatever the bytes are,
//! reading does not panic; what is read is written as the same bytes, and a refusal lies within.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::entry::{Entry, Heads, Matter, confidential, disclosed, private, public};

fuzz_target!(|bytes: &[u8]| {
    match Entry::read(bytes, "fuzz") {
        Ok(entry) => {
            assert_eq!(entry.bytes(), bytes);
            let written = match &entry.matter {
                Matter::Act(act, signatures) => public(&entry.head, &act.object, signatures),
                Matter::Commitment(commitment) => confidential(&entry.head, commitment),
            };
            assert_eq!(written.as_deref(), Ok(bytes));
            let (log, seq) = (&entry.head.log, entry.head.seq);
            assert!(Entry::at(bytes, log, seq).is_ok());
            assert!(Entry::at(bytes, log, seq + 1).is_err());
        }
        Err(refusal) => assert!(refusal.offset <= bytes.len()),
    }
    if let Ok(heads) = Heads::read(bytes, "fuzz") {
        assert_eq!(heads.write().as_deref(), Ok(bytes));
    }
    if let Ok((act, signatures)) = disclosed(bytes) {
        assert_eq!(private(&act.object, &signatures).as_deref(), Ok(bytes));
    }
});
