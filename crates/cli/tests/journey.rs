//! The whole way from words that were spoken to a verified bundle, as `scripts/demo --journey` walks it, on
//! both stores: what it says, and what the register that it leaves answers by the command line and by HTTP.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use std::path::Path;

use serde_json::Value;
use sponsio_depositary::store::postgres::cluster::Cluster;
use support::journey::{in_order, walked};
use support::run;
use support::running::{Running, get, sponsio};

/// Walks the journey and looks at what it leaves.
fn journey(language: &str, store: Option<&str>) {
    let documents = tempfile::tempdir().expect("a folder");
    let words = ["--fast", "--journey", "--lang", language];
    let said = walked(&words, documents.path(), store);
    let steps = [
        "report read",
        "init practice",
        "statement source",
        "statement record",
        "statement confirm",
        "statement show",
        "clarification close",
        "understanding record",
        "agenda list",
        "statement draft",
        "statement missing",
        "text concordance",
        "round open",
        "propose",
        "proposal show",
        "round publish",
        "round text",
        "language certify",
        "silence show",
        "adopt",
        "authenticate",
        "why-not",
        "deposit",
        "why",
        "status",
        "notify",
        "acknowledge",
        "coverage",
        "statement missing",
        "walk",
        "travaux",
        "text akn",
        "bundle make",
        "bundle verify",
        "serve",
    ];
    let steps = steps.map(|step| format!("\n$ sponsio {step} "));
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    in_order(&said, &steps);
    let room = documents.path().join("journey");
    the_words_bind(&room, &said);
    one_gap_is_left(&room);
    the_parties_signed(&room);
    the_pages_agree(&room.join("practice"));
    assert!(room.join("coverage.svg").is_file());
    for file in ["narrow-sea.en.xml", "narrow-sea.tr.xml"] {
        assert!(documents.path().join(file).is_file(), "{file}");
    }
}

fn asked(room: &Path, words: &str) -> Value {
    let words = format!("sponsio {words} --json --register {{}}/practice");
    let done = run(room, &words);
    assert_eq!(done.code, 0, "{words}: {}", done.err);
    serde_json::from_str(&done.out).expect("JSON")
}

/// From the sentence that was spoken every step is taken, and from the provision one walks back to it.
fn the_words_bind(room: &Path, said: &str) {
    let (_, of) = said
        .split_once("$ sponsio statement missing port-ansel ")
        .expect("asked");
    let of = &of[..32];
    let now = "--as KSR --now 2027-06-01T09:00:00Z";
    let missing = asked(room, &format!("statement missing port-ansel {of} {now}"));
    assert_eq!(missing["in_force"], true);
    let drafts = missing["drafts"].as_array().expect("drafts");
    let [draft] = drafts.as_slice() else {
        panic!("one draft: {drafts:?}");
    };
    let steps = missing["steps"]
        .as_array()
        .into_iter()
        .chain(draft["steps"].as_array());
    for step in steps.flatten().filter(|step| step["step"] != "complete") {
        assert_eq!(step["taken"], true, "{step}");
    }
    let id = draft["draft"].as_str().expect("an id");
    let walk = asked(room, &format!("walk port-ansel {id} {now}"));
    let spoken = &walk["origins"][0]["spoken"][0];
    assert_eq!(spoken["level"], "with-capacity");
    let report = std::fs::read_to_string(room.join("report.txt")).expect("the report");
    let place = |name: &str| {
        let at = spoken[name].as_u64().expect("a place");
        usize::try_from(at).expect("in memory")
    };
    assert_eq!(
        report.get(place("start")..place("end")),
        spoken["words"].as_str()
    );
}

fn one_gap_is_left(room: &Path) {
    let coverage = asked(room, "coverage narrow-sea --at 2027-06-01");
    let gaps = coverage["gaps"].as_array().expect("gaps");
    assert_eq!(gaps.len(), 6);
    for gap in gaps {
        assert!(
            gap["obligor"] == "BYL" || gap["beneficiary"] == "BYL",
            "{gap}"
        );
    }
    assert_eq!(coverage["closings"][0]["participant"], "BYL");
    assert_eq!(coverage["closings"].as_array().map(Vec::len), Some(1));
}

/// Four signatures and three instruments, each signed with its party's key.
fn the_parties_signed(room: &Path) {
    let words = "sponsio bundle verify {}/narrow-sea.sponsio --policy {}/practice/policy --json";
    let done = run(room, words);
    let found: Value = serde_json::from_str(&done.out).expect("JSON");
    let signatures = &found["proved"]["signatures"];
    assert_eq!(signatures["verified"], 7, "{}", done.out);
    assert_eq!(signatures["unknown"], 0, "{}", done.out);
}

fn the_pages_agree(register: &Path) {
    let mut command = sponsio();
    command.args(["serve", "--listen-public", "127.0.0.1:0", "--register"]);
    let house = Running::start(command.arg(register));
    let answer = get(&house, "/api/v1/treaties/narrow-sea");
    let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
    assert!(body.contains("2027-05-20"), "{body}");
    let page = get(&house, "/t/narrow-sea?lang=en");
    assert!(page.contains("20 May 2027"), "{page}");
}

#[test]
fn the_journey_on_sqlite() {
    journey("en", None);
}

#[test]
fn the_journey_on_postgresql() {
    let cluster = Cluster::start().expect("Debian's package `postgresql` is installed");
    let address = cluster.database("journey").expect("a database is made");
    journey("tr", Some(&address));
}
