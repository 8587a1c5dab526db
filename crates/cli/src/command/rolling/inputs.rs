//! The files: a base, and the version of each delegation, in the form that its name says.

mod delegation;
mod document;
mod text;
mod version;

use alloc::collections::BTreeMap;
use std::path::PathBuf;

use sponsio_record::{Instant, ParticipantId};
use sponsio_text::{Expression, Stand, StandFault};

use crate::command::rolling::RollingArgs;
use crate::command::text::source::{Source, written};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

use self::delegation::named;
use self::text::{base_text, refuse_brackets};
use self::version::version;

/// What was read.
pub(super) struct Inputs {
    /// The base.
    pub(super) base: Expression,
    /// What each delegation stands on.
    pub(super) stands: Vec<Stand>,
    /// The date of tracked changes.
    pub(super) date: Instant,
    files: BTreeMap<ParticipantId, String>,
}

impl Inputs {
    /// Reads all files; what is remarkable goes to the messages.
    pub(super) fn read(
        args: &RollingArgs,
        words: &Words,
        console: &mut Console<'_>,
    ) -> Result<Self, Failure> {
        let base = Source::read(words, &args.base)?;
        let text = base_text(words, &base, args.language.as_ref(), console)?;
        refuse_brackets(words, &base.name, &text)?;
        let base_text = text.expression;
        let mut files: BTreeMap<ParticipantId, (String, PathBuf)> = BTreeMap::new();
        for version in &args.versions {
            let (code, path) = named(words, version)?;
            let name = path.display().to_string();
            if let Some((other, _)) = files.get(&code) {
                let sentence = say!(
                    words,
                    "rolling-twice",
                    code = code.as_str(),
                    first = other,
                    second = &name
                );
                return Err(Failure::new(Kind::Usage, sentence));
            }
            files.insert(code, (name, path));
        }
        let paths = core::iter::once(&args.base).chain(files.values().map(|(_, path)| path));
        let newest = paths.filter_map(|path| written(path)).max();
        let date = args.date.or(newest).unwrap_or(Instant::MIN);
        let mut stands = Vec::new();
        for (code, (_, path)) in &files {
            let source = Source::read(words, path)?;
            let provisions = version(words, &source, &base_text, code, console)?;
            stands.push(Stand::of(code.clone(), &base_text, &provisions, date, None));
        }
        let files = files.into_iter().map(|(code, (name, _))| (code, name));
        Ok(Self {
            base: base_text,
            stands,
            date,
            files: files.collect(),
        })
    }

    /// Why the versions do not fit the base.
    pub(super) fn refusal(&self, words: &Words, faults: &[StandFault]) -> Failure {
        let mut failure = Failure::new(
            Kind::Refused,
            say!(words, "rolling-misfit", count = faults.len()),
        );
        for fault in faults.iter().take(20) {
            let file = self.files.get(&fault.delegation);
            let file = file.map_or("", String::as_str);
            failure = failure.with_hint(format!("{file}: {fault}"));
        }
        failure
    }
}
