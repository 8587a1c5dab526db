//! The text of an instrument in one language. (Expression: the term of FRBR and of Akoma Ntoso.)

use crate::language::Language;
use crate::provision::{Provision, ProvisionId};
use alloc::string::String;
use alloc::vec::Vec;

/// A line of the head: key and value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The key.
    pub key: String,
    /// The value, verbatim.
    pub value: String,
}

/// The text of an instrument in one language: its provisions in reading order, the title first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// Its language.
    pub language: Language,
    /// The lines of its head, without that of the language.
    pub headers: Vec<Header>,
    /// Its provisions in reading order, each after its parent.
    pub provisions: Vec<Provision>,
}

impl Expression {
    /// Returns the provision of this id.
    pub fn provision(&self, id: ProvisionId) -> Option<&Provision> {
        self.provisions.iter().find(|provision| provision.id == id)
    }

    /// Returns the value of a line of the head.
    pub fn header(&self, key: &str) -> Option<&str> {
        let of_key = |header: &&Header| header.key == key;
        self.headers
            .iter()
            .find(of_key)
            .map(|header| header.value.as_str())
    }
}
