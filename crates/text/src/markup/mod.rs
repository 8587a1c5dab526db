//! The forms in which texts come and go.

pub mod docx;
pub mod xml;
