//! A delegation's whole text becomes its proposals: what they are is said first, each is examined before
//! any is tabled, and what the delegation has tabled already is not tabled again.

use std::path::Path;

use serde_json::{Value, json};

use sponsio_depositary::{DeskError, Reader, Recorded, Table};
use sponsio_law::conference::{Conference, Version};
use sponsio_record::ActId;
use sponsio_text::{Expression, ProvisionId, Stand, Target, reference};

use super::{Propose, request};
use crate::args::Shared;
use crate::command::conference::at_desk;
use crate::command::conference::show::proposal::{operations_data, worded};
use crate::command::rolling::inputs::whole;
use crate::command::text::source::Source;
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, place, say};

/// What is done with a whole text.
struct Tabled {
    requests: Vec<Table>,
    recorded: Vec<Recorded>,
    version: Version,
}

/// Tables what a whole text changes, or says what would be tabled.
pub(super) fn run(
    args: &Propose,
    path: &Path,
    shared: &Shared,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let source = Source::read(&words, path)?;
    let code = args.proposer();
    let (conference, base) = on_what(args, &words, console)?;
    let base_name = say!(words, "propose-base", round = &args.round);
    let provisions = whole(&words, &source, (&base_name, &base), &code, console)?;
    let (tabled, stopped) = {
        let (conference, base) = (&conference, &base);
        at_desk(&args.sitting, &words, console, async |desk| {
            let stand = Stand::of(code.clone(), base, &provisions, desk.now(), None);
            let found = conference.version(&args.round, base, &stand, args.together, desk.now());
            let version = match found {
                Ok(version) => version,
                Err(unsaid) => return Ok((Err(unsaid), None)),
            };
            let drawn = version.proposals.iter();
            let requests: Vec<Table> = drawn
                .map(|own| request(args, own.amendments.clone(), own.supersedes))
                .collect();
            for request in &requests {
                desk.preview_table(request)?;
            }
            let (recorded, stopped) = if args.dry_run {
                (Vec::new(), None)
            } else {
                table(&requests, async |request| desk.table(request).await).await
            };
            let tabled = Tabled {
                requests,
                recorded,
                version,
            };
            let register = &desk.state().register;
            let stopped = stopped.map(|error| place::desk(&words, register, &error));
            Ok((Ok(tabled), stopped))
        })?
    };
    let tabled = tabled.map_err(|unsaid| unsayable(&words, &source.name, &base, &unsaid))?;
    if args.sitting.json {
        console.json(&data(args, &tabled))?;
    } else {
        let said = sentences(&words, args, &source.name, &tabled, console.width);
        console.text(&said)?;
    }
    match stopped {
        None => Ok(()),
        Some(failure) => {
            let (done, of) = (tabled.recorded.len(), tabled.requests.len());
            Err(failure.with_hint(say!(words, "propose-stopped-hint", done = done, of = of)))
        }
    }
}

/// Tables one after the other; what stops it is told with what was done.
async fn table(
    requests: &[Table],
    ask: impl AsyncFn(Table) -> Result<Recorded, DeskError>,
) -> (Vec<Recorded>, Option<DeskError>) {
    let mut recorded = Vec::new();
    for request in requests {
        match ask(request.clone()).await {
            Ok(done) => recorded.push(done),
            Err(error) => return (recorded, Some(error)),
        }
    }
    (recorded, None)
}

/// Returns the conference as the delegation reads it, and the text on which the round rests.
fn on_what(
    args: &Propose,
    words: &Words,
    console: &mut Console<'_>,
) -> Result<(Conference, Expression), Failure> {
    let reader = if args.chair || args.through_chair {
        Reader::Presidency
    } else {
        Reader::Delegation(args.proposer())
    };
    let (conference, base) = at_desk(&args.sitting, words, console, async |desk| {
        let view = desk.view(&args.conference, &reader).await?;
        let base = match view.round(&args.round) {
            Some(round) => {
                let base = &round.opened.base;
                desk.revision_text(&view, base, &args.language, &reader)
                    .await?
            }
            None => None,
        };
        Ok((view, base))
    })?;
    if conference.round(&args.round).is_none() {
        let sentence = say!(words, "conference-no-round", round = &args.round);
        return Err(Failure::new(Kind::NotFound, sentence));
    }
    let base = base.ok_or_else(|| {
        let language = args.language.as_str();
        let sentence = say!(words, "convergence-no-text", language = language);
        Failure::new(Kind::NotFound, sentence)
    })?;
    Ok((conference, base))
}

/// What no proposal can say is refused by name: nothing of a text is dropped.
fn unsayable(words: &Words, file: &str, base: &Expression, unsaid: &[ProvisionId]) -> Failure {
    let count = unsaid.len();
    let sentence = say!(words, "propose-unsaid", file = file, count = count);
    let mut failure = Failure::new(Kind::Refused, sentence);
    for id in unsaid.iter().take(20) {
        let place = reference(base, *id, &Target::ProvisionInFull(*id));
        failure =
            failure.with_hint(place.map_or_else(|| id.to_string(), |at| format!("{id} {at}")));
    }
    failure.with_hint(say!(words, "propose-unsaid-hint"))
}

fn marks<'a>(all: impl IntoIterator<Item = &'a ActId>) -> Vec<String> {
    all.into_iter().map(ActId::to_string).collect()
}

fn data(args: &Propose, tabled: &Tabled) -> Value {
    let mut recorded = tabled.recorded.iter();
    let proposals = tabled.requests.iter().map(|request| {
        let done = recorded.next();
        json!({
            "seq": done.map(|done| done.seq),
            "id": done.map(|done| done.act.to_string()),
            "recorded": done.map(|done| done.recorded.to_string()),
            "supersedes": request.supersedes.map(|of| of.to_string()),
            "operations": operations_data(&request.operations),
        })
    });
    json!({
        "dry_run": args.dry_run,
        "round": args.round,
        "as": args.proposer().as_str(),
        "language": args.language.as_str(),
        "proposals": proposals.collect::<Vec<_>>(),
        "already_tabled": marks(&tabled.version.again),
        "not_in_the_text": marks(&tabled.version.left),
    })
}

fn sentences(words: &Words, args: &Propose, file: &str, tabled: &Tabled, width: usize) -> String {
    let (code, count) = (args.proposer(), tabled.requests.len());
    let code = code.as_str();
    let key = if args.dry_run {
        "propose-would"
    } else {
        "propose-tabled"
    };
    let said = say!(words, key, file = file, code = code, count = count);
    let mut said = paragraph(&said, width);
    let mut recorded = tabled.recorded.iter();
    for request in &tabled.requests {
        said += &worded(words, &request.operations, &request.reason, width);
        if let Some(of) = request.supersedes {
            let line = say!(words, "propose-supersedes", of = of.to_string());
            said += &paragraph(&line, width);
        }
        if let Some(done) = recorded.next() {
            let (seq, mark) = (done.seq, done.act.to_string());
            let line = say!(words, "conference-done", seq = seq, mark = mark);
            said += &paragraph(&line, width);
        }
    }
    let again = marks(&tabled.version.again);
    if !again.is_empty() {
        let line = say!(words, "propose-again", marks = again.join(", "));
        said += &paragraph(&line, width);
    }
    let left = marks(&tabled.version.left);
    if !left.is_empty() {
        let line = say!(words, "propose-left", marks = left.join(", "), code = code);
        said += &paragraph(&line, width);
    }
    said
}
