//! Who guarantees whom on a day: the matrix of one treaty or of all, who is left out, and what would
//! close the gaps.

use alloc::sync::Arc;

use askama::Template;
use sponsio_law::calendar::Date;
use sponsio_law::guarantee::{Condition, Coverage};
use sponsio_law::register::TreatyIndex;

use crate::locale::say;
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section, with_path};
use crate::page::pledge::{Drawn, Pledge, Pledges};
use crate::page::promised::{self, Promised};
use crate::page::shown::Shown;
use crate::page::trouble::{Trouble, Unmade};
use crate::svg::matrix::{MOST, Matrix};

/// The most pairs, promises and closings that are listed; the rest is counted.
const LISTED: usize = 40;

/// The most cells that go into one table or one answer of the API.
const TABLE: usize = 300_000;

#[derive(Template)]
#[template(path = "coverage.html")]
pub(crate) struct CoveragePage {
    p: Frame,
    /// Identifier and title of the treaty, where it is about one.
    of: Option<(String, String)>,
    empty: Option<String>,
    lead: String,
    answer: String,
    horizon: Option<(String, String)>,
    beyond: Option<String>,
    picture: String,
    key: Vec<Key>,
    promises: Vec<Promised>,
    foreign: bool,
    more_promises: Option<String>,
    closings: Vec<String>,
    more_closings: Option<String>,
    conditions: Vec<(String, String)>,
    one_sided: Vec<Directed>,
    more_one_sided: Option<String>,
    grid: Option<Vec<Line>>,
    codes: Vec<(String, String)>,
    balance: Vec<Balanced>,
    in_words: Vec<String>,
}

/// What a pledge looks like, what it is called, and how many pairs have it.
struct Key {
    svg: String,
    word: String,
    count: String,
    meaning: String,
}

/// From whom to whom.
struct Directed {
    from: String,
    to: String,
    path: String,
}

/// A line of the table that says the same as the picture.
struct Line {
    code: String,
    name: String,
    cells: Vec<Option<(String, String)>>,
}

/// What a member gives and receives.
struct Balanced {
    code: String,
    name: String,
    counts: [usize; 4],
}

/// Returns the matrix that a request asks for; of all treaties where it names none.
pub(crate) fn computed(
    shown: &Shown<'_>,
    asked: &Asked,
    treaty: Option<TreatyIndex>,
) -> Result<Arc<Coverage>, Trouble> {
    let day = match treaty {
        Some(treaty) => shown.day_for(treaty, asked.at),
        None => asked.at.or_else(|| shown.reading.day()),
    };
    let found = shown.reading.coverage(treaty, day.unwrap_or(Date::MAX));
    found.map_err(|large| Trouble::TooLarge(large.cells))
}

/// The same for a table or for data, which have a line for each cell.
pub(crate) fn listed(
    shown: &Shown<'_>,
    asked: &Asked,
    treaty: Option<TreatyIndex>,
) -> Result<Arc<Coverage>, Trouble> {
    let coverage = computed(shown, asked, treaty)?;
    let members = coverage.members.len();
    let cells = members.saturating_mul(members);
    let cells = cells.saturating_mul(coverage.rows.len());
    if TABLE < cells {
        return Err(Trouble::TooLarge(cells));
    }
    Ok(coverage)
}

/// Returns the page.
pub(crate) fn page(
    shown: &Shown<'_>,
    asked: &Asked,
    treaty: Option<TreatyIndex>,
) -> Result<String, Unmade> {
    let coverage = computed(shown, asked, treaty)?;
    Ok(made(shown, asked, treaty, &coverage).render()?)
}

