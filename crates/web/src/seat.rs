//! How many connections one address has: a single caller cannot take all places of a face by reading slowly.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use core::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// The connections of each address; as many entries as there are connections.
#[derive(Debug, Default)]
pub(crate) struct Seats(Mutex<BTreeMap<IpAddr, usize>>);

/// A connection that is counted until this is dropped.
#[derive(Debug)]
pub(crate) struct Seat {
    seats: Arc<Seats>,
    address: IpAddr,
}

impl Seats {
    /// Takes a place for an address, if it has fewer than so many.
    pub(crate) fn take(self: &Arc<Self>, address: IpAddr, most: usize) -> Option<Seat> {
        let address = address.to_canonical();
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = taken.entry(address).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Seat {
            seats: Arc::clone(self),
            address,
        })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_given_back_and_forgotten() {
        let seats = Arc::new(Seats::default());
        let (one, other) = ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        let first = seats.take(one, 2).unwrap();
        let second = seats.take("::ffff:192.0.2.1".parse().unwrap(), 2).unwrap();
        assert!(seats.take(one, 2).is_none(), "both are taken");
        let third = seats.take(other, 2).unwrap();
        drop(first);
        let again = seats.take(one, 2).unwrap();
        assert!(seats.take(one, 2).is_none());
        drop((second, third, again));
        assert!(seats.0.lock().unwrap().is_empty());
    }
}
