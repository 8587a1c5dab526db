//! Whose version a file is.

use std::path::{Path, PathBuf};

use sponsio_record::ParticipantId;
use sponsio_text::markup::is_delegation;

use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

/// Parts `CODE=FILE`; else the name of the file up to its first full stop is the code.
pub(super) fn named(words: &Words, version: &str) -> Result<(ParticipantId, PathBuf), Failure> {
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
    // A text in which such a code stood could not be read again (T203).
    if !is_delegation(known.as_str()) {
        let sentence = say!(words, "rolling-odd-code", code = known.as_str());
        let suggested = format!("X-{}", known.as_str().trim_start_matches('-'));
        return Err(Failure::new(Kind::Usage, sentence).with_hint(say!(
            words,
            "rolling-odd-code-hint",
            code = suggested,
            file = file
        )));
    }
    Ok((known, PathBuf::from(file)))
}
