//! Goal 7: an old backup is put in place of the register. The desk refuses to sign, names what is
//! missing, and changes nothing; with the right database it goes on.

use libtest_mimic::Failed;
use sponsio_depositary::store::{Settings, Sqlite, Store as _};
use sponsio_depositary::{Depositary, Fatal, load};
use std::fs;

use crate::length::say;
use crate::office::{ORIGIN, Office, SECRET, act, add, quick_folder, register_of, runtime};
use crate::public_log::{audited, read, stated};

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
    say("an old backup and a forked one were refused, nothing was signed; entries 10 to 29 named");
    Ok(())
}

/// Puts a database in place of the register's and opens the desk; returns why it did not open.
fn open_with(office: &Office, database: &std::path::Path) -> Result<Option<Fatal>, Failed> {
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
async fn fork(
    folder: &std::path::Path,
    backup: &std::path::Path,
    forked: &std::path::Path,
) -> Result<(), Failed> {
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
