//! Derivations as JSON: one object a step, in the order in which a reader follows them. The field
//! `step` names its kind; rules and tests stand in the words of Clausula.

use serde_json::{Value, json};

use sponsio_law::clause::explain::{
    ActIndex, Lapse, LapseKind, Layer, Reading, Reason, Residual, Step, Trigger,
};
use sponsio_law::clause::print_statement;
use sponsio_law::clause::rule::{
    Atom, Condition, Force, Moment, OrganizationCounting, PeriodExpiry, Point, Rule, Span,
    Statement, Term,
};
use sponsio_law::treaty::Treaty;

use crate::json::{act, day};

/// Returns the steps of a derivation about a treaty.
pub fn steps(treaty: &Treaty, steps: &[Step]) -> Value {
    steps.iter().map(|step| self::step(treaty, step)).collect()
}

fn step(treaty: &Treaty, step: &Step) -> Value {
    let cited = |index: &ActIndex| act::cited(treaty, *index);
    match step {
        Step::Statement(index) => statement(treaty, *index),
        Step::Residual(residual) => json!({"step": "residual", "rule": residual_rule(*residual)}),
        Step::Trigger(trigger) => self::trigger(treaty, trigger),
        Step::Period {
            from,
            count,
            unit,
            reached,
            clamped,
            expiry,
            layer,
            to,
        } => json!({
            "step": "period",
            "from": from.to_string(),
            "count": count,
            "unit": unit.to_string(),
            "reached": reached.to_string(),
            "clamped": clamped,
            "expiry": self::expiry(*expiry),
            "layer": self::layer(*layer),
            "to": to.to_string(),
        }),
        Step::FirstOfMonth { from, month, to } => json!({
            "step": "first-of-month",
            "from": from.to_string(),
            "month": month,
            "to": to.to_string(),
        }),
        Step::NamedDay(day) => json!({"step": "named-day", "day": day.to_string()}),
        Step::Latest(days, chosen) => choice("latest", days, *chosen),
        Step::Earliest(days, chosen) => choice("earliest", days, *chosen),
        Step::Fallback { date, held } => {
            json!({"step": "fallback", "date": date.to_string(), "held": held})
        }
        Step::Deposited { act, day } => {
            json!({"step": "deposited", "act": cited(act), "day": day.to_string()})
        }
        Step::LiveOnTrigger { trigger, general } => json!({
            "step": "live-on-trigger",
            "trigger": trigger.to_string(),
            "general": general.to_string(),
        }),
        Step::BeforeGeneral { general } => {
            json!({"step": "before-general", "general": general.to_string()})
        }
        Step::NotBeforeGeneral {
            own,
            general,
            start,
        } => json!({
            "step": "not-before-general",
            "own": own.to_string(),
            "general": general.to_string(),
            "start": start.to_string(),
        }),
        Step::Succession {
            succeeded,
            notified,
            general,
            start,
        } => json!({
            "step": "succession",
            "succeeded": day(*succeeded),
            "notified": notified.to_string(),
            "general": general.to_string(),
            "start": start.to_string(),
        }),
        Step::Continued { act, day } => {
            json!({"step": "continued", "act": cited(act), "day": day.to_string()})
        }
        Step::Announced(day) => json!({"step": "announced", "day": day.to_string()}),
        Step::Organizations {
            counting,
            layer,
            members_unknown,
        } => json!({
            "step": "organizations",
            "counting": self::counting(*counting),
            "layer": self::layer(*layer),
            "members_unknown": members_unknown,
        }),
        Step::Notice { act, received } => {
            json!({"step": "notice", "act": cited(act), "received": received.to_string()})
        }
        Step::Barred { bar } => json!({"step": "barred", "bar": bar.to_string()}),
        Step::RecordedEffect { recorded, computed } => json!({
            "step": "recorded-effect",
            "recorded": recorded.to_string(),
            "computed": day(*computed),
        }),
        Step::Ended { act, day } => {
            json!({"step": "ended", "act": cited(act), "day": day.to_string()})
        }
        Step::Together(together) => json!({
            "step": "together",
            "treaty": together.treaty.as_str(),
            "own": day(together.own),
            "other": day(together.other),
        }),
        Step::FellBelow(below) => {
            let acts: Vec<Value> = below.acts.iter().map(cited).collect();
            json!({
                "step": "fell-below",
                "least": below.least,
                "day": below.day.to_string(),
                "left": below.left,
                "acts": acts,
            })
        }
        Step::TreatyEnds(day) => json!({"step": "treaty-ends", "day": day.to_string()}),
        Step::Lapsed(found) => json!({"step": "lapsed", "lapse": lapse(found)}),
        Step::AfterTheEnd { own, end } => {
            json!({"step": "after-the-end", "own": own.to_string(), "end": end.to_string()})
        }
        Step::WhenInForceAgain { own, start } => json!({
            "step": "when-in-force-again",
            "own": own.to_string(),
            "start": start.to_string(),
        }),
        Step::UntilDefinitive {
            provisional,
            definitive,
        } => json!({
            "step": "until-definitive",
            "provisional": day(*provisional),
            "definitive": day(*definitive),
        }),
        Step::Unknown(reason) => json!({"step": "unknown", "reason": self::reason(treaty, reason)}),
    }
}

/// Returns days on which a treaty that entered into force is not in force, or may not be.
pub fn lapse(lapse: &Lapse) -> Value {
    let kind = match lapse.kind {
        LapseKind::Ended => "ended",
        LapseKind::ConditionNotMet => "condition-not-met",
        LapseKind::Unknown => "unknown",
    };
    json!({"kind": kind, "from": lapse.from.to_string(), "until": day(lapse.until)})
}

