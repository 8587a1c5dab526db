//! `sponsio text scrub`: one renumbering of the whole text before it is adopted, with the table of old
//! and new labels that belongs into the record. No word changes: references point to provisions.

use alloc::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use sponsio_text::markup::{Parsed, print};
use sponsio_text::{Expression, Label, Provision, ProvisionId, Renumbered, apply, join_ids, scrub};

use crate::args::{Format, OutputArg, Shared};
use crate::command::rolling::printed::place_of;
use crate::command::text::{fmt, source::Source};
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio text scrub`.
#[derive(Debug, Args)]
#[command(
    after_help = "The files of one instrument are given together: a label that is the same in two of \
    its languages stays so.\n\n\
    Examples:\n  \
    sponsio text scrub final.en.treaty final.tr.treaty\n  \
    sponsio text scrub final.en.treaty --format csv\n  \
    sponsio text scrub final.en.treaty final.tr.treaty --write --format json"
)]
pub struct ScrubArgs {
    /// Text files of one instrument, without a bracket
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Write the files instead of printing them
    #[arg(long)]
    pub write: bool,
    /// Form of the table; beside it the text is printed only as `text` and in `json`
    #[command(flatten)]
    pub output: OutputArg,
}

/// A text with its new labels.
struct Scrubbed<'a> {
    source: &'a Source,
    before: Expression,
    after: Expression,
    table: Vec<Renumbered>,
}

/// Renumbers; writes nothing if one of the files cannot be renumbered.
pub fn run(args: &ScrubArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let mut sources = Vec::new();
    for path in &args.files {
        sources.push(Source::read(&words, path)?);
    }
    let mut texts: Vec<Parsed> = sources.iter().map(|source| source.parse(false)).collect();
    fmt::refuse(&words, &sources, &texts, console)?;
    join_ids(&mut texts);
    refuse_open(&words, &sources, &texts)?;
    let mut all = Vec::new();
    for (source, parsed) in sources.iter().zip(texts) {
        if let Some(before) = parsed.expression {
            all.push(scrubbed(source, before)?);
        }
    }
    refuse_parting(&words, &all)?;
    if args.write {
        for own in &all {
            let text = print(&own.after);
            if text.as_bytes() != own.source.bytes {
                fmt::write(&words, own.source.path(), text.as_bytes())?;
            }
        }
    }
    match args.output.form() {
        Format::Json => Ok(console.json(&data(&all))?),
        Format::Csv => console.csv(
            ["file", "provision", "place", "old", "new"],
            all.iter().flat_map(rows),
        ),
        Format::Text => {
            let table = table(&words, &all);
            if args.write {
                return Ok(console.text(&table)?);
            }
            for own in &all {
                console.out.write_all(print(&own.after).as_bytes())?;
            }
            console.out.flush()?;
            Ok(console.err.write_all(table.as_bytes())?)
        }
    }
}

fn scrubbed(source: &Source, before: Expression) -> Result<Scrubbed<'_>, Failure> {
    let done = scrub(&before);
    let after = apply(&before, &[done.operation])
        .map_err(|refused| Failure::new(Kind::Refused, refused.to_string()))?;
    Ok(Scrubbed {
        source,
        before,
        after,
        table: done.table,
    })
}

/// What is numbered for good is settled: no bracket, no alternative, no insertion.
fn refuse_open(words: &Words, sources: &[Source], texts: &[Parsed]) -> Result<(), Failure> {
    let is_open = |own: &&Provision| {
        own.body.is_contested() || !own.alternatives.is_empty() || !own.inserted_by.is_empty()
    };
    let mut found = Vec::new();
    for (source, parsed) in sources.iter().zip(texts) {
        let Some(text) = &parsed.expression else {
            continue;
        };
        found.extend(text.provisions.iter().filter(is_open).map(|own| {
            let line = parsed.lines.get(&own.id).copied().unwrap_or(0);
            let place = place_of(text, own.id);
            format!("{}:{line}: {place}", source.name)
        }));
    }
    if found.is_empty() {
        return Ok(());
    }
    let sentence = say!(words, "scrub-open", count = found.len());
    let failure = Failure::new(Kind::Refused, sentence);
    let shown = found.into_iter().take(20);
    let failure = shown.fold(failure, Failure::with_hint);
    Err(failure.with_hint(say!(words, "scrub-open-hint")))
}

/// A label that two languages share is the same in both afterwards.
fn refuse_parting(words: &Words, all: &[Scrubbed<'_>]) -> Result<(), Failure> {
    let mut met: BTreeMap<ProvisionId, (&Label, &Label, &str)> = BTreeMap::new();
    for own in all {
        for (before, after) in own.before.provisions.iter().zip(&own.after.provisions) {
            let (Some(old), Some(new)) = (&before.label, &after.label) else {
                continue;
            };
            let name = own.source.name.as_str();
            let (old_there, new_there, file) = met.entry(before.id).or_insert((old, new, name));
            if old_there.text == old.text && new_there.text != new.text {
                let sentence = say!(
                    words,
                    "scrub-parting",
                    id = before.id.as_str(),
                    old = &*old.text,
                    first = *file,
                    new = &*new_there.text,
                    second = name,
                    other = &*new.text
                );
                let hint = say!(words, "scrub-parting-hint");
                return Err(Failure::new(Kind::Refused, sentence).with_hint(hint));
            }
        }
    }
    Ok(())
}

fn rows<'a>(own: &'a Scrubbed<'_>) -> impl Iterator<Item = [String; 5]> + 'a {
    own.table.iter().map(|row| {
        [
            own.source.name.clone(),
            row.id.to_string(),
            place_of(&own.before, row.id),
            row.old.text.to_string(),
            row.new.text.to_string(),
        ]
    })
}

fn data(all: &[Scrubbed<'_>]) -> Value {
    let files = all.iter().map(|own| {
        let table = own.table.iter().map(|row| {
            json!({
                "provision": row.id.as_str(),
                "old": &*row.old.text,
                "new": &*row.new.text,
                "old_place": place_of(&own.before, row.id),
                "new_place": place_of(&own.after, row.id),
            })
        });
        json!({
            "file": own.source.name,
            "language": own.after.language.as_str(),
            "table": table.collect::<Vec<_>>(),
            "text": print(&own.after),
        })
    });
    files.collect()
}

fn table(words: &Words, all: &[Scrubbed<'_>]) -> String {
    let mut said = String::new();
    for own in all {
        let (file, count) = (own.source.name.as_str(), own.table.len());
        said += &say!(words, "scrub-count", file = file, count = count);
        said.push('\n');
        for row in &own.table {
            let (old, new) = (place_of(&own.before, row.id), place_of(&own.after, row.id));
            said.extend([format!("  {}  {old} → {new}\n", row.id)]);
        }
    }
    said
}
