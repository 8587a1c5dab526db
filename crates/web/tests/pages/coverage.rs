//! Who guarantees whom: the matrix, the pair, and that a large one stays small.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use sponsio_law::clause;
use sponsio_law::party::{Participant, ParticipantKind};
use sponsio_law::register::Register;
use sponsio_law::treaty::Treaty;
use sponsio_record::{ParticipantId, TreatyId};
use sponsio_web::Reading;

use super::answers::words;
use super::house::{House, act, practice};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_matrix_says_who_owes_whom() {
    let house = House::of(Some(practice())).await;
    let html = house.get("/g/warning?at=2024-01-01&lang=en");
    // Rhovany's withdrawal takes effect on 1 May 2024; until then four are bound, and twelve directions.
    assert!(
        html.contains("<title>Aldmark → Galdria: Mutual, in force</title>"),
        "{html}"
    );
    let said = words(&html);
    assert!(
        said.contains("18 of 30 directions are covered by no guarantee"),
        "{said}"
    );
    assert!(said.contains("Mutual, in force : 12 of 30"), "{said}");
    assert!(said.contains("closing on 2024-01-01"), "{said}");
    let later = words(&house.get("/g/warning?at=2024-06-01&lang=en"));
    assert!(later.contains("No longer in force : 6 of 30"), "{later}");
    let before = words(&house.get("/g/warning?at=2018-01-01&lang=en"));
    assert!(
        before.contains("All 0") || before.contains("Offered; not in force"),
        "{before}"
    );
}

