//! A guarantee line as sentences. They say what the line says, no more.

use sponsio_law::guarantee::LegalForce;
use sponsio_law::guarantee::promise::{
    Beneficiaries, Finder, Guarantors, Invoker, Lasting, Mode, Promise, Trigger,
};

use crate::wording::rule::{period, plain_set};
use crate::wording::{Voice, Words, say};

/// Returns a promise as sentences.
pub fn sentence(voice: Voice<'_>, promise: &Promise) -> String {
    let words = voice.words;
    let head = say!(
        words,
        "guarantee-sentence",
        name = &promise.name,
        by = guarantors(voice, &promise.by),
        to = beneficiaries(voice, &promise.to),
        mode = mode(words, promise.mode),
        sense = promise.sense.label(),
        object = &promise.object
    );
    let details = [called_in(words, promise), terms(words, promise)].concat();
    let all: Vec<String> = core::iter::once(head).chain(details).collect();
    all.join(" ")
}

/// Returns how several guarantors owe.
pub fn mode(words: &Words, mode: Mode) -> String {
    say!(words, &format!("mode-{}", mode.label()))
}

/// Returns a legal force.
pub fn force(words: &Words, force: LegalForce) -> String {
    say!(words, &format!("legal-force-{}", force.label()))
}

fn guarantors(voice: Voice<'_>, by: &Guarantors) -> String {
    match by {
        Guarantors::EachParty => say!(voice.words, "guarantee-each-party"),
        Guarantors::AllParties => say!(voice.words, "guarantee-all-parties"),
        Guarantors::Set(set) => plain_set(voice, set),
    }
}

fn beneficiaries(voice: Voice<'_>, to: &Beneficiaries) -> String {
    let words = voice.words;
    match to {
        Beneficiaries::EveryOtherParty => say!(words, "guarantee-every-other-party"),
        Beneficiaries::AllParties => say!(words, "guarantee-all-parties"),
        Beneficiaries::Itself => say!(words, "guarantee-itself"),
        Beneficiaries::Set(set) => plain_set(voice, set),
        Beneficiaries::Third(set) => {
            say!(words, "guarantee-third", set = plain_set(voice, set))
        }
    }
}

/// What calls the promise in, who finds it, and what is then owed.
fn called_in(words: &Words, promise: &Promise) -> Vec<String> {
    let trigger = promise.trigger.as_ref().map(|trigger| match trigger {
        Trigger::Always => say!(words, "guarantee-when-always"),
        Trigger::Words(event) => say!(words, "guarantee-when", words = event),
    });
    let finder = promise.finder.as_ref().map(|finder| match finder {
        Finder::EachForItself => say!(words, "guarantee-found-each"),
        Finder::Organ {
            name,
            majority: None,
        } => say!(words, "guarantee-found-organ", organ = name),
        Finder::Organ {
            name,
            majority: Some((numerator, denominator)),
        } => {
            let majority = format!("{numerator}/{denominator}");
            say!(
                words,
                "guarantee-found-majority",
                organ = name,
                majority = majority
            )
        }
    });
    let owes = promise.owes.as_ref();
    let owes = owes.map(|act| say!(words, "guarantee-owes", words = act));
    let alone = promise.act_alone.map(|alone| {
        if alone {
            say!(words, "guarantee-alone-yes")
        } else {
            say!(words, "guarantee-alone-no")
        }
    });
    [trigger, finder, owes, alone]
        .into_iter()
        .flatten()
        .collect()
}

/// Exceptions, invocation, remedy, duration, force and what it stands beside.
fn terms(words: &Words, promise: &Promise) -> Vec<String> {
    let except = promise.except.as_ref();
    let except = except.map(|what| say!(words, "guarantee-except", words = what));
    let invoked = promise.invoked_by.map(|invoker| match invoker {
        Invoker::Beneficiary => say!(words, "guarantee-invoked-beneficiary"),
        Invoker::AnyParty => say!(words, "guarantee-invoked-any"),
    });
    let remedy = promise.remedy.as_ref();
    let remedy = remedy.map(|what| say!(words, "guarantee-remedy", words = what));
    let lasts = promise.lasts.as_ref().map(|lasts| match lasts {
        Lasting::Until(day) => say!(words, "guarantee-until", day = *day),
        Lasting::UntilWithdrawal => say!(words, "guarantee-until-withdrawal"),
        Lasting::UntilEvent(event) => say!(words, "guarantee-until-event", words = event),
        Lasting::For(count, unit) => {
            say!(
                words,
                "guarantee-for",
                period = period(words, *count, *unit)
            )
        }
    });
    let force = promise
        .force
        .map(|stated| say!(words, "guarantee-force", force = force(words, stated)));
    let restates = promise.restates.as_ref();
    let restates = restates.map(|what| say!(words, "guarantee-restates", words = what));
    let linked = promise.linked_to.as_ref();
    let linked = linked.map(|treaty| say!(words, "guarantee-linked", treaty = treaty.as_str()));
    let all = [except, invoked, remedy, lasts, force, restates, linked];
    all.into_iter().flatten().collect()
}
