//! The canonical source form: one line per statement, header fields in a fixed order.
//!
//! Printing and parsing again gives the same tree. Quotation marks and line breaks, which no text
//! that was read can hold, are replaced, so that every tree prints as lines that can be read.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use crate::clause::rule::{
    Atom, BarStart, ClauseFile, Condition, DepositaryBlock, Filter, Force, Group, GroupSource,
    Header, Joiner, JoinerScope, Moment, NoticeBar, Noun, Open, OpenFor, Point, Policy,
    Reservations, Rule, Set, Share, Statement, Term, WeightSource, Weights, Withdrawal,
};
use crate::clause::syntax::ordinal_of_month;

/// Returns a treaty file in canonical form.
pub fn print(file: &ClauseFile) -> String {
    let mut lines = header(&file.header);
    if !file.statements.is_empty() {
        lines.push(String::new());
    }
    lines.extend(file.statements.iter().map(print_statement));
    lines.push(String::new());
    lines.join("\n")
}

/// Returns a statement in canonical form, on one line.
pub fn print_statement(statement: &Statement) -> String {
    statement.to_string()
}

/// Returns a file of depositaries in canonical form.
pub fn print_depositaries(blocks: &[DepositaryBlock]) -> String {
    let mut lines = Vec::new();
    for block in blocks {
        lines.push(alloc::format!("depositary {}", Quoted(&block.name)));
        lines.extend(
            block
                .policies
                .iter()
                .map(|policy| alloc::format!("  {policy}")),
        );
    }
    lines.push(String::new());
    lines.join("\n")
}

fn header(header: &Header) -> Vec<String> {
    let mut lines = alloc::vec![alloc::format!("treaty {}", Quoted(&header.title))];
    let mut field = |words: fmt::Arguments<'_>| lines.push(alloc::format!("  {words}"));
    if let Some(id) = &header.id {
        field(format_args!("id {}", id.value));
    }
    match (&header.adopted, &header.place) {
        (Some(adopted), Some(place)) => {
            field(format_args!(
                "adopted {} at {}",
                adopted.value,
                Quoted(place)
            ));
        }
        (Some(adopted), None) => field(format_args!("adopted {}", adopted.value)),
        (None, _) => {}
    }
    if let Some(opened) = &header.opened {
        field(format_args!("opened {}", opened.value));
    }
    if let Some(depositary) = &header.depositary {
        field(format_args!("depositary {}", Quoted(&depositary.value)));
    }
    if let Some((place, zone)) = &header.seat {
        field(format_args!("seat {} zone {}", Quoted(place), Quoted(zone)));
    }
    if !header.authentic.is_empty() {
        let languages = header.authentic.join(", ");
        match &header.prevailing {
            Some(one) => field(format_args!("authentic {languages} prevailing {one}")),
            None => field(format_args!("authentic {languages}")),
        }
    }
    if let Some(announced) = &header.announced {
        field(format_args!("announced in force {}", announced.value));
    }
    if let Some(day) = &header.data_as_of {
        field(format_args!("data as of {}", day.value));
    }
    for policy in &header.policies {
        field(format_args!("{policy}"));
    }
    lines
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (policy, value) = self.setting.words();
        write!(f, "policy {policy} {value}")?;
        optional(f, " from ", self.from)?;
        optional(f, " until ", self.until)
    }
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.rule)?;
        match &self.citation {
            Some(citation) => write!(f, " [{}]", Printable(citation, ']', ')')),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group(group) => write!(f, "{group}"),
            Self::Weights(weights) => write!(f, "{weights}"),
            Self::Consent(acts) => {
                f.write_str("consent by ")?;
                listed(f, acts)
            }
            Self::Force(Force::Moment(moment)) => write!(f, "in force {moment}"),
            Self::Force(Force::Unmodelled(words)) => {
                write!(f, "in force unmodelled {}", Quoted(words))
            }
            Self::Joiner(joiner) => write!(f, "{joiner}"),
            Self::Withdrawal(withdrawal) => write!(f, "withdrawal {withdrawal}"),
            Self::Reservations(reservations) => write!(f, "reservations {reservations}"),
            Self::Open(open) => write!(f, "open for {open}"),
            Self::Extension(extension) => f.write_str(&extension.words),
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "group {} ", self.name)?;
        match &self.members {
            GroupSource::Listed(members) => {
                f.write_str("= {")?;
                listed(f, members)?;
                f.write_str("}")
            }
            GroupSource::File(path) => write!(f, "from {}", Quoted(path)),
            GroupSource::Unknown(words) => unknown(f, words.as_deref()),
        }
    }
}

