//! The instrument itself as a file: taken in by the form of the desk, examined by whoever is lent for that,
//! and given out to those entitled from a path that reads no cookie, as a file that opens nothing.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};

use axum::extract::Request;
use axum::http::header;
use multer::{Constraints, Multipart, SizeLimit};
use serde_json::{Value, json};
use sponsio_depositary::accounts::{Ceremony, Instrument};
use sponsio_depositary::mandate::rights::Deed;
use sponsio_record::Digest;

use super::At;
use super::door::Call;
use super::entry::Fault;
use super::fields::Fields;
use super::reply::{Reply, Stop};
use super::sign_in::hex;
use crate::locale::say;
use crate::problem::Problem;

/// The most bytes of an instrument: 50 MB.
pub(super) const LARGEST: u64 = 50_000_000;

/// The most bytes of all other fields together.
const FIELDS_MAX: u64 = 1 << 20;

/// What an examination finds. These are facts; whether an instrument is in due form, officers decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// The version of the format, as `1.7`.
    pub version: String,
    /// How many pages there are.
    pub pages: u64,
    /// Whether it is encrypted, so that not everything in it could be looked at.
    pub encrypted: bool,
    /// Whether it holds scripts, or actions that a reader performs by itself.
    pub scripts: bool,
    /// Whether files are attached in it.
    pub attachments: bool,
    /// How many signature fields are filled.
    pub signatures: u64,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unexamined {
    /// It is no PDF, by its content.
    NoPdf,
    /// It is something else besides.
    Polyglot,
    /// It cannot be read as PDF.
    Broken,
    /// Examining it takes more time or memory than is given.
    TooMuch,
    /// It could not be examined for reasons of this machine.
    Unavailable,
}

impl Unexamined {
    /// Returns the stable label.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NoPdf => "no-pdf",
            Self::Polyglot => "polyglot",
            Self::Broken => "broken",
            Self::TooMuch => "too-much",
            Self::Unavailable => "unavailable",
        }
    }

    /// Returns the one of this label.
    pub fn from_label(label: &str) -> Option<Self> {
        let all = [
            Self::NoPdf,
            Self::Polyglot,
            Self::Broken,
            Self::TooMuch,
            Self::Unavailable,
        ];
        all.into_iter().find(|one| one.label() == label)
    }

    const fn key(self) -> &'static str {
        match self {
            Self::NoPdf => "fault-no-pdf",
            Self::Polyglot => "fault-polyglot",
            Self::Broken => "fault-broken",
            Self::TooMuch => "fault-too-much",
            Self::Unavailable => "fault-unexamined",
        }
    }
}

/// Examines files, in a process of its own that can reach nothing.
pub trait Examiner: Send + Sync + 'static {
    /// Examines a file, read from its beginning.
    fn examine(&self, file: &File) -> Result<Examined, Unexamined>;
}

/// A file that came with a form; it has no name on this machine.
pub(super) struct Given {
    name: String,
    file: File,
    size: u64,
}

impl Call {
    /// Reads a form with a file.
    pub(super) async fn read_with_file(
        request: Request,
        boundary: String,
    ) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let limits = SizeLimit::new()
            .whole_stream(LARGEST + FIELDS_MAX)
            .per_field(LARGEST);
        let limits = Constraints::new().size_limit(limits);
        let stream = body.into_data_stream();
        let mut multipart = Multipart::with_constraints(stream, boundary, limits);
        let (mut pairs, mut given, mut room) = (Vec::new(), None, FIELDS_MAX);
        while let Some(mut field) = multipart
            .next_field()
            .await
            .map_err(|error| unread(&error))?
        {
            let name = field.name().unwrap_or_default().to_owned();
            if let Some(file) = field.file_name() {
                let file = shown(file);
                let taken = taken(&mut field, file).await?;
                given = Some(taken).filter(|taken| taken.size > 0).or(given);
                continue;
            }
            let mut bytes = Vec::new();
            while let Some(chunk) = field.chunk().await.map_err(|error| unread(&error))? {
                let length = u64::try_from(chunk.len()).unwrap_or(u64::MAX);
                room = room.checked_sub(length).ok_or(Problem::TooLarge)?;
                bytes.extend_from_slice(&chunk);
            }
            pairs.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
        Ok(Self::of_form(parts, Fields::of_pairs(pairs), given))
    }
}

/// Why a form with a file cannot be read.
const fn unread(error: &multer::Error) -> Problem {
    match error {
        multer::Error::FieldSizeExceeded { .. } | multer::Error::StreamSizeExceeded { .. } => {
            Problem::TooLarge
        }
        _ => Problem::Form,
    }
}

/// Writes what comes into a file without a name, as it comes.
async fn taken(field: &mut multer::Field<'_>, name: String) -> Result<Given, Problem> {
    let mut file = tempfile::tempfile().map_err(|_| Problem::Unavailable)?;
    let mut size = 0;
    while let Some(chunk) = field.chunk().await.map_err(|error| unread(&error))? {
        file.write_all(&chunk).map_err(|_| Problem::Unavailable)?;
        size += u64::try_from(chunk.len()).unwrap_or(u64::MAX);
    }
    Ok(Given { name, file, size })
}

