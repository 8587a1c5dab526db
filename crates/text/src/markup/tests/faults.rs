//! Each code with its place, and the words that are meant.

use super::*;
use crate::language::Language;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// The codes and places that are found in lines below a head of three.
#[track_caller]
fn found(lines: &str) -> Vec<String> {
    body(lines).faults.iter().map(shown).collect()
}

fn meant(lines: &str) -> Option<String> {
    body(lines)
        .faults
        .first()
        .and_then(|fault| fault.meant.clone())
}

#[test]
fn bytes_that_are_no_text() {
    let of = |bytes: &[u8]| {
        let mut ids = IdsOfDigest::new(Digest::of(b"test"));
        let parsed = parse(bytes, &Options::default(), &mut ids);
        assert!(parsed.expression.is_none());
        parsed.faults.iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(of(b"# T\nlanguage: en\n\na\xffb"), ["T001 4:2"]);
    assert_eq!(
        of(b"# T\nlanguage: en\n\na\0b\rc"),
        ["T002 4:2", "T002 4:4"]
    );
    assert_eq!(
        of("# T\nlanguage: en\n\nab\u{202e}c".as_bytes()),
        ["T003 4:3"]
    );
    assert_eq!(of(&alloc::vec![b'a'; FILE_MAX + 1]), ["T004 1:1"]);
    assert_eq!(of(&alloc::vec![b'a'; LINE_MAX + 1]), ["T005 1:1"]);
}

#[test]
fn characters_that_are_not_composed_are_a_warning() {
    let parsed = body("u\u{308}ber\n");
    assert_eq!(shown(&parsed.faults[0]), "T006 4:1");
    assert!(print(&parsed.expression.unwrap()).contains("über"));
}

#[test]
fn the_head_says_title_and_language() {
    let of = |source: &str| read(source).faults.iter().map(shown).collect::<Vec<_>>();
    assert_eq!(of(""), ["T101 1:1", "T103 1:1"]);
    assert_eq!(of("Words"), ["T101 1:1", "T103 1:6"]);
    assert_eq!(of("# T\n\nx"), ["T103 1:4"]);
    assert_eq!(of("# T\nlanguage: English\n"), ["T103 2:1"]);
    assert_eq!(
        of("# T\nlanguage: en\nstaus: draft\nlanguage: tr\nwords\n"),
        ["T102 3:1", "T102 4:1", "T102 5:1"]
    );
    assert_eq!(of("# T\nlanguage: en\n\n# U\n"), ["T101 4:1"]);
    let parsed = read("# T\nlanguage: en\nstaus: draft\n");
    assert_eq!(parsed.faults[0].meant.as_deref(), Some("status"));
    let turkish = Options {
        language: Some(Language::new("tr").unwrap()),
        ..Options::default()
    };
    let mut ids = IdsOfDigest::new(Digest::of(b"test"));
    assert_eq!(parse(b"# T\n\nx", &turkish, &mut ids).faults.len(), 1);
}

#[test]
fn labels_follow_each_other() {
    assert_eq!(found("Article 2. X\n\nArticle 1. Y\n"), ["T110 6:1"]);
    assert_eq!(found("Article 1. X\n\nArticle 1. Y\n"), ["T111 6:1"]);
    assert_eq!(
        found("Article 1. X\n\n1. a\n\nArticle 14 bis. Y\n\n1. b\n"),
        Vec::<String>::new()
    );
    assert_eq!(found("1. x\n(b) a\n(a) b\n"), ["T110 6:1"]);
    assert_eq!(found("1. x\n(h) a\n(i) b\n(j) c\n"), Vec::<String>::new());
    assert_eq!(found("(a) x\n"), ["T112 4:1"]);
    assert_eq!(found("& x\n"), ["T112 4:1"]);
    assert_eq!(found("Alt A: x\n"), ["T112 4:1"]);
    assert_eq!(found("1. x\n   (a) y\n"), ["T121 5:4"]);
    assert_eq!(found("1. x\n(a) y\n    (i) z\n"), ["T121 6:5"]);
}

#[test]
fn prose_that_looks_like_a_heading_is_a_warning() {
    assert_eq!(found("Article 5 applies to all\n"), ["T120 4:1"]);
    assert_eq!(
        meant("Artıcle 14 bis. Notification\n").as_deref(),
        Some("Article 14 bis.")
    );
    assert_eq!(meant("Artcle 14 bis\n").as_deref(), Some("Article 14 bis."));
    assert_eq!(found("Aspects 5 and more\n"), Vec::<String>::new());
    assert_eq!(found("## Partt I. General\n"), ["T120 4:4"]);
}

#[test]
fn brackets_close_in_their_provision() {
    assert_eq!(
        found("a [=: b | USA: c\n\nd ] e\n"),
        ["T201 4:3", "T202 6:3"]
    );
    assert_eq!(found("a {term b\n"), ["T201 4:3"]);
    assert_eq!(found("a ^[b\n"), ["T201 4:3"]);
    assert_eq!(found("a *b\n"), ["T201 4:3"]);
    assert_eq!(found("a } b\n"), ["T202 4:3"]);
    let open = body("x\n[=: b\n").faults.remove(0);
    assert_eq!(
        (open.line, open.column, open.end_line, open.end_column),
        (5, 1, 5, 2)
    );
    assert_eq!(open.detail, Detail::Unclosed(Delimiter::Bracket));
}

#[test]
fn readings_say_whose_they_are() {
    assert_eq!(found("a [b] c\n"), ["T203 4:3"]);
    assert_eq!(found("a [=: b | c] d\n"), ["T203 4:10"]);
    assert_eq!(found("a [=: b | =: c] d\n"), ["T204 4:12"]);
    assert_eq!(found("a [USA: b | TUR: c] d\n"), ["T205 4:3"]);
    assert_eq!(found("a [=: b | USA: c | TUR, USA: d] d\n"), ["T206 4:25"]);
    assert_eq!(
        found("a [=: b | USA: c | USA~: d] d\n"),
        Vec::<String>::new()
    );
    assert_eq!(
        found("a [=: b | USA: c [USA: d [USA: e]]] d\n"),
        ["T207 4:26"]
    );
    assert_eq!(
        found("a [=: b | USA, JPN: c [USA: d | TUR: e]] d\n"),
        ["T207 4:3"]
    );
    assert_eq!(found("a [=: b [=: c | USA: d]] d\n"), ["T207 4:3"]);
    assert_eq!(found("a ^[b [=: c | USA: d]]\n"), ["T207 4:3"]);
    assert_eq!(found("1. x\n\nAlt A (=): y\n"), ["T204 6:8"]);
    assert_eq!(found("1. x\n\nAlt A (us): y\n"), ["T203 6:8"]);
}

#[test]
fn delegations_are_those_of_the_conference() {
    let known = ["USA", "TUR"].map(|code| ParticipantId::new(code).unwrap());
    let options = Options {
        delegations: Some(known.into()),
        ..Options::default()
    };
    let mut ids = IdsOfDigest::new(Digest::of(b"test"));
    let source = "# T\nlanguage: en\n\na [=: b | TUK, USA: c]^[NOR: x] d {+ FRA}\n";
    let parsed = parse(source.as_bytes(), &options, &mut ids);
    let codes: Vec<_> = parsed.faults.iter().map(shown).collect();
    assert_eq!(codes, ["T208 4:11", "T208 4:25", "T208 4:35"]);
    assert_eq!(parsed.faults[0].meant.as_deref(), Some("TUR"));
}

#[test]
fn braces_hold_what_is_known() {
    for braces in ["{x}", "{}", "{?}", "{=a}", "{= a}", "{+ usa}", "{term }"] {
        assert_eq!(
            found(&alloc::format!("a {braces}\n")),
            ["T209 4:3"],
            "{braces}"
        );
    }
}

#[test]
fn ids_are_unique_and_references_lead_somewhere() {
    assert_eq!(found("a {#K7M2QX}\n"), ["T301 4:3"]);
    assert_eq!(found("a {#k7m2qx} b\n"), ["T301 4:3"]);
    assert_eq!(found("a {@k7m2}\n"), ["T301 4:3"]);
    assert_eq!(found("a {@k7m2qx fully}\n"), ["T301 4:3"]);
    assert_eq!(found("a {#k7m2qx}\n\nb {#k7m2qx}\n"), ["T302 6:3"]);
    assert_eq!(found("a {@k7m2qx}\n"), ["T303 4:3"]);
    assert_eq!(
        meant("a {@k7m2qx}\n\nb {#k7m2qy}\n").as_deref(),
        Some("k7m2qy")
    );
    assert_eq!(found("a {@k7m2qx} {#k7m2qx}\n"), ["T305 4:3"]);
    assert_eq!(
        found("a {@k7m2qx}\n\nAlt A: b\n\nc {#k7m2qx}\n"),
        ["T306 4:3"]
    );
    let deleted = Options {
        deleted: ["k7m2qx".parse().unwrap()].into(),
        ..Options::default()
    };
    let mut ids = IdsOfDigest::new(Digest::of(b"test"));
    let source = b"# T\nlanguage: en\n\na {@k7m2qx}\n\nb {#k7m2qx}\n";
    let codes: Vec<_> = parse(source, &deleted, &mut ids)
        .faults
        .iter()
        .map(shown)
        .collect();
    assert_eq!(codes, ["T304 4:3", "T302 6:3"]);
}

#[test]
fn terms_are_used() {
    assert_eq!(found("the {term Depositary}\n"), ["T320 4:5"]);
    assert_eq!(
        found("the {term Depositary} and\n\nall Depositaries\n"),
        Vec::<String>::new()
    );
    assert_eq!(
        found("{term Contracting Party} and Contracting Parties\n"),
        Vec::<String>::new()
    );
    assert_eq!(
        found("{term Contracting Party} and Contracting State\n"),
        ["T320 4:1"]
    );
}

#[test]
fn rules_are_confirmed_for_their_text() {
    let parsed = body("1. words\n| in force\n");
    assert_eq!(shown(&parsed.faults[0]), "T410 5:1");
    let Detail::Unconfirmed {
        bound: None,
        current,
    } = &parsed.faults[0].detail
    else {
        panic!("{:?}", parsed.faults[0].detail)
    };
    let bound = alloc::format!("1. words\n| in force\n|= {current}\n");
    assert_eq!(found(&bound), Vec::<String>::new());
    let other = alloc::format!("1. other words\n| in force\n|= {current}\n");
    assert_eq!(found(&other), ["T410 6:1"]);
    let renumbered = alloc::format!("2. words\n| in force\n|= {current}\n");
    assert_eq!(found(&renumbered), Vec::<String>::new());
}

#[test]
fn all_faults_are_reported_up_to_a_limit() {
    let many = "a ] b\n\n".repeat(300);
    let parsed = body(&many);
    assert_eq!((parsed.faults.len(), parsed.left_out), (MOST_FAULTS, 100));
}
