//! Goal 13: the key of the log passes on twice, and then is lost. Old receipts stay valid, both keys
//! sign for ninety days, a verifier of the first key follows and is told each step; a stolen key is
//! good up to the last size that the quorum had cosigned, and no further.

use alloc::sync::Arc;
use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::{Depositary, Keyring, OpenRegister, RevokeKey, Witnessing};
use sponsio_ledger::audit::Auditor;
use sponsio_ledger::checkpoint::Checkpoint;
use sponsio_ledger::cosignature::cosign;
use sponsio_ledger::note::{Note, SigningKey};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::rotation::{Cause, follow};
use std::fs;
use std::path::Path;

use crate::clock_drill::Hands;
use crate::length::{number, say};
use crate::office::{ORIGIN, Office, act, quick_folder, runtime};
use crate::public_log::read;

const DAY: i64 = 86_400;

/// The key for recovery, which lies elsewhere.
const RECOVERY: u8 = 200;

fn key(number: u8) -> Result<SigningKey, Failed> {
    Ok(SigningKey::log(ORIGIN, &[number; 32])?)
}

fn witness(number: u8) -> Result<SigningKey, Failed> {
    let name = format!("witness.{number}.example/w");
    Ok(SigningKey::cosigner(&name, &[100 + number; 32])?)
}

/// What a verifier trusts who was given this key of the log: two of three witnesses.
fn pinned(number: u8) -> Result<Policy, Failed> {
    let mut text = format!("log {}\n", key(number)?.verifier());
    for number in 1..=3 {
        let vkey = witness(number)?.verifier().to_string();
        text += &format!("witness w{number} {vkey}\n");
    }
    text += "group parties 2 w1 w2 w3\nquorum parties\n";
    Ok(Policy::parse(text.as_bytes())?)
}

/// The note with the cosignatures of two witnesses.
fn cosigned(note: &Note) -> Result<Note, Failed> {
    let mut lines = Vec::new();
    for number in [1, 3] {
        lines.push(cosign(note.text(), &witness(number)?, 1_795_000_000)?);
    }
    Ok(note.with(&lines)?)
}

struct Drill {
    office: Office,
    hands: Arc<Hands>,
}

impl Drill {
    async fn desk(&self, keys: &[u8]) -> Result<Depositary, Failed> {
        let secrets: Vec<_> = keys.iter().map(|number| [*number; 32]).collect();
        let world = self
            .office
            .world_at(Duration::ZERO, Arc::clone(&self.hands) as _)?;
        let keys = Keyring::of(ORIGIN, &secrets)?;
        Ok(Depositary::open_with(keys, world, Witnessing::default()).await?)
    }

    /// Records acts; returns the receipt of the last one, cosigned.
    async fn acts(&self, desk: &Depositary, name: &str, count: u64) -> Result<Receipt, Failed> {
        for nth in 0..count {
            desk.record(act(&format!("{name}{nth}"), 0, desk)?).await?;
        }
        self.receipt(desk, desk.state().size() - 1).await
    }

    async fn receipt(&self, desk: &Depositary, seq: u64) -> Result<Receipt, Failed> {
        let mut receipt = desk.receipt(seq).await?;
        receipt.proof.note = cosigned(&receipt.proof.note)?;
        Ok(receipt)
    }

    fn note(&self) -> Result<Note, Failed> {
        Ok(Note::parse(&fs::read(
            self.office.log().join("checkpoint"),
        )?)?)
    }
}

fn expect(holds: bool, what: &str) -> Result<(), Failed> {
    if holds { Ok(()) } else { Err(what.into()) }
}

pub(crate) fn run() -> Result<(), Failed> {
    let folder = quick_folder()?;
    runtime().block_on(drill(folder.path()))
}

