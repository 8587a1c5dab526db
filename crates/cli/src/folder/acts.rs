//! `acts.csv`: what was done, in the published or the recorded form.

use alloc::collections::BTreeMap;
use core::hash::{Hash as _, Hasher as _};
use std::hash::DefaultHasher;

use sponsio_law::act::{Act, ActKind, ActLabel};
use sponsio_law::register::Register;
use sponsio_record::{ParticipantId, TreatyId};

use crate::folder::fault::{Fault, Faults, Place, Problem};
use crate::folder::participants::Codes;
use crate::folder::suggestion;
use crate::folder::table::{self, Columns, Row};
use crate::folder::treaties;

/// The name of the file.
pub const FILE: &str = "acts.csv";

/// The columns in the order in which they are read; those of both forms first.
const COLUMNS: Columns = Columns {
    names: &[
        "treaty",
        "participant",
        "act",
        "date",
        "source",
        "note",
        "id",
        "effect",
        "recorded",
        "of",
    ],
    required: 4,
};

const TREATY: usize = 0;
const PARTICIPANT: usize = 1;
const ACT: usize = 2;
const DATE: usize = 3;
const SOURCE: usize = 4;
const NOTE: usize = 5;
const ID: usize = 6;
const EFFECT: usize = 7;
const RECORDED: usize = 8;
const OF: usize = 9;

/// In which form the acts are recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// As status tables print them: the date of a withdrawal is its day of effect.
    #[default]
    Published,
    /// With days of receipt and of effect apart, and the day since which each act is known.
    Recorded,
}

/// An act as read, and where it stands.
struct Entry {
    act: Act,
    line: u32,
    /// The columns of its `id` and `of`.
    id_column: u32,
    of_column: u32,
}

/// Reads the acts into the register; `None` if the table cannot be used.
pub fn read(bytes: &[u8], register: &mut Register, faults: &mut Faults) -> Option<Form> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut names = Names {
        register,
        codes: Codes::of(register),
        last_treaty: None,
        unknown: BTreeMap::new(),
    };
    let columns = table::read(FILE, bytes, COLUMNS, faults, |row, faults| {
        entries.extend(entry(&row, &mut names, faults));
    })?;
    for fault in names.missing(faults) {
        faults.note(fault);
    }
    refuse_repeated(&mut entries, faults);
    refuse_dangling(&mut entries, register, faults);
    for entry in entries {
        // Treaty and participant have been looked up: the register has both.
        let applied = register.apply(entry.act);
        debug_assert_eq!(applied, Ok(()));
    }
    Some(form_of(columns.get(EFFECT).copied().unwrap_or_default()))
}

const fn form_of(has_effect: bool) -> Form {
    if has_effect {
        Form::Recorded
    } else {
        Form::Published
    }
}

/// What the rows may name.
struct Names<'a> {
    register: &'a Register,
    codes: Codes<'a>,
    /// Rows of one treaty mostly stand together.
    last_treaty: Option<TreatyId>,
    /// Treaties that the register does not have: where each is named first, and by how many acts.
    unknown: BTreeMap<TreatyId, (Place, u64)>,
}

impl Names<'_> {
    /// Returns one fault for each treaty that is not there, in the order of the file: what is wrong
    /// with a treaty is not repeated for each of its acts.
    fn missing(&self, faults: &Faults) -> Vec<Fault> {
        let known = self.register.treaties().iter();
        let known: Vec<&str> = known.map(|treaty| treaty.id.as_str()).collect();
        let missing = self.unknown.iter().map(|(id, (place, acts))| {
            let file = format!("{}/{id}{}", treaties::FOLDER, treaties::SUFFIX);
            let problem = if faults.concern(&file) {
                Problem::TreatyLeftOut(*acts)
            } else {
                let meant = suggestion::nearest(id.as_str(), known.iter().copied());
                Problem::UnknownTreaty(meant.map(str::to_owned), *acts)
            };
            Fault::new(place.clone(), id.as_str(), problem)
        });
        let mut missing: Vec<Fault> = missing.collect();
        missing.sort_by(|one, other| one.place.cmp(&other.place));
        missing
    }
}

fn entry(row: &Row<'_>, names: &mut Names<'_>, faults: &mut Faults) -> Option<Entry> {
    let treaty = treaty(row, names, faults);
    let participant = names.codes.read(row, PARTICIPANT, faults);
    let label = row.required(ACT, faults).map(ActLabel::read);
    let date = row
        .required(DATE, faults)
        .and_then(|_| row.date(DATE, faults).ok().flatten());
    let effect = row.date(EFFECT, faults);
    let recorded = row.date(RECORDED, faults);
    let id = TreatyId::new(row.word(ID));
    if let (Err(error), true) = (&id, !row.word(ID).is_empty()) {
        faults.note(row.fault(ID, Problem::Identifier(*error)));
        return None;
    }
    let (label, date) = (label?, date?);
    let refers = matches!(
        label.kind(),
        Some(ActKind::Correction | ActKind::Continuation)
    );
    if refers && row.word(OF).is_empty() {
        faults.note(row.fault(OF, Problem::MissingOf));
        return None;
    }
    let published_end = !row.has(EFFECT) && label.kind() == Some(ActKind::Withdrawal);
    let of = row.word(OF);
    let act = Act {
        id: id.ok().map(|id| id.as_str().to_owned()),
        treaty: treaty?,
        participant: participant?,
        effect: if published_end {
            Some(date)
        } else {
            effect.ok()?
        },
        label,
        date,
        recorded: recorded.ok()?,
        refers_to: (!of.is_empty()).then(|| of.to_owned()),
        source: row.text(SOURCE).to_owned(),
        note: row.text(NOTE).to_owned(),
    };
    Some(Entry {
        line: row.line(),
        id_column: act.id.as_ref().map_or(1, |_| row.column(ID)),
        of_column: act.refers_to.as_ref().map_or(1, |_| row.column(OF)),
        act,
    })
}

