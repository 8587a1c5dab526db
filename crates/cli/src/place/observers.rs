//! The observers of a register's log, changed: who is asked stands in the settings, whose cosignature
//! counts in the policy. Both files keep what their keeper wrote in them.

use std::fs;
use std::path::Path;

use sponsio_depositary::{Observer, disk};
use sponsio_ledger::policy::Policy;
use thiserror::Error;

use crate::place::config::{Config, block};
use crate::place::{Place, PlaceError, io_at};

/// The group of the policy that this program keeps.
const GROUP: &str = "observers";

/// How many of the observers must have cosigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// As many as before.
    AsBefore,
    /// Nobody must.
    None,
    /// So many.
    AtLeast(usize),
}

/// Why the observers are not changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ObserversError {
    /// There is one of this name.
    #[error("{0} is an observer already")]
    Twice(String),
    /// There is none of this name.
    #[error("no observer is named {0}")]
    NoSuch(String),
    /// So many cannot be wanted of so few.
    #[error("{wanted} cosignatures cannot be had of {count} observers")]
    Quorum {
        /// How many are wanted.
        wanted: usize,
        /// How many observers there are.
        count: usize,
    },
    /// The policy counts by groups of its keeper's own.
    #[error("the policy has a quorum of its own")]
    OwnQuorum,
    /// What would be written is not what was meant; the line of the policy says where.
    #[error("{0}")]
    Unfit(String),
}

/// The two files as they would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The settings.
    pub config: String,
    /// The policy.
    pub policy: String,
}

impl Place {
    /// Returns the files with one observer more.
    pub fn with_observer(&self, observer: &Observer, wanted: Wanted) -> Result<Change, PlaceError> {
        let (mut config, policy) = self.observer_files()?;
        let name = observer.key.name();
        let is_named = |one: &Observer| one.key.name() == name || one.key == observer.key;
        if self.observers().iter().any(is_named) {
            return Err(ObserversError::Twice(name.to_owned()).into());
        }
        if !config.ends_with('\n') {
            config.push('\n');
        }
        config.push_str("# Asked for a cosignature after each checkpoint.\n");
        config.push_str(&block(observer));
        let line = format!("witness {name} {} {}", observer.key, observer.address);
        let mut lines: Vec<String> = policy.lines().map(str::to_owned).collect();
        // Names are defined before they are used.
        let used = lines
            .iter()
            .position(|line| line.starts_with("group ") || line.starts_with("quorum "));
        lines.insert(used.unwrap_or(lines.len()), line);
        let policy = counted(lines, wanted)?;
        checked(Change { config, policy })
    }

    /// Returns the files without the observer of this name.
    pub fn without_observer(&self, name: &str) -> Result<Change, PlaceError> {
        let (config, policy) = self.observer_files()?;
        let at = self
            .observers()
            .iter()
            .position(|one| one.key.name() == name);
        let at = at.ok_or_else(|| ObserversError::NoSuch(name.to_owned()))?;
        let key = self.observers().get(at).map(|one| one.key.to_string());
        let config = without_block(&config, at);
        let is_its = |line: &String| {
            let mut words = line.split_whitespace();
            words.next() == Some("witness") && words.nth(1) == key.as_deref()
        };
        let lines = policy.lines().map(str::to_owned);
        let lines: Vec<_> = lines.filter(|line| !is_its(line)).collect();
        let policy = counted(lines, Wanted::AsBefore)?;
        checked(Change { config, policy })
    }

    /// Returns the files with another quorum.
    pub fn with_quorum(&self, wanted: Wanted) -> Result<Change, PlaceError> {
        let (config, policy) = self.observer_files()?;
        let lines = policy.lines().map(str::to_owned).collect();
        let policy = counted(lines, wanted)?;
        checked(Change { config, policy })
    }

    /// Writes the files. One that is cut short leaves an observer that is asked and does not count,
    /// never one that counts and is not asked.
    pub fn apply(&self, change: &Change, adds: bool) -> Result<(), PlaceError> {
        let files = [
            (self.config_file(), &change.config),
            (self.policy_file(), &change.policy),
        ];
        let put = |(path, text): &(std::path::PathBuf, &String)| replace(path, text);
        if adds {
            files.iter().try_for_each(put)
        } else {
            files.iter().rev().try_for_each(put)
        }
    }

    fn observer_files(&self) -> Result<(String, String), PlaceError> {
        let read = |path: &Path| fs::read_to_string(path).map_err(io_at(path));
        Ok((read(&self.config_file())?, read(&self.policy_file())?))
    }
}

/// Writes a file of the register place in the stead of the old one.
pub fn replace(path: &Path, text: &str) -> Result<(), PlaceError> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    disk::replace(Path::new(&part), path, text.as_bytes()).map_err(io_at(path))
}

/// What is written must be what is read.
fn checked(change: Change) -> Result<Change, PlaceError> {
    let unfit = |why: String| ObserversError::Unfit(why);
    Config::read(&change.config).map_err(|error| unfit(format!("sponsio.toml: {error}")))?;
    Policy::parse(change.policy.as_bytes()).map_err(|fault| unfit(format!("policy: {fault}")))?;
    Ok(change)
}

