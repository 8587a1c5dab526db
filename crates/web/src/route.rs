//! Which path is which page or answer of the API.

use sponsio_law::register::{PartyIndex, TreatyIndex};
use sponsio_record::{ParticipantId, TreatyId};

use crate::answer::Made;
use crate::api::path;
use crate::file;
use crate::page::asked::Asked;
use crate::page::record::{self, Spoken};
use crate::page::shown::Shown;
use crate::page::trouble::{Trouble, Unmade};
use crate::page::{
    between, clause, coverage, events, help, home, log, map, meetings, party, reference, spoken,
    standing, statement, text, treaties, treaty, verify, whatif,
};

/// Makes what lies at a path.
pub(crate) fn made(shown: &Shown<'_>, asked: &Asked, segments: &[&str]) -> Result<Made, Unmade> {
    Ok(match segments {
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
        ["t", id, "map"] => Made::Page(map::page(shown, asked, found(shown, id)?)?),
        ["t", id, "whatif"] => Made::Page(whatif::page(shown, asked, found(shown, id)?)?),
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
        ["clause"] => Made::Page(clause::page(shown, asked)?),
        ["help"] => Made::Page(help::page(shown, asked)?),
        ["api"] => Made::Page(reference::page(shown, asked)?),
        ["api", rest @ ..] => Made::Data(path::made(shown, asked, rest)?),
        _ => file::made(shown, asked, segments)?,
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
pub(crate) fn said<'a>(shown: &Shown<'a>, asked: &Asked, id: &str) -> Result<Spoken<'a>, Trouble> {
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
