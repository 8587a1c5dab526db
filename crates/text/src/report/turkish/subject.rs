//! Who speaks in a Turkish sentence, and where what they say begins.

use super::super::cast::Being;
use super::super::mention::{Mention, Role};
use super::super::scene::Scene;
use super::super::speech::{Class, Who};
use super::super::word::Sort;
use super::Reader;
use super::suffix;
use super::verbs::{Form, Found, PASSIVE};
use super::words::{BETWEEN, DOCUMENTS, JOINS, OCCASIONS, PEOPLES};

/// How far behind -(y)An its subject begins.
const BEHIND: usize = 3;

/// The longest phrase of an occasion before a clause, in tokens.
const OCCASION: usize = 9;

impl Reader<'_, '_, '_> {
    /// Who speaks with this verb, and the token where a clause of theirs begins.
    pub(super) fn speaker(
        &mut self,
        found: &Found,
        from: usize,
        scene: &mut Scene,
    ) -> (Who, usize) {
        if found.form == Form::Participle {
            let behind = self
                .mentions
                .iter()
                .find(|mention| {
                    mention.tokens.start >= found.tokens.end
                        && mention.tokens.start < found.tokens.end + BEHIND
                })
                .cloned();
            let who = behind
                .map(|mention| self.speaking(&mention, scene))
                .or_else(|| self.subject.clone());
            let start = self
                .nominative(from, found.tokens.start, true)
                .map_or(from, |mention| mention.tokens.end);
            return (who.unwrap_or_default(), start);
        }
        if found.takes & PASSIVE != 0 {
            return self.issuer(found, from, scene);
        }
        if let Some(mention) = self
            .nominative(from, found.tokens.start, from == self.sentence.start)
            .cloned()
        {
            let who = self.speaking(&mention, scene);
            return (who, mention.tokens.end);
        }
        let who = self.subject.clone().or_else(|| scene.topic.clone());
        (who.unwrap_or_default(), from)
    }

    /// Who is meant by the subject: "Rus tarafı" is Russia.
    fn speaking(&self, mention: &Mention, scene: &mut Scene) -> Who {
        let mut who = scene.who(self.tokens, mention);
        if mention.being == Being::Body && mention.office.last().is_some_and(|head| head == "taraf")
        {
            let first = self.tokens.base_at(mention.name.start);
            let state = PEOPLES
                .iter()
                .find(|(people, _)| *people == first)
                .map(|(_, state)| *state);
            who.name = Some(state.map_or_else(
                || {
                    let last = mention.name.end - 1;
                    let words = self.tokens.span(&(mention.name.start..last));
                    self.tokens.text[words].into()
                },
                Into::into,
            ));
        }
        who
    }

    /// The first mention in the nominative that may be a subject. Behind another clause of the sentence
    /// it must be set off.
    pub(super) fn nominative(&self, from: usize, to: usize, is_first: bool) -> Option<&Mention> {
        self.mentions
            .iter()
            .filter(|mention| mention.tokens.start >= from && mention.tokens.end <= to)
            .find(|mention| {
                mention.role == Role::Subject && self.may_be_subject(mention, from, is_first)
            })
    }

    fn may_be_subject(&self, mention: &Mention, from: usize, is_first: bool) -> bool {
        let tokens = self.tokens;
        let end = mention.tokens.end;
        let next = tokens.word_at(end);
        if JOINS.contains(&next) || tokens.is_mark(end, '-') || tokens.is_mark(end, '–') {
            return false;
        }
        let is_set_off = tokens.is_mark(end, ',')
            || matches!(next, "ise" | "da" | "de" | "dahi")
            || tokens.quote_at(end).is_some()
            || tokens.is_mark(end, '(');
        let word = tokens.base_at(mention.tokens.end - 1);
        let is_person = mention.being == Being::Person
            && (!mention.office.is_empty() || mention.name.len() > 1);
        let is_body = mention.being == Being::Body;
        let begins = mention.tokens.start == from
            || mention.tokens.start == self.sentence.start
            || (from < mention.tokens.start
                && (from..mention.tokens.start)
                    .all(|at| tokens.is_mark(at, ',') || BETWEEN.contains(&tokens.word_at(at))));
        if is_set_off {
            // An enumeration: "Halvar, Doruva ve …" has a name after its comma, then "ve".
            let is_listed = tokens.is_mark(end, ',')
                && self.mentions.iter().any(|other| {
                    other.tokens.start == end + 1
                        && matches!(tokens.word_at(other.tokens.end), "ve")
                        && other.role != Role::Possessor
                        && mention.office.is_empty()
                        && !begins
                });
            return !is_listed && (is_first || begins || mention.tokens.start > from);
        }
        if mention.being == Being::Unnamed {
            return begins
                && !mention.office.is_empty()
                && tokens.list[mention.tokens.start].is_capital;
        }
        if is_person || is_body {
            return is_first || begins;
        }
        // A bare name directly before other words: a genitive after it, or a known adverb.
        let genitive =
            suffix::without(next, "In").is_some() || suffix::without(next, "nIn").is_some();
        let is_apart = genitive
            || BETWEEN.contains(&next)
            || tokens
                .list
                .get(end)
                .is_some_and(|token| token.is_capital || token.sort == Sort::Number);
        begins && is_apart && !word.is_empty()
    }

    /// Who issued the document whose words a passive verb reports, and where the clause begins.
    fn issuer(&mut self, found: &Found, from: usize, scene: &mut Scene) -> (Who, usize) {
        let tokens = self.tokens;
        let document =
            (from..found.tokens.start).find(|at| DOCUMENTS.contains(&tokens.word_at(*at)));
        let by = (from..found.tokens.start).find(|at| tokens.word_at(*at) == "tarafından");
        let named = self
            .mentions
            .iter()
            .filter(|mention| mention.tokens.start >= from)
            .find(|mention| match (document, by) {
                (Some(document), _) if mention.tokens.end <= document => match mention.role {
                    Role::Source => true,
                    // "Tavsal'ın açıklamasında"; of "Tavsal'ın ofisinden yapılan açıklamada" it is the office.
                    Role::Possessor => !(mention.tokens.end..document).any(|at| {
                        ["dan", "den", "tan", "ten"]
                            .iter()
                            .any(|ending| tokens.word_at(at).ends_with(ending))
                    }),
                    _ => false,
                },
                (_, Some(by)) => mention.tokens.end == by,
                _ => false,
            })
            .cloned();
        let start = document.map_or(from, |at| at + 1);
        if let Some(mention) = named {
            let who = scene.who(tokens, &mention);
            scene.issuer = Some(who.clone());
            return (who, start.max(mention.tokens.end));
        }
        if document.is_some() {
            let who = scene
                .issuer
                .clone()
                .or_else(|| scene.topic.clone())
                .unwrap_or_default();
            return (who, start);
        }
        (Who::default(), from)
    }

    /// Where a clause begins: after marks, particles, connectives and the phrase of its occasion.
    pub(super) fn clause_start(&self, start: usize, end: usize) -> usize {
        let tokens = self.tokens;
        let skip = |mut at: usize| {
            while at + 1 < end
                && (tokens.is_mark(at, ',')
                    || tokens.is_mark(at, '.')
                    || matches!(
                        tokens.word_at(at),
                        "ise" | "da" | "de" | "ayrıca" | "ve" | "ancak" | "öte" | "yandan"
                    ))
            {
                at += 1;
            }
            at
        };
        let start = skip(start);
        let limit = (start + OCCASION).min(end.saturating_sub(1));
        let mut begin = start;
        for at in start..limit {
            let word = tokens.word_at(at);
            let is_press = matches!(word, "toplantısında" | "toplantıda")
                && at > start
                && tokens.word_at(at - 1) == "basın";
            let is_set_off = tokens.is_mark(at + 1, ',') && is_adverbial(word);
            if OCCASIONS.contains(&word) || is_press || is_set_off && self.is_light(start, at + 1) {
                begin = skip(at + 1);
            }
            if suffix::clause(word).is_some_and(|(nominal, _)| nominal != suffix::Nominal::Act)
                && !is_set_off
                && begin <= at
                && !OCCASIONS.contains(&word)
            {
                break;
            }
        }
        begin
    }

    /// Whether a phrase holds no quotation.
    fn is_light(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| self.tokens.quote_at(at).is_none())
    }

    /// "X'e göre, …": everything behind it is what X says.
    pub(super) fn according(&mut self, scene: &mut Scene) {
        let tokens = self.tokens;
        let Some(at) = self
            .sentence
            .clone()
            .find(|at| tokens.word_at(*at) == "göre")
        else {
            return;
        };
        let Some(mention) = self
            .mentions
            .iter()
            .find(|mention| mention.tokens.end == at && mention.role == Role::Object)
            .cloned()
        else {
            return;
        };
        let start = self.clause_start(at + 1, self.sentence.end);
        let mut end = self.sentence.end;
        while end > start && matches!(tokens.list[end - 1].sort, Sort::Mark('.' | '!' | '…')) {
            end -= 1;
        }
        let reports = (start..end).any(|at| super::verbs::verb_at(tokens, at, start).is_some());
        if start >= end || reports {
            return;
        }
        let who = scene.who(tokens, &mention);
        let verb = tokens.span(&(at..at + 1));
        let sentence = self.sentence.start;
        let is_title = |at| super::is_title(tokens, at, sentence);
        self.frame
            .indirect(start..end, &who, &verb, Class::Say, is_title, scene);
    }

    /// Remembers of whom the sentence speaks.
    pub(super) fn topic(&mut self, scene: &mut Scene) {
        let tokens = self.tokens;
        if let Some(who) = self.subject.take() {
            scene.topic = Some(who);
            return;
        }
        let subject = self
            .nominative(self.sentence.start, self.sentence.end, true)
            .cloned();
        if let Some(mention) = subject {
            let who = scene.who(tokens, &mention);
            scene.topic = Some(who);
        }
    }
}

/// Whether a word before a comma only says when, where or on what occasion.
fn is_adverbial(word: &str) -> bool {
    ["da", "de", "ta", "te"]
        .iter()
        .any(|ending| word.ends_with(ending))
        && word.chars().count() > 4
        || matches!(
            word,
            "üzerine"
                | "kapsamda"
                | "çerçevede"
                | "sonra"
                | "önce"
                | "sırasında"
                | "ardından"
                | "yandan"
                | "bugün"
                | "dün"
        )
}
