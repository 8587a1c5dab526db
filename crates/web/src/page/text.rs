//! The adopted text of a treaty: one to three languages side by side, provision by provision, each with
//! where it comes from.

use alloc::sync::Arc;

use askama::Template;
use sponsio_law::conference::{Adopted, Conference};
use sponsio_law::register::TreatyIndex;
use sponsio_record::Digest;
use sponsio_text::{
    Expression, Keyword, Kind, LabelForm, Language, Provision, ProvisionId, Target, Token,
    TokenKind, keyword, reference,
};

use crate::locale::say;
use crate::page::account::language_name;
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section, short_digest};
use crate::page::origin::{self, Origin};
use crate::page::record;
use crate::page::shown::Shown;
use crate::page::spoken::direction;
use crate::page::trouble::Trouble;

/// The most languages that stand side by side.
const COLUMNS: usize = 3;

#[derive(Template)]
#[template(path = "text.html")]
pub(crate) struct TextPage {
    p: Frame,
    id: String,
    title: String,
    empty: Option<String>,
    lead: String,
    notes: Vec<String>,
    choices: Vec<Choice>,
    columns: &'static str,
    heads: Vec<Head>,
    rows: Vec<Row>,
    downloads: Vec<Download>,
}

/// How many provisions may lie in one another.
const DEEPEST: usize = 48;

/// A choice of languages.
struct Choice {
    name: String,
    link: String,
    is_current: bool,
}

/// The head of a column.
struct Head {
    lang: String,
    dir: &'static str,
    name: String,
}

/// A provision in its languages.
struct Row {
    id: String,
    /// How deep it lies in its article.
    depth: usize,
    is_heading: bool,
    cells: Vec<Cell>,
    origin: Option<Origin>,
}

/// A provision in one language.
struct Cell {
    lang: String,
    dir: &'static str,
    label: String,
    words: String,
    footnotes: Vec<String>,
    /// What is said where this language has no such provision.
    missing: Option<String>,
}

/// A language with the files of its text.
struct Download {
    name: String,
    digest: String,
    files: Vec<(&'static str, String)>,
}

/// A text that was adopted by a day, and the conference that adopted it.
#[derive(Clone, Copy)]
pub(crate) struct Adoption<'a> {
    pub(crate) conference: &'a Conference,
    pub(crate) adopted: &'a Adopted,
}

/// Returns the adoption of the text of a treaty, if it went through this register by the day.
pub(crate) fn adoption<'a>(
    shown: &Shown<'a>,
    asked: &Asked,
    treaty: TreatyIndex,
) -> Option<Adoption<'a>> {
    let register = &shown.reading.register;
    let conference = register.conference_on(&register.treaty(treaty).id)?;
    let adoption = conference.adoption()?;
    let day = asked.at.or_else(|| shown.reading.day());
    (adoption.at <= record::until(day)).then_some(Adoption {
        conference,
        adopted: &adoption.adopted,
    })
}

/// Returns the text in a language, with its digest; the document must be at hand.
pub(crate) fn in_language(
    shown: &Shown<'_>,
    of: Adoption<'_>,
    tag: &str,
) -> Result<(Digest, Arc<Expression>), Trouble> {
    let texts = of.adopted.texts.iter();
    let mut texts = texts.filter(|(language, _)| language.as_str() == tag);
    let found = texts
        .next()
        .and_then(|(language, digest)| Some((*digest, shown.reading.text(digest, language)?)));
    found.ok_or(Trouble::NoPage)
}

