//! What a verification comes to: verified, refused (which rule, where), or incomplete (what is
//! missing). A refusal is data; its words are for whoever prints it.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// The outcome of a verification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict<T> {
    /// Everything that was asked holds; what was found out comes along.
    Verified(T),
    /// Something is wrong: a forgery, a defect, or a statement that nobody trusted has signed.
    Refused(Refusal),
    /// Nothing that is there is wrong, but not everything is there.
    Incomplete(Vec<Missing>),
}

impl<T> Verdict<T> {
    /// Returns what was found out, where everything holds.
    pub fn verified(self) -> Option<T> {
        match self {
            Self::Verified(found) => Some(found),
            Self::Refused(_) | Self::Incomplete(_) => None,
        }
    }

    /// Returns the refusal, if it is one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Verified(_) | Self::Incomplete(_) => None,
        }
    }
}

impl<T> From<Result<T, Refusal>> for Verdict<T> {
    fn from(result: Result<T, Refusal>) -> Self {
        match result {
            Ok(found) => Self::Verified(found),
            Err(refusal) => Self::Refused(refusal),
        }
    }
}

/// Something that a verification needs and did not find.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// A file or member of this path.
    File(String),
    /// Entries of a stream: fewer are there than its heads count.
    Entries {
        /// The name of the stream.
        stream: String,
        /// How many there are to be.
        expected: u64,
        /// How many are there.
        received: u64,
    },
    /// The record of stream heads, by which a stream is known to be whole.
    Heads,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{path}"),
            Self::Entries {
                stream,
                expected,
                received,
            } => write!(f, "stream {stream}: {received} of {expected} entries"),
            Self::Heads => f.write_str("the heads of the streams"),
        }
    }
}

/// Why something is refused: the rule, and where it is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The rule that is broken.
    pub rule: Rule,
    /// The file, member or entry in which it is broken.
    pub place: String,
    /// The byte at which it is broken, counted within the place.
    pub offset: usize,
    /// What was found, where the rule alone does not say it.
    pub detail: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            rule,
            place,
            offset,
            detail,
        } = self;
        write!(f, "{place}, byte {offset}: {rule} [{}]", rule.id())?;
        if !detail.is_empty() {
            write!(f, ": {detail}")?;
        }
        Ok(())
    }
}

impl core::error::Error for Refusal {}

/// A rule broken at a byte of one text, before it is known which file the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The rule that is broken.
    pub rule: Rule,
    /// The byte at which it is broken.
    pub offset: usize,
}

impl Fault {
    /// Returns the refusal of the file or member of this name.
    pub fn in_place(self, place: impl Into<String>) -> Refusal {
        self.rule.broken(place, self.offset, "")
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "byte {}: {} [{}]",
            self.offset,
            self.rule,
            self.rule.id()
        )
    }
}

impl core::error::Error for Fault {}

impl Rule {
    /// Returns the fault of breaking this rule at this byte.
    pub fn at(self, offset: usize) -> Fault {
        Fault { rule: self, offset }
    }

    /// Returns the refusal for breaking this rule there.
    pub fn broken(
        self,
        place: impl Into<String>,
        offset: usize,
        detail: impl Into<String>,
    ) -> Refusal {
        Refusal {
            rule: self,
            place: place.into(),
            offset,
            detail: detail.into(),
        }
    }
}

macro_rules! rules {
    ($($name:ident $id:literal $words:literal)*) => {
        /// The rules that bytes of a log, a receipt or a bundle are held to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = concat!("`", $id, "`: ", $words, ".")] $name,)*
        }

        impl Rule {
            /// All rules, in the order of their description.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Returns the rule's identifier, which does not change.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }
        }

        impl fmt::Display for Rule {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$name => $words,)* })
            }
        }
    };
}

