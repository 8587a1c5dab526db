//! Options of a negotiating text: rival texts of one place, numbered and one below the other.

use super::blocks::{Block, What};
use super::{Reader, Role};
use crate::body::{Body, Position, Reading, Segment, Site, Stance};
use crate::markup::docx::structure;
use crate::markup::fault::{Code, Detail};
use crate::markup::inline::Inline;
use crate::markup::rank::Rank;
use crate::markup::who::who;
use crate::number::Label;
use crate::provision::Kind;
use core::ops::Range;

/// The words with which an option begins.
const WORDS: [&str; 6] = [
    "Option",
    "OPTION",
    "Alternative",
    "ALTERNATIVE",
    "Alt",
    "ALT",
];

/// The marks of Markdown that may stand around such words.
const MARKS: [char; 3] = ['*', '_', '['];

/// The most options of one place: their letters end.
const MOST: u32 = 26;

/// Options that are open.
pub(super) struct Scope {
    /// The provision to which they are rivals.
    owner: usize,
    /// How far the first was indented.
    indent: usize,
    /// Whether it stands after the label of its owner: then the others may be indented.
    after_label: bool,
    /// The number of the last.
    number: u32,
    /// Whether the last had no words beside its marker: labels at its own indentation belong to it.
    takes_labels: bool,
    /// Whether its words were found.
    has_words: bool,
    /// The paragraphs and items in it, with their indentation.
    list: alloc::vec::Vec<(usize, usize)>,
}

