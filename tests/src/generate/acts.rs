//! The acts of a register, in the published or in the recorded form of the table.

use super::{Choices, World, line};
use crate::oracle::Day;

const CONSENTS: [&str; 9] = [
    "ratification",
    "accession",
    "acceptance",
    "definitive-signature",
    "approval",
    "formal-confirmation",
    "consent-to-be-bound",
    "simplified-procedure",
    "succession",
];

/// Acts that change nothing, and words that are no acts.
const INERT: [&str; 4] = [
    "confirmation-of-signature",
    "suspension",
    "application",
    "notification-under-article-21-",
];

/// The columns that a table has beside the published ones.
struct Columns {
    ids: bool,
    effect: bool,
    recorded: bool,
}

#[derive(Clone)]
struct Row {
    treaty: u32,
    participant: String,
    act: &'static str,
    date: Day,
    effect: Option<Day>,
    recorded: Option<Day>,
    of: String,
}

/// Returns the table of acts.
pub(super) fn acts(world: &World, choices: &mut Choices) -> String {
    let columns = match choices.below(4) {
        0 => Columns {
            ids: false,
            effect: false,
            recorded: false,
        },
        1 => Columns {
            ids: !choices.one_in(4),
            effect: choices.one_in(2),
            recorded: !choices.one_in(4),
        },
        _ => Columns {
            ids: true,
            effect: true,
            recorded: true,
        },
    };
    let mut rows: Vec<Row> = Vec::new();
    for _ in 0..choices.below(61) {
        let row = any_act(world, &columns, choices);
        if is_clear(&row, &rows) {
            rows.push(row);
        }
    }
    if columns.ids {
        correct(world, &columns, &mut rows, choices);
    }
    print(&columns, &rows, choices)
}

fn any_act(world: &World, columns: &Columns, choices: &mut Choices) -> Row {
    let act = match choices.below(42) {
        0..=17 => *choices.one_of(&CONSENTS[..5]),
        18..=20 => *choices.one_of(&CONSENTS),
        21..=23 => *choices.one_of(&["signature", "signature-ad-referendum"]),
        24 => "succession-to-signature",
        25..=30 => "withdrawal",
        31..=33 => "revocation",
        34 => "withdrawal-of-instrument",
        35 | 36 => "succession",
        37 | 38 if columns.ids => "continuation",
        39 | 40 => *choices.one_of(&[
            "provisional-application",
            "provisional-application",
            "end-of-provisional-application",
        ]),
        _ => *choices.one_of(&INERT),
    };
    let date = world.day(choices);
    let other = world.day(choices);
    let effect = match act {
        "withdrawal" if columns.effect && choices.one_in(4) => Some(date.max(other)),
        "succession" if columns.effect && choices.one_in(2) => Some(other),
        _ => None,
    };
    let recorded = Some(Day(date.0 + i64::from(choices.below(50)) - 5))
        .filter(|_| columns.recorded && choices.one_in(2));
    let of = if act == "continuation" {
        world.code(choices)
    } else {
        ""
    }
    .to_owned();
    let treaty = 1 + choices.below(world.treaties);
    Row {
        treaty,
        participant: world.code(choices).to_owned(),
        act,
        date,
        effect,
        recorded,
        of,
    }
}

/// Whether the specification says what the act does beside the others of its day.
fn is_clear(row: &Row, rows: &[Row]) -> bool {
    if row.act == "continuation" && row.of == row.participant {
        return false;
    }
    let touches = |one: &Row, other: &Row| {
        let on_day = other.date == one.date || other.effect == Some(one.date);
        on_day && [&one.participant, &one.of].contains(&&other.participant)
    };
    !rows
        .iter()
        .filter(|other| other.treaty == row.treaty)
        .any(|other| {
            let same = other.participant == row.participant && other.date == row.date;
            let successions = same
                && is_consent(row)
                && is_consent(other)
                && [row.act, other.act].contains(&"succession");
            let continuations = (row.act == "continuation" && touches(row, other))
                || (other.act == "continuation" && touches(other, row))
                || (row.act == "continuation"
                    && other.act == "continuation"
                    && row.date == other.date);
            successions || continuations
        })
}

fn is_consent(row: &Row) -> bool {
    CONSENTS.contains(&row.act)
}

/// Adds corrections of dates to acts whose participants have neither succeeded nor continued.
fn correct(world: &World, columns: &Columns, rows: &mut Vec<Row>, choices: &mut Choices) {
    let made = rows.len();
    for place in 0..made {
        if !choices.one_in(12) {
            continue;
        }
        let Some(row) = rows.get(place).cloned() else {
            continue;
        };
        let simple = rows
            .iter()
            .filter(|other| other.treaty == row.treaty)
            .all(|other| {
                let involved = other.participant == row.participant || other.of == row.participant;
                !involved || !["succession", "continuation"].contains(&other.act)
            });
        if !simple || INERT.contains(&row.act) {
            continue;
        }
        let mut recorded = world.day(choices);
        for _ in 0..=choices.below(2) {
            rows.push(Row {
                act: "correction",
                date: world.day(choices),
                effect: None,
                recorded: Some(recorded).filter(|_| columns.recorded),
                of: format!("a{place}"),
                ..row.clone()
            });
            recorded = Day(recorded.0 + 1 + i64::from(choices.below(60)));
            if !columns.recorded {
                // Without knowledge dates two corrections would stand side by side.
                break;
            }
        }
    }
}

fn print(columns: &Columns, rows: &[Row], choices: &mut Choices) -> String {
    let mut text = String::from("treaty,participant,act,date,source,note");
    for (name, has) in [
        (",id", columns.ids),
        (",of", columns.ids),
        (",effect", columns.effect),
        (",recorded", columns.recorded),
    ] {
        if has {
            text.push_str(name);
        }
    }
    text.push('\n');
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    for (place, row) in rows.iter().enumerate() {
        let note = *choices.one_of(&["", "\"so it is said, \"\"more or less\"\"\"", "plain"]);
        let mut fields = format!(
            "t-{},{},{},{}",
            row.treaty, row.participant, row.act, row.date
        );
        add(&mut fields, &["invented", note]);
        if columns.ids {
            add(&mut fields, &[&format!("a{place}"), &row.of]);
        }
        if columns.effect {
            add(&mut fields, &[&day(row.effect)]);
        }
        if columns.recorded {
            add(&mut fields, &[&day(row.recorded)]);
        }
        line(&mut text, format_args!("{fields}"));
    }
    text
}

fn add(row: &mut String, fields: &[&str]) {
    for field in fields {
        row.push(',');
        row.push_str(field);
    }
}
