//! Goal 7: an old backup is put in place of the register. The desk refuses to sign, names what is
//! missing, and changes nothing; healed from a mirror, or with the right database, it goes on. A
//! backup on which somebody went on elsewhere is healed by no mirror.

use libtest_mimic::Failed;
use sponsio_depositary::fetch::Fetcher;
use sponsio_depositary::store::{Settings, Sqlite, Store as _};
use sponsio_depositary::{Depositary, Fatal, HealError, heal, load};
use sponsio_web::Puller;
use std::fs;
use std::path::Path;

use crate::length::say;
use crate::office::{ORIGIN, Office, SECRET, act, add, policy, quick_folder, register_of, runtime};
use crate::public_log::{audited, read, stated};
use crate::town::Town;

pub(crate) fn run() -> Result<(), Failed> {
    let folder = quick_folder()?;
    let office = register_of(&folder.path().join("register"), 9)?;
    let backup = folder.path().join("backup.sqlite");
    runtime().block_on(async {
        let store = Sqlite::open(&office.database(), &Settings::default())?;
        store.open_log(ORIGIN).await?;
        store.backup(backup.clone()).await?;
        store.close().await?;
        let desk = office.desk().await?;
        add(&desk, "LATER", 0..20).await?;
        desk.published(30).await?;
        desk.close().await?;
        Ok::<_, Failed>(())
    })?;
    let newest = folder.path().join("newest.sqlite");
    fs::copy(office.database(), &newest)?;
    let public = read(&office.log())?;
    let locked = fs::read(office.lock().join("checkpoint"))?;

    let old = open_with(&office, &backup)?;
    if old
        != Some(Fatal::Rollback {
            known: 30,
            size: 10,
        })
    {
        return Err(format!("an old backup: {old:?}").into());
    }
    // A backup on which somebody went on in another place: as many entries, and others.
    let forked = folder.path().join("forked.sqlite");
    runtime().block_on(fork(&folder.path().join("elsewhere"), &backup, &forked))?;
    let other = open_with(&office, &forked)?;
    if !matches!(
        other,
        Some(Fatal::Rollback { known: 30, .. } | Fatal::Root { .. })
    ) {
        return Err(format!("another history of the same length: {other:?}").into());
    }
    if read(&office.log())? != public || fs::read(office.lock().join("checkpoint"))? != locked {
        return Err("the public log or the lock changed".into());
    }
    // Reading an old backup goes on, without a desk.
    fs::copy(&backup, office.database())?;
    let size = runtime().block_on(async {
        let store = Sqlite::open(&office.database(), &Settings::default())?;
        Ok::<_, Failed>(load(&store, ORIGIN).await?.size())
    })?;
    if size != 10 {
        return Err(format!("{size} entries are read").into());
    }
    let right = open_with(&office, &newest)?;
    if right.is_some() {
        return Err(format!("the right database: {right:?}").into());
    }
    audited(&read(&office.log())?, None)?;
    healed(&office, [&backup, &forked, &newest], folder.path())?;
    say(
        "an old backup and a forked one were refused, nothing was signed; entries 10 to 29 named, \
         and brought back from a mirror byte for byte; the forked one was not healed",
    );
    Ok(())
}

/// Heals the old backup from a mirror of the log, and finds that the forked one cannot be.
fn healed(office: &Office, databases: [&Path; 3], folder: &Path) -> Result<(), Failed> {
    let [backup, forked, newest] = databases;
    let town = Town::new()?;
    let log = town.log(&office.log())?;
    let copy = folder.join("mirror");
    town.wait(async {
        let puller = Puller::open(Fetcher::default(), policy(), log.address.clone(), &copy).await;
        Ok::<_, Failed>(puller?.pull().await?)
    })?;
    let mirror = town.log(&copy)?;
    let heal_from = |database: &Path, name: &str| {
        let place = folder.join(name);
        fs::copy(database, &place)?;
        runtime().block_on(async {
            let store = Sqlite::open(&place, &Settings::default())?;
            store.open_log(ORIGIN).await?;
            let healed = heal(&store, &policy(), &Fetcher::default(), &mirror.address).await;
            let entries = store.entries(0, usize::MAX).await?;
            store.close().await?;
            Ok::<_, Failed>((healed, entries, place))
        })
    };
    let (refused, ..) = heal_from(forked, "forked-healed.sqlite")?;
    if !matches!(
        refused,
        Err(HealError::NotBehind { .. } | HealError::Parted(_))
    ) {
        return Err(format!("another history was healed: {refused:?}").into());
    }
    let (healed, entries, place) = heal_from(backup, "healed.sqlite")?;
    let healed = healed?;
    let (_, wanted, _) = heal_from(newest, "newest-read.sqlite")?;
    if (healed.before, healed.size) != (10, 30) || entries != wanted {
        return Err(format!("{healed:?}: {} entries, and not those", entries.len()).into());
    }
    let opened = open_with(office, &place)?;
    if opened.is_some() {
        return Err(format!("the healed database: {opened:?}").into());
    }
    runtime().block_on(async {
        let desk = office.desk().await?;
        let recorded = desk.record(act("HEALED", 0, &desk)?).await?;
        desk.close().await?;
        if recorded.seq != 30 {
            return Err(Failed::from(format!(
                "the next act is entry {}",
                recorded.seq
            )));
        }
        Ok(())
    })?;
    audited(&read(&office.log())?, None).map(drop)
}

/// Puts a database in place of the register's and opens the desk; returns why it did not open.
fn open_with(office: &Office, database: &Path) -> Result<Option<Fatal>, Failed> {
    for beside in ["-wal", "-shm"] {
        let mut path = office.database().into_os_string();
        path.push(beside);
        // They are of the database that is replaced, and mostly gone with it.
        drop(fs::remove_file(path));
    }
    fs::copy(database, office.database())?;
    runtime().block_on(async {
        let world = office.world(core::time::Duration::ZERO)?;
        match Depositary::open(ORIGIN, &SECRET, world).await {
            Err(fatal) => Ok(Some(fatal)),
            Ok(desk) => {
                let size = stated(&fs::read(office.log().join("checkpoint"))?);
                if size.map(|checkpoint| checkpoint.size) != Some(desk.state().size()) {
                    return Err("it opens and shows another size".into());
                }
                desk.close().await?;
                Ok(None)
            }
        }
    })
}

/// Goes on from a backup in another place until it has as many entries as the register.
async fn fork(folder: &Path, backup: &Path, forked: &Path) -> Result<(), Failed> {
    fs::create_dir(folder)?;
    let office = Office::at(folder);
    fs::copy(backup, office.database())?;
    let desk = office.desk().await?;
    for number in 0..20 {
        desk.record(act(&format!("ELSE{number}"), 0, &desk)?)
            .await?;
    }
    desk.close().await?;
    fs::copy(office.database(), forked)?;
    Ok(())
}
