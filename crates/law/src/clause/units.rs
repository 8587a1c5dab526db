//! Groups, sets and tables as a condition sees them: who is inside on a day, and how much a
//! participant weighs (S-3, S-4, EIF-9).

use alloc::boxed::Box;
use alloc::vec::Vec;

use sponsio_record::{ParticipantId, TreatyId};

use crate::calendar::Date;
use crate::clause::decimal::Decimal;
use crate::clause::explain::Reason;
use crate::clause::rule::{
    AsAt, Filter, Group, GroupSource, Noun, OrganizationCounting, Roll, Set, WeightSource,
};
use crate::clause::scene::{Other, Scene};
use crate::clause::truth::Truth;
use crate::party::{Member, Membership, ParticipantKind};
use crate::register::PartyIndex;
use crate::status::history::History;

/// The members of a set.
pub(crate) enum Members<'a> {
    /// A fixed list, sorted; `size` also counts members that the register does not know.
    Listed { members: Vec<PartyIndex>, size: u64 },
    /// A list with dates; `strangers` are members that the register does not know.
    Dated {
        members: Vec<(PartyIndex, &'a Member)>,
        strangers: Vec<&'a Member>,
    },
    /// Those who have signed by the day.
    Signatories,
    /// The parties to another treaty, on the day or on a named one.
    PartiesTo(&'a History, Option<Date>),
    /// Who was inside on another day than the one that is tested (EIF-10).
    AsAt(Box<Self>, Date),
    /// Not known.
    Unknown,
}

impl<'a> Members<'a> {
    pub(crate) fn of(set: &Set, scene: Scene<'a>, reasons: &mut Vec<Reason>) -> Self {
        match set {
            Set::Named(name) => match scene.treaty.group(name) {
                Some(group) => Self::of_group(group, scene, reasons),
                None => unknown(reasons, Reason::NotDeclared(name.clone())),
            },
            Set::Listed(ids) => Self::listed(ids, scene),
            Set::Signatories => Self::Signatories,
            Set::PartiesTo { treaty, as_at } => Self::parties_to(treaty, *as_at, scene, reasons),
            Set::AsAt { roll, day } => {
                let members = Self::of_roll(roll, scene, reasons);
                members.on_its_day(*day, scene, reasons)
            }
        }
    }

    fn parties_to(
        treaty: &TreatyId,
        as_at: Option<Date>,
        scene: Scene<'a>,
        reasons: &mut Vec<Reason>,
    ) -> Self {
        match scene.others.find(scene.register, treaty) {
            Other::NotHeld => unknown(reasons, Reason::TreatyNotHeld(treaty.clone())),
            Other::Unsettled => unknown(reasons, Reason::TreatyUndetermined(treaty.clone())),
            Other::Settled(history) => {
                if history.has_open_effects() {
                    reasons.push(Reason::TreatyUndetermined(treaty.clone()));
                }
                Self::PartiesTo(history, as_at)
            }
        }
    }

    fn of_roll(roll: &Roll, scene: Scene<'a>, reasons: &mut Vec<Reason>) -> Self {
        match roll {
            // The condition decides on entry into force; before that nobody is a party.
            Roll::Parties => Self::listed(&[], scene),
            Roll::Signatories => Self::Signatories,
            Roll::PartiesTo(treaty) => Self::parties_to(treaty, None, scene, reasons),
            Roll::MembersOf(name) => {
                if let Some(group) = scene.treaty.group(name) {
                    return Self::of_group(group, scene, reasons);
                }
                let organization = ParticipantId::new(name).ok();
                match organization.and_then(|id| scene.register.membership(&id)) {
                    Some(membership) => Self::dated(membership, scene),
                    None => unknown(reasons, Reason::NotDeclared(name.clone())),
                }
            }
        }
    }

    /// The trigger is the day on which the condition comes to hold: the day that is tested.
    fn on_its_day(self, day: AsAt, scene: Scene<'a>, reasons: &mut Vec<Reason>) -> Self {
        let header = &scene.treaty.clauses.header;
        let (named, missing) = match day {
            AsAt::EachDay | AsAt::Trigger => return self,
            AsAt::Date(day) => (Some(day), Reason::NoAdoptionDate),
            AsAt::Adoption => (
                header.adopted.as_ref().map(|day| day.value),
                Reason::NoAdoptionDate,
            ),
            AsAt::Opening => (
                header.opened.as_ref().map(|day| day.value),
                Reason::NoOpeningDate,
            ),
            AsAt::Communication => (None, Reason::NoCommunicationDate),
        };
        match (self, named) {
            (Self::Unknown, _) => Self::Unknown,
            (members, Some(day)) => Self::AsAt(Box::new(members), day),
            (_, None) => unknown(reasons, missing),
        }
    }

    fn of_group(group: &Group, scene: Scene<'a>, reasons: &mut Vec<Reason>) -> Self {
        match &group.members {
            GroupSource::Listed(ids) => Self::listed(ids, scene),
            GroupSource::Unknown(words) => unknown(
                reasons,
                Reason::GroupUnknown(group.name.clone(), words.clone()),
            ),
            GroupSource::File(path) => match scene.register.group(path) {
                Some(membership) => Self::dated(membership, scene),
                None => unknown(reasons, Reason::FileMissing(path.clone())),
            },
        }
    }

    fn listed(ids: &[ParticipantId], scene: Scene<'a>) -> Self {
        let mut distinct: Vec<_> = ids.iter().collect();
        distinct.sort_unstable();
        distinct.dedup();
        let known = scene.register.parties_named(distinct.iter().copied());
        let mut members: Vec<PartyIndex> = known.flatten().collect();
        members.sort_unstable();
        Self::Listed {
            members,
            size: distinct.len() as u64,
        }
    }

    fn dated(membership: &'a Membership, scene: Scene<'a>) -> Self {
        let (mut members, mut strangers) = (Vec::new(), Vec::new());
        let ids = membership.members.iter().map(|member| &member.participant);
        let places = scene.register.parties_named(ids);
        for (member, place) in membership.members.iter().zip(places) {
            match place {
                Some(party) => members.push((party, member)),
                None => strangers.push(member),
            }
        }
        members.sort_by_key(|(party, _)| *party);
        Self::Dated { members, strangers }
    }

    /// Whether membership can change from one day to the next.
    pub(crate) const fn changes(&self) -> bool {
        !matches!(
            self,
            Self::Listed { .. } | Self::Unknown | Self::PartiesTo(_, Some(_)) | Self::AsAt(..)
        )
    }

    /// Whether the participant is inside on this day.
    pub(crate) fn contains(&self, party: PartyIndex, day: Date, scene: Scene<'_>) -> Truth {
        match self {
            Self::Listed { members, .. } => members.binary_search(&party).is_ok().into(),
            Self::Dated { members, .. } => {
                let first = members.partition_point(|(member, _)| *member < party);
                let own = members[first..]
                    .iter()
                    .take_while(|(member, _)| *member == party);
                own.into_iter()
                    .any(|(_, member)| member.is_inside(day))
                    .into()
            }
            Self::Signatories => scene
                .signatures
                .iter()
                .any(|(signatory, signed)| *signatory == party && *signed <= day)
                .into(),
            Self::PartiesTo(history, as_at) => history.counts_as_party(party, as_at.unwrap_or(day)),
            Self::AsAt(members, named) => members.contains(party, *named, scene),
            Self::Unknown => Truth::Unknown,
        }
    }

    /// How many members the set has on this day that the register does not know.
    pub(crate) fn strangers(&self, day: Date) -> u64 {
        match self {
            Self::Listed { members, size } => size - members.len() as u64,
            Self::Dated { strangers, .. } => {
                let inside: alloc::collections::BTreeSet<_> = strangers
                    .iter()
                    .filter(|member| member.is_inside(day))
                    .map(|member| &member.participant)
                    .collect();
                inside.len() as u64
            }
            Self::AsAt(members, named) => members.strangers(*named),
            Self::Signatories | Self::PartiesTo(..) | Self::Unknown => 0,
        }
    }

    /// Adds the days on which membership changes.
    pub(crate) fn change_days(&self, scene: Scene<'_>, days: &mut Vec<Date>) {
        match self {
            Self::Dated { members, strangers } => {
                let all = members
                    .iter()
                    .map(|(_, member)| *member)
                    .chain(strangers.iter().copied());
                days.extend(all.flat_map(|member| [member.from, member.until]).flatten());
            }
            Self::Signatories => days.extend(scene.signatures.iter().map(|(_, day)| *day)),
            Self::PartiesTo(history, None) => days.extend(history.change_days()),
            Self::Listed { .. } | Self::PartiesTo(_, Some(_)) | Self::AsAt(..) | Self::Unknown => {}
        }
    }
}

fn unknown<'a>(reasons: &mut Vec<Reason>, reason: Reason) -> Members<'a> {
    reasons.push(reason);
    Members::Unknown
}

/// A table of weights, sorted by participant.
pub(crate) struct Table {
    rows: Vec<(PartyIndex, Decimal)>,
    pub(crate) total: Decimal,
}

impl Table {
    /// Returns the table of this name, or `None` with the reason why it is not known.
    pub(crate) fn of(name: &str, scene: Scene<'_>, reasons: &mut Vec<Reason>) -> Option<Self> {
        let reason = match scene.treaty.weights(name).map(|weights| &weights.source) {
            Some(WeightSource::File { path, total }) => match scene.register.weights(path) {
                Some(table) => {
                    let sum = table.rows.iter().map(|(_, weight)| *weight).sum();
                    let ids = table.rows.iter().map(|(id, _)| id);
                    let places = scene.register.parties_named(ids).zip(&table.rows);
                    let mut rows: Vec<_> = places
                        .filter_map(|(place, (_, weight))| Some((place?, *weight)))
                        .collect();
                    rows.sort_unstable();
                    return Some(Self {
                        rows,
                        total: total.unwrap_or(sum),
                    });
                }
                None => Reason::FileMissing(path.clone()),
            },
            Some(WeightSource::Unknown(words)) => Reason::TableUnknown(name.into(), words.clone()),
            None => Reason::NotDeclared(name.into()),
        };
        reasons.push(reason);
        None
    }

    /// Returns how much the participant weighs; one without a row weighs nothing.
    pub(crate) fn weight(&self, party: PartyIndex) -> Decimal {
        let row = self.rows.binary_search_by_key(&party, |(row, _)| *row);
        row.ok().map_or(Decimal::ZERO, |row| self.rows[row].1)
    }
}

/// A filter with its sets and tables resolved.
pub(crate) enum Sieve<'a> {
    Of(Members<'a>),
    OtherThan(Members<'a>),
    EachWith(Option<Table>, Decimal),
}

impl<'a> Sieve<'a> {
    /// Returns the filter, unless it is one that adds instead of leaving out.
    pub(crate) fn of(filter: &Filter, scene: Scene<'a>, reasons: &mut Vec<Reason>) -> Option<Self> {
        Some(match filter {
            Filter::Of(set) => Self::Of(Members::of(set, scene, reasons)),
            Filter::OtherThan(set) => Self::OtherThan(Members::of(set, scene, reasons)),
            Filter::EachWith { table, least } => {
                Self::EachWith(Table::of(table, scene, reasons), *least)
            }
            Filter::CountingProvisional => return None,
        })
    }

    pub(crate) fn passes(&self, party: PartyIndex, day: Date, scene: Scene<'_>) -> Truth {
        match self {
            Self::Of(members) => members.contains(party, day, scene),
            Self::OtherThan(members) => !members.contains(party, day, scene),
            Self::EachWith(Some(table), least) => (table.weight(party) >= *least).into(),
            Self::EachWith(None, _) => Truth::Unknown,
        }
    }

    pub(crate) const fn members(&self) -> Option<&Members<'a>> {
        match self {
            Self::Of(members) | Self::OtherThan(members) => Some(members),
            Self::EachWith(..) => None,
        }
    }
}

/// Whether an instrument of this participant is of the kind that a count counts (EIF-9, S-4).
pub(crate) fn is_counted(
    noun: Noun,
    party: PartyIndex,
    day: Date,
    present: &[Truth],
    scene: Scene<'_>,
) -> Truth {
    match scene.register.kind(party) {
        ParticipantKind::State | ParticipantKind::FormerState => Truth::True,
        ParticipantKind::Organization if noun == Noun::Instruments => {
            organization_is_counted(party, day, present, scene)
        }
        ParticipantKind::Company | ParticipantKind::Institution | ParticipantKind::SubState => {
            (noun == Noun::Instruments).into()
        }
        ParticipantKind::Organization | ParticipantKind::Territory => Truth::False,
    }
}

fn organization_is_counted(
    party: PartyIndex,
    day: Date,
    present: &[Truth],
    scene: Scene<'_>,
) -> Truth {
    match scene.policies.organizations(Some(day)).0 {
        OrganizationCounting::Counted => Truth::True,
        OrganizationCounting::NeverCounted => Truth::False,
        OrganizationCounting::NotAdditional => {
            let organization = &scene.register.participant(party).id;
            let Some(membership) = scene.register.membership(organization) else {
                return Truth::False;
            };
            let members = membership
                .members
                .iter()
                .filter(|member| member.is_inside(day));
            let any_live = members
                .filter_map(|member| scene.register.party(&member.participant))
                .filter_map(|member| present.get(member.at()).copied())
                .max();
            !any_live.unwrap_or(Truth::False)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::Register;
    use crate::status::fixture::*;

    const GROUP: &str =
        "\ngroup G from \"groups/g.csv\"\nin force on the day at least 1 instruments of G";

    /// S-3: the last day of membership is the one before `until`.
    #[test]
    fn a_group_is_taken_on_the_day_that_is_tested() {
        let mut register = register(GROUP, &[]);
        let rows = [("AAA", "2001-01-01", "2002-01-01"), ("ZZZ", "", "")];
        register.set_group("groups/g.csv".into(), members(&rows));
        let aaa = party(&register, "AAA");
        in_scene(&register, |scene| {
            let mut reasons = Vec::new();
            let group = Members::of(&Set::Named("G".into()), scene, &mut reasons);
            let on = |text| group.contains(aaa, day(text), scene);
            assert_eq!(on("2000-12-31"), Truth::False);
            assert_eq!(on("2001-01-01"), Truth::True);
            assert_eq!(on("2001-12-31"), Truth::True);
            assert_eq!(on("2002-01-01"), Truth::False);
            assert_eq!(group.strangers(day("2001-01-01")), 1);
            assert_eq!(reasons, []);
        });
    }

    /// Semantics 10: what is not known is neither inside nor outside, and says why.
    #[test]
    fn an_unknown_group_is_neither_inside_nor_outside() {
        let register = register(
            "\ngroup G unknown \"the annex\"\nin force on the day all of G",
            &[],
        );
        let aaa = party(&register, "AAA");
        in_scene(&register, |scene| {
            let mut reasons = Vec::new();
            let named = |name: &str| Set::Named(name.into());
            let group = Members::of(&named("G"), scene, &mut reasons);
            assert_eq!(
                group.contains(aaa, day("2001-01-01"), scene),
                Truth::Unknown
            );
            let filter = Sieve::OtherThan(Members::of(&named("H"), scene, &mut reasons));
            assert_eq!(filter.passes(aaa, day("2001-01-01"), scene), Truth::Unknown);
            let expected = [
                Reason::GroupUnknown("G".into(), Some("the annex".into())),
                Reason::NotDeclared("H".into()),
            ];
            assert_eq!(reasons, expected);
        });
    }

    /// S-4: an organization counts only beside none of its members, and not at all where they are not
    /// known; no count of States counts it (EIF-9).
    #[test]
    fn an_organization_counts_beside_none_of_its_members() {
        let mut register = register("\nin force on the day at least 1 instruments", &[]);
        let (organization, aaa) = (party(&register, "X-ORG"), party(&register, "AAA"));
        let counted = |register: &Register, noun, member| {
            let mut present = alloc::vec![Truth::False; register.participants().len()];
            present[aaa.at()] = member;
            in_scene(register, |scene| {
                is_counted(noun, organization, day("2001-01-01"), &present, scene)
            })
        };
        assert_eq!(
            counted(&register, Noun::Instruments, Truth::False),
            Truth::False
        );
        register.set_membership(id("X-ORG"), members(&[("AAA", "", "")]));
        assert_eq!(
            counted(&register, Noun::Instruments, Truth::False),
            Truth::True
        );
        assert_eq!(
            counted(&register, Noun::Instruments, Truth::True),
            Truth::False
        );
        assert_eq!(
            counted(&register, Noun::Instruments, Truth::Unknown),
            Truth::Unknown
        );
        assert_eq!(counted(&register, Noun::States, Truth::False), Truth::False);
    }

    /// Semantics 1: territories are never counted.
    #[test]
    fn a_territory_is_never_counted() {
        let register = register(
            "\n  policy organizations counted\nin force on the day at least 1 instruments",
            &[],
        );
        let territory = party(&register, "TTT");
        let counted = in_scene(&register, |scene| {
            is_counted(Noun::Instruments, territory, day("2001-01-01"), &[], scene)
        });
        assert_eq!(counted, Truth::False);
    }
}
