//! What was read in a report, as data. Offsets count Unicode scalar values of the file; of HTML they
//! lead to the stretch of the file from which the words came.

use serde_json::{Value, json};
use sponsio_text::report::{Circumstance, Passage, Reading, Span};

/// Returns a list with one object for each passage.
pub fn passages(source: &str, reading: &Reading) -> Value {
    let spans: Vec<Span> = reading
        .passages
        .iter()
        .map(|passage| reading.text.source(&passage.span))
        .collect();
    let places = scalars(source, spans.iter().flat_map(|span| [span.start, span.end]));
    let one = |(passage, span): (&Passage, &Span)| {
        let at = |byte: usize| {
            let found = places.binary_search_by_key(&byte, |(known, _)| *known);
            found.map_or(0, |found| places[found].1)
        };
        passage_data(passage, reading, (at(span.start), at(span.end)), span)
    };
    reading.passages.iter().zip(&spans).map(one).collect()
}

fn passage_data(
    passage: &Passage,
    reading: &Reading,
    (start, end): (usize, usize),
    source: &Span,
) -> Value {
    let words = |span: &Option<Span>| span.as_ref().map(|span| reading.words(span).to_owned());
    let setting = &passage.setting;
    let part = |part: &Option<Circumstance>| {
        part.as_ref()
            .map(|part| reading.words(&part.span).to_owned())
    };
    let parts = [
        ("place", &setting.place),
        ("occasion", &setting.occasion),
        ("time", &setting.time),
        ("audience", &setting.audience),
    ];
    let carried = parts
        .into_iter()
        .filter_map(|(name, part)| part.as_ref().filter(|part| part.is_carried).map(|_| name));
    json!({
        "quote": reading.words(&passage.span),
        "start": start,
        "end": end,
        "direct": passage.is_direct,
        "speaker": passage.speaker,
        "verb": words(&passage.verb),
        "kind": passage.kind.name(),
        "doubtful": passage.doubt.is_some(),
        "heading": passage.is_heading,
        "named": words(&passage.named),
        "capacity": passage.capacity,
        "rests_on": words(&passage.rests_on),
        "doubt": passage.doubt.map(sponsio_text::report::Doubt::name),
        "repeats": passage.repeats,
        "cited": passage.cited.iter().map(|cited| json!({
            "name": cited.name,
            "named": reading.words(&cited.named),
            "verb": reading.words(&cited.verb),
        })).collect::<Vec<_>>(),
        "place": part(&setting.place),
        "occasion": part(&setting.occasion),
        "time": part(&setting.time),
        "audience": part(&setting.audience),
        "carried": carried.collect::<Vec<_>>(),
        "day": setting.day.map(|day| day.to_string()),
        "date": reading.date.map(|day| day.to_string()),
        "bytes": [source.start, source.end],
    })
}

/// Returns how many scalar values stand before each of these places, in order of the places.
fn scalars(text: &str, places: impl Iterator<Item = usize>) -> Vec<(usize, usize)> {
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    places.dedup();
    let (mut from, mut count) = (0, 0);
    places
        .into_iter()
        .map(|at| {
            count += text
                .get(from..at)
                .map_or(0, |stretch| stretch.chars().count());
            from = at;
            (at, count)
        })
        .collect()
}
