//! The rows of a status table: where each participant stands, as data.

use serde_json::{Value, json};

use sponsio_law::act::ActKind;
use sponsio_law::calendar::Date;
use sponsio_law::clause::explain::ActIndex;
use sponsio_law::party::ParticipantKind;
use sponsio_law::register::PartyIndex;
use sponsio_law::status::history::{Effect, Start};
use sponsio_law::status::live::End;
use sponsio_law::status::standing::{Answer, Standing};

use crate::command::question::Question;

/// The columns of a status table as data.
pub(super) const COLUMNS: [&str; 10] = [
    "participant",
    "name",
    "kind",
    "signed",
    "deposited",
    "act",
    "status",
    "since",
    "in_force_for_it",
    "until",
];

/// One participant's place.
pub(super) struct Row {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) kind: ParticipantKind,
    pub(super) signed: Option<Date>,
    pub(super) consent: Option<(Date, ActKind)>,
    pub(super) start: Option<Date>,
    pub(super) until: Option<Date>,
    pub(super) until_unknown: bool,
    pub(super) answer: Answer,
}

/// Returns the places of all participants that have done something, by name.
pub(super) fn rows(question: &Question) -> Vec<Row> {
    let register = &question.register;
    let mut rows: Vec<Row> = register
        .parties()
        .map(|party| Row::of(question, party))
        .collect();
    rows.retain(|row| {
        !matches!(
            row.answer.position.standing,
            Standing::None | Standing::Entitled
        )
    });
    rows.sort_by_cached_key(|row| question.words.order(&row.name));
    rows
}

impl Row {
    /// Returns the place of one participant.
    pub(super) fn of(question: &Question, party: PartyIndex) -> Self {
        let (register, history) = (&question.register, &question.history);
        let answer = history.answer(register, party, question.at);
        let acts = register.treaty(question.treaty).acts();
        let position = &answer.position;
        let signed = position.signature.and_then(|act| acts.get(act.at()));
        let effect = position.effect.and_then(|place| history.effects.get(place));
        let participant = register.participant(party);
        let known = |act: ActIndex| {
            let act = acts.get(act.at());
            act.is_some_and(|act| act.known_from() <= question.day())
        };
        let end = effect.and_then(|effect| match effect.consent.end {
            End::Day(day, act) if known(act) => Some((day, false)),
            End::UnknownFrom(day, act) if known(act) => Some((day, true)),
            End::Day(..) | End::UnknownFrom(..) | End::Open => None,
        });
        // Where the treaty has ended by the day, nobody is bound any longer (EIF-6).
        let ended = history.ended().filter(|day| *day <= question.day());
        let bound = effect.and_then(started);
        let ended = ended.filter(|day| bound.is_some_and(|start| start < *day));
        let end = match (end, ended) {
            (Some((own, unknown)), Some(day)) if own < day => Some((own, unknown)),
            (_, Some(day)) => Some((day, false)),
            (end, None) => end,
        };
        Self {
            code: participant.id.to_string(),
            name: question.voice().party(register, party),
            kind: participant.kind,
            signed: signed.map(|act| act.date),
            consent: effect.map(|effect| (effect.consent.deposited, effect.consent.kind)),
            start: effect.and_then(started),
            until: end.map(|(day, _)| day),
            until_unknown: end.is_some_and(|(_, unknown)| unknown),
            answer,
        }
    }

    pub(super) fn cells(&self) -> [String; 10] {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        [
            self.code.clone(),
            self.name.clone(),
            self.kind.label().to_owned(),
            day(self.signed),
            day(self.consent.map(|(day, _)| day)),
            self.consent
                .map(|(_, kind)| kind.label().to_owned())
                .unwrap_or_default(),
            self.answer.position.standing.label().to_owned(),
            day(self.answer.position.since),
            day(self.start),
            if self.until_unknown {
                "unknown".to_owned()
            } else {
                day(self.until)
            },
        ]
    }

    pub(super) fn data(&self) -> Value {
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        json!({
            "participant": self.code,
            "name": self.name,
            "kind": self.kind.label(),
            "signed": day(self.signed),
            "deposited": day(self.consent.map(|(day, _)| day)),
            "act": self.consent.map(|(_, kind)| kind.label()),
            "status": self.answer.position.standing.label(),
            "since": day(self.answer.position.since),
            "in_force_for_it": day(self.start),
            "until": day(self.until),
            "until_unknown": self.until_unknown,
            "applies_provisionally": self.answer.position.applies_provisionally,
        })
    }
}

fn started(effect: &Effect) -> Option<Date> {
    match effect.start {
        Start::On(day) => Some(day),
        Start::NotYet | Start::Never | Start::Undetermined(_) => None,
    }
}
