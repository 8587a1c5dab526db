//! The steps of the rolling text, one by one.

use super::*;
use crate::view::{Style, plain};
use crate::{Body, Content, Insertion, Kind, LabelForm, Language, Position, Tabled, tokenize};
use alloc::collections::BTreeSet;
use alloc::string::String;

fn code(code: &str) -> ParticipantId {
    ParticipantId::new(code).unwrap()
}

fn id(number: u32) -> ProvisionId {
    ProvisionId::from_number(number)
}

fn at(seconds: i64) -> Instant {
    Instant::from_seconds(seconds).unwrap()
}

fn label(text: &str) -> Label {
    Label {
        form: LabelForm::Dotted,
        text: text.into(),
    }
}

fn base(texts: &[&str]) -> Expression {
    let own = |(number, words): (usize, &&str)| {
        let number = u32::try_from(number + 1).unwrap();
        let label = Some(label(&alloc::format!("{number}")));
        Provision::new(
            id(number),
            Kind::Paragraph,
            label,
            Body::of(tokenize(words)),
        )
    };
    Expression {
        language: Language::new("en").unwrap(),
        headers: Vec::new(),
        provisions: texts.iter().enumerate().map(own).collect(),
    }
}

fn says(by: &str, provision: u32, words: &str) -> Stand {
    let mut stand = Stand::silent(code(by));
    let content = if words == "-" {
        Content::NoText
    } else {
        Content::Text(tokenize(words))
    };
    let tabled = Tabled {
        content,
        at: at(0),
        proposal: None,
    };
    stand.texts.insert(id(provision), tabled);
    stand
}

fn inserts(by: &str, seconds: i64, new: &[(u32, &str)]) -> Stand {
    let mut stand = Stand::silent(code(by));
    let mut after = Some(id(1));
    for (number, words) in new {
        let body = Body::of(tokenize(words));
        stand.insertions.push(Insertion {
            after,
            provision: Provision::new(id(*number), Kind::Paragraph, Some(label("2")), body),
            at: at(seconds),
            proposal: None,
        });
        after = Some(id(*number));
    }
    stand
}

fn of(texts: &[&str], stands: &[Stand]) -> Rolling {
    rolling(&base(texts), stands, &[], &Options::default()).unwrap()
}

fn lines(rolling: &Rolling) -> Vec<String> {
    rolling.attributed().lines(Style::default())
}

const NOTIFY: &str = "Each Party shall promptly notify the others of every such change it makes.";

#[test]
fn readings_are_attributed_and_listed_by_support() {
    let once = "Each Party shall at once notify the others of every such change it makes.";
    let none = "Each Party shall notify the others of every such change it makes.";
    let rolling = of(
        &[NOTIFY],
        &[
            says("TUR", 1, none),
            says("USA", 1, once),
            says("JPN", 1, once),
        ],
    );
    assert_eq!(
        lines(&rolling),
        [
            "1 Each Party shall [promptly][JPN, USA: at once][no text: TUR] notify the others of every such change it makes."
        ]
    );
    assert_eq!(
        rolling.unattributed().lines(Style {
            slashes: true,
            ..Style::default()
        }),
        [
            "1 Each Party shall [promptly]/[at once]/[no text] notify the others of every such change it makes."
        ]
    );
}

#[test]
fn changes_near_each_other_are_one_place() {
    let text = "Every State shall promptly notify the others of every such change it makes.";
    let apart = "Every Party shall promptly notify the others of every such change it does.";
    let rolling = of(&[NOTIFY], &[says("TUR", 1, text), says("NOR", 1, apart)]);
    assert_eq!(rolling.places().len(), 2);
    assert_eq!(rolling.places()[0].range(), 0..2);
}

#[test]
fn a_difference_of_case_is_a_place_of_one_word() {
    let text = "Each party shall promptly notify the others of every such change it makes.";
    let rolling = of(&[NOTIFY], &[says("TUR", 1, text)]);
    assert_eq!(
        lines(&rolling),
        [
            "1 Each [Party][TUR: party] shall promptly notify the others of every such change it makes."
        ]
    );
}

