//! The key of a register's log passes on: the key file, the act in the log, and the office's own
//! policy, in an order that may be cut short anywhere and begun again.

use sponsio_depositary::RevokeKey;
use sponsio_ledger::note::{SigningKey, VerifierKey};
use sponsio_record::Instant;
use zeroize::Zeroizing;

use crate::place::desk::finish;
use crate::place::key::{self, Secrets, Unlocked};
use crate::place::observers::replace;
use crate::place::{Place, PlaceError, io_at, wait_for};

/// What became of a rotation or a revocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// The key that signed before.
    pub from: VerifierKey,
    /// The key that signs from now on.
    pub to: VerifierKey,
    /// The entry that says so.
    pub seq: u64,
}

/// What is asked to revoke the log's key, besides the key for recovery.
#[derive(Debug, Clone, Copy)]
pub struct Loss {
    /// From when on the lost key may have been in other hands.
    pub since: Instant,
    /// The last size that the quorum had cosigned before, where the published checkpoint does not
    /// tell it.
    pub good: Option<u64>,
}

impl Place {
    /// Passes the log on to a fresh key. For 90 days the key before it signs as well.
    pub fn rotate(&self, now: Option<Instant>) -> Result<Passed, PlaceError> {
        self.pass(None, now)
    }

    /// Revokes the log's key by the key for recovery; a fresh key signs from now on, alone.
    pub fn revoke_key(
        &self,
        recovery: &[u8; 32],
        loss: Loss,
        now: Option<Instant>,
    ) -> Result<Passed, PlaceError> {
        let recovery = self.recovery(recovery)?;
        self.pass(Some((recovery, loss)), now)
    }

    /// Passes the log on to a fresh key: in good order, or because the key before it was lost.
    fn pass(
        &self,
        lost: Option<(SigningKey, Loss)>,
        now: Option<Instant>,
    ) -> Result<Passed, PlaceError> {
        let Unlocked {
            secrets,
            passphrase,
        } = key::unlock(&self.key(), self.passphrase())?;
        let phrase = passphrase.as_ref().map(|phrase| phrase.as_str());
        // A key that was made for a change that was cut short is used, and no other is made.
        let (secrets, next) = self.with_next(&secrets)?;
        key::replace(&self.key(), &secrets, phrase)?;
        let to = next.verifier().clone();
        let is_lost = lost.is_some();
        let clock = self.clock(now)?;
        let (from, seq) = wait_for(async {
            let desk = self.desk_of(&secrets, clock, self.witnessing()?).await?;
            let from = desk.key()?;
            let recorded = match lost {
                None => desk.rotate(&to).await?,
                Some((recovery, Loss { since, good })) => {
                    let request = RevokeKey {
                        recovery,
                        successor: to.clone(),
                        since,
                        good,
                    };
                    desk.revoke_key(request).await?
                }
            };
            finish(desk, false).await?;
            Ok::<_, PlaceError>((from, recorded.seq))
        })??;
        self.trust(&to, is_lost.then_some(&from))?;
        // A lost key signs nothing any more; one that was rotated signs beside the next.
        let signing: &[&VerifierKey] = if is_lost { &[&to] } else { &[&from, &to] };
        let kept = self.only(&secrets, signing)?;
        key::replace(&self.key(), &kept, phrase)?;
        Ok(Passed { from, to, seq })
    }

    /// The keys with the one to which the log is to pass, which is the last.
    fn with_next(&self, secrets: &Secrets) -> Result<(Secrets, SigningKey), PlaceError> {
        let mut secrets = secrets.clone();
        let trusted = self.policy()?;
        let is_trusted = |key: &VerifierKey| trusted.logs().iter().any(|log| log.key == *key);
        let last = secrets.last().copied().map(Zeroizing::new);
        if let Some(last) = last
            && let Ok(last) = self.signing(&last)
            && !is_trusted(last.verifier())
        {
            return Ok((secrets, last));
        }
        let fresh = key::fresh()?;
        secrets.push(*fresh);
        let next = self.signing(&fresh)?;
        Ok((secrets, next))
    }

    /// Those of the keys that are still needed.
    fn only(&self, secrets: &Secrets, needed: &[&VerifierKey]) -> Result<Secrets, PlaceError> {
        let mut kept = Zeroizing::new(Vec::with_capacity(secrets.len()));
        for secret in secrets.iter() {
            if needed.contains(&self.signing(secret)?.verifier()) {
                kept.push(*secret);
            }
        }
        Ok(kept)
    }

    /// The key for recovery under the name that the first entry of the log gives it.
    fn recovery(&self, secret: &[u8; 32]) -> Result<SigningKey, PlaceError> {
        let state = self.state()?;
        let opening = state.opening.as_ref();
        let named = opening.and_then(|opening| opening.recovery.as_ref());
        let named: Option<VerifierKey> = named.and_then(|text| text.parse().ok());
        let named = named.ok_or(PlaceError::NoRecovery)?;
        let key = SigningKey::log(named.name(), secret).map_err(|_| PlaceError::NoRecovery)?;
        if *key.verifier() == named {
            Ok(key)
        } else {
            Err(PlaceError::OtherRecovery(named.to_string()))
        }
    }

    fn signing(&self, secret: &[u8; 32]) -> Result<SigningKey, PlaceError> {
        SigningKey::log(self.origin(), secret)
            .map_err(|_| PlaceError::Origin(self.origin().to_owned()))
    }

    /// Names a key of the log in the office's own policy, and takes another away.
    fn trust(&self, key: &VerifierKey, lost: Option<&VerifierKey>) -> Result<(), PlaceError> {
        let path = self.policy_file();
        let text = std::fs::read_to_string(&path).map_err(io_at(&path))?;
        let names = |line: &str, key: &VerifierKey| {
            let mut words = line.split_whitespace();
            words.next() == Some("log") && words.next() == Some(&key.to_string())
        };
        let mut lines: Vec<&str> = text
            .lines()
            .filter(|line| lost.is_none_or(|lost| !names(line, lost)))
            .collect();
        let line = format!("log {key}");
        if !lines.iter().any(|line| names(line, key)) {
            lines.insert(0, &line);
        }
        let text: String = lines.iter().flat_map(|line| [*line, "\n"]).collect();
        replace(&path, &text)
    }
}
