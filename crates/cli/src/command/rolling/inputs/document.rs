//! Word documents among the files.

use sponsio_text::markup::docx;

use crate::command::text::exchanged;
use crate::command::text::source::Source;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Reads the document.
pub(super) fn document(words: &Words, source: &Source) -> Result<docx::Document, Failure> {
    docx::read(&source.bytes).map_err(|fault| {
        let (file, why) = (source.name.as_str(), fault.to_string());
        Failure::new(
            Kind::Defect,
            say!(words, "rolling-unread", file = file, why = why),
        )
    })
}

/// Says what of a document no text can hold, each thing with its paragraph.
pub(super) fn losses(
    words: &Words,
    source: &Source,
    losses: &[docx::Loss],
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let lines = losses.iter().map(|own| exchanged::loss(words, own));
    lost(words, source, lines.collect(), console)
}

/// Says what is not carried over.
pub(super) fn lost(
    words: &Words,
    source: &Source,
    lines: Vec<String>,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    if lines.is_empty() {
        return Ok(());
    }
    let (file, count) = (source.name.as_str(), lines.len());
    let said = say!(words, "rolling-losses", file = file, count = count);
    writeln!(console.err, "{said}")?;
    for line in lines {
        writeln!(console.err, "  {line}")?;
    }
    Ok(())
}
