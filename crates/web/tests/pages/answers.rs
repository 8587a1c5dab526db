//! What the pages answer: statuses by day, searches, refusals, tables, feeds, data, headers.

use super::house::{House, practice, register};
use sponsio_web::Reading;

/// Returns the words of a page without its tags, with plain spaces.
pub(crate) fn words(html: &str) -> String {
    let mut said = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                said.push(' ');
            }
            '\u{a0}' | '\u{202f}' | '\n' if !inside => said.push(' '),
            other if !inside => said.push(other),
            _ => {}
        }
    }
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_treaty_answers_for_the_day_that_is_asked() {
    let house = House::of(Some(practice())).await;
    let on = |day: &str| words(&house.get(&format!("/t/warning?at={day}&lang=en")));
    let before = on("2018-01-31");
    assert!(
        before.contains("Not yet in force; by later acts, in force from 3 March 2018"),
        "{before}"
    );
    assert!(before.contains("2 of 3 instruments"), "{before}");
    assert!(
        before.contains("One more instrument is needed."),
        "{before}"
    );
    assert!(!before.contains("the same as computed"), "{before}");
    let foreseen = on("2018-02-15");
    assert!(
        foreseen.contains("enters into force on 3 March 2018"),
        "{foreseen}"
    );
    let after = on("2018-03-03");
    assert!(after.contains("In force since 3 March 2018"), "{after}");
    assert!(
        after.contains("3 March 2018; the same as computed"),
        "{after}"
    );
    let beyond = on("2030-01-01");
    assert!(
        beyond.contains("Nothing is known after 31 December 2024"),
        "{beyond}"
    );
    assert!(beyond.contains("In force since 3 March 2018"), "{beyond}");
    let first = on("0001-01-01");
    assert!(first.contains("Nobody has signed or deposited"), "{first}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_status_is_one_word_and_one_tile() {
    let house = House::of(Some(practice())).await;
    let row = |code: &str, day: &str| {
        let html = house.get(&format!("/t/warning/p/{code}?at={day}&lang=en"));
        let (_, tile) = html.split_once("class=\"st big\" data-st=\"").unwrap();
        let (pattern, rest) = tile.split_once('"').unwrap();
        let (_, rest) = rest.split_once("</b>").unwrap();
        let (word, _) = rest.split_once("</span>").unwrap();
        (pattern.to_owned(), word.to_owned())
    };
    let expect = |code: &str, day: &str, pattern: &str, word: &str| {
        assert_eq!(
            row(code, day),
            (pattern.to_owned(), word.to_owned()),
            "{code} {day}"
        );
    };
    expect("IGD", "2024-01-01", "signed", "Signed");
    expect("GLD", "2018-02-10", "consented", "Consented; not bound");
    expect("GLD", "2018-03-03", "bound", "Bound");
    expect("RHV", "2023-06-01", "bound", "Bound; withdrawal notified");
    expect("RHV", "2024-06-01", "withdrawn", "No longer bound");
    expect("BYL", "2018-06-01", "none", "No act recorded");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_search_finds_by_words_in_any_case() {
    let house = House::of(Some(practice())).await;
    for typed in ["i%C4%9Fd%C4%B1r", "IGDIR", "%C4%B0%C4%9EDIR"] {
        let found = words(&house.get(&format!("/?q={typed}&lang=tr")));
        assert!(found.contains("Iğdırya IGD"), "{typed}: {found}");
    }
    let found = words(&house.get("/?q=early%20convention&lang=en"));
    assert!(found.contains("1 treaty"), "{found}");
    let filtered = words(&house.get("/t/warning?q=signed&lang=en&at=2024-06-01"));
    assert!(filtered.contains("2 of 6 shown"), "{filtered}");
    let nothing = words(&house.get("/t/warning?q=zzz&lang=en"));
    assert!(nothing.contains("No row has these words."), "{nothing}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_part_of_the_page_is_the_table_alone() {
    let house = House::of(Some(practice())).await;
    let (head, body) = house.ask("GET /t/warning?q=galdria&lang=en", "hx-request: true\r\n");
    assert!(head.contains("hx-request"), "{head}");
    assert!(
        body.trim_start().starts_with("<div id=\"status\">"),
        "{body}"
    );
    assert!(!body.contains("<html"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_there_is_said_with_a_next_step() {
    let house = House::of(Some(practice())).await;
    let refused = |path: &str, status: &str, said: &str| {
        let (head, body) = house.ask(&format!("GET {path}"), "");
        assert!(
            head.starts_with(&format!("http/1.1 {status} ")),
            "{path}: {head}"
        );
        let body = words(&body);
        assert!(body.contains(said), "{path}: {body}");
    };
    refused("/t/none?lang=en", "404", "no treaty “none”");
    refused("/t/%3Cscript%3E?lang=en", "404", "no treaty");
    refused("/p/zzz?lang=tr", "404", "“zzz” tarafı yok");
    refused("/t/warning/p/ZZZ?lang=en", "404", "no party “ZZZ”");
    refused("/nowhere?lang=en", "404", "No page lies at this address.");
    refused("/../../etc/passwd?lang=en", "404", "There is nothing here");
    refused(
        "/?at=2023-02-29&lang=en",
        "400",
        "“2023-02-29” is no day of the calendar",
    );
    refused(
        "/t/warning?at=%3Cb%3E&lang=en",
        "400",
        "Write a date as 2024-02-29",
    );
    refused("/?lang=xx", "400", "do not speak “xx”");
    refused("/events?page=0&lang=en", "400", "A list has pages");
    let (head, body) = house.ask("GET /api/v1/treaties/none", "");
    assert!(head.contains("application/problem+json"), "{head}");
    assert!(
        body.contains("urn:sponsio:problem:no-such-treaty"),
        "{body}"
    );
    let (head, _) = house.ask("POST /t/warning", "content-length: 0\r\n");
    assert!(head.starts_with("http/1.1 405 "), "{head}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_carries_the_guard() {
    let house = House::of(Some(practice())).await;
    for path in [
        "/",
        "/t/warning",
        "/none",
        "/t/warning/status.csv",
        "/healthz",
        "/favicon.ico",
    ] {
        let (head, _) = house.ask(&format!("GET {path}"), "");
        for wanted in [
            "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'",
            "frame-ancestors 'none'",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "cross-origin-opener-policy: same-origin",
            "cross-origin-resource-policy: ",
        ] {
            assert!(head.contains(wanted), "{path} lacks {wanted}: {head}");
        }
        // Nothing is encrypted here, and a browser believes it of nobody else.
        assert!(
            !head.contains("strict-transport-security"),
            "{path}: {head}"
        );
        assert!(!head.contains("set-cookie"), "{path}: {head}");
    }
    let html = house.get("/");
    let (_, style) = html.split_once("rel=\"stylesheet\" href=\"").unwrap();
    let (style, _) = style.split_once('"').unwrap();
    let (head, body) = house.ask(&format!("GET {style}"), "");
    assert!(
        head.contains("immutable") && head.contains("text/css"),
        "{head}"
    );
    assert!(body.contains(".steps"));
    let (_, tag) = head.split_once("etag: ").unwrap();
    let tag = tag.lines().next().unwrap();
    let (head, body) = house.ask(
        &format!("GET {style}"),
        &format!("if-none-match: {tag}\r\n"),
    );
    assert!(
        head.starts_with("http/1.1 304 ") && body.is_empty(),
        "{head}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_the_reader_has_is_not_sent_again() {
    let house = House::of(Some(practice())).await;
    let (head, _) = house.ask("GET /t/warning", "");
    let (_, tag) = head.split_once("etag: w/").unwrap();
    let tag = tag.lines().next().unwrap();
    let (head, body) = house.ask("GET /t/warning", &format!("if-none-match: W/{tag}\r\n"));
    assert!(
        head.starts_with("http/1.1 304 ") && body.is_empty(),
        "{head}"
    );
    let (head, _) = house.ask("GET /t/warning", "accept-encoding: gzip\r\n");
    assert!(head.contains("content-encoding: gzip"), "{head}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tables_feeds_and_data_are_there_for_programs() {
    let house = House::of(Some(practice())).await;
    insta::assert_snapshot!(house.get("/t/warning/status.csv?at=2023-06-01&lang=tr"));
    insta::assert_snapshot!(house.get("/treaties.csv"));
    insta::assert_snapshot!(house.get("/t/warning/feed.atom?lang=en&at=2018-03-03"));
    let data: serde_json::Value =
        serde_json::from_str(&house.get("/api/v1/treaties/warning?at=2024-06-01")).unwrap();
    assert_eq!(data["treaty"]["in_force_since"], "2018-03-03");
    assert_eq!(data["log"]["size"], 4_218);
    assert_eq!(data["participants"].as_array().unwrap().len(), 6);
    let (head, _) = house.ask("GET /api/v1/participants/ADM", "");
    assert!(head.contains("access-control-allow-origin: *"), "{head}");
    for path in [
        "/participants.csv",
        "/events.csv",
        "/p/ADM/treaties.csv",
        "/feed.atom",
    ] {
        assert!(!house.get(path).is_empty(), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_says_who_has_seen_it() {
    let house = House::of(Some(practice())).await;
    let log = words(&house.get("/log?lang=en"));
    for said in [
        "4 218 entries",
        "1 of 2 have cosigned",
        "bravo not this checkpoint",
        "1 entry has been recorded",
    ] {
        assert!(log.contains(said), "{said}: {log}");
    }
    let folder = House::of(Some(Reading::new(register(), String::new()))).await;
    let log = words(&folder.get("/log?lang=en"));
    assert!(log.contains("a folder of tables"), "{log}");
    assert!(!folder.get("/").contains("testline"), "no exercise");
}
