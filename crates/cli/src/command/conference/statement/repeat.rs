//! `sponsio statement repeat`: a repetition from its own source, or one that somebody claims.

use sponsio_depositary::ClaimRepetition;
use sponsio_law::conference::{Repeated, Step};
use sponsio_record::{ActId, Commitment, Digest};

use super::args::RepeatArgs;
use crate::args::Shared;
use crate::command::conference::{held, record, step};
use crate::command::desk::find;
use crate::failure::Failure;
use crate::print::Console;
use crate::wording::{Words, place};

/// Runs `sponsio statement repeat`.
pub(super) fn run(
    args: &RepeatArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match args.claimed_in {
        Some(claimed_in) if args.step.dry_run => {
            let words = Words::new(shared.lang);
            let register = find(&args.step.sitting.register, &words, console)?;
            let state = register.state();
            let state = state.map_err(|error| place::failure(&words, &error))?;
            let held = held(&words, &state.register, &args.conference)?;
            // What lies behind the commitment to a name is not examined here.
            let name = Commitment::from_digest(Digest::of(args.speaker.as_bytes()));
            let name = Some(name).filter(|_| !args.speaker.is_empty());
            let repeated = claim(args, claimed_in).repeated(&held, name);
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::StatementRepeated(repeated))
            })
        }
        Some(claimed_in) => record(&args.step.sitting, shared, console, async |desk, _| {
            Ok(desk.claim_repetition(claim(args, claimed_in)).await?)
        }),
        None => step(&args.step, shared, console, &args.conference, |_, _| {
            Ok(Step::StatementRepeated(Repeated {
                of: args.of,
                statement: args.sourced,
                claim: args.claim,
                claimed_in: None,
                office: args.office.clone(),
                party: args.party.clone(),
                speaker: None,
                words: None,
            }))
        }),
    }
}

fn claim(args: &RepeatArgs, claimed_in: ActId) -> ClaimRepetition {
    ClaimRepetition {
        conference: args.conference.clone(),
        of: args.of,
        claimed_in,
        speaker: args.speaker.clone(),
        office: args.office.clone(),
        party: args.party.clone(),
        words: args.words.clone(),
    }
}
