//! `sponsio package`: provisions that are agreed together or not at all.

use alloc::collections::BTreeSet;

use clap::{Args, Subcommand};
use serde_json::json;

use sponsio_law::conference::{PackageDissolved, PackageOpened, Place, Step};
use sponsio_record::ConferenceId;
use sponsio_text::Language;

use crate::args::Shared;
use crate::command::conference::reader::{ShowArgs, view};
use crate::command::conference::show::standing;
use crate::command::conference::{StepArgs, conference_id, step};
use crate::failure::Failure;
use crate::layout::{labelled, paragraph};
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done with packages.
#[derive(Debug, Subcommand)]
#[command(after_help = "Examples:\n  \
    sponsio package open guarantees finance --of k7m2qy:en --of k7m2qz:en\n  \
    sponsio provision agree guarantees k7m2qy en --package finance\n  \
    sponsio package show guarantees")]
pub enum PackageCommand {
    /// Bind provisions together: none is agreed until all are
    Open(Open),
    /// Dissolve a package; what was agreed in it is open again
    Dissolve(Dissolve),
    /// Show the packages and what each still lacks
    Show(ShowArgs),
}

/// Arguments of `sponsio package open`.
#[derive(Debug, Args)]
pub struct Open {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the package
    pub name: String,
    /// What belongs to it: the id of a provision and a language, as k7m2qy:en; repeat for each
    #[arg(long, value_name = "ID:TAG", required = true, value_parser = place)]
    pub of: Vec<Place>,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Arguments of `sponsio package dissolve`.
#[derive(Debug, Args)]
pub struct Dissolve {
    /// The conference
    #[arg(value_parser = conference_id)]
    pub conference: ConferenceId,
    /// The name of the package
    pub name: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// How it is recorded
    #[command(flatten)]
    pub step: StepArgs,
}

/// Runs a command on packages.
pub fn run(
    command: &PackageCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match command {
        PackageCommand::Open(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::PackageOpened(PackageOpened {
                    name: args.name.clone(),
                    places: args.of.iter().cloned().collect::<BTreeSet<_>>(),
                }))
            })
        }
        PackageCommand::Dissolve(args) => {
            step(&args.step, shared, console, &args.conference, |_, _| {
                Ok(Step::PackageDissolved(PackageDissolved {
                    name: args.name.clone(),
                    reason: args.reason.clone(),
                }))
            })
        }
        PackageCommand::Show(args) => show(args, shared, console),
    }
}

fn show(args: &ShowArgs, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, now) = view(&args.conference, &args.reader, shared, console)?;
    let state = |package: &sponsio_law::conference::Package| {
        if package.dissolved.is_some() {
            "dissolved"
        } else if conference.is_closed(package, now) {
            "closed"
        } else {
            "open"
        }
    };
    if args.reader.json {
        let packages = conference.packages().map(|package| {
            let places = package.opened.places.iter().map(|place| {
                json!({
                    "provision": place.provision.as_str(),
                    "language": place.language.as_str(),
                    "standing": standing::data(conference.standing(place, now).as_ref()),
                })
            });
            json!({
                "package": package.opened.name,
                "state": state(package),
                "opened": package.at.to_string(),
                "places": places.collect::<Vec<_>>(),
            })
        });
        return Ok(console.json(&json!({ "packages": packages.collect::<Vec<_>>() }))?);
    }
    let mut said = String::new();
    for package in conference.packages() {
        let (name, state) = (&package.opened.name, state(package));
        let state = say!(words, &format!("package-{state}"));
        let line = say!(words, "package-line", name = name, state = state);
        said += &paragraph(&line, console.width);
        let rows = package.opened.places.iter().map(|place| {
            let standing = conference.standing(place, now);
            let said = standing::sentence(&words, standing.as_ref());
            (format!("  {place}"), said)
        });
        said += &labelled(&rows.collect::<Vec<_>>(), usize::MAX);
    }
    if said.is_empty() {
        said = paragraph(&say!(words, "package-none"), console.width);
    }
    Ok(console.text(&said)?)
}

/// Reads a provision and a language, as `k7m2qy:en`.
fn place(text: &str) -> Result<Place, String> {
    let wrong = || "the id of a provision and a language, as k7m2qy:en".to_owned();
    let (id, language) = text.split_once(':').ok_or_else(wrong)?;
    Ok(Place {
        provision: id.parse().map_err(|_| wrong())?,
        language: Language::new(language).map_err(|_| wrong())?,
    })
}
