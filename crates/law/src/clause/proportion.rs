//! A part of a set (EIF-10): how many members have consented, compared exactly with a fraction of how
//! many there are. Knows no day of its own; the set does.

use crate::calendar::Date;
use crate::clause::rule::Bound;
use crate::clause::scene::Scene;
use crate::clause::tally::parties;
use crate::clause::truth::Truth;
use crate::clause::units::Members;
use crate::register::PartyIndex;

/// A fraction of a set that must have consented.
pub(crate) struct Proportion<'a> {
    bound: Bound,
    numerator: u32,
    denominator: u32,
    pub(crate) members: Members<'a>,
}

impl<'a> Proportion<'a> {
    pub(crate) fn new(
        bound: Bound,
        (numerator, denominator): (u32, u32),
        members: Members<'a>,
    ) -> Self {
        Self {
            bound,
            numerator,
            // No words say nought, but a tree may.
            denominator: denominator.max(1),
            members,
        }
    }

    /// Returns whether the part is reached on a day; an empty set never satisfies. Each member that
    /// has consented weighs the denominator, each member takes the numerator away: the sum decides,
    /// without rounding.
    pub(crate) fn truth(&self, day: Option<Date>, live: &[Truth], scene: Scene<'_>) -> Truth {
        let Some(day) = day else { return Truth::False };
        let absent = -i128::from(self.numerator);
        let present = absent + i128::from(self.denominator);
        let strangers = self.members.strangers(day);
        let mut least = absent.saturating_mul(i128::from(strangers));
        let mut most = least;
        let mut has_member = strangers > 0;
        let mut best_doubtful = None;
        for (party, is) in parties(live) {
            let (low, high) = match is {
                Truth::True => (present, present),
                Truth::Unknown => (absent, present),
                Truth::False => (absent, absent),
            };
            match self.members.contains(party, day, scene) {
                Truth::False => {}
                Truth::True => {
                    has_member = true;
                    least += low;
                    most += high;
                }
                Truth::Unknown => {
                    least += low.min(0);
                    most += high.max(0);
                    best_doubtful = best_doubtful.max(Some(high));
                }
            }
        }
        let suffices = |sum: i128| match self.bound {
            Bound::AtLeast => sum >= 0,
            Bound::MoreThan => sum > 0,
        };
        // Without a certain member the set is empty unless a doubtful one belongs to it.
        let most = match (has_member, best_doubtful) {
            (true, _) => Some(most),
            (false, Some(best)) if most <= 0 => Some(best),
            (false, best) => best.map(|_| most),
        };
        Truth::between(has_member && suffices(least), most.is_some_and(suffices))
    }

    /// Returns how many members the set certainly has on a day.
    pub(crate) fn size(&self, day: Date, scene: Scene<'_>) -> u64 {
        let count = u32::try_from(scene.register.participants().len()).unwrap_or(u32::MAX);
        let inside = (0..count)
            .map(PartyIndex)
            .filter(|party| self.members.contains(*party, day, scene) == Truth::True)
            .count();
        inside as u64 + self.members.strangers(day)
    }

    /// Returns the least whole number of members that meets the fraction: rounded up for `at least`,
    /// the next above for `more than`.
    pub(crate) fn need(&self, of: u64) -> u64 {
        let part = u128::from(of) * u128::from(self.numerator);
        let denominator = u128::from(self.denominator);
        let need = match self.bound {
            Bound::AtLeast => part.div_ceil(denominator),
            Bound::MoreThan => part / denominator + 1,
        };
        u64::try_from(need).unwrap_or(u64::MAX)
    }
}
