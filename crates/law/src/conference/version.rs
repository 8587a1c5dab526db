//! A whole text that a delegation hands in becomes its proposals: one for each provision that is to have
//! other words, one for each row of new ones, one for each that goes or moves. Each has its disposition
//! then. That together they say the whole text, and nothing else, is seen by carrying them out.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::mem::take;

use sponsio_record::{ActId, Instant, ParticipantId};
use sponsio_text::markup::{print_pieces, print_words};
use sponsio_text::{
    Body, Content, Expression, Passage, Provision, ProvisionId, Stand, StandFault, settled,
    stand_of,
};

use crate::conference::stands::{add, anchor, operations_of, order};
use crate::conference::{Amendment, Conference, Operation, Proposal, TabledProposal};

/// What the whole text of a delegation becomes in a round.
#[derive(Clone, PartialEq, Eq)]
pub struct Version {
    /// What is to be tabled.
    pub proposals: Vec<Drawn>,
    /// Live proposals that say already what the text says; they are not tabled again.
    pub again: BTreeSet<ActId>,
    /// Live proposals behind which the delegation stands and which the text does not have: each is the
    /// delegation's to withdraw from.
    pub left: BTreeSet<ActId>,
}

/// One proposal of a whole text.
#[derive(Clone, PartialEq, Eq)]
pub struct Drawn {
    /// What it would change.
    pub amendments: Vec<Amendment>,
    /// The proposal of the same delegation whose place it takes.
    pub supersedes: Option<ActId>,
}

impl core::fmt::Debug for Version {
    /// Counts only: what is confidential never reaches a message.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Version")
            .field("proposals", &self.proposals.len())
            .finish_non_exhaustive()
    }
}

impl Conference {
    /// Returns what a whole text becomes, told by what the delegation stands on in it, on the base of a
    /// round; `is_one` asks for one proposal of all. What its live proposals say already is not said
    /// again, as far as their papers are at hand.
    ///
    /// # Errors
    /// The provisions at which no amendment says what the text says.
    pub fn version(
        &self,
        round: &str,
        base: &Expression,
        stand: &Stand,
        is_one: bool,
        at: Instant,
    ) -> Result<Version, Vec<ProvisionId>> {
        let code = &stand.delegation;
        let live = self.live_in(round, base, at);
        let present = self.stands(round, base, at);
        let present = present.and_then(|found| {
            let mut stands = found.stands.into_iter();
            stands.find(|own| own.delegation == *code)
        });
        let present = present.unwrap_or_else(|| Stand::silent(code.clone()));
        let behind = behind(&present);
        let mut again = BTreeSet::new();
        let mut rows = Vec::new();
        for row in rows_of(base, stand, is_one)? {
            let said =
                said_by(&row, base, &live, &behind).or_else(|| held_by(&row, stand, &present));
            match said {
                Some(of) => drop(again.insert(of)),
                None => rows.push(row),
            }
        }
        let mut former: BTreeMap<ActId, BTreeSet<ProvisionId>> = live
            .iter()
            .filter(|(one, _)| one.tabled.participant == *code && !again.contains(&one.id))
            .map(|(one, paper)| (one.id, paper.touched()))
            .collect();
        let alone: BTreeSet<ActId> = live
            .iter()
            .filter(|(one, _)| one.sponsors.len() == 1)
            .map(|(one, _)| one.id)
            .collect();
        let mut proposals = Vec::new();
        for amendments in rows {
            let touched: BTreeSet<ProvisionId> =
                amendments.iter().map(|own| own.provision).collect();
            let replaced = former
                .iter()
                .find(|(of, theirs)| alone.contains(of) && !theirs.is_disjoint(&touched));
            let supersedes = replaced.map(|(of, _)| *of);
            if let Some(of) = supersedes {
                former.remove(&of);
            }
            proposals.push(Drawn {
                amendments,
                supersedes,
            });
        }
        let superseded: BTreeSet<ActId> =
            proposals.iter().filter_map(|own| own.supersedes).collect();
        let mut left: BTreeSet<ActId> = former.into_keys().collect();
        left.extend(behind.into_iter().filter(|of| !superseded.contains(of)));
        left.retain(|of| !again.contains(of));
        Ok(Version {
            proposals,
            again,
            left,
        })
    }

