//! `sponsio log verify`: a log verified from its entries up, under the verifier's own policy, and the
//! register that its entries give. The verdict is that on the log; a register for which documents are
//! missing is not computed, and that is said and no fault, unless it is asked for.

use alloc::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use sponsio_law::register::Register;
use sponsio_ledger::audit::{Audit, Auditor};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::verdict::Verdict;
use sponsio_record::Digest;

use crate::args::Shared;
use crate::command::desk::args::read;
use crate::failure::{Failure, Kind};
use crate::layout::{labelled, paragraph};
use crate::place::public::{Fold, LogFolder};
use crate::place::{self, EXERCISE, is_place};
use crate::print::Console;
use crate::wording::{Words, chain, place as wording, say, verdict};

/// Arguments of `sponsio log verify`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio log verify copy --policy my-policy\n  \
    sponsio log verify copy --policy my-policy --old checkpoint-of-last-year --documents\n\n\
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
    /// Checkpoint that you kept: the log must continue it
    #[arg(long, value_name = "FILE")]
    pub old: Option<PathBuf>,
    /// Ask for every document that an entry names; without one the log is incomplete
    #[arg(long)]
    pub documents: bool,
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
    let old = args.old.as_ref().map(|old| read(&words, old)).transpose()?;
    let mut fold = Fold::default();
    let audit = audited(
        &policy,
        old.as_deref(),
        args.follow_rotation,
        &files,
        &mut fold,
    );
    let is_exercise = fold
        .opening
        .as_ref()
        .is_some_and(|opening| opening.exercise)
        || policy
            .logs()
            .iter()
            .all(|log| log.key.name().ends_with(EXERCISE));
    console.notice = is_exercise.then(|| say!(words, "exercise-notice"));
    let judged = Judged::of(audit, &fold, args.documents);
    let refused = judged.refusal(&words);
    if args.json {
        console.json(&data(&judged, &fold, refused.as_deref()))?;
    } else if refused.is_none() {
        console.text(&text(&words, &judged, &fold, console.width))?;
    }
    match refused {
        None => Ok(()),
        Some(sentence) => Err(Failure::new(Kind::NotVerified, sentence)),
    }
}

/// Audits the log, which must continue the old checkpoint, if one was kept.
fn audited(
    policy: &Policy,
    old: Option<&[u8]>,
    follows: bool,
    files: &LogFolder,
    fold: &mut Fold,
) -> Audit {
    let mut auditor = Auditor::new(policy);
    if follows {
        auditor = auditor.following();
    }
    let kept = old.map(|note| policy.open(note)).transpose();
    if let Ok(Some(kept)) = &kept {
        auditor = auditor.continuing(kept);
    }
    let mut audit = auditor.run(files, &mut |entry| fold.take(entry, files));
    if let Err(fault) = kept {
        audit.verdict = Verdict::Refused(fault.in_place("the old checkpoint"));
    }
    audit
}

/// What is said of the log, and apart from it of the register that its entries give.
struct Judged {
    audit: Audit,
    /// The first entry whose act the law cannot take, of a log that is sound.
    unlawful: Option<(u64, String)>,
    /// Documents that were asked for and are not there.
    missing: BTreeSet<Digest>,
}

impl Judged {
    /// The log's own faults come before those of what it says.
    fn of(audit: Audit, fold: &Fold, documents: bool) -> Self {
        let sound = matches!(audit.verdict, Verdict::Verified(_));
        let unlawful = fold.fault.clone().filter(|_| sound);
        let mut missing = BTreeSet::new();
        if sound && documents && unlawful.is_none() {
            missing.extend(audit.absent.iter().chain(&fold.missing));
        }
        Self {
            audit,
            unlawful,
            missing,
        }
    }

    fn verdict(&self) -> &'static str {
        match &self.audit.verdict {
            Verdict::Refused(_) => "refused",
            Verdict::Verified(_) if self.unlawful.is_some() => "refused",
            Verdict::Verified(_) if self.missing.is_empty() => "verified",
            Verdict::Verified(_) | Verdict::Incomplete(_) => "incomplete",
        }
    }

    /// Why it is not verified.
    fn refusal(&self, words: &Words) -> Option<String> {
        if let Some(sentence) = verdict::refusal(words, &self.audit.verdict) {
            return Some(sentence);
        }
        if let Some((seq, why)) = &self.unlawful {
            return Some(say!(words, "verdict-law", seq = *seq, why = why));
        }
        let missing = cited(&self.missing);
        (!missing.is_empty())
            .then(|| say!(words, "verdict-incomplete", what = words.list(&missing)))
    }
}

fn text(words: &Words, judged: &Judged, fold: &Fold, width: usize) -> String {
    let audit = &judged.audit;
    let Verdict::Verified(cosigned) = &audit.verdict else {
        return String::new();
    };
    let mut said = paragraph(&say!(words, "verify-done", count = audit.entries), width);
    let mut lines = vec![
        ("verify-log", cosigned.checkpoint.origin.clone()),
        ("verify-root", Digest::from_bytes(audit.root).cited()),
        ("verify-witnesses", verdict::witnesses(words, cosigned)),
    ];
    if fold.missing.is_empty() {
        let (treaties, acts) = (fold.register.treaties().len(), fold.register.act_count());
        let holds = say!(words, "verify-holds", treaties = treaties, acts = acts);
        lines.push(("verify-register", fold.register.digest().cited()));
        lines.push(("verify-content", holds));
    } else {
        let count = fold.missing.len();
        let needs = say!(words, "verify-not-computed", count = count);
        lines.push(("verify-register", needs));
    }
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(key, value)| (say!(words, key), value))
        .collect();
    said += &labelled(&lines, usize::MAX);
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

fn data(judged: &Judged, fold: &Fold, refused: Option<&str>) -> Value {
    let audit = &judged.audit;
    let mut data = verdict::data(&audit.verdict);
    let computed = fold.missing.is_empty().then_some(&fold.register);
    let more = json!({
        "verdict": judged.verdict(),
        "entries": audit.entries,
        "root": Digest::from_bytes(audit.root).cited(),
        "register": computed.map(|register| register.digest().cited()),
        "treaties": computed.map(|register| register.treaties().len()),
        "acts": computed.map(Register::act_count),
        "register_needs": cited(&fold.missing),
        "confidential": fold.confidential,
        "absent": cited(&audit.absent),
        "surplus": audit.surplus,
        "keys": audit.steps.iter().map(chain::data).collect::<Vec<_>>(),
        "unjudged_signatures": audit.unknown,
        "sentence": refused,
    });
    if let (Value::Object(data), Value::Object(more)) = (&mut data, more) {
        data.extend(more);
        if judged.unlawful.is_some() {
            data.insert("rule".to_owned(), json!("law"));
        } else if !judged.missing.is_empty() {
            data.insert("missing".to_owned(), json!(cited(&judged.missing)));
        }
    }
    data
}

fn cited<'d>(digests: impl IntoIterator<Item = &'d Digest>) -> Vec<String> {
    digests.into_iter().map(Digest::cited).collect()
}
