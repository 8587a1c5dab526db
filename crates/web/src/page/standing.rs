//! Why a participant stands where it stands towards a treaty: the answer, how it follows, its acts.

use askama::Template;
use sponsio_law::calendar::Date;
use sponsio_law::register::{PartyIndex, TreatyIndex};

use crate::locale::say;
use crate::page::account::{self, Told as Account};
use crate::page::asked::Asked;
use crate::page::event::act_word;
use crate::page::frame::{Frame, Section};
use crate::page::shown::{Row, Shown};

#[derive(Template)]
#[template(path = "standing.html")]
pub(crate) struct Standing {
    p: Frame,
    treaty: (String, String),
    row: Row,
    horizon: Option<(String, String)>,
    beyond: Option<String>,
    question: String,
    account: Account,
    facts: Vec<(String, String)>,
    acts: Vec<Deed>,
}

/// An act with the dates that the law tells apart.
struct Deed {
    day: Date,
    what: String,
    effect: Option<Date>,
    known: Option<Date>,
    note: String,
    digest: String,
}

/// Returns the page.
pub(crate) fn page(
    shown: &Shown<'_>,
    asked: &Asked,
    treaty: TreatyIndex,
    party: PartyIndex,
) -> Result<String, askama::Error> {
    let register = &shown.reading.register;
    let history = shown.reading.history(treaty);
    let of = register.treaty(treaty);
    let horizon = history.horizon(register);
    let day = shown.day_for(treaty, asked.at);
    let p = Frame::new(asked, Section::Treaties, shown.reading).of_treaty(day, horizon);
    let (words, day) = (p.words, day.unwrap_or(Date::MAX));
    let row = shown.row(treaty, party, day);
    let said = shown
        .wording
        .participant(shown.language, register, history, party, day);
    let known = horizon.map_or(day, |horizon| day.min(horizon));
    let acts = of.acts().iter();
    let acts = acts.filter(|act| act.participant.as_str() == row.code && act.date <= known);
    let acts = acts.map(|act| Deed {
        day: act.date,
        what: act_word(words, act),
        effect: act.effect,
        known: act.recorded,
        note: act.note.clone(),
        digest: act.digest().to_string(),
    });
    let mut facts = Vec::new();
    let mut fact = |key: &str, day: Option<Date>| {
        facts.extend(day.map(|day| (say!(words, key), words.day(day))));
    };
    fact("column-signed", row.signed);
    fact("column-deposited", row.deposited);
    fact("column-start", row.start);
    if row.until_unknown {
        facts.extend(row.until.map(|day| {
            (
                say!(words, "column-until"),
                say!(words, "until-unknown", day = day),
            )
        }));
    } else {
        fact("column-until", row.until);
    }
    let beyond = horizon.filter(|horizon| *horizon < day && asked.at.is_some());
    Standing {
        treaty: (of.id.to_string(), of.title().to_owned()),
        horizon: horizon.map(|day| {
            (
                say!(words, "known-to", day = day),
                say!(words, "not-known-after", day = day),
            )
        }),
        beyond: beyond.map(|horizon| say!(words, "beyond", at = day, day = horizon)),
        question: say!(words, "why-state", state = row.tile.word.as_str()),
        account: account::told(&said, shown.language),
        facts,
        acts: acts.collect(),
        row,
        p,
    }
    .render()
}
