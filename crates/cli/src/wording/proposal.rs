//! A proposed rule in words: what its parts rest on, what is to be weighed, why nothing is proposed.

use sponsio_law::clause::propose::{LONGEST_TEXT, NotUnderstood, Reason, RemarkKind, Role};

use crate::wording::{Words, say};

/// Returns the stable name of a part of a rule, in data and in keys.
pub const fn part(role: Role) -> &'static str {
    match role {
        Role::Threshold => "threshold",
        Role::Noun => "noun",
        Role::Kinds => "kinds",
        Role::Period => "period",
        Role::Anchor => "anchor",
        Role::Set => "set",
        Role::Share => "share",
        Role::Table => "table",
        Role::Date => "date",
        Role::Treaty => "treaty",
        Role::Scope => "scope",
        Role::Reservations => "reservations",
        Role::Withdrawal => "withdrawal",
        Role::Articles => "articles",
    }
}

/// Returns what some words of the text say.
pub fn role(words: &Words, role: Role) -> String {
    say!(words, &format!("rests-{}", part(role)))
}

/// Returns the stable name of a kind of remark.
pub const fn kind(kind: RemarkKind) -> &'static str {
    match kind {
        RemarkKind::PeriodExpiry => "period-expiry",
        RemarkKind::Organizations => "organizations",
        RemarkKind::AllSignatories => "all-signatories",
        RemarkKind::Unknown => "unknown",
        RemarkKind::NarrowKinds => "narrow-kinds",
        RemarkKind::RepeatedNumber => "repeated-number",
        RemarkKind::NoBarHere => "no-bar",
    }
}

/// Returns what a person should weigh.
pub fn remark(words: &Words, remark: RemarkKind) -> String {
    say!(words, &format!("weigh-{}", kind(remark)))
}

/// Returns the stable name of a reason to propose nothing.
pub const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Empty => "empty",
        Reason::TooLong => "too-long",
        Reason::Words => "words",
        Reason::FigureDiffers(_) => "figure-differs",
        Reason::Contradiction => "contradiction",
    }
}

/// Returns why nothing is proposed.
pub fn refusal(words: &Words, refused: &NotUnderstood) -> String {
    match refused.reason {
        Reason::Empty => say!(words, "refuses-empty"),
        Reason::TooLong => say!(words, "refuses-too-long", most = LONGEST_TEXT),
        Reason::Words => say!(words, "refuses-words"),
        Reason::FigureDiffers(_) => say!(words, "refuses-figure"),
        Reason::Contradiction => say!(words, "refuses-contradiction"),
    }
}

/// Returns what the marks under the text mean where nothing is proposed.
pub fn marked(words: &Words, refused: &NotUnderstood) -> String {
    match refused.reason {
        Reason::FigureDiffers(_) => say!(words, "refuses-marked-figure"),
        Reason::Contradiction => say!(words, "refuses-marked-all"),
        Reason::Empty | Reason::TooLong | Reason::Words => say!(words, "refuses-marked"),
    }
}
