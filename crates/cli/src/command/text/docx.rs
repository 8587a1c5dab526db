//! `sponsio text docx`: a text as a Word document.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use sponsio_record::{Instant, ParticipantId};
use sponsio_text::markup::docx::{self, Options, View, Wording};
use sponsio_text::markup::is_delegation;

use crate::args::Shared;
use crate::command::text::source::{Source, refuse_as_output, written};
use crate::command::text::{exchanged, fmt};
use crate::failure::Failure;
use crate::place::clock::instant;
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio text docx`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio text docx guarantees.en.treaty -o guarantees.docx\n  \
    sponsio text docx guarantees.en.treaty --as TUR -o for-turkiye.docx\n\n\
    Without --as every delegation's readings are tracked changes; the author of a change is the list\n\
    of those that stand behind it.")]
pub struct Docx {
    /// Text file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The working copy of this delegation: its own changes tracked, others' readings as comments
    #[arg(long = "as", value_name = "CODE", value_parser = code, conflicts_with = "rolling")]
    pub delegation: Option<ParticipantId>,
    /// All readings of all delegations as tracked changes (the default)
    #[arg(long)]
    pub rolling: bool,
    /// Document to write
    #[arg(short, long, value_name = "OUT.docx")]
    pub output: PathBuf,
    /// Date of the document and of its tracked changes; if not given, that of the file
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub date: Option<Instant>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Returns the delegation that an argument names.
pub(super) fn code(text: &str) -> Result<ParticipantId, String> {
    let form =
        "three capitals (TUR), or X- and capitals (X-EU), or the code of a register with a digit";
    let known = ParticipantId::new(text).ok();
    known
        .filter(|code| is_delegation(code.as_str()))
        .ok_or_else(|| {
            let meant = text.to_ascii_uppercase();
            let meant = if is_delegation(&meant) {
                meant
            } else {
                format!("X-{meant}")
            };
            if is_delegation(&meant) {
                format!("a code is {form}; perhaps {meant}")
            } else {
                format!("a code is {form}")
            }
        })
}

/// Writes a document.
pub fn run(args: &Docx, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    refuse_as_output(&words, &args.output, [args.file.as_path()])?;
    let source = Source::read(&words, &args.file)?;
    let text = exchanged::text(&words, &source, console)?;
    let said = Said::new(&words);
    let options = Options {
        view: args.delegation.clone().map_or(View::Rolling, View::For),
        date: args
            .date
            .or_else(|| written(&args.file))
            .unwrap_or(Instant::MIN),
        wording: said.wording(),
    };
    let bytes = docx::write(&text, &options);
    fmt::write(&words, &args.output, &bytes)?;
    let file = args.output.display().to_string();
    if args.json {
        let delegation = args.delegation.as_ref().map(ParticipantId::as_str);
        let count = text.provisions.len();
        console.json(&json!({ "file": file, "as": delegation, "provisions": count }))?;
    } else {
        let count = text.provisions.len();
        let sentence = say!(&words, "exchange-written", file = file, count = count);
        console.text(&(sentence + "\n"))?;
    }
    Ok(())
}

/// The words of comments in the language of the interface.
pub(crate) struct Said([String; 14]);

impl Said {
    /// Takes the words of this language.
    pub(crate) fn new(words: &Words) -> Self {
        Self([
            say!(words, "exchange-no-text"),
            say!(words, "exchange-inserts"),
            say!(words, "exchange-keeps"),
            say!(words, "exchange-can-accept"),
            say!(words, "exchange-reserves"),
            say!(words, "exchange-opposes"),
            say!(words, "exchange-all"),
            say!(words, "exchange-moves"),
            say!(words, "exchange-moves-first"),
            say!(words, "exchange-splits"),
            say!(words, "exchange-joins"),
            say!(words, "exchange-labels"),
            say!(words, "exchange-conflicts"),
            say!(words, "exchange-note"),
        ])
    }

    /// Returns them for the writer of documents.
    pub(crate) fn wording(&self) -> Wording<'_> {
        let [
            no_text,
            inserts,
            keeps,
            can_accept,
            reserves,
            opposes,
            all,
            moves,
            moves_first,
            splits,
            joins,
            labels,
            conflicts,
            note,
        ] = &self.0;
        Wording {
            no_text,
            inserts,
            keeps,
            can_accept,
            reserves,
            opposes,
            all,
            moves,
            moves_first,
            splits,
            joins,
            labels,
            conflicts,
            note,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_code_is_told_the_form_and_what_may_be_meant() {
        assert!(code("TUR").is_ok() && code("X-EU").is_ok() && code("A1").is_ok());
        for (given, meant) in [
            ("tur", "perhaps TUR"),
            ("EU", "perhaps X-EU"),
            ("abcd", "perhaps X-ABCD"),
        ] {
            let said = code(given).unwrap_err();
            assert!(
                said.contains("three capitals") && said.ends_with(meant),
                "{said}"
            );
        }
        assert!(code("Türkiye").unwrap_err().ends_with("with a digit"));
    }
}
