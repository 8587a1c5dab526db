//! A delegation's whole text becomes its proposals at the desk: the Word file that it sends back, or its
//! version in another form. Nothing of it is dropped silently, and nothing is tabled twice.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;

use serde_json::Value;
use support::archive::edited;
use support::run;
use support::sitting::{at, done, mark};
use tempfile::TempDir;

const NOW: &str = "2027-01-11T09:00:00Z";
const BASE: &str = "# Treaty {#k7m2qt}\nlanguage: en\n\nArticle 1. Notice {#k7m2qx}\n\n\
    1. Each Party shall promptly notify the Depositary of every attack. {#k7m2qy}\n\n\
    2. The notice shall be given in writing. {#k7m2qz}\n\n\
    3. The Parties shall meet once a year at the invitation of one of them. {#k7m2r0}\n";

fn put(folder: &TempDir, file: &str, bytes: impl AsRef<[u8]>) {
    fs::write(folder.path().join(file), bytes).expect("written");
}

fn bytes(folder: &TempDir, file: &str) -> Vec<u8> {
    fs::read(folder.path().join(file)).expect("it is there")
}

/// A conference of three delegations with its text and an open round.
fn sitting() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    put(&folder, "text.en.treaty", BASE);
    let made =
        "sponsio init {}/p --origin a.example --title T --exercise --now 2027-01-10T08:00:00Z";
    assert_eq!(run(folder.path(), made).code, 0);
    let now = "2027-01-10T08:00:00Z";
    for code in ["ARD", "BEL", "CAR"] {
        done(&folder, now, &format!("participant add {code} {code}"));
    }
    let open = "conference open guarantees --title Guarantees --treaty demo-g --language en";
    done(&folder, now, open);
    for code in ["ARD", "BEL", "CAR"] {
        let seat = format!("conference seat guarantees {code} --tables --votes");
        done(&folder, now, &seat);
    }
    done(
        &folder,
        now,
        "conference revise guarantees --text {}/text.en.treaty",
    );
    let round = "round open guarantees I --closes 2027-01-20T12:00:00Z";
    done(&folder, now, round);
    folder
}

fn propose(folder: &TempDir, code: &str, file: &str, more: &str) -> Value {
    let words = format!("propose guarantees I --as {code} --language en --text {{}}/{file} {more}");
    done(folder, NOW, words.trim())
}

/// What the proposals do, in the order in which they are tabled.
fn changes(answer: &Value) -> Vec<String> {
    let proposals = answer["proposals"].as_array().expect("a list").iter();
    let operations = proposals.flat_map(|own| own["operations"].as_array().expect("a list"));
    let said = operations.map(|own| {
        let text = own["text"]
            .as_str()
            .unwrap_or_default()
            .trim()
            .replace('\n', "/");
        let (what, id) = (own["do"].as_str(), own["provision"].as_str());
        format!("{} {} {text}", what.expect("a word"), id.expect("an id"))
    });
    said.map(|own| own.trim_end().to_owned()).collect()
}

