//! The guarantee line (`docs/spec/guarantee.md`): one promise, its clauses in any order, each at
//! most once.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::calendar::LONGEST_PERIOD;
use crate::clause::diagnostic::{Code, Conflict, Detail};
use crate::clause::rule::Set;
use crate::clause::syntax::cursor::{Cursor, Read};
use crate::guarantee::force::LegalForce;
use crate::guarantee::promise::{
    Beneficiaries, Finder, Guarantors, Invoker, Lasting, Mode, Promise, Sense, Trigger,
};

/// The words with which a clause begins, in the order in which clauses are printed, with the name
/// under which it counts: `until` and `for` say the same thing.
const CLAUSES: [(&str, &str); 12] = [
    ("when", "when"),
    ("found by", "found by"),
    ("owes", "owes"),
    ("act alone", "act alone"),
    ("except", "except"),
    ("invoked by", "invoked by"),
    ("remedy", "remedy"),
    ("until", "until"),
    ("for", "until"),
    ("force", "force"),
    ("restates", "restates"),
    ("linked to", "linked to"),
];

impl Cursor<'_> {
    /// Reads what follows `guarantee`.
    pub(super) fn guarantee(&mut self) -> Read<Box<Promise>> {
        self.code = Code::T404;
        let name = self.needed(Self::name)?;
        let sense = if self.phrase("negative") {
            Sense::Negative
        } else {
            self.require("positive")?;
            Sense::Positive
        };
        self.require("by")?;
        let by = self.guarantors()?;
        self.require("to")?;
        let to = self.beneficiaries()?;
        self.require(",")?;
        let mode = self.mode()?;
        self.require("of")?;
        let object = self.needed(Self::text)?;
        let mut promise = Box::new(Promise {
            name,
            sense,
            by,
            to,
            mode,
            object,
            trigger: None,
            finder: None,
            owes: None,
            act_alone: None,
            except: None,
            invoked_by: None,
            remedy: None,
            lasts: None,
            force: None,
            restates: None,
            linked_to: None,
        });
        let mut given = Vec::new();
        while self.clause(&mut promise, &mut given)? {}
        self.beyond |= !is_evaluated(&promise);
        Ok(promise)
    }

    fn guarantors(&mut self) -> Read<Guarantors> {
        Ok(if self.phrase("each party") {
            Guarantors::EachParty
        } else if self.phrase("all parties") {
            Guarantors::AllParties
        } else {
            Guarantors::Set(self.set()?)
        })
    }

    fn beneficiaries(&mut self) -> Read<Beneficiaries> {
        Ok(if self.phrase("every other party") {
            Beneficiaries::EveryOtherParty
        } else if self.phrase("all parties") {
            Beneficiaries::AllParties
        } else if self.phrase("itself") {
            Beneficiaries::Itself
        } else if self.phrase("third") {
            Beneficiaries::Third(self.set()?)
        } else {
            Beneficiaries::Set(self.set()?)
        })
    }

    fn mode(&mut self) -> Read<Mode> {
        let mut modes = Mode::ALL.into_iter();
        match modes.find(|mode| self.phrase(mode.words())) {
            Some(mode) => Ok(mode),
            None => self.unexpected(),
        }
    }

    /// Reads one clause, if one comes next.
    fn clause(&mut self, promise: &mut Promise, given: &mut Vec<&'static str>) -> Read<bool> {
        let begun_at = self.position();
        let found = CLAUSES.iter().find(|(words, clause)| {
            // A clause that was given is still understood, and offered nowhere.
            if given.contains(clause) {
                self.hidden_phrase(words)
            } else {
                self.phrase(words)
            }
        });
        let Some((words, clause)) = found else {
            return Ok(false);
        };
        if given.contains(clause) {
            let span = self.span_since(begun_at);
            let detail = Detail::ClauseTwice { clause };
            self.faults.push(Code::T405, span, detail);
        }
        given.push(clause);
        self.clause_of(words, promise)?;
        let alone = promise.act_alone == Some(false) && !promise.mode.is_joint();
        if *words == "act alone" && alone {
            self.conflict(begun_at, Conflict::AloneOfSeveral);
        }
        Ok(true)
    }

    fn clause_of(&mut self, words: &str, promise: &mut Promise) -> Read<()> {
        match words {
            "when" => promise.trigger = Some(self.trigger()?),
            "found by" => promise.finder = Some(self.finder()?),
            "owes" => promise.owes = Some(self.needed(Self::text)?),
            "act alone" => promise.act_alone = Some(self.yes_or_no()?),
            "except" => promise.except = Some(self.needed(Self::text)?),
            "invoked by" => promise.invoked_by = Some(self.invoker()?),
            "remedy" => promise.remedy = Some(self.needed(Self::text)?),
            "until" => promise.lasts = Some(self.until()?),
            "for" => promise.lasts = Some(self.for_a_time()?),
            "force" => promise.force = Some(self.legal_force()?),
            "restates" => promise.restates = Some(self.needed(Self::text)?),
            _ => promise.linked_to = Some(self.needed(Self::treaty)?),
        }
        Ok(())
    }

    fn conflict(&mut self, begun_at: usize, conflict: Conflict) {
        let span = self.span_since(begun_at);
        self.faults
            .push(Code::T407, span, Detail::Conflict(conflict));
    }

    fn trigger(&mut self) -> Read<Trigger> {
        if self.phrase("always") {
            return Ok(Trigger::Always);
        }
        self.needed(Self::text).map(Trigger::Words)
    }

    fn finder(&mut self) -> Read<Finder> {
        if self.phrase("each for itself") {
            return Ok(Finder::EachForItself);
        }
        let name = self.needed(Self::name)?;
        let begun_at = self.position();
        let majority = if self.phrase("by") {
            Some(self.needed(Self::fraction)?)
        } else {
            None
        };
        if majority
            .is_some_and(|(numerator, denominator)| numerator == 0 || denominator < numerator)
        {
            self.conflict(begun_at, Conflict::NoMajority);
        }
        Ok(Finder::Organ { name, majority })
    }

    fn yes_or_no(&mut self) -> Read<bool> {
        if self.phrase("yes") {
            return Ok(true);
        }
        self.require("no")?;
        Ok(false)
    }

    fn invoker(&mut self) -> Read<Invoker> {
        if self.phrase("beneficiary") {
            return Ok(Invoker::Beneficiary);
        }
        self.require("any party")?;
        Ok(Invoker::AnyParty)
    }

    fn until(&mut self) -> Read<Lasting> {
        if let Some(day) = self.date() {
            return Ok(Lasting::Until(day));
        }
        if self.phrase("withdrawal") {
            return Ok(Lasting::UntilWithdrawal);
        }
        self.needed(Self::text).map(Lasting::UntilEvent)
    }

    fn for_a_time(&mut self) -> Read<Lasting> {
        let begun_at = self.position();
        let (count, unit) = self.needed(Self::period)??;
        if count == 0 || count > LONGEST_PERIOD {
            self.conflict(begun_at, Conflict::NoTime);
        }
        Ok(Lasting::For(count, unit))
    }

    fn legal_force(&mut self) -> Read<LegalForce> {
        let mut forces = LegalForce::ALL.into_iter();
        match forces.find(|force| self.phrase(force.words())) {
            Some(force) => Ok(force),
            None => self.unexpected(),
        }
    }
}

/// Whether the sets of a promise are of those that are evaluated; otherwise it is kept in words.
fn is_evaluated(promise: &Promise) -> bool {
    use crate::clause::rule::{AsAt, Roll};
    promise.sets().all(|set| {
        !matches!(
            set,
            Set::AsAt {
                day: AsAt::Trigger | AsAt::Communication,
                ..
            } | Set::AsAt {
                roll: Roll::Parties,
                day: AsAt::Date(_) | AsAt::Adoption | AsAt::Opening,
            }
        )
    })
}
