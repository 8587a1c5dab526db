//! What a statement is made of: passages that a reader of reports proposes, or that are given by hand.

use serde_json::Value;

use sponsio_law::calendar::{self, Date};
use sponsio_law::conference::{Capacity, Quote, StatementKind};
use sponsio_text::report::unmarked;

use crate::command::conference::statement::record::RecordArgs;
use crate::command::desk::args::read_text;
use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

/// A passage as a reader of reports proposes it. Places are Unicode scalars.
pub(super) struct Proposed {
    pub quote: String,
    pub start: usize,
    pub end: usize,
    pub direct: bool,
    pub speaker: Option<String>,
    pub kind: Option<StatementKind>,
    pub doubtful: bool,
    pub day: Option<Date>,
    pub place: String,
    pub occasion: String,
    pub audience: String,
    heading: bool,
}

impl Proposed {
    fn read(value: &Value) -> Option<Self> {
        let is = |name: &str| value[name].as_bool().unwrap_or(false);
        let words = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        let quote = value["quote"].as_str()?.to_owned();
        let start = usize::try_from(value["start"].as_u64()?).ok()?;
        let end = value["end"]
            .as_u64()
            .and_then(|end| usize::try_from(end).ok());
        Some(Self {
            start,
            end: end.unwrap_or_else(|| start.saturating_add(quote.chars().count())),
            quote,
            day: value["day"].as_str().and_then(calendar::parse),
            place: words("place"),
            occasion: words("occasion"),
            audience: words("audience"),
            direct: value["direct"].as_bool()?,
            speaker: value["speaker"].as_str().map(str::to_owned),
            kind: value["kind"].as_str().and_then(StatementKind::from_label),
            doubtful: is("doubtful"),
            heading: is("heading"),
        })
    }
}

/// Reads the objects of a draft that are this statement. A headline is kept apart from what was said.
pub(super) fn proposed(args: &RecordArgs, words: &Words) -> Result<Vec<Proposed>, Failure> {
    let Some(path) = &args.from else {
        return Ok(Vec::new());
    };
    let unread = |why: String| usage(say!(words, "statement-no-draft", why = why));
    let draft: Vec<Value> = serde_json::from_str(&read_text(words, path)?)
        .map_err(|error| unread(error.to_string()))?;
    let mut chosen = Vec::new();
    // Counted from 1, as `report read` numbers them for people.
    for (nth, value) in (1..).zip(&draft) {
        if args.item.contains(&nth) {
            let one = Proposed::read(value).ok_or_else(|| unread(nth.to_string()))?;
            if one.heading {
                return Err(usage(say!(words, "statement-heading", nth = nth)));
            }
            chosen.push(one);
        }
    }
    if chosen.len() != args.item.len() {
        return Err(unread(format!("{:?}", args.item)));
    }
    Ok(chosen)
}

/// Returns where words stand, if they stand there once.
pub(super) fn only(report: &str, given: &str, words: &Words) -> Result<usize, Failure> {
    let mut places = report.match_indices(given);
    match (places.next(), places.next()) {
        (Some((at, _)), None) if !given.is_empty() => Ok(at),
        (None, _) => Err(usage(say!(words, "statement-not-there", quote = given))),
        _ => Err(usage(say!(
            words,
            "statement-more-than-once",
            quote = given
        ))),
    }
}

/// Returns a passage at its place.
pub(super) fn quote(start: usize, text: &str, direct: bool) -> Quote {
    Quote {
        start: start as u64,
        text: text.to_owned(),
        written: String::new(),
        direct,
    }
}

/// Returns what stands in a stretch of bytes: of HTML the words without its markup.
pub(super) fn stretch(report: &str, start: usize, end: usize, direct: bool) -> Option<Quote> {
    let written = report.get(start..end)?;
    let words = unmarked(report, written).filter(|words| words != written);
    Some(match words {
        Some(words) => Quote {
            written: written.to_owned(),
            ..quote(start, &words, direct)
        },
        None => quote(start, written, direct),
    })
}

/// Returns the passage of a draft, whose places are Unicode scalars. Where other words stand at its place
/// it is returned as the draft has it, and refused.
pub(super) fn drafted(report: &str, one: &Proposed) -> Quote {
    let byte = |nth: usize| report.char_indices().nth(nth).map(|(at, _)| at);
    let (start, end) = (
        byte(one.start).unwrap_or(report.len()),
        byte(one.end).unwrap_or(report.len()),
    );
    let found = stretch(report, start, end, one.direct).filter(|found| found.text == one.quote);
    found.unwrap_or_else(|| quote(start, &one.quote, one.direct))
}

/// Returns a refusal of what was asked.
pub(super) fn usage(sentence: String) -> Failure {
    Failure::new(Kind::Usage, sentence)
}

/// Reads a span, in bytes.
pub(super) fn span(text: &str) -> Result<(usize, usize), String> {
    let (start, end) = text.split_once('-').ok_or("START-END, in bytes")?;
    match (start.parse(), end.parse()) {
        (Ok(start), Ok(end)) if start < end => Ok((start, end)),
        _ => Err("START-END, in bytes".to_owned()),
    }
}

/// Reads a capacity.
pub(in crate::command::conference) fn capacity(text: &str) -> Result<Capacity, String> {
    Capacity::from_label(text).ok_or_else(|| {
        let labels: Vec<_> = Capacity::ALL.iter().map(|one| one.label()).collect();
        labels.join(", ")
    })
}

/// Reads a kind.
pub(super) fn kind(text: &str) -> Result<StatementKind, String> {
    StatementKind::from_label(text).ok_or_else(|| {
        let labels: Vec<_> = StatementKind::ALL.iter().map(|one| one.label()).collect();
        labels.join(", ")
    })
}
