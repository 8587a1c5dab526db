//! The linter for draft guarantees: T420 to T440 (treaty-law part 4, 6).
//!
//! It judges the words of a promise beside the other statements of its file. It knows no act and
//! stops nobody: a draft with advice is still a draft.

#[cfg(test)]
mod tests;
mod words;

use alloc::vec::Vec;

use sponsio_record::ParticipantId;

use crate::clause::rule::{
    ClauseFile, ExtensionKeyword, GroupSource, Rule, Set, Statement, Withdrawal,
};
use crate::guarantee::advice::{Advice, FinalClause, Gap, WithdrawalClause};
use crate::guarantee::force::LegalForce;
use crate::guarantee::promise::{
    Beneficiaries, Direction, Finder, Guarantors, Lasting, Mode, Promise, Sense,
};

/// Returns the advice on each guarantee of a file, with the statement that it concerns.
pub fn lint(file: &ClauseFile) -> Vec<(&Statement, Advice)> {
    let promises = promises(file);
    let mut found = Vec::new();
    for (nth, (statement, promise)) in promises.iter().enumerate() {
        let judged = Judged { file, promise };
        let mut advice = judged.incomplete();
        advice.extend(judged.doubtful());
        advice.extend(judged.reciprocity(&promises));
        advice.extend(said_before(
            promise,
            promises.get(..nth).unwrap_or_default(),
        ));
        found.extend(advice.into_iter().map(|advice| (*statement, advice)));
    }
    if let Some((first, _)) = promises.first() {
        found.extend(instrument(file).into_iter().map(|lacks| (*first, lacks)));
    }
    found
}

/// Returns what one promise leaves unsaid, of what a complete guarantee says (T420).
pub fn gaps(promise: &Promise) -> Vec<Gap> {
    let positive = promise.sense == Sense::Positive;
    let absent = [
        (promise.trigger.is_none(), Gap::Trigger),
        (positive && promise.finder.is_none(), Gap::Finder),
        (positive && promise.owes.is_none(), Gap::ActOwed),
        (promise.except.is_none(), Gap::Exceptions),
        (promise.lasts.is_none(), Gap::Duration),
        (
            promise.restates.is_none() && promise.linked_to.is_none(),
            Gap::EarlierDuties,
        ),
    ];
    let absent = absent.into_iter().filter(|(is_absent, _)| *is_absent);
    absent.map(|(_, gap)| gap).collect()
}

fn promises(file: &ClauseFile) -> Vec<(&Statement, &Promise)> {
    let statements = file.statements.iter();
    statements
        .filter_map(|statement| match &statement.rule {
            Rule::Guarantee(promise) => Some((statement, promise.as_ref())),
            _ => None,
        })
        .collect()
}

/// One promise in its file.
struct Judged<'f> {
    file: &'f ClauseFile,
    promise: &'f Promise,
}

