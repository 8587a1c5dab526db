//! The English wording of advice on a guarantee: what is missing, why it matters, what to write.

use core::fmt;

use crate::guarantee::advice::{Advice, FinalClause, Gap, WithdrawalClause};

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(gap) => f.write_str(missing(*gap)),
            Self::OfAbstention(gap) => f.write_str(of_abstention(*gap)),
            Self::Intention { word } => write!(
                f,
                "`{word}` states an intention, not a duty; who is to be bound \"shall\", \"undertakes\" or \"guarantees\""
            ),
            Self::Withdrawal(clause) => f.write_str(withdrawal(*clause)),
            Self::EndsBeforeAdoption { until, adopted } => write!(
                f,
                "the last day, {until}, lies before adoption ({adopted}): the promise would never hold; correct the day"
            ),
            Self::OwnBeneficiary(who) => {
                f.write_str("guarantor and beneficiary at once: ")?;
                for (nth, participant) in who.iter().enumerate() {
                    write!(f, "{}{participant}", if nth == 0 { "" } else { ", " })?;
                }
                f.write_str("; nobody promises to itself, so that pair is left out; write `itself` if its own status is meant")
            }
            Self::SaidTwice { other } => write!(
                f,
                "{other} promises the same to the same; two texts of one duty invite two readings: keep one"
            ),
            Self::Lacks(clause) => f.write_str(lacks(*clause)),
            plain => f.write_str(advice(plain)),
        }
    }
}

const fn missing(gap: Gap) -> &'static str {
    match gap {
        Gap::Trigger => {
            "what calls the promise in is not said; write `when always`, or `when \"…\"` with facts that can be established"
        }
        Gap::Finder => {
            "who finds that the trigger has come is not said, so each would judge for itself; write `found by` an organ with its majority, or `found by each for itself` if that is meant"
        }
        Gap::ActOwed => {
            "the act that is owed is not said; write `owes \"…\"`: which assistance, from whom, within which time"
        }
        Gap::Exceptions => {
            "exceptions are not said; write `except \"…\"`, at least how self-defence and decisions of the Security Council stand to it"
        }
        Gap::Duration => {
            "how long it lasts is not said; write `until withdrawal`, `until` a date, or `for` a time"
        }
        Gap::EarlierDuties => {
            "how it relates to earlier duties is not said; write `restates \"…\"` where it repeats one, and settle which prevails (UN Charter art. 103, VCLT art. 30)"
        }
    }
}

const fn of_abstention(gap: Gap) -> &'static str {
    match gap {
        Gap::ActOwed => {
            "a negative guarantee owes no act; say what follows from a breach with `remedy`, or make the act a positive guarantee of its own"
        }
        _ => {
            "an abstention needs nobody to call it in; leave `found by` out, or make what is to be found the trigger of a positive guarantee"
        }
    }
}

const fn withdrawal(clause: WithdrawalClause) -> &'static str {
    match clause {
        WithdrawalClause::Missing => {
            "it lasts until withdrawal, and no statement says how a party withdraws; add `withdrawal` with a notice long enough for the others to adapt"
        }
        WithdrawalClause::Silent => {
            "it lasts until withdrawal, on which the text is silent; VCLT art. 56 then decides whether one may leave at all: add a clause with a notice"
        }
        WithdrawalClause::Excluded => {
            "it lasts until withdrawal, which the text excludes; write another duration or allow withdrawal"
        }
    }
}

const fn lacks(clause: FinalClause) -> &'static str {
    match clause {
        FinalClause::EntryIntoForce => {
            "the instrument does not say when it enters into force; VCLT art. 24(2) would ask for the consent of all negotiating States: add `in force …`"
        }
        FinalClause::Withdrawal => {
            "the instrument does not say how a party may leave, nor with which notice; add `withdrawal …`, `excluded` if nobody may"
        }
        FinalClause::Depositary => {
            "the instrument names no depositary (VCLT art. 76); nobody would be charged with receiving instruments and telling the parties: add `depositary \"…\"`"
        }
        FinalClause::Languages => {
            "the instrument does not say in which languages it is authentic (VCLT art. 33); add `authentic …`"
        }
    }
}

const fn advice(advice: &Advice) -> &'static str {
    match advice {
        Advice::NotReturned => {
            "those to whom it is promised promise nothing of the kind in return; if it is to be mutual, write `to every other party` or add the promise in the other direction"
        }
        Advice::OwnJudge => {
            "each guarantor judges for itself whether it must act, so the beneficiary cannot rely on it; name an organ, or facts that leave nothing to judge"
        }
        Advice::AllOrNone => {
            "the guarantors owe only together: one that hesitates keeps all others from acting (Luxembourg 1867); write `jointly and severally`, or `act alone yes`"
        }
        Advice::ThirdParty => {
            "the beneficiaries are no parties: a State's assent is presumed, an organization's is not (VCLT art. 36, VCLT-IO art. 36); say whether their right may be revoked without them (VCLT art. 37(2)) and who may invoke it"
        }
        Advice::UnilateralForAll => {
            "a unilateral act binds its author alone and lays no duty on others without their consent; promises to one another belong in a treaty: leave `force` out"
        }
        Advice::RepeatsTheCharter => {
            "not to use force is already owed under UN Charter art. 2(4); say so with `restates`, and say what this promise adds, lest it be read as narrower"
        }
        Advice::SelfDefence => {
            "a ban on force that does not keep self-defence apart invites dispute with UN Charter art. 51; add `except \"self-defence under Article 51 of the Charter\"`"
        }
        Advice::EventUnfound => {
            "it ends with an event that nobody is named to establish; nothing computes that day: name the organ that finds it, or a date"
        }
        Advice::NoTime => {
            "the act owed has no time; an urgent duty says `at once` or `within` so many hours or days"
        }
        Advice::Invocation => {
            "who may invoke a breach is not said; write `invoked by beneficiary`, or `invoked by any party` if it is owed to all"
        }
        Advice::LinkedToItself => {
            "it is linked to its own instrument; name the other one or leave `linked to` out"
        }
        _ => "",
    }
}
