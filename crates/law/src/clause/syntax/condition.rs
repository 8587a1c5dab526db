//! Conditions: counts, sets, shares, other treaties and days.
//!
//! What is not evaluated is recognised here too; the tree has no place for it, so a stand-in is
//! returned and the statement is kept in words (`Cursor::beyond`).

use alloc::vec;
use alloc::vec::Vec;

use crate::clause::diagnostic::{Code, Detail, Expected};
use crate::clause::rule::{AsAt, Atom, Bound, Condition, Filter, Noun, Roll, Set, Share};
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
        if let Some(proportion) = self.proportion(Bound::AtLeast)? {
            return Ok(proportion);
        }
        let least = self.needed(|cursor| cursor.whole(u32::MAX))?;
        if self.phrase("of") {
            return Ok(Atom::Of {
                least,
                set: self.set()?,
            });
        }
        let (noun, filters) = self.counted()?;
        Ok(Atom::Count {
            least,
            noun,
            filters,
        })
    }

    /// Reads what follows `more than`.
    fn more(&mut self) -> Read<Atom> {
        if let Some(proportion) = self.proportion(Bound::MoreThan)? {
            return Ok(proportion);
        }
        let than = self.needed(|cursor| cursor.whole(u32::MAX))?;
        let (noun, filters) = self.counted()?;
        Ok(Atom::MoreThan {
            than,
            noun,
            filters,
        })
    }

    fn counted(&mut self) -> Read<(Noun, Vec<Filter>)> {
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
        Ok((noun, filters))
    }

    fn filter(&mut self) -> Read<Option<Filter>> {
        if self.rare_phrase("counting notices of provisional application") {
            Ok(Some(Filter::CountingProvisional))
        } else if self.phrase("of") {
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
        self.beyond |= matches!(share, Share::Fraction(..)) && self.as_at()?.is_some();
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
        if self.rare_phrase("more than") {
            return self.more();
        }
        if self.rare_phrase("together more than") {
            return self.share_above();
        }
        if self.beyond_phrase("together") {
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

    /// Reads what follows `together more than`.
    fn share_above(&mut self) -> Read<Atom> {
        let fraction = self.needed(Self::fraction)?;
        self.require("of")?;
        let table = self.needed(Self::name)?;
        // A table has no dates: which of its states would count is not known.
        self.beyond |= self.as_at()?.is_some();
        Ok(Atom::ShareAbove { fraction, table })
    }

    /// Passes the fraction of a set whose objection makes a reservation void.
    pub(super) fn blocking_number(&mut self) -> Read<()> {
        match self.proportion(Bound::AtLeast)? {
            Some(_) => Ok(()),
            None => self.unexpected(),
        }
    }

    /// Reads a fraction of a set, if one stands here. The set must be fixed: by `as at`, or because
    /// it is listed (EIF-10, E03).
    fn proportion(&mut self, bound: Bound) -> Read<Option<Atom>> {
        let written = self.peek();
        let Some(fraction) = self.fraction() else {
            return Ok(None);
        };
        self.require("of")?;
        let set = self.any_set(false)?;
        let dated = match &set {
            Set::PartiesTo { as_at, .. } => as_at.is_some(),
            Set::AsAt { .. } | Set::Listed(_) => true,
            // A word of the wider vocabulary that was replaced by a stand-in says no day either.
            Set::Signatories | Set::Named(_) => false,
        };
        if let Some(token) = written.filter(|_| !dated) {
            let fraction = quote(token.raw(self.source()));
            let detail = Detail::FractionWithoutDay { fraction };
            self.faults.push(Code::E03, token.span, detail);
        }
        Ok(Some(Atom::Proportion {
            bound,
            fraction,
            set,
        }))
    }

    /// Reads a set of participants.
    pub(super) fn set(&mut self) -> Read<Set> {
        self.any_set(true)
    }

    /// Reads a set; a roll that has no meaning without a day must name one where `day_needed`.
    fn any_set(&mut self, day_needed: bool) -> Read<Set> {
        if self.phrase("{") {
            return Ok(Set::Listed(self.members()?));
        }
        if self.phrase("signatories") {
            return Ok(match self.as_at()? {
                Some(day) => self.on_its_day(Roll::Signatories, day),
                None => Set::Signatories,
            });
        }
        if self.phrase("parties to") {
            return self.parties_to();
        }
        for fixed in ["all states", "vienna formula", "organizations"] {
            if self.beyond_phrase(fixed) {
                return Ok(Set::Signatories);
            }
        }
        let roll = if self.rare_phrase("members of") {
            Roll::MembersOf(self.needed(Self::name)?)
        } else if self.hidden_phrase("parties") {
            Roll::Parties
        } else {
            return Ok(Set::Named(self.needed(Self::name)?));
        };
        match self.as_at()? {
            Some(day) => Ok(self.on_its_day(roll, day)),
            None if day_needed => {
                self.expect(Expected::Words("as at"));
                self.unexpected()
            }
            None => Ok(Set::Signatories),
        }
    }

    /// Who is a party to the treaty itself follows from its entry into force: a joiner's own term
    /// cannot ask for it.
    fn on_its_day(&mut self, roll: Roll, day: AsAt) -> Set {
        self.beyond |= self.joining && roll == Roll::Parties;
        Set::AsAt { roll, day }
    }

    fn parties_to(&mut self) -> Read<Set> {
        let treaty = self.needed(Self::treaty)?;
        let as_at = if self.phrase("as at") {
            Some(self.day_of_roll()?)
        } else {
            None
        };
        Ok(match as_at {
            None => Set::PartiesTo {
                treaty,
                as_at: None,
            },
            Some(AsAt::Date(day)) => Set::PartiesTo {
                treaty,
                as_at: Some(day),
            },
            Some(day) => Set::AsAt {
                roll: Roll::PartiesTo(treaty),
                day,
            },
        })
    }

    /// Reads `as at` and its day, if it stands here.
    fn as_at(&mut self) -> Read<Option<AsAt>> {
        if self.rare_phrase("as at") {
            return self.day_of_roll().map(Some);
        }
        Ok(None)
    }

    fn day_of_roll(&mut self) -> Read<AsAt> {
        if let Some(day) = self.date() {
            return Ok(AsAt::Date(day));
        }
        let days = [
            ("adoption", AsAt::Adoption),
            ("opening", AsAt::Opening),
            ("the trigger", AsAt::Trigger),
            ("each day", AsAt::EachDay),
            ("communication", AsAt::Communication),
        ];
        match days.into_iter().find(|(words, _)| self.phrase(words)) {
            Some((_, day)) => Ok(day),
            None => self.unexpected(),
        }
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
