//! Reports on the command line: the draft for people in both languages, the same as data, and bad input
//! refused with its place.

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use serde_json::Value;
use support::on;

const REPORT: &str = "date 2031-03-04 Arvenya Dışişleri Bakanı Mirena Tavsal, komşularına karşı saldırı planlarının bulunmadığını söyledi.\n\n\
    \"GÜVENCE VERMEYE HAZIRIZ\"\n\n\
    Selmar'da gazetecilere konuşan Tavsal, \"Yazılı güvence vermeye hazırız. Başkan Adal'ın da belirttiği gibi, \
    kimseye saldırmayacağız\" dedi.\n\n\"Barış herkese gerek.\"\n";

#[test]
fn a_draft_in_both_languages() {
    let done = on(
        "r.tr.txt",
        REPORT,
        "sponsio report read {}/r.tr.txt --today 2031-03-05",
    );
    assert_eq!(done.code, 0, "{}", done.err);
    insta::assert_snapshot!("draft_in_english", done.out);
    let done = on(
        "r.tr.txt",
        REPORT,
        "sponsio --lang tr report read {}/r.tr.txt --today 2031-03-03",
    );
    insta::assert_snapshot!("draft_in_turkish", done.out);
}

#[test]
fn a_draft_as_data_counts_scalar_values_of_the_file() {
    let done = on(
        "r.txt",
        REPORT,
        "sponsio report read {}/r.txt --lang tr --json --today 2031-03-05",
    );
    assert_eq!(done.code, 0, "{}", done.err);
    let answer: Value = serde_json::from_str(&done.out).expect("it is JSON");
    let letters: Vec<char> = REPORT.chars().collect();
    let passages = answer.as_array().expect("a list");
    assert_eq!(passages.len(), 4);
    for passage in passages {
        let at =
            |name: &str| usize::try_from(passage[name].as_u64().expect("a number")).expect("small");
        let words: String = letters[at("start")..at("end")].iter().collect();
        assert_eq!(passage["quote"], words.as_str());
    }
    let quoted = &passages[2];
    assert_eq!(quoted["speaker"], "Mirena Tavsal");
    assert_eq!(quoted["kind"], "readiness");
    assert_eq!(quoted["verb"], "dedi");
    assert_eq!(quoted["cited"][0]["name"], "Adal");
    assert_eq!(quoted["audience"], "gazetecilere");
    assert_eq!(
        (&quoted["direct"], &quoted["doubtful"], &quoted["heading"]),
        (&true.into(), &false.into(), &false.into())
    );
    assert_eq!(
        (&passages[1]["heading"], &passages[1]["repeats"]),
        (&true.into(), &2.into())
    );
    assert_eq!(
        (&passages[3]["doubtful"], &passages[3]["doubt"]),
        (&true.into(), &"stands-alone".into())
    );
}

#[test]
fn html_leads_back_to_the_file() {
    let html = "<html><head><title>x</title></head><body><script>say(\"no\")</script><p>date 2031-03-04</p>\
        <p>Bakan Mirena Tavsal, &ldquo;G&uuml;vence <b>veriyoruz</b>&rdquo; dedi.</p></body></html>";
    let done = on("r.tr.html", html, "sponsio report read {}/r.tr.html --json");
    let answer: Value = serde_json::from_str(&done.out).expect("it is JSON");
    let passage = &answer[0];
    assert_eq!(passage["quote"], "Güvence veriyoruz");
    let at = |index: usize| {
        usize::try_from(passage["bytes"][index].as_u64().expect("a number")).expect("small")
    };
    assert_eq!(&html[at(0)..at(1)], "G&uuml;vence <b>veriyoruz");
    assert_eq!(
        (&passage["speaker"], &passage["date"]),
        (&"Mirena Tavsal".into(), &"2031-03-04".into())
    );
}

