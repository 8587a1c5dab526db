//! The matrix as one value (JSON): promises with their cells beside the status of each participant, from
//! which every cell derives.

use serde_json::{Value, json};

use sponsio_law::guarantee::{Account, Closing, Condition, Mark, Row, account, closings};

use super::question::Matrix;
use crate::json::derivation::steps;
use crate::json::history::{effect, force as in_force};
use crate::layout::untied;
use crate::wording::guarantee::{closing, sentence};
use crate::wording::rule;

/// Returns the matrix as one value.
pub(crate) fn data(answered: Matrix<'_>) -> Value {
    let coverage = answered.coverage;
    let members = (0..coverage.members.len()).map(|at| answered.code(at));
    let open = coverage
        .pairs()
        .filter(|(from, to)| !coverage.strongest(*from, *to).is_covered());
    let gaps = open.map(|(from, to)| {
        json!({
            "obligor": answered.code(from),
            "beneficiary": answered.code(to),
            "mark": coverage.strongest(from, to).label(),
        })
    });
    let one_sided = coverage
        .pairs()
        .filter(|(from, to)| coverage.is_one_sided(*from, *to));
    let one_sided = one_sided.map(|(from, to)| json!([answered.code(from), answered.code(to)]));
    let in_words = coverage
        .in_words
        .iter()
        .map(|(treaty, index)| json!({ "treaty": answered.treaty(*treaty), "statement": index }));
    let found = closings(answered.register, coverage);
    json!({
        "at": coverage.at.to_string(),
        "members": members.collect::<Vec<_>>(),
        "treaties": (0..coverage.treaties.len()).map(|at| treaty(answered, at)).collect::<Vec<_>>(),
        "guarantees": coverage.rows.iter().map(|row| promise(answered, row, true)).collect::<Vec<_>>(),
        "in_words": in_words.collect::<Vec<_>>(),
        "gaps": gaps.collect::<Vec<_>>(),
        "one_sided": one_sided.collect::<Vec<_>>(),
        "closings": found.iter().map(|one| closing_data(answered, one)).collect::<Vec<_>>(),
    })
}

/// A treaty with the status of each member: what all its cells derive from.
fn treaty(answered: Matrix<'_>, at: usize) -> Value {
    let (register, coverage) = (answered.register, answered.coverage);
    let covered = &coverage.treaties[at];
    let history = &covered.history;
    let treaty = register.treaty(history.treaty);
    let members = coverage.members.iter().map(|member| {
        let stands = history.answer(register, *member, coverage.at);
        let consent = stands
            .position
            .effect
            .and_then(|place| history.effects.get(place));
        let value = json!({
            "status": stands.position.standing.label(),
            "since": stands.position.since.map(|day| day.to_string()),
            "consent": consent.map(|found| effect(register, history, found)),
        });
        (register.participant(*member).id.as_str().to_owned(), value)
    });
    json!({
        "treaty": treaty.id.as_str(),
        "title": treaty.title(),
        "known_to": covered.known_to.map(|day| day.to_string()),
        "beyond": covered.beyond,
        "in_force": in_force(register, history, history.force()),
        "derivation": steps(treaty, &history.steps),
        "participants": members.collect::<serde_json::Map<_, _>>(),
    })
}

/// A promise with what it adds up to, and its cells by guarantor and beneficiary.
pub(crate) fn promise(answered: Matrix<'_>, row: &Row, with_cells: bool) -> Value {
    let coverage = answered.coverage;
    let (promise, reciprocity) = (&row.promise, coverage.reciprocity(row));
    let collectivity = coverage.collectivity(row);
    let history = &coverage.treaties[row.treaty].history;
    let statement = answered
        .register
        .treaty(history.treaty)
        .statement(row.statement);
    let missing = row.joint_missing.iter();
    let missing = missing.map(|one| answered.register.participant(*one).id.as_str());
    let mut value = json!({
        "treaty": answered.treaty(row.treaty),
        "name": promise.name,
        "line": statement.map(|found| found.line),
        "citation": statement.and_then(|found| found.citation.as_deref()),
        "statement": statement.map(rule::line),
        "sentence": untied(&sentence(answered.voice(), promise)),
        "sense": promise.sense.label(),
        "direction": promise.direction().label(),
        "mode": promise.mode.label(),
        "several": promise.mode.is_several(),
        "joint": promise.mode.is_joint(),
        "force": promise.legal_force().label(),
        "force_stated": promise.force.is_some(),
        "returned": reciprocity.returned,
        "one_sided": reciprocity.one_sided,
        "return_unknown": reciprocity.unknown,
        "guarantors": { "named": collectivity.named, "bound": collectivity.bound, "unknown": collectivity.unknown },
        "guarantors_of_one": { "most": collectivity.most, "fewest": collectivity.fewest },
        "joint_missing": missing.collect::<Vec<_>>(),
        "not_in_register": { "guarantors": row.strangers.0, "beneficiaries": row.strangers.1 },
    });
    if with_cells {
        value["cells"] = cells(answered, row);
    }
    value
}

