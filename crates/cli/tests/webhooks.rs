//! Webhooks of a desk that is served: each entry is told once and in order, signed so that programs that share
//! no line with this one can verify it, and a start goes on where the last process was killed. The example
//! of the guide is run as it stands there.

extern crate alloc;

#[expect(dead_code, reason = "each test file uses a part of what they share")]
mod support;

use alloc::sync::Arc;
use core::sync::atomic::{AtomicU16, Ordering};
use core::time::Duration;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use serde_json::Value;
use sponsio_depositary::accounts::Manner;
use sponsio_depositary::webhook::signature;
use sponsio_record::Instant;
use support::running::{Running, sponsio, text};

/// What came to a receiver.
#[derive(Clone)]
struct Received {
    path: String,
    id: String,
    sent: String,
    signature: String,
    body: Vec<u8>,
}

/// Somebody who is told, and answers with this status.
struct Receiver {
    address: String,
    status: Arc<AtomicU16>,
    got: Arc<Mutex<Vec<Received>>>,
}

impl Receiver {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let status = Arc::new(AtomicU16::new(204));
        let got = Arc::new(Mutex::new(Vec::<Received>::new()));
        let (answers, kept) = (Arc::clone(&status), Arc::clone(&got));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Whoever hangs up was killed.
                if let Some(one) = received(&stream) {
                    kept.lock().expect("nobody panics").push(one);
                }
                let status = answers.load(Ordering::SeqCst);
                let answer = format!(
                    "HTTP/1.1 {status} Whatever\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\
                     connection: close\r\n\r\n"
                );
                drop((&stream).write_all(answer.as_bytes()));
            }
        });
        Self {
            address,
            status,
            got,
        }
    }

    fn at(&self, path: &str) -> Vec<Received> {
        let got = self.got.lock().expect("nobody panics");
        got.iter().filter(|one| one.path == path).cloned().collect()
    }

    /// Waits until so much came.
    fn wait(&self, path: &str, count: usize) -> Vec<Received> {
        for _ in 0..300 {
            let got = self.at(path);
            if count <= got.len() {
                return got;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("{path}: {} of {count} came", self.at(path).len());
    }
}

fn received(stream: &TcpStream) -> Option<Received> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut heads = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            break;
        };
        heads.push((name.to_ascii_lowercase(), value.to_owned()));
    }
    let head = |name: &str| {
        let found = heads.iter().find(|(named, _)| named == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let mut body = vec![0; head("content-length").parse().ok()?];
    reader.read_exact(&mut body).ok()?;
    Some(Received {
        path,
        id: head("webhook-id"),
        sent: head("webhook-timestamp"),
        signature: head("webhook-signature"),
        body,
    })
}

fn data(register: &Path, arguments: &[&str]) -> Value {
    let mut command = sponsio();
    command
        .args(arguments)
        .arg("--json")
        .arg("--register")
        .arg(register);
    let output = command.output().expect("it runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn practice(scratch: &Path) -> PathBuf {
    let register = scratch.join("practice");
    let mut init = sponsio();
    let of = [
        "--origin",
        "office.example",
        "--title",
        "Office",
        "--exercise",
    ];
    let output = init
        .arg("init")
        .arg(&register)
        .args(of)
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    register
}

fn add(register: &Path, code: &str) {
    data(register, &["participant", "add", code, "Ardesia"]);
}

fn serving(register: &Path) -> Running {
    let mut command = sponsio();
    let own = [
        "serve",
        "--listen-public",
        "127.0.0.1:0",
        "--listen-desk",
        "127.0.0.1:0",
    ];
    Running::start(command.args(own).arg("--register").arg(register))
}

/// Whether Python, which has an HMAC of its own, computes the same signature.
fn verified_by_python(secret: &str, one: &Received) -> bool {
    let script = "import base64, hashlib, hmac, sys\n\
        key = base64.b64decode(sys.argv[1].removeprefix('whsec_'))\n\
        signed = f'{sys.argv[2]}.{sys.argv[3]}.'.encode() + sys.stdin.buffer.read()\n\
        own = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()\n\
        sys.exit(0 if 'v1,' + own in sys.argv[4].split() else 1)";
    let mut command = Command::new("python3");
    command.args(["-c", script, secret, &one.id, &one.sent, &one.signature]);
    let mut child = command.stdin(Stdio::piped()).spawn().expect("python3 runs");
    let mut stdin = child.stdin.take().expect("piped");
    stdin.write_all(&one.body).expect("written");
    drop(stdin);
    child.wait().expect("it ends").success()
}

/// Whether OpenSSL finds that the public key signed it.
fn verified_by_openssl(key: &str, one: &Received, scratch: &Path) -> bool {
    // A public key of Ed25519 as SubjectPublicKeyInfo (RFC 8410).
    let mut spki = vec![
        0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
    ];
    spki.extend(from_base64(
        key.strip_prefix("whpk_").expect("a public key"),
    ));
    let mut signed = format!("{}.{}.", one.id, one.sent).into_bytes();
    signed.extend_from_slice(&one.body);
    let signature = one.signature.strip_prefix("v1a,").expect("Ed25519");
    for (name, bytes) in [
        ("key", spki),
        ("signed", signed),
        ("signature", from_base64(signature)),
    ] {
        fs::write(scratch.join(name), bytes).expect("written");
    }
    let mut command = Command::new("openssl");
    command.current_dir(scratch).args([
        "pkeyutl",
        "-verify",
        "-pubin",
        "-keyform",
        "DER",
        "-inkey",
        "key",
        "-rawin",
        "-in",
        "signed",
        "-sigfile",
        "signature",
    ]);
    command.output().expect("openssl runs").status.success()
}

fn from_base64(text: &str) -> Vec<u8> {
    let mut command = Command::new("base64");
    command
        .arg("-d")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().expect("base64 runs");
    let mut stdin = child.stdin.take().expect("piped");
    stdin.write_all(text.as_bytes()).expect("written");
    drop(stdin);
    child.wait_with_output().expect("it ends").stdout
}

#[test]
fn each_entry_is_told_once_in_order_and_a_start_goes_on() {
    let scratch = tempfile::tempdir().expect("a folder");
    let register = practice(scratch.path());
    let receiver = Receiver::start();
    let to = |path: &str| format!("{}{path}", receiver.address);
    let mut refused = sponsio();
    refused
        .args(["webhook", "add", &to("/hmac"), "--register"])
        .arg(&register);
    let output = refused.output().expect("it runs");
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));

    let own = |path: &str, more: &[&str]| {
        let address = to(path);
        let first = ["webhook", "add", &address, "--allow-private", "--from", "0"];
        data(&register, &[&first, more].concat())
    };
    let hmac = own("/hmac", &[]);
    let ed25519 = own(
        "/ed25519",
        &["--sign", "ed25519", "--event", "act.participant"],
    );
    let secret = hmac["verifies"].as_str().expect("a secret");
    let key = ed25519["verifies"].as_str().expect("a key");
    let handle = hmac["handle"].as_str().expect("a handle");
    add(&register, "AAA");
    add(&register, "BBB");

    let house = serving(&register);
    let got = receiver.wait("/hmac", 3);
    let bodies: Vec<Value> = got
        .iter()
        .map(|one| serde_json::from_slice(&one.body).expect("JSON"))
        .collect();
    for (seq, (one, body)) in got.iter().zip(&bodies).enumerate() {
        assert_eq!(body["data"]["seq"], seq, "in the order of the log");
        assert_eq!(body["data"]["log"], "office.example/exercise");
        assert!(
            body["type"]
                .as_str()
                .is_some_and(|kind| kind.starts_with("act."))
        );
        assert_eq!(body["data"]["entry"]["seq"], seq, "{body}");
        assert!(verified_by_python(secret, one), "{body}");
        let mut other = one.clone();
        other.body[0] ^= 1;
        assert!(!verified_by_python(secret, &other));
    }
    let signed = receiver.wait("/ed25519", 2);
    for one in &signed {
        assert!(verified_by_openssl(key, one, scratch.path()));
        let mut other = one.clone();
        other.sent = "1".to_owned();
        assert!(!verified_by_openssl(key, &other, scratch.path()));
    }
    // Killed, not stopped.
    drop(house);
    add(&register, "CCC");
    receiver.status.store(302, Ordering::SeqCst);
    let house = serving(&register);
    let got = receiver.wait("/hmac", 4);
    assert_eq!(got.len(), 4, "what was told is not told again");
    // The attempt is kept when the answer is there; killed before, nobody would know of it.
    await_attempts(&register, handle, |log| {
        log.iter().any(|one| one["why"] == "status 302")
    });
    drop(house);
    // The first pause is five seconds; a redirection is no delivery, and is not followed.
    let listed = data(&register, &["webhook", "list"]);
    assert_eq!(listed["webhooks"][0]["next"], 3, "{listed}");
    receiver.status.store(204, Ordering::SeqCst);
    data(&register, &["webhook", "resume", handle]);
    let _house = serving(&register);
    let got = receiver.wait("/hmac", 5);
    assert_eq!(got[4].id, got[3].id, "the same message again");
    assert_eq!(got[4].body, got[3].body);
    let ids: alloc::collections::BTreeSet<&String> = got.iter().map(|one| &one.id).collect();
    assert_eq!(ids.len(), 4);

    let tested = data(&register, &["webhook", "test", handle]);
    assert_eq!(tested["delivered"], true);
    await_attempts(&register, handle, |log| log.len() == 6);
    data(&register, &["webhook", "remove", handle]);
}

