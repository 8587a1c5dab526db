//! Who occurs in a report: persons with their full names and offices, bodies, and the unnamed. A family
//! name, an office or a description leads back to the fullest name that the text gives.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use super::reading::{Doubt, Span};
use super::speech::Who;

/// More names than these are not kept apart.
const NAMES_MAX: usize = 256;

/// More offices of one person are not kept.
const TITLES_MAX: usize = 6;

/// How far back another fit still makes a description doubtful, in mentions.
const NEAR: usize = 3;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Being {
    /// A person, or what is named like one.
    Person,
    /// A State, a ministry, an organization.
    Body,
    /// Somebody whom the text does not name.
    Unnamed,
}

#[derive(Debug, Clone)]
struct Figure {
    name: String,
    folded: Vec<String>,
    being: Being,
    /// Offices, each as folded words with the head last.
    titles: Vec<Vec<String>>,
    capacity: Option<String>,
    seen: usize,
}

/// An expression that names somebody.
#[derive(Debug, Clone)]
pub(super) struct Naming<'a> {
    /// The name as written; empty where there is only an office.
    pub(super) name: &'a str,
    /// The folded words of the name.
    pub(super) folded: Vec<&'a str>,
    /// The folded words of the office, its head last.
    pub(super) title: Vec<&'a str>,
    /// The office as written.
    pub(super) capacity: &'a str,
    /// What it stands for.
    pub(super) being: Being,
    /// Where it stands.
    pub(super) span: Span,
}

/// All who occur.
#[derive(Debug, Default)]
pub(super) struct Cast {
    figures: Vec<Figure>,
    by_last: BTreeMap<String, Vec<usize>>,
    known: BTreeSet<String>,
    /// Abbreviations that the text gives in brackets behind a name.
    short: BTreeMap<String, usize>,
    clock: usize,
    person: Option<usize>,
    /// Whether some names were not kept.
    pub(super) is_full: bool,
}

impl Cast {
    /// Notes that a word occurs as a name where it cannot only be the beginning of a sentence.
    pub(super) fn know(&mut self, folded: &str) {
        if self.known.len() < 16 * NAMES_MAX && !self.known.contains(folded) {
            self.known.insert(folded.into());
        }
    }

    /// Whether a word occurs as a name.
    pub(super) fn knows(&self, folded: &str) -> bool {
        self.known.contains(folded)
    }

    /// Whether a word is the last one of a person's name.
    pub(super) fn is_person(&self, folded: &str) -> bool {
        self.by_last.get(folded).is_some_and(|list| {
            list.iter()
                .any(|at| self.figures[*at].being == Being::Person)
        })
    }

    /// Learns a name before it is asked for: the whole text is gone through once for that.
    pub(super) fn learn(&mut self, naming: &Naming<'_>) {
        let Some(last) = naming.folded.last() else {
            return;
        };
        let is_one = naming.folded.len() < 2 && naming.title.is_empty();
        if is_one && naming.being != Being::Body
            || naming.being == Being::Body && is_any(&naming.folded)
        {
            return;
        }
        let same = self.by_last.get(*last).and_then(|list| {
            list.iter()
                .copied()
                .find(|at| self.figures[*at].folded == naming.folded)
        });
        let at = match same {
            Some(at) => at,
            None if naming.folded.len() < 2 && naming.being == Being::Person => return,
            None if self.figures.len() >= NAMES_MAX => {
                self.is_full = true;
                return;
            }
            None => {
                let at = self.figures.len();
                self.figures.push(Figure {
                    name: naming.name.into(),
                    folded: owned(&naming.folded),
                    being: naming.being,
                    titles: Vec::new(),
                    capacity: None,
                    seen: 0,
                });
                self.by_last.entry((*last).into()).or_default().push(at);
                at
            }
        };
        self.entitle(at, naming);
    }

    /// Learns the abbreviation of a name that was learned.
    pub(super) fn abbreviate(&mut self, naming: &Naming<'_>, short: &str) {
        if let (Some(at), _) = self.by_name(naming)
            && self.short.len() < NAMES_MAX
        {
            self.short.entry(short.into()).or_insert(at);
        }
    }