fn made(
    shown: &Shown<'_>,
    asked: &Asked,
    treaty: Option<TreatyIndex>,
    coverage: &Coverage,
) -> CoveragePage {
    let mut p = Frame::new(asked, Section::Coverage, shown.reading);
    let register = &shown.reading.register;
    let known = match treaty {
        Some(_) => coverage
            .treaties
            .first()
            .and_then(|covered| covered.known_to),
        None => p.known_to,
    };
    if treaty.is_some() {
        let day = (coverage.at < Date::MAX).then_some(coverage.at);
        p = p.of_treaty(day, known);
    }
    let words = p.words;
    let beyond = p.day.zip(known).filter(|(day, known)| known < day);
    let people = People::of(shown, coverage);
    let pledges = Pledges::of(coverage);
    let said = shown.wording.promises(shown.language, register, coverage);
    let among = people.places.len() <= MOST;
    let more =
        |all: usize| (all > LISTED).then(|| say!(words, "more-listed", count = all - LISTED));
    let one_sided: Vec<(usize, usize)> = pledges.all(Pledge::OneSided).collect();
    CoveragePage {
        of: treaty.map(|place| {
            let of = register.treaty(place);
            (of.id.to_string(), of.title().to_owned())
        }),
        empty: coverage.rows.is_empty().then(|| {
            let key = if treaty.is_some() {
                "coverage-none-here"
            } else {
                "coverage-none"
            };
            say!(words, key)
        }),
        lead: say!(
            words,
            "coverage-lead",
            promises = say!(words, "count-promises", count = coverage.rows.len()),
            members = say!(words, "count-members", count = people.places.len()),
            pairs = say!(words, "count-directions", count = pledges.directions())
        ),
        answer: answer(&p, &pledges, one_sided.len()),
        horizon: known.map(|day| p.reach(day)),
        beyond: beyond.map(|(day, known)| say!(words, "beyond", at = day, day = known)),
        picture: picture(&p, &people, &pledges),
        key: key(&p, &pledges),
        more_promises: more(coverage.rows.len()),
        promises: promised::listed(shown, &p, coverage, &said, treaty.is_none(), LISTED),
        foreign: said.language != shown.language,
        more_closings: more(said.closings.len()),
        closings: said.closings.into_iter().take(LISTED).collect(),
        conditions: conditions(&p, coverage),
        more_one_sided: more(one_sided.len()),
        one_sided: one_sided
            .into_iter()
            .take(LISTED)
            .map(|(from, to)| people.directed(from, to))
            .collect(),
        grid: among.then(|| grid(&p, &people, &pledges)),
        balance: if among {
            Vec::new()
        } else {
            balance(&people, coverage)
        },
        in_words: in_words(shown, &p, coverage),
        codes: people
            .places
            .iter()
            .map(|place| people.of[*place].clone())
            .collect(),
        p,
    }
}

/// The members by name.
struct People {
    /// Code and name, by place among the members.
    of: Vec<(String, String)>,
    /// The places among the members in the order of the names.
    places: Vec<usize>,
}

impl People {
    fn of(shown: &Shown<'_>, coverage: &Coverage) -> Self {
        let register = &shown.reading.register;
        let members = coverage.members.iter();
        let of: Vec<(String, String)> = members
            .map(|member| {
                (
                    register.participant(*member).id.to_string(),
                    shown.name(*member),
                )
            })
            .collect();
        let mut places: Vec<usize> = (0..of.len()).collect();
        places.sort_by_cached_key(|place| shown.wording.order(shown.language, &of[*place].1));
        Self { of, places }
    }

    fn directed(&self, from: usize, to: usize) -> Directed {
        let ((code, name), (other, to)) = (&self.of[from], &self.of[to]);
        Directed {
            from: name.clone(),
            to: to.clone(),
            path: with_path(code, other),
        }
    }
}

fn answer(p: &Frame, pledges: &Pledges, one_sided: usize) -> String {
    let (open, pairs) = (pledges.open(), pledges.directions());
    if open == 0 {
        return say!(p.words, "coverage-whole", pairs = pairs);
    }
    let gaps = say!(p.words, "coverage-gaps", open = open, pairs = pairs);
    if one_sided == 0 {
        return gaps;
    }
    let sided = say!(p.words, "coverage-one-sided", count = one_sided);
    format!("{gaps} {sided}")
}

