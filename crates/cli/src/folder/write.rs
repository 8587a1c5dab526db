//! Writes a register as a folder, in the recorded form: the same register always becomes the same
//! bytes. Each file is replaced as a whole or not at all.

use alloc::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path};

use tempfile::NamedTempFile;

use sponsio_law::act::Act;
use sponsio_law::calendar::Date;
use sponsio_law::clause::rule::DepositaryBlock;
use sponsio_law::clause::{print, print_depositaries};
use sponsio_law::party::Membership;
use sponsio_law::register::Register;

use crate::folder::FolderError;
use crate::folder::{acts, groups, participants, treaties};

/// The columns of `acts.csv` in the order in which they are written.
const ACT_COLUMNS: [&str; 10] = [
    "id",
    "treaty",
    "participant",
    "act",
    "date",
    "effect",
    "recorded",
    "of",
    "source",
    "note",
];

/// Writes a register into a folder, which is made if it is not there. Files that the register does
/// not name are left alone.
pub fn write(register: &Register, path: &Path) -> Result<(), FolderError> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    files.insert(participants::FILE.to_owned(), participant_rows(register));
    files.insert(acts::FILE.to_owned(), act_rows(register));
    for treaty in register.treaties() {
        let file = format!("{}/{}{}", treaties::FOLDER, treaty.id, treaties::SUFFIX);
        files.insert(file, print(&treaty.clauses).into_bytes());
    }
    let blocks = depositaries(register);
    if !blocks.is_empty() {
        let text = print_depositaries(&blocks);
        files.insert(treaties::DEPOSITARIES.to_owned(), text.into_bytes());
    }
    for (organization, membership) in register.memberships() {
        let file = format!("{}/{organization}.csv", groups::FOLDER);
        files.insert(file, member_rows(membership));
    }
    for (file, membership) in register.groups() {
        files.insert(inside(file)?, member_rows(membership));
    }
    for (file, table) in register.weight_tables() {
        let rows = table.rows.iter();
        let rows = rows.map(|(id, weight)| [id.to_string(), weight.to_string()]);
        files.insert(inside(file)?, rows_of(["participant", "weight"], rows));
    }
    fs::create_dir_all(path.join(treaties::FOLDER)).map_err(|error| unusable(path, error))?;
    for (file, bytes) in files {
        place(&path.join(file), &bytes).map_err(|error| unusable(path, error))?;
    }
    Ok(())
}

fn unusable(path: &Path, error: io::Error) -> FolderError {
    FolderError::Unusable(path.to_owned(), error)
}

/// A path that a clause names, if it stays inside the folder.
fn inside(file: &str) -> Result<String, FolderError> {
    let mut components = Path::new(file).components();
    let inside = components.all(|component| matches!(component, Component::Normal(_)));
    if inside && !file.is_empty() && !file.contains(['\\', ':', '\0']) {
        Ok(file.to_owned())
    } else {
        Err(FolderError::PathOutside(file.to_owned()))
    }
}

/// Puts a file in its place: written beside it, made durable, then renamed.
fn place(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut fresh = NamedTempFile::new_in(folder)?;
    fresh.write_all(bytes)?;
    fresh.as_file().sync_all()?;
    fresh.persist(path)?;
    Ok(())
}

fn participant_rows(register: &Register) -> Vec<u8> {
    let mut participants: Vec<_> = register.participants().iter().collect();
    participants.sort_by(|one, other| one.id.cmp(&other.id));
    let rows = participants.into_iter().map(|participant| {
        let kind = participant.kind.label().to_owned();
        [participant.id.to_string(), participant.name.clone(), kind]
    });
    rows_of(["code", "name", "kind"], rows)
}

fn act_rows(register: &Register) -> Vec<u8> {
    let mut acts: Vec<&Act> = register
        .treaties()
        .iter()
        .flat_map(|treaty| treaty.acts())
        .collect();
    // Kinds in the order of the catalogue, labels that it does not have last.
    acts.sort_by(|one, other| {
        let key = |act: &Act| (act.date, act.kind().is_none(), act.kind());
        one.treaty
            .cmp(&other.treaty)
            .then_with(|| key(one).cmp(&key(other)))
            .then_with(|| one.participant.cmp(&other.participant))
            .then_with(|| one.digest().cmp(&other.digest()))
    });
    let rows = acts.into_iter().map(|act| {
        [
            act.id.clone().unwrap_or_default(),
            act.treaty.to_string(),
            act.participant.to_string(),
            act.label.as_str().to_owned(),
            act.date.to_string(),
            day(act.effect),
            day(act.recorded),
            act.refers_to.clone().unwrap_or_default(),
            act.source.clone(),
            act.note.clone(),
        ]
    });
    rows_of(ACT_COLUMNS, rows)
}

fn depositaries(register: &Register) -> Vec<DepositaryBlock> {
    let blocks = register.depositaries();
    let blocks = blocks.map(|(name, policies)| DepositaryBlock {
        name: name.to_owned(),
        policies: policies.to_vec(),
        span: sponsio_law::clause::rule::Span::default(),
    });
    blocks.collect()
}

fn member_rows(membership: &Membership) -> Vec<u8> {
    let rows = membership.members.iter();
    let rows = rows.map(|member| {
        [
            member.participant.to_string(),
            day(member.from),
            day(member.until),
        ]
    });
    rows_of(["participant", "from", "until"], rows)
}

fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn rows_of<const N: usize>(header: [&str; N], rows: impl Iterator<Item = [String; N]>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = writer.write_record(header).and_then(|()| {
        rows.into_iter()
            .try_for_each(|row| writer.write_record(row))
    });
    written.expect("memory takes every row, and all rows have as many fields as the header");
    writer.into_inner().expect("memory takes every row")
}
