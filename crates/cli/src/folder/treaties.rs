//! `treaties/*.clausula` and `depositaries.clausula`: what each text says, and whose habits govern.

use alloc::collections::BTreeMap;
use core::str;

use sponsio_law::clause::diagnostic::{Diagnostic, Severity};
use sponsio_law::clause::lint::participants_named;
use sponsio_law::clause::rule::{ClauseFile, GroupSource, Rule, Span, WeightSource};
use sponsio_law::clause::{parse, parse_depositaries};
use sponsio_law::register::Register;
use sponsio_law::treaty::Treaty;
use sponsio_record::{ParticipantId, TreatyId};

use crate::folder::fault::{Fault, Faults, Place, Problem};
use crate::folder::path::Root;
use crate::folder::progress::{Progress, Stage};
use crate::folder::suggestion;

/// The folder of the treaties.
pub const FOLDER: &str = "treaties";

/// The suffix of their files.
pub const SUFFIX: &str = ".clausula";

/// The file with the policies of depositaries.
pub const DEPOSITARIES: &str = "depositaries.clausula";

/// The most treaties that are read.
pub const MOST_TREATIES: usize = 20_000;

/// The files that rules name, each with the place of the first statement that does.
#[derive(Debug, Default)]
pub(super) struct Named {
    pub(super) groups: BTreeMap<String, Place>,
    pub(super) weights: BTreeMap<String, Place>,
}

/// Reads all treaties into the register, in the order of their identifiers; `None` where the folder
/// is missing.
pub(super) fn read(
    root: &Root,
    register: &mut Register,
    progress: &mut dyn Progress,
    faults: &mut Faults,
) -> Option<Named> {
    let mut stems = match root.stems(FOLDER, SUFFIX) {
        Ok(Some(stems)) => stems,
        Ok(None) => {
            faults.note(Fault::new(Place::file(FOLDER), "", Problem::MissingFile));
            return None;
        }
        Err(problem) => {
            faults.note(Fault::new(Place::file(FOLDER), "", problem));
            return None;
        }
    };
    if stems.len() > MOST_TREATIES {
        let problem = Problem::TooManyTreaties(MOST_TREATIES);
        faults.note(Fault::new(Place::file(FOLDER), "", problem));
        stems.truncate(MOST_TREATIES);
    }
    progress.begin(Stage::Treaties, stems.len());
    let mut named = Named::default();
    for stem in stems {
        let file = format!("{FOLDER}/{stem}{SUFFIX}");
        match TreatyId::new(&stem) {
            Ok(id) => read_treaty(root, &file, id, register, &mut named, faults),
            Err(error) => {
                faults.note(Fault::new(
                    Place::file(file),
                    &stem,
                    Problem::Identifier(error),
                ));
            }
        }
        progress.advance();
    }
    Some(named)
}

fn read_treaty(
    root: &Root,
    file: &str,
    id: TreatyId,
    register: &mut Register,
    named: &mut Named,
    faults: &mut Faults,
) {
    let Some(source) = load(root, file, faults) else {
        return;
    };
    let mut parsed = parse(&source);
    note(file, &source, parsed.diagnostics, faults);
    refuse_unknown(file, &source, &mut parsed.file, register, faults);
    if let Some(stated) = &parsed.file.header.id
        && stated.value != id
    {
        let (line, column) = place_of(&source, stated.span.start);
        let here = Place::at(file, line, column);
        let problem = Problem::TreatyName(id.as_str().to_owned());
        faults.note(Fault::new(here, stated.value.as_str(), problem));
    }
    collect_named(file, &source, &parsed.file, named);
    // Two files of one folder cannot have the same name.
    let added = register.add_treaty(Treaty::new(id, parsed.file));
    debug_assert!(added.is_ok(), "{added:?}");
}

/// Leaves out statements that name participants who are not there: with a mistyped code a rule would
/// wait for somebody who never comes.
fn refuse_unknown(
    file: &str,
    source: &str,
    clauses: &mut ClauseFile,
    register: &Register,
    faults: &mut Faults,
) {
    // Without any participant the table of participants is at fault, not the rule.
    if register.participants().is_empty() {
        return;
    }
    clauses.statements.retain(|statement| {
        let mut known = true;
        for id in participants_named(&statement.rule) {
            if register.party(id).is_some() {
                continue;
            }
            known = false;
            let (line, column) = place_of(source, place_of_code(source, statement.span, id));
            let codes = register
                .participants()
                .iter()
                .map(|known| known.id.as_str());
            let meant = suggestion::nearest(id.as_str(), codes);
            let problem = Problem::UnknownParticipant(meant.map(str::to_owned));
            let here = Place::at(file, line, column);
            faults.note(Fault::new(here, id.as_str(), problem));
        }
        known
    });
}

