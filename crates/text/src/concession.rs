//! What it would take to clear a provision: the smallest sets of delegations that would have to give up
//! a reading of theirs. Arithmetic over stated positions, no forecast.

use crate::body::{Part, Position, Segment, Site, Stance};
use crate::provision::{Provision, ProvisionId};
use crate::rolling::Rolling;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

/// How many partial choices are looked at, so that a provision with very many places takes bounded time.
const MOST_STEPS: usize = 200_000;

/// How many sets of the smallest size are listed.
const MOST_SETS: usize = 16;

/// One way to clear a provision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Concession {
    /// Who would give up a reading, an objection or a reservation.
    pub by: BTreeSet<ParticipantId>,
    /// Which reading each contested place would take, whole alternatives last: 0 is the base.
    pub choices: Vec<usize>,
}

/// What it would take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concessions {
    /// The provision.
    pub provision: ProvisionId,
    /// Sets of the smallest size, at most sixteen.
    pub sets: Vec<Concession>,
    /// Whether all choices were looked at; else smaller sets may exist.
    pub is_exact: bool,
}

/// A question with several answers, and who would have to give way for each.
type Question = Vec<BTreeSet<ParticipantId>>;

impl Rolling {
    /// Returns the smallest sets of concessions that would clear a provision; none if there is no such
    /// provision. Who has said that it can accept a reading gives up nothing by it, and the silent have
    /// nothing to give up.
    pub fn concessions(&self, provision: ProvisionId) -> Option<Concessions> {
        let own = self.expression.provision(provision)?;
        let questions = questions(own);
        let mut search = Search {
            questions: &questions,
            steps: 0,
            best: usize::MAX,
            sets: Vec::new(),
        };
        search.look(&mut Vec::new(), &BTreeSet::new());
        let is_exact = search.steps < MOST_STEPS;
        let mut sets = search.sets;
        sets.sort();
        sets.dedup_by(|a, b| a.by == b.by);
        sets.truncate(MOST_SETS);
        Some(Concessions {
            provision,
            sets,
            is_exact,
        })
    }
}

struct Search<'a> {
    questions: &'a [Question],
    steps: usize,
    best: usize,
    sets: Vec<Concession>,
}

impl Search<'_> {
    fn look(&mut self, choices: &mut Vec<usize>, by: &BTreeSet<ParticipantId>) {
        if self.steps >= MOST_STEPS || by.len() > self.best {
            return;
        }
        self.steps += 1;
        let Some(question) = self.questions.get(choices.len()) else {
            if by.len() < self.best {
                self.best = by.len();
                self.sets.clear();
            }
            let is_new = self.sets.iter().all(|own| own.by != *by);
            if is_new && self.sets.len() < MOST_SETS {
                self.sets.push(Concession {
                    by: by.clone(),
                    choices: choices.clone(),
                });
            }
            return;
        };
        // What costs least is tried first, so that the bound is tight early.
        let mut answers: Vec<(usize, usize)> = question
            .iter()
            .enumerate()
            .map(|(at, loses)| (loses.difference(by).count(), at))
            .collect();
        answers.sort_unstable();
        for (_, at) in answers {
            choices.push(at);
            let all: BTreeSet<_> = by.union(&question[at]).cloned().collect();
            self.look(choices, &all);
            choices.pop();
        }
    }
}

fn questions(own: &Provision) -> Vec<Question> {
    let mut questions = Vec::new();
    for part in &own.body.parts {
        if let Part::Site(site) = part {
            questions.push(answers(&listed(site)));
        }
    }
    if !own.alternatives.is_empty() {
        let mut stances: Vec<&[Stance]> = alloc::vec![&[]];
        stances.extend(
            own.alternatives
                .iter()
                .map(|rival| rival.stances.as_slice()),
        );
        questions.push(answers(&stances));
    }
    if !own.inserted_by.is_empty() {
        // It stays, which costs nobody anything that was said, or goes, against those that insert it.
        questions.push(alloc::vec![
            BTreeSet::new(),
            own.inserted_by.iter().cloned().collect(),
        ]);
    }
    questions
}

