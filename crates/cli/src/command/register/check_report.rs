//! The report of `sponsio register check` in English sentences.

use core::fmt::Display;
use std::io::{self, Write};

use sponsio_law::calendar::Date;
use sponsio_law::clause::explain::Reason;
use sponsio_law::clause::print_statement;
use sponsio_law::clause::rule::{OrganizationCounting, PeriodExpiry};
use sponsio_law::register::Register;
use sponsio_law::status::difference::{Cause, Verdict};
use sponsio_law::status::history::Force;
use sponsio_law::treaty::Treaty;
use sponsio_record::TreatyId;

use crate::command::register::finding::{Finding, Findings};
use crate::folder::Report;
use crate::folder::acts::Form;

/// Prints the report: what was read, the counts, then each thing that somebody should look at.
pub(super) fn print(
    out: &mut dyn Write,
    register: &Register,
    report: &Report,
    findings: &Findings<'_>,
) -> io::Result<()> {
    let acts: usize = register
        .treaties()
        .iter()
        .map(|treaty| treaty.acts().len())
        .sum();
    let form = match report.form {
        Form::Published => "as published",
        Form::Recorded => "as recorded",
    };
    writeln!(
        out,
        "{} treaties, {} participants, {acts} acts {form}",
        register.treaties().len(),
        register.participants().len(),
    )?;
    counts(out, "Computed", findings.states())?;
    counts(out, "Compared with what was announced", findings.verdicts())?;
    differences(out, register, findings)?;
    undetermined(out, findings)?;
    circles(out, findings)?;
    remarks(out, report)?;
    counts(out, "Warnings on clauses", findings.warning_counts())
}

fn counts<N: Display>(
    out: &mut dyn Write,
    title: &str,
    counts: impl IntoIterator<Item = (N, usize)>,
) -> io::Result<()> {
    let mut counts = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .peekable();
    if counts.peek().is_some() {
        writeln!(out, "\n{title}")?;
    }
    counts.try_for_each(|(name, count)| writeln!(out, "  {name:<14} {count:>6}"))
}

fn differences(
    out: &mut dyn Write,
    register: &Register,
    findings: &Findings<'_>,
) -> io::Result<()> {
    let mut title = Some("Differences");
    for Finding {
        treaty,
        history,
        verdict,
    } in &findings.findings
    {
        let Verdict::Difference(causes) = verdict else {
            continue;
        };
        heading(out, &mut title)?;
        let computed = match &history.computed {
            Force::InForce { since, .. } => since.to_string(),
            _ => "not in force".to_owned(),
        };
        let announced = announced(treaty.announced());
        writeln!(out, "  {}  {}", treaty.id, treaty.title())?;
        writeln!(out, "    computed {computed}, announced {announced}")?;
        for cause in causes {
            writeln!(
                out,
                "    would be explained if {}",
                sentence(cause, register, treaty)
            )?;
        }
        if causes.is_empty() {
            writeln!(out, "    no single cause that is known here explains it")?;
        }
    }
    Ok(())
}

fn announced(day: Option<Date>) -> String {
    day.map_or_else(|| "nothing".to_owned(), |day| day.to_string())
}

fn sentence(cause: &Cause, register: &Register, treaty: &Treaty) -> String {
    match cause {
        Cause::PeriodExpiry(PeriodExpiry::SameDay) => {
            "the period expired on its last day (policy period-expiry same-day)".to_owned()
        }
        Cause::PeriodExpiry(PeriodExpiry::NextDay) => {
            "the period expired on the day after (policy period-expiry next-day)".to_owned()
        }
        Cause::Organizations(OrganizationCounting::NotAdditional) => {
            "organizations did not count beside their members".to_owned()
        }
        Cause::Organizations(OrganizationCounting::Counted) => "organizations counted".to_owned(),
        Cause::Organizations(OrganizationCounting::NeverCounted) => {
            "organizations did not count".to_owned()
        }
        Cause::OneActMissing => "the table lacked one act".to_owned(),
        Cause::OneActTooMany => "one act in the table had not counted".to_owned(),
        Cause::ActDatedTooLate(index) => match treaty.acts().get(index.at()) {
            Some(act) => format!(
                "{} of {}, dated {}, had been deposited earlier",
                act.label.as_str(),
                act.participant,
                act.date
            ),
            None => "an act had been deposited earlier".to_owned(),
        },
        Cause::MissingPredecessor(successors) => {
            let codes = successors.iter();
            let codes: Vec<&str> = codes
                .map(|party| register.participant(*party).id.as_str())
                .collect();
            format!(
                "the table lacked the act of a predecessor of {}",
                codes.join(", ")
            )
        }
        Cause::MonthNotClamped => "the period had run over the end of the month".to_owned(),
    }
}

