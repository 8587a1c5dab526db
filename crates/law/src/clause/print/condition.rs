//! Moments, terms, points, conditions and sets as they are printed.

use core::fmt;

use crate::clause::print::words::{listed, optional, separated};
use crate::clause::rule::{
    AsAt, Atom, Bound, Condition, Filter, Moment, Noun, Point, Roll, Set, Share, Term,
};
use crate::clause::syntax::ordinal_of_month;

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latest(terms) => separated(f, terms, "; or later: "),
            Self::Earliest(terms) => separated(f, terms, "; or earlier: "),
            Self::Fallback {
                date,
                condition,
                otherwise,
            } => write!(f, "on {date} if by then {condition}; otherwise {otherwise}"),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(point) => write!(f, "on {point}"),
            Self::After { count, unit, point } => write!(f, "{count} {unit} after {point}"),
            Self::FirstOfMonth { month, point } => match ordinal_of_month(*month) {
                Some(ordinal) => {
                    write!(
                        f,
                        "on the first day of the {ordinal} month following {point}"
                    )
                }
                None => write!(f, "on the first day of the month following {point}"),
            },
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Date(date) => return write!(f, "{date}"),
            Self::TheDay(condition) => return write!(f, "the day {condition}"),
            Self::Term(term) => return write!(f, "({term})"),
            Self::ThatDay => "that day",
            Self::ItsDeposit => "its deposit",
            Self::GeneralForce => "general entry into force",
            Self::Adoption => "adoption",
            Self::Opening => "opening",
        })
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (tests, joint) = match self {
            Self::Atom(atom) => return write!(f, "{atom}"),
            Self::Any(tests) => (tests, " or "),
            Self::All(tests) => (tests, " and "),
        };
        for (nth, test) in tests.iter().enumerate() {
            if nth > 0 {
                f.write_str(joint)?;
            }
            match (self, test) {
                // `or` binds more loosely than `and`; what stands directly inside its own kind was
                // put in parentheses by the author.
                (Self::Any(_), Self::Any(_)) | (Self::All(_), Self::Any(_) | Self::All(_)) => {
                    write!(f, "({test})")?;
                }
                _ => write!(f, "{test}")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Atom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count {
                least,
                noun,
                filters,
            } => {
                write!(f, "at least {least} {noun}")?;
                filters.iter().try_for_each(|filter| write!(f, " {filter}"))
            }
            Self::Of { least, set } => write!(f, "at least {least} of {set}"),
            Self::AllOf(set) => write!(f, "all of {set}"),
            Self::Share { share, table } => write!(f, "together at least {share} of {table}"),
            Self::MoreThan {
                than,
                noun,
                filters,
            } => {
                write!(f, "more than {than} {noun}")?;
                filters.iter().try_for_each(|filter| write!(f, " {filter}"))
            }
            Self::Proportion {
                bound,
                fraction: (numerator, denominator),
                set,
            } => write!(f, "{bound} {numerator}/{denominator} of {set}"),
            Self::ShareAbove {
                fraction: (numerator, denominator),
                table,
            } => write!(f, "together more than {numerator}/{denominator} of {table}"),
            Self::InForce(treaty) => write!(f, "treaty {treaty} in force"),
            Self::OnOrAfter(date) => write!(f, "on or after {date}"),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AtLeast => "at least",
            Self::MoreThan => "more than",
        })
    }
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Instruments => "instruments",
            Self::States => "states",
        })
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Of(set) => write!(f, "of {set}"),
            Self::OtherThan(set) => write!(f, "other than {set}"),
            Self::EachWith { table, least } => write!(f, "each with {table} at least {least}"),
            Self::CountingProvisional => f.write_str("counting notices of provisional application"),
        }
    }
}

impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(name) => f.write_str(name),
            Self::Listed(members) => {
                f.write_str("{")?;
                listed(f, members)?;
                f.write_str("}")
            }
            Self::Signatories => f.write_str("signatories"),
            Self::PartiesTo { treaty, as_at } => {
                write!(f, "parties to {treaty}")?;
                optional(f, " as at ", *as_at)
            }
            Self::AsAt { roll, day } => write!(f, "{roll} as at {day}"),
        }
    }
}

impl fmt::Display for Roll {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parties => f.write_str("parties"),
            Self::Signatories => f.write_str("signatories"),
            Self::MembersOf(name) => write!(f, "members of {name}"),
            Self::PartiesTo(treaty) => write!(f, "parties to {treaty}"),
        }
    }
}

impl fmt::Display for AsAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Date(day) => return write!(f, "{day}"),
            Self::Adoption => "adoption",
            Self::Opening => "opening",
            Self::Trigger => "the trigger",
            Self::EachDay => "each day",
            Self::Communication => "communication",
        })
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percent(percent) => write!(f, "{percent} %"),
            Self::Fraction(numerator, denominator) => write!(f, "{numerator}/{denominator}"),
        }
    }
}
