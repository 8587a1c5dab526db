//! The computation: every provision of the base, what is inserted between them, and the order of it
//! all in each delegation's text.

use super::contest::{Claims, Contest, contest};
use super::{Options, Rolling, structure};
use crate::body::Passage;
use crate::expression::Expression;
use crate::lexicon::Lexicon;
use crate::position::Stated;
use crate::provision::{Provision, ProvisionId};
use crate::stand::{
    Change, Content, Insertion, Stand, StandFault, StandReason, trimmed, with_body,
};
use crate::voice::{Override, Voice};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use sponsio_record::{Instant, ParticipantId};

pub(super) fn compute(
    base: &Expression,
    stands: &[Stand],
    positions: &[Stated],
    options: &Options,
) -> Result<Rolling, Vec<StandFault>> {
    let mut stands: Vec<&Stand> = stands.iter().collect();
    stands.sort_by(|a, b| a.delegation.cmp(&b.delegation));
    let faults = faults(base, &stands);
    if !faults.is_empty() {
        return Err(faults);
    }
    let voices = holding(options);
    let words: Vec<Passage> = base
        .provisions
        .iter()
        .map(|own| trimmed(own.body.base()))
        .collect();
    let inserted = united(&stands);
    let mut lexicon = Lexicon::new(&base.language, 1024);
    let mut unattached = Vec::new();
    let mut bodies: BTreeMap<ProvisionId, Provision> = BTreeMap::new();
    for (own, words) in base.provisions.iter().zip(&words) {
        let claims = claims_on(own.id, words, &stands, positions);
        let done = contest(&mut lexicon, &claims, options);
        bodies.insert(own.id, filled(own, done, &mut unattached));
    }
    for (id, insertions) in &inserted {
        let claims = claims_within(*id, insertions, positions);
        let done = contest(&mut lexicon, &claims, options);
        let Some((_, first)) = insertions.first() else {
            continue;
        };
        let mut provision = filled(&first.provision, done, &mut unattached);
        provision.inserted_by = insertions.iter().map(|(own, _)| (*own).clone()).collect();
        bodies.insert(*id, provision);
    }
    let known: BTreeSet<ProvisionId> = bodies.keys().copied().collect();
    let strays = positions
        .iter()
        .filter(|own| !known.contains(&own.provision));
    unattached.extend(strays.cloned());
    unattached.sort_by(|a, b| {
        let key = |own: &Stated| (own.provision, own.delegation.clone(), own.at, own.position);
        key(a).cmp(&key(b)).then_with(|| a.words.cmp(&b.words))
    });
    let order = structure::order(base, &stands, &inserted);
    let provisions = order.iter().filter_map(|id| bodies.remove(id)).collect();
    let mut rolling = Rolling {
        expression: Expression {
            language: base.language.clone(),
            headers: base.headers.clone(),
            provisions,
        },
        spoken: spoken(&stands),
        placements: BTreeMap::new(),
        changes: stands
            .iter()
            .filter(|own| !own.changes.is_empty())
            .map(|own| (own.delegation.clone(), own.changes.clone()))
            .collect(),
        labels: BTreeMap::new(),
        unattached,
        overrides: overrides(&stands, &voices),
        voices,
    };
    structure::place(&mut rolling, base, &stands);
    structure::label(&mut rolling);
    Ok(rolling)
}

fn faults(base: &Expression, stands: &[&Stand]) -> Vec<StandFault> {
    let mut faults = Vec::new();
    for pair in stands.windows(2) {
        if pair[0].delegation == pair[1].delegation {
            let mentioned = pair[1].texts.keys().next().copied();
            faults.push(StandFault {
                delegation: pair[1].delegation.clone(),
                provision: mentioned.unwrap_or_else(|| ProvisionId::from_number(0)),
                reason: StandReason::SecondStand,
            });
        }
    }
    for stand in stands {
        let contested = |own: &&Provision| own.body.is_contested() || !own.alternatives.is_empty();
        faults.extend(
            base.provisions
                .iter()
                .filter(contested)
                .map(|own| StandFault {
                    delegation: stand.delegation.clone(),
                    provision: own.id,
                    reason: StandReason::ContestedBase,
                }),
        );
        faults.extend(stand.faults(base));
    }
    faults
}