impl fmt::Display for Weights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "weights {} ", self.name)?;
        match &self.source {
            WeightSource::File { path, total } => {
                write!(f, "from {}", Quoted(path))?;
                optional(f, " total ", *total)
            }
            WeightSource::Unknown(words) => unknown(f, words.as_deref()),
        }
    }
}

impl fmt::Display for Joiner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.scope {
            JoinerScope::Later => "each later joiner ",
            JoinerScope::AfterForce => "each joiner after entry into force ",
        })?;
        write!(f, "{}", self.term)?;
        if self.even_before {
            f.write_str(", even before general entry into force")?;
        }
        Ok(())
    }
}

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
            Self::InForce(treaty) => write!(f, "treaty {treaty} in force"),
            Self::OnOrAfter(date) => write!(f, "on or after {date}"),
        }
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
        }
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

impl fmt::Display for Withdrawal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Silent => f.write_str("silent"),
            Self::Excluded => f.write_str("excluded"),
            Self::Notice {
                count,
                unit,
                not_before,
            } => {
                write!(f, "{count} {unit} after receipt of notice")?;
                optional(f, ", not before ", *not_before)
            }
        }
    }
}

impl fmt::Display for NoticeBar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let after = match self.after {
            BarStart::GeneralForce => "general entry into force",
            BarStart::ItsForce => "its entry into force",
        };
        write!(f, "{} {} after {after}", self.count, self.unit)
    }
}

impl fmt::Display for Reservations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (words, articles) = match self {
            Self::None => return f.write_str("none"),
            Self::Silent => return f.write_str("silent"),
            Self::Any => return f.write_str("any"),
            Self::Words(words) => return write!(f, "{}", Quoted(words)),
            Self::OnlyTo(articles) => ("only to ", articles),
            Self::NotTo(articles) => ("not to ", articles),
        };
        f.write_str(words)?;
        listed(f, articles)
    }
}

impl fmt::Display for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.to_act {
            OpenFor::Signature => "signature",
            OpenFor::Accession => "accession",
        })?;
        optional(f, " to ", self.to.as_ref())?;
        optional(f, " from ", self.from)?;
        optional(f, " until ", self.until)?;
        optional(f, " at ", self.place.as_deref().map(Quoted))?;
        match self.invited_by.as_deref() {
            Some("all parties") => f.write_str(" by invitation of all parties"),
            inviter => optional(f, " by invitation of ", inviter.map(Quoted)),
        }
    }
}

fn unknown(f: &mut fmt::Formatter<'_>, words: Option<&str>) -> fmt::Result {
    f.write_str("unknown")?;
    optional(f, " ", words.map(Quoted))
}

fn optional(
    f: &mut fmt::Formatter<'_>,
    before: &str,
    value: Option<impl fmt::Display>,
) -> fmt::Result {
    match value {
        Some(value) => write!(f, "{before}{value}"),
        None => Ok(()),
    }
}

fn listed(f: &mut fmt::Formatter<'_>, entries: &[impl fmt::Display]) -> fmt::Result {
    separated(f, entries, ", ")
}

fn separated(
    f: &mut fmt::Formatter<'_>,
    entries: &[impl fmt::Display],
    separator: &str,
) -> fmt::Result {
    for (nth, entry) in entries.iter().enumerate() {
        if nth > 0 {
            f.write_str(separator)?;
        }
        write!(f, "{entry}")?;
    }
    Ok(())
}

/// Words in quotation marks.
struct Quoted<'t>(&'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", Printable(self.0, '"', '\''))
    }
}

/// Words without line breaks, and with what would end them replaced.
struct Printable<'t>(&'t str, char, char);

impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(words, ending, replacement) = *self;
        words.chars().try_for_each(|character| {
            let printed = match character {
                '\n' => ' ',
                character if character == ending => replacement,
                character => character,
            };
            write!(f, "{printed}")
        })
    }
}
