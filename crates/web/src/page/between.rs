//! Two participants: the texts that bind both, since when and by which acts, and what each guarantees
//! the other. And one participant beside everybody else.

use askama::Template;
use sponsio_law::calendar::Date;
use sponsio_law::guarantee::{self, Coverage, Mark, promising};
use sponsio_law::register::PartyIndex;
use sponsio_law::status::history::Lens;
use sponsio_law::status::standing::Standing;

use crate::locale::say;
use crate::page::account::{self, Told};
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section, with_path};
use crate::page::pledge::{Drawn, Pledge};
use crate::page::promised::without_name;
use crate::page::shown::{Row, Shown};
use crate::page::trouble::{Trouble, Unmade};

#[derive(Template)]
#[template(path = "between.html")]
pub(crate) struct Between {
    p: Frame,
    sides: [Side; 2],
    answer: String,
    horizon: Option<(String, String)>,
    beyond: Option<String>,
    binding: Vec<Text>,
    others: Vec<Text>,
    owed: [Owed; 2],
    foreign: bool,
}

/// One of the two.
pub(crate) struct Side {
    pub(crate) code: String,
    pub(crate) name: String,
}

/// A text, and where both stand towards it.
pub(crate) struct Text {
    pub(crate) id: String,
    pub(crate) title: String,
    /// Since when it binds both.
    pub(crate) since: Option<Date>,
    pub(crate) rows: [Row; 2],
}

/// What one guarantees the other.
struct Owed {
    heading: String,
    strongest: Drawn,
    promises: Vec<Promise>,
}

/// One promise with its derivation.
struct Promise {
    name: String,
    sentence: String,
    title: String,
    drawn: Drawn,
    question: String,
    account: Told,
}

/// Returns the page of two.
pub(crate) fn page(
    shown: &Shown<'_>,
    asked: &Asked,
    pair: [PartyIndex; 2],
) -> Result<String, Unmade> {
    let p = Frame::new(asked, Section::Coverage, shown.reading);
    let words = p.words;
    let (binding, others): (Vec<Text>, Vec<Text>) = texts(shown, asked, pair)
        .into_iter()
        .partition(|text| text.since.is_some());
    let coverage = coverage(shown, asked, pair)?;
    let said = shown
        .wording
        .promises(shown.language, &shown.reading.register, &coverage);
    let sides = pair.map(|party| side(shown, party));
    let heading = |from: &Side, to: &Side| {
        say!(
            words,
            "owes-heading",
            from = from.name.as_str(),
            to = to.name.as_str()
        )
    };
    let headings = [heading(&sides[0], &sides[1]), heading(&sides[1], &sides[0])];
    let [there, back] = headings;
    let owed = [
        owed(
            shown,
            &p,
            &coverage,
            (pair[0], pair[1]),
            &said.promises,
            there,
        ),
        owed(
            shown,
            &p,
            &coverage,
            (pair[1], pair[0]),
            &said.promises,
            back,
        ),
    ];
    let beyond = p.day.zip(p.known_to).filter(|(day, known)| known < day);
    let answer = if let Some(day) = p.day {
        say!(words, "between-answer", count = binding.len(), day = day)
    } else {
        say!(words, "state-nothing-known")
    };
    let page = Between {
        answer,
        horizon: p.known_to.map(|day| p.reach(day)),
        beyond: beyond.map(|(day, known)| say!(words, "beyond", at = day, day = known)),
        binding,
        others,
        owed,
        foreign: said.language != shown.language,
        sides,
        p,
    };
    Ok(page.render()?)
}

fn side(shown: &Shown<'_>, party: PartyIndex) -> Side {
    Side {
        code: shown.reading.register.participant(party).id.to_string(),
        name: shown.name(party),
    }
}

/// Returns the texts towards which both have done something.
pub(crate) fn texts(shown: &Shown<'_>, asked: &Asked, pair: [PartyIndex; 2]) -> Vec<Text> {
    let register = &shown.reading.register;
    let texts = register.treaty_places().filter_map(|place| {
        let day = shown.day_for(place, asked.at)?;
        let rows = pair.map(|party| shown.row(place, party, day));
        let idle = |row: &Row| matches!(row.standing, Standing::None | Standing::Entitled);
        if rows.iter().any(idle) {
            return None;
        }
        let treaty = register.treaty(place);
        let both = rows.iter().all(|row| row.standing.is_party());
        let starts = rows.iter().map(|row| row.start.or(row.since));
        Some(Text {
            id: treaty.id.to_string(),
            title: treaty.title().to_owned(),
            since: starts.max().flatten().filter(|_| both),
            rows,
        })
    });
    texts.collect()
}

