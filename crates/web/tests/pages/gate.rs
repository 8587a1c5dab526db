//! What stands before the pages: who asks, how often, what is written down, and TLS.

use alloc::sync::Arc;
use core::net::SocketAddr;
use core::time::Duration;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Mutex;

use sponsio_depositary::mandate::rights::{Deed, Role};
use sponsio_depositary::world::{Clock, SystemChance};
use sponsio_record::Instant;
use sponsio_web::{
    Allowed, Answered, Encryption, Face, Gate, Limits, Pages, ProxyHeader, Rates, Reading, Source,
    Trusted, listen,
};
use tokio::sync::oneshot;

use crate::desk_house::DeskHouse;
use crate::house::{Fixed, Plain, register};
use crate::program;

/// A clock that a test moves.
struct Hand(Mutex<Duration>);

impl Hand {
    fn forward(&self, seconds: u64) {
        *self.0.lock().unwrap() += Duration::from_secs(seconds);
    }
}

impl Clock for Hand {
    fn now(&self) -> Instant {
        Instant::from_seconds(1_796_000_000).unwrap()
    }

    fn monotonic(&self) -> Duration {
        *self.0.lock().unwrap()
    }
}

/// Pages behind a gate, which believes a proxy on this machine.
struct Guarded {
    address: SocketAddr,
    clock: Arc<Hand>,
    journal: Arc<Mutex<Vec<Answered>>>,
    _stop: oneshot::Sender<()>,
}

