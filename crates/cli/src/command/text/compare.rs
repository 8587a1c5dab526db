//! `sponsio text compare`: two editions of a text, provision by provision, word by word.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use sponsio_text::view::{Side, plain, side_by_side};
use sponsio_text::{Differs, Expression, ProvisionId, compare, matched};

use crate::args::{Format, OutputArg, Shared};
use crate::command::rolling::inputs::{self, content::Content};
use crate::command::rolling::printed::{Ink, place_of, words_of};
use crate::command::text::report::findings;
use crate::command::text::source::Source;
use crate::failure::{Failure, Kind};
use crate::layout::hanging;
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio text compare`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio text compare draft-1.en.treaty draft-2.en.treaty\n  \
    sponsio text compare draft-1.docx draft-2.docx")]
pub struct Compare {
    /// The former edition
    pub first: PathBuf,
    /// The later edition
    pub second: PathBuf,
    /// The form of the output
    #[command(flatten)]
    pub output: OutputArg,
}

/// Compares two editions.
pub fn run(args: &Compare, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (first, _) = read(&words, &args.first, console)?;
    let (mut second, given) = read(&words, &args.second, console)?;
    // An id that both have says that it is the same provision.
    let given: Given = given
        .into_iter()
        .filter(|id| first.provision(*id).is_none())
        .collect();
    if !given.is_empty() {
        second.provisions = with_own_labels(&first, &second, &given);
    }
    let differences = compare(&first, &second);
    match args.output.form() {
        Format::Json => {
            let rows = differences
                .iter()
                .map(|own| row(&first, &second, own.id, &own.what));
            Ok(console.json(&Value::from(rows.collect::<Vec<_>>()))?)
        }
        Format::Csv => {
            let rows = differences.iter().flat_map(|own| {
                let place = place_in(&first, &second, own.id);
                own.what
                    .iter()
                    .map(move |what| [own.id.to_string(), place.clone(), name(what).to_owned()])
            });
            console.csv(["provision", "place", "difference"], rows)
        }
        Format::Text => {
            let ink = Ink::new(console.colored);
            let mut said = String::new();
            let columns = side_by_side(&first, &second);
            for own in &differences {
                let what: Vec<String> = own.what.iter().map(|what| said_of(&words, what)).collect();
                let place = place_in(&first, &second, own.id);
                said.extend([format!("{place}: {}\n", what.join(", "))]);
                if let Some(column) = columns.iter().find(|column| column.id == own.id) {
                    let editions = Editions {
                        first: &first,
                        second: &second,
                        id: own.id,
                    };
                    let line = marked(&editions, &column.words, ink);
                    said += &hanging(line.trim_start(), 2, 2, console.width);
                    said.push('\n');
                }
            }
            said += &say!(words, "compare-count", count = differences.len());
            said.push('\n');
            Ok(console.text(&said)?)
        }
    }
}

type Given = alloc::collections::BTreeSet<ProvisionId>;

fn read(
    words: &Words,
    path: &Path,
    console: &mut Console<'_>,
) -> Result<(Expression, Given), Failure> {
    let source = Source::read(words, path)?;
    if Content::of(words, &source)? != Content::Text {
        let text = inputs::base(words, &source, console)?;
        // What a document says nothing of is told by its words, unless it was written here.
        let given = text.provisions.iter().map(|own| own.id).collect();
        return Ok((text, given));
    }
    let is_treaty = path
        .extension()
        .is_some_and(|name| name.eq_ignore_ascii_case("treaty"));
    let parsed = source.parse(!is_treaty);
    let given = parsed.assigned.clone();
    if let Some(expression) = parsed.expression.clone() {
        return Ok((expression, given));
    }
    let said = findings(words, &source.name, &source.text(), &parsed);
    console.err.write_all(said.as_bytes())?;
    let file = source.name.as_str();
    let sentence = say!(words, "rolling-faulty", file = file);
    Err(Failure::new(Kind::Defect, sentence))
}

/// The provisions of the second with the ids of the first, and with the labels that they have there.
fn with_own_labels(
    first: &Expression,
    second: &Expression,
    given: &Given,
) -> Vec<sponsio_text::Provision> {
    let told = matched(first, &second.provisions, given).provisions;
    let labels = second.provisions.iter().map(|own| own.label.clone());
    told.into_iter()
        .zip(labels)
        .map(|(own, label)| sponsio_text::Provision { label, ..own })
        .collect()
}

fn place_in(first: &Expression, second: &Expression, id: ProvisionId) -> String {
    let text = if second.provision(id).is_some() {
        second
    } else {
        first
    };
    place_of(text, id)
}

const fn name(what: &Differs) -> &'static str {
    match what {
        Differs::Gone => "gone",
        Differs::New => "new",
        Differs::Words => "words",
        Differs::Label(..) => "label",
        Differs::Kind => "kind",
        Differs::Place => "place",
    }
}

fn said_of(words: &Words, what: &Differs) -> String {
    let label = |label: Option<&sponsio_text::Label>| {
        label.map_or_else(|| "–".to_owned(), |label| label.text.to_string())
    };
    match what {
        Differs::Label(old, new) => {
            say!(
                words,
                "compare-label",
                old = label(old.as_ref()),
                new = label(new.as_ref())
            )
        }
        _ => words.say(
            &format!("compare-{}", name(what)),
            &fluent_bundle::FluentArgs::new(),
        ),
    }
}

/// A provision of two editions, whose references are said by the labels of each.
struct Editions<'a> {
    first: &'a Expression,
    second: &'a Expression,
    id: ProvisionId,
}

fn marked(editions: &Editions<'_>, sides: &[Side], ink: Ink) -> String {
    let mut line = String::new();
    for side in sides {
        let (tokens, open, close) = match side {
            Side::Same(tokens) => (tokens, "", ""),
            Side::Left(tokens) => (tokens, "[-", "-]"),
            Side::Right(tokens) => (tokens, "{+", "+}"),
        };
        let edition = match side {
            Side::Left(_) => editions.first,
            Side::Same(_) | Side::Right(_) => editions.second,
        };
        let text = words_of(edition, editions.id, tokens);
        let bare = text.trim_start();
        if bare.len() < text.len() {
            line.push(' ');
        }
        let said = format!("{open}{bare}{close}");
        line += &match side {
            Side::Same(_) => said,
            Side::Left(_) => ink.gone(&said),
            Side::Right(_) => ink.new_words(&said),
        };
    }
    line
}

fn row(first: &Expression, second: &Expression, id: ProvisionId, what: &[Differs]) -> Value {
    let text = |edition: &Expression| {
        let own = edition.provision(id)?;
        Some(plain(&own.body.base()))
    };
    json!({
        "provision": id.as_str(),
        "place": place_in(first, second, id),
        "differences": what.iter().map(name).collect::<Vec<_>>(),
        "first": text(first),
        "second": text(second),
    })
}
