//! A case: one request before the register, as the register is known on the day of receipt. It
//! answers what the examinations ask of the participant's earlier acts; it decides nothing.

use core::cell::OnceCell;

use sponsio_record::ParticipantId;

use crate::act::ActKind;
use crate::calendar::Date;
use crate::clause::explain::ActIndex;
use crate::clause::rule::ExtensionKeyword;
use crate::clause::truth::Truth;
use crate::consent::Request;
use crate::party::ParticipantKind;
use crate::refusal::{Earlier, Ground, Pending};
use crate::register::{PartyIndex, Register, TreatyIndex};
use crate::remark::Concern;
use crate::status::fact::Fact;
use crate::status::history::{Effect, History, Lens, Start, View};
use crate::status::live::End;
use crate::treaty::Treaty;

/// One request, and what the register knows of it on the day of receipt.
pub(crate) struct Case<'a> {
    pub(crate) register: &'a Register,
    pub(crate) treaty: &'a Treaty,
    pub(crate) party: PartyIndex,
    pub(crate) request: &'a Request,
    pub(crate) received: Date,
    pub(crate) lens: Lens,
    place: TreatyIndex,
    /// Computed where an examination asks for it: most requests come from participants without an
    /// earlier act on the treaty, and need none.
    history: OnceCell<History>,
}

impl<'a> Case<'a> {
    /// Finds the treaty and the participant of a request.
    pub(crate) fn open(
        register: &'a Register,
        request: &'a Request,
        received: Date,
    ) -> Result<Self, Ground> {
        let place = register
            .treaty_place(&request.treaty)
            .ok_or(Ground::UnknownTreaty)?;
        let party = register
            .party(&request.participant)
            .ok_or(Ground::UnknownParticipant)?;
        let lens = Lens {
            known: Some(received),
            view: View::Computed,
        };
        Ok(Self {
            register,
            treaty: register.treaty(place),
            party,
            request,
            received,
            lens,
            place,
            history: OnceCell::new(),
        })
    }

    /// The history of the treaty as it is known on the day of receipt.
    pub(crate) fn history(&self) -> &History {
        self.history
            .get_or_init(|| self.register.history(self.place, self.lens))
    }

    /// Whether a participant has any act on the treaty. Facts and effects arise from its own acts
    /// alone: without one it has neither, whatever the history.
    fn has_acts(&self, party: PartyIndex) -> bool {
        self.treaty.parties().contains(&party)
    }

    pub(crate) const fn date(&self) -> Date {
        self.request.date
    }

    pub(crate) fn kind(&self) -> ParticipantKind {
        self.register.kind(self.party)
    }

    pub(crate) fn effects(&self) -> impl Iterator<Item = &Effect> {
        self.effects_of(self.party)
    }

    pub(crate) fn effects_of(&self, party: PartyIndex) -> impl Iterator<Item = &Effect> {
        let history = self.has_acts(party).then(|| self.history());
        history
            .into_iter()
            .flat_map(move |history| history.effects_of(party))
    }

    /// The known acts of a participant, by date.
    pub(crate) fn facts_of(&self, party: PartyIndex) -> &[Fact] {
        if !self.has_acts(party) {
            return &[];
        }
        let facts = &self.history().facts;
        let first = facts.partition_point(|fact| fact.party < party);
        let end = facts.partition_point(|fact| fact.party <= party);
        &facts[first..end]
    }

    /// The participant's latest act of these kinds on or before the date of the request.
    pub(crate) fn latest(&self, kinds: &[ActKind]) -> Option<Earlier> {
        let own = self.facts_of(self.party).iter().rev();
        own.filter(|fact| fact.date <= self.date())
            .find(|fact| kinds.contains(&fact.kind))
            .map(earlier)
    }

    /// Its latest signature of any kind.
    pub(crate) fn signature(&self) -> Option<(Earlier, ActKind)> {
        let own = self.facts_of(self.party).iter().rev();
        own.filter(|fact| fact.date <= self.date())
            .find(|fact| fact.kind.is_signature())
            .map(|fact| (earlier(fact), fact.kind))
    }

    /// The act since which something runs that one kind of act begins and another ends; on one day
    /// the end comes first.
    pub(crate) fn running(&self, begins: ActKind, ends: ActKind) -> Option<Earlier> {
        let begun = self.latest(&[begins])?;
        let ended = self.latest(&[ends]);
        ended
            .is_none_or(|ended| ended.on <= begun.on)
            .then_some(begun)
    }

    /// The consent that is live on the date of the request, or may be; of two, of which the earlier
    /// may have ended, the later.
    pub(crate) fn live(&self) -> Option<&Effect> {
        let day = self.date();
        let live = self.effects().filter(|effect| {
            effect.consent.from <= day && effect.not_ended_on(day) != Truth::False
        });
        live.last()
    }

