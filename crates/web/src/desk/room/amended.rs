//! What an amendment would change in a text: its words compared with those of the base, word by word.

use sponsio_law::conference::{Amendment, Operation};
use sponsio_text::markup::pieces;
use sponsio_text::{Expression, Language, Provision, ProvisionId, Stretch, Token, compare_words};

use crate::locale::{Words, say};
use crate::page::text::{is_heading, label, write};

/// A stretch of compared words.
pub(super) enum Mark {
    /// Both have it.
    Same(String),
    /// Only the base has it.
    Gone(String),
    /// Only the amendment has it.
    New(String),
}

impl Mark {
    /// Whether it has no words.
    pub(super) fn is_empty(&self) -> bool {
        let (Self::Same(words) | Self::Gone(words) | Self::New(words)) = self;
        words.is_empty()
    }
}

/// An amendment as a page shows it.
pub(super) struct Change {
    /// The provision to which it is done, or after which.
    pub(super) provision: ProvisionId,
    /// What is done, in words: `New words for 1.`
    pub(super) said: String,
    pub(super) marks: Vec<Mark>,
    pub(super) lang: String,
    pub(super) dir: &'static str,
}

impl Change {
    /// Whether the words are those of the base.
    pub(super) fn is_nothing(&self) -> bool {
        let is_same = |mark: &Mark| matches!(mark, Mark::Same(_));
        self.marks.iter().all(is_same) && !self.marks.is_empty()
    }
}

/// Returns how a provision is named: `Article 3(1)(a)`; otherwise by its id.
pub(super) fn named(text: &Expression, id: ProvisionId) -> String {
    let parent = |own: &&Provision| own.parent.and_then(|id| text.provision(id));
    let own = text.provision(id);
    let chain = core::iter::successors(own, parent).take(DEEPEST);
    let (mut name, mut below) = (String::new(), Vec::new());
    for one in chain {
        let said = label(text, one);
        if is_heading(one.kind) {
            said.trim_end_matches('.').clone_into(&mut name);
            break;
        }
        let bare = said.trim_matches(|mark: char| !mark.is_alphanumeric());
        below.extend((!bare.is_empty()).then(|| format!("({bare})")));
    }
    name.extend(below.into_iter().rev());
    if name.is_empty() {
        id.to_string()
    } else {
        name
    }
}

/// How many provisions may lie in one another.
const DEEPEST: usize = 16;

/// Returns what an amendment would change in this base.
pub(super) fn change(words: &Words, base: &Expression, amendment: &Amendment) -> Change {
    let id = amendment.provision;
    let own = base.provision(id);
    let name = named(base, id);
    let text = amendment.text.as_deref().unwrap_or_default();
    let old = own.map(|own| own.body.base()).unwrap_or_default();
    let key = match amendment.operation {
        Operation::Replace => "room-change-replace",
        Operation::InsertAfter => "room-change-insert-after",
        Operation::Delete => "room-change-delete",
        Operation::Move => "room-change-move",
        Operation::Split => "room-change-split",
        Operation::Join => "room-change-join",
    };
    let other = amendment.other.map(|id| named(base, id));
    let other = other.unwrap_or_default();
    let marks = match amendment.operation {
        Operation::Replace => {
            let new = replacing(&base.language, text);
            compared(base, id, &old, &new)
        }
        Operation::InsertAfter => inserted(base, id, text),
        Operation::Delete => vec![Mark::Gone(plain(base, id, &old))],
        Operation::Move | Operation::Split | Operation::Join => Vec::new(),
    };
    Change {
        provision: id,
        said: say!(words, key, name = name.as_str(), other = other.as_str()),
        marks,
        lang: base.language.as_str().to_owned(),
        dir: crate::page::spoken::direction(Some(&base.language)),
    }
}

/// The words that are to stand in the place of others, as the law reads them: the label may be given too.
fn replacing(language: &Language, text: &str) -> Vec<Token> {
    match pieces(text, language).as_deref() {
        Ok([only]) => only.body.base(),
        _ => sponsio_text::tokenize(text),
    }
}