/// Returns the number of the option that these words begin, and the length of its marker.
pub(super) fn marker(text: &str) -> Option<(u32, usize)> {
    let bare = text.trim_start_matches(MARKS);
    let word = WORDS.iter().find(|word| bare.starts_with(*word))?;
    let rest = bare[word.len()..].strip_prefix(' ')?;
    let end = rest
        .find(|letter: char| !letter.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    let number = if let Ok(number) = rest[..end].parse::<u32>() {
        number
    } else {
        let letter = rest[..end].bytes().next().filter(u8::is_ascii_uppercase)?;
        (end == 1).then_some(u32::from(letter - b'A') + 1)?
    };
    let (after, is_attributed) = match attribution(&rest[end..]) {
        Some((_, length)) => (&rest[end + length..], true),
        None => (&rest[end..], false),
    };
    let marks = after.trim_start_matches(['*', '_', ']']);
    let is_marked = marks.len() < after.len();
    let (colon, words) = match marks.strip_prefix(':') {
        Some(words) => (true, words.trim_start_matches(['*', '_', ']'])),
        None => (false, marks),
    };
    let words = words.trim_start();
    let is_option = colon || is_marked || is_attributed || words.is_empty();
    ((1..=MOST).contains(&number) && is_option).then_some((number, text.len() - words.len()))
}

/// Returns the delegations in brackets after the number of an option, and how long that is: ` (USA, JPN)`.
fn attribution(text: &str) -> Option<(alloc::vec::Vec<Stance>, usize)> {
    let bare = text.trim_start_matches(['*', '_', ' ']);
    let inner = bare.strip_prefix('(')?;
    let end = inner.find(')')?;
    let stances = who(inner, 0..end, None)?.stances;
    let is_named = stances.iter().all(|stance| stance.delegation.is_some());
    let length = text.len() - bare.len() + end + 2;
    (is_named && !stances.is_empty()).then_some((stances, length))
}

/// Whose option it is that begins with this marker; an unknown delegation's if it does not say.
fn proposers(marker: &str) -> alloc::vec::Vec<Stance> {
    let found = marker.find('(').and_then(|at| attribution(&marker[at..]));
    found.map_or_else(
        || {
            alloc::vec![Stance {
                delegation: None,
                position: Position::Support,
            }]
        },
        |(stances, _)| stances,
    )
}

/// Whether an option says that there shall be no text.
fn is_no_text(words: &str) -> bool {
    let bare = words.trim_matches(|letter: char| letter.is_whitespace() || ".*[]".contains(letter));
    matches!(bare, "No text" | "no text" | "NO TEXT")
}

impl Reader<'_> {
    pub(super) fn heading(
        &mut self,
        kind: Kind,
        label: Option<Label>,
        block: &Block,
        words: Range<usize>,
        bracketed: bool,
    ) {
        self.title();
        self.scope = None;
        self.list.clear();
        let rank = Rank::of(kind, None, 0);
        let entries = &self.tree.entries;
        self.divisions.retain(|(above, entry)| {
            let holds = entries.get(*entry).map(|entry| entry.provision.kind);
            *above < rank && holds.is_none_or(|kind| !Rank::holds_paragraphs_only(kind))
        });
        let parent = self.divisions.last().map(|(_, entry)| *entry);
        let mut inline = self.inline(words.clone());
        if bracketed {
            self.bracket_heading(&mut inline, block);
        }
        let entry = self.add_inline(kind, label, block, words, inline, (parent, None));
        self.whole(block.whole.clone(), entry);
        self.divisions.push((rank, entry));
    }

    /// A heading in brackets: its words are a contested place as a whole.
    fn bracket_heading(&mut self, inline: &mut Inline, block: &Block) {
        let span = block.whole.start..block.whole.start + 1;
        self.faults.note(Code::T203, span, Detail::NoDelegations);
        let parts = core::mem::take(&mut inline.body.parts);
        let segments: alloc::vec::Vec<Segment> = parts
            .into_iter()
            .map(|part| match part {
                crate::body::Part::Words(tokens) => Segment::Words(tokens),
                crate::body::Part::Site(site) => Segment::Site(site),
            })
            .collect();
        if segments.is_empty() {
            return;
        }
        let reading = |is_base, segments| Reading {
            is_base,
            stances: alloc::vec![Stance {
                delegation: None,
                position: Position::Support,
            }],
            segments,
        };
        let readings = alloc::vec![reading(true, segments), reading(false, alloc::vec![])];
        inline.body = Body {
            parts: alloc::vec![crate::body::Part::Site(Site {
                space_before: false,
                readings,
            })],
        };
    }

    /// An option that stands on a line of its own.
    pub(super) fn option(&mut self, number: u32, block: &Block, words: Range<usize>) {
        let indent = block.indent;
        if let Some(scope) = &mut self.scope {
            let is_next = number == scope.number + 1
                && (indent == scope.indent || scope.after_label && indent > scope.indent);
            if is_next {
                // The others of a set that begins after a label stand where the second does.
                (scope.indent, scope.after_label) = (indent, false);
                self.next_option(number, block, words);
                return;
            }
            if indent > scope.indent {
                // Options within an option are kept as its words.
                self.within(block, block.whole.clone(), None);
                return;
            }
        }
        self.scope = None;
        self.list.retain(|(above, _)| *above < indent);
        let above = self.list.last().map(|(_, entry)| *entry);
        let above = above.or(self.divisions.last().map(|(_, entry)| *entry));
        self.title();
        let last = self.tree.entries.len() - 1;
        // Options stand where they are: below what they are options of, if nothing is between, or in the
        // place of words that a label announces.
        let is_bare = |entry: &crate::markup::parse::tree::Entry| {
            let own = &entry.provision;
            entry.within.is_none() && own.label.is_some() && own.body.parts.is_empty()
        };
        let announced = self.tree.entries.last().is_some_and(is_bare);
        let owner = above.filter(|above| *above == last);
        let owner = owner.or((announced && last > 0).then_some(last));
        let owner = owner.unwrap_or_else(|| {
            let nothing = block.whole.start..block.whole.start;
            self.add(Kind::Paragraph, None, block, nothing, above, None)
        });
        self.open(owner, number, block, words, false);
    }

    fn open(
        &mut self,
        owner: usize,
        number: u32,
        block: &Block,
        words: Range<usize>,
        after_label: bool,
    ) {
        self.scope = Some(Scope {
            owner,
            indent: block.indent,
            after_label,
            number,
            takes_labels: false,
            has_words: false,
            list: alloc::vec![],
        });
        self.next_option(number, block, words);
    }

    fn next_option(&mut self, number: u32, block: &Block, words: Range<usize>) {
        let Some(scope) = &mut self.scope else {
            return;
        };
        let owner = scope.owner;
        scope.number = number;
        scope.takes_labels = words.is_empty();
        scope.has_words = !words.is_empty();
        scope.list.clear();
        let letter = char::from_u32(u32::from('A') + number - 1).unwrap_or('Z');
        let marker = block.whole.start..words.start.max(block.whole.start);
        let stances = proposers(self.source.get(marker).unwrap_or_default());
        let body = self.option_words(owner, words);
        if let Some(entry) = self.tree.entries.get_mut(owner) {
            entry
                .provision
                .alternatives
                .push(crate::provision::Alternative {
                    letter,
                    stances,
                    body,
                    provisions: alloc::vec![],
                });
        }
        self.whole(block.whole.clone(), owner);
    }

    /// The words of an option; none where it says that there shall be no text.
    fn option_words(&mut self, owner: usize, words: Range<usize>) -> Option<Body> {
        if is_no_text(&self.source[words.clone()]) {
            self.spans.push((words, owner, Role::Structure));
            return None;
        }
        let inline = self.inline(words.clone());
        self.claim(words, &inline.marks, &inline.taken, owner);
        if let Some(entry) = self.tree.entries.get_mut(owner) {
            let notes = inline.notes.into_iter();
            let notes = notes.map(|text| crate::provision::Note { text });
            entry.provision.notes.extend(notes);
            entry.targets.extend(inline.targets);
            entry.terms.extend(inline.terms);
        }
        Some(inline.body)
    }

    /// A paragraph or item, with or without label.
    pub(super) fn paragraph(&mut self, block: &Block) {
        let (label, words, option) = match &block.what {
            What::Labelled {
                label,
                words,
                option,
            } => (Some(label.clone()), words.clone(), *option),
            What::Plain { words } => (None, words.clone(), None),
            _ => return,
        };
        if self.belongs(label.is_some(), block.indent) {
            // An option after a label, within an option, is kept as words.
            let words = match option {
                Some(_) => self.after_label(block),
                None => words,
            };
            self.within(block, words, label);
            return;
        }
        self.scope = None;
        self.title();
        let above = if let Some(label) = label.as_ref().filter(|label| is_item(label)) {
            self.item_above(label, block.indent)
        } else {
            self.list.retain(|(above, _)| *above < block.indent);
            self.list.last().map(|(_, entry)| *entry)
        };
        let division = self.divisions.last().map(|(_, entry)| *entry);
        let kind = self.kind(label.as_ref(), above.is_some());
        let parent = above.or(division);
        let own = if option.is_some() {
            words.start..words.start
        } else {
            words.clone()
        };
        let entry = self.add(kind, label, block, own, parent, None);
        self.list.push((block.indent, entry));
        match option {
            Some(number) => self.open(entry, number, block, words, true),
            None => self.whole(block.whole.clone(), entry),
        }
    }

    /// Under what an item stands. Where items are not indented, their labels tell: one that is next in a
    /// list goes on with it, one that could be the first begins a list in what stands before.
    fn item_above(&mut self, label: &Label, indent: usize) -> Option<usize> {
        self.list.retain(|(above, _)| *above <= indent);
        let labels: alloc::vec::Vec<Option<&Label>> = self
            .list
            .iter()
            .map(|(at, entry)| {
                let own = self.tree.entries.get(*entry).map(|entry| &entry.provision);
                let own = own.filter(|own| *at == indent && own.kind == Kind::Item);
                own.and_then(|own| own.label.as_ref())
            })
            .collect();
        let goes_on = structure::level(&labels, label, &self.language);
        if let Some(level) = goes_on {
            self.list.truncate(level);
        }
        self.list.last().map(|(_, entry)| *entry)
    }

    /// The words after the label of a block, an option's marker included.
    fn after_label(&self, block: &Block) -> Range<usize> {
        let text = &self.source[block.whole.clone()];
        let length = super::label::leading(text).map_or(0, |(_, length)| length);
        block.whole.start + length..block.whole.end
    }

    fn kind(&self, label: Option<&Label>, is_below: bool) -> Kind {
        let division = self.divisions.last().map(|(_, entry)| *entry);
        let division = division.and_then(|entry| self.tree.entries.get(entry));
        let in_preamble = division.is_some_and(|entry| entry.provision.kind == Kind::Preamble);
        match label {
            Some(label) if is_below || is_item(label) => Kind::Item,
            None if in_preamble => Kind::Recital,
            _ => Kind::Paragraph,
        }
    }

    /// Whether a block belongs to the option that is open.
    fn belongs(&self, is_labelled: bool, indent: usize) -> bool {
        self.scope.as_ref().is_some_and(|scope| {
            let at_same = indent == scope.indent && !scope.after_label;
            let takes = !is_labelled || scope.takes_labels;
            indent > scope.indent || at_same && takes
        })
    }

    /// Adds a block to the option that is open.
    fn within(&mut self, block: &Block, words: Range<usize>, label: Option<Label>) {
        let Some(scope) = &mut self.scope else {
            return;
        };
        let owner = scope.owner;
        let is_first = label.is_none() && !scope.has_words && scope.list.is_empty();
        scope.has_words = true;
        if is_first {
            let is_nothing = is_no_text(&self.source[words.clone()]);
            if is_nothing && let Some(scope) = &mut self.scope {
                scope.takes_labels = false;
            }
            let body = self.option_words(owner, words);
            let alternatives = self
                .tree
                .entries
                .get_mut(owner)
                .map(|entry| &mut entry.provision.alternatives);
            if let Some(last) = alternatives.and_then(|alternatives| alternatives.last_mut()) {
                last.body = body;
            }
            self.whole(block.whole.clone(), owner);
            return;
        }
        scope.list.retain(|(above, _)| *above < block.indent);
        let above = scope.list.last().map(|(_, entry)| *entry);
        let alternatives = self
            .tree
            .entries
            .get(owner)
            .map_or(1, |entry| entry.provision.alternatives.len());
        let kind = self.kind(label.as_ref(), above.is_some());
        let place = (owner, alternatives.saturating_sub(1));
        let parent = above.or(Some(owner));
        let entry = self.add(kind, label, block, words, parent, Some(place));
        if let Some(scope) = &mut self.scope {
            scope.list.push((block.indent, entry));
        }
        self.whole(block.whole.clone(), entry);
    }
}

