//! `sponsio statement draft`: a provision from the words of an assurance. What comes from a real source is
//! marked as hypothetical and cannot be tabled.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use sponsio_depositary::DraftProvision;
use sponsio_law::conference::{Drafting, Passage};
use sponsio_record::{ActId, ConferenceId};
use sponsio_text::Language;

use crate::args::Shared;
use crate::command::conference::{SittingArgs, conference_id, held, language};
use crate::command::desk::args::read_text;
use crate::command::desk::find;
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::place::{PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// Arguments of `sponsio statement draft`.
#[derive(Debug, Args)]
pub struct DraftArgs {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// Mark of the statement, with the passage from 0 where it has several: MARK:1; the first is an assurance
    #[arg(long, value_name = "MARK[:N]", required = true, value_parser = passage)]
    pub from: Vec<Passage>,
    /// Language of the draft; otherwise that of the source
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub language: Option<Language>,
    /// The words of the provision; otherwise a sentence of mutual assurance that quotes what was said
    #[arg(long, value_name = "FILE")]
    pub words: Option<PathBuf>,
    /// Name of the guarantee
    #[arg(long, default_value = "G1")]
    pub name: String,
    /// Something is to be done; otherwise something is not to be done
    #[arg(long)]
    pub positive: bool,
    /// Who guarantees, as a rule says it
    #[arg(long, default_value = Drafting::EACH)]
    pub by: String,
    /// To whom, as a rule says it
    #[arg(long, default_value = Drafting::OTHERS)]
    pub to: String,
    /// In which mode: individually, severally, jointly, "jointly and severally"
    #[arg(long, default_value = "severally")]
    pub mode: String,
    /// How it is recorded
    #[command(flatten)]
    pub sitting: SittingArgs,
}

/// Drafts a provision and prints it with its mark.
pub(super) fn run(
    args: &DraftArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let register = find(&args.sitting.register, &words, console)?;
    let said = |error: PlaceError| place::failure(&words, &error);
    let clock = register.clock(args.sitting.now).map_err(said)?;
    let (id, recorded, drafted) = wait_for(async {
        let desk = register.desk(clock).await.map_err(said)?;
        let state = desk.state();
        let conference = held(&words, &state.register, &args.conference)?;
        let request = request(args, &conference, &words)?;
        let done = desk.draft_provision(request).await;
        let (id, recorded) = done.map_err(|error| place::desk(&words, &state.register, &error))?;
        let state = desk.state();
        let drafted = held(&words, &state.register, &args.conference)?;
        desk.close().await.map_err(|fatal| said(fatal.into()))?;
        Ok::<_, Failure>((id, recorded, drafted))
    })
    .map_err(said)??;
    let Some(draft) = drafted.draft(id) else {
        return Ok(());
    };
    let mark = recorded.act.to_string();
    let data = json!({
        "seq": recorded.seq,
        "id": mark,
        "provision": id.as_str(),
        "hypothetical": draft.hypothetical,
        "language": draft.drafted.language.as_str(),
        "words": draft.drafted.words,
        "guarantee": draft.drafted.guarantee,
    });
    if args.sitting.json {
        return Ok(console.json(&data)?);
    }
    let mut shown = String::new();
    if draft.hypothetical {
        shown += &paragraph(&say!(words, "draft-hypothetical"), console.width);
    }
    // As the source of a text has it: no line is broken.
    let drafted = &draft.drafted;
    for part in [
        drafted.words.as_str(),
        " {#",
        id.as_str(),
        "}\n| ",
        drafted.guarantee.as_str(),
        "\n",
    ] {
        shown += part;
    }
    let done = say!(words, "conference-done", seq = recorded.seq, mark = mark);
    shown += &paragraph(&done, console.width);
    Ok(console.text(&shown)?)
}

fn request(
    args: &DraftArgs,
    conference: &sponsio_law::conference::Conference,
    words: &Words,
) -> Result<DraftProvision, Failure> {
    let usage = |sentence| Failure::new(Kind::Usage, sentence);
    let first = args.from.first();
    let found = first.and_then(|passage| {
        let said = conference.statement(passage.of)?.public()?;
        let quote = said.quotes.get(usize::try_from(passage.quote).ok()?)?;
        let source = conference.source(said.source)?;
        Some((quote.text.as_str(), source.recorded.language.clone()))
    });
    let (spoken, spoken_in) = found.unzip();
    let language = args.language.clone().or(spoken_in);
    let language = match language {
        Some(language) => language,
        // A statement that is not there is for the law to refuse; the language does not matter then.
        None => conference
            .convened
            .languages
            .first()
            .cloned()
            .ok_or_else(|| usage(say!(words, "draft-no-words")))?,
    };
    let drafting = Drafting {
        language: &language,
        spoken: spoken.unwrap_or("…"),
        name: &args.name,
        positive: args.positive,
        by: &args.by,
        to: &args.to,
        mode: &args.mode,
    };
    let given = match &args.words {
        Some(path) => Some(read_text(words, path)?.trim_end().to_owned()),
        None => drafting.words(),
    };
    Ok(DraftProvision {
        conference: args.conference.clone(),
        from: args.from.clone(),
        words: given.ok_or_else(|| usage(say!(words, "draft-no-words")))?,
        guarantee: drafting.guarantee(),
        language,
    })
}

fn passage(text: &str) -> Result<Passage, String> {
    let (mark, quote) = text.split_once(':').unwrap_or((text, "0"));
    let of: Result<ActId, _> = mark.parse();
    let of = of.map_err(|error: sponsio_record::ActIdError| error.to_string())?;
    let quote = quote
        .parse()
        .map_err(|_| "MARK or MARK:N, N from 0".to_owned())?;
    Ok(Passage { of, quote })
}
