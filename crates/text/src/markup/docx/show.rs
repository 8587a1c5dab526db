//! How provisions and tokens are shown in a document. What stands in front of the words of a
//! provision, its label, is written as text: a label is part of a treaty, no numbering of the program
//! that happens to show it.

use crate::expression::Expression;
use crate::keyword::{Keyword, keyword};
use crate::language::Language;
use crate::number::{Label, LabelForm};
use crate::provision::{Kind, Provision, ProvisionId};
use crate::reference::reference;
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
        Kind::Title
        | Kind::Recital
        | Kind::Formula
        | Kind::Paragraph
        | Kind::Item
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
    expression: &'a Expression,
    provisions: BTreeMap<ProvisionId, &'a Provision>,
}

impl<'a> Shower<'a> {
    /// Returns one for this expression.
    pub(crate) fn new(expression: &'a Expression) -> Self {
        let entry = |provision: &'a Provision| (provision.id, provision);
        Self {
            expression,
            provisions: expression.provisions.iter().map(entry).collect(),
        }
    }

    /// Returns the language of the expression.
    pub(crate) fn language(&self) -> &'a Language {
        &self.expression.language
    }

    /// Returns a provision of the expression.
    pub(crate) fn provision(&self, id: ProvisionId) -> Option<&'a Provision> {
        self.provisions.get(&id).copied()
    }

    /// Returns the words of a token that stands in a provision, without the space before it; those of a
    /// footnote are elsewhere.
    pub(crate) fn token<'t>(&self, token: &'t Token, from: ProvisionId) -> Cow<'t, str> {
        match &token.kind {
            TokenKind::Placeholder => Cow::Owned(alloc::format!("[{}]", token.text)),
            TokenKind::Footnote(_) => Cow::Borrowed(""),
            TokenKind::Reference(Target::Elsewhere(_))
            | TokenKind::Word
            | TokenKind::Number
            | TokenKind::Punctuation => Cow::Borrowed(&token.text),
            TokenKind::Reference(target) => {
                let words = reference(self.expression, from, target);
                Cow::Owned(
                    words
                        .filter(|words| !words.is_empty())
                        .unwrap_or_else(|| missing(target)),
                )
            }
        }
    }

    /// Returns the text of tokens that stand in a provision, with their spaces.
    pub(crate) fn text(&self, tokens: &[Token], from: ProvisionId) -> String {
        let mut text = String::new();
        for token in tokens {
            if token.space_before {
                text.push(' ');
            }
            text.push_str(&self.token(token, from));
        }
        text
    }
}

/// A reference to a provision that is not in the text, or has no label, shows its id.
fn missing(target: &Target) -> String {
    match target {
        Target::Provision(id) | Target::ProvisionInFull(id) | Target::ProvisionNumber(id) => {
            alloc::format!("[{id}]")
        }
        Target::Elsewhere(target) => String::from(&**target),
    }
}
