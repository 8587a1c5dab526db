//! Who stands where, in one attribute: codes in order, each with the sign of its position.

use crate::body::{Position, Stance};
use alloc::string::String;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// Stands for delegations that are not known or not shown.
const UNKNOWN: &str = "?";

/// The sign behind a code. One that supports is told from the one that proposes.
fn sign(position: Position) -> &'static str {
    match position {
        Position::Propose => "",
        Position::Support => "+",
        Position::CanAccept => "~",
        Position::Reserve => "!",
        Position::Oppose => "^",
    }
}

/// Writes stances: `USA JPN+ NOR!`.
pub(super) fn print(stances: &[Stance]) -> String {
    let one = |stance: &Stance| {
        let code = stance
            .delegation
            .as_ref()
            .map_or(UNKNOWN, ParticipantId::as_str);
        alloc::format!("{code}{}", sign(stance.position))
    };
    stances.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Reads stances; what is none is left out.
pub(super) fn parse(text: &str) -> Vec<Stance> {
    let one = |word: &str| {
        let (code, position) = match word.as_bytes().last()? {
            b'+' => (&word[..word.len() - 1], Position::Support),
            b'~' => (&word[..word.len() - 1], Position::CanAccept),
            b'!' => (&word[..word.len() - 1], Position::Reserve),
            b'^' => (&word[..word.len() - 1], Position::Oppose),
            _ => (word, Position::Propose),
        };
        let delegation = match code {
            UNKNOWN => None,
            known => Some(ParticipantId::new(known).ok()?),
        };
        Some(Stance {
            delegation,
            position,
        })
    };
    text.split(' ').filter_map(one).collect()
}

/// Writes codes.
pub(super) fn print_codes(codes: &[ParticipantId]) -> String {
    codes
        .iter()
        .map(ParticipantId::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Reads codes.
pub(super) fn parse_codes(text: &str) -> Vec<ParticipantId> {
    text.split(' ')
        .filter_map(|code| ParticipantId::new(code).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stances_are_read_as_written() {
        let text = "USA JPN+ NOR! CHE~ X-EU^ ? ?+";
        assert_eq!(print(&parse(text)), text);
        assert_eq!(parse("usa").len(), 0);
        assert_eq!(parse(""), []);
    }
}
