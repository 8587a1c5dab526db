//! One cell of the matrix: what one promise is worth from one guarantor to one beneficiary on a day.

use crate::guarantee::force::LegalForce;

/// Where a promise stands between guarantor and beneficiary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Life {
    /// It does not name the two, in this direction.
    Nothing,
    /// It was in force between them and is no longer: by withdrawal, expiry or the end of the treaty.
    Lost,
    /// The text offers it; consent or entry into force is missing.
    Offered,
    /// It depends on something that is not known.
    Undetermined,
    /// It is in force between them, and its operation is suspended (VCLT art. 57).
    Suspended,
    /// It is applied provisionally (VCLT art. 25), which is not "in force".
    Provisional,
    /// It is in force between them.
    InForce,
}

impl Life {
    /// Every life, the weakest first.
    pub const ALL: [Self; 7] = [
        Self::Nothing,
        Self::Lost,
        Self::Offered,
        Self::Undetermined,
        Self::Suspended,
        Self::Provisional,
        Self::InForce,
    ];

    /// Returns the label in data.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Lost => "lost",
            Self::Offered => "offered",
            Self::Undetermined => "undetermined",
            Self::Suspended => "suspended",
            Self::Provisional => "provisional",
            Self::InForce => "in-force",
        }
    }

    /// Whether something is promised now, or may be.
    pub const fn is_alive(self) -> bool {
        matches!(
            self,
            Self::InForce | Self::Provisional | Self::Suspended | Self::Undetermined
        )
    }
}

/// What a promise in force still hangs on, or what a reader of the cell must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u16)]
pub enum Condition {
    /// The beneficiary is a third State, whose assent is presumed (VCLT art. 36(1)).
    AssentPresumed = 1 << 3,
    /// The beneficiary is an organization, whose assent is not presumed (VCLT-IO art. 36(2)).
    AssentUnknown = 1 << 4,
    /// Not all of those who owe only together are bound (GUA-1).
    JointIncomplete = 1 << 5,
    /// The instrument to which it is linked is not in force, or that is not known (GUA-7).
    LinkOpen = 1 << 6,
    /// It ends with an event of which no act tells.
    EndsWithEvent = 1 << 7,
    /// A reservation, objection or declaration of one of the two is recorded; what it changes between
    /// them is not computed (VCLT arts 20-23).
    Qualified = 1 << 8,
    /// A notice of withdrawal of one of the two is pending.
    WithdrawalPending = 1 << 9,
    /// Its time ran out.
    Expired = 1 << 10,
    /// Who is named as guarantor or beneficiary is not known.
    RollUnknown = 1 << 11,
}

impl Condition {
    /// Every condition.
    pub const ALL: [Self; 9] = [
        Self::AssentPresumed,
        Self::AssentUnknown,
        Self::JointIncomplete,
        Self::LinkOpen,
        Self::EndsWithEvent,
        Self::Qualified,
        Self::WithdrawalPending,
        Self::Expired,
        Self::RollUnknown,
    ];

    /// Returns the label in data.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AssentPresumed => "assent-presumed",
            Self::AssentUnknown => "assent-unknown",
            Self::JointIncomplete => "joint-incomplete",
            Self::LinkOpen => "link-open",
            Self::EndsWithEvent => "ends-with-event",
            Self::Qualified => "qualified",
            Self::WithdrawalPending => "withdrawal-pending",
            Self::Expired => "expired",
            Self::RollUnknown => "roll-unknown",
        }
    }

    /// Whether a promise in force counts as conditional because of it.
    const fn qualifies(self) -> bool {
        matches!(
            self,
            Self::AssentPresumed
                | Self::JointIncomplete
                | Self::LinkOpen
                | Self::EndsWithEvent
                | Self::Qualified
        )
    }
}

/// The bits of a cell that hold its life.
const LIFE: u16 = 0b111;

/// A cell in two bytes: its life and its conditions. The legal force is that of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cell(u16);

impl Cell {
    /// The cell of two whom a promise does not name.
    pub const NOTHING: Self = Self(0);

    /// Returns a cell without conditions.
    pub const fn new(life: Life) -> Self {
        Self(life as u16)
    }

    /// Returns the cell with a condition.
    #[must_use]
    pub const fn with(self, condition: Condition) -> Self {
        Self(self.0 | condition as u16)
    }

