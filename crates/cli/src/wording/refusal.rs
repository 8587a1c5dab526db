//! Refusals of the law in words: what, why by which rule, and the next step.

use sponsio_law::calendar::Date;
use sponsio_law::clause::explain::Layer;
use sponsio_law::clause::rule::OpenFor;
use sponsio_law::refusal::{Ground, Pending, Refusal};

use crate::wording::{Voice, remark, say};

/// Returns a refusal as a sentence.
pub fn sentence(voice: Voice<'_>, refusal: &Refusal) -> String {
    let words = voice.words;
    let data = Data::of(voice, &refusal.ground);
    let (why, step) = (refusal.code(), format!("{}-step", refusal.code()));
    say!(
        words,
        "refusal-line",
        treaty = voice.treaty(&refusal.treaty),
        who = voice.participant(&refusal.participant),
        act = words.act(refusal.act),
        date = refusal.date,
        why = data.say(voice, refusal, why),
        rule = words.authority(refusal.rule()),
        step = data.say(voice, refusal, &step),
    )
}

/// The data of a ground: each sentence takes what it needs.
#[derive(Default)]
struct Data {
    day: Option<Date>,
    other_day: Option<Date>,
    id: String,
    other: String,
    other_treaty: String,
    to_act: Option<OpenFor>,
    layer: Option<Layer>,
    /// Whether the day that may be unknown is known.
    known: bool,
}

impl Data {
    fn of(voice: Voice<'_>, ground: &Ground) -> Self {
        match ground {
            Ground::IdTaken { id, treaty, .. } | Ground::ActOfAnotherTreaty { id, treaty } => {
                Self {
                    id: id.clone(),
                    other_treaty: voice.treaty(treaty),
                    ..Self::default()
                }
            }
            Ground::NoSuchAct { id } | Ground::PredecessorUnknown { named: id } => Self {
                id: id.clone(),
                ..Self::default()
            },
            Ground::NotYetOpen { to_act, from: day } | Ground::Closed { to_act, until: day } => {
                Self {
                    to_act: Some(*to_act),
                    ..Self::on(*day)
                }
            }
            Ground::NotEntitled { to_act } => Self {
                to_act: Some(*to_act),
                ..Self::default()
            },
            Ground::PredecessorNotFormer { predecessor: other }
            | Ground::PredecessorDidNotSign { predecessor: other }
            | Ground::ActOfAnother { author: other, .. } => Self {
                other: voice.participant(other),
                ..Self::default()
            },
            Ground::PredecessorHoldsNothing { predecessor, on } => Self {
                other: voice.participant(predecessor),
                ..Self::on(*on)
            },
            Ground::InstrumentKept { layer } => Self {
                layer: Some(*layer),
                ..Self::default()
            },
            dated => Self::dated(dated),
        }
    }

    /// The data of a ground that has days and nothing else.
    fn dated(ground: &Ground) -> Self {
        match ground {
            Ground::BeforeAdoption { adopted: day }
            | Ground::BeforeOpening { opened: day }
            | Ground::SuccessionAfterNotification { succeeded: day }
            | Ground::NoticeTooEarly { bar: day }
            | Ground::NoticeTookEffect { effect: day, .. } => Self::on(*day),
            Ground::AlreadySigned(earlier)
            | Ground::AlreadyDeclared(earlier)
            | Ground::AlreadyConsented(earlier)
            | Ground::AlreadyConfirmed(earlier)
            | Ground::AlreadyProvisional(earlier)
            | Ground::AlreadySuspended(earlier)
            | Ground::OutOfOrder { other: earlier, .. } => Self::on(earlier.on),
            Ground::SuccessionBeforeAdoption {
                succeeded: day,
                adopted: other_day,
            }
            | Ground::EffectTooEarly {
                stated: day,
                earliest: other_day,
            } => Self {
                other_day: Some(*other_day),
                ..Self::on(*day)
            },
            Ground::NoticePending(pending) | Ground::SecondNotice(pending) => {
                Self::pending(pending)
            }
            Ground::SignatoryAccedes { signature, until } => Self {
                other_day: *until,
                known: until.is_some(),
                ..Self::on(signature.on)
            },
            Ground::NothingToWithdraw { ended } => Self::perhaps(ended.map(|ended| ended.on)),
            Ground::NotInForceForIt { from: day, .. }
            | Ground::InForceForIt { since: day, .. }
            | Ground::AlreadyParty { since: day } => Self::perhaps(*day),
            _ => Self::default(),
        }
    }

    fn on(day: Date) -> Self {
        Self {
            day: Some(day),
            ..Self::default()
        }
    }

    fn perhaps(day: Option<Date>) -> Self {
        Self {
            day,
            known: day.is_some(),
            ..Self::default()
        }
    }

    fn pending(pending: &Pending) -> Self {
        Self {
            other_day: pending.effect,
            known: pending.effect.is_some(),
            ..Self::on(pending.notice.on)
        }
    }

    fn say(&self, voice: Voice<'_>, refusal: &Refusal, key: &str) -> String {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let opened = self
            .to_act
            .map(|to_act| remark::opened(voice.words, to_act));
        say!(
            voice.words,
            &format!("refusal-{key}"),
            received = refusal.received,
            act_kind = refusal.act.label(),
            day = day(self.day),
            other_day = day(self.other_day),
            known = if self.known { "yes" } else { "no" },
            id = &self.id,
            other = &self.other,
            other_treaty = &self.other_treaty,
            opened = opened.unwrap_or_default(),
            kind = match self.to_act {
                Some(OpenFor::Signature) => "signature",
                Some(OpenFor::Accession) | None => "accession",
            },
            layer = match self.layer {
                Some(Layer::Treaty) => "treaty",
                Some(Layer::Depositary | Layer::Default) | None => "other",
            },
        )
    }
}
