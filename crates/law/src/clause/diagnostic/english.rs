//! The English wording of a detail.

use core::fmt;

use crate::calendar::Unit;
use crate::clause::diagnostic::Subject;
use crate::clause::diagnostic::{
    Conflict, DateRole, Delimiter, Detail, Expected, Found, MisplacedPoint,
};
use crate::clause::rule::Share;

/// How many alternatives are named before the list is cut.
const MOST_NAMED: usize = 12;

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Expected {
                found,
                expected,
                meant,
            } => {
                alternatives(f, expected)?;
                write!(f, ", found {found}")?;
                meant.map_or(Ok(()), |meant| write!(f, "; did you mean `{meant}`?"))
            }
            Self::NoSuchDay { written } => write!(f, "there is no such day: {}", Shown(written)),
            Self::NumberTooLarge { written, most } => {
                write!(f, "{} is too large: at most {most} here", Shown(written))
            }
            Self::NotANumber { written } => write!(
                f,
                "{} is not a number with at most 12 digits before and 6 after the point",
                Shown(written)
            ),
            Self::NotAFraction { written } => write!(
                f,
                "{} is not a fraction of two whole numbers, the second above 0",
                Shown(written)
            ),
            Self::NotAnIdentifier { written, error } => {
                write!(f, "{} is no identifier: {error}", Shown(written))
            }
            Self::NotAName { written } => write!(
                f,
                "{} is no name: names have at most 64 of A-Z, 0-9, `_` and `-`, a letter first",
                Shown(written)
            ),
            Self::Unclosed(delimiter) => write!(f, "{delimiter} opened here and not closed"),
            Self::Unopened(delimiter) => write!(f, "{delimiter} closed here and not opened"),
            Self::TooDeep { most } => write!(f, "more than {most} parentheses inside each other"),
            Self::TooMany { most } => write!(f, "the list has more than {most} entries"),
            Self::TooLong { bytes, most } => {
                write!(f, "the source has {bytes} bytes; at most {most} are read")
            }
            Self::More { left_out } => write!(f, "and {left_out} more, not listed"),
            Self::DuplicateField { field } => write!(f, "`{field}` is given twice"),
            Self::DuplicateName {
                subject,
                name,
                first_line,
            } => write!(
                f,
                "the {subject} {name} is already declared on line {first_line}"
            ),
            Self::NoHeader => f.write_str("a file begins with `treaty \"TITLE\"`"),
            Self::SecondHeader => f.write_str("a file holds one treaty; this is a second one"),
            Self::FieldAfterStatement { field } => {
                write!(
                    f,
                    "`{field}` belongs to the head of the file, before the first statement"
                )
            }
            Self::SeveralStatements => {
                f.write_str("one statement is expected; this is a second one")
            }
            Self::NoStatement => f.write_str("there is no statement"),
            Self::PolicyWithoutDepositary => {
                f.write_str("a policy stands below the `depositary` line to which it belongs")
            }
            Self::Misplaced(MisplacedPoint::ItsDeposit) => {
                f.write_str("`its deposit` is a joiner's; general entry into force has no joiner")
            }
            Self::Misplaced(MisplacedPoint::ThatDay) => {
                f.write_str("`that day` has a meaning only after `; otherwise`")
            }
            Self::ClauseTwice { clause: "until" } => f.write_str(
                "how long it lasts is said twice: `until` and `for` are one clause; keep the one that is meant",
            ),
            Self::ClauseTwice { clause } => write!(
                f,
                "`{clause}` is given twice; each clause of a guarantee stands at most once: join the words or write a second guarantee"
            ),
            Self::Conflict(Conflict::NoMajority) => f.write_str(
                "a majority lies above 0 and is at most 1; write it as 2/3, or 1/1 for unanimity",
            ),
            Self::Conflict(Conflict::NoTime) => {
                f.write_str("a guarantee that lasts no time promises nothing; give at least 1 day")
            }
            Self::Conflict(Conflict::AloneOfSeveral) => f.write_str(
                "who owes for itself can act alone; write `jointly` if the others are needed, or leave `act alone` out",
            ),
            Self::Advice(advice) => write!(f, "{advice}"),
            Self::NotConsent { act } => {
                write!(f, "`{act}` does not express consent to be bound")
            }
            finding => lint(f, finding),
        }
    }
}

fn lint(f: &mut fmt::Formatter<'_>, detail: &Detail) -> fmt::Result {
    match detail {
        Detail::CountExceedsSet {
            least,
            members,
            set,
        } => write!(f, "{least} of {set} can never be reached: it has {members}"),
        Detail::EmptySet { set } => write!(f, "{set} has no members, so `all of` never holds"),
        Detail::ShareOverWhole { share } => {
            write!(f, "{} is more than the whole", ShownShare(*share))
        }
        Detail::ShareOverRows {
            share,
            table,
            rows,
            total,
        } => write!(
            f,
            "{} of {table} can never be reached: its rows sum to {rows} of {total}",
            ShownShare(*share)
        ),
        Detail::BeforeAdoption {
            role,
            date,
            adopted,
        } => write!(f, "{role} ({date}) lies before adoption ({adopted})"),
        Detail::EndsBeforeItBegins { from, until } => {
            write!(f, "it ends on {until}, before it begins on {from}")
        }
        Detail::FractionWithoutDay { fraction } => write!(
            f,
            "{fraction} of a set that changes: say `as at` which day the set is taken (EIF-10)"
        ),
        Detail::Undeclared { subject, name } => {
            write!(f, "the {subject} {name} is used but not declared")
        }
        Detail::WithoutWeight { participant, table } => {
            write!(f, "{participant} has no row in the table {table}")
        }
        Detail::Circle { treaties } => {
            f.write_str("treaties refer to each other in a circle: ")?;
            for (nth, treaty) in treaties.iter().enumerate() {
                write!(f, "{}{treaty}", if nth == 0 { "" } else { " -> " })?;
            }
            Ok(())
        }
        Detail::OwnEntryIntoForce => {
            f.write_str("general entry into force would be computed from itself")
        }
        Detail::SecondForce { first_line } => write!(
            f,
            "a second `in force` beside line {first_line}; join them by `; or later:` or `; or earlier:`"
        ),
        Detail::ProvisionChanged { recorded, current } => write!(
            f,
            "the provision has changed: the rule is bound to {}, the text is {}",
            Shown(recorded),
            Shown(current)
        ),
        Detail::NobodyMayJoin => f.write_str("no `open for` statement lets anybody sign or accede"),
        Detail::NoSuchArticle { article } => {
            write!(f, "the text has no article {}", Shown(article))
        }
        finding => warning(f, finding),
    }
}

