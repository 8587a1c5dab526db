//! A rolling text in each of its forms; what is supposed is marked in all of them.

use serde_json::Value;

use sponsio_record::Instant;
use sponsio_text::markup::print;
use sponsio_text::{Expression, Rolling};

use crate::command::rolling::printed::Ink;
use crate::command::rolling::showing::Form;
use crate::command::rolling::{Hypothesis, Shown, concessions, html, rows, tracked};
use crate::failure::{Failure, Kind};
use crate::layout::paragraph;
use crate::print::Console;
use crate::wording::{Words, say};

/// A rolling text with what its forms need besides.
pub(in crate::command) struct Made<'a> {
    /// The base.
    pub(in crate::command) base: &'a Expression,
    /// The rolling text, or what it would be.
    pub(in crate::command) rolling: &'a Rolling,
    /// What is supposed, where something is.
    pub(in crate::command) hypothesis: Option<&'a Hypothesis>,
    /// The date of tracked changes.
    pub(in crate::command) date: Instant,
    /// What of it is shown.
    pub(in crate::command) shown: Shown,
}

impl Made<'_> {
    /// Returns it as data: the rolling text, or the concessions, with what is supposed.
    pub(in crate::command) fn data(&self) -> Value {
        let mut data = match self.shown {
            Shown::Concessions => concessions::data(self.rolling),
            _ => rows::data(self.rolling),
        };
        if let Value::Object(members) = &mut data {
            let supposed = self.hypothesis.map(Hypothesis::data);
            members.insert("supposition".to_owned(), supposed.unwrap_or_default());
        }
        data
    }

    /// Returns it in this form, for a file or for a terminal.
    pub(super) fn written(
        &self,
        words: &Words,
        console: &Console<'_>,
        form: Form,
        is_file: bool,
    ) -> Result<Vec<u8>, Failure> {
        let (rolling, shown) = (self.rolling, &self.shown);
        let ink = Ink::new(console.colored && !is_file);
        let is_of_sets = matches!(shown, Shown::Concessions);
        let cell = self.hypothesis.map(Hypothesis::cell);
        Ok(match form {
            Form::Text => {
                let text = shown.text(words, rolling, ink, console.width);
                match self.hypothesis {
                    Some(own) => paragraph(&own.notice(words), console.width) + "\n" + &text,
                    None => text,
                }
                .into_bytes()
            }
            Form::Html => html::page(words, self, console.notice.as_deref()).into_bytes(),
            Form::Json => json(&self.data())?.into_bytes(),
            Form::Csv if is_of_sets => concessions::csv(rolling, cell.as_deref())?.into_bytes(),
            Form::Csv => rows::csv(rolling, cell.as_deref())?.into_bytes(),
            Form::Treaty | Form::Docx if is_of_sets => {
                return Err(concessions::no_such_form(words));
            }
            Form::Treaty => {
                let text = shown.expression(rolling);
                let text = match self.hypothesis {
                    Some(own) => own.marked(words, text),
                    None => text,
                };
                print(&text).into_bytes()
            }
            Form::Docx => {
                if !is_file {
                    return Err(Failure::new(Kind::Usage, say!(words, "rolling-needs-file")));
                }
                match self.hypothesis {
                    Some(own) => {
                        let expression = own.marked(words, rolling.expression.clone());
                        let marked = Rolling {
                            expression,
                            ..rolling.clone()
                        };
                        tracked::document(&marked, self.date, words)
                    }
                    None => tracked::document(rolling, self.date, words),
                }
            }
        })
    }
}

fn json(value: &Value) -> Result<String, Failure> {
    let mut said = serde_json::to_string_pretty(value)
        .map_err(|error| Failure::new(Kind::Unwritten, error.to_string()))?;
    said.push('\n');
    Ok(said)
}
