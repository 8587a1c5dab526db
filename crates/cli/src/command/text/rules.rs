//! The rule lines of a text, handed to the law: a line that is no rule is found where it stands.

use serde_json::{Value, json};

use sponsio_law::clause::{Code, Severity};
use sponsio_text::{Expression, Kind, Language, Provision};

use crate::command::guarantee::source::rules;
use crate::command::text::report::excerpt;
use crate::wording::{Words, diagnostic, say, text};

/// What is wrong with a rule line.
pub(super) struct Misruled {
    code: &'static str,
    line: u32,
    column: u32,
    length: u32,
    message: String,
}

/// Returns what is wrong with the rule lines of a text, in their order. What a good rule would say
/// besides is advice, which `guarantee check` and `clause check` give.
pub(super) fn misruled(words: &Words, text: &Expression, source: &str) -> Vec<Misruled> {
    let is_ruled = |own: &&Provision| !own.rules.lines.is_empty();
    let ruled: Vec<&Provision> = text.provisions.iter().filter(is_ruled).collect();
    let first = |own: &Provision, code, message| {
        let line = own.rules.lines.first()?;
        let length = u32::try_from(line.text.chars().count() + 2).unwrap_or(u32::MAX);
        Some(Misruled {
            code,
            line: line.line,
            column: 1,
            length,
            message,
        })
    };
    let language = language_of_rules(text).filter(|language| *language != text.language);
    if let Some(language) = language {
        let message = say!(words, "text-rule-language", language = language.as_str());
        let all = ruled.iter();
        return all
            .filter_map(|own| first(own, "T402", message.clone()))
            .collect();
    }
    let alone = ruled.iter().filter(|own| own.kind == Kind::Title);
    let mut found: Vec<Misruled> = alone
        .filter_map(|own| first(own, "T401", say!(words, "text-rule-alone")))
        .collect();
    if ruled.is_empty() {
        return found;
    }
    let (shown, parsed) = rules(text, source);
    let errors = parsed.diagnostics.iter();
    found.extend(
        errors
            .filter(|own| own.severity == Severity::Error)
            .map(|own| {
                let span = shown.get(own.span.start as usize..own.span.end as usize);
                let marked = span.unwrap_or_default().lines().next().unwrap_or_default();
                let (title, detail) = (
                    diagnostic::title(words, own.code),
                    diagnostic::detail(words, &own.detail),
                );
                Misruled {
                    code: match own.code {
                        Code::Syntax => "T403",
                        code => code.as_str(),
                    },
                    line: own.line,
                    column: own.column,
                    length: u32::try_from(marked.chars().count()).unwrap_or(u32::MAX),
                    message: format!("{title}: {detail}"),
                }
            }),
    );
    found.sort_by_key(|own| (own.line, own.column));
    found
}

/// The language whose file carries the rules: the one that the head names, or else the first authentic
/// one; none where the head says neither.
fn language_of_rules(text: &Expression) -> Option<Language> {
    let first = || text.header("languages")?.split(',').next();
    let tag = text.header("rules").or_else(first)?;
    Language::new(tag.trim()).ok()
}

/// Returns findings as a reader sees them.
pub(super) fn said(words: &Words, name: &str, source: &str, found: &[Misruled]) -> String {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut said = String::new();
    let severity = text::severity(words, sponsio_text::markup::Severity::Error);
    for own in found {
        let (code, line, column) = (own.code, own.line, own.column);
        let message = &own.message;
        said.extend([format!(
            "{name}:{line}:{column}: {severity}[{code}]: {message}\n"
        )]);
        if let Some(shown) = source.split('\n').nth(line.saturating_sub(1) as usize) {
            said += &excerpt(shown, line, column, own.length as usize);
        }
        said.push('\n');
    }
    said
}

/// Returns a finding as data, as those of the text are.
pub(super) fn data(name: &str, own: &Misruled) -> Value {
    json!({
        "code": own.code,
        "severity": "error",
        "file": name,
        "line": own.line,
        "column": own.column,
        "end_line": own.line,
        "end_column": own.column.saturating_add(own.length),
        "message": own.message,
        "help": null,
    })
}