fn cells(answered: Matrix<'_>, row: &Row) -> Value {
    let coverage = answered.coverage;
    let count = coverage.members.len();
    let mut lines = serde_json::Map::new();
    for from in 0..count {
        let marked = (0..count).filter(|to| coverage.mark(row, from, *to) != Mark::Nothing);
        let line: serde_json::Map<String, Value> = marked
            .map(|to| {
                let cell = coverage.cell(row, from, to);
                let conditions: Vec<&str> = cell.conditions().map(Condition::label).collect();
                let value = json!({
                    "mark": coverage.mark(row, from, to).label(),
                    "life": cell.life().label(),
                    "conditions": conditions,
                });
                (answered.code(to).to_owned(), value)
            })
            .collect();
        if !line.is_empty() {
            lines.insert(answered.code(from).to_owned(), Value::Object(line));
        }
    }
    Value::Object(lines)
}

fn closing_data(answered: Matrix<'_>, found: &Closing) -> Value {
    let code = |party| answered.register.participant(party).id.as_str();
    let name = |row: usize| answered.coverage.rows[row].promise.name.as_str();
    let mut value = match found {
        Closing::Consent {
            treaty,
            party,
            kind,
            alone,
            together,
        } => json!({
            "kind": "consent", "treaty": answered.treaty(*treaty), "participant": code(*party),
            "act": kind.label(), "pairs": alone, "pairs_together": together,
        }),
        Closing::EntryIntoForce { treaty, pairs } => json!({
            "kind": "entry-into-force", "treaty": answered.treaty(*treaty), "pairs": pairs,
        }),
        Closing::EndOfSuspension { treaty, pairs } => json!({
            "kind": "end-of-suspension", "treaty": answered.treaty(*treaty), "pairs": pairs,
        }),
        Closing::Renewal { row, pairs } => {
            json!({ "kind": "renewal", "guarantee": name(*row), "pairs": pairs })
        }
        Closing::LegalForce { row, pairs } => {
            json!({ "kind": "legal-force", "guarantee": name(*row), "pairs": pairs })
        }
        Closing::Knowledge { row, pairs } => {
            json!({ "kind": "knowledge", "guarantee": name(*row), "pairs": pairs })
        }
        Closing::NewPromise { pairs, by } => json!({
            "kind": "new-promise", "pairs": pairs,
            "by": by.iter().map(|(party, pairs)| json!({ "participant": code(*party), "pairs": pairs })).collect::<Vec<_>>(),
        }),
    };
    let said = closing(
        answered.voice(),
        answered.register,
        answered.coverage,
        found,
    );
    value["sentence"] = Value::from(untied(&said));
    value
}

/// Returns one cell with its derivation.
pub(super) fn one(answered: Matrix<'_>, row: &Row, from: usize, to: usize) -> Option<Value> {
    let found = account(answered.register, answered.coverage, row, from, to)?;
    let lines = super::pair::said(answered, row, &found);
    let derivation = lines
        .into_iter()
        .map(|(label, text)| json!({ "label": label, "text": untied(&text) }));
    let Account {
        cell,
        mark,
        since,
        until,
        runs_out,
        ..
    } = found;
    let conditions: Vec<&str> = cell.conditions().map(Condition::label).collect();
    Some(json!({
        "treaty": answered.treaty(row.treaty),
        "guarantee": row.promise.name,
        "obligor": answered.code(from),
        "beneficiary": answered.code(to),
        "mark": mark.label(),
        "life": cell.life().label(),
        "force": row.promise.legal_force().label(),
        "conditions": conditions,
        "since": since.map(|day| day.to_string()),
        "until": until.map(|day| day.to_string()),
        "runs_out": runs_out.map(|day| day.to_string()),
        "derivation": derivation.collect::<Vec<_>>(),
    }))
}
