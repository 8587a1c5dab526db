//! Why not: what a treaty still lacks to enter into force, the smallest set of further deposits that
//! would bring it there, and the earliest date if they were made on a given day (treaty-law 2.7).

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::TreatyId;

use crate::act::{Act, ActKind, ActLabel};
use crate::calendar::Date;
use crate::clause::entry_into_force;
use crate::clause::evaluate::{self, Snapshot};
use crate::clause::explain::{Reading, Reason, Step};
use crate::clause::moment::{self, Anchors, Outcome};
use crate::clause::rule::{
    Atom, Condition, Force as ForceRule, GroupSource, Moment, Point, Rule, Term,
};
use crate::clause::scene::Scene;
use crate::clause::tally::Lack;
use crate::party::ParticipantKind;
use crate::register::{PartyIndex, Register, TreatyIndex};
use crate::status::chronicle;
use crate::status::cover::Cover;
use crate::status::deposits;
use crate::status::history::{Effect, Force, History, Lens};
use crate::status::supposition::Supposition;
use crate::treaty::{ENTITLED, Treaty};

/// The most ways in which alternatives of a rule are followed.
const MOST_WAYS: usize = 64;

/// Why a treaty is not in force on a day, and what would change that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNot {
    /// The day that is looked at; the supposed deposits are made on it.
    pub day: Date,
    /// Whether and since when the treaty is in force on the acts that are known.
    pub force: Force,
    /// The ways to entry into force that the rule leaves, the shortest first.
    pub ways: Vec<Way>,
}

/// One way to entry into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What each single test that does not hold still lacks.
    pub lacks: Vec<Lacking>,
    /// The smallest set of further deposits: so many of each of these groups of participants, who
    /// are interchangeable. `None`: no set of deposits suffices, or none was found.
    pub deposits: Option<Vec<Choice>>,
    /// Whether no smaller set can exist, or without a set, whether none can.
    pub proven_smallest: bool,
    /// When the treaty would enter into force if they were deposited on the day; absent where more
    /// than deposits is missing.
    pub in_force_on: Option<Date>,
}

impl Way {
    /// Returns the number of further deposits; absent where no set suffices.
    pub fn size(&self) -> Option<usize> {
        self.deposits
            .as_ref()
            .map(|choices| choices.iter().map(|choice| choice.count).sum())
    }
}

/// So many of these participants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// How many.
    pub count: usize,
    /// Of whom: any of them will do.
    pub among: Vec<PartyIndex>,
}

/// A single test that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// The words of the test.
    pub atom: Atom,
    /// What it reads on the day.
    pub reading: Reading,
    /// What would have to come.
    pub what: What,
}

/// What would have to come for a test to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Further instruments, this many.
    Instruments(u64),
    /// Further weight, in millionths of the table's unit.
    Weight(u64),
    /// Entry into force of another treaty.
    Treaty(TreatyId),
    /// A date of the text.
    Day(Date),
    /// Something that is not known.
    Unknown(Vec<Reason>),
}

