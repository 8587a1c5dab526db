//! How well what was read agrees with what was expected: by language, by kind, each mistake named.

use crate::case::{Case, Expected, Sort};
use alloc::collections::BTreeMap;
use alloc::fmt;
use core::ops::Range;
use sponsio_text::report::{Kind, Passage, Tongue};

/// Found, expected, and both.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    found: u32,
    expected: u32,
    right: u32,
}

impl Count {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.found.max(1))
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from(self.expected.max(1))
    }
}

/// The figures of a set of cases.
#[derive(Debug, Default)]
pub(crate) struct Score {
    cases: usize,
    passages: BTreeMap<(Sort, Tongue), Count>,
    kinds: BTreeMap<Kind, Count>,
    verbs: Count,
    doubts: Count,
    mistakes: Vec<String>,
}

impl Score {
    pub(crate) const fn cases(&self) -> usize {
        self.cases
    }

    pub(crate) fn mistakes(&self) -> &[String] {
        &self.mistakes
    }

    /// How many passages that were found right have another kind.
    pub(crate) fn kinds_missed(&self) -> u32 {
        self.kinds
            .values()
            .map(|count| count.expected - count.right)
            .sum()
    }

    /// Compares a case.
    pub(crate) fn add(&mut self, case: &Case) {
        self.cases += 1;
        let reading = case.read();
        let mut left: Vec<&Passage> = reading.passages.iter().collect();
        for passage in &left {
            self.passages
                .entry((sort(passage), case.tongue))
                .or_default()
                .found += 1;
            assert!(
                case.report.get(passage.span.clone()).is_some(),
                "[{}] {:?}",
                case.id,
                passage.span
            );
        }
        for expected in &case.expected {
            let place = case.place(expected);
            let count = self
                .passages
                .entry((expected.sort, case.tongue))
                .or_default();
            count.expected += 1;
            let fits = |passage: &&Passage| {
                sort(passage) == expected.sort
                    && is_there(expected.sort, &passage.span, &place)
                    && passage.speaker == expected.speaker
            };
            if let Some(at) = left.iter().position(fits) {
                count.right += 1;
                let passage = left.remove(at);
                self.compare(case, expected, passage, &reading.text.text);
            } else {
                let speaker = expected.speaker.as_deref().unwrap_or("-");
                self.mistakes.push(format!(
                    "[{}] not found: {:?} {} ({speaker})",
                    case.id, expected.sort, &case.report[place]
                ));
            }
        }
        for passage in left {
            let speaker = passage.speaker.as_deref().unwrap_or("-");
            let words = reading.words(&passage.span);
            self.mistakes.push(format!(
                "[{}] not expected: {:?} {words} ({speaker})",
                case.id,
                sort(passage)
            ));
        }
    }

    fn compare(&mut self, case: &Case, expected: &Expected, passage: &Passage, text: &str) {
        self.kinds.entry(expected.kind).or_default().expected += 1;
        self.kinds.entry(passage.kind).or_default().found += 1;
        if expected.kind == passage.kind {
            self.kinds.entry(expected.kind).or_default().right += 1;
        } else {
            let words = &text[passage.span.clone()];
            println!(
                "[{}] kind {} not {}: {words}",
                case.id,
                passage.kind.name(),
                expected.kind.name()
            );
        }
        let verb = passage.verb.clone().map(|span| text[span].to_owned());
        self.verbs.expected += 1;
        self.verbs.right += u32::from(verb == expected.verb);
        if verb != expected.verb {
            println!("[{}] verb {verb:?} not {:?}", case.id, expected.verb);
        }
        self.doubts.expected += 1;
        self.doubts.right += u32::from(
            passage.doubt.is_some() == expected.is_doubtful || expected.sort == Sort::Heading,
        );
    }

    fn total(&self, sort: Sort) -> Count {
        let mut total = Count::default();
        for (_, count) in self.passages.iter().filter(|(key, _)| key.0 == sort) {
            total.found += count.found;
            total.expected += count.expected;
            total.right += count.right;
        }
        total
    }

    /// Fails below the bounds that were set before the reader was written.
    pub(crate) fn assert_bounds(&self) {
        self.assert_at_least([0.97, 0.92], [0.9, 0.0]);
    }

    /// Precision and recall, of quotations and of clauses.
    pub(crate) fn assert_at_least(&self, direct: [f64; 2], indirect: [f64; 2]) {
        for (sort, least) in [(Sort::Direct, direct), (Sort::Indirect, indirect)] {
            let found = self.total(sort);
            assert!(found.precision() >= least[0], "{found:?}");
            assert!(found.recall() >= least[1], "{found:?}");
        }
    }
}

/// Quotations must agree to the letter; clauses in four fifths of what either covers.
fn is_there(sort: Sort, found: &Range<usize>, expected: &Range<usize>) -> bool {
    if sort != Sort::Indirect {
        return found == expected;
    }
    let shared = found
        .end
        .min(expected.end)
        .saturating_sub(found.start.max(expected.start));
    let all = found.end.max(expected.end) - found.start.min(expected.start);
    5 * shared >= 4 * all
}

fn sort(passage: &Passage) -> Sort {
    match (passage.is_heading, passage.is_direct) {
        (true, _) => Sort::Heading,
        (false, true) => Sort::Direct,
        (false, false) => Sort::Indirect,
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} reports", self.cases)?;
        writeln!(
            f,
            "| passages | expected | found | right | precision | recall |"
        )?;
        writeln!(f, "| --- | --- | --- | --- | --- | --- |")?;
        let row = |f: &mut fmt::Formatter<'_>, name: String, count: Count| {
            let (precision, recall) = (count.precision(), count.recall());
            let Count {
                found,
                expected,
                right,
            } = count;
            writeln!(
                f,
                "| {name} | {expected} | {found} | {right} | {precision:.3} | {recall:.3} |"
            )
        };
        for ((sort, tongue), count) in &self.passages {
            row(f, format!("{sort:?}, {tongue:?}"), *count)?;
        }
        for sort in [Sort::Direct, Sort::Indirect] {
            row(f, format!("{sort:?}, both"), self.total(sort))?;
        }
        for (kind, count) in &self.kinds {
            row(f, format!("kind: {}", kind.name()), *count)?;
        }
        writeln!(
            f,
            "verbs right: {} of {}; doubts right: {} of {}",
            self.verbs.right, self.verbs.expected, self.doubts.right, self.doubts.expected
        )?;
        for mistake in &self.mistakes {
            writeln!(f, "{mistake}")?;
        }
        Ok(())
    }
}
