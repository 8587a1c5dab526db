//! What would be under a supposition, in words.

use sponsio_law::register::{Register, TreatyIndex};
use sponsio_law::status::consequence::Consequence;
use sponsio_law::status::supposition::Supposition;

use crate::locale::Language;

/// A supposition with what it changes.
#[derive(Debug, Clone, Copy)]
pub struct Supposed<'a> {
    /// The register as it is.
    pub register: &'a Register,
    /// The treaty about which something is supposed.
    pub treaty: TreatyIndex,
    /// What is supposed.
    pub supposition: &'a Supposition,
    /// What would differ.
    pub found: &'a [Consequence],
}

/// What would be, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consequences {
    /// The language of the sentences.
    pub language: Language,
    /// What is supposed, one sentence each.
    pub supposed: Vec<String>,
    /// What would differ, treaty by treaty, the one asked about first.
    pub treaties: Vec<Changed>,
}

/// What would differ in one treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The treaty by its identifier.
    pub id: String,
    /// The treaty by its name.
    pub name: String,
    /// The sentences.
    pub sentences: Vec<String>,
}
