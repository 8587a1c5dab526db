//! Dates, numbers, languages; and that every sentence that is used is there, and no other.

use alloc::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sponsio_depositary::mandate::rights::{Denied, Role};
use sponsio_law::act::ActKind;
use sponsio_law::conference::{Capacity, Level, StatementKind};
use sponsio_law::guarantee::promise::{Mode, Sense};
use sponsio_law::guarantee::{Condition, LegalForce};
use sponsio_law::party::ParticipantKind;
use sponsio_law::status::standing::Standing;

use super::*;
use crate::page::pledge::Pledge;

#[test]
fn the_language_is_the_first_that_a_reader_accepts() {
    let accepted = Language::accepted;
    assert_eq!(accepted("tr"), Some(Language::Turkish));
    assert_eq!(
        accepted("fr, ar-EG;q=0.8, en;q=0.7"),
        Some(Language::Arabic)
    );
    assert_eq!(accepted("en;q=0.5, tr;q=0.5"), Some(Language::English));
    assert_eq!(accepted("tr;q=0, en;q=0.1"), Some(Language::English));
    assert_eq!(accepted("TR-tr"), Some(Language::Turkish));
    for none in ["", "fr", "*", "tr;q=0", "tr;q=x", ";;;,,,"] {
        assert_eq!(accepted(none), None, "{none}");
    }
}

#[test]
fn dates_and_numbers_are_written_as_the_language_does() {
    let day = calendar::parse("2021-04-14").expect("a day");
    let long = |language: Language| language.words().day(day).replace('\u{a0}', " ");
    assert_eq!(long(Language::English), "14 April 2021");
    assert_eq!(long(Language::Turkish), "14 Nisan 2021");
    assert_eq!(long(Language::Arabic), "14 أبريل 2021");
    assert_eq!(grouped("1234567"), "1\u{202f}234\u{202f}567");
    assert_eq!(grouped("999"), "999");
}

#[test]
fn plurals_are_those_of_the_language() {
    let count =
        |language: Language, count: usize| say!(language.words(), "count-treaties", count = count);
    assert_eq!(count(Language::English, 1), "1 treaty");
    assert_eq!(count(Language::English, 2), "2 treaties");
    let arabic = [0, 1, 2, 3, 11, 100].map(|number| count(Language::Arabic, number));
    let different: BTreeSet<&String> = arabic.iter().collect();
    assert_eq!(different.len(), 6, "{arabic:?}");
}

/// The keys that are put together from the labels of the law.
fn of_labels() -> BTreeSet<String> {
    let acts = ActKind::ALL.map(|kind| format!("act-{}", kind.label()));
    let kinds = ParticipantKind::ALL.map(|kind| format!("kind-{}", kind.label()));
    let standings = Standing::ALL.map(Standing::label);
    let standings = standings.into_iter().chain(["revoked"]);
    let standings =
        standings.flat_map(|label| [format!("status-{label}"), format!("meaning-{label}")]);
    let listed = [
        (
            "letter",
            "none signed consented provisional bound suspended withdrawn revoked",
        ),
        ("group", "in-force not-in-force undetermined ended"),
        ("road", "said draft adopted signed consent force"),
        ("language", "ar en es fr ru tr zh"),
        (
            "api",
            "treaties treaty treaty-why standing-why participants participant between coverage coverage-of \
             statements statement events log instruments corrections notifications motions motion",
        ),
        (
            "term",
            "entry deposit depositary horizon derivation log checkpoint witness",
        ),
    ];
    let pledges = Pledge::ALL.map(Pledge::name).into_iter().chain(["bound"]);
    let pledges = pledges.flat_map(|name| {
        ["pledge", "pledge-letter", "pledge-meaning"].map(|family| format!("{family}-{name}"))
    });
    let promises = LegalForce::ALL
        .map(|force| format!("force-{}", force.label()))
        .into_iter()
        .chain(Condition::ALL.map(|one| format!("condition-{}", one.label())))
        .chain(Mode::ALL.map(|mode| format!("mode-{}", mode.label())))
        .chain([Sense::Negative, Sense::Positive].map(|sense| format!("sense-{}", sense.label())));
    let levels = Level::ALL
        .iter()
        .map(|level| format!("level-{}", level.label()));
    let kinds_said = StatementKind::ALL
        .iter()
        .map(|kind| format!("said-{}", kind.label()));
    let capacities = Capacity::ALL
        .iter()
        .map(|one| format!("capacity-{}", one.label()));
    let spoken = levels
        .chain(kinds_said)
        .chain(capacities)
        .chain(of_the_desk());
    let listed = listed.into_iter().flat_map(|(family, members)| {
        members
            .split(' ')
            .map(move |member| format!("{family}-{member}"))
    });
    let listed: Vec<String> = listed.collect();
    let terms = listed.iter().filter(|key| key.starts_with("term-"));
    let terms: Vec<String> = terms.map(|key| format!("{key}-is")).collect();
    acts.into_iter()
        .chain(kinds)
        .chain(standings)
        .chain(pledges)
        .chain(spoken)
        .chain(promises)
        .chain(listed)
        .chain(terms)
        .collect()
}

