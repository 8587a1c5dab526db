//! A step from words to law as a sentence: what is done, what is open, what to do next.

use sponsio_law::clause::truth::Truth;
use sponsio_law::guarantee::binding::Heads;
use sponsio_law::guarantee::{Coverage, LegalForce, Row, Rung};
use sponsio_law::register::{PartyIndex, Register};

use crate::wording::guarantee::force;
use crate::wording::{Voice, answer, say};

/// The most participants that one line names.
const MOST_NAMED: usize = 8;

/// Returns a step as a sentence.
pub fn rung(
    voice: Voice<'_>,
    register: &Register,
    coverage: &Coverage,
    row: &Row,
    rung: &Rung,
) -> String {
    let words = voice.words;
    let history = &coverage.treaties[row.treaty].history;
    match rung {
        Rung::Words { statement } => {
            let treaty = register.treaty(history.treaty);
            let line = treaty.statement(*statement).map_or(0, |found| found.line);
            say!(words, "rung-words", name = &row.promise.name, line = line)
        }
        Rung::Complete { gaps } => say!(words, "rung-complete", count = gaps.len()),
        Rung::FinalClauses { lacks } => say!(words, "rung-final-clauses", count = lacks.len()),
        Rung::Adopted { on: Some(day) } => say!(words, "rung-adopted", day = *day),
        Rung::Adopted { on: None } => say!(words, "rung-adopted-not"),
        Rung::Signed(found) => heads(voice, register, "signed", found),
        Rung::GuarantorsConsented(found) => heads(voice, register, "guarantors", found),
        Rung::BeneficiariesConsented(found) => heads(voice, register, "beneficiaries", found),
        Rung::Assent { presumed, needed } if needed.is_empty() => {
            say!(
                words,
                "rung-assent-presumed",
                who = names(voice, register, presumed)
            )
        }
        Rung::Assent { needed, .. } => {
            say!(
                words,
                "rung-assent-needed",
                who = names(voice, register, needed)
            )
        }
        Rung::InForce { .. } => answer::force(voice, register, history, coverage.at),
        Rung::Linked { treaty, in_force } => {
            let state = match in_force {
                Truth::True => "yes",
                Truth::False => "no",
                Truth::Unknown => "unknown",
            };
            say!(
                words,
                "rung-linked",
                treaty = treaty.as_str(),
                state = state
            )
        }
        Rung::Law { force: stated } => {
            let state = match stated {
                LegalForce::Treaty | LegalForce::UnilateralAct => "law",
                LegalForce::Political => "political",
                LegalForce::Contested => "contested",
            };
            say!(
                words,
                "rung-law",
                force = force(words, *stated),
                state = state
            )
        }
        Rung::Bound {
            bound,
            named,
            unknown,
        } => say!(
            words,
            "rung-bound",
            bound = *bound,
            named = *named,
            unknown = *unknown
        ),
    }
}

fn heads(voice: Voice<'_>, register: &Register, step: &str, heads: &Heads) -> String {
    let words = voice.words;
    let done = heads.done.len();
    let all = done + heads.open.len() + heads.unknown.len();
    let mut said = say!(words, &format!("rung-{step}"), done = done, all = all);
    if !heads.open.is_empty() {
        let who = names(voice, register, &heads.open);
        said = format!("{said} {}", say!(words, "rung-open", who = who));
    }
    if !heads.unknown.is_empty() {
        let who = names(voice, register, &heads.unknown);
        said = format!("{said} {}", say!(words, "rung-unknown", who = who));
    }
    said
}

fn names(voice: Voice<'_>, register: &Register, parties: &[PartyIndex]) -> String {
    let first = parties.iter().take(MOST_NAMED);
    let named: Vec<String> = first.map(|one| voice.party(register, *one)).collect();
    match parties.len().saturating_sub(MOST_NAMED) {
        0 => voice.words.list(&named),
        more => say!(
            voice.words,
            "and-more",
            first = named.join(", "),
            count = more
        ),
    }
}
