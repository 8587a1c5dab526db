//! The monitor: follows a log from outside, compares what different addresses show of it, and keeps
//! evidence of what no honest log does. It holds a full copy and believes nothing else.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use core::fmt;
use std::path::{Path, PathBuf};

use sponsio_depositary::fetch::{ANSWER_MAX, Address, Fetcher};
use sponsio_depositary::tiles::{Remote, Shelved, Tiles};
use sponsio_depositary::world::Clock;
use sponsio_ledger::mirror::next_bundle;
use sponsio_ledger::path::TILE_WIDTH;
use sponsio_ledger::policy::{Cosigned, Policy};
use sponsio_ledger::proof::Proof;
use sponsio_ledger::tree::inclusion;
use sponsio_ledger::witness::origin_hash;

use crate::chronicle::{Chronicle, Oddity};
use crate::evidence::Evidence;
use crate::failure::Failure;
use crate::fork::{Relation, compare};
use crate::holding::Holding;
use crate::pull::{Followed, follow};
use crate::state::{Stated, Workplace};

/// A monitor over the logs of a policy.
pub struct Monitor {
    policy: Policy,
    fetcher: Fetcher,
    views: Vec<Address>,
    /// After how many seconds without a fresh cosignature a log counts as frozen.
    age: i64,
    clock: Arc<dyn Clock>,
    logs: BTreeMap<String, Watched>,
    _place: Workplace,
}

struct Watched {
    holding: Holding,
    chronicle: Chronicle,
}

/// Something that is wrong with a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is, in a word.
    pub kind: &'static str,
    /// The log.
    pub origin: String,
    /// What it is, in a sentence.
    pub says: String,
    /// Where what shows it is kept.
    pub evidence: Option<PathBuf>,
}

/// Something that is not as it should be, and shows no lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// An address does not answer, or shows nothing that can be believed.
    Unreached {
        /// What is wrong, with the address.
        why: String,
    },
    /// No witness has cosigned the log for longer than the policy allows.
    Frozen {
        /// The log.
        origin: String,
        /// How long ago the last one did, in seconds.
        seconds: i64,
    },
    /// The quorum of the policy has not cosigned the checkpoint.
    Unwitnessed {
        /// The log.
        origin: String,
        /// The size of the checkpoint.
        size: u64,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreached { why } => write!(f, "unreached: {why}"),
            Self::Frozen { origin, seconds } => {
                let hours = seconds / 3_600;
                write!(
                    f,
                    "frozen: {origin}: the last cosignature is {hours} hours old"
                )
            }
            Self::Unwitnessed { origin, size } => {
                write!(
                    f,
                    "unwitnessed: {origin}: the quorum has not cosigned {size} entries"
                )
            }
        }
    }
}

/// What a round over all addresses came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Round {
    /// How many verified entries are held of each log that was seen.
    pub held: BTreeMap<String, u64>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What is not as it should be.
    pub warnings: Vec<Warning>,
}

/// What an address shows.
struct View {
    log: Address,
    /// Whether the address is that of a log with its tiles, or of somebody who saw it.
    whole: bool,
    cosigned: Cosigned,
}

impl View {
    fn stated(&self) -> Stated {
        Stated {
            checkpoint: self.cosigned.checkpoint.clone(),
            note: self.cosigned.note.clone(),
        }
    }

    fn size(&self) -> u64 {
        self.cosigned.checkpoint.size
    }
}

