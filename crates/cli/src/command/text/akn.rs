//! `sponsio text akn`: a text as Akoma Ntoso.

use std::path::PathBuf;

use clap::Args;

use sponsio_record::{Digest, Instant};
use sponsio_text::markup::akn;

use crate::args::Shared;
use crate::command::text::source::{Source, written};
use crate::command::text::{exchanged, fmt};
use crate::failure::Failure;
use crate::place::clock::instant;
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio text akn`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio text akn guarantees.en.treaty -o guarantees.en.xml\n  \
    sponsio text akn treaty.tr.treaty --adopted --date 2026-12-12T00:00:00Z -o treaty.tr.xml")]
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
    /// Name of the instrument in the address of the document
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub number: String,
    /// Date of the text; if not given, that of the file
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub date: Option<Instant>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Writes a document.
pub fn run(args: &Akn, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let source = Source::read(&words, &args.file)?;
    let text = exchanged::text(&words, &source, console)?;
    let no_text = say!(&words, "exchange-no-text");
    let xml = akn::write(
        &text,
        &akn::Options {
            number: &args.number,
            date: args
                .date
                .or_else(|| written(&args.file))
                .unwrap_or(Instant::MIN),
            is_adopted: args.adopted,
            is_authentic: true,
            record: Some(Digest::of(&source.bytes)),
            no_text: &no_text,
            name: &|_| None,
        },
    );
    fmt::write(&words, &args.output, xml.as_bytes())?;
    let file = args.output.display().to_string();
    let count = text.provisions.len();
    if args.json {
        console.json(&serde_json::json!({ "file": file, "provisions": count }))?;
    } else {
        let sentence = say!(&words, "exchange-written", file = file, count = count);
        console.text(&(sentence + "\n"))?;
    }
    Ok(())
}
