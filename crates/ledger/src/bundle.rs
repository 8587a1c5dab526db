//! Bundles: everything to verify one claim offline, in one file. Here the members, the receipts and
//! the completeness of streams are verified; what the acts mean is for whoever knows the law.

mod claim;
mod contents;

pub use claim::{Claim, Status};
pub use contents::{Contents, Stretch};

use crate::archive::{self, Member};
use crate::policy::Policy;
use crate::verdict::{Refusal, Rule, Verdict};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use sponsio_record::{Digest, Draft, FieldError, Value};

/// The type of `bundle.json`.
const KIND: &str = "sponsio.bundle/1";
/// The member that names all others.
const TOP: &str = "bundle.json";
/// What a refusal calls the whole file.
const FILE: &str = "bundle";

/// A bundle, its members compared with its list; nothing of it is verified yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle<'a> {
    claim: Claim,
    log: String,
    size: u64,
    members: BTreeMap<&'a str, &'a [u8]>,
}

impl<'a> Bundle<'a> {
    /// Reads a bundle: a strict archive whose members are those that it lists.
    pub fn read(file: &'a [u8]) -> Result<Self, Refusal> {
        let members = archive::read(file).map_err(|fault| fault.in_place(FILE))?;
        if let Some(member) = members.iter().find(|member| !is_member(member.name)) {
            return Err(Rule::MemberName.broken(member.name, 0, ""));
        }
        let members: BTreeMap<_, _> = members
            .into_iter()
            .map(|member| (member.name, member.bytes))
            .collect();
        let top = members
            .get(TOP)
            .ok_or_else(|| Rule::MemberList.broken(TOP, 0, "not there"))?;
        let (bundle, listed) = read_top(top)?;
        let found: Vec<Listed> = members
            .iter()
            .filter(|(name, _)| **name != TOP)
            .map(|(name, bytes)| Listed::of(name, bytes))
            .collect();
        if let Some(differs) = first_difference(&listed, &found) {
            return Err(Rule::MemberList.broken(differs, 0, ""));
        }
        Ok(Self { members, ..bundle })
    }

    /// Returns what the bundle claims.
    pub fn claim(&self) -> &Claim {
        &self.claim
    }

    /// Returns the origin of the log it is from, as it says.
    pub fn log(&self) -> &str {
        &self.log
    }

    /// Returns the size of its checkpoint, as it says.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Returns the content of a member.
    pub fn member(&self, name: &str) -> Option<&'a [u8]> {
        self.members.get(name).copied()
    }

    /// Returns the members whose names are between these two, with what is between.
    fn between<'s>(
        &'s self,
        before: &'s str,
        after: &'s str,
    ) -> impl Iterator<Item = (&'s str, &'a [u8])> {
        self.members.iter().filter_map(move |(name, bytes)| {
            let middle = name.strip_prefix(before)?.strip_suffix(after)?;
            Some((middle, *bytes))
        })
    }

    /// Verifies everything that does not need the law: checkpoint and quorum, every entry by its
    /// receipt, documents, openings, signatures over acts, heads, and that what is claimed is there.
    pub fn verify(&self, policy: &Policy) -> Verdict<Contents<'a>> {
        contents::verify(self, policy)
    }
}

/// Writes a bundle of these members (all but `bundle.json`), and reads it back.
pub fn write(
    claim: &Claim,
    log: &str,
    size: u64,
    members: &BTreeMap<String, Vec<u8>>,
) -> Result<Vec<u8>, Refusal> {
    let listed = members.iter().map(|(name, bytes)| {
        let Listed {
            name,
            digest,
            bytes,
        } = Listed::of(name, bytes);
        Draft::object([
            ("bytes", Draft::count(bytes)),
            ("digest", Draft::digest(&digest)),
            ("name", Draft::text(name)),
        ])
    });
    let top = Draft::object([
        ("claim", claim.draft()),
        ("log", Draft::text(log.to_string())),
        ("members", Draft::array(listed)),
        ("size", Draft::count(size)),
        ("type", Draft::text(KIND)),
    ])
    .finish()
    .map_err(|fault| Rule::MemberForm.broken(TOP, fault.offset, fault.to_string()))?;
    let all: Vec<_> = members
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .chain([(TOP, top.as_slice())])
        .map(|(name, bytes)| Member { name, bytes })
        .collect();
    let file = archive::write(&all).map_err(|fault| fault.in_place(FILE))?;
    Bundle::read(&file)?;
    Ok(file)
}

/// A member as `bundle.json` lists it.
#[derive(Debug, PartialEq, Eq)]
struct Listed {
    name: String,
    digest: Digest,
    bytes: u64,
}

impl Listed {
    fn of(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.to_string(),
            digest: Digest::of(bytes),
            bytes: bytes.len() as u64,
        }
    }

    fn read(value: &Value<'_>) -> Result<Self, FieldError> {
        let mut fields = value.object()?.fields();
        let listed = Self {
            bytes: fields.required("bytes", Value::count)?,
            digest: fields.required("digest", Value::digest)?,
            name: fields.required("name", |value| value.ascii().map(String::from))?,
        };
        fields.finish()?;
        Ok(listed)
    }
}

/// Returns the name of the first member that is listed otherwise than it is found, or in another
/// place of the list.
fn first_difference(listed: &[Listed], found: &[Listed]) -> Option<String> {
    let differs = listed.iter().zip(found).find(|(one, other)| one != other);
    if let Some((one, _)) = differs {
        return Some(one.name.clone());
    }
    let shorter = listed.len().min(found.len());
    let surplus = listed.get(shorter).or(found.get(shorter));
    surplus.map(|member| member.name.clone())
}

fn read_top(bytes: &[u8]) -> Result<(Bundle<'static>, Vec<Listed>), Refusal> {
    let record = sponsio_record::read(bytes)
        .map_err(|fault| Rule::MemberForm.broken(TOP, fault.offset, fault.to_string()))?;
    let inner = || -> Result<_, FieldError> {
        let mut fields = record.fields(KIND)?;
        let bundle = Bundle {
            claim: fields.required("claim", Claim::read)?,
            log: fields.required("log", |value| value.text().map(String::from))?,
            size: fields.required("size", Value::count)?,
            members: BTreeMap::new(),
        };
        let listed = fields.required("members", |value| value.list(Listed::read))?;
        fields.finish()?;
        Ok((bundle, listed))
    };
    inner().map_err(|error| Rule::MemberForm.broken(TOP, error.offset, error.to_string()))
}

/// Whether a bundle has members of this name.
fn is_member(name: &str) -> bool {
    let seq = |text: &str| crate::checkpoint::decimal(text).is_some();
    let digest = |text: &str| text.parse::<Digest>().is_ok();
    match name.split_once('/') {
        None => matches!(
            name,
            "README.txt" | TOP | "checkpoint" | "heads.json" | "policy"
        ),
        Some(("entries" | "openings", file)) => file.strip_suffix(".json").is_some_and(seq),
        Some(("receipts", file)) => file.strip_suffix(".tlog-proof").is_some_and(seq),
        Some(("documents" | "pki", file)) => digest(file),
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests;
