//! What the commands of the desk share on the command line. Doc comments are the help text.

use alloc::sync::Arc;
use std::fs;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use sponsio_depositary::store::Document;
use sponsio_depositary::{DeskError, RecordAct, State};
use sponsio_law::act::ActKind;
use sponsio_law::calendar::Date;
use sponsio_ledger::entry::Visibility;
use sponsio_ledger::note::SigningKey;
use sponsio_record::{ActId, Instant};

use crate::args::{KeyArg, RegisterArg};
use crate::command::question::{self, day};
use crate::failure::{Failure, Kind};
use crate::place::clock::instant;
use crate::place::key::passphrase::Source;
use crate::place::{PlaceError, key};
use crate::wording::{Words, place, say};

/// What all commands share that record.
#[derive(Debug, Clone, Args)]
pub struct DeskArgs {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// The key of the log
    #[command(flatten)]
    pub key: KeyArg,
    /// Mark of the act, 32 hexadecimal digits; a repetition with the same mark gets the first answer
    #[arg(long, value_name = "HEX", value_parser = mark)]
    pub id: Option<ActId>,
    /// Instant by which it is received; in an exercise only
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,
    /// Level to wait for before the answer
    #[arg(long, value_enum, default_value_t, value_name = "LEVEL")]
    pub wait: Level,
    /// Show what the law remarks and what would change; write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// How far an act has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Level {
    /// Durable in the database.
    #[default]
    Recorded,
    /// In a signed checkpoint.
    Published,
    /// Cosigned by the witnesses that the policy asks for.
    Witnessed,
}

impl Level {
    /// Returns the stable word of the level.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Published => "published",
            Self::Witnessed => "witnessed",
        }
    }
}

/// An act to a treaty.
#[derive(Debug, Clone, Args)]
pub struct ActArgs {
    /// The treaty, by its identifier in the register
    pub treaty: String,
    /// Whose act it is, by code or name
    pub participant: String,
    /// Legal date: of signature, of deposit, of receipt of a notice; otherwise the day of receipt
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub at: Option<Date>,
    /// Day of effect that the act itself names
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub effect: Option<Date>,
    /// Where the fact comes from
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub source: String,
    /// What else is said, verbatim
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub note: String,
    /// Instrument or letter, with its language: instrument.pdf:fr
    #[arg(long, value_name = "FILE[:LANG]")]
    pub document: Vec<String>,
    /// Sign the act with this key of its party; in an exercise only. A test, without legal effect
    #[arg(long, value_name = "FILE")]
    pub signed_by: Vec<PathBuf>,
    /// Who may read the act
    #[arg(long, value_enum, default_value_t, value_name = "WHO")]
    pub visibility: VisibilityArg,
}

/// Who may read an act.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum VisibilityArg {
    /// Everybody.
    #[default]
    Public,
    /// The parties; the log shows only that something was recorded, and when.
    Parties,
    /// Nobody but the depositary, and not even who acts is shown.
    Sealed,
}

impl From<VisibilityArg> for Visibility {
    fn from(arg: VisibilityArg) -> Self {
        match arg {
            VisibilityArg::Public => Self::Public,
            VisibilityArg::Parties => Self::Parties,
            VisibilityArg::Sealed => Self::Sealed,
        }
    }
}

impl ActArgs {
    /// Returns the act that these words ask for; treaty and participant are looked for in the
    /// register.
    pub fn act(&self, words: &Words, state: &State, kind: ActKind) -> Result<RecordAct, Failure> {
        let register = &state.register;
        let treaty = question::treaty(words, register, &self.treaty)?;
        let party = question::participant(words, register, &self.participant)?;
        let documents = self.document.iter();
        let documents = documents.map(|given| document(words, given));
        Ok(RecordAct {
            done: self.at,
            effect: self.effect,
            source: self.source.clone(),
            note: self.note.clone(),
            documents: documents.collect::<Result<_, _>>()?,
            visibility: self.visibility.into(),
            signers: self.signers(words, state, register.participant(party).id.as_str())?,
            ..RecordAct::new(
                kind,
                register.treaty(treaty).id.clone(),
                register.participant(party).id.clone(),
            )
        })
    }
}

impl ActArgs {
    /// Reads the keys of the party. Who holds a bare key is known to nobody else: outside an exercise it
    /// signs nothing.
    fn signers(
        &self,
        words: &Words,
        state: &State,
        party: &str,
    ) -> Result<Vec<Arc<SigningKey>>, Failure> {
        if !self.signed_by.is_empty() {
            let admitted = state.admits_bare_keys().map_err(DeskError::from);
            admitted.map_err(|error| place::desk(words, &state.register, &error))?;
        }
        let said = |error: PlaceError| place::failure(words, &error);
        let read = |path: &PathBuf| {
            let passphrase = Source {
                file: None,
                prompts: None,
            };
            let secrets = key::read(path, &passphrase).map_err(said)?;
            let no_key = || said(PlaceError::Key(path.clone()));
            let [secret] = &secrets[..] else {
                return Err(no_key());
            };
            let key = SigningKey::log(party, secret).map_err(|_| no_key())?;
            Ok(Arc::new(key))
        };
        self.signed_by.iter().map(read).collect()
    }
}

/// Reads a document that is given as a file, with its language behind a colon.
pub fn document(words: &Words, given: &str) -> Result<(Document, Option<String>), Failure> {
    let (path, language) = match given.rsplit_once(':') {
        Some((path, language)) if is_language(language) => (path, Some(language.to_owned())),
        _ => (given, None),
    };
    let path = PathBuf::from(path);
    let bytes = read(words, &path)?;
    let media = match path.extension().and_then(|end| end.to_str()) {
        Some("pdf") => "application/pdf",
        Some("txt" | "treaty") => "text/plain;charset=utf-8",
        Some("json") => "application/json",
        Some("xml") => "application/xml",
        _ => "application/octet-stream",
    };
    Ok((Document::of(media, bytes), language))
}

/// Reads a file, or says that it is not there.
pub fn read(words: &Words, path: &std::path::Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| {
        let kind = match error.kind() {
            std::io::ErrorKind::NotFound => Kind::NotFound,
            _ => Kind::Defect,
        };
        let (file, why) = (path.display().to_string(), error.to_string());
        Failure::new(kind, say!(words, "text-unreadable", file = file, why = why))
    })
}

/// Reads a file as text.
pub fn read_text(words: &Words, path: &std::path::Path) -> Result<String, Failure> {
    String::from_utf8(read(words, path)?).map_err(|_| {
        let path = path.display().to_string();
        Failure::new(Kind::Usage, say!(words, "desk-no-text", path = path))
    })
}

fn is_language(word: &str) -> bool {
    let letters = word
        .bytes()
        .all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    (2..=11).contains(&word.len()) && letters
}

fn mark(text: &str) -> Result<ActId, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is no mark; it has 32 hexadecimal digits in lower case"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Language;

    #[test]
    fn a_file_that_is_not_there_cannot_be_read() {
        let path = std::path::Path::new("/nowhere/at-all");
        for (language, part) in [
            (Language::En, "cannot be read"),
            (Language::Tr, "okunamıyor"),
        ] {
            let failure = read(&Words::new(language), path).unwrap_err();
            assert_eq!(failure.kind, Kind::NotFound);
            assert!(failure.sentence.contains(part), "{}", failure.sentence);
        }
    }
}
