//! A row of the page: a provision of the base, what it has become, and what is wanted in its place.

use sponsio_record::ParticipantId;
use sponsio_text::view::{Rival, Row};
use sponsio_text::{Expression, Kind};

use crate::command::rolling::html::bracket::classes;
use crate::command::rolling::html::{Page, escaped};
use crate::command::rolling::printed::{
    Ink, label_of, place_of, row_lines, stated_lines, words_of,
};

/// No line of a page is broken here.
const LONGEST_LINE: usize = 1 << 24;

impl Page<'_> {
    /// The row of a provision.
    pub(super) fn row(&self, base: &Expression, row: &Row<'_>) -> String {
        let text = &self.made.expression;
        let own = row.provision;
        let known = base.provision(own.id);
        let left = known.map_or_else(String::new, |known| {
            escaped(&(label_of(base, known) + &words_of(base, known.id, &known.body.base())))
        });
        let label = escaped(&label_of(text, own));
        let mut right = format!("{label}{}", self.pieces(own.id, &row.pieces));
        if row.is_inserted {
            let classes = classes(row.inserted_by.iter());
            let who = if row.inserted_by.is_empty() {
                String::new()
            } else {
                let by: Vec<&str> = row.inserted_by.iter().map(ParticipantId::as_str).collect();
                format!("<b>{}:</b> ", by.join(", "))
            };
            right = format!("<ins class=\"r{classes}\">[{who}{right}]</ins>");
        }
        // What is wanted in the place of the whole is said as at a terminal, each on its own line.
        let mut aside = String::new();
        for rival in &row.rivals {
            let alone = Row {
                pieces: Vec::new(),
                rivals: vec![rival.clone()],
                unattached: Vec::new(),
                overrides: Vec::new(),
                is_inserted: false,
                ..row.clone()
            };
            let said = row_lines(self.words, self.made, &alone, Ink::new(false), LONGEST_LINE);
            let line = said.lines().last().unwrap_or_default().trim().to_owned();
            let classes = match rival {
                Rival::Text { stances, .. } => {
                    classes(stances.iter().filter_map(|own| own.delegation.as_ref()))
                }
                Rival::Moved { by, .. } | Rival::Restructured { by, .. } => {
                    classes(by.iter().copied())
                }
            };
            aside.extend([format!(
                "<p class=\"r alt{classes}\">{}</p>",
                escaped(&line)
            )]);
        }
        for said in stated_lines(self.words, row) {
            aside.extend([format!("<p class=\"alt\">{}</p>", escaped(&said))]);
        }
        let kind = match own.kind {
            Kind::Title => " title",
            Kind::Article
            | Kind::Part
            | Kind::Chapter
            | Kind::Section
            | Kind::Annex
            | Kind::Preamble => " head",
            Kind::Item => " item",
            _ => "",
        };
        let state = if row.is_contested() { "open" } else { "clear" };
        format!(
            "<tr id=\"p-{id}\" class=\"{state}{kind}\"><td>{left}</td>\
             <td aria-label=\"{place}\"><p>{right}</p>{aside}</td></tr>\n",
            id = own.id,
            place = escaped(&place_of(text, own.id)),
        )
    }
}