/// The readings of a place, those within a reading each on its own.
fn listed(site: &Site) -> Vec<&[Stance]> {
    let mut list = Vec::new();
    for reading in &site.readings {
        let inner = reading.segments.iter().find_map(|segment| match segment {
            Segment::Site(inner) => Some(inner),
            Segment::Words(_) => None,
        });
        match inner {
            Some(inner) => list.extend(inner.readings.iter().map(|own| own.stances.as_slice())),
            None => list.push(reading.stances.as_slice()),
        }
    }
    list
}

/// For each reading, who would have to give way: those that want another and have not said that they
/// can accept this one, and those that oppose this one or reserve.
fn answers(readings: &[&[Stance]]) -> Question {
    let codes = |stances: &[Stance], wanted: fn(Position) -> bool| -> BTreeSet<ParticipantId> {
        stances
            .iter()
            .filter(|own| wanted(own.position))
            .filter_map(|own| own.delegation.clone())
            .collect()
    };
    let wants = |position| matches!(position, Position::Propose | Position::Support);
    let accepts = |position| matches!(position, Position::CanAccept);
    let resists = |position| matches!(position, Position::Oppose | Position::Reserve);
    readings
        .iter()
        .enumerate()
        .map(|(at, chosen)| {
            let mut loses = BTreeSet::new();
            for (other, stances) in readings.iter().enumerate() {
                if other != at {
                    loses.extend(codes(stances, wants));
                }
            }
            for code in codes(chosen, accepts) {
                loses.remove(&code);
            }
            loses.extend(codes(chosen, resists));
            loses
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Body, Content, Expression, Kind, Language, Options, Stand, Stated, Tabled, rolling,
        tokenize,
    };
    use sponsio_record::Instant;

    fn code(code: &str) -> ParticipantId {
        ParticipantId::new(code).unwrap()
    }

    fn negotiated(texts: &[(&str, &str)], positions: &[Stated]) -> Concessions {
        let id = ProvisionId::from_number(1);
        let words = "Each Party shall promptly notify the other Parties and the Depositary of it.";
        let own = Provision::new(id, Kind::Paragraph, None, Body::of(tokenize(words)));
        let base = Expression {
            language: Language::new("en").unwrap(),
            headers: Vec::new(),
            provisions: alloc::vec![own],
        };
        let stands: Vec<Stand> = texts
            .iter()
            .map(|(by, text)| {
                let mut stand = Stand::silent(code(by));
                let tabled = Tabled {
                    content: Content::Text(tokenize(text)),
                    at: Instant::from_seconds(0).unwrap(),
                    proposal: None,
                };
                stand.texts.insert(id, tabled);
                stand
            })
            .collect();
        let rolling = rolling(&base, &stands, positions, &Options::default()).unwrap();
        rolling.concessions(id).unwrap()
    }

    const AT_ONCE: &str =
        "Each Party shall at once notify the other Parties and the Depositary of it.";
    const NONE: &str = "Each Party shall notify the other Parties and the Depositary of it.";

    fn sets(found: &Concessions) -> Vec<Vec<&str>> {
        let codes = |own: &Concession| own.by.clone();
        let all: Vec<BTreeSet<ParticipantId>> = found.sets.iter().map(codes).collect();
        found
            .sets
            .iter()
            .take(all.len())
            .map(|own| own.by.iter().map(ParticipantId::as_str).collect())
            .collect()
    }

    #[test]
    fn the_fewest_give_way() {
        let found = negotiated(&[("TUR", AT_ONCE), ("NOR", AT_ONCE), ("USA", NONE)], &[]);
        assert!(found.is_exact);
        assert_eq!(sets(&found), [["USA"]]);
    }

    #[test]
    fn who_can_accept_gives_up_nothing() {
        let stated = Stated {
            delegation: code("USA"),
            position: Position::CanAccept,
            provision: ProvisionId::from_number(1),
            range: 3..4,
            words: tokenize(" at once"),
            at: Instant::from_seconds(1).unwrap(),
        };
        let found = negotiated(&[("TUR", AT_ONCE), ("USA", NONE)], &[stated]);
        assert_eq!(sets(&found), [Vec::<&str>::new()]);
    }
}
