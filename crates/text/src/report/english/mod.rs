//! Speech in English reports. The subject stands before its verb, or behind it after a quotation; what is
//! said stands behind the verb, or before a subject and verb that end the sentence.

mod clause;
mod lexicon;
mod names;
mod offices;
mod setting;
pub(super) mod signs;
mod speaker;
mod verbs;
mod words;

pub(super) use setting::{phrases, stages};

use alloc::vec::Vec;
use core::ops::Range;

use super::cast::Cast;
use super::frame::{Frame, Reported};
use super::mention::Mention;
use super::reading::{Cited, Span};
use super::scene::{Announced, Passage, Scene};
use super::speech::{Class, Who};
use super::word::{Sort, Tokens};
use clause::Behind;
use speaker::Speaker;
use verbs::{BARE, Found, QUOTE, THAT};
use words::{ADVERBS, DOCUMENTS, TITLE_AFTER, TITLE_BEFORE};

/// How far behind a missing mark whoever spoke is looked for, in tokens.
const NEAR: usize = 24;

/// The longest place from which a report is sent, in tokens.
const DATELINE: usize = 6;

/// Learns the names of a sentence.
pub(super) fn learn(tokens: &Tokens<'_>, sentence: &Range<usize>, cast: &mut Cast) {
    names::learn(tokens, sentence, cast);
}

/// Whether a sentence ends at this mark: not after an abbreviation or an initial, nor where a verb still
/// reports the question before it.
pub(super) fn ends(tokens: &Tokens<'_>, at: usize) -> bool {
    if tokens.quote_at(at).is_some() {
        let quoted = &tokens.text[tokens.list[at].start..tokens.list[at].end];
        let is_stop = quoted
            .trim_end_matches(['"', '”', '»', '’', '\''])
            .ends_with('.');
        return is_stop || !reports_soon(tokens, at + 1);
    }
    if !tokens.is_mark(at, '.') || at == 0 {
        return true;
    }
    let word = tokens.word_at(at - 1);
    let is_joined = tokens.list[at - 1].end == tokens.list[at].start;
    let is_initial = tokens.is_name(at - 1) && word.chars().count() == 1;
    let is_short = [
        "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "st", "no", "vs", "sen", "rep",
        "gov",
    ]
    .contains(&word);
    !(is_joined && (is_initial || is_short))
}

/// Whether a subject and a verb that reports follow before the sentence ends.
fn reports_soon(tokens: &Tokens<'_>, from: usize) -> bool {
    (from..(from + 8).min(tokens.list.len()))
        .take_while(|at| matches!(tokens.list[*at].sort, Sort::Word))
        .any(|at| verbs::verb_at(tokens, at, from).is_some_and(|found| found.frames & QUOTE != 0))
}

/// Whether a line holds a verb that reports.
pub(super) fn speaks(tokens: &Tokens<'_>) -> bool {
    (0..tokens.list.len()).any(|at| {
        verbs::verb_at(tokens, at, 0)
            .is_some_and(|found| found.frames & (THAT | QUOTE) != 0 && !found.is_gerund)
    })
}

/// Returns where a passage ends whose closing mark is missing: at the comma before who said it.
pub(super) fn inferred_end(tokens: &Tokens<'_>) -> Option<usize> {
    let all = 0..tokens.list.len();
    all.clone().find_map(|at| {
        if !matches!(tokens.list[at].sort, Sort::Mark(',' | '?' | '!' | '.')) {
            return None;
        }
        let near = at + 1..all.end.min(at + 1 + NEAR);
        let mention = names::mentions(tokens, &near).into_iter().next()?;
        let is_next = mention.tokens.start == at + 1;
        let verb = if is_next { mention.tokens.end } else { at + 1 };
        let found = verbs::verb_at(tokens, verb, at + 1)?;
        (found.frames & QUOTE != 0).then_some(tokens.list[at].end)
    })
}

/// Reads a sentence.
pub(super) fn sentence(passage: &Passage<'_, '_>, sentence: Range<usize>, scene: &mut Scene) {
    let mut reader = Reader::new(passage, &sentence, scene);
    reader.according(scene);
    reader.words_of(scene);
    reader.verbs(scene);
    reader.colon(scene);
    let announces = passage.tokens.is_mark(sentence.end - 1, ':');
    reader.frame.alone(scene, announces);
    reader.topic(scene);
}

/// Reads what somebody says within a quotation; returns whom the quotation cites.
pub(super) fn inside(passage: &Passage<'_, '_>, quote: usize, scene: &mut Scene) -> Vec<Cited> {
    let tokens = passage.within(quote);
    let inner = Passage {
        tokens: &tokens,
        ..*passage
    };
    let mut cited = Vec::new();
    for sentence in tokens.sentences(passage.quotes, ends) {
        let mut reader = Reader::new(&inner, &sentence, scene);
        reader.within(scene);
        cited.append(&mut reader.frame.cited);
    }
    cited
}

