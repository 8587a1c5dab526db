//! Reads a policy line by line, as octets.

use super::{Group, LINES_MAX, Log, Member, NONE, POLICY_MAX, Policy, Quorum, Witness};
use crate::checkpoint::decimal;
use crate::note::{KeyKind, VerifierKey};
use crate::verdict::{Fault, Rule};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

impl Policy {
    /// Reads a policy. A log must be named: a verifier pins its origin here and nowhere else.
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > POLICY_MAX {
            return Err(Rule::PolicySize.at(POLICY_MAX));
        }
        let allowed = |byte: &u8| matches!(byte, b'\t' | b'\n' | b' '..=b'~' | 0x80..);
        if let Some(at) = bytes.iter().position(|byte| !allowed(byte)) {
            return Err(Rule::PolicyOctet.at(at));
        }
        let Some(body) = bytes.strip_suffix(b"\n") else {
            return Err(Rule::PolicyOctet.at(bytes.len()));
        };
        let mut reader = Reader::default();
        let mut at = 0;
        for line in body.split(|byte| *byte == b'\n') {
            let words = words(line, at);
            if let Some(((_, word), rest)) = words.split_first()
                && !word.starts_with(b"#")
            {
                reader.line(word, rest, at)?;
            }
            at += line.len() + 1;
        }
        let end = Rule::PolicyQuorum.at(bytes.len());
        let quorum = reader.quorum.ok_or(end)?;
        if reader.logs.is_empty() {
            return Err(Rule::PolicyLine.at(bytes.len()));
        }
        Ok(Self {
            logs: reader.logs,
            witnesses: reader.witnesses,
            groups: reader.groups,
            quorum,
        })
    }
}

/// A word of a line, with its offset.
type Word<'a> = (usize, &'a [u8]);

/// Returns the words of a line that begins at this offset.
fn words(line: &[u8], start: usize) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = start;
    for word in line.split(|byte| matches!(byte, b' ' | b'\t')) {
        if !word.is_empty() {
            words.push((at, word));
        }
        at += word.len() + 1;
    }
    words
}

/// What was read so far.
#[derive(Default)]
struct Reader<'a> {
    logs: Vec<Log>,
    witnesses: Vec<Witness>,
    groups: Vec<Group>,
    quorum: Option<Quorum>,
    names: BTreeMap<&'a [u8], Member>,
    grouped: BTreeSet<Member>,
    keys: BTreeSet<Vec<u8>>,
}

impl<'a> Reader<'a> {
    fn line(&mut self, word: &[u8], rest: &[Word<'a>], at: usize) -> Result<(), Fault> {
        match (word, rest) {
            (b"log", [key]) => self.log(*key, None),
            (b"log", [key, url]) => self.log(*key, Some(*url)),
            (b"witness", [name, key]) => self.witness(*name, *key, None),
            (b"witness", [name, key, url]) => self.witness(*name, *key, Some(*url)),
            (b"group", [name, threshold, members @ ..]) if !members.is_empty() => {
                self.group(*name, *threshold, members)
            }
            (b"quorum", [name]) => self.quorum(*name),
            _ => Err(Rule::PolicyLine.at(at)),
        }
    }

    fn log(&mut self, key: Word<'a>, url: Option<Word<'a>>) -> Result<(), Fault> {
        room(self.logs.len(), key.0)?;
        let kinds = [KeyKind::Log, KeyKind::PostQuantum];
        let key = self.key(key, &kinds)?;
        let url = url.map(|(_, url)| url.to_vec());
        self.logs.push(Log {
            key,
            url,
            good: None,
        });
        Ok(())
    }

    fn witness(
        &mut self,
        name: Word<'a>,
        key: Word<'a>,
        url: Option<Word<'a>>,
    ) -> Result<(), Fault> {
        room(self.witnesses.len(), name.0)?;
        self.define(name, Member::Witness(self.witnesses.len()))?;
        let kinds = [KeyKind::Cosigner, KeyKind::PostQuantum];
        let key = self.key(key, &kinds)?;
        let (name, url) = (name.1.to_vec(), url.map(|(_, url)| url.to_vec()));
        self.witnesses.push(Witness { name, key, url });
        Ok(())
    }

    fn group(
        &mut self,
        name: Word<'a>,
        threshold: Word<'a>,
        words: &[Word<'a>],
    ) -> Result<(), Fault> {
        room(self.groups.len(), name.0)?;
        let mut members = Vec::with_capacity(words.len());
        for (at, word) in words {
            let member = *self.names.get(word).ok_or(Rule::PolicyName.at(*at))?;
            if !self.grouped.insert(member) {
                return Err(Rule::PolicyMember.at(*at));
            }
            members.push(member);
        }
        let threshold = match threshold.1 {
            b"all" => Some(members.len()),
            b"any" => Some(1),
            number => str::from_utf8(number)
                .ok()
                .and_then(decimal)
                .and_then(|number| usize::try_from(number).ok())
                .filter(|number| (1..=members.len()).contains(number)),
        }
        .ok_or(Rule::PolicyThreshold.at(threshold.0))?;
        self.define(name, Member::Group(self.groups.len()))?;
        self.groups.push(Group {
            name: name.1.to_vec(),
            threshold,
            members,
        });
        Ok(())
    }

    fn quorum(&mut self, (at, name): Word<'a>) -> Result<(), Fault> {
        if self.quorum.is_some() {
            return Err(Rule::PolicyQuorum.at(at));
        }
        self.quorum = Some(if name == NONE {
            Quorum::None
        } else {
            Quorum::Of(*self.names.get(name).ok_or(Rule::PolicyName.at(at))?)
        });
        Ok(())
    }

    fn define(&mut self, (at, name): Word<'a>, member: Member) -> Result<(), Fault> {
        if name == NONE || self.names.insert(name, member).is_some() {
            return Err(Rule::PolicyName.at(at));
        }
        Ok(())
    }

    fn key(&mut self, (at, word): Word<'a>, kinds: &[KeyKind]) -> Result<VerifierKey, Fault> {
        let text = str::from_utf8(word).map_err(|_| Rule::KeyForm.at(at))?;
        let key: VerifierKey = text
            .parse()
            .map_err(|fault: Fault| fault.rule.at(at + fault.offset))?;
        if !kinds.contains(&key.kind()) {
            return Err(Rule::KeyKind.at(at));
        }
        // A key that stands twice, under whatever names, would be counted twice.
        if !self.keys.insert(key.public().to_vec()) {
            return Err(Rule::PolicyKey.at(at));
        }
        Ok(key)
    }
}

fn room(count: usize, at: usize) -> Result<(), Fault> {
    if count < LINES_MAX {
        Ok(())
    } else {
        Err(Rule::PolicySize.at(at))
    }
}