    fn entitle(&mut self, at: usize, naming: &Naming<'_>) {
        let figure = &mut self.figures[at];
        if naming.title.is_empty() || figure.titles.iter().any(|known| *known == naming.title) {
            return;
        }
        if figure.titles.len() < TITLES_MAX {
            figure.titles.push(owned(&naming.title));
        }
        let longer = figure
            .capacity
            .as_ref()
            .is_none_or(|known| known.len() < naming.capacity.len());
        if longer && naming.being == Being::Person {
            figure.capacity = Some(naming.capacity.into());
        }
    }

    /// Returns who is meant, and remembers that they were mentioned.
    pub(super) fn resolve(&mut self, naming: &Naming<'_>) -> Who {
        self.clock += 1;
        let named = Some(naming.span.clone());
        if naming.being == Being::Unnamed && naming.folded.is_empty() {
            self.describe(&naming.title);
            let capacity = Some(naming.capacity.into());
            return Who {
                named,
                capacity,
                ..Who::default()
            };
        }
        let (found, doubt) = if naming.folded.is_empty() {
            self.by_office(naming)
        } else {
            self.by_name(naming)
        };
        let Some(at) = found else {
            // Whose counterpart it is says nothing of who it is.
            let is_relative = naming.title.last().is_some_and(|head| {
                matches!(*head, "counterpart" | "mevkidaş" | "muhatap" | "muhatab")
            });
            let is_telling = naming.title.len() > 1
                && !is_relative
                && naming
                    .capacity
                    .chars()
                    .next()
                    .is_some_and(char::is_uppercase);
            let name = match (naming.folded.is_empty(), is_telling) {
                // Any newspaper may be "the newspaper".
                (false, _) if naming.being == Being::Body && is_any(&naming.folded) => None,
                (false, _) => Some(naming.name.into()),
                (true, true) => Some(naming.capacity.into()),
                // "the interior ministry" is a body, as far as the text gives it; "the army" may be anybody's.
                (true, false) if naming.being == Being::Body && naming.title.len() > 1 => {
                    Some(naming.capacity.into())
                }
                (true, false) => None,
            };
            let capacity = (!naming.capacity.is_empty()).then(|| naming.capacity.into());
            if naming.folded.is_empty() && is_telling && self.figures.len() < NAMES_MAX {
                self.figures.push(Figure {
                    name: naming.capacity.into(),
                    folded: Vec::new(),
                    being: naming.being,
                    titles: alloc::vec![owned(&naming.title)],
                    capacity: None,
                    seen: self.clock,
                });
            }
            return Who {
                name,
                named,
                capacity,
                doubt,
                is_body: naming.being == Being::Body,
            };
        };
        if !naming.folded.is_empty() && !naming.title.is_empty() {
            self.entitle(at, naming);
        }
        self.meet(at, named, doubt)
    }

    fn meet(&mut self, at: usize, named: Option<Span>, doubt: Option<Doubt>) -> Who {
        let figure = &mut self.figures[at];
        figure.seen = self.clock;
        if figure.being != Being::Body {
            self.person = Some(at);
        }
        Who {
            name: (figure.being != Being::Unnamed).then(|| figure.name.clone()),
            named,
            capacity: figure.capacity.clone(),
            doubt,
            is_body: figure.being == Being::Body,
        }
    }

    /// Returns the person who was mentioned last.
    pub(super) fn last_person(&mut self, named: Span) -> Option<Who> {
        self.clock += 1;
        let at = self.person?;
        Some(self.meet(at, Some(named), None))
    }

    /// Somebody unnamed is kept by office, so that "the official" is again somebody unnamed.
    fn describe(&mut self, title: &[&str]) {
        let Some(head) = title.last() else {
            return;
        };
        let known = self.figures.iter().position(|figure| {
            figure.being == Being::Unnamed && figure.titles[0].last().is_some_and(|own| own == head)
        });
        let at = match known {
            Some(at) => at,
            None if self.figures.len() >= NAMES_MAX => return,
            None => {
                self.figures.push(Figure {
                    name: String::new(),
                    folded: Vec::new(),
                    being: Being::Unnamed,
                    titles: alloc::vec![owned(title)],
                    capacity: None,
                    seen: 0,
                });
                self.figures.len() - 1
            }
        };
        self.figures[at].seen = self.clock;
        self.person = Some(at);
    }

