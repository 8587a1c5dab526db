//! Goal 11: the operator's house is lost altogether. From one mirror and the key its log is rebuilt:
//! the same entries, the same files, the same checkpoint; and the desk goes on. What a mirror does not
//! have is named: documents, and what lies behind commitments.

use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::fetch::{Address, Fetcher};
use sponsio_depositary::store::{Settings, Sqlite, Store as _};
use sponsio_depositary::{Depositary, Duty, Level, Witnessing, heal};
use sponsio_web::{Pulled, Puller};
use std::fs;
use std::path::Path;

use crate::length::{number, say};
use crate::office::{
    ORIGIN, Office, SECRET, act, add, open_register, policy, quick_folder, runtime,
};
use crate::public_log::{Files, as_served, audited, read, stated};
use crate::town::{Town, observer, quorum};

const WITNESS: &str = "witness.example";
const MIRROR: &str = "mirror.example";

/// What was there before the loss.
struct Lost {
    entries: Vec<Vec<u8>>,
    files: Files,
}

pub(crate) fn run() -> Result<(), Failed> {
    let acts = number("SPONSIO_REBUILT_ACTS", 300, 5_000);
    let folder = quick_folder()?;
    let town = Town::new()?;
    let witness = town.witness(WITNESS, folder.path())?;
    let mirror = town.mirror(MIRROR, folder.path())?;
    let watched = || {
        Ok::<_, Failed>(Witnessing {
            observers: vec![
                observer(Duty::Witness, WITNESS, &witness.address)?,
                observer(Duty::Mirror, MIRROR, &mirror.address)?,
            ],
            policy: Some(quorum(2, &[WITNESS, MIRROR])?),
            fetcher: Fetcher::default(),
            ..Witnessing::default()
        })
    };
    let office = Office::at(&folder.path().join("register"));
    fs::create_dir(office.folder())?;
    let lost = runtime().block_on(kept(&office, watched()?, acts))?;
    // A mirror that pulls holds the same, and is as good.
    let pulled = folder.path().join("copy");
    let log = town.log(&office.log())?;
    town.wait(pull(&log.address, &pulled))?;
    fs::remove_dir_all(office.folder())?;

    let mut absent = 0;
    let pulled = town.log(&pulled)?;
    for (name, from) in [("pulled", &pulled.address), ("pushed", &mirror.address)] {
        let office = Office::at(&folder.path().join(name));
        fs::create_dir(office.folder())?;
        absent = runtime()
            .block_on(rebuilt(&office, from, watched()?, &lost))
            .map_err(|why| format!("from the mirror that was {name}: {why:?}"))?;
        one_more(&office)?;
    }
    say(&format!(
        "a register of {} entries lost altogether was rebuilt from a mirror that pulls and from one \
         that is sent: every entry and file byte for byte, and it went on; {absent} documents, which \
         a mirror does not hold, were named",
        lost.entries.len()
    ));
    Ok(())
}

async fn kept(office: &Office, watched: Witnessing, acts: u64) -> Result<Lost, Failed> {
    let world = office.world(Duration::ZERO)?;
    let store = alloc::sync::Arc::clone(&world.store);
    let desk = Depositary::open_witnessed(ORIGIN, &SECRET, world, watched).await?;
    open_register(&desk).await?;
    add(&desk, "P", 0..acts).await?;
    desk.record(act("WITH-DOCUMENT", 2_000, &desk)?).await?;
    desk.name_heads().await?;
    let size = desk.state().size();
    desk.published(size).await?;
    desk.ask_observers().await?;
    if desk.level(size - 1) != Some(Level::Witnessed) {
        return Err(format!("the mirror holds nothing: {:?}", desk.attendance()).into());
    }
    let entries = store.entries(0, usize::MAX).await?;
    desk.close().await?;
    let files = as_served(&read(&office.log())?);
    Ok(Lost { entries, files })
}

async fn pull(log: &Address, folder: &Path) -> Result<(), Failed> {
    let puller = Puller::open(Fetcher::default(), policy(), log.clone(), folder).await;
    match puller?.pull().await? {
        Pulled::Held { .. } => Ok(()),
        other => Err(format!("{other:?}").into()),
    }
}

/// Rebuilds the register from a mirror; returns how many documents are not to be had.
async fn rebuilt(
    office: &Office,
    from: &Address,
    watched: Witnessing,
    lost: &Lost,
) -> Result<usize, Failed> {
    let store = Sqlite::open(&office.database(), &Settings::default())?;
    store.open_log(ORIGIN).await?;
    let healed = heal(&store, &policy(), &Fetcher::default(), from).await?;
    let entries = store.entries(0, usize::MAX).await?;
    if healed.before != 0 || entries != lost.entries {
        return Err(format!("{} entries, and not those", entries.len()).into());
    }
    store.close().await?;
    // The lock was lost too; the observers say what they saw, and it is the same.
    let world = office.world(Duration::ZERO)?;
    let desk = Depositary::open_witnessed(ORIGIN, &SECRET, world, watched).await?;
    desk.published(desk.state().size()).await?;
    desk.close().await?;
    let files = as_served(&read(&office.log())?);
    for (path, bytes) in &lost.files {
        let same = if path == "checkpoint" {
            let text = |note: &[u8]| stated(note).map(|stated| stated.text());
            files.get(path).and_then(|note| text(note)) == text(bytes)
        } else {
            files.get(path) == Some(bytes)
        };
        if !same {
            return Err(format!("{path} is another").into());
        }
    }
    audited(&files, None)?;
    Ok(healed.absent.len())
}

/// Records one more act without showing it to anybody, as a trial of the rebuilt register.
fn one_more(office: &Office) -> Result<(), Failed> {
    runtime().block_on(async {
        let desk = office.desk().await?;
        let before = desk.state().size();
        let recorded = desk.record(act("AFTER", 0, &desk)?).await?;
        desk.close().await?;
        if recorded.seq != before {
            return Err(Failed::from(format!(
                "the next act is entry {}",
                recorded.seq
            )));
        }
        Ok(())
    })
}