/// The treaty of a row.
fn treaty(row: &Row<'_>, names: &mut Names<'_>, faults: &mut Faults) -> Option<TreatyId> {
    let word = row.required(TREATY, faults)?;
    let register = names.register;
    let last = names.last_treaty.as_ref();
    if let Some(last) = last.filter(|last| last.as_str() == word) {
        return Some(last.clone());
    }
    match TreatyId::new(word) {
        Ok(id) => {
            if let Some(place) = register.treaty_place(&id) {
                let known = register.treaty(place).id.clone();
                names.last_treaty = Some(known.clone());
                return Some(known);
            }
            let here = || (Place::at(FILE, row.line(), row.column(TREATY)), 0);
            let (_, acts) = names.unknown.entry(id).or_insert_with(here);
            *acts += 1;
        }
        Err(error) => faults.note(row.fault(TREATY, Problem::Identifier(error))),
    }
    None
}

/// Leaves out rows that stand twice in all they say, and acts whose mark another has.
fn refuse_repeated(entries: &mut Vec<Entry>, faults: &mut Faults) {
    let marks = entries.iter().map(|entry| fingerprint(&entry.act));
    let mut order: Vec<(u64, usize)> = marks.zip(0..).collect();
    order.sort_unstable();
    let mut refused: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
    for alike in order.chunk_by(|(one, _), (next, _)| one == next) {
        let (_, first) = alike[0];
        for (_, place) in &alike[1..] {
            if entries[first].act == entries[*place].act {
                refused.insert(*place, (entries[first].line, 1));
            }
        }
    }
    let mut marks: BTreeMap<&str, u32> = BTreeMap::new();
    for (place, entry) in entries.iter().enumerate() {
        let Some(id) = entry.act.id.as_deref() else {
            continue;
        };
        let first = *marks.entry(id).or_insert(entry.line);
        if first != entry.line {
            refused.entry(place).or_insert((first, entry.id_column));
        }
    }
    if refused.is_empty() {
        return;
    }
    for (place, (first, column)) in &refused {
        let entry = &entries[*place];
        let Act {
            treaty,
            participant,
            label,
            date,
            ..
        } = &entry.act;
        let words = format!("{treaty},{participant},{},{date}", label.as_str());
        let here = Place::at(FILE, entry.line, *column);
        faults.note(Fault::new(here, &words, Problem::Twice(*first)));
    }
    let mut place = 0;
    entries.retain(|_| {
        place += 1;
        !refused.contains_key(&(place - 1))
    });
}

/// A number that two acts share if they say the same.
fn fingerprint(act: &Act) -> u64 {
    let mut hasher = DefaultHasher::new();
    let Act {
        id,
        treaty,
        participant,
        label,
        date,
        effect,
        recorded,
        refers_to,
        source,
        note,
    } = act;
    (id, treaty, participant, label.as_str(), date).hash(&mut hasher);
    (effect, recorded, refers_to, source, note).hash(&mut hasher);
    hasher.finish()
}

/// Leaves out acts that refer to something that is not there.
fn refuse_dangling(entries: &mut Vec<Entry>, register: &Register, faults: &mut Faults) {
    if entries.iter().all(|entry| entry.act.refers_to.is_none()) {
        return;
    }
    let marks: BTreeMap<String, (TreatyId, ParticipantId)> = entries
        .iter()
        .filter_map(|Entry { act, .. }| {
            let id = act.id.clone()?;
            Some((id, (act.treaty.clone(), act.participant.clone())))
        })
        .collect();
    entries.retain(
        |Entry {
             act,
             line,
             of_column,
             ..
         }| {
            let Some(of) = act.refers_to.as_deref() else {
                return true;
            };
            let problem = if act.kind() == Some(ActKind::Continuation) {
                let known = ParticipantId::new(of).is_ok_and(|id| register.party(&id).is_some());
                let codes = register
                    .participants()
                    .iter()
                    .map(|known| known.id.as_str());
                (!known).then(|| {
                    Problem::UnknownParticipant(suggestion::nearest(of, codes).map(str::to_owned))
                })
            } else {
                let same = |(treaty, participant): &(TreatyId, ParticipantId)| {
                    *treaty == act.treaty && *participant == act.participant
                };
                (!marks.get(of).is_some_and(same)).then_some(Problem::UnknownAct)
            };
            let known = problem.is_none();
            if let Some(problem) = problem {
                faults.note(Fault::new(Place::at(FILE, *line, *of_column), of, problem));
            }
            known
        },
    );
}
