//! What came of a request at the desk, in words and as data.

use serde_json::{Value, json};

use sponsio_law::act::Act;
use sponsio_law::filing::Matter;
use sponsio_law::status::consequence::Consequence;
use sponsio_ledger::entry::Visibility;
use sponsio_record::{Digest, TreatyId};

use crate::command::desk::args::{DeskArgs, Level};
use crate::command::desk::recording::Outcome;
use crate::command::whatif::changes::{of_treaty, treaties};
use crate::failure::Failure;
use crate::json::change::consequence;
use crate::json::{act, day};
use crate::layout::{labelled, paragraph, untied, wrapped};
use crate::place::desk::Attended;
use crate::print::Console;
use crate::wording::{Voice, Words, remark, say};

/// Prints an outcome.
pub(super) fn print(
    outcome: &Outcome,
    args: &DeskArgs,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let voice = Voice::new(words, &outcome.after);
    if args.json {
        return Ok(console.json(&data(voice, outcome, args))?);
    }
    Ok(console.text(&text(voice, outcome, args, console.width))?)
}

fn text(voice: Voice<'_>, outcome: &Outcome, args: &DeskArgs, width: usize) -> String {
    let words = voice.words;
    let what = what(voice, outcome);
    let head = match &outcome.recorded {
        None => say!(words, "record-rehearsed", what = what),
        Some(recorded) if recorded.repeated => {
            say!(words, "record-repeated", what = what, seq = recorded.seq)
        }
        Some(recorded) => say!(words, "record-done", what = what, seq = recorded.seq),
    };
    let mut said = paragraph(&head, width);
    if outcome.visibility != Visibility::Public {
        said += &paragraph(&say!(words, "record-confidential"), width);
    }
    said += &labelled(&facts(words, outcome, args), usize::MAX);
    for one in &outcome.remarks {
        let sentence = remark::sentence(voice, one);
        said += &paragraph(&say!(words, "record-remark", sentence = sentence), width);
    }
    said + &changes(voice, outcome, width)
}

fn facts(words: &Words, outcome: &Outcome, args: &DeskArgs) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String| facts.push((say!(words, key), value));
    if outcome.recorded.is_some() || args.id.is_some() {
        fact("record-mark", outcome.filing.id.to_string());
    }
    if let Some(recorded) = &outcome.recorded {
        fact("record-leaf", recorded.leaf.cited());
        fact("record-instant", recorded.recorded.to_string());
    }
    for key in &outcome.signed_by {
        fact(
            "record-signed-by",
            say!(words, "record-test-key", key = key.cited()),
        );
    }
    if let Some(level) = outcome.level {
        let level = say!(words, &format!("level-{}", level.word()));
        fact("record-level", level);
    }
    let cosigned = cosigned(&outcome.attended);
    if !cosigned.is_empty() {
        fact("record-cosigned", words.list(&cosigned));
    }
    for (name, why) in absent(&outcome.attended) {
        let said = say!(words, "record-absent-why", name = name, why = why);
        fact("record-absent", said);
    }
    facts
}

/// Who has cosigned the last checkpoint.
pub(super) fn cosigned(attended: &Attended) -> Vec<String> {
    let observers = attended.observers.iter();
    let cosigned = observers.filter(|(_, stands)| stands.absence.is_none());
    cosigned.map(|(name, _)| name.clone()).collect()
}

/// Who has not, and why.
pub(super) fn absent(attended: &Attended) -> Vec<(String, String)> {
    let observers = attended.observers.iter();
    let absent = observers.filter_map(|(name, stands)| {
        let why = stands.absence.as_ref()?;
        Some((name.clone(), why.to_string()))
    });
    absent.collect()
}

/// The same as data.
pub(super) fn observers(attended: &Attended) -> Value {
    let rows = attended.observers.iter().map(|(name, stands)| {
        json!({
            "name": name,
            "cosigned": stands.absence.is_none(),
            "why": stands.absence.as_ref().map(ToString::to_string),
        })
    });
    rows.collect()
}