    /// The notice of withdrawal that is pending on the date of the request, or may be.
    pub(crate) fn pending(&self) -> Option<Pending> {
        let day = self.date();
        let effect = self.live()?;
        let notice =
            effect.consent.notices.iter().find(|notice| {
                notice.received <= day && notice.over.is_none_or(|over| day < over)
            })?;
        Some(Pending {
            notice: Earlier {
                act: notice.act,
                on: notice.received,
            },
            effect: effect.consent.end.day(),
        })
    }

    /// The end of the last consent that ended by the date of the request: the act that ended it,
    /// and the first day not bound.
    pub(crate) fn ended(&self) -> Option<Earlier> {
        let ends = self
            .effects()
            .filter_map(|effect| match effect.consent.end {
                End::Day(on, act) if on <= self.date() => Some(Earlier { act, on }),
                End::Day(..) | End::Open | End::UnknownFrom(..) => None,
            });
        ends.last()
    }

    /// Refuses what is dated before the text was adopted (EIF-3).
    pub(crate) fn not_before_adoption(&self, date: Date) -> Result<(), Ground> {
        match &self.treaty.clauses.header.adopted {
            Some(adopted) if date < adopted.value => Err(Ground::BeforeAdoption {
                adopted: adopted.value,
            }),
            _ => Ok(()),
        }
    }

    /// Refuses what is dated before the text was opened for signature (SIG-3).
    pub(crate) fn not_before_opening(&self, date: Date) -> Result<(), Ground> {
        self.not_before_adoption(date)?;
        match &self.treaty.clauses.header.opened {
            Some(opened) if date < opened.value => Err(Ground::BeforeOpening {
                opened: opened.value,
            }),
            _ => Ok(()),
        }
    }

    /// Names the first statement beyond the core with one of these keywords.
    pub(crate) fn beyond(&self, keywords: &[ExtensionKeyword]) -> Option<Concern> {
        let mut extensions = self.treaty.extensions();
        extensions
            .find(|(_, extension)| keywords.contains(&extension.keyword))
            .map(|(statement, _)| Concern::NotEvaluated { statement })
    }

    /// The predecessor that the request names.
    pub(crate) fn predecessor(&self, named: &str) -> Result<PartyIndex, Ground> {
        ParticipantId::new(named)
            .ok()
            .and_then(|id| self.register.party(&id))
            .ok_or_else(|| Ground::PredecessorUnknown {
                named: named.into(),
            })
    }

    /// Whether a participant's consent is live, or may be, on this day.
    pub(crate) fn holds_consent(&self, party: PartyIndex, day: Date) -> bool {
        self.effects_of(party)
            .any(|effect| effect.consent.from <= day && effect.not_ended_on(day) != Truth::False)
    }

    /// Whether a participant's consent was live, or may have been, on the day or the day before:
    /// a predecessor's may end with the predecessor, on the date of succession itself.
    pub(crate) fn held_consent_until(&self, party: PartyIndex, day: Date) -> bool {
        let eve = day.yesterday().unwrap_or(day);
        self.holds_consent(party, day) || self.holds_consent(party, eve)
    }

    /// Whether a participant signed by this day.
    pub(crate) fn has_signed(&self, party: PartyIndex, day: Date) -> bool {
        self.facts_of(party)
            .iter()
            .any(|fact| fact.kind.is_signature() && fact.date <= day)
    }

    /// The mark under which the act of this request would enter.
    pub(crate) fn next_act(&self) -> ActIndex {
        ActIndex(u32::try_from(self.treaty.acts().len()).unwrap_or(u32::MAX))
    }
}

pub(crate) const fn earlier(fact: &Fact) -> Earlier {
    Earlier {
        act: fact.act,
        on: fact.date,
    }
}

/// The act of consent behind an effect.
pub(crate) const fn consent_of(effect: &Effect) -> Earlier {
    Earlier {
        act: effect.consent.act,
        on: effect.consent.from,
    }
}

/// The first day in force for the author, where it is known.
pub(crate) const fn start_of(effect: &Effect) -> Option<Date> {
    match effect.start {
        Start::On(day) => Some(day),
        Start::NotYet | Start::Never | Start::Undetermined(_) => None,
    }
}

/// The day from which it is not known whether the consent has ended, and the notice.
pub(crate) const fn doubt_of(effect: &Effect) -> Option<(Date, ActIndex)> {
    match effect.consent.end {
        End::UnknownFrom(from, notice) => Some((from, notice)),
        End::Open | End::Day(..) => effect.consent.doubtful,
    }
}
