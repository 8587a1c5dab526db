//! The oracle against the register of real treaties, and against itself on generated registers.
#![expect(
    clippy::print_stdout,
    reason = "the tests report how much of the corpus they agree with"
)]

extern crate alloc;

use alloc::collections::BTreeMap;

use proptest::prelude::*;
use sponsio_tests::folder;
use sponsio_tests::generate::{Choices, generate, generate_from};
use sponsio_tests::oracle::{Assessment, Day, End, Outcome, View, assess};

/// Returns the files of the register of real treaties, or says that it is not here.
fn corpus() -> Option<BTreeMap<String, String>> {
    let found = folder::corpus();
    if found.is_none() {
        println!("left out: there is no register of real treaties beside the project");
    }
    found.map(|root| folder::read(&root).expect("the register's files can be read"))
}

/// Splits the lines of a table after its header; only a last field may be quoted.
fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect()
}

#[test]
fn the_98_rules_give_what_is_expected() {
    let Some(files) = corpus() else { return };
    let assessed = assess(&files, None, View::Computed).unwrap();
    let mut agreed = 0;
    for row in rows(&files["expected.csv"]) {
        let (id, expected, announced, verdict) = (row[0], row[1], row[2], row[3]);
        let (state, computed_verdict) = match assessed[id].outcome {
            Outcome::InForce { date, .. } => {
                let same = date.to_string() == announced;
                (date.to_string(), if same { "equal" } else { "difference" })
            }
            Outcome::NotInForce => {
                let same = announced == "not in force";
                (
                    String::from("not in force"),
                    if same { "equal" } else { "difference" },
                )
            }
            Outcome::Undetermined { .. } => (String::from("undetermined"), "undetermined"),
            Outcome::NoRule => (String::from("no rule"), "no rule"),
        };
        assert_eq!(
            (state.as_str(), computed_verdict),
            (expected, verdict),
            "{id}"
        );
        agreed += 1;
    }
    assert_eq!(agreed, 98);
    let ruleless = assessed
        .values()
        .filter(|it| it.outcome == Outcome::NoRule)
        .count();
    assert_eq!(ruleless, 300 - 98);
}

#[test]
fn published_effects_agree_in_the_announced_view() {
    let Some(files) = corpus() else { return };
    let assessed = assess(&files, None, View::Announced).unwrap();
    let (mut equal, mut different, mut missing) = (0, 0, 0);
    for row in rows(&files["effects.csv"]) {
        let (id, participant, act, deposited, published) = (row[0], row[1], row[2], row[3], row[4]);
        let deposited = Day::read(deposited).unwrap();
        let interval = assessed.get(id).and_then(|treaty| {
            let mut own = treaty
                .intervals
                .iter()
                .filter(|it| it.participant == participant);
            own.find(|it| it.deposited == deposited)
        });
        match interval {
            None => {
                missing += 1;
                println!("missing {id} {participant} {act} {deposited}");
            }
            Some(interval) if interval.start == Day::read(published) => equal += 1,
            Some(interval) => {
                different += 1;
                let start = interval.start;
                println!(
                    "different {id} {participant} {act} {deposited}: {start:?}, published {published}"
                );
            }
        }
    }
    println!(
        "published effects: {equal} equal, {different} different, {missing} without such an interval"
    );
    assert_eq!(equal + different + missing, 2301);
    // At least 96 of 100 of those that have such an act.
    assert!(
        equal * 100 >= (equal + different) * 96,
        "{equal} of {}",
        equal + different
    );
}

/// Returns the same register with the rows of its acts in the opposite order.
fn reversed(files: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let (header, acts) = files["acts.csv"].split_once('\n').expect("a header");
    let mut lines: Vec<&str> = acts.lines().collect();
    lines.reverse();
    let mut files = files.clone();
    files.insert(
        String::from("acts.csv"),
        format!("{header}\n{}\n", lines.join("\n")),
    );
    files
}

fn check_intervals(assessed: &BTreeMap<String, Assessment>) {
    for treaty in assessed.values() {
        for interval in &treaty.intervals {
            if let (Some(start), End::On(end)) = (interval.start, interval.end) {
                assert!(start < end, "{interval:?}");
            }
            if let End::On(end) | End::UndeterminedFrom(end) = interval.end {
                assert!(interval.deposited <= end, "{interval:?}");
            }
            assert!(
                interval.start.is_none() || treaty.general.is_some(),
                "{interval:?}"
            );
        }
        for pair in treaty.intervals.windows(2) {
            if let (End::On(end), true) = (pair[0].end, pair[0].participant == pair[1].participant)
            {
                assert!(end <= pair[1].deposited, "{pair:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn the_order_of_rows_never_matters(given in prop::collection::vec(any::<u32>(), 0..900)) {
        let files = generate_from(&mut Choices::given(given));
        for view in [View::Computed, View::Announced] {
            let assessed = assess(&files, None, view).unwrap();
            check_intervals(&assessed);
            prop_assert_eq!(&assess(&reversed(&files), None, view).unwrap(), &assessed);
            let late = Day::of(2100, 1, 1);
            prop_assert_eq!(&assess(&files, Some(late), view).unwrap(), &assessed);
        }
    }
}

#[test]
fn generated_registers_reach_every_outcome() {
    let [
        mut in_force,
        mut not_in_force,
        mut undetermined,
        mut no_rule,
    ] = [0; 4];
    let [mut intervals, mut started, mut ended, mut end_undetermined] = [0; 4];
    for seed in 0..2_000 {
        let files = generate(seed);
        let assessed =
            assess(&files, None, View::Computed).unwrap_or_else(|why| panic!("seed {seed}: {why}"));
        for treaty in assessed.values() {
            match treaty.outcome {
                Outcome::InForce { .. } => in_force += 1,
                Outcome::NotInForce => not_in_force += 1,
                Outcome::Undetermined { .. } => undetermined += 1,
                Outcome::NoRule => no_rule += 1,
            }
            intervals += treaty.intervals.len();
            for interval in &treaty.intervals {
                started += usize::from(interval.start.is_some());
                ended += usize::from(matches!(interval.end, End::On(_)));
                end_undetermined += usize::from(matches!(interval.end, End::UndeterminedFrom(_)));
            }
        }
    }
    println!(
        "in force {in_force}, not in force {not_in_force}, undetermined {undetermined}, no rule \
         {no_rule}; intervals {intervals}, started {started}, ended {ended}, end undetermined \
         {end_undetermined}"
    );
    for count in [
        in_force,
        not_in_force,
        undetermined,
        no_rule,
        started,
        ended,
        end_undetermined,
    ] {
        assert!(count >= 50, "a kind of result is hardly ever reached");
    }
}
