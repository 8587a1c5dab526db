//! Conditions: counts, sets, shares, other treaties and days.
//!
//! What only the vocabulary beyond the core knows is recognised here too; the tree has no place
//! for it, so a stand-in is returned and the statement is kept in words (`Cursor::beyond`).

use alloc::vec;
use alloc::vec::Vec;

use crate::clause::diagnostic::{Code, Detail, Expected};
use crate::clause::rule::{Atom, Condition, Filter, Noun, Set, Share};
use crate::clause::syntax::cursor::{Cursor, Read, quote};

/// Stands for a test beyond the core.
const STAND_IN: Atom = Atom::AllOf(Set::Signatories);

impl Cursor<'_> {
    /// Reads a condition; `or` binds more loosely than `and`.
    pub(super) fn condition(&mut self) -> Read<Condition> {
        let mut alternatives = vec![self.conjunction()?];
        while self.phrase("or") {
            alternatives.push(self.conjunction()?);
        }
        Ok(joined(alternatives, Condition::Any))
    }

    fn conjunction(&mut self) -> Read<Condition> {
        let mut tests = vec![self.test()?];
        while self.phrase("and") {
            tests.push(self.test()?);
        }
        Ok(joined(tests, Condition::All))
    }

    fn test(&mut self) -> Read<Condition> {
        if self.phrase("(") {
            return self.nested(Self::condition);
        }
        self.atom().map(Condition::Atom)
    }

    fn atom(&mut self) -> Read<Atom> {
        if self.phrase("at least") {
            self.least()
        } else if self.phrase("all of") {
            Ok(Atom::AllOf(self.set()?))
        } else if self.phrase("together at least") {
            self.share()
        } else if self.phrase("treaty") {
            self.other_treaty()
        } else if self.phrase("on or after") {
            Ok(Atom::OnOrAfter(self.needed(Self::date)?))
        } else {
            self.atom_beyond()
        }
    }

    /// Reads what follows `at least`.
    fn least(&mut self) -> Read<Atom> {
        if self.proportion()? {
            return Ok(STAND_IN);
        }
        let least = self.needed(|cursor| cursor.whole(u32::MAX))?;
        if self.phrase("of") {
            return Ok(Atom::Of {
                least,
                set: self.set()?,
            });
        }
        self.count(least)
    }

    fn count(&mut self, least: u32) -> Read<Atom> {
        let noun = if self.phrase("instruments") {
            Noun::Instruments
        } else {
            self.require("states")?;
            Noun::States
        };
        let mut filters = Vec::new();
        while let Some(filter) = self.filter()? {
            filters.push(filter);
        }
        Ok(Atom::Count {
            least,
            noun,
            filters,
        })
    }

    fn filter(&mut self) -> Read<Option<Filter>> {
        while self.beyond_phrase("counting notices of provisional application") {}
        if self.phrase("of") {
            Ok(Some(Filter::Of(self.set()?)))
        } else if self.phrase("other than") {
            Ok(Some(Filter::OtherThan(self.set()?)))
        } else if self.phrase("each with") {
            let table = self.needed(Self::name)?;
            self.require("at least")?;
            let least = self.needed(Self::number)?;
            Ok(Some(Filter::EachWith { table, least }))
        } else {
            Ok(None)
        }
    }

    /// Reads what follows `together at least`.
    fn share(&mut self) -> Read<Atom> {
        let share = if let Some((numerator, denominator)) = self.fraction() {
            Share::Fraction(numerator, denominator)
        } else {
            let percent = self.needed(Self::number)?;
            self.require("%")?;
            Share::Percent(percent)
        };
        self.require("of")?;
        let table = self.needed(Self::name)?;
        self.beyond |= matches!(share, Share::Fraction(..)) && self.as_at()?;
        Ok(Atom::Share { share, table })
    }

    fn other_treaty(&mut self) -> Read<Atom> {
        let treaty = self.needed(Self::treaty)?;
        self.require("in force")?;
        if !self.beyond_phrase("for it") && self.beyond_phrase("for all of") {
            self.set()?;
        }
        Ok(Atom::InForce(treaty))
    }

    fn atom_beyond(&mut self) -> Read<Atom> {
        if self.beyond_phrase("more than") {
            if !self.proportion()? {
                self.needed(|cursor| cursor.whole(u32::MAX))?;
                self.count(0)?;
            }
        } else if self.beyond_phrase("together more than") {
            self.needed(Self::fraction)?;
            self.require("of")?;
            self.needed(Self::name)?;
            self.as_at()?;
        } else if self.beyond_phrase("together") {
            self.needed(Self::name)?;
            self.require("at least")?;
            self.needed(Self::number)?;
            self.require("% of their")?;
            self.needed(Self::name)?;
        } else if self.beyond_phrase("decision of") {
            self.needed(Self::text)?;
        } else {
            return self.unexpected();
        }
        Ok(STAND_IN)
    }

    /// Passes the fraction of a set whose objection makes a reservation void.
    pub(super) fn blocking_number(&mut self) -> Read<()> {
        if self.proportion()? {
            return Ok(());
        }
        self.unexpected()
    }

    /// Passes a fraction of a set, and returns whether one stands here. The set must be fixed: by
    /// `as at`, or because it is listed (EIF-10, E03).
    fn proportion(&mut self) -> Read<bool> {
        let written = self.peek();
        if self.fraction().is_none() {
            return Ok(false);
        }
        self.beyond = true;
        self.require("of")?;
        let (set, dated) = self.set_and_day(false)?;
        if let Some(token) = written
            && !dated
            && !matches!(set, Set::Listed(_))
        {
            let fraction = quote(token.raw(self.source()));
            let detail = Detail::FractionWithoutDay { fraction };
            self.faults.push(Code::E03, token.span, detail);
        }
        Ok(true)
    }

    /// Reads a set of participants.
    pub(super) fn set(&mut self) -> Read<Set> {
        self.set_and_day(true).map(|(set, _)| set)
    }

    /// Reads a set and whether it is taken `as at` a day; a set beyond the core that changes must
    /// name the day where `day_needed`.
    fn set_and_day(&mut self, day_needed: bool) -> Read<(Set, bool)> {
        if self.phrase("{") {
            return Ok((Set::Listed(self.members()?), false));
        }
        if self.phrase("signatories") {
            let dated = self.as_at()?;
            self.beyond |= dated;
            return Ok((Set::Signatories, dated));
        }
        if self.phrase("parties to") {
            return self.parties_to();
        }
        for fixed in ["all states", "vienna formula", "organizations"] {
            if self.beyond_phrase(fixed) {
                return Ok((Set::Signatories, false));
            }
        }
        let changing = if self.beyond_phrase("members of") {
            self.needed(Self::name)?;
            true
        } else {
            self.beyond_phrase("parties")
        };
        if changing {
            let dated = self.as_at()?;
            if day_needed && !dated {
                self.expect(Expected::Words("as at"));
                return self.unexpected();
            }
            return Ok((Set::Signatories, dated));
        }
        Ok((Set::Named(self.needed(Self::name)?), false))
    }

    fn parties_to(&mut self) -> Read<(Set, bool)> {
        let treaty = self.needed(Self::treaty)?;
        let mut as_at = None;
        let mut dated = false;
        if self.phrase("as at") {
            dated = true;
            as_at = self.date();
            if as_at.is_none() {
                self.day_beyond()?;
            }
        }
        Ok((Set::PartiesTo { treaty, as_at }, dated))
    }

    /// Passes `as at` and its day, and returns whether it stands here.
    fn as_at(&mut self) -> Read<bool> {
        let stands = self.rare_phrase("as at");
        if stands && self.date().is_none() {
            self.day_beyond()?;
        }
        Ok(stands)
    }

    fn day_beyond(&mut self) -> Read<()> {
        self.beyond = true;
        let days = [
            "adoption",
            "opening",
            "the trigger",
            "each day",
            "communication",
        ];
        if days.into_iter().any(|day| self.phrase(day)) {
            return Ok(());
        }
        self.unexpected()
    }
}

fn joined(mut tests: Vec<Condition>, join: fn(Vec<Condition>) -> Condition) -> Condition {
    match tests.pop() {
        Some(only) if tests.is_empty() => only,
        last => {
            tests.extend(last);
            join(tests)
        }
    }
}
