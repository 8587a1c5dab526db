//! Who speaks in an English sentence.

use super::super::cast::Being;
use super::super::frame::Reported;
use super::super::mention::{Mention, Role};
use super::super::reading::{Cited, Doubt};
use super::super::scene::{Announced, Scene};
use super::super::speech::{Class, Who};
use super::super::word::Sort;
use super::verbs::Found;
use super::words::{ADVERBS, DOCUMENTS};
use super::{Reader, is_title, verbs};

/// How far from a verb the head of its subject may stand, in tokens.
const FAR: usize = 14;

/// How far from a quotation the verb of somebody unnamed may stand, in tokens.
const SOMEBODY: usize = 8;

/// Whose verb it is.
pub(super) struct Speaker {
    pub(super) who: Who,
    /// Where subject and verb begin.
    pub(super) start: usize,
    /// Where they end.
    pub(super) end: usize,
    /// Whether the subject is that of the verb before.
    pub(super) is_shared: bool,
    /// Whether it is a ministry, a government or the like.
    pub(super) is_body: bool,
}

impl<'r> Reader<'r, '_, '_> {
    /// Whose verb it is, if it is anybody's.
    pub(super) fn speaker(&mut self, found: &Found, scene: &mut Scene) -> Option<Speaker> {
        let tokens = self.tokens;
        let (verb, end) = (found.tokens.start, found.tokens.end);
        if found.is_gerund {
            return self.gerund(found, scene);
        }
        let mut at = verb;
        while at > self.from && ADVERBS.has(tokens.word_at(at - 1)) {
            at -= 1;
        }
        let before = self
            .mentions
            .iter()
            .rev()
            .find(|mention| mention.tokens.end == at && mention.role == Role::Subject)
            .cloned();
        if let Some(mention) = before {
            let start = mention.tokens.start;
            let mut who = self.who(&mention, scene);
            if self.is_joined(&mention) {
                who = Who {
                    named: who.named,
                    doubt: Some(Doubt::SeveralFit),
                    ..Who::default()
                };
            }
            return Some(Speaker {
                who,
                start,
                end,
                is_shared: false,
                is_body: is_body(&mention),
            });
        }
        // "…," said Ola Brenk, Meridia's defence minister.
        let follows = verb > self.sentence.start
            && (tokens.quote_at(verb - 1).is_some() || tokens.is_mark(verb - 1, ','));
        let is_pronoun = |mention: &Mention<'_>| {
            mention
                .office
                .first()
                .is_some_and(|word| matches!(*word, "it" | "they" | "he" | "she"))
        };
        let behind = self
            .mentions
            .iter()
            .find(|mention| {
                mention.tokens.start == end && mention.role != Role::Other && !is_pronoun(mention)
            })
            .cloned();
        if let Some(mention) = behind.filter(|_| {
            follows
                && !self.is_interrupted(verb)
                && found.frames & verbs::QUOTE != 0
                && found.frames & verbs::TELL == 0
        }) {
            let who = self.who(&mention, scene);
            let mut end = mention.tokens.end;
            if end > 0 && tokens.is_mark(end - 1, ',') {
                end -= 1;
            }
            return Some(Speaker {
                who,
                start: verb,
                end,
                is_shared: false,
                is_body: is_body(&mention),
            });
        }
        // "…," said one driver: somebody whom the text does not name.
        let is_somebody = follows
            && found.frames & verbs::QUOTE != 0
            && found.frames & verbs::TELL == 0
            && matches!(
                tokens.word_at(end),
                "a" | "an"
                    | "one"
                    | "another"
                    | "some"
                    | "many"
                    | "several"
                    | "two"
                    | "three"
                    | "others"
            );
        if is_somebody {
            // What is said of them is no part of what they said: "a nurse who asked not to be named".
            let is_theirs = |at: &usize| tokens.list[*at].sort == Sort::Word;
            let more = (end + 1..self.sentence.end).take_while(is_theirs).count();
            return Some(Speaker {
                who: Who::default(),
                start: verb,
                end: end + 1 + more,
                is_shared: false,
                is_body: false,
            });
        }
        // "…," one of them said.
        let quote = (self.from..at)
            .rev()
            .find(|at| tokens.quote_at(*at).is_some());
        let near = quote.filter(|quote| {
            at - quote <= SOMEBODY
                && matches!(
                    tokens.word_at(quote + 1),
                    "one" | "another" | "some" | "others" | "a" | "an"
                )
                && self.is_open(quote + 1, at)
        });
        if let Some(quote) = near.filter(|_| found.frames & verbs::QUOTE != 0) {
            return Some(Speaker {
                who: Who::default(),
                start: quote + 1,
                end,
                is_shared: false,
                is_body: false,
            });
        }
        let joined =
            at > self.sentence.start && matches!(tokens.word_at(at - 1), "and" | "but" | "then");
        let is_comma = at > self.sentence.start && tokens.is_mark(at - 1, ',');
        if (joined || is_comma && self.from > self.sentence.start)
            && let Some(who) = self.subject.clone()
        {
            return Some(Speaker {
                who,
                start: at,
                end,
                is_shared: true,
                is_body: false,
            });
        }
        // "…, officials from both countries said."
        let comma = (self.from..at)
            .rev()
            .find(|at| tokens.is_mark(*at, ','))
            .filter(|comma| comma + 1 < at);
        let set_off = comma
            .and_then(|comma| {
                self.mentions.iter().find(|mention| {
                    mention.tokens.start == comma + 1 && mention.role == Role::Subject
                })
            })
            .cloned();
        if let Some(mention) = set_off.filter(|mention| self.is_open(mention.tokens.end, at)) {
            let start = mention.tokens.start;
            let who = self.who(&mention, scene);
            return Some(Speaker {
                who,
                start,
                end,
                is_shared: false,
                is_body: is_body(&mention),
            });
        }
        // A subject with more words behind it: "Tavsal, who came early, said", "the envoy to the talks said".
        let first = self
            .mentions
            .iter()
            .find(|mention| {
                mention.tokens.start >= self.from
                    && mention.tokens.end <= at
                    && mention.role == Role::Subject
            })
            .cloned()?;
        let gap = first.tokens.end..at;
        let is_short = gap.len() <= FAR;
        let begins = (self.from..first.tokens.start).all(|at| {
            matches!(tokens.list[at].sort, Sort::Mark(_))
                || !tokens.list[at].is_capital
                || at == self.sentence.start
        });
        let has_quote = gap
            .clone()
            .any(|at| tokens.quote_at(at).is_some() && !is_title(tokens, at, &self.sentence));
        let set_off = is_comma
            && (gap.clone().any(|at| tokens.is_mark(at, ','))
                || tokens.is_mark(first.tokens.end - 1, ','));
        let is_open = self.is_open(gap.start, gap.end);
        if !(begins && !has_quote && (set_off || is_short && (is_open || joined))) {
            return None;
        }
        let start = first.tokens.start;
        let who = self.who(&first, scene);
        Some(Speaker {
            who,
            start,
            end,
            is_shared: false,
            is_body: is_body(&first),
        })
    }

    /// "Roth, addressing parliament on Monday, said the army …": the subject stands before, set off by commas
    /// from its verb.
    fn is_interrupted(&self, verb: usize) -> bool {
        let tokens = self.tokens;
        let begins = |mention: &&Mention<'_>| {
            mention.tokens.start == self.from
                && mention.role == Role::Subject
                && (tokens.is_mark(mention.tokens.end, ',')
                    || tokens.is_mark(mention.tokens.end - 1, ','))
        };
        let first = self.mentions.iter().find(begins);
        first.is_some_and(|first| {
            (first.tokens.end..verb).all(|at| {
                tokens.quote_at(at).is_none() && !super::words::FINITE.has(tokens.word_at(at))
            })
        })
    }

    /// Whether a subject is one of several: "Halvar and Doruva said".
    fn is_joined(&self, mention: &Mention<'_>) -> bool {
        let start = mention.tokens.start;
        start > self.from
            && self.tokens.word_at(start - 1) == "and"
            && self.mentions.iter().any(|other| {
                other.tokens.end + 1 == start
                    && other.role == Role::Subject
                    && other.tokens.start <= self.from + 1
            })
    }

    /// Whether only words without a verb stand between.
    fn is_open(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| {
            self.tokens.list[at].sort == Sort::Word
                && !super::words::FINITE.has(self.tokens.word_at(at))
        })
    }

    /// ", adding that …"; "quoted X as saying …".
    fn gerund(&mut self, found: &Found, scene: &mut Scene) -> Option<Speaker> {
        let tokens = self.tokens;
        let (verb, end) = (found.tokens.start, found.tokens.end);
        if verb > self.sentence.start && tokens.word_at(verb - 1) == "as" {
            let quoted = (self.sentence.start..verb)
                .rev()
                .find(|at| matches!(tokens.word_at(*at), "quoted" | "quotes" | "cited"))?;
            let is_passive = quoted > self.sentence.start
                && matches!(tokens.word_at(quoted - 1), "was" | "were" | "is" | "been");
            let mention = if is_passive {
                self.mentions
                    .iter()
                    .find(|mention| mention.tokens.end < quoted && mention.role == Role::Subject)
            } else {
                self.mentions
                    .iter()
                    .find(|mention| mention.tokens.start == quoted + 1)
            };
            let mention = mention.cloned()?;
            let who = self.who(&mention, scene);
            return Some(Speaker {
                who,
                start: verb,
                end,
                is_shared: true,
                is_body: false,
            });
        }
        let mut at = verb;
        while at > self.sentence.start && ADVERBS.has(tokens.word_at(at - 1)) {
            at -= 1;
        }
        let is_joined = at > self.sentence.start
            && (tokens.is_mark(at - 1, ',')
                || tokens.quote_at(at - 1).is_some()
                || tokens.word_at(at - 1) == "and");
        let who = if is_joined {
            self.subject.clone().or_else(|| {
                let first = self
                    .mentions
                    .iter()
                    .find(|mention| mention.role == Role::Subject && mention.tokens.end <= at)
                    .cloned()?;
                Some(self.who(&first, scene))
            })
        } else {
            None
        };
        Some(Speaker {
            who: who?,
            start: at,
            end,
            is_shared: true,
            is_body: false,
        })
    }

    /// Who is meant by a mention: pronouns and documents stand for somebody else.
    pub(super) fn who(&self, mention: &Mention<'_>, scene: &mut Scene) -> Who {
        let named = self.tokens.span(&mention.tokens);
        let head = mention.office.last().copied().unwrap_or_default();
        match head {
            "he" | "she" => {
                let topic = self.subject.clone().or_else(|| scene.topic.clone());
                let topic = topic.filter(|who| !who.is_body);
                topic
                    .or_else(|| scene.cast.last_person(named.clone()))
                    .map(|who| Who {
                        named: Some(named),
                        ..who
                    })
                    .unwrap_or_default()
            }
            "it" | "they" => {
                let who = self
                    .subject
                    .clone()
                    .or_else(|| scene.topic.clone())
                    .unwrap_or_default();
                Who {
                    named: Some(named),
                    ..who
                }
            }
            _ if mention.being == Being::Body && mention.name.is_empty() && DOCUMENTS.has(head) => {
                let who = scene.issuer.clone().unwrap_or_default();
                Who {
                    named: Some(named),
                    ..who
                }
            }
            _ => scene.who(self.tokens, mention),
        }
    }

    /// "According to X, …" and "…, according to X".
    pub(super) fn according(&mut self, scene: &mut Scene) {
        let tokens = self.tokens;
        let Some((at, mention)) = self.named_after(["according", "to"]) else {
            return;
        };
        let mut end = self.sentence.end;
        while end > at && matches!(tokens.list[end - 1].sort, Sort::Mark('.' | '!' | '…')) {
            end -= 1;
        }
        let mut close = mention.tokens.end;
        if tokens.is_mark(close, ',') {
            close += 1;
        }
        let clause = if at == self.sentence.start {
            close..end
        } else {
            let comma = tokens.is_mark(at - 1, ',');
            self.sentence.start..at - usize::from(comma)
        };
        let is_document = mention.being == Being::Body
            && mention.name.is_empty()
            && DOCUMENTS.has(mention.office.last().copied().unwrap_or_default());
        if clause.is_empty() || is_document && scene.issuer.is_none() {
            return;
        }
        let who = self.who(&mention, scene);
        let verb = tokens.span(&(at..at + 2));
        let only: alloc::vec::Vec<usize> = clause
            .clone()
            .filter_map(|at| tokens.quote_at(at))
            .collect();
        let is_only = clause
            .clone()
            .all(|at| matches!(tokens.list[at].sort, Sort::Quote(_) | Sort::Mark(_)));
        if is_only {
            for quote in only {
                self.frame.direct(
                    quote,
                    &who,
                    Reported {
                        verb: Some(verb.clone()),
                        class: Some(Class::Say),
                        clause: None,
                    },
                    scene,
                );
            }
        } else {
            let sentence = self.sentence.clone();
            self.frame.indirect(
                clause,
                &who,
                &verb,
                Class::Say,
                |at| is_title(tokens, at, &sentence),
                scene,
            );
        }
        self.subject = Some(who);
        self.from = self.sentence.end;
    }

    /// Whoever stands behind the first of such a pair of words in the sentence, with its place.
    fn named_after(&self, [first, second]: [&str; 2]) -> Option<(usize, Mention<'r>)> {
        let tokens = self.tokens;
        let mut places = self.sentence.clone();
        let at =
            places.find(|at| tokens.word_at(*at) == first && tokens.word_at(at + 1) == second)?;
        let mut mentions = self.mentions.iter();
        let mention = mentions
            .find(|mention| mention.tokens.start == at + 2 && mention.role != Role::Possessor)?;
        Some((at, mention.clone()))
    }

    /// "…", in the words of X.
    pub(super) fn words_of(&mut self, scene: &mut Scene) {
        let tokens = self.tokens;
        let Some((at, mention)) = self.named_after(["words", "of"]) else {
            return;
        };
        let who = self.who(&mention, scene);
        let verb = tokens.span(&(at..at + 2));
        let sentence = self.sentence.clone();
        for place in sentence.clone() {
            if let Some(quote) = tokens.quote_at(place)
                && !is_title(tokens, place, &sentence)
            {
                let how = Reported {
                    verb: Some(verb.clone()),
                    class: Some(Class::Say),
                    clause: None,
                };
                self.frame.direct(quote, &who, how, scene);
            }
        }
    }

    /// A name with a colon, and quotations behind one.
    pub(super) fn colon(&mut self, scene: &mut Scene) {
        let tokens = self.tokens;
        let Some(colon) = self.sentence.clone().find(|at| tokens.is_mark(*at, ':')) else {
            return;
        };
        let named = self
            .mentions
            .iter()
            .find(|mention| {
                mention.tokens.end == colon && mention.tokens.start == self.sentence.start
            })
            .cloned();
        let announced = if let Some(mention) = named {
            Some(Announced {
                who: self.who(&mention, scene),
                verb: None,
            })
        } else {
            let verb = (self.sentence.start..colon)
                .rev()
                .find_map(|at| verbs::verb_at(tokens, at, self.sentence.start));
            let verb = verb.filter(|found| found.frames & verbs::QUOTE != 0);
            let speaker = verb.and_then(|found| Some((self.speaker(&found, scene)?, found)));
            speaker.map(|(speaker, found)| Announced {
                who: speaker.who,
                verb: Some(tokens.span(&found.tokens)),
            })
        };
        let Some(announced) = announced else {
            return;
        };
        self.subject = Some(announced.who.clone());
        for at in colon..self.sentence.end {
            if let Some(quote) = tokens.quote_at(at) {
                let how = Reported {
                    verb: announced.verb.clone(),
                    ..Reported::default()
                };
                self.frame.direct(quote, &announced.who, how, scene);
                scene.spoke = Some(announced.clone());
            }
        }
        if colon + 1 == self.sentence.end {
            scene.announced = Some(announced);
        }
    }

    /// A verb within a quotation: what it reports is somebody else's.
    pub(super) fn within(&mut self, scene: &mut Scene) {
        let tokens = self.tokens;
        let mut at = self.sentence.start;
        while at < self.sentence.end {
            let found = verbs::verb_at(tokens, at, self.sentence.start)
                .filter(|found| found.frames & (verbs::QUOTE | verbs::THAT) != 0);
            at += 1;
            let Some(found) = found else {
                continue;
            };
            let subject = self.mentions.iter().rev().find(|mention| {
                let near = mention.tokens.end <= found.tokens.start
                    && found.tokens.start - mention.tokens.end <= 2;
                near && mention.role == Role::Subject && !mention.name.is_empty()
            });
            let Some(mention) = subject.cloned() else {
                continue;
            };
            let who = self.who(&mention, scene);
            let verb = tokens.span(&found.tokens);
            let first = (found.tokens.end..self.sentence.end).find_map(|at| tokens.quote_at(at));
            if let Some(quote) = first {
                let how = Reported {
                    verb: Some(verb.clone()),
                    class: Some(found.class),
                    clause: None,
                };
                self.frame.direct(quote, &who, how, scene);
            }
            if let (Some(name), Some(named)) = (who.name, who.named) {
                self.frame.cited.push(Cited { name, named, verb });
            }
        }
    }

    /// Remembers of whom the sentence speaks.
    pub(super) fn topic(&mut self, scene: &mut Scene) {
        if let Some(who) = self.subject.take() {
            scene.topic = Some(who);
            return;
        }
        let first = self
            .mentions
            .iter()
            .find(|mention| mention.role == Role::Subject)
            .cloned();
        if let Some(mention) = first {
            let is_pronoun = mention
                .office
                .first()
                .is_some_and(|word| matches!(*word, "it" | "they" | "he" | "she"));
            let is_telling = !mention.name.is_empty() || mention.being == Being::Person;
            if !is_pronoun && is_telling {
                let who = self.who(&mention, scene);
                scene.topic = Some(who);
            }
        }
    }
}

fn is_body(mention: &Mention<'_>) -> bool {
    mention.being == Being::Body
        && !mention
            .office
            .last()
            .is_some_and(|head| DOCUMENTS.has(head))
}
