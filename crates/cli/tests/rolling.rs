//! Rolling texts on the command line: what delegations send back becomes one text, and each finds its own
//! in it again.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use support::{Done, Folder, run};

const DRAFT: &str = "Article 1. Assurance\n\nEach Party shall promptly notify the other Parties of any exercise near \
    their borders, in writing.\n\nArticle 2. Consultations\n\nThe Parties shall meet once a year at the \
    invitation of one of them.\n";

/// A draft and the versions of three delegations.
fn versions() -> Folder {
    let folder = Folder::small();
    folder.put("draft.txt", DRAFT);
    let promptly = DRAFT.replace("promptly notify", "notify within three days");
    folder.put("ARD.txt", &promptly);
    folder.put(
        "BEL.txt",
        promptly.replace("near their", "within 50 kilometres of their"),
    );
    let military = DRAFT.replace("any exercise", "any military exercise");
    folder.put("CAR.txt", military.replace("once a year", "twice a year"));
    folder
}

/// Runs a command whose words are names in a folder where they begin with `{}`.
fn said(folder: &Folder, words: &str) -> Done {
    let mut done = run(folder.path(), words);
    let prefix = format!("{}/", folder.path().display());
    done.out = done.out.replace(&prefix, "");
    done.err = done.err.replace(&prefix, "");
    done
}

const ALL: &str = "sponsio rolling {}/draft.txt {}/ARD.txt {}/BEL.txt {}/CAR.txt";

#[test]
fn every_bracket_says_who_stands_behind_it() {
    let folder = versions();
    for (language, name) in [("en", "rolling_in_english"), ("tr", "rolling_in_turkish")] {
        let done = said(&folder, &format!("{ALL} --lang {language}"));
        assert_eq!(done.code, 0, "{}", done.err);
        insta::assert_snapshot!(name, done.out + "---\n" + &done.err);
    }
}

#[test]
fn a_delegation_finds_its_own_text_again() {
    let folder = versions();
    let done = said(&folder, &format!("{ALL} --as CAR"));
    assert_eq!(done.code, 0, "{}", done.err);
    for (words, is_its) in [
        ("military", true),
        ("twice", true),
        ("within three days", false),
    ] {
        assert_eq!(done.out.contains(words), is_its, "{words}: {}", done.out);
    }
    let own = said(&folder, &format!("{ALL} --format treaty"));
    assert_eq!(own.code, 0, "{}", own.err);
    for words in [
        "[=: promptly notify | ARD, BEL: notify within three days]",
        "[=: once | CAR: twice]",
    ] {
        assert!(own.out.contains(words), "{words}: {}", own.out);
    }
}

#[test]
fn a_word_document_comes_back_as_a_version_and_is_no_base() {
    let folder = versions();
    let made = said(&folder, &format!("{ALL} -o {{}}/rolling.docx"));
    assert_eq!(made.code, 0, "{}", made.err);
    let again = said(&folder, "sponsio rolling {}/rolling.docx {}/ARD.txt");
    assert_eq!(again.code, 5, "{}", again.err);
    assert!(again.err.contains("tracked changes"), "{}", again.err);
    assert!(again.err.contains("Accept or reject"), "{}", again.err);
}

#[test]
fn what_cannot_be_told_is_refused() {
    let folder = versions();
    folder.put("two.txt", DRAFT);
    folder.put(
        "odd.txt",
        "Article 1. Assurance\n\nEach Party [shall][should] notify.\n",
    );
    for (words, code, part) in [
        (
            "sponsio rolling {}/draft.txt {}/two.txt",
            2,
            "begins with no delegation's code",
        ),
        (
            "sponsio rolling {}/draft.txt {}/ARD.txt ARD={}/two.txt",
            2,
            "has two versions",
        ),
        (
            "sponsio rolling {}/draft.txt ARD={}/odd.txt",
            5,
            "line 3: a contested place",
        ),
        ("sponsio rolling {}/draft.txt {}/GAL.txt", 4, "GAL.txt"),
        (
            "sponsio rolling {}/draft.txt {}/ARD.txt --format docx",
            2,
            "needs a file",
        ),
    ] {
        let done = said(&folder, words);
        assert_eq!(done.code, code, "{words}: {}", done.err);
        assert!(done.err.contains(part), "{words}: {}", done.err);
    }
}

#[test]
fn two_editions_are_compared() {
    let folder = versions();
    let done = said(&folder, "sponsio text compare {}/draft.txt {}/CAR.txt");
    assert_eq!(done.code, 0, "{}", done.err);
    insta::assert_snapshot!("compared", done.out + &done.err);
}
