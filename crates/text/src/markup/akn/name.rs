//! The names of elements, and how labels are written in them.

use crate::keyword::{Keyword, keyword};
use crate::language::Language;
use crate::number::{Label, LabelForm};
use crate::provision::Kind;
use alloc::string::String;

/// Our own namespace, in which everything is said that Akoma Ntoso has no word for.
pub(super) const OWN: &str = "urn:sponsio:text:1";
/// That of Akoma Ntoso 3.0.
pub(super) const AKN: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/// Before the id of a provision in a `GUID`.
pub(super) const GUID: &str = "p-";

/// Every kind with its name and the beginning of its `eId`.
const KINDS: [(Kind, &str, &str); 13] = [
    (Kind::Title, "title", "longtitle"),
    (Kind::Preamble, "preamble", "preamble"),
    (Kind::Recital, "recital", "rec"),
    (Kind::Formula, "formula", "formula"),
    (Kind::Part, "part", "part"),
    (Kind::Chapter, "chapter", "chp"),
    (Kind::Section, "section", "sec"),
    (Kind::Article, "article", "art"),
    (Kind::Paragraph, "paragraph", "para"),
    (Kind::Item, "point", "point"),
    (Kind::Closing, "closing", "wrapup"),
    (Kind::Annex, "annex", "att"),
    (Kind::Testimonium, "testimonium", "concl"),
];

/// Returns the name of a kind.
pub(super) fn of(kind: Kind) -> &'static str {
    KINDS
        .iter()
        .find(|row| row.0 == kind)
        .map_or("paragraph", |row| row.1)
}

/// Returns how an `eId` of a kind begins.
pub(super) fn prefix(kind: Kind) -> &'static str {
    KINDS
        .iter()
        .find(|row| row.0 == kind)
        .map_or("para", |row| row.2)
}

/// Returns the kind of a name.
pub(super) fn kind(name: &str) -> Option<Kind> {
    KINDS.iter().find(|row| row.1 == name).map(|row| row.0)
}

/// Returns the kind that an element of a hierarchy has in a foreign text; lower levels are items.
pub(super) fn foreign(name: &str) -> Option<Kind> {
    Some(match name {
        "book" | "tome" | "title" | "part" => Kind::Part,
        "chapter" | "subpart" | "subtitle" | "division" => Kind::Chapter,
        "section" | "subsection" | "subchapter" | "subdivision" => Kind::Section,
        "article" | "rule" => Kind::Article,
        "paragraph" | "clause" | "transitional" | "level" | "hcontainer" | "list" | "proviso"
        | "subclause" | "subrule" | "alinea" => Kind::Paragraph,
        "point" | "indent" | "subparagraph" | "sublist" => Kind::Item,
        _ => return None,
    })
}

/// Whether the words of a kind are a heading.
pub(super) fn is_heading(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Part | Kind::Chapter | Kind::Section | Kind::Article | Kind::Annex
    )
}

fn word(kind: Kind) -> Option<Keyword> {
    match kind {
        Kind::Part => Some(Keyword::Part),
        Kind::Chapter => Some(Keyword::Chapter),
        Kind::Section => Some(Keyword::Section),
        Kind::Article => Some(Keyword::Article),
        Kind::Annex => Some(Keyword::Annex),
        _ => None,
    }
}

/// Writes a label as people read it.
pub(super) fn print_label(kind: Kind, label: &Label, language: &Language) -> String {
    match (label.form, word(kind)) {
        (LabelForm::Heading, Some(word)) => {
            alloc::format!("{} {}", keyword(language, word), label.text)
        }
        (LabelForm::Heading, None) => String::from(&*label.text),
        (LabelForm::Dotted, _) => alloc::format!("{}.", label.text),
        (LabelForm::Parenthesised, _) => alloc::format!("({})", label.text),
        (LabelForm::Dash, _) => String::from("\u{2013}"),
    }
}

/// Reads a label as people write it.
pub(super) fn parse_label(text: &str) -> Option<Label> {
    let text = text.trim();
    let (form, inner) = if text.is_empty() {
        return None;
    } else if matches!(text, "-" | "\u{2013}" | "\u{2014}" | "\u{2022}") {
        (LabelForm::Dash, "")
    } else if let Some(inner) = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        (LabelForm::Parenthesised, inner)
    } else if let Some((_, number)) = text.split_once(' ')
        && text.starts_with(|first: char| first.is_alphabetic())
    {
        (LabelForm::Heading, number.trim_end_matches('.'))
    } else if let Some(inner) = text.strip_suffix('.') {
        (LabelForm::Dotted, inner)
    } else {
        (LabelForm::Heading, text)
    };
    Some(Label::new(form, inner))
}