/// New provisions, each on its line with its label.
fn inserted(base: &Expression, after: ProvisionId, text: &str) -> Vec<Mark> {
    let Ok(found) = pieces(text, &base.language) else {
        return vec![Mark::New(text.to_owned())];
    };
    let lines = found.into_iter().map(|piece| {
        let words = plain(base, after, &piece.body.base());
        // What is it but the label that is not kept in the words.
        let own = Provision::new(
            after,
            piece.kind.unwrap_or(sponsio_text::Kind::Paragraph),
            piece.label,
            sponsio_text::Body::default(),
        );
        let label = if is_heading(own.kind) {
            own.label
                .map(|label| label.text.to_string())
                .unwrap_or_default()
        } else {
            label(base, &own)
        };
        Mark::New(format!("{label} {words}").trim().to_owned())
    });
    lines.collect()
}

/// Returns the words of two stands compared; references are named as in the base.
pub(super) fn compared(
    base: &Expression,
    from: ProvisionId,
    old: &[Token],
    new: &[Token],
) -> Vec<Mark> {
    let mut marks = Vec::new();
    for stretch in compare_words(&base.language, old, new) {
        match stretch {
            Stretch::Same(words) => marks.push(Mark::Same(spaced(base, from, words))),
            Stretch::Differs(gone, come) => {
                if !gone.is_empty() {
                    marks.push(Mark::Gone(spaced(base, from, gone)));
                }
                if !come.is_empty() {
                    marks.push(Mark::New(spaced(base, from, come)));
                }
            }
        }
    }
    marks
}

fn spaced(base: &Expression, from: ProvisionId, tokens: &[Token]) -> String {
    let mut line = String::new();
    write(base, from, tokens, &mut line, &mut Vec::new());
    line
}

/// Returns words without blanks around them.
pub(super) fn plain(base: &Expression, from: ProvisionId, tokens: &[Token]) -> String {
    spaced(base, from, tokens).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sponsio_text::IdsOfDigest;
    use sponsio_text::markup::{Options, parse};

    const TEXT: &[u8] = b"# Treaty {#k7m2qt}
language: en

Article 3. Notice {#k7m2qx}

1. Each Party shall notify {#k7m2qy}

(a) the place; {#k7m2qz}

Signed somewhere. {#k7m2r0}
";

    fn text() -> Expression {
        let mut ids = IdsOfDigest::new(sponsio_record::Digest::of(b""));
        let parsed = parse(TEXT, &Options::default(), &mut ids);
        parsed.expression.expect("a text")
    }

    fn said(operation: Operation, words: &str) -> (String, String) {
        let amendment = Amendment {
            operation,
            provision: "k7m2qy".parse().expect("an id"),
            other: None,
            text: (!words.is_empty()).then(|| words.to_owned()),
        };
        let words = crate::locale::Language::English.words();
        let change = change(words, &text(), &amendment);
        let marks = change.marks.iter().map(|mark| match mark {
            Mark::Same(words) => words.clone(),
            Mark::Gone(words) => format!("-{words}-"),
            Mark::New(words) => format!("+{words}+"),
        });
        (change.said.clone(), marks.collect())
    }

    #[test]
    fn a_provision_is_named_by_its_article_and_what_is_below() {
        let named = |id: &str| named(&text(), id.parse().expect("an id"));
        assert_eq!(named("k7m2qx"), "Article 3");
        assert_eq!(named("k7m2qy"), "Article 3(1)");
        assert_eq!(named("k7m2qz"), "Article 3(1)(a)");
        assert_eq!(named("k7m2qt"), "k7m2qt", "a title has no label");
        assert_eq!(named("000000"), "000000");
    }

    #[test]
    fn what_goes_and_what_comes_are_told_apart() {
        assert_eq!(
            said(Operation::Replace, "Each State shall notify"),
            (
                "Other words for Article 3(1)".to_owned(),
                "Each- Party-+ State+ shall notify".to_owned()
            )
        );
        let (same, _) = said(Operation::Replace, "1. Each Party shall notify");
        assert_eq!(same, "Other words for Article 3(1)");
        assert_eq!(said(Operation::Delete, "").1, "-Each Party shall notify-");
        assert_eq!(
            said(Operation::InsertAfter, "2. It is public.").1,
            "+2. It is public.+"
        );
    }
}
