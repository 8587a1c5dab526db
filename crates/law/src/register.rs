//! The register: the fold of all acts, with the participants, groups, tables and policies that the
//! rules need. What is asked of it lives in `status`, what is received under the rules in `consent`.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;

use sponsio_record::{ConferenceId, Digest, Hasher, ParticipantId, TreatyId};

use crate::act::Act;
use crate::calendar::Date;
use crate::clause::explain::ActIndex;
use crate::clause::rule::{DepositaryBlock, Policy};
use crate::conference::Conference;
use crate::custody::Notified;
use crate::marks::Marks;
use crate::party::{Membership, Participant, ParticipantKind};
use crate::shared_list::SharedList;
use crate::treaty::{Treaty, WeightTable};

/// The place of a participant in the register; it never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartyIndex(pub(crate) u32);

impl PartyIndex {
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

/// The place of a treaty in the register; it never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TreatyIndex(pub(crate) u32);

impl TreatyIndex {
    pub(crate) fn at(self) -> usize {
        self.0 as usize
    }
}

/// Everything that is known of a set of treaties and the acts that concern them. A copy shares the
/// treaties until one of them changes, so that whoever reads keeps a state while acts come in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    participants: Arc<Vec<Participant>>,
    party_index: Arc<BTreeMap<ParticipantId, PartyIndex>>,
    treaties: SharedList<Arc<Treaty>>,
    treaty_index: Arc<BTreeMap<TreatyId, TreatyIndex>>,
    marks: Marks,
    depositaries: Arc<BTreeMap<String, Vec<Policy>>>,
    weights: Arc<BTreeMap<String, WeightTable>>,
    groups: Arc<BTreeMap<String, Membership>>,
    memberships: Arc<BTreeMap<ParticipantId, Membership>>,
    kept_to: Option<Date>,
    pub(crate) notifications: Arc<BTreeMap<TreatyId, Vec<Notified>>>,
    pub(crate) conferences: Arc<BTreeMap<ConferenceId, Arc<Conference>>>,
}

/// Why something cannot enter the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryError {
    /// The register already has a participant or a treaty of this identifier.
    Twice(String),
    /// The register has no such participant.
    NoSuchParticipant(ParticipantId),
    /// The register has no such treaty.
    NoSuchTreaty(TreatyId),
    /// The register is full: it holds at most 2^32 - 1 entries of a kind.
    Full,
}

impl Register {
    /// Returns an empty register.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a participant.
    pub fn add_participant(&mut self, participant: Participant) -> Result<PartyIndex, EntryError> {
        if self.party_index.contains_key(&participant.id) {
            return Err(EntryError::Twice(participant.id.to_string()));
        }
        let place = u32::try_from(self.participants.len()).map_err(|_| EntryError::Full)?;
        let index = Arc::make_mut(&mut self.party_index);
        index.insert(participant.id.clone(), PartyIndex(place));
        Arc::make_mut(&mut self.participants).push(participant);
        Ok(PartyIndex(place))
    }

    /// Adds a treaty.
    pub fn add_treaty(&mut self, treaty: Treaty) -> Result<TreatyIndex, EntryError> {
        if self.treaty_index.contains_key(&treaty.id) {
            return Err(EntryError::Twice(treaty.id.to_string()));
        }
        let place = u32::try_from(self.treaties.len()).map_err(|_| EntryError::Full)?;
        let index = Arc::make_mut(&mut self.treaty_index);
        index.insert(treaty.id.clone(), TreatyIndex(place));
        self.treaties.push(Arc::new(treaty));
        Ok(TreatyIndex(place))
    }

    /// Sets the policies of a depositary.
    pub fn set_depositary(&mut self, block: DepositaryBlock) {
        Arc::make_mut(&mut self.depositaries).insert(block.name, block.policies);
    }

    /// Sets the table that clauses name by this path.
    pub fn set_weights(&mut self, path: String, table: WeightTable) {
        Arc::make_mut(&mut self.weights).insert(path, table);
    }

    /// Sets the group that clauses name by this path.
    pub fn set_group(&mut self, path: String, membership: Membership) {
        Arc::make_mut(&mut self.groups).insert(path, membership);
    }

    /// Sets who is a member of an organization (S-4).
    pub fn set_membership(&mut self, organization: ParticipantId, membership: Membership) {
        Arc::make_mut(&mut self.memberships).insert(organization, membership);
    }

    /// Folds one act into the register: what has been received or published is recorded, whatever
    /// the rules make of it.
    pub fn apply(&mut self, act: Act) -> Result<(), EntryError> {
        let Some(party) = self.party(&act.participant) else {
            return Err(EntryError::NoSuchParticipant(act.participant));
        };
        let Some(place) = self.treaty_place(&act.treaty) else {
            return Err(EntryError::NoSuchTreaty(act.treaty));
        };
        if let Some(mark) = &act.id {
            self.marks.insert(mark);
        }
        match self.treaty_mut(place) {
            Some(treaty) => treaty.enter(act, party),
            None => return Err(EntryError::NoSuchTreaty(act.treaty)),
        }
        Ok(())
    }

