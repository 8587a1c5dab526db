//! `sponsio log show`: the entries of a log, one a line.

use clap::Args;
use serde_json::{Value, json};

use sponsio_ledger::entry::Entry;

use crate::args::{RegisterArg, Shared};
use crate::command::desk::find;
use crate::failure::Failure;
use crate::layout::Table;
use crate::place::{Place, PlaceError, wait_for};
use crate::print::Console;
use crate::wording::{Words, place, say};

/// How many entries are read at once.
const AT_ONCE: usize = 4_096;

/// Arguments of `sponsio log show`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
    sponsio log show --register practice\n  \
    sponsio log show --from 20 --json --register practice")]
pub struct Show {
    /// The register
    #[command(flatten)]
    pub register: RegisterArg,
    /// First entry
    #[arg(long, value_name = "SEQ", default_value_t = 0)]
    pub from: u64,
    /// Most entries that are shown
    #[arg(long, value_name = "COUNT", default_value_t = u64::MAX, hide_default_value = true)]
    pub most: u64,
    /// The exact entries as JSON
    #[arg(long)]
    pub json: bool,
}

/// Shows the entries.
pub fn run(args: &Show, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let place = find(&args.register, &words, console)?;
    let said = |error| place::failure(&words, &error);
    let (size, entries) = entries(&place, args).map_err(said)?;
    let rows = entries
        .iter()
        .map(|(seq, bytes)| Entry::at(bytes, place.origin(), *seq))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|refusal| said(refusal.into()))?;
    if args.json {
        let rows: Vec<Value> = rows.iter().map(row_data).collect();
        let shown = json!({ "log": place.origin(), "size": size, "entries": rows });
        return Ok(console.json(&shown)?);
    }
    let mut table = Table {
        header: ["log-seq", "log-recorded", "log-what", "log-mark"]
            .map(|key| say!(words, key))
            .to_vec(),
        rows: Vec::new(),
    };
    table
        .rows
        .extend(rows.iter().map(|entry| cells(&words, entry)));
    Ok(console.text(&table.laid_out(usize::MAX))?)
}

/// How many entries the log has, and those asked for with their places.
type Found = (u64, Vec<(u64, Vec<u8>)>);

fn entries(place: &Place, args: &Show) -> Result<Found, PlaceError> {
    let store = place.reader()?;
    wait_for(async {
        let size = store.open_log(place.origin()).await?.size;
        let until = args.from.saturating_add(args.most).min(size);
        let mut found = Vec::new();
        let mut at = args.from;
        while at < until {
            let most = usize::try_from(until - at).unwrap_or(AT_ONCE).min(AT_ONCE);
            for bytes in store.entries(at, most).await? {
                found.push((at, bytes));
                at += 1;
            }
        }
        Ok((size, found))
    })?
}

/// What an entry says, by the codes of the register.
fn cells(words: &Words, entry: &Entry<'_>) -> Vec<String> {
    let head = &entry.head;
    let (what, mark) = match entry.act() {
        None => (
            say!(
                words,
                "log-confidential",
                visibility = head.visibility.as_str()
            ),
            String::new(),
        ),
        Some(act) => {
            let named = ["treaty", "participant", "code", "path", "done"];
            let named = named.iter().filter_map(|member| act.text(member));
            let parts: Vec<&str> = core::iter::once(act.text("label").unwrap_or(&act.kind))
                .chain(named)
                .collect();
            (parts.join(" "), act.id.to_string())
        }
    };
    vec![head.seq.to_string(), head.recorded.to_string(), what, mark]
}

fn row_data(entry: &Entry<'_>) -> Value {
    let leaf = sponsio_record::Digest::from_bytes(entry.leaf());
    json!({
        "seq": entry.head.seq,
        "leaf": leaf.cited(),
        "entry": serde_json::from_slice::<Value>(entry.bytes()).unwrap_or(Value::Null),
    })
}
