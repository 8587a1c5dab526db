//! A Word document with the tracked changes of all.

use sponsio_record::Instant;
use sponsio_text::Rolling;
use sponsio_text::markup::docx;

use crate::command::text::docx::Said;
use crate::wording::Words;

/// The Word document with the changes of all.
pub(super) fn document(made: &Rolling, date: Instant, words: &Words) -> Vec<u8> {
    let said = Said::new(words);
    let options = docx::Options {
        view: docx::View::Rolling,
        date,
        wording: said.wording(),
    };
    docx::write(made, &options)
}
