//! Files that strangers hand in, examined as the desk has it done: by a process that can open nothing, and ends
//! in time whatever it reads.

use core::time::Duration;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use flate2::write::ZlibEncoder;
use flate2::{Compress, Compression, FlushCompress};
use serde_json::Value;

fn examined(bytes: &[u8]) -> Option<Value> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sponsio"))
        .arg("examine-upload")
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("piped");
    // Whoever has seen enough reads no further.
    drop(stdin.write_all(bytes));
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    serde_json::from_slice(&output.stdout).ok()
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("in memory");
    encoder.finish().expect("in memory")
}

/// Packs bytes, and so many millions of blanks behind them: each is the same block, written once and repeated
/// (RFC 1951), so that whoever makes the bomb has little to do.
fn bomb(bytes: &[u8], millions: usize) -> Vec<u8> {
    let block = |bytes: &[u8]| {
        let mut made = Vec::with_capacity(bytes.len() + 64);
        let mut compress = Compress::new(Compression::best(), false);
        compress
            .compress_vec(bytes, &mut made, FlushCompress::Full)
            .expect("in memory");
        made
    };
    let blanks = block(&vec![b' '; 1 << 20]).repeat(millions);
    let end = [1, 0, 0, 255, 255, 0, 0, 0, 0];
    [&[0x78, 0xda][..], &block(bytes), &blanks, &end].concat()
}

/// Writes a PDF whose objects stand in one packed stream, and whose table of places is packed as well.
fn packed(inside: &[u8], count: usize, first: usize, table: &[u8], size: u64) -> Vec<u8> {
    let table = deflated(table);
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let head = format!(
        "4 0 obj\n<</Type/ObjStm/N {count}/First {first}/Filter/FlateDecode/Length {}>>stream\n",
        inside.len()
    );
    bytes.extend(head.bytes());
    bytes.extend(inside);
    bytes.extend(b"\nendstream\nendobj\n");
    let start = bytes.len();
    let head = format!(
        "5 0 obj\n<</Type/XRef/Size {size}/W[1 4 1]/Root 1 0 R/Filter/FlateDecode/Length {}>>stream\n",
        table.len()
    );
    bytes.extend(head.bytes());
    bytes.extend(&table);
    bytes.extend(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").bytes());
    bytes
}

const OBJECTS: &[u8] = b"1 0 2 30 3 66 \
<</Type/Catalog/Pages 2 0 R>> <</Type/Pages/Kids[3 0 R]/Count 1>> <</Type/Page/Parent 2 0 R>>";

/// The places of objects 0 to 5: three of them in the stream that is object 4.
fn places(xref: u32) -> Vec<u8> {
    let mut table = vec![0, 0, 0, 0, 0, 0];
    for at in 0..3_u8 {
        table.extend([2, 0, 0, 0, 4, at]);
    }
    table.extend([1, 0, 0, 0, 9, 0]);
    table.push(1);
    table.extend(xref.to_be_bytes());
    table.push(0);
    table
}

#[test]
fn what_is_packed_is_read_and_a_bomb_goes_off_in_another_house() {
    let inside = deflated(OBJECTS);
    let good = packed(&inside, 3, 14, &places(0), 6);
    let found = examined(&good).expect("an answer");
    assert_eq!(found["pages"], 1, "{found}");
    // 200 MB of blanks in half a megabyte, and places for thousands of objects that are not there.
    let bomb = packed(&bomb(OBJECTS, 200), 3, 14, &places(0), 6);
    assert!(bomb.len() < 1 << 20, "{}", bomb.len());
    let found = examined(&bomb);
    assert!(found.is_none_or(|found| found["refused"].is_string() || found["pages"] == 1));
    let huge = [places(0), vec![1; 60_000]].concat();
    drop(examined(&packed(&inside, 3, 14, &huge, 1 << 40)));
    let claims = packed(&inside, usize::MAX, usize::MAX, &places(0), u64::MAX);
    drop(examined(&claims));
}

#[test]
fn what_is_no_pdf_is_refused_by_its_content() {
    for (bytes, why) in [
        (&b""[..], "no-pdf"),
        (b"<html>", "no-pdf"),
        (b"%PDF-1.7\n", "polyglot"),
        (b"%PDF-1.7\n%%EOF\n", "broken"),
        (b"%PDF-1.7\n%%EOF\n<script>", "polyglot"),
    ] {
        let found = examined(bytes).expect("an answer");
        assert_eq!(found["refused"], why, "{bytes:?}");
    }
}

#[test]
fn the_process_takes_its_limits_before_it_reads() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sponsio"))
        .arg("examine-upload")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let limits = format!("/proc/{}/limits", child.id());
    let mut said = String::new();
    for _ in 0..200 {
        said = fs::read_to_string(&limits).unwrap_or_default();
        if said
            .lines()
            .any(|line| is_limit(line, "Max open files", "3"))
        {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    for (name, most) in [
        ("Max open files", "3"),
        ("Max cpu time", "10"),
        ("Max data size", "805306368"),
        ("Max file size", "0"),
        ("Max core file size", "0"),
    ] {
        assert!(
            said.lines().any(|line| is_limit(line, name, most)),
            "{name}: {said}"
        );
    }
    drop(child.kill());
    drop(child.wait());
}

fn is_limit(line: &str, name: &str, most: &str) -> bool {
    line.strip_prefix(name)
        .is_some_and(|rest| rest.split_whitespace().next() == Some(most))
}
