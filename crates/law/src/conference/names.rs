//! Names: of those who sit for a delegation, of somebody who is said to have spoken. A name of a natural
//! person never stands in the log: the act commits to it, the drawer keeps it, and it can be erased there.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use sponsio_record::{ActId, ConferenceId, FieldError, Value};

use crate::conference::deed::{Form, conference_id, list, owned};
use crate::conference::{Conference, Ground};

/// The type of the record.
pub(crate) const NAMES: &str = "sponsio.names/1";

/// The names that belong to an act, in the order in which the act has those who bear them.
#[derive(Clone, PartialEq, Eq)]
pub struct Names {
    /// The conference.
    pub conference: ConferenceId,
    /// The mark of the act that commits to them.
    pub act: ActId,
    /// The names, as they were given.
    pub names: Vec<String>,
}

impl fmt::Debug for Names {
    /// Names the act only: what is confidential never reaches a message.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Names")
            .field("act", &self.act)
            .finish_non_exhaustive()
    }
}

impl Names {
    pub(crate) fn write_into(&self, form: &mut Form) {
        form.names("names", &self.names);
    }

    pub(crate) fn read(record: &sponsio_record::Record<'_>) -> Result<Self, FieldError> {
        let mut fields = record.fields(NAMES)?;
        let paper = Self {
            conference: fields.required("conference", conference_id)?,
            act: fields.required("act", Value::act_id)?,
            names: list(&mut fields, "names", owned)?,
        };
        fields.finish()?;
        Ok(paper)
    }

    /// There are as many as the act says.
    pub(crate) fn are(&self, count: usize) -> Result<(), Ground> {
        let is_said = |name: &String| !name.trim().is_empty();
        if self.names.len() == count && self.names.iter().all(is_said) {
            return Ok(());
        }
        Err(Ground::OtherPaper(self.act))
    }
}

impl Conference {
    /// Joins names with those who bear them, for whoever may read them.
    pub(crate) fn take_names(&mut self, paper: Names) -> Result<(), Ground> {
        let of = paper.act;
        let meetings = self.dossier.meetings.iter_mut();
        let delegation = meetings
            .flat_map(|meeting| meeting.attendance.values_mut())
            .find(|delegation| delegation.id == of);
        if let Some(delegation) = delegation {
            paper.are(delegation.representatives.len())?;
            delegation.names = paper.names;
            return Ok(());
        }
        let mut repetitions = self.dossier.repetitions.iter_mut();
        match repetitions.find(|one| one.id == of) {
            Some(repetition) => {
                paper.are(1)?;
                repetition.speaker = paper.names.into_iter().next();
                Ok(())
            }
            // The delegation was recorded again since: these are no longer the names of who sits for it.
            None if self.sealed.contains_key(&of) => Ok(()),
            None => Err(Ground::OtherPaper(of)),
        }
    }
}
