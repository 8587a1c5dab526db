//! The statements of the core, by the words with which they begin.

use alloc::string::String;
use alloc::vec::Vec;

use crate::clause::diagnostic::{Code, Detail, Expected};
use crate::clause::rule::{
    BarStart, ExtensionKeyword, Group, GroupSource, JoinerScope, NoticeBar, Open, OpenFor,
    Reservations, Rule, Set, WeightSource, Weights, Withdrawal,
};
use crate::clause::syntax::cursor::{Cursor, Read};
use crate::clause::syntax::extension;
use crate::clause::syntax::value::folded;
use crate::clause::token::Shape;

/// A statement as it was read: in the core, or beyond it and kept in words.
pub(super) enum Reading {
    Core(Rule),
    Beyond(ExtensionKeyword),
}

impl Cursor<'_> {
    /// Reads a statement without its citation.
    pub(super) fn rule(&mut self) -> Read<Reading> {
        if let Some(keyword) = self.opening_before_core() {
            return self.rest_in_words(keyword);
        }
        if let Some(rule) = self.core()? {
            return Ok(match extension::beyond(&rule).filter(|_| self.beyond) {
                Some(keyword) => Reading::Beyond(keyword),
                None => Reading::Core(rule),
            });
        }
        match self.opening_of_its_own() {
            Some(keyword) => self.rest_in_words(keyword),
            None => self.unexpected(),
        }
    }

    fn core(&mut self) -> Read<Option<Rule>> {
        let rule = if self.phrase("group") {
            Rule::Group(self.group()?)
        } else if self.phrase("weights") {
            Rule::Weights(self.weights()?)
        } else if self.phrase("consent by") {
            Rule::Consent(self.list(Self::act)?)
        } else if self.hidden_phrase("in force together with") {
            Rule::Together(self.needed(Self::treaty)?)
        } else if self.phrase("provisionally in force") {
            Rule::Provisional(self.moment()?)
        } else if self.phrase("ends") {
            Rule::Ends(self.ends()?)
        } else if self.phrase("in force") {
            Rule::Force(self.force()?)
        } else if self.phrase("each later joiner") {
            Rule::Joiner(self.joiner(JoinerScope::Later)?)
        } else if self.phrase("each joiner after entry into force") {
            Rule::Joiner(self.joiner(JoinerScope::AfterForce)?)
        } else if self.phrase("withdrawal") {
            Rule::Withdrawal(self.withdrawal()?)
        } else if self.phrase("reservations") {
            Rule::Reservations(self.reservations()?)
        } else if self.phrase("open for") {
            Rule::Open(self.open()?)
        } else if self.phrase("guarantee") {
            Rule::Guarantee(self.guarantee()?)
        } else {
            return Ok(None);
        };
        Ok(Some(rule))
    }

    fn group(&mut self) -> Read<Group> {
        let name = self.needed(Self::name)?;
        let members = if self.phrase("=") {
            self.require("{")?;
            GroupSource::Listed(self.members()?)
        } else if self.phrase("from") {
            GroupSource::File(self.needed(Self::text)?)
        } else {
            self.require("unknown")?;
            GroupSource::Unknown(self.text())
        };
        Ok(Group { name, members })
    }

    fn weights(&mut self) -> Read<Weights> {
        let name = self.needed(Self::name)?;
        let source = if self.phrase("from") {
            let path = self.needed(Self::text)?;
            let total = if self.phrase("total") {
                Some(self.needed(Self::number)?)
            } else {
                None
            };
            WeightSource::File { path, total }
        } else {
            self.require("unknown")?;
            WeightSource::Unknown(self.text())
        };
        Ok(Weights { name, source })
    }

    fn withdrawal(&mut self) -> Read<Withdrawal> {
        if self.phrase("silent") {
            return Ok(Withdrawal::Silent);
        }
        if self.phrase("excluded") {
            return Ok(Withdrawal::Excluded);
        }
        let (count, unit) = self.needed(Self::period)??;
        self.require("after receipt of notice")?;
        let not_before = if self.phrase(", not before") {
            Some(self.notice_bar()?)
        } else {
            None
        };
        while self.withdrawal_beyond()? {}
        Ok(Withdrawal::Notice {
            count,
            unit,
            not_before,
        })
    }

    fn notice_bar(&mut self) -> Read<NoticeBar> {
        let (count, unit) = self.needed(Self::period)??;
        self.require("after")?;
        let after = if self.phrase("general entry into force") {
            BarStart::GeneralForce
        } else {
            self.require("its entry into force")?;
            BarStart::ItsForce
        };
        Ok(NoticeBar { count, unit, after })
    }

    fn reservations(&mut self) -> Read<Reservations> {
        let allowed = if self.phrase("none") {
            Reservations::None
        } else if self.phrase("silent") {
            Reservations::Silent
        } else if self.phrase("any") {
            Reservations::Any
        } else if self.phrase("only to") {
            Reservations::OnlyTo(self.articles()?)
        } else if self.phrase("not to") {
            Reservations::NotTo(self.articles()?)
        } else {
            Reservations::Words(self.needed(Self::text)?)
        };
        while self.reservations_beyond()? {}
        Ok(allowed)
    }

    fn articles(&mut self) -> Read<Vec<String>> {
        let mut articles = Vec::new();
        loop {
            articles.push(self.needed(Self::article)?);
            let more = !self.reservations_beyond()? && self.phrase(",");
            if !more {
                return Ok(articles);
            }
        }
    }

    /// Reads the label of an article as the text spells it: `14 bis`, `7(2)(a)`, `"Annex I"`.
    fn article(&mut self) -> Option<String> {
        let begun_at = self.position();
        let mut depth = 0_u32;
        while let Some(token) = self.peek() {
            match self.peek_raw() {
                Some("(") => depth += 1,
                Some(")") if depth > 0 => depth -= 1,
                Some(",") if depth > 0 => {}
                Some(_) if token.shape == Shape::Mark || self.later_reading_follows() => break,
                Some(_) => {}
                None if token.shape == Shape::Text => {}
                None => break,
            }
            self.advance();
        }
        let label = self.passed_since(begun_at);
        if label.is_empty() || depth > 0 {
            self.expect(if depth > 0 {
                Expected::Words(")")
            } else {
                Expected::Article
            });
            return None;
        }
        Some(folded(self.source(), label))
    }

    fn open(&mut self) -> Read<Open> {
        let begun_at = self.position();
        let to_act = if self.phrase("signature") {
            OpenFor::Signature
        } else {
            self.require("accession")?;
            OpenFor::Accession
        };
        let to = if self.phrase("to") {
            Some(self.set()?)
        } else {
            None
        };
        // Who may take part is examined by hand where the roll has a day of its own.
        self.beyond |= matches!(to, Some(Set::AsAt { .. }));
        let from = self.date_after("from")?;
        let until = self.date_after("until")?;
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            let span = self.span_since(begun_at);
            let detail = Detail::EndsBeforeItBegins { from, until };
            self.faults.push(Code::E02, span, detail);
        }
        let place = if self.phrase("at") {
            Some(self.needed(Self::text)?)
        } else {
            None
        };
        let invited_by = if self.phrase("by invitation of") {
            Some(self.inviter()?)
        } else {
            None
        };
        Ok(Open {
            to_act,
            to,
            from,
            until,
            place,
            invited_by,
        })
    }

    fn inviter(&mut self) -> Read<String> {
        if self.phrase("all parties") {
            return Ok("all parties".into());
        }
        self.needed(Self::text)
    }
}
