//! A register with nothing in it, and one that cannot be read.

use super::house::House;
use sponsio_law::register::Register;
use sponsio_web::Reading;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_register_says_what_to_do() {
    let house = House::of(Some(Reading::new(Register::new(), String::new()))).await;
    for (path, said) in [
        ("/?lang=en", "No treaty yet. Enter one at the desk"),
        ("/t?lang=en", "No treaty yet."),
        ("/p?lang=en", "No party is recorded"),
        ("/events?lang=en", "Nothing is recorded up to this day."),
        ("/s?lang=en", "No confirmed statement is recorded"),
        ("/m?lang=tr", "kayıtlı toplantı yok"),
        ("/log?lang=tr", "tablo klasörüdür"),
        ("/help?lang=ar", "كيف يُقرأ هذا السجل"),
    ] {
        let html = house.get(path);
        assert!(html.contains(said), "{path}: {html}");
    }
    let (head, _) = house.ask("GET /readyz", "");
    assert!(head.starts_with("http/1.1 200 "), "{head}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_register_that_cannot_be_read_is_unavailable_and_says_nothing_of_why() {
    let house = House::of(None).await;
    for path in ["/", "/readyz", "/api/v1/treaties"] {
        let (head, body) = house.ask(&format!("GET {path}"), "");
        assert!(head.starts_with("http/1.1 503 "), "{path}: {head}");
        assert!(!body.contains("gone"), "{path}: {body}");
    }
    let (head, _) = house.ask("GET /healthz", "");
    assert!(head.starts_with("http/1.1 200 "), "{head}");
}