fn picture(p: &Frame, people: &People, pledges: &Pledges) -> String {
    let line = |from: &usize| {
        let cells = people.places.iter().map(|to| pledges.shown(*from, *to));
        cells.collect()
    };
    let cells: Vec<Vec<Option<Pledge>>> = people.places.iter().map(line).collect();
    let codes: Vec<String> = people
        .places
        .iter()
        .map(|place| people.of[*place].0.clone())
        .collect();
    let title = |from: usize, to: usize| {
        let (from, to) = (people.places[from], people.places[to]);
        let word = pledges.of_pair(from, to).word(p.words);
        format!("{} → {}: {word}", people.of[from].1, people.of[to].1)
    };
    let count = people.places.len();
    let matrix = Matrix {
        label: &say!(p.words, "matrix-told", count = count),
        axes: (&p.t("axis-owes"), &p.t("axis-owed")),
        codes: &codes,
        cells: &cells,
        letter: &|pledge| pledge.letter(p.words),
        title: &title,
    };
    matrix.drawn()
}

fn key(p: &Frame, pledges: &Pledges) -> Vec<Key> {
    let counted = pledges.counted().into_iter();
    let of = pledges.directions();
    counted
        .map(|(pledge, count)| {
            let Drawn { svg, word } = pledge.drawn(p.words);
            Key {
                svg,
                word,
                count: say!(p.words, "count-of", count = count, of = of),
                meaning: pledge.meaning(p.words),
            }
        })
        .collect()
}

/// What promises in force still hang on, each with the number of pairs it touches.
fn conditions(p: &Frame, coverage: &Coverage) -> Vec<(String, String)> {
    let touched = |condition: Condition| {
        let pairs = coverage.pairs().filter(|(from, to)| {
            let mut rows = coverage.rows.iter();
            rows.any(|row| {
                let cell = coverage.cell(row, *from, *to);
                cell.life().is_alive() && cell.has(condition)
            })
        });
        pairs.count()
    };
    Condition::ALL
        .into_iter()
        .map(|condition| (condition, touched(condition)))
        .filter(|(_, count)| *count > 0)
        .map(|(condition, count)| {
            let word = say!(p.words, &format!("condition-{}", condition.label()));
            (word, say!(p.words, "count-directions", count = count))
        })
        .collect()
}

fn grid(p: &Frame, people: &People, pledges: &Pledges) -> Vec<Line> {
    let line = |from: &usize| {
        let cells = people.places.iter().map(|to| {
            let pledge = pledges.shown(*from, *to)?;
            Some((pledge.letter(p.words), pledge.word(p.words)))
        });
        let (code, name) = people.of[*from].clone();
        Line {
            code,
            name,
            cells: cells.collect(),
        }
    };
    people.places.iter().map(line).collect()
}

fn balance(people: &People, coverage: &Coverage) -> Vec<Balanced> {
    let line = |place: &usize| {
        let found = coverage.balance(*place);
        let (code, name) = people.of[*place].clone();
        Balanced {
            code,
            name,
            counts: [found.gives, found.receives, found.mutual, found.gaps],
        }
    };
    people.places.iter().map(line).collect()
}

/// The guarantees of which nothing is computed: what they cover is not known.
fn in_words(shown: &Shown<'_>, p: &Frame, coverage: &Coverage) -> Vec<String> {
    let lines = coverage.in_words.iter().filter_map(|(place, statement)| {
        let covered = coverage.treaties.get(*place)?;
        let treaty = shown.reading.register.treaty(covered.history.treaty);
        let line = treaty.statement(*statement)?.line;
        Some(say!(
            p.words,
            "coverage-in-words",
            title = treaty.title(),
            line = line
        ))
    });
    lines.collect()
}
