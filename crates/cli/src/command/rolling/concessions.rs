//! What it would take to clear each provision: who would have to give way, the smallest sets first.
//! Counted from what delegations have said; no forecast, and no advice who should.

use serde_json::{Value, json};

use sponsio_record::ParticipantId;
use sponsio_text::view::plain;
use sponsio_text::{Besides, Choice, Chosen, Concession, Concessions, Keyword, Rolling, keyword};

use crate::command::rolling::printed::place_of;
use crate::failure::{Failure, Kind};
use crate::layout::{hanging, paragraph};
use crate::wording::{Words, say};

/// The columns of a row: what would be taken at one place by one set.
const COLUMNS: [&str; 10] = [
    "provision",
    "place",
    "set",
    "gives_way",
    "kind",
    "site",
    "words",
    "gives_way_here",
    "exact",
    "complete",
];

fn all(made: &Rolling) -> impl Iterator<Item = Concessions> + '_ {
    let provisions = made.expression.provisions.iter();
    provisions.filter_map(move |own| made.concessions(own.id))
}

fn codes(by: &alloc::collections::BTreeSet<ParticipantId>) -> Vec<&str> {
    by.iter().map(ParticipantId::as_str).collect()
}

const fn kind(chosen: &Chosen) -> &'static str {
    match chosen {
        Chosen::Reading(_, true, _) => "base",
        Chosen::Reading(_, false, _) => "reading",
        Chosen::Alternative(..) => "alternative",
        Chosen::NoAlternative => "no-alternative",
        Chosen::Insertion(true) => "insertion",
        Chosen::Insertion(false) => "no-insertion",
    }
}

const fn besides(what: Besides) -> &'static str {
    match what {
        Besides::Structure => "structure",
        Besides::Placeholder => "placeholder",
        Besides::Reservation => "reservation",
        Besides::Unattached => "unattached",
    }
}

fn words_of(chosen: &Chosen) -> Option<String> {
    let words = match chosen {
        Chosen::Reading(_, _, words) => words,
        Chosen::Alternative(_, words) => words.as_ref()?,
        Chosen::NoAlternative | Chosen::Insertion(_) => return None,
    };
    Some(plain(words).trim_start().to_owned())
}

fn site(chosen: &Chosen) -> Option<String> {
    match chosen {
        Chosen::Reading(site, _, _) => Some(site.to_string()),
        Chosen::Alternative(letter, _) => Some(letter.to_string()),
        Chosen::NoAlternative | Chosen::Insertion(_) => None,
    }
}

/// Returns it for people at a terminal.
pub(super) fn text(words: &Words, made: &Rolling, width: usize) -> String {
    let mut said = paragraph(&say!(words, "concession-head"), width);
    let mut is_open = false;
    for found in all(made) {
        is_open = true;
        said.extend(["\n", &place_of(&made.expression, found.provision), "\n"]);
        for (set, nth) in found.sets.iter().zip(1_usize..) {
            said += &of_set(words, made, set, nth, width);
        }
        for line in remarks(words, &found) {
            said += &hanging(&line, 2, 2, width);
        }
    }
    if !is_open {
        said += &paragraph(&say!(words, "concession-nothing"), width);
    }
    said
}

fn of_set(words: &Words, made: &Rolling, set: &Concession, nth: usize, width: usize) -> String {
    let head = if set.by.is_empty() {
        say!(words, "concession-nobody", nth = nth)
    } else {
        let (who, count) = (words.list(&codes(&set.by)), set.by.len());
        say!(words, "concession-set", nth = nth, who = who, count = count)
    };
    let mut said = hanging(&head, 2, 5, width);
    for choice in &set.choices {
        said += &hanging(&of_choice(words, made, choice), 5, 7, width);
    }
    said
}

