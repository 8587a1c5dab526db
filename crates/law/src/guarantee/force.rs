//! The legal force of a guarantee, shown as what it is and never upgraded (GUA-6).

use crate::guarantee::promise::Promise;

/// The legal force that a line states, or that follows from its instrument (GUA-6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LegalForce {
    /// A provision of a treaty in force.
    Treaty,
    /// A declaration that binds its author alone (ILC Guiding Principles 2006).
    UnilateralAct,
    /// A commitment that is no law (Helsinki Final Act 1975).
    Political,
    /// Read as law by some and as politics by others; both readings are shown.
    Contested,
}

impl LegalForce {
    /// Every force.
    pub const ALL: [Self; 4] = [
        Self::Treaty,
        Self::UnilateralAct,
        Self::Political,
        Self::Contested,
    ];

    /// Returns the words in a guarantee line.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Treaty => "binding treaty",
            Self::UnilateralAct => "binding unilateral act",
            Self::Political => "political commitment",
            Self::Contested => "contested",
        }
    }

    /// Returns the label in data.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Treaty => "binding-treaty",
            Self::UnilateralAct => "binding-unilateral-act",
            Self::Political => "political-commitment",
            Self::Contested => "contested",
        }
    }

    /// Whether nobody disputes that it is law once its conditions are met.
    pub const fn is_law(self) -> bool {
        matches!(self, Self::Treaty | Self::UnilateralAct)
    }
}

impl Promise {
    /// Returns the force in which the promise is shown once the instrument is in force for those
    /// concerned. A line that states nothing has that of its treaty; before entry into force any
    /// promise is an offer, whatever its line states.
    pub const fn legal_force(&self) -> LegalForce {
        match self.force {
            Some(force) => force,
            None => LegalForce::Treaty,
        }
    }
}
