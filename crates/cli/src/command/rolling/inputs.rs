//! The files: a base, and the version of each delegation, in the form that its name says.

mod akoma_ntoso;
pub(in crate::command) mod content;
mod delegation;
mod document;
mod text;
mod version;

use alloc::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sponsio_record::{Instant, ParticipantId};
use sponsio_text::{Expression, Language, Provision, Stand, StandFault};

use crate::command::rolling::RollingArgs;
use crate::command::text::source::{Source, refuse_as_output, written};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

use self::delegation::named;
use self::text::{base_text, refuse_brackets};
use self::version::version;

/// Reads a base that is no file of the source form: a Word document without tracked changes, or Akoma
/// Ntoso.
pub(in crate::command) fn base(
    words: &Words,
    source: &Source,
    console: &mut Console<'_>,
) -> Result<Expression, Failure> {
    let language = source.language();
    Ok(base_text(words, source, language.as_ref(), console)?.expression)
}

/// Reads the version of one delegation on a base; what is remarkable goes to the messages.
pub(in crate::command) fn whole(
    words: &Words,
    source: &Source,
    base: (&str, &Expression),
    code: &ParticipantId,
    console: &mut Console<'_>,
) -> Result<Vec<Provision>, Failure> {
    version(words, source, base, code, console)
}

/// What was read.
pub(in crate::command) struct Inputs {
    /// The base.
    pub(in crate::command) base: Expression,
    /// What each delegation stands on.
    pub(in crate::command) stands: Vec<Stand>,
    /// The date of tracked changes.
    pub(in crate::command) date: Instant,
    files: BTreeMap<ParticipantId, String>,
    /// All files that were read.
    paths: Vec<PathBuf>,
}

impl Inputs {
    /// Reads all files; what is remarkable goes to the messages.
    pub(super) fn read(
        args: &RollingArgs,
        words: &Words,
        console: &mut Console<'_>,
    ) -> Result<Self, Failure> {
        let language = args.language.as_ref();
        Self::of(
            words,
            &args.base,
            &args.versions,
            language,
            args.date,
            console,
        )
    }

    /// Reads a base and the version of each delegation, `CODE=FILE` or a file that has its code as name.
    pub(in crate::command) fn of(
        words: &Words,
        path: &Path,
        versions: &[String],
        language: Option<&Language>,
        date: Option<Instant>,
        console: &mut Console<'_>,
    ) -> Result<Self, Failure> {
        let base = Source::read(words, path)?;
        let text = base_text(words, &base, language, console)?;
        refuse_brackets(words, &base.name, &text)?;
        let base_text = text.expression;
        let mut files: BTreeMap<ParticipantId, (String, PathBuf)> = BTreeMap::new();
        for version in versions {
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
        let paths = core::iter::once(path).chain(files.values().map(|(_, path)| path.as_path()));
        let newest = paths.filter_map(written).max();
        let date = date.or(newest).unwrap_or(Instant::MIN);
        let mut stands = Vec::new();
        for (code, (_, path)) in &files {
            let source = Source::read(words, path)?;
            let provisions = version(words, &source, (&base.name, &base_text), code, console)?;
            stands.push(Stand::of(code.clone(), &base_text, &provisions, date, None));
        }
        let paths = files.values().map(|(_, path)| path.clone());
        let paths = core::iter::once(path.to_owned()).chain(paths).collect();
        let files = files.into_iter().map(|(code, (name, _))| (code, name));
        Ok(Self {
            base: base_text,
            stands,
            date,
            files: files.collect(),
            paths,
        })
    }

    /// Refuses a file to write that is one of those read, under whatever name.
    pub(in crate::command) fn refuse_as_output(
        &self,
        words: &Words,
        out: &Path,
    ) -> Result<(), Failure> {
        refuse_as_output(words, out, self.paths.iter().map(PathBuf::as_path))
    }

    /// Why the versions do not fit the base.
    pub(in crate::command) fn refusal(&self, words: &Words, faults: &[StandFault]) -> Failure {
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