/// Drops a block and the comment lines right above it.
fn without_block(config: &str, at: usize) -> String {
    let lines: Vec<_> = config.lines().collect();
    let heads = (0..lines.len()).filter(|line| is_head(lines.get(*line)));
    let Some(head) = heads.clone().nth(at) else {
        return config.to_owned();
    };
    let after = lines.iter().skip(head + 1);
    let length = after.take_while(|line| !line.trim_start().starts_with('['));
    let mut end = head + 1 + length.count();
    // A comment above the next block is the next block's.
    while end < lines.len() && lines.get(end - 1).is_some_and(|line| line.starts_with('#')) {
        end -= 1;
    }
    let above = lines.iter().take(head).rev();
    let start = head - above.take_while(|line| line.starts_with('#')).count();
    let kept = lines.iter().take(start).chain(lines.iter().skip(end));
    kept.flat_map(|line| [*line, "\n"]).collect()
}

fn is_head(line: Option<&&str>) -> bool {
    line.is_some_and(|line| line.split_whitespace().collect::<String>() == "[[observer]]")
}

/// Returns the policy of these lines with so many of its witnesses wanted.
fn counted(mut lines: Vec<String>, wanted: Wanted) -> Result<String, ObserversError> {
    let word = |line: &String, at: usize| line.split_whitespace().nth(at).map(str::to_owned);
    let names: Vec<_> = lines
        .iter()
        .filter(|line| word(line, 0).as_deref() == Some("witness"))
        .filter_map(|line| word(line, 1))
        .collect();
    let is_ours = |line: &String| {
        word(line, 0).as_deref() == Some("group") && word(line, 1).as_deref() == Some(GROUP)
    };
    let ours = lines.iter().find(|line| is_ours(line)).cloned();
    let quorum = lines
        .iter()
        .find(|line| word(line, 0).as_deref() == Some("quorum"))
        .and_then(|line| word(line, 1));
    let is_kept_here = quorum.as_deref() == Some("none") || quorum.as_deref() == Some(GROUP);
    let wanted = match (wanted, &ours) {
        (Wanted::AsBefore, Some(group)) => {
            let threshold = word(group, 2).and_then(|count| count.parse().ok());
            threshold.map_or(Wanted::AsBefore, Wanted::AtLeast)
        }
        (wanted, _) => wanted,
    };
    let text = |lines: Vec<String>| {
        lines
            .into_iter()
            .flat_map(|line| [line, "\n".into()])
            .collect()
    };
    if wanted == Wanted::AsBefore {
        return Ok(text(lines));
    }
    if !is_kept_here {
        return Err(ObserversError::OwnQuorum);
    }
    lines.retain(|line| !is_ours(line) && word(line, 0).as_deref() != Some("quorum"));
    match wanted {
        Wanted::AtLeast(count) if (1..=names.len()).contains(&count) => {
            lines.push(format!("group {GROUP} {count} {}", names.join(" ")));
            lines.push(format!("quorum {GROUP}"));
        }
        Wanted::AtLeast(wanted) => {
            let count = names.len();
            return Err(ObserversError::Quorum { wanted, count });
        }
        Wanted::None | Wanted::AsBefore => lines.push("quorum none".to_owned()),
    }
    Ok(text(lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_block_is_dropped_with_its_comment_and_no_other() {
        let head = "# mine\norigin = \"a\"\n";
        let first = "# the first\n[[observer]]\nduty = \"witness\"\n";
        let second = "\n# the second\n[[ observer ]]\nduty = \"mirror\"\n";
        let config = [head, first, second].concat();
        assert_eq!(
            without_block(&config, 0),
            [head, "# the second\n[[ observer ]]\nduty = \"mirror\"\n"].concat()
        );
        assert_eq!(without_block(&config, 1), [head, first, "\n"].concat());
        assert_eq!(without_block(&config, 2), config);
    }

    #[test]
    fn the_quorum_counts_all_that_are_named() {
        let policy = "log k\nwitness a ka\nwitness b kb\nquorum none\n";
        let two = counted(lines(policy), Wanted::AtLeast(2)).expect("two of two");
        assert!(
            two.ends_with("group observers 2 a b\nquorum observers\n"),
            "{two}"
        );
        let added = two.replace("group", "witness c kc\ngroup");
        let three = counted(lines(&added), Wanted::AsBefore).expect("as before");
        assert!(three.contains("group observers 2 a b c\n"), "{three}");
        let none = counted(lines(&three), Wanted::None).expect("nobody");
        assert!(
            none.ends_with("quorum none\n") && !none.contains("group"),
            "{none}"
        );
        let more = counted(lines(policy), Wanted::AtLeast(3));
        let (wanted, count) = (3, 2);
        assert_eq!(more, Err(ObserversError::Quorum { wanted, count }));
    }

    #[test]
    fn a_policy_that_its_keeper_wrote_is_left_to_its_keeper() {
        let own = "log k\nwitness a ka\ngroup parties 1 a\nquorum parties\n";
        let with = counted(lines(own), Wanted::AtLeast(1));
        assert_eq!(with, Err(ObserversError::OwnQuorum));
        assert_eq!(counted(lines(own), Wanted::AsBefore).as_deref(), Ok(own));
    }
}
