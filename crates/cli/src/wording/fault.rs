//! What is wrong in a register folder in words: where, what, and what was expected.

use sponsio_record::NameError;

use crate::failure::{Failure, Kind};
use crate::folder::FolderError;
use crate::folder::fault::{Fault, Faults, Problem, Quotation};
use crate::wording::{Words, diagnostic, say};

/// Returns a fault with its place, as one line.
pub fn line(words: &Words, fault: &Fault) -> String {
    say!(
        words,
        "fault-line",
        place = fault.place.to_string(),
        what = sentence(words, fault),
        kind = fault.problem.kind(),
    )
}

/// Returns that further faults were counted and not kept, if any were.
pub fn more(words: &Words, faults: &Faults) -> Option<String> {
    let count = faults.left_out();
    (count > 0).then(|| say!(words, "fault-more", count = count))
}

/// Returns what is wrong, without its place.
pub fn sentence(words: &Words, fault: &Fault) -> String {
    let offending = &visible(&fault.words);
    let file = if fault.words.is_empty() {
        &fault.place.file
    } else {
        &fault.words
    };
    match &fault.problem {
        Problem::MissingFile => say!(words, "fault-missing-file", file = file),
        Problem::Unreadable(why) => say!(words, "fault-unreadable", file = file, why = why),
        Problem::PathOutside => say!(words, "fault-path-outside", words = offending),
        Problem::FileTooLarge(most) => {
            say!(words, "fault-file-too-large", file = file, most = *most)
        }
        Problem::TooManyTreaties(most) => say!(words, "fault-too-many-treaties", most = *most),
        Problem::NotUtf8(at) => say!(words, "fault-not-utf8", words = offending, at = *at),
        Problem::LineTooLong(most) => {
            say!(
                words,
                "fault-line-too-long",
                words = offending,
                most = *most
            )
        }
        Problem::FieldTooLong(most) => {
            say!(
                words,
                "fault-field-too-long",
                words = offending,
                most = *most
            )
        }
        Problem::TooManyRows(most) => say!(words, "fault-too-many-rows", most = *most),
        Problem::Quotation(quotation) => quoted(words, offending, *quotation),
        Problem::MissingColumn(name) => {
            say!(
                words,
                "fault-missing-column",
                words = offending,
                name = *name
            )
        }
        Problem::ColumnTwice => say!(words, "fault-column-twice", words = offending),
        Problem::UnknownColumn(..) => say!(words, "fault-unknown-column", words = offending),
        Problem::FieldCount { expected, found } => say!(
            words,
            "fault-field-count",
            words = offending,
            found = *found,
            expected = *expected
        ),
        Problem::EmptyField(name) => say!(words, "fault-empty-field", name = *name),
        _ => about_meaning(words, fault, offending),
    }
}

fn quoted(words: &Words, offending: &str, quotation: Quotation) -> String {
    match quotation {
        Quotation::Unclosed => say!(words, "fault-quotation-unclosed", words = offending),
        Quotation::Stray => say!(words, "fault-quotation-stray", words = offending),
        Quotation::AfterClose => say!(words, "fault-quotation-after", words = offending),
    }
}

/// What is wrong with what a field or a clause says. A problem with no other data than the words
/// has the key of its kind.
fn about_meaning(words: &Words, fault: &Fault, offending: &str) -> String {
    match &fault.problem {
        Problem::Identifier(NameError::Empty) => {
            say!(words, "fault-identifier-empty", words = offending)
        }
        Problem::Identifier(NameError::TooLong(length)) => say!(
            words,
            "fault-identifier-long",
            words = offending,
            length = *length
        ),
        Problem::Identifier(NameError::Character(at)) => say!(
            words,
            "fault-identifier-character",
            words = offending,
            at = *at
        ),
        Problem::NoSuchDay => say!(words, "fault-no-such-day", words = offending),
        Problem::Twice(line) => say!(words, "fault-twice", words = offending, line = *line),
        Problem::Overlap(line) => say!(words, "fault-overlap", words = offending, line = *line),
        Problem::TreatyName(name) => {
            say!(words, "fault-treaty-name", words = offending, name = name)
        }
        Problem::Clause(found) => say!(
            words,
            "fault-clause",
            code = found.code.as_str(),
            detail = diagnostic::detail(words, &found.detail)
        ),
        Problem::MissingOf => say!(words, "fault-missing-of"),
        Problem::UnknownTreaty(_, acts) => {
            let sentence = say!(words, "fault-unknown-treaty", words = offending);
            match acts {
                0 | 1 => sentence,
                acts => say!(words, "fault-with-acts", sentence = sentence, count = *acts),
            }
        }
        Problem::TreatyLeftOut(acts) => say!(
            words,
            "fault-treaty-left-out",
            words = offending,
            count = *acts
        ),
        other => say!(words, &format!("fault-{}", other.kind()), words = offending),
    }
}

