//! The road from words to law: six steps, always all six. A step of which the register has no record
//! is shown as such, and never as taken.

use sponsio_law::calendar::Date;
use sponsio_law::register::TreatyIndex;

use crate::locale::say;
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
    let unrecorded = || say!(words, "road-unrecorded");
    let adopted = adopted.map(|day| words.day(day));
    let force = state.since().map(|day| words.day(day));
    let facts = [
        ("said", None),
        ("draft", None),
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
                _ => unrecorded(),
            }),
        })
        .collect()
}
