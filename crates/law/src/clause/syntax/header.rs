//! The head of a treaty, policies, and the blocks of a depositary.

use alloc::vec::Vec;

use crate::calendar::Date;
use crate::clause::diagnostic::{Code, Detail};
use crate::clause::policy::CHOICES;
use crate::clause::rule::{Header, Policy, PolicySetting, Spanned};
use crate::clause::syntax::cursor::{Cursor, Read};

/// The words with which the fields of a header begin.
const FIELDS: [&str; 9] = [
    "id",
    "adopted",
    "opened",
    "depositary",
    "seat",
    "authentic",
    "announced in force",
    "data as of",
    "policy",
];

/// Returns the header field that begins with this word.
pub(super) fn field_beginning_with(word: &str) -> Option<&'static str> {
    FIELDS
        .into_iter()
        .find(|field| field.split(' ').next() == Some(word))
}

impl Cursor<'_> {
    /// Reads the title that follows `treaty`.
    pub(super) fn title(&mut self, header: &mut Header) -> Read<()> {
        header.title = self.needed(Self::text)?;
        Ok(())
    }

    /// Reads all header fields; a field with a fault is left out and the next line goes on.
    pub(super) fn fields(&mut self, header: &mut Header, seen: &mut Vec<&'static str>) {
        while self.peek().is_some() {
            let begun_at = self.position();
            if self.field(header, seen).is_err() {
                self.skip_line(begun_at);
            }
        }
    }

    fn field(&mut self, header: &mut Header, seen: &mut Vec<&'static str>) -> Read<()> {
        let Some(field) = FIELDS.into_iter().find(|field| self.phrase(field)) else {
            return self.unexpected();
        };
        if seen.contains(&field) {
            self.report(Detail::DuplicateField { field });
            return self.value(field, &mut Header::default());
        }
        if field != "policy" {
            seen.push(field);
        }
        self.value(field, header)
    }

    fn value(&mut self, field: &str, header: &mut Header) -> Read<()> {
        match field {
            "id" => header.id = self.sound(|c| c.needed(|c| c.spanned(Self::treaty)))?,
            "adopted" => {
                header.adopted = self.dated()?;
                if self.phrase("at") {
                    header.place = Some(self.needed(Self::text)?);
                }
            }
            "opened" => header.opened = self.dated()?,
            "depositary" => header.depositary = Some(self.needed(|c| c.spanned(Self::text))?),
            "seat" => {
                let place = self.needed(Self::text)?;
                self.require("zone")?;
                header.seat = Some((place, self.needed(Self::text)?));
            }
            "authentic" => {
                header.authentic = self.list(Self::language)?;
                if self.phrase("prevailing") {
                    header.prevailing = Some(self.needed(Self::language)?);
                }
            }
            "announced in force" => header.announced = self.dated()?,
            "data as of" => header.data_as_of = self.dated()?,
            _ => header.policies.extend(self.sound(Self::policy)?),
        }
        Ok(())
    }

    fn dated(&mut self) -> Read<Option<Spanned<Date>>> {
        self.sound(|cursor| cursor.needed(|cursor| cursor.spanned(Self::date)))
    }

    /// Reads a value, but returns none where a fault was reported: a stand-in is no value.
    fn sound<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<Option<T>> {
        let before = self.faults.count();
        let value = read(self)?;
        Ok((self.faults.count() == before).then_some(value))
    }

    /// Reads what follows `policy`.
    pub(super) fn policy(&mut self) -> Read<Policy> {
        let begun_at = self.position();
        let setting = self.setting()?;
        let from = self.date_after("from")?;
        let until = self.date_after("until")?;
        let span = self.span_since(begun_at);
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            let detail = Detail::EndsBeforeItBegins { from, until };
            self.faults.push(Code::E02, span, detail);
        }
        Ok(Policy {
            setting,
            from,
            until,
            span,
        })
    }

    /// Reads the date that follows this word, if the word comes next.
    pub(super) fn date_after(&mut self, word: &'static str) -> Read<Option<Date>> {
        if self.phrase(word) {
            return self.needed(Self::date).map(Some);
        }
        Ok(None)
    }

    fn setting(&mut self) -> Read<PolicySetting> {
        let Some((_, values)) = CHOICES.into_iter().find(|(policy, _)| self.phrase(policy)) else {
            return self.unexpected();
        };
        match values.iter().find(|(value, _)| self.phrase(value)) {
            Some((_, setting)) => Ok(*setting),
            None => self.unexpected(),
        }
    }

    /// Reads the policy lines of a depositary; a line with a fault is left out.
    pub(super) fn policies(&mut self, policies: &mut Vec<Policy>) {
        while self.peek().is_some() {
            let begun_at = self.position();
            let read = self
                .require("policy")
                .and_then(|()| self.sound(Self::policy));
            match read {
                Ok(policy) => policies.extend(policy),
                Err(_) => self.skip_line(begun_at),
            }
        }
    }
}
