//! The workbench for final clauses, which runs in the reader's own browser: what the page says around it.
//! Nothing of a draft comes here.

use askama::Template;
use fluent_bundle::{FluentArgs, FluentValue};
use sponsio_law::act::ActKind;

use crate::assets::{self, Asset};
use crate::locale::{Language, Words};
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section};
use crate::page::shown::Shown;
use crate::wording::Terms;

#[derive(Template)]
#[template(path = "clause.html")]
struct Clause {
    p: Frame,
    /// The module; absent where it was not built.
    module: Option<&'static Asset>,
    terms: Terms,
    foreign: bool,
    is_turkish: bool,
    example: &'static str,
    acts: [ActKind; 6],
    sentences: Vec<Sentence>,
}

/// A sentence that the browser fills with data.
struct Sentence {
    key: &'static str,
    pieces: Vec<Piece>,
}

/// Words, or a place for a datum.
struct Piece {
    words: String,
    /// How the datum is written, and its name; absent for words.
    place: Option<(&'static str, &'static str)>,
}

/// The acts that can be tried.
const ACTS: [ActKind; 6] = [
    ActKind::Ratification,
    ActKind::Acceptance,
    ActKind::Approval,
    ActKind::Accession,
    ActKind::DefinitiveSignature,
    ActKind::Withdrawal,
];

/// Words to begin with, so that a reader sees what is meant.
const EXAMPLE: &str = "This Convention shall enter into force on the thirtieth day after the date of \
    deposit of the tenth instrument of ratification, acceptance, approval or accession.";

/// The same in Turkish.
const EXAMPLE_TURKISH: &str = "Bu Sözleşme, onuncu onay, kabul, uygun bulma veya katılma belgesinin tevdi \
    edildiği tarihten otuz gün sonra yürürlüğe girer.";

/// Data of a sentence: how each is written, and its name.
type Data = &'static [(&'static str, &'static str)];

/// The sentences for the steps of a derivation, with the data that they hold.
const STEPS: [(&str, Data); 35] = [
    ("step-rule", &[("fill", "line")]),
    ("step-residual-all-negotiating", &[]),
    ("step-residual-on-consent", &[]),
    ("step-residual-twelve-months", &[]),
    ("step-trigger", &[("day", "day")]),
    ("step-trigger-by", &[("day", "day"), ("fill", "who")]),
    (
        "step-reading-number",
        &[
            ("fill", "atom"),
            ("fill", "before"),
            ("fill", "on"),
            ("fill", "need"),
        ],
    ),
    (
        "step-reading-sum",
        &[
            ("fill", "atom"),
            ("fill", "before"),
            ("fill", "on"),
            ("fill", "total"),
        ],
    ),
    ("step-reading-day", &[("fill", "atom")]),
    ("step-reading-unknown", &[("fill", "atom")]),
    (
        "step-period",
        &[("day", "from"), ("length", "count"), ("day", "reached")],
    ),
    ("step-clamped", &[("day", "reached")]),
    ("step-next-day", &[("day", "to")]),
    ("step-expiry-not-stated", &[]),
    (
        "step-first-of-month",
        &[("day", "from"), ("fill", "month"), ("day", "to")],
    ),
    ("step-named-day", &[("day", "day")]),
    ("step-latest", &[("day", "day")]),
    ("step-earliest", &[("day", "day")]),
    ("step-fallback-held", &[("day", "day")]),
    ("step-fallback-not-held", &[("day", "day")]),
    ("step-deposited", &[("day", "day")]),
    (
        "step-live-on-trigger",
        &[("day", "trigger"), ("day", "general")],
    ),
    ("step-before-general", &[("day", "general")]),
    (
        "step-not-before-general",
        &[("day", "own"), ("day", "start")],
    ),
    ("step-organizations", &[]),
    ("step-organizations-not-stated", &[]),
    ("step-notice", &[("day", "day")]),
    ("step-barred", &[("day", "day")]),
    ("step-ended", &[("day", "day")]),
    ("step-treaty-ends", &[("day", "day")]),
    ("step-other", &[]),
    ("step-unknown-named", &[("fill", "detail")]),
    ("step-unknown-adoption", &[]),
    ("step-unknown-opening", &[]),
    ("step-unknown-other", &[]),
];

/// The sentences for since when somebody would be bound.
const BOUND: [(&str, Data); 4] = [
    ("bound-bound", &[("day", "day")]),
    ("bound-not-yet", &[]),
    ("bound-never", &[]),
    ("bound-undetermined", &[]),
];

/// The sentences for what is wrong with a deposit.
const WRONG: [(&str, Data); 6] = [
    ("wrong-fields", &[("fill", "line")]),
    ("wrong-count", &[("fill", "line")]),
    ("wrong-kind", &[("fill", "line")]),
    ("wrong-code", &[("fill", "line")]),
    ("wrong-act", &[("fill", "line")]),
    ("wrong-day", &[("fill", "line")]),
];

/// Returns the page.
pub(crate) fn page(shown: &Shown<'_>, asked: &Asked) -> Result<String, askama::Error> {
    let terms = shown.wording.terms(shown.language);
    let is_turkish = shown.language == Language::Turkish;
    let words = shown.words();
    let sentences = STEPS.iter().chain(&BOUND).chain(&WRONG);
    Clause {
        p: Frame::new(asked, Section::Clause, shown.reading),
        module: Some(&assets::WORKBENCH).filter(|module| !module.is_empty()),
        foreign: terms.language != shown.language,
        terms,
        is_turkish,
        example: if is_turkish { EXAMPLE_TURKISH } else { EXAMPLE },
        acts: ACTS,
        sentences: sentences
            .map(|(key, data)| Sentence {
                key,
                pieces: pieces(words, key, data),
            })
            .collect(),
    }
    .render()
}

/// Stands for the place of a datum while a sentence is made: no sentence holds it.
const PLACE: char = '\u{e000}';

/// Returns a sentence with places where its data go.
fn pieces(words: &Words, key: &str, data: Data) -> Vec<Piece> {
    let marked = data.iter().map(|(_, name)| {
        let mark = format!("{PLACE}{name}{PLACE}");
        (*name, FluentValue::String(mark.into()))
    });
    let said = words.say(key, &marked.collect::<FluentArgs<'_>>());
    let mut pieces = Vec::new();
    for (number, part) in said.split(PLACE).enumerate() {
        let place = data.iter().find(|(_, name)| *name == part);
        // Words and places take turns.
        let place = place.filter(|_| number % 2 == 1).copied();
        pieces.push(Piece {
            words: part.to_owned(),
            place,
        });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_datum_has_its_place_in_every_language() {
        for language in Language::ALL {
            for (key, data) in STEPS.iter().chain(&BOUND).chain(&WRONG) {
                let pieces = pieces(language.words(), key, data);
                let mut places: Vec<_> = pieces.iter().filter_map(|piece| piece.place).collect();
                places.sort_unstable();
                let mut wanted = data.to_vec();
                wanted.sort_unstable();
                assert_eq!(places, wanted, "{} {key}", language.tag());
            }
        }
    }
}
