//! The reader of reports: a hundred reports of five hundred words, and texts of growing length, hostile ones
//! among them, whose time must grow with their length and no faster. `scripts/bench statements` measures the
//! budget of ten thousand.

mod workload;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use sponsio_text::report::{Options, Tongue, read};
use workload::reports;

fn main() {
    divan::main();
}

/// So many reports of five hundred words, in both languages by turns.
#[divan::bench(args = [100], sample_count = 3, sample_size = 1)]
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
