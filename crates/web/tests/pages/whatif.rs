//! What would be if something were otherwise: by a plain form, with nothing recorded.

use super::answers::words;
use super::house::{House, practice};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn supposed_acts_bring_a_treaty_into_force_on_the_page_alone() {
    let house = House::of(Some(practice())).await;
    let before = house.get("/t/harbour?lang=en");
    let suppose = ["ADM", "BYL", "GLD", "IGD", "RHV"]
        .map(|code| format!("suppose={code}+ratification+2025-03-01"))
        .join("&");
    let page = words(&house.get(&format!("/t/harbour/whatif?lang=en&{suppose}")));
    assert!(page.contains("supposed GLD 2025-03-01"), "{page}");
    assert!(
        page.contains("enters into force on 31 March 2025"),
        "{page}"
    );
    assert!(page.contains("differs in harbour"), "{page}");
    assert!(page.contains("nothing has been recorded"), "{page}");
    // What is supposed for one reader is not there for the next.
    assert_eq!(house.get("/t/harbour?lang=en"), before);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_form_adds_to_what_is_supposed_already() {
    let house = House::of(Some(practice())).await;
    let path = "/t/harbour/whatif?lang=en&suppose=GLD+ratification+2025-03-01&who=IGD&act=accession&day=2025-04-01";
    let html = house.get(path);
    for kept in ["GLD ratification 2025-03-01", "IGD accession 2025-04-01"] {
        let field = format!("<input type=\"hidden\" name=\"suppose\" value=\"{kept}\">");
        assert!(html.contains(&field), "{kept}: {html}");
    }
    // The link beside one leaves it out, and keeps the other.
    assert!(
        html.contains("/t/harbour/whatif?suppose=GLD%20ratification%202025-03-01&#38;lang=en"),
        "{html}"
    );
    let other = "/t/warning/whatif?lang=en&without=GLD+ratification+2018-01-10";
    let page = words(&house.get(other));
    assert!(page.contains("not so GLD"), "{page}");
    assert!(page.contains("Convention on Early Warning"), "{page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_supposed_is_refused() {
    let house = House::of(Some(practice())).await;
    for wrong in [
        "suppose=ZZZ+ratification+2025-03-01",
        "suppose=GLD+blessing+2025-03-01",
        "suppose=GLD+ratification+2025-02-30",
        "suppose=GLD",
        "who=GLD&act=ratification",
        "without=GLD+ratification+1999-01-01",
    ] {
        let (head, body) = house.ask(&format!("GET /t/harbour/whatif?lang=en&{wrong}"), "");
        assert!(head.starts_with("http/1.1 400 "), "{wrong}: {head}");
        assert!(words(&body).contains("cannot be supposed here"), "{wrong}");
    }
    let many = (1..=21).map(|day| format!("suppose=GLD+ratification+2025-03-{day:02}"));
    let many = many.collect::<Vec<_>>().join("&");
    let (head, _) = house.ask(&format!("GET /t/harbour/whatif?{many}"), "");
    assert!(head.starts_with("http/1.1 400 "), "{head}");
}
