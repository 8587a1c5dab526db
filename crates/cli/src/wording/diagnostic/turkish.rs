//! The details of a diagnostic in Turkish.

use sponsio_law::clause::diagnostic::{
    Conflict, DateRole, Delimiter, Detail, Expected, Found, MisplacedPoint, Subject,
};
use sponsio_record::{NameError, TreatyId};

use super::advice;
use crate::layout::untied;
use crate::wording::rule::{period, share};
use crate::wording::{Words, say};

/// How many alternatives are named before the list is cut.
const MOST_NAMED: usize = 12;

/// Returns what was found.
pub(super) fn detail(words: &Words, detail: &Detail) -> String {
    form(words, detail)
        .or_else(|| finding(words, detail))
        .or_else(|| warning(words, detail))
        .unwrap_or_else(|| detail.to_string())
}

/// What is wrong with the form.
fn form(words: &Words, detail: &Detail) -> Option<String> {
    Some(match detail {
        Detail::Expected {
            found,
            expected,
            meant,
        } => {
            let said = say!(
                words,
                "detail-expected",
                expected = alternatives(words, expected),
                found = found_words(words, found),
            );
            match meant {
                Some(meant) => say!(words, "detail-meant", said = said, meant = *meant),
                None => said,
            }
        }
        Detail::NoSuchDay { written } => {
            say!(words, "detail-no-such-day", written = shown(written))
        }
        Detail::NumberTooLarge { written, most } => {
            say!(
                words,
                "detail-number-too-large",
                written = shown(written),
                most = *most
            )
        }
        Detail::NotANumber { written } => {
            say!(words, "detail-not-a-number", written = shown(written))
        }
        Detail::NotAFraction { written } => {
            say!(words, "detail-not-a-fraction", written = shown(written))
        }
        Detail::NotAnIdentifier { written, error } => {
            let error = match error {
                NameError::Empty => say!(words, "detail-name-empty"),
                NameError::TooLong(length) => say!(words, "detail-name-too-long", length = *length),
                NameError::Character(at) => say!(words, "detail-name-character", at = *at),
            };
            say!(
                words,
                "detail-not-an-identifier",
                written = shown(written),
                error = error
            )
        }
        Detail::NotAName { written } => say!(words, "detail-not-a-name", written = shown(written)),
        Detail::Unclosed(open) => say!(
            words,
            "detail-unclosed",
            delimiter = delimiter(words, *open)
        ),
        Detail::Unopened(close) => say!(
            words,
            "detail-unopened",
            delimiter = delimiter(words, *close)
        ),
        Detail::TooDeep { most } => say!(words, "detail-too-deep", most = *most),
        Detail::TooMany { most } => say!(words, "detail-too-many", most = *most),
        Detail::TooLong { bytes, most } => {
            say!(words, "detail-too-long", bytes = *bytes, most = *most)
        }
        Detail::More { left_out } => say!(words, "detail-more", count = *left_out),
        Detail::DuplicateField { field } => say!(words, "detail-duplicate-field", field = *field),
        Detail::DuplicateName {
            subject,
            name,
            first_line,
        } => say!(
            words,
            "detail-duplicate-name",
            subject = self::subject(words, *subject),
            name = name,
            line = *first_line,
        ),
        Detail::NoHeader => say!(words, "detail-no-header"),
        Detail::SecondHeader => say!(words, "detail-second-header"),
        Detail::FieldAfterStatement { field } => {
            say!(words, "detail-field-after-statement", field = *field)
        }
        Detail::SeveralStatements => say!(words, "detail-several-statements"),
        Detail::NoStatement => say!(words, "detail-no-statement"),
        Detail::PolicyWithoutDepositary => say!(words, "detail-policy-without-depositary"),
        Detail::ClauseTwice { clause: "until" } => say!(words, "detail-duration-twice"),
        Detail::ClauseTwice { clause } => {
            say!(words, "detail-clause-twice", clause = *clause)
        }
        Detail::Conflict(Conflict::NoMajority) => say!(words, "detail-no-majority"),
        Detail::Conflict(Conflict::NoTime) => say!(words, "detail-no-time"),
        Detail::Conflict(Conflict::AloneOfSeveral) => say!(words, "detail-alone-of-several"),
        Detail::Advice(found) => advice::advice(words, found),
        Detail::Misplaced(MisplacedPoint::ItsDeposit) => say!(words, "detail-misplaced-deposit"),
        Detail::Misplaced(MisplacedPoint::ThatDay) => say!(words, "detail-misplaced-day"),
        Detail::NotConsent { act } => say!(words, "detail-not-consent", act = act.label()),
        _ => return None,
    })
}

