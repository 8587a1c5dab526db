//! The status of a participant on a day, in the words of VCLT art. 2(1) (S-2), never beyond the day
//! to which the data reach.

use crate::act::ActKind;
use crate::calendar::Date;
use crate::clause::explain::ActIndex;
use crate::clause::rule::GroupSource;
use crate::clause::truth::Truth;
use crate::register::{PartyIndex, Register, TreatyIndex};
use crate::status::history::{Effect, History, Lens, Start};
use crate::status::live::{End, PendingNotice};
use crate::treaty::{ENTITLED, NEGOTIATING, Treaty};

/// A status word (S-2). Two are never merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// No act is recorded.
    None,
    /// Entitled to become a party (S-3).
    Entitled,
    /// Took part in drawing up the text (VCLT art. 2(1)(e)).
    Negotiating,
    /// Signed, and has since made clear that it will not become a party (VCLT art. 18(a)).
    Signatory,
    /// Signed, and must not defeat object and purpose (VCLT art. 18).
    SignatoryBoundBy18,
    /// Has consented; the treaty is not in force for it (VCLT art. 2(1)(f)).
    Contracting,
    /// Applies the treaty provisionally (VCLT art. 25).
    Provisional,
    /// The treaty is in force for it (VCLT art. 2(1)(g)).
    Party,
    /// A party for which the operation of the treaty is suspended (VCLT art. 57).
    Suspended,
    /// A party whose notice of withdrawal is pending.
    Withdrawing,
    /// Was a party.
    Former,
    /// Depends on something that is not known.
    Undetermined,
}

impl Standing {
    /// Every status word, in the order in which consent grows firmer.
    pub const ALL: [Self; 12] = [
        Self::None,
        Self::Entitled,
        Self::Negotiating,
        Self::Signatory,
        Self::SignatoryBoundBy18,
        Self::Contracting,
        Self::Provisional,
        Self::Party,
        Self::Suspended,
        Self::Withdrawing,
        Self::Former,
        Self::Undetermined,
    ];

    /// Returns the stable label of the status in data.
    pub const fn label(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Entitled => "entitled",
            Self::Negotiating => "negotiating",
            Self::Signatory => "signatory",
            Self::SignatoryBoundBy18 => "signatory-bound-by-18",
            Self::Contracting => "contracting",
            Self::Provisional => "provisional",
            Self::Party => "party",
            Self::Suspended => "suspended",
            Self::Withdrawing => "withdrawing",
            Self::Former => "former",
            Self::Undetermined => "undetermined",
        }
    }

    /// Whether the participant is bound as a party.
    pub const fn is_party(self) -> bool {
        matches!(self, Self::Party | Self::Suspended | Self::Withdrawing)
    }
}

/// Where a participant stands on a day, and the facts on which that rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The status.
    pub standing: Standing,
    /// Since when it has had that status, where one day can be named.
    pub since: Option<Date>,
    /// Its latest signature by that day.
    pub signature: Option<ActIndex>,
    /// The consent on which the status rests, as an index into [`History::effects`].
    pub effect: Option<usize>,
    /// A notice of withdrawal that is pending on that day.
    pub notice: Option<PendingNotice>,
    /// Whether it applies the treaty provisionally, beside whatever else it is.
    pub applies_provisionally: bool,
}

/// An answer about a day, with the day to which the data reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The day that was asked for.
    pub at: Date,
    /// The day to which the data reach; absent where nothing is known.
    pub known_to: Option<Date>,
    /// Whether the day lies beyond: then the position is the last known one, and nothing more.
    pub beyond: bool,
    /// The position on the day, or the last known one.
    pub position: Position,
}

impl Register {
    /// Returns where a participant stands towards a treaty on a day, as known under a lens.
    pub fn status(
        &self,
        treaty: TreatyIndex,
        participant: PartyIndex,
        at: Date,
        lens: Lens,
    ) -> Answer {
        self.history(treaty, lens).answer(self, participant, at)
    }
}

