//! The blocks of a file: headings, paragraphs, items, options, and what stands beside the text.

use super::{Reader, label, option};
use crate::expression::Header;
use crate::language::Language;
use crate::markup::fault::{Code, Detail};
use crate::markup::inline::normal;
use crate::markup::parse::head::KEYS;
use crate::markup::parse::{Line, lines};
use crate::markup::scan::{Shape, classify};
use crate::number::{Label, LabelForm};
use crate::provision::Kind;
use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

/// What a block is; the ranges are those of its words.
#[derive(Debug)]
pub(super) enum What {
    Title {
        words: Range<usize>,
    },
    /// A line of the head.
    Head {
        header: Header,
    },
    /// A line of front matter that is no title.
    Front {
        text: String,
    },
    Heading {
        kind: Kind,
        label: Option<Label>,
        words: Range<usize>,
        bracketed: bool,
    },
    Labelled {
        label: Label,
        words: Range<usize>,
        /// The option that begins after the label.
        option: Option<u32>,
    },
    Option {
        number: u32,
        words: Range<usize>,
    },
    Plain {
        words: Range<usize>,
    },
    Note {
        text: String,
    },
    Rule {
        text: String,
        line: u32,
    },
    /// The digest to which rules are bound.
    Bound([u8; 4]),
    /// The definition of a footnote.
    Footnote,
    /// What is no text: attributes, rulers, definitions of addresses.
    Mark,
}

/// A block with its place.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) what: What,
    /// From its first character to its last.
    pub(super) whole: Range<usize>,
    pub(super) line: u32,
    pub(super) indent: usize,
}

/// The longest line that can be the title of a plain text, in bytes.
const LONGEST_TITLE: usize = 240;

/// How many columns a tab counts.
const TAB: usize = 4;

impl Reader<'_> {
    /// Returns the blocks of the file, and whether its head says the language.
    pub(super) fn blocks(&mut self) -> (Vec<Block>, bool) {
        let all: Vec<Line<'_>> = lines(self.source).collect();
        let mut blocks: Vec<Block> = Vec::new();
        let body = self.head(&all, &mut blocks);
        let has_language = blocks
            .iter()
            .any(|block| matches!(&block.what, What::Head { header } if header.key == "language"));
        for block in &mut blocks {
            if let What::Head { header } = &block.what
                && header.key == "language"
            {
                self.language =
                    Language::new(&header.value).unwrap_or_else(|_| self.language.clone());
            }
        }
        let mut continues = false;
        for line in all.get(body..).unwrap_or_default() {
            let Some((block, may_go_on)) = self.line(*line, continues) else {
                continues = false;
                continue;
            };
            match (block.what, blocks.last_mut()) {
                (What::Plain { words }, Some(before)) if continues => before.extend(words.end),
                (what, _) => blocks.push(Block { what, ..block }),
            }
            continues = may_go_on;
        }
        (blocks, has_language)
    }

    /// Reads front matter between rulers, or a title with lines `key: value`; returns how many lines
    /// that were.
    fn head(&mut self, all: &[Line<'_>], blocks: &mut Vec<Block>) -> usize {
        let Some(first) = all.first() else {
            self.faults.note(Code::T101, 0..0, Detail::NoTitle);
            return 0;
        };
        if first.text.trim_end() == "---"
            && let Some(end) = all
                .iter()
                .skip(1)
                .position(|line| line.text.trim_end() == "---")
        {
            front_matter(&all[..end + 2], blocks);
            if !matches!(
                blocks.first().map(|block| &block.what),
                Some(What::Title { .. })
            ) {
                let span = first.start..first.start + 3;
                self.faults.note(Code::T101, span, Detail::NoTitle);
            }
            return end + 2;
        }
        let title = first.text.strip_prefix("# ");
        let Some(title) = title else {
            if let Some((at, line)) = bare_title(all, &self.language) {
                let start = line.start + (line.text.len() - line.text.trim_start().len());
                let words = start..start + line.text.trim().len();
                blocks.push(block_of(What::Title { words }, line));
                return at + 1;
            }
            let span = first.start..first.start + first.text.len();
            self.faults.note(Code::T101, span, Detail::NoTitle);
            return 0;
        };
        let end = first.start + first.text.len();
        blocks.push(block_of(
            What::Title {
                words: end - title.len()..end,
            },
            *first,
        ));
        let mut count = 1;
        for line in &all[1..] {
            let Some((key, value)) = line.text.split_once(':') else {
                break;
            };
            if !KEYS.contains(&key.trim()) {
                break;
            }
            let header = Header {
                key: key.trim().to_owned(),
                value: normal(value),
            };
            blocks.push(block_of(What::Head { header }, *line));
            count += 1;
        }
        count
    }

    /// What one line begins, and whether plain lines after it belong to it; nothing for an empty one.
    fn line(&mut self, line: Line<'_>, continues: bool) -> Option<(Block, bool)> {
        let text = line.text.trim();
        if text.is_empty() {
            return None;
        }
        let led = line.text.len() - line.text.trim_start().len();
        let start = line.start + led;
        let (what, may_go_on) = self
            .beside(text, start, line.number)
            .map(|what| (what, false))
            .or_else(|| heading(text, start, &self.language).map(|what| (what, false)))
            .unwrap_or_else(|| (words(text, start, continues), true));
        let block = Block {
            what,
            whole: start..start + text.len(),
            line: line.number,
            indent: columns(&line.text[..led]),
        };
        Some((block, may_go_on))
    }

    /// What is no text of a provision: attributes, rulers, definitions, notes and rules.
    fn beside(&mut self, text: &str, start: usize, line: u32) -> Option<What> {
        let is_attribute = text.starts_with("{:") && text.ends_with('}');
        let is_ruler = text.len() > 2
            && (text.bytes().all(|byte| byte == b'-') || text.bytes().all(|byte| byte == b'*'));
        if is_attribute || is_ruler {
            return Some(What::Mark);
        }
        if let Shape::Bound(bound) = classify(text, &self.language).1 {
            return Some(What::Bound(bound));
        }
        if let Some(note) = text.strip_prefix("> ") {
            return Some(What::Note { text: normal(note) });
        }
        if let Some(rule) = text.strip_prefix("| ").filter(|rule| !rule.contains('|')) {
            let text = rule.to_owned();
            return Some(What::Rule { text, line });
        }
        let (name, rest) = text.strip_prefix('[')?.split_once("]:")?;
        if name.is_empty() || name.contains(['[', ']']) {
            return None;
        }
        let words = start + text.len() - rest.trim_start().len()..start + text.len();
        if let Some(name) = name.strip_prefix('^') {
            let nth = self.footnotes.len();
            self.definitions.define_footnote(name, nth, words.clone());
            let whole = start..start + text.len();
            self.footnotes.push((whole, words, false));
            return Some(What::Footnote);
        }
        let address = rest.trim();
        let is_address = !address.is_empty() && !address.contains(char::is_whitespace);
        let is_link = address.contains("://") || address.starts_with('/');
        if !is_address || !is_link {
            return None;
        }
        self.definitions.define_address(name, address);
        Some(What::Mark)
    }
}

