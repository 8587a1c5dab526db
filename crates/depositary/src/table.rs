//! Tables and groups that clauses name enter the register; their rows are documents.

use sponsio_law::filing::{
    Filing, FilingFault, Matter, TableCitation, TableSort, members_record, weights_record,
};
use sponsio_law::party::Membership;
use sponsio_law::treaty::WeightTable;
use sponsio_record::{ActId, Fault, ParticipantId};

use crate::desk::Depositary;
use crate::failure::{DeskError, Unfit};
use crate::store::Document;
use crate::submission::{Recorded, cite};

/// The rows of a table.
#[derive(Debug, Clone)]
pub enum Rows {
    /// Who weighs how much.
    Weights(WeightTable),
    /// Who is in a group, from when, until when.
    Group(Membership),
    /// Who is a member of this organization (S-4).
    Membership(ParticipantId, Membership),
}

/// What is asked to set a table.
#[derive(Debug, Clone)]
pub struct SetTable {
    /// The path by which clauses name it.
    pub path: String,
    /// Its rows.
    pub rows: Rows,
}

impl SetTable {
    /// Returns the request as it is filed under this mark, and the document with its rows.
    pub fn filing(self, id: ActId) -> Result<(Filing, Document), Unfit> {
        filing(id, self)
    }
}

impl Depositary {
    /// Sets a table or group; earlier rows of the same path are replaced.
    pub async fn set_table(&self, request: SetTable) -> Result<Recorded, DeskError> {
        let (filing, document) = filing(self.mark()?, request)?;
        self.enter(&filing, vec![document]).await
    }
}

/// Returns the filing of a table, and the document with its rows.
pub(crate) fn filing(id: ActId, request: SetTable) -> Result<(Filing, Document), Unfit> {
    let unwritable = |fault: Fault| Unfit::Filing(FilingFault::from(fault));
    let (sort, record) = match request.rows {
        Rows::Weights(table) => (TableSort::Weights, weights_record(&table)),
        Rows::Group(group) => (TableSort::Group, members_record(&group)),
        Rows::Membership(organization, members) => (
            TableSort::Membership(organization),
            members_record(&members),
        ),
    };
    let document = Document::of("application/json", record.map_err(unwritable)?);
    let filing = Filing {
        id,
        matter: Matter::Table(TableCitation {
            path: request.path,
            sort,
            table: document.digest,
        }),
        documents: vec![cite(&document, None)],
    };
    Ok((filing, document))
}
