//! The labels of provisions as they stand in a text. A label is no identity: it may change with each
//! edition, while the id of the provision stays.

use alloc::sync::Arc;

/// How a label is written around its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelForm {
    /// After a keyword: `Article 14 bis`, `Part I`.
    Heading,
    /// With a full stop: `1.`, `1 bis.`, `3.2.`.
    Dotted,
    /// In parentheses: `(1)`, `(a)`, `(ii)`.
    Parenthesised,
    /// A dash for an item without number.
    Dash,
}

/// The label of a provision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// How it is written.
    pub form: LabelForm,
    /// The number with its Latin suffix, without keyword and punctuation: `14 bis`, `a`, `3.2`; empty
    /// for a dash.
    pub text: Arc<str>,
}
