//! What would be if something about a treaty were otherwise: acts that are supposed to have happened, or not
//! to have. A supposition is laid over a copy of the register; nothing is recorded.

use alloc::collections::BTreeSet;

use askama::Template;
use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::calendar::{self, Date};
use sponsio_law::clause::{dependencies, partners};
use sponsio_law::register::{Register, TreatyIndex};
use sponsio_law::status::consequence::{Chronicled, Consequence, consequences};
use sponsio_law::status::history::{History, Lens};
use sponsio_law::status::supposition::{Selection, Supposition};
use sponsio_record::{ParticipantId, TreatyId};

use crate::locale::say;
use crate::page::account::{self, Told as Account};
use crate::page::asked::{Asked, Wrong, encoded};
use crate::page::event::act_word;
use crate::page::frame::{Frame, Section, whatif_path};
use crate::page::shown::Shown;
use crate::page::tile::{State, Tile};
use crate::page::trouble::{Trouble, Unmade};
use crate::wording::{Changed, Gaps, Supposed};

/// The most acts about which something is supposed at once.
const MOST: usize = 20;

/// The acts that can be supposed on the page, in the order in which they are offered.
const ACTS: [ActKind; 7] = [
    ActKind::Ratification,
    ActKind::Acceptance,
    ActKind::Approval,
    ActKind::Accession,
    ActKind::Signature,
    ActKind::DefinitiveSignature,
    ActKind::Withdrawal,
];

