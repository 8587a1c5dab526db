//! What leaves the desk as proof: receipts and bundles, verified under a policy of the verifier's
//! own; confidential acts, which leave nothing but a commitment; notifications.

mod practice;

use practice::{accession, code, desk, set_up, treaty};
use sponsio_depositary::bundle::{Ask, Examined, examine};
use sponsio_depositary::store::{Answer, StoreError, Waiting};
use sponsio_depositary::world::Post;
use sponsio_depositary::{Confirm, Delivered, Depositary, DeskError, Notify, RecordAct};
use sponsio_ledger::entry::Visibility;
use sponsio_ledger::policy::Policy;
use sponsio_ledger::verdict::Verdict;

fn policy(desk: &Depositary) -> Policy {
    Policy::of_log(desk.key().expect("the key is at hand"))
}

fn verified(file: &[u8], policy: &Policy) -> Examined {
    match examine(file, policy) {
        Verdict::Verified(examined) => examined,
        other => panic!("{other:?}"),
    }
}

fn status() -> Ask {
    Ask::Status {
        treaty: treaty(),
        participant: None,
        at: None,
        known: None,
    }
}

#[tokio::test]
async fn a_receipt_proves_an_act_under_the_verifiers_policy() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    set_up(&desk).await;
    let recorded = desk.record_act(accession("ARD")).await.expect("recorded");
    let receipt = desk.receipt(recorded.seq).await.expect("a receipt");
    let logged = receipt
        .verify(&policy(&desk))
        .verified()
        .expect("it verifies");
    assert_eq!(logged.seq, recorded.seq);
}

#[tokio::test]
async fn a_bundle_leads_to_the_state_that_the_desk_has() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    set_up(&desk).await;
    for party in ["ARD", "BEL"] {
        desk.record_act(accession(party)).await.expect("recorded");
    }
    let file = desk.make_bundle(status()).await.expect("a bundle");
    let policy = policy(&desk);
    let examined = verified(&file, &policy);
    let stated = examined.stated.expect("a status was claimed");
    assert!(stated.contested.is_empty(), "{:?}", stated.contested);
    assert!(stated.exercise);
    let place = desk
        .state()
        .register
        .treaty_place(&treaty())
        .expect("it is there");
    let here = desk.state().register.excerpt(place).0;
    assert_eq!(stated.register.digest(), here.digest());
    for at in (0..file.len()).step_by(97) {
        let mut flipped = file.clone();
        flipped[at] ^= 1;
        let verdict = examine(&flipped, &policy);
        assert!(!matches!(verdict, Verdict::Verified(_)), "byte {at}");
    }
}

#[tokio::test]
async fn a_bundle_shows_what_was_recorded_when_it_was_made_and_not_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    set_up(&desk).await;
    desk.record_act(accession("ARD")).await.expect("recorded");
    let first = desk.make_bundle(status()).await.expect("a bundle");
    desk.record_act(accession("BEL")).await.expect("recorded");
    let second = desk.make_bundle(status()).await.expect("a bundle");
    let acts = |file: &[u8]| {
        let stated = verified(file, &policy(&desk)).stated.expect("a status");
        stated.register.act_count()
    };
    assert_eq!((acts(&first), acts(&second)), (1, 2));
}

#[tokio::test]
async fn a_sealed_act_leaves_a_commitment_until_it_is_disclosed() {
    const CANARY: &str = "canary-7f3a-confidential";
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    set_up(&desk).await;
    let sealed = RecordAct {
        visibility: Visibility::Sealed,
        note: CANARY.to_owned(),
        ..accession("ARD")
    };
    let recorded = desk.record_act(sealed).await.expect("recorded");
    desk.published(recorded.seq + 1).await.expect("published");
    assert_eq!(desk.state().register.act_count(), 0);
    let receipt = desk.receipt(recorded.seq).await.expect("a receipt");
    let text = String::from_utf8_lossy(&receipt.entry).into_owned();
    assert!(!text.contains(CANARY) && !text.contains("ARD"), "{text}");
    assert!(!files_hold(&folder.path().join("log"), CANARY));

    desk.disclose(recorded.seq).await.expect("disclosed");
    assert_eq!(desk.state().register.act_count(), 1);
    let file = desk.make_bundle(status()).await.expect("a bundle");
    let stated = verified(&file, &policy(&desk)).stated.expect("a status");
    assert_eq!(stated.register.act_count(), 1);
}

