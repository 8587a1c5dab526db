//! The road from words to law: six steps, always all six. A step of which the register has no record
//! is shown as such, and never as taken.

use sponsio_law::calendar::Date;
use sponsio_law::register::TreatyIndex;
use sponsio_record::TreatyId;

use crate::locale::{Words, say};
use crate::page::frame::Frame;
use crate::page::record::{self, Spoken};
use crate::page::shown::Shown;
use crate::page::tile::State;

/// One step.
pub(crate) struct Step {
    pub(crate) line: &'static str,
    pub(crate) name: String,
    pub(crate) fact: String,
    pub(crate) is_done: bool,
    pub(crate) is_current: bool,
}

/// Returns the steps of a treaty as known on a day.
pub(crate) fn steps(
    shown: &Shown<'_>,
    treaty: TreatyIndex,
    known: Option<Date>,
    state: State,
) -> Vec<Step> {
    let words = shown.words();
    let (of, history) = (
        shown.reading.register.treaty(treaty),
        shown.reading.history(treaty),
    );
    let acts = of.acts().iter();
    let by = |day: Date| known.is_some_and(|known| day <= known);
    let mut signed: Vec<&str> = acts
        .filter(|act| {
            by(act.date)
                && act
                    .kind()
                    .is_some_and(sponsio_law::act::ActKind::is_signature)
        })
        .map(|act| act.participant.as_str())
        .collect();
    signed.sort_unstable();
    signed.dedup();
    let live = history.effects.iter().map(|effect| &effect.consent);
    let live = live.filter(|consent| {
        let lasts = consent
            .end
            .day()
            .is_none_or(|end| known.is_some_and(|known| known < end));
        by(consent.from) && lasts
    });
    let consents = live.count();
    let adopted = of.clauses.header.adopted.as_ref().map(|found| found.value);
    let adopted = adopted.filter(|day| by(*day));
    let adopted = adopted.map(|day| words.day(day));
    let force = state.since().map(|day| words.day(day));
    let (said, drafted) = spoken(shown, &of.id, known);
    let facts = [
        ("said", said.map(|day| words.day(day))),
        ("draft", drafted.map(|day| words.day(day))),
        ("adopted", adopted),
        (
            "signed",
            (!signed.is_empty()).then(|| say!(words, "road-signatories", count = signed.len())),
        ),
        (
            "consent",
            (consents > 0).then(|| say!(words, "road-consents", count = consents)),
        ),
        ("force", force),
    ];
    drawn(words, facts)
}

/// Returns when the first words were said on which the text of a treaty rests, and when they were drafted.
fn spoken(
    shown: &Shown<'_>,
    treaty: &TreatyId,
    known: Option<Date>,
) -> (Option<Date>, Option<Date>) {
    let Some(conference) = shown.reading.register.conference_on(treaty) else {
        return (None, None);
    };
    let by = record::until(known);
    let drafts = conference.drafts().iter();
    // A text that nobody may table leads nowhere.
    let drafts = drafts.filter(|draft| draft.at <= by && !draft.hypothetical);
    let drafts: Vec<_> = drafts.collect();
    let passages = drafts.iter().flat_map(|draft| &draft.drafted.from);
    let said = passages.filter_map(|passage| {
        let of = passage.of.to_string();
        record::statement(shown, &of, known)?.day()
    });
    let first = said.min();
    let drafted = drafts
        .iter()
        .filter_map(|draft| record::day_of(draft.at))
        .min();
    (first, drafted)
}

/// Returns the steps of words that were spoken: to a draft, and from there those of its treaty.
pub(crate) fn of_words(shown: &Shown<'_>, p: &Frame, one: &Spoken<'_>) -> Vec<Step> {
    let (words, by) = (p.words, record::until(p.day));
    let register = &shown.reading.register;
    let drafts = one.drafts(by).filter_map(|draft| record::day_of(draft.at));
    let drafted = drafts.min();
    let adoption = one
        .conference
        .adoption()
        .filter(|adoption| adoption.at <= by);
    let treaty = register.treaty_place(one.conference.treaty());
    if let (Some(treaty), Some(_), Some(_)) = (treaty, adoption, drafted) {
        let history = shown.reading.history(treaty);
        let horizon = history.horizon(register);
        let day = p.day.or(horizon);
        let known = day.map(|day| horizon.map_or(day, |horizon| day.min(horizon)));
        let state = day.map_or(State::NothingKnown, |day| State::of(history, horizon, day));
        let mut road = steps(shown, treaty, known, state);
        for (step, day) in road.iter_mut().zip([one.day(), drafted]) {
            step.is_done = day.is_some();
            step.fact = day.map(|day| words.day(day)).unwrap_or_default();
        }
        return road;
    }
    let told = |day: Option<Date>| day.map(|day| words.day(day));
    let facts = [
        (
            "said",
            told(one.day()).or_else(|| Some(say!(words, "day-unknown"))),
        ),
        ("draft", told(drafted)),
        ("adopted", None),
        ("signed", None),
        ("consent", None),
        ("force", None),
    ];
    let mut road = drawn(words, facts);
    // Of these words nothing more is recorded; whether another text was signed is not their road.
    for step in road.iter_mut().filter(|step| !step.is_done) {
        step.fact = say!(words, "road-not-yet");
    }
    road
}

fn drawn(words: &Words, facts: [(&'static str, Option<String>); 6]) -> Vec<Step> {
    let last = facts.iter().rposition(|(_, fact)| fact.is_some());
    facts
        .into_iter()
        .enumerate()
        .map(|(place, (line, fact))| Step {
            line,
            name: say!(words, &format!("road-{line}")),
            is_done: fact.is_some(),
            is_current: last == Some(place),
            fact: fact.unwrap_or_else(|| match line {
                "force" | "consent" => say!(words, "road-not-yet"),
                _ => say!(words, "road-unrecorded"),
            }),
        })
        .collect()
}
