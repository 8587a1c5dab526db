//! The files: a base, and the version of each delegation, in the form that its name says.

use alloc::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use sponsio_record::{Digest, Instant, ParticipantId};
use sponsio_text::markup::{Parsed, docx};
use sponsio_text::{
    Expression, IdsOfDigest, Language, Matched, Provision, ProvisionId, Stand, StandFault, matched,
};

use crate::command::rolling::RollingArgs;
use crate::command::text::report::{findings, is_error};
use crate::command::text::source::Source;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

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

/// A text as a file has it.
struct Text {
    expression: Expression,
    /// The ids that the file does not bring along.
    given: BTreeSet<ProvisionId>,
    /// The line on which each provision begins, where there are lines.
    lines: BTreeMap<ProvisionId, u32>,
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
        let newest = newest(core::iter::once(&args.base).chain(files.values().map(|own| &own.1)));
        let date = args.date.unwrap_or(newest);
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

/// Parts `CODE=FILE`; else the name of the file up to its first full stop is the code.
fn named(words: &Words, version: &str) -> Result<(ParticipantId, PathBuf), Failure> {
    let (code, file) = match version.split_once('=') {
        Some((code, file)) if ParticipantId::new(code).is_ok() => (code.to_owned(), file),
        _ => {
            let name = Path::new(version).file_name();
            let name = name.and_then(|name| name.to_str()).unwrap_or_default();
            let stem = name.split('.').next().unwrap_or_default();
            (stem.to_owned(), version)
        }
    };
    let known =
        ParticipantId::new(&code).map_err(|_| {
            Failure::new(Kind::Usage, say!(words, "rolling-no-code", file = version))
                .with_hint(say!(words, "rolling-no-code-hint", file = file))
        })?;
    Ok((known, PathBuf::from(file)))
}

/// When the newest of these files was written.
fn newest<'a>(files: impl Iterator<Item = &'a PathBuf>) -> Instant {
    let seconds = files.filter_map(|path| {
        let written = path.metadata().ok()?.modified().ok()?;
        let since = written.duration_since(std::time::UNIX_EPOCH).ok()?;
        i64::try_from(since.as_secs()).ok()
    });
    let newest = seconds.max().and_then(Instant::from_seconds);
    newest
        .or(Instant::from_seconds(0))
        .unwrap_or_else(|| unreachable!("the epoch is an instant"))
}

fn is_document(path: &Path) -> bool {
    path.extension()
        .is_some_and(|name| name.eq_ignore_ascii_case("docx"))
}

fn is_treaty(path: &Path) -> bool {
    path.extension()
        .is_some_and(|name| name.eq_ignore_ascii_case("treaty"))
}

/// Reads a base: a new kind of file is one more line here and in [`version`].
fn base_text(
    words: &Words,
    source: &Source,
    language: Option<&Language>,
    console: &mut Console<'_>,
) -> Result<Text, Failure> {
    if !is_document(source.path()) {
        return prose(words, source, language, console);
    }
    let document = document(words, source)?;
    let mut ids = IdsOfDigest::new(Digest::of(&source.bytes));
    let english = || Language::new("en").ok();
    let language = language
        .cloned()
        .or_else(english)
        .unwrap_or_else(|| unreachable!("English is a language"));
    let base = docx::base(&document, &language, &mut ids);
    losses(words, source, base.losses.len(), console)?;
    Ok(Text {
        expression: base.expression,
        given: BTreeSet::new(),
        lines: BTreeMap::new(),
    })
}

fn document(words: &Words, source: &Source) -> Result<docx::Document, Failure> {
    docx::read(&source.bytes).map_err(|fault| {
        let (file, why) = (source.name.as_str(), fault.to_string());
        Failure::new(
            Kind::Defect,
            say!(words, "rolling-unread", file = file, why = why),
        )
    })
}

/// Reads a version and tells which of its provisions are which of the base.
fn version(
    words: &Words,
    source: &Source,
    base: &Expression,
    code: &ParticipantId,
    console: &mut Console<'_>,
) -> Result<Vec<Provision>, Failure> {
    if is_document(source.path()) {
        let document = document(words, source)?;
        let mut ids = IdsOfDigest::new(Digest::of(&source.bytes));
        let returned = docx::returned(&document, base, code, &mut ids).map_err(|fault| {
            let (file, why) = (source.name.as_str(), fault.to_string());
            Failure::new(
                Kind::Refused,
                say!(words, "rolling-unread", file = file, why = why),
            )
        })?;
        losses(words, source, returned.losses.len(), console)?;
        remarks(words, source, returned.guessed.len(), 0, console)?;
        return Ok(returned.text);
    }
    let text = prose(words, source, Some(&base.language), console)?;
    refuse_brackets(words, &source.name, &text)?;
    let Matched {
        provisions,
        guessed,
        relabelled,
    } = matched(base, &text.expression.provisions, &text.given);
    remarks(words, source, guessed.len(), relabelled.len(), console)?;
    Ok(provisions)
}

/// Reads the source form strictly, and other text leniently.
fn prose(
    words: &Words,
    source: &Source,
    language: Option<&Language>,
    console: &mut Console<'_>,
) -> Result<Text, Failure> {
    let is_lenient = !is_treaty(source.path());
    let parsed = source.parse(is_lenient);
    if parsed.faults.iter().any(is_error) {
        let said = findings(words, &source.name, &source.text(), &parsed);
        console.err.write_all(said.as_bytes())?;
    }
    let Parsed {
        expression,
        assigned,
        lines,
        ..
    } = parsed;
    let Some(mut expression) = expression else {
        let file = source.name.as_str();
        return Err(Failure::new(
            Kind::Defect,
            say!(words, "rolling-faulty", file = file),
        ));
    };
    if let Some(language) = language.filter(|_| is_lenient) {
        expression.language = language.clone();
    }
    Ok(Text {
        expression,
        given: assigned,
        lines,
    })
}

/// A base and a version say one thing at each place.
fn refuse_brackets(words: &Words, file: &str, text: &Text) -> Result<(), Failure> {
    let contested = |own: &&Provision| own.body.is_contested() || !own.alternatives.is_empty();
    let Some(own) = text.expression.provisions.iter().find(contested) else {
        return Ok(());
    };
    let line = text.lines.get(&own.id).copied().unwrap_or(0);
    let sentence = say!(words, "rolling-bracketed", file = file, line = line);
    Err(Failure::new(Kind::Refused, sentence).with_hint(say!(words, "rolling-bracketed-hint")))
}

fn losses(
    words: &Words,
    source: &Source,
    count: usize,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    if count > 0 {
        let file = source.name.as_str();
        let said = say!(words, "rolling-losses", file = file, count = count);
        writeln!(console.err, "{said}")?;
    }
    Ok(())
}

fn remarks(
    words: &Words,
    source: &Source,
    guessed: usize,
    relabelled: usize,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let file = source.name.as_str();
    if guessed > 0 {
        let said = say!(words, "rolling-guessed", file = file, count = guessed);
        writeln!(console.err, "{said}")?;
    }
    if relabelled > 0 {
        let said = say!(words, "rolling-relabelled", file = file, count = relabelled);
        writeln!(console.err, "{said}")?;
    }
    Ok(())
}
