//! `sponsio rule confirm`: somebody has read a rule beside the words under which it stands, and binds it to
//! them. When the words change the binding no longer fits (T410), and the rule counts as unconfirmed.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use sponsio_text::view::plain;
use sponsio_text::{Expression, Provision, ProvisionId, content_digest};

use crate::args::Shared;
use crate::command::conference::round::provision;
use crate::command::rolling::printed::{label_of, words_of};
use crate::command::text::fmt::{refuse, write};
use crate::command::text::rules;
use crate::command::text::source::Source;
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

/// What can be done with the rules of a text.
#[derive(Debug, Subcommand)]
pub enum RuleCommand {
    /// Bind rules to the words under which they stand, once somebody has read both
    Confirm(Confirm),
}

/// Arguments of `sponsio rule confirm`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio rule confirm guarantees.en.treaty\n  \
    sponsio rule confirm guarantees.en.treaty 7par21 --write")]
pub struct Confirm {
    /// The text in the language of its rules
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Provisions whose rules are confirmed; all whose rule is not, if none is named
    #[arg(value_name = "ID", value_parser = provision)]
    pub provisions: Vec<ProvisionId>,
    /// Write the file; otherwise rule and words are shown beside each other
    #[arg(long)]
    pub write: bool,
    /// Answer as JSON
    #[arg(long)]
    pub json: bool,
}

/// Runs a command on rules.
pub fn run(
    command: &RuleCommand,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let RuleCommand::Confirm(args) = command;
    let words = Words::new(shared.lang);
    let source = Source::read(&words, &args.file)?;
    let parsed = source.parse(false);
    let sources = [source];
    let texts = [parsed];
    refuse(&words, &sources, &texts, console)?;
    let ([source], [parsed]) = (sources, texts);
    let Some(text) = parsed.expression else {
        return Ok(());
    };
    let misruled = rules::misruled(&words, &text, &source.text());
    if !misruled.is_empty() {
        let said = rules::said(&words, &source.name, &source.text(), &misruled);
        console.err.write_all(said.as_bytes())?;
        return Err(Failure::new(Kind::Defect, say!(words, "text-errors")));
    }
    let named = meant(&words, &args.provisions, &text.provisions)?;
    // From the last to the first: the lines above stay where they are.
    let mut last_first = named.clone();
    last_first.sort_by_key(|own| core::cmp::Reverse(own.rules.lines.first().map(|line| line.line)));
    let bound = last_first
        .iter()
        .fold(source.text(), |text, own| bind(&text, own));
    if args.write && !named.is_empty() {
        write(&words, source.path(), bound.as_bytes())?;
    }
    if args.json {
        let rules: Vec<Value> = named.iter().map(|own| data(own)).collect();
        let answer = json!({ "file": source.name, "written": args.write, "rules": rules });
        return Ok(console.json(&answer)?);
    }
    let mut said = String::new();
    for own in &named {
        said += &beside(&words, &text, own, console.width);
    }
    let key = match (named.is_empty(), args.write) {
        (true, _) => "rule-none",
        (false, true) => "rule-written",
        (false, false) => "rule-not-written",
    };
    let file = source.name.as_str();
    let mut facts = fluent_bundle::FluentArgs::new();
    facts.set("file", file);
    facts.set("count", named.len());
    said += &paragraph(&words.say(key, &facts), console.width);
    Ok(console.text(&said)?)
}

/// Returns the provisions that are meant: those that are named, or all whose rule is not confirmed.
fn meant<'t>(
    words: &Words,
    named: &[ProvisionId],
    provisions: &'t [Provision],
) -> Result<Vec<&'t Provision>, Failure> {
    let ruled = |own: &&Provision| !own.rules.lines.is_empty();
    if named.is_empty() {
        let all = provisions.iter().filter(ruled);
        return Ok(all
            .filter(|own| own.rules.bound != Some(digits(own)))
            .collect());
    }
    let found = named.iter().map(|id| {
        let found = provisions.iter().filter(ruled).find(|own| own.id == *id);
        found.ok_or_else(|| {
            let sentence = say!(words, "rule-not-found", id = id.to_string());
            Failure::new(Kind::NotFound, sentence)
        })
    });
    found.collect()
}

/// The first eight digits of the digest of what a provision says.
fn digits(own: &Provision) -> [u8; 4] {
    let digest = content_digest(&own.body);
    let [a, b, c, d, ..] = *digest.as_bytes();
    [a, b, c, d]
}

fn hex(own: &Provision) -> String {
    format!("{:08x}", u32::from_be_bytes(digits(own)))
}

/// Puts the binding under the rule of a provision, in the place of one that was there. Everything else of
/// the file stays as it is.
fn bind(text: &str, own: &Provision) -> String {
    let Some(last) = own.rules.lines.iter().map(|line| line.line).max() else {
        return text.to_owned();
    };
    let Ok(last) = usize::try_from(last) else {
        return text.to_owned();
    };
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut rule = lines
        .get(last - 1)
        .map_or(String::new(), |line| (*line).to_owned());
    if !rule.ends_with('\n') {
        rule += ending;
    }
    let binding = format!("{rule}|= {}{ending}", hex(own));
    let is_bound = lines.get(last).is_some_and(|line| line.starts_with("|= "));
    lines.splice(last - 1..last + usize::from(is_bound), [binding.as_str()]);
    lines.concat()
}

/// Returns the words of a provision and the rule that stands under them, to be read together.
fn beside(words: &Words, text: &Expression, own: &Provision, width: usize) -> String {
    let shown = label_of(text, own) + &words_of(text, own.id, &own.body.base());
    let mut said = paragraph(&say!(words, "rule-of", id = own.id.to_string()), width);
    said += &paragraph(&shown, width);
    let lines = own.rules.lines.iter();
    said.extend(lines.map(|line| format!("    | {}\n", line.text)));
    said.extend([format!("    |= {}\n\n", hex(own))]);
    said
}

fn data(own: &Provision) -> Value {
    json!({
        "provision": own.id.to_string(),
        "text": plain(&own.body.base()),
        "rule": own.rules.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(),
        "bound_before": own.rules.bound.map(|digits| format!("{:08x}", u32::from_be_bytes(digits))),
        "bound": hex(own),
    })
}
