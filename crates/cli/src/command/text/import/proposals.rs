//! Proposals in Akoma Ntoso: what each of them changes, and the text that comes of one.

use std::path::Path;

use serde_json::{Value, json};

use sponsio_record::{Digest, ParticipantId};
use sponsio_text::markup::akn::{self, ImportedProposals, Proposal};
use sponsio_text::markup::{print, print_body};
use sponsio_text::{Body, Expression, IdsOfDigest, Label, Operation, ProvisionId, Token, apply};

use super::{Import, remainder, unread};
use crate::command::text::source::Source;
use crate::command::text::{exchanged, fmt};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Reads proposals and says what they change.
pub(super) fn run(
    words: &Words,
    args: &Import,
    bytes: &[u8],
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let base = match &args.base {
        Some(path) => {
            let source = Source::read(words, path)?;
            Some(exchanged::text(words, &source, console)?)
        }
        None => None,
    };
    let mut ids = IdsOfDigest::new(Digest::of(bytes));
    let found = akn::read_proposals(bytes, base.as_ref(), &mut ids)
        .map_err(|fault| unread(words, &args.file, &fault.to_string()))?;
    if let Some(output) = &args.output {
        write(words, base.as_ref(), &found, output)?;
    }
    if args.json {
        console.json(&data(words, args, &found))?;
    } else {
        console.text(&sentences(words, args, &found))?;
    }
    Ok(())
}

/// Writes the text that one proposal makes of the base.
fn write(
    words: &Words,
    base: Option<&Expression>,
    found: &ImportedProposals,
    output: &Path,
) -> Result<(), Failure> {
    let (Some(base), [proposal]) = (base, found.proposals.as_slice()) else {
        return Err(Failure::new(
            Kind::Usage,
            say!(words, "import-one-proposal"),
        ));
    };
    let made = apply(base, &proposal.operations).map_err(|refused| {
        let (mark, why) = (proposal.mark.as_str(), refused.to_string());
        Failure::new(
            Kind::Refused,
            say!(words, "import-not-applied", mark = mark, why = why),
        )
    })?;
    fmt::write(words, output, print(&made).as_bytes())
}

fn data(words: &Words, args: &Import, found: &ImportedProposals) -> Value {
    let file = args.file.display().to_string();
    let proposal = |own: &Proposal| {
        let by: Vec<&str> = own.delegations.iter().map(ParticipantId::as_str).collect();
        json!({
            "mark": own.mark,
            "by": by,
            "at": own.at.to_string(),
            "reason": own.reason,
            "changes": own.operations.iter().map(change).collect::<Vec<_>>(),
        })
    };
    let left = |own| remainder(words, &file, own).0;
    json!({
        "file": file,
        "round": found.round,
        "language": found.language.as_str(),
        "proposals": found.proposals.iter().map(proposal).collect::<Vec<_>>(),
        "not_carried_over": found.remainders.iter().map(left).collect::<Vec<_>>(),
    })
}

fn printed(tokens: &[Token]) -> String {
    print_body(&Body::of(tokens.to_vec()))
}

fn change(operation: &Operation) -> Value {
    let id = |id: &Option<ProvisionId>| id.map(|id| id.to_string());
    let label = |label: &Option<Label>| label.as_ref().map(|own| own.text.to_string());
    match operation {
        Operation::Replace { id, words } => {
            json!({ "change": "replaced", "provision": id.as_str(), "words": printed(words) })
        }
        Operation::InsertAfter {
            after,
            id: own,
            label: front,
            parent,
            words,
            ..
        } => json!({
            "change": "inserted", "provision": own.as_str(), "after": id(after),
            "parent": id(parent), "label": label(front), "words": printed(words),
        }),
        Operation::Delete { id } => json!({ "change": "deleted", "provision": id.as_str() }),
        Operation::Move {
            id: own,
            after,
            parent,
        } => json!({
            "change": "moved", "provision": own.as_str(), "after": id(after), "parent": id(parent),
        }),
        Operation::Split {
            id: own,
            at,
            new,
            label: front,
        } => json!({
            "change": "split", "provision": own.as_str(), "at": at, "new": new.as_str(),
            "label": label(front),
        }),
        Operation::Join { id, with } => {
            json!({ "change": "joined", "provision": id.as_str(), "with": with.as_str() })
        }
        Operation::Renumber { labels } => {
            let labels: serde_json::Map<_, _> = labels
                .iter()
                .map(|(id, own)| (id.to_string(), json!(label(own))))
                .collect();
            json!({ "change": "renumbered", "labels": labels })
        }
    }
}

fn sentences(words: &Words, args: &Import, found: &ImportedProposals) -> String {
    let file = args.file.display().to_string();
    let count = found.proposals.len();
    let mut lines = vec![say!(words, "import-proposals", file = &file, count = count)];
    for proposal in &found.proposals {
        let codes = proposal.delegations.iter().map(ParticipantId::as_str);
        let codes: Vec<&str> = codes.collect();
        let (mark, by) = (proposal.mark.as_str(), words.list(&codes));
        let at = proposal.at.to_string();
        lines.push(say!(
            words,
            "import-proposal",
            mark = mark,
            by = by,
            at = at
        ));
        if !proposal.reason.is_empty() {
            let reason = proposal.reason.as_str();
            lines.push(format!(
                "  {}",
                say!(words, "import-reason", reason = reason)
            ));
        }
        let said = proposal.operations.iter().map(|own| sentence(words, own));
        lines.extend(said.map(|said| format!("  {said}")));
    }
    if !found.remainders.is_empty() {
        let count = found.remainders.len();
        lines.push(say!(words, "import-losses", count = count));
        let said = found
            .remainders
            .iter()
            .map(|own| remainder(words, &file, own).1);
        lines.extend(said.map(|said| format!("  {said}")));
    }
    lines.join("\n") + "\n"
}

fn sentence(words: &Words, operation: &Operation) -> String {
    match operation {
        Operation::Replace { id, words: text } => {
            let (id, text) = (id.to_string(), printed(text));
            say!(words, "import-replaced", id = id, text = text)
        }
        Operation::InsertAfter {
            id, words: text, ..
        } => {
            let (id, text) = (id.to_string(), printed(text));
            say!(words, "import-inserted", id = id, text = text)
        }
        Operation::Delete { id } => say!(words, "import-deleted", id = id.to_string()),
        Operation::Move { id, .. } => say!(words, "import-moved", id = id.to_string()),
        Operation::Split { id, new, .. } => {
            let (id, new) = (id.to_string(), new.to_string());
            say!(words, "import-split", id = id, new = new)
        }
        Operation::Join { id, with } => {
            let (id, with) = (id.to_string(), with.to_string());
            say!(words, "import-joined", id = id, with = with)
        }
        Operation::Renumber { labels } => {
            let ids: Vec<String> = labels.keys().map(ProvisionId::to_string).collect();
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            say!(words, "import-renumbered", ids = words.list(&ids))
        }
    }
}
