//! A conference by the command line, from its convening to a treaty whose status is computed: a proposal that is
//! withdrawn, one that is not pursued, silence that is broken, and what each reader may see.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;

use serde_json::Value;
use sponsio_text::{Body, content_digest, tokenize};
use support::run;
use support::sitting::{at, done, refused};
use tempfile::TempDir;

const SECRET: &str = "solemnly-and-for-ever";

/// A practice register `p` with three participants, and a text with its rule.
fn practice() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let words = "This Treaty shall enter into force on the second accession.";
    let bound = content_digest(&Body::of(tokenize(words))).to_string();
    let text = format!(
        "# Treaty {{#k7m2qt}}\nlanguage: en\n\nArticle 1. Force {{#k7m2qx}}\n\n1. {words} {{#k7m2qy}}\n\
         | consent by accession\n| in force on the day at least 2 instruments\n|= {}\n",
        &bound[..8]
    );
    fs::write(folder.path().join("text.treaty"), text).expect("written");
    fs::write(folder.path().join("words.txt"), SECRET).expect("written");
    let made = "init {}/p --origin a.example --title T --exercise --now 2027-01-10T08:00:00Z";
    assert_eq!(run(folder.path(), &format!("sponsio {made}")).code, 0);
    for code in ["ARD", "BEL", "CAR"] {
        done(
            &folder,
            "2027-01-10T08:00:00Z",
            &format!("participant add {code} {code}"),
        );
    }
    done(
        &folder,
        "2027-01-10T09:00:00Z",
        "conference open guarantees --title Guarantees --treaty demo-g --language en",
    );
    for code in ["ARD", "BEL", "CAR"] {
        let seat = format!("conference seat guarantees {code} --tables --votes");
        done(&folder, "2027-01-10T09:00:01Z", &seat);
    }
    done(
        &folder,
        "2027-01-10T09:00:02Z",
        "conference revise guarantees --text {}/text.treaty",
    );
    done(
        &folder,
        "2027-01-10T09:00:03Z",
        "round open guarantees I --closes 2027-01-20T12:00:00Z",
    );
    folder
}

#[test]
fn a_text_is_negotiated_adopted_and_binds() {
    let folder = practice();
    let propose =
        "propose guarantees I --as ARD --to BEL --language en --replace k7m2qy={}/words.txt";
    let tabled = done(&folder, "2027-01-11T09:00:00Z", propose);
    let of = tabled["id"].as_str().expect("a mark").to_owned();
    let late = "2027-01-20T12:00:00Z";
    refused(&folder, late, propose, "T503");
    let now = "2027-01-12T09:00:00Z";
    done(&folder, now, &format!("proposal convey guarantees {of}"));
    done(
        &folder,
        now,
        &format!("proposal acknowledge guarantees {of} --as BEL"),
    );
    let other = format!("proposal acknowledge guarantees {of} --as CAR");
    assert_eq!(at(&folder, now, &other).code, 5);
    done(
        &folder,
        now,
        &format!("position guarantees I {of} --as BEL --stance support"),
    );
    let show = format!("proposal show guarantees {of}");
    for (reader, sees) in [
        ("--as BEL", true),
        ("--as CAR", false),
        ("", false),
        ("--presidency", true),
    ] {
        let shown = at(&folder, now, format!("{show} {reader}").trim());
        assert_eq!(shown.code, 0, "{}", shown.err);
        assert_eq!(shown.out.contains(SECRET), sees, "{reader}: {}", shown.out);
    }
    let dispose = format!("proposal dispose guarantees {of} --outcome not-pursued --reason none");
    done(&folder, late, "round close guarantees I");
    done(&folder, late, "round publish guarantees I");
    refused(
        &folder,
        late,
        "round archive guarantees I",
        "rules of procedure",
    );
    let rehearsed = at(
        &folder,
        late,
        "round archive guarantees I --dry-run --lang tr",
    );
    assert_eq!(rehearsed.code, 5);
    assert!(
        rehearsed.err.contains("sonuçlandırılmamış"),
        "{}",
        rehearsed.err
    );
    done(&folder, late, &dispose);
    done(&folder, late, "round archive guarantees I");
    let figures = done(&folder, late, "round show guarantees I");
    assert_eq!(
        (&figures["tabled"], &figures["not_pursued"]),
        (&1.into(), &1.into())
    );
    let travaux = done(&folder, late, "travaux guarantees k7m2qy --as CAR");
    assert_eq!(travaux["traces"][0]["what"], "revised");
    assert_eq!(travaux["traces"][1]["end"]["outcome"], "not-pursued");
    silence(&folder);
    adopt(&folder);
}

fn silence(folder: &TempDir) {
    let start =
        "silence start guarantees --adoption --expires 2027-02-01T16:00:00Z --meeting plenary";
    let started = done(folder, "2027-01-25T09:00:00Z", start);
    let of = started["id"].as_str().expect("a mark");
    let object = format!("silence break guarantees {of} --as CAR");
    done(folder, "2027-02-01T15:59:59Z", &object);
    let conclude = format!("silence conclude guarantees {of}");
    refused(
        folder,
        "2027-02-01T16:00:00Z",
        &conclude,
        "silence procedure",
    );
    let shown = done(folder, "2027-02-01T16:00:00Z", "silence show guarantees");
    assert_eq!(shown["silences"][0]["state"], "broken");
}

fn adopt(folder: &TempDir) {
    let now = "2027-03-01T09:00:00Z";
    let text = fs::read_to_string(folder.path().join("text.treaty")).expect("it is there");
    let open = text.replace("the second", "[=: the second | CAR: the third]");
    fs::write(folder.path().join("open.treaty"), open).expect("written");
    let adopt = |file: &str| {
        format!(
            "adopt guarantees --text {{}}/{file} --title Guarantees --place Ansel --for ARD --for BEL --against CAR"
        )
    };
    refused(folder, now, &adopt("open.treaty"), "T510");
    done(folder, now, &adopt("text.treaty"));
    for code in ["ARD", "BEL", "CAR"] {
        done(folder, now, &format!("initial guarantees --as {code}"));
    }
    done(
        folder,
        now,
        "authenticate guarantees --procedure initialling",
    );
    for code in ["ARD", "BEL"] {
        done(folder, now, &format!("deposit demo-g {code} accession"));
    }
    let status = run(
        folder.path(),
        "sponsio status demo-g ARD --at 2027-03-01 --json --register {}/p",
    );
    let status: Value = serde_json::from_str(&status.out).expect("JSON");
    assert_eq!(status["participants"][0]["status"], "party", "{status}");
}