fn holding(options: &Options) -> Vec<Voice> {
    let mut voices: Vec<Voice> = options
        .voices
        .iter()
        .filter(|voice| options.at.is_some_and(|at| voice.holds(at)))
        .cloned()
        .collect();
    voices.sort();
    voices.dedup();
    voices
}

fn claims_on<'a>(
    id: ProvisionId,
    base: &'a [crate::Token],
    stands: &[&'a Stand],
    positions: &'a [Stated],
) -> Claims<'a> {
    let mut claims = Claims {
        base,
        stated: positions.iter().filter(|own| own.provision == id).collect(),
        ..Claims::default()
    };
    for stand in stands {
        let cuts = |own: &crate::stand::Restructured| {
            own.provision == id && !matches!(own.change, Change::Relabel(_))
        };
        claims.is_restructured |= stand.changes.iter().any(cuts);
        let Some(tabled) = stand.texts.get(&id) else {
            continue;
        };
        match &tabled.content {
            Content::Text(words) => claims.texts.push((&stand.delegation, tabled.at, words)),
            Content::NoText => claims.deleters.push((&stand.delegation, tabled.at)),
        }
    }
    claims
}

/// A provision that several delegations insert: the words of the first are those that the others are
/// compared with.
fn claims_within<'a>(
    id: ProvisionId,
    insertions: &[(&'a ParticipantId, &'a Insertion)],
    positions: &'a [Stated],
) -> Claims<'a> {
    let words = |insertion: &'a Insertion| match insertion.provision.body.parts.first() {
        Some(crate::Part::Words(words)) => words.as_slice(),
        _ => &[],
    };
    let texts: Vec<_> = insertions
        .iter()
        .map(|(delegation, own)| (*delegation, own.at, words(own)))
        .collect();
    Claims {
        base: texts
            .first()
            .map(|(_, _, words)| *words)
            .unwrap_or_default(),
        texts,
        stated: positions.iter().filter(|own| own.provision == id).collect(),
        ..Claims::default()
    }
}

/// What is inserted, each id once, with all that insert it: by instant, then code.
fn united<'a>(
    stands: &[&'a Stand],
) -> BTreeMap<ProvisionId, Vec<(&'a ParticipantId, &'a Insertion)>> {
    let mut inserted: BTreeMap<ProvisionId, Vec<(&ParticipantId, &Insertion)>> = BTreeMap::new();
    for stand in stands {
        for insertion in &stand.insertions {
            inserted
                .entry(insertion.provision.id)
                .or_default()
                .push((&stand.delegation, insertion));
        }
    }
    for insertions in inserted.values_mut() {
        insertions.sort_by(|a, b| (a.1.at, a.0).cmp(&(b.1.at, b.0)));
    }
    inserted
}

fn filled(provision: &Provision, done: Contest, unattached: &mut Vec<Stated>) -> Provision {
    unattached.extend(done.unattached);
    Provision {
        alternatives: done.alternatives,
        ..with_body(provision, done.body)
    }
}

fn spoken(stands: &[&Stand]) -> BTreeMap<ParticipantId, BTreeMap<ProvisionId, Instant>> {
    let of = |stand: &&Stand| {
        let texts = stand.texts.iter().map(|(id, tabled)| (*id, tabled.at));
        let inserted = stand
            .insertions
            .iter()
            .map(|own| (own.provision.id, own.at));
        (stand.delegation.clone(), texts.chain(inserted).collect())
    };
    stands.iter().map(of).collect()
}

fn overrides(stands: &[&Stand], voices: &[Voice]) -> Vec<Override> {
    let by_code: BTreeMap<&ParticipantId, &&Stand> =
        stands.iter().map(|own| (&own.delegation, own)).collect();
    let mut overrides = Vec::new();
    for voice in voices {
        let Some(group) = by_code.get(&voice.speaker) else {
            continue;
        };
        for member in &voice.members {
            let Some(own) = by_code.get(member) else {
                continue;
            };
            for provision in own.texts.keys().filter(|id| group.texts.contains_key(id)) {
                overrides.push(Override {
                    member: member.clone(),
                    group: voice.speaker.clone(),
                    provision: *provision,
                });
            }
        }
    }
    overrides.sort();
    overrides
}
