//! The monitor: an honest log has no findings, each lie has one, with its evidence.

use alloc::sync::Arc;
use std::fs;
use std::path::Path;

use sponsio_depositary::fetch::{Address, Fetcher};
use sponsio_ledger::cosignature::cosign;
use sponsio_ledger::policy::Policy;
use sponsio_ledger::receipt::Receipt;
use sponsio_web::{LogFolder, Monitor, Round, Warning, Witness};

use super::mirror::policy;
use super::specimen::{BEGIN, House, Specimen, clock, cosigner, log_key};

async fn monitor(policy: Policy, views: &[&House], state: &Path) -> Monitor {
    let views: Vec<Address> = views.iter().map(|house| house.address.clone()).collect();
    let fetcher = Fetcher::default();
    Monitor::open(policy, fetcher, views, state, 86_400, clock())
        .await
        .unwrap()
}

fn kinds(round: &Round) -> Vec<&'static str> {
    round.findings.iter().map(|finding| finding.kind).collect()
}

async fn log_at(folder: &Path, log: &Specimen) -> House {
    log.write(folder);
    House::serving(LogFolder::of(folder).router()).await
}

#[tokio::test]
async fn an_honest_log_grows_without_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("log");
    let house = log_at(&source, &Specimen::of(300)).await;
    let state = folder.path().join("state");
    for size in [300, 300, 512, 1_000] {
        Specimen::of(size).write(&source);
        let round = monitor(policy(), &[&house], &state)
            .await
            .look()
            .await
            .unwrap();
        assert_eq!(round.findings, []);
        assert_eq!(round.warnings, []);
        assert_eq!(round.held.into_values().collect::<Vec<_>>(), [size]);
    }
}

#[tokio::test]
async fn two_views_of_one_log_are_a_fork() {
    let folder = tempfile::tempdir().unwrap();
    let log = Specimen::of(300);
    let honest = log_at(&folder.path().join("one"), &log).await;
    for (name, seq, size) in [
        ("equal", 100, 300),
        ("smaller", 100, 256),
        ("larger", 299, 310),
    ] {
        let other = log_at(&folder.path().join(name), &log.parting_at(seq, size)).await;
        let state = folder.path().join(format!("state-{name}"));
        let mut monitor = monitor(policy(), &[&honest, &other], &state).await;
        for _ in 0..2 {
            let round = monitor.look().await.unwrap();
            assert!(kinds(&round).contains(&"fork"), "{name}: {round:?}");
            let evidence = round.findings[0].evidence.clone().expect("kept");
            assert!(evidence.join("checkpoint-2").exists());
        }
    }
}

#[tokio::test]
async fn a_log_that_goes_back_is_found_by_memory_and_by_its_witness() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("log");
    let house = log_at(&source, &Specimen::of(300)).await;
    let mut first = monitor(policy(), &[&house], &folder.path().join("one")).await;
    assert_eq!(kinds(&first.look().await.unwrap()), [""; 0]);
    let logs = [log_key().verifier().clone()];
    let witness = Witness::open(cosigner("w"), &logs, &folder.path().join("w"), clock()).unwrap();
    let request = Specimen::of(300).request(0, 300).print();
    assert_eq!(witness.add_checkpoint(&request).await.unwrap().status, 200);
    let witness = House::serving(Arc::new(witness).router()).await;
    fs::remove_dir_all(&source).unwrap();
    Specimen::of(200).write(&source);
    assert_eq!(kinds(&first.look().await.unwrap()), ["rollback"]);
    let mut second = monitor(policy(), &[&house, &witness], &folder.path().join("two")).await;
    assert_eq!(kinds(&second.look().await.unwrap()), ["rollback"]);
}

