//! Goal 12: a desk, its witnesses and its mirrors on a network that loses, doubles, delays, reorders
//! and cuts off; houses go down and come back, the desk is opened anew, sometimes before the old one
//! has ended. Time is virtual and chance is drawn from a seed, so that a run can be repeated.
//!
//! The desk and its client are those of the house; witness and mirror are their decisions over what
//! a disk would keep. Whatever happens, nobody holds or cosigns what the log does not have; when the
//! network is calm again, all hold the same.

mod houses;
mod kept;
mod network;

use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::fetch::{Address, Fetcher};
use sponsio_depositary::{Depositary, Duty, Level, Observer, Witnessing};
use sponsio_ledger::note::SigningKey;
use sponsio_ledger::policy::Policy;
use sponsio_ledger::tree::{Tree, leaf_hash};
use sponsio_record::Digest;
use tokio::runtime::Builder;
use tokio::time::sleep;

use crate::length::{Draws, number, say};
use crate::office::{ORIGIN, SECRET, add, key, open_register};
use houses::House;
use kept::Kept;
use network::{Network, Tally};

/// How long the slowest message is on its way, and a house is away.
const LONGEST: Duration = Duration::from_mins(2);

/// How many networks there are with houses that forget.
const FORGETFUL: u64 = 20;

/// How often the observers are asked again on a calm network, before they ought to agree.
const ROUNDS: u32 = 8;

pub(crate) fn run() -> Result<(), Failed> {
    let seeds = number("SPONSIO_NETWORKS", 200, 10_000);
    let first = number("SPONSIO_SEED", 1, 1);
    let mut tally = Tally::default();
    let mut entries = 0;
    for seed in first..first + seeds {
        let world = simulated(seed, false).map_err(|why| format!("seed {seed}: {why:?}"))?;
        if seed == first {
            // The same seed is the same world, to the byte of every message.
            let again = simulated(seed, false)?;
            if again.trace != world.trace {
                return Err("two runs of one seed differ".into());
            }
        }
        tally.add(&world.tally);
        entries += world.entries;
    }
    // Houses that forget what they kept when they go down must be found out.
    let found = (1..=FORGETFUL).filter(|seed| simulated(*seed, true).is_err());
    let found = found.count();
    if found == 0 {
        return Err("no network finds a house that forgets".into());
    }
    say(&format!(
        "{seeds} networks, {entries} entries: {tally}; all converged, no house held or cosigned \
         what the log does not have, no repetition changed anything; of {FORGETFUL} networks with \
         houses that forget when they go down {found} were found out"
    ));
    Ok(())
}

/// What came of a seed.
struct Ended {
    trace: Digest,
    tally: Tally,
    entries: u64,
}

fn simulated(seed: u64, forgetful: bool) -> Result<Ended, Failed> {
    let mut builder = Builder::new_current_thread();
    let runtime = builder.enable_time().start_paused(true).build()?;
    runtime.block_on(simulate(seed, forgetful))
}

async fn simulate(seed: u64, forgetful: bool) -> Result<Ended, Failed> {
    let mut draws = Draws::of(seed);
    let network = Network::of(seed, forgetful);
    let watched = watched(&network, &mut draws)?;
    let kept = Kept::new(seed);
    let mut desk = opened(&kept, &watched).await?;
    open_register(&desk).await?;
    network.rage();
    let mut acts = 0;
    for _ in 0..2 + draws.below(5) {
        // Sometimes as many as fill a tile.
        let more = if draws.percent(4) {
            260
        } else {
            1 + draws.below(12)
        };
        add(&desk, "P", acts..acts + more).await?;
        acts += more;
        sleep(Duration::from_millis(draws.below(90_000))).await;
        match draws.below(6) {
            0 => {
                desk.close().await?;
                desk = opened(&kept, &watched).await?;
            }
            // The old desk is left as it stands: what it had begun may still go on.
            1 => desk = opened(&kept, &watched).await?,
            2 | 3 => network.cut_off(&mut draws),
            _ => {}
        }
    }
    network.calm();
    let size = desk.state().size();
    desk.published(size).await?;
    let mut rounds = 0;
    while !converged(&desk, &network, size) {
        rounds += 1;
        if rounds > ROUNDS {
            return Err(format!("after {ROUNDS} rounds: {}", network.standings()).into());
        }
        sleep(Duration::from_secs(30)).await;
        desk.ask_observers().await?;
    }
    // What is still on its way comes in; nothing goes back by it.
    sleep(LONGEST * 2).await;
    if !converged(&desk, &network, size) {
        return Err(format!("a late message: {}", network.standings()).into());
    }
    judge(&kept, &network, size).await?;
    desk.close().await?;
    let (trace, tally) = network.ended();
    Ok(Ended {
        trace,
        tally,
        entries: size,
    })
}

/// Puts witnesses and mirrors on the network; a majority of them is the quorum.
fn watched(network: &Network, draws: &mut Draws) -> Result<Witnessing, Failed> {
    let witnesses = 1 + draws.below(3);
    let mirrors = 1 + draws.below(2);
    let mut observers = Vec::new();
    let mut text = format!("log {}\n", key().verifier());
    let mut names = String::new();
    for place in 0..witnesses + mirrors {
        let duty = if place < witnesses {
            Duty::Witness
        } else {
            Duty::Mirror
        };
        let host = format!("house-{place}");
        let secret = [u8::try_from(place)? + 0x40; 32];
        let own = SigningKey::cosigner(&format!("{host}.example"), &secret)?;
        let address = Address::parse(&format!("http://{host}"))?;
        let observer = Observer::new(duty, address, own.verifier().clone());
        observers.push(observer.ok_or("a key that cosigns")?);
        text.push_str(&format!("witness {host} {}\n", own.verifier()));
        names.push_str(&format!(" {host}"));
        network.build(host, House::new(duty, own, key().verifier().clone()));
    }
    let quorum = (witnesses + mirrors) / 2 + 1;
    text.push_str(&format!("group parties {quorum}{names}\nquorum parties\n"));
    let policy = Policy::parse(text.as_bytes()).map_err(|fault| fault.to_string())?;
    Ok(Witnessing {
        observers,
        policy: Some(policy),
        fetcher: Fetcher::over(alloc::sync::Arc::new(network.clone())),
        ..Witnessing::default()
    })
}

async fn opened(kept: &Kept, watched: &Witnessing) -> Result<Depositary, Failed> {
    let desk = Depositary::open_witnessed(ORIGIN, &SECRET, kept.world(), watched.clone());
    Ok(desk.await?)
}

fn converged(desk: &Depositary, network: &Network, size: u64) -> bool {
    desk.level(size - 1) == Some(Level::Witnessed) && network.houses(|house| house.size() == size)
}

/// Compares what the houses hold, and all that they ever accepted or cosigned, with the log.
async fn judge(kept: &Kept, network: &Network, size: u64) -> Result<(), Failed> {
    let entries = kept.entries().await?;
    if entries.len() as u64 != size {
        return Err(format!("{} entries of {size}", entries.len()).into());
    }
    let mut tree = Tree::new();
    let mut roots = vec![tree.root()];
    for entry in &entries {
        tree.append(leaf_hash(entry));
        roots.push(tree.root());
    }
    let mut wrong = None;
    network.houses(|house| {
        let verdict = house.judge(&entries, &roots);
        if let Err(why) = &verdict {
            wrong.get_or_insert_with(|| why.clone());
        }
        verdict.is_ok()
    });
    wrong.map_or(Ok(()), |why| Err(why.into()))
}
