//! A Word document with the tracked changes of all.

use sponsio_text::Rolling;
use sponsio_text::markup::docx;

use crate::command::rolling::inputs::Inputs;
use crate::command::text::docx::Said;
use crate::wording::Words;

impl Inputs {
    /// The Word document with the changes of all.
    pub(super) fn document(&self, made: &Rolling, words: &Words) -> Vec<u8> {
        let said = Said::new(words);
        let options = docx::Options {
            view: docx::View::Rolling,
            date: self.date,
            wording: said.wording(),
        };
        docx::write(made, &options)
    }
}
