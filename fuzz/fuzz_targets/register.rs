//! Small registers of any shape, also such as no file can describe: every question can be asked of
//! them without a panic, twice the same question has the same answer, and the order in which the
//! acts were entered changes no answer.

#![no_main]

#[path = "register/clauses.rs"]
mod clauses;
#[path = "register/world.rs"]
mod world;

use arbitrary::Unstructured;
use libfuzzer_sys::{Corpus, fuzz_target};
use sponsio_law::act::Act;
use sponsio_law::calendar::Date;
use sponsio_law::register::Register;
use sponsio_law::status::consequence::{Chronicled, Interval, consequences};
use sponsio_law::status::difference::verdict;
use sponsio_law::status::history::{Force, History, Lens, View};
use sponsio_law::status::live::End;
use sponsio_law::status::missing::{if_deposited, why_not};
use sponsio_law::status::standing::Standing;
use sponsio_law::status::timeline::{Level, timeline};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let mut choices = Unstructured::new(bytes);
    match examine(&mut choices) {
        Ok(()) => Corpus::Keep,
        Err(_) => Corpus::Reject,
    }
});

fn examine(choices: &mut Unstructured<'_>) -> arbitrary::Result<()> {
    let world = world::World::choose(choices)?;
    let (empty, acts) = (world.before_acts(choices)?, world.acts(choices)?);
    let register = with(&empty, acts.iter());
    let other_order = with(&empty, acts.iter().rev());
    assert_eq!(register.digest(), other_order.digest());
    let days = [
        world::day(choices)?,
        world::day(choices)?,
        world::day(choices)?,
    ];
    let known = choices.arbitrary::<bool>()?.then_some(days[2]);
    for view in [View::Computed, View::Announced] {
        let lens = Lens { known, view };
        let answers = answers(&register, &days, lens);
        assert_eq!(answers, self::answers(&register, &days, lens));
        assert_eq!(answers, self::answers(&other_order, &days, lens));
        compared(&register, &other_order, lens);
    }
    for request in world.requests(choices)? {
        let before = register.digest();
        let received = register.receive(request.clone(), days[0]);
        assert_eq!(register.receive(request, days[0]), received);
        if let Ok(received) = received {
            let mut after = register.clone();
            after
                .apply(received.act)
                .expect("what is received can be entered");
            let _ = after.chronicle(Lens::default());
        }
        assert_eq!(register.digest(), before);
    }
    Ok(())
}

fn with<'a>(empty: &Register, acts: impl Iterator<Item = &'a Act>) -> Register {
    let mut register = empty.clone();
    for act in acts {
        register
            .apply(act.clone())
            .expect("the register has its participants and treaties");
    }
    register
}

/// What can be asked about a treaty, without the places of single acts.
#[derive(Debug, PartialEq)]
struct Answers {
    force: Option<Date>,
    intervals: Vec<Interval>,
    standings: Vec<(Standing, Option<Date>, bool)>,
    levels: Vec<Level>,
    ways: Vec<(Option<usize>, Option<Date>)>,
}

fn answers(register: &Register, days: &[Date], lens: Lens) -> Vec<Answers> {
    let histories = register.chronicle(lens);
    histories
        .iter()
        .map(|history| about(register, history, days, lens))
        .collect()
}

fn about(register: &Register, history: &History, days: &[Date], lens: Lens) -> Answers {
    assert_eq!(*history, register.history(history.treaty, lens));
    if let Force::Undetermined { reasons, .. } = &history.computed {
        assert!(!reasons.is_empty(), "undetermined without a reason");
    }
    let mut standings = Vec::new();
    let mut ways = Vec::new();
    for day in days {
        for party in register.parties() {
            let answer = history.answer(register, party, *day);
            assert_eq!(answer, register.status(history.treaty, party, *day, lens));
            standings.push((
                answer.position.standing,
                answer.position.since,
                answer.beyond,
            ));
            let _ = history.is_party(party, *day);
        }
        let why = why_not(register, history.treaty, *day, lens);
        ways.extend(why.ways.iter().map(|way| (way.size(), way.in_force_on)));
    }
    if let Some(party) = register.parties().next() {
        let _ = if_deposited(register, history.treaty, party, days[0], lens);
    }
    let _ = verdict(register, history);
    Answers {
        force: history.force().since(),
        intervals: intervals(history),
        standings,
        levels: timeline(register, history).levels,
        ways,
    }
}

fn intervals(history: &History) -> Vec<Interval> {
    let interval = |effect: &sponsio_law::status::history::Effect| {
        let (until, end_unknown) = match effect.consent.end {
            End::Open => (None, false),
            End::Day(day, _) => (Some(day), false),
            End::UnknownFrom(day, _) => (Some(day), true),
        };
        Interval {
            deposited: effect.consent.deposited,
            start: effect.start,
            until,
            end_unknown,
        }
    };
    history.effects.iter().map(interval).collect()
}

/// Two registers with the same acts differ in nothing but the places of their acts.
fn compared(one: &Register, other: &Register, lens: Lens) {
    let (before, after) = (one.chronicle(lens), other.chronicle(lens));
    let before = Chronicled {
        register: one,
        histories: &before,
    };
    let after = Chronicled {
        register: other,
        histories: &after,
    };
    let _ = consequences(before, after);
    assert_eq!(consequences(before, before), Vec::new());
}
