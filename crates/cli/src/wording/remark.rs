//! Remarks of the law in words.

use sponsio_law::clause::rule::OpenFor;
use sponsio_law::remark::{Concern, Remark};
use sponsio_record::ParticipantId;

use crate::wording::{Voice, Words, say};

/// Returns a remark as a sentence: where, whose act, what, and by which rule.
pub fn sentence(voice: Voice<'_>, remark: &Remark) -> String {
    let who = remark.participant.as_ref();
    say!(
        voice.words,
        "remark-line",
        treaty = voice.treaty(&remark.treaty),
        participant = if who.is_some() { "one" } else { "none" },
        who = who.map(|who| voice.participant(who)).unwrap_or_default(),
        what = what(voice, &remark.concern),
        rule = voice.words.authority(remark.rule()),
    )
}

/// Returns what is counted under a code, as a noun behind its number.
pub fn counted(words: &Words, code: &str) -> String {
    say!(words, &format!("counted-{code}"))
}

/// Returns for what a text is open.
pub(crate) fn opened(words: &Words, to_act: OpenFor) -> String {
    match to_act {
        OpenFor::Signature => say!(words, "opened-signature"),
        OpenFor::Accession => say!(words, "opened-accession"),
    }
}

/// Returns a participant that an act names, by its name where the register has it.
pub(crate) fn named(voice: Voice<'_>, code: &str) -> String {
    match ParticipantId::new(code) {
        Ok(id) => voice.participant(&id),
        Err(_) => code.to_owned(),
    }
}

/// What is to be said, as a clause without a full stop. A concern without data of its own has the
/// key of its code.
fn what(voice: Voice<'_>, concern: &Concern) -> String {
    let words = voice.words;
    match concern {
        Concern::RecordedLate { recorded } => say!(words, "remark-recorded-late", day = *recorded),
        Concern::AfterHorizon { horizon } => say!(words, "remark-after-horizon", day = *horizon),
        Concern::NotEvaluated { statement } => {
            say!(words, "remark-not-evaluated", statement = statement + 1)
        }
        Concern::EntitlementUnknown { to_act } => say!(
            words,
            "remark-entitlement-unknown",
            opened = opened(words, *to_act)
        ),
        Concern::InvitationNotRecorded { by } => {
            say!(words, "remark-invitation-not-recorded", by = by)
        }
        Concern::SilentOnWithdrawal { earliest } => {
            say!(words, "remark-silent-on-withdrawal", day = *earliest)
        }
        Concern::NoticeMayHaveTakenEffect { from, .. } => {
            say!(words, "remark-notice-may-have-taken-effect", day = *from)
        }
        Concern::TriggerIsFinal { trigger, general } => say!(
            words,
            "remark-trigger-is-final",
            trigger = *trigger,
            day = *general
        ),
        Concern::BeforeAdoption { adopted } => {
            say!(words, "remark-before-adoption", day = *adopted)
        }
        Concern::Unmapped { label } => say!(words, "remark-unmapped-act", label = label),
        Concern::CorrectionWithoutTarget { id: Some(id) } => {
            say!(words, "remark-correction-without-target", id = id)
        }
        Concern::CorrectionWithoutTarget { id: None } => {
            say!(words, "remark-correction-of-nothing")
        }
        Concern::ContinuationOfNothing {
            predecessor: Some(code),
        } => say!(
            words,
            "remark-continuation-of-nothing",
            who = named(voice, code)
        ),
        Concern::ContinuationOfNothing { predecessor: None } => {
            say!(words, "remark-continuation-of-nobody")
        }
        Concern::EffectBeforeNotice { effect } => {
            say!(words, "remark-effect-before-notice", day = *effect)
        }
        Concern::SameId { id, .. } => say!(words, "remark-same-id", id = id),
        Concern::DepositaryWithoutPolicies { depositary } => say!(
            words,
            "remark-depositary-without-policies",
            name = depositary
        ),
        other => say!(words, &format!("remark-{}", other.code())),
    }
}
