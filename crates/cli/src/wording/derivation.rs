//! A derivation in words: as one sentence, and as labelled lines with the arithmetic of each step.
//!
//! The order is that of the law's own steps; nothing is left out of the lines.

mod ending;
mod trigger;

use sponsio_law::calendar::Date;
use sponsio_law::clause::explain::{ActIndex, Reason, Residual, Step};
use sponsio_law::clause::rule::PeriodExpiry;
use sponsio_law::register::Register;
use sponsio_law::status::difference::{Cause, Verdict};
use sponsio_law::status::history::{Force, History};
use sponsio_law::treaty::Treaty;

use crate::wording::rule::{self, period};
use crate::wording::{Voice, say};

pub use crate::wording::reason::reason;
pub(super) use trigger::percent;

/// One line of a derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What kind of step it words; stable, for data.
    pub kind: &'static str,
    /// The words.
    pub text: String,
}

impl Line {
    /// Returns a line of this kind.
    pub const fn new(kind: &'static str, text: String) -> Self {
        Self { kind, text }
    }

    /// Returns the label that stands before the line.
    pub fn label(&self, voice: Voice<'_>) -> String {
        say!(voice.words, &format!("label-{}", self.kind))
    }
}

/// The kinds of lines; each has a label in every language.
pub const KINDS: [&str; 20] = [
    "rule",
    "residual",
    "trigger",
    "reading",
    "act",
    "others",
    "reckoning",
    "policy",
    "consent",
    "start",
    "assumption",
    "organizations",
    "end",
    "unknown",
    "published",
    "horizon",
    "view",
    "signature",
    "general",
    "provisional",
];

/// Returns the steps as labelled lines.
pub fn lines(voice: Voice<'_>, treaty: &Treaty, steps: &[Step]) -> Vec<Line> {
    let mut lines = Vec::new();
    for step in steps {
        push(voice, treaty, step, &mut lines);
    }
    lines
}

/// Returns the steps as one sentence without its full stop: article; act; period.
pub fn sentence(voice: Voice<'_>, treaty: &Treaty, steps: &[Step]) -> String {
    let mut parts: Vec<String> = steps
        .iter()
        .filter_map(|step| in_short(voice, treaty, step))
        .collect();
    let alone = steps.iter().any(|step| match step {
        Step::Trigger(found) => trigger::is_alone(treaty, found),
        _ => false,
    });
    if alone {
        parts.push(say!(voice.words, "trigger-alone"));
    }
    parts.join("; ")
}

fn in_short(voice: Voice<'_>, treaty: &Treaty, step: &Step) -> Option<String> {
    let words = voice.words;
    Some(match step {
        Step::Statement(index) => words.citation(treaty.statement(*index)?.citation.as_deref()?),
        Step::Trigger(found) => trigger::headline(voice, treaty, found),
        Step::Period { count, unit, .. } => {
            say!(words, "short-period", period = period(words, *count, *unit))
        }
        Step::FirstOfMonth { month, .. } => say!(words, "short-first-of-month", month = *month),
        Step::Organizations { .. } | Step::Ended { .. } => return None,
        other => plain(voice, treaty, other)?.1,
    })
}

fn push(voice: Voice<'_>, treaty: &Treaty, step: &Step, lines: &mut Vec<Line>) {
    let words = voice.words;
    match step {
        Step::Statement(index) => {
            let Some(statement) = treaty.statement(*index) else {
                return;
            };
            let line = say!(
                words,
                "rule-line",
                line = rule::line(statement),
                number = statement.line,
            );
            lines.push(Line::new("rule", line));
            lines.push(Line::new("reading", rule::sentence(voice, statement)));
        }
        Step::Trigger(found) => trigger::push(voice, treaty, found, lines),
        Step::Period {
            from,
            count,
            unit,
            reached,
            clamped,
            expiry,
            layer,
            to,
        } => {
            let mut text = say!(
                words,
                "period-sum",
                from = *from,
                period = period(words, *count, *unit),
                reached = *reached,
            );
            if *clamped {
                let number = from.day().unsigned_abs();
                text = format!("{text}; {}", say!(words, "period-clamped", number = number));
            }
            if *expiry == PeriodExpiry::NextDay {
                text = format!("{text} {}", say!(words, "period-next-day", to = *to));
            }
            lines.push(Line::new("reckoning", text));
            let policy = rule::period_expiry(words, *expiry);
            let layer = words.layer(*layer);
            let text = say!(words, "period-policy", policy = policy, layer = layer);
            lines.push(Line::new("policy", text));
        }
        Step::FirstOfMonth { from, month, to } => {
            let text = say!(
                words,
                "first-of-month",
                month = *month,
                from = *from,
                to = *to
            );
            lines.push(Line::new("reckoning", text));
        }
        Step::Organizations {
            counting,
            layer,
            members_unknown,
        } => {
            let (policy, layer) = (rule::organizations(words, *counting), words.layer(*layer));
            let text = if *members_unknown {
                say!(
                    words,
                    "organizations-unknown",
                    policy = policy,
                    layer = layer
                )
            } else {
                say!(words, "organizations", policy = policy, layer = layer)
            };
            lines.push(Line::new("organizations", text));
        }
        other => {
            lines.extend(plain(voice, treaty, other).map(|(kind, text)| Line::new(kind, text)));
        }
    }
}

