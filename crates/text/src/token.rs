//! Tokens: what a text is compared by. Concatenating the tokens of a normalised text, with the
//! spaces that they remember, gives it back byte for byte.

use crate::provision::ProvisionId;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// A word, hyphens and apostrophes within it included.
    Word,
    /// A number in digits.
    Number,
    /// One punctuation mark or symbol.
    Punctuation,
    /// A reference; one token, whatever its rendering.
    Reference(Target),
    /// A blank that is still to be filled, by its name.
    Placeholder,
    /// The anchor of a footnote, with the footnote.
    Footnote(Box<Footnote>),
}

/// To what a reference points.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A provision of the same instrument, printed from where it stands.
    Provision(ProvisionId),
    /// The same, always with its complete path.
    ProvisionInFull(ProvisionId),
    /// The same, the bare label, for languages that inflect what follows.
    ProvisionNumber(ProvisionId),
    /// Another instrument: its target; the token's text has the words.
    Elsewhere(Arc<str>),
}

/// A footnote. An attributed one opens a reservation of position.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Footnote {
    /// Whose footnote it is, if it says so.
    pub by: Option<ParticipantId>,
    /// Its words.
    pub tokens: Vec<Token>,
}

/// Where a token stands in the definition of a term.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermMark {
    /// Not in a definition.
    #[default]
    None,
    /// The first token of the term that is defined here.
    First,
    /// A further token of the same term.
    Further,
}

/// How a token is marked within its line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Marks {
    /// Emphasis; there is no other type style.
    pub emphasis: bool,
    /// Whether a term is defined with it.
    pub term: TermMark,
}

/// One token. Two tokens are equal if kind, text, space and marks are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its words: those of the text; for a placeholder its name; empty for references within the
    /// instrument and for footnotes, whose rendering depends on where they stand.
    pub text: Arc<str>,
    /// Whether a space stands before it.
    pub space_before: bool,
    /// Its marks.
    pub marks: Marks,
}

impl Token {
    /// Returns a token of plain text.
    pub fn plain(kind: TokenKind, text: &str, space_before: bool) -> Self {
        Self {
            kind,
            text: Arc::from(text),
            space_before,
            marks: Marks::default(),
        }
    }

    /// Whether it counts as a word: words and numbers do, punctuation does not.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }
}

/// Returns the tokens of plain words: normalised to NFC, white space taken as single spaces, cut at the
/// word boundaries of Unicode (UAX #29), with hyphens and apostrophes kept within their word. Whether a
/// space stood before the first token is kept.
pub fn tokenize(text: &str) -> Vec<Token> {
    // ASCII is composed as it is.
    let text = if text.is_ascii() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect::<String>())
    };
    let mut tokens: Vec<Token> = Vec::new();
    let mut space = false;
    for (number, chunk) in text.split(' ').enumerate() {
        space |= number > 0;
        if !push_plain(&mut tokens, chunk, &mut space) {
            push_bounded(&mut tokens, chunk, &mut space);
        }
    }
    tokens
}

/// Cuts what stands between two spaces: there is a boundary at a space whatever stands beside it.
fn push_bounded(tokens: &mut Vec<Token>, chunk: &str, space: &mut bool) {
    for bounded in chunk.split_word_bounds() {
        // A combining mark holds on to a space before it; the space is still one.
        let piece = bounded.trim_start();
        *space |= piece.len() < bounded.len();
        if piece.is_empty() {
            continue;
        }
        let first = piece.chars().next();
        let wordlike = first.is_some_and(char::is_alphanumeric);
        if !*space && join(tokens, piece, wordlike) {
            continue;
        }
        if wordlike {
            tokens.push(Token::plain(kind_of(piece), piece, *space));
        } else {
            push_marks(tokens, piece, *space);
        }
        *space = false;
    }
}

