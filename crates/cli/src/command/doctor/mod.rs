//! `sponsio doctor`: every part of a register place examined, each with its result; nothing is
//! changed. A defect makes the command fail; a warning does not.

pub(in crate::command) mod examination;

use clap::Args;
use serde_json::json;

use self::examination::examine;
use crate::args::{KeyArg, RegisterArg, Shared};
use crate::command::desk::find;
use crate::failure::{Failure, Kind};
use crate::layout::labelled;
use crate::place::key::passphrase::Source;
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio doctor`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio doctor --register practice\n\n\
    Exit code 1 if there is a defect; warnings alone are no failure.")]
pub struct Doctor {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// The key of the log; without its passphrase an encrypted key is not compared
    #[command(flatten)]
    pub key: KeyArg,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// How something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::command) enum Grade {
    Sound,
    Warning,
    Defect,
}

impl Grade {
    /// Returns the stable word.
    pub(in crate::command) const fn word(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Warning => "warning",
            Self::Defect => "defect",
        }
    }
}

/// One result.
struct Finding {
    check: &'static str,
    grade: Grade,
    detail: String,
}

/// Examines a register.
pub fn run(args: &Doctor, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find(&args.register, &words, console)?;
    // Nobody is asked: an examination is also run by machines.
    let passphrase = Source {
        file: args.key.passphrase_file.clone(),
        prompts: None,
    };
    let place = place.unlocked_by(passphrase);
    let findings = examine(&place, &words);
    let defects = findings
        .iter()
        .filter(|found| found.grade == Grade::Defect)
        .count();
    if args.json {
        let rows = findings.iter().map(|found| {
            json!({ "check": found.check, "result": found.grade.word(), "detail": found.detail })
        });
        console.json(&json!({ "defects": defects, "checks": rows.collect::<Vec<_>>() }))?;
    } else {
        let lines = findings.iter().map(|found| {
            let check = say!(words, &format!("doctor-{}", found.check));
            let grade = say!(words, &format!("grade-{}", found.grade.word()));
            (check, format!("{grade}: {}", found.detail))
        });
        let lines: Vec<_> = lines.collect();
        console.text(&labelled(&lines, console.width))?;
    }
    if defects == 0 {
        return Ok(());
    }
    let sentence = say!(words, "doctor-defects", count = defects);
    Err(Failure::new(Kind::Defect, sentence))
}