    fn by_name(&self, naming: &Naming<'_>) -> (Option<usize>, Option<Doubt>) {
        if let [short] = &naming.folded[..]
            && let Some(at) = self.short.get(*short)
        {
            return (Some(*at), None);
        }
        let Some(list) = naming
            .folded
            .last()
            .and_then(|last| self.by_last.get(*last))
        else {
            return (None, None);
        };
        let fits = |at: &usize| ends_with(&self.figures[*at].folded, &naming.folded);
        let is_short = naming.folded.len() == 1 && naming.being == Being::Body;
        let mut fitting: Vec<usize> = list.iter().copied().filter(fits).collect();
        if is_short && fitting.iter().any(|at| self.figures[*at].folded.len() > 1) {
            fitting.retain(|at| self.figures[*at].folded.len() > 1);
        }
        let exact = fitting
            .iter()
            .copied()
            .find(|at| self.figures[*at].folded == naming.folded);
        if exact.is_some() && !is_short {
            return (exact, None);
        }
        self.best(&fitting, &naming.title)
    }

    fn by_office(&self, naming: &Naming<'_>) -> (Option<usize>, Option<Doubt>) {
        let Some(head) = naming.title.last() else {
            return (None, None);
        };
        let fits = |figure: &Figure| {
            figure
                .titles
                .iter()
                .any(|title| has(title, head) && naming.title.iter().all(|word| has(title, word)))
        };
        let fitting: Vec<usize> = (0..self.figures.len())
            .filter(|at| fits(&self.figures[*at]))
            .collect();
        self.best(&fitting, &naming.title)
    }

    /// The one whose office fits best, then the one mentioned last.
    fn best(&self, fitting: &[usize], title: &[&str]) -> (Option<usize>, Option<Doubt>) {
        let score = |at: usize| {
            let titles = &self.figures[at].titles;
            let own = |words: &Vec<String>| {
                let shared = words
                    .iter()
                    .filter(|word| title.contains(&word.as_str()))
                    .count();
                let is_head = words.last().map(String::as_str) == title.last().copied();
                let heads = usize::from(!title.is_empty() && is_head);
                let narrower = words.iter().any(|word| {
                    NARROWS.contains(&word.as_str()) && !title.contains(&word.as_str())
                });
                (4 * shared + 2 * heads).saturating_sub(usize::from(narrower))
            };
            titles.iter().map(own).max().unwrap_or(0)
        };
        let top = fitting.iter().map(|at| score(*at)).max();
        let mut best: Vec<usize> = fitting
            .iter()
            .copied()
            .filter(|at| Some(score(*at)) == top)
            .collect();
        best.sort_by_key(|at| (core::cmp::Reverse(self.figures[*at].seen), *at));
        let doubt = match best[..] {
            [first, second, ..] => {
                let (first, second) = (self.figures[first].seen, self.figures[second].seen);
                (second > 0 && first - second < NEAR).then_some(Doubt::SeveralFit)
            }
            _ => None,
        };
        (best.first().copied(), doubt)
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().copied().map(String::from).collect()
}

fn has(words: &[String], asked: &str) -> bool {
    words.iter().any(|word| word == asked)
}

/// Whether a name ends with these words.
fn ends_with(name: &[String], words: &[&str]) -> bool {
    let rest = name
        .len()
        .checked_sub(words.len())
        .and_then(|from| name.get(from..));
    rest.is_some_and(|rest| rest == words)
}

/// Whether a body is only called what many are.
fn is_any(folded: &[&str]) -> bool {
    matches!(folded, [word] if matches!(*word, "gazete" | "ajans" | "televizyon" | "kanal" | "radyo"))
}

/// Words that make an office another one than its head alone says.
const NARROWS: [&str; 8] = [
    "prime",
    "deputy",
    "vice",
    "former",
    "yardımcı",
    "vekil",
    "eski",
    "assistant",
];
