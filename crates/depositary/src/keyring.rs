//! The secret keys of a log that a desk holds. Which of them signs is for the log's own entries to
//! say.

use sponsio_ledger::note::{SigningKey, VerifierKey};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::rotation::Succession;
use sponsio_record::Instant;

use crate::failure::Fatal;

/// The keys of one log, oldest first. The first signs until an entry passes the log on to another.
#[derive(Debug)]
pub struct Keyring {
    origin: String,
    first: SigningKey,
    more: Vec<SigningKey>,
}

impl Keyring {
    /// Returns the keys of the log of this origin with these secrets, oldest first.
    pub fn of(origin: &str, secrets: &[[u8; 32]]) -> Result<Self, Fatal> {
        let unfit = |error: &dyn core::fmt::Display| Fatal::Key(error.to_string());
        let [first, more @ ..] = secrets else {
            return Err(unfit(&"none is given"));
        };
        let key = |secret| SigningKey::log(origin, secret).map_err(|error| unfit(&error));
        Ok(Self {
            origin: origin.to_owned(),
            first: key(first)?,
            more: more.iter().map(key).collect::<Result<_, _>>()?,
        })
    }

    /// Returns the origin of the log, which is the name of its keys.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Returns the public halves, oldest first.
    pub fn verifiers(&self) -> impl Iterator<Item = &VerifierKey> {
        self.keys().map(SigningKey::verifier)
    }

    /// Returns the policy by which a note is one of this log: any of the keys has signed it.
    pub fn policy(&self) -> Policy {
        let first = Policy::of_log(self.first.verifier().clone());
        let more = self.more.iter().map(SigningKey::verifier);
        more.fold(first, |policy, key| policy.trusting(key.clone()))
    }

    pub(crate) fn find(&self, key: &VerifierKey) -> Option<&SigningKey> {
        self.keys().find(|held| held.verifier() == key)
    }

    /// Returns the key that signs now.
    pub(crate) fn current(&self, succession: &Succession) -> Result<&SigningKey, Fatal> {
        succession
            .settled()
            .map_err(|refusal| Fatal::Key(refusal.to_string()))?;
        let Some(current) = succession.current() else {
            return Ok(&self.first);
        };
        self.find(current).ok_or_else(|| {
            Fatal::Key(format!(
                "the log signs with {current}, which is not at hand"
            ))
        })
    }

    /// Returns the keys that sign a checkpoint at this instant: the current one, and for a time the
    /// one before it, if it is at hand.
    pub(crate) fn signers(
        &self,
        succession: &Succession,
        at: Option<Instant>,
    ) -> Result<Vec<&SigningKey>, Fatal> {
        let mut signers = vec![self.current(succession)?];
        let before = at.and_then(|at| succession.overlapping(at));
        signers.extend(before.and_then(|key| self.find(key)));
        Ok(signers)
    }

    fn keys(&self) -> impl Iterator<Item = &SigningKey> {
        core::iter::once(&self.first).chain(&self.more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_the_log_has_passed_on_to_must_be_at_hand() {
        let ring = Keyring::of("a.example/log", &[[1; 32], [2; 32]]).unwrap();
        let stranger = SigningKey::log("a.example/log", &[3; 32]).unwrap();
        let by = |key: &VerifierKey| {
            let current = ring.current(&Succession::of([key]));
            current.map(|key| key.verifier().clone())
        };
        let second = ring.verifiers().nth(1).unwrap();
        assert_eq!(by(second).as_ref(), Ok(second));
        assert!(matches!(by(stranger.verifier()), Err(Fatal::Key(_))));
        assert!(matches!(
            Keyring::of("a.example/log", &[]),
            Err(Fatal::Key(_))
        ));
        assert!(matches!(Keyring::of("a b", &[[1; 32]]), Err(Fatal::Key(_))));
    }
}
