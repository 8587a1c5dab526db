//! What is examined before a paper is sealed: what the public act that commits to it cannot show.

use sponsio_record::{ActId, Instant};
use sponsio_text::markup::pieces;
use sponsio_text::{Target, TokenKind};

use crate::conference::{
    Conference, Ground, Operation, Paper, Position, Proposal, Step, Subject, Tabled,
};

impl Conference {
    /// Has the law examine what is about to be sealed, against the act that commits to it: what the public
    /// act cannot show.
    pub fn examine_paper(
        &self,
        id: ActId,
        step: &Step,
        paper: &Paper,
        at: Instant,
    ) -> Result<(), Ground> {
        self.fits(id, paper)?;
        match (step, paper) {
            (Step::Tabled(tabled), Paper::Proposal(proposal)) => {
                if proposal.by != tabled.participant || proposal.round != tabled.round {
                    return Err(Ground::OtherPaper(id));
                }
                self.examine_proposal(tabled, proposal, at)
            }
            (Step::Answered(answered), Paper::Answer(answer))
                if answer.by == answered.participant && answer.of == answered.of =>
            {
                Ok(())
            }
            (Step::Position(taken), Paper::Position(position))
                if position.by == taken.participant =>
            {
                self.examine_position(position)
            }
            (Step::StatementRecorded(_), Paper::Statement(statement)) => {
                self.examine_statement(statement, at)
            }
            (Step::MeetingAttended(attended), Paper::Names(names)) => {
                names.are(attended.representatives.len())
            }
            (Step::StatementRepeated(_), Paper::Names(names)) => names.are(1),
            _ => Err(Ground::OtherPaper(id)),
        }
    }

    fn examine_position(&self, position: &Position) -> Result<(), Ground> {
        match &position.on {
            Subject::Proposal(of) => self.live(*of).map(drop),
            Subject::Reading { place, base, .. } => {
                if !self.has_revision(base) {
                    return Err(Ground::UnknownBase(*base));
                }
                self.text_at(place).map(drop)
            }
        }
    }

    fn examine_proposal(
        &self,
        tabled: &Tabled,
        proposal: &Proposal,
        at: Instant,
    ) -> Result<(), Ground> {
        let round = self.existing_round(&tabled.round)?;
        if proposal.base != round.opened.base {
            return Err(Ground::UnknownBase(proposal.base));
        }
        if !self.convened.languages.contains(&proposal.language) {
            return Err(Ground::OtherLanguage(proposal.language.clone()));
        }
        for code in proposal.to.iter().flatten().chain(&proposal.co_sponsors) {
            self.seated(code)?;
        }
        if proposal.operations.is_empty() {
            return Err(Ground::NothingProposed);
        }
        self.worded(proposal)?;
        self.proposed_by_a_party(proposal)?;
        let closed = self.open_round(&tabled.round, at).err();
        for provision in proposal.touched() {
            self.known(provision)?;
            let in_period = self.period(provision, &tabled.participant, at).is_some();
            if let Some(ground) = closed.clone().filter(|_| !in_period) {
                return Err(ground);
            }
            let open = round.opened.scope.is_empty() || round.opened.scope.contains(&provision);
            if !open && !in_period {
                return Err(Ground::OutsideScope {
                    provision,
                    round: tabled.round.clone(),
                });
            }
            if let Some(language) = self.agreed_language(provision, at) {
                return Err(Ground::ProvisionAgreed {
                    provision,
                    language,
                });
            }
        }
        Ok(())
    }

    /// Words that are proposed say something, and refer to provisions that there are.
    fn worded(&self, proposal: &Proposal) -> Result<(), Ground> {
        for amendment in &proposal.operations {
            if !matches!(
                amendment.operation,
                Operation::Replace | Operation::InsertAfter | Operation::Split
            ) {
                continue;
            }
            let text = amendment.text.as_deref().unwrap_or_default();
            if text.trim().is_empty() {
                return Err(Ground::NothingProposed);
            }
            // No rolling text could show words that are no text in source form.
            let found = pieces(text, &proposal.language).map_err(|faults| {
                let place = faults.first().map(|fault| (fault.line, fault.column));
                let (line, column) = place.unwrap_or_default();
                Ground::NoText {
                    provision: amendment.provision,
                    line,
                    column,
                }
            })?;
            let words = found.iter().flat_map(|piece| piece.body.base());
            let targets = words.filter_map(|token| match token.kind {
                TokenKind::Reference(
                    Target::Provision(id)
                    | Target::ProvisionInFull(id)
                    | Target::ProvisionNumber(id),
                ) => Some(id),
                _ => None,
            });
            for target in targets {
                self.known(target)?;
            }
        }
        Ok(())
    }
}
