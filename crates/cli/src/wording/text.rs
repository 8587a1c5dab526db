//! What is wrong or doubtful in a text, in words.

use sponsio_record::ParticipantId;
use sponsio_text::markup::{Delimiter, Detail, Difference, FILE_MAX, LINE_MAX, Severity};

use crate::layout::untied;
use crate::wording::{Words, say};

/// Returns the word for how serious a finding is.
pub fn severity(words: &Words, severity: Severity) -> String {
    match severity {
        Severity::Error => say!(words, "severity-error"),
        Severity::Warning => say!(words, "severity-warning"),
    }
}

/// Returns what was found.
pub fn detail(words: &Words, detail: &Detail) -> String {
    file(words, detail)
        .or_else(|| lines(words, detail))
        .or_else(|| readings(words, detail))
        .or_else(|| references(words, detail))
        .unwrap_or_default()
}

/// Returns what to do, where no word is near enough to be meant.
pub fn help(words: &Words, detail: &Detail) -> Option<String> {
    Some(match detail {
        Detail::NoTitle => say!(words, "text-help-title"),
        Detail::NoLanguage | Detail::NotALanguage(_) => say!(words, "text-help-language"),
        Detail::NoDelegations => say!(words, "text-help-delegations"),
        Detail::NoBase => say!(words, "text-help-base"),
        Detail::Unclosed(delimiter) | Detail::Unopened(delimiter) => {
            let sign = match (detail, delimiter) {
                (Detail::Unopened(_), Delimiter::Brace) => "\\}",
                (Detail::Unopened(_), _) => "\\]",
                (_, Delimiter::Bracket | Delimiter::Footnote) => "\\[",
                (_, Delimiter::Brace) => "\\{",
                (_, Delimiter::Emphasis) => "\\*",
            };
            say!(words, "text-help-literal", sign = sign)
        }
        Detail::MalformedId(_) => say!(words, "text-help-id"),
        Detail::Unconfirmed { current, .. } => {
            say!(words, "text-help-confirm", current = current)
        }
        _ => return None,
    })
}

/// What concerns the file and its head.
fn file(words: &Words, detail: &Detail) -> Option<String> {
    Some(match detail {
        Detail::NotUtf8 => say!(words, "text-not-utf8"),
        Detail::ControlCharacter(character) => {
            say!(words, "text-control", code = code_point(*character))
        }
        Detail::DirectionOverride(character) => {
            say!(words, "text-direction", code = code_point(*character))
        }
        Detail::FileTooLarge(_) => say!(words, "text-file-large", most = FILE_MAX >> 20),
        Detail::LineTooLong(_) => say!(words, "text-line-long", most = LINE_MAX >> 20),
        Detail::NotComposed => say!(words, "text-not-composed"),
        Detail::NoTitle => say!(words, "text-no-title"),
        Detail::SecondTitle => say!(words, "text-second-title"),
        Detail::NotAHeader => say!(words, "text-not-a-header"),
        Detail::UnknownHeader(key) => say!(words, "text-unknown-header", key = shown(key)),
        Detail::HeaderTwice(key, line) => {
            say!(words, "text-header-twice", key = shown(key), line = *line)
        }
        Detail::NoLanguage => say!(words, "text-no-language"),
        Detail::NotALanguage(tag) => say!(words, "text-not-a-language", tag = shown(tag)),
        _ => return None,
    })
}

/// What concerns lines and marks.
fn lines(words: &Words, detail: &Detail) -> Option<String> {
    Some(match detail {
        Detail::OutOfOrder { label, before } => say!(
            words,
            "text-out-of-order",
            label = shown(label),
            before = shown(before)
        ),
        Detail::LabelTwice(label, line) => {
            say!(
                words,
                "text-label-twice",
                label = shown(label),
                line = *line
            )
        }
        Detail::ItemWithoutParent => say!(words, "text-item-alone"),
        Detail::AlternativeWithoutProvision => say!(words, "text-alternative-alone"),
        Detail::NotAHeading => say!(words, "text-not-a-heading"),
        Detail::OddIndentation(spaces) => say!(words, "text-odd-indent", spaces = *spaces),
        Detail::DeepIndentation => say!(words, "text-deep-indent"),
        Detail::Unclosed(what) => say!(words, "text-unclosed", what = delimiter(words, *what)),
        Detail::Unopened(what) => say!(words, "text-unopened", what = delimiter(words, *what)),
        Detail::UnknownBraces(inside) => say!(words, "text-braces", inside = shown(inside)),
        _ => return None,
    })
}

