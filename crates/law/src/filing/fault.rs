//! Why bytes are not a filing.

use core::fmt;

use sponsio_record::{Fault, FieldError};

/// Why bytes are not a filing, or not the document that a filing names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilingFault {
    /// They are no record.
    Record(Fault),
    /// A member is missing, unknown, or not what the kind says.
    Field(FieldError),
}

impl fmt::Display for FilingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Record(fault) => fault.fmt(f),
            Self::Field(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for FilingFault {}

impl From<Fault> for FilingFault {
    fn from(fault: Fault) -> Self {
        Self::Record(fault)
    }
}

impl From<FieldError> for FilingFault {
    fn from(error: FieldError) -> Self {
        Self::Field(error)
    }
}
