//! Documents in: what a file holds, as its word processor left it. Revisions are kept with their
//! authors, in the order in which they are nested; nothing is accepted or rejected here.

mod loss;
mod numbering;
mod part;
mod walk;

pub(crate) use self::loss::note;
pub use self::loss::{Loss, LossKind};

use super::archive::{Archive, ArchiveFault};
use super::numbering::{Numbered, Numbering};
use crate::markup::xml::{self, XmlFault};
use crate::provision::ProvisionId;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Whether a revision puts words in or takes them out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RevisionKind {
    /// Inserted, or moved to here.
    Insertion,
    /// Deleted, or moved from here.
    Deletion,
}

/// A tracked change around words or around the end of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Revision {
    pub(crate) kind: RevisionKind,
    pub(crate) author: String,
}

/// How words look, as far as a text knows looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) emphasis: bool,
    pub(crate) is_blank: bool,
    pub(crate) is_term: bool,
}

/// Words with one look and the same revisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) words: String,
    pub(crate) look: Look,
    /// The footnote that is anchored here, by its number; then there are no words.
    pub(crate) footnote: Option<String>,
    /// The revisions around them, outermost first.
    pub(crate) revisions: Vec<Revision>,
}

/// A paragraph as it stands in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// The provisions whose bookmarks lie in it or run through it.
    pub(crate) bookmarks: Vec<ProvisionId>,
    pub(crate) texts: Vec<Text>,
    /// The revisions of its end.
    pub(crate) end: Vec<Revision>,
    /// The name of its style, if it has one.
    pub(crate) style: Option<String>,
    /// Its place in a list whose labels the word processor counts.
    pub(crate) numbered: Option<Numbered>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Who wrote it.
    pub author: String,
    /// Its words.
    pub text: String,
    /// The paragraph at which it stands, counted from 1; 0 if at none.
    pub paragraph: usize,
}

/// A document as it stands in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) footnotes: BTreeMap<String, Vec<Text>>,
    /// The comments that people wrote, without those that were written with the document.
    pub comments: Vec<Comment>,
    /// What is not carried over, in the order of the text.
    pub losses: Vec<Loss>,
    pub(crate) properties: BTreeMap<String, String>,
    pub(crate) numbering: Numbering,
}

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadFault {
    /// The archive is none, or not one to be trusted.
    Archive(ArchiveFault),
    /// A part is not read as XML: its name and why.
    Xml(String, XmlFault),
    /// It has no main document.
    NoDocument,
}

impl fmt::Display for ReadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Archive(fault) => fault.fmt(f),
            Self::Xml(name, fault) => write!(f, "{name}:{fault}"),
            Self::NoDocument => f.write_str("not a Word document: it has no main part"),
        }
    }
}

impl core::error::Error for ReadFault {}

impl From<ArchiveFault> for ReadFault {
    fn from(fault: ArchiveFault) -> Self {
        Self::Archive(fault)
    }
}

/// Reads a file.
///
/// # Errors
/// An archive that is none, too large, or could be read in two ways; a part that is not well-formed.
pub fn read(bytes: &[u8]) -> Result<Document, ReadFault> {
    let archive = Archive::read(bytes)?;
    let mut document = Document::default();
    let main = part::main(&archive)?;
    part::survey(&archive, &main, &mut document.losses)?;
    document.properties = part::properties(&archive)?;
    document.footnotes = part::footnotes(&archive, &main, &mut document.losses)?;
    let mut comments = part::comments(&archive, &main)?;
    let text = part::text(&archive, &main)?.ok_or(ReadFault::NoDocument)?;
    let tree = part::parse(&main, &text)?;
    let walked = walk::document(tree.root_element());
    document.paragraphs = walked.paragraphs;
    document.losses.extend(walked.losses);
    document.numbering = numbering::numbering(&archive, &main)?;
    numbering::place(&mut document, &walked.memberships);
    for (id, paragraph) in walked.comment_places {
        if let Some(comment) = comments.get_mut(&id) {
            comment.paragraph = paragraph;
        }
    }
    document.comments = comments.into_values().collect();
    document.comments.sort_by_key(|comment| comment.paragraph);
    Ok(document)
}

/// Reads the main part of a document alone: its text without footnotes, comments and properties.
///
/// # Errors
/// What is not well-formed.
pub fn read_main(bytes: &[u8]) -> Result<Document, ReadFault> {
    let tree = part::parse("word/document.xml", bytes)?;
    let walked = walk::document(tree.root_element());
    let mut document = Document {
        paragraphs: walked.paragraphs,
        losses: walked.losses,
        ..Document::default()
    };
    numbering::place(&mut document, &walked.memberships);
    Ok(document)
}

impl Document {
    /// Returns what the document says of itself under this name.
    pub(crate) fn property(&self, name: &str) -> Option<&str> {
        self.properties.get(name).map(String::as_str)
    }
}

/// Reads the bytes of a part as text.
pub(super) fn decoded<'t>(name: &str, bytes: &'t [u8]) -> Result<&'t str, ReadFault> {
    xml::decode(bytes).map_err(|fault| ReadFault::Xml(String::from(name), fault))
}
