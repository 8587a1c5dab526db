//! Letters leave the house: what waits in the outbox is sent, at least once, and a failure leaves it
//! waiting. That a letter was sent is not that it was received: the addressee says so itself.

use crate::desk::Depositary;
use crate::failure::{DeskError, Fatal};
use crate::world::Post;

/// The most letters of one round.
const MOST_AT_ONCE: usize = 256;

/// What a round of delivery did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Delivered {
    /// How many letters were sent.
    pub sent: usize,
    /// How many wait on.
    pub failed: usize,
}

impl Depositary {
    /// Sends the letters that wait.
    pub async fn deliver(&self, post: &dyn Post) -> Result<Delivered, DeskError> {
        let outbox = &self.house.outbox;
        let mut delivered = Delivered::default();
        for waiting in outbox.take(MOST_AT_ONCE).await.map_err(Fatal::from)? {
            let text = self.house.store.document(&waiting.letter.text).await;
            let Some(text) = text.map_err(Fatal::from)? else {
                let digest = waiting.letter.text.cited();
                return Err(Fatal::Storage(format!("the letter {digest} is not there")).into());
            };
            let noted = match post.send(&waiting, &text.bytes).await {
                Ok(()) => {
                    delivered.sent += 1;
                    outbox.done(waiting.id).await
                }
                Err(error) => {
                    delivered.failed += 1;
                    outbox.failed(waiting.id, &error.to_string()).await
                }
            };
            noted.map_err(Fatal::from)?;
        }
        Ok(delivered)
    }
}
