//! Small adversarial registers, as the text of a folder's files.
//!
//! Dates collide on purpose, months end, leap days come; rules ask about everything that the core
//! can ask about. The generator avoids only what the specification leaves open: a succession on the
//! same day as another consent of the same participant, a continuation on a day on which something
//! else happens to one of the two, and beside a bar on notices an announced date or a start before
//! general entry into force.

use alloc::collections::BTreeMap;
use core::fmt::Write as _;

mod acts;
mod choices;
mod rules;

use crate::oracle::Day;
pub use choices::Choices;

/// Returns the register of this seed.
pub fn generate(seed: u64) -> BTreeMap<String, String> {
    generate_from(&mut Choices::seeded(seed))
}

/// Returns the register that these choices make; the simplest one for no choices at all.
pub fn generate_from(choices: &mut Choices) -> BTreeMap<String, String> {
    let world = World::choose(choices);
    let mut files = BTreeMap::new();
    files.insert(String::from("participants.csv"), world.participants());
    files.insert(
        String::from("groups/regional.csv"),
        membership(&world, choices),
    );
    for organization in world.codes_of("organization") {
        if choices.one_in(2) {
            files.insert(
                format!("groups/{organization}.csv"),
                membership(&world, choices),
            );
        }
    }
    files.insert(String::from("weights/table.csv"), weights(&world, choices));
    if choices.one_in(3) {
        files.insert(
            String::from("depositaries.clausula"),
            rules::depositaries(&world, choices),
        );
    }
    for number in 1..=world.treaties {
        let text = rules::treaty(&world, number, choices);
        files.insert(format!("treaties/t-{number}.clausula"), text);
    }
    files.insert(String::from("acts.csv"), acts::acts(&world, choices));
    files
}

/// What the files of one register share.
struct World {
    first: Day,
    span: u32,
    /// Days on which much happens.
    crowded: Vec<Day>,
    /// Codes and kinds.
    participants: Vec<(String, &'static str)>,
    treaties: u32,
}

impl World {
    fn choose(choices: &mut Choices) -> Self {
        let first = *choices.one_of(&[
            Day::of(2003, 11, 20),
            Day::of(1999, 12, 31),
            Day::of(1995, 1, 1),
            Day::of(2000, 2, 25),
        ]);
        let span = *choices.one_of(&[60, 30, 200, 400, 60, 200, 30, 400, 2200]);
        let number = 2 + choices.below(11);
        let mut participants = Vec::new();
        for place in 0..number {
            let letter = char::from(b'A' + u8::try_from(place).unwrap_or(0));
            let kind = *choices.one_of(&[
                "state",
                "state",
                "state",
                "state",
                "organization",
                "former-state",
                "state",
                "territory",
                "state",
                "organization",
            ]);
            let mark = if kind == "organization" { "X-" } else { "S" };
            participants.push((format!("{mark}{letter}{letter}"), kind));
        }
        let mut world = Self {
            first,
            span,
            crowded: Vec::new(),
            participants,
            treaties: 1 + choices.below(4),
        };
        world.crowded = (0..3).map(|_| world.any_day(choices)).collect();
        world
    }

    /// Returns a day of the register's years; often one of a few, or the last of a month.
    fn day(&self, choices: &mut Choices) -> Day {
        match choices.below(6) {
            1 => *choices.one_of(&self.crowded),
            2 => {
                let (year, month, _) = self.any_day(choices).civil();
                let (year, month) = if month == 12 {
                    (year + 1, 1)
                } else {
                    (year, month + 1)
                };
                Day(Day::of(year, month, 1).0 - 1)
            }
            _ => self.any_day(choices),
        }
    }

    fn any_day(&self, choices: &mut Choices) -> Day {
        Day(self.first.0 + i64::from(choices.below(self.span)))
    }

    fn code(&self, choices: &mut Choices) -> &str {
        &choices.one_of(&self.participants).0
    }

    /// Returns a few different codes, in the order of the list.
    fn some_codes(&self, choices: &mut Choices) -> Vec<&str> {
        let mut codes: Vec<&str> = self
            .participants
            .iter()
            .filter(|_| choices.one_in(3))
            .map(|it| it.0.as_str())
            .collect();
        if codes.is_empty() {
            codes.push(self.code(choices));
        }
        codes
    }

    fn codes_of(&self, kind: &str) -> Vec<&str> {
        self.participants
            .iter()
            .filter(|it| it.1 == kind)
            .map(|it| it.0.as_str())
            .collect()
    }

    fn participants(&self) -> String {
        let mut text = String::from("code,name,kind\n");
        for (code, kind) in &self.participants {
            line(
                &mut text,
                format_args!("{code},\"The {kind} of {code}, so called\",{kind}"),
            );
        }
        text
    }
}

/// Appends a line to a text.
fn line(text: &mut String, line: core::fmt::Arguments<'_>) {
    writeln!(text, "{line}").expect("writing to a string does not fail");
}

/// A table of members, some of them for a time.
fn membership(world: &World, choices: &mut Choices) -> String {
    let mut text = String::from("participant,from,until\n");
    for code in world.some_codes(choices) {
        let (from, until) = (world.day(choices), world.day(choices));
        let (from, until) = (from.min(until), from.max(until));
        match choices.below(4) {
            1 => line(&mut text, format_args!("{code},{from},")),
            2 => line(&mut text, format_args!("{code},,{until}")),
            3 => line(&mut text, format_args!("{code},{from},{until}")),
            _ => line(&mut text, format_args!("{code},,")),
        }
    }
    text
}

/// A table of weights that lacks some participants.
fn weights(world: &World, choices: &mut Choices) -> String {
    let mut text = String::from("participant,weight\n");
    for code in world.some_codes(choices) {
        let whole = 1 + choices.below(40);
        if choices.one_in(3) {
            line(
                &mut text,
                format_args!("{code},{whole}.{}", 1 + choices.below(9)),
            );
        } else {
            line(&mut text, format_args!("{code},{whole}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oracle::{View, assess};

    #[test]
    fn a_seed_gives_one_register_and_another_seed_another() {
        assert_eq!(generate(7), generate(7));
        assert_ne!(generate(7), generate(8));
    }

    #[test]
    fn no_choices_give_the_simplest_register() {
        let files = generate_from(&mut Choices::given(Vec::new()));
        assert_eq!(files["acts.csv"].lines().count(), 1);
        assert_eq!(files["participants.csv"].lines().count(), 3);
        assert!(assess(&files, None, View::Computed).is_ok());
    }
}
