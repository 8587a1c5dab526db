//! The lenient reader: real negotiating texts, with brackets that say nothing of their delegations and
//! may never close, options, and Markdown.
//!
//! It always gives a text and a report, unless the file cannot be read at all, and loses nothing: it
//! returns a partition of the file in which every word belongs to exactly one provision.

mod blocks;
mod label;
mod option;

use crate::expression::{Expression, Header};
use crate::language::Language;
use crate::markup::characters;
use crate::markup::definitions::Definitions;
use crate::markup::fault::{Code, Detail, Faults};
use crate::markup::inline::{self, Inline};
use crate::markup::parse::tree::{Begun, Tree};
use crate::markup::parse::{Options, Parsed, check};
use crate::provision::{IdSource, Kind, Note, ProvisionId, RuleLine};
use alloc::string::String;
use alloc::vec::Vec;
use blocks::{Block, What};
use core::ops::Range;
use option::Scope;

/// What a stretch of a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Words of a provision: its text, its notes and footnotes.
    Words,
    /// What says how the words are put together: labels, keywords, marks, empty lines.
    Structure,
}

/// A stretch of a file and the provision to which it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The bytes.
    pub range: Range<usize>,
    /// The provision; that of an alternative belongs to the provision to which it is one.
    pub provision: ProvisionId,
    /// What it is.
    pub role: Role,
}

/// What was read.
#[derive(Debug, Clone)]
pub struct Lenient {
    /// The text and the report.
    pub parsed: Parsed,
    /// A partition of the file: the spans follow each other without gap and overlap.
    pub spans: Vec<Span>,
}

/// Reads a file leniently.
pub fn read(bytes: &[u8], options: &Options, ids: &mut dyn IdSource) -> Lenient {
    let mut faults = Faults::new(true);
    let (source, readable) = characters::text(bytes, &mut faults);
    if !readable {
        let (faults, left_out) = faults.finish(source);
        let parsed = Parsed {
            expression: None,
            faults,
            left_out,
            lines: alloc::collections::BTreeMap::new(),
            assigned: alloc::collections::BTreeSet::new(),
        };
        let spans = Vec::new();
        return Lenient { parsed, spans };
    }
    let language = options.language.clone();
    let mut reader = Reader {
        source,
        options,
        language: language.clone().unwrap_or_else(Language::english),
        faults: &mut faults,
        tree: Tree::default(),
        definitions: Definitions::default(),
        divisions: Vec::new(),
        list: Vec::new(),
        scope: None,
        headers: Vec::new(),
        spans: Vec::new(),
        wholes: Vec::new(),
        footnotes: Vec::new(),
    };
    reader.text(language.is_some());
    let Reader {
        language,
        tree,
        headers,
        mut spans,
        ..
    } = reader;
    check::labels(&tree, &language, &mut faults);
    let known = check::ids(&tree, &options.deleted, &mut faults);
    check::targets(&tree, &known, &options.deleted, &mut faults);
    let (provisions, outcome) = tree.finish(ids, &options.deleted, &mut faults);
    spans.sort_by_key(|(range, ..)| range.start);
    let spans = spans
        .into_iter()
        .map(|(range, entry, role)| Span {
            range,
            provision: outcome.given[entry],
            role,
        })
        .collect();
    let (faults, left_out) = faults.finish(source);
    let expression = Expression {
        language,
        headers,
        provisions,
    };
    let parsed = Parsed {
        expression: Some(expression),
        faults,
        left_out,
        lines: outcome.lines,
        assigned: outcome.assigned,
    };
    Lenient { parsed, spans }
}

struct Reader<'r> {
    source: &'r str,
    options: &'r Options,
    language: Language,
    faults: &'r mut Faults,
    tree: Tree,
    definitions: Definitions,
    /// The headings that are open, with how high they stand.
    divisions: Vec<(crate::markup::rank::Rank, usize)>,
    /// The paragraphs and items that are open, with their indentation.
    list: Vec<(usize, usize)>,
    scope: Option<Scope>,
    headers: Vec<Header>,
    spans: Vec<(Range<usize>, usize, Role)>,
    /// The blocks and the provisions to which they belong.
    wholes: Vec<(Range<usize>, usize)>,
    /// Where the definitions of footnotes stand: the whole, and the words.
    footnotes: Vec<(Range<usize>, Range<usize>, bool)>,
}