async fn drill(folder: &Path) -> Result<(), Failed> {
    let each = number("SPONSIO_DRILL_ACTS", 20, 300);
    let drill = Drill {
        office: Office::at(folder),
        hands: Hands::at("2026-11-22T08:00:00Z")?,
    };
    let desk = drill.desk(&[1]).await?;
    let opening = OpenRegister {
        title: "Practice".to_owned(),
        zone: "UTC".to_owned(),
        recovery: Some(key(RECOVERY)?.verifier().to_string()),
        exercise: true,
    };
    desk.open_register(opening).await?;
    let mut receipts = vec![drill.acts(&desk, "ONE", each).await?];
    let opened = drill.receipt(&desk, 0).await?;
    desk.close().await?;

    let mut steps = Vec::new();
    for next in [2, 3] {
        // A process that ended before the act was recorded has changed nothing.
        let before = drill.desk(&[next - 1, next]).await?;
        expect(
            before.key()? == *key(next - 1)?.verifier(),
            "no act, no new key",
        )?;
        before.close().await?;
        let desk = drill.desk(&[next - 1, next]).await?;
        let recorded = desk.rotate(key(next)?.verifier()).await?;
        receipts.push(drill.acts(&desk, &format!("BOTH{next}-"), each).await?);
        steps.push(drill.receipt(&desk, recorded.seq).await?);
        desk.close().await?;
        for number in [next - 1, next] {
            let open = pinned(number)?.open(cosigned(&drill.note()?)?.to_string().as_bytes());
            expect(open.is_ok(), "both keys sign for ninety days")?;
        }
        drill.hands.pass(91 * DAY);
        let desk = drill.desk(&[next - 1, next]).await?;
        receipts.push(drill.acts(&desk, &format!("ALONE{next}-"), each).await?);
        desk.close().await?;
        let late = pinned(next - 1)?.open(cosigned(&drill.note()?)?.to_string().as_bytes());
        expect(late.is_err(), "after ninety days the old key is silent")?;
    }

    let first = pinned(1)?;
    expect(
        receipts[0].verify(&first).verified().is_some(),
        "an old receipt",
    )?;
    let (believed, told) = follow(&first, &steps).verified().ok_or("the chain")?;
    expect(told.len() == 2, "each step is told")?;
    let followed = receipts
        .iter()
        .filter(|one| one.verify(&believed).verified().is_some());
    expect(
        followed.count() == receipts.len(),
        "all receipts under the chain",
    )?;
    for number in 1..=3 {
        let mut files = read(&drill.office.log())?;
        let note = cosigned(&drill.note()?)?.to_string().into_bytes();
        files.insert("checkpoint".to_owned(), note);
        let pinned = pinned(number)?;
        let audit = Auditor::new(&pinned).following().run(&files, &mut |_| {});
        expect(
            audit.verdict.verified().is_some(),
            "a copy under any of the keys",
        )?;
        expect(
            audit.steps.len() == 3 - usize::from(number),
            "and its steps",
        )?;
    }

    let good = cosigned(&drill.note()?)?;
    let size = Checkpoint::parse(good.text())?.size;
    let desk = drill.desk(&[3, 4]).await?;
    let since = desk.state().last_recorded().ok_or("it is open")?;
    let request = |recovery: u8| {
        Ok::<_, Failed>(RevokeKey {
            recovery: key(recovery)?,
            successor: key(4)?.verifier().clone(),
            since,
            good: Some(size),
        })
    };
    let thief = desk.revoke_key(request(3)?).await;
    expect(thief.is_err(), "the stolen key does not revoke itself")?;
    let revoked = desk.revoke_key(request(RECOVERY)?).await?;
    receipts.push(drill.acts(&desk, "NEW", each).await?);
    steps.push(opened);
    steps.push(drill.receipt(&desk, revoked.seq).await?);
    desk.close().await?;

    let (believed, told) = follow(&first, &steps).verified().ok_or("the chain")?;
    let revokes = |cause| matches!(cause, Cause::Revoked { good, .. } if good == size);
    expect(
        told.last().is_some_and(|step| revokes(step.cause)),
        "the loss is told",
    )?;
    expect(
        believed.open(good.to_string().as_bytes()).is_ok(),
        "cosigned before: good",
    )?;
    // Whoever has the key signs on, and even misleads the witnesses.
    let mut refused = 0;
    for beyond in 1..=8 {
        let text = Checkpoint::new(ORIGIN, size + beyond, [7; 32]).text();
        let stolen = cosigned(&Note::new(&text, vec![key(3)?.sign(&text)?])?)?.to_string();
        let naive = pinned(3)?.open(stolen.as_bytes());
        expect(naive.is_ok(), "who was not told is misled")?;
        refused += u64::from(believed.open(stolen.as_bytes()).is_err());
    }
    expect(refused == 8, "who was told refuses")?;
    let valid = receipts
        .iter()
        .filter(|one| one.verify(&believed).verified().is_some());
    expect(valid.count() == receipts.len(), "all receipts stay valid")?;
    let desk = drill.desk(&[4]).await?;
    let entries = desk.state().size();
    desk.close().await?;
    say(&format!(
        "{entries} entries, two rotations with ninety days each and one loss: {} receipts of every \
         time valid under the first key, {refused} of 8 notes by the stolen key refused",
        receipts.len()
    ));
    Ok(())
}
