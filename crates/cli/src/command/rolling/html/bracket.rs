//! Brackets on the page, each with the delegations behind it.

use sponsio_record::ParticipantId;
use sponsio_text::ProvisionId;
use sponsio_text::view::{Bracket, Piece};

use crate::command::rolling::html::{Page, escaped};
use crate::command::rolling::printed::{codes, words_of};
use crate::wording::say;

impl Page<'_> {
    /// Words and brackets, as they follow each other.
    pub(super) fn pieces(&self, from: ProvisionId, pieces: &[Piece<'_>]) -> String {
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

/// The classes by which the readings of these delegations are chosen.
pub(super) fn classes<'a>(codes: impl Iterator<Item = &'a ParticipantId>) -> String {
    codes.fold(String::new(), |mut classes, code| {
        classes.extend([" d-", code.as_str()]);
        classes
    })
}
