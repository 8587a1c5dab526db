//! A treaty enters the register with its final clauses, and a depositary's habits of counting.

use sponsio_law::filing::{Filing, Matter};
use sponsio_record::TreatyId;

use crate::desk::Depositary;
use crate::failure::DeskError;
use crate::store::Document;
use crate::submission::{Recorded, Submission, cite};

/// What is asked to enter a treaty.
#[derive(Debug, Clone)]
pub struct EnterTreaty {
    /// The register's identifier.
    pub treaty: TreatyId,
    /// Its head and final clauses in Clausula.
    pub clauses: String,
    /// The authentic texts, each with its language.
    pub texts: Vec<(Document, String)>,
}

/// What is asked to set a depositary's habits.
#[derive(Debug, Clone)]
pub struct SetPolicies {
    /// One block `depositary "…"` in Clausula.
    pub clauses: String,
}

impl Depositary {
    /// Enters a treaty.
    pub async fn enter_treaty(&self, request: EnterTreaty) -> Result<Recorded, DeskError> {
        let texts = request.texts.iter();
        let filing = Filing {
            id: self.mark()?,
            matter: Matter::Treaty {
                treaty: request.treaty,
                clauses: request.clauses,
            },
            documents: texts
                .map(|(document, language)| cite(document, Some(language)))
                .collect(),
        };
        let documents = request.texts.into_iter().map(|(document, _)| document);
        self.record(Submission::of_office(
            &filing,
            documents.collect(),
            self.now(),
        )?)
        .await
    }

    /// Sets the habits of a depositary; earlier ones of the same name are replaced.
    pub async fn set_policies(&self, request: SetPolicies) -> Result<Recorded, DeskError> {
        let filing = Filing {
            id: self.mark()?,
            matter: Matter::Policies {
                clauses: request.clauses,
            },
            documents: Vec::new(),
        };
        self.record(Submission::of_office(&filing, Vec::new(), self.now())?)
            .await
    }
}
