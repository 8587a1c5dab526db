//! Exact decimal numbers for weights and shares: no floating point, no rounding.

use core::cmp::Ordering;
use core::fmt;

/// A number of at most 15 digits before and 6 after the point, held exactly in millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Decimal(u64);

const SCALE: u64 = 1_000_000;
const WHOLE_DIGITS: usize = 12;
const PART_DIGITS: usize = 6;

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// Returns the number that this text is (`55`, `66.6666`), or `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, part) = match text.split_once('.') {
            Some((whole, part)) if !part.is_empty() => (whole, part),
            Some(_) => return None,
            None => (text, ""),
        };
        if whole.is_empty() || whole.len() > WHOLE_DIGITS || part.len() > PART_DIGITS {
            return None;
        }
        let digits = |text: &str| {
            text.bytes().try_fold(0_u64, |sum, digit| {
                digit
                    .is_ascii_digit()
                    .then(|| sum * 10 + u64::from(digit - b'0'))
            })
        };
        let padding = 10_u64.pow(u32::try_from(PART_DIGITS - part.len()).ok()?);
        Some(Self(digits(whole)? * SCALE + digits(part)? * padding))
    }

    /// Returns the whole number.
    pub const fn whole(number: u32) -> Self {
        Self(number as u64 * SCALE)
    }

    /// Returns the number that has this many millionths.
    pub const fn from_millionths(millionths: u64) -> Self {
        Self(millionths)
    }

    /// Returns the number in millionths.
    pub const fn millionths(self) -> u64 {
        self.0
    }

    /// Compares `self / of` with the fraction `numerator / denominator`, exactly.
    pub fn cmp_share(self, of: Self, numerator: u128, denominator: u128) -> Ordering {
        (u128::from(self.0) * denominator).cmp(&(u128::from(of.0) * numerator))
    }
}

impl core::iter::Sum for Decimal {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        Self(numbers.fold(0, |sum, number| sum.saturating_add(number.0)))
    }
}

impl core::ops::Add for Decimal {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl core::ops::Sub for Decimal {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, mut part, mut width) = (self.0 / SCALE, self.0 % SCALE, PART_DIGITS);
        if part == 0 {
            return write!(f, "{whole}");
        }
        while part % 10 == 0 {
            part /= 10;
            width -= 1;
        }
        write!(f, "{whole}.{part:0width$}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn decimals_are_exact_and_print_as_read() {
        for text in ["0", "55", "66.6666", "13728306", "0.000001", "12.05"] {
            assert_eq!(
                Decimal::parse(text)
                    .map(|number| number.to_string())
                    .as_deref(),
                Some(text)
            );
        }
        assert_eq!(Decimal::parse("65.0"), Decimal::parse("65"));
        for text in [
            "",
            ".5",
            "5.",
            "1e3",
            "-1",
            "1,5",
            "0.0000001",
            "1234567890123",
        ] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_share_is_compared_without_rounding() {
        let two = Decimal::whole(2);
        let three = Decimal::whole(3);
        assert_eq!(two.cmp_share(three, 2, 3), Ordering::Equal);
        assert_eq!(two.cmp_share(three, 666_667, 1_000_000), Ordering::Less);
    }
}
