//! `sponsio notify`: the depositary communicates an act (VCLT arts 77(1)(e), 78), under a number that
//! counts the notifications concerning the treaty.

use clap::Args;
use serde_json::json;

use sponsio_depositary::Notify as Notification;
use sponsio_record::{ActId, Instant, ParticipantId};

use crate::args::{RegisterArg, Shared};
use crate::command::desk::args::document;
use crate::command::desk::{find, settled};
use crate::failure::{Failure, Kind};
use crate::place::clock::instant;
use crate::place::{PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio notify`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio notify 00112233445566778899aabbccddeeff --register practice\n  \
    sponsio notify 00112233445566778899aabbccddeeff --to BEL --letter letter.pdf --register practice")]
pub struct Notify {
    /// Mark of the act
    pub act: String,
    /// Addressee; otherwise all that have signed or consented
    #[arg(long, value_name = "CODE")]
    pub to: Vec<String>,
    /// The letter; otherwise a plain one is written
    #[arg(long, value_name = "FILE")]
    pub letter: Option<String>,
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// Instant by which it is recorded; in an exercise only
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub now: Option<Instant>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Records a notification; the letters wait in the outbox.
pub fn run(args: &Notify, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find(&args.register, &words, console)?;
    let request = request(&words, args)?;
    let outcome = || {
        let clock = place.clock(args.now)?;
        wait_for(async {
            let desk = place.desk(clock).await?;
            let recorded = desk.notify(request).await?;
            desk.close().await?;
            Ok::<_, PlaceError>(recorded)
        })?
    };
    let recorded = outcome().map_err(|error| place::failure(&words, &error))?;
    let (seq, mark) = (recorded.seq, recorded.act.to_string());
    let data = json!({ "seq": seq, "id": mark, "leaf": recorded.leaf.cited() });
    let said = say!(words, "notify-done", seq = seq, mark = mark);
    settled(console, args.json, &data, &said)
}

fn request(words: &Words, args: &Notify) -> Result<Notification, Failure> {
    let to = args.to.iter().map(|code| {
        ParticipantId::new(code)
            .map_err(|_| Failure::new(Kind::Usage, say!(words, "desk-no-code", code = code)))
    });
    let of: Result<ActId, _> = args.act.parse();
    let letter = args.letter.as_deref();
    let letter = letter.map(|given| document(words, given)).transpose()?;
    Ok(Notification {
        of: of.map_err(|_| {
            let sentence = say!(words, "desk-no-such-act", mark = &args.act);
            Failure::new(Kind::NotFound, sentence).with_hint(say!(words, "desk-no-such-act-hint"))
        })?,
        to: to.collect::<Result<_, _>>()?,
        letter: letter.map(|(document, _)| document),
    })
}
