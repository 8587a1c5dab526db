//! Advice on a guarantee in Turkish; the English wording is the law's own.

use sponsio_law::guarantee::advice::{Advice, FinalClause, Gap, WithdrawalClause};

use crate::wording::{Words, say};

/// Returns a piece of advice.
pub(super) fn advice(words: &Words, advice: &Advice) -> String {
    match advice {
        Advice::Missing(gap) => say!(words, &format!("advice-missing-{}", label(*gap))),
        Advice::OfAbstention(Gap::ActOwed) => say!(words, "advice-abstention-act-owed"),
        Advice::OfAbstention(_) => say!(words, "advice-abstention-finder"),
        Advice::NotReturned => say!(words, "advice-not-returned"),
        Advice::OwnJudge => say!(words, "advice-own-judge"),
        Advice::AllOrNone => say!(words, "advice-all-or-none"),
        Advice::ThirdParty => say!(words, "advice-third-party"),
        Advice::UnilateralForAll => say!(words, "advice-unilateral-for-all"),
        Advice::Intention { word } => say!(words, "advice-intention", word = *word),
        Advice::RepeatsTheCharter => say!(words, "advice-repeats-the-charter"),
        Advice::SelfDefence => say!(words, "advice-self-defence"),
        Advice::Withdrawal(clause) => match clause {
            WithdrawalClause::Missing => say!(words, "advice-withdrawal-missing"),
            WithdrawalClause::Silent => say!(words, "advice-withdrawal-silent"),
            WithdrawalClause::Excluded => say!(words, "advice-withdrawal-excluded"),
        },
        Advice::EndsBeforeAdoption { until, adopted } => say!(
            words,
            "advice-ends-before-adoption",
            until = *until,
            adopted = *adopted
        ),
        Advice::EventUnfound => say!(words, "advice-event-unfound"),
        Advice::NoTime => say!(words, "advice-no-time"),
        Advice::Invocation => say!(words, "advice-invocation"),
        Advice::OwnBeneficiary(who) => {
            let codes: Vec<&str> = who
                .iter()
                .map(sponsio_record::ParticipantId::as_str)
                .collect();
            say!(words, "advice-own-beneficiary", who = codes.join(", "))
        }
        Advice::SaidTwice { other } => say!(words, "advice-said-twice", other = other),
        Advice::LinkedToItself => say!(words, "advice-linked-to-itself"),
        Advice::Lacks(clause) => match clause {
            FinalClause::EntryIntoForce => say!(words, "advice-lacks-entry-into-force"),
            FinalClause::Withdrawal => say!(words, "advice-lacks-withdrawal"),
            FinalClause::Depositary => say!(words, "advice-lacks-depositary"),
            FinalClause::Languages => say!(words, "advice-lacks-languages"),
        },
    }
}

const fn label(gap: Gap) -> &'static str {
    match gap {
        Gap::Trigger => "trigger",
        Gap::Finder => "finder",
        Gap::ActOwed => "act-owed",
        Gap::Exceptions => "exceptions",
        Gap::Duration => "duration",
        Gap::EarlierDuties => "earlier-duties",
    }
}