impl Monitor {
    /// Opens a monitor over its folder; what it holds is read again.
    pub async fn open(
        policy: Policy,
        fetcher: Fetcher,
        views: Vec<Address>,
        folder: &Path,
        age: i64,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, Failure> {
        let place = Workplace::take(folder)?;
        let mut logs = BTreeMap::new();
        for log in policy.logs() {
            let origin = log.key.name().to_owned();
            let mut chronicle = Chronicle::default();
            let mut read = |seq, entry: &[u8]| chronicle.follow(&origin, seq, entry);
            let holding = Holding::open(&folder.join(origin_hash(&origin)), &mut read).await?;
            logs.insert(origin, Watched { holding, chronicle });
        }
        Ok(Self {
            policy,
            fetcher,
            views,
            age,
            clock,
            logs,
            _place: place,
        })
    }

    /// Looks at all addresses once.
    pub async fn look(&mut self) -> Result<Round, Failure> {
        let mut round = Round::default();
        let mut views: BTreeMap<String, Vec<View>> = BTreeMap::new();
        // Those who saw the log are asked before the log, so that it cannot seem to be behind them.
        for address in self.views.clone().iter().rev() {
            for found in self.views_at(address).await {
                match found {
                    Ok(view) => {
                        let origin = view.cosigned.checkpoint.origin.clone();
                        views.entry(origin).or_default().push(view);
                    }
                    Err(why) => round.warnings.push(Warning::Unreached { why }),
                }
            }
        }
        let now = self.clock.now().seconds();
        for (origin, views) in views {
            let Some(watched) = self.logs.get_mut(&origin) else {
                continue;
            };
            judge_freshness(&origin, &views, now, self.age, &mut round);
            watched
                .watch(&self.fetcher, &self.policy, &views, &mut round)
                .await?;
            round.held.insert(origin, watched.holding.next());
        }
        Ok(round)
    }

    /// Returns what an address shows: a log, or what an observer saw of the logs of the policy.
    async fn views_at(&self, address: &Address) -> Vec<Result<View, String>> {
        let mut found = Vec::new();
        match self.view(address, true).await {
            Ok(Some(view)) => return vec![Ok(view)],
            Ok(None) => {}
            Err(why) => return vec![Err(why)],
        }
        for log in self.policy.logs() {
            let below = address.below(&origin_hash(log.key.name()));
            match self.view(&below, false).await {
                Ok(Some(view)) => found.push(Ok(view)),
                Ok(None) => {}
                Err(why) => found.push(Err(why)),
            }
        }
        if found.is_empty() {
            found.push(Err(format!("{address}: there is no checkpoint")));
        }
        found
    }

    async fn view(&self, log: &Address, whole: bool) -> Result<Option<View>, String> {
        let at = log.below("checkpoint");
        let note = self.fetcher.find(&at, ANSWER_MAX).await;
        let Some(note) = note.map_err(|error| error.to_string())? else {
            return Ok(None);
        };
        let cosigned = self.policy.open_signed(&note);
        let cosigned = cosigned.map_err(|fault| format!("{at}: {fault}"))?;
        Ok(Some(View {
            log: log.clone(),
            whole,
            cosigned,
        }))
    }
}

/// Warns where nobody has cosigned lately, or not enough have.
fn judge_freshness(origin: &str, views: &[View], now: i64, age: i64, round: &mut Round) {
    let latest = views.iter().filter_map(|view| view.cosigned.latest()).max();
    let latest = latest.and_then(|time| i64::try_from(time).ok());
    if let Some(seconds) = latest.map(|time| now.saturating_sub(time))
        && seconds > age
    {
        round.warnings.push(Warning::Frozen {
            origin: origin.to_owned(),
            seconds,
        });
    }
    if !views.iter().any(|view| view.cosigned.quorum) {
        round.warnings.push(Warning::Unwitnessed {
            origin: origin.to_owned(),
            size: views.iter().map(View::size).max().unwrap_or(0),
        });
    }
}

impl Watched {
    async fn watch(
        &mut self,
        fetcher: &Fetcher,
        policy: &Policy,
        views: &[View],
        round: &mut Round,
    ) -> Result<(), Failure> {
        // The smallest first: what was seen earlier bounds what came later.
        let mut sorted: Vec<&View> = views.iter().collect();
        sorted.sort_by_key(|view| view.size());
        for view in &sorted {
            if let Some(mirrored) = self.holding.mirrored() {
                let size = mirrored.checkpoint.size;
                let seen = policy.open_signed(mirrored.note.to_string().as_bytes());
                let time = seen.ok().and_then(|cosigned| cosigned.latest());
                self.chronicle.seen(size, time);
            }
            if view.whole {
                self.follow(fetcher, view, round).await?;
            }
        }
        for view in &sorted {
            self.compare(view, round).await?;
        }
        for oddity in self.chronicle.noted() {
            let finding = self.finding(&oddity).await?;
            round.findings.push(finding);
        }
        Ok(())
    }

