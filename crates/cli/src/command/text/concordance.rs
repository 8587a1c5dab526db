//! `sponsio text concordance`: do the languages of an instrument agree in what can be counted?

use alloc::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use sponsio_text::markup::Parsed;
use sponsio_text::{Finding, concordance, join_ids};

use crate::args::Shared;
use crate::command::text::{report, source::Source};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say, text};

/// Arguments of `sponsio text concordance`.
#[derive(Debug, Args)]
#[command(
    after_help = "Structure, numbers, dates, references and brackets are compared with the \
    first file; no meaning is.\n\n\
    Example:\n  \
    sponsio text concordance examples/text/guarantees.en.treaty examples/text/guarantees.tr.treaty"
)]
pub struct Concordance {
    /// Text files of one instrument, one for each language
    #[arg(value_name = "FILE", required = true, num_args = 2..)]
    pub files: Vec<PathBuf>,
    /// Read real negotiating texts: brackets without delegations, options, Markdown
    #[arg(long)]
    pub lenient: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Compares each language with the first; fails if one differs.
pub fn run(args: &Concordance, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let mut sources = Vec::new();
    for path in &args.files {
        sources.push(Source::read(&words, path)?);
    }
    let mut texts: Vec<Parsed> = sources
        .iter()
        .map(|source| source.parse(args.lenient))
        .collect();
    for (source, parsed) in sources.iter().zip(&texts) {
        if parsed.expression.is_none() {
            let said = report::findings(&words, &source.name, &source.text(), parsed);
            console.err.write_all(said.as_bytes())?;
        }
    }
    if texts.iter().any(|parsed| parsed.expression.is_none()) {
        return Err(Failure::new(Kind::Defect, say!(&words, "text-errors")));
    }
    join_ids(&mut texts);
    let (mut count, mut answers) = (0_usize, Vec::new());
    let files: Vec<(&Source, &Parsed)> = sources.iter().zip(&texts).collect();
    let Some((first, others)) = files.split_first() else {
        return Ok(());
    };
    for other in others {
        for finding in compared(first.1, other.1) {
            count += 1;
            let place = Place::of(&finding, first, other);
            if args.json {
                answers.push(place.data(&words, &finding));
            } else {
                place.say(&words, &finding, console)?;
            }
        }
    }
    if args.json {
        console.json(&Value::from(answers))?;
    } else {
        let said = say!(
            &words,
            "text-concordance",
            files = files.len(),
            count = count
        );
        writeln!(console.out, "{said}")?;
    }
    if count > 0 {
        let sentence = say!(&words, "text-discordant");
        return Err(Failure::new(Kind::NotVerified, sentence));
    }
    Ok(())
}

fn compared(first: &Parsed, other: &Parsed) -> Vec<Finding> {
    let assigned: BTreeSet<_> = first.assigned.union(&other.assigned).copied().collect();
    match (&first.expression, &other.expression) {
        (Some(one), Some(two)) => concordance(one, two, &assigned),
        _ => Vec::new(),
    }
}

/// Where a finding is: in the file that differs, or in the first where that lacks the provision.
struct Place<'p> {
    file: &'p str,
    line: u32,
    first_line: Option<u32>,
}

impl<'p> Place<'p> {
    fn of(
        finding: &Finding,
        first: &(&'p Source, &'p Parsed),
        other: &(&'p Source, &'p Parsed),
    ) -> Self {
        let line = |parsed: &Parsed| parsed.lines.get(&finding.provision).copied();
        let first_line = line(first.1);
        match line(other.1) {
            Some(line) => Self {
                file: &other.0.name,
                line,
                first_line,
            },
            None => Self {
                file: &first.0.name,
                line: first_line.unwrap_or(1),
                first_line,
            },
        }
    }

    fn say(
        &self,
        words: &Words,
        finding: &Finding,
        console: &mut Console<'_>,
    ) -> Result<(), Failure> {
        let (file, line, code) = (self.file, self.line, finding.code);
        let severity = text::severity(words, finding.code.severity());
        let message = text::detail(words, &finding.detail);
        let id = finding.provision;
        writeln!(
            console.out,
            "{file}:{line}:1: {severity}[{code}]: {{#{id}}} {message}"
        )?;
        Ok(())
    }

    fn data(&self, words: &Words, finding: &Finding) -> Value {
        json!({
            "code": finding.code.as_str(),
            "severity": "error",
            "file": self.file,
            "line": self.line,
            "first_line": self.first_line,
            "provision": finding.provision.as_str(),
            "message": text::detail(words, &finding.detail),
        })
    }
}
