//! A case: a report and what is expected of it.

use core::ops::Range;
use sponsio_text::report::{Kind, Options, Reading, Tongue, read};
use std::fs;
use std::path::Path;

/// Where a passage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    Direct,
    Indirect,
    Heading,
}

/// One expected finding.
#[derive(Debug, Clone)]
pub(crate) struct Expected {
    pub(crate) sort: Sort,
    pub(crate) words: String,
    pub(crate) speaker: Option<String>,
    pub(crate) is_doubtful: bool,
    pub(crate) verb: Option<String>,
    pub(crate) kind: Kind,
}

/// A report with its expectations.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) tongue: Tongue,
    pub(crate) report: String,
    pub(crate) expected: Vec<Expected>,
}

impl Case {
    /// Returns the cases of a file.
    pub(crate) fn all(path: &Path) -> Vec<Self> {
        let text =
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        text.split("\n[").skip(1).map(Self::one).collect()
    }

    fn one(block: &str) -> Self {
        let (head, body) = block.split_once('\n').expect("a head");
        let (id, tongue) = head
            .split_once("] ")
            .unwrap_or_else(|| panic!("no language in [{head}"));
        let tongue = match tongue.trim() {
            "tr" => Tongue::Turkish,
            "en" => Tongue::English,
            other => panic!("[{id}] in {other}"),
        };
        let report: Vec<&str> = body
            .lines()
            .take_while(|line| !line.starts_with("> ") && !line.starts_with("= "))
            .collect();
        let expected = body.lines().filter_map(|line| line.strip_prefix("> "));
        Self {
            id: id.into(),
            tongue,
            report: report.join("\n").trim().into(),
            expected: expected.map(|line| Expected::of(id, line)).collect(),
        }
    }

    /// Reads the report.
    pub(crate) fn read(&self) -> Reading {
        let options = Options {
            tongue: self.tongue,
            today: None,
        };
        read(self.report.as_bytes(), &options)
            .unwrap_or_else(|error| panic!("[{}] {error}", self.id))
    }

    /// Returns where the expected words stand: quoted ones behind a quotation mark.
    pub(crate) fn place(&self, expected: &Expected) -> Range<usize> {
        let (first, last) = expected
            .words
            .split_once(" … ")
            .map_or((&*expected.words, None), |(a, b)| (a, Some(b)));
        let is_quoted = expected.sort != Sort::Indirect;
        let marks = ['"', '“', '«', '‘', '\'', ','];
        let mut starts = self.report.match_indices(first).map(|(at, _)| at);
        let start = starts
            .clone()
            .find(|at| is_quoted && self.report[..*at].ends_with(marks))
            .or_else(|| starts.next())
            .unwrap_or_else(|| panic!("[{}] {first} is not in the report", self.id));
        let after = start + first.len();
        let end = last.map_or(after, |last| {
            let at = self.report[after..].find(last);
            after
                + at.unwrap_or_else(|| panic!("[{}] {last} is not in the report", self.id))
                + last.len()
        });
        start..end
    }
}

impl Expected {
    fn of(id: &str, line: &str) -> Self {
        let fields: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let [sort, words, speaker, verb, kind] = fields[..] else {
            panic!("[{id}] {line}");
        };
        let some = |field: &str| (field != "-").then(|| field.to_owned());
        Self {
            sort: match sort {
                "direct" => Sort::Direct,
                "indirect" => Sort::Indirect,
                "heading" => Sort::Heading,
                other => panic!("[{id}] {other}"),
            },
            words: words.into(),
            is_doubtful: speaker.starts_with('?'),
            speaker: some(speaker.trim_start_matches('?')),
            verb: some(verb),
            kind: Kind::ALL
                .into_iter()
                .find(|known| known.name() == kind)
                .unwrap_or_else(|| panic!("[{id}] {kind}")),
        }
    }
}