struct Reader<'r, 'p, 't> {
    frame: Frame<'r, 'p, 't>,
    tokens: &'r Tokens<'t>,
    sentence: Range<usize>,
    mentions: Vec<Mention<'r>>,
    /// Who speaks in this sentence so far.
    subject: Option<Who>,
    /// Up to where the sentence has been read.
    from: usize,
}

impl<'r, 'p, 't> Reader<'r, 'p, 't> {
    fn new(passage: &'r Passage<'p, 't>, sentence: &Range<usize>, scene: &Scene) -> Self {
        Self {
            frame: Frame::new(passage, sentence.clone(), scene),
            tokens: passage.tokens,
            sentence: sentence.clone(),
            mentions: names::mentions(passage.tokens, sentence),
            subject: None,
            from: dateline(passage.tokens, sentence).unwrap_or(sentence.start),
        }
    }
}

/// Where a sentence begins behind the place from which it is reported: "PORT ELDA — …".
fn dateline(tokens: &Tokens<'_>, sentence: &Range<usize>) -> Option<usize> {
    let dash = sentence.clone().take(DATELINE + 1).find(|at| {
        ['—', '–', '-']
            .iter()
            .any(|mark| tokens.is_mark(*at, *mark))
    })?;
    let is_capitals = |at: usize| {
        let word = &tokens.text[tokens.list[at].start..tokens.list[at].end];
        tokens.is_mark(at, ',') || word.chars().all(char::is_uppercase)
    };
    let is_place = dash > sentence.start && (sentence.start..dash).all(is_capitals);
    (is_place && dash + 1 < sentence.end).then_some(dash + 1)
}

