//! Why something is so: the sentences and the steps of an answer, for a terminal and for a page alike.

use sponsio_law::calendar::Date;
use sponsio_law::clause::explain::{ActIndex, Step};
use sponsio_law::register::{PartyIndex, Register};
use sponsio_law::status::difference;
use sponsio_law::status::history::{Effect, Force, History, Start, View};
use sponsio_law::status::live::End;
use sponsio_law::status::standing::Answer;

use crate::wording::derivation::{self, Line};
use crate::wording::{Voice, answer, say};

/// What is so, why, and the lines of the derivation.
pub struct Account {
    /// What is so.
    pub sentences: Vec<String>,
    /// Why, in one sentence.
    pub because: Option<String>,
    /// Which command says more, for whoever has a command line.
    pub next: Option<String>,
    /// The steps.
    pub lines: Vec<Line>,
}

/// Says why a treaty is, or is not, in force on a day.
pub fn treaty(voice: Voice<'_>, register: &Register, history: &History, at: Date) -> Account {
    let treaty = register.treaty(history.treaty);
    let mut lines = Vec::new();
    if history.lens.view == View::Announced
        && let Some(day) = treaty.announced()
    {
        lines.extend(derivation::assumption(voice, day));
    }
    lines.extend(derivation::lines(voice, treaty, &history.steps));
    lines.extend(derivation::unknown(voice, treaty, &history.computed));
    lines.extend(derivation::lines(voice, treaty, &history.lapse_steps));
    if let Some(provisional) = &history.provisional {
        lines.extend(derivation::lines(voice, treaty, &provisional.steps));
        lines.extend(derivation::unknown(voice, treaty, &provisional.force));
    }
    let is_short = history.lens.view == View::Computed && history.computed == Force::NotInForce;
    let verdict = difference::verdict(register, history);
    lines.extend(derivation::published(voice, register, history, &verdict));
    Account {
        sentences: core::iter::once(answer::force(voice, register, history, at))
            .chain(answer::provisional(voice, register, history, at))
            .collect(),
        because: Some(answer::because(voice, register, history)),
        next: is_short.then(|| say!(voice.words, "because-no-acts-next", id = treaty.id.as_str())),
        lines,
    }
}

/// Returns the consent on which a participant's answer rests: that of its status, otherwise the last
/// that it gave by the day.
pub fn effect_of<'a>(
    history: &'a History,
    party: PartyIndex,
    stands: &Answer,
) -> Option<&'a Effect> {
    let day = reach(stands);
    let lived = history
        .effects_of(party)
        .filter(|effect| effect.consent.from <= day);
    let effect = stands.position.effect;
    let effect = effect.and_then(|place| history.effects.get(place));
    effect.or_else(|| lived.last())
}

/// Says why a participant stands where it stands on a day.
pub fn participant(
    voice: Voice<'_>,
    register: &Register,
    history: &History,
    party: PartyIndex,
    at: Date,
) -> Account {
    let treaty = register.treaty(history.treaty);
    let stands = history.answer(register, party, at);
    let name = voice.party(register, party);
    let day = reach(&stands);
    let effect = effect_of(history, party, &stands);
    let signature = stands
        .position
        .signature
        .and_then(|act| treaty.acts().get(act.at()));
    let mut lines = Vec::new();
    if let Some(act) = signature {
        lines.push(Line::new(
            "signature",
            say!(voice.words, "why-signed", day = act.date),
        ));
    }
    if let Some(effect) = effect {
        lines.extend(derivation::act(voice, treaty, effect.consent.act));
        lines.extend(derivation::lines(voice, treaty, &effect.steps));
        if let Some((end, act)) = known_end(register, history, effect, day) {
            lines.extend(derivation::lines(voice, treaty, &effect.consent.end_steps));
            let steps = &effect.consent.end_steps;
            if !steps.iter().any(|step| matches!(step, Step::Ended { .. })) {
                lines.push(derivation::ended(voice, treaty, act, end));
            }
        }
    }
    if history.ended().is_some_and(|end| end <= day) {
        lines.extend(derivation::lines(voice, treaty, &history.lapse_steps));
    }
    let general = answer::force(voice, register, history, at);
    let why = answer::because(voice, register, history);
    let general = say!(voice.words, "general", answer = general, why = why);
    lines.push(Line::new("general", general));
    let because = if let Some(effect) = effect {
        let mut why = derivation::sentence(voice, treaty, &effect.steps);
        if let Some((end, act)) = known_end(register, history, effect, day)
            && !stands.position.standing.is_party()
        {
            let ended = derivation::ended(voice, treaty, act, end);
            why = format!("{why}; {}", ended.text);
        }
        let already_said = effect.start == Start::NotYet
            || stands.position.since.map(Start::On) == Some(effect.start);
        let start = answer::start(voice, effect).filter(|_| !already_said);
        let why = start.map_or_else(|| why.clone(), |start| format!("{start}: {why}"));
        say!(voice.words, "because", why = why)
    } else {
        say!(
            voice.words,
            "because",
            why = say!(voice.words, "why-no-consent"),
        )
    };
    Account {
        sentences: vec![answer::position(voice, &name, &stands)],
        because: Some(because),
        next: None,
        lines,
    }
}

/// Returns the day to which an answer can reach: the day asked for, or the horizon before it.
fn reach(stands: &Answer) -> Date {
    let horizon = stands.known_to;
    horizon.map_or(stands.at, |horizon| horizon.min(stands.at))
}

/// The day on which a consent ended, if the act that ended it is known on the day asked for.
fn known_end(
    register: &Register,
    history: &History,
    effect: &Effect,
    day: Date,
) -> Option<(Date, ActIndex)> {
    let End::Day(end, act) = effect.consent.end else {
        return None;
    };
    let ended = register.treaty(history.treaty).acts().get(act.at())?;
    (ended.known_from() <= day).then_some((end, act))
}
