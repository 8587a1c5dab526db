//! `sponsio provision agree` and `reopen`: somebody's word, and the majority that takes it back.

use clap::Args;

use sponsio_law::conference::{Agreed, Reopened, Step};
use sponsio_record::{Digest, Instant, ParticipantId};

use crate::args::{RegisterArg, Shared};
use crate::command::conference::decision::DecisionArgs;
use crate::command::conference::provision::{At, at};
use crate::command::conference::{delegation, held};
use crate::command::desk::find;
use crate::failure::{Failure, Kind};
use crate::place::clock::instant;
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio provision agree`.
#[derive(Debug, Args)]
pub struct Agree {
    /// Where
    #[command(flatten)]
    pub at: At,
    /// Package in which it is agreed
    #[arg(long, value_name = "NAME")]
    pub package: Option<String>,
    /// Delegation that has still to confirm
    #[arg(long, value_name = "CODE", value_parser = delegation)]
    pub ad_referendum: Vec<ParticipantId>,
    /// Instant until which it confirms
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub until: Option<Instant>,
    /// How it was decided
    #[command(flatten)]
    pub decision: DecisionArgs,
}

/// Arguments of `sponsio provision reopen`.
#[derive(Debug, Args)]
pub struct Reopen {
    /// Where
    #[command(flatten)]
    pub at: At,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// How it was decided
    #[command(flatten)]
    pub decision: DecisionArgs,
}

/// Records that a provision is agreed as it stands.
pub(super) fn agree(
    args: &Agree,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (revision, content) = stands(&args.at, &args.at.step.sitting.register, &words, console)?;
    at(&args.at, shared, console, |place| {
        Step::Agreed(Agreed {
            place,
            revision,
            content,
            package: args.package.clone(),
            ad_referendum: args.ad_referendum.iter().cloned().collect(),
            until: args.until,
            decision: args.decision.decision(),
        })
    })
}

/// Reopens an agreed provision.
pub(super) fn reopen(
    args: &Reopen,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    at(&args.at, shared, console, |place| {
        Step::Reopened(Reopened {
            place,
            reason: args.reason.clone(),
            decision: args.decision.decision(),
        })
    })
}

/// What the present revision says at the place: that, and nothing else, is agreed.
fn stands(
    at: &At,
    register: &RegisterArg,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(Digest, Digest), Failure> {
    let found = find(register, words, console)?;
    let state = found
        .state()
        .map_err(|error| place::failure(words, &error))?;
    let held = held(words, &state.register, &at.conference)?;
    if let (Some(revision), Some(content)) = (held.revision(), held.content(&at.place())) {
        return Ok((*revision, *content));
    }
    let place = at.place().to_string();
    let sentence = say!(words, "conference-no-place", place = place);
    Err(Failure::new(Kind::NotFound, sentence))
}
