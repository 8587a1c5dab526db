//! The budget of the reader of reports: ten thousand reports of five hundred words, and texts of growing
//! length, hostile ones among them, whose time must grow with their length and no faster.

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use sponsio_text::report::{Options, Tongue, read};

const CASES: [(&str, Tongue); 2] = [
    (
        include_str!("../tests/reports/turkish.txt"),
        Tongue::Turkish,
    ),
    (
        include_str!("../tests/reports/english.txt"),
        Tongue::English,
    ),
];

/// The words of a report of the budget.
const WORDS: usize = 500;

fn main() {
    divan::main();
}

/// Reports of five hundred words each, made of the paragraphs of the cases.
fn reports() -> Vec<(String, Tongue)> {
    let mut made = Vec::new();
    for (text, tongue) in CASES {
        let lines = text
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with(['>', '[', '#']));
        let mut report = String::new();
        let mut words = 0;
        for line in lines.clone().chain(lines) {
            let line = line.strip_prefix("date ").map_or(line, |rest| &rest[11..]);
            words += line.split_whitespace().count();
            report.push_str(line);
            report.push_str("\n\n");
            if words >= WORDS {
                made.push((format!("date 2031-01-01 {report}"), tongue));
                report.clear();
                words = 0;
            }
        }
    }
    made
}

/// So many reports of five hundred words, in both languages by turns.
#[divan::bench(args = [1_000, 10_000], sample_count = 3, sample_size = 1)]
fn reports_of_500_words(bencher: Bencher<'_, '_>, count: usize) {
    let reports = reports();
    bencher.counter(ItemsCount::new(count)).bench_local(|| {
        let mut passages = 0;
        for (report, tongue) in reports.iter().cycle().take(count) {
            let options = Options {
                tongue: *tongue,
                today: None,
            };
            passages += read(black_box(report.as_bytes()), &options)
                .map_or(0, |reading| reading.passages.len());
        }
        passages
    });
}

/// One report of so many KiB.
#[divan::bench(args = [64, 256, 1_024], sample_count = 3, sample_size = 1)]
fn one_report_of(bencher: Bencher<'_, '_>, kib: usize) {
    let report: String = reports().into_iter().map(|(report, _)| report).collect();
    grown(bencher, &report, kib);
}

/// Quotation marks, brackets and verbs without end, of so many KiB.
#[divan::bench(args = [64, 256, 1_024], sample_count = 3, sample_size = 1)]
fn marks_without_end(bencher: Bencher<'_, '_>, kib: usize) {
    grown(
        bencher,
        "\"“‘a ” dedi , said A, B ve C olduğunu <nav> « ",
        kib,
    );
}

/// One paragraph of names without end, of so many KiB.
#[divan::bench(args = [64, 256, 1_024], sample_count = 3, sample_size = 1)]
fn names_without_end(bencher: Bencher<'_, '_>, kib: usize) {
    grown(bencher, "Bakan Ada Su Bo The Minister Ox ", kib);
}

fn grown(bencher: Bencher<'_, '_>, piece: &str, kib: usize) {
    let report: String = piece.chars().cycle().take(kib << 10).collect();
    bencher
        .counter(BytesCount::new(report.len()))
        .bench_local(|| {
            for tongue in [Tongue::Turkish, Tongue::English] {
                drop(read(
                    black_box(report.as_bytes()),
                    &Options {
                        tongue,
                        today: None,
                    },
                ));
            }
        });
}