fn warning(f: &mut fmt::Formatter<'_>, detail: &Detail) -> fmt::Result {
    match detail {
        Detail::PeriodExpiryUnstated { count, unit } => write!(
            f,
            "no policy says on which day `{}` end; same-day is assumed (DATE-3)",
            ShownPeriod(*count, *unit)
        ),
        Detail::MonthEnd { count, unit } => write!(
            f,
            "`{}` may end in a month without that day number; then its last day counts (DATE-4)",
            ShownPeriod(*count, *unit)
        ),
        Detail::OrganizationsUnstated => f.write_str(
            "no policy says whether organizations' instruments count; not-additional is assumed (S-4)",
        ),
        Detail::WithdrawalSilent => {
            f.write_str("the text is silent on withdrawal; VCLT art. 56 decides")
        }
        Detail::CountIsWholeSet { least, set } => {
            write!(f, "{least} is every member of {set}; is `all of` meant?")
        }
        Detail::RevocableOnFixedDay { date } => write!(
            f,
            "an instrument withdrawn before {date} undoes the number; no policy says whether it may be (CON-5)"
        ),
        Detail::ShareOfNothing { table } => write!(f, "the total of {table} is 0"),
        Detail::NotByThen { date, from } => {
            write!(f, "cannot hold by {date}: it requires a day on or after {from}")
        }
        Detail::TermNeverDecides { term, other } => {
            write!(f, "term {term} never decides: term {other} always comes first")
        }
        Detail::SameDayActs { day, acts } => write!(
            f,
            "{acts} acts of {day} completed the condition together; all are named as the trigger (EIF-8)"
        ),
        Detail::NoJoiner => f.write_str(
            "no rule for later joiners; the day of consent counts (VCLT art. 24(3))",
        ),
        Detail::Unknown { subject, name } => {
            write!(f, "the {subject} {name} is unknown: the result will be undetermined")
        }
        Detail::RoundedFraction {
            percent,
            numerator,
            denominator,
        } => write!(f, "{percent} % is not {numerator}/{denominator}; write the fraction"),
        _ => Ok(()),
    }
}

fn alternatives(f: &mut fmt::Formatter<'_>, expected: &[Expected]) -> fmt::Result {
    f.write_str("expected ")?;
    let named = expected.len().min(MOST_NAMED);
    for (nth, alternative) in expected.iter().take(named).enumerate() {
        let last = nth + 1 == expected.len();
        f.write_str(match nth {
            0 => "",
            _ if last => " or ",
            _ => ", ",
        })?;
        write!(f, "{alternative}")?;
    }
    if named < expected.len() {
        f.write_str(" …")?;
    }
    Ok(())
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => write!(f, "{}", Shown(words)),
            Self::End => f.write_str("the end of the statement"),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Words(words) => return write!(f, "`{words}`"),
            Self::Date => "a date such as 1976-03-23",
            Self::Whole => "a whole number",
            Self::Number => "a number",
            Self::Fraction => "a fraction such as 2/3",
            Self::Text => "words in quotation marks",
            Self::Name => "a name in capitals",
            Self::Participant => "a participant's code such as TUR",
            Self::Treaty => "a treaty's identifier",
            Self::Ordinal => "an ordinal from `second` to `twelfth`",
            Self::Act => "an act of consent such as `ratification`",
            Self::Article => "an article",
            Self::Language => "a language tag such as `en`",
            Self::Citation => "a citation in square brackets",
            Self::End => "the end of the statement",
        })
    }
}

impl fmt::Display for Delimiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Quotation => "a quotation mark",
            Self::Citation => "a square bracket",
            Self::Parenthesis => "a parenthesis",
            Self::Brace => "a brace",
        })
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Group => "group",
            Self::Table => "table",
            Self::Guarantee => "guarantee",
        })
    }
}

impl fmt::Display for DateRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Opened => "the opening for signature",
            Self::Announced => "the announced entry into force",
            Self::DataAsOf => "the day to which acts are known",
            Self::Rule => "a day in the rule",
            Self::OpenFrom => "the first day on which it is open",
            Self::OpenUntil => "the last day on which it is open",
        })
    }
}

/// Words from a source in quotation; control characters, which could steer a terminal, are not
/// passed on.
struct Shown<'w>(&'w str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`")?;
        for character in self.0.chars() {
            let shown = if character.is_control() {
                '\u{fffd}'
            } else {
                character
            };
            write!(f, "{shown}")?;
        }
        f.write_str("`")
    }
}

struct ShownPeriod(u32, Unit);

impl fmt::Display for ShownPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, self.1)
    }
}

struct ShownShare(Share);

impl fmt::Display for ShownShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Share::Percent(percent) => write!(f, "{percent} %"),
            Share::Fraction(numerator, denominator) => write!(f, "{numerator}/{denominator}"),
        }
    }
}
