//! Why bytes are not a record: the rule that is broken, and where. The numbers are those of the
//! eight rules of the record page.

use core::fmt;

/// What about the bytes is against the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Breach {
    /// The bytes of a string are not UTF-8 (rule 1).
    NotUtf8,
    /// The bytes begin with a byte order mark (rule 1).
    ByteOrderMark,
    /// White space stands between tokens (rule 1).
    WhiteSpace,
    /// The bytes end before the record does (rule 1).
    Truncated,
    /// The top-level value is not an object (rule 1).
    NotAnObject,
    /// Something follows the top-level object (rule 1).
    Trailing,
    /// Another token was expected here (rule 1).
    Token,
    /// The value is no object, array, string, integer, `true` or `false`: `null` is none (rule 2).
    NotAValue,
    /// The number has a fraction or an exponent (rule 2).
    NotAnInteger,
    /// The name of a member does not match `[a-z][a-z0-9_]{0,63}` (rule 3).
    Name,
    /// The name of a member stands after a greater one (rule 3).
    Order,
    /// The name of a member is repeated (rule 3).
    Repeated,
    /// The integer has a leading zero, a sign before zero, or no digits (rule 4).
    IntegerForm,
    /// The absolute value of the integer is 2^53 or more (rule 4).
    IntegerRange,
    /// A character below U+0020 stands in a string without escape (rule 5).
    ControlCharacter,
    /// A string holds an escape that is not the canonical form of a character (rule 5).
    Escape,
    /// A string holds U+0000 (rule 5).
    Nul,
    /// A string holds an escaped surrogate; characters stand literally (rule 5).
    Surrogate,
    /// The type is not ASCII (rule 6).
    NotAscii,
    /// A value stands at depth 17 (rule 7).
    Depth,
    /// The record is longer than an entry may be (rule 7).
    EntryLength,
    /// The top-level object has no text `type` (rule 8).
    NoType,
    /// The type does not have the form `sponsio.NAME/VERSION` (rule 8).
    TypeForm,
}

impl Breach {
    /// Returns the number of the rule that is broken, from 1 to 8.
    pub fn rule(self) -> u8 {
        match self {
            Self::NotUtf8
            | Self::ByteOrderMark
            | Self::WhiteSpace
            | Self::Truncated
            | Self::NotAnObject
            | Self::Trailing
            | Self::Token => 1,
            Self::NotAValue | Self::NotAnInteger => 2,
            Self::Name | Self::Order | Self::Repeated => 3,
            Self::IntegerForm | Self::IntegerRange => 4,
            Self::ControlCharacter | Self::Escape | Self::Nul | Self::Surrogate => 5,
            Self::NotAscii => 6,
            Self::Depth | Self::EntryLength => 7,
            Self::NoType | Self::TypeForm => 8,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::NotUtf8 => "the string is not UTF-8",
            Self::ByteOrderMark => "a record has no byte order mark",
            Self::WhiteSpace => "no white space stands between tokens",
            Self::Truncated => "the bytes end before the record does",
            Self::NotAnObject => "a record is an object",
            Self::Trailing => "nothing may follow the record",
            Self::Token => "another token is expected here",
            Self::NotAValue => {
                "a value is an object, an array, a string, an integer, true or false"
            }
            Self::NotAnInteger => "a number has no fraction and no exponent",
            Self::Name => "the name of a member matches [a-z][a-z0-9_]{0,63}",
            Self::Order => "members stand in ascending order of their names",
            Self::Repeated => "a member is not repeated",
            Self::IntegerForm => "an integer is 0 or -?[1-9][0-9]*",
            Self::IntegerRange => "the absolute value of an integer is below 2^53",
            Self::ControlCharacter => "a character below U+0020 is escaped",
            Self::Escape => "the escape is not the canonical form of a character",
            Self::Nul => "a string does not hold U+0000",
            Self::Surrogate => "a surrogate is not a character",
            Self::NotAscii => "a type is ASCII",
            Self::Depth => "no value stands at depth 17",
            Self::EntryLength => "an entry has at most 65535 bytes",
            Self::NoType => "a record has a text member `type`",
            Self::TypeForm => "a type has the form sponsio.NAME/VERSION",
        }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// Why bytes are not a record, or why a draft cannot become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// What is against the rules.
    pub what: Breach,
    /// The byte offset where it stands: in the bytes read, or in those a draft would have.
    pub offset: usize,
}

impl Fault {
    /// Returns the number of the rule that is broken, from 1 to 8.
    pub fn rule(&self) -> u8 {
        self.what.rule()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, offset } = self;
        write!(f, "rule {}, byte {offset}: {what}", what.rule())
    }
}

impl core::error::Error for Fault {}
