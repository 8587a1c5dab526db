//! The table of positions: what each delegation says of each reading.

use crate::body::{Passage, Position, Stance};
use crate::provision::ProvisionId;
use crate::rolling::{Rolling, base_length, flat};
use crate::voice::{Override, is_chair};
use crate::{Part, Segment};
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::Range;
use sponsio_record::ParticipantId;

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A reading of a contested place: which place of the provision, the tokens of the base there,
    /// whether it is the base reading, and its words.
    Reading(usize, Range<usize>, bool, Passage),
    /// A whole alternative by its letter; without words it is *no text*.
    Alternative(char, Option<Passage>),
    /// That the provision is inserted.
    Insertion,
}

/// What one delegation says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// Its position.
    pub position: Position,
    /// Whether its group says so for it.
    pub by_group: bool,
    /// The group that speaks for it and that it does not follow here: it stands on the provision itself.
    pub overrides: Option<ParticipantId>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PositionRow {
    /// The provision.
    pub provision: ProvisionId,
    /// What it is about.
    pub subject: Subject,
    /// What each says; who is not in it is silent.
    pub standings: BTreeMap<ParticipantId, Standing>,
    /// Its only voice that proposes or supports it, where there is one only and it is no base reading; the
    /// chair's is none.
    pub alone: Option<ParticipantId>,
}

impl Rolling {
    /// Returns what each delegation says of each reading, members of groups included.
    pub fn positions(&self) -> Vec<PositionRow> {
        let mut rows = Vec::new();
        for own in &self.expression.provisions {
            if !own.inserted_by.is_empty() {
                let stance = |(number, by): (usize, &ParticipantId)| Stance {
                    delegation: Some(by.clone()),
                    position: if number == 0 {
                        Position::Propose
                    } else {
                        Position::Support
                    },
                };
                let stances: Vec<Stance> = own.inserted_by.iter().enumerate().map(stance).collect();
                rows.push(self.position_row(own.id, Subject::Insertion, &stances, false));
            }
            let (mut at, mut number) = (0, 0);
            for part in &own.body.parts {
                let site = match part {
                    Part::Words(words) => {
                        at += words.len();
                        continue;
                    }
                    Part::Site(site) => site,
                };
                let range = at..at + base_length(site);
                at = range.end;
                for reading in &site.readings {
                    let inner = reading.segments.iter().find_map(|segment| match segment {
                        Segment::Site(inner) => Some(inner),
                        Segment::Words(_) => None,
                    });
                    let listed: Vec<(Passage, &[Stance])> = match inner {
                        None => alloc::vec![(flat(reading), reading.stances.as_slice())],
                        Some(inner) => inner
                            .readings
                            .iter()
                            .map(|own| {
                                let first = own.stances.iter().find_map(|s| s.delegation.as_ref());
                                let words = first.map(|code| reading.words_of(code));
                                (words.unwrap_or_default(), own.stances.as_slice())
                            })
                            .collect(),
                    };
                    for (words, stances) in listed {
                        let subject =
                            Subject::Reading(number, range.clone(), reading.is_base, words);
                        rows.push(self.position_row(own.id, subject, stances, reading.is_base));
                    }
                }
                number += 1;
            }
            for rival in &own.alternatives {
                let words = rival.body.as_ref().map(crate::Body::base);
                let subject = Subject::Alternative(rival.letter, words);
                rows.push(self.position_row(own.id, subject, &rival.stances, false));
            }
        }
        rows
    }

    fn position_row(
        &self,
        provision: ProvisionId,
        subject: Subject,
        stances: &[Stance],
        is_base: bool,
    ) -> PositionRow {
        let mut standings = BTreeMap::new();
        for stance in stances {
            let Some(code) = &stance.delegation else {
                continue;
            };
            let said = |by_group, overrides| Standing {
                position: stance.position,
                by_group,
                overrides,
            };
            let is_its = |own: &&Override| own.member == *code && own.provision == provision;
            let overrides = self.overrides.iter().find(is_its);
            let group = overrides.map(|own| own.group.clone());
            standings.insert(code.clone(), said(false, group));
            let voices = self.voices.iter().filter(|voice| voice.speaker == *code);
            for member in voices.flat_map(|voice| &voice.members) {
                if self.voice_on(member, provision) == code {
                    standings
                        .entry(member.clone())
                        .or_insert_with(|| said(true, None));
                }
            }
        }
        let is_of_chair = |stance: &&Stance| stance.delegation.as_ref().is_some_and(is_chair);
        let mut wanting = stances
            .iter()
            .filter(|stance| stance.is_support() && !is_of_chair(stance));
        let alone = match (wanting.next(), wanting.next()) {
            (Some(only), None) if !is_base => only.delegation.clone(),
            _ => None,
        };
        PositionRow {
            provision,
            subject,
            standings,
            alone,
        }
    }
}
