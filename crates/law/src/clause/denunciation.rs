//! When a notice of withdrawal takes effect (VCLT arts 54, 56; END-4, END-5).

use alloc::vec::Vec;

use crate::calendar::{self, Date, Unit};
use crate::clause::explain::{ActIndex, Derivation, Reason, Residual, Step};
use crate::clause::layers::Policies;
use crate::clause::rule::{BarStart, ExtensionKeyword, NoticeBar, Withdrawal};
use crate::treaty::Treaty;

/// What a notice of withdrawal does to a consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The consent ends; the first day not bound.
    On(Date),
    /// Whether it ends is not known from this day on.
    UnknownFrom(Date),
    /// The text excludes withdrawal: the notice has no effect under the rule.
    Never,
    /// The time before which no notice may be given has not begun to run.
    Barred,
}

/// A notice as the rule sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Notice {
    pub(crate) act: ActIndex,
    pub(crate) received: Date,
    pub(crate) recorded_effect: Option<Date>,
}

/// A day from which a bar may run, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Since {
    /// The treaty is in force from this day on.
    Day(Date),
    /// It is not in force.
    #[default]
    Not,
    /// Whether it is in force is not known; at the earliest from this day on.
    Unknown(Option<Date>),
}

/// General entry into force, and entry into force for the party that leaves.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct InForceSince {
    pub(crate) general: Since,
    pub(crate) own: Since,
}

/// Returns what a notice does, and how that follows.
pub(crate) fn effect_of(
    notice: Notice,
    treaty: &Treaty,
    policies: Policies<'_>,
    since: InForceSince,
) -> (Ending, Derivation) {
    let mut steps = Vec::from([Step::Notice {
        act: notice.act,
        received: notice.received,
    }]);
    let computed = by_rule(notice.received, treaty, policies, since, &mut steps);
    let Some(recorded) = notice.recorded_effect else {
        return (computed, steps);
    };
    let computed = match computed {
        Ending::On(day) => Some(day),
        Ending::UnknownFrom(_) | Ending::Never | Ending::Barred => None,
    };
    if computed.is_none() {
        steps.truncate(1);
    }
    steps.push(Step::RecordedEffect { recorded, computed });
    (Ending::On(recorded), steps)
}

fn by_rule(
    received: Date,
    treaty: &Treaty,
    policies: Policies<'_>,
    since: InForceSince,
    steps: &mut Derivation,
) -> Ending {
    let beyond = treaty
        .extensions()
        .find(|(_, extension)| extension.keyword == ExtensionKeyword::WithdrawalBeyond);
    if let Some((index, _)) = beyond {
        steps.push(Step::unknown(Reason::NotEvaluated(index)));
        return Ending::UnknownFrom(received);
    }
    let Some((index, withdrawal)) = treaty.withdrawal() else {
        steps.push(Step::unknown(Reason::NoWithdrawalRule));
        return Ending::UnknownFrom(received);
    };
    steps.push(Step::Statement(index));
    match withdrawal {
        Withdrawal::Silent => silent(received, steps),
        Withdrawal::Excluded => Ending::Never,
        Withdrawal::Notice {
            count,
            unit,
            not_before,
        } => {
            let Some((runs_from, certain)) = runs_from(received, *not_before, since, steps) else {
                return Ending::Barred;
            };
            let Some((day, step)) = policies.period(runs_from, *count, *unit) else {
                return Ending::Never;
            };
            steps.push(step);
            // No notice ends a consent before the entry into force from which its bar runs.
            let day = match (not_before, since.general) {
                (Some(_), Since::Day(general)) => day.max(general),
                _ => day,
            };
            if certain {
                Ending::On(day)
            } else {
                Ending::UnknownFrom(day)
            }
        }
    }
}

/// Whether a silent text admits withdrawal is a question of its nature (VCLT art. 56(1)): it stays
/// open here. If it does, twelve months' notice are due (56(2), END-4).
fn silent(received: Date, steps: &mut Derivation) -> Ending {
    steps.push(Step::Residual(Residual::TwelveMonthsNotice));
    match calendar::after(received, 12, Unit::Months) {
        Some(reached) => Ending::UnknownFrom(reached.day),
        None => Ending::Never,
    }
}

