//! Goal 18: the commit protocol of the ledger as a model, every order of its steps explored: two
//! servers on one database, crashes at every step, swaps that are lost, a take-over, and an old backup
//! put in place of the database.
//!
//! A root is modelled as the acts that it covers, so that equal roots are equal histories. What the
//! model finds when one of the protocol's steps is left out shows that it would find it.

extern crate alloc;

mod protocol;

use protocol::{Flaw, Protocol};
use stateright::{Checker as _, HasDiscoveries, Model as _};
use std::env;
use std::io::{self, Write as _};

/// Explores a protocol whole and says how many states it has.
fn explore(what: &str, protocol: Protocol) {
    let found = protocol.checker().threads(2).spawn_bfs().join();
    found.assert_properties();
    let line = format!(
        "figure: {what}: {} states, no violation\n",
        found.unique_state_count()
    );
    // A line of output that is lost changes no verdict.
    drop(io::stderr().write_all(line.as_bytes()));
}

/// Whether the full forms are asked for.
fn is_full() -> bool {
    env::var_os("SPONSIO_FULL").is_some_and(|asked| asked == "1")
}

const TWO_SERVERS: Protocol = Protocol {
    servers: 2,
    acts: 2,
    crashes: 0,
    take_overs: 0,
    restores: 0,
    flaw: Flaw::None,
};

#[test]
fn two_servers_and_a_crash_at_every_step() {
    explore(
        "two servers, one act, crashes at every step",
        Protocol {
            acts: 1,
            crashes: 2,
            ..TWO_SERVERS
        },
    );
    let crashes = u8::from(is_full());
    let what = format!("two servers, two acts, {crashes} crashes");
    explore(
        &what,
        Protocol {
            crashes,
            ..TWO_SERVERS
        },
    );
}

#[test]
fn two_servers_and_a_take_over() {
    explore(
        "two servers, a take-over, crashes at every step",
        Protocol {
            acts: if is_full() { 2 } else { 1 },
            crashes: 1,
            take_overs: 1,
            ..TWO_SERVERS
        },
    );
}

#[test]
fn an_old_backup_is_restored() {
    explore(
        "an old backup restored, crashes at every step",
        Protocol {
            servers: 1,
            acts: if is_full() { 3 } else { 2 },
            crashes: if is_full() { 3 } else { 2 },
            restores: 1,
            ..TWO_SERVERS
        },
    );
}

/// Each of these steps is needed: without it the model finds what it is there for.
#[test]
fn a_protocol_without_one_of_its_steps_is_caught() {
    for (flaw, property) in [
        (Flaw::AcknowledgedBeforeTheCommit, protocol::KEPT),
        (Flaw::AnsweredOverABatchNotTaken, protocol::KEPT),
        (Flaw::CommitWithoutSwap, protocol::KEPT),
        (Flaw::LockIgnored, protocol::ONE_PER_SIZE),
        (Flaw::ShownBeforeTheFiles, protocol::FILES),
        (Flaw::LostFilesNotMended, protocol::FILES),
        (Flaw::OlderCheckpointShown, protocol::FORWARD),
    ] {
        let restored = matches!(flaw, Flaw::LockIgnored | Flaw::LostFilesNotMended);
        let protocol = Protocol {
            servers: if restored { 1 } else { 2 },
            crashes: 1,
            restores: u8::from(restored),
            flaw,
            ..TWO_SERVERS
        };
        let enough = HasDiscoveries::AllOf([property].into());
        let checker = protocol.checker().threads(2).finish_when(enough);
        let found = checker.spawn_bfs().join();
        assert!(found.discovery(property).is_some(), "{flaw:?}: {property}");
    }
}
