//! What a PDF is said to be, and what is refused: files that are written here, byte by byte.

use super::*;

/// Writes a PDF of these objects, numbered from one; the first is the catalogue.
fn pdf(objects: &[&str], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = places.len() + 1;
    let end = format!("trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n");
    bytes.extend(end.bytes());
    bytes
}

const PAGES: &str = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const PAGE: &str = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>";

fn with(catalogue: &str, more: &[&str]) -> Vec<u8> {
    let catalogue = format!("<</Type/Catalog/Pages 2 0 R{catalogue}>>");
    pdf(&[&[catalogue.as_str(), PAGES, PAGE], more].concat(), "")
}

#[test]
fn a_plain_letter_is_a_page_and_nothing_else() {
    let expected = Examined {
        version: "1.7".to_owned(),
        pages: 1,
        encrypted: false,
        scripts: false,
        attachments: false,
        signatures: 0,
    };
    assert_eq!(examined(&with("", &[])), Ok(expected));
}

#[test]
fn what_a_reader_would_run_and_what_is_attached_are_said() {
    let found = |catalogue: &str, more: &[&str]| examined(&with(catalogue, more)).expect("a PDF");
    assert!(found("/OpenAction<</S/JavaScript/JS(app.alert)>>", &[]).scripts);
    assert!(found("/OpenAction 4 0 R", &["<</S/Launch/F(cmd)>>"]).scripts);
    assert!(found("/AA<</WC 4 0 R>>", &["<</S/URI>>"]).scripts);
    assert!(!found("/OpenAction 4 0 R", &["<</S/GoTo/D[3 0 R/Fit]>>"]).scripts);
    let attached = found("/Names<</EmbeddedFiles 4 0 R>>", &["<</Names[]>>"]);
    assert!(attached.attachments && !attached.scripts);
    let signature = "<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>";
    assert_eq!(found("", &[signature, signature]).signatures, 2);
}

#[test]
fn what_is_no_pdf_or_more_than_one_is_refused() {
    let good = with("", &[]);
    for bytes in [
        &b""[..],
        b"%PDF",
        b"PK\x03\x04",
        b" %PDF-1.7\n%%EOF",
        b"<html>%PDF-1.7\n%%EOF",
    ] {
        assert_eq!(examined(bytes), Err(Unexamined::NoPdf), "{bytes:?}");
    }
    let html = [&good[..], b"<script>alert(1)</script>"].concat();
    assert_eq!(examined(&html), Err(Unexamined::Polyglot));
    // An archive whose directory ends where the file ends, its comment holding the end of the PDF.
    let mut archive = good.clone();
    archive.extend(b"PK\x05\x06");
    archive.extend([0; 16]);
    archive.extend([6, 0]);
    archive.extend(b"%%EOF\n");
    assert_eq!(examined(&archive), Err(Unexamined::Polyglot));
}

#[test]
fn what_is_broken_is_refused_or_read_and_never_a_panic() {
    let good = with("/OpenAction<</S/JavaScript/JS(app.alert)>>", &[]);
    for end in 0..good.len() {
        assert!(
            examined(&good[..end]).is_err() || end + 1 == good.len(),
            "{end}"
        );
    }
    let huge = String::from_utf8(good.clone()).expect("ASCII");
    for (from, to) in [
        ("0 4\n", "0 4294967295\n"),
        ("/Size 4", "/Size 99999999999999999999"),
        ("/Count 1", "/Count 2147483647"),
        ("/Kids[3 0 R]", "/Kids[2 0 R]"),
        ("/Root 1 0 R", "/Root 9 0 R"),
        ("/Root 1 0 R", "/Root 1 0 R/Prev 9"),
    ] {
        // Told or refused: the lenient reader repairs some of them.
        drop(examined(huge.replace(from, to).as_bytes()));
    }
    for place in 0..good.len() {
        let mut bytes = good.clone();
        bytes[place] ^= 0x15;
        drop(examined(&bytes));
    }
    let deep = format!("<</Type/Catalog/Pages 2 0 R/X {}>>", "[".repeat(5_000));
    drop(examined(&pdf(&[&deep, PAGES, PAGE], "")));
}

#[test]
fn an_encrypted_file_is_said_to_be_one() {
    let locked = "<</Filter/Standard/V 1/R 2/O<00>/U<00>/P -4>>";
    let objects = ["<</Type/Catalog/Pages 2 0 R>>", PAGES, PAGE, locked];
    let found = examined(&pdf(&objects, "/Encrypt 4 0 R/ID[<00><00>]"));
    // What is encrypted with another key may as well not be read at all; it is never said to be plain.
    assert!(found.is_err() || found.is_ok_and(|found| found.encrypted));
}