#[test]
fn where_the_space_differs_the_place_grows_to_the_left() {
    let text =
        "Each Party shall, if it can, promptly notify the others of every such change it makes.";
    let other = "Each Party shall then promptly notify the others of every such change it makes.";
    let rolling = of(&[NOTIFY], &[says("TUR", 1, text), says("NOR", 1, other)]);
    assert_eq!(
        lines(&rolling),
        [
            "1 Each Party [shall][TUR: shall, if it can,][NOR: shall then] promptly notify the others of every such change it makes."
        ]
    );
    assert_eq!(
        plain(&rolling.project(&code("TUR")).provisions[0].body.base()),
        text
    );
}

#[test]
fn what_rivals_have_in_common_is_taken_out_where_that_is_shorter() {
    let long = "without undue delay and in any case as soon as that is possible within";
    let text = |days: &str| NOTIFY.replace("promptly", &alloc::format!("{long} {days} days"));
    let rolling = rolling(
        &base(&[NOTIFY]),
        &[says("TUR", 1, &text("three")), says("NOR", 1, &text("ten"))],
        &[],
        &Options {
            whole_above: None,
            ..Options::default()
        },
    )
    .unwrap();
    assert_eq!(
        lines(&rolling),
        [alloc::format!(
            "1 Each Party shall [promptly][NOR, TUR: {long} [NOR: ten][TUR: three] days] notify the others of every such change it makes."
        )]
    );
    assert_eq!(
        plain(&rolling.project(&code("TUR")).provisions[0].body.base()),
        text("three")
    );
}