#[derive(Template)]
#[template(path = "whatif.html")]
struct WhatIf {
    p: Frame,
    id: String,
    title: String,
    before: Tile,
    parties: Vec<(String, String)>,
    acts: [ActKind; 7],
    recorded: Vec<(String, String)>,
    kept: Vec<(&'static str, String)>,
    day: String,
    answer: Option<Answer>,
}

/// What would be.
struct Answer {
    foreign: bool,
    /// What is supposed, each with the address of the page without it.
    supposed: Vec<(String, String)>,
    after: Tile,
    changed: Vec<Changed>,
    question: String,
    account: Account,
    gaps: Option<Gaps>,
    beyond: Option<String>,
}

/// One thing that is supposed, as it stands in an address.
#[derive(Clone, PartialEq, Eq)]
struct Item {
    /// `suppose` or `without`.
    name: &'static str,
    /// Whose act, of which kind, on which day.
    text: String,
}

/// Returns the page.
pub(crate) fn page(
    shown: &Shown<'_>,
    asked: &Asked,
    treaty: TreatyIndex,
) -> Result<String, Unmade> {
    let register = &shown.reading.register;
    let history = shown.reading.history(treaty);
    let of = register.treaty(treaty);
    let horizon = history.horizon(register);
    let day = shown.day_for(treaty, asked.at);
    let p = Frame::new(asked, Section::Treaties, shown.reading).of_treaty(day, horizon);
    let state = day.map_or(State::NothingKnown, |day| State::of(history, horizon, day));
    let items = items(asked)?;
    let answer = if items.is_empty() {
        None
    } else {
        Some(answer(shown, &p, treaty, &items)?)
    };
    let mut parties: Vec<(String, String)> = register
        .parties()
        .map(|party| {
            (
                register.participant(party).id.to_string(),
                shown.name(party),
            )
        })
        .collect();
    parties.sort_by_cached_key(|(_, name)| shown.wording.order(shown.language, name));
    let acts = of.acts().iter();
    let acts = acts.filter(|act| horizon.is_some_and(|horizon| act.known_from() <= horizon));
    let recorded = acts.filter_map(|act| {
        let party = register.party(&act.participant)?;
        let kind = act.kind()?;
        let said = say!(
            p.words,
            "event-act",
            who = shown.name(party),
            act = act_word(p.words, act)
        );
        let value = format!("{} {} {}", act.participant, kind.label(), act.date);
        Some((value, format!("{said}, {}", p.words.short_day(act.date))))
    });
    let mut recorded: Vec<(String, String)> = recorded.collect();
    recorded.sort_by_cached_key(|(_, said)| shown.wording.order(shown.language, said));
    let kept = items.iter().map(|item| (item.name, item.text.clone()));
    let made = WhatIf {
        id: of.id.to_string(),
        title: of.title().to_owned(),
        before: Tile::of_state(p.words, state),
        parties,
        acts: ACTS,
        recorded,
        kept: kept.chain(p.kept()).collect(),
        day: day.map(|day| day.to_string()).unwrap_or_default(),
        answer,
        p,
    };
    Ok(made.render()?)
}

/// Reads what is supposed: what the address holds already, and what its form has added.
fn items(asked: &Asked) -> Result<Vec<Item>, Trouble> {
    let value = |name: &str| {
        let mut own = asked.own.iter().filter(|(own, _)| *own == name);
        own.next().map(|(_, value)| value.as_str())
    };
    let mut items = Vec::new();
    for (name, text) in &asked.own {
        if matches!(*name, "suppose" | "without") {
            items.push(Item {
                name,
                text: text.clone(),
            });
        }
    }
    if let Some(who) = value("who") {
        let rest = [value("act"), value("day")].map(Option::unwrap_or_default);
        items.push(Item {
            name: "suppose",
            text: format!("{who} {} {}", rest[0], rest[1]),
        });
    }
    let mut seen: Vec<Item> = Vec::new();
    for item in items {
        if !seen.contains(&item) {
            seen.push(item);
        }
    }
    match seen.get(MOST) {
        Some(beyond) => Err(wrong(&beyond.text)),
        None => Ok(seen),
    }
}

fn wrong(text: &str) -> Trouble {
    Trouble::Wrong(Wrong::Supposed(text.trim().to_owned()))
}

/// Returns the parts of an item.
fn parts(register: &Register, text: &str) -> Result<(ParticipantId, ActKind, Date), Trouble> {
    let fields: Vec<&str> = text.split_whitespace().collect();
    let [who, kind, day] = fields[..] else {
        return Err(wrong(text));
    };
    let who = ParticipantId::new(who).ok();
    let who = who.filter(|who| register.party(who).is_some());
    let read = (who, ActKind::from_label(kind), calendar::parse(day));
    match read {
        (Some(who), Some(kind), Some(day)) => Ok((who, kind, day)),
        _ => Err(wrong(text)),
    }
}

fn supposition(
    register: &Register,
    treaty: &TreatyId,
    items: &[Item],
) -> Result<Supposition, Trouble> {
    let mut supposed = Supposition::default();
    for item in items {
        let (participant, kind, date) = parts(register, &item.text)?;
        if item.name == "without" {
            supposed.remove.push(Selection {
                participant,
                kind: Some(kind),
                date: Some(date),
            });
        } else {
            supposed.add.push(Act {
                id: None,
                treaty: treaty.clone(),
                participant,
                label: ActLabel::Known(kind),
                date,
                effect: None,
                recorded: None,
                refers_to: None,
                source: String::new(),
                note: String::new(),
            });
        }
    }
    Ok(supposed)
}

fn answer(
    shown: &Shown<'_>,
    p: &Frame,
    treaty: TreatyIndex,
    items: &[Item],
) -> Result<Answer, Unmade> {
    let register = &shown.reading.register;
    let id = &register.treaty(treaty).id;
    let supposition = supposition(register, id, items)?;
    let last = items.last().map_or("", |item| item.text.as_str());
    let supposed = register.suppose(treaty, &supposition);
    let supposed = supposed.map_err(|_| wrong(last))?;
    let affected = affected(register, id);
    let before: Vec<History> = affected
        .iter()
        .map(|place| shown.reading.history(*place).clone())
        .collect();
    let after: Vec<History> = affected
        .iter()
        .map(|place| supposed.history(*place, Lens::default()))
        .collect();
    let found = consequences(
        Chronicled {
            register,
            histories: &before,
        },
        Chronicled {
            register: &supposed,
            histories: &after,
        },
    );
    let history = supposed.history(treaty, Lens::default());
    // What is supposed lies in the future as a rule: the answer is that of the last day it speaks of.
    let days = supposition.add.iter().map(|act| act.date);
    let day = days.chain(p.day).max().unwrap_or(Date::MAX);
    let state = State::of(&history, Some(day), day);
    let after = Tile::of_state(p.words, state);
    let question = if let Some(since) = state.explained() {
        say!(p.words, "why-day", day = since)
    } else {
        say!(p.words, "why-state", state = after.word.as_str())
    };
    let said = shown.wording.supposed(
        shown.language,
        Supposed {
            register,
            treaty,
            supposition: &supposition,
            found: &found,
        },
    );
    let account = shown
        .wording
        .treaty(shown.language, &supposed, &history, day);
    let gaps = matches!(state, State::NotInForce | State::Before(_))
        .then(|| {
            shown
                .wording
                .missing(shown.language, &supposed, &history, day)
        })
        .filter(|gaps| !gaps.ways.is_empty());
    // The sentences name additions first, then what is left out.
    let (left, added): (Vec<&Item>, Vec<&Item>) =
        items.iter().partition(|item| item.name == "without");
    let named = added.into_iter().chain(left);
    let links = named.map(|item| without(p, id.as_str(), items, item));
    Ok(Answer {
        foreign: said.language != shown.language,
        supposed: said.supposed.into_iter().zip(links).collect(),
        beyond: beyond(p, &found),
        changed: said.treaties,
        account: account::told(&account, shown.language),
        question,
        after,
        gaps,
    })
}

/// Returns what is said where an answer reaches beyond the day to which the data reach.
fn beyond(p: &Frame, found: &[Consequence]) -> Option<String> {
    let known = p.known_to?;
    let reaches = found.iter().any(|one| one.reaches_beyond(known));
    reaches.then(|| say!(p.words, "whatif-beyond", day = known))
}

/// Returns the address of the page without one of the things that are supposed.
fn without(p: &Frame, id: &str, items: &[Item], left_out: &Item) -> String {
    let others = items.iter().filter(|item| *item != left_out);
    let others = others.map(|item| format!("{}={}", item.name, encoded(&item.text)));
    let others = others.collect::<Vec<_>>().join("&");
    let mark = if others.is_empty() { "" } else { "?" };
    p.link(format!("{}{mark}{others}", whatif_path(id)))
}

/// Returns the treaty and those whose clauses wait for it, directly or through others.
fn affected(register: &Register, id: &TreatyId) -> Vec<TreatyIndex> {
    let mut ids: BTreeSet<&TreatyId> = BTreeSet::from([id]);
    loop {
        let before = ids.len();
        for treaty in register.treaties() {
            let waits = dependencies(&treaty.clauses);
            let together = partners(&treaty.clauses);
            if waits
                .iter()
                .chain(&together)
                .any(|other| ids.contains(other))
            {
                ids.insert(&treaty.id);
            }
        }
        if ids.len() == before {
            break;
        }
    }
    ids.into_iter()
        .filter_map(|id| register.treaty_place(id))
        .collect()
}
