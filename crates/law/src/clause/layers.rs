//! Policies in their layers: the treaty's own lines come first, then its depositary's, then the
//! default of the language (G-1). A policy is selected by the date of the act that starts the
//! period, not by today's date.

use crate::calendar::{self, Date, Unit};
use crate::clause::explain::{Layer, Step};
use crate::clause::rule::{OrganizationCounting, PeriodExpiry, Policy, PolicySetting};

/// The policies that govern one treaty.
#[derive(Debug, Clone, Copy)]
pub struct Policies<'a> {
    treaty: &'a [Policy],
    depositary: &'a [Policy],
}

impl<'a> Policies<'a> {
    /// Returns the policies of a treaty over those of its depositary.
    pub const fn new(treaty: &'a [Policy], depositary: &'a [Policy]) -> Self {
        Self { treaty, depositary }
    }

    /// Returns on which day a period that starts on this day expires (DATE-3), and the layer.
    pub fn period_expiry(&self, start: Date) -> (PeriodExpiry, Layer) {
        self.find(Some(start), |setting| match setting {
            PolicySetting::PeriodExpiry(expiry) => Some(expiry),
            _ => None,
        })
    }

    /// Returns how organizations are counted (S-4) on this day, and the layer.
    pub fn organizations(&self, day: Option<Date>) -> (OrganizationCounting, Layer) {
        self.find(day, |setting| match setting {
            PolicySetting::Organizations(counting) => Some(counting),
            _ => None,
        })
    }

    /// Whether the counting of organizations changes over time.
    pub fn organizations_change(&self) -> bool {
        self.treaty.iter().chain(self.depositary).any(|policy| {
            matches!(policy.setting, PolicySetting::Organizations(_))
                && (policy.from.is_some() || policy.until.is_some())
        })
    }

    /// Returns the days on which the counting of organizations may change.
    pub(crate) fn organization_days(&self) -> impl Iterator<Item = Date> {
        let policies = self.treaty.iter().chain(self.depositary);
        policies
            .filter(|policy| matches!(policy.setting, PolicySetting::Organizations(_)))
            .flat_map(|policy| [policy.from, policy.until.and_then(calendar::next_day)])
            .flatten()
    }

    /// Returns the first policy in the order of the layers that this function picks.
    pub fn find<T: Default>(
        &self,
        day: Option<Date>,
        pick: impl Fn(PolicySetting) -> Option<T>,
    ) -> (T, Layer) {
        let layers = [
            (self.treaty, Layer::Treaty),
            (self.depositary, Layer::Depositary),
        ];
        for (policies, layer) in layers {
            let set = policies
                .iter()
                .filter(|policy| governs(policy, day))
                .find_map(|policy| pick(policy.setting));
            if let Some(set) = set {
                return (set, layer);
            }
        }
        (T::default(), Layer::Default)
    }

    /// Returns the day on which a period ends, and the step that says how; `None` beyond the
    /// calendar.
    pub fn period(&self, from: Date, count: u32, unit: Unit) -> Option<(Date, Step)> {
        let reached = calendar::after(from, count, unit)?;
        let (expiry, layer) = self.period_expiry(from);
        let to = match expiry {
            PeriodExpiry::SameDay => reached.day,
            PeriodExpiry::NextDay => calendar::next_day(reached.day)?,
        };
        let step = Step::Period {
            from,
            count,
            unit,
            reached: reached.day,
            clamped: reached.clamped,
            expiry,
            layer,
            to,
        };
        Some((to, step))
    }
}

fn governs(policy: &Policy, day: Option<Date>) -> bool {
    let Some(day) = day else {
        return policy.from.is_none() && policy.until.is_none();
    };
    policy.from.is_none_or(|from| from <= day) && policy.until.is_none_or(|until| day <= until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clause::rule::Span;
    use jiff::civil::date;

    fn next_day(from: Option<Date>, until: Option<Date>) -> Policy {
        let setting = PolicySetting::PeriodExpiry(PeriodExpiry::NextDay);
        Policy {
            setting,
            from,
            until,
            span: Span::default(),
        }
    }

    #[test]
    fn the_date_that_starts_the_period_selects_the_policy() {
        let own = [next_day(None, Some(date(2003, 12, 31)))];
        let policies = Policies::new(&own, &[]);
        let (to, _) = policies
            .period(date(1986, 9, 26), 30, Unit::Days)
            .expect("in range");
        assert_eq!(to, date(1986, 10, 27));
        let (to, _) = policies
            .period(date(2004, 1, 1), 30, Unit::Days)
            .expect("in range");
        assert_eq!(to, date(2004, 1, 31));
    }

    #[test]
    fn the_treaty_comes_before_the_depositary() {
        let own = [Policy {
            setting: PolicySetting::PeriodExpiry(PeriodExpiry::SameDay),
            from: Some(date(2000, 1, 1)),
            until: None,
            span: Span::default(),
        }];
        let depositary = [next_day(None, None)];
        let policies = Policies::new(&own, &depositary);
        let expiry = |day| policies.period_expiry(day);
        assert_eq!(
            expiry(date(1999, 12, 31)),
            (PeriodExpiry::NextDay, Layer::Depositary)
        );
        assert_eq!(
            expiry(date(2000, 1, 1)),
            (PeriodExpiry::SameDay, Layer::Treaty)
        );
        let none = Policies::new(&[], &[]);
        assert_eq!(none.period_expiry(date(2000, 1, 1)).1, Layer::Default);
    }
}