#[test]
fn a_text_that_is_wholly_new_is_an_alternative() {
    let new = "Parties inform one another without delay.";
    let rolling = of(
        &[NOTIFY],
        &[
            says("TUR", 1, new),
            says("NOR", 1, "-"),
            says("JPN", 1, NOTIFY),
        ],
    );
    let own = &rolling.expression.provisions[0];
    assert!(!own.body.is_contested());
    let shown: Vec<_> = own
        .alternatives
        .iter()
        .map(|rival| {
            let who = rival.stances[0].delegation.clone().unwrap();
            (
                rival.letter,
                who,
                rival.body.as_ref().map(|body| plain(&body.base())),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ('A', code("NOR"), None),
            ('B', code("JPN"), Some(NOTIFY.into())),
            ('C', code("TUR"), Some(new.into())),
        ]
    );
    assert!(rolling.project(&code("NOR")).provisions.is_empty());
}

#[test]
fn insertions_at_one_gap_all_stay_in_blocks_with_latin_labels() {
    let rolling = of(
        &["One.", "Two."],
        &[
            inserts("TUR", 5, &[(11, "First of mine."), (12, "Second of mine.")]),
            inserts("NOR", 2, &[(21, "Ours.")]),
        ],
    );
    assert_eq!(
        lines(&rolling),
        [
            "1 One.",
            "1 bis Ours.",
            "1 ter First of mine.",
            "1 quater Second of mine.",
            "2 Two."
        ]
    );
    let own = rolling.project(&code("TUR"));
    assert_eq!(
        own.provisions[1].label,
        Some(label("2")),
        "as it was tabled"
    );
}

#[test]
fn one_insertion_of_two_is_contested_within() {
    let rolling = of(
        &["One.", "Two."],
        &[
            inserts(
                "TUR",
                1,
                &[(11, "The seat is in the capital of the host country.")],
            ),
            inserts(
                "NOR",
                2,
                &[(11, "The seat is in the capital of the first country.")],
            ),
        ],
    );
    assert_eq!(
        lines(&rolling)[1],
        "1 bis The seat is in the capital of the [TUR: host][NOR: first] country."
    );
    let without = rolling.drop(&code("TUR"));
    assert_eq!(
        plain(&without.project(&code("NOR")).provisions[1].body.base()),
        "The seat is in the capital of the first country."
    );
}

#[test]
fn a_group_speaks_for_its_members_until_they_speak() {
    let once = "Each Party shall at once notify the others of every such change it makes.";
    let none = "Each Party shall notify the others of every such change it makes.";
    let voice = Voice {
        speaker: code("X-EU"),
        members: BTreeSet::from([code("FRA"), code("POL")]),
        from: at(0),
        until: Some(at(10)),
    };
    let stands = [says("X-EU", 1, once), says("FRA", 1, none)];
    let on = |instant| {
        let options = Options {
            voices: alloc::vec![voice.clone()],
            at: Some(at(instant)),
            ..Options::default()
        };
        rolling(&base(&[NOTIFY]), &stands, &[], &options).unwrap()
    };
    let text =
        |rolling: &Rolling, by: &str| plain(&rolling.project(&code(by)).provisions[0].body.base());
    let held = on(9);
    assert_eq!(text(&held, "POL"), once);
    assert_eq!(text(&held, "FRA"), none);
    assert_eq!(held.overrides.len(), 1);
    assert_eq!(held.overrides[0].member, code("FRA"));
    let rows = held.positions();
    let of_group = rows
        .iter()
        .find(|row| row.standings.contains_key(&code("POL")));
    assert!(of_group.unwrap().standings[&code("POL")].by_group);
    let ended = on(10);
    assert_eq!(text(&ended, "POL"), NOTIFY);
    assert!(ended.overrides.is_empty());
}

#[test]
fn positions_find_their_reading_again_when_a_place_widens() {
    let once = "Each Party shall at once notify the others of every such change it makes.";
    let wide = "Each Party must promptly notify the others of every such change it makes.";
    let stated = Stated {
        delegation: code("JPN"),
        position: Position::Oppose,
        provision: id(1),
        range: 3..4,
        words: tokenize(" at once"),
        at: at(1),
    };
    let stands = [says("TUR", 1, once), says("USA", 1, wide)];
    let kept = rolling(
        &base(&[NOTIFY]),
        &stands,
        core::slice::from_ref(&stated),
        &Options::default(),
    )
    .unwrap();
    assert_eq!(
        lines(&kept),
        [
            "1 Each Party [shall promptly][USA: must promptly][TUR, JPN^: shall at once] notify the others of every such change it makes."
        ]
    );
    assert!(kept.unattached.is_empty());
    let gone = kept.drop(&code("TUR"));
    assert_eq!(gone.unattached.len(), 1, "shown, never dropped");
}

#[test]
fn what_does_not_fit_is_refused_with_all_its_faults() {
    let faults = rolling(
        &base(&["One."]),
        &[says("TUR", 7, "x"), inserts("NOR", 0, &[(1, "y")])],
        &[],
        &Options::default(),
    )
    .unwrap_err();
    let reasons: Vec<_> = faults.iter().map(|fault| fault.reason).collect();
    assert!(reasons.contains(&crate::StandReason::Foreign));
    assert!(reasons.contains(&crate::StandReason::Taken));
}

#[test]
fn support_for_the_base_as_a_whole_does_not_replace_ones_own_words() {
    let once = "Each Party shall at once notify the others of every such change it makes.";
    let stated = Stated {
        delegation: code("TUR"),
        position: Position::Support,
        provision: id(1),
        range: 0..tokenize(NOTIFY).len(),
        words: tokenize(NOTIFY),
        at: at(1),
    };
    let stands = [says("TUR", 1, once), says("NOR", 1, "-")];
    let kept = rolling(&base(&[NOTIFY]), &stands, &[stated], &Options::default()).unwrap();
    let own = kept.project(&code("TUR"));
    assert_eq!(plain(&own.provisions[0].body.base()), once);
    assert_eq!(kept.unattached.len(), 1);
}