impl Guarded {
    async fn open(allowed: Allowed, encryption: Option<Encryption>) -> Self {
        let reading = Arc::new(Reading::new(register(), "Office".to_owned()));
        let source: Arc<dyn Source> = Arc::new(Fixed(Some(reading)));
        let clock = Arc::new(Hand(Mutex::new(Duration::from_secs(1))));
        let journal = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&journal);
        let gate = Gate::new("public", Arc::clone(&clock) as _, &SystemChance)
            .trusting(Trusted {
                networks: vec!["127.0.0.1".parse().unwrap()],
                header: ProxyHeader::XForwardedFor,
            })
            .limited_by(Arc::new(Rates::new(allowed)))
            .told_to(move |answered| told.lock().unwrap().push(answered.clone()));
        let listener = listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let router = Pages::new(source, Arc::new(Plain)).router();
        let face = Face::new(listener, router, Limits::default())
            .behind(gate)
            .by(encryption);
        tokio::spawn(face.serve(async {
            drop(stopped.await);
        }));
        Self {
            address,
            clock,
            journal,
            _stop: stop,
        }
    }

    /// Asks as a proxy for whoever is at this address; returns the answer.
    fn ask(&self, line: &str, caller: &str) -> String {
        let headers = match caller {
            "" => String::new(),
            caller => format!("x-forwarded-for: {caller}\r\n"),
        };
        self.ask_with(line, &headers)
    }

    fn ask_with(&self, line: &str, headers: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let request = format!(
            "{line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n{headers}\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).unwrap().parse().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_asks_too_often_is_told_so_early_and_when_to_come_again() {
    let allowed = Allowed {
        address: 6,
        sign_in: 2,
        account: 0,
    };
    let house = Guarded::open(allowed, None).await;
    for _ in 0..6 {
        assert_eq!(status(&house.ask("GET /healthz-not", "192.0.2.1")), 404);
    }
    let refused = house.ask("GET /t/warning", "192.0.2.1");
    assert_eq!(status(&refused), 429, "{refused}");
    assert!(refused.contains("\r\nretry-after: 10\r\n"), "{refused}");
    assert!(refused.contains("\r\ncontent-type: application/problem+json\r\n"));
    assert!(refused.contains("\r\ncontent-security-policy: default-src 'none'"));
    assert!(
        refused.contains("urn:sponsio:problem:too-often"),
        "{refused}"
    );
    // What costs nothing is not counted, others are not concerned, and this machine is nobody's address.
    assert_eq!(status(&house.ask("GET /healthz", "192.0.2.1")), 200);
    assert_eq!(status(&house.ask("GET /t/warning", "192.0.2.2")), 200);
    for _ in 0..20 {
        assert_eq!(status(&house.ask("GET /healthz-not", "")), 404);
    }
    // What a caller writes in front of what the proxy adds does not make it another.
    let forged = house.ask("GET /t/warning", "198.51.100.7, 192.0.2.1");
    assert_eq!(status(&forged), 429);
    house.clock.forward(10);
    assert_eq!(status(&house.ask("GET /t/warning", "192.0.2.1")), 200);
    assert_eq!(status(&house.ask("GET /t/warning", "192.0.2.1")), 429);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn attempts_to_sign_in_are_fewer() {
    let allowed = Allowed {
        address: 60,
        sign_in: 2,
        account: 0,
    };
    let house = Guarded::open(allowed, None).await;
    // Where nobody signs in the path is refused as such, as long as it is heard at all.
    assert_eq!(status(&house.ask("POST /sign-in", "192.0.2.1")), 405);
    assert_eq!(status(&house.ask("POST /recover", "192.0.2.1")), 405);
    let refused = house.ask("POST /enrol/secret", "192.0.2.1");
    assert_eq!(status(&refused), 429);
    assert!(refused.contains("\r\nretry-after: 30\r\n"), "{refused}");
    assert_eq!(status(&house.ask("GET /t/warning", "192.0.2.1")), 200);
    assert_eq!(status(&house.ask("POST /sign-in", "192.0.2.9")), 405);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_asks_no_more_often_than_it_may_from_wherever_it_does() {
    let allowed = Allowed {
        address: 0,
        sign_in: 0,
        account: 3,
    };
    let house = DeskHouse::allowing(allowed, None).await;
    let (anna, ben) = (
        house.officer("o-anna", &[Role::DepositaryOfficer]),
        house.officer("o-ben", &[Role::DepositaryOfficer]),
    );
    for _ in 0..3 {
        assert!(anna.get("/desk").0.starts_with("HTTP/1.1 200 "));
    }
    let (head, body) = anna.get("/desk");
    assert!(head.starts_with("HTTP/1.1 429 "), "{head}");
    assert!(head.contains("retry-after: 20"), "{head}");
    assert!(body.contains("too-often"), "{body}");
    assert!(ben.get("/desk").0.starts_with("HTTP/1.1 200 "));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_account_asks_no_more_often_by_several_tokens() {
    let allowed = Allowed {
        address: 0,
        sign_in: 0,
        account: 3,
    };
    let house = DeskHouse::allowing(allowed, None).await;
    let (anna, ben) = (
        house.officer("o-anna", &[Role::DepositaryOfficer]),
        house.officer("o-ben", &[Role::DepositaryOfficer]),
    );
    let (few, more) = ([Deed::ReadInbox], [Deed::Enter, Deed::ReadInbox]);
    let token = |officer, deeds: &[Deed]| program::token(&house, officer, deeds, "treaty/harbour");
    let tokens = [token(&anna, &few), token(&anna, &more), token(&ben, &few)];
    let asks = |secret: &str| {
        let headers = format!("authorization: Bearer {secret}\r\n");
        house.ask("GET /api/v1/motions", &headers, "")
    };
    for turn in 0..3 {
        let (head, body) = asks(&tokens[turn % 2]);
        assert!(head.starts_with("HTTP/1.1 200 "), "{head} {body}");
    }
    for secret in &tokens[..2] {
        let (head, body) = asks(secret);
        assert!(head.starts_with("HTTP/1.1 429 "), "{head}");
        assert!(head.contains("retry-after: 20"), "{head}");
        assert!(body.contains("urn:sponsio:problem:too-often"), "{body}");
    }
    assert!(asks(&tokens[2]).0.starts_with("HTTP/1.1 200 "));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_line_of_the_log_names_the_answer_and_nobody() {
    let house = Guarded::open(Allowed::default(), None).await;
    let answer = house.ask("GET /t/warning?q=secretly&lang=tr", "192.0.2.1");
    let journal = house.journal.lock().unwrap();
    let [line] = journal.as_slice() else {
        panic!("{journal:?}");
    };
    let named = format!("\r\nx-request-id: {}\r\n", line.id);
    assert!(answer.contains(&named), "{answer}");
    assert_eq!(
        (line.path.as_str(), line.status, line.face),
        ("/t/warning", 200, "public")
    );
    let written = format!("{line:?}");
    for nobody in ["192.0.2.1", "secretly", "127.0.0.1", "lang"] {
        assert!(!written.contains(nobody), "{written}");
    }
    // A name that a caller brings is not taken for ours.
    drop(journal);
    let forged = house.ask_with("GET /healthz", "x-request-id: forged\r\n");
    assert!(!forged.contains("forged"), "{forged}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn browsers_are_told_to_come_by_tls_alone_where_they_do() {
    let house = Guarded::open(Allowed::default(), None).await;
    let hsts = "strict-transport-security: max-age=63072000; includeSubDomains";
    let of = |headers: &str| house.ask_with("GET /", headers);
    assert!(!of("").contains(hsts));
    assert!(!of("x-forwarded-for: 192.0.2.1\r\nx-forwarded-proto: http\r\n").contains(hsts));
    assert!(of("x-forwarded-for: 192.0.2.1\r\nx-forwarded-proto: https\r\n").contains(hsts));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_face_with_a_certificate_speaks_tls_alone() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let other = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    fs::write(at("chain.pem"), made.cert.pem()).unwrap();
    fs::write(at("key.pem"), made.signing_key.serialize_pem()).unwrap();
    fs::write(at("other.pem"), other.signing_key.serialize_pem()).unwrap();
    fs::write(at("empty.pem"), "").unwrap();
    for (chain, key) in [
        ("chain.pem", "other.pem"),
        ("key.pem", "key.pem"),
        ("empty.pem", "key.pem"),
        ("chain.pem", "empty.pem"),
        ("none.pem", "key.pem"),
    ] {
        let read = Encryption::read(&at(chain), &at(key));
        assert!(read.is_err(), "{chain} {key}");
    }
    let encryption = Encryption::read(&at("chain.pem"), &at("key.pem")).unwrap();
    let house = Guarded::open(Allowed::default(), Some(encryption)).await;
    let port = house.address.port();
    let pem = made.cert.pem();
    let asked = tokio::task::spawn_blocking(move || {
        let trusted = ureq::tls::Certificate::from_pem(pem.as_bytes()).unwrap();
        let get = |roots| {
            let tls = ureq::tls::TlsConfig::builder().root_certs(roots).build();
            let config = ureq::Agent::config_builder().tls_config(tls).build();
            let agent = ureq::Agent::new_with_config(config);
            agent
                .get(format!("https://localhost:{port}/t/warning"))
                .call()
        };
        let own = ureq::tls::RootCerts::new_with_certs(&[trusted]);
        (get(own), get(ureq::tls::RootCerts::WebPki).is_err())
    });
    let (answer, stranger_refuses) = asked.await.unwrap();
    let mut answer = answer.unwrap();
    assert!(
        stranger_refuses,
        "whoever does not know the authority does not come in"
    );
    assert!(answer.headers().contains_key("strict-transport-security"));
    let body = answer.body_mut().read_to_string().unwrap();
    assert!(body.contains("Convention on Early Warning"), "{body}");
    // Who speaks in the open is not answered.
    let mut stream = TcpStream::connect(house.address).unwrap();
    stream
        .write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
        .unwrap();
    let mut answer = Vec::new();
    drop(stream.read_to_end(&mut answer));
    assert!(!answer.starts_with(b"HTTP"), "{answer:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn numbers_are_for_this_machine_or_whoever_carries_the_token() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    drop(anna.get("/desk"));
    let (head, body) = house.ask("GET /metrics", "", "");
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    assert!(head.contains("content-type: text/plain; version=0.0.4; charset=utf-8"));
    for line in [
        "sponsio_http_requests_total{face=\"desk\",method=\"GET\",status=\"200\"} 1",
        "sponsio_ready 1",
        "sponsio_log_entries 5",
        "process_start_time_seconds 1796000000",
    ] {
        assert!(body.lines().any(|one| one == line), "{line}\n{body}");
    }
    assert!(
        !body.contains("o-anna") && !body.contains("/desk"),
        "{body}"
    );
    for forwarded in [
        "x-forwarded-for: 192.0.2.1\r\n",
        "forwarded: for=192.0.2.1\r\n",
        "via: 1.1 x\r\n",
    ] {
        let (head, _) = house.ask("GET /metrics", forwarded, "");
        assert!(head.starts_with("HTTP/1.1 404 "), "{forwarded}: {head}");
    }
    let house = DeskHouse::allowing(Allowed::default(), Some("a token of twenty and more")).await;
    let asked = |headers: &str| house.ask("GET /metrics", headers, "").0;
    assert!(asked("").starts_with("HTTP/1.1 404 "));
    assert!(asked("authorization: Bearer another\r\n").starts_with("HTTP/1.1 404 "));
    assert!(
        asked("authorization: Basic a token of twenty and more\r\n").starts_with("HTTP/1.1 404 ")
    );
    let carried = "authorization: Bearer a token of twenty and more\r\nvia: 1.1 x\r\n";
    assert!(asked(carried).starts_with("HTTP/1.1 200 "));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_desk_is_ready_while_the_log_can_be_written() {
    let house = DeskHouse::open().await;
    let ready = || house.ask("GET /readyz", "", "").0;
    assert!(ready().starts_with("HTTP/1.1 200 "));
    // A desk that finds no place for what is due stops, and is not ready again.
    let size = house.depositary.state().size();
    house.depositary.published(size).await.unwrap();
    let log = house.folder.path().join("log");
    fs::rename(&log, house.folder.path().join("gone")).unwrap();
    assert!(ready().starts_with("HTTP/1.1 503 "), "{}", ready());
    let (_, numbers) = house.ask("GET /metrics", "", "");
    assert!(numbers.contains("sponsio_ready 0\n"), "{numbers}");
    let (alive, _) = house.ask("GET /healthz", "", "");
    assert!(alive.starts_with("HTTP/1.1 200 "), "it lives all the same");
    fs::rename(house.folder.path().join("gone"), &log).unwrap();
    assert!(ready().starts_with("HTTP/1.1 200 "));
}
