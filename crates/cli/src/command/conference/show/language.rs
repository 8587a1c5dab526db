//! How far each language of a text is: which provisions are not certified, which proposals wait for their
//! translation, and the notes of those who review.

use alloc::collections::BTreeMap;

use serde_json::{Value, json};

use sponsio_law::conference::{Conference, Place, Translation};
use sponsio_record::ConferenceId;
use sponsio_text::Language;

use crate::args::Shared;
use crate::command::conference::reader::{ReaderArgs, view};
use crate::command::conference::show::proposal;
use crate::failure::Failure;
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

/// Prints how far the languages are.
pub(in crate::command::conference) fn run(
    id: &ConferenceId,
    args: &ReaderArgs,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let (conference, _) = view(id, args, shared, console)?;
    if args.json {
        return Ok(console.json(&data(&conference))?);
    }
    let mut said = String::new();
    for (language, counts) in counted(&conference) {
        let counts = counts.iter().map(|(state, count)| {
            let state = say!(words, &format!("translation-{state}"));
            format!("{count} {state}")
        });
        let counts: Vec<String> = counts.collect();
        let line = say!(
            words,
            "language-line",
            language = language.as_str(),
            counts = counts.join(", ")
        );
        said += &paragraph(&line, console.width);
    }
    for place in conference.uncertified() {
        if let Some((_, translation)) = conference.translations().find(|(at, _)| **at == place) {
            said += &paragraph(&behind(&words, &place, translation), console.width);
        }
    }
    said += &pending(&words, &conference, None, console.width);
    let notes: Vec<String> = conference
        .concordance_notes()
        .map(|note| proposal::line(&words, note))
        .collect();
    if !notes.is_empty() {
        said += &paragraph(&say!(words, "language-notes"), console.width);
        for note in notes {
            said += &paragraph(&note, console.width);
        }
    }
    Ok(console.text(&said)?)
}

/// Returns the lines that say which proposals wait for their translation, into one language or any.
pub(in crate::command::conference) fn pending(
    words: &Words,
    conference: &Conference,
    into: Option<&Language>,
    width: usize,
) -> String {
    let mut said = String::new();
    for pending in conference.pending_translations() {
        for missing in &pending.missing {
            if into.is_some_and(|language| language != missing) {
                continue;
            }
            let line = say!(
                words,
                "language-pending",
                language = missing.as_str(),
                provision = pending.provision.as_str(),
                by = pending.by.as_str(),
                from = pending.language.as_str(),
                of = pending.of.to_string()
            );
            said += &paragraph(&line, width);
        }
    }
    said
}

fn counted(conference: &Conference) -> BTreeMap<&Language, BTreeMap<&'static str, usize>> {
    let mut counts: BTreeMap<&Language, BTreeMap<&'static str, usize>> = BTreeMap::new();
    for (place, translation) in conference.translations() {
        let of_language = counts.entry(&place.language).or_default();
        *of_language.entry(translation.state.label()).or_default() += 1;
    }
    counts
}

fn behind(words: &Words, place: &Place, translation: &Translation) -> String {
    let state = say!(words, &format!("translation-{}", translation.state.label()));
    let from = translation.made_from.as_ref();
    let (from, digest) = from.map_or_else(
        || (String::from("-"), String::from("-")),
        |(language, digest)| (language.to_string(), digest.cited()),
    );
    say!(
        words,
        "language-behind",
        place = place.to_string(),
        state = state,
        from = from,
        digest = digest
    )
}

fn data(conference: &Conference) -> Value {
    let places = conference.translations().map(|(place, translation)| {
        json!({
            "provision": place.provision.as_str(),
            "language": place.language.as_str(),
            "state": translation.state.label(),
            "since": translation.since.to_string(),
            "reviewer": translation.reviewer,
            "made_from": translation.made_from.as_ref().map(|(language, digest)| json!({
                "language": language.as_str(),
                "content": digest.cited(),
            })),
        })
    });
    let pending = conference.pending_translations().into_iter().map(|one| {
        json!({
            "proposal": one.of.to_string(),
            "by": one.by.as_str(),
            "provision": one.provision.as_str(),
            "language": one.language.as_str(),
            "missing": one.missing.iter().map(Language::as_str).collect::<Vec<_>>(),
        })
    });
    let notes = conference.concordance_notes();
    json!({
        "conference": conference.id.as_str(),
        "places": places.collect::<Vec<_>>(),
        "uncertified": conference.uncertified().iter().map(ToString::to_string).collect::<Vec<_>>(),
        "pending": pending.collect::<Vec<_>>(),
        "concordance_notes": notes.map(proposal::data).collect::<Vec<_>>(),
    })
}
