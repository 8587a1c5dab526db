//! A page that stands alone: no script, no outside file. The rolling text beside its base, what is open,
//! and a choice of one delegation whose readings then stand out.

mod bracket;
mod row;

use sponsio_record::ParticipantId;
use sponsio_text::{Direction, Expression, Kind, Rolling};

use crate::command::rolling::printed::{Ink, words_of};
use crate::command::rolling::shown::Shown;
use crate::command::rolling::{Made, View, columns, concessions, rows, summary};
use crate::wording::{Words, say};

/// The one style of the page. Colours are those of the reader's choice, light or dark; what is open is
/// told by its brackets too, never by colour alone.
const STYLE: &str = include_str!("page.css");

/// Returns the page, with a notice on top where one belongs there.
pub(super) fn page(words: &Words, all: &Made<'_>, notice: Option<&str>) -> String {
    let (made, base, shown) = (all.rolling, all.base, &all.shown);
    let text = &made.expression;
    let title = text
        .provisions
        .iter()
        .find(|own| own.kind == Kind::Title && !own.body.parts.is_empty())
        .map_or_else(
            || say!(words, "rolling-rolling"),
            |own| words_of(text, own.id, &own.body.base()),
        );
    let page = Page {
        words,
        made,
        names: !matches!(
            shown,
            Shown::Whole(View::Unattributed) | Shown::Open { names: false }
        ),
    };
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}{}</style>\n</head>\n<body>\n",
        words.language().tag(),
        escaped(&title),
        page.choices_style(),
    );
    html.extend([format!(
        "<header>\n<p class=\"kind\">{}</p>\n<h1 lang=\"{}\">{}</h1>\n",
        escaped(&say!(words, "rolling-rolling")),
        escaped(text.language.as_str()),
        escaped(&title),
    )]);
    if let Some(notice) = notice {
        html.extend([format!("<p><strong>{}</strong></p>\n", escaped(notice))]);
    }
    if let Some(hypothesis) = all.hypothesis {
        let notice = hypothesis.notice(words);
        html.extend([format!(
            "<p role=\"note\"><strong>{}</strong></p>\n<ul>\n",
            escaped(&notice)
        )]);
        for line in hypothesis.difference(words) {
            html.extend([format!("<li>{}</li>\n", escaped(&line))]);
        }
        html += "</ul>\n";
    }
    html += &page.figures();
    html += "</header>\n";
    match shown {
        Shown::Concessions => html += &pre(&concessions::text(words, made, 100)),
        Shown::Whole(View::Positions) => html += &pre(&rows::table(words, made, 100)),
        Shown::Of(own) => {
            html += &pre(&columns::marked(words, made, own, Ink::new(false), 100));
        }
        Shown::Beside(left, right) => {
            html += &pre(&columns::beside(
                words,
                made,
                left,
                right,
                Ink::new(false),
                120,
            ));
        }
        Shown::Whole(_) | Shown::Open { .. } => {
            if page.names {
                html += &page.choices();
            }
            html += &page.table(base);
        }
    }
    html + "</body>\n</html>\n"
}

struct Page<'a> {
    words: &'a Words,
    made: &'a Rolling,
    names: bool,
}

impl Page<'_> {
    fn figures(&self) -> String {
        let lines = summary::lines(self.words, self.made);
        let mut html = String::new();
        for line in lines.iter().take(2) {
            html.extend([format!("<p>{}</p>\n", escaped(line))]);
        }
        if lines.len() > 2 {
            let more = escaped(&say!(self.words, "rolling-more"));
            html.extend([format!("<details>\n<summary>{more}</summary>\n<ul>\n")]);
            for line in lines.iter().skip(2) {
                html.extend([format!("<li>{}</li>\n", escaped(line))]);
            }
            html += "</ul>\n</details>\n";
        }
        html
    }

    fn delegations(&self) -> Vec<ParticipantId> {
        self.made.delegations().into_iter().collect()
    }

    /// For each delegation: when it is chosen, what is not its own steps back.
    fn choices_style(&self) -> String {
        let mut style = String::new();
        for code in self.delegations() {
            style.extend([format!(
                "body:has(#of-{code}:checked) .r:not(.d-{code}){{opacity:.35}}\n\
                 body:has(#of-{code}:checked) .r.d-{code}{{background:var(--own);\
                 outline:1px solid currentColor}}\n"
            )]);
        }
        style
    }

    fn choices(&self) -> String {
        let legend = escaped(&say!(self.words, "rolling-choose"));
        let all = escaped(&say!(self.words, "rolling-everybody"));
        let mut html = format!(
            "<fieldset>\n<legend>{legend}</legend>\n\
             <label><input type=\"radio\" name=\"of\" id=\"of-all\" checked> {all}</label>\n"
        );
        for code in self.delegations() {
            html.extend([format!(
                "<label><input type=\"radio\" name=\"of\" id=\"of-{code}\"> {code}</label>\n"
            )]);
        }
        html += "</fieldset>\n";
        let open = escaped(&say!(self.words, "rolling-only-open"));
        html + &format!("<p><label><input type=\"checkbox\" id=\"open\"> {open}</label></p>\n")
    }

    fn table(&self, base: &Expression) -> String {
        let text = &self.made.expression;
        let direction = match text.language.direction() {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        };
        let (left, right) = (
            escaped(&say!(self.words, "rolling-base")),
            escaped(&say!(self.words, "rolling-rolling")),
        );
        let mut html = format!(
            "<main>\n<table>\n<thead><tr><th scope=\"col\">{left}</th>\
             <th scope=\"col\">{right}</th></tr></thead>\n<tbody lang=\"{}\" dir=\"{direction}\">\n",
            escaped(text.language.as_str()),
        );
        let view = if self.names {
            self.made.attributed()
        } else {
            self.made.unattributed()
        };
        for row in &view.rows {
            html += &self.row(base, row);
        }
        html + "</tbody>\n</table>\n</main>\n"
    }
}

fn pre(text: &str) -> String {
    format!("<main><pre>{}</pre></main>\n", escaped(text))
}

/// Text as HTML. Control characters and overrides of direction, which could make words look like others,
/// are shown as marks.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html += "&amp;",
            '<' => html += "&lt;",
            '>' => html += "&gt;",
            '"' => html += "&quot;",
            '\n' => html.push('\n'),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => html.push('\u{fffd}'),
            _ if letter.is_control() => html.push('\u{fffd}'),
            _ => html.push(letter),
        }
    }
    html
}
