//! `sponsio report read`: who said what in a report, with the words it rests on.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum as _};
use sponsio_depositary::world::{Clock as _, SystemClock};
use sponsio_text::report::{self, Day, Options, REPORT_MAX, Tongue};

use super::printed;
use crate::args::{Language, Shared};
use crate::failure::{Failure, Kind};
use crate::json::speech as data;
use crate::print::Console;
use crate::wording::{Words, say, speech};

/// Arguments of `sponsio report read`.
#[derive(Debug, Args)]
#[command(
    after_help = "The report is plain text or HTML in UTF-8; it begins with `date YYYY-MM-DD`. Its \
    language is that of --language, else of the name of the file (report.tr.txt), else of --lang.\n\n\
    Examples:\n  \
    sponsio report read report.tr.txt\n  \
    sponsio report read report.txt --language tr --json"
)]
pub struct Read {
    /// The report; `-` is the standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Language of the report
    #[arg(long, value_enum)]
    pub language: Option<Language>,
    /// The day on which it is read, if that is not today
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
    /// Answer as JSON: one object for each passage
    #[arg(long)]
    pub json: bool,
}

/// Reads a report and prints the draft.
pub fn run(args: &Read, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let name = args.file.display().to_string();
    let bytes = bytes(&words, &args.file, &name)?;
    let language = args
        .language
        .or_else(|| named(&args.file))
        .unwrap_or(shared.lang);
    let options = Options {
        tongue: match language {
            Language::Tr => Tongue::Turkish,
            Language::En => Tongue::English,
        },
        today: Some(today(&words, args.today.as_deref())?),
    };
    let reading = report::read(&bytes, &options).map_err(|why| {
        let failure = Failure::new(Kind::Defect, speech::unreadable(&words, &name, &why));
        match speech::hint(&words, &why) {
            Some(hint) => failure.with_hint(hint),
            None => failure,
        }
    })?;
    let source = core::str::from_utf8(&bytes).unwrap_or_default();
    if args.json {
        for remark in printed::remarks(&words, &name, &reading) {
            console.err.write_all(remark.as_bytes())?;
        }
        return Ok(console.json(&data::passages(source, &reading))?);
    }
    let said = printed::draft(&words, &name, &reading, language, console);
    Ok(console.text(&said)?)
}

/// Reads as many bytes as a report may have, and one more.
fn bytes(words: &Words, path: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let limit = REPORT_MAX as u64 + 1;
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => {
            let kind = match error.kind() {
                io::ErrorKind::NotFound => Kind::NotFound,
                _ => Kind::Defect,
            };
            let why = error.to_string();
            Err(Failure::new(
                kind,
                say!(words, "text-unreadable", file = name, why = why),
            ))
        }
    }
}

/// The language that the name of a file says.
fn named(path: &Path) -> Option<Language> {
    let stem = Path::new(path.file_stem()?);
    Language::from_str(stem.extension()?.to_str()?, false).ok()
}

fn today(words: &Words, asked: Option<&str>) -> Result<Day, Failure> {
    let now = SystemClock::new().now().to_string();
    let day = asked.unwrap_or_else(|| now.get(..10).unwrap_or_default());
    day.parse().map_err(|_| {
        let sentence = say!(words, "speech-not-a-day", day = day);
        Failure::new(Kind::Usage, sentence)
    })
}
