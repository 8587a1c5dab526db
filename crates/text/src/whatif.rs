//! What would be if: the rolling text after a delegation went, or a reading was taken, with the
//! difference in figures. Never stored.

use crate::figures::Figures;
use crate::provision::ProvisionId;
use crate::rolling::Rolling;
use sponsio_record::ParticipantId;

/// Something that has not happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Supposition {
    /// A delegation withdraws all that it tabled.
    Drop(ParticipantId),
    /// A reading is taken: which place of the provision, which of its readings, and of a reading with a
    /// further place which there.
    Accept(ProvisionId, usize, usize, usize),
    /// A whole alternative is taken.
    AcceptAlternative(ProvisionId, char),
}

/// What would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supposed {
    /// The rolling text.
    pub rolling: Rolling,
    /// The figures as they are.
    pub before: Figures,
    /// The figures as they would be.
    pub after: Figures,
}

impl Rolling {
    /// Returns what would be if this happened, one after the other; none if something named is not
    /// there.
    pub fn suppose(&self, suppositions: &[Supposition]) -> Option<Supposed> {
        let mut rolling = self.clone();
        for supposition in suppositions {
            rolling = match supposition {
                Supposition::Drop(delegation) => rolling.drop(delegation),
                Supposition::Accept(provision, site, reading, inner) => {
                    rolling.accept(*provision, *site, *reading, *inner)?
                }
                Supposition::AcceptAlternative(provision, letter) => {
                    rolling.accept_alternative(*provision, *letter)?
                }
            };
        }
        Some(Supposed {
            before: self.figures(),
            after: rolling.figures(),
            rolling,
        })
    }
}
