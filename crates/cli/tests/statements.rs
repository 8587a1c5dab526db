//! The record of a conference by the command line: a report is read, a statement confirmed by a second reader and
//! drafted into a provision, which is adopted and walked back to the words that were spoken; and what is refused.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::fs;

use serde_json::Value;
use sponsio_text::{Body, content_digest, tokenize};
use support::run;
use support::sitting::{at, done, refused};
use support::talks::{DAY, REPORT, marked, practice, shown};
use tempfile::TempDir;

fn source(folder: &TempDir, file: &str, also: &str) -> String {
    let words = format!(
        "statement source talks {{}}/{file} --publisher Wire --date 2027-01-11 --language en {also}"
    );
    marked(folder, DAY, words.trim())
}

fn confirmed(folder: &TempDir, source: &str, words: &str) -> String {
    let record = format!(
        "statement record talks --source {source} --speaker Orel --capacity foreign-minister --reader o-ana {words}"
    );
    let of = marked(folder, DAY, &record);
    done(
        folder,
        DAY,
        &format!("statement confirm talks {of} --reader o-ben"),
    );
    of
}

#[test]
fn a_sentence_that_was_spoken_becomes_a_provision_and_is_walked_back_to() {
    let folder = practice();
    let source = source(&folder, "report.txt", "--fictional");
    let record = format!(
        "statement record talks --source {source} --speaker Orel --capacity foreign-minister --kind assurance"
    );
    let quote = "--quote plans.";
    let unread = at(&folder, DAY, &format!("{record} {quote}"));
    assert_eq!(unread.code, 0, "{}", unread.err);
    assert!(
        unread.out.contains("Nothing was recorded"),
        "{}",
        unread.out
    );
    let list = done(&folder, DAY, "statement list talks --presidency");
    assert_eq!(list["statements"].as_array().map(Vec::len), Some(0));
    // The words of the source are compared letter for letter.
    let missing = at(
        &folder,
        DAY,
        &format!("{record} --quote never --reader o-ana"),
    );
    assert_eq!(missing.code, 2, "{}", missing.err);
    let start = REPORT.find("We have").expect("it is there");
    let span = format!("--span {start}-{}", start + 28);
    let of = marked(&folder, DAY, &format!("{record} {span} --reader o-ana"));
    let show = format!("statement show talks {of}");
    for (reader, sees) in [("", false), ("--as ARD", false), ("--presidency", true)] {
        let shown = at(&folder, DAY, format!("{show} {reader}").trim());
        assert_eq!(
            shown.out.contains("aggressive"),
            sees,
            "{reader}: {}",
            shown.out
        );
    }
    let draft = format!("statement draft talks --from {of}");
    refused(&folder, DAY, &draft, "no second reader");
    let confirm = format!("statement confirm talks {of} --reader");
    refused(&folder, DAY, &format!("{confirm} o-ana"), "another reader");
    done(&folder, DAY, &format!("{confirm} o-ben"));
    assert!(at(&folder, DAY, &show).out.contains("aggressive"));
    let drafted = done(&folder, DAY, &draft);
    assert_eq!(drafted["hypothetical"], false);
    let id = drafted["provision"].as_str().expect("an id");
    let words = drafted["words"].as_str().expect("words");
    assert!(words.contains("We have no aggressive plans."), "{words}");
    adopt(&folder, id, words);
    let walk = at(&folder, "2027-03-02T09:00:00Z", &format!("walk talks {id}"));
    insta::assert_snapshot!("walk_in_english", shown(&walk).replace(id, "DRAFT"));
    let walk = at(
        &folder,
        "2027-03-02T09:00:00Z",
        &format!("walk talks {id} --lang tr"),
    );
    insta::assert_snapshot!("walk_in_turkish", shown(&walk).replace(id, "DRAFT"));
    let data = done(&folder, "2027-03-02T09:00:00Z", &format!("walk talks {id}"));
    let spoken = &data["origins"][0]["spoken"][0];
    assert_eq!(spoken["words"], "We have no aggressive plans.");
    assert_eq!(spoken["start"], start);
    assert_eq!(spoken["level"], "report", "nothing was raised on the way");
}

