//! How fast records are read and written: a small entry, and a document of many rows.

use sponsio_record::{Draft, read};

fn main() {
    divan::main();
}

/// An entry as a deposit makes it.
const ENTRY: &str = r#"{"act":{"done":"2026-11-20","id":"00112233445566778899aabbccddeeff","kind":"ratification","participant":"TUR","received":"2026-11-22","source":"note verbale 12/2026","treaty":"4-4","type":"sponsio.act/1"},"by":{"office":"depositary","officer":"o-7f3a"},"log":"log.sponsio.example/ledger","recorded":"2026-11-22T13:24:40Z","seq":41,"sigs":[],"stream":{"name":"instrument/4-4","nth":7,"prev":38},"type":"sponsio.entry/1","visibility":"public"}"#;

#[divan::bench]
fn read_entry(bencher: divan::Bencher<'_, '_>) {
    bencher
        .counter(divan::counter::BytesCount::of_str(ENTRY))
        .bench(|| read(divan::black_box(ENTRY.as_bytes())));
}

#[divan::bench]
fn write_entry(bencher: divan::Bencher<'_, '_>) {
    let record = read(ENTRY.as_bytes()).expect("the entry is a record");
    let draft = Draft::from(record.object());
    bencher
        .counter(divan::counter::BytesCount::of_str(ENTRY))
        .bench(|| divan::black_box(&draft).finish());
}

#[divan::bench(args = [1_000, 20_000])]
fn read_rows(bencher: divan::Bencher<'_, '_>, rows: i64) {
    let row = |number| Draft::array([Draft::text("NOR"), Draft::integer(number)]);
    let bytes = Draft::object([
        ("rows", Draft::array((0..rows).map(row))),
        ("type", Draft::text("sponsio.weights/1")),
    ])
    .finish()
    .expect("the draft keeps the rules");
    bencher
        .counter(divan::counter::BytesCount::of_slice(&bytes))
        .bench(|| read(divan::black_box(&bytes)));
}
