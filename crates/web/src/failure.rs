//! Why a witness, mirror or monitor cannot go on.

use std::io;
use std::path::{Path, PathBuf};

use sponsio_depositary::fetch::FetchError;
use sponsio_depositary::store::StoreError;

/// Why a witness, mirror or monitor cannot go on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// A file or socket cannot be used.
    #[error("{place}: {detail}")]
    Io {
        /// The file or address.
        place: String,
        /// What the system says.
        detail: String,
    },
    /// Another process works in this folder.
    #[error("{}: another process works in this folder", .0.display())]
    InUse(PathBuf),
    /// What this house keeps is not what it wrote.
    #[error("{place}: {detail}")]
    Damaged {
        /// The file.
        place: String,
        /// What is wrong.
        detail: String,
    },
    /// A key is none, or not of the kind that is needed.
    #[error("key: {0}")]
    Key(String),
    /// Another house does not answer.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// Another house answers with what cannot be believed.
    #[error("{address}: {detail}")]
    Unbelieved {
        /// The address.
        address: String,
        /// What is wrong.
        detail: String,
    },
}

impl Failure {
    pub(crate) fn io(path: &Path) -> impl Fn(io::Error) -> Self {
        move |error| Self::Io {
            place: path.display().to_string(),
            detail: error.to_string(),
        }
    }

    pub(crate) fn damaged(path: &Path, detail: impl core::fmt::Display) -> Self {
        Self::Damaged {
            place: path.display().to_string(),
            detail: detail.to_string(),
        }
    }

    pub(crate) fn unbelieved(address: impl core::fmt::Display, detail: impl Into<String>) -> Self {
        Self::Unbelieved {
            address: address.to_string(),
            detail: detail.into(),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Io {
            place: "store".to_owned(),
            detail: error.to_string(),
        }
    }
}
