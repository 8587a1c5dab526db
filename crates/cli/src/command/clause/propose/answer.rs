//! What a proposal says, and what is said where nothing is proposed: as text and as data.

use core::ops::Range;

use serde_json::{Value, json};

use sponsio_law::clause::propose::{NotUnderstood, Proposal, Proposed, Reason, Remark, Role};
use sponsio_law::clause::rule::{Span, Statement};

use crate::layout::{hanging, paragraph, untied};
use crate::marks::marked;
use crate::wording::{Voice, proposal, rule, say};

/// The marks of the parts of one statement, in their order.
const MARKS: &str = "123456789abcdefghijklmnopqrstuvwxyz";

/// The mark of what was not understood.
const CARET: char = '^';

/// A text with the voice in which it is answered.
pub(super) struct Answer<'a> {
    /// The voice.
    pub(super) voice: Voice<'a>,
    /// The words of the clause.
    pub(super) text: &'a str,
    /// The tag of their language.
    pub(super) language: &'static str,
    /// The columns for which the answer is laid out.
    pub(super) width: usize,
}

impl Answer<'_> {
    /// Returns each statement with its sentence and the words it rests on, then the remarks.
    pub(super) fn proposed(&self, found: &Proposal) -> String {
        let words = self.voice.words;
        let head = say!(words, "proposal-head", count = found.rules.len());
        let mut said = paragraph(&head, self.width);
        for proposed in &found.rules {
            said += &self.rule(proposed);
        }
        if !found.remarks.is_empty() {
            let title = say!(words, "proposal-remarks");
            said.extend(["\n", &paragraph(&title, self.width)]);
        }
        for remark in &found.remarks {
            said += &hanging(&self.remark(remark), 2, 4, self.width);
        }
        let confirm = say!(words, "proposal-confirm");
        said + "\n" + &paragraph(&confirm, self.width)
    }

    fn rule(&self, proposed: &Proposed) -> String {
        let words = self.voice.words;
        let statement = statement(proposed);
        let line = rule::line(&statement);
        let sentence = rule::sentence(self.voice, &statement);
        // A rule is one line of Clausula, which may be copied: it is not broken.
        let mut said = format!("\n{}\n", line.trim_end());
        said += &hanging(&sentence, 2, 2, self.width);
        let spans: Vec<(&(Span, Role), char)> = proposed.spans.iter().zip(MARKS.chars()).collect();
        if spans.is_empty() {
            return said;
        }
        said += &hanging(&say!(words, "proposal-rests"), 2, 2, self.width);
        let marks: Vec<(Range<usize>, char)> = spans
            .iter()
            .map(|((span, _), mark)| (range(*span), *mark))
            .collect();
        said += &marked(self.text, &marks, 4, self.width);
        for ((span, role), mark) in spans {
            let line = say!(
                words,
                "proposal-mark",
                mark = mark.to_string(),
                role = proposal::role(words, *role),
                words = self.quoted(*span)
            );
            said += &hanging(&line, 4, 6, self.width);
        }
        said
    }

    fn remark(&self, remark: &Remark) -> String {
        let words = self.voice.words;
        let (what, quoted) = (
            proposal::remark(words, remark.kind),
            self.quoted(remark.span),
        );
        if let Some(code) = remark.kind.code() {
            say!(
                words,
                "proposal-remark-coded",
                code = code,
                what = what,
                words = quoted
            )
        } else {
            say!(words, "proposal-remark", what = what, words = quoted)
        }
    }

    /// Returns the text with carets under what was not understood; nothing where there is no text
    /// that could be shown.
    pub(super) fn refused(&self, refused: &NotUnderstood) -> String {
        if matches!(refused.reason, Reason::Empty | Reason::TooLong) {
            return String::new();
        }
        let carets = offending(refused).map(|span| (range(span), CARET));
        let carets: Vec<(Range<usize>, char)> = carets.collect();
        let head = paragraph(&proposal::marked(self.voice.words, refused), self.width);
        head + &marked(self.text, &carets, 2, self.width)
    }

    /// Returns a proposal as data.
    pub(super) fn proposed_data(&self, found: &Proposal) -> Value {
        let rules = found.rules.iter().map(|proposed| {
            let statement = statement(proposed);
            let spans = proposed.spans.iter();
            let rests_on = spans.map(|(span, role)| {
                let mut part = self.place(*span);
                part["part"] = json!(proposal::part(*role));
                part
            });
            json!({
                "statement": rule::line(&statement).trim_end(),
                "sentence": untied(&rule::sentence(self.voice, &statement)),
                "rests_on": rests_on.collect::<Vec<_>>(),
            })
        });
        let remarks = found.remarks.iter().map(|remark| {
            let mut said = self.place(remark.span);
            said["kind"] = json!(proposal::kind(remark.kind));
            said["code"] = json!(remark.kind.code());
            said["sentence"] = json!(proposal::remark(self.voice.words, remark.kind));
            said
        });
        json!({
            "understood": true,
            "confirmed": false,
            "language": self.language,
            "rules": rules.collect::<Vec<_>>(),
            "remarks": remarks.collect::<Vec<_>>(),
        })
    }

    /// Returns what was not understood as data.
    pub(super) fn refused_data(&self, refused: &NotUnderstood) -> Value {
        let followed = refused.understood.iter().map(|span| self.place(*span));
        let offending = offending(refused).map(|span| self.place(span));
        json!({
            "understood": false,
            "language": self.language,
            "reason": proposal::reason(refused.reason),
            "sentence": proposal::refusal(self.voice.words, refused),
            "followed": followed.collect::<Vec<_>>(),
            "not_understood": offending.collect::<Vec<_>>(),
        })
    }

    fn place(&self, span: Span) -> Value {
        json!({ "start": span.start, "end": span.end, "words": self.quoted(span) })
    }

    fn quoted(&self, span: Span) -> String {
        let words = self.text.get(range(span)).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The words at fault: a number with its figure, otherwise what was not understood.
fn offending(refused: &NotUnderstood) -> impl Iterator<Item = Span> {
    match refused.reason {
        Reason::FigureDiffers(span) => vec![span],
        _ => refused.not_understood.clone(),
    }
    .into_iter()
}

fn statement(proposed: &Proposed) -> Statement {
    Statement {
        rule: proposed.rule.clone(),
        citation: None,
        span: Span::default(),
        line: 0,
    }
}

const fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}
