//! The forms in which texts come and go.

pub mod docx;
pub(crate) mod rank;
pub(crate) mod scan;
pub mod xml;