#[tokio::test]
async fn entries_out_of_order_are_found_with_their_proofs() {
    let folder = tempfile::tempdir().unwrap();
    let mut dated = Specimen::of(50);
    dated.push(50, BEGIN + 10);
    let mut doubled = Specimen::of(50);
    doubled.push(7, BEGIN + 60);
    let mut malformed = Specimen::of(50);
    malformed.entries.push(b"{}".to_vec());
    for (name, log, count) in [
        ("back-dated", dated, 2),
        ("duplicate-act", doubled, 2),
        ("malformed", malformed, 1),
    ] {
        let house = log_at(&folder.path().join(name), &log).await;
        let state = folder.path().join(format!("state-{name}"));
        let round = monitor(policy(), &[&house], &state)
            .await
            .look()
            .await
            .unwrap();
        assert_eq!(kinds(&round), [name]);
        let evidence = round.findings[0].evidence.clone().expect("kept");
        let entry = fs::read(evidence.join("50.json")).unwrap();
        let proof = fs::read(evidence.join("50.tlog-proof")).unwrap();
        let receipt = Receipt::read(&entry, &proof).unwrap();
        assert_eq!(
            receipt.verify(&policy()).verified().is_some(),
            name != "malformed"
        );
        assert_eq!(fs::read_dir(evidence).unwrap().count(), 1 + 2 * count);
        // Found again at each start: what the log says has not changed.
        let round = monitor(policy(), &[&house], &state)
            .await
            .look()
            .await
            .unwrap();
        assert_eq!(kinds(&round), [name]);
    }
}

#[tokio::test]
async fn an_entry_dated_before_the_witnesses_saw_the_log_without_it_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("log");
    let text = format!(
        "log {}\nwitness w {}\nquorum w\n",
        log_key().verifier(),
        cosigner("w").verifier()
    );
    let policy = Policy::parse(text.as_bytes()).unwrap();
    let noted = |log: &Specimen, time: i64| {
        let note = log.note(log.size());
        let line = cosign(note.text(), &cosigner("w"), time.cast_unsigned()).unwrap();
        note.with(&[line]).unwrap()
    };
    let now = clock().now().seconds();
    let mut log = Specimen::default();
    log.push(0, now - 100_000);
    log.write_noted(&source, &noted(&log, now - 10_000));
    let house = House::serving(LogFolder::of(&source).router()).await;
    let mut monitor = monitor(policy, &[&house], &folder.path().join("state")).await;
    assert_eq!(monitor.look().await.unwrap().findings, []);
    log.push(1, now - 90_000);
    log.write_noted(&source, &noted(&log, now - 5));
    assert_eq!(kinds(&monitor.look().await.unwrap()), ["back-dated"]);
}

#[tokio::test]
async fn a_missing_tile_a_frozen_log_and_a_silent_house_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("log");
    let log = Specimen::of(300);
    let note = log.note(300);
    let line = cosign(
        note.text(),
        &cosigner("w"),
        BEGIN.cast_unsigned() - 864_000_000,
    )
    .unwrap();
    log.write_noted(&source, &note.with(&[line]).unwrap());
    let house = House::serving(LogFolder::of(&source).router()).await;
    let silent = House::serving(LogFolder::of(&source).router()).await;
    let text = format!(
        "log {}\nwitness w {}\nwitness v {}\ngroup both all w v\nquorum both\n",
        log_key().verifier(),
        cosigner("w").verifier(),
        cosigner("vv").verifier()
    );
    let policy = Policy::parse(text.as_bytes()).unwrap();
    let state = folder.path().join("state");
    let views = vec![house.address.clone(), silent.address.clone()];
    silent.kill().await;
    let monitor = Monitor::open(policy, Fetcher::default(), views, &state, 86_400, clock()).await;
    let mut monitor = monitor.unwrap();
    fs::remove_file(source.join("tile/0/000")).unwrap();
    let round = monitor.look().await.unwrap();
    assert_eq!(kinds(&round), ["missing"]);
    assert!(round.findings[0].says.ends_with("/tile/0/000"), "{round:?}");
    assert!(
        round
            .warnings
            .iter()
            .any(|warning| matches!(warning, Warning::Frozen { .. }))
    );
    assert!(
        round
            .warnings
            .iter()
            .any(|warning| matches!(warning, Warning::Unwitnessed { size: 300, .. }))
    );
    assert!(
        round
            .warnings
            .iter()
            .any(|warning| matches!(warning, Warning::Unreached { .. }))
    );
    log.write(&source);
    assert_eq!(kinds(&monitor.look().await.unwrap()), [""; 0]);
}