    /// The proposals of a round that are live, in the language of its text, with their papers; questions of
    /// those who review the languages are no wishes.
    fn live_in<'a>(
        &'a self,
        round: &str,
        base: &Expression,
        at: Instant,
    ) -> Vec<(&'a TabledProposal, &'a Proposal)> {
        let of_round = self.proposals.iter();
        of_round
            .filter(|one| one.tabled.round == round && one.is_live(at))
            .filter_map(|one| Some((one, one.paper.as_ref()?)))
            .filter(|(_, paper)| paper.language == base.language && !paper.is_concordance_note())
            .collect()
    }
}

/// The proposals behind which a delegation stands.
fn behind(stand: &Stand) -> BTreeSet<ActId> {
    let words = stand.texts.values().filter_map(|own| own.proposal);
    let inserted = stand.insertions.iter().filter_map(|own| own.proposal);
    words.chain(inserted).collect()
}

/// The live proposal behind which the delegation stands and which says the very same.
fn said_by(
    row: &[Amendment],
    base: &Expression,
    live: &[(&TabledProposal, &Proposal)],
    behind: &BTreeSet<ActId>,
) -> Option<ActId> {
    let nobody = ActId::from_bytes([0; 16]);
    let wanted = operations_of(row, base, nobody).ok()?;
    let says = |paper: &Proposal| {
        let found = operations_of(&paper.operations, base, nobody);
        found.is_ok_and(|found| found == wanted)
    };
    live.iter()
        .find(|(one, paper)| behind.contains(&one.id) && says(paper))
        .map(|(one, _)| one.id)
}

/// The proposal by which the delegation stands already on what the row says of one provision.
fn held_by(row: &[Amendment], wanted: &Stand, present: &Stand) -> Option<ActId> {
    let [own] = row else { return None };
    if !matches!(own.operation, Operation::Replace | Operation::Delete) {
        return None;
    }
    let held = present.texts.get(&own.provision)?;
    let wanted = wanted.texts.get(&own.provision)?;
    (held.content == wanted.content).then_some(held.proposal)?
}

/// What a whole text would change, in rows that are proposals of their own.
fn rows_of(
    base: &Expression,
    stand: &Stand,
    is_one: bool,
) -> Result<Vec<Vec<Amendment>>, Vec<ProvisionId>> {
    let faulty = |faults: Vec<StandFault>| -> Vec<ProvisionId> {
        faults.into_iter().map(|fault| fault.provision).collect()
    };
    let wanted = stand.text(base).map_err(faulty)?;
    let mut unsaid = Vec::new();
    let rows = amendments(base, stand, &wanted, &mut unsaid);
    if !unsaid.is_empty() {
        return Err(unsaid);
    }
    let judged = |rows: &[Vec<Amendment>]| match carried_out(base, stand, rows) {
        Ok(made) => differing(base, &wanted, &made),
        Err(unfit) => unfit,
    };
    let whole = Vec::from([rows.concat()]);
    let mut rows = if is_one { whole.clone() } else { rows };
    rows.retain(|row| !row.is_empty());
    let unsaid = judged(&rows);
    if unsaid.is_empty() {
        return Ok(rows);
    }
    // What depends on what else is said is said with it.
    if judged(&whole).is_empty() {
        return Ok(whole);
    }
    Err(unsaid)
}