    /// Returns the cell with a condition where that is so.
    #[must_use]
    pub const fn with_if(self, is_so: bool, condition: Condition) -> Self {
        if is_so { self.with(condition) } else { self }
    }

    /// Returns the cell with another life.
    #[must_use]
    pub const fn with_life(self, life: Life) -> Self {
        Self((self.0 & !LIFE) | life as u16)
    }

    /// Returns where the promise stands.
    pub const fn life(self) -> Life {
        match self.0 & LIFE {
            1 => Life::Lost,
            2 => Life::Offered,
            3 => Life::Undetermined,
            4 => Life::Suspended,
            5 => Life::Provisional,
            6 => Life::InForce,
            _ => Life::Nothing,
        }
    }

    /// Whether this condition is noted.
    pub const fn has(self, condition: Condition) -> bool {
        self.0 & condition as u16 != 0
    }

    /// Returns the conditions that are noted.
    pub fn conditions(self) -> impl Iterator<Item = Condition> {
        let all = Condition::ALL.into_iter();
        all.filter(move |condition| self.has(*condition))
    }

    /// Returns how the cell is shown under the legal force of its promise (GUA-6).
    pub fn mark(self, force: LegalForce) -> Mark {
        match (self.life(), force) {
            (Life::Nothing, _) => Mark::Nothing,
            (Life::Lost, _) => Mark::Lost,
            (Life::Offered, _) => Mark::Offered,
            (Life::Undetermined, _) => Mark::Undetermined,
            (_, LegalForce::Political) => Mark::Political,
            (_, LegalForce::Contested) => Mark::Contested,
            (Life::Suspended, _) => Mark::Suspended,
            (Life::Provisional, _) => Mark::Provisional,
            (Life::InForce, _) if self.conditions().any(Condition::qualifies) => Mark::Conditional,
            (Life::InForce, _) => Mark::Bound,
        }
    }
}

/// How a cell is shown; no two of these are ever merged. The order is that in which one of several
/// promises stands for a pair: what is not known comes before what is certainly no law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// No promise names the two.
    Nothing,
    /// One was in force and is no longer.
    Lost,
    /// One is offered by a text.
    Offered,
    /// One is a political commitment.
    Political,
    /// Whether one binds is not known.
    Undetermined,
    /// One is read as law by some and as politics by others.
    Contested,
    /// One is in force, its operation suspended.
    Suspended,
    /// One is applied provisionally.
    Provisional,
    /// One is in force under a condition.
    Conditional,
    /// One is in force.
    Bound,
}

impl Mark {
    /// Every mark, the strongest first.
    pub const ALL: [Self; 10] = [
        Self::Bound,
        Self::Conditional,
        Self::Provisional,
        Self::Suspended,
        Self::Contested,
        Self::Undetermined,
        Self::Political,
        Self::Offered,
        Self::Lost,
        Self::Nothing,
    ];

    /// Returns the label in data.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Lost => "lost",
            Self::Offered => "offered",
            Self::Political => "political",
            Self::Undetermined => "undetermined",
            Self::Contested => "contested",
            Self::Suspended => "suspended",
            Self::Provisional => "provisional",
            Self::Conditional => "conditional",
            Self::Bound => "bound",
        }
    }

    /// Whether a promise of law is in force, perhaps under a condition that the cell names.
    pub const fn is_covered(self) -> bool {
        matches!(self, Self::Bound | Self::Conditional)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_keeps_life_and_conditions() {
        for life in Life::ALL {
            let mut cell = Cell::new(life);
            for condition in Condition::ALL {
                assert!(!cell.has(condition));
                cell = cell.with(condition);
                assert_eq!(cell.life(), life);
            }
            assert_eq!(cell.conditions().count(), Condition::ALL.len());
            assert_eq!(cell.with_life(Life::Lost).life(), Life::Lost);
        }
    }

    /// GUA-6: whatever its life, a political or contested promise is never shown as law.
    #[test]
    fn legal_force_is_never_upgraded() {
        for force in LegalForce::ALL {
            for life in Life::ALL {
                let mark = Cell::new(life).mark(force);
                assert!(force.is_law() || !mark.is_covered(), "{force:?} {life:?}");
                assert_eq!(mark.is_covered(), force.is_law() && life == Life::InForce);
            }
        }
    }
}