impl Block {
    /// Takes a further line into the block.
    fn extend(&mut self, end: usize) {
        self.whole.end = end;
        match &mut self.what {
            What::Labelled { words, .. } | What::Option { words, .. } | What::Plain { words } => {
                words.end = end;
            }
            _ => {}
        }
    }
}

/// The title of a plain text: its first line, if that stands alone above the text and begins no part of
/// it. Returns where it stands.
fn bare_title<'t>(all: &[Line<'t>], language: &Language) -> Option<(usize, Line<'t>)> {
    let is_empty = |line: &Line<'_>| line.text.trim().is_empty();
    let at = all.iter().position(|line| !is_empty(line))?;
    let (line, rest) = all.get(at..)?.split_first()?;
    let text = line.text.trim();
    let (below, body) = rest.split_first()?;
    let stands_alone = is_empty(below) && !body.iter().all(is_empty);
    let is_sentence = text.ends_with(['.', ',', ';', ':', '!', '?']);
    let is_plain = text.starts_with(char::is_alphabetic)
        && !text.contains(['[', ']', '{', '}', '|', '*', '`'])
        && text.len() <= LONGEST_TITLE;
    let is_keyword = || crate::keyword::leading(language, text).is_some();
    let begins = || {
        heading(text, 0, language).is_some()
            || !matches!(words(text, 0, false), What::Plain { .. })
            || is_keyword()
    };
    (stands_alone && !is_sentence && is_plain && !begins()).then_some((at, *line))
}

fn block_of(what: What, line: Line<'_>) -> Block {
    Block {
        what,
        whole: line.start..line.start + line.text.len(),
        line: line.number,
        indent: 0,
    }
}

