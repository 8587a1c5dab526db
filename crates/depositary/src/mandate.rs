//! Which office may bring what: deny by default. Who holds an office is for accounts to know.

use sponsio_law::filing::Matter;
use sponsio_ledger::entry::Office;

use crate::failure::Unfit;

/// Whether an office may bring this matter.
pub(crate) fn check(office: Office, matter: &Matter) -> Result<(), Unfit> {
    let may = match office {
        Office::Depositary => !matches!(matter, Matter::Heads(_) | Matter::Other { .. }),
        // Matters of the log itself are the system's, and of no officer.
        Office::System => matches!(matter, Matter::Heads(_)),
        Office::Delegation => matches!(matter, Matter::NotificationReceipt { .. }),
        Office::Secretariat => false,
    };
    if may {
        return Ok(());
    }
    Err(Unfit::Mandate {
        office: office.as_str(),
        kind: matter.kind().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use sponsio_record::Digest;

    #[test]
    fn only_the_system_speaks_for_the_log() {
        let heads = Matter::Heads(Digest::of(b""));
        assert_eq!(check(Office::System, &heads), Ok(()));
        assert!(check(Office::Depositary, &heads).is_err());
        let policies = Matter::Policies {
            clauses: String::new(),
        };
        assert!(check(Office::Delegation, &policies).is_err());
        assert_eq!(check(Office::Depositary, &policies), Ok(()));
    }
}
