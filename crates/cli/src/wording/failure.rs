//! Why a command failed, in words.

use sponsio_law::register::EntryError;

use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

/// Returns the lines that are printed of a failure; none where the reader has gone.
pub fn message(words: &Words, failure: &Failure) -> String {
    let sentence = match failure.kind {
        Kind::ReaderGone => return String::new(),
        Kind::Unwritten => say!(words, "failure-output", why = &failure.sentence),
        _ => failure.sentence.clone(),
    };
    let mut lines = if let Some(rule) = &failure.rule {
        say!(words, "failure-by-rule", sentence = sentence, rule = rule)
    } else {
        say!(words, "failure-line", sentence = sentence)
    };
    for hint in &failure.hints {
        lines.extend(["\n  ", hint]);
    }
    lines + "\n"
}

/// Returns why something cannot be entered into a register.
pub fn entry(words: &Words, error: &EntryError) -> String {
    match error {
        EntryError::Twice(id) => say!(words, "entry-twice", id = id),
        EntryError::NoSuchParticipant(id) => {
            say!(words, "not-found-participant", id = id.as_str())
        }
        EntryError::NoSuchTreaty(id) => say!(words, "not-found-treaty", id = id.as_str()),
        EntryError::Full => say!(words, "entry-full"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    #[test]
    fn a_failure_says_what_to_do() {
        let mut failure = Failure::new(Kind::Refused, "no").with_hint("try this");
        failure.rule = Some("VCLT art. 54".to_owned());
        let said = |language| message(&Words::new(language), &failure);
        assert_eq!(said(Language::En), "error: no [VCLT art. 54]\n  try this\n");
        assert_eq!(said(Language::Tr), "hata: no [VCLT art. 54]\n  try this\n");
    }

    #[test]
    fn what_cannot_be_entered_is_worded() {
        let words = Words::new(Language::En);
        let absent = sponsio_record::ParticipantId::new("ZZZ").expect("a code");
        let said = |error| entry(&words, &error);
        assert_eq!(
            said(EntryError::NoSuchParticipant(absent)),
            "There is no participant ZZZ in this register"
        );
        assert_eq!(
            said(EntryError::Twice("4-9".to_owned())),
            "the register already holds 4-9"
        );
        assert!(said(EntryError::Full).starts_with("the register is full"));
    }

    #[test]
    fn a_reader_that_has_gone_is_told_nothing() {
        let gone = std::io::Error::from(std::io::ErrorKind::BrokenPipe);
        assert_eq!(message(&Words::new(Language::En), &gone.into()), "");
        let full = std::io::Error::other("no room");
        let said = message(&Words::new(Language::Tr), &full.into());
        assert_eq!(said, "hata: çıktı yazılamıyor: no room\n");
    }
}
