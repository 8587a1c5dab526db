//! `sponsio notify`: the depositary communicates an act (VCLT arts 77(1)(e), 78), under a number that
//! counts the notifications concerning the treaty.

use clap::Args;

use sponsio_depositary::Notify as Notification;
use sponsio_record::{ActId, ParticipantId};

use crate::args::Shared;
use crate::command::desk::args::{DeskArgs, document};
use crate::command::desk::recording::{self, Request};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio notify`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio notify 00112233445566778899aabbccddeeff --register practice\n  \
    sponsio notify 00112233445566778899aabbccddeeff --to BEL --letter letter.pdf --register practice\n\n\
    The letters wait in the outbox. `sponsio acknowledge` records that one has reached its addressee.")]
pub struct Notify {
    /// Mark of the act
    pub act: String,
    /// Addressee; otherwise all that have signed or consented
    #[arg(long, value_name = "CODE")]
    pub to: Vec<String>,
    /// The letter; otherwise a plain one is written
    #[arg(long, value_name = "FILE")]
    pub letter: Option<String>,
    /// How it is recorded
    #[command(flatten)]
    pub desk: DeskArgs,
}

/// Records a notification; the letters wait in the outbox.
pub fn run(args: &Notify, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    recording::run(&args.desk, shared, console, |words, _| {
        Ok(Request::Notification(request(words, args)?))
    })
}

fn request(words: &Words, args: &Notify) -> Result<Notification, Failure> {
    let to = args.to.iter().map(|code| {
        ParticipantId::new(code)
            .map_err(|_| Failure::new(Kind::Usage, say!(words, "desk-no-code", code = code)))
    });
    let letter = args.letter.as_deref();
    let letter = letter.map(|given| document(words, given)).transpose()?;
    Ok(Notification {
        of: mark(words, &args.act)?,
        to: to.collect::<Result<_, _>>()?,
        letter: letter.map(|(document, _)| document),
    })
}

/// Reads the mark of an act of the register.
pub(super) fn mark(words: &Words, text: &str) -> Result<ActId, Failure> {
    text.parse().map_err(|_| {
        let sentence = say!(words, "desk-no-such-act", mark = text);
        Failure::new(Kind::NotFound, sentence).with_hint(say!(words, "desk-no-such-act-hint"))
    })
}
