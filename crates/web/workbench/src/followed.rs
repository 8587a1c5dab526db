//! A derivation step by step, as data: each step has a kind, for which the page has a sentence.

use sponsio_law::clause::explain::{Layer, Reading, Reason, Residual, Step, Trigger};
use sponsio_law::clause::rule::{Atom, PeriodExpiry};
use sponsio_law::treaty::Treaty;
use sponsio_record::Draft;

/// The members of a step.
type Members = Vec<(&'static str, Draft)>;

/// Returns the steps in the order in which the law takes them.
pub(crate) fn steps(treaty: &Treaty, steps: &[Step]) -> Vec<Draft> {
    let mut told = Vec::new();
    for step in steps {
        push(treaty, step, &mut told);
    }
    told
}

/// Returns why something is not known.
pub(crate) fn unknown(reasons: &[Reason]) -> Vec<Draft> {
    reasons.iter().map(unknown_for).collect()
}

fn of(kind: &'static str, mut members: Members) -> Draft {
    members.push(("kind", Draft::text(kind)));
    Draft::object(members)
}

fn text(value: impl ToString) -> Draft {
    Draft::text(value.to_string())
}

fn push(treaty: &Treaty, step: &Step, told: &mut Vec<Draft>) {
    let mut tell = |kind, members: Members| told.push(of(kind, members));
    match step {
        Step::Statement(index) => {
            if let Some(statement) = treaty.statement(*index) {
                tell(
                    "rule",
                    vec![("line", text(statement.to_string().trim_end()))],
                );
            }
        }
        Step::Residual(residual) => tell(
            match residual {
                Residual::AllNegotiating => "residual-all-negotiating",
                Residual::OnConsent => "residual-on-consent",
                Residual::TwelveMonthsNotice => "residual-twelve-months",
            },
            Vec::new(),
        ),
        Step::Trigger(found) => trigger(treaty, found, told),
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
            tell(
                "period",
                vec![
                    ("from", text(from)),
                    ("count", Draft::count(u64::from(*count))),
                    ("unit", text(unit)),
                    ("reached", text(reached)),
                ],
            );
            if *clamped {
                tell("clamped", vec![("reached", text(reached))]);
            }
            if *expiry == PeriodExpiry::NextDay {
                tell("next-day", vec![("to", text(to))]);
            }
            if *layer == Layer::Default {
                tell("expiry-not-stated", Vec::new());
            }
        }
        Step::FirstOfMonth { from, month, to } => tell(
            "first-of-month",
            vec![
                ("from", text(from)),
                ("month", Draft::count(u64::from(*month))),
                ("to", text(to)),
            ],
        ),
        Step::NamedDay(day) => tell("named-day", vec![("day", text(day))]),
        Step::Latest(_, day) => tell("latest", vec![("day", text(day))]),
        Step::Earliest(_, day) => tell("earliest", vec![("day", text(day))]),
        Step::Fallback { date, held } => {
            let kind = if *held {
                "fallback-held"
            } else {
                "fallback-not-held"
            };
            tell(kind, vec![("day", text(date))]);
        }
        Step::Deposited { day, .. } => tell("deposited", vec![("day", text(day))]),
        Step::LiveOnTrigger { trigger, general } => tell(
            "live-on-trigger",
            vec![("trigger", text(trigger)), ("general", text(general))],
        ),
        Step::BeforeGeneral { general } => {
            tell("before-general", vec![("general", text(general))]);
        }
        Step::NotBeforeGeneral { own, start, .. } => {
            tell(
                "not-before-general",
                vec![("own", text(own)), ("start", text(start))],
            );
        }
        Step::Organizations { layer, .. } => {
            let is_default = *layer == Layer::Default;
            let kind = if is_default {
                "organizations-not-stated"
            } else {
                "organizations"
            };
            tell(kind, Vec::new());
        }
        Step::Notice { received, .. } => tell("notice", vec![("day", text(received))]),
        Step::Barred { bar } => tell("barred", vec![("day", text(bar))]),
        Step::Ended { day, .. } => tell("ended", vec![("day", text(day))]),
        Step::TreatyEnds(day) => tell("treaty-ends", vec![("day", text(day))]),
        Step::Unknown(found) => told.push(unknown_for(found)),
        // What a trial of one draft hardly reaches; the page points to the command line for it.
        Step::Succession { .. }
        | Step::Continued { .. }
        | Step::Announced(_)
        | Step::RecordedEffect { .. }
        | Step::Together(_)
        | Step::FellBelow(_)
        | Step::Lapsed(_)
        | Step::AfterTheEnd { .. }
        | Step::WhenInForceAgain { .. }
        | Step::UntilDefinitive { .. } => tell("other", Vec::new()),
    }
}

fn trigger(treaty: &Treaty, found: &Trigger, told: &mut Vec<Draft>) {
    let acts = found
        .acts
        .iter()
        .filter_map(|act| treaty.acts().get(act.at()));
    let who: Vec<&str> = acts.map(|act| act.participant.as_str()).collect();
    let day = ("day", text(found.day));
    told.push(if who.is_empty() {
        of("trigger", vec![day])
    } else {
        of("trigger-by", vec![day, ("who", text(who.join(", ")))])
    });
    for (atom, reading) in &found.readings {
        told.push(read(atom, reading));
    }
}

fn read(atom: &Atom, reading: &Reading) -> Draft {
    let atom = ("atom", text(atom));
    let counted = |before: u64, on: u64, need: u64| {
        vec![
            ("before", Draft::count(before)),
            ("on", Draft::count(on)),
            ("need", Draft::count(need)),
        ]
    };
    let (kind, mut members) = match reading {
        Reading::Number { before, on, need }
        | Reading::Part {
            before, on, need, ..
        } => ("reading-number", counted(*before, *on, *need)),
        Reading::Sum { before, on, total } => (
            "reading-sum",
            vec![
                ("before", text(before)),
                ("on", text(on)),
                ("total", text(total)),
            ],
        ),
        Reading::Day(_) => ("reading-day", Vec::new()),
        Reading::Treaty { .. } | Reading::Unknown => ("reading-unknown", Vec::new()),
    };
    members.push(atom);
    of(kind, members)
}

/// Returns why something is not known: what it is about, where it has a name.
fn unknown_for(reason: &Reason) -> Draft {
    let named = |detail: &str| of("unknown-named", vec![("detail", text(detail))]);
    match reason {
        Reason::GroupUnknown(name, words) | Reason::TableUnknown(name, words) => {
            named(words.as_ref().unwrap_or(name))
        }
        Reason::NotDeclared(words)
        | Reason::FileMissing(words)
        | Reason::Unmodelled(words)
        | Reason::TestDays(words)
        | Reason::Decision(words) => named(words),
        Reason::TreatyNotHeld(id) | Reason::TreatyUndetermined(id) => named(id.as_str()),
        Reason::NoAdoptionDate => of("unknown-adoption", Vec::new()),
        Reason::NoOpeningDate => of("unknown-opening", Vec::new()),
        Reason::Circular(_)
        | Reason::NotEvaluated(_)
        | Reason::NoRule
        | Reason::NoWithdrawalRule
        | Reason::EndUnknown(_)
        | Reason::NoCommunicationDate
        | Reason::ForceUndetermined
        | Reason::BeyondCalendar => of("unknown-other", Vec::new()),
    }
}