#[test]
fn what_separates_words_from_law_is_said_step_by_step() {
    let folder = practice();
    let source = source(&folder, "report.txt", "--fictional");
    let record = format!(
        "statement record talks --source {source} --speaker Orel --capacity foreign-minister --kind assurance \
         --quote plans. --reader o-ana"
    );
    let span = REPORT.find("We have").expect("it is there");
    let record = record.replace("--quote plans.", &format!("--span {span}-{}", span + 28));
    let of = marked(&folder, DAY, &record);
    let missing = format!("statement missing talks {of}");
    // Who may not see the words is not told what kind they are.
    let sealed = done(&folder, DAY, &missing);
    assert_eq!(sealed["steps"][0]["taken"], false);
    assert_eq!(sealed["steps"][1]["taken"], Value::Null);
    done(
        &folder,
        DAY,
        &format!("statement confirm talks {of} --reader o-ben"),
    );
    let draft = done(&folder, DAY, &format!("statement draft talks --from {of}"));
    let id = draft["provision"].as_str().expect("an id");
    let words = draft["words"].as_str().expect("words");
    let said = at(&folder, DAY, &missing);
    insta::assert_snapshot!("missing_of_a_draft", shown(&said).replace(id, "DRAFT"));
    adopt(&folder, id, words);
    let later = "2027-03-02T09:00:00Z";
    let said = at(&folder, later, &missing);
    insta::assert_snapshot!("missing_of_a_treaty", shown(&said).replace(id, "DRAFT"));
    let said = at(&folder, later, &format!("{missing} --lang tr"));
    insta::assert_snapshot!(
        "missing_of_a_treaty_in_turkish",
        shown(&said).replace(id, "DRAFT")
    );
    let public = done(&folder, later, &missing);
    let tabled = &public["drafts"][0]["steps"][2];
    assert_eq!(tabled["step"], "tabled");
    assert_eq!(
        tabled["taken"],
        Value::Null,
        "the round is not the public's"
    );
    let data = done(&folder, later, &format!("{missing} --as BEL"));
    let steps = data["drafts"][0]["steps"].as_array().expect("steps");
    let taken = |name: &str| {
        let step = steps.iter().find(|step| step["step"] == name);
        step.expect("the step")["taken"].clone()
    };
    for name in ["proposable", "tabled", "in-text", "agreed", "adopted"] {
        assert_eq!(taken(name), true, "{name}");
    }
    assert_eq!(taken("authenticated"), false);
    assert_eq!(taken("complete"), false, "it says no exception, no end");
    assert_eq!(steps[1]["advised"].as_array().map(Vec::len), Some(5));
    // From a real source no road goes on past the draft.
    let real = marked(
        &folder,
        later,
        "statement source talks {}/real.txt --publisher Wire --date 2027-01-11 --language en",
    );
    let record = record.replace(&source, &real);
    let of = marked(&folder, later, &record);
    let confirm = format!("statement confirm talks {of} --reader o-ben");
    done(&folder, later, &confirm);
    done(
        &folder,
        later,
        &format!("statement draft talks --from {of}"),
    );
    let data = done(&folder, later, &format!("statement missing talks {of}"));
    let steps = data["drafts"][0]["steps"].as_array().expect("steps");
    assert_eq!(steps.len(), 2, "{steps:?}");
    assert_eq!(steps[0]["taken"], false, "no party proposed it");
    let none = format!("statement missing talks {}", "0".repeat(32));
    assert_eq!(at(&folder, later, &none).code, 4);
}

