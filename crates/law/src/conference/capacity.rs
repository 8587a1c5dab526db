//! In which capacity somebody speaks or acts for a party (VCLT art. 7; ILC Guiding Principles 2006, 4).

use crate::conference::rules::words;

words! {
    /// The capacity in which somebody speaks or sits.
    Capacity {
        /// Head of State.
        HeadOfState = "head-of-state",
        /// Head of Government.
        HeadOfGovernment = "head-of-government",
        /// Minister for Foreign Affairs.
        ForeignMinister = "foreign-minister",
        /// Head of a diplomatic mission.
        HeadOfMission = "head-of-mission",
        /// Representative accredited to a conference, an organization or one of its organs.
        Accredited = "accredited-representative",
        /// Holder of full powers.
        FullPowers = "full-powers",
        /// Holder of another office, who speaks for it.
        Official = "official",
        /// A body that speaks as such: a ministry, a government, an organization.
        Body = "body",
        /// Not known.
        Unknown = "unknown",
    }
}

impl Capacity {
    /// Whether the office alone lets its holder bind the State, for all acts (VCLT art. 7(2)(a)).
    pub const fn binds_by_office(self) -> bool {
        matches!(
            self,
            Self::HeadOfState | Self::HeadOfGovernment | Self::ForeignMinister
        )
    }

    /// Whether a declaration of this person can be one of the State at all (Guiding Principle 4): the
    /// three offices, and others who are shown to represent it within their field.
    pub const fn may_declare(self) -> bool {
        !matches!(self, Self::Body | Self::Unknown)
    }
}
