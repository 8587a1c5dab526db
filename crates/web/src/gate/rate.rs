//! How often somebody may ask: a bucket of tokens for each address and each account, that fills again with
//! time. It knows no clock; memory has a bound.

use alloc::collections::BTreeMap;
use core::net::{IpAddr, Ipv6Addr};
use core::time::Duration;
use std::sync::{Mutex, PoisonError};

/// How many buckets are kept at a time; who comes beyond shares one with everybody else who does.
const MOST: usize = 65_536;

/// How often buckets that are full again are thrown away, where there is no room.
const SWEEP: Duration = Duration::from_secs(1);

/// A token, in the smallest part that is counted.
const TOKEN: u64 = 60_000;

/// How often is allowed, a minute. Zero allows any number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed {
    /// Requests from one address.
    pub address: u32,
    /// Attempts to sign in, enrol or recover, from one address.
    pub sign_in: u32,
    /// Requests of one account.
    pub account: u32,
}

impl Default for Allowed {
    fn default() -> Self {
        Self {
            address: 600,
            sign_in: 20,
            account: 600,
        }
    }
}

/// What is counted of a face: buckets of addresses and of accounts.
#[derive(Debug)]
pub struct Rates {
    address: Meter<IpAddr>,
    sign_in: Meter<IpAddr>,
    account: Meter<String>,
}

impl Rates {
    /// Returns the buckets, all of them full.
    pub fn new(allowed: Allowed) -> Self {
        Self {
            address: Meter::new(allowed.address),
            sign_in: Meter::new(allowed.sign_in),
            account: Meter::new(allowed.account),
        }
    }

    /// Takes a token of an address; without one, returns how long to wait. This machine is not counted:
    /// whoever runs things here, or stands as a proxy that nobody named, is not one caller.
    pub(crate) fn address(&self, address: IpAddr, now: Duration) -> Result<(), Duration> {
        counted(address).map_or(Ok(()), |address| self.address.take(&address, now))
    }

    /// Takes a token for an attempt to sign in.
    pub(crate) fn sign_in(&self, address: IpAddr, now: Duration) -> Result<(), Duration> {
        counted(address).map_or(Ok(()), |address| self.sign_in.take(&address, now))
    }

    /// Takes a token of an account.
    pub(crate) fn account(&self, officer: &str, now: Duration) -> Result<(), Duration> {
        self.account.take(&officer.to_owned(), now)
    }
}

/// Returns what is counted of an address: itself, or of IPv6 the network that one subscriber has.
fn counted(address: IpAddr) -> Option<IpAddr> {
    match address.to_canonical() {
        own if own.is_loopback() => None,
        IpAddr::V4(address) => Some(IpAddr::V4(address)),
        IpAddr::V6(address) => {
            let network = address.to_bits() & (u128::MAX << 64);
            Some(IpAddr::V6(Ipv6Addr::from_bits(network)))
        }
    }
}

/// A bucket as it was left.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    /// What is in it, in parts of a token.
    level: u64,
    /// When that was so.
    at: Duration,
}

#[derive(Debug)]
struct Meter<K> {
    /// Tokens a minute, and the most in a bucket.
    per_minute: u32,
    kept: Mutex<Kept<K>>,
}

#[derive(Debug)]
struct Kept<K> {
    buckets: BTreeMap<K, Bucket>,
    crowd: Bucket,
    swept: Duration,
}

impl<K: Ord + Clone> Meter<K> {
    fn new(per_minute: u32) -> Self {
        Self {
            per_minute,
            kept: Mutex::new(Kept {
                buckets: BTreeMap::new(),
                crowd: Bucket {
                    level: u64::from(per_minute) * TOKEN,
                    at: Duration::ZERO,
                },
                swept: Duration::ZERO,
            }),
        }
    }

