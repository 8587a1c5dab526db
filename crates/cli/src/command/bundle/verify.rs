//! `sponsio bundle verify`: offline, under the verifier's own policy, with the law run again.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use sponsio_depositary::bundle::{Examined, evidence, examine};
use sponsio_law::calendar::Date;
use sponsio_law::register::PartyIndex;
use sponsio_law::status::history::Lens;
use sponsio_ledger::bundle::Claim;
use sponsio_ledger::verdict::Verdict;
use sponsio_record::ParticipantId;

use crate::args::Shared;
use crate::command::desk::args::read;
use crate::command::question::Question;
use crate::command::why::{self, Reply};
use crate::failure::{Failure, Kind};
use crate::layout::{labelled, paragraph};
use crate::place::{self, EXERCISE};
use crate::print::Console;
use crate::wording::{Words, place as wording, say, verdict};

/// Arguments of `sponsio bundle verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// The bundle
    pub file: PathBuf,
    /// Your policy (C2SP tlog-policy)
    #[arg(long, value_name = "FILE")]
    pub policy: PathBuf,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Verifies a bundle and says what it proves.
pub fn run(args: &Verify, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let policy = place::policy(&args.policy).map_err(|error| wording::failure(&words, &error))?;
    let file = read(&words, &args.file)?;
    let found = examine(&file, &policy);
    let is_exercise = match &found {
        Verdict::Verified(examined) => examined.log.ends_with(EXERCISE),
        Verdict::Refused(_) | Verdict::Incomplete(_) => false,
    };
    console.notice = is_exercise.then(|| say!(words, "exercise-notice"));
    let sentence = verdict::refusal(&words, &found);
    if args.json {
        let mut data = verdict::data(&found);
        data["sentence"] = json!(sentence);
        data["evidence"] = match &found {
            Verdict::Verified(_) => json!("verified"),
            _ => verdict::data(&evidence(&file, &policy))["verdict"].take(),
        };
        if let Verdict::Verified(examined) = &found {
            data["proved"] = proved(examined);
            data["proved"]["answer"] = match question(shared, examined, console.width) {
                Some((question, party)) => why::data(&question, &Reply::new(&question, party)),
                None => Value::Null,
            };
        }
        console.json(&data)?;
    } else if let Verdict::Verified(examined) = &found {
        console.text(&text(shared, examined, console.width))?;
    }
    sentence.map_or(Ok(()), |sentence| {
        Err(Failure::new(Kind::NotVerified, sentence))
    })
}

fn text(shared: &Shared, examined: &Examined, width: usize) -> String {
    let words = &Words::new(shared.lang);
    let head = match &examined.claim {
        Claim::Act { seq } => say!(words, "bundle-act", seq = *seq),
        Claim::Document { seq, digest } => {
            say!(
                words,
                "bundle-document",
                seq = *seq,
                digest = digest.cited()
            )
        }
        Claim::Status(_) => say!(words, "bundle-status"),
    };
    let mut said = paragraph(&head, width);
    let checkpoint = &examined.cosigned.checkpoint;
    let mut lines = vec![
        (say!(words, "verify-log"), examined.log.clone()),
        (
            say!(words, "bundle-checkpoint"),
            say!(words, "bundle-size", size = checkpoint.size),
        ),
        (
            say!(words, "verify-witnesses"),
            verdict::witnesses(words, &examined.cosigned),
        ),
    ];
    if let Claim::Status(status) = &examined.claim {
        lines.push((say!(words, "verify-register"), status.register.cited()));
    }
    if examined.signatures.verified + examined.signatures.unknown > 0 {
        let (verified, unknown) = (examined.signatures.verified, examined.signatures.unknown);
        let judged = say!(
            words,
            "bundle-signatures-judged",
            verified = verified,
            unknown = unknown
        );
        lines.push((say!(words, "bundle-signatures"), judged));
    }
    if examined.documents.named > 0 {
        let (named, absent) = (examined.documents.named, examined.documents.absent);
        let here = say!(
            words,
            "bundle-documents-here",
            named = named,
            here = named - absent
        );
        lines.push((say!(words, "bundle-documents"), here));
    }
    said += &labelled(&lines, usize::MAX);
    if examined.signatures.verified > 0 {
        said += &paragraph(&say!(words, "bundle-signatures-whose"), width);
    }
    said + &stated(shared, examined, width)
}

/// The question that a bundle answers of a treaty, with the participant it is asked of.
fn question(
    shared: &Shared,
    examined: &Examined,
    width: usize,
) -> Option<(Question, Option<PartyIndex>)> {
    let (Some(stated), Claim::Status(status)) = (&examined.stated, &examined.claim) else {
        return None;
    };
    let lens = Lens {
        known: status.known.as_deref().and_then(day_of),
        ..Lens::default()
    };
    let at = status.at.as_deref().and_then(day_of);
    let register = stated.register.clone();
    let party = status.participant.as_deref();
    let party = party.and_then(|code| register.party(&ParticipantId::new(code).ok()?));
    let words = Words::new(shared.lang);
    let at = at.unwrap_or(stated.kept_to);
    let question = Question::on(words, register, stated.treaty, lens, Some(at), width);
    Some((question, party))
}

/// The day of a legal date or of an instant (UTC).
fn day_of(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

/// How the treaty stands, or the participant that was asked for with every step of the reason,
/// computed here from the acts of the bundle.
fn stated(shared: &Shared, examined: &Examined, width: usize) -> String {
    let Some((question, party)) = question(shared, examined, width) else {
        return String::new();
    };
    let words = &question.words;
    let mut said = match party {
        Some(_) => format!("\n{}", why::text(&question, &Reply::new(&question, party))),
        None => question.head(),
    };
    let contested = examined
        .stated
        .as_ref()
        .map_or(0, |stated| stated.contested.len());
    if contested > 0 {
        said += &paragraph(&say!(words, "bundle-contested", count = contested), width);
    }
    if party.is_some() {
        said.push('\n');
    }
    said + &paragraph(&say!(words, "bundle-proves"), width)
}

fn proved(examined: &Examined) -> Value {
    let (kind, seq) = match &examined.claim {
        Claim::Act { seq } => ("act", Some(*seq)),
        Claim::Document { seq, .. } => ("document", Some(*seq)),
        Claim::Status(_) => ("status", None),
    };
    let register = match &examined.claim {
        Claim::Status(status) => Some(status.register.cited()),
        Claim::Act { .. } | Claim::Document { .. } => None,
    };
    json!({
        "claim": kind,
        "seq": seq,
        "log": examined.log,
        "size": examined.cosigned.checkpoint.size,
        "entries": examined.entries,
        "signatures": {
            "verified": examined.signatures.verified,
            "unknown": examined.signatures.unknown,
        },
        "documents": { "named": examined.documents.named, "absent": examined.documents.absent },
        "register": register,
    })
}
