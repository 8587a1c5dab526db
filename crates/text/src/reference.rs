//! References in words: a target id in the style of a language, as short as is clear from where it
//! stands.

use crate::expression::Expression;
use crate::keyword::{Keyword, keyword};
use crate::language::Language;
use crate::number::LabelForm;
use crate::provision::{Kind, Provision, ProvisionId};
use crate::token::Target;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

/// How a language names what has no keyword of the markup: paragraph, item, recital.
const NAMES: [(&str, [&str; 3]); 5] = [
    ("en", ["paragraph", "subparagraph", "recital"]),
    ("tr", ["fıkra", "bent", "başlangıç paragrafı"]),
    ("fr", ["paragraphe", "alinéa", "considérant"]),
    ("es", ["párrafo", "apartado", "considerando"]),
    ("ru", ["пункт", "подпункт", "пункт преамбулы"]),
];

/// Returns the words of a reference that stands in a provision; nothing if its target is not in the text.
pub fn reference(text: &Expression, from: ProvisionId, target: &Target) -> Option<String> {
    let (id, full) = match target {
        Target::Provision(id) => (*id, false),
        Target::ProvisionInFull(id) => (*id, true),
        Target::ProvisionNumber(id) => {
            let provision = text.provision(*id)?;
            return Some(number(text, provision));
        }
        Target::Elsewhere(_) => return None,
    };
    let path = path(text, id);
    let target = *path.last()?;
    let own = self::path(text, from);
    // Under a common article the article is clear, and under a common paragraph that is.
    let is_common = |kind: Kind| {
        path.iter()
            .position(|above| above.kind == kind)
            .filter(|place| {
                let above = path[*place].id;
                above != id && own.iter().any(|other| other.id == above)
            })
    };
    let skipped = if full {
        None
    } else {
        is_common(Kind::Paragraph).or_else(|| is_common(Kind::Article))
    };
    let shown = &path[skipped.map_or(0, |place| place + 1)..];
    Some(words(text, target, shown))
}

/// The provisions from the highest down to this one.
fn path(text: &Expression, id: ProvisionId) -> Vec<&Provision> {
    let mut path = Vec::new();
    let mut next = Some(id);
    while let Some(provision) = next.and_then(|id| text.provision(id)) {
        // A circle of parents, which no reader makes, ends where it began.
        if path
            .iter()
            .any(|above: &&Provision| above.id == provision.id)
        {
            break;
        }
        path.push(provision);
        next = provision.parent;
    }
    path.reverse();
    path
}

fn words(text: &Expression, target: &Provision, path: &[&Provision]) -> String {
    let language = &text.language;
    let mut said = String::new();
    // Articles are numbered through the whole text; only an annex begins anew.
    let begins = path.iter().position(|provision| {
        !matches!(
            provision.kind,
            Kind::Part | Kind::Chapter | Kind::Section | Kind::Annex
        ) || provision.id == target.id
    });
    let shown = &path[begins.unwrap_or_default()..];
    for (nth, provision) in shown.iter().enumerate() {
        let number = number(text, provision);
        if nth == 0 {
            said.push_str(&named(language, provision.kind));
            if !number.is_empty() {
                said.push(' ');
                said.push_str(&first_number(provision, &number));
            }
        } else if provision.label.is_some() {
            said.push_str(&in_parentheses(&number));
        } else {
            said.push_str(", ");
            said.push_str(&named(language, provision.kind));
            said.push(' ');
            said.push_str(&number);
        }
    }
    let annex = path
        .iter()
        .find(|above| above.kind == Kind::Annex && above.id != target.id);
    if let Some(annex) = annex {
        said.push_str(", ");
        said.push_str(&named(language, Kind::Annex));
        if let Some(label) = &annex.label {
            said.push(' ');
            said.push_str(&label.text);
        }
    }
    said
}

