//! What is kept beside the entries of a register, as a sentence.

use sponsio_depositary::Holdings;

use crate::command::doctor::Grade;
use crate::wording::{Words, say};

/// Returns what is to be said of it: the first thing that is damaged or absent, else how much there is.
pub(in crate::command) fn judged(words: &Words, found: &Holdings) -> (Grade, String) {
    if let Some(what) = found.damaged.first() {
        let more = found.damaged.len() - 1;
        let detail = say!(words, "doctor-holdings-damaged", what = what, more = more);
        return (Grade::Defect, detail);
    }
    if let Some(digest) = found.absent.first() {
        let (count, digest) = (found.absent.len(), digest.cited());
        let detail = say!(
            words,
            "doctor-holdings-absent",
            count = count,
            digest = digest
        );
        return (Grade::Defect, detail);
    }
    let (documents, sealed) = (found.documents, found.commitments - found.erased);
    let (erased, signed) = (found.erased, found.signed.unwrap_or(0));
    let detail = say!(
        words,
        "doctor-holdings-sound",
        documents = documents,
        confidential = found.commitments,
        sealed = sealed,
        erased = erased,
        signed = signed
    );
    (Grade::Sound, detail)
}