/// The draft is tabled under its id, taken into a revision with other words, adopted.
fn adopt(folder: &TempDir, id: &str, words: &str) {
    let text = |words: &str| {
        let rule = "This Treaty shall enter into force on the second accession.";
        let bound = content_digest(&Body::of(tokenize(rule))).to_string();
        format!(
            "# Treaty {{#k7m2qt}}\nlanguage: en\n\nArticle 1. Force {{#k7m2qx}}\n\n1. {rule} {{#k7m2qy}}\n\
             | consent by accession\n| in force on the day at least 2 instruments\n|= {}\n{words}",
            &bound[..8]
        )
    };
    let write = |name: &str, words: &str| {
        fs::write(folder.path().join(name), words).expect("written");
    };
    write("first.treaty", &text(""));
    write(
        "second.treaty",
        &text(&format!("\n2. {words} And nobody plans one. {{#{id}}}\n")),
    );
    write("words.txt", &format!("{words} {{#{id}}}"));
    done(
        folder,
        DAY,
        "conference revise talks --text {}/first.treaty",
    );
    done(
        folder,
        DAY,
        "round open talks I --closes 2027-01-20T12:00:00Z",
    );
    let of = marked(
        folder,
        DAY,
        "propose talks I --as ARD --language en --insert-after k7m2qy={}/words.txt",
    );
    let late = "2027-01-20T12:00:00Z";
    done(folder, late, "round close talks I");
    done(folder, late, "round publish talks I");
    let held = done(folder, late, "conference show talks");
    let first = held["revision"].as_str().expect("a digest").to_owned();
    let revise = format!("conference revise talks --text {{}}/second.treaty --from {first}");
    done(folder, late, &revise);
    let held = done(folder, late, "conference show talks");
    let second = held["revision"].as_str().expect("a digest").to_owned();
    done(
        folder,
        late,
        &format!(
            "proposal dispose talks {of} --outcome absorbed --revision {second} --reason taken-in"
        ),
    );
    done(folder, late, "round archive talks I");
    done(
        folder,
        "2027-03-01T12:00:00Z",
        "adopt talks --text {}/second.treaty --title Treaty --place Port-Ansel --for ARD --for BEL",
    );
}

#[test]
fn what_comes_from_a_real_source_is_hypothetical_and_is_not_tabled() {
    let folder = practice();
    let source = source(&folder, "real.txt", "");
    let start = REPORT.find("We have").expect("it is there");
    let span = format!("--kind assurance --span {start}-{}", start + 28);
    let of = confirmed(&folder, &source, &span);
    let drafted = at(&folder, DAY, &format!("statement draft talks --from {of}"));
    assert!(
        drafted
            .out
            .contains("\nHypothetical; prepared by software; proposed by no party."),
        "{}",
        drafted.out
    );
    let drafted = done(&folder, DAY, &format!("statement draft talks --from {of}"));
    let id = drafted["provision"].as_str().expect("an id");
    fs::write(folder.path().join("words.txt"), format!("Words. {{#{id}}}")).expect("written");
    fs::write(
        folder.path().join("text.treaty"),
        "# Treaty {#k7m2qt}\nlanguage: en\n\nArticle 1. Force {#k7m2qx}\n\n1. Words. {#k7m2qy}\n",
    )
    .expect("written");
    done(
        &folder,
        DAY,
        "conference revise talks --text {}/text.treaty",
    );
    done(
        &folder,
        DAY,
        "round open talks I --closes 2027-01-20T12:00:00Z",
    );
    let propose = "propose talks I --as ARD --language en --insert-after k7m2qy={}/words.txt";
    refused(&folder, DAY, propose, "proposed by no party");
    refused(&folder, DAY, &format!("{propose} --lang tr"), "varsayımsal");
}