/// The keys of the desk that are put together.
fn of_the_desk() -> impl Iterator<Item = String> {
    let roles = Role::ALL
        .iter()
        .map(|role| format!("role-{}", role.label()));
    let denied = Denied::ALL
        .iter()
        .map(|why| format!("denied-{}", why.label()));
    let listed = [
        ("stopped", "other-site token"),
        (
            "enter",
            "deposit correction notification deposit-lead correction-lead notification-lead",
        ),
        ("motion", "deposit correction notification"),
        ("asserted", "propose confirm"),
        ("token", "enter read-inbox"),
        (
            "problem",
            "no-token not-allowed not-json too-large no-idempotency-key idempotency-conflict \
             too-many-waiting too-often unavailable no-json no-object unknown-member no-text missing-member too-long",
        ),
        ("propose", "heading lead button"),
        ("confirm", "heading lead button"),
        ("room-way", "replace insert-after delete"),
        ("room-draft", "replace insert-after delete"),
        ("stance", "silent"),
    ];
    let listed = listed.into_iter().flat_map(|(family, members)| {
        members
            .split(' ')
            .map(move |member| format!("{family}-{member}"))
    });
    roles.chain(denied).chain(listed)
}

/// Collects the text of all files below a folder.
fn collect(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder of the sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, text);
        } else if !path.ends_with("tests.rs") {
            text.push_str(&fs::read_to_string(&path).unwrap_or_default());
        }
    }
}

/// Returns everything between quotation marks that could be a key.
fn quoted(text: &str) -> BTreeSet<String> {
    let is_key = |part: &&str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    text.split('"').filter(is_key).map(str::to_owned).collect()
}

fn keys(language: Language) -> BTreeSet<String> {
    language.keys().into_iter().map(str::to_owned).collect()
}

#[test]
fn every_sentence_that_is_used_is_there_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    collect(&root.join("src"), &mut text);
    collect(&root.join("templates"), &mut text);
    let written = quoted(&text);
    let computed = of_labels();
    let english = keys(Language::English);
    for language in [Language::Turkish, Language::Arabic] {
        let other = keys(language);
        let differs: Vec<_> = english.symmetric_difference(&other).collect();
        assert!(differs.is_empty(), "{}: {differs:?}", language.tag());
    }
    let unused: Vec<_> = english
        .iter()
        .filter(|key| !written.contains(*key) && !computed.contains(*key))
        .collect();
    assert!(unused.is_empty(), "in no page: {unused:?}");
    let missing: Vec<_> = computed.difference(&english).collect();
    assert!(missing.is_empty(), "in no language: {missing:?}");
    let said = said(&text);
    assert!(
        said.len() > 150,
        "the test reads the sources: {}",
        said.len()
    );
    let missing: Vec<_> = said.difference(&english).collect();
    assert!(missing.is_empty(), "said and in no language: {missing:?}");
    assert!(english.iter().all(|key| Language::Arabic.words().has(key)));
}

/// Returns the keys behind the calls that say something.
fn said(text: &str) -> BTreeSet<String> {
    let calls = [
        ".t(\"",
        ".dated(\"",
        ".counted(\"",
        ".named(\"",
        "say!(words, \"",
        "say!(p.words, \"",
        "say!(shown.words(), \"",
    ];
    let mut found = BTreeSet::new();
    for call in calls {
        let behind = text.split(call).skip(1);
        found.extend(behind.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
    }
    found
}
