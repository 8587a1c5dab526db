//! Goal 4: the disk is full. Nothing is acknowledged that is not kept, reading and verifying go on,
//! and with more room the service resumes. It needs the right to mount a file system of 2 MB.

use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::{Depositary, DeskError};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::acknowledged::Acknowledged;
use crate::length::say;
use crate::office::{ORIGIN, Office, SECRET, act, open_register, runtime};
use crate::public_log::{as_served, audited, read};

pub(crate) fn run() -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let volume = Volume::mount(folder.path())?;
    let office = Office::at(&volume.0.join("register"));
    std::fs::create_dir(office.folder())?;
    let mut said = Acknowledged::default();
    let refused = runtime().block_on(fill(&office, &mut said))?;
    let opened = runtime().block_on(office.desk());
    let start = opened.map_or_else(
        |why| format!("a start is refused ({})", why.message().unwrap_or_default()),
        |_| "a start succeeds".to_owned(),
    );
    volume.grow()?;
    let (took, size) = runtime().block_on(said.holds(&office, None))?;
    runtime().block_on(async {
        let desk = office.desk().await?;
        let recorded = desk.record(act(&refused, 20_000, &desk)?).await?;
        if recorded.seq < said.count() as u64 {
            return Err(Failed::from(
                "the act that was refused takes a place of another",
            ));
        }
        desk.published(recorded.seq + 1).await?;
        desk.close().await?;
        audited(&read(&office.log())?, None).map(drop)
    })?;
    say(&format!(
        "full after {} acts; reading and audit went on; on the full disk {start}; with more room \
         {size} entries after {took:?}, and the refused act was recorded",
        said.count()
    ));
    Ok(())
}

/// Records until the disk is full; returns the name of the act that was refused.
async fn fill(office: &Office, said: &mut Acknowledged) -> Result<String, Failed> {
    let world = office.world(Duration::ZERO)?;
    let store = alloc::sync::Arc::clone(&world.store);
    let desk = Depositary::open(ORIGIN, &SECRET, world).await?;
    open_register(&desk).await?;
    for number in 0..1_000 {
        let name = format!("D{number}");
        match desk.record(act(&name, 20_000, &desk)?).await {
            Ok(recorded) => {
                said.hear(&format!(
                    "acknowledged {name} {} {}",
                    recorded.seq, recorded.leaf
                ))?;
            }
            Err(DeskError::Stopped(fatal)) => {
                reading_goes_on(office, &desk, store.as_ref()).await?;
                say(&format!("the desk stopped: {fatal}"));
                return Ok(name);
            }
            Err(other) => return Err(format!("{name}: {other}").into()),
        }
    }
    Err("a file system of 2 MB was never full".into())
}

async fn reading_goes_on(
    office: &Office,
    desk: &Depositary,
    store: &dyn sponsio_depositary::store::Store,
) -> Result<(), Failed> {
    let size = desk.state().size();
    let entries = store.entries(0, usize::MAX).await?;
    if (entries.len() as u64) < size {
        return Err(format!("{} of {size} entries can be read", entries.len()).into());
    }
    let served = as_served(&read(&office.log())?);
    if !served.is_empty() {
        audited(&served, None)?;
    }
    Ok(())
}

/// A file system in memory; it goes when this is dropped.
struct Volume(PathBuf);

impl Volume {
    fn mount(at: &Path) -> Result<Self, Failed> {
        mount(&["-t", "tmpfs", "-o", "size=2m", "tmpfs"], at)?;
        Ok(Self(at.to_owned()))
    }

    fn grow(&self) -> Result<(), Failed> {
        mount(&["-o", "remount,size=16m"], &self.0)
    }
}

impl Drop for Volume {
    fn drop(&mut self) {
        // A mount that stays is seen by whoever runs the trial; there is nothing else to do.
        drop(Command::new("umount").arg(&self.0).status());
    }
}

fn mount(options: &[&str], at: &Path) -> Result<(), Failed> {
    let done = Command::new("mount").args(options).arg(at).output()?;
    if done.status.success() {
        return Ok(());
    }
    let why = String::from_utf8_lossy(&done.stderr).into_owned();
    Err(format!("this trial needs the right to mount: {why}").into())
}
