//! A treaty: the first line answers, the second says until when, the third says why; then who stands
//! where, and what the final clauses say.

use askama::Template;
use sponsio_law::calendar::Date;
use sponsio_law::party::ParticipantKind;
use sponsio_law::register::TreatyIndex;
use sponsio_law::status::history::Force;
use sponsio_law::status::standing::Standing;
use sponsio_law::status::timeline::{Timeline, timeline};

use crate::locale::say;
use crate::page::account::{self, Told as Account};
use crate::page::asked::Asked;
use crate::page::event::{self, Told};
use crate::page::frame::{Frame, Section, coverage_path, map_path, text_path, whatif_path};
use crate::page::linked;
use crate::page::road::{self, Step};
use crate::page::search::Search;
use crate::page::shown::{Row, Shown};
use crate::page::tile::{State, Tile};
use crate::svg::curve::Curve;
use crate::svg::tally::Tally;
use crate::wording::{Clauses, Gaps};

/// How many rows a page shows before a reader asks for all.
const ROWS: usize = 25;

/// How many events the page of a treaty shows.
const EVENTS: usize = 10;

#[derive(Template)]
#[template(path = "treaty.html")]
pub(crate) struct Treaty {
    p: Frame,
    id: String,
    title: String,
    lead: String,
    tile: Tile,
    horizon: Option<(String, String)>,
    beyond: Option<String>,
    road: Vec<Step>,
    counter: Option<Counter>,
    gaps: Option<Gaps>,
    gaps_foreign: bool,
    facts: Vec<(String, String)>,
    also: Vec<(String, String, String)>,
    curve: Option<Picture>,
    question: String,
    account: Account,
    sum: String,
    table: Table,
    clauses: Clauses,
    clauses_foreign: bool,
    events: Vec<Told>,
    linked: String,
}

/// How many instruments there are of those that are needed.
struct Counter {
    heading: String,
    picture: Option<String>,
    told: String,
}

/// The curve, with the numbers it is drawn from.
struct Picture {
    svg: String,
    levels: Vec<(Date, u32)>,
}

/// The status table, which can also be put in the place of itself.
#[derive(Template)]
#[template(path = "part/status.html")]
pub(crate) struct Table {
    p: Frame,
    id: String,
    rows: Vec<Row>,
    caption: Option<String>,
    note: String,
    all: Option<String>,
    has_until: bool,
}

/// Returns the page, or the status table alone.
pub(crate) fn page(
    shown: &Shown<'_>,
    asked: &Asked,
    treaty: TreatyIndex,
) -> Result<String, askama::Error> {
    let table = table(shown, asked, treaty);
    if asked.is_part {
        return table.render();
    }
    let register = &shown.reading.register;
    let history = shown.reading.history(treaty);
    let of = register.treaty(treaty);
    let horizon = history.horizon(register);
    let day = shown.day_for(treaty, asked.at);
    let p = Frame::new(asked, Section::Treaties, shown.reading).of_treaty(day, horizon);
    let words = p.words;
    let state = day.map_or(State::NothingKnown, |day| State::of(history, horizon, day));
    let known = day.map(|day| horizon.map_or(day, |horizon| day.min(horizon)));
    let timeline = timeline(register, history);
    let curve = known.and_then(|known| Curve::of(&timeline, known, Some(known) == horizon));
    let tile = Tile::of_state(words, state);
    let said = shown
        .wording
        .treaty(shown.language, register, history, day.unwrap_or(Date::MAX));
    let clauses = shown.wording.clauses(shown.language, register, treaty);
    let gaps = known.filter(|_| matches!(state, State::NotInForce | State::Before(_)));
    let gaps = gaps.map(|day| {
        let said = shown
            .wording
            .missing(shown.language, register, history, day);
        (said.language != shown.language, said)
    });
    let gaps = gaps.filter(|(_, gaps)| !gaps.ways.is_empty());
    let question = if let Some(since) = state.explained() {
        say!(words, "why-day", day = since)
    } else {
        say!(words, "why-state", state = tile.word.as_str())
    };
    let beyond = day.zip(horizon).filter(|(day, horizon)| horizon < day);
    Treaty {
        id: of.id.to_string(),
        title: of.title().to_owned(),
        lead: lead(shown, treaty),
        horizon: horizon.map(|day| {
            (
                say!(words, "known-to", day = day),
                say!(words, "not-known-after", day = day),
            )
        }),
        beyond: beyond.map(|(day, horizon)| say!(words, "beyond", at = day, day = horizon)),
        road: road::steps(shown, treaty, known, state),
        counter: known.and_then(|known| counter(shown, &timeline, known)),
        gaps_foreign: gaps.as_ref().is_some_and(|(foreign, _)| *foreign),
        gaps: gaps.map(|(_, gaps)| gaps),
        facts: facts(shown, treaty, known),
        also: also(shown, asked, &p, treaty),
        curve: curve.map(|curve| Picture {
            svg: curve.drawn(words),
            levels: curve.levels,
        }),
        question,
        account: account::told(&said, shown.language),
        sum: tile.word.clone(),
        tile,
        table,
        clauses_foreign: clauses.language != shown.language,
        clauses,
        events: event::of_treaty(shown.reading, treaty, known)
            .iter()
            .take(EVENTS)
            .map(|event| event.told(shown, words))
            .collect(),
        linked: linked::legislation(shown, treaty, state),
        p,
    }
    .render()
}

