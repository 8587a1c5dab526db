//! `sponsio receipt`: the offline proof that an entry is in the log.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::json;

use sponsio_ledger::policy::Policy;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::rotation::{Step, follow};
use sponsio_ledger::verdict::Verdict;
use sponsio_record::Digest;

use crate::args::{RegisterArg, Shared};
use crate::command::bundle::place_new;
use crate::command::desk::args::read;
use crate::command::desk::{find, settled};
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::place::{self, EXERCISE, PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, chain, place as wording, say, verdict};

/// What can be done with receipts.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio receipt make 4 -o 4.tlog-proof --register practice\n  \
    sponsio receipt verify --policy my-policy 4.json 4.tlog-proof")]
pub enum ReceiptCommand {
    /// Write the proof of an entry, and the entry's exact bytes beside it
    Make(Make),
    /// Verify an entry and its proof under your own policy, offline
    Verify(Verify),
}

/// Arguments of `sponsio receipt make`.
#[derive(Debug, Args)]
pub struct Make {
    /// Place of the entry in the log
    pub seq: u64,
    /// File for the proof; the entry is written beside it, ending in .json
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `sponsio receipt verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// The entry
    pub entry: PathBuf,
    /// Its proof
    pub proof: PathBuf,
    /// Your policy (C2SP tlog-policy)
    #[arg(long, value_name = "FILE")]
    pub policy: PathBuf,
    /// Entry by which the log's key passed on, its proof beside it ending in .tlog-proof; in their order
    #[arg(long, value_name = "ENTRY")]
    pub rotation: Vec<PathBuf>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Runs a command on receipts.
pub fn run(
    command: &ReceiptCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        ReceiptCommand::Make(args) => make(args, shared, console),
        ReceiptCommand::Verify(args) => verify(args, shared, console),
    }
}

fn make(args: &Make, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find(&args.register, &words, console)?;
    let entry = args.output.with_extension("json");
    let receipt = || {
        let state = place.state()?;
        if state.size() <= args.seq {
            return Err(PlaceError::Desk(
                sponsio_depositary::Unfit::NoSuchEntry(args.seq).into(),
            ));
        }
        // It only reads what is published, beside whoever records.
        let receipt = wait_for(async {
            let copyist = place.copyist().await?;
            Ok::<_, PlaceError>(copyist.receipt(args.seq).await?)
        })??;
        place_new(&entry, &receipt.entry)?;
        place_new(&args.output, &receipt.proof.print())
    };
    receipt().map_err(|error| wording::failure(&words, &error))?;
    let (proof, entry) = (name(&args.output), name(&entry));
    let data = json!({ "seq": args.seq, "proof": proof, "entry": entry });
    let said = say!(
        words,
        "receipt-made",
        seq = args.seq,
        proof = proof,
        entry = entry
    );
    settled(console, args.json, &data, &said)
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

fn verify(args: &Verify, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let policy = place::policy(&args.policy).map_err(|error| wording::failure(&words, &error))?;
    let (entry, proof) = (read(&words, &args.entry)?, read(&words, &args.proof)?);
    let (found, steps) = match followed(&words, args, &policy)? {
        Verdict::Verified((policy, steps)) => match Receipt::read(&entry, &proof) {
            Ok(receipt) => (receipt.verify(&policy), steps),
            Err(refusal) => (Verdict::Refused(refusal), steps),
        },
        Verdict::Refused(refusal) => (Verdict::Refused(refusal), Vec::new()),
        Verdict::Incomplete(missing) => (Verdict::Incomplete(missing), Vec::new()),
    };
    let is_exercise = match &found {
        Verdict::Verified(logged) => logged.cosigned.checkpoint.origin.ends_with(EXERCISE),
        Verdict::Refused(_) | Verdict::Incomplete(_) => false,
    };
    console.notice = is_exercise.then(|| say!(words, "exercise-notice"));
    let sentence = verdict::refusal(&words, &found);
    if args.json {
        let mut data = verdict::data(&found);
        data["sentence"] = json!(sentence);
        if let Verdict::Verified(logged) = &found {
            data["seq"] = json!(logged.seq);
            data["size"] = json!(logged.cosigned.checkpoint.size);
            data["log"] = json!(logged.cosigned.checkpoint.origin);
            data["keys"] = steps.iter().map(chain::data).collect();
        }
        console.json(&data)?;
    } else if let Verdict::Verified(logged) = &found {
        let checkpoint = &logged.cosigned.checkpoint;
        let said = say!(
            words,
            "receipt-verified",
            seq = logged.seq,
            log = &checkpoint.origin,
            size = checkpoint.size,
            root = Digest::from_bytes(checkpoint.root).cited()
        );
        let chain = steps.iter().map(|step| chain::sentence(&words, step));
        let said: String = core::iter::once(said)
            .chain(chain)
            .map(|sentence| paragraph(&sentence, console.width))
            .collect();
        console.text(&said)?;
    }
    sentence.map_or(Ok(()), |sentence| {
        Err(Failure::new(Kind::NotVerified, sentence))
    })
}

/// Follows the log's key from the verifier's policy through the receipts that are given.
fn followed(
    words: &Words,
    args: &Verify,
    policy: &Policy,
) -> Result<Verdict<(Policy, Vec<Step>)>, Failure> {
    let mut receipts = Vec::new();
    for path in &args.rotation {
        let entry = read(words, path)?;
        let proof = read(words, &path.with_extension("tlog-proof"))?;
        match Receipt::read(&entry, &proof) {
            Ok(receipt) => receipts.push(receipt),
            Err(refusal) => return Ok(Verdict::Refused(refusal)),
        }
    }
    Ok(follow(policy, &receipts))
}