#[tokio::test]
async fn what_is_disclosed_is_examined_once_and_known_from_then_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    set_up(&desk).await;
    let sealed = || RecordAct {
        visibility: Visibility::Sealed,
        ..accession("ARD")
    };
    let first = desk.record_act(sealed()).await.expect("recorded");
    let second = desk
        .record_act(sealed())
        .await
        .expect("nobody can see the first");
    desk.disclose(first.seq).await.expect("disclosed");
    let again = desk.disclose(first.seq).await.expect_err("once is enough");
    assert!(again.to_string().contains("disclosed before"), "{again}");
    let other = desk
        .disclose(second.seq)
        .await
        .expect_err("ARD has acceded (CON-3)");
    assert!(matches!(other, DeskError::Refused(_)), "{other}");
    assert_eq!(desk.state().register.act_count(), 1);
    // It is known since the day of disclosure, whenever it was received.
    let state = desk.state();
    let mut treaties = state.register.treaties().iter();
    let act = treaties
        .find_map(|treaty| treaty.acts().first())
        .expect("an act");
    assert_eq!(act.known_from(), desk.today());
}

#[tokio::test]
async fn what_is_erased_can_be_disclosed_no_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    set_up(&desk).await;
    let sealed = RecordAct {
        visibility: Visibility::Parties,
        ..accession("ARD")
    };
    let recorded = desk.record_act(sealed).await.expect("recorded");
    assert!(desk.erase(recorded.seq).await.expect("erased"));
    assert!(!desk.erase(recorded.seq).await.expect("nothing is left"));
    assert!(desk.disclose(recorded.seq).await.is_err());
    assert!(
        desk.erase(0).await.is_err(),
        "a public entry has nothing to erase"
    );
}

#[tokio::test]
async fn an_act_is_notified_once_under_each_number_and_confirmed() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    set_up(&desk).await;
    let act = desk
        .record_act(accession("ARD"))
        .await
        .expect("recorded")
        .act;
    let request = |to| Notify {
        of: act,
        to,
        letter: None,
    };
    let first = desk.notify(request(Vec::new())).await.expect("notified");
    desk.notify(request(vec![code("BEL")]))
        .await
        .expect("notified");
    let confirm = Confirm {
        treaty: treaty(),
        of: first.act,
        participant: code("ARD"),
    };
    desk.confirm(confirm).await.expect("confirmed");
    let state = desk.state();
    let [one, two] = state.register.notifications(&treaty()) else {
        panic!("two notifications");
    };
    assert_eq!((one.notification.number, two.notification.number), (1, 2));
    assert_eq!(one.notification.to, [code("ARD")]);
    assert_eq!((one.confirmed.len(), two.confirmed.len()), (1, 0));
}

/// A post that reaches some addressees and not others.
struct Courier;

impl Post for Courier {
    fn send<'a>(&'a self, waiting: &'a Waiting, text: &'a [u8]) -> Answer<'a, ()> {
        let reached = waiting.letter.addressee != "BEL" && !text.is_empty();
        let unreached = StoreError::Retryable("nobody opened".to_owned());
        let answer = if reached { Ok(()) } else { Err(unreached) };
        Box::pin(core::future::ready(answer))
    }
}

#[tokio::test]
async fn a_letter_that_does_not_arrive_waits_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path()).await;
    set_up(&desk).await;
    let act = desk
        .record_act(accession("ARD"))
        .await
        .expect("recorded")
        .act;
    let to = vec![code("ARD"), code("BEL")];
    let request = Notify {
        of: act,
        to,
        letter: None,
    };
    desk.notify(request).await.expect("notified");
    let first = desk.deliver(&Courier).await.expect("a round");
    assert_eq!(first, Delivered { sent: 1, failed: 1 });
    let second = desk.deliver(&Courier).await.expect("a round");
    assert_eq!(second, Delivered { sent: 0, failed: 1 });
}

/// Whether a file below this folder holds these words.
fn files_hold(folder: &std::path::Path, words: &str) -> bool {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| entry.expect("an entry").path())
        .any(|path| {
            if path.is_dir() {
                return files_hold(&path, words);
            }
            let bytes = std::fs::read(&path).expect("a file");
            bytes
                .windows(words.len())
                .any(|window| window == words.as_bytes())
        })
}
