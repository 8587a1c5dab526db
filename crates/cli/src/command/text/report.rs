//! Findings on a text: one line with place and code, the line of the file with marks, and what is
//! probably meant.

use serde_json::{Value, json};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use sponsio_text::markup::{Fault, Parsed, Severity};

use crate::wording::{Words, say, text};

/// The longest piece of a line that is shown, in characters.
const LONGEST_SHOWN: usize = 100;

/// Returns all findings of a file, and how many there are.
pub(crate) fn findings(words: &Words, name: &str, source: &str, parsed: &Parsed) -> String {
    let lines: Vec<&str> = source
        .strip_prefix('\u{feff}')
        .unwrap_or(source)
        .split('\n')
        .collect();
    let mut said = String::new();
    for fault in &parsed.faults {
        let (line, column, code) = (fault.line, fault.column, fault.code);
        let severity = text::severity(words, fault.severity);
        let message = text::detail(words, &fault.detail);
        said.extend([format!(
            "{name}:{line}:{column}: {severity}[{code}]: {message}\n"
        )]);
        if let Some(shown) = lines.get(line.saturating_sub(1) as usize) {
            let length = if fault.end_line > line {
                LONGEST_SHOWN
            } else {
                fault.end_column.saturating_sub(column) as usize
            };
            said += &excerpt(shown, line, column, length);
        }
        if let Some(help) = help(words, fault) {
            said.extend([format!("{}: {help}\n", say!(words, "text-help"))]);
        }
        said.push('\n');
    }
    if parsed.left_out > 0 {
        said += &say!(words, "text-left-out", count = parsed.left_out);
        said.push('\n');
    }
    said
}

/// What helps: the words that are probably meant, or what to do.
fn help(words: &Words, fault: &Fault) -> Option<String> {
    match &fault.meant {
        Some(meant) => Some(say!(words, "text-meant", meant = meant)),
        None => text::help(words, &fault.detail),
    }
}

/// Returns a line with marks under the words that are concerned. Control characters, which could steer
/// a terminal, are not passed on.
pub(super) fn excerpt(line: &str, number: u32, column: u32, length: usize) -> String {
    let first = (column as usize).saturating_sub(1);
    let skipped = first.saturating_sub(LONGEST_SHOWN / 2);
    let visible: String = line
        .trim_end_matches('\r')
        .chars()
        .skip(skipped)
        .take(LONGEST_SHOWN)
        .map(|letter| if is_shown(letter) { letter } else { '\u{fffd}' })
        .collect();
    let before: String = visible.chars().take(first - skipped).collect();
    let marked: usize = visible
        .chars()
        .skip(first - skipped)
        .take(length)
        .map(|letter| letter.width().unwrap_or(1))
        .sum();
    let number = number.to_string();
    let gutter = " ".repeat(number.len());
    format!(
        "{number} | {visible}\n{gutter} | {}{}\n",
        " ".repeat(before.width()),
        "^".repeat(marked.max(1)),
    )
}

fn is_shown(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns the sentence that ends the report on a file with so many errors in its rule lines.
pub(crate) fn summary(words: &Words, name: &str, parsed: &Parsed, misruled: usize) -> String {
    let errors = parsed.faults.iter().filter(|fault| is_error(fault)).count();
    let warnings = parsed.faults.len() - errors;
    let errors = errors + misruled;
    let provisions = parsed
        .expression
        .as_ref()
        .map_or(0, |text| text.provisions.len());
    let said = if errors + warnings == 0 {
        say!(words, "text-clean", file = name, count = provisions)
    } else {
        say!(
            words,
            "text-count",
            file = name,
            errors = errors,
            warnings = warnings
        )
    };
    said + "\n"
}

/// Whether a finding is an error.
pub(crate) fn is_error(fault: &Fault) -> bool {
    fault.severity == Severity::Error
}

/// Returns a finding as data.
pub(crate) fn data(words: &Words, name: &str, fault: &Fault) -> Value {
    json!({
        "code": fault.code.as_str(),
        "severity": match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "file": name,
        "line": fault.line,
        "column": fault.column,
        "end_line": fault.end_line,
        "end_column": fault.end_column,
        "message": text::detail(words, &fault.detail),
        "help": help(words, fault),
    })
}
