//! Akoma Ntoso among the files.

use alloc::collections::{BTreeMap, BTreeSet};

use sponsio_record::Digest;
use sponsio_text::IdsOfDigest;
use sponsio_text::markup::akn::{self, ImportFault};

use crate::command::rolling::inputs::content::not_text;
use crate::command::rolling::inputs::document::lost;
use crate::command::rolling::inputs::text::Text;
use crate::command::text::exchanged;
use crate::command::text::source::Source;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Reads a whole text; amendments to one are refused.
pub(super) fn akoma_ntoso(
    words: &Words,
    source: &Source,
    console: &mut Console<'_>,
) -> Result<Text, Failure> {
    let file = source.name.as_str();
    if akn::holds_proposals(&source.bytes) {
        let sentence = say!(words, "rolling-amendments", file = file);
        return Err(Failure::new(Kind::Refused, sentence).with_hint(say!(
            words,
            "rolling-amendments-hint",
            file = file
        )));
    }
    let mut ids = IdsOfDigest::new(Digest::of(&source.bytes));
    let found = akn::read(&source.bytes, &mut ids).map_err(|fault| match fault {
        ImportFault::NotAkomaNtoso(_) => not_text(words, source, &say!(words, "rolling-is-xml")),
        fault => {
            let why = fault.to_string();
            let sentence = say!(words, "rolling-unread", file = file, why = why);
            Failure::new(Kind::Defect, sentence)
        }
    })?;
    let left = found.remainders.iter();
    let left = left.map(|left| exchanged::remainder(words, file, left));
    lost(words, source, left.collect(), console)?;
    Ok(Text {
        expression: found.expression,
        given: BTreeSet::new(),
        lines: BTreeMap::new(),
    })
}
