//! `sponsio deposit`: an instrument of consent is deposited (VCLT arts 11-16).

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use sponsio_law::act::ActKind;

use crate::args::Shared;
use crate::command::desk::args::{ActArgs, DeskArgs};
use crate::command::desk::recording::{self, Request};
use crate::failure::Failure;
use crate::print::Console;

/// The instruments of consent; a definitive signature is `sponsio sign --definitive`.
const LABELS: [&str; 8] = [
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "formal-confirmation",
    "consent-to-be-bound",
    "simplified-procedure",
];

/// Arguments of `sponsio deposit`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio deposit demo-1 ARD ratification --document instrument.pdf:fr --register practice\n  \
    sponsio deposit demo-1 ARD ratification --dry-run --register practice\n  \
    sponsio deposit demo-1 NEW succession --of OLD --effect 2027-01-01 --register practice")]
pub struct Deposit {
    /// The act
    #[command(flatten)]
    pub act: ActArgs,
    /// What is deposited
    #[arg(value_parser = PossibleValuesParser::new(LABELS).try_map(kind))]
    pub kind: ActKind,
    /// Code of the predecessor, for a succession
    #[arg(long, value_name = "CODE")]
    pub of: Option<String>,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records an instrument.
pub fn run(args: &Deposit, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    recording::run(&args.desk, shared, console, |words, state| {
        let mut act = args.act.act(words, state, args.kind)?;
        act.refers_to.clone_from(&args.of);
        Ok(Request::Act(act))
    })
}

fn kind(label: String) -> Result<ActKind, String> {
    ActKind::from_label(&label).ok_or(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_instrument_of_consent_can_be_deposited() {
        let consents = ActKind::ALL.into_iter().filter(|kind| kind.is_consent());
        let instruments = consents.filter(|kind| !kind.is_signature());
        let labels: Vec<&str> = instruments.map(ActKind::label).collect();
        assert_eq!(labels, LABELS);
    }
}
