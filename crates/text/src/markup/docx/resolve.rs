//! A document as one reader has it: each revision accepted or rejected, and what is left as lines.

use super::numbering::Counter;
use super::read::{Document, Loss, LossKind, Paragraph, Revision, RevisionKind, Text, note};
use super::structure::recognise;
use crate::language::Language;
use crate::provision::{Kind, ProvisionId};
use alloc::string::String;
use alloc::vec::Vec;

/// A paragraph with nothing tracked in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// The provisions whose bookmarks it carries.
    pub(crate) bookmarks: Vec<ProvisionId>,
    /// Its words; stretches of one look are one.
    pub(crate) texts: Vec<Text>,
    /// The style of its paragraph.
    pub(crate) style: Option<String>,
    /// The paragraphs of the file that it is made of, from 0.
    pub(crate) paragraphs: Vec<usize>,
}

impl Line {
    /// Returns its words as they stand; a tab and a line break are characters.
    pub(crate) fn text(&self) -> String {
        self.texts.iter().map(|text| text.words.as_str()).collect()
    }

    fn is_blank(&self) -> bool {
        let blank = |text: &Text| text.footnote.is_none() && text.words.trim().is_empty();
        self.texts.iter().all(blank)
    }
}

/// Returns the lines that are left when a revision counts if it is accepted. A paragraph whose end is
/// gone runs on into the next.
pub(crate) fn lines(
    document: &Document,
    losses: &mut Vec<Loss>,
    mut accepts: impl FnMut(&Revision) -> bool,
) -> Vec<Line> {
    let mut stays = |revisions: &[Revision]| {
        revisions
            .iter()
            .all(|revision| accepts(revision) == (revision.kind == RevisionKind::Insertion))
    };
    let mut counter = Counter::new(&document.numbering);
    let mut lines = Vec::new();
    let mut carried: Option<Line> = None;
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        let mut line = line(paragraph, number, &mut stays);
        let was_blank = line.is_blank();
        if let Some(before) = carried.take() {
            line = joined(before, line);
        }
        if stays(&paragraph.end) {
            // An empty paragraph is counted too.
            let label = paragraph
                .numbered
                .as_ref()
                .and_then(|own| counter.next(own));
            if let Some(label) = label.filter(|_| !line.is_blank()) {
                line.texts.insert(0, Text::plain(&label));
            }
            lines.push(line);
        } else if !line.is_blank() {
            if !was_blank {
                note(losses, LossKind::Merged, number + 1, &line.text());
            }
            carried = Some(line);
        }
    }
    lines.extend(carried);
    lines.retain(|line| !line.is_blank());
    lines
}

/// The most words of a heading that stands below its number.
const HEADING: usize = 16;

/// Joins an article that is a number alone with the heading in the paragraph below it. A heading is short,
/// ends in no mark, and bears no label and no bookmark of its own.
pub(crate) fn with_headings(
    lines: Vec<Line>,
    language: &Language,
    losses: &mut Vec<Loss>,
) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        let text = line.text();
        let is_open = joined
            .last()
            .is_some_and(|above| is_bare_article(&above.text(), language));
        if is_open && line.bookmarks.is_empty() && is_heading(&text, language) {
            let place = line.paragraphs.first().map_or(0, |first| first + 1);
            note(losses, LossKind::Merged, place, &text);
            if let Some(above) = joined.last_mut() {
                above.texts.push(Text::plain("\n"));
                above.texts.extend(line.texts);
                above.paragraphs.extend(line.paragraphs);
            }
            continue;
        }
        joined.push(line);
    }
    joined
}

fn is_bare_article(text: &str, language: &Language) -> bool {
    let found = recognise(text, language);
    let words = text.chars().skip(found.front);
    let is_silent = |letter: char| letter.is_whitespace() || letter == '.';
    found.kind == Kind::Article && found.label.is_some() && words.into_iter().all(is_silent)
}

fn is_heading(text: &str, language: &Language) -> bool {
    let words = text.trim();
    let begins = words.chars().next().is_some_and(char::is_alphabetic);
    let ends = words.chars().next_back().is_some_and(char::is_alphanumeric);
    let found = recognise(words, language);
    let is_plain = found.kind == Kind::Paragraph && found.label.is_none();
    begins && ends && is_plain && words.split_whitespace().count() <= HEADING
}

fn line(paragraph: &Paragraph, number: usize, stays: &mut impl FnMut(&[Revision]) -> bool) -> Line {
    let mut line = Line {
        bookmarks: paragraph.bookmarks.clone(),
        texts: Vec::new(),
        style: paragraph.style.clone(),
        paragraphs: alloc::vec![number],
    };
    for text in paragraph.texts.iter().filter(|text| stays(&text.revisions)) {
        push(&mut line.texts, text);
    }
    line
}

/// Adds words, to the last ones if they look the same.
fn push(texts: &mut Vec<Text>, text: &Text) {
    match texts.last_mut() {
        Some(last)
            if last.look == text.look && last.footnote.is_none() && text.footnote.is_none() =>
        {
            last.words.push_str(&text.words);
        }
        _ => texts.push(Text {
            revisions: Vec::new(),
            ..text.clone()
        }),
    }
}

fn joined(mut before: Line, line: Line) -> Line {
    before.bookmarks.extend(line.bookmarks);
    for text in &line.texts {
        push(&mut before.texts, text);
    }
    before.paragraphs.extend(line.paragraphs);
    // Two paragraphs that become one look as the second did.
    before.style = line.style;
    before
}

/// Returns words without what stands before them, in characters.
pub(crate) fn without_front(texts: &[Text], mut skip: usize) -> Vec<Text> {
    let mut left = Vec::new();
    for text in texts {
        let here = text.words.chars().count();
        if skip >= here && text.footnote.is_none() {
            skip -= here;
            continue;
        }
        let words = text.words.chars().skip(skip).collect();
        skip = 0;
        left.push(Text {
            words,
            look: text.look.clone(),
            ..text.clone()
        });
    }
    left
}
