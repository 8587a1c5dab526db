//! The register folder: participants, acts, treaties and tables as plain files
//! (`docs/spec/register-folder.md`). It says what was done and when; it never says who is bound.

pub mod acts;
pub mod fault;
pub mod groups;
pub mod lint;
pub mod participants;
pub mod path;
pub mod progress;
pub(crate) mod suggestion;
pub mod table;
pub mod treaties;
pub mod weights;
mod write;

use alloc::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use sponsio_law::party::ParticipantKind;
use sponsio_law::register::Register;
use sponsio_record::ParticipantId;

use crate::folder::acts::Form;
use crate::folder::fault::{Fault, Faults, Place, Problem};
use crate::folder::path::Root;
use crate::folder::progress::{Progress, Stage};
use crate::folder::treaties::Named;

pub use crate::folder::write::write;

/// What is to be said of a register that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// In which form its acts are recorded.
    pub form: Form,
    /// What is wrong; the rows and statements concerned were left out.
    pub faults: Faults,
}

/// Why there is no register.
#[derive(Debug, Error)]
pub enum FolderError {
    /// There is no such folder.
    #[error("there is no folder {}", .0.display())]
    NotFound(PathBuf),
    /// The folder cannot be read or written.
    #[error("{} cannot be used: {}", .0.display(), .1)]
    Unusable(PathBuf, #[source] io::Error),
    /// What stands there is no folder.
    #[error("{} is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// The folder has nothing of a register.
    #[error("{} holds no register", .0.display())]
    NoRegister(PathBuf),
    /// A file without which nothing can be computed is missing or has no usable header.
    #[error("{} is not a register that can be read", .0.display())]
    Defective(PathBuf, Box<Faults>),
    /// Something that the register holds cannot stand in a folder.
    #[error("the register names a file that cannot stand in a folder: {0}")]
    PathOutside(String),
}

/// Reads a register folder. What is wrong is noted and left out; the rest is read. It is an error
/// only if nothing can be read: no folder, or no usable table of participants or acts.
pub fn read(path: &Path, progress: &mut dyn Progress) -> Result<(Register, Report), FolderError> {
    let root = Root::new(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => FolderError::NotFound(path.to_owned()),
        io::ErrorKind::NotADirectory => FolderError::NotAFolder(path.to_owned()),
        _ => FolderError::Unusable(path.to_owned(), error),
    })?;
    if [participants::FILE, acts::FILE, treaties::FOLDER]
        .iter()
        .all(|name| root.resolve(name) == Err(Problem::MissingFile))
    {
        return Err(FolderError::NoRegister(path.to_owned()));
    }
    let (mut register, mut faults) = (Register::new(), Faults::default());
    let participants = load(&root, participants::FILE, &mut faults);
    let has_participants =
        participants.is_some_and(|bytes| participants::read(&bytes, &mut register, &mut faults));
    let named = treaties::read(&root, &mut register, progress, &mut faults);
    treaties::read_depositaries(&root, &mut register, &mut faults);
    let acts = load(&root, acts::FILE, &mut faults);
    let (true, Some(named)) = (has_participants, named) else {
        return Err(FolderError::Defective(path.to_owned(), Box::new(faults)));
    };
    read_tables(&root, named, &mut register, &mut faults);
    progress.begin(Stage::Acts, 1);
    let form = acts.and_then(|bytes| acts::read(&bytes, &mut register, &mut faults));
    progress.advance();
    let Some(form) = form else {
        return Err(FolderError::Defective(path.to_owned(), Box::new(faults)));
    };
    Ok((register, Report { form, faults }))
}

/// Reads the groups and tables that rules name, and the memberships of organizations.
fn read_tables(root: &Root, named: Named, register: &mut Register, faults: &mut Faults) {
    let mut groups = BTreeMap::new();
    for (path, place) in named.groups {
        if let Some(bytes) = load_named(root, &path, place, faults) {
            let group = groups::read(&path, &bytes, register, faults);
            groups.insert(path.clone(), group.clone());
            register.set_group(path, group);
        }
    }
    for (path, place) in named.weights {
        if let Some(bytes) = load_named(root, &path, place, faults) {
            let table = weights::read(&path, &bytes, register, faults);
            register.set_weights(path, table);
        }
    }
    let stems = match root.stems(groups::FOLDER, ".csv") {
        Ok(stems) => stems.unwrap_or_default(),
        Err(problem) => {
            return faults.note(Fault::new(Place::file(groups::FOLDER), "", problem));
        }
    };
    for stem in stems {
        let Some(organization) = organization(&stem, register) else {
            continue;
        };
        let path = format!("{}/{stem}.csv", groups::FOLDER);
        let members = match groups.remove(&path) {
            Some(members) => members,
            None => match load(root, &path, faults) {
                Some(bytes) => groups::read(&path, &bytes, register, faults),
                None => continue,
            },
        };
        register.set_membership(organization, members);
    }
}

fn organization(code: &str, register: &Register) -> Option<ParticipantId> {
    let id = ParticipantId::new(code).ok()?;
    let participant = register.participant(register.party(&id)?);
    (participant.kind == ParticipantKind::Organization).then_some(id)
}

fn load(root: &Root, file: &str, faults: &mut Faults) -> Option<Vec<u8>> {
    load_named(root, file, Place::file(file), faults)
}

/// The bytes of a file that a rule names; what is wrong with the name is the rule's fault.
fn load_named(root: &Root, path: &str, place: Place, faults: &mut Faults) -> Option<Vec<u8>> {
    match root.load(path) {
        Ok(bytes) => Some(bytes),
        Err(problem) => {
            let here = match problem {
                Problem::MissingFile | Problem::PathOutside => place,
                _ => Place::file(path),
            };
            faults.note(Fault::new(here, path, problem));
            None
        }
    }
}