impl Reader<'_, '_, '_> {
    fn verbs(&mut self, scene: &mut Scene) {
        let mut at = self.sentence.start;
        while at < self.sentence.end {
            let found = verbs::verb_at(self.tokens, at, self.sentence.start);
            if let Some(found) = found.filter(|_| at >= self.from)
                && let Some(speaker) = self.speaker(&found, scene)
            {
                self.verb(&found, &speaker, scene);
            }
            at += 1;
        }
    }

    /// Reads what a verb reports.
    fn verb(&mut self, found: &Found, speaker: &Speaker, scene: &mut Scene) {
        let tokens = self.tokens;
        let verb = tokens.span(&found.tokens);
        let how = Reported {
            verb: Some(verb.clone()),
            class: Some(found.class),
            clause: None,
        };
        let who = &speaker.who;
        let asks = (speaker.start..speaker.end)
            .any(|at| matches!(tokens.word_at(at), "journalist" | "reporter"));
        // "A journalist called out, “Are you resigning?”" is no speech of the report.
        let is_question = |reader: &Self, quote: usize| {
            asks && tokens.text[reader.frame.passage.inner(quote)].ends_with('?')
        };
        let before = self.before(speaker.start, found, speaker);
        let mut has_found = false;
        if let Some(quotes) = &before.quotes {
            for quote in quotes {
                self.frame.direct(*quote, who, how.clone(), scene);
            }
            has_found = true;
        }
        let end = self.clause_end(speaker.end);
        let behind = match self.goes_on(found, speaker, end) {
            Some(start) => Behind::Clause(start),
            None => self.behind(found, speaker.end, end),
        };
        // Whoever is called upon to do something is asked to.
        let class = match (found.class, &behind) {
            (Class::Characterise, Behind::Clause(_)) => Class::Propose,
            (class, _) => class,
        };
        match behind {
            Behind::Quotes(quotes) => {
                for quote in quotes {
                    if !is_question(self, quote) {
                        self.frame.direct(quote, who, how.clone(), scene);
                    }
                }
                has_found = true;
            }
            Behind::Clause(start) if start < end => {
                self.indirect(start..end, who, &verb, class, scene);
                has_found = true;
            }
            Behind::Called => {
                for at in speaker.end..end {
                    if let Some(quote) = tokens.quote_at(at)
                        && !self.is_title(at)
                        && !is_question(self, quote)
                    {
                        self.frame.direct(
                            quote,
                            who,
                            Reported {
                                clause: Some(tokens.span(&(speaker.end..end))),
                                ..how.clone()
                            },
                            scene,
                        );
                        has_found = true;
                    }
                }
            }
            _ => {
                if let Some(clause) = before
                    .clause
                    .clone()
                    .filter(|_| before.quotes.is_none() && found.frames & BARE != 0)
                {
                    self.indirect(clause, who, &verb, found.class, scene);
                    has_found = true;
                }
            }
        }
        if !has_found {
            return;
        }
        // "said in a statement": the statement is whoever's that is.
        let rest = speaker.end..self.sentence.end;
        if speaker.is_body
            || rest.clone().any(|at| {
                DOCUMENTS.has(tokens.word_at(at))
                    && matches!(
                        tokens.word_at(at - 1),
                        "a" | "joint" | "written" | "separate"
                    )
            })
        {
            scene.issuer = Some(who.clone());
        }
        let is_quoted =
            before.quotes.is_some() || scene.said.last().is_some_and(|said| said.is_direct);
        if is_quoted {
            scene.spoke = Some(Announced {
                who: who.clone(),
                verb: Some(verb),
            });
        }
        self.subject = Some(who.clone());
        self.from = if before.quotes.is_some() && end == self.sentence.end {
            speaker.end
        } else {
            end.max(speaker.end)
        };
    }

    fn indirect(
        &mut self,
        clause: Range<usize>,
        who: &Who,
        verb: &Span,
        class: Class,
        scene: &mut Scene,
    ) {
        self.nested(&clause, scene);
        let (tokens, sentence) = (self.tokens, self.sentence.clone());
        let is_title = |at| is_title(tokens, at, &sentence);
        self.frame
            .indirect(clause, who, verb, class, is_title, scene);
    }

    /// Who is cited in a clause: "Pryce said Teller had told him that "…"".
    fn nested(&mut self, clause: &Range<usize>, scene: &mut Scene) {
        let tokens = self.tokens;
        for at in clause.clone() {
            let Some(found) = verbs::verb_at(tokens, at, clause.start)
                .filter(|found| found.frames & (THAT | QUOTE) != 0 && !found.is_gerund)
            else {
                continue;
            };
            let mut before = at;
            while before > clause.start && ADVERBS.has(tokens.word_at(before - 1)) {
                before -= 1;
            }
            let mention = self.mentions.iter().find(|mention| {
                mention.tokens.start >= clause.start
                    && mention.tokens.end == before
                    && !mention.name.is_empty()
            });
            let Some(mention) = mention.cloned() else {
                continue;
            };
            let who = self.who(&mention, scene);
            let verb = tokens.span(&found.tokens);
            if let Some(quote) = (at..clause.end).find_map(|at| tokens.quote_at(at)) {
                let how = Reported {
                    verb: Some(verb.clone()),
                    class: Some(found.class),
                    clause: None,
                };
                self.frame.direct(quote, &who, how, scene);
            }
            let reports = !matches!(
                self.behind(&found, found.tokens.end, clause.end),
                Behind::Nothing
            );
            if let (Some(name), Some(named), true) = (who.name, who.named, reports) {
                self.frame.cited.push(Cited { name, named, verb });
            }
        }
    }

    fn is_title(&self, at: usize) -> bool {
        is_title(self.tokens, at, &self.sentence)
    }

    /// What stands before a subject and its verb: quotations, or a clause that they end.
    fn before(&self, start: usize, found: &Found, speaker: &Speaker) -> Before {
        let tokens = self.tokens;
        let mut at = start;
        let has_comma = at > self.from && tokens.is_mark(at - 1, ',');
        while at > self.from && tokens.is_mark(at - 1, ',') {
            at -= 1;
        }
        let none = Before {
            quotes: None,
            clause: None,
        };
        if at == self.from || found.is_gerund || speaker.is_shared {
            return none;
        }
        // "Asked, "Will you resign?", the minister answered": a reporter's question is not speech.
        let is_question = |quote: &usize| {
            tokens.word_at(self.sentence.start) == "asked"
                && self.tokens.text[self.frame.passage.inner(*quote)].ends_with('?')
        };
        let quotes: Vec<usize> = (self.from..at)
            .filter_map(|at| tokens.quote_at(at))
            .filter(|quote| !self.frame.is_taken(*quote) && !is_question(quote))
            .collect();
        let is_only = (self.from..at)
            .all(|at| matches!(tokens.list[at].sort, Sort::Quote(_) | Sort::Mark(_)));
        if is_only && !quotes.is_empty() && found.frames & QUOTE != 0 {
            return Before {
                quotes: Some(quotes),
                clause: None,
            };
        }
        // "He was ready, but "only today", the minister said."
        let is_last = self.is_last(self.after_addressee(found, speaker.end, self.sentence.end));
        let clause = (has_comma && is_last && !is_only).then_some(self.from..at);
        if clause.is_none()
            && let Some(quote) = tokens.quote_at(at - 1)
            && found.frames & QUOTE != 0
            && !self.frame.is_taken(quote)
            && !is_question(&quote)
            && !self.is_title(at - 1)
        {
            return Before {
                quotes: Some(alloc::vec![quote]),
                clause: None,
            };
        }
        Before {
            quotes: None,
            clause,
        }
    }

    /// Whether only time, place or occasion follows, up to the end of the sentence.
    fn is_last(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let rest = at..self.sentence.end;
        rest.clone().all(|at| {
            matches!(
                tokens.list[at].sort,
                Sort::Word | Sort::Number | Sort::Mark('.' | '!' | '…')
            )
        }) && (matches!(
            tokens.word_at(at),
            "" | "on" | "in" | "at" | "during" | "after" | "late" | "earlier" | "yesterday"
        ) || ADVERBS.has(tokens.word_at(at)))
            && !rest
                .into_iter()
                .any(|at| matches!(tokens.word_at(at), "that"))
    }
}

struct Before {
    quotes: Option<Vec<usize>>,
    clause: Option<Range<usize>>,
}

fn is_title(tokens: &Tokens<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let before = if at > sentence.start {
        tokens.word_at(at - 1)
    } else {
        ""
    };
    TITLE_BEFORE.has(before) || TITLE_AFTER.has(tokens.word_at(at + 1)) && !before.is_empty()
}
