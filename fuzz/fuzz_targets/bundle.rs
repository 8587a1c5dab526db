//! Bundles: whatever the bytes are, reading and verifying does not panic. As they are, and as the
//! contents of members in an archive that is otherwise in order, so that more than its sums and
//! digests is reached; nothing is verified that the log does not hold.
//!
//! For the second reading the input is: the claim, then members, each with a byte for its name and
//! two for its length.

#![no_main]

#[path = "specimen/mod.rs"]
mod specimen;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sponsio_ledger::bundle::{Bundle, Claim, Status, write};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::verdict::Verdict;
use sponsio_record::Digest;

static WORLD: LazyLock<(Policy, Vec<Vec<u8>>)> =
    LazyLock::new(|| (specimen::policy(), specimen::Specimen::new().entries));

fuzz_target!(|bytes: &[u8]| {
    judge(bytes);
    if let Some((claim, members)) = members(bytes)
        && let Ok(file) = write(&claim, specimen::ORIGIN, WORLD.1.len() as u64, &members)
    {
        judge(&file);
    }
});

fn judge(file: &[u8]) {
    let (policy, entries) = &*WORLD;
    let Ok(bundle) = Bundle::read(file) else {
        return;
    };
    if let Verdict::Verified(contents) = bundle.verify(policy) {
        for entry in &contents.entries {
            let seq = usize::try_from(entry.head.seq).expect("small");
            assert_eq!(entries.get(seq).map(Vec::as_slice), Some(entry.bytes()));
        }
    }
}

fn members(bytes: &[u8]) -> Option<(Claim, BTreeMap<String, Vec<u8>>)> {
    let (claim, mut rest) = bytes.split_first()?;
    let seq = u64::from(*claim >> 2);
    let claim = match claim % 4 {
        0 => Claim::Act { seq },
        1 => Claim::Document {
            digest: Digest::of(specimen::DOCUMENT),
            seq,
        },
        _ => Claim::Status(Status {
            treaty: "4-4".to_owned(),
            register: Digest::of(b"state"),
            participant: None,
            at: None,
            known: None,
        }),
    };
    let mut members = BTreeMap::new();
    while let Some(([sort, high, low], more)) = rest.split_first_chunk() {
        let length = usize::from(u16::from_be_bytes([*high, *low])).min(more.len());
        let (content, more) = more.split_at(length);
        let seq = sort >> 3;
        let name = match sort % 8 {
            0 => "checkpoint".to_owned(),
            1 => "heads.json".to_owned(),
            2 | 3 => format!("entries/{seq}.json"),
            4 | 5 => format!("receipts/{seq}.tlog-proof"),
            6 => format!("openings/{seq}.json"),
            _ => format!("documents/{}", Digest::of(content)),
        };
        members.insert(name, content.to_vec());
        rest = more;
    }
    Some((claim, members))
}
