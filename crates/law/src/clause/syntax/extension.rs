//! Statements beyond the core: recognised by their vocabulary, kept in words.
//!
//! What they mean is not known here. A statement of the core that deviates is kept in words only
//! if the deviating words belong to the vocabulary; anything else is a fault of form.

use alloc::vec::Vec;

use crate::clause::diagnostic::{Delimiter, Detail};
use crate::clause::rule::{Extension, ExtensionKeyword, Rule, Span, Statement};
use crate::clause::syntax::cursor::{Cursor, Read, Stop};
use crate::clause::syntax::statement::Reading;
use crate::clause::syntax::value::folded;
use crate::clause::token::{Shape, Token};

/// The words with which a statement begins, and what it then is.
type Opening = (&'static str, ExtensionKeyword);

/// Statements that share their first word with one of the core.
const BEFORE_CORE: [Opening; 2] = [
    ("consent to", ExtensionKeyword::ConsentBeyond),
    ("consent with at least", ExtensionKeyword::ConsentBeyond),
];

/// Statements that begin with words of their own.
const OF_THEIR_OWN: [Opening; 7] = [
    ("unit", ExtensionKeyword::Unit),
    (
        "provisional application",
        ExtensionKeyword::ProvisionalApplication,
    ),
    ("declaration", ExtensionKeyword::Declaration),
    ("amendment", ExtensionKeyword::Amendment),
    ("between two parties", ExtensionKeyword::Pair),
    ("only for parties to", ExtensionKeyword::Link),
    ("duty", ExtensionKeyword::Duty),
];

/// Returns what a statement of the core becomes when it uses vocabulary beyond it.
pub(super) fn beyond(rule: &Rule) -> Option<ExtensionKeyword> {
    match rule {
        Rule::Force(_) => Some(ExtensionKeyword::InForceBeyond),
        Rule::Provisional(_) => Some(ExtensionKeyword::ProvisionallyInForce),
        Rule::Ends(_) => Some(ExtensionKeyword::Ends),
        Rule::Joiner(_) => Some(ExtensionKeyword::JoinerBeyond),
        Rule::Withdrawal(_) => Some(ExtensionKeyword::WithdrawalBeyond),
        Rule::Reservations(_) => Some(ExtensionKeyword::ReservationsBeyond),
        Rule::Consent(_) => Some(ExtensionKeyword::ConsentBeyond),
        Rule::Open(_) => Some(ExtensionKeyword::OpenBeyond),
        Rule::Guarantee(_) => Some(ExtensionKeyword::Guarantee),
        Rule::Group(_) | Rule::Weights(_) | Rule::Together(_) | Rule::Extension(_) => None,
    }
}

impl Cursor<'_> {
    /// Reads a whole statement: the unit it is for, its rule, its citation, its later reading.
    pub(super) fn statement(&mut self) -> Read<Statement> {
        let before = self.faults.count();
        let for_unit = self.phrase("for unit");
        if for_unit {
            self.needed(Self::name)?;
            self.require(":")?;
        }
        let mut reading = self.rule()?;
        if for_unit {
            reading = Reading::Beyond(ExtensionKeyword::ForUnit);
        }
        let mut citation = self.citation();
        if self.rare_phrase("read so from") {
            self.needed(Self::date)?;
            self.require("because")?;
            self.needed(Self::text)?;
            citation = citation.or_else(|| self.citation());
            reading = Reading::Beyond(ExtensionKeyword::ReadSo);
        }
        self.end()?;
        if self.faults.count() > before {
            return Err(Stop);
        }
        let rule = match reading {
            Reading::Core(rule) => rule,
            Reading::Beyond(keyword) => self.in_words(keyword),
        };
        let first = self.passed_since(0).first();
        Ok(Statement {
            rule,
            citation,
            span: self.whole_span(),
            line: first.map_or(1, |token| token.line),
        })
    }

    fn in_words(&self, keyword: ExtensionKeyword) -> Rule {
        let passed = self.passed_since(0).iter().copied();
        let cited = |token: &Token| token.shape == Shape::Citation;
        let tokens = passed.filter(|token| !cited(token)).collect::<Vec<_>>();
        Rule::Extension(Extension {
            keyword,
            words: folded(self.source(), &tokens),
        })
    }

    /// Passes the words with which one of these statements begins.
    pub(super) fn opening_of_its_own(&mut self) -> Option<ExtensionKeyword> {
        let found = OF_THEIR_OWN.iter().find(|(words, _)| self.phrase(words))?;
        Some(found.1)
    }

    /// Passes the words that turn the beginning of a core statement into another statement.
    pub(super) fn opening_before_core(&mut self) -> Option<ExtensionKeyword> {
        let found = BEFORE_CORE
            .iter()
            .find(|(words, _)| self.hidden_phrase(words))?;
        Some(found.1)
    }

    /// Passes the rest of the statement; only what opens and closes is checked.
    pub(super) fn rest_in_words(&mut self, keyword: ExtensionKeyword) -> Read<Reading> {
        let mut open = Vec::new();
        while let Some(token) = self.peek() {
            let raw = self.peek_raw();
            match (token.shape, raw) {
                (Shape::Citation, _) => break,
                (Shape::Broken, _) => return Err(Stop),
                (_, Some("read")) if self.later_reading_follows() => break,
                (Shape::Mark, Some("(")) => open.push((")", token.span)),
                (Shape::Mark, Some("{")) => open.push(("}", token.span)),
                (Shape::Mark, Some(mark @ (")" | "}"))) => {
                    let closes = open.pop().is_some_and(|(expected, _)| expected == mark);
                    if !closes {
                        return self.unbalanced(token.span, Detail::Unopened(delimiter(mark)));
                    }
                }
                _ => {}
            }
            self.advance();
        }
        match open.pop() {
            Some((mark, span)) => self.unbalanced(span, Detail::Unclosed(delimiter(mark))),
            None => Ok(Reading::Beyond(keyword)),
        }
    }

    fn unbalanced<T>(&mut self, span: Span, detail: Detail) -> Read<T> {
        self.faults.syntax(span, detail);
        Err(Stop)
    }

    /// Passes one of the additions to a notice of withdrawal, and returns whether one stands here.
    pub(super) fn withdrawal_beyond(&mut self) -> Read<bool> {
        if self.beyond_phrase(", or on the later date it names")
            || self.beyond_phrase(", not during armed conflict")
        {
            return Ok(true);
        }
        if self.beyond_phrase(", with reasons to") {
            self.needed(Self::text)?;
        } else if self.beyond_phrase(", only at the end of") {
            self.years()?;
            self.require("and then of each")?;
            self.years()?;
        } else if self.beyond_phrase(", only within") {
            self.needed(Self::period)??;
            self.require("after each")?;
            self.years()?;
        } else if self.beyond_phrase(", ending also") {
            self.list(Self::treaty)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    fn years(&mut self) -> Read<()> {
        self.needed(|cursor| cursor.whole(crate::calendar::LONGEST_PERIOD))?;
        if self.rare_phrase("year") {
            return Ok(());
        }
        self.require("years")
    }

    /// Passes one of the additions to a reservations clause, and returns whether one stands here.
    pub(super) fn reservations_beyond(&mut self) -> Read<bool> {
        if self.beyond_phrase(", void if at least") {
            self.blocking_number()?;
            self.require("object within")?;
            self.needed(Self::period)??;
            self.require("of notification")?;
        } else if self.beyond_phrase(", expiring after") {
            self.needed(Self::period)??;
            self.rare_phrase("unless renewed");
        } else {
            return Ok(false);
        }
        Ok(true)
    }
}

fn delimiter(mark: &str) -> Delimiter {
    match mark {
        "{" | "}" => Delimiter::Brace,
        _ => Delimiter::Parenthesis,
    }
}
