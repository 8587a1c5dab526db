//! What stands behind an English verb that reports: quotations, a clause, and where that clause ends.

use alloc::vec::Vec;

use super::super::speech::Class;
use super::super::word::Sort;
use super::Reader;
use super::speaker::Speaker;
use super::verbs::{self, ASK, BARE, CALL, Found, GERUND, OF, QUOTE, TELL, THAT, TO};
use super::words::{ADVERBS, AUDIENCES, FINITE, PREPOSITIONS};

/// How far behind its verb "that" may stand.
const THAT_WITHIN: usize = 12;

/// Words that begin a clause on which another one depends.
const CONJUNCTIONS: [&str; 8] = [
    "if", "unless", "when", "once", "because", "although", "until", "while",
];

/// What stands behind a verb.
pub(super) enum Behind {
    Quotes(Vec<usize>),
    Clause(usize),
    Called,
    Nothing,
}

impl Reader<'_, '_, '_> {
    /// What stands behind a verb.
    pub(super) fn behind(&self, found: &Found, from: usize, end: usize) -> Behind {
        let tokens = self.tokens;
        let at = self.after_addressee(found, from, end);
        if found.frames & QUOTE != 0
            && let Some(quotes) = self.quotes_from(at, end)
        {
            return Behind::Quotes(quotes);
        }
        if found.frames & THAT != 0
            && let Some(that) = self.that(from, end)
        {
            return Behind::Clause(that + 1);
        }
        if found.frames & OF != 0
            && (from..end).any(|at| matches!(tokens.word_at(at), "of" | "for"))
        {
            return Behind::Clause(from);
        }
        if found.frames & TO != 0 && tokens.word_at(from) == "to" {
            return Behind::Clause(from);
        }
        if found.frames & ASK != 0
            && (from..end.min(from + 12)).any(|at| tokens.word_at(at) == "to")
        {
            let is_call = found.class == Class::Characterise;
            let start = if matches!(tokens.word_at(from), "on" | "upon") {
                from + 1
            } else {
                from
            };
            if !is_call || start > from {
                return Behind::Clause(start);
            }
        }
        if found.frames & GERUND != 0
            && tokens.word_at(from).ends_with("ing")
            && tokens.word_at(from).len() > 5
        {
            return Behind::Clause(from);
        }
        if found.frames & CALL != 0 {
            return Behind::Called;
        }
        if found.frames & BARE != 0 && at < end && self.is_bare_clause(at, end, found) {
            return Behind::Clause(at);
        }
        Behind::Nothing
    }

    /// "The border, Tavsal said, would stay open": where what is said goes on with its own verb behind the
    /// one that reports.
    pub(super) fn goes_on(&self, found: &Found, speaker: &Speaker, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let (start, behind) = (speaker.start, speaker.end);
        let is_inserted = start > self.from
            && tokens.is_mark(start - 1, ',')
            && found.frames & BARE != 0
            && !speaker.is_shared
            && tokens.is_mark(behind, ',');
        let front = self.from..start;
        let has_subject = front.clone().any(|at| tokens.list[at].sort == Sort::Word)
            && !front
                .clone()
                .any(|at| FINITE.has(tokens.word_at(at)) || tokens.quote_at(at).is_some());
        let is_finite = FINITE.has(tokens.word_at(behind + 1)) && behind + 1 < end;
        // "In exchange, he said, Halvar must …": only a circumstance stands before.
        let first = tokens.word_at(self.from);
        let is_circumstance = (PREPOSITIONS.has(first) || CONJUNCTIONS.contains(&first))
            && !front.into_iter().any(|at| tokens.quote_at(at).is_some())
            && (behind + 1..end).any(|at| FINITE.has(tokens.word_at(at)))
            && tokens.quote_at(behind + 1).is_none();
        (is_inserted && (has_subject && is_finite || is_circumstance)).then_some(behind + 1)
    }

    /// The place after whoever is told, and after adverbs of time.
    pub(super) fn after_addressee(&self, found: &Found, from: usize, end: usize) -> usize {
        let tokens = self.tokens;
        let mut at = from;
        if found.frames & TELL != 0 {
            let last = (from..end.min(from + 6))
                .take_while(|at| tokens.list[*at].sort == Sort::Word)
                .find(|at| AUDIENCES.has(tokens.word_at(*at)));
            let mention = self
                .mentions
                .iter()
                .find(|mention| mention.tokens.start == from);
            at = match (last, mention) {
                (Some(last), _) => last + 1,
                (None, Some(mention)) => mention.tokens.end,
                (None, None) => self.told(from, end),
            };
        }
        loop {
            let word = tokens.word_at(at);
            let is_time =
                ADVERBS.has(word) && !matches!(word, "had" | "has" | "have" | "did" | "on");
            let is_day = word == "on" && ADVERBS.has(tokens.word_at(at + 1));
            let is_place = matches!(word, "in" | "at")
                && tokens.is_name(at + 1)
                && (tokens.quote_at(at + 2).is_some()
                    || tokens.is_mark(at + 2, ':')
                    || tokens.is_mark(at + 2, ',')
                    || tokens.word_at(at + 2) == "on");
            at = if is_day || is_place {
                at + 2
            } else if is_time {
                at + 1
            } else {
                break;
            };
        }
        at.min(end)
    }

    /// The place behind whoever is told, where a mark or "that" follows: "the house,".
    fn told(&self, from: usize, end: usize) -> usize {
        let tokens = self.tokens;
        let is_named = |at: &usize| {
            let word = tokens.word_at(*at);
            tokens.list[*at].sort == Sort::Word && word != "that" && !FINITE.has(word)
        };
        let begins = matches!(
            tokens.word_at(from),
            "the" | "a" | "an" | "his" | "her" | "its" | "their"
        );
        let behind = (from..end.min(from + 5)).take_while(is_named).count() + from;
        let is_set_off = behind >= end
            || tokens.word_at(behind) == "that"
            || matches!(tokens.list[behind].sort, Sort::Mark(_) | Sort::Quote(_));
        if begins && is_set_off {
            behind
        } else {
            from + 1
        }
    }

    /// Quotations that begin here, after a comma or colon, and go on to the end of the clause.
    fn quotes_from(&self, from: usize, end: usize) -> Option<Vec<usize>> {
        let tokens = self.tokens;
        let mut at = from;
        while at < end && (tokens.is_mark(at, ',') || tokens.is_mark(at, ':')) {
            at += 1;
        }
        tokens.quote_at(at)?;
        let is_whole =
            (at..end).all(|at| matches!(tokens.list[at].sort, Sort::Quote(_) | Sort::Mark(_)));
        let is_set_off = at > from;
        if !is_whole && !is_set_off {
            return None;
        }
        let quotes = (at..end).map_while(|at| match tokens.list[at].sort {
            Sort::Quote(quote) => Some(Some(quote)),
            Sort::Mark(_) => Some(None),
            _ => None,
        });
        Some(quotes.flatten().collect())
    }

    /// Where "that" stands behind a verb, with no other clause between.
    fn that(&self, from: usize, end: usize) -> Option<usize> {
        (from..end.min(from + THAT_WITHIN))
            .take_while(|at| {
                matches!(
                    self.tokens.list[*at].sort,
                    Sort::Word | Sort::Number | Sort::Mark(',' | '(' | ')')
                ) && !FINITE.has(self.tokens.word_at(*at))
            })
            .find(|at| self.tokens.word_at(*at) == "that")
    }

    fn is_bare_clause(&self, at: usize, end: usize, found: &Found) -> bool {
        let tokens = self.tokens;
        let word = tokens.word_at(at);
        if !matches!(
            tokens.list[at].sort,
            Sort::Word | Sort::Number | Sort::Quote(_)
        ) || PREPOSITIONS.has(word) && found.tokens.end != at
        {
            return false;
        }
        if PREPOSITIONS.has(word)
            || matches!(
                word,
                "so" | "nothing" | "little" | "and" | "but" | "as" | "goodbye"
            )
        {
            return false;
        }
        let is_finite = |at: usize| {
            if tokens.quote_at(at).is_some() {
                return true;
            }
            let word = tokens.word_at(at);
            FINITE.has(word) || word.len() > 4 && word.ends_with("ed") || word.ends_with("n't")
        };
        (at + 1..end).any(is_finite)
    }

    /// Where the clause that begins here ends: with the sentence, or before the next one who reports.
    pub(super) fn clause_end(&self, from: usize) -> usize {
        let tokens = self.tokens;
        let mut end = self.sentence.end;
        while end > from
            && matches!(
                tokens.list[end - 1].sort,
                Sort::Mark('.' | '!' | '?' | '…' | ';')
            )
        {
            end -= 1;
        }
        for at in from..end {
            let Some(next) = verbs::verb_at(tokens, at, from) else {
                continue;
            };
            if let Some(boundary) = self.boundary(&next, from) {
                return boundary;
            }
        }
        end
    }

    /// Where a clause ends before another verb that reports, if it does not only stand within the clause.
    fn boundary(&self, next: &Found, from: usize) -> Option<usize> {
        let tokens = self.tokens;
        let mut at = next.tokens.start;
        while at > from && ADVERBS.has(tokens.word_at(at - 1)) {
            at -= 1;
        }
        if next.is_gerund {
            return (at > from && tokens.is_mark(at - 1, ',')).then(|| at - 1);
        }
        if at > from && matches!(tokens.word_at(at - 1), "and" | "but" | "then") {
            let comma = at > from + 1 && tokens.is_mark(at - 2, ',');
            return Some(at - 1 - usize::from(comma));
        }
        let subject = self
            .mentions
            .iter()
            .find(|mention| mention.tokens.end == at && mention.tokens.start > from)?;
        let start = subject.tokens.start;
        let joins = |word: &str| matches!(word, "while" | "but" | "and" | "whereas");
        if joins(tokens.word_at(start - 1)) {
            let comma = start > from + 1 && tokens.is_mark(start - 2, ',');
            let other = next.frames & (THAT | QUOTE | OF) != 0
                && (comma || tokens.word_at(start - 1) != "and");
            return other.then(|| start - 1 - usize::from(comma));
        }
        // "…, Tavsal said, "…"": the quotations of both sides are that verb's.
        let is_trailing = (tokens.is_mark(start - 1, ',') || tokens.quote_at(start - 1).is_some())
            && next.frames & QUOTE != 0;
        is_trailing.then(|| start - usize::from(tokens.is_mark(start - 1, ',')))
    }
}