#[test]
fn a_claim_an_offer_and_an_accusation_are_shown_as_what_they_are() {
    let folder = practice();
    let source = source(&folder, "report.txt", "--fictional");
    let place = |words: &str| {
        let start = REPORT.find(words).expect("it is there");
        format!("--span {start}-{}", start + words.len())
    };
    let assurance = place("We have no aggressive plans.");
    let of = confirmed(&folder, &source, &format!("--kind assurance {assurance}"));
    let offer = place("We are ready to put it in writing.");
    let offer = confirmed(&folder, &source, &format!("--kind readiness {offer}"));
    let telling = place("President Ilin has said so often.");
    let telling = confirmed(&folder, &source, &format!("--kind report {telling}"));
    let accusing = place("The others use this war.");
    let accusing = confirmed(
        &folder,
        &source,
        &format!("--kind accusation --accused others {accusing}"),
    );
    let raise =
        format!("statement level talks {offer} --level unilateral-assurance --grounds hope");
    refused(&folder, DAY, &raise, "which is an offer");
    done(
        &folder,
        DAY,
        &format!(
            "statement repeat talks {of} --claimed-in {telling} --speaker Ilin --office President \
             --words often"
        ),
    );
    let show = format!("statement show talks {of}");
    let said = |words: &str| {
        let shown = at(&folder, DAY, words).out;
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let public = said(&show);
    assert!(public.contains("repeated by President ("), "{public}");
    let inside = said(&format!("{show} --presidency"));
    assert!(inside.contains("repeated by Ilin, President ("), "{inside}");
    done(
        &folder,
        DAY,
        &format!("statement level talks {of} --level with-capacity --grounds minister"),
    );
    for (name, of) in [
        ("offer", &offer),
        ("assurance", &of),
        ("accusation", &accusing),
    ] {
        for lang in ["en", "tr"] {
            let show = at(
                &folder,
                DAY,
                &format!("statement show talks {of} --lang {lang}"),
            );
            insta::assert_snapshot!(format!("{name}_{lang}"), shown(&show));
        }
    }
    let list = at(&folder, DAY, "statement list talks");
    insta::assert_snapshot!("list", shown(&list));
}

#[test]
fn a_draft_record_of_a_report_feeds_a_statement_and_a_headline_does_not() {
    let folder = practice();
    let source = source(&folder, "report.txt", "--fictional");
    let start = REPORT.find("We have").expect("it is there");
    let start = REPORT[..start].chars().count();
    let draft = format!(
        r#"[{{"quote":"We have no aggressive plans.","start":{start},"end":{},"direct":true,"speaker":"Ana Orel","verb":"said","kind":"assurance","doubtful":false,"heading":false}},
        {{"quote":"x","start":0,"end":1,"direct":true,"speaker":null,"verb":null,"kind":"other","doubtful":false,"heading":true}}]"#,
        start + 28
    );
    fs::write(folder.path().join("draft.json"), draft).expect("written");
    let record = format!(
        "statement record talks --source {source} --capacity foreign-minister --reader o-ana --from {{}}/draft.json"
    );
    let heading = at(&folder, DAY, &format!("{record} --item 2"));
    assert_eq!(heading.code, 2, "{}", heading.err);
    assert!(heading.err.contains("headline"), "{}", heading.err);
    let of = marked(&folder, DAY, &format!("{record} --item 1"));
    let shown = done(
        &folder,
        DAY,
        &format!("statement show talks {of} --presidency"),
    );
    assert_eq!(shown["statement"]["speaker"], "Ana Orel");
    assert_eq!(shown["statement"]["kind"], "assurance");
    let aside = format!("statement set-aside talks {of} --reader o-ben --reason another");
    done(&folder, DAY, &aside);
    let confirm = format!("statement confirm talks {of} --reader o-cem");
    refused(&folder, DAY, &confirm, "set aside");
}

/// The draft of a reader of reports for a file of the folder, kept beside it as `draft.json`.
fn read_into_draft(folder: &TempDir, file: &str) -> Value {
    let read = format!("sponsio report read {{}}/{file} --language en --json --today 2027-01-12");
    let read = run(folder.path(), &read);
    assert_eq!(read.code, 0, "{}", read.err);
    fs::write(folder.path().join("draft.json"), &read.out).expect("written");
    serde_json::from_str(&read.out).expect("it is JSON")
}