impl Judged<'_> {
    fn incomplete(&self) -> Vec<Advice> {
        let promise = self.promise;
        let of_force = promise.sense == Sense::Negative && words::speaks_of_force(&promise.object);
        gaps(promise)
            .into_iter()
            .map(|gap| match gap {
                Gap::EarlierDuties if of_force => Advice::RepeatsTheCharter,
                Gap::Exceptions if of_force => Advice::SelfDefence,
                gap => Advice::Missing(gap),
            })
            .collect()
    }

    fn doubtful(&self) -> Vec<Advice> {
        let promise = self.promise;
        let positive = promise.sense == Sense::Positive;
        let (finder, owes) = (&promise.finder, promise.owes.as_deref());
        let header = &self.file.header;
        let own = header.id.as_ref().map(|id| &id.value);
        let mutual = promise.direction() == Direction::Mutual;
        let several = !matches!(&promise.by, Guarantors::Set(set) if self.size(set) == Some(1));
        let unsaid = promise.invoked_by.is_none() && !matches!(promise.to, Beneficiaries::Itself);
        let found = [
            (
                positive && *finder == Some(Finder::EachForItself),
                Advice::OwnJudge,
            ),
            (
                promise.mode == Mode::Jointly && promise.act_alone != Some(true) && several,
                Advice::AllOrNone,
            ),
            (
                matches!(promise.to, Beneficiaries::Third(_)),
                Advice::ThirdParty,
            ),
            (
                promise.force == Some(LegalForce::UnilateralAct) && mutual,
                Advice::UnilateralForAll,
            ),
            (
                !positive && finder.is_some(),
                Advice::OfAbstention(Gap::Finder),
            ),
            (
                !positive && owes.is_some(),
                Advice::OfAbstention(Gap::ActOwed),
            ),
            (
                positive && owes.is_some_and(|owes| !words::has_time(owes)),
                Advice::NoTime,
            ),
            (unsaid, Advice::Invocation),
            (
                promise.linked_to.is_some() && promise.linked_to.as_ref() == own,
                Advice::LinkedToItself,
            ),
        ];
        let found = found.into_iter().filter(|(is_so, _)| *is_so);
        let mut advice: Vec<Advice> = found.map(|(_, advice)| advice).collect();
        advice.extend(words::of_intention(&promise.object).map(|word| Advice::Intention { word }));
        advice.extend(self.duration());
        advice.extend(self.own_beneficiaries());
        advice
    }

    fn duration(&self) -> Option<Advice> {
        let adopted = self.file.header.adopted.as_ref().map(|day| day.value);
        match (&self.promise.lasts, adopted) {
            (Some(Lasting::Until(until)), Some(adopted)) if *until < adopted => {
                let until = *until;
                Some(Advice::EndsBeforeAdoption { until, adopted })
            }
            (Some(Lasting::UntilWithdrawal), _) => {
                withdrawal(self.file).err().map(Advice::Withdrawal)
            }
            (Some(Lasting::UntilEvent(_)), _) if self.promise.finder.is_none() => {
                Some(Advice::EventUnfound)
            }
            _ => None,
        }
    }

    fn own_beneficiaries(&self) -> Option<Advice> {
        let (Guarantors::Set(by), Beneficiaries::Set(to)) = (&self.promise.by, &self.promise.to)
        else {
            return None;
        };
        if by == to && self.size(by) != Some(1) {
            return None;
        }
        let (by, to) = (self.members(by)?, self.members(to)?);
        let both: Vec<_> = by.iter().filter(|one| to.contains(one)).cloned().collect();
        (!both.is_empty()).then_some(Advice::OwnBeneficiary(both))
    }

    /// A promise that no other one of the file returns.
    fn reciprocity(&self, promises: &[(&Statement, &Promise)]) -> Option<Advice> {
        let promise = self.promise;
        let returned = promises.iter().any(|(_, other)| {
            other.sense == promise.sense
                && ((other.direction() == Direction::Mutual && covers_all(other))
                    || matches!(
                        (&promise.by, &promise.to, &other.by, &other.to),
                        (
                            Guarantors::Set(by),
                            Beneficiaries::Set(to),
                            Guarantors::Set(back_by),
                            Beneficiaries::Set(back_to),
                        ) if by == back_to && to == back_by
                    ))
        });
        (promise.direction() == Direction::OneSided && !returned).then_some(Advice::NotReturned)
    }

    fn members(&self, set: &Set) -> Option<Vec<ParticipantId>> {
        match set {
            Set::Listed(members) => Some(members.clone()),
            Set::Named(name) => self
                .file
                .statements
                .iter()
                .find_map(|statement| match &statement.rule {
                    Rule::Group(group) if group.name == *name => match &group.members {
                        GroupSource::Listed(members) => Some(members.clone()),
                        GroupSource::File(_) | GroupSource::Unknown(_) => None,
                    },
                    _ => None,
                }),
            _ => None,
        }
    }

    fn size(&self, set: &Set) -> Option<usize> {
        self.members(set).map(|members| members.len())
    }
}

fn covers_all(promise: &Promise) -> bool {
    !matches!(promise.by, Guarantors::Set(_))
}

/// The first promise before this one that says the same of the same.
fn said_before(promise: &Promise, before: &[(&Statement, &Promise)]) -> Option<Advice> {
    let same = |other: &&(&Statement, &Promise)| {
        let other = other.1;
        (other.sense, &other.by, &other.to, &other.object)
            == (promise.sense, &promise.by, &promise.to, &promise.object)
    };
    let other = before.iter().find(same)?.1.name.clone();
    Some(Advice::SaidTwice { other })
}

/// Whether the text lets a party withdraw; otherwise what it says instead.
fn withdrawal(file: &ClauseFile) -> Result<(), WithdrawalClause> {
    let clause = file
        .statements
        .iter()
        .find_map(|statement| match &statement.rule {
            Rule::Withdrawal(Withdrawal::Silent) => Some(Err(WithdrawalClause::Silent)),
            Rule::Withdrawal(Withdrawal::Excluded) => Some(Err(WithdrawalClause::Excluded)),
            Rule::Withdrawal(Withdrawal::Notice { .. }) => Some(Ok(())),
            Rule::Extension(extension)
                if extension.keyword == ExtensionKeyword::WithdrawalBeyond =>
            {
                Some(Ok(()))
            }
            _ => None,
        });
    clause.unwrap_or(Err(WithdrawalClause::Missing))
}

/// The final clauses that an instrument with guarantees lacks (T440).
pub fn instrument(file: &ClauseFile) -> Vec<Advice> {
    let header = &file.header;
    let has_force = file
        .statements
        .iter()
        .any(|statement| match &statement.rule {
            Rule::Force(_) | Rule::Together(_) => true,
            Rule::Extension(extension) => extension.keyword == ExtensionKeyword::InForceBeyond,
            _ => false,
        });
    let lacking = [
        (!has_force, FinalClause::EntryIntoForce),
        (
            withdrawal(file) == Err(WithdrawalClause::Missing),
            FinalClause::Withdrawal,
        ),
        (header.depositary.is_none(), FinalClause::Depositary),
        (header.authentic.is_empty(), FinalClause::Languages),
    ];
    let lacking = lacking.into_iter().filter(|(is_so, _)| *is_so);
    lacking.map(|(_, clause)| Advice::Lacks(clause)).collect()
}
