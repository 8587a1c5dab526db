//! The reader of conditions: what a rule asks of a day.

use super::lex::billionths;
use super::read::Reader;
use super::rule::{Condition, Filter, ONE, Set, When};

impl Reader<'_> {
    pub(super) fn condition(&mut self) -> Result<Condition, String> {
        let mut parts = vec![self.conjunction()?];
        while self.has("or") {
            parts.push(self.conjunction()?);
        }
        Ok(Condition::Any(parts))
    }

    fn conjunction(&mut self) -> Result<Condition, String> {
        let mut parts = vec![self.atom()?];
        while self.has("and") {
            parts.push(self.atom()?);
        }
        Ok(Condition::All(parts))
    }

    fn atom(&mut self) -> Result<Condition, String> {
        if self.has("(") {
            let condition = self.condition()?;
            self.must(")")?;
            return Ok(condition);
        }
        if self.has("all of") {
            return self.set().map(Condition::AllOf);
        }
        if self.has("together at least") {
            return self.share(false);
        }
        if self.has("together more than") {
            return self.share(true);
        }
        if self.has("treaty") {
            let id = self.word()?;
            self.must("in force")?;
            return Ok(Condition::InForce(id));
        }
        if self.has("on or after") {
            return self.day().map(Condition::OnOrAfter);
        }
        let more = self.has("more than");
        if !more {
            self.must("at least")?;
        }
        if let Some(part) = self.part(more)? {
            return Ok(part);
        }
        let number = usize::try_from(self.count()?).map_err(|_| String::from("too large"))?;
        // More than so many is at least one more.
        let number = number + usize::from(more);
        if !more && self.has("of") {
            return Ok(Condition::CountOf(number, self.set()?));
        }
        let states_only = self.has("states");
        if !states_only {
            self.must("instruments")?;
        }
        let mut filters = Vec::new();
        let mut applicants = false;
        loop {
            if self.has("of") {
                filters.push(Filter::Of(self.set()?));
            } else if self.has("other than") {
                filters.push(Filter::OtherThan(self.set()?));
            } else if self.has("each with") {
                let table = self.word()?;
                self.must("at least")?;
                filters.push(Filter::EachWith(table, self.number()?));
            } else if self.has("counting notices of provisional application") {
                applicants = true;
            } else {
                return Ok(Condition::Count {
                    number,
                    states_only,
                    filters,
                    applicants,
                });
            }
        }
    }

    /// Reads a fraction of a set, if one comes next.
    fn part(&mut self, more: bool) -> Result<Option<Condition>, String> {
        let before = self.at;
        let word = self.word()?;
        let Some((above, below)) = word.split_once('/') else {
            self.at = before;
            return Ok(None);
        };
        let (Ok(numerator), Ok(denominator)) = (above.parse(), below.parse()) else {
            return Err(format!("{word} is no fraction"));
        };
        self.must("of")?;
        Ok(Some(Condition::PartOf {
            numerator,
            denominator,
            more,
            set: self.set()?,
        }))
    }

    fn share(&mut self, more: bool) -> Result<Condition, String> {
        let word = self.word()?;
        let wrong = format!("{word} is no share");
        let (numerator, denominator) = if let Some((above, below)) = word.split_once('/') {
            (above.parse().ok(), below.parse().ok())
        } else {
            self.must("%")?;
            (billionths(&word), Some(100 * ONE))
        };
        self.must("of")?;
        let table = self.word()?;
        let numerator = numerator.ok_or(wrong.clone())?;
        Ok(Condition::Share {
            more,
            numerator,
            denominator: denominator.ok_or(wrong)?,
            table,
        })
    }

    pub(super) fn set(&mut self) -> Result<Set, String> {
        if self.has("{") {
            let mut members = Vec::new();
            while !self.has("}") {
                let code = self.word()?;
                members.push(self.codes.number_of(&code));
                self.has(",");
            }
            return Ok(Set::Codes(members));
        }
        let set = if self.has("signatories") {
            Set::Signatories
        } else if self.has("parties to") {
            Set::PartiesTo(self.word()?, None)
        } else if self.has("parties") {
            Set::OwnParties
        } else if self.has("members of") {
            Set::MembersOf(self.word()?)
        } else {
            Set::Named(self.word()?)
        };
        if !self.has("as at") {
            return Ok(set);
        }
        let when = self.when()?;
        Ok(match (set, when) {
            (Set::PartiesTo(id, _), When::Day(day)) => Set::PartiesTo(id, Some(day)),
            (set, when) => Set::On(Box::new(set), when),
        })
    }

    fn when(&mut self) -> Result<When, String> {
        for (words, when) in [
            ("adoption", When::Adoption),
            ("opening", When::Opening),
            ("the trigger", When::Tested),
            ("each day", When::Tested),
            ("communication", When::Communication),
        ] {
            if self.has(words) {
                return Ok(when);
            }
        }
        self.day().map(When::Day)
    }
}
