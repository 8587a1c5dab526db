//! `sponsio adopt`: the text is adopted (VCLT art. 9), and the treaty enters the register with the rules that
//! stand under its provisions.

use clap::Args;

use sponsio_depositary::Adopt as Request;
use sponsio_law::calendar::Date;
use sponsio_record::{ActId, ConferenceId};

use crate::args::Shared;
use crate::command::conference::decision::DecisionArgs;
use crate::command::conference::{SittingArgs, conference_id, mark, record};
use crate::command::desk::args::document;
use crate::command::question::day;
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio adopt`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio adopt guarantees --text guarantees.en.treaty --text guarantees.tr.treaty --title \"Treaty on Mutual Guarantees\" --place \"Port Ansel\"\n  \
    sponsio adopt guarantees --text guarantees.en.treaty --title \"Treaty on Mutual Guarantees\" --place \"Port Ansel\" --for ARD --for BEL --abstaining CAR")]
pub struct Adopt {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Source of the text in one language; repeat for each, in the order of the conference
    #[arg(long, value_name = "FILE", required = true)]
    pub text: Vec<String>,
    /// Title under which the treaty enters the register
    #[arg(long)]
    pub title: String,
    /// Depositary, by the name under which its habits are registered
    #[arg(long, value_name = "NAME")]
    pub depositary: Option<String>,
    /// Legal date of adoption; otherwise the day of receipt
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub at: Option<Date>,
    /// Where it is adopted
    #[arg(long)]
    pub place: String,
    /// How it is decided
    #[command(flatten)]
    pub decision: DecisionArgs,
    /// Mark of a reservation of position that the record carries
    #[arg(long, value_name = "MARK", value_parser = mark)]
    pub carries: Vec<ActId>,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Adopts a text.
pub fn run(args: &Adopt, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    record(&args.sitting, shared, console, async |desk, words| {
        let texts = args.text.iter().map(|path| document(words, path));
        let texts: Result<Vec<_>, _> = texts.collect();
        let request = Request {
            conference: args.conference.clone(),
            texts: texts?.into_iter().map(|(text, _)| text).collect(),
            title: args.title.clone(),
            depositary: args.depositary.clone(),
            done: args.at,
            place: args.place.clone(),
            decision: args.decision.decision(),
            carries: args.carries.clone(),
        };
        Ok(desk.adopt(request).await?.adoption)
    })
}
