//! `sponsio bundle verify`: offline, under the verifier's own policy, with the law run again.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use sponsio_depositary::bundle::{Examined, evidence, examine};
use sponsio_ledger::bundle::Claim;
use sponsio_ledger::verdict::Verdict;

use crate::args::Shared;
use crate::command::desk::args::read;
use crate::failure::{Failure, Kind};
use crate::layout::{labelled, paragraph};
use crate::place::{self, EXERCISE};
use crate::print::Console;
use crate::wording::{Voice, Words, answer, place as wording, say, verdict};

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
        }
        console.json(&data)?;
    } else if let Verdict::Verified(examined) = &found {
        console.text(&text(&words, examined, console.width))?;
    }
    sentence.map_or(Ok(()), |sentence| {
        Err(Failure::new(Kind::NotVerified, sentence))
    })
}

fn text(words: &Words, examined: &Examined, width: usize) -> String {
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
    said += &labelled(&lines, usize::MAX);
    said + &stated(words, examined, width)
}

/// How the treaty stands, computed here from the acts of the bundle.
fn stated(words: &Words, examined: &Examined, width: usize) -> String {
    let (Some(stated), Claim::Status(status)) = (&examined.stated, &examined.claim) else {
        return String::new();
    };
    let voice = Voice::new(words, &stated.register);
    let lens = sponsio_law::status::history::Lens::default();
    let history = stated.register.history(stated.treaty, lens);
    let asked = status.at.as_deref().and_then(|day| day.parse().ok());
    let day = asked.unwrap_or(stated.kept_to);
    let mut said = paragraph(&answer::title(voice, &stated.register, &history), width);
    said += &paragraph(
        &answer::force(voice, &stated.register, &history, day),
        width,
    );
    if let Some(horizon) = answer::horizon(voice, &stated.register, &history) {
        said += &paragraph(&horizon, width);
    }
    if !stated.contested.is_empty() {
        let count = stated.contested.len();
        said += &paragraph(&say!(words, "bundle-contested", count = count), width);
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
        "register": register,
    })
}
