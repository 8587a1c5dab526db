//! Trust policies (C2SP tlog-policy): which logs, which witnesses, and which of them must have
//! cosigned. The verifier brings its own; a policy found beside a log is information only (L6).

mod open;
mod read;

pub use open::{Cosigned, Seen, fork};

use crate::note::VerifierKey;
use alloc::string::String;
use alloc::vec::Vec;

/// The longest policy, in bytes.
pub const POLICY_MAX: usize = 262_144;

/// The most logs, witnesses or groups of a policy, each.
pub const LINES_MAX: usize = 256;

/// The name that stands for no quorum at all.
const NONE: &[u8] = b"none";

/// A trust policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    logs: Vec<Log>,
    witnesses: Vec<Witness>,
    groups: Vec<Group>,
    quorum: Quorum,
}

/// A log that is trusted; its key's name is its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// The key with which it signs.
    pub key: VerifierKey,
    /// Where it can be reached.
    pub url: Option<Vec<u8>>,
    /// The largest size for which its signature counts, where it was revoked. No file says this: it
    /// is learnt from the log's own acts.
    pub good: Option<u64>,
}

impl Log {
    /// Returns whether a signature by its key counts for a checkpoint over so many entries.
    pub(crate) fn counts_for(&self, size: u64) -> bool {
        self.good.is_none_or(|good| size <= good)
    }
}

/// A witness or mirror whose cosignature counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// What the policy calls it; opaque bytes.
    pub name: Vec<u8>,
    /// The key with which it cosigns.
    pub key: VerifierKey,
    /// Where it can be reached.
    pub url: Option<Vec<u8>>,
}

/// Witnesses and groups of which so many must have cosigned.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Group {
    name: Vec<u8>,
    threshold: usize,
    members: Vec<Member>,
}

/// A witness or an earlier group, by its place in the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Member {
    Witness(usize),
    Group(usize),
}

/// Who must have cosigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quorum {
    None,
    Of(Member),
}

impl Policy {
    /// Returns the policy that trusts this log alone and asks for no cosignature; further lines
    /// come from [`Policy::parse`].
    pub fn of_log(key: VerifierKey) -> Self {
        Self {
            logs: alloc::vec![Log {
                key,
                url: None,
                good: None
            }],
            witnesses: Vec::new(),
            groups: Vec::new(),
            quorum: Quorum::None,
        }
    }

    /// Returns the logs in the order of their lines.
    pub fn logs(&self) -> &[Log] {
        &self.logs
    }

    /// Returns the witnesses in the order of their lines.
    pub fn witnesses(&self) -> &[Witness] {
        &self.witnesses
    }

    /// Returns whether anybody must have cosigned.
    pub fn asks_for_cosignatures(&self) -> bool {
        self.quorum != Quorum::None
    }

    /// Returns this policy with one key more for the same log, as after a rotation.
    #[must_use]
    pub fn trusting(mut self, key: VerifierKey) -> Self {
        if self.logs.iter().all(|log| log.key != key) {
            self.logs.push(Log {
                key,
                url: None,
                good: None,
            });
        }
        self
    }

    /// Returns this policy with a key whose signature counts up to this size only.
    #[must_use]
    pub(crate) fn limited(mut self, key: &VerifierKey, good: u64) -> Self {
        for log in self.logs.iter_mut().filter(|log| log.key == *key) {
            log.good = Some(log.good.unwrap_or(good).min(good));
        }
        self
    }

    /// Returns whether the quorum has cosigned, given which witnesses have, by place.
    fn is_met(&self, cosigned: &[bool]) -> bool {
        // A group names only what stands before it, so one pass in order decides all.
        let mut groups: Vec<bool> = Vec::with_capacity(self.groups.len());
        for group in &self.groups {
            let count = group
                .members
                .iter()
                .filter(|member| has(**member, cosigned, &groups))
                .count();
            groups.push(count >= group.threshold);
        }
        match self.quorum {
            Quorum::None => true,
            Quorum::Of(member) => has(member, cosigned, &groups),
        }
    }

    fn name_of(&self, member: Member) -> &[u8] {
        match member {
            Member::Witness(at) => self.witnesses.get(at).map_or(NONE, |known| &known.name),
            Member::Group(at) => self.groups.get(at).map_or(NONE, |known| &known.name),
        }
    }

    /// Returns the policy as a file that [`Policy::parse`] reads.
    pub fn print(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut line = |words: &[&[u8]]| {
            file.extend_from_slice(&words.join(&b' '));
            file.push(b'\n');
        };
        for Log { key, url, .. } in &self.logs {
            let key = text(key);
            match url {
                Some(url) => line(&[b"log", key.as_bytes(), url]),
                None => line(&[b"log", key.as_bytes()]),
            }
        }
        for Witness { name, key, url } in &self.witnesses {
            let key = text(key);
            match url {
                Some(url) => line(&[b"witness", name, key.as_bytes(), url]),
                None => line(&[b"witness", name, key.as_bytes()]),
            }
        }
        for group in &self.groups {
            let threshold = alloc::format!("{}", group.threshold);
            let mut words: Vec<&[u8]> = alloc::vec![b"group", &group.name, threshold.as_bytes()];
            words.extend(group.members.iter().map(|member| self.name_of(*member)));
            line(&words);
        }
        match self.quorum {
            Quorum::None => line(&[b"quorum", NONE]),
            Quorum::Of(member) => line(&[b"quorum", self.name_of(member)]),
        }
        file
    }
}

fn has(member: Member, cosigned: &[bool], groups: &[bool]) -> bool {
    let (list, at) = match member {
        Member::Witness(at) => (cosigned, at),
        Member::Group(at) => (groups, at),
    };
    list.get(at).copied().unwrap_or(false)
}

fn text(key: &VerifierKey) -> String {
    alloc::format!("{key}")
}

#[cfg(test)]
mod tests;
