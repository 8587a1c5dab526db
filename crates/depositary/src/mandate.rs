//! Which office may bring what, and which person may do what (`rights`): deny by default. Who holds an
//! office is for accounts to know.

pub mod allowance;
pub mod rights;

use sponsio_law::conference::Actor;
use sponsio_law::filing::Matter;
use sponsio_ledger::dsse::{ActSignature, SignatureKind};
use sponsio_ledger::entry::{By, Office};

use crate::failure::Unfit;
use crate::state::State;

/// Whether an office may bring this matter.
pub(crate) fn check(office: Office, matter: &Matter) -> Result<(), Unfit> {
    let may = match office {
        Office::Depositary => {
            !of_the_log(matter) && !matches!(matter, Matter::Proceeding(_) | Matter::Other { .. })
        }
        // Matters of the log itself are the system's, and of no officer.
        Office::System => of_the_log(matter),
        Office::Delegation => match matter {
            Matter::NotificationReceipt { .. } => true,
            Matter::Proceeding(proceeding) => proceeding.step.actor() != Actor::Presidency,
            _ => false,
        },
        // The secretariat acts for the chair; whose own act it is, nobody else brings.
        Office::Secretariat => match matter {
            Matter::Proceeding(proceeding) => proceeding.step.actor() == Actor::Presidency,
            _ => false,
        },
    };
    if may {
        return Ok(());
    }
    Err(Unfit::Mandate {
        office: office.as_str(),
        kind: matter.kind().to_owned(),
    })
}

/// Whether a matter concerns the log itself: its heads and its keys.
fn of_the_log(matter: &Matter) -> bool {
    matches!(
        matter,
        Matter::Heads(_) | Matter::Rotation(_) | Matter::Revocation(_)
    )
}

/// Whether an act may bear these signatures: one of a bare key says who signed to nobody, and is a test. The
/// log's own acts are signed by the log's keys.
pub(crate) fn check_signatures(
    state: &State,
    matter: &Matter,
    signatures: &[ActSignature],
) -> Result<(), Unfit> {
    let is_bare = |signature: &ActSignature| signature.kind == SignatureKind::Ed25519;
    if of_the_log(matter) || !signatures.iter().any(is_bare) {
        return Ok(());
    }
    state.admits_bare_keys()
}

impl State {
    /// Whether parties may sign their acts with bare keys: in an exercise, as a test without legal effect.
    pub fn admits_bare_keys(&self) -> Result<(), Unfit> {
        if self.is_exercise() {
            return Ok(());
        }
        Err(Unfit::BareKey)
    }
}

/// Whether a delegation's act is brought for that delegation.
pub(crate) fn check_party(by: &By, matter: &Matter) -> Result<(), Unfit> {
    let Matter::Proceeding(proceeding) = matter else {
        return Ok(());
    };
    match proceeding.step.actor() {
        Actor::Delegation(code) if by.party.as_deref() != Some(code.as_str()) => {
            Err(Unfit::OtherParty(code.to_string()))
        }
        Actor::Delegation(_) | Actor::Presidency => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::sync::Arc;
    use sponsio_law::filing::Opening;
    use sponsio_ledger::note::SigningKey;
    use sponsio_record::Digest;

    #[test]
    fn a_bare_key_signs_in_an_exercise_only() {
        let key = SigningKey::log("ARD", &[7; 32]).expect("a key");
        let bare = [ActSignature::make(&key, b"{}")];
        let policies = Matter::Policies {
            clauses: String::new(),
        };
        let real = State::default();
        assert_eq!(check_signatures(&real, &policies, &[]), Ok(()));
        let refused = check_signatures(&real, &policies, &bare);
        assert_eq!(refused, Err(Unfit::BareKey));
        let rotation = Matter::Rotation("vkey".to_owned());
        assert_eq!(check_signatures(&real, &rotation, &bare), Ok(()));
        let exercise = State {
            opening: Some(Arc::new(Opening {
                title: "Practice".to_owned(),
                zone: "UTC".to_owned(),
                recovery: None,
                exercise: true,
            })),
            ..State::default()
        };
        assert_eq!(check_signatures(&exercise, &policies, &bare), Ok(()));
    }

    #[test]
    fn only_the_system_speaks_for_the_log() {
        let heads = Matter::Heads(Digest::of(b""));
        assert_eq!(check(Office::System, &heads), Ok(()));
        assert!(check(Office::Depositary, &heads).is_err());
        let rotation = Matter::Rotation("vkey".to_owned());
        assert_eq!(check(Office::System, &rotation), Ok(()));
        assert!(check(Office::Depositary, &rotation).is_err());
        let later = Matter::Other {
            kind: "pledge".to_owned(),
        };
        assert!(check(Office::System, &later).is_err());
        assert!(check(Office::Depositary, &later).is_err());
        let policies = Matter::Policies {
            clauses: String::new(),
        };
        assert!(check(Office::Delegation, &policies).is_err());
        assert_eq!(check(Office::Depositary, &policies), Ok(()));
    }
}
