//! What is missing for entry into force, in words.

use sponsio_law::clause::decimal::Decimal;
use sponsio_law::clause::explain::Reading;
use sponsio_law::register::Register;
use sponsio_law::status::history::History;
use sponsio_law::status::missing::{Choice, Lacking, Way, What, WhyNot};
use sponsio_law::treaty::Treaty;

use crate::layout::{paragraph, wrapped};
use crate::wording::derivation::percent;
use crate::wording::{Voice, answer, reason, say};

/// The most names that are listed where any of them will do.
const MOST_LISTED: usize = 15;

/// The most ways that are shown.
const MOST_WAYS: usize = 3;

/// Returns every way to entry into force that the rule leaves.
pub fn ways(
    voice: Voice<'_>,
    register: &Register,
    history: &History,
    found: &WhyNot,
    width: usize,
) -> String {
    let words = voice.words;
    if found.ways.is_empty() {
        let known = found.force.since().is_some_and(|since| since <= found.day);
        return if known {
            paragraph(&say!(words, "why-not-nothing"), width)
        } else {
            let said = say!(words, "why-not-words");
            let because = answer::because(voice, register, history);
            paragraph(&said, width) + &paragraph(&because, width)
        };
    }
    let treaty = register.treaty(history.treaty);
    let mut said = String::new();
    for (nth, way) in found.ways.iter().take(MOST_WAYS).enumerate() {
        if found.ways.len() > 1 {
            let (nth, count) = (nth + 1, found.ways.len());
            said += &paragraph(&say!(words, "why-not-way", nth = nth, count = count), width);
        }
        let head = match history.horizon(register) {
            Some(known) if known < found.day => {
                say!(
                    words,
                    "why-not-missing-known",
                    day = found.day,
                    known = known
                )
            }
            _ => say!(words, "why-not-missing", day = found.day),
        };
        said += &paragraph(&format!("{head}:"), width);
        for lacking in &way.lacks {
            said += &item(&lack(voice, treaty, lacking), width);
        }
        said += &deposits(voice, register, way, found, width);
    }
    said
}

fn deposits(
    voice: Voice<'_>,
    register: &Register,
    way: &Way,
    found: &WhyNot,
    width: usize,
) -> String {
    let words = voice.words;
    let (Some(choices), Some(size)) = (&way.deposits, way.size()) else {
        return paragraph(&say!(words, "why-not-unreachable"), width);
    };
    let mut said = String::new();
    if size > 0 {
        let head = if way.proven_smallest {
            say!(words, "why-not-smallest", count = size)
        } else {
            say!(words, "why-not-small", count = size)
        };
        said += &paragraph(&format!("{head}:"), width);
        for one in choices {
            said += &item(&choice(voice, register, one), width);
        }
    }
    let then = if let Some(date) = way.in_force_on {
        say!(
            words,
            "why-not-date",
            count = size,
            day = found.day,
            date = date
        )
    } else {
        say!(words, "why-not-more")
    };
    said + &paragraph(&then, width)
}

fn lack(voice: Voice<'_>, treaty: &Treaty, lacking: &Lacking) -> String {
    let (words, atom) = (voice.words, lacking.atom.to_string());
    match (&lacking.what, &lacking.reading) {
        (What::Instruments(more), Reading::Number { on, need, .. }) => {
            say!(
                words,
                "lack-number",
                atom = atom,
                on = *on,
                need = *need,
                more = *more
            )
        }
        (What::Instruments(more), Reading::Part { on, need, of, .. }) => {
            say!(
                words,
                "lack-part",
                atom = atom,
                on = *on,
                of = *of,
                need = *need,
                more = *more
            )
        }
        (What::Weight(more), Reading::Sum { on, total, .. }) => say!(
            words,
            "lack-sum",
            atom = atom,
            on = *on,
            total = *total,
            percent = percent(*on, *total),
            more = Decimal::from_millionths(*more),
        ),
        (What::Treaty(_), _) => say!(words, "lack-treaty", atom = atom),
        (What::Day(_), _) => say!(words, "lack-day", atom = atom),
        (What::Unknown(reasons), _) => {
            let why: Vec<String> = reasons
                .iter()
                .map(|unknown| reason::reason(voice, treaty, unknown))
                .collect();
            say!(words, "lack-unknown", atom = atom, why = why.join("; "))
        }
        (What::Instruments(more) | What::Weight(more), _) => {
            say!(words, "lack-more", atom = atom, more = *more)
        }
    }
}

fn choice(voice: Voice<'_>, register: &Register, choice: &Choice) -> String {
    let words = voice.words;
    let mut names: Vec<String> = choice
        .among
        .iter()
        .map(|party| voice.party(register, *party))
        .collect();
    names.sort_by_cached_key(|name| words.order(name));
    if choice.count == names.len() {
        say!(words, "choice-all", who = words.list(&names))
    } else if names.len() <= MOST_LISTED {
        say!(
            words,
            "choice-any",
            count = choice.count,
            who = words.alternatives(&names)
        )
    } else {
        say!(
            words,
            "choice-any-others",
            count = choice.count,
            among = names.len()
        )
    }
}

/// An item of a list, with its continuation lines under its words.
fn item(text: &str, width: usize) -> String {
    let lines = wrapped(text, width.saturating_sub(4));
    format!("  - {}\n", lines.join("\n    "))
}
