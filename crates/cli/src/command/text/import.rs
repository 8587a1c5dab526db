//! `sponsio text import`: what a document from elsewhere says.

mod proposals;
mod report;
mod returned;

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use sponsio_record::{Digest, ParticipantId};
use sponsio_text::markup::{akn, docx, print};
use sponsio_text::{Expression, IdsOfDigest, Language, ProvisionId};

use self::returned::{Change, returned};
use crate::args::Shared;
use crate::command::text::docx::code;
use crate::command::text::source::{Source, is_document, refuse_as_output};
use crate::command::text::{exchanged, fmt};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio text import`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio text import draft.docx --language en -o draft.en.treaty\n  \
    sponsio text import treaty.xml -o treaty.en.treaty\n  \
    sponsio text import back.docx --as TUR --base rolling.en.treaty -o TUR.en.treaty\n  \
    sponsio text import round.xml --base base.en.treaty\n\n\
    With --as the document is what came back from a delegation: every change is listed for it to\n\
    confirm, with everything in the file that a text cannot hold. Amendments in Akoma Ntoso are\n\
    listed by proposal; of one alone -o writes the text that it makes of the base.")]
pub struct Import {
    /// Word document or Akoma Ntoso
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The delegation from which a Word document came back
    #[arg(long = "as", value_name = "CODE", value_parser = code, requires = "base")]
    pub delegation: Option<ParticipantId>,
    /// The text that went out to it, with its brackets; or to which amendments are proposed
    #[arg(long, value_name = "FILE")]
    pub base: Option<PathBuf>,
    /// Language of a Word document
    #[arg(long, value_name = "TAG", value_parser = language, default_value = "en")]
    pub language: Language,
    /// Text file to write; without it the text is not written
    #[arg(short, long, value_name = "OUT.treaty")]
    pub output: Option<PathBuf>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::new(tag).map_err(|error| error.to_string())
}

/// What was read.
struct Imported {
    text: Expression,
    changes: Vec<Change>,
    guessed: Vec<ProvisionId>,
    comments: Vec<docx::Comment>,
    /// Lists of other delegations whose changes are left to them.
    others: Vec<String>,
    losses: Vec<(Value, String)>,
}

/// Reads a document.
pub fn run(args: &Import, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    if let Some(output) = &args.output {
        let read = core::iter::once(&args.file).chain(&args.base);
        refuse_as_output(&words, output, read.map(PathBuf::as_path))?;
    }
    let bytes = Source::read_document(&words, &args.file)?.bytes;
    let is_proposed = !is_document(&args.file) && akn::holds_proposals(&bytes);
    if is_proposed && args.delegation.is_none() {
        return proposals::run(&words, args, &bytes, console);
    }
    if args.base.is_some() && args.delegation.is_none() {
        return Err(Failure::new(Kind::Usage, say!(words, "import-base-alone")));
    }
    let imported = match (is_document(&args.file), &args.delegation, &args.base) {
        (true, Some(delegation), Some(base)) => {
            let source = Source::read(&words, base)?;
            let went_out = exchanged::text(&words, &source, console)?;
            returned(
                &words,
                &args.file,
                &bytes,
                (&source.name, &went_out),
                delegation,
            )?
        }
        (true, _, _) => document(&words, args, &bytes)?,
        (false, Some(_), _) => {
            return Err(Failure::new(Kind::Usage, say!(&words, "import-as-docx")));
        }
        (false, None, _) => akoma_ntoso(&words, args, &bytes)?,
    };
    if let Some(output) = &args.output {
        fmt::write(&words, output, print(&imported.text).as_bytes())?;
    }
    if args.json {
        console.json(&report::data(args, &imported))?;
    } else {
        console.text(&report::sentences(&words, args, &imported))?;
    }
    Ok(())
}

fn unread(words: &Words, path: &Path, why: &str) -> Failure {
    let name = path.display().to_string();
    Failure::new(
        Kind::Defect,
        say!(words, "text-unreadable", file = name, why = why),
    )
}

fn document(words: &Words, args: &Import, bytes: &[u8]) -> Result<Imported, Failure> {
    let document =
        docx::read(bytes).map_err(|fault| unread(words, &args.file, &fault.to_string()))?;
    let mut ids = IdsOfDigest::new(Digest::of(bytes));
    let base = docx::base(&document, &args.language, &mut ids);
    Ok(Imported {
        text: base.expression,
        changes: Vec::new(),
        guessed: Vec::new(),
        comments: document.comments,
        others: Vec::new(),
        losses: losses(words, &base.losses),
    })
}

fn akoma_ntoso(words: &Words, args: &Import, bytes: &[u8]) -> Result<Imported, Failure> {
    let mut ids = IdsOfDigest::new(Digest::of(bytes));
    let found = akn::read(bytes, &mut ids)
        .map_err(|fault| unread(words, &args.file, &fault.to_string()))?;
    let name = args.file.display().to_string();
    Ok(Imported {
        losses: found
            .remainders
            .iter()
            .map(|left| remainder(words, &name, left))
            .collect(),
        text: found.expression,
        changes: Vec::new(),
        guessed: Vec::new(),
        comments: Vec::new(),
        others: Vec::new(),
    })
}

/// What of a document in Akoma Ntoso is not carried over, as data and in words.
fn remainder(words: &Words, file: &str, left: &akn::Remainder) -> (Value, String) {
    let element = left.element.as_str();
    (
        json!({ "element": element, "line": left.line, "column": left.column }),
        exchanged::remainder(words, file, left),
    )
}

fn losses(words: &Words, losses: &[docx::Loss]) -> Vec<(Value, String)> {
    let one = |loss: &docx::Loss| {
        let what = exchanged::code(&loss.kind);
        let data = json!({ "what": what, "paragraph": loss.paragraph, "excerpt": loss.excerpt });
        (data, exchanged::loss(words, loss))
    };
    losses.iter().map(one).collect()
}