fn amendments(
    base: &Expression,
    stand: &Stand,
    wanted: &[Provision],
    unsaid: &mut Vec<ProvisionId>,
) -> Vec<Vec<Amendment>> {
    let one = |operation, provision, other, text| {
        Vec::from([Amendment {
            operation,
            provision,
            other,
            text,
        }])
    };
    let mut rows = Vec::new();
    for (id, tabled) in &stand.texts {
        if let Content::Text(words) = &tabled.content {
            let text = print_words(&Body::of(words.clone()), &base.language);
            rows.push(one(Operation::Replace, *id, None, Some(text)));
        }
    }
    let mut before: Option<ProvisionId> = None;
    let mut row = BTreeSet::new();
    let mut anchors: BTreeMap<ProvisionId, ProvisionId> = BTreeMap::new();
    let mut insert = |row: &mut BTreeSet<ProvisionId>, before: Option<ProvisionId>| {
        let row = take(row);
        match before {
            _ if row.is_empty() => None,
            None => {
                unsaid.extend(row);
                None
            }
            Some(before) => {
                let text = print_pieces(wanted, &row, &base.language).trim_end().into();
                Some(one(Operation::InsertAfter, before, None, Some(text)))
            }
        }
    };
    for provision in wanted {
        if base.provision(provision.id).is_some() {
            rows.extend(insert(&mut row, before));
            before = Some(provision.id);
        } else {
            row.insert(provision.id);
        }
        anchors.extend(before.map(|before| (provision.id, before)));
    }
    rows.extend(insert(&mut row, before));
    for placement in &stand.placements {
        let id = placement.provision;
        // No amendment names a provision that is not there yet.
        match placement.after.and_then(|after| anchors.get(&after)) {
            Some(after) => rows.push(one(Operation::Move, id, Some(*after), None)),
            None => unsaid.push(id),
        }
    }
    let kept: BTreeSet<ProvisionId> = wanted.iter().map(|own| own.id).collect();
    for own in base.provisions.iter().filter(|own| !kept.contains(&own.id)) {
        // With a provision goes all that belongs to it.
        if own.parent.is_none_or(|parent| kept.contains(&parent)) {
            rows.push(one(Operation::Delete, own.id, None, None));
        }
    }
    unsaid.extend(stand.changes.iter().map(|own| own.provision));
    rows
}

/// The text that the rows make of the base, each a proposal of its own.
///
/// # Errors
/// The provisions of a row that does not fit.
fn carried_out(
    base: &Expression,
    stand: &Stand,
    rows: &[Vec<Amendment>],
) -> Result<Vec<Provision>, Vec<ProvisionId>> {
    let code: &ParticipantId = &stand.delegation;
    let mut whole = Stand::silent(code.clone());
    let (mut orders, mut unfit) = (Vec::new(), Vec::new());
    for (number, row) in (0_u128..).zip(rows) {
        let of = ActId::from_bytes(number.to_be_bytes());
        let operations = operations_of(row, base, of).ok();
        let wish = operations.and_then(|operations| {
            stand_of(code.clone(), base, &operations, Instant::MIN, Some(of)).ok()
        });
        match wish {
            Some(wish) => {
                orders.push(order(base, &wish));
                add(&mut whole, wish);
            }
            None => unfit.extend(row.iter().map(|own| own.provision)),
        }
    }
    if !unfit.is_empty() {
        return Err(unfit);
    }
    anchor(&mut whole, &orders);
    let faulty = |faults: Vec<StandFault>| faults.into_iter().map(|own| own.provision).collect();
    whole.text(base).map_err(faulty)
}

/// The provisions at which a text differs from the one that is wanted. New ones are told by their order:
/// their ids follow from the acts.
fn differing(base: &Expression, wanted: &[Provision], made: &[Provision]) -> Vec<ProvisionId> {
    let is_new = |own: &Provision| base.provision(own.id).is_none();
    let news = made.iter().filter(|own| is_new(own)).map(|own| own.id);
    let wanted_news = wanted.iter().filter(|own| is_new(own)).map(|own| own.id);
    let given: BTreeMap<ProvisionId, ProvisionId> = news.zip(wanted_news).collect();
    let named = |id: ProvisionId| given.get(&id).copied().unwrap_or(id);
    let seen = |own: &Provision| -> (ProvisionId, Option<ProvisionId>, Passage) {
        (
            named(own.id),
            own.parent.map(named),
            settled(own).body.base(),
        )
    };
    let mut found: Vec<ProvisionId> = Vec::new();
    for (number, own) in wanted.iter().enumerate() {
        let is_same = made.get(number).is_some_and(|other| {
            let plain = (own.id, own.parent, settled(own).body.base());
            (own.kind, &own.label) == (other.kind, &other.label) && plain == seen(other)
        });
        if !is_same {
            found.push(own.id);
        }
    }
    let more = made.get(wanted.len()..).unwrap_or_default();
    found.extend(more.iter().map(|own| named(own.id)));
    found
}