    /// Says to which day the register is kept: its keeper has received nothing until then that is
    /// not in it. It is the horizon of every treaty whose head states none.
    pub fn keep_to(&mut self, day: Date) {
        self.kept_to = Some(day);
    }

    /// Returns the day to which a treaty's acts are known: what its head says, otherwise the day to
    /// which the register is kept, otherwise the day of its latest act. `None` means that nothing is
    /// known of it.
    pub fn horizon(&self, treaty: &Treaty) -> Option<Date> {
        self.horizon_as_known(treaty, None)
    }

    /// Returns the day to which a treaty's acts reach as known on a day (G-3): what is recorded later
    /// does not move it. Without a day, as known today.
    pub(crate) fn horizon_as_known(&self, treaty: &Treaty, known: Option<Date>) -> Option<Date> {
        let stated = treaty.clauses.header.data_as_of.as_ref();
        let Some(reached) = stated.map(|stated| stated.value).or(self.kept_to) else {
            let days = treaty.acts().iter().map(Act::known_from);
            return days
                .filter(|day| known.is_none_or(|known| *day <= known))
                .max();
        };
        Some(known.map_or(reached, |known| known.min(reached)))
    }

    /// Returns the participants in the order in which they entered.
    pub fn participants(&self) -> &[Participant] {
        &self.participants
    }

    /// Returns the treaties in the order in which they entered.
    pub fn treaties(&self) -> &SharedList<Arc<Treaty>> {
        &self.treaties
    }

    /// Returns how many acts are recorded, to all treaties together.
    pub fn act_count(&self) -> usize {
        let treaties = self.treaties.iter();
        treaties.map(|treaty| treaty.acts().len()).sum()
    }

    /// Returns the act with this mark, whichever treaty it concerns.
    pub fn act_marked(&self, mark: &str) -> Option<(&TreatyId, ActIndex)> {
        if !self.marks.may_have(mark) {
            return None;
        }
        let mut treaties = self.treaties.iter();
        treaties.find_map(|treaty| Some((&treaty.id, treaty.act_marked(mark)?)))
    }

    /// Returns the place of a participant.
    pub fn party(&self, id: &ParticipantId) -> Option<PartyIndex> {
        self.party_index.get(id).copied()
    }