/// Returns what was expected or may be done, if there is more to say than the fault itself.
pub fn hint(words: &Words, fault: &Fault) -> Option<String> {
    let meant = |meant: Option<&str>, otherwise: String| match meant {
        Some(meant) => say!(words, "hint-meant", meant = meant, otherwise = otherwise),
        None => otherwise,
    };
    Some(match &fault.problem {
        Problem::MissingFile => say!(words, "hint-missing-file"),
        Problem::PathOutside => say!(words, "hint-path-outside"),
        Problem::NotUtf8(_) => say!(words, "hint-not-utf8"),
        Problem::LineTooLong(_) | Problem::FieldTooLong(_) => say!(words, "hint-too-long"),
        Problem::Quotation(_) => say!(words, "hint-quotation"),
        Problem::UnknownColumn(near, known) => meant(
            *near,
            say!(words, "hint-known-columns", columns = known.join(", ")),
        ),
        Problem::FieldCount { .. } => say!(words, "hint-field-count"),
        Problem::KindOfParticipant(near) => meant(*near, say!(words, "hint-kind-of-participant")),
        Problem::Date | Problem::NoSuchDay => say!(words, "hint-date"),
        Problem::Number => say!(words, "hint-number"),
        Problem::UnknownParticipant(near) => {
            meant(near.as_deref(), say!(words, "hint-unknown-participant"))
        }
        Problem::UnknownTreaty(near, _) => meant(
            near.as_deref(),
            say!(words, "hint-unknown-treaty", words = &fault.words),
        ),
        Problem::UnknownAct => say!(words, "hint-unknown-act"),
        Problem::MissingOf => say!(words, "hint-missing-of"),
        Problem::TreatyName(_) => say!(words, "hint-treaty-name"),
        _ => return None,
    })
}

/// Returns why there is no register, as the failure of a command.
pub fn no_register(words: &Words, error: &FolderError) -> Failure {
    match error {
        FolderError::NotFound(path) => {
            let path = path.display().to_string();
            Failure::new(Kind::NotFound, say!(words, "folder-not-found", path = path))
                .with_hint(say!(words, "folder-hint"))
        }
        FolderError::Unusable(path, why) => {
            let (path, why) = (path.display().to_string(), why.to_string());
            let sentence = say!(words, "folder-unusable", path = path, why = why);
            Failure::new(Kind::Defect, sentence)
        }
        FolderError::NotAFolder(path) => {
            let path = path.display().to_string();
            Failure::new(Kind::Usage, say!(words, "folder-not-one", path = path))
                .with_hint(say!(words, "folder-hint"))
        }
        FolderError::NoRegister(path) => {
            let path = path.display().to_string();
            Failure::new(Kind::Defect, say!(words, "folder-empty", path = path))
                .with_hint(say!(words, "folder-hint"))
        }
        FolderError::Defective(path, faults) => {
            let path = path.display().to_string();
            let sentence = say!(words, "folder-defective", path = path);
            let mut failure = Failure::new(Kind::Defect, sentence);
            for fault in faults.kept() {
                let what = format!("{}: {}", fault.place, self::sentence(words, fault));
                failure.hints.push(what);
                let hint = hint(words, fault).map(|hint| format!("  {hint}"));
                failure.hints.extend(hint);
            }
            failure.hints.extend(more(words, faults));
            failure
        }
        FolderError::PathOutside(path) => {
            let sentence = say!(words, "folder-path-outside", path = path);
            Failure::new(Kind::Defect, sentence)
        }
    }
}

/// Words without control characters, so that they stay on one line.
fn visible(words: &str) -> String {
    let shown = |letter: char| match letter {
        letter if letter.is_control() => letter.escape_default().to_string(),
        letter => letter.to_string(),
    };
    words.chars().map(shown).collect()
}
