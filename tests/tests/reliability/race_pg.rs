//! Goal 6 on PostgreSQL: several servers on one database, killed, paused and taken over from at
//! random. All of them write; there is one order without a gap, and never two checkpoints of one
//! size. Half of the servers share one public folder, as commands beside a server do; each of the
//! others has its own, as servers on machines of their own have.

use alloc::collections::BTreeMap;
use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::store::postgres::cluster::Cluster;
use std::process::{Child, Command};
use std::thread::{self, JoinHandle};

use crate::acknowledged::Acknowledged;
use crate::length::{Draws, number, say};
use crate::office::{Office, quick_folder, runtime};
use crate::readers::{Reader, Seen};
use crate::writer::{Order, lines};

/// What a server may say when it stops by itself: another one has taken over, or the database has
/// ended a transaction within which it was paused.
const MAY_STOP: [&str; 3] = [
    "another server has taken over",
    "idle-in-transaction",
    "connection closed",
];

/// Longer than the database lets a transaction wait for its client.
const LONG_PAUSE: Duration = Duration::from_secs(6);

struct Racer {
    child: Child,
    listener: JoinHandle<Vec<String>>,
}

impl Racer {
    fn start(office: &Office, run: u64, takes_over: bool) -> Result<Self, Failed> {
        let order = Order {
            clients: 2,
            takes_over,
            ..Order::endless(office, format!("R{run}"))
        };
        let mut child = order.start(&[])?;
        let lines = lines(&mut child);
        let listener = thread::spawn(move || lines.collect());
        Ok(Self { child, listener })
    }

    fn signal(&self, signal: &str) -> Result<(), Failed> {
        let id = self.child.id().to_string();
        Command::new("kill").args([signal, &id]).status()?;
        Ok(())
    }

    /// Kills it, if it has not ended, and hears what it has said; whether it stopped by itself.
    fn end(mut self, said: &mut Acknowledged) -> Result<bool, Failed> {
        self.child.kill()?;
        self.child.wait()?;
        let lines = self.listener.join().map_err(|_| "a listener ends")?;
        lines.iter().try_for_each(|line| said.hear(line))?;
        match said.stopped.take() {
            None => Ok(false),
            Some(why) if MAY_STOP.iter().any(|known| why.contains(known)) => Ok(true),
            Some(why) => Err(format!("a server stopped by itself: {why}").into()),
        }
    }
}

pub(crate) fn run() -> Result<(), Failed> {
    let kills = number("SPONSIO_RACE_PG_KILLS", 16, 200);
    let servers = number("SPONSIO_RACE_PG_SERVERS", 4, 8);
    let cluster = Cluster::start()?;
    let address = cluster.database("race")?;
    let folder = quick_folder()?;
    let offices: Vec<_> = (0..servers)
        .map(|server| {
            let name = if server < servers / 2 { 0 } else { server };
            Office::on(&folder.path().join(name.to_string()), Some(&address))
        })
        .collect();
    let mut places: BTreeMap<_, _> = offices.iter().map(|at| (at.folder(), at)).collect();
    let readers: Vec<_> = places
        .values()
        .map(|office| Reader::start(office.log().join("checkpoint")))
        .collect();
    let mut race = Race {
        offices: &offices,
        racers: Vec::new(),
        draws: Draws::fresh(),
        said: Acknowledged::default(),
        started: 0,
        counts: Counts::default(),
    };
    race.run(kills)?;
    let Race { said, counts, .. } = race;
    let mut seen = Seen::new();
    for reader in readers {
        for (size, root) in reader.end()? {
            if *seen.entry(size).or_insert(root) != root {
                return Err(format!("two checkpoints of size {size}").into());
            }
        }
    }
    let mut sizes = Vec::new();
    while let Some((_, office)) = places.pop_first() {
        sizes.push(runtime().block_on(said.holds(office, None))?.1);
    }
    let size = sizes[0];
    if sizes.iter().any(|other| *other != size) {
        return Err(format!("public folders of {sizes:?} entries").into());
    }
    if said.count() == 0 {
        return Err("no server recorded anything".into());
    }
    let Counts {
        paused,
        take_overs,
        stopped,
    } = counts;
    say(&format!(
        "{servers} servers on one PostgreSQL, {kills} kills, {paused} pauses, {take_overs} \
         take-overs, {stopped} servers fenced by them: {} acts acknowledged, {size} entries in one \
         order, {} checkpoints seen in {} public folders, one per size",
        said.count(),
        seen.len(),
        sizes.len()
    ));
    Ok(())
}

#[derive(Default)]
struct Counts {
    paused: u64,
    take_overs: u64,
    stopped: u64,
}

struct Race<'a> {
    offices: &'a [Office],
    racers: Vec<Racer>,
    draws: Draws,
    said: Acknowledged,
    started: u64,
    counts: Counts,
}

impl Race<'_> {
    fn run(&mut self, kills: u64) -> Result<(), Failed> {
        for office in self.offices {
            let racer = self.start(office, false)?;
            self.racers.push(racer);
        }
        let mut done = 0;
        while done < kills {
            thread::sleep(Duration::from_millis(50 + self.draws.below(250)));
            self.restart_those_that_stopped()?;
            let place = usize::try_from(self.draws.below(self.racers.len() as u64))?;
            if self.draws.percent(35) {
                self.pause(place)?;
                continue;
            }
            let takes_over = self.draws.percent(15);
            self.counts.take_overs += u64::from(takes_over);
            let next = self.start(&self.offices[place], takes_over)?;
            let struck = core::mem::replace(&mut self.racers[place], next);
            struck.end(&mut self.said)?;
            done += 1;
        }
        for racer in self.racers.drain(..) {
            self.counts.stopped += u64::from(racer.end(&mut self.said)?);
        }
        Ok(())
    }

    fn start(&mut self, office: &Office, takes_over: bool) -> Result<Racer, Failed> {
        self.started += 1;
        Racer::start(office, self.started, takes_over)
    }

    /// Pauses a server wherever it is, and lets it go on in a world that has moved.
    fn pause(&mut self, place: usize) -> Result<(), Failed> {
        self.racers[place].signal("-STOP")?;
        let pause = if self.draws.percent(4) {
            LONG_PAUSE
        } else {
            Duration::from_millis(20 + self.draws.below(400))
        };
        thread::sleep(pause);
        self.racers[place].signal("-CONT")?;
        self.counts.paused += 1;
        Ok(())
    }

    /// Starts those again that were fenced, as a supervisor does.
    fn restart_those_that_stopped(&mut self) -> Result<(), Failed> {
        for place in 0..self.racers.len() {
            if self.racers[place].child.try_wait()?.is_some() {
                let next = self.start(&self.offices[place], false)?;
                let ended = core::mem::replace(&mut self.racers[place], next);
                if !ended.end(&mut self.said)? {
                    return Err("a server ended without a word".into());
                }
                self.counts.stopped += 1;
            }
        }
        Ok(())
    }
}
