//! `sponsio clause check`: every finding with its line and the words it concerns.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use sponsio_law::clause::diagnostic::{Diagnostic, Severity};
use sponsio_law::clause::{LintContext, Parsed, check};

use crate::args::Shared;
use crate::command::clause::source;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, diagnostic, say};

/// Arguments of `sponsio clause check`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sponsio clause check examples/register/treaties/4-9.clausula")]
pub struct Check {
    /// Clause files
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Checks each file; fails if one has an error.
pub fn run(args: &Check, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (mut has_errors, mut files) = (false, Vec::new());
    for path in &args.files {
        let text = source(&words, path)?;
        let parsed = check(&text, &LintContext::default());
        has_errors |= parsed.diagnostics.iter().any(is_error);
        let name = path.display().to_string();
        if args.json {
            files.push(data(&words, &name, &parsed));
        } else {
            console
                .out
                .write_all(report(&words, &name, &text, &parsed).as_bytes())?;
        }
    }
    if args.json {
        console.json(&Value::from(files))?;
    }
    if has_errors {
        return Err(Failure::new(Kind::Defect, say!(words, "clause-errors")));
    }
    Ok(())
}

fn is_error(found: &Diagnostic) -> bool {
    found.severity == Severity::Error
}

/// Returns findings as a reader sees them: with their place, the line and marks under the words.
pub(crate) fn findings<'f>(
    words: &Words,
    name: &str,
    text: &str,
    found: impl Iterator<Item = &'f Diagnostic>,
) -> String {
    let findings = found.map(|found| {
        let severity = diagnostic::severity(words, found.severity);
        let (code, title) = (found.code, diagnostic::title(words, found.code));
        let (line, column) = (found.line, found.column);
        let excerpt = excerpt(text, found);
        let detail = diagnostic::detail(words, &found.detail);
        format!(
            "{severity} {code}: {title}\n  --> {name}:{line}:{column}\n{excerpt}  = {detail}\n\n"
        )
    });
    findings.collect()
}

fn report(words: &Words, name: &str, text: &str, parsed: &Parsed) -> String {
    let mut said = findings(words, name, text, parsed.diagnostics.iter());
    let errors = parsed
        .diagnostics
        .iter()
        .filter(|found| is_error(found))
        .count();
    let warnings = parsed.diagnostics.len() - errors;
    said += &if parsed.diagnostics.is_empty() {
        let count = parsed.file.statements.len();
        say!(words, "clause-clean", file = name, count = count)
    } else {
        say!(
            words,
            "clause-count",
            file = name,
            errors = errors,
            warnings = warnings
        )
    };
    said + "\n"
}

/// The longest piece of a line that is shown, in characters.
const LONGEST_SHOWN: usize = 100;

/// The line of a finding with marks under the words it concerns. Control characters are not passed on.
fn excerpt(text: &str, found: &Diagnostic) -> String {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (line, column) = (found.line as usize, found.column as usize);
    let Some(shown) = bare.lines().nth(line.saturating_sub(1)) else {
        return String::new();
    };
    let first = column.saturating_sub(1);
    let skipped = first.saturating_sub(LONGEST_SHOWN / 2);
    let visible: String = shown
        .chars()
        .skip(skipped)
        .take(LONGEST_SHOWN)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let before: String = visible.chars().take(first - skipped).collect();
    let span = text
        .get(found.span.start as usize..found.span.end as usize)
        .unwrap_or("");
    let marked: usize = span
        .lines()
        .next()
        .unwrap_or("")
        .chars()
        .take(visible.chars().count().saturating_sub(first - skipped))
        .map(|letter| letter.width().unwrap_or(1))
        .sum();
    let number = line.to_string();
    let gutter = " ".repeat(number.len());
    format!(
        "{number} | {visible}\n{gutter} | {}{}\n",
        " ".repeat(before.width()),
        "^".repeat(marked.max(1)),
    )
}

fn data(words: &Words, name: &str, parsed: &Parsed) -> Value {
    let found = parsed.diagnostics.iter().map(|found| {
        json!({
            "code": found.code.as_str(),
            "severity": match found.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            "line": found.line,
            "column": found.column,
            "title": diagnostic::title(words, found.code),
            "detail": diagnostic::detail(words, &found.detail),
        })
    });
    json!({
        "file": name,
        "statements": parsed.file.statements.len(),
        "diagnostics": found.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Language;

    fn said(language: Language, source: &str) -> String {
        let words = Words::new(language);
        let found = check(source, &LintContext::default());
        report(&words, "x.clausula", source, &found)
    }

    #[test]
    fn a_finding_points_at_its_words() {
        let source = "treaty \"Model\"\nin force 30 days after the dai at least 3 instruments\n";
        insta::assert_snapshot!(said(Language::En, source));
        insta::assert_snapshot!(said(Language::Tr, source));
    }

    #[test]
    fn marks_stand_under_wide_and_long_lines() {
        let source = format!("treaty \"Model\"\n{}nonsense\n", "reservations ".repeat(40));
        let long = said(Language::En, &source);
        assert!(
            long.lines().all(|line| line.chars().count() < 160),
            "{long}"
        );
        let wide = "treaty \"条約\" idd demo\n";
        insta::assert_snapshot!(said(Language::En, wide));
    }
}