/// The steps that are worded alike in short and in full.
fn plain(voice: Voice<'_>, treaty: &Treaty, step: &Step) -> Option<(&'static str, String)> {
    let words = voice.words;
    Some(match step {
        Step::Residual(Residual::AllNegotiating) => {
            ("residual", say!(words, "residual-all-negotiating"))
        }
        Step::Residual(Residual::OnConsent) => ("residual", say!(words, "residual-on-consent")),
        Step::Residual(Residual::TwelveMonthsNotice) => {
            ("residual", say!(words, "residual-twelve-months"))
        }
        Step::NamedDay(day) => ("reckoning", say!(words, "named-day", day = *day)),
        Step::Latest(days, day) => (
            "reckoning",
            say!(words, "latest", days = days_of(voice, days), day = *day),
        ),
        Step::Earliest(days, day) => (
            "reckoning",
            say!(words, "earliest", days = days_of(voice, days), day = *day),
        ),
        Step::Fallback { date, held: true } => {
            ("reckoning", say!(words, "fallback-held", day = *date))
        }
        Step::Fallback { date, held: false } => {
            ("reckoning", say!(words, "fallback-not-held", day = *date))
        }
        Step::Deposited { act, day } => (
            "consent",
            say!(
                words,
                "deposited",
                act = kind_of(voice, treaty, *act),
                day = *day
            ),
        ),
        Step::Continued { act, day } => (
            "start",
            say!(
                words,
                "continued",
                who = author(voice, treaty, *act),
                day = *day
            ),
        ),
        Step::Announced(day) => ("assumption", say!(words, "announced", day = *day)),
        Step::Ended { act, day } => (
            "end",
            say!(
                words,
                "ended",
                act = kind_of(voice, treaty, *act),
                day = *day
            ),
        ),
        Step::Unknown(unknown) => ("unknown", reason(voice, treaty, unknown)),
        Step::LiveOnTrigger { .. }
        | Step::BeforeGeneral { .. }
        | Step::NotBeforeGeneral { .. }
        | Step::Succession { .. } => ("start", start(voice, step)?),
        Step::Notice { .. } | Step::Barred { .. } | Step::RecordedEffect { .. } => {
            ("end", end(voice, step)?)
        }
        Step::Together(_) => ("reckoning", ending::together(voice, step)?),
        Step::FellBelow(_) | Step::TreatyEnds(_) | Step::Lapsed(_) => {
            ("end", ending::of_the_treaty(voice, treaty, step)?)
        }
        Step::AfterTheEnd { .. } | Step::WhenInForceAgain { .. } => {
            ("start", ending::start(voice, step)?)
        }
        Step::UntilDefinitive { .. } => ("provisional", ending::until_definitive(voice, step)?),
        Step::Statement(_)
        | Step::Trigger(_)
        | Step::Period { .. }
        | Step::FirstOfMonth { .. }
        | Step::Organizations { .. } => return None,
    })
}

fn start(voice: Voice<'_>, step: &Step) -> Option<String> {
    let words = voice.words;
    Some(match step {
        Step::LiveOnTrigger { trigger, general } => {
            say!(
                words,
                "live-on-trigger",
                trigger = *trigger,
                general = *general
            )
        }
        Step::BeforeGeneral { general } => say!(words, "before-general", general = *general),
        Step::NotBeforeGeneral { own, start, .. } => {
            say!(words, "not-before-general", own = *own, start = *start)
        }
        Step::Succession {
            succeeded: Some(succeeded),
            notified,
            general,
            start,
        } => say!(
            words,
            "succession-dated",
            succeeded = *succeeded,
            notified = *notified,
            general = *general,
            start = *start,
        ),
        Step::Succession {
            succeeded: None,
            notified,
            general,
            start,
        } => say!(
            words,
            "succession-undated",
            notified = *notified,
            general = *general,
            start = *start,
        ),
        _ => return None,
    })
}

fn end(voice: Voice<'_>, step: &Step) -> Option<String> {
    let words = voice.words;
    Some(match step {
        Step::Notice { received, .. } => say!(words, "notice", day = *received),
        Step::Barred { bar } => say!(words, "barred", bar = *bar),
        Step::RecordedEffect {
            recorded,
            computed: None,
        } => {
            say!(words, "recorded-effect", recorded = *recorded)
        }
        Step::RecordedEffect {
            recorded,
            computed: Some(day),
        } if day == recorded => {
            say!(words, "recorded-effect-equal", recorded = *recorded)
        }
        Step::RecordedEffect {
            recorded,
            computed: Some(day),
        } => {
            say!(
                words,
                "recorded-effect-other",
                recorded = *recorded,
                computed = *day
            )
        }
        _ => return None,
    })
}

