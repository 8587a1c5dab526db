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
