//! Texts among the files: the source form, plain text, and a base of any kind.

use alloc::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sponsio_record::Digest;
use sponsio_text::markup::Parsed;
use sponsio_text::markup::docx::{self, Loss, LossKind};
use sponsio_text::{Expression, IdsOfDigest, Language, Provision, ProvisionId};

use crate::command::rolling::inputs::akoma_ntoso::akoma_ntoso;
use crate::command::rolling::inputs::content::Content;
use crate::command::rolling::inputs::document::{document, losses};
use crate::command::text::report::{findings, is_error};
use crate::command::text::source::Source;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// A text as a file has it.
pub(super) struct Text {
    /// What it says.
    pub(super) expression: Expression,
    /// The ids that the file does not bring along.
    pub(super) given: BTreeSet<ProvisionId>,
    /// The line on which each provision begins, where there are lines.
    pub(super) lines: BTreeMap<ProvisionId, u32>,
}

/// Reads a base: a new kind of file is one more line here and in [`version`](super::version::version).
pub(super) fn base_text(
    words: &Words,
    source: &Source,
    language: Option<&Language>,
    console: &mut Console<'_>,
) -> Result<Text, Failure> {
    match Content::of(words, source)? {
        Content::Word => {}
        Content::Xml => return akoma_ntoso(words, source, console),
        Content::Text => return prose(words, source, language, console),
    }
    let document = document(words, source)?;
    let mut ids = IdsOfDigest::new(Digest::of(&source.bytes));
    let english = || Language::new("en").expect("English is a language");
    let language = language.cloned().unwrap_or_else(english);
    let base = docx::base(&document, &language, &mut ids);
    refuse_tracked(words, source, &base.losses)?;
    losses(words, source, &base.losses, console)?;
    Ok(Text {
        expression: base.expression,
        given: BTreeSet::new(),
        lines: BTreeMap::new(),
    })
}

/// A base is settled: what of its tracked changes stands is for its owner to say.
fn refuse_tracked(words: &Words, source: &Source, losses: &[Loss]) -> Result<(), Failure> {
    if losses.iter().all(|loss| loss.kind != LossKind::Revisions) {
        return Ok(());
    }
    let sentence = say!(words, "rolling-tracked", file = source.name.as_str());
    Err(Failure::new(Kind::Refused, sentence).with_hint(say!(words, "rolling-tracked-hint")))
}

/// Reads the source form strictly, and other text leniently.
pub(super) fn prose(
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
    let is_said =
        source.language().is_some() || expression.headers.iter().any(|own| own.key == "language");
    if let Some(language) = language.filter(|_| is_lenient && !is_said) {
        expression.language = language.clone();
    }
    Ok(Text {
        expression,
        given: assigned,
        lines,
    })
}

fn is_treaty(path: &Path) -> bool {
    path.extension()
        .is_some_and(|name| name.eq_ignore_ascii_case("treaty"))
}

/// A base and a version say one thing at each place.
pub(super) fn refuse_brackets(words: &Words, file: &str, text: &Text) -> Result<(), Failure> {
    let contested = |own: &&Provision| own.body.is_contested() || !own.alternatives.is_empty();
    let Some(own) = text.expression.provisions.iter().find(contested) else {
        return Ok(());
    };
    let line = text.lines.get(&own.id).copied().unwrap_or(0);
    let sentence = say!(words, "rolling-bracketed", file = file, line = line);
    Err(Failure::new(Kind::Refused, sentence).with_hint(say!(words, "rolling-bracketed-hint")))
}
