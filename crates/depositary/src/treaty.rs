//! A treaty enters the register with its final clauses, and a depositary's habits of counting.

use sponsio_law::filing::{Filing, Matter};
use sponsio_record::{ActId, TreatyId};

use crate::desk::Depositary;
use crate::failure::DeskError;
use crate::store::Document;
use crate::submission::{Recorded, cite};

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

impl EnterTreaty {
    /// Returns the request as it is filed under this mark, and the documents that come with it.
    pub fn filing(self, id: ActId) -> (Filing, Vec<Document>) {
        let texts = self.texts.iter();
        let filing = Filing {
            id,
            matter: Matter::Treaty {
                treaty: self.treaty,
                clauses: self.clauses,
            },
            documents: texts
                .map(|(document, language)| cite(document, Some(language)))
                .collect(),
        };
        let documents = self.texts.into_iter().map(|(document, _)| document);
        (filing, documents.collect())
    }
}

impl SetPolicies {
    /// Returns the request as it is filed under this mark.
    pub fn filing(self, id: ActId) -> Filing {
        Filing {
            id,
            matter: Matter::Policies {
                clauses: self.clauses,
            },
            documents: Vec::new(),
        }
    }
}

impl Depositary {
    /// Enters a treaty.
    pub async fn enter_treaty(&self, request: EnterTreaty) -> Result<Recorded, DeskError> {
        let (filing, documents) = request.filing(self.mark()?);
        self.enter(&filing, documents).await
    }

    /// Sets the habits of a depositary; earlier ones of the same name are replaced.
    pub async fn set_policies(&self, request: SetPolicies) -> Result<Recorded, DeskError> {
        let filing = request.filing(self.mark()?);
        self.enter(&filing, Vec::new()).await
    }
}
