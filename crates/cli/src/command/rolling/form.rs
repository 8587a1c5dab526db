//! In which form a rolling text is written, and what a form does not show.

use std::path::Path;

use clap::ValueEnum as _;

use super::{Form, Showing, View};
use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

impl Showing {
    /// The form that is asked for, or that the name of the file says; none if the name says none.
    pub(super) fn form(&self) -> Option<Form> {
        let Some(out) = self.out.as_ref().filter(|_| self.format.is_none()) else {
            return Some(self.format.unwrap_or_default());
        };
        match out.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "htm" => Some(Form::Html),
            "txt" => Some(Form::Text),
            name => Form::from_str(name, true).ok(),
        }
    }

    /// Refuses what would be written otherwise than it is asked for.
    pub(in crate::command) fn judge(&self, words: &Words, is_of_one: bool) -> Result<(), Failure> {
        let Some(form) = self.form() else {
            let path = self.out.as_deref().map(Path::display);
            let file = path.map(|path| path.to_string()).unwrap_or_default();
            let sentence = say!(words, "rolling-unknown-form", file = file);
            return Err(Failure::new(Kind::Usage, sentence)
                .with_hint(say!(words, "rolling-unknown-form-hint")));
        };
        let is_beside = !self.beside.is_empty();
        let (option, is_shown) = match form {
            _ if is_beside => ("--beside", matches!(form, Form::Text | Form::Html)),
            _ if is_of_one => ("--as", !matches!(form, Form::Docx | Form::Csv | Form::Json)),
            Form::Text => return Ok(()),
            _ if self.only_open => ("--only-open", form == Form::Html),
            Form::Html => ("--view", self.view != View::Clean),
            Form::Treaty => (
                "--view",
                matches!(self.view, View::Attributed | View::Clean),
            ),
            Form::Docx => ("--view", self.view == View::Attributed),
            Form::Csv | Form::Json => (
                "--view",
                matches!(self.view, View::Attributed | View::Positions),
            ),
        };
        if is_shown {
            return Ok(());
        }
        let form = form.to_possible_value();
        let form = form.map(|form| form.get_name().to_owned());
        let form = form.unwrap_or_default();
        let sentence = say!(words, "rolling-not-shown", option = option, form = form);
        Err(Failure::new(Kind::Usage, sentence).with_hint(say!(words, "rolling-not-shown-hint")))
    }
}