impl History {
    /// Returns the day to which the data reach under the lens: the treaty's own horizon, or the
    /// knowledge date if that is earlier.
    pub fn horizon(&self, register: &Register) -> Option<Date> {
        let treaty = register.treaty(self.treaty);
        register.horizon_as_known(treaty, self.lens.known)
    }

    /// Returns where a participant stands on a day, never beyond the horizon.
    pub fn answer(&self, register: &Register, participant: PartyIndex, at: Date) -> Answer {
        let known_to = self.horizon(register);
        let day = known_to.map_or(at, |known_to| at.min(known_to));
        let beyond = known_to.is_none_or(|known_to| known_to < at);
        Answer {
            at,
            known_to,
            beyond,
            position: self.position(register, participant, day),
        }
    }

    /// Returns where a participant stands on a day, from the recorded acts alone; the horizon is
    /// the caller's.
    pub fn position(&self, register: &Register, party: PartyIndex, day: Date) -> Position {
        let reading = Reading {
            history: self,
            party,
            day,
        };
        let signature = reading.signature();
        let applies_provisionally = reading.applies_provisionally();
        let position = |standing, since, effect| Position {
            standing,
            since,
            signature: signature.map(|(_, act)| act),
            effect,
            notice: None,
            applies_provisionally,
        };
        if let Some((place, effect, truth)) = reading.binding() {
            if truth == Truth::Unknown {
                return position(Standing::Undetermined, None, Some(place));
            }
            return reading.as_party(effect, position(Standing::Party, None, Some(place)));
        }
        // Who was a party when the treaty ended is a former party, although its consent was not withdrawn.
        if let Some((place, end)) = reading.bound_to_the_end() {
            return position(Standing::Former, Some(end), Some(place));
        }
        if let Some((place, effect, truth)) = reading.live() {
            if truth == Truth::Unknown {
                return position(Standing::Undetermined, None, Some(place));
            }
            let since = Some(effect.consent.from);
            return position(Standing::Contracting, since, Some(place));
        }
        if applies_provisionally {
            return position(Standing::Provisional, reading.provisional_since(), None);
        }
        if let Some((place, ended)) = reading.ended() {
            return position(Standing::Former, Some(ended), Some(place));
        }
        if let Some((signed, _)) = signature {
            let standing = if reading.intends_not_to_join(signed) {
                Standing::Signatory
            } else {
                Standing::SignatoryBoundBy18
            };
            return position(standing, Some(signed), None);
        }
        position(
            by_groups(register, register.treaty(self.treaty), party, day),
            None,
            None,
        )
    }
}

fn by_groups(register: &Register, treaty: &Treaty, party: PartyIndex, day: Date) -> Standing {
    let id = &register.participant(party).id;
    let is_member = |name: &str| match treaty.group(name).map(|group| &group.members) {
        Some(GroupSource::Listed(members)) => members.contains(id),
        Some(GroupSource::File(path)) => register.group(path).is_some_and(|membership| {
            let mut members = membership.members.iter();
            members.any(|member| member.participant == *id && member.is_inside(day))
        }),
        Some(GroupSource::Unknown(_)) | None => false,
    };
    if is_member(NEGOTIATING) {
        Standing::Negotiating
    } else if is_member(ENTITLED) {
        Standing::Entitled
    } else {
        Standing::None
    }
}

/// The facts of one participant on one day.
struct Reading<'a> {
    history: &'a History,
    party: PartyIndex,
    day: Date,
}

