//! The accounts in a backup: a file of their own beside the copy of the database.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use sponsio_depositary::accounts::{Accounts, Brought, Counted};
use sponsio_depositary::world::{Clock as _, SystemClock};

use crate::command::account::failure;
use crate::failure::Failure;
use crate::place::Place;
use crate::wording::{Words, say};

/// Returns where the accounts of a backup lie.
pub(super) fn beside(file: &Path) -> PathBuf {
    let mut beside = file.as_os_str().to_owned();
    beside.push(".accounts");
    PathBuf::from(beside)
}

/// A copy of accounts that was made.
pub(super) struct Copied {
    file: PathBuf,
    counted: Counted,
}

/// Copies the accounts, if there are any, and reads the copy again.
pub(super) fn copy(place: &Place, file: &Path, words: &Words) -> Result<Option<Copied>, Failure> {
    let accounts = place.accounts();
    if !accounts.is_file() {
        return Ok(None);
    }
    let file = beside(file);
    let copied = || {
        Accounts::open_reading(&accounts)?.copy_to(&file)?;
        Accounts::open_reading(&file)?.counted()
    };
    let counted = copied().map_err(|error| failure(words, &error))?;
    Ok(Some(Copied { file, counted }))
}

impl Copied {
    pub(super) fn data(&self) -> Value {
        json!({
            "file": self.file.display().to_string(),
            "live": self.counted.live,
            "revoked": self.counted.revoked,
            "motions": self.counted.motions,
        })
    }

    pub(super) fn sentence(&self, words: &Words) -> String {
        let path = self.file.display().to_string();
        let Counted { live, revoked, .. } = self.counted;
        say!(
            words,
            "backup-accounts",
            path = path,
            live = live,
            revoked = revoked
        )
    }
}

/// What came of the accounts of a backup.
pub(super) enum Outcome {
    /// The backup has none.
    None,
    /// They are sound.
    Verified(Counted),
    /// There are accounts already, which stay as they are.
    Kept,
    /// They are back.
    Back(Brought),
}

/// Brings the accounts of a backup back, or says what they are worth. Accounts that are there are newer
/// than any copy, and stay.
pub(super) fn bring(
    place: &Place,
    file: &Path,
    verify: bool,
    words: &Words,
) -> Result<Outcome, Failure> {
    let (copy, to) = (beside(file), place.accounts());
    let said = |error| failure(words, &error);
    if !copy.is_file() {
        return Ok(Outcome::None);
    }
    if verify {
        let counted = Accounts::open_reading(&copy).and_then(|accounts| accounts.counted());
        return counted.map(Outcome::Verified).map_err(said);
    }
    if to.exists() {
        return Ok(Outcome::Kept);
    }
    let now = SystemClock::new().now();
    let brought = Accounts::bring_back(&copy, &to, &place.last_word(), now);
    brought.map(Outcome::Back).map_err(said)
}

impl Outcome {
    pub(super) fn data(&self) -> Value {
        match self {
            Self::None => json!({ "result": "none" }),
            Self::Kept => json!({ "result": "kept" }),
            Self::Verified(counted) => json!({
                "result": "verified",
                "live": counted.live,
                "revoked": counted.revoked,
            }),
            Self::Back(brought) => json!({
                "result": "restored",
                "live": brought.live,
                "revoked_since": brought.revoked_since,
                "revoked": brought.counted.revoked,
            }),
        }
    }

    pub(super) fn sentence(&self, words: &Words) -> String {
        match self {
            Self::None => String::new(),
            Self::Kept => say!(words, "restore-accounts-kept"),
            Self::Verified(Counted { live, revoked, .. }) => {
                say!(
                    words,
                    "restore-accounts-verified",
                    live = *live,
                    revoked = *revoked
                )
            }
            Self::Back(brought) => {
                let live = match brought.live.as_slice() {
                    [] => "–".to_owned(),
                    live => live.join(", "),
                };
                let back = say!(words, "restore-accounts-back", live = live);
                if brought.revoked_since.is_empty() {
                    return back;
                }
                let since = brought.revoked_since.join(", ");
                format!(
                    "{back} {}",
                    say!(words, "restore-accounts-since", since = since)
                )
            }
        }
    }
}
