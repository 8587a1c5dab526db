//! The acts that completed a condition, in words (EIF-8).

use sponsio_law::act::Act;
use sponsio_law::clause::decimal::Decimal;
use sponsio_law::clause::explain::{Reading, Trigger};
use sponsio_law::clause::rule::{Atom, Noun};
use sponsio_law::treaty::Treaty;

use super::Line;
use crate::wording::{Voice, say};

/// The most acts of one trigger that are listed one by one.
const MOST_LISTED: usize = 12;

/// The number that a plain count reached on the trigger day.
struct Number {
    before: u64,
    on: u64,
    need: u64,
}

/// Returns what completed the condition, as a clause without a full stop.
pub(super) fn headline(voice: Voice<'_>, treaty: &Treaty, trigger: &Trigger) -> String {
    let words = voice.words;
    let acts = acts(treaty, trigger);
    let who = names(voice, &acts);
    match (plain_number(trigger), acts.len()) {
        (Some(number), 1) if number.on == number.before + 1 => {
            say!(
                words,
                "trigger-nth",
                nth = number.on,
                who = who,
                day = trigger.day
            )
        }
        (Some(Number { before, on, need }), count) if count > 0 => say!(
            words,
            "trigger-number",
            count = count,
            day = trigger.day,
            before = before,
            on = on,
            need = need,
        ),
        (_, 1..=MOST_LISTED) => {
            say!(words, "trigger-conditions-by", day = trigger.day, who = who)
        }
        _ => say!(words, "trigger-conditions", day = trigger.day),
    }
}

/// Whether a single act completed the condition and no other consent was deposited that day.
pub(super) fn is_alone(treaty: &Treaty, trigger: &Trigger) -> bool {
    trigger.acts.len() == 1 && others(treaty, trigger).is_empty()
}

/// Adds the trigger, what each test read, and the acts with their digests.
pub(super) fn push(voice: Voice<'_>, treaty: &Treaty, trigger: &Trigger, lines: &mut Vec<Line>) {
    let words = voice.words;
    let headline = headline(voice, treaty, trigger);
    lines.push(Line::new("trigger", format!("{headline} (EIF-8)")));
    if plain_number(trigger).is_none() {
        let readings = trigger.readings.iter();
        lines.extend(readings.map(|(atom, read)| Line::new("reading", reading(voice, atom, read))));
    }
    let acts = acts(treaty, trigger);
    for act in acts.iter().take(MOST_LISTED) {
        let text = say!(
            words,
            "trigger-act",
            who = voice.participant(&act.participant),
            act = voice.act(act),
            day = act.date,
            digest = act.digest().short(),
        );
        lines.push(Line::new("act", text));
    }
    if acts.len() > MOST_LISTED {
        let more = say!(words, "trigger-acts-more", count = acts.len() - MOST_LISTED);
        lines.push(Line::new("others", more));
    }
    let others = others(treaty, trigger);
    if is_alone(treaty, trigger) {
        lines.push(Line::new("others", say!(words, "trigger-alone")));
    } else if !acts.is_empty() && !others.is_empty() {
        let who = names(voice, &others);
        lines.push(Line::new(
            "others",
            say!(words, "trigger-others", who = who),
        ));
    }
}

fn reading(voice: Voice<'_>, atom: &Atom, read: &Reading) -> String {
    let (words, atom) = (voice.words, atom.to_string());
    match read {
        Reading::Number { before, on, need } => say!(
            words,
            "reading-number",
            atom = atom,
            before = *before,
            on = *on,
            need = *need,
        ),
        Reading::Part {
            before,
            on,
            need,
            of,
        } => say!(
            words,
            "reading-part",
            atom = atom,
            before = *before,
            on = *on,
            need = *need,
            of = *of,
        ),
        Reading::Sum { before, on, total } => say!(
            words,
            "reading-sum",
            atom = atom,
            before = *before,
            on = *on,
            total = *total,
            percent = percent(*on, *total),
        ),
        Reading::Treaty {
            since: Some(since), ..
        } => {
            say!(words, "reading-treaty", atom = atom, since = *since)
        }
        Reading::Treaty { since: None, .. } => say!(words, "reading-treaty-not", atom = atom),
        Reading::Day(_) => say!(words, "reading-day", atom = atom),
        Reading::Unknown => say!(words, "reading-unknown", atom = atom),
    }
}

/// The part of the whole in per cent, cut after two places and never rounded up to a threshold.
pub(in crate::wording) fn percent(part: Decimal, whole: Decimal) -> Decimal {
    let hundredths = u128::from(part.millionths()) * 10_000;
    let cut = hundredths
        .checked_div(u128::from(whole.millionths()))
        .unwrap_or(0);
    Decimal::from_millionths(
        u64::try_from(cut)
            .unwrap_or(u64::MAX)
            .saturating_mul(10_000),
    )
}

/// The reading of a condition that is a single count of all instruments.
fn plain_number(trigger: &Trigger) -> Option<Number> {
    match trigger.readings.as_slice() {
        [
            (
                Atom::Count {
                    noun: Noun::Instruments,
                    filters,
                    ..
                },
                Reading::Number { before, on, need },
            ),
        ] if filters.is_empty() => Some(Number {
            before: *before,
            on: *on,
            need: *need,
        }),
        _ => None,
    }
}

fn acts<'t>(treaty: &'t Treaty, trigger: &Trigger) -> Vec<&'t Act> {
    let places = trigger.acts.iter().map(|act| act.at());
    places
        .filter_map(|place| treaty.acts().get(place))
        .collect()
}

/// The other consents of the trigger day.
fn others<'t>(treaty: &'t Treaty, trigger: &Trigger) -> Vec<&'t Act> {
    let is_trigger = |place: usize| trigger.acts.iter().any(|act| act.at() == place);
    let all = treaty.acts().iter().enumerate();
    all.filter(|(place, act)| {
        act.date == trigger.day
            && act
                .kind()
                .is_some_and(sponsio_law::act::ActKind::is_consent)
            && !is_trigger(*place)
    })
    .map(|(_, act)| act)
    .collect()
}

fn names(voice: Voice<'_>, acts: &[&Act]) -> String {
    voice.participants(acts.iter().map(|act| &act.participant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_cut_and_never_rounded_up() {
        let share = |part: &str, whole: &str| {
            let read = |text| Decimal::parse(text).expect("a number");
            percent(read(part), read(whole)).to_string()
        };
        assert_eq!(share("54.99999", "100"), "54.99");
        assert_eq!(share("2", "3"), "66.66");
        assert_eq!(share("1", "0"), "0");
    }
}
