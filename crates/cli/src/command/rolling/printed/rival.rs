//! What is wanted in the place of a whole provision: another text, another place, another structure.

use sponsio_record::ParticipantId;
use sponsio_text::view::{Rival, Style};
use sponsio_text::{Change, ProvisionId, Rolling, keyword};

use crate::command::rolling::printed::{codes, list, pieces_of, place_of};
use crate::wording::{Words, say};

/// Returns what is wanted as one line, with those who want it.
pub(super) fn rival_line(
    words: &Words,
    made: &Rolling,
    from: ProvisionId,
    rival: &Rival<'_>,
    style: Style<'_>,
) -> String {
    let text = &made.expression;
    match rival {
        Rival::Text {
            letter,
            stances,
            words: own,
        } => {
            let alt = keyword(&text.language, sponsio_text::Keyword::Alternative);
            let who = if stances.is_empty() {
                String::new()
            } else {
                format!(" ({})", codes(stances))
            };
            let own = match own {
                Some(pieces) => pieces_of(text, from, pieces, style),
                None => format!("[{}]", style.no_text),
            };
            format!("{alt} {letter}{who}: {own}")
        }
        Rival::Moved { by, after } => {
            let place = after.map_or_else(String::new, |id| place_of(text, id));
            let key = if after.is_some() {
                say!(words, "rolling-moved", place = place)
            } else {
                say!(words, "rolling-moved-first")
            };
            attributed(by, &key)
        }
        Rival::Restructured { by, change } => {
            let what = match change {
                Change::Split(_) => say!(words, "rolling-split"),
                Change::Join(with) => {
                    say!(words, "rolling-joined", place = place_of(text, *with))
                }
                Change::Relabel(label) => {
                    let label = label.as_ref().map_or("", |label| &*label.text);
                    say!(words, "rolling-numbered", label = label)
                }
                Change::Conflict(_) => say!(words, "rolling-conflict"),
            };
            attributed(by, &what)
        }
    }
}

fn attributed(by: &[&ParticipantId], what: &str) -> String {
    if by.is_empty() {
        format!("[{what}]")
    } else {
        format!("[{}: {what}]", list(by))
    }
}