/// What was asked for, in a few words.
fn what(voice: Voice<'_>, outcome: &Outcome) -> String {
    let words = voice.words;
    match &outcome.filing.matter {
        Matter::Act(act) => say!(
            words,
            "what-act",
            treaty = voice.treaty(&act.treaty),
            who = voice.participant(&act.participant),
            act = voice.act(act),
            day = act.date
        ),
        Matter::Participant(participant) => say!(
            words,
            "what-participant",
            name = &participant.name,
            code = participant.id.as_str(),
            kind = words.participant_kind(participant.kind)
        ),
        Matter::Treaty { treaty, .. } => {
            say!(words, "what-treaty", treaty = voice.treaty(treaty))
        }
        Matter::Policies { .. } => say!(words, "what-policies"),
        Matter::Table(table) => say!(words, "what-table", path = &table.path),
        Matter::Notification(notification) => say!(
            words,
            "what-notification",
            number = notification.number,
            treaty = voice.treaty(&notification.treaty),
            count = notification.to.len()
        ),
        Matter::NotificationReceipt { participant, .. } => {
            say!(
                words,
                "what-acknowledgement",
                who = voice.participant(participant)
            )
        }
        Matter::Disclosure { of, .. } => say!(words, "what-disclosure", of = *of),
        other => other.kind().to_owned(),
    }
}

fn changes(voice: Voice<'_>, outcome: &Outcome, width: usize) -> String {
    let words = voice.words;
    if outcome.visibility != Visibility::Public {
        return String::new();
    }
    let found = &outcome.consequences;
    let asked = treaty(outcome);
    let Some(asked) = asked.or_else(|| found.first().map(Consequence::treaty)) else {
        return String::new();
    };
    if found.is_empty() {
        return paragraph(&say!(words, "record-no-change"), width);
    }
    let mut said = String::new();
    for treaty in treaties(asked, found) {
        let title = voice.treaty(treaty);
        said += &paragraph(&say!(words, "record-changes", treaty = title), width);
        for line in of_treaty(voice, treaty, found) {
            let lines = wrapped(&line, width.saturating_sub(6));
            said.extend(["  ", &lines.join("\n      "), "\n"]);
        }
    }
    said
}

fn treaty(outcome: &Outcome) -> Option<&TreatyId> {
    match &outcome.filing.matter {
        Matter::Act(Act { treaty, .. }) => Some(treaty),
        _ => None,
    }
}

fn data(voice: Voice<'_>, outcome: &Outcome, args: &DeskArgs) -> Value {
    let entry = outcome.recorded.as_ref().map(|recorded| {
        json!({
            "seq": recorded.seq,
            "leaf": recorded.leaf.cited(),
            "recorded": recorded.recorded.to_string(),
            "repeated": recorded.repeated,
        })
    });
    let mark = (entry.is_some() || args.id.is_some()).then(|| outcome.filing.id.to_string());
    let remarks = outcome.remarks.iter().map(|one| {
        json!({
            "code": one.code(),
            "rule": one.rule(),
            "sentence": untied(&remark::sentence(voice, one)),
        })
    });
    let filed = match &outcome.filing.matter {
        Matter::Act(filed) => {
            let mut filed = act::act(filed);
            if mark.is_none() {
                filed["id"] = Value::Null;
            }
            filed
        }
        _ => Value::Null,
    };
    json!({
        "dry_run": outcome.recorded.is_none(),
        "signed_by": outcome.signed_by.iter().map(Digest::cited).collect::<Vec<_>>(),
        "kind": outcome.filing.matter.kind(),
        "id": mark,
        "visibility": outcome.visibility.as_str(),
        "act": filed,
        "entry": entry,
        "level": outcome.level.map(Level::word),
        "observers": observers(&outcome.attended),
        "remarks": remarks.collect::<Vec<_>>(),
        "consequences": outcome.consequences.iter().map(consequence).collect::<Vec<_>>(),
        "received": match &outcome.filing.matter {
            Matter::Act(act) => day(act.recorded),
            _ => Value::Null,
        },
    })
}
