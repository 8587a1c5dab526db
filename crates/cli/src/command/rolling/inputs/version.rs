//! The version of a delegation, told apart by the provisions of the base.

use sponsio_record::{Digest, ParticipantId};
use sponsio_text::markup::docx;
use sponsio_text::{Expression, IdsOfDigest, Matched, Provision, ProvisionId, matched};

use crate::command::rolling::inputs::document::{document, losses};
use crate::command::rolling::inputs::text::{prose, refuse_brackets};
use crate::command::text::source::{Source, is_document};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Reads a version and tells which of its provisions are which of the base.
pub(super) fn version(
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
        remarks(words, source, told(base, &returned.guessed), 0, console)?;
        return Ok(returned.text);
    }
    let text = prose(words, source, Some(&base.language), console)?;
    refuse_brackets(words, &source.name, &text)?;
    let Matched {
        provisions,
        guessed,
        relabelled,
    } = matched(base, &text.expression.provisions, &text.given);
    remarks(
        words,
        source,
        told(base, &guessed),
        relabelled.len(),
        console,
    )?;
    Ok(provisions)
}

/// How many of these provisions say anything.
fn told(base: &Expression, guessed: &[ProvisionId]) -> usize {
    let says = |id: &&ProvisionId| base.provision(**id).is_none_or(|own| !own.is_blank());
    guessed.iter().filter(says).count()
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