/// What is said in one line, however it was wrapped.
fn flat(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(folder: &TempDir, reader: &str) -> String {
    let words = format!("round text guarantees I --language en {reader} --format treaty");
    let done = at(folder, NOW, &words);
    assert_eq!(done.code, 0, "{}", done.err);
    done.out
}

#[test]
fn a_version_in_source_form_is_tabled_change_by_change() {
    let folder = sitting();
    let version = BASE
        .replace("promptly", "at once")
        .replace("\n2. The notice shall be given in writing. {#k7m2qz}\n", "")
        + "\n4. They keep a record.\n\n5. The record is public.\n";
    put(&folder, "ARD.en.treaty", &version);
    let wanted = [
        "replace k7m2qy Each Party shall at once notify the Depositary of every attack.",
        "insert-after k7m2r0 4. They keep a record.//5. The record is public.",
        "delete k7m2qz",
    ];
    // A rehearsal says the same and writes nothing.
    let dry = propose(&folder, "ARD", "ARD.en.treaty", "--dry-run");
    assert_eq!(changes(&dry), wanted);
    assert!(dry["proposals"][0]["id"].is_null());
    let shown = done(&folder, NOW, "conference show guarantees");
    assert_eq!(
        shown["proposals"].as_array().map_or(0, Vec::len),
        0,
        "{shown}"
    );

    let tabled = propose(&folder, "ARD", "ARD.en.treaty", "");
    assert_eq!(changes(&tabled), wanted);
    let rolling = text(&folder, "--as ARD");
    assert!(
        rolling.contains("[=: promptly | ARD: at once]"),
        "{rolling}"
    );
    assert!(rolling.contains("They keep a record. {+ ARD}"), "{rolling}");
    assert!(rolling.contains("Alt A (ARD): -"), "{rolling}");

    // The same file again tables nothing; another version takes the place of what it changes.
    let again = propose(&folder, "ARD", "ARD.en.treaty", "");
    assert_eq!(changes(&again), [""; 0]);
    assert_eq!(again["already_tabled"].as_array().map_or(0, Vec::len), 3);
    put(
        &folder,
        "ARD.en.treaty",
        version.replace("at once", "within a day"),
    );
    let later = propose(&folder, "ARD", "ARD.en.treaty", "");
    assert_eq!(
        later["proposals"][0]["supersedes"],
        tabled["proposals"][0]["id"]
    );
    assert_eq!(later["not_in_the_text"].as_array().map_or(0, Vec::len), 0);

    // What a version has no more is named, and stays until it is withdrawn.
    put(&folder, "ARD.en.treaty", BASE);
    let back = at(
        &folder,
        NOW,
        "propose guarantees I --as ARD --language en --text {}/ARD.en.treaty",
    );
    assert_eq!(back.code, 0, "{}", back.err);
    let out = flat(&back.out);
    assert!(out.contains("nothing to table by ARD"), "{out}");
    let first = later["proposals"][0]["id"].as_str().expect("a mark");
    assert!(
        out.contains("Not in this text") && out.contains(first),
        "{out}"
    );
}

#[test]
fn one_proposal_of_all_is_tabled_where_that_is_asked() {
    let folder = sitting();
    let version = BASE
        .replace("promptly", "at once")
        .replace("in writing", "orally");
    put(&folder, "BEL.en.treaty", version);
    let tabled = propose(&folder, "BEL", "BEL.en.treaty", "--together --to ARD");
    assert_eq!(tabled["proposals"].as_array().map_or(0, Vec::len), 1);
    assert_eq!(changes(&tabled).len(), 2);
    // It is addressed to one delegation; another does not read it.
    let (ard, car) = (text(&folder, "--as ARD"), text(&folder, "--as CAR"));
    assert!(
        ard.contains("BEL: at once") && !car.contains("BEL"),
        "{ard}{car}"
    );
}

#[test]
fn a_returned_word_file_becomes_proposals() {
    let folder = sitting();
    put(
        &folder,
        "w.txt",
        "Each Party shall notify the Depositary of every attack at once.",
    );
    let bel = "propose guarantees I --as BEL --language en --replace k7m2qy={}/w.txt";
    let bel = mark(&done(&folder, NOW, bel));
    let out = "round text guarantees I --language en --as CAR -o {}/rolling.docx";
    assert_eq!(at(&folder, NOW, out).code, 0);

    // The delegation edits with tracked changes and adds a comment-like table and a paragraph.
    let went_out = bytes(&folder, "rolling.docx");
    let returned = edited(&went_out, "word/document.xml", |xml| {
        let changed = xml.replace(
            "in writing.",
            "in writing</w:t></w:r><w:ins w:id=\"901\" w:author=\"Jane\" w:date=\"2027-01-11T08:00:00Z\">\
             <w:r><w:t xml:space=\"preserve\"> and by wire</w:t></w:r></w:ins>\
             <w:r><w:t xml:space=\"preserve\">.",
        );
        assert_ne!(changed, xml, "the words stand in one run");
        changed.replace(
            "<w:sectPr",
            "<w:p><w:r><w:t>4. They keep a record.</w:t></w:r></w:p>\
             <w:tbl><w:tr><w:tc><w:p><w:r><w:t>in a table</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr",
        )
    });
    put(&folder, "CAR.docx", &returned);
    let words = "propose guarantees I --as CAR --language en --text {}/CAR.docx --dry-run";
    let dry = at(&folder, NOW, words);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert!(
        dry.err.contains("table") && dry.err.contains("BEL"),
        "{}",
        dry.err
    );
    let tabled = propose(&folder, "CAR", "CAR.docx", "");
    let said = changes(&tabled);
    assert_eq!(
        said[0],
        "replace k7m2qz The notice shall be given in writing and by wire."
    );
    assert!(
        said[1].starts_with("insert-after k7m2r0 4. They keep a record."),
        "{said:?}"
    );
    // The change of another delegation is left to it, and is not proposed by this one.
    assert!(!said.iter().any(|own| own.contains("k7m2qy")), "{said:?}");
    let rolling = text(&folder, "--presidency");
    assert!(rolling.contains("CAR: and by wire"), "{rolling}");
    assert!(!bel.is_empty());

    // A file in which our tracked changes are gone is refused by the names of the paragraphs.
    let settled = edited(&went_out, "word/document.xml", |xml| {
        xml.replace("w:ins ", "w:smartTag ")
            .replace("w:ins>", "w:smartTag>")
            .replace("w:del ", "w:smartTag ")
            .replace("w:del>", "w:smartTag>")
            .replace("w:delText", "w:t")
    });
    put(&folder, "CAR.docx", &settled);
    let refused = at(&folder, NOW, words);
    assert_eq!(refused.code, 5, "{}{}", refused.out, refused.err);
    let why = flat(&refused.err);
    assert!(
        why.contains("k7m2qy") && why.contains("Each Party shall"),
        "{why}"
    );
    let shown = done(&folder, NOW, "conference show guarantees");
    assert_eq!(
        shown["proposals"].as_array().map_or(0, Vec::len),
        3,
        "{shown}"
    );
}

#[test]
fn a_version_that_cannot_be_received_is_refused_as_a_whole() {
    let folder = sitting();
    put(&folder, "ARD.en.treaty", BASE.replace("writing", "ink"));
    let words = "propose guarantees I --as ARD --language en --text {}/ARD.en.treaty";
    let late = at(&folder, "2027-02-01T00:00:00Z", words);
    assert_eq!((late.code, late.out.as_str()), (5, ""), "{}", late.err);
    assert!(late.err.contains("T503"), "{}", late.err);
    let other = words.replace("--language en", "--language fr");
    assert_eq!(at(&folder, NOW, &other).code, 4);
    put(
        &folder,
        "ARD.en.treaty",
        "# Something else\nlanguage: en\n\n1. Quite another matter.\n",
    );
    let foreign = at(&folder, NOW, words);
    assert_eq!(foreign.code, 5, "{}", foreign.err);
    // A reference to what is not there is no proposal.
    put(
        &folder,
        "w.txt",
        "The notice under {@zzzzzz} shall be given.",
    );
    let dangling = "propose guarantees I --as ARD --language en --replace k7m2qz={}/w.txt";
    for dry in ["", " --dry-run"] {
        let done = at(&folder, NOW, &format!("{dangling}{dry}"));
        assert_eq!(done.code, 5, "{}", done.err);
        assert!(done.err.contains("zzzzzz"), "{}", done.err);
    }
    put(&folder, "w.txt", " \n");
    let empty = at(&folder, NOW, dangling);
    assert_eq!(empty.code, 5, "{}{}", empty.out, empty.err);
}

#[test]
fn the_chair_offers_readings_of_its_own() {
    let folder = sitting();
    put(
        &folder,
        "w.txt",
        "Each Party shall soon notify the Depositary of every attack.",
    );
    let words = "propose guarantees I --chair --language en --replace k7m2qy={}/w.txt";
    let offered = mark(&done(&folder, NOW, words));
    let rolling = text(&folder, "--as BEL");
    assert!(
        rolling.contains("[=: promptly | X-CHAIR: soon]"),
        "{rolling}"
    );
    // It is nobody's position: no delegation is counted behind it, and none would give way for it.
    let table = at(
        &folder,
        NOW,
        "round text guarantees I --language en --as BEL --view positions",
    );
    assert!(
        table.out.contains("without prejudice to positions"),
        "{}",
        table.out
    );
    assert!(!table.out.contains("only supporter"), "{}", table.out);
    let sets = at(
        &folder,
        NOW,
        "round text guarantees I --language en --as BEL --concessions",
    );
    assert!(
        sets.out.contains("Nobody would have to give way"),
        "{}",
        sets.out
    );
    // A delegation that wants it supports it.
    let support = format!("position guarantees I {offered} --as CAR --stance support");
    done(&folder, NOW, &support);
    let rolling = text(&folder, "--presidency");
    assert!(
        rolling.contains("[=: promptly | CAR, X-CHAIR: soon]"),
        "{rolling}"
    );
    // No delegation sits under the chair's code.
    let seat = at(&folder, NOW, "conference seat guarantees X-CHAIR --tables");
    assert_ne!(seat.code, 0);
    let as_code = words.replace("--chair", "--as X-CHAIR");
    assert_eq!(at(&folder, NOW, &as_code).code, 5);
}
