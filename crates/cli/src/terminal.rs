//! What reaches a terminal. Registers, reports and bundles hold words of strangers, and a terminal
//! obeys what it is sent: a control character there is shown and never sent. Files and pipes get the
//! bytes as they are.

use std::io::{self, Write};

/// The longest sequence of ours that sets colors, in bytes.
const LONGEST_SEQUENCE: usize = 24;

/// Shows control characters, and characters that turn the direction of text, instead of sending them.
/// Only line ends, tabs and the sequences that set colors pass.
#[derive(Debug)]
pub struct Visible<W: Write> {
    to: W,
    /// The beginning of a character or of a sequence whose end was not written yet.
    held: Vec<u8>,
}

impl<W: Write> Visible<W> {
    /// Returns a writer that sends to this one.
    pub fn new(to: W) -> Self {
        Self {
            to,
            held: Vec::new(),
        }
    }

    /// Sends what is held as far as it is whole; all of it, if nothing comes after.
    fn send(&mut self, is_end: bool) -> io::Result<()> {
        let bytes = core::mem::take(&mut self.held);
        let mut shown = String::with_capacity(bytes.len());
        let mut rest: &[u8] = &bytes;
        while !rest.is_empty() {
            let (text, broken) = match core::str::from_utf8(rest) {
                Ok(text) => (text, None),
                Err(error) => {
                    let (valid, _) = rest.split_at(error.valid_up_to());
                    let text = core::str::from_utf8(valid).unwrap_or_default();
                    (text, Some(error.error_len()))
                }
            };
            let left = visible(text, &mut shown, is_end || broken.is_some());
            if left > 0 {
                self.held = rest[text.len() - left..].to_vec();
                break;
            }
            rest = &rest[text.len()..];
            match broken {
                None => {}
                Some(None) if !is_end => {
                    self.held = rest.to_vec();
                    break;
                }
                Some(length) => {
                    shown.push(char::REPLACEMENT_CHARACTER);
                    rest = &rest[length.unwrap_or(rest.len())..];
                }
            }
        }
        self.to.write_all(shown.as_bytes())
    }
}

impl<W: Write> Write for Visible<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        self.send(false)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

impl<W: Write> Drop for Visible<W> {
    fn drop(&mut self) {
        // If the end of the output cannot be shown, there is nobody to tell.
        drop(self.send(true).and_then(|()| self.to.flush()));
    }
}

/// Appends text as it may be shown, and returns how many bytes at its end may be the beginning of a
/// sequence that sets colors; none, if it is whole.
fn visible(text: &str, shown: &mut String, is_whole: bool) -> usize {
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if letter == '\u{1b}' {
            match color(rest) {
                Sequence::Whole(length) => {
                    let (sequence, behind) = rest.split_at(length);
                    shown.push_str(sequence);
                    rest = behind;
                    continue;
                }
                Sequence::Begun if !is_whole => return rest.len(),
                Sequence::Begun | Sequence::Other => {}
            }
        }
        shown.push(shape(letter));
        rest = &rest[letter.len_utf8()..];
    }
    0
}

/// What begins with an escape character.
enum Sequence {
    /// It sets colors, and is of this length.
    Whole(usize),
    /// It may become one that does.
    Begun,
    /// Something else.
    Other,
}

fn color(text: &str) -> Sequence {
    for (place, byte) in text.bytes().enumerate().skip(1) {
        let goes_on = match place {
            1 => byte == b'[',
            2..LONGEST_SEQUENCE if byte == b'm' => return Sequence::Whole(place + 1),
            2..LONGEST_SEQUENCE => byte.is_ascii_digit() || byte == b';',
            _ => false,
        };
        if !goes_on {
            return Sequence::Other;
        }
    }
    Sequence::Begun
}

/// The character that is shown for one.
fn shape(letter: char) -> char {
    let passes = matches!(letter, '\n' | '\t');
    match letter {
        '\u{7f}' => '\u{2421}',
        // The pictures of control characters stand in their order (Unicode, block Control Pictures).
        '\0'..='\u{1f}' if !passes => char::from_u32(0x2400 + u32::from(letter)).unwrap_or(' '),
        _ if !passes && letter.is_control() || turns(letter) => char::REPLACEMENT_CHARACTER,
        _ => letter,
    }
}

/// Whether a character turns the direction of the text behind it.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use proptest::prelude::*;

    use super::Visible;

    fn sent(pieces: &[&[u8]]) -> String {
        let mut to = Vec::new();
        let mut visible = Visible::new(&mut to);
        for piece in pieces {
            visible.write_all(piece).expect("memory takes every byte");
        }
        drop(visible);
        String::from_utf8(to).expect("what is sent is UTF-8")
    }

    #[test]
    fn words_colors_lines_and_tabs_pass() {
        let text = "\u{1b}[1;31mKuruluş\u{1b}[0m\tيوم\n";
        assert_eq!(sent(&[text.as_bytes()]), text);
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        let text = "a\u{1b}]0;title\u{7}b\u{1b}[2Jc\rd\u{8}\u{9b}31m\u{202e}e";
        assert_eq!(
            sent(&[text.as_bytes()]),
            "a\u{241b}]0;title\u{2407}b\u{241b}[2Jc\u{240d}d\u{2408}\u{fffd}31m\u{fffd}e"
        );
    }

    #[test]
    fn a_sequence_that_never_ends_is_shown() {
        assert_eq!(sent(&[b"\x1b[3", b"1"]), "\u{241b}[31");
        assert_eq!(
            sent(&[b"\x1b[0000000000000000000000000000000m"])
                .chars()
                .next(),
            Some('\u{241b}')
        );
        assert_eq!(sent(&[b"a\xc5"]), "a\u{fffd}");
        assert_eq!(sent(&[b"a\xffb\x1b[31m"]), "a\u{fffd}b\u{1b}[31m");
    }

    proptest! {
        /// Where the output is cut changes nothing, and no control character is sent.
        #[test]
        fn cuts_change_nothing(
            bytes in prop::collection::vec(prop_oneof![
                Just(0x1b_u8), Just(b'['), Just(b'm'), Just(b';'), b'0'..=b'9', Just(0xc5), Just(0x9f), any::<u8>(),
            ], 0..60),
            size in 1_usize..7,
        ) {
            let pieces: Vec<&[u8]> = bytes.chunks(size).collect();
            let cut = sent(&pieces);
            prop_assert_eq!(&cut, &sent(&[&bytes]));
            let mut rest = cut.as_str();
            while let Some(place) = rest.find(|letter: char| letter.is_control() && !matches!(letter, '\n' | '\t')) {
                rest = &rest[place..];
                let end = rest.find('m').expect("a sequence that sets colors ends in m");
                let is_color = rest.starts_with("\u{1b}[")
                    && rest[2..end].bytes().all(|byte| byte.is_ascii_digit() || byte == b';');
                prop_assert!(is_color);
                rest = &rest[end..];
            }
        }
    }
}