impl<'a> Reading<'a> {
    fn effects(&self) -> impl Iterator<Item = (usize, &'a Effect)> + use<'a> {
        let party = self.party;
        let effects = &self.history.effects;
        let first = effects.partition_point(|effect| effect.consent.party < party);
        effects[first..]
            .iter()
            .take_while(move |effect| effect.consent.party == party)
            .enumerate()
            .map(move |(offset, effect)| (first + offset, effect))
    }

    /// The days of the participant's acts of these kinds up to the day, with the acts.
    fn acts(&self, kinds: &'a [ActKind]) -> impl Iterator<Item = (Date, ActIndex)> + use<'a> {
        let (party, day) = (self.party, self.day);
        let first = self
            .history
            .facts
            .partition_point(|fact| fact.party < party);
        let own = self.history.facts[first..]
            .iter()
            .take_while(move |fact| fact.party == party);
        own.filter(move |fact| fact.date <= day && kinds.contains(&fact.kind))
            .map(|fact| (fact.date, fact.act))
    }

    fn signature(&self) -> Option<(Date, ActIndex)> {
        const SIGNATURES: &[ActKind] = &[
            ActKind::Signature,
            ActKind::SignatureAdReferendum,
            ActKind::SuccessionToSignature,
            ActKind::DefinitiveSignature,
        ];
        self.acts(SIGNATURES).last()
    }

    /// A later act of consent or a later signature takes the intention back.
    fn intends_not_to_join(&self, signed: Date) -> bool {
        const INTENTION: &[ActKind] = &[ActKind::IntentionNotToBecomeParty];
        self.acts(INTENTION).any(|(day, _)| signed <= day)
    }

    fn binding(&self) -> Option<(usize, &'a Effect, Truth)> {
        self.effects()
            .map(|(place, effect)| (place, effect, self.history.binds(effect, self.day)))
            .filter(|(_, _, truth)| *truth != Truth::False)
            .max_by_key(|(_, _, truth)| *truth)
    }

    /// The consent that is, or may be, live on the day.
    fn live(&self) -> Option<(usize, &'a Effect, Truth)> {
        self.effects()
            .filter(|(_, effect)| effect.consent.from <= self.day)
            .map(|(place, effect)| (place, effect, effect.not_ended_on(self.day)))
            .filter(|(_, _, truth)| *truth != Truth::False)
            .max_by_key(|(_, _, truth)| *truth)
    }

    /// The consent by which the treaty was in force until it ended for everybody (EIF-6).
    fn bound_to_the_end(&self) -> Option<(usize, Date)> {
        let end = self.history.ended().filter(|end| *end <= self.day)?;
        let own = self.effects().filter(|(_, effect)| match effect.start {
            Start::On(start) => start < end && effect.not_ended_on(end) == Truth::True,
            Start::NotYet | Start::Never | Start::Undetermined(_) => false,
        });
        own.last().map(|(place, _)| (place, end))
    }

    fn ended(&self) -> Option<(usize, Date)> {
        let over =
            self.effects()
                .filter_map(|(place, effect)| match (effect.start, effect.consent.end) {
                    (Start::On(_), End::Day(end, _)) if end <= self.day => Some((place, end)),
                    _ => None,
                });
        over.last()
    }

    fn as_party(&self, effect: &Effect, position: Position) -> Position {
        let since = match effect.start {
            Start::On(day) => Some(self.history.again_since(day, self.day)),
            Start::NotYet | Start::Never | Start::Undetermined(_) => None,
        };
        let pending = |notice: &&PendingNotice| {
            notice.received <= self.day && notice.over.is_none_or(|over| self.day < over)
        };
        let notice = effect.consent.notices.iter().find(pending).copied();
        let suspended = self.suspended_since();
        let (standing, since) = match (suspended, notice) {
            (Some(day), _) => (Standing::Suspended, Some(day)),
            (None, Some(notice)) => (Standing::Withdrawing, Some(notice.received)),
            (None, None) => (Standing::Party, since),
        };
        Position {
            standing,
            since,
            notice,
            applies_provisionally: false,
            ..position
        }
    }

    fn suspended_since(&self) -> Option<Date> {
        self.running(&[ActKind::Suspension], &[ActKind::EndOfSuspension])
    }

    fn provisional_since(&self) -> Option<Date> {
        self.running(
            &[ActKind::ProvisionalApplication],
            &[ActKind::EndOfProvisionalApplication],
        )
    }

    /// Provisional application ends for a participant on entry into force for it, or by notice
    /// (PA-2).
    fn applies_provisionally(&self) -> bool {
        self.provisional_since().is_some_and(|since| {
            !self.effects().any(|(_, effect)| match effect.start {
                Start::On(start) => since <= start && start <= self.day,
                Start::NotYet | Start::Never | Start::Undetermined(_) => false,
            })
        })
    }

    /// The day since which something runs that one kind of act begins and another ends; on one day
    /// the end comes first.
    fn running(&self, begins: &'a [ActKind], ends: &'a [ActKind]) -> Option<Date> {
        let (begun, _) = self.acts(begins).last()?;
        let ended = self.acts(ends).last().map(|(day, _)| day);
        ended.is_none_or(|ended| ended <= begun).then_some(begun)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::fixture::*;

    const RULE: &str = "\n  data as of 2010-01-01\nin force 3 months after the day at least 2 states\n\
                        each later joiner on its deposit\nwithdrawal 1 years after receipt of notice";

    /// S-2: the words of VCLT art. 2(1), each on its days.
    #[test]
    fn from_signatory_to_former_party() {
        let acts = [
            "AAA signature 2000-01-01",
            "AAA ratification 2001-01-01",
            "BBB ratification 2001-02-01",
            "AAA withdrawal 2003-01-01",
        ];
        let register = register(RULE, &acts);
        let expected = [
            ("1999-12-31", Standing::None),
            ("2000-01-01", Standing::SignatoryBoundBy18),
            ("2001-01-01", Standing::Contracting),
            ("2001-05-01", Standing::Party),
            ("2003-01-01", Standing::Withdrawing),
            ("2003-12-31", Standing::Withdrawing),
            ("2004-01-01", Standing::Former),
        ];
        for (day, expected) in expected {
            assert_eq!(standing(&register, "AAA", day), expected, "{day}");
        }
    }

    /// VCLT art. 18(a): a signatory may say that it will not become a party, and sign again.
    #[test]
    fn an_intention_ends_the_duty_of_signatories() {
        let acts = [
            "AAA signature 2000-01-01",
            "AAA intention-not-to-become-party 2002-01-01",
        ];
        let register = register(RULE, &acts);
        assert_eq!(
            standing(&register, "AAA", "2001-12-31"),
            Standing::SignatoryBoundBy18
        );
        assert_eq!(
            standing(&register, "AAA", "2002-01-01"),
            Standing::Signatory
        );
    }

    /// Semantics 10: where it is not known whether a consent has ended, nobody is called contracting,
    /// nor is anybody called a stranger.
    #[test]
    fn a_doubtful_consent_is_undetermined_also_before_entry_into_force() {
        let rule = "\n  data as of 2010-01-01\nin force on the day at least 2 states";
        let acts = ["AAA ratification 2001-01-01", "AAA withdrawal 2002-01-01"];
        let register = register(rule, &acts);
        assert_eq!(
            standing(&register, "AAA", "2001-12-31"),
            Standing::Contracting
        );
        assert_eq!(
            standing(&register, "AAA", "2002-01-01"),
            Standing::Undetermined
        );
    }

    /// Semantics 13, G-3: the horizon is what the header says, otherwise the latest act; under a
    /// knowledge date nothing that was recorded later moves it.
    #[test]
    fn beyond_the_horizon_is_the_last_known_position() {
        let acts = [
            "AAA ratification 2001-01-01",
            "BBB ratification 2001-02-01 recorded 2006-01-01",
        ];
        let register = register(&RULE.replace("  data as of 2010-01-01", ""), &acts);
        let known_to = |known: Option<&str>| {
            let lens = Lens {
                known: known.map(day),
                ..Lens::default()
            };
            let answer = register.status(
                TreatyIndex(0),
                party(&register, "AAA"),
                day("2030-01-01"),
                lens,
            );
            assert!(answer.beyond);
            (answer.known_to, answer.position.standing)
        };
        assert_eq!(known_to(None), (Some(day("2006-01-01")), Standing::Party));
        assert_eq!(
            known_to(Some("2005-05-05")),
            (Some(day("2001-01-01")), Standing::Contracting)
        );
        assert_eq!(known_to(Some("2000-05-05")), (None, Standing::None));
    }
}