fn of_choice(words: &Words, made: &Rolling, choice: &Choice) -> String {
    let own = words_of(&choice.chosen)
        .filter(|words| !words.is_empty())
        .map(|own| format!("“{own}”"));
    let own = own.unwrap_or_else(|| format!("[{}]", say!(words, "rolling-no-text")));
    let what = match &choice.chosen {
        Chosen::Reading(_, true, _) => say!(words, "rolling-of-base", words = own),
        Chosen::Reading(_, false, _) => own,
        Chosen::Alternative(letter, _) => {
            let word = keyword(&made.expression.language, Keyword::Alternative);
            format!("{word} {letter}: {own}")
        }
        Chosen::NoAlternative => say!(words, "concession-no-alternative"),
        Chosen::Insertion(true) => say!(words, "concession-stays"),
        Chosen::Insertion(false) => say!(words, "concession-goes"),
    };
    if choice.by.is_empty() {
        say!(words, "concession-taken", what = what)
    } else {
        let (who, count) = (words.list(&codes(&choice.by)), choice.by.len());
        say!(
            words,
            "concession-taken-against",
            what = what,
            who = who,
            count = count
        )
    }
}

/// What was not looked at, and what stays open whoever gives way.
fn remarks(words: &Words, found: &Concessions) -> Vec<String> {
    let mut lines = Vec::new();
    if !found.is_exact {
        lines.push(say!(words, "concession-inexact"));
    } else if !found.is_complete {
        lines.push(say!(words, "concession-more", count = found.sets.len()));
    }
    if !found.besides.is_empty() {
        let all: Vec<String> = found
            .besides
            .iter()
            .map(|what| match what {
                Besides::Structure => say!(words, "concession-structure"),
                Besides::Placeholder => say!(words, "concession-placeholder"),
                Besides::Reservation => say!(words, "concession-reservation"),
                Besides::Unattached => say!(words, "concession-unattached"),
            })
            .collect();
        lines.push(say!(words, "concession-besides", what = words.list(&all)));
    }
    lines
}

/// Returns it as data.
pub(super) fn data(made: &Rolling) -> Value {
    let of_choice = |own: &Choice| {
        json!({
            "kind": kind(&own.chosen),
            "site": match &own.chosen {
                Chosen::Reading(site, _, _) => Some(*site),
                _ => None,
            },
            "letter": match &own.chosen {
                Chosen::Alternative(letter, _) => Some(letter.to_string()),
                _ => None,
            },
            "words": words_of(&own.chosen),
            "gives_way": codes(&own.by),
        })
    };
    let of_set = |own: &Concession| {
        json!({
            "gives_way": codes(&own.by),
            "takes": own.choices.iter().map(of_choice).collect::<Vec<_>>(),
        })
    };
    let provisions = all(made).map(|found| {
        json!({
            "provision": found.provision.as_str(),
            "place": place_of(&made.expression, found.provision),
            "exact": found.is_exact,
            "complete": found.is_complete,
            "sets": found.sets.iter().map(of_set).collect::<Vec<_>>(),
            "besides": found.besides.iter().map(|own| besides(*own)).collect::<Vec<_>>(),
        })
    });
    json!({
        "language": made.expression.language.as_str(),
        "concessions": provisions.collect::<Vec<_>>(),
    })
}

/// Returns a row for each place that a set decides; of a provision without any set, one row.
pub(super) fn csv(made: &Rolling, supposed: Option<&str>) -> Result<String, Failure> {
    let mut rows = Vec::new();
    for found in all(made) {
        let place = place_of(&made.expression, found.provision);
        let row = |middle: [String; 6]| {
            let ends = [found.is_exact.to_string(), found.is_complete.to_string()];
            let mut row = vec![found.provision.to_string(), place.clone()];
            row.extend(middle);
            row.extend(ends);
            row
        };
        if found.sets.is_empty() {
            rows.push(row(Default::default()));
        }
        for (set, nth) in found.sets.iter().zip(1_usize..) {
            rows.extend(set.choices.iter().map(|own| {
                row([
                    nth.to_string(),
                    codes(&set.by).join(" "),
                    kind(&own.chosen).to_owned(),
                    site(&own.chosen).unwrap_or_default(),
                    words_of(&own.chosen).unwrap_or_default(),
                    codes(&own.by).join(" "),
                ])
            }));
        }
    }
    super::rows::written(&COLUMNS, rows, supposed)
}

/// Why it cannot be had in this form.
pub(super) fn no_such_form(words: &Words) -> Failure {
    Failure::new(Kind::Usage, say!(words, "concession-form"))
}
