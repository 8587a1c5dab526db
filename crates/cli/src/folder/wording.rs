//! The English of faults and remarks. The data is in `fault` and `remark`; another language is
//! another file like this one.

use core::fmt;

use crate::folder::fault::{Fault, Problem, Quotation};
use crate::folder::remark::Remark;

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        let words = Quoted(&self.words);
        match &self.problem {
            Problem::MissingFile => write!(f, "there is no file {}", self.named()),
            Problem::Unreadable(why) => write!(f, "{} cannot be read: {why}", self.named()),
            Problem::PathOutside => write!(f, "the path {words} leaves the folder of the register"),
            Problem::FileTooLarge(most) => {
                write!(f, "{} has more than {most} bytes", self.named())
            }
            Problem::TooManyTreaties(most) => write!(f, "there are more than {most} treaties"),
            Problem::NotUtf8(at) => {
                write!(f, "the byte {} at offset {at} is not UTF-8", self.words)
            }
            Problem::LineTooLong(most) => {
                write!(f, "the line that begins {words} has more than {most} bytes")
            }
            Problem::FieldTooLong(most) => {
                write!(
                    f,
                    "the field that begins {words} has more than {most} bytes"
                )
            }
            Problem::TooManyRows(most) => write!(f, "there are more than {most} rows"),
            Problem::Quotation(Quotation::Unclosed) => {
                write!(f, "the quotation mark at {words} is never closed")
            }
            Problem::Quotation(Quotation::Stray) => {
                write!(f, "a quotation mark stands inside the field at {words}")
            }
            Problem::Quotation(Quotation::AfterClose) => {
                write!(
                    f,
                    "{words} stands between a closing quotation mark and the next comma"
                )
            }
            Problem::MissingColumn(name) => write!(f, "the header {words} has no column `{name}`"),
            Problem::ColumnTwice => write!(f, "the column {words} stands twice in the header"),
            Problem::UnknownColumn(..) => write!(f, "the column {words} is not known"),
            Problem::FieldCount { expected, found } => {
                write!(
                    f,
                    "the row {words} has {found} fields, the header has {expected}"
                )
            }
            Problem::EmptyField(name) => write!(f, "the field `{name}` is empty"),
            Problem::Identifier(error) => write!(f, "{words} is no identifier: {error}"),
            Problem::KindOfParticipant(_) => write!(f, "{words} is no kind of participant"),
            Problem::Date => write!(f, "{words} is not a date"),
            Problem::NoSuchDay => write!(f, "{words} is not a date: there is no such day"),
            Problem::Number => write!(f, "{words} is not a number"),
            Problem::UnknownParticipant(_) => write!(f, "no participant has the code {words}"),
            Problem::UnknownTreaty(_) => write!(f, "no treaty has the identifier {words}"),
            Problem::UnknownAct => {
                write!(
                    f,
                    "no act of this treaty and participant has the id {words}"
                )
            }
            Problem::MissingOf => f.write_str("the act does not say what it corrects or continues"),
            Problem::Twice(first) => write!(f, "{words} stands twice, first on line {first}"),
            Problem::Overlap(first) => {
                write!(
                    f,
                    "the time of {words} overlaps with its time on line {first}"
                )
            }
            Problem::UntilBeforeFrom => write!(f, "the time ends on {words}, before it begins"),
            Problem::TreatyName(name) => {
                write!(
                    f,
                    "the identifier {words} is not the name of the file, {name}"
                )
            }
            Problem::Clause(diagnostic) => {
                write!(f, "{}: {}", diagnostic.code, diagnostic.detail)
            }
        }
    }
}

impl Fault {
    /// Returns what was expected or may be done, if there is more to say than the fault itself.
    pub fn hint(&self) -> Option<String> {
        let hint = match &self.problem {
            Problem::MissingFile => "add the file, or correct the path".to_owned(),
            Problem::PathOutside => {
                "expected a path inside the folder, with `/` and without `..`".to_owned()
            }
            Problem::NotUtf8(_) => "save the file as UTF-8".to_owned(),
            Problem::LineTooLong(_) | Problem::FieldTooLong(_) => {
                "look for a quotation mark that is not closed".to_owned()
            }
            Problem::Quotation(_) => {
                "put the whole field in quotation marks and double those inside".to_owned()
            }
            Problem::UnknownColumn(meant, known) => {
                did_you_mean(*meant, &format!("known columns: {}", known.join(", ")))
            }
            Problem::FieldCount { .. } => "a field with a comma needs quotation marks".to_owned(),
            Problem::KindOfParticipant(meant) => did_you_mean(
                *meant,
                "expected state, former-state, organization, territory, company, institution or \
                 sub-state",
            ),
            Problem::Date | Problem::NoSuchDay => {
                "expected a day of the calendar as YYYY-MM-DD".to_owned()
            }
            Problem::Number => "expected digits, with a point before decimals".to_owned(),
            Problem::UnknownParticipant(meant) => did_you_mean(
                meant.as_deref(),
                "add it to participants.csv, or correct the code",
            ),
            Problem::UnknownTreaty(meant) => did_you_mean(
                meant.as_deref(),
                &format!("expected a file treaties/{}.clausula", self.words),
            ),
            Problem::UnknownAct => {
                "`of` names the `id` of another act of the same treaty and participant".to_owned()
            }
            Problem::MissingOf => {
                "name the `id` of the act corrected, or the code of the predecessor, in `of`"
                    .to_owned()
            }
            Problem::TreatyName(_) => "rename the file, or correct the `id`".to_owned(),
            _ => return None,
        };
        Some(hint)
    }

    fn named(&self) -> &str {
        if self.words.is_empty() {
            &self.place.file
        } else {
            &self.words
        }
    }
}

impl Remark {
    /// Returns what the remark says of each of those counted.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::UnmappedAct => "acts with labels that are no act of the catalogue: never consent",
            Self::TreatyWithoutActs => "treaties without any act",
            Self::DepositaryWithoutPolicies => "treaties whose depositary has no policies here",
            Self::PublishedSuccession => {
                "successions without a date of succession: the date of notification stands in"
            }
            Self::MembershipUnknown => {
                "treaties with an organization's instrument whose members are not known: not counted"
            }
            Self::BeforeAdoption => "acts before the date of adoption",
            Self::UnsignedRatification => "ratifications without a signature before",
            Self::NameConflict => "participants with the name of another",
            Self::AfterHorizon => "acts after the day to which the treaty's acts are known",
        }
    }
}

fn did_you_mean(meant: Option<&str>, otherwise: &str) -> String {
    match meant {
        Some(meant) => format!("did you mean {meant}? otherwise {otherwise}"),
        None => otherwise.to_owned(),
    }
}

/// Words in quotation marks, on one line.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("“")?;
        for letter in self.0.chars() {
            match letter {
                letter if letter.is_control() => write!(f, "{}", letter.escape_default())?,
                letter => write!(f, "{letter}")?,
            }
        }
        f.write_str("”")
    }
}
