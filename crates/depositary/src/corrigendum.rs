//! Corrections of an adopted text (VCLT art. 79): proposed with the right words and a time limit for
//! objections.

use sponsio_law::conference::{Corrigendum, Place, Step, words_of_provision};
use sponsio_record::{ConferenceId, Digest, Instant};
use sponsio_text::{Body, content_digest};

use crate::conference::Brought;
use crate::desk::Depositary;
use crate::failure::{DeskError, Unfit};
use crate::store::Document;
use crate::submission::Recorded;

/// What is asked to propose a correction.
#[derive(Debug, Clone)]
pub struct ProposeCorrection {
    /// The conference.
    pub conference: ConferenceId,
    /// Where.
    pub place: Place,
    /// The right words, in UTF-8; the log keeps them.
    pub words: Document,
    /// Why the present ones are wrong.
    pub reason: String,
    /// Until when an objection must be received.
    pub until: Instant,
}

impl Depositary {
    /// Proposes a correction of what an adopted text says at a place.
    pub async fn propose_correction(
        &self,
        request: ProposeCorrection,
    ) -> Result<Recorded, DeskError> {
        let held = self.held(&request.conference)?;
        let reached = self.now();
        let words = core::str::from_utf8(&request.words.bytes).map_err(|_| Unfit::Text {
            line: 1,
            column: 1,
            fault: "the words are not UTF-8".to_owned(),
        })?;
        let right = content_digest(&Body::of(words_of_provision(
            &request.place.language,
            words,
        )));
        // What is not there has no digest; the law refuses it.
        let wrong = held.corrected(&request.place, reached);
        let wrong = wrong.map_or(Digest::of(b""), |digest| *digest);
        let step = Step::Corrigendum(Corrigendum {
            place: request.place.clone(),
            wrong,
            right,
            reason: request.reason,
            until: request.until,
        });
        let language = request.place.language.as_str().to_owned();
        self.bring(Brought {
            id: self.mark()?,
            conference: request.conference,
            step,
            reached,
            documents: vec![(request.words, Some(language))],
            envelopes: Vec::new(),
        })
        .await
    }
}
