//! The archives that bundles are: whatever the bytes are, reading does not panic; an archive that is
//! read is written as the same bytes, and any members make an archive that reads as them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::archive::{self, Member};

fuzz_target!(|bytes: &[u8]| {
    match archive::read(bytes) {
        Ok(members) => assert_eq!(archive::write(&members).as_deref(), Ok(bytes)),
        Err(fault) => assert!(fault.offset <= bytes.len()),
    }
    // The header of the first member alone: a sum over it keeps random bytes out of the rest.
    let mut parts = bytes.splitn(3, |byte| *byte == b'\n');
    let (Some(one), Some(other), Some(content)) = (parts.next(), parts.next(), parts.next()) else {
        return;
    };
    let (Ok(one), Ok(other)) = (str::from_utf8(one), str::from_utf8(other)) else {
        return;
    };
    let mut members = [(one, content), (other, &[])].map(|(name, bytes)| Member { name, bytes });
    if let Ok(written) = archive::write(&members) {
        members.sort_by_key(|member| member.name);
        assert_eq!(archive::read(&written).as_deref(), Ok(&members[..]));
    }
});
