//! The instrument itself as a file: what is taken, what is said of it, and who gets it, how.

use std::fs::File;
use std::io::Read as _;

use sponsio_depositary::mandate::rights::Role;
use sponsio_record::Digest;
use sponsio_web::{Examined, Examiner, Unexamined};

use crate::authenticator::Authenticator;
use crate::desk_house::{DeskHouse, ORIGIN, OWN, Officer, location, options};

/// Judges by the first words; what examines for real is tested where it is.
pub(crate) struct Glance;

impl Examiner for Glance {
    fn examine(&self, mut file: &File) -> Result<Examined, Unexamined> {
        std::io::Seek::rewind(&mut file).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        if text.contains("BOMB") {
            return Err(Unexamined::TooMuch);
        }
        if !text.starts_with("%PDF-") {
            return Err(Unexamined::NoPdf);
        }
        Ok(Examined {
            version: "1.7".to_owned(),
            pages: 3,
            encrypted: false,
            scripts: text.contains("JavaScript"),
            attachments: false,
            signatures: 1,
        })
    }
}

fn status(head: &str) -> u16 {
    head.split(' ').nth(1).unwrap().parse().unwrap()
}

/// Sends the form of an accession with a file.
fn sent(house: &DeskHouse, officer: &Officer<'_>, name: &str, file: &str) -> (String, String) {
    let fields = [
        ("token", officer.token.as_str()),
        ("treaty", "harbour"),
        ("participant", "ARV"),
        ("label", "accession"),
        ("note", "in order"),
    ];
    let parts = fields.map(|(field, value)| {
        format!("--xYz\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n")
    });
    let last = format!(
        "--xYz\r\ncontent-disposition: form-data; name=\"instrument\"; filename=\"{name}\"\r\n\
         content-type: text/html\r\n\r\n{file}\r\n--xYz--\r\n"
    );
    let body = parts.concat() + &last;
    let headers = format!(
        "{OWN}cookie: __Host-sponsio={}\r\ncontent-type: multipart/form-data; boundary=xYz\r\n",
        officer.secret
    );
    house.ask("POST /desk/new/deposit?lang=en", &headers, &body)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_instrument_is_examined_and_given_out_once_by_a_path() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let file = "%PDF-1.7 /JavaScript <script>alert(1)</script> %%EOF";
    let (head, body) = sent(&house, &anna, "../../../etc/x\u{202e}fdp.pdf", file);
    let path = location(&head).unwrap_or_else(|| panic!("{head}\n{body}"));
    let path = path.split('?').next().unwrap().to_owned();
    let (_, page) = anna.get(&format!("{path}?lang=en"));
    let digest = Digest::of(file.as_bytes()).to_string();
    assert!(page.contains(&digest), "{page}");
    for said in [
        "<bdi class=\"wide\">xfdp.pdf</bdi>",
        "Scripts or actions",
        "Pages",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("etc/") && !page.contains("alert(1)"));

    let (head, _) = anna.post(&format!("{path}/instrument"), &[]);
    let place = location(&head).unwrap();
    assert!(place.starts_with("/document/"), "{place}");
    // No cookie is needed, and none is set: who has the path has the file, once.
    let (head, got) = house.ask(&format!("GET {place}"), "", "");
    assert_eq!((status(&head), got.as_str()), (200, file));
    for part in [
        "content-disposition: attachment; filename=\"instrument-",
        "content-security-policy: default-src 'none'; frame-ancestors 'none'; sandbox",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
        "content-type: application/pdf",
    ] {
        assert!(head.contains(part), "{part}: {head}");
    }
    assert!(!head.contains("set-cookie"), "{head}");
    assert_eq!(status(&house.ask(&format!("GET {place}"), "", "").0), 410);
    let said = house.journal.lock().unwrap().join("\n");
    assert!(!said.contains(&place["/document/".len()..]), "{said}");
    let operator = house.officer("o-op", &[Role::Operator]);
    let (head, _) = operator.post(&format!("{path}/instrument"), &[]);
    assert_eq!(status(&head), 403);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_pdf_or_too_much_enters_nothing() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    for (file, said) in [
        ("<html>", "The file is no PDF"),
        ("PK\u{3}\u{4}", "The file is no PDF"),
        ("%PDF-1.7 BOMB", "more time or memory"),
    ] {
        let (head, page) = sent(&house, &anna, "a.pdf", file);
        assert_eq!(status(&head), 422, "{page}");
        assert!(
            page.contains(said) && page.contains("href=\"#instrument\""),
            "{page}"
        );
        // What was chosen is not chosen again.
        assert!(page.contains("value=\"harbour\" selected"), "{page}");
    }
    assert_eq!(house.accounts.waiting(None, 0, 9).unwrap().1, 0);
    // Without a file it is entered as before.
    let (head, _) = sent(&house, &anna, "", "");
    assert_eq!(status(&head), 303);
    let long = "x".repeat(2 << 20);
    let mut stranger = house.officer("o-gone", &[Role::DepositaryOfficer]);
    stranger.secret = "0".repeat(64);
    let (head, _) = sent(&house, &stranger, "a.pdf", &long);
    assert_eq!(status(&head), 413, "nobody's file is written down");
    assert_eq!(house.accounts.waiting(None, 0, 9).unwrap().1, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_officers_assert_over_the_digest_of_the_instrument() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let key = Authenticator::new(1, ORIGIN);
    let link = Digest::of(anna.name.as_bytes()).to_string();
    house.enrol(&link, &key);
    let file = "%PDF-1.7 letter %%EOF";
    let (head, _) = sent(&house, &anna, "letter.pdf", file);
    let path = location(&head).unwrap();
    let path = path.split('?').next().unwrap().to_owned();
    let (head, page) = anna.post(&format!("{path}/propose"), &[]);
    assert_eq!(status(&head), 200, "{page}");
    let answer = key.get(&options(&page));
    let (head, page) = anna.answer(&format!("{path}/proposed"), &page, &answer);
    assert_eq!(status(&head), 303, "{page}");
    let id = path.rsplit('/').next().unwrap();
    let proposed = house.accounts.proposed(id).unwrap().unwrap();
    let digest = Digest::of(file.as_bytes());
    assert_eq!(proposed.documents[0].0.digest, digest);
    let act = String::from_utf8(proposed.act).unwrap();
    assert!(act.contains(&digest.to_string()), "{act}");
}
