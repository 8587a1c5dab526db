//! What becomes of live proposals on a text that has moved on.

use serde_json::{Value, json};

use sponsio_law::conference::Carried;
use sponsio_record::ConferenceId;
use sponsio_text::{Conflict, Outcome};

use crate::args::Shared;
use crate::command::conference::reader::{ReaderArgs, ask};
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

/// Prints what becomes of live proposals.
pub(in crate::command::conference) fn run(
    id: &ConferenceId,
    args: &ReaderArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let carried = ask(id, args, shared, console, async |desk, reader| {
        desk.carried(id, reader).await
    })?;
    if args.json {
        let all: Vec<Value> = carried.iter().map(data).collect();
        return Ok(console.json(&json!({ "carried": all }))?);
    }
    let mut said = String::new();
    for one in &carried {
        let head = say!(
            words,
            "carried-line",
            of = one.of.to_string(),
            by = one.by.as_str(),
            language = one.language.as_str()
        );
        said += &paragraph(&head, console.width);
        let Some((outcomes, _)) = &one.outcomes else {
            said += &paragraph(&say!(words, "carried-unknown"), console.width);
            continue;
        };
        for (provision, outcome) in outcomes {
            let what = say!(words, &format!("carried-{}", word(outcome)));
            said += &paragraph(&format!("  {provision}: {what}"), console.width);
        }
    }
    if carried.is_empty() {
        said = paragraph(&say!(words, "carried-none"), console.width);
    }
    Ok(console.text(&said)?)
}

const fn word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Carried => "unchanged",
        Outcome::Unconfirmed { .. } => "unconfirmed",
        Outcome::Absorbed => "absorbed",
        Outcome::Conflict(Conflict::Overlap) => "overlap",
        Outcome::Conflict(Conflict::Deleted) => "deleted",
        Outcome::Conflict(Conflict::ChangedAndUnwanted) => "changed-and-unwanted",
        Outcome::Conflict(Conflict::Restructured) => "restructured",
        Outcome::Conflict(Conflict::AnchorGone) => "anchor-gone",
    }
}

fn data(carried: &Carried) -> Value {
    let outcomes = carried.outcomes.as_ref().map(|(outcomes, _)| {
        let outcomes = outcomes.iter().map(|(provision, outcome)| {
            json!({
                "provision": provision.as_str(),
                "outcome": word(outcome),
                "conflict": matches!(outcome, Outcome::Conflict(_)),
            })
        });
        outcomes.collect::<Vec<_>>()
    });
    json!({
        "proposal": carried.of.to_string(),
        "by": carried.by.as_str(),
        "language": carried.language.as_str(),
        "base": carried.base.cited(),
        "outcomes": outcomes,
    })
}