/// Returns where the parts of a form begin, if it is one with files.
pub(super) fn boundary(request: &Request) -> Option<String> {
    let media = request.headers().get(header::CONTENT_TYPE)?;
    multer::parse_boundary(media.to_str().ok()?).ok()
}

/// Returns the name of a file as it may be shown: its last part, without what steers text.
fn shown(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |mark: &char| {
        let steers = matches!(*mark, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        !mark.is_control() && !steers
    };
    last.chars().filter(plain).take(100).collect()
}

impl At<'_> {
    /// Examines the file that came with a form, if one did.
    pub(super) fn handed_in(&self) -> Result<Option<Instrument>, Fault> {
        let unexamined = Fault("instrument", Unexamined::Unavailable.key());
        let Some(given) = &self.call.given else {
            return Ok(None);
        };
        let examiner = self.desk.examiner.as_ref().ok_or(unexamined)?;
        let found = examiner.examine(&given.file);
        let found = found.map_err(|why| Fault("instrument", why.key()))?;
        let mut file = &given.file;
        let mut bytes = Vec::new();
        let read = file
            .seek(SeekFrom::Start(0))
            .and_then(|_| file.read_to_end(&mut bytes));
        read.map_err(|_| unexamined)?;
        Ok(Some(Instrument {
            name: given.name.clone(),
            found: written(&found).to_string(),
            bytes,
        }))
    }

    /// Returns what is said of an instrument: facts, each for itself.
    pub(super) fn found(&self, instrument: &Instrument) -> Vec<(String, String)> {
        let words = self.words();
        let found: Value = serde_json::from_str(&instrument.found).unwrap_or_default();
        let yes_or_no = |member: &str| {
            let key = if found[member] == true {
                "pdf-yes"
            } else {
                "pdf-no"
            };
            say!(words, key)
        };
        let number = |member: &str| found[member].as_u64().unwrap_or_default().to_string();
        let size = u64::try_from(instrument.bytes.len()).unwrap_or(u64::MAX);
        vec![
            (say!(words, "pdf-name"), instrument.name.clone()),
            (say!(words, "pdf-size"), super::view::count(size)),
            (
                say!(words, "ask-digest"),
                Digest::of(&instrument.bytes).to_string(),
            ),
            (
                say!(words, "pdf-version"),
                found["version"].as_str().unwrap_or_default().to_owned(),
            ),
            (say!(words, "pdf-pages"), number("pages")),
            (say!(words, "pdf-signatures"), number("signatures")),
            (say!(words, "pdf-encrypted"), yes_or_no("encrypted")),
            (say!(words, "pdf-scripts"), yes_or_no("scripts")),
            (say!(words, "pdf-attachments"), yes_or_no("attachments")),
        ]
    }

    /// Leads to a file by a path that works once and for minutes, and reads no cookie.
    pub(super) fn ask_for_instrument(&self, id: &str) -> Result<Reply, Stop> {
        let visitor = self.signed_in()?;
        let motion = self.motion(id)?;
        self.allow(&visitor, Deed::ReadInbox, &motion.object())?;
        let secret = hex(&self.secret::<32>()?);
        let ceremony = Ceremony {
            officer: visitor.account.holder.officer,
            purpose: "instrument".to_owned(),
            state: motion.id,
        };
        let kept = Digest::of(secret.as_bytes());
        self.accounts().begin(&kept, &ceremony, self.now)?;
        Ok(Reply::to(format!("/document/{secret}")))
    }

    /// Gives out a file.
    pub(super) fn instrument(&self, secret: &str) -> Result<Reply, Stop> {
        let kept = Digest::of(secret.as_bytes());
        let ceremony = self.accounts().take(&kept, self.now)?;
        let ceremony = ceremony.filter(|one| one.purpose == "instrument");
        let id = ceremony.ok_or(Stop::Expired)?.state;
        let instrument = self.accounts().instrument(&id)?.ok_or(Stop::NotFound)?;
        let digest = Digest::of(&instrument.bytes).to_string();
        let name = format!("instrument-{}.pdf", digest.get(..16).unwrap_or_default());
        Ok(Reply::file(name, instrument.bytes))
    }
}

fn written(examined: &Examined) -> Value {
    json!({
        "version": examined.version,
        "pages": examined.pages,
        "encrypted": examined.encrypted,
        "scripts": examined.scripts,
        "attachments": examined.attachments,
        "signatures": examined.signatures,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_and_leads_nowhere() {
        for (given, expected) in [
            ("letter.pdf", "letter.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\temp\\a.pdf", "a.pdf"),
            ("a\u{202e}fdp.exe", "afdp.exe"),
            ("a\0b\r\nc", "abc"),
            ("/", ""),
        ] {
            assert_eq!(shown(given), expected);
        }
        assert_eq!(shown(&"x".repeat(500)).len(), 100);
    }
}
