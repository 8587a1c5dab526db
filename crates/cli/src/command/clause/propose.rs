//! `sponsio clause propose`: a rule proposed from the words of a final clause, or what in them was
//! not understood. A person confirms; nothing is adopted here.

mod answer;
mod names;

use std::io::{self, Read as _};
use std::path::PathBuf;

use clap::Args;

use sponsio_law::clause::propose::{self, LONGEST_TEXT, NotUnderstood, Reason, propose_with};

use crate::args::{Language, Shared};
use crate::command::register::open;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Voice, Words, proposal, say};

/// Arguments of `sponsio clause propose`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio clause propose \"This Convention shall enter into force on the thirtieth day after \
    the date of deposit of the tenth instrument of ratification or accession.\"\n  \
    sponsio clause propose --lang tr - < madde.txt\n  \
    sponsio clause propose --text-language tr --treaty-name \"Sözleşme=4-4\" - < madde.txt\n\n\
    The whole text must be understood; otherwise the words that were not are marked, nothing is\n\
    proposed, and the exit code is 5 (refused by a rule). A text without words, or one that is too\n\
    long, is a wrong use (2). A proposal is never adopted by itself: a person confirms it.")]
pub struct Propose {
    /// The words of the clause; `-` reads them from standard input
    pub text: String,
    /// Language of the clause; otherwise that of the sentences
    #[arg(long, value_enum, value_name = "LANG")]
    pub text_language: Option<Language>,
    /// What the clause calls another treaty, with its identifier: "the Convention=4-4"
    #[arg(long, value_name = "WORDS=ID")]
    pub treaty_name: Vec<String>,
    /// Folder of a register whose participants and treaties the clause may name
    #[arg(long, value_name = "DIR")]
    pub register: Option<PathBuf>,
    /// Columns for which text is laid out; otherwise those of the terminal, at most 100
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Proposes a rule, or says what was not understood.
pub fn run(args: &Propose, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let text = text(&words, args)?;
    let register = match &args.register {
        Some(path) => Some(open(path, &words, console)?.0),
        None => None,
    };
    let known = names::known(&words, register.as_ref(), &args.treaty_name)?;
    let (language, tag) = match args.text_language.unwrap_or(shared.lang) {
        Language::En => (propose::Language::English, "en"),
        Language::Tr => (propose::Language::Turkish, "tr"),
    };
    let voice = Voice {
        words: &words,
        register: register.as_ref(),
    };
    let width = args.width.unwrap_or(console.width);
    let answer = answer::Answer {
        voice,
        text: &text,
        language: tag,
        width,
    };
    match propose_with(&text, language, &known) {
        Ok(found) => {
            if args.json {
                return Ok(console.json(&answer.proposed_data(&found))?);
            }
            Ok(console.out.write_all(answer.proposed(&found).as_bytes())?)
        }
        Err(refused) => {
            if args.json {
                console.json(&answer.refused_data(&refused))?;
            } else {
                console.out.write_all(answer.refused(&refused).as_bytes())?;
            }
            Err(failure(&words, &refused))
        }
    }
}

/// The words of the clause; of standard input no more than is read of any text.
fn text(words: &Words, args: &Propose) -> Result<String, Failure> {
    if args.text != "-" {
        return Ok(args.text.clone());
    }
    let most = u64::try_from(LONGEST_TEXT).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(most + 1).read_to_end(&mut bytes);
    let unreadable = |why: String| {
        let sentence = say!(words, "clause-unreadable", file = "-", why = why);
        Failure::new(Kind::Defect, sentence)
    };
    read.map_err(|error| unreadable(error.to_string()))?;
    // A text that is cut off inside a character is too long, not defective.
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) if error.as_bytes().len() > LONGEST_TEXT => {
            Ok(String::from_utf8_lossy(error.as_bytes()).into_owned())
        }
        Err(error) => Err(unreadable(error.utf8_error().to_string())),
    }
}

fn failure(words: &Words, refused: &NotUnderstood) -> Failure {
    let sentence = proposal::refusal(words, refused);
    match refused.reason {
        Reason::Empty | Reason::TooLong => Failure::new(Kind::Usage, sentence),
        Reason::FigureDiffers(_) => {
            let mut failure = Failure::new(Kind::Refused, sentence);
            failure.rule = Some("W05".to_owned());
            failure
        }
        Reason::Words => Failure::new(Kind::Refused, sentence)
            .with_hint(say!(words, "refuses-hint"))
            .with_hint(say!(words, "refuses-hint-names")),
        Reason::Contradiction => Failure::new(Kind::Refused, sentence),
    }
}
