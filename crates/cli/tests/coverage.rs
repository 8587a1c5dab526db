//! Guarantees on the command line: the matrix as text, table, data and picture, one cell with its
//! derivation, advice on drafts, what is missing; in both languages, and what is refused.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use support::{Done, Folder, run};

/// Runs a command on the register of guarantees, at a width of its own.
fn asked(words: &str) -> Done {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/guarantees");
    let folder = Folder::small();
    let line = format!("{words} --register {}", root.display());
    let done = run(folder.path(), &line);
    assert_eq!(done.code, 0, "{words}\n{}{}", done.out, done.err);
    done
}

fn data(words: &str) -> Value {
    serde_json::from_str(&asked(words).out).expect("it is JSON")
}

#[test]
fn the_matrix_reads_in_both_languages() {
    let words = "sponsio coverage --width 100 --at 2030-01-20";
    insta::assert_snapshot!("matrix_in_english", asked(words).out);
    let turkish = asked(&format!("{words} --lang tr")).out;
    insta::assert_snapshot!("matrix_in_turkish", turkish);
    let plain = asked(&format!("{words} --plain")).out;
    let grid = plain
        .lines()
        .skip_while(|line| !line.contains("ARD "))
        .take(8);
    assert!(grid.into_iter().all(str::is_ascii), "{plain}");
}

#[test]
fn a_cell_has_its_derivation() {
    let words = "sponsio coverage demo-accord --from DON --to ARD --width 100";
    insta::assert_snapshot!("cell_in_english", asked(words).out);
    let turkish = asked(&format!("{words} --lang tr")).out;
    insta::assert_snapshot!("cell_in_turkish", turkish);
    let answer = data(&format!("{words} --json"));
    assert_eq!(answer["strongest"], "conditional");
    let cell = &answer["cells"][0];
    assert_eq!(cell["conditions"][0], "qualified");
    assert!(
        cell["derivation"]
            .as_array()
            .is_some_and(|lines| lines.len() > 8)
    );
}

#[test]
fn the_data_agree_with_the_table() {
    let answer = data("sponsio coverage --at 2029-06-01 --json");
    let members = answer["members"].as_array().expect("a list").len();
    assert_eq!(members, 7);
    let table = asked("sponsio coverage --at 2029-06-01 --format csv").out;
    let count = |mark: &str| {
        let rows = table.lines().skip(1);
        rows.filter(|row| row.split(',').nth(4) == Some(mark))
            .count()
    };
    let cells = answer["guarantees"].as_array().expect("a list").iter();
    let lines = cells.flat_map(|promise| promise["cells"].as_object().expect("lines").values());
    let marks: Vec<&str> = lines
        .flat_map(|line| line.as_object().expect("cells").values())
        .filter_map(|cell| cell["mark"].as_str())
        .collect();
    for mark in [
        "bound",
        "conditional",
        "political",
        "contested",
        "offered",
        "undetermined",
    ] {
        let found = marks.iter().filter(|found| **found == mark).count();
        assert_eq!(found, count(mark), "{mark}");
    }
    // Every cell derives from statements and statuses that stand beside it.
    let accord = answer["treaties"][0].as_object().expect("a treaty");
    assert!(
        accord["participants"]["ARD"]["consent"].is_object(),
        "{accord:?}"
    );
    assert!(
        answer["closings"]
            .as_array()
            .is_some_and(|found| !found.is_empty())
    );
}

#[test]
fn the_picture_is_beside_its_table() {
    let folder = Folder::small();
    let file = folder.path().join("matrix.svg");
    let words = format!("sponsio coverage demo-accord --svg {}", file.display());
    let done = asked(&words);
    assert!(done.out.contains("ARD"), "{}", done.out);
    let picture = fs::read_to_string(&file).expect("it was written");
    for part in [
        "<title",
        "<desc",
        "id=\"bound\"",
        "id=\"offered\"",
        "Data to",
    ] {
        assert!(picture.contains(part), "{part}");
    }
    // No colour but ink and paper: what differs, differs in shape.
    let colours = picture
        .split('#')
        .skip(1)
        .map(|rest| rest.split(['"', '}', ')']).next());
    for colour in colours.flatten() {
        let label = sponsio_law::guarantee::Mark::ALL
            .iter()
            .any(|mark| mark.label() == colour);
        assert!(label || ["000", "fff"].contains(&colour), "{colour}");
    }
    assert_eq!(asked(&words).out, done.out);
    assert_eq!(
        fs::read_to_string(&file).ok(),
        Some(picture),
        "the same bytes"
    );
}

#[test]
fn what_is_missing_is_a_ladder() {
    let words = "sponsio guarantee missing demo-neutrality NEUTRALITY --width 100";
    insta::assert_snapshot!("missing_in_english", asked(words).out);
    let turkish = asked(&format!("{words} --lang tr")).out;
    insta::assert_snapshot!("missing_in_turkish", turkish);
    let answer = data(&format!("{words} --json"));
    let steps = answer["guarantees"][0]["steps"].as_array().expect("steps");
    assert_eq!(
        steps.last().map(|step| &step["taken"]),
        Some(&Value::Bool(false))
    );
}

#[test]
fn promises_are_listed() {
    let listed = asked("sponsio guarantee list --width 100").out;
    insta::assert_snapshot!("list_in_english", listed);
    let rows = asked("sponsio guarantee list --format csv").out;
    assert_eq!(rows.lines().count(), 7, "{rows}");
}

#[test]
fn a_draft_text_is_advised_on_in_its_own_places() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let file = root.join("examples/text/guarantees.en.treaty");
    let folder = Folder::small();
    let check = |language: &str| {
        let words = format!(
            "sponsio guarantee check {} --width 100 --lang {language}",
            file.display()
        );
        let done = run(folder.path(), &words);
        assert_eq!(done.code, 0, "{}", done.err);
        done.out.replace(&format!("{}/", root.display()), "")
    };
    insta::assert_snapshot!("advice_in_english", check("en"));
    insta::assert_snapshot!("advice_in_turkish", check("tr"));
}

#[test]
fn bad_lines_are_refused_with_place_and_next_step() {
    let folder = Folder::small();
    let text = "# T\nlanguage: en\n\n1. Each Party undertakes not to attack.\n\
        | guarantee G1 negative by each party to every other party, severaly\n|     of \"x\"\n";
    folder.put("x.en.treaty", text);
    let done = run(folder.path(), "sponsio guarantee check {}/x.en.treaty");
    assert_eq!(done.code, 1);
    for part in ["T404", "x.en.treaty:5:61", "`severally`"] {
        assert!(done.out.contains(part), "{part}: {}", done.out);
    }
    let missing = run(folder.path(), "sponsio guarantee check {}/none.treaty");
    assert_ne!(missing.code, 0);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/guarantees");
    let at = format!("--register {}", root.display());
    for (words, code) in [
        (format!("sponsio coverage demo-acord {at}"), 4),
        (
            format!("sponsio coverage demo-accord --guarantee PEECE {at}"),
            4,
        ),
        (
            format!("sponsio coverage demo-accord --from XYZ --to ARD {at}"),
            4,
        ),
        (
            format!("sponsio guarantee missing demo-accord NONE {at}"),
            4,
        ),
    ] {
        let done = run(folder.path(), &words);
        assert_eq!(done.code, code, "{words}: {}", done.err);
    }
}
