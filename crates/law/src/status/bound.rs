//! Since when a treaty is in force for those who have consented (EIF-5, VCLT art. 24(3), SUCC-2).

use alloc::vec::Vec;

use crate::act::ActKind;
use crate::calendar::Date;
use crate::clause::explain::{Derivation, Reason, Residual, Step};
use crate::clause::moment::{self, Anchors, Outcome};
use crate::clause::rule::{ExtensionKeyword, Joiner, JoinerScope};
use crate::clause::scene::Scene;
use crate::status::history::{Force, Start, View};
use crate::status::live::{End, LiveConsent};
use crate::treaty::Treaty;

/// What is settled of the general date when single participants are dated.
#[derive(Clone, Copy)]
pub(crate) struct General<'a> {
    /// The force in the view of the lens.
    pub(crate) force: &'a Force,
    /// The view.
    pub(crate) view: View,
    /// Whether the register holds a rule at all.
    pub(crate) has_rule: bool,
    /// What the clauses say of later joiners.
    pub(crate) joining: Joining<'a>,
}

/// What the clauses of a treaty say of those who join later; looked up once for all of them.
#[derive(Clone, Copy)]
pub(crate) struct Joining<'a> {
    /// A statement that makes the date of a later joiner depend on more than the core can say.
    beyond_the_core: Option<usize>,
    joiner: Option<(usize, &'a Joiner)>,
}

impl<'a> Joining<'a> {
    pub(crate) fn of(treaty: &'a Treaty) -> Self {
        let mut extensions = treaty.extensions();
        let beyond = extensions.find(|(_, extension)| {
            matches!(
                extension.keyword,
                ExtensionKeyword::Pair | ExtensionKeyword::JoinerBeyond
            )
        });
        Self {
            beyond_the_core: beyond.map(|(index, _)| index),
            joiner: treaty.joiner(),
        }
    }
}

/// Returns since when the treaty is in force for the author of a consent, and how that follows.
pub(crate) fn start(
    consent: &LiveConsent,
    general: General<'_>,
    scene: Scene<'_>,
) -> (Start, Derivation) {
    let mut steps = Vec::with_capacity(most_steps(consent, general.force));
    steps.push(Step::Deposited {
        act: consent.act,
        day: consent.deposited,
    });
    let start = match general.force {
        Force::NotInForce => Start::NotYet,
        Force::NoRule => Start::Undetermined(Some(first_possible(consent))),
        Force::Undetermined { not_before, .. } => {
            let first = first_possible(consent);
            Start::Undetermined(Some(not_before.map_or(first, |bound| bound.max(first))))
        }
        Force::InForce { since, trigger } => {
            if general.view == View::Announced {
                steps.push(Step::Announced(*since));
            }
            if general.has_rule {
                dated(
                    consent,
                    (*since, *trigger),
                    general.joining,
                    scene,
                    &mut steps,
                )
            } else {
                steps.push(Step::unknown(Reason::NoRule));
                Start::Undetermined(Some(consent.deposited.max(*since)))
            }
        }
    };
    if let Some(act) = consent.continued {
        steps.push(Step::Continued {
            act,
            day: consent.from,
        });
    }
    (while_live(start, consent), steps)
}

/// How many steps a derivation mostly has: room for more would be kept as long as the history.
fn most_steps(consent: &LiveConsent, force: &Force) -> usize {
    match force {
        Force::InForce { trigger, .. } if *trigger < Some(consent.deposited) => 3,
        Force::InForce { .. } => 2,
        Force::NotInForce | Force::NoRule | Force::Undetermined { .. } => 1,
    }
}

/// The day before which the treaty cannot be in force for the author of a consent: its deposit, or
/// the date of succession.
fn first_possible(consent: &LiveConsent) -> Date {
    consent.succeeded.unwrap_or(consent.deposited)
}

/// A continued consent binds its new author from the continuation on; nobody starts whose consent
/// is no longer live.
pub(crate) fn while_live(start: Start, consent: &LiveConsent) -> Start {
    let Start::On(day) = start else { return start };
    let day = if consent.continued.is_some() {
        day.max(consent.from)
    } else {
        day
    };
    match consent.end {
        End::Day(end, _) if end <= day => Start::Never,
        _ => Start::On(day),
    }
}

fn dated(
    consent: &LiveConsent,
    (general, trigger): (Date, Option<Date>),
    joining: Joining<'_>,
    scene: Scene<'_>,
    steps: &mut Derivation,
) -> Start {
    if consent.kind == ActKind::Succession {
        let notified = consent.deposited;
        let start = consent.succeeded.unwrap_or(notified).max(general);
        let succeeded = consent.succeeded;
        steps.push(Step::Succession {
            succeeded,
            notified,
            general,
            start,
        });
        return Start::On(start);
    }
    if let Some(trigger) = trigger
        && consent.deposited <= trigger
    {
        steps.push(Step::LiveOnTrigger { trigger, general });
        // An announced date may lie before a deposit that the computed trigger still covers.
        return Start::On(general.max(consent.deposited));
    }
    later_joiner(consent.deposited, (general, trigger), joining, scene, steps)
}

