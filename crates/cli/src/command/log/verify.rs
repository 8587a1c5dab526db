//! `sponsio log verify`: a log verified from its entries up, under the verifier's own policy, and the
//! register that its entries give.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use sponsio_ledger::audit::{Audit, Auditor};
use sponsio_ledger::verdict::Verdict;
use sponsio_record::Digest;

use crate::args::Shared;
use crate::failure::{Failure, Kind};
use crate::layout::{labelled, paragraph};
use crate::place::public::{Fold, LogFolder};
use crate::place::{self, EXERCISE, is_place};
use crate::print::Console;
use crate::wording::{Words, chain, place as wording, say, verdict};

/// Arguments of `sponsio log verify`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio log verify copy --policy my-policy\n\n\
    Your own policy names the log's key and the witnesses whose signatures you ask for. A server never\n\
    tells it to you. Exit code 0: verified; 3: refused or incomplete, and the verdict says which.")]
pub struct Verify {
    /// Folder of the log, or of a register that is kept as a ledger
    pub folder: PathBuf,
    /// Your policy (C2SP tlog-policy)
    #[arg(long, value_name = "FILE")]
    pub policy: PathBuf,
    /// Go on from the keys of your policy to those that the log's own acts lead to, and show the chain
    #[arg(long)]
    pub follow_rotation: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Verifies a log.
pub fn run(args: &Verify, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    if !args.folder.is_dir() {
        let path = args.folder.display().to_string();
        let sentence = say!(words, "fault-no-folder-here", path = path);
        return Err(Failure::new(Kind::NotFound, sentence));
    }
    let policy = place::policy(&args.policy).map_err(|error| wording::failure(&words, &error))?;
    let files = if is_place(&args.folder) {
        place::Place::find(&args.folder).and_then(|place| LogFolder::of(&place))
    } else {
        Ok(LogFolder::new(&args.folder))
    };
    let files = files.map_err(|error| wording::failure(&words, &error))?;
    let mut fold = Fold::default();
    let mut auditor = Auditor::new(&policy);
    if args.follow_rotation {
        auditor = auditor.following();
    }
    let audit = auditor.run(&files, &mut |entry| fold.take(entry, &files));
    let is_exercise = fold
        .opening
        .as_ref()
        .is_some_and(|opening| opening.exercise)
        || policy
            .logs()
            .iter()
            .all(|log| log.key.name().ends_with(EXERCISE));
    console.notice = is_exercise.then(|| say!(words, "exercise-notice"));
    let refused = refusal(&words, &audit, &fold);
    if args.json {
        console.json(&data(&audit, &fold, refused.as_deref()))?;
    } else if refused.is_none() {
        console.text(&text(&words, &audit, &fold, console.width))?;
    }
    match refused {
        None => Ok(()),
        Some(sentence) => Err(Failure::new(Kind::NotVerified, sentence)),
    }
}

/// Why the log is not verified; the log's own faults come before those of what it says.
fn refusal(words: &Words, audit: &Audit, fold: &Fold) -> Option<String> {
    if let Some(sentence) = verdict::refusal(words, &audit.verdict) {
        return Some(sentence);
    }
    if let Some((seq, why)) = &fold.fault {
        return Some(say!(words, "verdict-law", seq = *seq, why = why));
    }
    let missing: Vec<String> = fold.missing.iter().map(Digest::cited).collect();
    (!missing.is_empty()).then(|| say!(words, "verdict-incomplete", what = words.list(&missing)))
}

fn text(words: &Words, audit: &Audit, fold: &Fold, width: usize) -> String {
    let Verdict::Verified(cosigned) = &audit.verdict else {
        return String::new();
    };
    let mut said = paragraph(&say!(words, "verify-done", count = audit.entries), width);
    let (treaties, acts) = (fold.register.treaties().len(), fold.register.act_count());
    let holds = say!(words, "verify-holds", treaties = treaties, acts = acts);
    let lines = [
        ("verify-log", cosigned.checkpoint.origin.clone()),
        ("verify-root", Digest::from_bytes(audit.root).cited()),
        ("verify-witnesses", verdict::witnesses(words, cosigned)),
        ("verify-register", fold.register.digest().cited()),
        ("verify-content", holds),
    ];
    said += &labelled(
        &lines.map(|(key, value)| (say!(words, key), value)),
        usize::MAX,
    );
    for step in &audit.steps {
        said += &paragraph(&chain::sentence(words, step), width);
    }
    let notes = [
        ("verify-absent", audit.absent.len() as u64),
        ("verify-surplus", audit.surplus.len() as u64),
        ("verify-unknown", audit.unknown),
        ("verify-confidential", fold.confidential),
    ];
    for (key, count) in notes.into_iter().filter(|(_, count)| *count > 0) {
        said += &paragraph(&say!(words, key, count = count), width);
    }
    said
}

fn data(audit: &Audit, fold: &Fold, refused: Option<&str>) -> Value {
    let mut data = verdict::data(&audit.verdict);
    let more = json!({
        "entries": audit.entries,
        "root": Digest::from_bytes(audit.root).cited(),
        "register": fold.register.digest().cited(),
        "treaties": fold.register.treaties().len(),
        "acts": fold.register.act_count(),
        "confidential": fold.confidential,
        "absent": audit.absent.iter().map(Digest::cited).collect::<Vec<_>>(),
        "surplus": audit.surplus,
        "keys": audit.steps.iter().map(chain::data).collect::<Vec<_>>(),
        "unjudged_signatures": audit.unknown,
        "sentence": refused,
    });
    if let (Value::Object(data), Value::Object(more)) = (&mut data, more) {
        data.extend(more);
        if matches!(audit.verdict, Verdict::Verified(_)) && fold.fault.is_some() {
            data.insert("verdict".to_owned(), json!("refused"));
            data.insert("rule".to_owned(), json!("law"));
        } else if matches!(audit.verdict, Verdict::Verified(_)) && !fold.missing.is_empty() {
            data.insert("verdict".to_owned(), json!("incomplete"));
            let missing: Vec<String> = fold.missing.iter().map(Digest::cited).collect();
            data.insert("missing".to_owned(), json!(missing));
        }
    }
    data
}
