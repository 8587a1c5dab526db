//! A back catalogue enters the ledger, recorded as published: no rule of reception is applied, and
//! each row keeps the label that its table gives it.
//!
//! The marks of the acts follow from what they say, so that an import that was cut short is finished
//! by starting it again, and one that is repeated changes nothing.

use alloc::collections::BTreeMap;

use sponsio_law::clause::rule::{DepositaryBlock, Span};
use sponsio_law::clause::{print, print_depositaries};
use sponsio_law::filing::{Filing, Matter};
use sponsio_law::register::Register;
use sponsio_record::{ActId, Digest};

use crate::desk::Depositary;
use crate::failure::{DeskError, Unfit};
use crate::store::Document;
use crate::submission::Submission;
use crate::table::{self, Rows, SetTable};

/// How many acts are brought at a time.
const AT_ONCE: usize = 2_048;

/// What an import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many entries were recorded.
    pub recorded: usize,
    /// How many had been recorded before.
    pub repeated: usize,
}

impl Depositary {
    /// Records everything that a register holds, as published. `advanced` is told how many acts are
    /// in the log, and how many there are.
    pub async fn import(
        &self,
        register: &Register,
        advanced: &mut dyn FnMut(usize, usize),
    ) -> Result<Imported, DeskError> {
        let filings = filings(register)?;
        let mut imported = Imported::default();
        for chunk in filings.chunks(AT_ONCE) {
            let mut answers = Vec::new();
            for (filing, documents) in chunk {
                let submission = Submission::of_office(filing, documents.clone(), self.now())?;
                answers.push(self.submit(submission)?);
            }
            for answer in answers {
                if answer.answered().await?.repeated {
                    imported.repeated += 1;
                } else {
                    imported.recorded += 1;
                }
            }
            advanced(imported.recorded + imported.repeated, filings.len());
        }
        Ok(imported)
    }
}

/// Everything a register holds, in an order in which it can enter another.
fn filings(register: &Register) -> Result<Vec<(Filing, Vec<Document>)>, Unfit> {
    let mut filings = Filings::default();
    for participant in register.participants() {
        filings.add(Matter::Participant(participant.clone()))?;
    }
    for (name, policies) in register.depositaries() {
        let block = DepositaryBlock {
            name: name.to_owned(),
            policies: policies.to_vec(),
            span: Span::default(),
        };
        filings.add(Matter::Policies {
            clauses: print_depositaries(&[block]),
        })?;
    }
    for (path, table) in register.weight_tables() {
        filings.add_table(path, Rows::Weights(table.clone()))?;
    }
    for (path, group) in register.groups() {
        filings.add_table(path, Rows::Group(group.clone()))?;
    }
    for (organization, members) in register.memberships() {
        let rows = Rows::Membership(organization.clone(), members.clone());
        filings.add_table(&format!("groups/{organization}.csv"), rows)?;
    }
    for treaty in register.treaties() {
        filings.add(Matter::Treaty {
            treaty: treaty.id.clone(),
            clauses: print(&treaty.clauses),
        })?;
    }
    for act in register.treaties().iter().flat_map(|treaty| treaty.acts()) {
        filings.add(Matter::Published(act.clone()))?;
    }
    Ok(filings.list)
}

#[derive(Default)]
struct Filings {
    list: Vec<(Filing, Vec<Document>)>,
    /// How often the same words came before: two rows that say the same are two acts.
    seen: BTreeMap<Digest, u64>,
}

impl Filings {
    fn add(&mut self, matter: Matter) -> Result<(), Unfit> {
        let filing = Filing {
            id: ActId::from_bytes([0; 16]),
            matter,
            documents: Vec::new(),
        };
        self.push(filing, Vec::new())
    }

    fn add_table(&mut self, path: &str, rows: Rows) -> Result<(), Unfit> {
        let request = SetTable {
            path: path.to_owned(),
            rows,
        };
        let (filing, document) = table::filing(ActId::from_bytes([0; 16]), request)?;
        self.push(filing, vec![document])
    }

    /// Gives the filing the mark that follows from its words.
    fn push(&mut self, mut filing: Filing, documents: Vec<Document>) -> Result<(), Unfit> {
        let words = filing
            .write()
            .map_err(|fault| Unfit::Filing(fault.into()))?;
        let words = Digest::of(&words);
        let before = self.seen.entry(words).or_default();
        let mark = Digest::of(&[words.as_bytes().as_slice(), &before.to_be_bytes()].concat());
        *before += 1;
        let (half, _) = mark.as_bytes().split_at(16);
        let mut id = [0; 16];
        id.copy_from_slice(half);
        filing.id = ActId::from_bytes(id);
        if let Matter::Published(act) = &mut filing.matter
            && act.id.is_none()
        {
            act.id = Some(filing.id.to_string());
        }
        self.list.push((filing, documents));
        Ok(())
    }
}
