//! A Word document with the tracked changes of all.

use sponsio_record::Instant;
use sponsio_text::Rolling;
use sponsio_text::markup::docx;

use crate::wording::Words;

/// The Word document with the changes of all.
pub(super) fn document(made: &Rolling, date: Instant, words: &Words) -> Vec<u8> {
    let said = |key: &str| words.say(key, &fluent_bundle::FluentArgs::new());
    let [
        no_text,
        inserts,
        keeps,
        can_accept,
        reserves,
        opposes,
        all,
        note,
    ] = [
        said("rolling-no-text"),
        said("rolling-inserts"),
        said("rolling-keeps"),
        said("rolling-can-accept"),
        said("rolling-reserves"),
        said("rolling-opposes"),
        said("rolling-all"),
        said("rolling-note"),
    ];
    let options = docx::Options {
        view: docx::View::Rolling,
        date,
        wording: docx::Wording {
            no_text: &no_text,
            inserts: &inserts,
            keeps: &keeps,
            can_accept: &can_accept,
            reserves: &reserves,
            opposes: &opposes,
            all: &all,
            note: &note,
        },
    };
    docx::write(made, &options)
}
