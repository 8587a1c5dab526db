//! Files that officers hand in are examined by this program in another process: without its environment, with
//! limits that it takes itself (`examine-upload`), and for so long.

use core::time::Duration;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;

use serde_json::Value;
use sponsio_depositary::world::{Clock as _, SystemClock};
use sponsio_web::{Examined, Examiner, Unexamined};

/// How long an examination may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often it is looked whether it has ended.
const ROUND: Duration = Duration::from_millis(10);

/// The most bytes of an answer.
const ANSWER: u64 = 4_096;

/// Examines files in processes of this program.
pub(super) struct Apart;

impl Examiner for Apart {
    fn examine(&self, mut file: &File) -> Result<Examined, Unexamined> {
        let started = file
            .seek(SeekFrom::Start(0))
            .and_then(|_| file.try_clone())
            .and_then(start);
        let mut child = started.map_err(|_| Unexamined::Unavailable)?;
        let done = ended(&mut child);
        let mut answer = Vec::new();
        if let Some(out) = child.stdout.take() {
            // What cannot be read is no answer.
            drop(out.take(ANSWER).read_to_end(&mut answer));
        }
        if !done {
            return Err(Unexamined::TooMuch);
        }
        read(&answer).unwrap_or(Err(Unexamined::TooMuch))
    }
}

fn start(file: File) -> std::io::Result<Child> {
    Command::new(std::env::current_exe()?)
        .arg("examine-upload")
        .env_clear()
        .current_dir("/")
        .stdin(file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

/// Waits for the end, or makes one; returns whether it ended well by itself.
fn ended(child: &mut Child) -> bool {
    let clock = SystemClock::new();
    while clock.monotonic() < PATIENCE {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => sleep(ROUND),
            Err(_) => break,
        }
    }
    // It may have ended by itself just now.
    drop(child.kill());
    drop(child.wait());
    false
}

/// Reads what the process says; none where that is nothing that it would say.
fn read(answer: &[u8]) -> Option<Result<Examined, Unexamined>> {
    let told: Value = serde_json::from_slice(answer).ok()?;
    if let Some(why) = told["refused"].as_str() {
        return Some(Err(Unexamined::from_label(why)?));
    }
    Some(Ok(Examined {
        version: told["version"].as_str()?.to_owned(),
        pages: told["pages"].as_u64()?,
        encrypted: told["encrypted"].as_bool()?,
        scripts: told["scripts"].as_bool()?,
        attachments: told["attachments"].as_bool()?,
        signatures: told["signatures"].as_u64()?,
    }))
}
