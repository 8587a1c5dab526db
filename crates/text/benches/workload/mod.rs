//! Reports of five hundred words, for the bench and for the program that measures the budget.

use sponsio_text::report::Tongue;

const CASES: [(&str, Tongue); 2] = [
    (
        include_str!("../../tests/reports/turkish.txt"),
        Tongue::Turkish,
    ),
    (
        include_str!("../../tests/reports/english.txt"),
        Tongue::English,
    ),
];

/// The words of a report of the budget.
const WORDS: usize = 500;

/// Reports of five hundred words each, made of the paragraphs of the cases.
pub(crate) fn reports() -> Vec<(String, Tongue)> {
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
