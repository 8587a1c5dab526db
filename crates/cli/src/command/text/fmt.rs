//! `sponsio text fmt`: the canonical form of texts, with an id for each provision.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use sponsio_text::join_ids;
use sponsio_text::markup::{Parsed, print};

use crate::args::Shared;
use crate::command::text::{report, source::Source};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio text fmt`.
#[derive(Debug, Args)]
#[command(
    after_help = "The files of one instrument are given together, so that a provision \
    without id is given the same one in each language.\n\n\
    Examples:\n  \
    sponsio text fmt draft.en.treaty\n  \
    sponsio text fmt --write draft.en.treaty draft.tr.treaty"
)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub struct Fmt {
    /// Text files of one instrument
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Read a real negotiating text: brackets without delegations, options, Markdown
    #[arg(long)]
    pub lenient: bool,
    /// Write the files instead of printing
    #[arg(long, conflicts_with = "check")]
    pub write: bool,
    /// Only say which files are not in canonical form
    #[arg(long)]
    pub check: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Prints, writes or checks the canonical form; writes nothing if one file cannot be used.
pub fn run(args: &Fmt, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let mut sources = Vec::new();
    for path in &args.files {
        sources.push(Source::read(&words, path)?);
    }
    let mut texts: Vec<Parsed> = sources
        .iter()
        .map(|source| source.parse(args.lenient))
        .collect();
    refuse(&words, &sources, &texts, console)?;
    join_ids(&mut texts);
    let (mut answers, mut unformatted) = (Vec::new(), Vec::new());
    for (source, parsed) in sources.iter().zip(&texts) {
        let Some(text) = &parsed.expression else {
            continue;
        };
        let formatted = print(text);
        let is_canonical = formatted.as_bytes() == source.bytes;
        if !is_canonical {
            unformatted.push(source.name.as_str());
        }
        if args.write && !is_canonical {
            write(&words, source.path(), formatted.as_bytes())?;
        }
        if args.json {
            answers.push(json!({
                "file": source.name,
                "canonical": is_canonical,
                "ids_given": parsed.assigned.len(),
                "text": formatted,
            }));
        } else if !args.write && !args.check {
            console.out.write_all(formatted.as_bytes())?;
        } else if args.write {
            let given = parsed.assigned.len();
            let said = if is_canonical {
                say!(&words, "text-canonical", file = source.name.as_str())
            } else {
                say!(
                    &words,
                    "text-written",
                    file = source.name.as_str(),
                    given = given
                )
            };
            writeln!(console.out, "{said}")?;
        }
    }
    if args.json {
        console.json(&Value::from(answers))?;
    }
    if args.check && !unformatted.is_empty() {
        let files = words.list(&unformatted);
        let sentence = say!(&words, "text-unformatted", files = files);
        let hint = say!(&words, "text-unformatted-hint");
        return Err(Failure::new(Kind::NotVerified, sentence).with_hint(hint));
    }
    Ok(())
}

/// Says what is wrong if one of the files cannot be used.
pub(super) fn refuse(
    words: &Words,
    sources: &[Source],
    texts: &[Parsed],
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let mut is_refused = false;
    for (source, parsed) in sources.iter().zip(texts) {
        if parsed.expression.is_none() {
            let said = report::findings(words, &source.name, &source.text(), parsed);
            console.err.write_all(said.as_bytes())?;
            is_refused = true;
        }
    }
    if is_refused {
        return Err(Failure::new(Kind::Defect, say!(words, "text-errors")));
    }
    Ok(())
}

/// Puts a file in the place of another in one step, so that no half of it is ever seen.
pub(super) fn write(words: &Words, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
        file.write_all(bytes)?;
        if let Ok(meta) = fs::metadata(path) {
            file.as_file().set_permissions(meta.permissions())?;
        }
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    });
    written.map_err(|error| {
        let (file, why) = (path.display().to_string(), error.to_string());
        let sentence = say!(words, "text-unwritable", file = file, why = why);
        Failure::new(Kind::Unwritten, sentence)
    })
}
