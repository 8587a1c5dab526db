//! Registers for the tests of this crate: clauses in Clausula and one line for each act, such as
//! `AAA ratification 2001-02-03`. What a line leaves out is absent.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use sponsio_record::{ParticipantId, TreatyId};

use crate::act::{Act, ActLabel};
use crate::calendar::{self, Date};
use crate::clause;
use crate::clause::rule::{Condition, Force as ForceRule, Moment, Point, Rule, Term};
use crate::clause::scene::Scene;
use crate::party::{Member, Membership, Participant, ParticipantKind};
use crate::register::{PartyIndex, Register, TreatyIndex};
use crate::status::chronicle;
use crate::status::history::{History, Lens};
use crate::status::standing::Standing;
use crate::treaty::Treaty;

/// The participants of every register here: four States, an organization and a territory.
const PARTICIPANTS: [(&str, ParticipantKind); 6] = [
    ("AAA", ParticipantKind::State),
    ("BBB", ParticipantKind::State),
    ("CCC", ParticipantKind::State),
    ("DDD", ParticipantKind::State),
    ("X-ORG", ParticipantKind::Organization),
    ("TTT", ParticipantKind::Territory),
];

/// Returns the register of the treaty `t-1` with these clauses and acts. Lines of clauses that begin
/// with two spaces belong to the header.
pub(crate) fn register(clauses: &str, acts: &[&str]) -> Register {
    registers(&[clauses], acts)
}

/// Returns the register of the treaties `t-1`, `t-2` …; a line of an act may begin with its treaty.
pub(crate) fn registers(treaties: &[&str], acts: &[&str]) -> Register {
    let mut register = Register::new();
    for (code, kind) in PARTICIPANTS {
        let participant = Participant {
            id: id(code),
            name: code.into(),
            kind,
        };
        register.add_participant(participant).expect("a new one");
    }
    for (number, clauses) in (1..).zip(treaties) {
        let parsed = clause::parse(&format!("treaty \"T\"\n{clauses}\n"));
        assert_eq!(parsed.diagnostics, []);
        let id = TreatyId::new(&format!("t-{number}")).expect("an id");
        register
            .add_treaty(Treaty::new(id, parsed.file))
            .expect("a new one");
    }
    for line in acts {
        register.apply(act(line)).expect("it names what is there");
    }
    register
}

/// Returns the act of a line: treaty if not `t-1`, participant, kind, date, and in any order
/// `effect D`, `recorded D`, `id X`, `of X`.
pub(crate) fn act(line: &str) -> Act {
    let mut words = line.split_whitespace().peekable();
    let treaty = words
        .next_if(|word| word.starts_with("t-"))
        .unwrap_or("t-1");
    let mut next = || words.next().expect("a word");
    let mut act = Act {
        id: None,
        treaty: TreatyId::new(treaty).expect("an id"),
        participant: id(next()),
        label: ActLabel::read(next()),
        date: day(next()),
        effect: None,
        recorded: None,
        refers_to: None,
        source: String::new(),
        note: String::new(),
    };
    let rest: Vec<&str> = words.collect();
    for pair in rest.chunks(2) {
        match pair {
            ["effect", text] => act.effect = Some(day(text)),
            ["recorded", text] => act.recorded = Some(day(text)),
            ["id", mark] => act.id = Some((*mark).into()),
            ["of", mark] => act.refers_to = Some((*mark).into()),
            other => panic!("{other:?} is no part of an act"),
        }
    }
    act
}

pub(crate) fn id(code: &str) -> ParticipantId {
    ParticipantId::new(code).expect("a code")
}

pub(crate) fn day(text: &str) -> Date {
    calendar::parse(text).expect("a day")
}

/// Returns members with their times; an empty text is an open end.
pub(crate) fn members(rows: &[(&str, &str, &str)]) -> Membership {
    let member = |(code, from, until): &(&str, &str, &str)| Member {
        participant: id(code),
        from: calendar::parse(from),
        until: calendar::parse(until),
    };
    Membership {
        members: rows.iter().map(member).collect(),
    }
}

/// Returns the condition that these words are.
pub(crate) fn condition(words: &str) -> Condition {
    let statement = clause::parse_statement(&format!("in force on the day {words}"));
    match statement.expect("a statement").rule {
        Rule::Force(ForceRule::Moment(Moment::Latest(mut terms))) => match terms.pop() {
            Some(Term::On(Point::TheDay(condition))) => condition,
            other => panic!("{other:?} is no condition"),
        },
        other => panic!("{other:?} is no condition"),
    }
}

/// Looks at the scene in which the clauses of `t-1` are evaluated.
pub(crate) fn in_scene<T>(register: &Register, look: impl FnOnce(Scene<'_>) -> T) -> T {
    chronicle::in_scene(register, TreatyIndex(0), Lens::default(), look)
}

pub(crate) fn party(register: &Register, code: &str) -> PartyIndex {
    register.party(&id(code)).expect("one of the participants")
}

pub(crate) fn history(register: &Register) -> History {
    register.history(TreatyIndex(0), Lens::default())
}

/// Returns the first day in force of `t-1`, in words.
pub(crate) fn since(register: &Register) -> String {
    let since = history(register).computed.since();
    since.map_or_else(|| String::from("never"), |day| day.to_string())
}

pub(crate) fn standing(register: &Register, code: &str, at: &str) -> Standing {
    let party = party(register, code);
    let answer = register.status(TreatyIndex(0), party, day(at), Lens::default());
    answer.position.standing
}

/// Returns the intervals of a participant's consent: from, start and end of each, in words.
pub(crate) fn intervals(register: &Register, code: &str) -> Vec<String> {
    use crate::status::history::Start;
    use crate::status::live::End;
    let history = history(register);
    let intervals = history.effects_of(party(register, code)).map(|effect| {
        let start = match effect.start {
            Start::On(day) => day.to_string(),
            Start::NotYet => "not yet".into(),
            Start::Never => "never".into(),
            Start::Undetermined(_) => "?".into(),
        };
        let end = match effect.consent.end {
            End::Open => "open".into(),
            End::Day(day, _) => day.to_string(),
            End::UnknownFrom(day, _) => format!("? {day}"),
        };
        format!("{} | {start} | {end}", effect.consent.from)
    });
    intervals.collect()
}
