//! The reader of Clausula's core text: from words to a rule.

use alloc::collections::{BTreeMap, BTreeSet};

use super::day::{Day, Unit};
use super::lex::{Token, billionths, statements};
use super::register::{Codes, consent_kind, group_table, weight_table};
use super::rule::{
    Bar, Billionths, Condition, Ends, Expiry, Group, Joiner, Moment, Organizations, Point,
    Policies, Rule, Term, Weights, Withdrawal,
};

const ORDINALS: [&str; 11] = [
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// Reads one treaty's file.
pub(super) fn read_rule(
    text: &str,
    codes: &mut Codes,
    files: &BTreeMap<String, String>,
) -> Result<Rule, String> {
    let mut rule = Rule::default();
    for tokens in statements(text) {
        let mut reader = Reader {
            tokens: &tokens,
            at: 0,
            codes,
            files,
        };
        reader
            .statement(&mut rule)
            .map_err(|why| format!("{why} in {tokens:?}"))?;
    }
    Ok(rule)
}

/// Reads `depositaries.clausula`.
pub(super) fn read_depositaries(
    text: &str,
    codes: &mut Codes,
    files: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, Policies>, String> {
    let mut found: BTreeMap<String, Policies> = BTreeMap::new();
    let mut name = String::new();
    for tokens in statements(text) {
        let mut reader = Reader {
            tokens: &tokens,
            at: 0,
            codes,
            files,
        };
        while !reader.is_done() {
            if reader.has("depositary") {
                name = reader.quoted()?;
            }
            let policies = found.entry(name.clone()).or_default();
            while reader.has("policy") {
                reader.policy(policies)?;
            }
        }
    }
    Ok(found)
}

pub(super) struct Reader<'a> {
    tokens: &'a [Token],
    pub(super) at: usize,
    pub(super) codes: &'a mut Codes,
    files: &'a BTreeMap<String, String>,
}

impl Reader<'_> {
    pub(super) fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Takes these words and marks if they come next.
    pub(super) fn has(&mut self, words: &str) -> bool {
        let mut at = self.at;
        for expected in words.split(' ') {
            let comes = match self.tokens.get(at) {
                Some(Token::Word(word)) => word == expected,
                Some(Token::Mark(mark)) => expected.chars().eq([*mark]),
                Some(Token::Quoted(_)) | None => false,
            };
            if !comes {
                return false;
            }
            at += 1;
        }
        self.at = at;
        true
    }

    pub(super) fn must(&mut self, words: &str) -> Result<(), String> {
        if self.has(words) {
            Ok(())
        } else {
            self.failed(words)
        }
    }

    pub(super) fn failed<T>(&self, expected: &str) -> Result<T, String> {
        Err(format!(
            "expected {expected}, found {:?}",
            self.tokens.get(self.at)
        ))
    }

    pub(super) fn word(&mut self) -> Result<String, String> {
        let Some(Token::Word(word)) = self.tokens.get(self.at) else {
            return self.failed("a word");
        };
        self.at += 1;
        Ok(word.clone())
    }

    pub(super) fn quoted(&mut self) -> Result<String, String> {
        let Some(Token::Quoted(text)) = self.tokens.get(self.at) else {
            return self.failed("a quoted text");
        };
        self.at += 1;
        Ok(text.clone())
    }

    pub(super) fn day(&mut self) -> Result<Day, String> {
        let word = self.word()?;
        Day::read(&word).ok_or(format!("{word} is no date"))
    }

    pub(super) fn count(&mut self) -> Result<u32, String> {
        let word = self.word()?;
        word.parse()
            .map_err(|_| format!("{word} is no whole number"))
    }

    pub(super) fn number(&mut self) -> Result<Billionths, String> {
        let word = self.word()?;
        billionths(&word).ok_or(format!("{word} is no number"))
    }

    fn unit(&mut self) -> Result<Unit, String> {
        let word = self.word()?;
        match word.trim_end_matches('s') {
            "day" => Ok(Unit::Days),
            "month" => Ok(Unit::Months),
            "year" => Ok(Unit::Years),
            _ => Err(format!("{word} is no unit of time")),
        }
    }

    fn file(&mut self) -> Result<String, String> {
        let name = self.quoted()?;
        self.files
            .get(&name)
            .cloned()
            .ok_or(format!("no file {name}"))
    }

    fn statement(&mut self, rule: &mut Rule) -> Result<(), String> {
        if self.has("treaty") {
            self.quoted()?;
            while !self.is_done() {
                self.header_field(rule)?;
            }
        } else if self.has("group") {
            let name = self.word()?;
            let group = self.group()?;
            rule.groups.insert(name, group);
        } else if self.has("weights") {
            let name = self.word()?;
            let weights = self.weights()?;
            rule.weights.insert(name, weights);
        } else if self.has("consent by") {
            rule.consent_by = Some(self.consent_by()?);
        } else if self.has("in force together with") {
            rule.together = Some(self.word()?);
        } else if self.has("provisionally in force") {
            rule.provisional = Some(self.moment(&mut rule.conditions)?);
        } else if self.has("ends") {
            let ends = self.ends(&mut rule.conditions)?;
            rule.ends.push(ends);
        } else if self.has("in force") {
            rule.force = Some(self.moment(&mut rule.conditions)?);
        } else if self.has("each joiner after entry into force") {
            rule.joiner = Some(self.joiner(true, &mut rule.conditions)?);
        } else if self.has("each later joiner") {
            rule.joiner = Some(self.joiner(false, &mut rule.conditions)?);
        } else if self.has("withdrawal") {
            rule.withdrawal = Some(self.withdrawal()?);
        } else if self.has("reservations") {
            self.at = self.tokens.len();
        } else {
            while !self.is_done() {
                self.header_field(rule)?;
            }
        }
        if self.is_done() {
            Ok(())
        } else {
            self.failed("the end of the statement")
        }
    }

    fn header_field(&mut self, rule: &mut Rule) -> Result<(), String> {
        if self.has("id") {
            rule.id = Some(self.word()?);
        } else if self.has("adopted") {
            rule.adopted = Some(self.day()?);
            if self.has("at") {
                self.quoted()?;
            }
        } else if self.has("opened") {
            rule.opened = Some(self.day()?);
        } else if self.has("depositary") {
            rule.depositary = Some(self.quoted()?);
        } else if self.has("authentic") {
            self.word()?;
            while self.has(",") {
                self.word()?;
            }
        } else if self.has("announced in force") {
            rule.announced = Some(self.day()?);
        } else if self.has("data as of") {
            self.day()?;
        } else if self.has("policy") {
            self.policy(&mut rule.policies)?;
        } else {
            return self.failed("a field of the header");
        }
        Ok(())
    }

    fn policy(&mut self, policies: &mut Policies) -> Result<(), String> {
        if self.has("period-expiry") {
            let next_day = self.has("next-day");
            if !next_day {
                self.must("same-day")?;
            }
            let from = if self.has("from") {
                Some(self.day()?)
            } else {
                None
            };
            let until = if self.has("until") {
                Some(self.day()?)
            } else {
                None
            };
            policies.expiry.push(Expiry {
                next_day,
                from,
                until,
            });
        } else {
            self.must("organizations")?;
            let organizations = match self.word()?.as_str() {
                "not-additional" => Organizations::NotAdditional,
                "counted" => Organizations::Counted,
                "never-counted" => Organizations::NeverCounted,
                other => return Err(format!("{other} is no policy on organizations")),
            };
            policies.organizations.get_or_insert(organizations);
        }
        Ok(())
    }

    fn group(&mut self) -> Result<Group, String> {
        if self.has("=") {
            return self.set().map(Group::Set);
        }
        if self.has("from") {
            let table = self.file()?;
            return group_table(&table, self.codes).map(Group::Table);
        }
        self.must("unknown")?;
        if !self.is_done() {
            self.quoted()?;
        }
        Ok(Group::Unknown)
    }

    fn weights(&mut self) -> Result<Weights, String> {
        if self.has("unknown") {
            if !self.is_done() {
                self.quoted()?;
            }
            return Ok(Weights::Unknown);
        }
        self.must("from")?;
        let table = self.file()?;
        let rows = weight_table(&table, self.codes)?;
        let total = if self.has("total") {
            self.number()?
        } else {
            rows.values().sum()
        };
        Ok(Weights::Table { rows, total })
    }

    fn consent_by(&mut self) -> Result<BTreeSet<&'static str>, String> {
        let mut kinds = BTreeSet::new();
        loop {
            let word = self.word()?;
            kinds.insert(consent_kind(&word).ok_or(format!("{word} is no act of consent"))?);
            if !self.has(",") {
                return Ok(kinds);
            }
        }
    }

    fn ends(&mut self, conditions: &mut Vec<Condition>) -> Result<Ends, String> {
        if self.has("when fewer than") {
            let number = usize::try_from(self.count()?).map_err(|_| String::from("too large"))?;
            self.must("parties")?;
            return Ok(Ends::FewerThan(number));
        }
        if self.has("with") {
            return self.word().map(Ends::With);
        }
        if self.has("by decision of") {
            self.quoted()?;
            return Ok(Ends::Decision);
        }
        self.term(conditions).map(Ends::Term)
    }

    fn moment(&mut self, conditions: &mut Vec<Condition>) -> Result<Moment, String> {
        if self.has("while") {
            let tested = self.condition()?;
            conditions.push(tested);
            let tested = self.has("tested on");
            if tested {
                self.quoted()?;
            }
            return Ok(Moment::While {
                condition: conditions.len() - 1,
                tested,
            });
        }
        if self.has("unmodelled") {
            self.quoted()?;
            return Ok(Moment::Unmodelled);
        }
        let before = self.at;
        if self.has("on")
            && let Ok(date) = self.day()
            && self.has("if by then")
        {
            let tested = self.condition()?;
            conditions.push(tested);
            let condition = conditions.len() - 1;
            self.must("; otherwise")?;
            let otherwise = self.term(conditions)?;
            return Ok(Moment::Fallback {
                date,
                condition,
                otherwise,
            });
        }
        self.at = before;
        let mut terms = vec![self.term(conditions)?];
        if self.has("; or earlier :") {
            terms.push(self.term(conditions)?);
            while self.has("; or earlier :") {
                terms.push(self.term(conditions)?);
            }
            return Ok(Moment::Earliest(terms));
        }
        while self.has("; or later :") {
            terms.push(self.term(conditions)?);
        }
        Ok(Moment::Latest(terms))
    }

    fn term(&mut self, conditions: &mut Vec<Condition>) -> Result<Term, String> {
        if self.has("on the first day of the month following") {
            return Ok(Term::FirstOfMonth(1, self.point(conditions)?));
        }
        if self.has("on the first day of the") {
            let word = self.word()?;
            let place = ORDINALS.iter().position(|ordinal| *ordinal == word);
            let months = place.and_then(|place| u32::try_from(place + 2).ok());
            let months = months.ok_or(format!("{word} is no ordinal number"))?;
            self.must("month following")?;
            return Ok(Term::FirstOfMonth(months, self.point(conditions)?));
        }
        if self.has("on") {
            return Ok(Term::On(self.point(conditions)?));
        }
        let (count, unit) = (self.count()?, self.unit()?);
        self.must("after")?;
        Ok(Term::After(count, unit, self.point(conditions)?))
    }

    fn point(&mut self, conditions: &mut Vec<Condition>) -> Result<Point, String> {
        if self.has("the day") {
            let condition = self.condition()?;
            conditions.push(condition);
            return Ok(Point::TheDay(conditions.len() - 1));
        }
        if self.has("(") {
            let term = self.term(conditions)?;
            self.must(")")?;
            return Ok(Point::Term(Box::new(term)));
        }
        for (words, point) in [
            ("that day", Point::ThatDay),
            ("its deposit", Point::ItsDeposit),
            ("general entry into force", Point::GeneralForce),
            ("adoption", Point::Adoption),
            ("opening", Point::Opening),
        ] {
            if self.has(words) {
                return Ok(point);
            }
        }
        self.day().map(Point::Date)
    }

    fn joiner(
        &mut self,
        after_force: bool,
        conditions: &mut Vec<Condition>,
    ) -> Result<Joiner, String> {
        let term = self.term(conditions)?;
        let even_before = self.has(", even before general entry into force");
        Ok(Joiner {
            after_force,
            even_before,
            term,
        })
    }

    fn withdrawal(&mut self) -> Result<Withdrawal, String> {
        if self.has("silent") {
            return Ok(Withdrawal::Silent);
        }
        if self.has("excluded") {
            return Ok(Withdrawal::Excluded);
        }
        let (count, unit) = (self.count()?, self.unit()?);
        self.must("after receipt of notice")?;
        if !self.has(", not before") {
            return Ok(Withdrawal::After {
                count,
                unit,
                bar: None,
            });
        }
        let (bar_count, bar_unit) = (self.count()?, self.unit()?);
        self.must("after")?;
        let own = self.has("its entry into force");
        if !own {
            self.must("general entry into force")?;
        }
        let bar = Some(Bar {
            count: bar_count,
            unit: bar_unit,
            own,
        });
        Ok(Withdrawal::After { count, unit, bar })
    }
}
