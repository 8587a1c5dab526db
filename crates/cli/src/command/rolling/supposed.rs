//! What is supposed on the command line, said back wherever its outcome is shown: a text that nobody
//! has agreed to is never shown as if somebody had.

mod claim;

use clap::Args;
use serde_json::{Value, json};

use sponsio_text::{Expression, Kind as Of, Note, ProvisionId, Rolling};
use sponsio_text::{Scope, Supposed, Supposition};

use crate::command::rolling::printed::place_of;
use crate::command::rolling::summary;
use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

use self::claim::{Claim, claim};

/// What is supposed.
#[derive(Debug, Clone, Default, Args)]
pub struct Supposing {
    /// Suppose that this delegation withdraws: all that it tabled, or what it says of a provision and
    /// all that belongs to it. The provision is named by its id or as the text names it
    #[arg(long, value_name = "CODE[:PROVISION]", value_parser = claim)]
    pub drop: Vec<Claim>,
    /// Suppose that this delegation's text is taken, in the same manner; after all that is dropped
    #[arg(long, value_name = "CODE[:PROVISION]", value_parser = claim)]
    pub accept: Vec<Claim>,
}

/// What would be, with what was supposed in words and as data.
pub(in crate::command) struct Hypothesis {
    /// What would be.
    pub(in crate::command) supposed: Supposed,
    lines: Vec<String>,
    codes: Vec<String>,
    data: Vec<Value>,
}

impl Supposing {
    /// Returns what would be; none if nothing is supposed.
    pub(in crate::command) fn of(
        &self,
        words: &Words,
        made: &Rolling,
    ) -> Result<Option<Hypothesis>, Failure> {
        let drops = self.drop.iter().map(|claim| (claim, false));
        let all: Vec<_> = drops
            .chain(self.accept.iter().map(|claim| (claim, true)))
            .collect();
        if all.is_empty() {
            return Ok(None);
        }
        let text = &made.expression;
        let (mut suppositions, mut lines) = (Vec::new(), Vec::new());
        let (mut codes, mut data) = (Vec::new(), Vec::new());
        for (claim, is_taken) in all {
            let scope = claim.scope(words, text)?;
            let who = claim.delegation.as_str();
            let (what, key) = match (is_taken, scope) {
                (false, Scope::Everywhere) => ("drop", "whatif-text-drop"),
                (false, Scope::Under(_)) => ("drop", "whatif-text-drop-on"),
                (true, Scope::Everywhere) => ("accept", "whatif-text-accept"),
                (true, Scope::Under(_)) => ("accept", "whatif-text-accept-on"),
            };
            let (id, place) = match scope {
                Scope::Everywhere => (None, None),
                Scope::Under(id) => (Some(id), Some(place_of(text, id))),
            };
            let named = place.as_deref().unwrap_or_default();
            lines.push(say!(words, key, code = who, place = named));
            let of = id.map_or_else(String::new, |id| format!(":{id}"));
            codes.push(format!("{what} {who}{of}"));
            data.push(json!({
                "what": what,
                "delegation": who,
                "provision": id.map(|id| id.to_string()),
                "place": place,
            }));
            let delegation = claim.delegation.clone();
            suppositions.push(if is_taken {
                Supposition::Take(delegation, scope)
            } else {
                Supposition::Drop(delegation, scope)
            });
        }
        let supposed = made
            .suppose(&suppositions)
            .map_err(|nothing| nothing_there(words, text, nothing))?;
        Ok(Some(Hypothesis {
            supposed,
            lines,
            codes,
            data,
        }))
    }
}

/// Why a supposition concerns nothing.
fn nothing_there(words: &Words, text: &Expression, supposition: &Supposition) -> Failure {
    let (Supposition::Drop(delegation, scope) | Supposition::Take(delegation, scope)) = supposition
    else {
        // Only these two are made here.
        return Failure::new(Kind::NotFound, say!(words, "whatif-text-nothing"));
    };
    let code = delegation.as_str();
    let sentence = match scope {
        Scope::Everywhere => say!(words, "rolling-no-version", code = code),
        Scope::Under(id) => say!(
            words,
            "whatif-text-nothing-on",
            code = code,
            place = place_of(text, *id)
        ),
    };
    Failure::new(Kind::NotFound, sentence)
}

impl Hypothesis {
    /// Returns the sentence that stands above what would be.
    pub(super) fn notice(&self, words: &Words) -> String {
        let supposed = self.lines.join(" ");
        say!(words, "whatif-text-notice", supposed = supposed)
    }

    /// Returns what is supposed as one cell of a row.
    pub(super) fn cell(&self) -> String {
        self.codes.join("; ")
    }

    /// Returns what would change, line by line.
    pub(super) fn difference(&self, words: &Words) -> Vec<String> {
        let (before, after) = (&self.supposed.before, &self.supposed.after);
        let mut lines = vec![
            say!(
                words,
                "whatif-text-provisions",
                before = before.bracketed.len(),
                after = after.bracketed.len()
            ),
            say!(
                words,
                "whatif-text-places",
                before = before.sites,
                after = after.sites,
                readings = before.readings,
                left = after.readings
            ),
            say!(
                words,
                "whatif-text-words",
                before = before.contested_words,
                after = after.contested_words
            ),
        ];
        let text = &self.supposed.rolling.expression;
        let places = |ids: &mut dyn Iterator<Item = &ProvisionId>| -> Vec<String> {
            ids.map(|id| place_of(text, *id)).collect()
        };
        let cleared = places(&mut before.bracketed.difference(&after.bracketed));
        if !cleared.is_empty() {
            lines.push(say!(
                words,
                "whatif-text-cleared",
                places = cleared.join("; ")
            ));
        }
        let structural = places(&mut self.supposed.structural.iter());
        if !structural.is_empty() {
            lines.push(say!(
                words,
                "whatif-text-structure",
                places = structural.join("; ")
            ));
        }
        lines
    }

    /// Returns it as data.
    pub(in crate::command) fn data(&self) -> Value {
        let (before, after) = (&self.supposed.before, &self.supposed.after);
        let mut cleared = before.bracketed.difference(&after.bracketed);
        let ids = |ids: &mut dyn Iterator<Item = &ProvisionId>| -> Vec<String> {
            ids.map(ToString::to_string).collect()
        };
        json!({
            "hypothesis": true,
            "supposed": self.data,
            "before": summary::data(before),
            "after": summary::data(after),
            "cleared": ids(&mut cleared),
            "structure_left_open": ids(&mut self.supposed.structural.iter()),
        })
    }

    /// Returns a text with the notice beside its first provision, where a reader of the file meets it:
    /// it is a note, so that the words stay those of the text.
    pub(super) fn marked(&self, words: &Words, mut text: Expression) -> Expression {
        let note = Note {
            text: self.notice(words),
        };
        let says = |own: &&mut sponsio_text::Provision| own.kind != Of::Title && !own.is_blank();
        if let Some(first) = text.provisions.iter_mut().find(says) {
            first.notes.insert(0, note);
        }
        text
    }
}
