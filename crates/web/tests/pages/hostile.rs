//! What strangers send: paths that climb, lines in headers, bodies without end, clients that dawdle, and more
//! of them than there is room for.

use core::time::Duration;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use sponsio_web::Limits;

use super::house::{House, practice};

/// Returns all that comes until the connection is closed.
fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    // A connection that is reset has said all that it says.
    drop(stream.read_to_end(&mut answer));
    String::from_utf8_lossy(&answer).to_ascii_lowercase()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_path_climbs() {
    let house = House::of(Some(practice())).await;
    let paths = [
        "/../../../../etc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/assets/../Cargo.toml",
        "/assets/..%2f..%2fCargo.toml",
        "/assets/%2fetc%2fpasswd",
        "/log/../../etc/passwd",
        "/log/tile/../../../etc/passwd",
        "/t/..%2f..%2fetc%2fpasswd",
        "/t/warning/text.en.treaty%00.html",
        "/t/warning/text...%2f..%2fetc.treaty",
        "/p/..\\..\\etc\\passwd",
        "//etc/passwd",
    ];
    for path in paths {
        let (head, body) = house.ask(&format!("GET {path}"), "");
        let refused = ["http/1.1 404 ", "http/1.1 400 "];
        assert!(
            refused.iter().any(|status| head.starts_with(status)),
            "{path}: {head}"
        );
        assert!(
            !body.contains("root:") && !body.contains("[package]"),
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_is_asked_becomes_a_header() {
    let house = House::of(Some(practice())).await;
    for path in [
        "/?lang=en%0d%0aset-cookie:%20a=b",
        "/?at=%0d%0aset-cookie:%20a=b",
        "/?q=%0d%0aset-cookie:%20a=b",
        "/t/%0d%0aset-cookie:%20a=b",
        "/p/ADM%0d%0aset-cookie:%20a=b/treaties.csv",
        "/t/warning/text.en%0d%0aset-cookie:%20a=b.docx",
        "/t/harbour/whatif?suppose=%0d%0aset-cookie:%20a=b",
        "/api/v1/treaties/x%0d%0aset-cookie:%20a=b",
    ] {
        let (head, _) = house.ask(&format!("GET {path}"), "");
        assert!(!head.contains("set-cookie"), "{path}: {head}");
    }
    let (head, body) = house.ask(
        "GET /",
        "host: elsewhere.example\r\nx-forwarded-host: elsewhere.example\r\n",
    );
    assert!(
        !head.contains("elsewhere") && !body.contains("elsewhere"),
        "{head}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_body_is_waited_for_and_no_head_grows_without_end() {
    let house = House::of(Some(practice())).await;
    let (head, _) = house.ask("GET /", "content-length: 100000000000\r\n");
    assert!(head.starts_with("http/1.1 200 "), "{head}");
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let (head, _) = house.ask(
            &format!("{method} /t/warning"),
            "content-length: 100000000000\r\n",
        );
        assert!(
            head.starts_with("http/1.1 405 ") && head.contains("allow: "),
            "{head}"
        );
    }
    let long = format!("x-long: {}\r\n", "x".repeat(20_000));
    let mut stream = house.connect();
    let sent = stream.write_all(format!("GET / HTTP/1.1\r\nhost: x\r\n{long}\r\n").as_bytes());
    // The house may have closed before all was sent.
    drop(sent);
    let told = rest(&mut stream);
    assert!(!told.starts_with("http/1.1 200"), "{told}");
    let (head, _) = house.ask(&format!("GET /?q={}", "x".repeat(8_000)), "");
    assert!(head.starts_with("http/1.1 400 "), "{head}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_dawdles_is_let_go() {
    let limits = Limits {
        headers: Duration::from_millis(150),
        ..Limits::default()
    };
    let house = House::within(Some(practice()), limits).await;
    let mut stream = house.connect();
    stream.write_all(b"GET / HTTP/1.1\r\nhost: ").unwrap();
    // It would wait for ever if nobody closed the connection.
    let told = rest(&mut stream);
    assert!(!told.starts_with("http/1.1 200"), "{told}");
    assert!(house.get("/healthz").starts_with("ok"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_times_too_many_are_answered_at_once() {
    let limits = Limits {
        connections: 4,
        ..Limits::default()
    };
    let house = House::within(Some(practice()), limits).await;
    let mut guests: Vec<TcpStream> = (0..4).map(|_| house.connect()).collect();
    for stream in &mut guests {
        stream
            .write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n")
            .unwrap();
        let mut first = [0; 12];
        stream.read_exact(&mut first).unwrap();
        assert_eq!(&first, b"HTTP/1.1 200");
    }
    for _ in 0..40 {
        let (head, body) = house.ask("GET /t/warning", "");
        assert!(
            head.starts_with("http/1.1 503 ") && head.contains("retry-after: 1"),
            "{head}"
        );
        assert!(body.contains("urn:sponsio:problem:overload"), "{body}");
    }
    drop(guests);
    // A place that is free again is found within a few tries.
    let mut tries = (0..200).map(|_| house.ask("GET /healthz", ""));
    assert!(tries.any(|(head, _)| head.starts_with("http/1.1 200 ")));
}