impl Reader<'_> {
    fn text(&mut self, knows_language: bool) {
        let (blocks, has_language) = self.blocks();
        if !has_language && !knows_language {
            self.faults.note(Code::T103, 0..0, Detail::NoLanguage);
        }
        for block in blocks {
            self.block(block);
        }
        self.leave_footnotes();
        self.complete();
    }

    fn block(&mut self, block: Block) {
        let whole = block.whole.clone();
        match block.what {
            What::Title { ref words } => {
                let words = words.clone();
                let entry = self.add(Kind::Title, None, &block, words, None, None);
                self.whole(whole, entry);
            }
            What::Head { header } => {
                let entry = self.title();
                self.headers.push(header);
                self.words(whole, entry);
            }
            What::Front { text } | What::Note { text } => {
                let entry = self.last_or_title();
                self.note(entry, text);
                self.words(whole, entry);
            }
            What::Mark => {
                let entry = self.last_or_title();
                self.whole(whole, entry);
            }
            What::Footnote => {}
            What::Rule { text, line } => {
                let entry = self.last_or_title();
                if let Some(entry) = self.tree.entries.get_mut(entry) {
                    entry.provision.rules.lines.push(RuleLine { text, line });
                }
                self.words(whole, entry);
            }
            What::Bound(bound) => {
                let entry = self.last_or_title();
                self.whole(whole, entry);
                if let Some(entry) = self.tree.entries.get_mut(entry) {
                    entry.provision.rules.bound = Some(bound);
                }
            }
            What::Heading {
                kind,
                ref label,
                ref words,
                bracketed,
            } => {
                let (label, words) = (label.clone(), words.clone());
                self.heading(kind, label, &block, words, bracketed);
            }
            What::Option { number, ref words } => {
                let words = words.clone();
                self.option(number, &block, words);
            }
            What::Labelled { .. } | What::Plain { .. } => self.paragraph(&block),
        }
    }

    /// Adds a provision with these words; returns its entry.
    fn add(
        &mut self,
        kind: Kind,
        label: Option<crate::number::Label>,
        block: &Block,
        words: Range<usize>,
        parent: Option<usize>,
        within: Option<(usize, usize)>,
    ) -> usize {
        let inline = self.inline(words.clone());
        self.add_inline(kind, label, block, words, inline, (parent, within))
    }

    fn add_inline(
        &mut self,
        kind: Kind,
        label: Option<crate::number::Label>,
        block: &Block,
        words: Range<usize>,
        inline: Inline,
        place: (Option<usize>, Option<(usize, usize)>),
    ) -> usize {
        let begun = Begun {
            kind,
            label,
            line: block.line,
            span: block.whole.clone(),
            indent: 0,
        };
        let (marks, taken) = (inline.marks.clone(), inline.taken.clone());
        let entry = self.tree.place(begun, inline, place.0, place.1);
        self.claim(words, &marks, &taken, entry);
        entry
    }

    fn inline(&mut self, words: Range<usize>) -> Inline {
        let known = self.options.delegations.as_ref();
        inline::read_loosely(
            self.source,
            words,
            known,
            &mut self.definitions,
            self.faults,
        )
    }

    /// Gives words to a provision: the marks among them as structure, and the footnotes that they name.
    fn claim(
        &mut self,
        words: Range<usize>,
        marks: &[Range<usize>],
        taken: &[usize],
        entry: usize,
    ) {
        let mut at = words.start;
        let mut marks = marks.to_vec();
        marks.sort_by_key(|mark| mark.start);
        for mark in marks {
            // Marks within marks were given with the outer one.
            if mark.start < at {
                continue;
            }
            self.words(at..mark.start, entry);
            self.structure(mark.clone(), entry);
            at = mark.end;
        }
        self.words(at..words.end, entry);
        for nth in taken {
            if let Some((whole, words, is_taken)) = self.footnotes.get_mut(*nth) {
                *is_taken = true;
                let (whole, words) = (whole.clone(), words.clone());
                self.structure(whole.start..words.start, entry);
                self.words(words, entry);
            }
        }
    }

    fn words(&mut self, range: Range<usize>, entry: usize) {
        if !range.is_empty() {
            self.spans.push((range, entry, Role::Words));
        }
    }

    /// Says to which provision a block belongs as a whole.
    fn whole(&mut self, range: Range<usize>, entry: usize) {
        self.wholes.push((range, entry));
    }

    fn structure(&mut self, range: Range<usize>, entry: usize) {
        if !range.is_empty() {
            self.spans.push((range, entry, Role::Structure));
        }
    }

    /// The entry of the title, which is made if the file has none.
    fn title(&mut self) -> usize {
        if self.tree.entries.is_empty() {
            let begun = Begun {
                kind: Kind::Title,
                label: None,
                line: 1,
                span: 0..0,
                indent: 0,
            };
            self.tree.place(begun, Inline::default(), None, None);
        }
        0
    }

    fn last_or_title(&mut self) -> usize {
        let title = self.title();
        self.tree.entries.len().checked_sub(1).unwrap_or(title)
    }

    fn note(&mut self, entry: usize, text: String) {
        if let Some(entry) = self.tree.entries.get_mut(entry) {
            entry.provision.notes.push(Note { text });
        }
    }

    /// Footnotes that no anchor names are notes of the last provision.
    fn leave_footnotes(&mut self) {
        for (whole, words, is_taken) in core::mem::take(&mut self.footnotes) {
            if is_taken {
                continue;
            }
            let entry = self.last_or_title();
            let text = inline::normal(&self.source[words.clone()]);
            self.note(entry, text);
            self.structure(whole.start..words.start, entry);
            self.words(words, entry);
        }
    }

    /// Fills the gaps between spans: labels and marks belong to the provision of their block, empty lines
    /// to that before them.
    fn complete(&mut self) {
        let title = self.title();
        let mut wholes = core::mem::take(&mut self.wholes);
        wholes.sort_by_key(|(range, _)| range.start);
        let mut wholes = wholes.into_iter().peekable();
        self.spans
            .sort_by_key(|(range, ..)| (range.start, range.end));
        let claimed = core::mem::take(&mut self.spans);
        let end = self.source.len()..self.source.len();
        let (mut at, mut owner) = (0, title);
        for (range, entry, role) in claimed.into_iter().chain([(end, title, Role::Structure)]) {
            while at < range.start {
                while wholes.next_if(|(whole, _)| whole.end <= at).is_some() {}
                let until = match wholes.peek() {
                    Some((whole, entry)) if whole.start <= at => {
                        owner = *entry;
                        whole.end
                    }
                    Some((whole, _)) => whole.start,
                    None => range.start,
                };
                let until = until.min(range.start);
                self.spans.push((at..until, owner, Role::Structure));
                at = until;
            }
            let range = range.start.max(at)..range.end;
            if !range.is_empty() {
                at = range.end;
                owner = entry;
                self.spans.push((range, entry, role));
            }
        }
    }
}
