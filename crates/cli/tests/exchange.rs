//! Texts that go out as documents and come back, on the command line.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use support::{Folder, run};

const TEXT: &str = "# Treaty {#aaaaaa}
language: en

Article 1. Notice {#k7m2qx}

1. Each Party shall [=: promptly | TUR: at once | NOR: without delay] notify the others. {#k7m2qy}

2. The Parties meet once a year. {#k7m2qz}
";

#[test]
fn a_document_goes_out_and_comes_back() {
    let folder = Folder::small();
    folder.put("x.en.treaty", TEXT);
    let out = run(
        folder.path(),
        "sponsio text docx {}/x.en.treaty -o {}/out.docx",
    );
    assert_eq!((out.code, out.err.as_str()), (0, ""));
    let back = run(
        folder.path(),
        "sponsio text import {}/out.docx --as TUR --base {}/x.en.treaty -o {}/TUR.en.treaty --json",
    );
    assert_eq!(back.code, 0, "{}", back.err);
    let said: serde_json::Value = serde_json::from_str(&back.out).unwrap();
    assert_eq!(said["changes"][0]["change"], "replaced");
    assert_eq!(said["changes"][0]["provision"], "k7m2qy");
    assert_eq!(
        said["changes"][0]["words"],
        "Each Party shall at once notify the others."
    );
    assert_eq!(said["changes"].as_array().unwrap().len(), 1);
    assert_eq!(said["not_carried_over"], serde_json::json!([]));
    let text = std::fs::read_to_string(folder.path().join("TUR.en.treaty")).unwrap();
    assert!(
        text.contains("1. Each Party shall at once notify the others. {#k7m2qy}"),
        "{text}"
    );
    let words = run(
        folder.path(),
        "sponsio text import {}/out.docx --as TUR --base {}/x.en.treaty --lang tr",
    );
    assert!(
        words.out.contains("TUR 1 değişiklik istiyor"),
        "{}",
        words.out
    );
}

#[test]
fn the_working_copy_of_another_is_refused() {
    let folder = Folder::small();
    folder.put("x.en.treaty", TEXT);
    let out = run(
        folder.path(),
        "sponsio text docx {}/x.en.treaty --as NOR -o {}/nor.docx",
    );
    assert_eq!(out.code, 0);
    let back = run(
        folder.path(),
        "sponsio text import {}/nor.docx --as TUR --base {}/x.en.treaty",
    );
    assert_eq!(back.code, 5);
    assert!(
        back.err.contains("is the working copy of NOR"),
        "{}",
        back.err
    );
}

#[test]
fn akoma_ntoso_comes_back_as_the_same_text() {
    let folder = Folder::small();
    folder.put("x.en.treaty", TEXT);
    let out = run(folder.path(), "sponsio text akn {}/x.en.treaty -o {}/x.xml");
    assert_eq!(out.code, 0, "{}", out.err);
    let back = run(
        folder.path(),
        "sponsio text import {}/x.xml -o {}/y.en.treaty",
    );
    assert_eq!(back.code, 0, "{}", back.err);
    assert_eq!(
        std::fs::read_to_string(folder.path().join("y.en.treaty")).unwrap(),
        TEXT
    );
}

const ENGLISH: &str = "# Treaty {#aaaaaa}
language: en
languages: en, tr

Article 1. Notice {#k7m2qx}

1. Each Party shall promptly notify the others. {#k7m2qy}

2. The Parties meet once a year. {#k7m2qz}

- in one capital; {#k7m2r0}

- in another. {#k7m2r1}

Article 2. Seat {#k7m2r2}

1. The seat is at the capital. {#k7m2r3}
";

const TURKISH: &str = "# Antlaşma {#aaaaaa}
language: tr

Madde 1. Bildirim {#k7m2qx}

1. Her Taraf diğerlerine derhâl bildirimde bulunur. {#k7m2qy}

2. Taraflar yılda bir kez toplanır: {#k7m2qz}

- bir başkentte; {#k7m2r0}

- bir diğerinde. {#k7m2r1}

Madde 2. Merkez {#k7m2r2}

1. Merkez başkenttedir. {#k7m2r3}
";

/// Puts a base and what three delegations want of it into a folder.
fn negotiation(language: &str, base: &str, words: [&str; 2]) -> Folder {
    let folder = Folder::small();
    folder.put(&format!("base.{language}.treaty"), base);
    let replaced = base.replace(words[0], words[1]);
    folder.put(&format!("TUR.{language}.treaty"), &replaced);
    let line = |id: &str| base.lines().find(|line| line.contains(id)).expect("a line");
    let without = without_line(base, line("k7m2r1"));
    folder.put(&format!("NOR.{language}.treaty"), without);
    // The last item in the first paragraph, and a paragraph more.
    let moved = without_line(base, line("k7m2r1")).replace(
        &format!("{}\n", line("k7m2qy")),
        &format!("{}\n\n{}\n", line("k7m2qy"), line("k7m2r1")),
    );
    folder.put(
        &format!("X-EU.{language}.treaty"),
        format!("{moved}\n2. {} {{#k7m2r9}}\n", words[1]),
    );
    folder
}

fn without_line(text: &str, line: &str) -> String {
    text.replace(&format!("{line}\n\n"), "")
}

/// Has xmllint judge a file of a folder by the official schema.
fn judged(folder: &Folder, file: &str) {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let schema = root.join("../../../shared/schema/akomantoso30.xsd");
    if !schema.exists() {
        say("left out: the official schema (../shared/schema/akomantoso30.xsd) is not there");
        return;
    }
    let judged = std::process::Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .arg(schema)
        .arg(folder.path().join(file))
        .output()
        .expect("xmllint is installed (Debian: libxml2-utils)");
    let said = String::from_utf8_lossy(&judged.stderr);
    assert!(judged.status.success(), "{said}");
}

#[expect(clippy::print_stderr, reason = "what is left out is said")]
fn say(message: &str) {
    eprintln!("{message}");
}

#[test]
fn proposals_of_a_round_go_out_and_come_back() {
    for (language, base, words) in [
        ("en", ENGLISH, ["promptly notify", "notify at once"]),
        (
            "tr",
            TURKISH,
            ["derhâl bildirimde", "gecikmeden bildirimde"],
        ),
    ] {
        let folder = negotiation(language, base, words);
        let file = |code: &str| format!("{{}}/{code}.{language}.treaty");
        let versions = ["TUR", "NOR", "X-EU"].map(file).join(" ");
        let out = run(
            folder.path(),
            &format!(
                "sponsio text akn {} --proposals {versions} --round I -o {{}}/round.xml --lang {language}",
                file("base")
            ),
        );
        assert_eq!((out.code, out.err.as_str()), (0, ""));
        judged(&folder, "round.xml");
        let back = run(
            folder.path(),
            &format!(
                "sponsio text import {{}}/round.xml --base {} --json",
                file("base")
            ),
        );
        assert_eq!(back.code, 0, "{}", back.err);
        let said: serde_json::Value = serde_json::from_str(&back.out).unwrap();
        assert_eq!(
            (&said["round"], &said["language"]),
            (&"I".into(), &language.into())
        );
        let changes = |place: usize| {
            let changes = said["proposals"][place]["changes"].as_array().unwrap();
            let kinds = changes.iter().map(|own| own["change"].as_str().unwrap());
            kinds.collect::<Vec<_>>()
        };
        // In the order of the codes: Norway, Türkiye, the European Union.
        assert_eq!(said["proposals"][0]["by"], serde_json::json!(["NOR"]));
        assert_eq!(
            (changes(0), changes(1)),
            (vec!["deleted"], vec!["replaced"])
        );
        assert_eq!(changes(2), ["moved", "inserted"]);
        assert_eq!(said["not_carried_over"], serde_json::json!([]));

        // Each alone makes the text of its delegation of the base again.
        for code in ["TUR", "NOR", "X-EU"] {
            let alone = format!(
                "sponsio text akn {} --proposals {} -o {{}}/{code}.xml",
                file("base"),
                file(code)
            );
            let out = run(folder.path(), &alone);
            assert_eq!(out.code, 0, "{}", out.err);
            judged(&folder, &format!("{code}.xml"));
            let back = format!(
                "sponsio text import {{}}/{code}.xml --base {} -o {{}}/again.{language}.treaty",
                file("base")
            );
            let back = run(folder.path(), &back);
            assert_eq!(back.code, 0, "{}", back.err);
            let read = |name: String| std::fs::read_to_string(folder.path().join(name)).unwrap();
            assert_eq!(
                read(format!("again.{language}.treaty")),
                read(format!("{code}.{language}.treaty"))
            );
        }
    }
}

#[test]
fn what_proposals_change_is_said_in_words() {
    let folder = negotiation("en", ENGLISH, ["promptly notify", "notify at once"]);
    let out = "sponsio text akn {}/base.en.treaty --proposals {}/X-EU.en.treaty {}/NOR.en.treaty \
               --date 2026-12-13T09:00:00Z -o {}/round.xml";
    assert_eq!(run(folder.path(), out).code, 0);
    for language in ["en", "tr"] {
        let words = format!(
            "sponsio text import {{}}/round.xml --base {{}}/base.en.treaty --lang {language}"
        );
        let said = run(folder.path(), &words).out;
        let said = said.replace(&format!("{}/", folder.path().display()), "");
        insta::assert_snapshot!(format!("proposals_{language}"), said);
    }
    let refused = run(
        folder.path(),
        "sponsio text import {}/round.xml --base {}/base.en.treaty -o {}/y.en.treaty",
    );
    assert_eq!(refused.code, 2, "{}", refused.err);
    let refused = run(
        folder.path(),
        "sponsio text import {}/x.en.treaty --base {}/base.en.treaty",
    );
    assert_ne!(refused.code, 0);
}

#[test]
fn a_renumbered_text_says_its_former_names() {
    let folder = Folder::small();
    folder.put("old.en.treaty", ENGLISH);
    folder.put("new.en.treaty", ENGLISH.replace("Article 2.", "Article 3."));
    let out = run(
        folder.path(),
        "sponsio text akn {}/new.en.treaty --before {}/old.en.treaty --adopted -o {}/new.xml",
    );
    assert_eq!(out.code, 0, "{}", out.err);
    judged(&folder, "new.xml");
    let xml = std::fs::read_to_string(folder.path().join("new.xml")).unwrap();
    assert!(
        xml.contains("eId=\"art_3__para_1\" wId=\"art_2__para_1\" GUID=\"p-k7m2r3\""),
        "{xml}"
    );
    assert!(!xml.contains("wId=\"art_1\""), "{xml}");
}

#[test]
fn what_is_no_document_is_refused_with_its_reason() {
    let folder = Folder::small();
    folder.put("x.docx", "{\\rtf1 words}");
    let done = run(folder.path(), "sponsio text import {}/x.docx");
    assert_eq!(done.code, 1);
    assert!(done.err.contains("it is no archive"), "{}", done.err);
    folder.put("x.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");
    let done = run(folder.path(), "sponsio text import {}/x.xml");
    assert_eq!(done.code, 1);
    assert!(
        done.err.contains("1:1: a document type is not read"),
        "{}",
        done.err
    );
}

#[test]
fn no_file_that_is_read_is_overwritten() {
    let folder = Folder::small();
    let open = "[=: promptly | TUR: at once | NOR: without delay]";
    let text = TEXT.replace(open, "promptly");
    folder.put("base.en.treaty", &text);
    for words in [
        "sponsio text docx {}/base.en.treaty -o {}/base.en.treaty",
        "sponsio text akn {}/base.en.treaty -o {}/base.en.treaty",
        "sponsio text akn {}/base.en.treaty --proposals ARD={}/base.en.treaty -o {}/base.en.treaty",
        "sponsio text import {}/base.en.treaty -o {}/base.en.treaty",
    ] {
        let done = run(folder.path(), words);
        assert_eq!(done.code, 2, "{words}: {}", done.err);
        assert!(
            done.err.contains("would be overwritten"),
            "{words}: {}",
            done.err
        );
        let kept = std::fs::read_to_string(folder.path().join("base.en.treaty"));
        assert_eq!(kept.expect("it is there"), text);
    }
}
