//! What holds for every kind of act after every other; the single rules have literate cases.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use jiff::civil::date;

use super::*;
use crate::clause;
use crate::party::Participant;
use crate::register::TreatyIndex;
use crate::status::history::{Lens, View};
use crate::treaty::Treaty;

const CLAUSES: [&str; 3] = [
    "treaty \"Rivers\"\n  id rivers\n  adopted 2000-01-01\n",
    "treaty \"Rivers\"\n  id rivers\n  adopted 2000-01-01\n\n\
     in force 30 days after the day at least 1 instruments\n\
     withdrawal 12 months after receipt of notice, not before 1 years after its entry into force\n",
    "treaty \"Rivers\"\n  id rivers\n\n\
     group REGION unknown\n\
     open for signature to REGION until 2001-12-31\n\
     in force on the day all of REGION\nwithdrawal silent\n",
];

const DAYS: [Date; 3] = [date(2000, 6, 1), date(2000, 6, 20), date(2002, 1, 1)];

fn register(clauses: &str) -> Register {
    let mut register = Register::new();
    for kind in ParticipantKind::ALL {
        let participant = Participant {
            id: ParticipantId::new(code(kind)).expect("a code"),
            name: code(kind).into(),
            kind,
        };
        register.add_participant(participant).expect("a new one");
    }
    let parsed = clause::parse(clauses);
    assert_eq!(parsed.diagnostics, []);
    let treaty = Treaty::new(TreatyId::new("rivers").expect("an id"), parsed.file);
    register.add_treaty(treaty).expect("a new one");
    register
}

const fn code(kind: ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::State => "AAA",
        ParticipantKind::FormerState => "DDD",
        ParticipantKind::Organization => "X-ORG",
        ParticipantKind::Territory => "TTT",
        ParticipantKind::Company => "X-COMPANY",
        ParticipantKind::Institution => "X-INSTITUTION",
        ParticipantKind::SubState => "X-UNIT",
    }
}

fn request(kind: ActKind, by: ParticipantKind, date: Date) -> Request {
    let refers_to = match kind {
        ActKind::Correction => Some("mark-1".into()),
        ActKind::Continuation => Some("DDD".into()),
        _ => None,
    };
    Request {
        id: None,
        treaty: TreatyId::new("rivers").expect("an id"),
        participant: ParticipantId::new(code(by)).expect("a code"),
        kind,
        date,
        effect: None,
        refers_to,
        source: String::new(),
        note: String::new(),
    }
}

/// Receives an act of every kind on the first of the days, and after each that was received one of
/// every kind on the next. A refused act leads nowhere: it leaves the register as it was.
fn walk(register: &Register, by: ParticipantKind, days: &[Date], path: &mut Vec<ActKind>) -> usize {
    let Some((day, later)) = days.split_first() else {
        return 0;
    };
    let mut received = 0;
    for kind in ActKind::ALL {
        path.push(kind);
        let request = Request {
            id: Some(alloc::format!("mark-{}", path.len())),
            ..request(kind, by, *day)
        };
        match register.receive(request.clone(), *day) {
            Ok(outcome) => {
                let mut next = register.clone();
                next.apply(outcome.act)
                    .expect("the treaty and the author are known");
                check_received(&next, request, path);
                received += 1 + walk(&next, by, later, path);
            }
            Err(refusal) => check_refused(&refusal),
        }
        path.pop();
    }
    received
}

fn check_received(register: &Register, request: Request, path: &[ActKind]) {
    let acts = register.treaties()[0].acts().len();
    if request.kind.is_consent() {
        let history = register.history(TreatyIndex(0), Lens::default());
        let mut effects = history.effects.iter();
        assert!(
            effects.any(|effect| effect.consent.act.at() + 1 == acts),
            "received, and opens nothing: {path:?}"
        );
    }
    let day = request.date;
    check_case(register, &request, day);
    let again = register.receive(
        Request {
            id: None,
            ..request
        },
        day,
    );
    assert!(again.is_err(), "received twice: {path:?}");
}

/// What a case says of anybody is what the whole history says, computed for it or not.
fn check_case(register: &Register, request: &Request, day: Date) {
    let lens = Lens {
        known: Some(day),
        view: View::Computed,
    };
    let history = register.history(TreatyIndex(0), lens);
    for party in register.parties() {
        let case = Case::open(register, request, day).expect("treaty and author are known");
        let facts = history.facts.iter().filter(|fact| fact.party == party);
        assert!(case.facts_of(party).iter().eq(facts));
        assert!(case.effects_of(party).eq(history.effects_of(party)));
    }
}

fn check_refused(refusal: &Refusal) {
    let words = refusal.to_string();
    assert!(Ground::CODES.contains(&refusal.code()), "{words}");
    let is_worded = !words.contains("because  (") && !words.contains("; .");
    assert!(is_worded, "{words}");
}

#[test]
fn a_received_consent_is_live_and_nothing_is_received_twice() {
    for clauses in CLAUSES {
        let register = register(clauses);
        let mut received = 0;
        for by in ParticipantKind::ALL {
            received += walk(&register, by, &DAYS, &mut Vec::new());
        }
        assert!(received > 1_000, "{received}");
    }
}

#[test]
fn codes_are_distinct() {
    for codes in [&Ground::CODES[..], &Concern::CODES[..]] {
        let mut sorted = Vec::from(codes);
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), codes.len());
    }
}
