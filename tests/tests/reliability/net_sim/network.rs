//! A network in virtual time: each message has its fate, drawn from the seed.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use core::fmt;
use core::time::Duration;
use sponsio_depositary::fetch::{Asked, FetchError, Question, Reply, Wire};
use sponsio_record::Digest;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, timeout};

use super::LONGEST;
use super::houses::House;
use crate::length::Draws;

/// How long the client waits for an answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// What happened to messages.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    asked: u64,
    lost: u64,
    doubled: u64,
    late: u64,
    unreached: u64,
    down: u64,
}

impl Tally {
    pub(super) fn add(&mut self, other: &Self) {
        self.asked += other.asked;
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.late += other.late;
        self.unreached += other.unreached;
        self.down += other.down;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} questions, {} messages lost, {} questions doubled, {} messages later than anybody \
             waits, {} at a house cut off, {} that brought a house down",
            self.asked, self.lost, self.doubled, self.late, self.unreached, self.down
        )
    }
}

/// The network, with the houses on it.
#[derive(Clone)]
pub(super) struct Network(Arc<Mutex<Inner>>);

struct Inner {
    draws: Draws,
    raging: bool,
    /// Whether a house that goes down forgets what it kept: a fault that must be found.
    forgetful: bool,
    houses: BTreeMap<String, House>,
    /// Until when a house is not reached.
    away: BTreeMap<String, Instant>,
    begun: Instant,
    trace: Digest,
    tally: Tally,
}

/// The way of one copy of a question and of its answer.
#[derive(Debug, Clone, Copy)]
struct Trip {
    there: Option<Duration>,
    back: Option<Duration>,
}

impl fmt::Debug for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Network")
    }
}

impl Network {
    pub(super) fn of(seed: u64, forgetful: bool) -> Self {
        Self(Arc::new(Mutex::new(Inner {
            draws: Draws::of(!seed),
            raging: false,
            forgetful,
            houses: BTreeMap::new(),
            away: BTreeMap::new(),
            begun: Instant::now(),
            trace: Digest::of(b""),
            tally: Tally::default(),
        })))
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn build(&self, host: String, house: House) {
        self.inner().houses.insert(host, house);
    }

    /// From now on nothing is certain.
    pub(super) fn rage(&self) {
        self.inner().raging = true;
    }

    /// From now on every message arrives; those on their way keep their fate.
    pub(super) fn calm(&self) {
        let mut inner = self.inner();
        inner.raging = false;
        inner.away.clear();
    }

    /// Cuts some of the houses off for a while: one, or all of them.
    pub(super) fn cut_off(&self, draws: &mut Draws) {
        let mut inner = self.inner();
        let hosts: Vec<_> = inner.houses.keys().cloned().collect();
        let all = draws.percent(30);
        let chosen = usize::try_from(draws.below(hosts.len() as u64)).unwrap_or(0);
        for (place, host) in hosts.into_iter().enumerate() {
            if all || place == chosen {
                let until = Instant::now() + Duration::from_millis(draws.below(120_000));
                inner.away.insert(host, until);
            }
        }
    }

    /// Whether all houses fulfil this.
    pub(super) fn houses(&self, mut fulfil: impl FnMut(&House) -> bool) -> bool {
        self.inner().houses.values().all(&mut fulfil)
    }

    pub(super) fn standings(&self) -> String {
        let inner = self.inner();
        let houses = inner.houses.values().map(House::standing);
        houses.collect::<Vec<_>>().join(", ")
    }

    pub(super) fn ended(&self) -> (Digest, Tally) {
        let inner = self.inner();
        (inner.trace, inner.tally)
    }

    async fn exchange(self, question: Question) -> Reply {
        let (answer, mut answered) = mpsc::channel(4);
        for trip in self.inner().trips() {
            tokio::spawn(self.clone().carry(question.clone(), trip, answer.clone()));
        }
        drop(answer);
        match answered.recv().await {
            Some(reply) => reply,
            // All copies are lost: whoever asked waits until it will not any longer.
            None => core::future::pending().await,
        }
    }

    async fn carry(self, question: Question, trip: Trip, answer: mpsc::Sender<Reply>) {
        let Some(there) = trip.there else { return };
        sleep(there).await;
        let reply = self.inner().arrive(&question);
        let (Some(reply), Some(back)) = (reply, trip.back) else {
            return;
        };
        sleep(back).await;
        // Nobody may wait any longer.
        drop(answer.send(reply).await);
    }
}

impl Inner {
    /// Draws the fates of a question: mostly one copy, mostly soon there and back.
    fn trips(&mut self) -> Vec<Trip> {
        self.tally.asked += 1;
        let copies = if self.raging && self.draws.percent(10) {
            2
        } else {
            1
        };
        self.tally.doubled += copies - 1;
        let mut trips = Vec::new();
        for _ in 0..copies {
            let there = self.way();
            trips.push(Trip {
                there,
                back: there.and_then(|_| self.way()),
            });
        }
        trips
    }

    fn way(&mut self) -> Option<Duration> {
        if !self.raging {
            return Some(Duration::from_millis(1 + self.draws.below(20)));
        }
        if self.draws.percent(12) {
            self.tally.lost += 1;
            return None;
        }
        let longest = if self.draws.percent(12) {
            u64::try_from(LONGEST.as_millis()).unwrap_or(0)
        } else {
            400
        };
        let way = Duration::from_millis(1 + self.draws.below(longest));
        self.tally.late += u64::from(way > PATIENCE);
        Some(way)
    }

    /// Has a house answer, if it is there. It may go down before it hears, or before it speaks.
    fn arrive(&mut self, question: &Question) -> Option<Reply> {
        let address = question.address.to_string();
        let (host, path) = address.strip_prefix("http://")?.split_once('/')?;
        let now = Instant::now();
        if self.away.get(host).is_some_and(|until| *until > now) {
            self.tally.unreached += 1;
            return None;
        }
        let down = self.raging && self.draws.percent(5);
        let heard = !down || self.draws.percent(50);
        if down {
            self.tally.down += 1;
            let until = now + Duration::from_millis(self.draws.below(40_000));
            self.away.insert(host.to_owned(), until);
        }
        if !heard {
            return None;
        }
        let passed = now.duration_since(self.begun);
        let body = question.body.as_ref().map(|(_, body)| body.as_slice());
        let house = self.houses.get_mut(host)?;
        if down && self.forgetful {
            house.forget();
        }
        let reply = house.answer(path, body, 1_795_353_600 + passed.as_secs());
        let place = format!("{passed:?} {address}");
        let event = [
            self.trace.as_bytes().as_slice(),
            place.as_bytes(),
            body.unwrap_or_default(),
            &reply.status.to_be_bytes(),
            &reply.body,
        ];
        self.trace = Digest::of(&event.concat());
        (!down).then_some(reply)
    }
}

impl Wire for Network {
    fn ask(&self, question: Question) -> Asked<'_> {
        let network = self.clone();
        Box::pin(async move {
            let (url, most) = (question.address.to_string(), question.most);
            let failed = |detail: &str| {
                Err(FetchError {
                    url: url.clone(),
                    detail: detail.to_owned(),
                })
            };
            match timeout(PATIENCE, network.exchange(question)).await {
                Ok(reply) if reply.body.len() <= most => Ok(reply),
                Ok(_) => failed("the answer is too long"),
                Err(_) => failed("no answer in time"),
            }
        })
    }
}
