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
    let mut said = String::new();
    for gap in gaps(voice, register, history, found) {
        if let Some(title) = gap.title {
            said += &paragraph(&title, width);
        }
        said += &paragraph(&format!("{}:", gap.head), width);
        for lack in &gap.lacks {
            said += &item(lack, width);
        }
        if let Some((head, choices)) = gap.deposits {
            said += &paragraph(&format!("{head}:"), width);
            for one in &choices {
                said += &item(one, width);
            }
        }
        said += &paragraph(&gap.then, width);
    }
    said
}

/// What one way to entry into force lacks.
pub struct Gap {
    /// Which way of how many; absent where there is one.
    pub title: Option<String>,
    /// On which day.
    pub head: String,
    /// The conditions that are not met.
    pub lacks: Vec<String>,
    /// How many further deposits would do, and whose; absent where none are needed or none suffice.
    pub deposits: Option<(String, Vec<String>)>,
    /// What would follow.
    pub then: String,
}

/// Returns what each way to entry into force lacks, the shortest way first.
pub fn gaps(voice: Voice<'_>, register: &Register, history: &History, found: &WhyNot) -> Vec<Gap> {
    let words = voice.words;
    let treaty = register.treaty(history.treaty);
    let count = found.ways.len();
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
    let ways = found.ways.iter().take(MOST_WAYS).enumerate();
    let gap = |(place, way): (usize, &Way)| {
        let title = say!(words, "why-not-way", nth = place + 1, count = count);
        let lacks = way.lacks.iter();
        Gap {
            title: (count > 1).then_some(title),
            head: head.clone(),
            lacks: lacks.map(|one| lack(voice, treaty, one)).collect(),
            deposits: deposits(voice, register, way),
            then: then(voice, way, found),
        }
    };
    ways.map(gap).collect()
}

fn deposits(voice: Voice<'_>, register: &Register, way: &Way) -> Option<(String, Vec<String>)> {
    let words = voice.words;
    let choices = way.deposits.as_ref()?;
    let size = way.size().filter(|size| *size > 0)?;
    let head = if way.proven_smallest {
        say!(words, "why-not-smallest", count = size)
    } else {
        say!(words, "why-not-small", count = size)
    };
    let choices = choices.iter().map(|one| choice(voice, register, one));
    Some((head, choices.collect()))
}

fn then(voice: Voice<'_>, way: &Way, found: &WhyNot) -> String {
    let words = voice.words;
    match (
        way.size().filter(|_| way.deposits.is_some()),
        way.in_force_on,
    ) {
        (None, _) => say!(words, "why-not-unreachable"),
        (Some(_), None) => say!(words, "why-not-more"),
        (Some(size), Some(date)) => {
            say!(
                words,
                "why-not-date",
                count = size,
                day = found.day,
                date = date
            )
        }
    }
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
