//! Which path is which page or answer of the API.

use serde_json::Value;
use sponsio_law::register::{PartyIndex, TreatyIndex};
use sponsio_record::{ParticipantId, TreatyId};

use crate::answer::Made;
use crate::page::asked::Asked;
use crate::page::record::{self, Spoken};
use crate::page::shown::Shown;
use crate::page::trouble::{Trouble, Unmade};
use crate::page::{
    between, coverage, events, help, home, log, meetings, party, spoken, standing, statement, text,
    treaties, treaty, verify,
};
use crate::{api, file};

/// Makes what lies at a path.
pub(crate) fn made(shown: &Shown<'_>, asked: &Asked, path: &[&str]) -> Result<Made, Unmade> {
    Ok(match path {
        [] => Made::Page(home::page(shown, asked)?),
        ["t"] => Made::Page(treaties::page(shown, asked)?),
        ["t", id] => Made::Page(treaty::page(shown, asked, found(shown, id)?)?),
        ["t", id, "p", code] => {
            let (treaty, party) = (found(shown, id)?, somebody(shown, code)?);
            Made::Page(standing::page(shown, asked, treaty, party)?)
        }
        ["p"] => Made::Page(party::list(shown, asked)?),
        ["p", code] => Made::Page(party::page(shown, asked, somebody(shown, code)?)?),
        ["p", code, "with"] => Made::Page(between::beside(shown, asked, somebody(shown, code)?)?),
        ["p", one, "with", other] => {
            Made::Page(between::page(shown, asked, two(shown, one, other)?)?)
        }
        ["g"] => Made::Page(coverage::page(shown, asked, None)?),
        ["g", id] => Made::Page(coverage::page(shown, asked, Some(found(shown, id)?))?),
        ["t", id, "text"] => Made::Page(text::page(shown, asked, found(shown, id)?)?),
        ["s"] => Made::Page(spoken::page(shown, asked)?),
        ["s", id] => Made::Page(statement::page(shown, asked, said(shown, asked, id)?)?),
        ["m"] => Made::Page(meetings::list(shown, asked)?),
        ["m", id] => {
            let day = asked.at.or_else(|| shown.reading.day());
            let met = meetings::found(shown, id, day);
            let met = met.ok_or_else(|| Trouble::NoMeeting(cut(id)))?;
            Made::Page(meetings::page(shown, asked, met)?)
        }
        ["events"] => Made::Page(events::page(shown, asked)?),
        ["log"] => Made::Page(log::page(shown, asked)?),
        ["verify"] => Made::Page(verify::page(shown, asked)?),
        ["help"] => Made::Page(help::page(shown, asked)?),
        ["api", "v1", rest @ ..] => Made::Data(data(shown, asked, rest)?),
        _ => file::made(shown, asked, path)?,
    })
}

/// Makes an answer of the API.
fn data(shown: &Shown<'_>, asked: &Asked, path: &[&str]) -> Result<Value, Unmade> {
    Ok(match path {
        ["treaties"] => api::treaties(shown, &treaties::entries(shown, asked)),
        ["treaties", id] => {
            let treaty = found(shown, id)?;
            let day = shown.day_for(treaty, asked.at);
            let rows = day.map(|day| shown.rows(treaty, day)).unwrap_or_default();
            api::treaty(shown, &shown.entry(treaty, asked.at), day, &rows)
        }
        ["coverage"] => api::coverage(shown, &*coverage::listed(shown, asked, None)?),
        ["coverage", id] => {
            let treaty = found(shown, id)?;
            api::coverage(shown, &*coverage::listed(shown, asked, Some(treaty))?)
        }
        ["participants", code] => {
            let party = somebody(shown, code)?;
            let rows = party::rows(shown, asked, party);
            api::participant(shown, (code, &shown.name(party)), &rows)
        }
        ["statements"] => {
            let day = asked.at.or_else(|| shown.reading.day());
            api::statements(shown, day, &record::statements(shown, day))
        }
        ["statements", id] => {
            let day = asked.at.or_else(|| shown.reading.day());
            api::statements(shown, day, &[said(shown, asked, id)?])
        }
        ["participants", one, "with", other] => {
            let pair = two(shown, one, other)?;
            let matrix = between::coverage(shown, asked, pair)?;
            api::between(shown, &between::texts(shown, asked, pair), &matrix)
        }
        _ => return Err(Trouble::NoPage.into()),
    })
}

/// Returns the treaty of an identifier.
pub(crate) fn found(shown: &Shown<'_>, id: &str) -> Result<TreatyIndex, Trouble> {
    let place = TreatyId::new(id).ok();
    let place = place.and_then(|id| shown.reading.register.treaty_place(&id));
    place.ok_or_else(|| Trouble::NoTreaty(cut(id)))
}

/// Returns the participant of a code.
pub(crate) fn somebody(shown: &Shown<'_>, code: &str) -> Result<PartyIndex, Trouble> {
    let place = ParticipantId::new(code).ok();
    let place = place.and_then(|id| shown.reading.register.party(&id));
    place.ok_or_else(|| Trouble::NoParty(cut(code)))
}

/// Returns the statement of a mark, as far as it is public.
fn said<'a>(shown: &Shown<'a>, asked: &Asked, id: &str) -> Result<Spoken<'a>, Trouble> {
    let day = asked.at.or_else(|| shown.reading.day());
    record::statement(shown, id, day).ok_or_else(|| Trouble::NoStatement(cut(id)))
}

fn cut(text: &str) -> String {
    text.chars().take(80).collect()
}

/// Returns two different participants.
pub(crate) fn two(shown: &Shown<'_>, one: &str, other: &str) -> Result<[PartyIndex; 2], Trouble> {
    let pair = [somebody(shown, one)?, somebody(shown, other)?];
    if pair[0] == pair[1] {
        return Err(Trouble::Itself(one.to_owned()));
    }
    Ok(pair)
}