/// GUA-6: a political commitment stands as what it is, in the matrix, in its list and for the pair.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_political_commitment_is_never_shown_as_law() {
    let house = House::of(Some(practice())).await;
    let html = house.get("/g/warning?at=2024-01-01&lang=en");
    assert!(
        html.contains("<title>Galdria → Iğdırya: Political commitment only</title>"),
        "{html}"
    );
    assert!(html.contains("<span class=\"tag open\">political commitment</span>"));
    assert!(html.contains("<span class=\"tag firm\">binding treaty</span>"));
    let pair = words(&house.get("/p/GLD/with/IGD?at=2024-01-01&lang=en"));
    assert!(
        pair.contains("What Galdria owes Iğdırya P Political commitment only"),
        "{pair}"
    );
    assert!(
        pair.contains("No treaty of this register binds both on this day."),
        "{pair}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pair_is_bound_from_the_later_of_two_days() {
    let house = House::of(Some(practice())).await;
    let pair = words(&house.get("/p/ADM/with/BYL?at=2024-01-01&lang=en"));
    assert!(
        pair.contains("1 treaty binds the two to each other on 1 January 2024"),
        "{pair}"
    );
    assert!(
        pair.contains("Convention on Early Warning &#60;/script&#62; 1 Jul 2019"),
        "{pair}"
    );
    assert!(pair.contains("Ratification 20 Nov 2017"), "{pair}");
    assert!(pair.contains("Accession 1 Jun 2019"), "{pair}");
    let before = words(&house.get("/p/ADM/with/BYL?at=2019-06-30&lang=en"));
    assert!(
        before.contains("No treaty of this register binds the two"),
        "{before}"
    );
    assert!(
        before.contains("Both have acted; it does not bind both"),
        "{before}"
    );
    insta::assert_snapshot!(house.get("/p/ADM/with/BYL/treaties.csv?at=2024-01-01"));
    insta::assert_snapshot!(house.get("/p/ADM/with/BYL/coverage.csv?at=2024-01-01"));
    let data: serde_json::Value =
        serde_json::from_str(&house.get("/api/v1/participants/ADM/with/BYL?at=2024-01-01"))
            .unwrap();
    assert_eq!(data["treaties"][0]["binding_both_since"], "2019-07-01");
    assert_eq!(data["coverage"]["members"], 2);
    let (head, body) = house.ask("GET /p/ADM/with/ADM?lang=en", "");
    assert!(head.starts_with("http/1.1 404 "), "{head}");
    assert!(body.contains("Name two different parties."), "{body}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_party_stands_beside_all_others() {
    let house = House::of(Some(practice())).await;
    let html = house.get("/p/ADM/with?at=2024-01-01&lang=en");
    assert!(
        html.contains("href=\"/p/ADM/with/BYL?at=2024-01-01&#38;lang=en\""),
        "{html}"
    );
    let said = words(&html);
    assert!(
        said.contains("Covers 3 by guarantees of law in force, is covered by 3; 3"),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_nothing_is_promised_the_page_says_so() {
    let house = House::of(Some(Reading::new(Register::new(), String::new()))).await;
    let html = house.get("/g?lang=en");
    assert!(
        html.contains("No guarantee is modelled in any text of this register."),
        "{html}"
    );
    assert!(!html.contains("<svg"), "{html}");
    let house = House::of(Some(Reading::new(many(3, 0), String::new()))).await;
    let html = house.get("/g/many?lang=tr");
    assert!(
        html.contains("Bu metinde güvence modellenmemiştir."),
        "{html}"
    );
}

/// The page of 193 by 193 parties: one path a pledge, and at most 45 kB over the wire.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_matrix_of_all_states_stays_small() {
    let house = House::of(Some(Reading::new(many(193, 3), String::new()))).await;
    let html = house.get("/g/many?lang=en");
    assert!(
        html.matches("<path stroke=\"url(#k-").count() <= 3,
        "{}",
        html.len()
    );
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(html.as_bytes()).unwrap();
    let packed = packed.finish().unwrap().len();
    assert!(packed <= 45_000, "{packed} bytes of {}", html.len());
    let csv = house.get("/g/many/coverage.csv");
    assert_eq!(csv.lines().count(), 193 * 192 + 1);
    assert!(html.contains("by 193 parties"), "all have acted");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_too_large_for_one_answer_is_refused_with_a_next_step() {
    let house = House::of(Some(Reading::new(many(193, 9), String::new()))).await;
    let (head, body) = house.ask("GET /coverage.csv?lang=en", "");
    assert!(head.starts_with("http/1.1 422 "), "{head}");
    assert!(body.contains("Ask about one treaty"), "{body}");
    let (head, body) = house.ask("GET /api/v1/coverage", "");
    assert!(head.starts_with("http/1.1 422 "), "{head}");
    assert!(
        body.contains("urn:sponsio:problem:too-many-cells"),
        "{body}"
    );
    // The page itself has a line for each party, and no cell.
    assert!(house.get("/g?lang=en").contains("<bdi>G9</bdi>"));
}

/// Returns a register with so many States and promises; of three States two are bound, and one has signed.
fn many(states: usize, promises: usize) -> Register {
    let mut register = Register::new();
    for place in 0..states {
        let participant = Participant {
            id: ParticipantId::new(&format!("S{place:03}")).unwrap(),
            name: format!("State {place}"),
            kind: ParticipantKind::State,
        };
        register.add_participant(participant).unwrap();
    }
    let mut text = String::from(
        "treaty \"Of many\"\n  id many\n  data as of 2024-12-31\n\nin force on the day at least 1 instruments [art. 1]\n\
         each later joiner on its deposit [art. 2]\n",
    );
    for place in 1..=promises {
        let line = format!(
            "guarantee G{place} negative by each party to every other party, individually of \"x\" [art. 3]\n"
        );
        text += &line;
    }
    let parsed = clause::parse(&text);
    assert_eq!(parsed.diagnostics, []);
    register
        .add_treaty(Treaty::new(TreatyId::new("many").unwrap(), parsed.file))
        .unwrap();
    for place in 0..states {
        let day = 1 + place % 28;
        let what = if place % 3 < 2 {
            "ratification"
        } else {
            "signature"
        };
        let line = format!("many S{place:03} {what} 2020-01-{day:02}");
        register.apply(act(&line)).unwrap();
    }
    register
}