fn later_joiner(
    deposited: Date,
    (general, trigger): (Date, Option<Date>),
    joining: Joining<'_>,
    scene: Scene<'_>,
    steps: &mut Derivation,
) -> Start {
    if let Some(index) = joining.beyond_the_core {
        steps.push(Step::unknown(Reason::NotEvaluated(index)));
        return Start::Undetermined(Some(deposited.max(general)));
    }
    let Some((index, joiner)) = joining.joiner else {
        steps.push(Step::Residual(Residual::OnConsent));
        return not_before_general(deposited, general, steps);
    };
    steps.push(Step::Statement(index));
    if joiner.scope == JoinerScope::AfterForce && deposited <= general {
        steps.push(Step::BeforeGeneral { general });
        return Start::On(general);
    }
    let anchors = Anchors::joiner(deposited, Some(general));
    match moment::term(&joiner.term, &anchors, scene, steps) {
        Outcome::Day { day, .. } if joiner.even_before && trigger.is_some() => Start::On(day),
        Outcome::Day { day, .. } => not_before_general(day, general, steps),
        Outcome::Never => Start::NotYet,
        Outcome::Undetermined {
            not_before,
            reasons,
        } => {
            steps.extend(reasons.into_iter().map(Step::unknown));
            Start::Undetermined(not_before.max(Some(general)))
        }
    }
}

fn not_before_general(own: Date, general: Date, steps: &mut Derivation) -> Start {
    let start = own.max(general);
    if own < general {
        steps.push(Step::NotBeforeGeneral {
            own,
            general,
            start,
        });
    }
    Start::On(start)
}

#[cfg(test)]
mod tests {
    use crate::status::fixture::*;

    const RULE: &str = "\nin force 3 months after the day at least 2 states\neach later joiner 3 months after its deposit";
    const TWO: [&str; 2] = ["AAA ratification 2001-01-01", "BBB ratification 2001-02-01"];

    fn start_of(rule: &str, act: &str) -> alloc::string::String {
        let acts = [TWO[0], TWO[1], act];
        let interval = intervals(&register(rule, &acts), &act[..3]).remove(0);
        interval.split(" | ").nth(1).expect("a start").into()
    }

    /// EIF-5: whoever had consented by the trigger starts on the general date; who comes later by its
    /// own term.
    #[test]
    fn those_of_the_trigger_start_together() {
        assert_eq!(start_of(RULE, "CCC accession 2001-02-01"), "2001-05-01");
        assert_eq!(start_of(RULE, "CCC accession 2001-02-02"), "2001-05-02");
    }

    /// EIF-5: the own term never ends before the general date, unless the text says so.
    #[test]
    fn nobody_starts_before_the_general_date() {
        let short = RULE.replace("joiner 3 months", "joiner 1 months");
        assert_eq!(start_of(&short, "CCC accession 2001-02-02"), "2001-05-01");
        let even = alloc::format!("{short}, even before general entry into force");
        assert_eq!(start_of(&even, "CCC accession 2001-02-02"), "2001-03-02");
    }

    /// EIF-2, VCLT art. 24(3): without a joiner clause the date of consent.
    #[test]
    fn without_a_clause_the_date_of_consent() {
        let silent = "\nin force 3 months after the day at least 2 states";
        assert_eq!(start_of(silent, "CCC accession 2001-03-03"), "2001-05-01");
        assert_eq!(start_of(silent, "CCC accession 2002-03-03"), "2002-03-03");
    }

    /// SUCC-2: from the date of succession or general entry into force, whichever is later.
    #[test]
    fn a_succession_reaches_back() {
        assert_eq!(
            start_of(RULE, "CCC succession 2005-01-01 effect 2003-03-03"),
            "2003-03-03"
        );
        assert_eq!(
            start_of(RULE, "CCC succession 2005-01-01 effect 1999-03-03"),
            "2001-05-01"
        );
        assert_eq!(start_of(RULE, "CCC succession 2005-01-01"), "2005-01-01");
    }

    /// Semantics 8: nobody starts whose consent is no longer live on that day.
    #[test]
    fn a_consent_that_has_ended_never_starts() {
        let acts = [TWO[0], TWO[1], "BBB withdrawal-of-instrument 2001-04-30"];
        let register = register(RULE, &acts);
        assert_eq!(
            intervals(&register, "BBB"),
            ["2001-02-01 | never | 2001-04-30"]
        );
        assert_eq!(since(&register), "2001-05-01");
    }
}
