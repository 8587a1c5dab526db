//! The version of a delegation, told apart by the provisions of the base.

use sponsio_record::{Digest, ParticipantId};
use sponsio_text::markup::docx;
use sponsio_text::{Expression, IdsOfDigest, Matched, Provision, ProvisionId, matched};

use crate::command::rolling::inputs::akoma_ntoso::akoma_ntoso;
use crate::command::rolling::inputs::content::Content;
use crate::command::rolling::inputs::document::{document, losses};
use crate::command::rolling::inputs::text::{prose, refuse_brackets};
use crate::command::text::exchanged::{left_to_others, not_taken, refuse_foreign};
use crate::command::text::source::Source;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Reads a version and tells which of its provisions are which of the base.
pub(super) fn version(
    words: &Words,
    source: &Source,
    (base_file, base): (&str, &Expression),
    code: &ParticipantId,
    console: &mut Console<'_>,
) -> Result<Vec<Provision>, Failure> {
    let content = Content::of(words, source)?;
    if content == Content::Word {
        let document = document(words, source)?;
        let mut ids = IdsOfDigest::new(Digest::of(&source.bytes));
        let returned = docx::returned(&document, base, code, &mut ids)
            .map_err(|fault| not_taken(words, &source.name, &fault))?;
        if let Some(said) = left_to_others(words, &source.name, &returned.others) {
            writeln!(console.err, "{said}")?;
        }
        losses(words, source, &returned.losses, console)?;
        for comment in &returned.comments {
            let (author, text) = (comment.author.as_str(), comment.text.as_str());
            let said = say!(words, "import-note", author = author, text = text);
            writeln!(console.err, "{}: {said}", source.name)?;
        }
        remarks(words, source, told(base, &returned.guessed), 0, console)?;
        refuse_foreign(words, [&source.name, base_file], base, &returned.text)?;
        return Ok(returned.text);
    }
    let text = match content {
        Content::Xml => {
            let mut text = akoma_ntoso(words, source, console)?;
            // An id that the base has not may be one that was given on reading.
            let ids = text.expression.provisions.iter().map(|own| own.id);
            text.given = ids.filter(|id| base.provision(*id).is_none()).collect();
            text
        }
        Content::Word | Content::Text => prose(words, source, Some(&base.language), console)?,
    };
    refuse_other_language(words, source, &text.expression, base)?;
    refuse_brackets(words, &source.name, &text)?;
    beside(words, source, &text.expression, base, console)?;
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
    refuse_foreign(words, [&source.name, base_file], base, &provisions)?;
    Ok(provisions)
}

/// A version is compared word by word with a base in its own language.
fn refuse_other_language(
    words: &Words,
    source: &Source,
    text: &Expression,
    base: &Expression,
) -> Result<(), Failure> {
    if text.language == base.language {
        return Ok(());
    }
    let sentence = say!(
        words,
        "rolling-other-language",
        file = source.name.as_str(),
        own = text.language.as_str(),
        base = base.language.as_str()
    );
    Err(Failure::new(Kind::Refused, sentence).with_hint(say!(words, "rolling-other-language-hint")))
}

/// Says what stands beside the words of a version and is not that of the base: no delegation's text holds
/// rules and notes.
fn beside(
    words: &Words,
    source: &Source,
    text: &Expression,
    base: &Expression,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let is_other = |own: &&Provision| {
        let known = base.provision(own.id);
        let has_any = !own.notes.is_empty() || !own.rules.lines.is_empty();
        has_any
            && known.is_none_or(|known| (&known.notes, &known.rules) != (&own.notes, &own.rules))
    };
    let others = text.provisions.iter().filter(is_other);
    let ids: Vec<String> = others.map(|own| own.id.to_string()).collect();
    if !ids.is_empty() {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let (file, ids) = (source.name.as_str(), words.list(&ids));
        let said = say!(words, "rolling-beside", file = file, ids = ids);
        writeln!(console.err, "{said}")?;
    }
    Ok(())
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
