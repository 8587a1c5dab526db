//! The courier: tells everybody in the order of the log, each as far as it was not told yet. A message that
//! is not taken is sent again after longer and longer pauses; after three days its webhook rests, at its
//! place, until somebody resumes it. The place is kept after each message: a start goes on where the last
//! process ended, and a message may come twice, with the same identifier.

use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use core::time::Duration;

use sponsio_record::Instant;
use tokio::task::{JoinSet, spawn_blocking};
use tokio::time::sleep;

use super::{Message, Place, signature};
use crate::accounts::{AccountError, Accounts, Attempt, Webhook};
use crate::desk::Depositary;
use crate::world::Clock;

/// The pauses between attempts, in seconds. Before the last there are 51 h 35 min.
pub const PAUSES: [i64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 73_495];

/// For how long a message is tried, in seconds: 72 hours, the sum of the pauses.
pub const LONGEST: i64 = 259_200;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often it is looked whether somebody was added, or is due again.
const ROUND: Duration = Duration::from_secs(1);

/// How many entries are told to one webhook before the others are looked at again.
const AT_ONCE: usize = 64;

/// Tells whoever asked for it of the acts of a log.
#[derive(Clone)]
pub struct Courier {
    accounts: Arc<Accounts>,
    clock: Arc<dyn Clock>,
    patience: Duration,
}

impl Courier {
    /// Returns the courier of these webhooks.
    pub fn new(accounts: Arc<Accounts>, clock: Arc<dyn Clock>) -> Self {
        Self {
            accounts,
            clock,
            patience: PATIENCE,
        }
    }

    /// Tells what the published log of a desk has, until `stop` is done; what is under way then is finished.
    pub async fn run(self, desk: Depositary, stop: impl Future<Output = ()>) {
        let mut stop = core::pin::pin!(stop);
        let mut published = desk.house.published.subscribe();
        let mut busy: BTreeSet<String> = BTreeSet::new();
        let mut under_way = JoinSet::new();
        loop {
            let size = *published.borrow_and_update();
            let now = self.clock.now();
            // What cannot be read now is read in the next round.
            for webhook in self.accounts.webhooks().unwrap_or_default() {
                let waits = webhook.next < size && webhook.due <= now && webhook.resting.is_none();
                if waits && busy.insert(webhook.handle.clone()) {
                    under_way.spawn(self.clone().tell_all(desk.clone(), webhook, size));
                }
            }
            tokio::select! {
                () = &mut stop => break,
                Some(done) = under_way.join_next(), if !under_way.is_empty() => {
                    if let Ok(handle) = done {
                        busy.remove(&handle);
                    }
                }
                changed = published.changed() => {
                    if changed.is_err() {
                        break;
                    }
                }
                () = sleep(ROUND) => {}
            }
        }
        while under_way.join_next().await.is_some() {}
    }

    /// Tells one webhook of some entries; returns its handle.
    async fn tell_all(self, desk: Depositary, mut webhook: Webhook, size: u64) -> String {
        let handle = webhook.handle.clone();
        for _ in 0..AT_ONCE {
            if size <= webhook.next || !self.tell_next(&desk, &webhook).await {
                break;
            }
            webhook.next += 1;
        }
        handle
    }

    /// Tells of the next entry; returns whether it was taken, or is none of those asked for.
    async fn tell_next(&self, desk: &Depositary, webhook: &Webhook) -> bool {
        let entries = desk.house.store.entries(webhook.next, 1).await;
        let Some(bytes) = entries.ok().and_then(|mut entries| entries.pop()) else {
            return false;
        };
        let Ok(message) = Message::of_entry(&webhook.handle, &bytes) else {
            return false;
        };
        if !webhook.kinds.is_empty() && !webhook.kinds.contains(&message.kind) {
            let next = webhook.next + 1;
            return self.accounts.told_webhook(webhook, next, None).is_ok();
        }
        let attempt = self.attempt(webhook, message).await;
        self.keep(webhook, &attempt).is_ok() && attempt.is_delivery()
    }

    fn keep(&self, webhook: &Webhook, attempt: &Attempt) -> Result<(), AccountError> {
        if attempt.is_delivery() {
            let next = webhook.next + 1;
            return self.accounts.told_webhook(webhook, next, Some(attempt));
        }
        let due = due(webhook, attempt);
        self.accounts.untold_webhook(webhook, attempt, due)
    }

    /// Sends a message once; what came of it is returned, and not kept.
    pub async fn attempt(&self, webhook: &Webhook, message: Message) -> Attempt {
        let at = self.clock.now();
        let began = self.clock.monotonic();
        let signed = signature(
            webhook.manner,
            &webhook.secret,
            (&message.id, at),
            &message.body,
        );
        let place = Place::parse(&webhook.address, webhook.inside);
        let patience = self.patience;
        let (id, kind, seq) = (message.id.clone(), message.kind.clone(), message.seq);
        let told = match place {
            Ok(place) => {
                spawn_blocking(move || place.tell(&message, at.seconds(), &signed, patience))
                    .await
                    .unwrap_or_else(|_| Err("the thread that told has died".to_owned()))
            }
            Err(error) => Err(error.to_string()),
        };
        let took = self.clock.monotonic().saturating_sub(began).as_millis();
        let (status, why) = match told {
            Ok(status @ 200..=299) => (Some(status), String::new()),
            Ok(status) => (Some(status), format!("status {status}")),
            Err(why) => (None, why),
        };
        Attempt {
            message: id,
            kind,
            seq,
            at,
            took: u32::try_from(took).unwrap_or(u32::MAX),
            status,
            why,
        }
    }
}

/// Returns when the next attempt is made after one in vain; none where it is the last. Whoever says that
/// there is nothing any more (410) is not asked again.
pub(super) fn due(webhook: &Webhook, attempt: &Attempt) -> Option<Instant> {
    let tried = usize::try_from(webhook.tries).unwrap_or(usize::MAX);
    let pause = PAUSES.get(tried).filter(|_| attempt.status != Some(410))?;
    Instant::from_seconds(attempt.at.seconds().saturating_add(*pause))
}
