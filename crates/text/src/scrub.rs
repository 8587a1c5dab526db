//! The legal scrub: one renumbering of the whole text, with the table of old and new labels that goes
//! into the record. No content changes, since references point to ids.

use crate::amendment::Operation;
use crate::expression::Expression;
use crate::number::{Label, LabelForm};
use crate::provision::{Kind, Provision, ProvisionId};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered {
    /// The provision.
    pub id: ProvisionId,
    /// The label that it had.
    pub old: Label,
    /// The label that it gets.
    pub new: Label,
}

/// The one operation of a scrub with its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scrub {
    /// The operation.
    pub operation: Operation,
    /// The labels that change, in the order of the text.
    pub table: Vec<Renumbered>,
}

/// Returns the renumbering that gives every row of labels its plain order: articles through the whole
/// text, parts, paragraphs and items within what they belong to. What is numbered in digits, letters or
/// Roman numerals stays so; a provision without label gets none.
pub fn scrub(text: &Expression) -> Scrub {
    let mut rows: BTreeMap<(Option<ProvisionId>, Kind, LabelForm), Row> = BTreeMap::new();
    let mut table = Vec::new();
    for own in &text.provisions {
        let Some(label) = own.label.as_ref().filter(|own| own.form != LabelForm::Dash) else {
            continue;
        };
        let row = rows
            .entry((scope(text, own), own.kind, label.form))
            .or_insert_with(|| Row {
                count: 0,
                script: Script::of(&label.text),
            });
        row.count += 1;
        let written = row.script.write(row.count, label);
        if let Some(new) = written.filter(|new| new.text != label.text) {
            table.push(Renumbered {
                id: own.id,
                old: label.clone(),
                new,
            });
        }
    }
    let labels = table
        .iter()
        .map(|row| (row.id, Some(row.new.clone())))
        .collect();
    Scrub {
        operation: Operation::Renumber { labels },
        table,
    }
}

struct Row {
    count: u32,
    script: Script,
}

/// Articles are counted through all parts and chapters, but anew in each annex.
fn scope(text: &Expression, own: &Provision) -> Option<ProvisionId> {
    if own.kind != Kind::Article {
        return own.parent;
    }
    let mut parent = own.parent;
    for _ in 0..text.provisions.len() {
        let above = parent.and_then(|id| text.provision(id))?;
        if above.kind == Kind::Annex {
            return Some(above.id);
        }
        parent = above.parent;
    }
    None
}

/// How a row is counted: as its first label is.
#[derive(Clone, Copy)]
enum Script {
    Digits,
    SmallRoman,
    Roman,
    SmallLetters,
    Letters,
    Unknown,
}

impl Script {
    fn of(text: &str) -> Self {
        let bare = text.split(' ').next().unwrap_or_default();
        let last = bare.rsplit('.').next().unwrap_or_default();
        if last.bytes().all(|byte| byte.is_ascii_digit()) && !last.is_empty() {
            return Self::Digits;
        }
        match bare {
            "i" => Self::SmallRoman,
            "I" => Self::Roman,
            _ if bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_lowercase()) => {
                Self::SmallLetters
            }
            _ if bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_uppercase()) => {
                Self::Letters
            }
            _ => Self::Unknown,
        }
    }

    /// None where the row is counted in a way that is not known here: it is left as it is.
    fn write(self, count: u32, label: &Label) -> Option<Label> {
        let number = match self {
            Self::Digits => count.to_string(),
            Self::SmallRoman => roman(count),
            Self::Roman => roman(count).to_ascii_uppercase(),
            Self::SmallLetters => letters(count, b'a'),
            Self::Letters => letters(count, b'A'),
            Self::Unknown => return None,
        };
        let bare = label.text.split(' ').next().unwrap_or_default();
        let text = match bare.rsplit_once('.') {
            Some((head, _)) => alloc::format!("{head}.{number}"),
            None => number,
        };
        Some(Label {
            form: label.form,
            text: text.into(),
        })
    }
}

/// Returns a number in small Roman numerals.
pub(crate) fn roman(mut count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while count >= worth {
            text.push_str(sign);
            count -= worth;
        }
    }
    text
}

/// `a` to `z`, then `aa` to `zz`, and on.
fn letters(count: u32, first: u8) -> String {
    let place = (count - 1) % 26;
    let rounds = (count - 1) / 26 + 1;
    let letter = char::from(first + u8::try_from(place).unwrap_or(0));
    core::iter::repeat_n(letter, rounds as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amendment::apply;
    use crate::{Body, Language, content_digest, tokenize};

    fn own(
        number: u32,
        kind: Kind,
        parent: Option<u32>,
        form: LabelForm,
        label: &str,
    ) -> Provision {
        let label = Some(Label {
            form,
            text: label.into(),
        });
        let id = ProvisionId::from_number(number);
        let mut own = Provision::new(id, kind, label, Body::of(tokenize("Words.")));
        own.parent = parent.map(ProvisionId::from_number);
        own
    }

    #[test]
    fn labels_become_plain_and_no_content_changes() {
        use LabelForm::{Dotted, Heading, Parenthesised};
        let text = Expression {
            language: Language::new("en").unwrap(),
            headers: Vec::new(),
            provisions: alloc::vec![
                own(1, Kind::Part, None, Heading, "I"),
                own(2, Kind::Article, Some(1), Heading, "1"),
                own(3, Kind::Paragraph, Some(2), Dotted, "1"),
                own(4, Kind::Item, Some(3), Parenthesised, "a"),
                own(5, Kind::Item, Some(3), Parenthesised, "a bis"),
                own(6, Kind::Part, None, Heading, "II bis"),
                own(7, Kind::Article, Some(6), Heading, "1 bis"),
                own(8, Kind::Article, Some(6), Heading, "2"),
                own(9, Kind::Annex, None, Heading, "I"),
                own(10, Kind::Article, Some(9), Heading, "1"),
            ],
        };
        let scrub = scrub(&text);
        let table: Vec<_> = scrub
            .table
            .iter()
            .map(|row| (&*row.old.text, &*row.new.text))
            .collect();
        assert_eq!(
            table,
            [("a bis", "b"), ("II bis", "II"), ("1 bis", "2"), ("2", "3")]
        );
        let after = apply(&text, &[scrub.operation]).unwrap();
        for (old, new) in text.provisions.iter().zip(&after.provisions) {
            assert_eq!(content_digest(&old.body), content_digest(&new.body));
        }
        assert!(super::scrub(&after).table.is_empty(), "once is enough");
    }

    #[test]
    fn letters_and_roman_numerals_go_on() {
        assert_eq!(letters(27, b'a'), "aa");
        assert_eq!(letters(26, b'A'), "Z");
        assert_eq!(roman(1999), "mcmxcix");
    }
}
