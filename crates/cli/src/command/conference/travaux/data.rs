//! What was done to a provision, as data.

use serde_json::{Value, json};

use sponsio_law::conference::{Decision, End, Event, Happening, Silence, Trace, Travaux};
use sponsio_record::ParticipantId;

use crate::command::conference::travaux::outcome;
use crate::command::conference::travaux::said::ended;

/// Returns the preparatory work of a provision.
pub(super) fn data(travaux: &Travaux) -> Value {
    let traces = travaux.traces.iter().map(|trace| {
        let mut data = match trace {
            Trace::Proposal { .. } => proposal(trace),
            Trace::Event(event) => happening(event),
            Trace::Silence { silence, .. } => silence_data(silence),
            Trace::Reserved { reserved, .. } => json!({
                "what": "reserved",
                "by": reserved.reserved.participant.as_str(),
                "note": reserved.reserved.note,
                "lifted": reserved.lifted.map(|at| at.to_string()),
                "carried": reserved.carried.map(|of| of.to_string()),
            }),
            Trace::Adopted(adoption) => json!({
                "what": "adopted",
                "decision": decision(&adoption.adopted.decision),
            }),
        };
        data["id"] = json!(trace.of().to_string());
        data["at"] = json!(trace.at().to_string());
        data
    });
    json!({
        "provision": travaux.provision.as_str(),
        "traces": traces.collect::<Vec<_>>(),
        "sealed": travaux.unknown.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn codes<'a>(codes: impl IntoIterator<Item = &'a ParticipantId>) -> Vec<&'a str> {
    codes.into_iter().map(ParticipantId::as_str).collect()
}

fn proposal(trace: &Trace) -> Value {
    let Trace::Proposal {
        by,
        round,
        with,
        operations,
        reason,
        end,
        ..
    } = trace
    else {
        return json!({});
    };
    json!({
        "what": "proposal",
        "by": by.as_str(),
        "with": codes(with),
        "round": round,
        "reason": reason,
        "operations": operations.iter().map(|one| json!({
            "do": one.operation.label(),
            "provision": one.provision.as_str(),
            "other": one.other.map(|id| id.to_string()),
            "text": one.text,
        })).collect::<Vec<_>>(),
        "end": end.as_ref().map(|(end, at)| json!({
            "outcome": outcome(end),
            "at": at.to_string(),
            "reason": match end {
                End::Disposed(disposed) => Some(disposed.reason.clone()),
                End::Withdrawn | End::Superseded(_) => None,
            },
        })),
    })
}

fn silence_data(silence: &Silence) -> Value {
    json!({
        "what": "silence",
        "outcome": ended(silence).0,
        "expires": silence.expires.to_string(),
        "objections": silence.objections.iter().map(|(objection, at)| json!({
            "by": objection.participant.as_str(),
            "at": at.to_string(),
            "late": *at >= silence.expires,
            "oral": objection.oral,
        })).collect::<Vec<_>>(),
        "statements": silence.statements().map(|attached| json!({
            "by": attached.participant.as_str(),
            "sort": attached.sort.label(),
            "text": attached.text.cited(),
        })).collect::<Vec<_>>(),
    })
}

fn happening(event: &Event) -> Value {
    let mut data = match &event.what {
        Happening::Revised { revision, content } => json!({
            "what": "revised",
            "revision": revision.cited(),
            "content": content.map(|digest| digest.cited()),
        }),
        Happening::Agreed(agreed) => json!({
            "what": "agreed",
            "package": agreed.package,
            "ad_referendum": codes(&agreed.ad_referendum),
            "decision": decision(&agreed.decision),
        }),
        Happening::Reopened {
            reason,
            decision: how,
        } => json!({ "what": "reopened", "reason": reason, "decision": decision(how) }),
        Happening::Answered { by, confirmed } => {
            json!({ "what": "ad-referendum-answered", "by": by.as_str(), "confirmed": confirmed })
        }
        Happening::PeriodSet { by, until } => {
            json!({ "what": "period-set", "by": by.as_str(), "until": until.to_string() })
        }
        Happening::Bound { package } => json!({ "what": "package-opened", "package": package }),
        Happening::Dissolved { package, reason } => {
            json!({ "what": "package-dissolved", "package": package, "reason": reason })
        }
        Happening::Reviewed {
            from,
            reviewer,
            certified,
        } => json!({
            "what": if *certified { "certified" } else { "reviewed" },
            "from": from.as_str(),
            "reviewer": reviewer,
        }),
        Happening::Correction(correction) => json!({
            "what": "corrigendum",
            "wrong": correction.wrong.cited(),
            "right": correction.right.cited(),
            "reason": correction.reason,
            "until": correction.until.to_string(),
        }),
    };
    data["language"] = json!(event.place.language.as_str());
    data
}

fn decision(decision: &Decision) -> Value {
    match decision {
        Decision::Consensus => json!({ "by": "consensus" }),
        Decision::Silence(of) => json!({ "by": "silence", "of": of.to_string() }),
        Decision::Vote(vote) => json!({
            "by": "vote",
            "for": codes(&vote.in_favour),
            "against": codes(&vote.against),
            "abstaining": codes(&vote.abstaining),
        }),
    }
}
