//! A sentence that is being read: which quotations in it have a speaker, and whom it cites. What both
//! languages do with a passage, once they know whose it is, is done here.

use alloc::vec::Vec;
use core::ops::Range;

use super::quotes::Ending;
use super::reading::{Cited, Doubt, Setting, Span, Tongue};
use super::scene::{Announced, Passage, Scene};
use super::speech::{Class, Said, Who};
use super::word::{Sort, Tokens};
use super::{english, turkish};

/// A sentence with what was found in it.
pub(super) struct Frame<'r, 'p, 't> {
    pub(super) passage: &'r Passage<'p, 't>,
    pub(super) tokens: &'r Tokens<'t>,
    pub(super) sentence: Range<usize>,
    /// Quoted passages whose speaker is known.
    taken: Vec<usize>,
    /// Who is cited in the clause that is being read.
    pub(super) cited: Vec<Cited>,
    /// How much had been found before this sentence.
    first: usize,
}

/// How a passage is reported.
#[derive(Clone, Default)]
pub(super) struct Reported {
    pub(super) verb: Option<Span>,
    pub(super) class: Option<Class>,
    /// The clause around a partial quotation.
    pub(super) clause: Option<Span>,
}

impl<'r, 'p, 't> Frame<'r, 'p, 't> {
    /// Returns a frame for a sentence.
    pub(super) fn new(passage: &'r Passage<'p, 't>, sentence: Range<usize>, scene: &Scene) -> Self {
        Self {
            passage,
            tokens: passage.tokens,
            sentence,
            taken: Vec::new(),
            cited: Vec::new(),
            first: scene.said.len(),
        }
    }

    /// Whether a quoted passage has a speaker.
    pub(super) fn is_taken(&self, quote: usize) -> bool {
        self.taken.contains(&quote)
    }

    /// Whether nothing was found in the sentence yet.
    pub(super) fn is_empty(&self, scene: &Scene) -> bool {
        scene.said.len() == self.first
    }

    /// Enters a quotation as somebody's.
    pub(super) fn direct(&mut self, quote: usize, who: &Who, how: Reported, scene: &mut Scene) {
        if self.taken.contains(&quote) {
            return;
        }
        self.taken.push(quote);
        let span = self.passage.inner(quote);
        if span.is_empty() {
            return;
        }
        scene.is_near = true;
        let ending = self.passage.quotes[quote].ending;
        let doubt =
            matches!(ending, Ending::Unclosed | Ending::Unopened).then_some(Doubt::MarkMissing);
        let place = scene.said.len();
        scene.said.push(Said {
            clause: how.clause.unwrap_or_else(|| span.clone()),
            span,
            is_direct: true,
            who: who.clone(),
            verb: how.verb.clone(),
            class: how.class.unwrap_or(Class::Say),
            doubt,
            cited: Vec::new(),
            sentence: self.tokens.span(&self.sentence),
            setting: Setting::default(),
        });
        if ending == Ending::Reopened {
            scene.announced = Some(Announced {
                who: who.clone(),
                verb: how.verb,
            });
        }
        let cited = match self.passage.tongue {
            Tongue::Turkish => turkish::inside(self.passage, quote, scene),
            Tongue::English => english::inside(self.passage, quote, scene),
        };
        scene.said[place].cited = cited;
    }

    /// Enters a clause as somebody's, and the quotations in it.
    pub(super) fn indirect(
        &mut self,
        tokens: Range<usize>,
        who: &Who,
        verb: &Span,
        class: Class,
        is_title: impl Fn(usize) -> bool,
        scene: &mut Scene,
    ) {
        let clause = self.tokens.span(&tokens);
        if clause.is_empty() {
            return;
        }
        scene.said.push(Said {
            span: clause.clone(),
            is_direct: false,
            who: who.clone(),
            verb: Some(verb.clone()),
            class,
            doubt: None,
            clause: clause.clone(),
            cited: core::mem::take(&mut self.cited),
            sentence: self.tokens.span(&self.sentence),
            setting: Setting::default(),
        });
        for at in tokens {
            if let Some(quote) = self.tokens.quote_at(at)
                && !is_title(at)
            {
                let how = Reported {
                    verb: Some(verb.clone()),
                    class: Some(class),
                    clause: Some(clause.clone()),
                };
                self.direct(quote, who, how, scene);
            }
        }
    }

    /// Whether the sentence is made of quotations only.
    pub(super) fn is_only_quotes(&self) -> bool {
        self.sentence
            .clone()
            .all(|at| matches!(self.tokens.list[at].sort, Sort::Quote(_) | Sort::Mark(_)))
    }

    /// A sentence of quotations only continues what was announced, or whoever spoke before.
    pub(super) fn alone(&mut self, scene: &mut Scene, has_colon: bool) {
        if !self.is_only_quotes() || !self.is_empty(scene) {
            if self.is_empty(scene) && !has_colon {
                scene.announced = None;
            }
            return;
        }
        let announced = scene.announced.take();
        // A quotation of several paragraphs right after an attributed one goes on with it.
        let goes_on = self
            .sentence
            .clone()
            .filter_map(|at| self.tokens.quote_at(at))
            .any(|quote| self.passage.quotes[quote].ending == Ending::Reopened);
        let is_announced = announced.is_some() || goes_on || scene.is_near;
        let Some(spoke) = announced.or_else(|| scene.spoke.clone()) else {
            return;
        };
        let mut who = spoke.who.clone();
        if !is_announced {
            who.doubt = Some(Doubt::StandsAlone);
        }
        let verb = spoke.verb.clone().filter(|_| is_announced);
        for at in self.sentence.clone() {
            if let Some(quote) = self.tokens.quote_at(at) {
                self.direct(
                    quote,
                    &who,
                    Reported {
                        verb: verb.clone(),
                        ..Reported::default()
                    },
                    scene,
                );
            }
        }
        if is_announced {
            if !scene.is_near {
                scene.announced.get_or_insert(spoke.clone());
            }
            scene.spoke = Some(spoke);
        }
    }
}