/// What is wrong with the meaning.
fn finding(words: &Words, detail: &Detail) -> Option<String> {
    Some(match detail {
        Detail::CountExceedsSet {
            least,
            members,
            set,
        } => {
            say!(
                words,
                "detail-count-exceeds",
                least = *least,
                members = *members,
                set = set
            )
        }
        Detail::EmptySet { set } => say!(words, "detail-empty-set", set = set),
        Detail::ShareOverWhole { share: part } => {
            say!(
                words,
                "detail-share-over-whole",
                share = share(words, *part)
            )
        }
        Detail::ShareOverRows {
            share: part,
            table,
            rows,
            total,
        } => say!(
            words,
            "detail-share-over-rows",
            share = share(words, *part),
            table = table,
            rows = words.number(*rows),
            total = words.number(*total),
        ),
        Detail::BeforeAdoption {
            role,
            date,
            adopted,
        } => say!(
            words,
            "detail-before-adoption",
            role = self::role(words, *role),
            date = words.day(*date),
            adopted = words.day(*adopted),
        ),
        Detail::EndsBeforeItBegins { from, until } => {
            say!(
                words,
                "detail-ends-before",
                from = words.day(*from),
                until = words.day(*until)
            )
        }
        Detail::FractionWithoutDay { fraction } => {
            say!(words, "detail-fraction-without-day", fraction = fraction)
        }
        Detail::Undeclared { subject, name } => {
            say!(
                words,
                "detail-undeclared",
                subject = self::subject(words, *subject),
                name = name
            )
        }
        Detail::WithoutWeight { participant, table } => {
            say!(
                words,
                "detail-without-weight",
                who = participant.as_str(),
                table = table
            )
        }
        Detail::Circle { treaties } => {
            let treaties: Vec<&str> = treaties.iter().map(TreatyId::as_str).collect();
            say!(words, "detail-circle", treaties = treaties.join(" → "))
        }
        Detail::OwnEntryIntoForce => say!(words, "detail-own-entry"),
        Detail::SecondForce { first_line } => {
            say!(words, "detail-second-force", line = *first_line)
        }
        Detail::ProvisionChanged { recorded, current } => say!(
            words,
            "detail-provision-changed",
            recorded = shown(recorded),
            current = shown(current),
        ),
        Detail::NobodyMayJoin => say!(words, "detail-nobody"),
        Detail::NoSuchArticle { article } => {
            say!(words, "detail-no-such-article", article = shown(article))
        }
        _ => return None,
    })
}

/// What a drafter should look at.
fn warning(words: &Words, detail: &Detail) -> Option<String> {
    Some(match detail {
        Detail::PeriodExpiryUnstated { count, unit } => {
            say!(
                words,
                "detail-period-expiry",
                period = period(words, *count, *unit)
            )
        }
        Detail::MonthEnd { count, unit } => {
            say!(
                words,
                "detail-month-end",
                period = period(words, *count, *unit)
            )
        }
        Detail::OrganizationsUnstated => say!(words, "detail-organizations"),
        Detail::WithdrawalSilent => say!(words, "detail-withdrawal-silent"),
        Detail::CountIsWholeSet { least, set } => {
            say!(words, "detail-whole-set", least = *least, set = set)
        }
        Detail::RevocableOnFixedDay { date } => {
            say!(words, "detail-revocable", date = words.day(*date))
        }
        Detail::ShareOfNothing { table } => say!(words, "detail-share-of-nothing", table = table),
        Detail::NotByThen { date, from } => {
            say!(
                words,
                "detail-not-by-then",
                date = words.day(*date),
                from = words.day(*from)
            )
        }
        Detail::TermNeverDecides { term, other } => {
            say!(words, "detail-term-never", term = *term, other = *other)
        }
        Detail::SameDayActs { day, acts } => {
            say!(words, "detail-same-day", day = *day, acts = *acts)
        }
        Detail::NoJoiner => say!(words, "detail-no-joiner"),
        Detail::Unknown { subject, name } => {
            say!(
                words,
                "detail-unknown",
                subject = self::subject(words, *subject),
                name = name
            )
        }
        Detail::RoundedFraction {
            percent,
            numerator,
            denominator,
        } => say!(
            words,
            "detail-rounded",
            percent = words.number(*percent),
            numerator = *numerator,
            denominator = *denominator,
        ),
        _ => return None,
    })
}

fn alternatives(words: &Words, expected: &[Expected]) -> String {
    let named: Vec<String> = expected
        .iter()
        .take(MOST_NAMED)
        .map(|one| self::expected(words, *one))
        .collect();
    let said = words.alternatives(&named);
    if expected.len() > MOST_NAMED {
        format!("{said} …")
    } else {
        said
    }
}

fn expected(words: &Words, expected: Expected) -> String {
    match expected {
        Expected::Words(keywords) => format!("`{keywords}`"),
        Expected::Date => say!(words, "expected-date"),
        Expected::Whole => say!(words, "expected-whole"),
        Expected::Number => say!(words, "expected-number"),
        Expected::Fraction => say!(words, "expected-fraction"),
        Expected::Text => say!(words, "expected-text"),
        Expected::Name => say!(words, "expected-name"),
        Expected::Participant => say!(words, "expected-participant"),
        Expected::Treaty => say!(words, "expected-treaty"),
        Expected::Ordinal => say!(words, "expected-ordinal"),
        Expected::Act => say!(words, "expected-act"),
        Expected::Article => say!(words, "expected-article"),
        Expected::Language => say!(words, "expected-language"),
        Expected::Citation => say!(words, "expected-citation"),
        Expected::End => say!(words, "expected-end"),
    }
}

fn found_words(words: &Words, found: &Found) -> String {
    match found {
        Found::Words(text) => shown(text),
        Found::End => say!(words, "found-end"),
    }
}

fn delimiter(words: &Words, delimiter: Delimiter) -> String {
    match delimiter {
        Delimiter::Quotation => say!(words, "delimiter-quotation"),
        Delimiter::Citation => say!(words, "delimiter-citation"),
        Delimiter::Parenthesis => say!(words, "delimiter-parenthesis"),
        Delimiter::Brace => say!(words, "delimiter-brace"),
    }
}

fn subject(words: &Words, subject: Subject) -> String {
    match subject {
        Subject::Group => say!(words, "subject-group"),
        Subject::Table => say!(words, "subject-table"),
        Subject::Guarantee => say!(words, "subject-guarantee"),
    }
}

fn role(words: &Words, role: DateRole) -> String {
    match role {
        DateRole::Opened => say!(words, "role-opened"),
        DateRole::Announced => say!(words, "role-announced"),
        DateRole::DataAsOf => say!(words, "role-data"),
        DateRole::Rule => say!(words, "role-rule"),
        DateRole::OpenFrom => say!(words, "role-open-from"),
        DateRole::OpenUntil => say!(words, "role-open-until"),
    }
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