/// Returns the matrix of the two alone.
pub(crate) fn coverage(
    shown: &Shown<'_>,
    asked: &Asked,
    pair: [PartyIndex; 2],
) -> Result<Coverage, Trouble> {
    let register = &shown.reading.register;
    let day = asked.at.or_else(|| shown.reading.day());
    let asked = guarantee::Asked {
        treaties: &promising(register),
        at: day.unwrap_or(Date::MAX),
        lens: Lens::default(),
        among: &pair,
    };
    guarantee::coverage(register, &asked).map_err(|large| Trouble::TooLarge(large.cells))
}

fn owed(
    shown: &Shown<'_>,
    p: &Frame,
    coverage: &Coverage,
    (from, to): (PartyIndex, PartyIndex),
    sentences: &[String],
    heading: String,
) -> Owed {
    let (words, register) = (p.words, &shown.reading.register);
    let places = coverage.member(from).zip(coverage.member(to));
    let Some((from, to)) = places else {
        return Owed {
            heading,
            strongest: Pledge::Other(Mark::Nothing).drawn(words),
            promises: Vec::new(),
        };
    };
    let rows = coverage.rows.iter().zip(sentences);
    let rows = rows.filter(|(row, _)| coverage.mark(row, from, to) != Mark::Nothing);
    let promises = rows.filter_map(|(row, sentence)| {
        let said = shown
            .wording
            .cell(shown.language, register, coverage, row, (from, to))?;
        let mark = coverage.mark(row, from, to);
        let treaty = coverage.treaties.get(row.treaty)?.history.treaty;
        let drawn = Pledge::Other(mark).drawn(words);
        Some(Promise {
            name: row.promise.name.clone(),
            sentence: without_name(sentence, &row.promise.name),
            title: register.treaty(treaty).title().to_owned(),
            question: say!(words, "why-state", state = drawn.word.as_str()),
            drawn,
            account: account::told(&said, shown.language),
        })
    });
    Owed {
        heading,
        strongest: Pledge::of(coverage, from, to).drawn(words),
        promises: promises.collect(),
    }
}

#[derive(Template)]
#[template(path = "beside.html")]
pub(crate) struct Beside {
    p: Frame,
    who: Side,
    summary: String,
    rows: Vec<Other>,
}

/// Another participant, with what goes in each direction.
struct Other {
    code: String,
    name: String,
    path: String,
    gives: Option<Drawn>,
    receives: Option<Drawn>,
}

/// Returns one participant beside everybody else: what it guarantees each, and what each guarantees it.
pub(crate) fn beside(
    shown: &Shown<'_>,
    asked: &Asked,
    party: PartyIndex,
) -> Result<String, Unmade> {
    let p = Frame::new(asked, Section::Coverage, shown.reading);
    let coverage = crate::page::coverage::computed(shown, asked, None)?;
    let register = &shown.reading.register;
    let own = coverage.member(party);
    let who = side(shown, party);
    let pledge = |from: Option<usize>, to: Option<usize>| {
        let (from, to) = from.zip(to)?;
        Some(Pledge::of(&coverage, from, to).drawn(p.words))
    };
    let others = register.parties().filter(|other| *other != party);
    let mut rows: Vec<Other> = others
        .map(|other| {
            let Side { code, name } = side(shown, other);
            let place = coverage.member(other);
            Other {
                path: with_path(&who.code, &code),
                code,
                name,
                gives: pledge(own, place),
                receives: pledge(place, own),
            }
        })
        .collect();
    rows.sort_by_cached_key(|row| shown.wording.order(shown.language, &row.name));
    let balance = own.map(|own| coverage.balance(own)).unwrap_or_default();
    let summary = say!(
        p.words,
        "beside-summary",
        gives = balance.gives,
        receives = balance.receives,
        mutual = balance.mutual
    );
    Ok(Beside {
        p,
        who,
        summary,
        rows,
    }
    .render()?)
}
