//! `sponsio text akn`: a text as Akoma Ntoso, and the proposals on it.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use sponsio_record::{Digest, Instant, ParticipantId};
use sponsio_text::markup::akn::{self, Phrases, Proposal};
use sponsio_text::{Expression, operations};

use crate::args::Shared;
use crate::command::rolling::inputs::Inputs;
use crate::command::text::source::{Source, refuse_as_output, written};
use crate::command::text::{exchanged, fmt};
use crate::failure::Failure;
use crate::place::clock::instant;
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio text akn`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio text akn guarantees.en.treaty -o guarantees.en.xml\n  \
    sponsio text akn treaty.tr.treaty --adopted --date 2026-12-12T00:00:00Z -o treaty.tr.xml\n  \
    sponsio text akn base.en.treaty --proposals TUR.en.treaty NOR.en.treaty --round I -o round.xml\n\n\
    With --proposals the document holds what each delegation wants otherwise than the text: an\n\
    amendment for each, in a list if there are several or the round has a name. A version is the\n\
    whole text as one delegation would have it, as for sponsio rolling.")]
pub struct Akn {
    /// Text file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Document to write
    #[arg(short, long, value_name = "OUT.xml")]
    pub output: PathBuf,
    /// The text is adopted: it is written as an act
    #[arg(long)]
    pub adopted: bool,
    /// The text before it was renumbered: its names stay beside the new ones
    #[arg(long, value_name = "FILE", conflicts_with = "proposals")]
    pub before: Option<PathBuf>,
    /// Write the proposals that these versions are, not the text
    #[arg(long, value_name = "[CODE=]FILE", num_args = 1.., conflicts_with = "adopted")]
    pub proposals: Vec<String>,
    /// Name of the round to which the proposals belong
    #[arg(long, value_name = "NAME", requires = "proposals")]
    pub round: Option<String>,
    /// Name of the instrument in the address of the document
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub number: String,
    /// Date of the text, and of proposals; if not given, that of the newest file
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub date: Option<Instant>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Writes a document.
pub fn run(args: &Akn, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    if !args.proposals.is_empty() {
        return proposals(args, &words, console);
    }
    let read = [Some(&args.file), args.before.as_ref()];
    let read = read.into_iter().flatten().map(PathBuf::as_path);
    refuse_as_output(&words, &args.output, read)?;
    let source = Source::read(&words, &args.file)?;
    let text = exchanged::text(&words, &source, console)?;
    let before = match &args.before {
        Some(path) => {
            let source = Source::read(&words, path)?;
            Some(exchanged::text(&words, &source, console)?)
        }
        None => None,
    };
    let no_text = say!(&words, "exchange-no-text");
    let date = args.date.or_else(|| written(&args.file));
    let options = akn::Options {
        before: before.as_ref(),
        ..options(args, &text, date.unwrap_or(Instant::MIN), &no_text)
    };
    let options = akn::Options {
        record: Some(Digest::of(&source.bytes)),
        ..options
    };
    let xml = akn::write(&text, &options);
    fmt::write(&words, &args.output, xml.as_bytes())?;
    let file = args.output.display().to_string();
    let count = text.provisions.len();
    if args.json {
        console.json(&json!({ "file": file, "provisions": count }))?;
    } else {
        let sentence = say!(&words, "exchange-written", file = file, count = count);
        console.text(&(sentence + "\n"))?;
    }
    Ok(())
}

fn options<'a>(
    args: &'a Akn,
    text: &Expression,
    date: Instant,
    no_text: &'a str,
) -> akn::Options<'a> {
    let languages = text.headers.iter().find(|own| own.key == "languages");
    let is_authentic = languages.is_none_or(|own| {
        let mut tags = own.value.split(',').map(str::trim);
        tags.any(|tag| tag == text.language.as_str())
    });
    akn::Options {
        number: &args.number,
        date,
        is_adopted: args.adopted,
        is_authentic,
        record: None,
        before: None,
        no_text,
        name: &|_| None,
    }
}

fn proposals(args: &Akn, words: &Words, console: &mut Console<'_>) -> Result<(), Failure> {
    let inputs = Inputs::of(words, &args.file, &args.proposals, None, args.date, console)?;
    inputs.refuse_as_output(words, &args.output)?;
    let mut proposals = Vec::new();
    for stand in &inputs.stands {
        let operations =
            operations(&inputs.base, stand).map_err(|faults| inputs.refusal(words, &faults))?;
        proposals.push(Proposal {
            mark: stand.delegation.to_string(),
            delegations: vec![stand.delegation.clone()],
            at: inputs.date,
            operations,
            reason: String::new(),
        });
    }
    let no_text = say!(words, "exchange-no-text");
    let options = options(args, &inputs.base, inputs.date, &no_text);
    let said = Said::new(words);
    let xml = match (&args.round, proposals.as_slice()) {
        (None, [one]) => akn::write_proposal(&inputs.base, one, &options, &said.phrases()),
        (round, all) => {
            let round = round.as_deref().unwrap_or("1");
            akn::write_proposals(&inputs.base, round, all, &options, &said.phrases())
        }
    };
    fmt::write(words, &args.output, xml.as_bytes())?;
    let file = args.output.display().to_string();
    let count = proposals.len();
    if args.json {
        let one = |own: &Proposal| {
            let by: Vec<&str> = own.delegations.iter().map(ParticipantId::as_str).collect();
            json!({ "by": by, "changes": own.operations.len() })
        };
        let all: Vec<_> = proposals.iter().map(one).collect();
        console.json(&json!({ "file": file, "proposals": all }))?;
    } else {
        let sentence = say!(words, "exchange-proposals", file = file, count = count);
        console.text(&(sentence + "\n"))?;
    }
    Ok(())
}

/// The words around what is proposed, in the language of the interface.
struct Said([String; 10]);

impl Said {
    fn new(words: &Words) -> Self {
        Self([
            say!(words, "amendment-tabled-by"),
            say!(words, "amendment-replace"),
            say!(words, "amendment-insert"),
            say!(words, "amendment-insert-first"),
            say!(words, "amendment-delete"),
            say!(words, "amendment-moved"),
            say!(words, "amendment-moved-first"),
            say!(words, "amendment-split"),
            say!(words, "amendment-join"),
            say!(words, "amendment-renumber"),
        ])
    }

    fn phrases(&self) -> Phrases<'_> {
        let [
            tabled_by,
            replace,
            insert,
            insert_first,
            delete,
            moved,
            moved_first,
            split,
            join,
            renumber,
        ] = &self.0;
        Phrases {
            tabled_by,
            replace,
            insert,
            insert_first,
            delete,
            moved,
            moved_first,
            split,
            join,
            renumber,
        }
    }
}
