//! Where output goes and how it looks: data to one writer, messages to the other. Nothing here
//! knows a terminal; who builds the console does.

use std::io::{self, Write};

use serde_json::Value;

use crate::failure::{Failure, Kind};
use crate::layout::WIDTH;

/// The two streams of a command.
pub struct Console<'a> {
    /// Data.
    pub out: &'a mut dyn Write,
    /// Messages.
    pub err: &'a mut dyn Write,
    /// Whether a progress bar may be drawn among the messages.
    pub shows_progress: bool,
    /// Whether there is somebody at a terminal who can be asked.
    pub asks: bool,
    /// Whether data may be colored.
    pub colored: bool,
    /// The columns for which text is laid out.
    pub width: usize,
    /// What stands above everything that is said of a practice register.
    pub notice: Option<String>,
}

impl<'a> Console<'a> {
    /// Returns a console without color and progress, of the usual width.
    pub fn new(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self {
            out,
            err,
            shows_progress: false,
            asks: false,
            colored: false,
            width: WIDTH,
            notice: None,
        }
    }

    /// Prints text for people, below the notice if there is one.
    pub fn text(&mut self, said: &str) -> io::Result<()> {
        if let Some(notice) = &self.notice {
            writeln!(self.out, "{notice}")?;
        }
        self.out.write_all(said.as_bytes())
    }

    /// Prints a value as JSON, indented, with a line end. An object that speaks of a practice register
    /// says so in a member `exercise`; beside a list it is said among the messages.
    pub fn json(&mut self, value: &Value) -> io::Result<()> {
        match (&self.notice, value) {
            (Some(_), Value::Object(members)) => {
                let mut members = members.clone();
                members.insert("exercise".to_owned(), Value::Bool(true));
                serde_json::to_writer_pretty(&mut *self.out, &members)?;
            }
            (notice, value) => {
                if let Some(notice) = notice {
                    writeln!(self.err, "{notice}")?;
                }
                serde_json::to_writer_pretty(&mut *self.out, value)?;
            }
        }
        self.out.write_all(b"\n")
    }

    /// Prints rows as comma-separated values under a header.
    pub fn csv<const N: usize>(
        &mut self,
        header: [&str; N],
        rows: impl IntoIterator<Item = [String; N]>,
    ) -> Result<(), Failure> {
        if let Some(notice) = &self.notice {
            writeln!(self.err, "{notice}")?;
        }
        let mut writer = csv::Writer::from_writer(&mut *self.out);
        let write = || {
            writer.write_record(header)?;
            rows.into_iter()
                .try_for_each(|row| writer.write_record(row))
        };
        write().map_err(failure)?;
        Ok(writer.flush()?)
    }
}

fn failure(error: csv::Error) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        other => Failure::new(Kind::Unwritten, format!("{other:?}")),
    }
}