/// Returns the assumption of the view `announced`; it is named first.
pub fn assumption(voice: Voice<'_>, announced: Date) -> [Line; 2] {
    let words = voice.words;
    [
        Line::new("view", say!(words, "view-announced")),
        Line::new("assumption", say!(words, "announced", day = announced)),
    ]
}

/// Returns what is not known where entry into force is undetermined.
pub fn unknown(voice: Voice<'_>, treaty: &Treaty, force: &Force) -> Vec<Line> {
    let no_rule = [Reason::NoRule];
    let reasons = match force {
        Force::Undetermined { reasons, .. } => reasons.as_slice(),
        Force::NoRule => &no_rule,
        Force::InForce { .. } | Force::NotInForce => &[],
    };
    let lines = reasons.iter();
    lines
        .map(|unknown| Line::new("unknown", reason(voice, treaty, unknown)))
        .collect()
}

/// Returns the end of a consent, with the act that ended it.
pub fn ended(voice: Voice<'_>, treaty: &Treaty, act: ActIndex, day: Date) -> Line {
    let kind = kind_of(voice, treaty, act);
    Line::new("end", say!(voice.words, "ended", act = kind, day = day))
}

/// Returns the act on which a consent rests, with its digest.
pub fn act(voice: Voice<'_>, treaty: &Treaty, act: ActIndex) -> Option<Line> {
    let act = treaty.acts().get(act.at())?;
    let text = say!(
        voice.words,
        "trigger-act",
        who = voice.participant(&act.participant),
        act = voice.act(act),
        day = act.date,
        digest = act.digest().short(),
    );
    Some(Line::new("act", text))
}

/// Returns what the depositary published beside the computed date, with the causes that would
/// explain a difference.
pub fn published(
    voice: Voice<'_>,
    register: &Register,
    history: &History,
    verdict: &Verdict,
) -> Vec<Line> {
    let words = voice.words;
    let treaty = register.treaty(history.treaty);
    let Some(announced) = treaty.announced() else {
        return vec![Line::new("published", say!(words, "published-none"))];
    };
    let mut lines = Vec::new();
    match verdict {
        Verdict::Equal => {
            lines.push(Line::new(
                "published",
                say!(words, "published-equal", day = announced),
            ));
        }
        Verdict::Undetermined | Verdict::NoRule => {
            lines.push(Line::new(
                "published",
                say!(words, "published-other", day = announced),
            ));
        }
        Verdict::Difference(causes) => {
            lines.push(Line::new(
                "published",
                say!(words, "published-other", day = announced),
            ));
            if causes.is_empty() {
                lines.push(Line::new("reading", say!(words, "cause-none")));
            }
            let causes = causes
                .iter()
                .map(|found| cause(voice, register, treaty, found));
            lines.extend(causes.map(|text| Line::new("reading", text)));
        }
    }
    lines
}

/// Returns a candidate cause of a difference, in words.
pub fn cause(voice: Voice<'_>, register: &Register, treaty: &Treaty, cause: &Cause) -> String {
    let words = voice.words;
    match cause {
        Cause::NothingAnnounced => say!(words, "cause-nothing-announced"),
        Cause::PeriodExpiry(PeriodExpiry::SameDay) => say!(words, "cause-period-same-day"),
        Cause::PeriodExpiry(PeriodExpiry::NextDay) => say!(words, "cause-period-next-day"),
        Cause::Organizations(counting) => {
            say!(
                words,
                "cause-organizations",
                policy = rule::organizations(words, *counting)
            )
        }
        Cause::OneActMissing => say!(words, "cause-one-missing"),
        Cause::OneActTooMany => say!(words, "cause-one-too-many"),
        Cause::ActDatedTooLate(act) => {
            say!(
                words,
                "cause-dated-too-late",
                who = author(voice, treaty, *act)
            )
        }
        Cause::MissingPredecessor(parties) => {
            let names: Vec<String> = parties
                .iter()
                .map(|party| voice.party(register, *party))
                .collect();
            say!(words, "cause-predecessor", who = words.list(&names))
        }
        Cause::MonthNotClamped => say!(words, "cause-month"),
    }
}

fn days_of(voice: Voice<'_>, days: &[Date]) -> String {
    let days: Vec<String> = days.iter().map(|day| voice.words.day(*day)).collect();
    voice.words.list(&days)
}

fn kind_of(voice: Voice<'_>, treaty: &Treaty, act: ActIndex) -> String {
    treaty
        .acts()
        .get(act.at())
        .map(|act| voice.act(act))
        .unwrap_or_default()
}

fn author(voice: Voice<'_>, treaty: &Treaty, act: ActIndex) -> String {
    let act = treaty.acts().get(act.at());
    act.map(|act| voice.participant(&act.participant))
        .unwrap_or_default()
}
