//! What is supposed, read from the command line and said back.

use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::calendar;
use sponsio_law::clause::diagnostic::Diagnostic;
use sponsio_law::clause::{parse_policy, parse_statement};
use sponsio_law::status::supposition::{Selection, Supposition};

use super::WhatIf;
use crate::command::question::{Question, participant};
use crate::failure::{Failure, Kind};
use crate::wording::{Voice, diagnostic, rule, say};

/// Reads what is supposed.
pub(super) fn read(question: &Question, args: &WhatIf) -> Result<Supposition, Failure> {
    Ok(Supposition {
        add: args
            .add
            .iter()
            .map(|text| act(question, text))
            .collect::<Result<_, _>>()?,
        remove: args
            .remove
            .iter()
            .map(|text| selected(question, text))
            .collect::<Result<_, _>>()?,
        policies: clauses(question, &args.policy, parse_policy)?,
        statements: clauses(question, &args.rule, parse_statement)?,
    })
}

fn usage(question: &Question, key: &str, text: &str) -> Failure {
    Failure::new(Kind::Usage, say!(question.words, key, text = text))
}

fn act(question: &Question, text: &str) -> Result<Act, Failure> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [code, kind, date] = words.as_slice() else {
        return Err(usage(question, "bad-act", text));
    };
    let register = &question.register;
    let party = participant(&question.words, register, code)?;
    let kind = act_kind(question, kind)?;
    Ok(Act {
        id: None,
        treaty: register.treaty(question.treaty).id.clone(),
        participant: register.participant(party).id.clone(),
        label: ActLabel::Known(kind),
        date: day(question, date)?,
        effect: None,
        recorded: None,
        refers_to: None,
        source: String::new(),
        note: String::new(),
    })
}

fn selected(question: &Question, text: &str) -> Result<Selection, Failure> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (code, kind, date) = match words.as_slice() {
        [code] => (code, None, None),
        [code, kind] => (code, Some(kind), None),
        [code, kind, date] => (code, Some(kind), Some(date)),
        _ => return Err(usage(question, "bad-selection", text)),
    };
    let party = participant(&question.words, &question.register, code)?;
    Ok(Selection {
        participant: question.register.participant(party).id.clone(),
        kind: kind.map(|kind| act_kind(question, kind)).transpose()?,
        date: date.map(|date| day(question, date)).transpose()?,
    })
}

fn act_kind(question: &Question, label: &str) -> Result<ActKind, Failure> {
    ActKind::from_label(label).ok_or_else(|| {
        let labels = ActKind::ALL.map(ActKind::label);
        let failure = usage(question, "bad-act-kind", label);
        match crate::folder::suggestion::nearest(label, labels) {
            Some(meant) => failure.with_hint(say!(question.words, "did-you-mean", id = meant)),
            None => failure,
        }
    })
}

fn day(question: &Question, text: &str) -> Result<calendar::Date, Failure> {
    calendar::parse(text).ok_or_else(|| usage(question, "bad-date", text))
}

fn clauses<T>(
    question: &Question,
    texts: &[String],
    parse: fn(&str) -> Result<T, Vec<Diagnostic>>,
) -> Result<Vec<T>, Failure> {
    let parsed = texts.iter().map(|text| {
        parse(text).map_err(|found| {
            let why = found
                .iter()
                .map(|found| diagnostic::detail(&question.words, &found.detail));
            let why = why.collect::<Vec<_>>().join("; ");
            Failure::new(
                Kind::Usage,
                say!(question.words, "bad-clause", text = text, why = why),
            )
        })
    });
    parsed.collect()
}

/// Returns what is supposed, line by line.
pub(in crate::command) fn lines(voice: Voice<'_>, supposition: &Supposition) -> Vec<String> {
    let words = voice.words;
    let added = supposition.add.iter().map(|act| {
        let who = voice.participant(&act.participant);
        say!(
            words,
            "suppose-add",
            who = who,
            act = voice.act(act),
            day = act.date
        )
    });
    let removed = supposition
        .remove
        .iter()
        .map(|removed| say!(words, "suppose-remove", what = selection(voice, removed)));
    let policies = supposition.policies.iter().map(|policy| {
        say!(
            words,
            "suppose-policy",
            policy = rule::policy(words, policy)
        )
    });
    let statements = supposition
        .statements
        .iter()
        .map(|statement| say!(words, "suppose-rule", line = statement.to_string()));
    added
        .chain(removed)
        .chain(policies)
        .chain(statements)
        .collect()
}

/// Returns which acts are meant.
pub(super) fn selection(voice: Voice<'_>, selection: &Selection) -> String {
    let parts = [
        Some(voice.participant(&selection.participant)),
        selection.kind.map(|kind| voice.words.act(kind)),
        selection.date.map(|day| voice.words.day(day)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