#[test]
fn where_when_and_to_whom_go_from_the_report_into_the_record() {
    let folder = practice();
    let report = "date 2027-01-11 Foreign Minister Ana Orel spoke at a round table attended by ambassadors in Port Ansel on Monday.\n\n\
        \"We have no aggressive plans,\" Orel said.\n";
    fs::write(folder.path().join("setting.txt"), report).expect("written");
    let source = source(&folder, "setting.txt", "--fictional");
    read_into_draft(&folder, "setting.txt");
    let record = format!(
        "statement record talks --source {source} --capacity foreign-minister --reader o-ana --from {{}}/draft.json --item 1"
    );
    let of = marked(&folder, DAY, &record);
    let show = format!("statement show talks {of} --presidency");
    let said = &done(&folder, DAY, &show)["statement"];
    assert_eq!(
        (
            &said["date"],
            &said["place"],
            &said["occasion"],
            &said["audience"]
        ),
        (
            &"2027-01-11".into(),
            &"in Port Ansel".into(),
            &"at a round table attended by ambassadors".into(),
            &serde_json::json!(["ambassadors"])
        )
    );
    // What a person says stands before what the draft says.
    let of = marked(
        &folder,
        DAY,
        &format!("{record} --place Ansel --audience everybody"),
    );
    let show = format!("statement show talks {of} --presidency");
    let said = &done(&folder, DAY, &show)["statement"];
    assert_eq!(
        (&said["place"], &said["audience"]),
        (&"Ansel".into(), &serde_json::json!(["everybody"]))
    );
}

#[test]
fn words_of_html_are_recorded_without_its_markup_and_lead_to_their_bytes() {
    let folder = practice();
    let report = "<html><head><title>Wire</title></head><body><p>date 2027-01-11</p>\n\
        <p>Foreign Minister Ana Orel said: &ldquo;We <b>will</b> not attack &mdash; <a href=\"x\">nobody</a>.&rdquo;</p></body></html>\n";
    fs::write(folder.path().join("wire.html"), report).expect("written");
    let source = source(&folder, "wire.html", "--fictional");
    let draft = read_into_draft(&folder, "wire.html");
    assert_eq!(draft[0]["quote"], "We will not attack — nobody.");
    let record = format!(
        "statement record talks --source {source} --capacity foreign-minister --reader o-ana"
    );
    let of = marked(
        &folder,
        DAY,
        &format!("{record} --from {{}}/draft.json --item 1"),
    );
    done(
        &folder,
        DAY,
        &format!("statement confirm talks {of} --reader o-ben"),
    );
    let said = &done(&folder, DAY, &format!("statement show talks {of}"))["statement"];
    let quote = &said["quotes"][0];
    let place =
        |name: &str| usize::try_from(quote[name].as_u64().expect("a place")).expect("small");
    assert_eq!(quote["text"], "We will not attack — nobody.");
    let stretch = "We <b>will</b> not attack &mdash; <a href=\"x\">nobody</a>.";
    assert_eq!(&report[place("start")..place("end")], stretch);
    // By hand, by the place in bytes.
    let (start, end) = (place("start"), place("end"));
    let by_hand = format!("{record} --speaker Orel --kind assurance --span {start}-{end}");
    let of = marked(&folder, DAY, &by_hand);
    let show = format!("statement show talks {of} --presidency");
    let said = &done(&folder, DAY, &show)["statement"];
    assert_eq!(said["quotes"][0], *quote);
    // Other words at that place are refused.
    let other = serde_json::to_string(&draft)
        .expect("JSON")
        .replace("will not", "will");
    fs::write(folder.path().join("draft.json"), other).expect("written");
    let record = format!("{record} --from {{}}/draft.json --item 1");
    refused(&folder, DAY, &record, "letter for letter");
}
