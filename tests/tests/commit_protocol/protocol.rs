//! The steps of the commit protocol (`ledger.md` section 5), each of them one action.

use alloc::collections::{BTreeMap, BTreeSet};
use core::hash::Hash;
use stateright::{Model, Property};

/// An act; acts differ in nothing but their number.
type Act = u8;

/// The acts of a log in their order. It stands for the root as well: equal roots, equal histories.
type History = Vec<Act>;

pub(crate) const ONE_PER_SIZE: &str = "checkpoints of one size are equal, and continue each other";
pub(crate) const KEPT: &str = "no acknowledged act is lost or moved";
pub(crate) const FILES: &str = "a published checkpoint has its files";
const ONCE: &str = "no act is recorded twice";
pub(crate) const FORWARD: &str = "a published checkpoint never gives way to an older one";
const CONTINUED: &str = "what was published is in the database";

/// What is left out of the protocol, to see that the model notices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    None,
    AcknowledgedBeforeTheCommit,
    AnsweredOverABatchNotTaken,
    CommitWithoutSwap,
    LockIgnored,
    ShownBeforeTheFiles,
    LostFilesNotMended,
    OlderCheckpointShown,
}

/// The protocol with its limits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Protocol {
    pub(crate) servers: usize,
    pub(crate) acts: u8,
    pub(crate) crashes: u8,
    pub(crate) take_overs: u8,
    pub(crate) restores: u8,
    pub(crate) flaw: Flaw,
}

