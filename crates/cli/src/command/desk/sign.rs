//! `sponsio sign`: the text is signed (VCLT arts 12, 18), with whatever effect the signature has.

use clap::Args;

use sponsio_law::act::ActKind;

use crate::args::Shared;
use crate::command::desk::args::{ActArgs, DeskArgs};
use crate::command::desk::recording::{self, Request};
use crate::failure::Failure;
use crate::print::Console;

/// Arguments of `sponsio sign`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio sign demo-1 ARD --register practice\n  \
    sponsio sign demo-1 BEL --ad-referendum --register practice\n  \
    sponsio sign demo-1 BEL --confirm --register practice")]
pub struct Sign {
    /// The act
    #[command(flatten)]
    pub act: ActArgs,
    /// Signature ad referendum, to be confirmed
    #[arg(long, group = "how")]
    pub ad_referendum: bool,
    /// Signature that binds
    #[arg(long, group = "how")]
    pub definitive: bool,
    /// Confirmation of a signature ad referendum
    #[arg(long, group = "how")]
    pub confirm: bool,
    /// Succession to the signature of this predecessor
    #[arg(long, group = "how", value_name = "CODE")]
    pub of: Option<String>,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records a signature.
pub fn run(args: &Sign, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let kind = match args {
        Sign {
            ad_referendum: true,
            ..
        } => ActKind::SignatureAdReferendum,
        Sign {
            definitive: true, ..
        } => ActKind::DefinitiveSignature,
        Sign { confirm: true, .. } => ActKind::ConfirmationOfSignature,
        Sign { of: Some(_), .. } => ActKind::SuccessionToSignature,
        Sign { .. } => ActKind::Signature,
    };
    recording::run(&args.desk, shared, console, |words, state| {
        let mut act = args.act.act(words, state, kind)?;
        act.refers_to.clone_from(&args.of);
        Ok(Request::Act(act))
    })
}
