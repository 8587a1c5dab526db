//! Word documents among the files.

use sponsio_text::markup::docx;

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

/// Says how much of a document no text can hold.
pub(super) fn losses(
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
