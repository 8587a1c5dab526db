//! The policies by the words that set them. This module does not know what they do.

use crate::clause::rule::{
    CountReserving, InvalidReservation, ObjectionWindow, OrganizationCounting, PeriodExpiry,
    PolicySetting, SeveralDepositaries, WithdrawalBeforeForce,
};

/// A policy and its values, the default first, by the words that set them.
pub(super) type Choice = (&'static str, &'static [(&'static str, PolicySetting)]);

/// Every policy.
pub(super) const CHOICES: [Choice; 7] = [
    (
        "period-expiry",
        &[
            (
                "same-day",
                PolicySetting::PeriodExpiry(PeriodExpiry::SameDay),
            ),
            (
                "next-day",
                PolicySetting::PeriodExpiry(PeriodExpiry::NextDay),
            ),
        ],
    ),
    (
        "organizations",
        &[
            (
                "not-additional",
                PolicySetting::Organizations(OrganizationCounting::NotAdditional),
            ),
            (
                "counted",
                PolicySetting::Organizations(OrganizationCounting::Counted),
            ),
            (
                "never-counted",
                PolicySetting::Organizations(OrganizationCounting::NeverCounted),
            ),
        ],
    ),
    (
        "count-reserving",
        &[
            (
                "at-deposit",
                PolicySetting::CountReserving(CountReserving::AtDeposit),
            ),
            (
                "at-first-acceptance",
                PolicySetting::CountReserving(CountReserving::AtFirstAcceptance),
            ),
        ],
    ),
    (
        "several-depositaries",
        &[
            (
                "earliest",
                PolicySetting::SeveralDepositaries(SeveralDepositaries::Earliest),
            ),
            (
                "all",
                PolicySetting::SeveralDepositaries(SeveralDepositaries::All),
            ),
        ],
    ),
    (
        "withdrawal-before-force",
        &[
            (
                "allowed",
                PolicySetting::WithdrawalBeforeForce(WithdrawalBeforeForce::Allowed),
            ),
            (
                "refused",
                PolicySetting::WithdrawalBeforeForce(WithdrawalBeforeForce::Refused),
            ),
        ],
    ),
    (
        "invalid-reservation",
        &[
            (
                "contested",
                PolicySetting::InvalidReservation(InvalidReservation::Contested),
            ),
            (
                "severable",
                PolicySetting::InvalidReservation(InvalidReservation::Severable),
            ),
            (
                "not-bound",
                PolicySetting::InvalidReservation(InvalidReservation::NotBound),
            ),
        ],
    ),
    (
        "objection-window",
        &[
            (
                "notification",
                PolicySetting::ObjectionWindow(ObjectionWindow::Notification),
            ),
            (
                "receipt",
                PolicySetting::ObjectionWindow(ObjectionWindow::Receipt),
            ),
        ],
    ),
];

impl PolicySetting {
    /// Returns the policy and the value by the words that set them: `period-expiry`, `next-day`.
    pub fn words(self) -> (&'static str, &'static str) {
        let written = CHOICES.iter().find_map(|(policy, values)| {
            let value = values.iter().find(|(_, setting)| *setting == self)?;
            Some((*policy, value.0))
        });
        written.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_written_in_its_own_words() {
        for (policy, values) in CHOICES {
            for (value, setting) in values {
                assert_eq!(setting.words(), (policy, *value));
            }
        }
    }
}