/// Returns the page.
pub(crate) fn page(
    shown: &Shown<'_>,
    asked: &Asked,
    treaty: TreatyIndex,
) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Treaties, shown.reading);
    let register = &shown.reading.register;
    let of = register.treaty(treaty);
    let (id, title) = (of.id.to_string(), of.title().to_owned());
    let Some(adoption) = adoption(shown, asked, treaty) else {
        return TextPage {
            empty: Some(p.t("text-none")),
            lead: String::new(),
            notes: Vec::new(),
            choices: Vec::new(),
            columns: "one",
            heads: Vec::new(),
            rows: Vec::new(),
            downloads: Vec::new(),
            id,
            title,
            p,
        }
        .render();
    };
    // The order of the conference is that of the columns.
    let languages = &adoption.conference.convened.languages;
    let texts = languages.iter().filter_map(|language| {
        let digest = adoption.adopted.texts.get(language)?;
        Some((*digest, shown.reading.text(digest, language)?))
    });
    let texts: Vec<(Digest, Arc<Expression>)> = texts.collect();
    let named: Vec<&str> = asked.texts.split(',').collect();
    let wanted = |text: &Expression| named.contains(&text.language.as_str());
    let mut columns: Vec<&Expression> = texts.iter().map(|(_, text)| &**text).collect();
    if columns.iter().any(|text| wanted(text)) {
        columns.retain(|text| wanted(text));
    }
    columns.truncate(COLUMNS);
    let notes = notes(&p, languages, &texts);
    let page = TextPage {
        empty: texts.is_empty().then(|| p.t("text-not-at-hand")),
        lead: say!(
            p.words,
            "text-lead",
            day = adoption.adopted.done,
            place = adoption.adopted.place.as_str()
        ),
        notes,
        choices: choices(&p, &id, &texts, &columns),
        columns: match columns.len() {
            0 | 1 => "one",
            2 => "two",
            _ => "three",
        },
        heads: columns.iter().map(|text| head(&p, text)).collect(),
        rows: rows(shown, &p, adoption.conference, &columns),
        downloads: texts
            .iter()
            .map(|(digest, text)| download(&p, &id, digest, text))
            .collect(),
        id,
        title,
        p,
    };
    page.render()
}

fn head(p: &Frame, text: &Expression) -> Head {
    Head {
        lang: text.language.as_str().to_owned(),
        dir: direction(Some(&text.language)),
        name: language_name(p.words, text.language.as_str()),
    }
}

/// Which languages are authentic, and of which no text is at hand.
fn notes(p: &Frame, languages: &[Language], texts: &[(Digest, Arc<Expression>)]) -> Vec<String> {
    let name = |language: &Language| language_name(p.words, language.as_str());
    let all = languages.iter().map(name).collect::<Vec<_>>().join(", ");
    let lacking = languages
        .iter()
        .filter(|language| texts.iter().all(|(_, text)| text.language != **language));
    let lacking: Vec<String> = lacking.map(name).collect();
    let mut notes = vec![say!(p.words, "text-authentic", languages = all.as_str())];
    if !lacking.is_empty() {
        let lacking = lacking.join(", ");
        notes.push(say!(p.words, "text-lacking", languages = lacking.as_str()));
    }
    notes
}

fn choices(
    p: &Frame,
    id: &str,
    texts: &[(Digest, Arc<Expression>)],
    columns: &[&Expression],
) -> Vec<Choice> {
    if texts.len() < 2 {
        return Vec::new();
    }
    let alone = texts.iter().map(|(_, text)| {
        let tag = text.language.as_str();
        Choice {
            name: language_name(p.words, tag),
            link: p.link(format!("/t/{id}/text?text={tag}")),
            is_current: columns.len() == 1 && columns[0].language == text.language,
        }
    });
    let beside = Choice {
        name: p.t("side-by-side"),
        link: p.link(format!("/t/{id}/text")),
        is_current: columns.len() > 1,
    };
    [beside].into_iter().chain(alone).collect()
}

fn download(p: &Frame, id: &str, digest: &Digest, text: &Expression) -> Download {
    let tag = text.language.as_str();
    let file = |end: &str| p.link(format!("/t/{id}/text.{tag}.{end}"));
    Download {
        name: language_name(p.words, tag),
        digest: short_digest(&digest.to_string()),
        files: vec![
            (".treaty", file("treaty")),
            ("Akoma Ntoso", file("xml")),
            ("DOCX", file("docx")),
        ],
    }
}

/// Aligns the languages by the permanent ids; what only a later one has stands after what precedes it there.
fn rows(
    shown: &Shown<'_>,
    p: &Frame,
    conference: &Conference,
    columns: &[&Expression],
) -> Vec<Row> {
    let mut ids: Vec<ProvisionId> = Vec::new();
    for text in columns {
        let mut after = None;
        for provision in &text.provisions {
            let known = ids.iter().position(|id| *id == provision.id);
            let place = known.unwrap_or_else(|| {
                let place = after.map_or(0, |after: usize| after + 1).min(ids.len());
                ids.insert(place, provision.id);
                place
            });
            after = Some(place);
        }
    }
    ids.iter()
        .map(|id| row(shown, p, conference, columns, *id))
        .collect()
}

