//! The English wording of a refusal: what, why by which rule, and the next step, in one sentence.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::fmt;

use crate::act::ActKind;
use crate::calendar::Date;
use crate::clause::explain::Layer;
use crate::clause::rule::OpenFor;
use crate::refusal::{Ground, Pending, Refusal};

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (why, step) = wording(self);
        write!(
            f,
            "{}, {}: the {} dated {} is refused because {why} ({}); {step}.",
            self.treaty,
            self.participant,
            Named(self.act),
            self.date,
            self.rule(),
        )
    }
}

/// A kind of act as words in a sentence.
pub(crate) struct Named(pub(crate) ActKind);

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, word) in self.0.label().split('-').enumerate() {
            write!(f, "{}{word}", if nth == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

type Wording = (Cow<'static, str>, Cow<'static, str>);

/// Why, and what to do next.
fn wording(refusal: &Refusal) -> Wording {
    match &refusal.ground {
        Ground::UnknownTreaty => says(
            "the register holds no such treaty",
            "check the title and the identifier",
        ),
        Ground::UnknownParticipant => says(
            "the register has no such participant",
            "check the code, or enter the participant first",
        ),
        Ground::FormerState => says(
            "that State no longer exists",
            "its successor notifies succession or continuation; an old act enters as recorded as published",
        ),
        Ground::IdTaken { id, treaty, .. } => (
            format!("the mark {id} already stands on an act to {treaty}").into(),
            "choose another mark".into(),
        ),
        Ground::AfterReceipt => (
            format!("it was received on {}, before its date", refusal.received).into(),
            "an act takes its date from its receipt: date it on that day or wait".into(),
        ),
        Ground::BeforeAdoption { adopted } => (
            format!("the text was adopted on {adopted}").into(),
            format!("check the date; none lies before {adopted}").into(),
        ),
        Ground::BeforeOpening { opened } => (
            format!("the text was opened on {opened}").into(),
            format!("act on or after {opened}").into(),
        ),
        Ground::NotYetOpen { .. } | Ground::Closed { .. } | Ground::NotEntitled { .. } => {
            entitlement(&refusal.ground)
        }
        Ground::AlreadyConsented(earlier) => (
            format!(
                "its consent of {} is recorded and has not ended",
                earlier.on
            )
            .into(),
            if refusal.act == ActKind::IntentionNotToBecomeParty {
                "withdraw the instrument, or give notice of withdrawal, instead".into()
            } else {
                "no second act is needed; if that date is wrong, correct it".into()
            },
        ),
        Ground::NoticePending(pending) => (
            notice(pending).into(),
            if refusal.act == ActKind::IntentionNotToBecomeParty {
                "nothing need be done".into()
            } else {
                "to stay, revoke the notice before it takes effect".into()
            },
        ),
        ground => by_stage(ground),
    }
}

fn says(why: &'static str, step: &'static str) -> Wording {
    (why.into(), step.into())
}

fn entitlement(ground: &Ground) -> Wording {
    match ground {
        Ground::NotYetOpen { to_act, from } => (
            format!("it is open for {} only from {from}", opened(*to_act)).into(),
            format!("act on or after {from}").into(),
        ),
        Ground::Closed { to_act, until } => (
            format!("it was open for {} until {until}", opened(*to_act)).into(),
            match to_act {
                OpenFor::Signature => "accede, if the text allows it".into(),
                OpenFor::Accession => "ask the parties whether they agree otherwise".into(),
            },
        ),
        Ground::NotEntitled { to_act } => (
            format!("it is not open for {} to this participant", opened(*to_act)).into(),
            "see who may join, or ask for an invitation".into(),
        ),
        _ => Wording::default(),
    }
}

const fn opened(to_act: OpenFor) -> &'static str {
    match to_act {
        OpenFor::Signature => "signature",
        OpenFor::Accession => "accession",
    }
}

fn by_stage(ground: &Ground) -> Wording {
    match ground {
        Ground::AlreadySigned(earlier) => (
            format!("a signature of {} is recorded", earlier.on).into(),
            "complete that signature by ratification, acceptance or approval".into(),
        ),
        Ground::NotASignatory => says(
            "it has not signed, so it has no duty to be released from",
            "nothing need be done",
        ),
        Ground::AlreadyDeclared(earlier) => (
            format!("it already declared so on {}", earlier.on).into(),
            "nothing need be done".into(),
        ),
        Ground::Unsigned => says(
            "no signature by that day is recorded",
            "sign while the text is open for signature, or accede",
        ),
        Ground::OrganizationRatifies => says(
            "ratification is an act of States",
            "deposit an act of formal confirmation",
        ),
        Ground::NotAnOrganization => says(
            "formal confirmation is an act of international organizations",
            "deposit an instrument of ratification",
        ),
        Ground::SignatoryAccedes { signature, until } => (
            match until {
                Some(until) => format!(
                    "it signed on {}, and the text is open for signature until {until}",
                    signature.on
                ),
                None => format!(
                    "it signed on {}, and the text is open for signature",
                    signature.on
                ),
            }
            .into(),
            "deposit an instrument of ratification, acceptance or approval".into(),
        ),
        Ground::NothingToConfirm => says(
            "no signature ad referendum by that day is recorded",
            "sign, if the text is still open for signature",
        ),
        Ground::AlreadyConfirmed(earlier) => (
            format!("the signature was confirmed on {}", earlier.on).into(),
            "nothing need be done".into(),
        ),
        ground => by_succession(ground),
    }
}

fn by_succession(ground: &Ground) -> Wording {
    match ground {
        Ground::OnlyStatesSucceed => says(
            "only a State takes the place of another State",
            "deposit an own act of consent",
        ),
        Ground::SuccessionAfterNotification { succeeded } => (
            format!("it gives {succeeded} as the date of succession, after its own date").into(),
            "check the date of succession".into(),
        ),
        Ground::SuccessionBeforeAdoption { succeeded, adopted } => (
            format!("on the date of succession, {succeeded}, the text of {adopted} did not exist")
                .into(),
            "accede instead".into(),
        ),
        Ground::PredecessorNotNamed => says(
            "it does not say which State is continued",
            "name the predecessor",
        ),
        Ground::PredecessorUnknown { named } => (
            format!("the register has no participant {named}").into(),
            "check the predecessor's code".into(),
        ),
        Ground::PredecessorNotFormer { predecessor } => (
            format!("{predecessor} is not a former State").into(),
            "notify succession, or correct the predecessor".into(),
        ),
        Ground::PredecessorHoldsNothing { predecessor, on } => (
            format!("no consent of {predecessor} is live on {on}").into(),
            "accede instead".into(),
        ),
        Ground::PredecessorDidNotSign { predecessor } => (
            format!("no signature of {predecessor} is recorded").into(),
            "accede instead".into(),
        ),
        ground => by_ending(ground),
    }
}

fn by_ending(ground: &Ground) -> Wording {
    match ground {
        Ground::NothingToWithdraw { ended } => (
            match ended {
                Some(ended) => format!("its consent ended on {}", ended.on).into(),
                None => "no consent of it is live".into(),
            },
            "nothing need be done".into(),
        ),
        Ground::NotInForceForIt { from, .. } => (
            match from {
                Some(from) => format!("the treaty is in force for it only from {from}").into(),
                None => "the treaty is not in force for it".into(),
            },
            "withdraw the instrument instead".into(),
        ),
        Ground::SecondNotice(pending) => (
            notice(pending).into(),
            "revoke that notice first if another is to take its place".into(),
        ),
        Ground::WithdrawalExcluded { .. } => says(
            "the text excludes withdrawal",
            "seek the consent of all parties (VCLT art. 54(b))",
        ),
        Ground::NoticeTooEarly { bar } => (
            format!("no notice may be given before {bar}").into(),
            format!("give notice on or after {bar}").into(),
        ),
        Ground::EffectTooEarly { stated, earliest } => (
            format!("it names {stated} as its day of effect, but the earliest is {earliest}")
                .into(),
            format!("name {earliest} or a later day, or none").into(),
        ),
        Ground::NoNoticeToRevoke => says(
            "no notice of withdrawal is pending",
            "to leave the treaty, give notice of withdrawal",
        ),
        Ground::NoticeTookEffect { effect, .. } => (
            format!("the notice took effect on {effect}").into(),
            "rejoin by a new act of consent".into(),
        ),
        Ground::NoInstrument => says("no instrument of it is live", "nothing need be done"),
        Ground::InstrumentKept { layer } => (
            match layer {
                Layer::Treaty => "the treaty does not let an instrument be withdrawn",
                Layer::Depositary | Layer::Default => {
                    "the depositary does not let an instrument be withdrawn"
                }
            }
            .into(),
            "wait for entry into force, then give notice of withdrawal".into(),
        ),
        Ground::InForceForIt { since, .. } => (
            match since {
                Some(since) => format!("the treaty has been in force for it since {since}").into(),
                None => "the treaty is in force for it".into(),
            },
            "give notice of withdrawal instead".into(),
        ),
        ground => by_operation(ground),
    }
}

fn by_operation(ground: &Ground) -> Wording {
    match ground {
        Ground::AlreadyParty { since } => (
            since
                .map_or_else(
                    || "it is a party".into(),
                    |since| format!("it has been a party since {since}"),
                )
                .into(),
            "nothing need be done".into(),
        ),
        Ground::AlreadyProvisional(earlier) => (
            format!(
                "it has applied the treaty provisionally since {}",
                earlier.on
            )
            .into(),
            "nothing need be done".into(),
        ),
        Ground::NotProvisional => says(
            "it does not apply the treaty provisionally on that day",
            "nothing need be done; a party gives notice of withdrawal",
        ),
        Ground::NotAParty => says(
            "it is not a party on that day",
            "there is nothing to suspend before entry into force",
        ),
        Ground::AlreadySuspended(earlier) => (
            format!("the treaty has been suspended for it since {}", earlier.on).into(),
            "end that suspension first".into(),
        ),
        Ground::NotSuspended => says(
            "the treaty is not suspended for it on that day",
            "nothing need be done",
        ),
        ground => by_correction(ground),
    }
}

fn by_correction(ground: &Ground) -> Wording {
    match ground {
        Ground::CorrectsNothing => says(
            "it does not say which act it corrects",
            "give the mark of the act",
        ),
        Ground::NoSuchAct { id } => (
            format!("the register has no act of the mark {id}").into(),
            "check the mark".into(),
        ),
        Ground::ActOfAnotherTreaty { id, treaty } => (
            format!("the act of the mark {id} concerns {treaty}").into(),
            "address the correction to that treaty".into(),
        ),
        Ground::ActOfAnother { author, .. } => (
            format!("the act is one of {author}").into(),
            "name its author".into(),
        ),
        Ground::CorrectsACorrection { .. } => says(
            "the act is itself a correction",
            "correct the first act again; the latest correction counts",
        ),
        Ground::SameDate { .. } => says("the act already has that date", "nothing need be done"),
        Ground::OutOfOrder { other, .. } => (
            format!(
                "it would change the order of the act and one of {} that hangs together with it",
                other.on
            )
            .into(),
            "check the date, or correct the other act first".into(),
        ),
        _ => Wording::default(),
    }
}

fn notice(pending: &Pending) -> String {
    let received: Date = pending.notice.on;
    match pending.effect {
        Some(effect) => format!(
            "its notice of withdrawal of {received} is pending and takes effect on {effect}"
        ),
        None => format!("its notice of withdrawal of {received} is pending"),
    }
}
