//! The result of `sponsio register check` as JSON, derivations included.

use serde_json::{Map, Value, json};

use sponsio_law::register::Register;
use sponsio_law::status::difference::{Cause, Verdict};
use sponsio_law::treaty::Treaty;

use crate::command::register::finding::{Finding, Findings};
use crate::folder::Report;
use crate::folder::acts::Form;
use crate::json::{act, day, derivation, fault, history};
use crate::wording::{Voice, diagnostic};

/// Returns everything that was found.
pub fn check(
    voice: Voice<'_>,
    register: &Register,
    report: &Report,
    findings: &Findings<'_>,
) -> Value {
    let treaties: Vec<Value> = findings
        .findings
        .iter()
        .map(|finding| self::finding(voice, register, finding))
        .collect();
    let tally = |counts: Vec<(&'static str, usize)>| -> Map<String, Value> {
        let counts = counts.into_iter();
        counts
            .map(|(name, count)| (name.to_owned(), json!(count)))
            .collect()
    };
    json!({
        "hypothesis": false,
        "register": {
            "digest": register.digest().to_string(),
            "form": match report.form {
                Form::Published => "published",
                Form::Recorded => "recorded",
            },
            "participants": register.participants().len(),
            "treaties": register.treaties().len(),
            "acts": register.act_count(),
        },
        "states": tally(findings.states()),
        "verdicts": tally(findings.verdicts()),
        "treaties": treaties,
        "faults": fault::faults(voice.words, &report.faults),
        "remarks": fault::remarks(register, &findings.remark_counts),
        "warnings": findings
            .warnings
            .iter()
            .map(|warning| json!({
                "code": warning.diagnostic.code.as_str(),
                "file": warning.file,
                "line": warning.diagnostic.line,
                "column": warning.diagnostic.column,
                "sentence": diagnostic::detail(voice.words, &warning.diagnostic.detail),
            }))
            .collect::<Vec<_>>(),
    })
}

fn finding(voice: Voice<'_>, register: &Register, finding: &Finding<'_>) -> Value {
    let (treaty, computed) = (finding.treaty, &finding.history.computed);
    let effects = finding.history.effects.iter();
    let effects = effects.map(|effect| history::effect(register, finding.history, effect));
    let remarks = register.remarks_in(finding.history);
    let remarks = remarks.iter().map(|one| fault::remark(voice, treaty, one));
    json!({
        "treaty": treaty.id.as_str(),
        "title": treaty.title(),
        "horizon": day(finding.history.horizon(register)),
        "computed": history::force(register, finding.history, computed),
        "announced": day(treaty.announced()),
        "verdict": finding.verdict_word(),
        "causes": causes(register, treaty, &finding.verdict),
        "steps": derivation::steps(treaty, &finding.history.steps),
        "consents": effects.collect::<Vec<_>>(),
        "remarks": remarks.collect::<Vec<_>>(),
    })
}

fn causes(register: &Register, treaty: &Treaty, verdict: &Verdict) -> Vec<Value> {
    let Verdict::Difference(causes) = verdict else {
        return Vec::new();
    };
    let cause = |cause: &Cause| match cause {
        Cause::NothingAnnounced => json!({"kind": "nothing-announced"}),
        Cause::PeriodExpiry(expiry) => {
            json!({"kind": "period-expiry", "policy": derivation::expiry(*expiry)})
        }
        Cause::Organizations(counting) => {
            json!({"kind": "organizations", "policy": derivation::counting(*counting)})
        }
        Cause::OneActMissing => json!({"kind": "one-act-missing"}),
        Cause::OneActTooMany => json!({"kind": "one-act-too-many"}),
        Cause::ActDatedTooLate(index) => {
            json!({"kind": "act-dated-too-late", "act": act::cited(treaty, *index)})
        }
        Cause::MissingPredecessor(successors) => {
            let successors = successors.iter();
            let successors: Vec<&str> = successors
                .map(|party| register.participant(*party).id.as_str())
                .collect();
            json!({"kind": "missing-predecessor", "successors": successors})
        }
        Cause::MonthNotClamped => json!({"kind": "month-not-clamped"}),
    };
    causes.iter().map(cause).collect()
}