rules! {
    NoteSize "note-size" "a note has at most 262,144 bytes and 64 signatures"
    NoteText "note-text" "a note is UTF-8 without control characters other than line ends"
    NoteForm "note-form" "a note is a text ending in a line end, an empty line, and signature lines"
    NoteLine "note-line" "a signature line is a dash, a key name and canonical base64 of five bytes or more"
    NoteSignature "note-signature" "a signature by a known key verifies"
    KeyForm "key-form" "a verifier key is a name, eight lower-case hexadecimal digits and canonical base64, joined by +"
    KeyId "key-id" "the id of a verifier key is computed from its name, type and public key"
    KeyKind "key-kind" "a verifier key is Ed25519 or ML-DSA-44, of a type that fits its use"
    KeyPoint "key-point" "an Ed25519 key is a canonical point that is not of small order"
    CheckpointForm "checkpoint-form" "a checkpoint is an origin, a size, a root and extension lines, none empty"
    CheckpointSize "checkpoint-size" "a tree size is decimal without leading zeros, of at most 18 digits"
    CheckpointRoot "checkpoint-root" "a root is canonical base64 of 32 bytes"
    CheckpointOrigin "checkpoint-origin" "the origin is that of a log of the policy"
    LogSignature "log-signature" "a checkpoint is signed by a log key of the policy"
    CosignatureForm "cosignature-form" "a cosignature is a time below 2^63 and a signature of its type's length"
    Quorum "quorum" "the quorum of the policy has cosigned"
    PolicySize "policy-size" "a policy has at most 262,144 bytes and 256 logs, witnesses and groups each"
    PolicyOctet "policy-octet" "a policy has no control characters other than tab and line end, and ends in a line end"
    PolicyLine "policy-line" "a policy line is log, witness, group or quorum with its words"
    PolicyName "policy-name" "a name of a policy is defined once, before it is used, and is not none"
    PolicyMember "policy-member" "a name is a member of at most one group"
    PolicyThreshold "policy-threshold" "a threshold is all, any, or a number from 1 to the number of members"
    PolicyKey "policy-key" "no two lines of a policy have the same public key"
    PolicyQuorum "policy-quorum" "a policy has exactly one quorum line"
    ProofForm "proof-form" "a proof is its first line, an index, up to 63 hashes, an empty line and a checkpoint"
    ProofHash "proof-hash" "a hash of a proof is canonical base64 of 32 bytes"
    Inclusion "inclusion" "the inclusion proof leads from the entry to the root"
    Consistency "consistency" "the newer tree continues the older one"
    EntryRecord "entry-record" "an entry is a record of at most 65,535 bytes"
    EntryMember "entry-member" "an entry has the members that its type names, and no others"
    EntryLog "entry-log" "an entry names the log it is in"
    EntrySeq "entry-seq" "an entry stands at its own index"
    EntryRecorded "entry-recorded" "no entry is recorded earlier than the one before it"
    EntryStream "entry-stream" "an entry follows the last one of its stream without a gap"
    EntryAct "entry-act" "the identifier of an act occurs once in a log"
    ActSignature "act-signature" "a signature over an act by a known key verifies"
    HeadsDiffer "heads-differ" "the heads of streams are those that the entries give"
    BundleLength "bundle-length" "an entry bundle holds its entries and nothing else"
    RootDiffers "root-differs" "the root of the entries is that of the checkpoint"
    TileDiffers "tile-differs" "a tile holds what the entries give"
    FileSurplus "file-surplus" "a log has no files but its checkpoint, tiles and entry bundles"
    DocumentDiffers "document-differs" "a document has the digest and length under which it is cited"
    ArchiveHeader "archive-header" "a member has a plain ustar header: a file, mode 0644, owner 0, time 0, no link, no extension"
    ArchiveOrder "archive-order" "members are sorted by name and named once"
    ArchiveEnd "archive-end" "an archive is padded with zeros and ends with two zero blocks"
    MemberName "member-name" "a bundle has only the members that its format names"
    MemberList "member-list" "bundle.json lists all other members, with digest and length"
    MemberForm "member-form" "a member of a bundle has the form of its kind"
    ClaimForm "claim-form" "the claim of a bundle is one that its entries can bear out"
    OpeningDiffers "opening-differs" "an opening opens the commitment of its entry"
    Rotation "rotation" "a rotation names the next key and is signed by the old key and the next"
    Revocation "revocation" "a revocation names a lost key and its successor and is signed by the recovery key and the successor"
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;
    use alloc::string::ToString as _;

    #[test]
    fn rules_have_identifiers_of_their_own() {
        let ids: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        assert_eq!(ids.len(), Rule::ALL.len());
        for id in ids {
            assert!(
                id.bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            );
        }
    }

    #[test]
    fn a_refusal_says_where_and_which_rule() {
        let refusal = Rule::NoteForm.at(7).in_place("checkpoint");
        assert_eq!(
            refusal.to_string(),
            "checkpoint, byte 7: a note is a text ending in a line end, an empty line, and signature lines [note-form]"
        );
    }
}