/// What outlives a crash.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
struct Database {
    entries: History,
    epoch: u8,
    signed: History,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one fact of the world, and none excludes another"
)]
pub(crate) struct World {
    database: Database,
    /// The lock file, on another volume and in no backup.
    lock: History,
    /// The files of the public log: the act of each entry whose file is there.
    shelf: BTreeMap<u8, Act>,
    checkpoint: History,
    servers: [Server; 2],
    /// What was ever published; readers keep it.
    shown: BTreeSet<History>,
    /// The place of each act as it was acknowledged.
    acknowledged: BTreeMap<Act, u8>,
    moved: bool,
    /// Whether an older checkpoint was put in place of a newer one.
    back: bool,
    backup: Option<Database>,
    crashes: u8,
    take_overs: u8,
    restores: u8,
    /// Whether a server found that another one had taken over.
    superseded: bool,
    /// Whether a server found that a swap was lost to another one.
    lost_swap: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Server {
    Down,
    /// It has read the lock, and then what was signed; the head comes last, for others go on.
    Starting {
        locked: History,
        take_over: bool,
        signed: Option<History>,
    },
    Up(Desk),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Desk {
    epoch: u8,
    state: History,
    sequencer: Sequencer,
    keeper: Keeper,
    /// What the keeper knows to be signed, and to be locked.
    signed: History,
    locked: History,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Sequencer {
    Idle,
    /// A batch that the database is to take, and the one that is drawn up over it meanwhile.
    Drafted(Act, Option<Act>),
    Committed(Act, Option<Act>),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Keeper {
    Idle,
    /// It places what is lost of the files of what was signed.
    Mending(History),
    /// It places the files of this history.
    Placing(History),
    /// All files are there and were read again.
    Placed(History),
    Signed(History),
    Locked(History),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    ReadLock { server: usize, take_over: bool },
    ReadSigned(usize),
    ReadHead(usize),
    Draft(usize, Act),
    DraftNext(usize, Act),
    Commit(usize),
    Acknowledge(usize),
    BeginPublishing(usize),
    Place(usize),
    Sign(usize),
    Lock(usize),
    Show(usize),
    Crash(usize),
    Backup,
    Restore,
}

impl Model for Protocol {
    type State = World;
    type Action = Action;

    fn init_states(&self) -> Vec<World> {
        vec![World {
            database: Database::default(),
            lock: History::new(),
            shelf: BTreeMap::new(),
            checkpoint: History::new(),
            servers: [Server::Down, Server::Down],
            shown: BTreeSet::new(),
            acknowledged: BTreeMap::new(),
            moved: false,
            back: false,
            backup: None,
            crashes: 0,
            take_overs: 0,
            restores: 0,
            superseded: false,
            lost_swap: false,
        }]
    }

    fn actions(&self, world: &World, actions: &mut Vec<Action>) {
        for server in 0..self.servers {
            match &world.servers[server] {
                Server::Down => {
                    actions.push(Action::ReadLock {
                        server,
                        take_over: false,
                    });
                    if world.take_overs < self.take_overs {
                        actions.push(Action::ReadLock {
                            server,
                            take_over: true,
                        });
                    }
                }
                Server::Starting { signed: None, .. } => actions.push(Action::ReadSigned(server)),
                Server::Starting { .. } => actions.push(Action::ReadHead(server)),
                Server::Up(desk) => self.of_desk(server, desk, actions),
            }
            if world.servers[server] != Server::Down && world.crashes < self.crashes {
                actions.push(Action::Crash(server));
            }
        }
        if world.restores < self.restores {
            let down = world.servers.iter().all(|server| *server == Server::Down);
            match &world.backup {
                None => actions.push(Action::Backup),
                Some(_) if down => actions.push(Action::Restore),
                Some(_) => {}
            }
        }
    }

    fn next_state(&self, world: &World, action: Action) -> Option<World> {
        let mut world = world.clone();
        match action {
            Action::ReadLock { server, take_over } => {
                world.take_overs += u8::from(take_over);
                world.servers[server] = Server::Starting {
                    locked: world.lock.clone(),
                    take_over,
                    signed: None,
                };
            }
            Action::ReadSigned(server) => {
                let last = world.database.signed.clone();
                if let Server::Starting {
                    signed, take_over, ..
                } = &mut world.servers[server]
                {
                    world.database.epoch += u8::from(*take_over);
                    *signed = Some(last);
                }
            }
            Action::ReadHead(server) => self.start(&mut world, server),
            Action::Crash(server) => {
                world.crashes += 1;
                world.servers[server] = Server::Down;
            }
            Action::Backup => world.backup = Some(world.database.clone()),
            Action::Restore => {
                // On a new machine: of the public files nothing is left, only the lock, elsewhere.
                world.restores += 1;
                world.database = world.backup.clone()?;
                world.shelf.clear();
                world.checkpoint.clear();
            }
            Action::Draft(server, act) => {
                if let Server::Up(desk) = &mut world.servers[server] {
                    desk.sequencer = Sequencer::Drafted(act, None);
                }
                if self.flaw == Flaw::AcknowledgedBeforeTheCommit {
                    let place = world.database.entries.len();
                    world.acknowledge(act, place);
                }
            }
            Action::DraftNext(server, act) => {
                if let Server::Up(desk) = &mut world.servers[server]
                    && let Sequencer::Drafted(_, next) = &mut desk.sequencer
                {
                    *next = Some(act);
                }
                if self.flaw == Flaw::AnsweredOverABatchNotTaken {
                    let place = world.database.entries.len() + 1;
                    world.acknowledge(act, place);
                }
            }
            Action::Commit(server)
            | Action::Acknowledge(server)
            | Action::BeginPublishing(server)
            | Action::Place(server)
            | Action::Sign(server)
            | Action::Lock(server)
            | Action::Show(server) => {
                let Server::Up(mut desk) = world.servers[server].clone() else {
                    return None;
                };
                let goes_on = self.step(&mut world, &mut desk, action);
                world.servers[server] = if goes_on {
                    Server::Up(desk)
                } else {
                    Server::Down
                };
            }
        }
        Some(world)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        let mut properties = vec![
            Property::always(ONE_PER_SIZE, |_: &Self, world: &World| {
                let shown: Vec<_> = world.shown.iter().collect();
                shown.windows(2).all(|pair| pair[1].starts_with(pair[0]))
            }),
            Property::always(KEPT, |_: &Self, world: &World| {
                let kept = |(act, place): (&Act, &u8)| {
                    world.database.entries.get(usize::from(*place)) == Some(act)
                };
                // Who restores an old backup has lost what came after; nothing may be signed over it.
                !world.moved && (world.restores > 0 || world.acknowledged.iter().all(kept))
            }),
            Property::always(ONCE, |_: &Self, world: &World| {
                let entries: BTreeSet<_> = world.database.entries.iter().collect();
                entries.len() == world.database.entries.len()
            }),
            Property::always(FILES, |_: &Self, world: &World| {
                let there = |(place, act): (u8, &Act)| world.shelf.get(&place) == Some(act);
                (0..).zip(&world.checkpoint).all(there)
            }),
            Property::always(FORWARD, |_: &Self, world: &World| !world.back),
            Property::always(CONTINUED, |_: &Self, world: &World| {
                world.restores > 0 || world.database.entries.starts_with(&world.checkpoint)
            }),
        ];
        if self.flaw == Flaw::None {
            properties.push(Property::sometimes(
                "all is published",
                |protocol: &Self, world: &World| {
                    let all = usize::from(protocol.acts);
                    world.checkpoint.len() == all && world.acknowledged.len() == all
                },
            ));
            if self.servers > 1 {
                let lost = |_: &Self, world: &World| world.lost_swap;
                properties.push(Property::sometimes("a swap is lost", lost));
            }
            if self.take_overs > 0 {
                let fenced = |_: &Self, world: &World| world.superseded;
                properties.push(Property::sometimes("a predecessor is fenced", fenced));
            }
            if self.restores > 0 {
                properties.push(Property::sometimes(
                    "a backup is behind",
                    |_, world: &World| {
                        world.restores > 0 && world.database.entries.len() < world.lock.len()
                    },
                ));
            }
        }
        properties
    }
}

impl Protocol {
    fn of_desk(&self, server: usize, desk: &Desk, actions: &mut Vec<Action>) {
        match desk.sequencer {
            Sequencer::Idle => {
                actions.extend((0..self.acts).map(|act| Action::Draft(server, act)));
            }
            Sequencer::Drafted(act, next) => {
                if next.is_none() {
                    let others = (0..self.acts).filter(|other| *other != act);
                    actions.extend(others.map(|act| Action::DraftNext(server, act)));
                }
                actions.push(Action::Commit(server));
            }
            Sequencer::Committed(..) => actions.push(Action::Acknowledge(server)),
        }
        actions.push(match desk.keeper {
            Keeper::Idle => Action::BeginPublishing(server),
            Keeper::Placing(_) | Keeper::Mending(_) => Action::Place(server),
            Keeper::Placed(_) => Action::Sign(server),
            Keeper::Signed(_) => Action::Lock(server),
            Keeper::Locked(_) => Action::Show(server),
        });
    }

    /// The last step of a start: what is locked and what was signed must be in the database.
    fn start(&self, world: &mut World, server: usize) {
        let Server::Starting {
            locked,
            signed: Some(signed),
            ..
        } = world.servers[server].clone()
        else {
            return;
        };
        let (head, epoch) = (world.database.entries.clone(), world.database.epoch);
        let behind = !head.starts_with(&locked) && self.flaw != Flaw::LockIgnored;
        world.servers[server] = if behind || !head.starts_with(&signed) {
            Server::Down
        } else {
            Server::Up(Desk {
                epoch,
                state: head,
                sequencer: Sequencer::Idle,
                // What was signed and perhaps not locked is locked and shown first.
                keeper: if signed.is_empty() {
                    Keeper::Idle
                } else if self.flaw == Flaw::LostFilesNotMended {
                    Keeper::Signed(signed.clone())
                } else {
                    Keeper::Mending(signed.clone())
                },
                signed,
                locked,
            })
        };
    }

    /// One step of a desk; false where it stops.
    fn step(&self, world: &mut World, desk: &mut Desk, action: Action) -> bool {
        match action {
            Action::Commit(_) => self.commit(world, desk),
            Action::Acknowledge(_) => {
                let mut drawn_up = None;
                if let Sequencer::Committed(act, next) = desk.sequencer {
                    let place = desk.state.iter().position(|other| *other == act);
                    world.acknowledge(act, place.unwrap_or(usize::MAX));
                    drawn_up = next;
                }
                desk.sequencer = match drawn_up {
                    Some(act) => Sequencer::Drafted(act, None),
                    None => Sequencer::Idle,
                };
                true
            }
            Action::BeginPublishing(_) => {
                if desk.state.len() > desk.signed.len() {
                    desk.keeper = if self.flaw == Flaw::ShownBeforeTheFiles {
                        Keeper::Placed(desk.state.clone())
                    } else {
                        Keeper::Placing(desk.state.clone())
                    };
                }
                true
            }
            Action::Place(_) => place(world, desk),
            Action::Sign(_) => sign(world, desk),
            Action::Lock(_) => self.lock(world, desk),
            Action::Show(_) => {
                if let Keeper::Locked(history) = core::mem::replace(&mut desk.keeper, Keeper::Idle)
                {
                    world.show(history, self.flaw != Flaw::OlderCheckpointShown);
                }
                true
            }
            _ => true,
        }
    }

    /// Step 2: entries and head in one transaction, if the head is as it was, in this turn. Where it
    /// is not, what was drafted over the old head is drafted anew, the batch and the one over it.
    fn commit(&self, world: &mut World, desk: &mut Desk) -> bool {
        let Sequencer::Drafted(act, next) = desk.sequencer else {
            return true;
        };
        let database = &mut world.database;
        if self.flaw == Flaw::CommitWithoutSwap {
            database.entries.clone_from(&desk.state);
        } else if database.epoch != desk.epoch {
            world.superseded = true;
            return false;
        } else if database.entries.len() != desk.state.len() {
            world.lost_swap = true;
            desk.state.clone_from(&database.entries);
            return true;
        }
        if !desk.state.contains(&act) {
            desk.state.push(act);
            database.entries.push(act);
        }
        desk.sequencer = Sequencer::Committed(act, next);
        true
    }

    /// Step 5, second half: the lock file.
    fn lock(&self, world: &mut World, desk: &mut Desk) -> bool {
        let Keeper::Signed(history) = desk.keeper.clone() else {
            return true;
        };
        if self.flaw != Flaw::LockIgnored && world.lock != desk.locked {
            // The lock is that of another process; it must hold what the database has signed.
            world.lost_swap = true;
            let signed = &world.database.signed;
            if !signed.starts_with(&world.lock) {
                return false;
            }
            desk.locked.clone_from(&world.lock);
            if signed.len() > history.len() {
                desk.signed.clone_from(signed);
                desk.keeper = Keeper::Mending(signed.clone());
            }
            return true;
        }
        world.lock.clone_from(&history);
        desk.locked.clone_from(&history);
        desk.keeper = Keeper::Locked(history);
        true
    }
}

/// Step 3: the next file, unless it is there; another one in its place stops the desk.
fn place(world: &mut World, desk: &mut Desk) -> bool {
    let (history, mending) = match desk.keeper.clone() {
        Keeper::Placing(history) => (history, false),
        Keeper::Mending(history) => (history, true),
        _ => return true,
    };
    for (place, act) in (0..).zip(&history) {
        match world.shelf.get(&place) {
            Some(found) if found == act => {}
            Some(_) => return false,
            None => {
                world.shelf.insert(place, *act);
                return true;
            }
        }
    }
    // Step 4: all of them are read again before anything is signed.
    desk.keeper = if mending {
        Keeper::Signed(history)
    } else {
        Keeper::Placed(history)
    };
    true
}

/// Step 5, first half: the signed note in the database, if the one before is the one that is known.
fn sign(world: &mut World, desk: &mut Desk) -> bool {
    let Keeper::Placed(history) = desk.keeper.clone() else {
        return true;
    };
    let database = &mut world.database;
    if database.epoch != desk.epoch {
        world.superseded = true;
        return false;
    }
    if database.signed.len() != desk.signed.len() {
        // What came first is examined, its files are made, and it is shown.
        world.lost_swap = true;
        desk.signed.clone_from(&database.signed);
        desk.keeper = Keeper::Mending(desk.signed.clone());
        return database.entries.starts_with(&desk.signed);
    }
    database.signed.clone_from(&history);
    desk.signed.clone_from(&history);
    desk.keeper = Keeper::Signed(history);
    true
}

impl World {
    /// Shows a checkpoint, and never an older one than is shown, if that is guarded.
    fn show(&mut self, history: History, guarded: bool) {
        if guarded && history.len() < self.checkpoint.len() {
            return;
        }
        self.back |= history.len() < self.checkpoint.len();
        self.shown.insert(history.clone());
        self.checkpoint = history;
    }

    fn acknowledge(&mut self, act: Act, place: usize) {
        let place = u8::try_from(place).unwrap_or(u8::MAX);
        let before = self.acknowledged.insert(act, place);
        self.moved |= before.is_some_and(|before| before != place) && self.restores == 0;
    }
}