fn is_item(label: &Label) -> bool {
    use crate::number::LabelForm;
    let has_digits = label.text.starts_with(|first: char| first.is_ascii_digit());
    matches!(label.form, LabelForm::Dash | LabelForm::Parenthesised) && !has_digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_marked_in_many_ways() {
        assert_eq!(marker("**Option 1:** words"), Some((1, 14)));
        assert_eq!(marker("**Option 2**: words"), Some((2, 14)));
        assert_eq!(marker("Option 3"), Some((3, 8)));
        assert_eq!(marker("**Option 1** [[x"), Some((1, 13)));
        assert_eq!(marker("Alternative B: x"), Some((2, 15)));
        assert_eq!(marker("Alt 2"), Some((2, 5)));
        assert_eq!(marker("[Option 1: x]"), Some((1, 11)));
        assert_eq!(marker("Option 1 (USA): x"), Some((1, 16)));
        assert_eq!(marker("**Option 2** (X-EU, NOR): x"), Some((2, 26)));
        assert_eq!(marker("Option 3 (USA, JPN) x"), Some((3, 20)));
        for prose in [
            "Option 1 is",
            "Option 1 (the first) is",
            "Options 1:",
            "Option one:",
            "Alt paragraf: x",
            "Alt komite",
        ] {
            assert_eq!(marker(prose), None, "{prose}");
        }
    }
}