/// Waits until the attempts that are kept are so.
fn await_attempts(register: &Path, handle: &str, are_so: impl Fn(&[Value]) -> bool) {
    let mut log = Value::Null;
    for _ in 0..200 {
        log = data(register, &["webhook", "deliveries", handle]);
        if are_so(log["deliveries"].as_array().expect("a list")) {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("not all attempts are kept: {log}");
}

#[test]
fn the_example_of_the_guide_verifies_what_we_sign() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide/api.md");
    let guide = fs::read_to_string(guide).expect("the page is there");
    let (_, rest) = guide
        .split_once("<!-- verified by a test -->\n```sh\n")
        .expect("the example");
    let (script, rest) = rest.split_once("\n```\n").expect("its end");
    let (_, rest) = rest.split_once("```text\n").expect("what it prints");
    let (printed, _) = rest.split_once("\n```").expect("its end");
    let output = Command::new("bash")
        .args(["-euc", script])
        .output()
        .expect("bash runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout).trim_end(), printed);
    let value = |name: &str| {
        let (_, rest) = script.split_once(&format!("{name}='")).expect("a value");
        rest.split_once('\'').expect("its end").0.to_owned()
    };
    let secret = value("secret");
    let secret = from_base64(secret.strip_prefix("whsec_").expect("a secret"));
    let ours = signature(
        Manner::Hmac,
        &secret.try_into().expect("32 bytes"),
        (
            &value("id"),
            Instant::from_seconds(value("sent").parse().expect("seconds")).expect("an instant"),
        ),
        value("body").as_bytes(),
    );
    assert_eq!(ours, printed);
}

#[test]
fn tokens_are_made_listed_and_revoked() {
    let scratch = tempfile::tempdir().expect("a folder");
    let register = practice(scratch.path());
    let invite = ["account", "invite", "o-anna", "--name", "Anna", "--role"];
    data(&register, &[&invite[..], &["depositary-officer"]].concat());
    let own = [
        "account", "token", "add", "o-anna", "--name", "import", "--deed", "enter",
    ];
    let rehearsed = data(&register, &[&own[..], &["--dry-run"]].concat());
    assert_eq!(rehearsed["token"], Value::Null);
    let made = data(
        &register,
        &[&own[..], &["--deed", "read-inbox", "--days", "7"]].concat(),
    );
    let token = made["token"].as_str().expect("a token");
    assert_eq!(token.len(), "sponsio_".len() + 64);
    let handle = made["handle"].as_str().expect("a handle");
    let mut list = sponsio();
    list.args(["account", "token", "list", "--register"])
        .arg(&register);
    let said = text(&list.output().expect("it runs").stdout);
    assert!(said.contains(handle) && !said.contains(token), "{said}");
    data(&register, &["account", "token", "revoke", handle]);
    for (arguments, code) in [
        (&["account", "token", "revoke", handle][..], 4),
        (
            &[
                "account", "token", "add", "o-none", "--name", "x", "--deed", "enter",
            ],
            4,
        ),
        (
            &[
                "account", "token", "add", "o-anna", "--name", "x", "--deed", "confirm",
            ],
            2,
        ),
    ] {
        let mut command = sponsio();
        command.args(arguments).arg("--register").arg(&register);
        assert_eq!(
            command.output().expect("it runs").status.code(),
            Some(code),
            "{arguments:?}"
        );
    }
    let invite = [
        "account", "invite", "o-aud", "--name", "Aud", "--role", "auditor",
    ];
    data(&register, &invite);
    let mut beyond = sponsio();
    let own = [
        "account",
        "token",
        "add",
        "o-aud",
        "--name",
        "x",
        "--deed",
        "enter",
        "--register",
    ];
    let output = beyond.args(own).arg(&register).output().expect("it runs");
    assert_eq!(output.status.code(), Some(5), "{}", text(&output.stderr));
}