fn front_matter(lines: &[Line<'_>], blocks: &mut Vec<Block>) {
    let mut others = Vec::new();
    for line in lines {
        let text = line.text.trim();
        if let Some(title) = text.strip_prefix("title:").map(str::trim_start)
            && blocks.is_empty()
        {
            let end = line.start + line.text.trim_end().len();
            let words = end - title.len()..end;
            blocks.push(block_of(What::Title { words }, *line));
        } else if text == "---" || text.is_empty() {
            others.push(block_of(What::Mark, *line));
        } else {
            let text = normal(text);
            others.push(block_of(What::Front { text }, *line));
        }
    }
    blocks.extend(others);
}

fn columns(indentation: &str) -> usize {
    let width = |byte: u8| if byte == b'\t' { TAB } else { 1 };
    indentation.bytes().map(width).sum()
}

/// A Markdown heading, or an article as the markup has it, its label perhaps in brackets.
fn heading(text: &str, start: usize, language: &Language) -> Option<What> {
    let end = start + text.len();
    let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
    let marked = (1..=6).contains(&hashes) && text[hashes..].starts_with(' ');
    let bare = if marked {
        text[hashes..].trim_start()
    } else {
        text
    };
    let opened = bare
        .strip_prefix('[')
        .filter(|inside| inside.ends_with(']') && !inside.trim_end_matches(']').contains("] "));
    let (inner, bracketed) = match opened {
        Some(inside) => (&inside[..inside.len() - 1], true),
        None => (bare, false),
    };
    if let Some((kind, label, body)) = named(inner, language, marked) {
        let begins = start + (text.len() - bare.len()) + usize::from(bracketed);
        let words = begins + body..begins + inner.len();
        return Some(What::Heading {
            kind,
            label,
            words,
            bracketed,
        });
    }
    let kind = match hashes {
        1 | 2 => Kind::Part,
        3 => Kind::Chapter,
        _ => Kind::Section,
    };
    marked.then(|| What::Heading {
        kind,
        label: None,
        words: end - bare.len()..end,
        bracketed: false,
    })
}

/// Keyword and number, the Latin suffix perhaps joined to it, with or without a full stop.
fn named(text: &str, language: &Language, marked: bool) -> Option<(Kind, Option<Label>, usize)> {
    let hashed = alloc::format!("## {text}");
    let shown = if marked { hashed.as_str() } else { text };
    match classify(shown, language).1 {
        Shape::Division { kind, label, body } if label.is_some() || kind == Kind::Preamble => {
            return Some((kind, label, body.checked_sub(3)?));
        }
        Shape::Article { label, body } => return Some((Kind::Article, Some(label), body)),
        _ => {}
    }
    let (keyword, end) = crate::keyword::leading(language, text).filter(|_| marked)?;
    let kind = match keyword {
        crate::keyword::Keyword::Article => Kind::Article,
        crate::keyword::Keyword::Annex => Kind::Annex,
        _ => return None,
    };
    let number = text[end..].strip_prefix(' ')?;
    let (label, length) = joined_number(number)?;
    let rest = &number[length..];
    let stop = usize::from(rest.starts_with(['.', ':']));
    Some((kind, Some(label), text.len() - rest.len() + stop))
}

fn joined_number(text: &str) -> Option<(Label, usize)> {
    if let Some(length) = crate::number::heading_number(text) {
        return Some((Label::new(LabelForm::Heading, &text[..length]), length));
    }
    let digits = crate::number::dotted_digits(text);
    let suffix = crate::number::LATIN
        .iter()
        .find(|latin| text[digits..].starts_with(*latin))
        .filter(|_| digits > 0)?;
    let label = alloc::format!("{} {suffix}", &text[..digits]);
    Some((
        Label::new(LabelForm::Heading, &label),
        digits + suffix.len(),
    ))
}

/// Words with a label, an option, or plain ones; what continues a paragraph has neither unless a list
/// could begin there.
fn words(text: &str, start: usize, continues: bool) -> What {
    let end = start + text.len();
    if let Some((number, length)) = option::marker(text) {
        let words = start + length..end;
        return What::Option { number, words };
    }
    if let Some((label, length)) = label::leading(text) {
        // Within a paragraph a bare letter or number may begin a line by chance.
        let is_list = !continues || !label.text.contains('.') || text.starts_with("- ");
        if is_list {
            let option = option::marker(&text[length..]);
            let skipped = option.map_or(0, |(_, length)| length);
            return What::Labelled {
                label,
                words: start + length + skipped..end,
                option: option.map(|(number, _)| number),
            };
        }
    }
    What::Plain { words: start..end }
}