/// The day from which the period of a notice runs: its receipt, or the bar if that is later; and
/// whether it is certain that it runs at all.
fn runs_from(
    received: Date,
    bar: Option<NoticeBar>,
    since: InForceSince,
    steps: &mut Derivation,
) -> Option<(Date, bool)> {
    let Some(bar) = bar else {
        return Some((received, true));
    };
    let start = match bar.after {
        BarStart::GeneralForce => since.general,
        BarStart::ItsForce => since.own,
    };
    let (start, certain) = match start {
        Since::Day(day) => (Some(day), true),
        Since::Unknown(bound) => (bound, false),
        Since::Not => return None,
    };
    if !certain {
        steps.push(Step::unknown(Reason::ForceUndetermined));
    }
    let Some(start) = start else {
        return Some((received, certain));
    };
    let day = calendar::after(start, bar.count, bar.unit)?.day;
    if day <= received {
        return Some((received, certain));
    }
    steps.push(Step::Barred { bar: day });
    Some((day, certain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::fixture::*;

    use crate::register::Register;

    fn effect(
        clauses: &str,
        received: &str,
        recorded: Option<&str>,
        since: InForceSince,
    ) -> Ending {
        let register: Register = register(clauses, &[]);
        let treaty = &register.treaties()[0];
        let notice = Notice {
            act: ActIndex(0),
            received: day(received),
            recorded_effect: recorded.map(day),
        };
        effect_of(notice, treaty, register.policies(treaty), since).0
    }

    fn in_force(text: &str) -> InForceSince {
        let since = Since::Day(day(text));
        InForceSince {
            general: since,
            own: since,
        }
    }

    /// VCLT art. 54: by notice, after its period; a recorded day wins.
    #[test]
    fn a_notice_takes_effect_after_its_period() {
        let rule = "\nwithdrawal 12 months after receipt of notice";
        let none = InForceSince::default();
        assert_eq!(
            effect(rule, "2001-02-03", None, none),
            Ending::On(day("2002-02-03"))
        );
        let recorded = effect(rule, "2001-02-03", Some("2001-12-31"), none);
        assert_eq!(recorded, Ending::On(day("2001-12-31")));
    }

    /// END-5: the period of a notice given too early runs from the bar; the bar from entry into force.
    #[test]
    fn a_bar_delays_a_notice() {
        let rule = "\nwithdrawal 1 months after receipt of notice, not before 3 years after its entry into force";
        let since = in_force("2000-01-01");
        assert_eq!(
            effect(rule, "2001-02-03", None, since),
            Ending::On(day("2003-02-01"))
        );
        assert_eq!(
            effect(rule, "2004-02-03", None, since),
            Ending::On(day("2004-03-03"))
        );
        assert_eq!(
            effect(rule, "2004-02-03", None, InForceSince::default()),
            Ending::Barred
        );
        let unknown = Since::Unknown(Some(day("2000-01-01")));
        let since = InForceSince {
            general: unknown,
            own: unknown,
        };
        assert_eq!(
            effect(rule, "2001-02-03", None, since),
            Ending::UnknownFrom(day("2003-02-01"))
        );
    }

    /// END-4: a silent text leaves it open, for twelve months at least; an absent rule at once.
    #[test]
    fn silence_is_not_an_answer() {
        let none = InForceSince::default();
        let silent = effect("\nwithdrawal silent", "2001-02-03", None, none);
        assert_eq!(silent, Ending::UnknownFrom(day("2002-02-03")));
        let absent = effect("", "2001-02-03", None, none);
        assert_eq!(absent, Ending::UnknownFrom(day("2001-02-03")));
        assert_eq!(
            effect("\nwithdrawal excluded", "2001-02-03", None, none),
            Ending::Never
        );
    }
}