/// Returns what a treaty lacks on a day, and the smallest sets of deposits that would suffice.
pub fn why_not(register: &Register, treaty: TreatyIndex, day: Date, lens: Lens) -> WhyNot {
    let (register, place) = register.excerpt(treaty);
    let History {
        computed: force,
        steps,
        ..
    } = register.history(place, lens);
    let waited_for = waited_for(&steps);
    // Nothing can be deposited before there is a text.
    let adopted = register.treaty(place).clauses.header.adopted.as_ref();
    let day = adopted.map_or(day, |adopted| day.max(adopted.value));
    let mut ways: Vec<Way> = Vec::new();
    if force.since().is_none_or(|since| day < since) {
        let ways_left = chronicle::in_scene(&register, place, lens, |scene| ways_left(day, scene));
        for mut atoms in ways_left {
            atoms.extend(waited_for.iter().cloned());
            let way = chronicle::in_scene(&register, place, lens, |scene| way(&atoms, day, scene));
            let Some(mut way) = way else { continue };
            way.in_force_on = in_force_with(&register, place, &way, day, lens);
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
    }
    ways.sort_by_key(|way| (way.size().is_none(), way.size()));
    WhyNot { day, force, ways }
}

/// The treaties together with which this one enters into force and which have not reached their own
/// day: what deposits here cannot bring.
fn waited_for(steps: &[Step]) -> Vec<Atom> {
    let together = steps.iter().filter_map(|step| match step {
        Step::Together(together) if together.other.is_none() => Some(&together.treaty),
        _ => None,
    });
    together.cloned().map(Atom::InForce).collect()
}

/// Returns what a consent deposited on this day would bring about for a participant, and the kind
/// of act it would be: ratification for a signatory, otherwise accession.
pub fn if_deposited(
    register: &Register,
    treaty: TreatyIndex,
    participant: PartyIndex,
    day: Date,
    lens: Lens,
) -> Option<(ActKind, Effect)> {
    let (register, place) = register.excerpt(treaty);
    let act = supposed_consent(&register, place, participant, day, lens);
    let kind = act.kind()?;
    let supposition = Supposition {
        add: Vec::from([act]),
        ..Supposition::default()
    };
    let supposed = register.suppose(place, &supposition).ok()?;
    let history = supposed.history(place, lens);
    let effect = history
        .effects_of(participant)
        .filter(|effect| effect.consent.end.is_after(day))
        .last()
        .cloned();
    Some((kind, effect?))
}

/// Returns the conditions of a treaty's rule, in the order of the words.
pub(crate) fn conditions(treaty: &Treaty) -> Vec<Condition> {
    ways_to_force(treaty)
        .into_iter()
        .map(|atoms| Condition::All(atoms.into_iter().map(Condition::Atom).collect()))
        .collect()
}

/// The rule as alternatives of single tests that must all hold.
fn ways_to_force(treaty: &Treaty) -> Vec<Vec<Atom>> {
    let residual = entry_into_force::residual();
    match treaty.force() {
        Some((_, ForceRule::Moment(moment))) => in_moment(moment),
        Some((_, ForceRule::While { condition, .. })) => in_condition(condition),
        None if treaty.together().is_some() => Vec::from([Vec::new()]),
        None if entry_into_force::has_rule(treaty) => in_moment(&residual),
        Some((_, ForceRule::Unmodelled(_))) | None => Vec::new(),
    }
}

/// The alternatives that are left on a day: of several terms that must all be reached, those whose
/// condition has come to hold lack nothing, whatever was withdrawn since (semantics 4).
fn ways_left(day: Date, scene: Scene<'_>) -> Vec<Vec<Atom>> {
    let Some((_, ForceRule::Moment(Moment::Latest(terms)))) = scene.treaty.force() else {
        return ways_to_force(scene.treaty);
    };
    let has_come = |term: &Term| {
        let outcome = moment::term(term, &Anchors::default(), scene, &mut Vec::new());
        has_condition(term) && matches!(outcome, Outcome::Day { trigger, .. } if trigger <= day)
    };
    let left = terms.iter().filter(|term| !has_come(term));
    left.map(in_term)
        .fold(Vec::from([Vec::new()]), |all, term| both(&all, &term))
}

fn has_condition(term: &Term) -> bool {
    let (Term::On(point) | Term::After { point, .. } | Term::FirstOfMonth { point, .. }) = term;
    match point {
        Point::TheDay(_) => true,
        Point::Term(inner) => has_condition(inner),
        _ => false,
    }
}

fn in_moment(moment: &Moment) -> Vec<Vec<Atom>> {
    match moment {
        Moment::Latest(terms) => terms
            .iter()
            .map(in_term)
            .fold(Vec::from([Vec::new()]), |all, term| both(&all, &term)),
        Moment::Earliest(terms) => terms.iter().flat_map(in_term).take(MOST_WAYS).collect(),
        Moment::Fallback { condition, .. } => in_condition(condition),
    }
}

fn in_term(term: &Term) -> Vec<Vec<Atom>> {
    let (Term::On(point) | Term::After { point, .. } | Term::FirstOfMonth { point, .. }) = term;
    match point {
        Point::TheDay(condition) => in_condition(condition),
        Point::Term(inner) => in_term(inner),
        Point::Date(day) => Vec::from([Vec::from([Atom::OnOrAfter(*day)])]),
        _ => Vec::from([Vec::new()]),
    }
}

fn in_condition(condition: &Condition) -> Vec<Vec<Atom>> {
    match condition {
        Condition::Atom(atom) => Vec::from([Vec::from([atom.clone()])]),
        Condition::Any(parts) => parts
            .iter()
            .flat_map(in_condition)
            .take(MOST_WAYS)
            .collect(),
        Condition::All(parts) => parts
            .iter()
            .map(in_condition)
            .fold(Vec::from([Vec::new()]), |all, part| both(&all, &part)),
    }
}

fn both(one: &[Vec<Atom>], other: &[Vec<Atom>]) -> Vec<Vec<Atom>> {
    let pairs = one
        .iter()
        .flat_map(|left| other.iter().map(move |right| (left, right)));
    pairs
        .take(MOST_WAYS)
        .map(|(left, right)| [left.as_slice(), right].concat())
        .collect()
}

/// What the tests lack on the day, and the smallest cover of it; `None` where nothing is lacking.
fn way(atoms: &[Atom], day: Date, scene: Scene<'_>) -> Option<Way> {
    let condition = Condition::All(atoms.iter().cloned().map(Condition::Atom).collect());
    let snapshot = Snapshot::on(&condition, day, scene);
    let lacks: Vec<Lacking> = snapshot
        .lacking()
        .into_iter()
        .map(|test| lacking(test, &snapshot))
        .collect();
    if lacks.is_empty() {
        return None;
    }
    let candidates = candidates(scene, &snapshot);
    let (cover, proven_smallest) =
        deposits::smallest(&condition, &snapshot, &candidates, day, scene);
    Some(Way {
        lacks,
        deposits: cover.map(|cover| choices(&cover, &candidates)),
        proven_smallest,
        in_force_on: None,
    })
}

fn lacking(test: evaluate::Lacking, snapshot: &Snapshot<'_>) -> Lacking {
    let what = match test.lack {
        Lack::Sum {
            missing,
            is_weight: true,
            ..
        } => What::Weight(missing),
        Lack::Sum { missing, .. } => What::Instruments(missing),
        Lack::Treaty(treaty) => What::Treaty(treaty),
        Lack::Day(day) => What::Day(day),
        Lack::Unknown => What::Unknown(snapshot.reasons().to_vec()),
    };
    Lacking {
        atom: test.atom,
        reading: test.reading,
        what,
    }
}

fn choices(cover: &Cover, candidates: &[PartyIndex]) -> Vec<Choice> {
    let chosen = cover.choices.iter().map(|(count, places)| {
        let among = places
            .iter()
            .filter_map(|place| candidates.get(*place).copied())
            .collect();
        Choice {
            count: *count,
            among,
        }
    });
    chosen.collect()
}

/// Those whose deposit could still come: not already live, and entitled where that is known.
fn candidates(scene: Scene<'_>, snapshot: &Snapshot<'_>) -> Vec<PartyIndex> {
    let entitled = match scene.treaty.group(ENTITLED).map(|group| &group.members) {
        Some(GroupSource::Listed(members)) => Some(members),
        _ => None,
    };
    let may_join = |party: &PartyIndex| {
        let participant = scene.register.participant(*party);
        participant.kind != ParticipantKind::FormerState
            && entitled.is_none_or(|members| members.contains(&participant.id))
    };
    scene
        .register
        .parties()
        .filter(|party| !snapshot.is_live(*party))
        .filter(may_join)
        .collect()
}

/// When the treaty would enter into force if the first of each choice were deposited on the day.
fn in_force_with(
    register: &Register,
    treaty: TreatyIndex,
    way: &Way,
    day: Date,
    lens: Lens,
) -> Option<Date> {
    let chosen = way
        .deposits
        .as_ref()?
        .iter()
        .flat_map(|choice| choice.among.iter().take(choice.count).copied());
    let add = chosen
        .map(|party| supposed_consent(register, treaty, party, day, lens))
        .collect();
    let supposition = Supposition {
        add,
        ..Supposition::default()
    };
    let supposed = register.suppose(treaty, &supposition).ok()?;
    supposed.history(treaty, lens).computed.since()
}

/// An act of consent that has not happened: of a kind that counts for this treaty, and supposed to
/// be known where the question is asked from (G-3).
fn supposed_consent(
    register: &Register,
    treaty: TreatyIndex,
    participant: PartyIndex,
    day: Date,
    lens: Lens,
) -> Act {
    let treaty = register.treaty(treaty);
    let signed = treaty
        .acts()
        .iter()
        .zip(treaty.parties())
        .filter(|(act, _)| lens.known.is_none_or(|known| act.known_from() <= known))
        .any(|(act, party)| *party == participant && act.kind() == Some(ActKind::Signature));
    let usual = if signed {
        ActKind::Ratification
    } else {
        ActKind::Accession
    };
    let counted = treaty
        .clauses
        .statements
        .iter()
        .find_map(|statement| match &statement.rule {
            Rule::Consent(kinds) if !kinds.contains(&usual) => kinds.first().copied(),
            _ => None,
        });
    Act {
        id: None,
        treaty: treaty.id.clone(),
        participant: register.participant(participant).id.clone(),
        label: ActLabel::Known(counted.unwrap_or(usual)),
        date: day,
        effect: None,
        recorded: lens.known.filter(|known| *known < day),
        refers_to: None,
        source: String::new(),
        note: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::fixture::*;

    fn lacks(clauses: &str, acts: &[&str], at: &str) -> Vec<Way> {
        let register = register(clauses, acts);
        why_not(&register, TreatyIndex(0), day(at), Lens::default()).ways
    }

    /// Treaty-law 2.7: the smallest set of deposits, and the date if they were made on the day.
    #[test]
    fn the_shortest_way_comes_first() {
        let rule = "\nin force 10 days after the day at least 3 states or all of {CCC}";
        let ways = lacks(rule, &["AAA ratification 2001-01-01"], "2002-01-01");
        let found: Vec<_> = ways
            .iter()
            .map(|way| (way.size(), way.in_force_on))
            .collect();
        let date = Some(day("2002-01-11"));
        assert_eq!(found, [(Some(1), date), (Some(2), date)]);
        assert!(ways.iter().all(|way| way.proven_smallest));
        assert_eq!(ways[0].lacks[0].what, What::Instruments(1));
    }

    /// Semantics 4: the trigger of a term is final; what was withdrawn since is not asked for again.
    #[test]
    fn a_term_that_was_reached_lacks_nothing() {
        let rule =
            "\nin force on the day at least 1 states; or later: on the day at least 1 of {BBB}";
        let acts = [
            "AAA ratification 2001-01-01",
            "AAA withdrawal-of-instrument 2001-02-01",
        ];
        let ways = lacks(rule, &acts, "2002-01-01");
        assert_eq!(ways.len(), 1);
        assert_eq!((ways[0].lacks.len(), ways[0].size()), (1, Some(1)));
        assert_eq!(ways[0].in_force_on, Some(day("2002-01-01")));
    }

    /// G-3: what was not known yet is not taken into account, and nothing later either.
    #[test]
    fn the_knowledge_date_holds_for_what_is_supposed_too() {
        let rule = "\nin force on the day at least 3 states";
        let acts = [
            "AAA ratification 2001-01-01",
            "BBB ratification 2001-02-01 recorded 2005-01-01",
        ];
        let register = register(rule, &acts);
        let lens = Lens {
            known: Some(day("2003-01-01")),
            ..Lens::default()
        };
        let why = why_not(&register, TreatyIndex(0), day("2004-01-01"), lens);
        assert_eq!(why.ways[0].size(), Some(2));
        assert_eq!(why.ways[0].in_force_on, Some(day("2004-01-01")));
    }
}
