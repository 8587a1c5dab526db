//! The derivation of one cell in labelled lines: the words, both sides with their acts and policies,
//! the time, the conditions, the horizon.

use sponsio_law::clause::truth::Truth;
use sponsio_law::guarantee::account::Side;
use sponsio_law::guarantee::{Account, Condition, Coverage, Life, Row};
use sponsio_law::register::Register;
use sponsio_law::treaty::Treaty;

use crate::wording::derivation;
use crate::wording::guarantee::{force, mark, sentence};
use crate::wording::{Voice, Words, answer, rule, say};

/// Returns a condition as a sentence.
pub fn condition(words: &Words, condition: Condition) -> String {
    say!(words, &format!("condition-{}", condition.label()))
}

/// Returns the derivation of a cell: label and words of each line.
pub fn lines(
    voice: Voice<'_>,
    register: &Register,
    coverage: &Coverage,
    row: &Row,
    account: &Account,
) -> Vec<(String, String)> {
    let words = voice.words;
    let covered = &coverage.treaties[row.treaty];
    let treaty = register.treaty(covered.history.treaty);
    let mut said = Vec::new();
    let mut put = |key: &str, text: String| said.push((say!(words, key), text));
    put("label-cell", mark(words, account.mark));
    if let Some(statement) = treaty.statement(row.statement) {
        let line = rule::line(statement);
        put(
            "label-rule",
            say!(words, "rule-line", line = line, number = statement.line),
        );
        put("label-reading", sentence(voice, &row.promise));
    }
    put("label-legal-force", legal_force(words, account, row));
    let sides = [
        ("label-guarantor", &account.obligor, account.named.0, true),
        (
            "label-beneficiary",
            &account.beneficiary,
            account.named.1,
            account.needs_party,
        ),
    ];
    for (label, side, named, matters) in sides {
        for line in side_lines(voice, register, treaty, side, named, matters) {
            put(label, line);
        }
    }
    let entry = answer::force(voice, register, &covered.history, coverage.at);
    put("label-general", entry);
    for line in derivation::lines(voice, treaty, &covered.history.steps) {
        put("label-general", line.text);
    }
    for line in time(words, account) {
        put("label-time", line);
    }
    for found in account.cell.conditions() {
        put("label-condition", condition(words, found));
    }
    if account.cell.has(Condition::JointIncomplete) {
        let missing = account.joint_missing.iter();
        let missing: Vec<String> = missing.map(|one| voice.party(register, *one)).collect();
        put(
            "label-condition",
            say!(words, "account-joint", who = words.list(&missing)),
        );
    }
    if let Some(horizon) = answer::horizon(voice, register, &covered.history) {
        put("label-horizon", horizon);
    } else {
        put("label-horizon", say!(words, "known-to-nothing"));
    }
    said
}

/// The force in which the promise is shown, and that it is never raised.
fn legal_force(words: &Words, account: &Account, row: &Row) -> String {
    let stated = row.promise.force;
    let force = force(words, row.promise.legal_force());
    match (stated, account.cell.life()) {
        (_, Life::Offered | Life::Lost) => say!(words, "account-force-draft", force = force),
        (None, _) => say!(words, "account-force-instrument", force = force),
        (Some(_), _) => say!(words, "account-force-stated", force = force),
    }
}

fn side_lines(
    voice: Voice<'_>,
    register: &Register,
    treaty: &Treaty,
    side: &Side,
    named: Truth,
    matters: bool,
) -> Vec<String> {
    let words = voice.words;
    let name = voice.party(register, side.party);
    let mut said = Vec::new();
    match named {
        Truth::True => {}
        Truth::Unknown => said.push(say!(words, "account-named-unknown", who = &name)),
        Truth::False => said.push(say!(words, "account-named-not", who = &name)),
    }
    said.push(answer::position(voice, &name, &side.answer));
    if !matters {
        said.push(say!(words, "account-needs-no-consent"));
        return said;
    }
    if let Some(effect) = &side.effect {
        let steps = derivation::lines(voice, treaty, &effect.steps);
        said.extend(steps.into_iter().map(|line| line.text));
    }
    for index in &side.qualifications {
        if let Some(act) = treaty.acts().get(index.at()) {
            said.push(say!(words, "account-qualified", act = voice.act(act)));
        }
    }
    said
}

fn time(words: &Words, account: &Account) -> Vec<String> {
    let since = account
        .since
        .map(|day| say!(words, "account-since", day = day));
    let until = account
        .until
        .map(|day| say!(words, "account-until", day = day));
    let runs_out = account
        .runs_out
        .map(|day| say!(words, "account-runs-out", day = day));
    [since, until, runs_out].into_iter().flatten().collect()
}
