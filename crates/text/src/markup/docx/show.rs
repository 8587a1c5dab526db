//! How provisions and tokens are shown in a document. What stands in front of the words of a
//! provision, its label, is written as text: a label is part of a treaty, no numbering of the program
//! that happens to show it.

use crate::expression::Expression;
use crate::keyword::{Keyword, keyword};
use crate::language::Language;
use crate::number::{Label, LabelForm};
use crate::provision::{Kind, Provision, ProvisionId};
use crate::token::{Target, Token, TokenKind};
use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;

/// What bookmarks of provisions are called; a name that begins with `_` is hidden.
const ANCHOR: &str = "_sp_";

/// Returns the name of the bookmark of a provision.
pub(crate) fn anchor(id: ProvisionId) -> String {
    alloc::format!("{ANCHOR}{id}")
}

/// Returns the provision whose bookmark has this name.
pub(crate) fn anchored(name: &str) -> Option<ProvisionId> {
    // What a delegation moves has its code behind the id, for there may be two of it.
    let name = name.strip_prefix(ANCHOR)?;
    name.split('_').next()?.parse().ok()
}

/// Whether the words of such a provision are a heading under its label.
pub(crate) fn is_heading(kind: Kind) -> bool {
    keyword_of(kind).is_some()
}

fn keyword_of(kind: Kind) -> Option<Keyword> {
    match kind {
        Kind::Preamble => Some(Keyword::Preamble),
        Kind::Part => Some(Keyword::Part),
        Kind::Chapter => Some(Keyword::Chapter),
        Kind::Section => Some(Keyword::Section),
        Kind::Article => Some(Keyword::Article),
        Kind::Annex => Some(Keyword::Annex),
        Kind::Testimonium => Some(Keyword::Testimonium),
        Kind::Title | Kind::Recital | Kind::Formula | Kind::Paragraph | Kind::Item
        | Kind::Closing => None,
    }
}

/// Returns what stands before the words of a provision: `Article 14 bis`, `1.`, `(a)`; empty where it
/// has no label.
pub(crate) fn front(provision: &Provision, language: &Language) -> String {
    let label = provision.label.as_ref();
    match (keyword_of(provision.kind), label) {
        (Some(word), Some(label)) if label.form == LabelForm::Heading => {
            alloc::format!("{} {}", keyword(language, word), label.text)
        }
        // A preamble or a testimonium that has no words of its own shows what it is.
        (Some(word), None) if provision.body.parts.is_empty() => {
            String::from(keyword(language, word))
        }
        (_, Some(label)) => plain(label),
        (_, None) => String::new(),
    }
}

fn plain(label: &Label) -> String {
    match label.form {
        LabelForm::Heading => String::from(&*label.text),
        LabelForm::Dotted => alloc::format!("{}.", label.text),
        LabelForm::Parenthesised => alloc::format!("({})", label.text),
        LabelForm::Dash => String::from("\u{2013}"),
    }
}

/// Shows tokens of one expression.
pub(crate) struct Shower<'a> {
    provisions: BTreeMap<ProvisionId, &'a Provision>,
    language: &'a Language,
}

impl<'a> Shower<'a> {
    /// Returns one for this expression.
    pub(crate) fn new(expression: &'a Expression) -> Self {
        let entry = |provision: &'a Provision| (provision.id, provision);
        Self {
            provisions: expression.provisions.iter().map(entry).collect(),
            language: &expression.language,
        }
    }

    /// Returns the language of the expression.
    pub(crate) fn language(&self) -> &'a Language {
        self.language
    }

    /// Returns a provision of the expression.
    pub(crate) fn provision(&self, id: ProvisionId) -> Option<&'a Provision> {
        self.provisions.get(&id).copied()
    }

    /// Returns the words of a token, without the space before it; those of a footnote are elsewhere.
    pub(crate) fn token<'t>(&self, token: &'t Token) -> Cow<'t, str> {
        match &token.kind {
            TokenKind::Placeholder => Cow::Owned(alloc::format!("[{}]", token.text)),
            TokenKind::Footnote(_) => Cow::Borrowed(""),
            TokenKind::Reference(Target::Elsewhere(_)) => Cow::Borrowed(&token.text),
            TokenKind::Reference(Target::ProvisionNumber(id)) => {
                let label = self.provisions.get(id).and_then(|known| known.label.as_ref());
                Cow::Owned(label.map_or_else(|| missing(*id), |label| String::from(&*label.text)))
            }
            TokenKind::Reference(Target::Provision(id) | Target::ProvisionInFull(id)) => {
                Cow::Owned(self.path(*id))
            }
            TokenKind::Word | TokenKind::Number | TokenKind::Punctuation => {
                Cow::Borrowed(&token.text)
            }
        }
    }

    /// Returns the text of tokens, with their spaces.
    pub(crate) fn text(&self, tokens: &[Token]) -> String {
        let mut text = String::new();
        for token in tokens {
            if token.space_before {
                text.push(' ');
            }
            text.push_str(&self.token(token));
        }
        text
    }

    fn path(&self, id: ProvisionId) -> String {
        let mut steps = alloc::vec::Vec::new();
        let mut at = self.provisions.get(&id);
        // A text whose parents run in a circle is refused elsewhere; here it must only end.
        for _ in 0..16 {
            let Some(provision) = at else { break };
            steps.push(*provision);
            if provision.kind == Kind::Article {
                break;
            }
            at = provision.parent.and_then(|parent| self.provisions.get(&parent));
        }
        let mut path = String::new();
        for step in steps.iter().rev() {
            let Some(label) = &step.label else { continue };
            match keyword_of(step.kind) {
                Some(word) if label.form == LabelForm::Heading => {
                    if !path.is_empty() {
                        path.push(' ');
                    }
                    path.push_str(keyword(self.language, word));
                    path.push(' ');
                    path.push_str(&label.text);
                }
                _ => {
                    path.push('(');
                    path.push_str(&label.text);
                    path.push(')');
                }
            }
        }
        if path.is_empty() { missing(id) } else { path }
    }
}

/// A reference to a provision that has no label shows its id.
fn missing(id: ProvisionId) -> String {
    alloc::format!("[{id}]")
}
