//! Goal 6 on SQLite: two processes on one file, paused and killed at random. One of them writes at a
//! time, the other takes over; there is one order, and never two checkpoints of one size.

use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::store::{OpenError, Settings, Sqlite};
use std::process::{Child, Command};
use std::thread::{self, JoinHandle};

use crate::acknowledged::Acknowledged;
use crate::length::{Draws, number, say};
use crate::office::{Office, quick_folder, runtime};
use crate::readers::Reader;
use crate::writer::{Order, lines};

struct Racer {
    child: Child,
    listener: JoinHandle<Vec<String>>,
}

impl Racer {
    fn start(office: &Office, run: u64) -> Result<Self, Failed> {
        let mut child = Order::endless(office, format!("R{run}")).start(&[])?;
        let lines = lines(&mut child);
        let listener = thread::spawn(move || lines.collect());
        Ok(Self { child, listener })
    }

    fn signal(&self, signal: &str) -> Result<(), Failed> {
        let id = self.child.id().to_string();
        Command::new("kill").args([signal, &id]).status()?;
        Ok(())
    }

    fn kill(mut self, said: &mut Acknowledged) -> Result<(), Failed> {
        self.child.kill()?;
        self.child.wait()?;
        let lines = self.listener.join().map_err(|_| "a listener ends")?;
        lines.iter().try_for_each(|line| said.hear(line))
    }
}

pub(crate) fn run() -> Result<(), Failed> {
    let kills = number("SPONSIO_RACE_KILLS", 10, 200);
    let folder = quick_folder()?;
    let office = Office::at(folder.path());
    let mut draws = Draws::fresh();
    let mut said = Acknowledged::default();
    let reader = Reader::start(office.log().join("checkpoint"));
    let mut racers = vec![Racer::start(&office, 0)?];
    for run in 1..=kills {
        racers.push(Racer::start(&office, run)?);
        thread::sleep(Duration::from_millis(60 + draws.below(200)));
        refused(&office)?;
        let place = usize::from(draws.percent(50));
        let struck = racers.swap_remove(place);
        if draws.percent(30) {
            // A paused process holds its place: nobody writes beside it.
            struck.signal("-STOP")?;
            thread::sleep(Duration::from_millis(40));
            struck.signal("-CONT")?;
            thread::sleep(Duration::from_millis(20));
        }
        struck.kill(&mut said)?;
    }
    for racer in racers {
        racer.kill(&mut said)?;
    }
    let checkpoints = reader.end()?.len();
    let (_, size) = runtime().block_on(said.holds(&office, None))?;
    if let Some(why) = &said.stopped {
        return Err(format!("a racer stopped by itself: {why}").into());
    }
    if said.count() == 0 {
        return Err("no racer recorded anything".into());
    }
    say(&format!(
        "{kills} kills of two processes, {} acts acknowledged, {size} entries in one order, \
         {checkpoints} checkpoints seen, one per size",
        said.count()
    ));
    Ok(())
}

/// A third process that does not wait is told who has the register.
fn refused(office: &Office) -> Result<(), Failed> {
    let opened = Sqlite::open(&office.database(), &Settings::default());
    match opened {
        // Between two holders the place is free for a moment.
        Ok(_) | Err(OpenError::Held { .. }) => Ok(()),
        Err(other) => Err(other.into()),
    }
}