/// Returns where a statement names a participant: codes stand in braces, and neither in the words of
/// a quotation nor in a comment.
fn place_of_code(source: &str, span: Span, id: &ParticipantId) -> u32 {
    let text = source.get(span.start as usize..span.end as usize);
    let text = text.unwrap_or_default();
    let is_code = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let (mut listed, mut left_out) = (false, None);
    for (at, letter) in text.char_indices() {
        match (left_out, letter) {
            (Some(end), letter) if letter == end => left_out = None,
            (Some(_), _) => {}
            (None, '"') => left_out = Some('"'),
            (None, '#') => left_out = Some('\n'),
            (None, '{') => listed = true,
            (None, '}') => listed = false,
            (None, _) => {
                let begins = !text[..at].ends_with(is_code);
                let rest = text[at..].strip_prefix(id.as_str());
                if listed && begins && rest.is_some_and(|rest| !rest.starts_with(is_code)) {
                    return span.start + u32::try_from(at).unwrap_or(0);
                }
            }
        }
    }
    span.start
}

fn collect_named(file: &str, source: &str, clauses: &ClauseFile, named: &mut Named) {
    for statement in &clauses.statements {
        let here = || {
            let (line, column) = place_of(source, statement.span.start);
            Place::at(file, line, column)
        };
        match &statement.rule {
            Rule::Group(group) => {
                if let GroupSource::File(path) = &group.members {
                    named.groups.entry(path.clone()).or_insert_with(here);
                }
            }
            Rule::Weights(weights) => {
                if let WeightSource::File { path, .. } = &weights.source {
                    named.weights.entry(path.clone()).or_insert_with(here);
                }
            }
            _ => {}
        }
    }
}

/// Reads the policies of depositaries, if the folder has any.
pub(super) fn read_depositaries(root: &Root, register: &mut Register, faults: &mut Faults) {
    let bytes = match root.load(DEPOSITARIES) {
        Ok(bytes) => bytes,
        Err(Problem::MissingFile) => return,
        Err(problem) => return faults.note(Fault::new(Place::file(DEPOSITARIES), "", problem)),
    };
    let Some(source) = text(DEPOSITARIES, bytes, faults) else {
        return;
    };
    let (blocks, diagnostics) = parse_depositaries(&source);
    note(DEPOSITARIES, &source, diagnostics, faults);
    let mut lines: BTreeMap<String, u32> = BTreeMap::new();
    for block in blocks {
        let (line, column) = place_of(&source, block.span.start);
        if let Some(first) = lines.get(&block.name) {
            let here = Place::at(DEPOSITARIES, line, column);
            faults.note(Fault::new(here, &block.name, Problem::Twice(*first)));
            continue;
        }
        lines.insert(block.name.clone(), line);
        register.set_depositary(block);
    }
}

fn load(root: &Root, file: &str, faults: &mut Faults) -> Option<String> {
    match root.load(file) {
        Ok(bytes) => text(file, bytes, faults),
        Err(problem) => {
            faults.note(Fault::new(Place::file(file), "", problem));
            None
        }
    }
}

fn text(file: &str, bytes: Vec<u8>, faults: &mut Faults) -> Option<String> {
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let valid = str::from_utf8(&error.as_bytes()[..at]).unwrap_or_default();
            let (line, column) = place_of(valid, u32::try_from(at).unwrap_or(u32::MAX));
            let word = format!("{:02X}", error.as_bytes()[at]);
            let problem = Problem::NotUtf8(at as u64);
            faults.note(Fault::new(Place::at(file, line, column), &word, problem));
            None
        }
    }
}

/// Notes the diagnostics that are errors; warnings are for those who draft.
fn note(file: &str, source: &str, diagnostics: Vec<Diagnostic>, faults: &mut Faults) {
    for diagnostic in diagnostics {
        if diagnostic.severity != Severity::Error {
            continue;
        }
        let here = Place::at(file, diagnostic.line, diagnostic.column);
        let (start, end) = (diagnostic.span.start as usize, diagnostic.span.end as usize);
        let words = source.get(start..end).unwrap_or_default().to_owned();
        faults.note(Fault::new(
            here,
            &words,
            Problem::Clause(Box::new(diagnostic)),
        ));
    }
}

/// Returns the line and column of a byte of a text, counted from 1, the column in characters.
fn place_of(source: &str, byte: u32) -> (u32, u32) {
    let before = source.get(..byte as usize).unwrap_or(source);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count()
        + 1;
    (
        u32::try_from(line).unwrap_or(u32::MAX),
        u32::try_from(column).unwrap_or(u32::MAX),
    )
}