#[test]
fn bad_reports_are_refused_with_their_place() {
    let read = "sponsio report read {}/r.tr.txt";
    let done = on("r.tr.txt", " \n", read);
    assert_eq!(
        (done.code, done.err.contains("no words")),
        (1, true),
        "{}",
        done.err
    );
    let done = on("r.tr.txt", b"bir\nt\xfcrk\xe7e", read);
    assert_eq!(done.code, 1);
    assert!(
        done.err.contains("r.tr.txt:2:2") && done.err.contains("Windows-1254"),
        "{}",
        done.err
    );
    let done = on("r.tr.txt", "x".repeat((16 << 20) + 1), read);
    assert!(
        done.code == 1 && done.err.contains("16 MiB"),
        "{}",
        done.err
    );
    let done = on("other.txt", "x", read);
    assert_eq!(done.code, 4, "{}", done.err);
    let done = on(
        "r.tr.txt",
        REPORT,
        "sponsio report read {}/r.tr.txt --today 2031-02-30",
    );
    assert_eq!(done.code, 2, "{}", done.err);
}

/// Ten megabytes are read to the end: what is said in the last line is found at its place.
#[test]
fn a_report_of_ten_megabytes_is_read() {
    let last = "Bakan Ece Sol, \"Kapı açık\" dedi.\n";
    // Long words, so that a development build is not busy for minutes.
    let filler = format!("Sınır kapalı, {}.\n\n", "ö".repeat(2_000));
    let filler = filler.repeat((10 << 20) / filler.len());
    let report = format!("date 2031-03-04\n\n{filler}{last}");
    assert!(report.len() > 10_000_000);
    let done = on(
        "r.tr.txt",
        &report,
        "sponsio report read {}/r.tr.txt --json --today 2031-03-05",
    );
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let answer: Value = serde_json::from_str(&done.out).expect("it is JSON");
    assert_eq!(answer.as_array().map(Vec::len), Some(1));
    assert_eq!(answer[0]["speaker"], "Ece Sol");
    let begins = report.find("Kapı açık").expect("it is there");
    assert_eq!(answer[0]["bytes"][0], begins);
}

/// The members that the readers of other programs rest on, and what each is.
#[test]
fn the_members_of_a_passage_keep_their_names() {
    let read = "sponsio report read {}/r.txt --lang tr --json --today 2031-03-05";
    let done = on("r.txt", REPORT, read);
    let answer: Value = serde_json::from_str(&done.out).expect("it is JSON");
    for passage in answer.as_array().expect("a list") {
        let is = |name: &str, fits: fn(&Value) -> bool| {
            assert!(passage.get(name).is_some_and(fits), "{name}: {passage}");
        };
        let text_or_null = |value: &Value| value.is_string() || value.is_null();
        is("quote", Value::is_string);
        is("start", Value::is_u64);
        is("end", Value::is_u64);
        is("direct", Value::is_boolean);
        is("speaker", text_or_null);
        is("verb", text_or_null);
        is("kind", Value::is_string);
        is("doubtful", Value::is_boolean);
        is("heading", Value::is_boolean);
    }
}

#[test]
fn what_a_person_should_see_is_remarked() {
    let text = "date 2031-03-04 Bakan Ece Sol, \"Anlaştık\" dedi. Bitti”.\n\n\u{202e}Son.\n";
    let done = on(
        "r.tr.txt",
        text,
        "sponsio report read {}/r.tr.txt --today 2031-03-03",
    );
    assert_eq!(done.code, 0);
    for remark in [
        "r.tr.txt:1:6: the date",
        "no partner",
        "r.tr.txt:3:1: letters or marks",
    ] {
        assert!(done.out.contains(remark), "{remark}: {}", done.out);
    }
    assert!(!done.out.contains('\u{202e}'));
    let done = on(
        "r.tr.txt",
        "Bakan geldi.",
        "sponsio report read {}/r.tr.txt --json",
    );
    assert_eq!(done.out, "[]\n");
    assert!(
        done.err.contains("does not begin with `date"),
        "{}",
        done.err
    );
}