/// The label; of a provision without one its place among its siblings of the same kind without one.
fn number(text: &Expression, provision: &Provision) -> String {
    if let Some(label) = provision
        .label
        .as_ref()
        .filter(|label| !label.text.is_empty())
    {
        return label.text.to_string();
    }
    if !matches!(
        provision.kind,
        Kind::Paragraph | Kind::Recital | Kind::Formula | Kind::Item
    ) {
        return String::new();
    }
    let siblings = text.provisions.iter().filter(|other| {
        let is_unnumbered = other
            .label
            .as_ref()
            .is_none_or(|label| label.text.is_empty());
        other.parent == provision.parent && other.kind == provision.kind && is_unnumbered
    });
    let before = siblings.take_while(|other| other.id != provision.id);
    (before.count() + 1).to_string()
}

fn first_number(provision: &Provision, number: &str) -> String {
    let form = provision.label.as_ref().map(|label| label.form);
    let is_item = provision.kind == Kind::Item && form == Some(LabelForm::Parenthesised);
    if is_item {
        in_parentheses(number)
    } else {
        number.into()
    }
}

fn in_parentheses(number: &str) -> String {
    alloc::format!("({number})")
}

fn named(language: &Language, kind: Kind) -> String {
    let of_language = |(tag, _): &&(&str, [&'static str; 3])| *tag == language.primary();
    let [paragraph, item, recital] = NAMES
        .iter()
        .find(of_language)
        .map_or(NAMES[0].1, |row| row.1);
    let word = match kind {
        Kind::Article => keyword(language, Keyword::Article),
        Kind::Part => keyword(language, Keyword::Part),
        Kind::Chapter => keyword(language, Keyword::Chapter),
        Kind::Section => keyword(language, Keyword::Section),
        Kind::Annex => keyword(language, Keyword::Annex),
        Kind::Preamble => keyword(language, Keyword::Preamble),
        Kind::Testimonium => keyword(language, Keyword::Testimonium),
        Kind::Paragraph | Kind::Closing | Kind::Title => paragraph,
        Kind::Item => item,
        Kind::Recital | Kind::Formula => recital,
    };
    word.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{Options, parse};
    use crate::provision::IdsOfDigest;
    use sponsio_record::Digest;

    const LINES: &str = "## Preamble {#000001}\n\nOne {#000002}\n\nTwo {#000003}\n\nArticle 5. X {#000004}\n\n\
        1. a {#000005}\n\n2. b {#000006}\n\n(a) c {#000007}\n\nArticle 6 {#000008}\n\nplain {#000009}\n\n\
        ## Annex II. Y {#00000a}\n\nArticle 1 {#00000b}\n";

    fn shown(tag: &str, from: u32, target: &Target) -> Option<String> {
        let source = alloc::format!("# T\nlanguage: {tag}\n\n{LINES}");
        let mut ids = IdsOfDigest::new(Digest::of(b"test"));
        let parsed = parse(source.as_bytes(), &Options::default(), &mut ids);
        reference(
            &parsed.expression.unwrap(),
            ProvisionId::from_number(from),
            target,
        )
    }

    #[test]
    fn references_are_as_short_as_is_clear() {
        let to = |number| Target::Provision(ProvisionId::from_number(number));
        let said = |from, target| shown("en", from, &to(target)).unwrap();
        assert_eq!(said(9, 7), "Article 5(2)(a)");
        assert_eq!(said(5, 7), "paragraph 2(a)");
        assert_eq!(said(6, 7), "subparagraph (a)");
        assert_eq!(said(7, 6), "paragraph 2");
        assert_eq!(said(7, 4), "Article 5");
        assert_eq!(said(4, 2), "Preamble, recital 1");
        assert_eq!(said(4, 9), "Article 6, paragraph 1");
        assert_eq!(said(4, 11), "Article 1, Annex II");
        assert_eq!(said(4, 10), "Annex II");
        assert_eq!(shown("tr", 9, &to(7)).as_deref(), Some("Madde 5(2)(a)"));
        assert_eq!(shown("tr", 5, &to(7)).as_deref(), Some("fıkra 2(a)"));
        assert_eq!(shown("en", 5, &to(99)), None);
    }

    #[test]
    fn references_are_complete_or_bare_where_they_say_so() {
        let id = ProvisionId::from_number(7);
        assert_eq!(
            shown("en", 6, &Target::ProvisionInFull(id)).as_deref(),
            Some("Article 5(2)(a)")
        );
        assert_eq!(
            shown("en", 9, &Target::ProvisionNumber(id)).as_deref(),
            Some("a")
        );
    }
}
