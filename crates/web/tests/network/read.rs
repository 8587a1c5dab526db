//! The read face: what it gives out, how it is labelled, and what it refuses.

use core::time::Duration;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use flate2::read::GzDecoder;
use sponsio_web::{Limits, LogFolder};

use super::specimen::{House, Specimen, text};

/// Sends bytes as they are and returns the whole answer.
fn raw(house: &House, request: &str) -> (String, Vec<u8>) {
    let host = house.address.to_string();
    let mut stream = TcpStream::connect(host.trim_start_matches("http://")).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
    let body = end.map_or_else(Vec::new, |end| answer.split_off(end + 4));
    (String::from_utf8_lossy(&answer).to_ascii_lowercase(), body)
}

fn get(house: &House, path: &str, more: &str) -> (String, Vec<u8>) {
    raw(
        house,
        &format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{more}\r\n"),
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_are_labelled_as_the_specification_says() {
    let folder = tempfile::tempdir().unwrap();
    let log = Specimen::of(300);
    log.write(&folder.path().join("log"));
    let house = House::serving(LogFolder::of(folder.path()).router()).await;
    let (head, body) = get(&house, "/checkpoint", "");
    assert!(
        head.contains("content-type: text/plain; charset=utf-8"),
        "{head}"
    );
    assert!(head.contains("cache-control: no-cache"), "{head}");
    assert_eq!(body, log.note(300).to_string().into_bytes());
    for (path, bytes) in log.files() {
        let (head, body) = get(&house, &format!("/{path}"), "");
        assert!(
            head.contains("content-type: application/octet-stream"),
            "{head}"
        );
        assert!(head.contains("max-age=31536000, immutable"), "{head}");
        assert!(!head.contains("content-encoding"), "{head}");
        assert_eq!(body, bytes, "{path}");
        let (head, body) = get(&house, &format!("/{path}"), "accept-encoding: gzip\r\n");
        assert!(head.contains("content-encoding: gzip"), "{head}");
        let mut unpacked = Vec::new();
        GzDecoder::new(&body[..])
            .read_to_end(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, bytes, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_else_is_given_out() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("log.key"), "secret").unwrap();
    let public = folder.path().join("log");
    Specimen::of(300).write(&public);
    // Placed, and not yet published.
    Specimen::of(310).write_noted(&public, &Specimen::of(300).note(300));
    std::fs::write(public.join("tile/secret"), "secret").unwrap();
    let house = House::serving(LogFolder::of(folder.path()).router()).await;
    for path in [
        "/",
        "/tile",
        "/tile/0/001.p/54",
        "/tile/entries/001.p/54",
        "/tile/0/002",
        "/tile/3/000.p/1",
        "/tile/0/0",
        "/tile/secret",
        "/../log.key",
        "/%2e%2e/log.key",
        "/tile/../checkpoint",
        "/.incoming/0",
        "/documents/x",
        "/documents/../checkpoint",
        "/checkpoint/",
        "//etc/passwd",
    ] {
        let (head, body) = get(&house, path, "");
        assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
        assert!(head.contains("application/problem+json"), "{path}: {head}");
        let body = String::from_utf8(body).unwrap();
        assert!(body.contains("urn:sponsio:problem:not-found"), "{body}");
    }
    assert_eq!(house.get("tile/0/001.p/44").await.status, 200);
    let (head, _) = raw(
        &house,
        "POST /checkpoint HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n",
    );
    assert!(head.starts_with("http/1.1 405"), "{head}");
    assert_eq!(
        text(&house.get("checkpoint").await),
        Specimen::of(300).note(300).to_string()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_head_that_is_too_long_or_too_slow_is_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    Specimen::of(1).write(folder.path());
    let limits = Limits {
        headers: Duration::from_millis(200),
        ..Limits::default()
    };
    let house = House::at("127.0.0.1:0", LogFolder::of(folder.path()).router(), limits).await;
    let (head, _) = raw(
        &house,
        &format!("GET /{} HTTP/1.1\r\n\r\n", "x".repeat(20_000)),
    );
    assert!(
        head.starts_with("http/1.1 4") && !head.starts_with("http/1.1 404"),
        "{head}"
    );
    // Never finished: the house hangs up, or `raw` fails after its own patience.
    let (head, _) = raw(&house, "GET /checkpoint HTTP/1.1\r\nhost:");
    assert!(head.is_empty() || head.starts_with("http/1.1 4"), "{head}");
    assert_eq!(house.get("checkpoint").await.status, 200);
}
