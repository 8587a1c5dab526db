//! Figures of a round, as counts with what lies behind each one step away. No score, no forecast. What
//! is counted within the words of the text is computed from the text.

use alloc::collections::BTreeSet;
use alloc::string::String;

use sponsio_record::{Instant, ParticipantId};
use sponsio_text::{ProvisionId, is_chair};

use crate::conference::{Conference, End, Outcome, Standing};

/// The counts of one round at an instant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    /// The round.
    pub round: String,
    /// Proposals that were tabled.
    pub tabled: usize,
    /// Proposals that were withdrawn.
    pub withdrawn: usize,
    /// Proposals that a later one of the same delegation replaced.
    pub superseded: usize,
    /// Proposals that a revision took in.
    pub absorbed: usize,
    /// Proposals that were agreed or accepted *ad referendum*.
    pub accepted: usize,
    /// Proposals that are not pursued.
    pub not_pursued: usize,
    /// Proposals without a disposition.
    pub open: usize,
    /// Delegations that tabled.
    pub tablers: usize,
    /// Proposals that at least one addressee acknowledged.
    pub acknowledged: usize,
    /// Answers.
    pub answers: usize,
    /// Places of the text: provisions, counted in each language.
    pub places: usize,
    /// Places that are agreed.
    pub agreed: usize,
    /// Places that are agreed *ad referendum*.
    pub ad_referendum: usize,
    /// Places that are agreed in a package of which something is open.
    pub in_package: usize,
    /// Provisions that a proposal of the round touches, as far as papers are at hand.
    pub touched: usize,
    /// Reservations of position that are open.
    pub reservations: usize,
}

impl Conference {
    /// Returns the counts of a round at an instant.
    pub fn figures(&self, round: &str, at: Instant) -> Figures {
        let then = self.as_of(at);
        let mut figures = Figures {
            round: round.into(),
            places: then.contents.len(),
            ..Figures::default()
        };
        let mut tablers: BTreeSet<&ParticipantId> = BTreeSet::new();
        let mut touched: BTreeSet<ProvisionId> = BTreeSet::new();
        let of_round = self.proposals.iter();
        for proposal in of_round.filter(|one| one.tabled.round == round && one.at <= at) {
            figures.tabled += 1;
            if !is_chair(&proposal.tabled.participant) {
                tablers.insert(&proposal.tabled.participant);
            }
            touched.extend(
                proposal
                    .paper
                    .iter()
                    .flat_map(crate::conference::Proposal::touched),
            );
            figures.acknowledged += usize::from(!proposal.acknowledged.is_empty());
            figures.answers += proposal.answers.len();
            let end = proposal.end.as_ref().filter(|(_, ended, _)| *ended <= at);
            let count = match end.map(|(end, ..)| end) {
                None => &mut figures.open,
                Some(End::Withdrawn) => &mut figures.withdrawn,
                Some(End::Superseded(_)) => &mut figures.superseded,
                Some(End::Disposed(disposed)) => match disposed.outcome {
                    Outcome::Absorbed => &mut figures.absorbed,
                    Outcome::Agreed | Outcome::AcceptedAdReferendum => &mut figures.accepted,
                    Outcome::NotPursued => &mut figures.not_pursued,
                },
            };
            *count += 1;
        }
        for place in then.agreements.keys() {
            match then.standing(place, at) {
                Some(Standing::Agreed(_)) => figures.agreed += 1,
                Some(Standing::AdReferendum(_)) => figures.ad_referendum += 1,
                Some(Standing::InPackage(_)) => figures.in_package += 1,
                _ => {}
            }
        }
        figures.tablers = tablers.len();
        figures.touched = touched.len();
        let reservations = self.reservations.values();
        figures.reservations = reservations
            .filter(|one| one.at <= at && one.lifted.is_none_or(|lifted| lifted > at))
            .filter(|one| one.carried.is_none())
            .count();
        figures
    }
}
