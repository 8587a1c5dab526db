//! Where a Turkish clause begins: behind the words that say when, where, to whom and on what occasion it
//! was said. "Terek, görüşmenin ardından gazetecilere sınırın açılacağını söyledi": he spoke after the
//! meeting, and to journalists.

use super::super::mention::Role;
use super::super::word_list::WordList;
use super::Reader;
use super::form::Form;
use super::suffix::{self, Case, Nominal};
use super::verbs;
use super::words::{ANONYMITY, AUDIENCES, EVENTS, RELATIVE, UTTERED_IN};

/// The longest phrase of an occasion before a clause, in tokens.
const OCCASION: usize = 12;

/// Before which "basın" stands.
static MEETING: WordList = WordList::of(&["toplantı"]);

/// The longest phrase of an audience or of a time before a clause, in tokens.
const SHORT: usize = 5;

impl Reader<'_, '_, '_> {
    /// Where a clause begins: after marks, particles, connectives and the circumstances of its saying.
    pub(super) fn clause_start(&self, start: usize, end: usize) -> usize {
        let mut at = self.skip(start, end);
        while let Some(behind) = self.circumstance(at, end).filter(|behind| *behind < end) {
            at = self.skip(behind, end);
        }
        at
    }

    fn skip(&self, start: usize, end: usize) -> usize {
        let is_light = |at: usize| {
            [',', '.', ')', ';']
                .iter()
                .any(|mark| self.tokens.is_mark(at, *mark))
                || matches!(
                    self.tokens.word_at(at),
                    "ise" | "da" | "de" | "ayrıca" | "ve" | "ancak" | "öte" | "yandan"
                )
        };
        // What stands in brackets behind the subject: "(DDB)", "(52)".
        let closed = (start..end.min(start + SHORT)).find(|at| self.tokens.is_mark(*at, ')'));
        let start = match closed {
            Some(closed) if self.tokens.is_mark(start, '(') && closed + 1 < end => closed + 1,
            _ => start,
        };
        (start..end)
            .find(|at| !is_light(*at) || at + 1 >= end)
            .unwrap_or(start)
    }

    /// The place behind a phrase that says when, to whom or on what occasion.
    fn circumstance(&self, at: usize, end: usize) -> Option<usize> {
        self.apposition(at, end)
            .or_else(|| self.as_said(at, end))
            .or_else(|| self.day(at))
            .or_else(|| self.occasion(at, end))
            .or_else(|| self.event_before(at, end))
            .or_else(|| self.audience(at, end))
            .or_else(|| self.set_off(at, end))
    }

    /// "Halvar'ın eski dışişleri bakanı," behind the name of whoever that is.
    fn apposition(&self, at: usize, end: usize) -> Option<usize> {
        let limit = (at + OCCASION).min(end.saturating_sub(1));
        let comma = (at..limit).find(|place| self.tokens.is_mark(*place, ','))?;
        let is_office = comma > at
            && at > self.sentence.start
            && self.tokens.is_mark(at - 1, ',')
            && self.are_plain(at, comma)
            && self.mentions.iter().any(|mention| {
                mention.tokens.end == comma
                    && mention.role == Role::Subject
                    && mention.name.is_empty()
                    && !mention.office.is_empty()
            });
        is_office.then_some(comma + 1)
    }

    /// "Denker'in de söylediği gibi,": that somebody else said it too is no part of the clause.
    fn as_said(&self, at: usize, end: usize) -> Option<usize> {
        let limit = (at + OCCASION).min(end.saturating_sub(1));
        let comma = (at..limit).find(|place| self.tokens.is_mark(*place, ','))?;
        let of = (at..comma).find_map(|place| {
            let found = verbs::verb_at(self.tokens, place, at)?;
            (found.form == Form::As).then_some(found.tokens.end)
        })?;
        (of + 1 == comma).then_some(comma + 1)
    }

    /// "dün akşam saatlerinde"; of other days it is not certain that they are those of the saying.
    fn day(&self, at: usize) -> Option<usize> {
        let word = |at| self.tokens.word_at(at);
        if word(at) == "daha" && matches!(word(at + 1), "sonra" | "önce") {
            return Some(at + 2);
        }
        if !matches!(word(at), "dün" | "bugün") {
            return None;
        }
        let is_more = |at: &usize| {
            matches!(
                word(*at),
                "sabah"
                    | "akşam"
                    | "gece"
                    | "öğleden"
                    | "önce"
                    | "sonra"
                    | "saatlerinde"
                    | "saatlerde"
            )
        };
        Some(at + 1 + (at + 1..self.sentence.end).take_while(is_more).count())
    }

    /// "Kanal Beş'e verdiği röportajda", "katıldığı bir programda", "basın toplantısında".
    fn occasion(&self, at: usize, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let limit = (at + OCCASION).min(end.saturating_sub(1));
        let is_held = |place: usize| (at..=place).any(|at| is_participle(tokens.word_at(at)));
        for place in at..limit {
            let word = tokens.word_at(place);
            let is_press =
                place > at && tokens.word_at(place - 1) == "basın" && suffix::is_in(word, &MEETING);
            let is_event = suffix::is_in(word, &EVENTS)
                && (is_press || tokens.is_mark(place + 1, ',') || is_held(place));
            if (suffix::is_in(word, &UTTERED_IN) || is_event) && !self.is_somebody_elses(at, place)
            {
                if !self.are_plain(at, place + 1) {
                    return None;
                }
                let behind = place + 1;
                let more = self.occasion(behind, end).filter(|_| is_event);
                return Some(more.unwrap_or(behind));
            }
        }
        None
    }

    /// "görüşmenin ardından", "bir soru üzerine"; behind anything else only where a comma sets it off.
    fn event_before(&self, at: usize, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let limit = (at + OCCASION).min(end.saturating_sub(1));
        for place in at + 1..limit {
            let (before, word) = (tokens.word_at(place - 1), tokens.word_at(place));
            let is_asked =
                word == "üzerine" && matches!(before, "soru" | "sorusu" | "sorular" | "soruları");
            let is_event =
                RELATIVE.has(word) && (EVENTS.begins(before) || UTTERED_IN.begins(before));
            if is_asked || is_event {
                return self.are_plain(at + 1, place + 1).then_some(place + 1);
            }
        }
        None
    }

    /// "gazetecilere", "toplanan gazetecilere", where more than the clause's own verb follows.
    fn audience(&self, at: usize, end: usize) -> Option<usize> {
        let limit = (at + SHORT).min(end.saturating_sub(2));
        (at..limit)
            .take_while(|place| !self.tokens.is_mark(*place, ','))
            .find(|place| AUDIENCES.has(self.tokens.word_at(*place)))
            .filter(|place| self.are_plain(at, place + 1))
            .map(|place| place + 1)
    }

    /// A phrase before a comma that only says when, where or on what occasion.
    fn set_off(&self, at: usize, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let limit = (at + OCCASION).min(end.saturating_sub(1));
        let comma = (at..limit).find(|place| tokens.is_mark(*place, ','))?;
        // "adının açıklanmaması kaydıyla,"
        let is_unnamed = (at..comma).any(|place| ANONYMITY.has(tokens.word_at(place)));
        let is_adverbial = comma > at && is_adverbial(tokens.word_at(comma - 1));
        ((is_adverbial || is_unnamed) && self.are_plain(at, comma)).then_some(comma + 1)
    }

    fn are_plain(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| self.is_plain(at))
    }

    /// Whether a token is no quotation, no verb that reports and no noun of a clause with a case.
    fn is_plain(&self, at: usize) -> bool {
        let word = self.tokens.word_at(at);
        let is_clause = suffix::clause(word).is_some_and(|(nominal, case)| {
            nominal != Nominal::Act
                && nominal != Nominal::Infinitive
                && !matches!(case, Case::Nominative | Case::Ablative)
        });
        let reports = verbs::verb_at(self.tokens, at, self.sentence.start)
            .is_some_and(|found| found.form == Form::Finite);
        self.tokens.quote_at(at).is_none() && !is_clause && !reports
    }

    /// Whether somebody in the genitive owns the occasion, who so is not whoever speaks.
    fn is_somebody_elses(&self, at: usize, place: usize) -> bool {
        self.mentions.iter().any(|mention| {
            mention.role == Role::Possessor
                && mention.tokens.start >= at
                && mention.tokens.end <= place
        })
    }
}

/// Whether a word may be a participle before a noun: `-DIğI`, `-(y)An`.
fn is_participle(word: &str) -> bool {
    let is_fact = matches!(
        suffix::clause(word),
        Some((Nominal::Fact, Case::Nominative))
    );
    is_fact || word.chars().count() > 4 && suffix::without(word, "An").is_some()
}

/// Whether a word before a comma only says when, where or on what occasion.
fn is_adverbial(word: &str) -> bool {
    ["da", "de", "ta", "te", "ken", "arak", "erek"]
        .iter()
        .any(|ending| word.ends_with(ending))
        && word.chars().count() > 4
        || RELATIVE.has(word)
        || AUDIENCES.has(word)
        || matches!(
            word,
            "üzerine" | "kapsamda" | "çerçevede" | "yandan" | "bugün" | "dün" | "hesabından"
        )
}