    /// Returns the places of several participants. Lists mostly name them in the order in which they
    /// entered: the next place is tried before it is searched for.
    pub(crate) fn parties_named<'a>(
        &'a self,
        ids: impl IntoIterator<Item = &'a ParticipantId>,
    ) -> impl Iterator<Item = Option<PartyIndex>> {
        let mut next = PartyIndex(0);
        ids.into_iter().map(move |id| {
            let found = match self.participants.get(next.at()) {
                Some(participant) if participant.id == *id => Some(next),
                _ => self.party(id),
            };
            next = found.map_or(next, |found| PartyIndex(found.0.saturating_add(1)));
            found
        })
    }

    /// Returns the participant at a place that this register gave.
    pub fn participant(&self, place: PartyIndex) -> &Participant {
        &self.participants[place.at()]
    }

    /// Returns the places of all participants, in the order in which they entered.
    pub fn parties(&self) -> impl Iterator<Item = PartyIndex> + use<> {
        let count = u32::try_from(self.participants.len()).unwrap_or(u32::MAX);
        (0..count).map(PartyIndex)
    }

    /// Returns the place of a treaty.
    pub fn treaty_place(&self, id: &TreatyId) -> Option<TreatyIndex> {
        self.treaty_index.get(id).copied()
    }

    /// Returns the treaty at a place that this register gave.
    pub fn treaty(&self, place: TreatyIndex) -> &Treaty {
        &self.treaties[place.at()]
    }

    pub(crate) fn shared_treaty(&self, place: TreatyIndex) -> &Arc<Treaty> {
        &self.treaties[place.at()]
    }

    /// Returns the places of all treaties, in the order in which they entered.
    pub fn treaty_places(&self) -> impl Iterator<Item = TreatyIndex> + use<> {
        let count = u32::try_from(self.treaties.len()).unwrap_or(u32::MAX);
        (0..count).map(TreatyIndex)
    }

    /// Returns the policies of a depositary.
    pub fn depositary(&self, name: &str) -> &[Policy] {
        self.depositaries.get(name).map_or(&[], Vec::as_slice)
    }

    /// Returns the depositaries with their policies, by name.
    pub fn depositaries(&self) -> impl Iterator<Item = (&str, &[Policy])> {
        self.depositaries
            .iter()
            .map(|(name, policies)| (name.as_str(), policies.as_slice()))
    }

    /// Returns the table that clauses name by this path.
    pub fn weights(&self, path: &str) -> Option<&WeightTable> {
        self.weights.get(path)
    }

    /// Returns the tables with the paths by which clauses name them.
    pub fn weight_tables(&self) -> impl Iterator<Item = (&str, &WeightTable)> {
        self.weights
            .iter()
            .map(|(path, table)| (path.as_str(), table))
    }

    /// Returns the group that clauses name by this path.
    pub fn group(&self, path: &str) -> Option<&Membership> {
        self.groups.get(path)
    }

    /// Returns the groups with the paths by which clauses name them.
    pub fn groups(&self) -> impl Iterator<Item = (&str, &Membership)> {
        self.groups
            .iter()
            .map(|(path, membership)| (path.as_str(), membership))
    }

    /// Returns the members of an organization, if the register knows them.
    pub fn membership(&self, organization: &ParticipantId) -> Option<&Membership> {
        self.memberships.get(organization)
    }

    /// Returns the memberships of the organizations whose members the register knows.
    pub fn memberships(&self) -> impl Iterator<Item = (&ParticipantId, &Membership)> {
        self.memberships.iter()
    }

    /// Returns a copy that holds only these treaties.
    pub(crate) fn with_treaties(&self, treaties: Vec<Arc<Treaty>>) -> Self {
        let places = (0..).map(TreatyIndex);
        let treaty_index: BTreeMap<_, _> = treaties
            .iter()
            .map(|treaty| treaty.id.clone())
            .zip(places)
            .collect();
        Self {
            treaties: treaties.into_iter().collect(),
            treaty_index: Arc::new(treaty_index),
            ..self.clone()
        }
    }

    /// Returns the treaty at a place to be changed; `None` for no place that this register gave.
    pub(crate) fn treaty_mut(&mut self, place: TreatyIndex) -> Option<&mut Treaty> {
        self.treaties.get_mut(place.at()).map(Arc::make_mut)
    }

    pub(crate) fn kind(&self, place: PartyIndex) -> ParticipantKind {
        self.participants[place.at()].kind
    }

    /// Returns the digest of the folded state: participants, treaties, clauses, tables and acts.
    /// The order in which independent entries arrived does not change it.
    pub fn digest(&self) -> Digest {
        let mut hasher = Hasher::new("sponsio register 1");
        count(&mut hasher, self.party_index.len());
        for (id, place) in self.party_index.as_ref() {
            let participant = self.participant(*place);
            hasher.part(id.as_str().as_bytes());
            hasher.part(participant.name.as_bytes());
            hasher.part(participant.kind.label().as_bytes());
        }
        count(&mut hasher, self.treaty_index.len());
        for (id, place) in self.treaty_index.as_ref() {
            let treaty = self.treaty(*place);
            hasher.part(id.as_str().as_bytes());
            hasher.part(crate::clause::print(&treaty.clauses).as_bytes());
            let mut acts: Vec<Digest> = treaty.acts().iter().map(Act::digest).collect();
            acts.sort_unstable();
            count(&mut hasher, acts.len());
            for act in acts {
                hasher.part(act.as_bytes());
            }
        }
        self.digest_tables(&mut hasher);
        hasher.finish()
    }

    fn digest_tables(&self, hasher: &mut Hasher) {
        for number in [
            self.depositaries.len(),
            self.weights.len(),
            self.groups.len(),
            self.memberships.len(),
        ] {
            count(hasher, number);
        }
        for (name, policies) in self.depositaries.as_ref() {
            let block = DepositaryBlock {
                name: name.clone(),
                policies: policies.clone(),
                span: crate::clause::rule::Span::default(),
            };
            hasher.part(crate::clause::print_depositaries(&[block]).as_bytes());
        }
        for (path, table) in self.weights.as_ref() {
            hasher.part(path.as_bytes());
            count(hasher, table.rows.len());
            for (participant, weight) in &table.rows {
                hasher.part(participant.as_str().as_bytes());
                hasher.part(&weight.millionths().to_be_bytes());
            }
        }
        let groups = self
            .groups
            .iter()
            .map(|(path, group)| (path.as_str(), group));
        let members = self
            .memberships
            .iter()
            .map(|(id, group)| (id.as_str(), group));
        for (name, membership) in groups.chain(members) {
            hasher.part(name.as_bytes());
            count(hasher, membership.members.len());
            for member in &membership.members {
                hasher.part(member.participant.as_str().as_bytes());
                for day in [member.from, member.until] {
                    hasher.part(
                        day.map(|day| day.to_string())
                            .unwrap_or_default()
                            .as_bytes(),
                    );
                }
            }
        }
    }
}

/// Adds how many entries follow, so that what ends one list never reads as the start of the next.
fn count(hasher: &mut Hasher, entries: usize) {
    hasher.part(&(entries as u64).to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_and_a_membership_of_the_same_name_are_not_the_same_state() {
        let organization = ParticipantId::new("X-EU").expect("a code");
        let (mut with_group, mut with_members) = (Register::new(), Register::new());
        with_group.set_group(String::from("X-EU"), Membership::default());
        with_members.set_membership(organization, Membership::default());
        assert_ne!(with_group.digest(), with_members.digest());
    }
}