/// What else there is of a treaty: a label, the words of the link, and where it leads.
fn also(
    shown: &Shown<'_>,
    asked: &Asked,
    p: &Frame,
    treaty: TreatyIndex,
) -> Vec<(String, String, String)> {
    let of = shown.reading.register.treaty(treaty);
    let id = of.id.as_str();
    let text = crate::page::text::adoption(shown, asked, treaty);
    let text = text.map(|_| (p.t("text-heading"), p.t("text-read"), p.link(text_path(id))));
    let promises = of.guarantees().next();
    let promises = promises.map(|_| {
        (
            p.t("menu-coverage"),
            p.t("coverage-heading"),
            p.link(coverage_path(id)),
        )
    });
    let whatif = (
        p.t("whatif-heading"),
        p.t("whatif-link"),
        p.link(whatif_path(id)),
    );
    let map = crate::page::map::has_states(shown)
        .then(|| (p.t("map-heading"), p.t("map-link"), p.link(map_path(id))));
    let beside = text.into_iter().chain(promises).chain(map);
    beside.chain([whatif]).collect()
}

/// When and where it was adopted, who keeps it, in which languages it is authentic.
fn lead(shown: &Shown<'_>, treaty: TreatyIndex) -> String {
    let words = shown.words();
    let header = &shown.reading.register.treaty(treaty).clauses.header;
    let adopted = header.adopted.as_ref().map(|adopted| {
        if let Some(place) = &header.place {
            say!(
                words,
                "adopted-at",
                place = place.as_str(),
                day = adopted.value
            )
        } else {
            say!(words, "adopted-on", day = adopted.value)
        }
    });
    let depositary = header
        .depositary
        .as_ref()
        .map(|named| say!(words, "depositary-is", name = named.value.as_str()));
    let languages: Vec<String> = header
        .authentic
        .iter()
        .map(|tag| account::language_name(words, tag))
        .collect();
    let authentic = (!languages.is_empty())
        .then(|| say!(words, "authentic-in", languages = languages.join(", ")));
    let parts = [adopted, depositary, authentic].into_iter().flatten();
    parts.collect::<Vec<_>>().join(" ")
}

