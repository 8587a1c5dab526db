//! From the words of a document back to tokens. Programs keep words and lose what lies behind them:
//! which token is a reference, which words define a term. Where the words are those of the text that
//! was known, so are the tokens.

use super::read::Text;
use super::show::Shower;
use crate::provision::ProvisionId;
use crate::token::{Footnote, TermMark, Token, TokenKind, tokenize};
use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use imara_diff::{Algorithm, Diff, InternedInput};
use sponsio_record::ParticipantId;

/// Returns the tokens of words as they stand.
pub(crate) fn tokens(texts: &[Text], footnotes: &BTreeMap<String, Vec<Text>>) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut space = false;
    for text in texts {
        if let Some(number) = &text.footnote {
            let note = footnotes.get(number).map(Vec::as_slice).unwrap_or_default();
            tokens.push(Token {
                kind: TokenKind::Footnote(Box::new(footnote(note))),
                text: Arc::from(""),
                space_before: space,
                marks: crate::token::Marks::default(),
            });
            space = false;
            continue;
        }
        let mut own = if text.look.is_blank {
            blank(&text.words)
        } else {
            tokenize(&text.words)
        };
        if let Some(first) = own.first_mut() {
            first.space_before |= space;
        } else {
            space |= text.words.contains(char::is_whitespace);
            continue;
        }
        let mut term = TermMark::First;
        for token in &mut own {
            token.marks.emphasis = text.look.emphasis;
            if text.look.is_term {
                token.marks.term = term;
                term = TermMark::Further;
            }
        }
        space = text.words.ends_with(char::is_whitespace);
        tokens.append(&mut own);
    }
    if let Some(first) = tokens.first_mut() {
        first.space_before = false;
    }
    tokens
}

/// The name of a blank stands in brackets.
fn blank(words: &str) -> Vec<Token> {
    let name = words
        .trim()
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    match name {
        Some(name) if !name.is_empty() => {
            let space = words.starts_with(char::is_whitespace);
            alloc::vec![Token::plain(TokenKind::Placeholder, name, space)]
        }
        _ => tokenize(words),
    }
}

fn footnote(texts: &[Text]) -> Footnote {
    let words: String = texts.iter().map(|text| text.words.as_str()).collect();
    let words = words.trim();
    let attributed = words
        .split_once(": ")
        .and_then(|(code, rest)| Some((ParticipantId::new(code).ok()?, rest)));
    let (by, words) = match attributed {
        Some((by, rest)) => (Some(by), rest),
        None => (None, words),
    };
    Footnote {
        by,
        tokens: tokenize(words.trim()),
    }
}

/// What a token shows, as the tokens of its words; for a footnote the footnote itself.
fn shown(shower: &Shower<'_>, from: ProvisionId, token: &Token) -> Vec<Token> {
    if matches!(token.kind, TokenKind::Footnote(_)) {
        return alloc::vec![token.clone()];
    }
    let mut own = tokenize(&shower.token(token, from));
    if let Some(first) = own.first_mut() {
        first.space_before = token.space_before;
    }
    own
}

/// What is compared: words, spaces, and for a footnote its words.
fn key(token: &Token) -> (bool, String) {
    let words = match &token.kind {
        TokenKind::Footnote(note) => {
            let by = note
                .by
                .as_ref()
                .map(ParticipantId::as_str)
                .unwrap_or_default();
            let mut words = alloc::format!("^{by}:");
            for token in &note.tokens {
                words.push(' ');
                words.push_str(&token.text);
            }
            words
        }
        TokenKind::Placeholder => alloc::format!("[{}]", token.text),
        _ => String::from(&*token.text),
    };
    (token.space_before, words)
}

/// Returns the tokens of a text that came back, given those that it had when it went out. A token
/// whose words are all there in their place is that token still; only emphasis is as it came back.
pub(crate) fn recognise(
    shower: &Shower<'_>,
    from: ProvisionId,
    known: &[Token],
    found: Vec<Token>,
) -> Vec<Token> {
    let parts: Vec<Vec<Token>> = known
        .iter()
        .map(|token| shown(shower, from, token))
        .collect();
    // A blank that lost its style is three tokens, like the words of any other token.
    let flat = |tokens: &[Token]| -> Vec<(bool, String)> { tokens.iter().map(key).collect() };
    let found: Vec<Token> = found
        .into_iter()
        .flat_map(|token| {
            let is_blank = token.kind == TokenKind::Placeholder;
            if is_blank {
                shown(shower, from, &token)
            } else {
                alloc::vec![token]
            }
        })
        .collect();
    let before: Vec<(bool, String)> = parts.iter().flat_map(|part| flat(part)).collect();
    let after = flat(&found);
    let mut input = InternedInput {
        before: Vec::new(),
        after: Vec::new(),
        interner: imara_diff::Interner::new(before.len() + after.len()),
    };
    input.update_before(before.into_iter());
    input.update_after(after.into_iter());
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let mut places = alloc::vec![None; input.before.len()];
    let (mut from, mut to) = (0_u32, 0_u32);
    let counts = (input.before.len(), input.after.len());
    while (from as usize) < counts.0 && (to as usize) < counts.1 {
        match (diff.is_removed(from), diff.is_added(to)) {
            (true, _) => from += 1,
            (false, true) => to += 1,
            (false, false) => {
                places[from as usize] = Some(to as usize);
                (from, to) = (from + 1, to + 1);
            }
        }
    }
    restore(known, &parts, &places, found)
}

/// Puts known tokens in the place of the words that they show.
fn restore(
    known: &[Token],
    parts: &[Vec<Token>],
    places: &[Option<usize>],
    found: Vec<Token>,
) -> Vec<Token> {
    let mut kept: BTreeMap<usize, (usize, &Token)> = BTreeMap::new();
    let mut at = 0;
    for (token, part) in known.iter().zip(parts) {
        let own = &places[at..at + part.len()];
        at += part.len();
        let Some(Some(first)) = own.first().copied() else {
            continue;
        };
        let in_row = |(step, place): (usize, &Option<usize>)| *place == Some(first + step);
        if own.iter().enumerate().all(in_row) {
            kept.insert(first, (part.len(), token));
        }
    }
    let mut tokens = Vec::with_capacity(found.len());
    let mut place = 0;
    while let Some(token) = found.get(place) {
        if let Some((length, known)) = kept.get(&place) {
            let mut known = (*known).clone();
            known.marks.emphasis = token.marks.emphasis;
            tokens.push(known);
            place += length;
        } else {
            tokens.push(token.clone());
            place += 1;
        }
    }
    tokens
}