    /// Follows a log; what it shows is held if it is verified.
    async fn follow(
        &mut self,
        fetcher: &Fetcher,
        view: &View,
        round: &mut Round,
    ) -> Result<(), Failure> {
        let source = Remote {
            fetcher,
            log: &view.log,
        };
        let stated = view.stated();
        let origin = &stated.checkpoint.origin;
        let chronicle = &mut self.chronicle;
        let mut read = |seq, entry: &[u8]| chronicle.follow(origin, seq, entry);
        let (kind, says) = match follow(&mut self.holding, source, &stated, &mut read).await {
            Ok(Followed::Held) => return Ok(()),
            Ok(Followed::Forked(evidence)) => return self.keep(&evidence, origin, round),
            Ok(Followed::Older { known }) => {
                let evidence = behind(&stated, self.holding.pending(), known);
                return self.keep(&evidence, origin, round);
            }
            Ok(Followed::Missing(path)) => ("missing", format!("{}/{path}", view.log)),
            Ok(Followed::Wrong(path)) => ("wrong", format!("{}/{path}", view.log)),
            Err(Failure::Fetch(error)) => {
                let why = error.to_string();
                round.warnings.push(Warning::Unreached { why });
                return Ok(());
            }
            Err(failure) => return Err(failure),
        };
        round.findings.push(Finding {
            kind,
            origin: origin.clone(),
            says,
            evidence: None,
        });
        Ok(())
    }

    /// Compares what an address shows with what is held.
    async fn compare(&self, view: &View, round: &mut Round) -> Result<(), Failure> {
        let (Some(held), stated) = (self.holding.mirrored(), view.stated()) else {
            return Ok(());
        };
        let origin = &stated.checkpoint.origin;
        if stated.checkpoint.size > held.checkpoint.size {
            // Logs were followed: only who saw more than any log shows is left.
            if !view.whole {
                let evidence = behind(held, Some(&stated), stated.checkpoint.size);
                self.keep(&evidence, origin, round)?;
            }
            return Ok(());
        }
        let tiles = Shelved(Arc::new(self.holding.shelf().clone()));
        if let Relation::Forked(evidence) = compare(tiles, &stated, held).await? {
            self.keep(&evidence, origin, round)?;
        }
        Ok(())
    }

    fn keep(&self, evidence: &Evidence, origin: &str, round: &mut Round) -> Result<(), Failure> {
        let kept = evidence.keep(&self.holding.evidence())?;
        let finding = Finding {
            kind: evidence.kind,
            origin: origin.to_owned(),
            says: evidence.says.lines().next().unwrap_or_default().to_owned(),
            evidence: kept,
        };
        if !round.findings.contains(&finding) {
            round.findings.push(finding);
        }
        Ok(())
    }

    /// Keeps the entries that show an oddity, each with its proof.
    async fn finding(&self, oddity: &Oddity) -> Result<Finding, Failure> {
        let mut files = Vec::new();
        let mirrored = self.holding.mirrored();
        for seq in &oddity.entries {
            let bundle = self.holding.bundle(seq / TILE_WIDTH).await?;
            let place = usize::try_from(seq % TILE_WIDTH).unwrap_or(0);
            let entry = bundle.get(place).cloned().unwrap_or_default();
            files.push((format!("{seq}.json"), entry));
            let Some(held) =
                mirrored.filter(|held| next_bundle(*seq, held.checkpoint.size).is_some())
            else {
                continue;
            };
            let size = held.checkpoint.size;
            let tiles = Shelved(Arc::new(self.holding.shelf().clone()));
            let path = Tiles::new(tiles, size)
                .prove(|nodes| inclusion(&nodes, *seq, size))
                .await?;
            if let Some(path) = path {
                let proof = Proof {
                    index: *seq,
                    path,
                    extra: None,
                    note: held.note.clone(),
                };
                files.push((format!("{seq}.tlog-proof"), proof.print()));
            }
        }
        let evidence = Evidence {
            kind: oddity.kind,
            size: oddity.entries.last().copied().unwrap_or(0),
            says: format!(
                "{}.\nConfirm each with: verify receipt POLICY N.json N.tlog-proof\n",
                oddity.says
            ),
            files,
        };
        let origin = mirrored.map(|held| held.checkpoint.origin.clone());
        Ok(Finding {
            kind: oddity.kind,
            origin: origin.unwrap_or_default(),
            says: oddity.says.clone(),
            evidence: evidence.keep(&self.holding.evidence())?,
        })
    }
}

/// What shows that a log is behind what it had signed: an old backup, or another face of it.
fn behind(shown: &Stated, known: Option<&Stated>, size: u64) -> Evidence {
    let mut files = vec![("shown".to_owned(), shown.note.to_string().into_bytes())];
    files.extend(known.map(|known| ("known".to_owned(), known.note.to_string().into_bytes())));
    Evidence {
        kind: "rollback",
        size,
        says: format!(
            "The log {} shows {} entries and has signed {size}.\n",
            shown.checkpoint.origin, shown.checkpoint.size
        ),
        files,
    }
}