fn row(
    shown: &Shown<'_>,
    p: &Frame,
    conference: &Conference,
    columns: &[&Expression],
    id: ProvisionId,
) -> Row {
    let own = columns
        .iter()
        .find_map(|text| Some((*text, text.provision(id)?)));
    Row {
        id: id.to_string(),
        depth: own.map_or(0, |(text, provision)| depth(text, provision)),
        is_heading: own.is_some_and(|(_, provision)| is_heading(provision.kind)),
        cells: columns.iter().map(|text| cell(p, text, id)).collect(),
        origin: origin::of(shown, p, conference, id),
    }
}

pub(crate) const fn is_heading(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Part
            | Kind::Chapter
            | Kind::Section
            | Kind::Article
            | Kind::Annex
            | Kind::Preamble
            | Kind::Testimonium
    )
}

/// How many provisions it lies in that are no headings.
pub(crate) fn depth(text: &Expression, provision: &Provision) -> usize {
    let parent = |own: &&Provision| own.parent.and_then(|id| text.provision(id));
    let above = core::iter::successors(parent(&provision), parent);
    let above = above.take(DEEPEST);
    above
        .filter(|one| !is_heading(one.kind) && one.kind != Kind::Title)
        .count()
}

fn cell(p: &Frame, text: &Expression, id: ProvisionId) -> Cell {
    let provision = text.provision(id);
    let mut footnotes = Vec::new();
    let words = provision.map(|own| {
        let mut words = String::new();
        write(text, id, &own.body.base(), &mut words, &mut footnotes);
        words.trim().to_owned()
    });
    Cell {
        lang: text.language.as_str().to_owned(),
        dir: direction(Some(&text.language)),
        label: provision.map(|own| label(text, own)).unwrap_or_default(),
        missing: words.is_none().then(|| p.t("provision-missing")),
        words: words.unwrap_or_default(),
        footnotes,
    }
}

pub(crate) fn label(text: &Expression, provision: &Provision) -> String {
    if is_heading(provision.kind) {
        // What bears a heading says what it is by its words alone, as a preamble does, or after its label.
        let said = provision
            .label
            .as_ref()
            .map(|_| Target::ProvisionInFull(provision.id));
        let said = said.and_then(|target| reference(text, provision.id, &target));
        let own = match provision.kind {
            Kind::Preamble => keyword(&text.language, Keyword::Preamble),
            Kind::Testimonium => keyword(&text.language, Keyword::Testimonium),
            _ => "",
        };
        return said.map_or_else(|| own.to_owned(), |said| format!("{said}."));
    }
    match &provision.label {
        Some(label) => match label.form {
            LabelForm::Heading | LabelForm::Dotted => format!("{}.", label.text),
            LabelForm::Parenthesised => format!("({})", label.text),
            LabelForm::Dash => "–".to_owned(),
        },
        None => String::new(),
    }
}

/// Writes words as they are read, references as the language has them, footnotes by their numbers.
pub(crate) fn write(
    text: &Expression,
    from: ProvisionId,
    tokens: &[Token],
    words: &mut String,
    footnotes: &mut Vec<String>,
) {
    for token in tokens {
        if token.space_before {
            words.push(' ');
        }
        match &token.kind {
            TokenKind::Reference(target) => {
                let said = reference(text, from, target);
                words.push_str(said.as_deref().unwrap_or(&token.text));
            }
            TokenKind::Footnote(footnote) => {
                let mut own = String::new();
                write(text, from, &footnote.tokens, &mut own, &mut Vec::new());
                footnotes.push(own.trim().to_owned());
                words.extend(["[", &footnotes.len().to_string(), "]"]);
            }
            TokenKind::Word
            | TokenKind::Number
            | TokenKind::Punctuation
            | TokenKind::Placeholder => words.push_str(&token.text),
        }
    }
}