fn undetermined(out: &mut dyn Write, findings: &Findings<'_>) -> io::Result<()> {
    let mut title = Some("Undetermined");
    for finding in &findings.findings {
        let Force::Undetermined {
            not_before,
            reasons,
        } = &finding.history.computed
        else {
            continue;
        };
        heading(out, &mut title)?;
        let bound = not_before.map_or_else(String::new, |day| format!(" not before {day};"));
        let announced = announced(finding.treaty.announced());
        let (id, title) = (&finding.treaty.id, finding.treaty.title());
        writeln!(out, "  {id}  {title}")?;
        writeln!(out, "   {bound} announced {announced}")?;
        for reason in reasons {
            writeln!(out, "    {}", missing(reason, finding.treaty))?;
        }
    }
    Ok(())
}

fn missing(reason: &Reason, treaty: &Treaty) -> String {
    let quoted = |words: &Option<String>| match words {
        Some(words) => format!(" (“{words}”)"),
        None => String::new(),
    };
    match reason {
        Reason::GroupUnknown(name, words) => {
            format!("the members of {name}{} are not known", quoted(words))
        }
        Reason::TableUnknown(name, words) => {
            format!("the weights of {name}{} are not known", quoted(words))
        }
        Reason::NotDeclared(name) => format!("{name} is used and not declared"),
        Reason::FileMissing(path) => format!("the file {path} is missing"),
        Reason::TreatyNotHeld(id) => format!("the register does not hold treaty {id}"),
        Reason::TreatyUndetermined(id) => format!("treaty {id} is itself undetermined"),
        Reason::Circular(_) => "it waits for itself, see below".to_owned(),
        Reason::Unmodelled(words) => format!("the clause is not modelled: {words}"),
        Reason::NotEvaluated(index) => {
            let words = treaty.statement(*index).map(print_statement);
            let words = words.unwrap_or_default();
            format!("this statement is not evaluated yet: {}", words.trim_end())
        }
        Reason::NoRule => "there is no rule".to_owned(),
        Reason::EndUnknown(index) => match treaty.acts().get(index.at()) {
            Some(act) => format!(
                "whether the notice of {} of {} took effect is not known",
                act.participant, act.date
            ),
            None => "whether a notice took effect is not known".to_owned(),
        },
        Reason::ForceUndetermined => "the entry into force is itself undetermined".to_owned(),
        Reason::NoAdoptionDate => "the date of adoption is not recorded".to_owned(),
        Reason::NoOpeningDate => "the date of opening is not recorded".to_owned(),
        Reason::NoWithdrawalRule => "there is no statement on withdrawal".to_owned(),
        Reason::BeyondCalendar => "the day lies beyond the year 9999".to_owned(),
    }
}

fn circles(out: &mut dyn Write, findings: &Findings<'_>) -> io::Result<()> {
    let mut title = Some("Treaties that wait for each other");
    for circle in findings.circles() {
        heading(out, &mut title)?;
        let ids: Vec<&str> = circle.iter().map(TreatyId::as_str).collect();
        writeln!(out, "  {}", ids.join(", "))?;
    }
    Ok(())
}

fn remarks(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    let mut title = Some("Remarks on what was recorded as published");
    for (remark, count) in report.remarks.counts() {
        heading(out, &mut title)?;
        writeln!(out, "  {count:>6} {}", remark.sentence())?;
    }
    let mut labels: Vec<_> = report.remarks.labels().collect();
    labels.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
    let mut title = Some("Labels that are no act of the catalogue");
    for (label, count) in labels {
        heading(out, &mut title)?;
        writeln!(out, "  {count:>6} {label}")?;
    }
    Ok(())
}

/// Prints a title before the first of what follows it.
fn heading(out: &mut dyn Write, title: &mut Option<&str>) -> io::Result<()> {
    match title.take() {
        Some(title) => writeln!(out, "\n{title}"),
        None => Ok(()),
    }
}