fn counter(shown: &Shown<'_>, timeline: &Timeline, known: Date) -> Option<Counter> {
    let words = shown.words();
    let needed = usize::try_from(timeline.threshold?).ok()?;
    let levels = timeline
        .levels
        .iter()
        .take_while(|level| level.day <= known);
    let counted = levels.last().map_or(0, |level| level.counted as usize);
    let is_met = timeline.trigger.is_some_and(|day| day <= known);
    let heading = if counted > needed {
        say!(words, "counter-over", count = counted, needed = needed)
    } else {
        say!(words, "counter", count = counted, needed = needed)
    };
    let told = if is_met {
        say!(words, "counter-met", needed = needed)
    } else {
        say!(
            words,
            "counter-missing",
            count = needed.saturating_sub(counted)
        )
    };
    let tally = Tally {
        counted,
        needed,
        is_met,
    };
    let picture = tally.drawn(&format!("{heading}. {told}"));
    Some(Counter {
        heading,
        picture,
        told,
    })
}

fn facts(shown: &Shown<'_>, treaty: TreatyIndex, known: Option<Date>) -> Vec<(String, String)> {
    let words = shown.words();
    let register = &shown.reading.register;
    let (of, history) = (register.treaty(treaty), shown.reading.history(treaty));
    let header = &of.clauses.header;
    let mut facts = Vec::new();
    if let Some(opened) = &header.opened {
        facts.push((say!(words, "fact-opened"), words.day(opened.value)));
    }
    if let Some(known) = known {
        let standing = |party| history.position(register, party, known).standing;
        let (mut parties, mut signed) = (0_usize, 0_usize);
        for party in register.parties() {
            match standing(party) {
                standing if standing.is_party() => parties += 1,
                Standing::Signatory | Standing::SignatoryBoundBy18 => signed += 1,
                _ => {}
            }
        }
        facts.push((
            say!(words, "fact-parties"),
            say!(words, "count-parties", count = parties),
        ));
        facts.push((
            say!(words, "fact-signed-only"),
            say!(words, "count-parties", count = signed),
        ));
    }
    // What was announced later was not known on the day.
    let announced = of
        .announced()
        .filter(|day| known.is_some_and(|known| *day <= known));
    if let Some(announced) = announced {
        let computed = match &history.computed {
            Force::InForce { since, .. } => Some(*since),
            _ => None,
        };
        let said = if computed == Some(announced) {
            say!(words, "announced-same", day = announced)
        } else {
            say!(words, "announced-other", day = announced)
        };
        facts.push((say!(words, "fact-announced"), said));
    }
    facts
}

/// Returns the status table of a treaty, filtered by the words of the request.
pub(crate) fn table(shown: &Shown<'_>, asked: &Asked, treaty: TreatyIndex) -> Table {
    let p = Frame::new(asked, Section::Treaties, shown.reading);
    let words = p.words;
    let day = shown.day_for(treaty, asked.at);
    let mut rows = day.map_or_else(Vec::new, |day| shown.rows(treaty, day));
    let of = rows.len();
    let search = Search::of(&asked.words);
    if !search.is_empty() {
        rows.retain(|row| search.finds(&[&row.name, &row.code, &row.tile.word]));
    }
    let id = shown.reading.register.treaty(treaty).id.to_string();
    let found = rows.len();
    let is_cut = found > ROWS && asked.page == 1;
    if is_cut {
        rows.truncate(ROWS);
    }
    // A second page is the whole of the table: it is for reading, searching and printing.
    let all = is_cut.then(|| {
        let words = if search.is_empty() {
            String::new()
        } else {
            format!("&q={}", crate::page::asked::encoded(&asked.words))
        };
        p.link(format!("/t/{id}?page=2{words}#status"))
    });
    Table {
        note: say!(words, "rows-shown", count = rows.len(), of = of),
        caption: day.map(|day| say!(words, "as-at", day = day)),
        has_until: rows.iter().any(|row| row.until.is_some()),
        rows,
        all,
        id,
        p,
    }
}

/// Whether a participant is an organization, which counts by rules of its own.
pub(crate) fn is_organization(row: &Row) -> bool {
    row.kind == ParticipantKind::Organization
}
