//! Where, when, on what occasion and to whom: what was expected of each passage, and how well it was found.

use crate::case::Case;
use alloc::collections::BTreeMap;
use alloc::fmt;
use sponsio_text::report::{Passage, Reading, Setting};
use std::fs;
use std::path::Path;

/// The four parts in the order of the columns, then the day.
const PARTS: [&str; 5] = ["place", "time", "occasion", "audience", "day"];

/// What is expected of one part: words, nothing, or either.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
    Words(String),
    Nothing,
    Either,
}

/// One line of expectations: the words of the passage, or `*` for all others.
#[derive(Debug, Clone)]
struct Line {
    words: String,
    parts: [Wanted; 4],
    day: Option<String>,
}

/// The settings expected in a report.
#[derive(Debug, Clone)]
pub(crate) struct Expected {
    id: String,
    lines: Vec<Line>,
}

impl Expected {
    /// Returns the expectations of a file, by report.
    pub(crate) fn all(path: &Path) -> Vec<Self> {
        let text =
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        text.split("\n[").skip(1).map(Self::one).collect()
    }

    fn one(block: &str) -> Self {
        let (id, body) = block.split_once(']').expect("an id");
        let lines = body.lines().filter_map(|line| line.strip_prefix("= "));
        Self {
            id: id.into(),
            lines: lines.map(|line| Line::of(id, line)).collect(),
        }
    }

    /// The report it is of.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    fn of<'a>(&'a self, words: &str) -> Option<&'a Line> {
        let named = self.lines.iter().find(|line| line.is_of(words));
        named.or_else(|| self.lines.iter().find(|line| line.words == "*"))
    }
}

impl Line {
    fn is_of(&self, words: &str) -> bool {
        let words = words.trim_end_matches(['"', '”', '’']);
        match self.words.split_once(" … ") {
            Some((first, last)) => words.starts_with(first) && words.ends_with(last),
            None => words == self.words,
        }
    }

    fn of(id: &str, line: &str) -> Self {
        let fields: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let [words, place, time, occasion, audience] = fields[..] else {
            panic!("[{id}] {line}");
        };
        let (time, day) = match time.split_once(" = ") {
            Some((time, day)) => (time, Some(day.to_owned())),
            None => (time, None),
        };
        let wanted = |field: &str| match field {
            "-" => Wanted::Nothing,
            field if field.starts_with('(') => Wanted::Either,
            field => Wanted::Words(field.to_owned()),
        };
        Self {
            words: words.into(),
            parts: [
                wanted(place),
                wanted(time),
                wanted(occasion),
                wanted(audience),
            ],
            day,
        }
    }
}

#[derive(Debug, Default, Clone, Copy)]
struct Count {
    expected: u32,
    found: u32,
    right: u32,
}

/// The figures of a set of reports.
#[derive(Debug, Default)]
pub(crate) struct Score {
    pub(crate) reports: usize,
    pub(crate) passages: usize,
    parts: BTreeMap<&'static str, Count>,
    pub(crate) mistakes: Vec<String>,
}

impl Score {
    /// Compares a report.
    pub(crate) fn add(&mut self, case: &Case, expected: &Expected) {
        self.reports += 1;
        let reading = case.read();
        let mut met: Vec<&str> = Vec::new();
        for passage in reading.passages.iter().filter(|one| !one.is_heading) {
            self.passages += 1;
            let words = reading.words(&passage.span);
            let line = expected.of(words);
            met.extend(line.map(|line| line.words.as_str()));
            self.compare(&case.id, words, line, passage, &reading);
        }
        for line in &expected.lines {
            if line.words != "*" && !met.contains(&line.words.as_str()) {
                self.missed(&case.id, line);
            }
        }
    }

    /// Counts what is expected of a passage that was not found.
    fn missed(&mut self, id: &str, line: &Line) {
        let words = &line.words;
        self.mistakes.push(format!("[{id}] not found: “{words}”"));
        for (part, name) in line.parts.iter().zip(PARTS) {
            let is_asked = matches!(part, Wanted::Words(_));
            self.parts.entry(name).or_default().expected += u32::from(is_asked);
        }
        self.parts.entry("day").or_default().expected += u32::from(line.day.is_some());
    }

    fn compare(
        &mut self,
        id: &str,
        words: &str,
        line: Option<&Line>,
        passage: &Passage,
        reading: &Reading,
    ) {
        let found = parts(&passage.setting, reading);
        for (nth, name) in PARTS.into_iter().take(4).enumerate() {
            let wanted = line.map_or(Wanted::Nothing, |line| line.parts[nth].clone());
            if wanted == Wanted::Either {
                continue;
            }
            let count = self.parts.entry(name).or_default();
            let found = found[nth].as_deref();
            let asked = match &wanted {
                Wanted::Words(asked) => Some(asked.as_str()),
                _ => None,
            };
            count.expected += u32::from(asked.is_some());
            count.found += u32::from(found.is_some());
            let is_right = asked
                .zip(found)
                .is_some_and(|(asked, found)| is_near(asked, found));
            count.right += u32::from(is_right);
            if asked.is_some() != found.is_some() || asked.is_some() && !is_right {
                let (asked, found) = (asked.unwrap_or("-"), found.unwrap_or("-"));
                self.mistakes
                    .push(format!("[{id}] {name} of “{words}”: {found}, not {asked}"));
            }
        }
        if line.is_some_and(|line| line.parts[1] == Wanted::Either) {
            return;
        }
        let asked = line.and_then(|line| line.day.clone());
        let found = passage.setting.day.map(|day| day.to_string());
        let count = self.parts.entry("day").or_default();
        count.expected += u32::from(asked.is_some());
        count.found += u32::from(found.is_some());
        count.right += u32::from(asked.is_some() && asked == found);
        if asked != found {
            self.mistakes
                .push(format!("[{id}] day of “{words}”: {found:?}, not {asked:?}"));
        }
    }

    /// The figures of all parts together: precision and recall.
    pub(crate) fn total(&self) -> (f64, f64) {
        let mut all = Count::default();
        for count in self.parts.values() {
            all.expected += count.expected;
            all.found += count.found;
            all.right += count.right;
        }
        let share = |of: u32| f64::from(all.right) / f64::from(of.max(1));
        (share(all.found), share(all.expected))
    }
}

fn parts(setting: &Setting, reading: &Reading) -> [Option<String>; 4] {
    [
        &setting.place,
        &setting.time,
        &setting.occasion,
        &setting.audience,
    ]
    .map(|part| {
        part.as_ref()
            .map(|part| reading.words(&part.span).to_owned())
    })
}

/// Whether one holds the other and is at most twice as long.
fn is_near(asked: &str, found: &str) -> bool {
    let (short, long) = if asked.len() < found.len() {
        (asked, found)
    } else {
        (found, asked)
    };
    long.contains(short) && 2 * short.len() >= long.len()
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} reports, {} passages", self.reports, self.passages)?;
        writeln!(
            f,
            "| part | expected | found | right | precision | recall |"
        )?;
        writeln!(f, "| --- | --- | --- | --- | --- | --- |")?;
        for name in PARTS {
            let count = self.parts.get(name).copied().unwrap_or_default();
            let share = |of: u32| f64::from(count.right) / f64::from(of.max(1));
            let Count {
                expected,
                found,
                right,
            } = count;
            let (precision, recall) = (share(found), share(expected));
            writeln!(
                f,
                "| {name} | {expected} | {found} | {right} | {precision:.3} | {recall:.3} |"
            )?;
        }
        for mistake in &self.mistakes {
            writeln!(f, "{mistake}")?;
        }
        Ok(())
    }
}