    fn take(&self, key: &K, now: Duration) -> Result<(), Duration> {
        if self.per_minute == 0 {
            return Ok(());
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = &mut *kept;
        if kept.buckets.len() >= MOST
            && !kept.buckets.contains_key(key)
            && now.saturating_sub(kept.swept) >= SWEEP
        {
            kept.swept = now;
            let full = self.full();
            kept.buckets
                .retain(|_, bucket| self.filled(*bucket, now).level < full);
        }
        let fresh = Bucket {
            level: self.full(),
            at: now,
        };
        let bucket = if kept.buckets.len() < MOST || kept.buckets.contains_key(key) {
            kept.buckets.entry(key.clone()).or_insert(fresh)
        } else {
            &mut kept.crowd
        };
        *bucket = self.filled(*bucket, now);
        if let Some(left) = bucket.level.checked_sub(TOKEN) {
            bucket.level = left;
            return Ok(());
        }
        let lacks = TOKEN - bucket.level;
        Err(Duration::from_millis(
            lacks.div_ceil(u64::from(self.per_minute)),
        ))
    }

    fn full(&self) -> u64 {
        u64::from(self.per_minute) * TOKEN
    }

    /// Returns a bucket as it is now: in a minute so many tokens come in as it holds.
    fn filled(&self, bucket: Bucket, now: Duration) -> Bucket {
        let passed = now.saturating_sub(bucket.at).as_millis();
        let passed = u64::try_from(passed).unwrap_or(u64::MAX);
        let more = passed.saturating_mul(u64::from(self.per_minute));
        Bucket {
            level: bucket.level.saturating_add(more).min(self.full()),
            at: now.max(bucket.at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(number: u64) -> Duration {
        Duration::from_secs(number)
    }

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let meter = Meter::new(6);
        for _ in 0..6 {
            assert_eq!(meter.take(&"a", seconds(1)), Ok(()));
        }
        assert_eq!(meter.take(&"a", seconds(1)), Err(seconds(10)));
        assert_eq!(meter.take(&"b", seconds(1)), Ok(()), "another has its own");
        assert_eq!(meter.take(&"a", seconds(10)), Err(seconds(1)));
        assert_eq!(meter.take(&"a", seconds(11)), Ok(()));
        assert_eq!(meter.take(&"a", seconds(11)), Err(seconds(10)));
        // It never holds more than a minute's.
        let taken = (0..100).filter(|_| meter.take(&"a", seconds(9_000)).is_ok());
        assert_eq!(taken.count(), 6);
    }

    #[test]
    fn a_clock_that_stands_still_gives_nothing_away() {
        let meter = Meter::new(1);
        assert_eq!(meter.take(&"a", seconds(100)), Ok(()));
        assert_eq!(meter.take(&"a", seconds(40)), Err(seconds(60)));
        assert_eq!(meter.take(&"a", seconds(100)), Err(seconds(60)));
    }

    #[test]
    fn zero_allows_any_number() {
        let meter = Meter::new(0);
        assert!((0..10_000).all(|_| meter.take(&"a", Duration::ZERO).is_ok()));
    }

    #[test]
    fn memory_has_a_bound_and_those_beyond_share_one_bucket() {
        let meter = Meter::new(2);
        for key in 0..MOST {
            assert_eq!(meter.take(&key, seconds(1)), Ok(()));
        }
        let beyond: Vec<_> = (0..3)
            .map(|key| meter.take(&(MOST + key), seconds(1)))
            .collect();
        assert_eq!(beyond, [Ok(()), Ok(()), Err(seconds(30))]);
        assert_eq!(meter.kept.lock().unwrap().buckets.len(), MOST);
        // A minute later those that are full again make room.
        assert_eq!(meter.take(&MOST, seconds(62)), Ok(()));
        assert_eq!(meter.kept.lock().unwrap().buckets.len(), 1);
    }

    #[test]
    fn addresses_of_one_subscriber_are_one_and_this_machine_is_none() {
        let rates = Rates::new(Allowed {
            address: 1,
            sign_in: 1,
            account: 1,
        });
        let now = seconds(1);
        assert!(rates.address(address("2001:db8::1"), now).is_ok());
        assert!(rates.address(address("2001:db8::2"), now).is_err());
        assert!(rates.address(address("2001:db8:0:1::1"), now).is_ok());
        assert!(rates.address(address("192.0.2.1"), now).is_ok());
        assert!(rates.address(address("::ffff:192.0.2.1"), now).is_err());
        assert!(rates.sign_in(address("192.0.2.1"), now).is_ok(), "apart");
        for own in ["127.0.0.1", "::1", "::ffff:127.0.0.9"] {
            for _ in 0..3 {
                assert!(rates.address(address(own), now).is_ok(), "{own}");
            }
        }
        assert!(rates.account("o-anna", now).is_ok());
        assert!(rates.account("o-anna", now).is_err());
    }
}