/// Cuts a chunk at a glance that is one word or number of ASCII with marks around it that never join
/// anything: most of what is written in most languages here. Returns whether it is one.
fn push_plain(tokens: &mut Vec<Token>, chunk: &str, space: &mut bool) -> bool {
    let inner = chunk.strip_prefix('(').unwrap_or(chunk);
    let word = inner.trim_end_matches([',', ';', ':', '.', ')']);
    let kind = match word.as_bytes().first() {
        Some(first) if first.is_ascii_digit() => TokenKind::Number,
        Some(_) => TokenKind::Word,
        None => return false,
    };
    let fits = |byte: u8| match kind {
        TokenKind::Number => byte.is_ascii_digit(),
        _ => byte.is_ascii_alphabetic(),
    };
    if !word.bytes().all(fits) {
        return false;
    }
    let mut push = |kind, text: &str| {
        tokens.push(Token::plain(kind, text, core::mem::take(space)));
    };
    if inner.len() < chunk.len() {
        push(TokenKind::Punctuation, "(");
    }
    push(kind, word);
    for mark in inner[word.len()..].split_inclusive(|_: char| true) {
        push(TokenKind::Punctuation, mark);
    }
    true
}

/// Takes a piece into the word before it, where a hyphen or an apostrophe joins the two. Returns
/// whether it did.
fn join(tokens: &mut Vec<Token>, piece: &str, wordlike: bool) -> bool {
    if !wordlike {
        return false;
    }
    let [.., before, joint] = tokens.as_slice() else {
        return false;
    };
    let hyphenates = matches!(
        &*joint.text,
        "-" | "\u{2010}" | "\u{2011}" | "'" | "\u{2019}"
    );
    if joint.space_before || !hyphenates || !before.is_word() {
        return false;
    }
    let joined = alloc::format!("{}{}{piece}", before.text, joint.text);
    let space = before.space_before;
    tokens.truncate(tokens.len() - 2);
    tokens.push(Token::plain(kind_of(&joined), &joined, space));
    true
}

/// One token for each grapheme of what is no word.
fn push_marks(tokens: &mut Vec<Token>, piece: &str, space: bool) {
    let mut space = space;
    for mark in piece.graphemes(true) {
        tokens.push(Token::plain(TokenKind::Punctuation, mark, space));
        space = false;
    }
}

fn kind_of(word: &str) -> TokenKind {
    let digits = word
        .chars()
        .all(|character| character.is_numeric() || matches!(character, '.' | ',' | '\u{66b}'));
    if digits {
        TokenKind::Number
    } else {
        TokenKind::Word
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<String> {
        let shown = |token: &Token| {
            let space = if token.space_before { "_" } else { "" };
            alloc::format!("{space}{}", token.text)
        };
        tokenize(text).iter().map(shown).collect()
    }

    #[test]
    fn words_keep_hyphens_and_apostrophes() {
        assert_eq!(
            texts("Ankara'da, co-operation (14'üncü)."),
            ["Ankara'da", ",", "_co-operation", "_(", "14'üncü", ")", "."]
        );
    }

    #[test]
    fn numbers_are_one_token() {
        assert_eq!(texts("1,000.5 and 5 %"), ["1,000.5", "_and", "_5", "_%"]);
        assert_eq!(tokenize("1,000.5")[0].kind, TokenKind::Number);
        assert_eq!(tokenize("5th")[0].kind, TokenKind::Word);
    }

    #[test]
    fn white_space_is_one_space_and_text_is_composed() {
        assert_eq!(texts("a  \u{a0} b"), ["a", "_b"]);
        assert_eq!(texts("a \u{301}b"), ["a", "_\u{301}", "b"]);
        assert_eq!(texts("u\u{308}"), ["ü"]);
    }

    /// The same cut by the boundaries of words over the whole text.
    fn by_boundaries(text: &str) -> Vec<Token> {
        let text: String = text.nfc().collect();
        let (mut tokens, mut space) = (Vec::new(), false);
        push_bounded(&mut tokens, &text, &mut space);
        tokens
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]
        #[test]
        fn what_is_cut_at_a_glance_is_cut_alike(
            pieces in prop::collection::vec(prop::sample::select(&[
                " ", " ", "  ", "Party", "(a)", "3.5", "3.", "1,000", "co", "-", "'", "14'üncü", "İ", "e\u{301}",
                "\u{301}", "\u{200d}", "🕊", "\u{a0}", "\u{202f}", "\u{3000}", "(", ")", ":", ";.", "_", "دولة",
                "条约", "a.b", "\u{5f3}", "\t", "\n", "🇹🇷",
            ][..]), 0..12),
        ) {
            let text = pieces.concat();
            prop_assert_eq!(tokenize(&text), by_boundaries(&text), "{:?}", text);
        }
    }
}
