//! Where a provision stands: its label, its place in words, and how far in.

use sponsio_text::view::plain;
use sponsio_text::{Expression, Keyword, Kind, Label, LabelForm, Provision, ProvisionId, keyword};

/// Returns what stands before the words of a provision: `Article 14 bis. `, `1. `, `(a) `.
pub(crate) fn label_of(text: &Expression, own: &Provision) -> String {
    match (&own.label, own.kind) {
        (Some(label), kind) => label_words(text, kind, label),
        // What has no words of its own shows what it is.
        (None, Kind::Preamble) if own.body.parts.is_empty() => {
            keyword(&text.language, Keyword::Preamble).to_owned()
        }
        (None, Kind::Testimonium) if own.body.parts.is_empty() => {
            keyword(&text.language, Keyword::Testimonium).to_owned()
        }
        (None, _) => String::new(),
    }
}

fn label_words(text: &Expression, kind: Kind, label: &Label) -> String {
    let of_kind = match kind {
        Kind::Article => Some(Keyword::Article),
        Kind::Part => Some(Keyword::Part),
        Kind::Chapter => Some(Keyword::Chapter),
        Kind::Section => Some(Keyword::Section),
        Kind::Annex => Some(Keyword::Annex),
        _ => None,
    };
    match (label.form, of_kind) {
        (LabelForm::Heading, Some(word)) => {
            format!("{} {}. ", keyword(&text.language, word), label.text)
        }
        (LabelForm::Heading | LabelForm::Dotted, _) => format!("{}. ", label.text),
        (LabelForm::Parenthesised, _) => format!("({}) ", label.text),
        (LabelForm::Dash, _) => "- ".to_owned(),
    }
}

/// Returns the place of a provision in words, for sentences about it.
pub(crate) fn place_of(text: &Expression, id: ProvisionId) -> String {
    let Some(own) = text.provision(id) else {
        return id.to_string();
    };
    let label = label_of(text, own);
    let label = label.trim_end().trim_end_matches('.');
    let above = own.parent.and_then(|parent| text.provision(parent));
    match above {
        // Articles are numbered through all parts.
        Some(_) if own.kind == Kind::Article && !label.is_empty() => label.to_owned(),
        Some(above) if above.label.is_some() && !label.is_empty() => {
            let of = place_of(text, above.id);
            match &own.label {
                Some(number) if is_within_article(own, above, number) => {
                    format!("{of}({})", number.text)
                }
                _ => format!("{of} {label}"),
            }
        }
        _ if label.is_empty() => {
            let start: String = plain(&own.body.base()).chars().take(24).collect();
            if start.is_empty() {
                id.to_string()
            } else {
                format!("“{start}…”")
            }
        }
        _ => label.to_owned(),
    }
}

/// Whether a provision is cited in brackets behind that to which it belongs: Article 3(1)(a).
fn is_within_article(own: &Provision, above: &Provision, number: &Label) -> bool {
    matches!(own.kind, Kind::Paragraph | Kind::Item)
        && matches!(above.kind, Kind::Article | Kind::Paragraph | Kind::Item)
        && matches!(number.form, LabelForm::Dotted | LabelForm::Parenthesised)
}

/// How far a provision stands in.
pub(super) fn indent_of(text: &Expression, own: &Provision) -> usize {
    let mut depth = 0;
    let mut parent = own.parent;
    while let Some(above) = parent.and_then(|id| text.provision(id)) {
        if depth == 16 {
            break;
        }
        if above.kind == Kind::Item || own.kind == Kind::Item && above.kind == Kind::Paragraph {
            depth += 1;
        }
        parent = above.parent;
    }
    2 * depth
}