fn statement(treaty: &Treaty, index: usize) -> Value {
    let statement = treaty.statement(index);
    json!({
        "step": "statement",
        "index": index,
        "line": statement.map(|statement| statement.line),
        "words": statement.map(print_statement),
        "citation": statement.and_then(|statement| statement.citation.clone()),
    })
}

fn choice(
    step: &str,
    days: &[sponsio_law::calendar::Date],
    chosen: sponsio_law::calendar::Date,
) -> Value {
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    json!({"step": step, "of": days, "day": chosen.to_string()})
}

fn trigger(treaty: &Treaty, trigger: &Trigger) -> Value {
    let acts: Vec<Value> = trigger
        .acts
        .iter()
        .map(|act| act::cited(treaty, *act))
        .collect();
    let readings: Vec<Value> = trigger
        .readings
        .iter()
        .map(|(atom, reading)| json!({"test": words(atom), "reading": self::reading(reading)}))
        .collect();
    json!({
        "step": "trigger",
        "day": trigger.day.to_string(),
        "acts": acts,
        "readings": readings,
    })
}

fn reading(reading: &Reading) -> Value {
    match reading {
        Reading::Number { before, on, need } => {
            json!({"kind": "number", "before": before, "on": on, "need": need})
        }
        Reading::Part {
            before,
            on,
            need,
            of,
        } => {
            json!({"kind": "part", "before": before, "on": on, "need": need, "of": of})
        }
        Reading::Sum { before, on, total } => json!({
            "kind": "sum",
            "before": before.to_string(),
            "on": on.to_string(),
            "total": total.to_string(),
        }),
        Reading::Treaty { treaty, since } => {
            json!({"kind": "treaty", "treaty": treaty.as_str(), "since": day(*since)})
        }
        Reading::Day(day) => json!({"kind": "day", "day": day.to_string()}),
        Reading::Unknown => json!({"kind": "unknown"}),
    }
}

/// A single test in the words of Clausula: those of a rule that has no other, without its head.
fn words(atom: &Atom) -> String {
    const HEAD: &str = "in force on the day ";
    let condition = Condition::Atom(atom.clone());
    let moment = Moment::Latest(vec![Term::On(Point::TheDay(condition))]);
    let printed = print_statement(&Statement {
        rule: Rule::Force(Force::Moment(moment)),
        citation: None,
        span: Span::default(),
        line: 0,
    });
    printed
        .strip_prefix(HEAD)
        .unwrap_or(&printed)
        .trim_end()
        .to_owned()
}

/// Returns why something is not known.
pub fn reason(treaty: &Treaty, reason: &Reason) -> Value {
    match reason {
        Reason::GroupUnknown(name, words) => {
            json!({"kind": "group-unknown", "name": name, "words": words})
        }
        Reason::TableUnknown(name, words) => {
            json!({"kind": "table-unknown", "name": name, "words": words})
        }
        Reason::NotDeclared(name) => json!({"kind": "not-declared", "name": name}),
        Reason::FileMissing(path) => json!({"kind": "file-missing", "path": path}),
        Reason::TreatyNotHeld(id) => json!({"kind": "treaty-not-held", "treaty": id.as_str()}),
        Reason::TreatyUndetermined(id) => {
            json!({"kind": "treaty-undetermined", "treaty": id.as_str()})
        }
        Reason::Circular(ids) => {
            let ids: Vec<&str> = ids.iter().map(sponsio_record::TreatyId::as_str).collect();
            json!({"kind": "circular", "treaties": ids})
        }
        Reason::Unmodelled(words) => json!({"kind": "unmodelled", "words": words}),
        Reason::NotEvaluated(index) => {
            json!({"kind": "not-evaluated", "statement": statement(treaty, *index)})
        }
        Reason::NoRule => json!({"kind": "no-rule"}),
        Reason::EndUnknown(index) => {
            json!({"kind": "end-unknown", "act": act::cited(treaty, *index)})
        }
        Reason::ForceUndetermined => json!({"kind": "force-undetermined"}),
        Reason::NoAdoptionDate => json!({"kind": "no-adoption-date"}),
        Reason::NoOpeningDate => json!({"kind": "no-opening-date"}),
        Reason::NoCommunicationDate => json!({"kind": "no-communication-date"}),
        Reason::TestDays(words) => json!({"kind": "test-days", "words": words}),
        Reason::Decision(organ) => json!({"kind": "decision", "organ": organ}),
        Reason::NoWithdrawalRule => json!({"kind": "no-withdrawal-rule"}),
        Reason::BeyondCalendar => json!({"kind": "beyond-calendar"}),
    }
}

const fn residual_rule(residual: Residual) -> &'static str {
    match residual {
        Residual::AllNegotiating => "VCLT art. 24(2)",
        Residual::OnConsent => "VCLT art. 24(3)",
        Residual::TwelveMonthsNotice => "VCLT art. 56(2)",
    }
}

/// Returns the stable name of a layer.
pub const fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Treaty => "treaty",
        Layer::Depositary => "depositary",
        Layer::Default => "default",
    }
}

/// Returns the stable name of a convention on the day of expiry.
pub const fn expiry(expiry: PeriodExpiry) -> &'static str {
    match expiry {
        PeriodExpiry::SameDay => "same-day",
        PeriodExpiry::NextDay => "next-day",
    }
}

/// Returns the stable name of a way of counting organizations.
pub const fn counting(counting: OrganizationCounting) -> &'static str {
    match counting {
        OrganizationCounting::NotAdditional => "not-additional",
        OrganizationCounting::Counted => "counted",
        OrganizationCounting::NeverCounted => "never-counted",
    }
}
