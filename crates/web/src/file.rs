//! What lies at a path beside pages: tables and feeds.

use sponsio_record::Instant;
use sponsio_text::markup::akn;

use crate::answer::Made;
use crate::page::asked::Asked;
use crate::page::shown::Shown;
use crate::page::trouble::{Trouble, Unmade};
use crate::page::{between, coverage, event, party, record, text, treaties};
use crate::route::{found, somebody, two};
use crate::{calendar, feed, table};

/// Makes a table or a feed.
pub(crate) fn made(shown: &Shown<'_>, asked: &Asked, path: &[&str]) -> Result<Made, Unmade> {
    Ok(match path {
        ["treaties.csv"] => csv(
            "treaties",
            table::treaties(&treaties::entries(shown, asked))?,
        ),
        ["participants.csv"] => csv("participants", table::parties(&party::named(shown))?),
        ["events.csv"] => {
            let day = asked.at.or_else(|| shown.reading.day());
            let events = event::until(shown.reading, day);
            csv("events", table::events(shown, &events)?)
        }
        ["coverage.csv"] => {
            let matrix = coverage::listed(shown, asked, None)?;
            csv("coverage", table::coverage(shown, &matrix)?)
        }
        ["statements.csv"] => {
            let day = asked.at.or_else(|| shown.reading.day());
            let said = record::statements(shown, day);
            csv("statements", table::statements(&said, record::until(day))?)
        }
        ["feed.atom"] => {
            let day = asked.at.or_else(|| shown.reading.day());
            let events = event::until(shown.reading, day);
            let title = &shown.reading.title;
            Made::Feed(feed::atom(shown, title, "/feed.atom", &events))
        }
        ["t", id, name] => of_treaty(shown, asked, id, name)?,
        ["g", id, "coverage.csv"] => {
            let matrix = coverage::listed(shown, asked, Some(found(shown, id)?))?;
            csv(&format!("coverage-{id}"), table::coverage(shown, &matrix)?)
        }
        ["p", code, "treaties.csv"] => {
            let rows = party::rows(shown, asked, somebody(shown, code)?);
            csv(&format!("treaties-{code}"), table::party(&rows)?)
        }
        ["p", code, "feed.atom"] => {
            let party = somebody(shown, code)?;
            let day = asked.at.or_else(|| shown.reading.day());
            let events = event::of_party(shown.reading, code, day);
            let path = format!("/p/{code}/feed.atom");
            Made::Feed(feed::atom(shown, &shown.name(party), &path, &events))
        }
        ["p", one, "with", other, "treaties.csv"] => {
            let texts = between::texts(shown, asked, two(shown, one, other)?);
            csv(&format!("treaties-{one}-{other}"), table::between(&texts)?)
        }
        ["p", one, "with", other, "coverage.csv"] => {
            let matrix = between::coverage(shown, asked, two(shown, one, other)?)?;
            let name = format!("coverage-{one}-{other}");
            csv(&name, table::coverage(shown, &matrix)?)
        }
        _ => return Err(Trouble::NoPage.into()),
    })
}

/// Makes a table or a feed about one treaty.
fn of_treaty(shown: &Shown<'_>, asked: &Asked, id: &str, name: &str) -> Result<Made, Unmade> {
    Ok(match name {
        "status.csv" => {
            let treaty = found(shown, id)?;
            let day = shown.day_for(treaty, asked.at);
            let rows = day.map(|day| shown.rows(treaty, day));
            let rows = rows.unwrap_or_default();
            csv(&format!("status-{id}"), table::status(&rows)?)
        }
        "feed.atom" => {
            let treaty = found(shown, id)?;
            let day = asked.at.or_else(|| shown.reading.day());
            let events = event::of_treaty(shown.reading, treaty, day);
            let title = shown.reading.register.treaty(treaty).title();
            let path = format!("/t/{id}/feed.atom");
            Made::Feed(feed::atom(shown, title, &path, &events))
        }
        "calendar.ics" => {
            let treaty = found(shown, id)?;
            Made::Calendar(calendar::of_treaty(shown, treaty, asked.at))
        }
        _ => match name
            .strip_prefix("text.")
            .and_then(|rest| rest.split_once('.'))
        {
            Some((tag, end)) => of_text(shown, asked, (id, tag), end)?,
            None => return Err(Trouble::NoPage.into()),
        },
    })
}

/// Makes a file of the adopted text of a treaty in one language.
fn of_text(
    shown: &Shown<'_>,
    asked: &Asked,
    (id, tag): (&str, &str),
    end: &str,
) -> Result<Made, Unmade> {
    let adoption = text::adoption(shown, asked, found(shown, id)?).ok_or(Trouble::NoPage)?;
    let (digest, text) = text::in_language(shown, adoption, tag)?;
    let adopted = adoption.conference.adoption().map(|adoption| adoption.at);
    let date = adopted.unwrap_or(Instant::MIN);
    let (media, bytes) = match end {
        "treaty" => {
            let bytes = shown.reading.document(&digest).ok_or(Trouble::NoPage)?;
            ("text/plain; charset=utf-8", bytes)
        }
        "xml" => {
            let options = akn::Options {
                number: id,
                date,
                is_adopted: true,
                is_authentic: adoption
                    .conference
                    .convened
                    .languages
                    .contains(&text.language),
                record: Some(digest),
                before: None,
                no_text: "",
                name: &|_| None,
            };
            (
                "application/akn+xml",
                akn::write(&text, &options).into_bytes(),
            )
        }
        "docx" => {
            let media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            (
                media,
                shown.wording.word_document(shown.language, &text, date),
            )
        }
        _ => return Err(Trouble::NoPage.into()),
    };
    let name = format!("{id}.{tag}.{end}");
    Ok(Made::File { media, name, bytes })
}

fn csv(name: &str, bytes: Vec<u8>) -> Made {
    Made::Table(format!("{name}.csv"), bytes)
}
