//! Feeds and calendars: of a treaty, of a party.

use super::house::{House, practice};

/// Reads a calendar as RFC 5545 has it: unfolded lines, of which events are lists of fields.
fn events(calendar: &str) -> Vec<Vec<(String, String)>> {
    assert!(calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
    for line in calendar.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\n', '\r']), "{line}");
    }
    let unfolded = calendar.replace("\r\n ", "");
    let mut events = Vec::new();
    for line in unfolded.lines() {
        let (name, value) = line.split_once(':').unwrap();
        match (name, value) {
            ("BEGIN", "VEVENT") => events.push(Vec::new()),
            ("BEGIN" | "END", _) => {}
            _ => {
                if let Some(event) = events.last_mut() {
                    event.push((name.to_owned(), value.to_owned()));
                }
            }
        }
    }
    events
}

fn field<'e>(event: &'e [(String, String)], name: &str) -> &'e str {
    let mut fields = event.iter().filter(|(own, _)| own == name);
    let (_, value) = fields.next().unwrap();
    assert!(fields.next().is_none(), "{name} twice");
    value
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_treaty_has_a_calendar() {
    let house = House::of(Some(practice())).await;
    let (head, _) = house.ask("GET /t/warning/calendar.ics", "");
    assert!(head.contains("text/calendar"), "{head}");
    let now = house.get("/t/warning/calendar.ics?lang=en");
    insta::assert_snapshot!(now.replace("\r\n", "\n"));
    let all = events(&now);
    let mut marks: Vec<&str> = all.iter().map(|event| field(event, "UID")).collect();
    marks.sort_unstable();
    marks.dedup();
    assert_eq!(marks.len(), all.len(), "each event has a mark of its own");
    // What was known earlier is less, its number is lower, and its marks are the same.
    let then = house.get("/t/warning/calendar.ics?lang=tr&at=2018-03-01");
    let before = events(&then);
    assert!(!before.is_empty() && before.len() < all.len());
    let number = |event: &[(String, String)]| field(event, "SEQUENCE").parse::<u32>().unwrap();
    for event in &before {
        assert!(marks.contains(&field(event, "UID")), "{event:?}");
        assert!(number(event) < number(&all[0]));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_party_has_a_feed() {
    let house = House::of(Some(practice())).await;
    let feed = house.get("/p/RHV/feed.atom?lang=en");
    assert_eq!(feed.matches("<entry>").count(), 2, "{feed}");
    assert!(feed.contains("href=\"/p/RHV/feed.atom\""), "{feed}");
    let of_treaty = house.get("/t/warning/feed.atom?lang=tr");
    for entry in feed.split("<entry><id>").skip(1) {
        let (mark, _) = entry.split_once("</id>").unwrap();
        assert!(
            of_treaty.contains(mark),
            "an act has one mark in every feed: {mark}"
        );
    }
    let (head, _) = house.ask("GET /p/ZZZ/feed.atom", "");
    assert!(head.starts_with("http/1.1 404 "), "{head}");
}
