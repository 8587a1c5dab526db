//! What a case may ask of guarantees: `guarantee NAME A -> B DATE`, `coverage A -> B DATE` (of all
//! treaties), `returned NAME DATE`, `closings DATE`, `missing NAME DATE`; and how a `draft` block is
//! received, with advice, or refused with code and place.

use core::fmt::Write as _;

use libtest_mimic::Failed;
use sponsio_law::clause::truth::Truth;
use sponsio_law::clause::{LintContext, Severity, check};
use sponsio_law::guarantee::{
    Asked, Closing, Coverage, Mark, Row, account, closings, coverage, ladder,
};
use sponsio_law::register::{Register, TreatyIndex};
use sponsio_law::status::history::Lens;
use sponsio_record::ParticipantId;

use super::case::date;

/// The codes under which a guarantee line is refused.
pub(crate) const CODES: [&str; 4] = ["T404", "T405", "T406", "T407"];

/// Whether this line of an expectation asks something of guarantees.
pub(crate) fn is_query(line: &str) -> bool {
    [
        "guarantee ",
        "coverage ",
        "returned ",
        "closings ",
        "missing ",
    ]
    .iter()
    .any(|word| line.starts_with(word))
}

/// Returns what is said of a draft: refused with every fault, or received with the advice on it.
pub(crate) fn draft(source: &str) -> Result<String, Failed> {
    let parsed = check(source, &LintContext::default());
    let mut said = String::new();
    for found in &parsed.diagnostics {
        let (code, line, column) = (found.code, found.line, found.column);
        if found.severity == Severity::Error {
            writeln!(
                said,
                "refused {code} at {line}:{column}\n  {}",
                found.detail
            )?;
        }
    }
    if !said.is_empty() {
        return Ok(said);
    }
    said.push_str("received\n");
    for found in &parsed.diagnostics {
        let (code, line) = (found.code, found.line);
        writeln!(said, "  advice {code} on line {line}: {}", found.detail)?;
    }
    Ok(said)
}

/// Returns what the law replies to a question about guarantees.
pub(crate) fn reply(
    register: &Register,
    treaty: TreatyIndex,
    lens: Lens,
    asked: &[&str],
) -> Result<String, Failed> {
    let all: Vec<TreatyIndex> = register.treaty_places().collect();
    match asked {
        ["guarantee", name, from, "->", to, at] => {
            let matrix = matrix(register, &[treaty], lens, at)?;
            let row = row(&matrix, name)?;
            cell(register, &matrix, row, (from, to))
        }
        ["coverage", from, "->", to, at] => {
            let matrix = matrix(register, &all, lens, at)?;
            let (from, to) = pair(register, &matrix, (from, to))?;
            Ok(matrix.strongest(from, to).label().into())
        }
        ["returned", name, at] => {
            let matrix = matrix(register, &[treaty], lens, at)?;
            let row = row(&matrix, name)?;
            let (back, owed) = (matrix.reciprocity(row), matrix.collectivity(row));
            let direction = row.promise.direction().label();
            Ok(format!(
                "{direction}, {}; returned {}, one-sided {}, not known {}; guarantors bound {} of {}",
                owed.mode.label(),
                back.returned,
                back.one_sided,
                back.unknown,
                owed.bound,
                owed.named
            ))
        }
        ["closings", at] => {
            let matrix = matrix(register, &all, lens, at)?;
            let found = closings(register, &matrix);
            let said = found.iter().map(|one| closing(register, &matrix, one));
            Ok(said.collect::<Vec<_>>().join("; "))
        }
        ["missing", name, at] => {
            let matrix = matrix(register, &[treaty], lens, at)?;
            let rungs = ladder(register, &matrix, row(&matrix, name)?);
            let said = rungs.iter().map(|rung| {
                let sign = match rung.is_taken() {
                    Truth::True => "yes",
                    Truth::False => "no",
                    Truth::Unknown => "not known",
                };
                format!("{} {sign}", rung.label())
            });
            Ok(said.collect::<Vec<_>>().join(", "))
        }
        _ => Err(format!("not understood: {asked:?}").into()),
    }
}

fn matrix(
    register: &Register,
    treaties: &[TreatyIndex],
    lens: Lens,
    at: &str,
) -> Result<Coverage, Failed> {
    let asked = Asked {
        treaties,
        at: date(at)?,
        lens,
        among: &[],
    };
    coverage(register, &asked).map_err(|error| format!("{error:?}").into())
}

fn row<'m>(matrix: &'m Coverage, name: &str) -> Result<&'m Row, Failed> {
    let mut rows = matrix.rows.iter();
    let found = rows.find(|row| row.promise.name == name);
    found.ok_or_else(|| format!("no guarantee {name}").into())
}

fn pair(
    register: &Register,
    matrix: &Coverage,
    (from, to): (&str, &str),
) -> Result<(usize, usize), Failed> {
    let member = |code: &str| -> Result<usize, Failed> {
        let party = register.party(&ParticipantId::new(code)?);
        let place = party.and_then(|party| matrix.member(party));
        place.ok_or_else(|| format!("{code} has no line").into())
    };
    Ok((member(from)?, member(to)?))
}

fn cell(
    register: &Register,
    matrix: &Coverage,
    row: &Row,
    codes: (&str, &str),
) -> Result<String, Failed> {
    let (from, to) = pair(register, matrix, codes)?;
    let found = account(register, matrix, row, from, to).ok_or("two members")?;
    let mut said = String::from(found.mark.label());
    if found.mark == Mark::Nothing {
        return Ok(said);
    }
    if let Some(since) = found.since {
        write!(said, " since {since}")?;
    }
    if let Some(until) = found.until {
        write!(said, " until {until}")?;
    }
    if let Some(end) = found.runs_out {
        write!(said, ", runs out {end}")?;
    }
    for condition in found.cell.conditions() {
        write!(said, ", {}", condition.label())?;
    }
    let covered = &matrix.treaties[row.treaty];
    if let Some(known_to) = covered.known_to.filter(|_| covered.beyond) {
        write!(said, ", not known after {known_to}")?;
    }
    Ok(said)
}

fn closing(register: &Register, matrix: &Coverage, closing: &Closing) -> String {
    let treaty = |place: usize| {
        let place = matrix.treaties[place].history.treaty;
        register.treaty(place).id.to_string()
    };
    let name = |row: usize| matrix.rows[row].promise.name.clone();
    match closing {
        Closing::Consent {
            treaty: place,
            party,
            kind,
            alone,
            together,
        } => {
            let who = &register.participant(*party).id;
            format!(
                "{kind} of {} by {who}: {alone} alone, {together} together",
                treaty(*place)
            )
        }
        Closing::EntryIntoForce {
            treaty: place,
            pairs,
        } => {
            format!("entry into force of {}: {pairs}", treaty(*place))
        }
        Closing::EndOfSuspension {
            treaty: place,
            pairs,
        } => {
            format!("end of suspension of {}: {pairs}", treaty(*place))
        }
        Closing::Renewal { row, pairs } => format!("renewal of {}: {pairs}", name(*row)),
        Closing::LegalForce { row, pairs } => format!("law instead of {}: {pairs}", name(*row)),
        Closing::Knowledge { row, pairs } => format!("knowledge of {}: {pairs}", name(*row)),
        Closing::NewPromise { pairs, by } => {
            let by = by
                .iter()
                .map(|(party, count)| format!("{} {count}", register.participant(*party).id));
            format!(
                "new promise: {pairs} ({})",
                by.collect::<Vec<_>>().join(", ")
            )
        }
    }
}
