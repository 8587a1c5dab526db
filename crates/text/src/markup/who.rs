//! Whose a reading is: the codes before its colon, with the position of each.

use crate::body::{Position, Stance};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::ops::Range;
use sponsio_record::ParticipantId;

/// What stands before the colon of a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Who {
    /// Whether it is marked as that of the base.
    pub(crate) is_base: bool,
    /// The delegations in their order; none for a base without keepers, one without code for `?`.
    pub(crate) stances: Vec<Stance>,
    /// Where each code stands.
    pub(crate) places: Vec<Range<usize>>,
}

/// Whether a word has the form of a delegation's code: three capitals of ISO 3166-1, `X-…`, or a code
/// of a register with a digit in it; or the conference has it.
pub(crate) fn is_code(word: &str, known: Option<&BTreeSet<ParticipantId>>) -> bool {
    let in_list = || {
        let id = ParticipantId::new(word).ok();
        id.is_some_and(|id| known.is_some_and(|known| known.contains(&id)))
    };
    let is_letter = |byte: u8| byte.is_ascii_uppercase();
    let fits = |byte: u8| is_letter(byte) || byte.is_ascii_digit() || byte == b'-';
    let bytes = word.as_bytes();
    let is_state = bytes.len() == 3 && bytes.iter().all(|byte| is_letter(*byte));
    let is_other = word.len() > 2 && word.starts_with("X-") && bytes.iter().all(|byte| fits(*byte));
    let has_digit = bytes.len() > 1
        && bytes.first().is_some_and(|first| is_letter(*first))
        && bytes.iter().all(|byte| fits(*byte))
        && bytes.iter().any(u8::is_ascii_digit);
    word.len() <= 64 && (is_state || is_other || has_digit) || in_list()
}

/// Whether a word is the code of a delegation by its form alone: three capitals (ISO 3166-1), `X-…`, or
/// the code of a register with a digit in it.
pub fn is_delegation(word: &str) -> bool {
    is_code(word, None)
}

/// Reads what stands from one byte to another as delegations; nothing if it is none.
pub(crate) fn who(
    source: &str,
    range: Range<usize>,
    known: Option<&BTreeSet<ParticipantId>>,
) -> Option<Who> {
    let text = source.get(range.clone())?;
    let trimmed = text.trim();
    let start = range.start + (text.len() - text.trim_start().len());
    let mut who = Who {
        is_base: false,
        stances: Vec::new(),
        places: Vec::new(),
    };
    if trimmed == "?" {
        who.stances.push(Stance {
            delegation: None,
            position: Position::Support,
        });
        who.places.push(start..start + 1);
        return Some(who);
    }
    let mut at = start;
    let mut rest = trimmed;
    if let Some(after) = trimmed.strip_prefix('=') {
        who.is_base = true;
        if after.trim().is_empty() {
            return Some(who);
        }
        (at, rest) = (start + 1, after);
    }
    let mut has_proposer = who.is_base;
    for piece in rest.split(',') {
        let code = piece.trim();
        let begins = at + (piece.len() - piece.trim_start().len());
        at += piece.len() + 1;
        let (bare, position) = marked(code);
        if !is_code(bare, known) {
            return None;
        }
        let position = match position {
            // The first that is named without a mark proposes; who keeps the base supports it.
            None if !has_proposer => {
                has_proposer = true;
                Position::Propose
            }
            None => Position::Support,
            Some(position) => position,
        };
        let delegation = Some(ParticipantId::new(bare).ok()?);
        who.stances.push(Stance {
            delegation,
            position,
        });
        who.places.push(begins..begins + bare.len());
    }
    Some(who)
}

/// Parts a code from the mark of its position.
fn marked(code: &str) -> (&str, Option<Position>) {
    let marks = [
        ('~', Position::CanAccept),
        ('!', Position::Reserve),
        ('^', Position::Oppose),
    ];
    marks
        .into_iter()
        .find_map(|(mark, position)| Some((code.strip_suffix(mark)?, Some(position))))
        .unwrap_or((code, None))
}

/// Returns the mark of a position.
pub(crate) const fn mark(position: Position) -> &'static str {
    match position {
        Position::Propose | Position::Support => "",
        Position::CanAccept => "~",
        Position::Reserve => "!",
        Position::Oppose => "^",
    }
}

/// Whether a character can stand before the colon of a reading.
pub(crate) const fn can_name(character: char) -> bool {
    matches!(
        character,
        'A'..='Z' | '0'..='9' | '-' | ',' | ' ' | '\n' | '\r' | '\t' | '~' | '!' | '^' | '=' | '?'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    fn read(text: &str) -> Option<Vec<(String, Position)>> {
        let who = who(text, 0..text.len(), None)?;
        let shown = |stance: &Stance| {
            let code = stance
                .delegation
                .as_ref()
                .map_or("?", ParticipantId::as_str);
            (code.into(), stance.position)
        };
        Some(who.stances.iter().map(shown).collect())
    }

    #[test]
    fn the_first_without_a_mark_proposes() {
        let read = read("X-EU, CHE~, NOR!, TUR, USA^").unwrap();
        let positions: Vec<Position> = read.iter().map(|(_, position)| *position).collect();
        assert_eq!(
            positions,
            [
                Position::Propose,
                Position::CanAccept,
                Position::Reserve,
                Position::Support,
                Position::Oppose
            ]
        );
    }

    #[test]
    fn a_base_has_keepers_or_none() {
        assert_eq!(read("="), Some(Vec::new()));
        assert_eq!(read("= NOR").unwrap()[0].1, Position::Support);
        assert_eq!(read("?").unwrap()[0].0, "?");
        for none in ["", "usa", "USA,", "US", "NOTE", "X-", "=?", "USA JPN"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn places_are_those_of_the_codes() {
        let text = "[ USA,  JPN~: x";
        let who = who(text, 1..text.len() - 3, None).unwrap();
        let codes: Vec<&str> = who
            .places
            .iter()
            .map(|place| &text[place.clone()])
            .collect();
        assert_eq!(codes, ["USA", "JPN"]);
    }
}
