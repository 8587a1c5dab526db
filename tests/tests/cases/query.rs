//! What an `expect` block may ask, each with `[to TREATY] [known DATE] [announced]`:
//! `status PARTICIPANT DATE`, `in force [on DATE]`, `provisionally in force [on DATE]`, `start PARTICIPANT` (of its latest consent), `remarks`
//! (on the acts as recorded). What may be asked of guarantees stands in `guarantee`.

use core::fmt::Write as _;

use libtest_mimic::Failed;
use sponsio_law::clause::truth::Truth;
use sponsio_law::register::{PartyIndex, Register, TreatyIndex};
use sponsio_law::status::history::{Force, History, Lens, Start, View};
use sponsio_record::{ParticipantId, TreatyId};

use super::case::date;

/// Whether this line of an expectation asks something.
pub(crate) fn is_query(line: &str) -> bool {
    super::guarantee::is_query(line)
        || ["status ", "in force", "provisionally", "start ", "remarks"]
            .iter()
            .any(|word| line.starts_with(word))
}

/// Returns what the law replies to a question.
pub(crate) fn reply(register: &Register, question: &str) -> Result<String, Failed> {
    let mut lens = Lens::default();
    let mut treaty = register.treaties().first().map(|treaty| treaty.id.clone());
    let mut asked = Vec::new();
    let mut words = question.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "known" => lens.known = Some(date(words.next().ok_or("known when?")?)?),
            "to" => treaty = Some(TreatyId::new(words.next().ok_or("to what?")?)?),
            "announced" => lens.view = View::Announced,
            word => asked.push(word),
        }
    }
    let place = treaty
        .and_then(|id| register.treaty_place(&id))
        .ok_or("no such treaty")?;
    match asked.as_slice() {
        ["status", code, at] => status(register, place, party(register, code)?, at, lens),
        ["in", "force"] => Ok(force(register.history(place, lens).force())),
        ["in", "force", "on", at] => {
            let truth = register.history(place, lens).in_force_on(date(at)?);
            Ok(said(truth).into())
        }
        ["provisionally", "in", "force"] => {
            let history = register.history(place, lens);
            Ok(history.provisional.map_or_else(
                || "no clause".into(),
                |provisional| force(&provisional.force),
            ))
        }
        ["provisionally", "in", "force", "on", at] => {
            let history = register.history(place, lens);
            let provisional = history.provisional.ok_or("there is no such clause")?;
            Ok(said(provisional.on(date(at)?)).into())
        }
        ["start", code] => Ok(start(
            &register.history(place, lens),
            party(register, code)?,
        )),
        ["remarks"] => remarks(register, place),
        [
            "guarantee" | "coverage" | "returned" | "closings" | "missing",
            ..,
        ] => super::guarantee::reply(register, place, lens, &asked),
        _ => Err(format!("not understood: {question}").into()),
    }
}

fn party(register: &Register, code: &str) -> Result<PartyIndex, Failed> {
    let id = ParticipantId::new(code)?;
    register
        .party(&id)
        .ok_or_else(|| format!("no such participant: {code}").into())
}

fn status(
    register: &Register,
    treaty: TreatyIndex,
    party: PartyIndex,
    at: &str,
    lens: Lens,
) -> Result<String, Failed> {
    let answer = register.status(treaty, party, date(at)?, lens);
    let mut words = String::from(answer.position.standing.label());
    if let Some(since) = answer.position.since {
        write!(words, " since {since}")?;
    }
    match answer.known_to {
        Some(known_to) if answer.beyond => {
            write!(words, ", not known after {known_to}")?;
        }
        None => words.push_str(", nothing known"),
        Some(_) => {}
    }
    Ok(words)
}

const fn said(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "yes",
        Truth::False => "no",
        Truth::Unknown => "not known",
    }
}

fn force(force: &Force) -> String {
    match force {
        Force::InForce { since, .. } => since.to_string(),
        Force::NotInForce => "no".into(),
        Force::Undetermined {
            not_before: Some(bound),
            ..
        } => format!("undetermined, not before {bound}"),
        Force::Undetermined {
            not_before: None, ..
        } => "undetermined".into(),
        Force::NoRule => "no rule".into(),
    }
}

fn start(history: &History, party: PartyIndex) -> String {
    match history.effects_of(party).last().map(|effect| effect.start) {
        None => "no consent".into(),
        Some(Start::On(day)) => day.to_string(),
        Some(Start::NotYet) => "not yet".into(),
        Some(Start::Never) => "never".into(),
        Some(Start::Undetermined(Some(bound))) => format!("undetermined, not before {bound}"),
        Some(Start::Undetermined(None)) => "undetermined".into(),
    }
}

fn remarks(register: &Register, treaty: TreatyIndex) -> Result<String, Failed> {
    let remarks = register.remarks(treaty);
    let mut words = remarks.len().to_string();
    for remark in &remarks {
        let participant = remark.participant.as_ref();
        let author = participant.map_or_else(String::new, |author| format!(" of {author}"));
        write!(
            words,
            "\n  remark {}{author}: {} ({})",
            remark.code(),
            remark.concern,
            remark.rule()
        )?;
    }
    Ok(words)
}
