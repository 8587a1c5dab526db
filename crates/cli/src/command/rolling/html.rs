//! A page that stands alone: no script, no outside file. The rolling text beside its base, what is open,
//! and a choice of one delegation whose readings then stand out.

use sponsio_record::ParticipantId;
use sponsio_text::view::{Bracket, Piece, Rival, Row};
use sponsio_text::{Direction, Expression, Kind, ProvisionId, Rolling};

use crate::command::rolling::printed::{Ink, codes, label_of, place_of, row_lines, words_of};
use crate::command::rolling::{Shown, View, columns, rows, summary};
use crate::wording::{Words, say};

/// The one style of the page. Colours are those of the reader's choice, light or dark; what is open is
/// told by its brackets too, never by colour alone.
const STYLE: &str = include_str!("page.css");

/// No line of a page is broken here.
const LONGEST_LINE: usize = 1 << 24;

/// Returns the page.
pub(super) fn page(words: &Words, made: &Rolling, base: &Expression, shown: &Shown) -> String {
    let text = &made.expression;
    let title = text
        .provisions
        .iter()
        .find(|own| own.kind == Kind::Title)
        .map_or_else(
            || say!(words, "rolling-rolling"),
            |own| words_of(text, own.id, &own.body.base()),
        );
    let page = Page {
        words,
        made,
        names: !matches!(shown, Shown::Whole(View::Unattributed)),
    };
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}{}</style>\n</head>\n<body>\n",
        words.language().tag(),
        escaped(&title),
        page.choices_style(),
    );
    html += &format!(
        "<header>\n<p class=\"kind\">{}</p>\n<h1 lang=\"{}\">{}</h1>\n",
        escaped(&say!(words, "rolling-rolling")),
        escaped(text.language.as_str()),
        escaped(&title),
    );
    html += &page.figures();
    html += "</header>\n";
    match shown {
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
        Shown::Whole(_) => {
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
            html += &format!("<p>{}</p>\n", escaped(line));
        }
        if lines.len() > 2 {
            let more = escaped(&say!(self.words, "rolling-more"));
            html += &format!("<details>\n<summary>{more}</summary>\n<ul>\n");
            for line in lines.iter().skip(2) {
                html += &format!("<li>{}</li>\n", escaped(line));
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
            style += &format!(
                "body:has(#of-{code}:checked) .r:not(.d-{code}){{opacity:.35}}\n\
                 body:has(#of-{code}:checked) .r.d-{code}{{background:var(--own);\
                 outline:1px solid currentColor}}\n"
            );
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
            html += &format!(
                "<label><input type=\"radio\" name=\"of\" id=\"of-{code}\"> {code}</label>\n"
            );
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

    fn row(&self, base: &Expression, row: &Row<'_>) -> String {
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
            aside += &format!("<p class=\"r alt{classes}\">{}</p>", escaped(&line));
        }
        for stated in &row.unattached {
            let plain = sponsio_text::view::plain(&stated.words);
            let said = say!(
                self.words,
                "rolling-unattached",
                who = stated.delegation.as_str(),
                words = plain.trim_start()
            );
            aside += &format!("<p class=\"alt\">{}</p>", escaped(&said));
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

    fn pieces(&self, from: ProvisionId, pieces: &[Piece<'_>]) -> String {
        let mut html = String::new();
        for piece in pieces {
            match piece {
                Piece::Words(tokens) => {
                    html += &escaped(&words_of(&self.made.expression, from, tokens));
                }
                Piece::Place {
                    space_before,
                    brackets,
                } => {
                    if *space_before {
                        html.push(' ');
                    }
                    html += "<span class=\"s\">";
                    for bracket in brackets {
                        html += &self.bracket(from, bracket);
                    }
                    html += "</span>";
                }
            }
        }
        html
    }

    fn bracket(&self, from: ProvisionId, bracket: &Bracket<'_>) -> String {
        let codes_of = bracket
            .stances
            .iter()
            .filter_map(|own| own.delegation.as_ref());
        let mut classes = classes(codes_of);
        if bracket.is_base {
            classes += " base";
        }
        let who = if bracket.stances.is_empty() {
            String::new()
        } else {
            format!("<b>{}:</b> ", escaped(&codes(bracket.stances)))
        };
        let inner = self.pieces(from, &bracket.pieces);
        let inner = if bracket.pieces.is_empty() {
            format!("<i>{}</i>", escaped(&say!(self.words, "rolling-no-text")))
        } else {
            inner.trim_start().to_owned()
        };
        format!("<span class=\"r{classes}\">[{who}{inner}]</span>")
    }
}

fn classes<'a>(codes: impl Iterator<Item = &'a ParticipantId>) -> String {
    codes.map(|code| format!(" d-{code}")).collect()
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