/// What concerns contested places.
fn readings(words: &Words, detail: &Detail) -> Option<String> {
    Some(match detail {
        Detail::NoDelegations => say!(words, "text-no-delegations"),
        Detail::SecondBase => say!(words, "text-second-base"),
        Detail::NoBase => say!(words, "text-no-base"),
        Detail::TwoReadings(code) => {
            say!(
                words,
                "text-two-readings",
                code = ParticipantId::as_str(code)
            )
        }
        Detail::TooDeep(most) => say!(words, "text-too-deep", most = *most),
        Detail::MisplacedSite => say!(words, "text-misplaced-site"),
        Detail::OtherDelegations => say!(words, "text-other-delegations"),
        Detail::UnknownDelegation(code) => {
            say!(words, "text-unknown-delegation", code = shown(code))
        }
        _ => return None,
    })
}

/// What concerns ids, references, terms, rules and languages.
fn references(words: &Words, detail: &Detail) -> Option<String> {
    Some(match detail {
        Detail::MalformedId(id) => say!(words, "text-malformed-id", id = shown(id)),
        Detail::MisplacedId => say!(words, "text-misplaced-id"),
        Detail::IdTwice(id, 0) => say!(words, "text-id-deleted", id = id.as_str()),
        Detail::IdTwice(id, line) => {
            say!(words, "text-id-twice", id = id.as_str(), line = *line)
        }
        Detail::UnknownTarget(id) => say!(words, "text-unknown-target", id = id.as_str()),
        Detail::DeletedTarget(id) => say!(words, "text-deleted-target", id = id.as_str()),
        Detail::OwnTarget => say!(words, "text-own-target"),
        Detail::TargetInAlternative(id) => {
            say!(words, "text-target-in-alternative", id = id.as_str())
        }
        Detail::TermUnused(term) => say!(words, "text-term-unused", term = shown(term)),
        Detail::Unconfirmed { bound: None, .. } => say!(words, "text-unbound"),
        Detail::Unconfirmed {
            bound: Some(bound),
            current,
        } => say!(words, "text-unconfirmed", bound = bound, current = current),
        Detail::Differs {
            first,
            what,
            expected,
            found,
        } => {
            let what = difference(words, *what);
            say!(
                words,
                "text-differs",
                what = what,
                language = first.as_str(),
                expected = list(words, expected),
                found = list(words, found),
            )
        }
        _ => return None,
    })
}

fn difference(words: &Words, difference: Difference) -> String {
    let key = match difference {
        Difference::Missing => "text-difference-missing",
        Difference::Additional => "text-difference-additional",
        Difference::Parent => "text-difference-parent",
        Difference::Order => "text-difference-order",
        Difference::Kind => "text-difference-kind",
        Difference::Label => "text-difference-label",
        Difference::Items => "text-difference-items",
        Difference::Closings => "text-difference-closings",
        Difference::Footnotes => "text-difference-footnotes",
        Difference::Placeholders => "text-difference-placeholders",
        Difference::Numbers => "text-difference-numbers",
        Difference::Dates => "text-difference-dates",
        Difference::Targets => "text-difference-targets",
        Difference::Sites => "text-difference-sites",
        Difference::Delegations => "text-difference-delegations",
        Difference::EmptyReadings => "text-difference-empty",
        Difference::Alternatives => "text-difference-alternatives",
        Difference::Terms => "text-difference-terms",
    };
    say!(words, key)
}

fn list(words: &Words, items: &[String]) -> String {
    if items.is_empty() {
        return say!(words, "text-nothing");
    }
    let shown: Vec<String> = items.iter().map(|item| shown(item)).collect();
    shown.join(", ")
}

fn delimiter(words: &Words, delimiter: Delimiter) -> String {
    match delimiter {
        Delimiter::Bracket => say!(words, "text-delimiter-bracket"),
        Delimiter::Brace => say!(words, "text-delimiter-brace"),
        Delimiter::Footnote => say!(words, "text-delimiter-footnote"),
        Delimiter::Emphasis => say!(words, "text-delimiter-emphasis"),
    }
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// Words from a source in quotation; control characters, which could steer a terminal, are not
/// passed on.
fn shown(text: &str) -> String {
    let clean = |character: char| {
        if character.is_control() {
            '\u{fffd}'
        } else {
            character
        }
    };
    format!("`{}`", untied(text).chars().map(clean).collect::<String>())
}
