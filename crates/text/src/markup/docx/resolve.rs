//! A document as one reader has it: each revision accepted or rejected, and what is left as lines.

use super::numbering::Counter;
use super::read::{Document, Loss, LossKind, Paragraph, Revision, RevisionKind, Text, note};
use crate::provision::ProvisionId;
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
