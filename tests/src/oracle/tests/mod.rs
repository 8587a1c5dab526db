//! Small cases, each worked out by hand from the specification; the arithmetic stands beside them.

use alloc::collections::BTreeMap;

use super::{Assessment, Day, End, Outcome, View, assess};

mod conditions;
mod dependencies;
mod intervals;
mod moments;
mod notices;
mod views;

const PARTICIPANTS: &str = "code,name,kind\nA,A,state\nB,B,state\nC,C,state\nD,D,state\n\
                            E,E,state\nOLD,Old,former-state\nX-O,Organization,organization\n\
                            T,Territory,territory\n";

/// A small register: the header of each treaty is supplied, its statements are given.
struct Case {
    files: BTreeMap<String, String>,
    recorded_form: bool,
    acts: Vec<String>,
}

impl Case {
    /// Starts a register with the treaty `t`, adopted on 1 January 2000.
    fn new(statements: &str) -> Self {
        let files = BTreeMap::from([(String::from("participants.csv"), PARTICIPANTS.to_owned())]);
        Self {
            files,
            recorded_form: false,
            acts: Vec::new(),
        }
        .treaty("t", statements)
    }

    fn treaty(self, id: &str, statements: &str) -> Self {
        let text = format!("treaty \"X\"\n  id {id}\n  adopted 2000-01-01\n{statements}\n");
        self.file(&format!("treaties/{id}.clausula"), &text)
    }

    fn file(mut self, name: &str, text: &str) -> Self {
        self.files.insert(name.to_owned(), text.to_owned());
        self
    }

    /// Adds acts in the published form: `treaty participant act date`.
    fn acts(mut self, acts: &[&str]) -> Self {
        self.acts.extend(acts.iter().map(|act| (*act).to_owned()));
        self
    }

    /// Adds acts in the recorded form, with `id=`, `effect=`, `recorded=`, `of=` after the date.
    fn recorded(mut self, acts: &[&str]) -> Self {
        self.recorded_form = true;
        self.acts(acts)
    }

    fn assess(&self, known: Option<&str>, view: View) -> BTreeMap<String, Assessment> {
        let keys = ["id", "effect", "recorded", "of"];
        let mut table = String::from("treaty,participant,act,date,source,note");
        if self.recorded_form {
            table.push_str(",id,effect,recorded,of");
        }
        for act in &self.acts {
            let words: Vec<&str> = act.split(' ').collect();
            table = table + "\n" + &words[..4].join(",") + ",here,";
            for key in keys.into_iter().filter(|_| self.recorded_form) {
                let prefix = format!("{key}=");
                let value = words
                    .iter()
                    .find_map(|word| word.strip_prefix(prefix.as_str()));
                table = table + "," + value.unwrap_or("");
            }
        }
        let mut files = self.files.clone();
        files.insert(String::from("acts.csv"), table);
        assess(&files, known.map(|day| Day::read(day).unwrap()), view).unwrap()
    }

    /// Checks what treaty `t` gives: `DATE by TRIGGER`, `no`, `? DATE`, `?` or `no rule`.
    #[track_caller]
    fn gives(self, expected: &str) -> Self {
        let found = outcome(self.assess(None, View::Computed)["t"].outcome);
        assert_eq!(found, expected);
        self
    }

    #[track_caller]
    fn gives_as_known_on(self, known: &str, expected: &str) -> Self {
        let found = outcome(self.assess(Some(known), View::Computed)["t"].outcome);
        assert_eq!(found, expected);
        self
    }

    /// Checks the intervals of treaty `t`: `participant deposited start end`.
    #[track_caller]
    fn binds(self, expected: &[&str]) -> Self {
        self.binds_in(View::Computed, expected)
    }

    #[track_caller]
    fn binds_in(self, view: View, expected: &[&str]) -> Self {
        let found: Vec<String> = self.assess(None, view)["t"]
            .intervals
            .iter()
            .map(interval)
            .collect();
        assert_eq!(found, expected);
        self
    }
}

fn outcome(outcome: Outcome) -> String {
    match outcome {
        Outcome::InForce { date, trigger } => format!("{date} by {trigger}"),
        Outcome::NotInForce => String::from("no"),
        Outcome::Undetermined {
            not_before: Some(day),
        } => format!("? {day}"),
        Outcome::Undetermined { not_before: None } => String::from("?"),
        Outcome::NoRule => String::from("no rule"),
    }
}

fn interval(interval: &super::Interval) -> String {
    let start = interval
        .start
        .map_or(String::from("-"), |start| start.to_string());
    let end = match interval.end {
        End::Open => String::from("open"),
        End::On(day) => day.to_string(),
        End::UndeterminedFrom(day) => format!("?{day}"),
    };
    format!(
        "{} {} {start} {end}",
        interval.participant, interval.deposited
    )
}
