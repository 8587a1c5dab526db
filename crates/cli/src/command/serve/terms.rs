//! The words of the workbench for final clauses: those of `sponsio clause`.

use sponsio_law::clause::Code;
use sponsio_law::clause::propose::{NotUnderstood, Reason, RemarkKind, Role};
use sponsio_law::clause::rule::Span;
use sponsio_web::Terms;

use super::tongue::{of, words};
use crate::wording::{diagnostic, proposal};

const REASONS: [Reason; 5] = [
    Reason::Empty,
    Reason::TooLong,
    Reason::Words,
    Reason::FigureDiffers(Span { start: 0, end: 0 }),
    Reason::Contradiction,
];

/// Returns the words for a reader of this language.
pub(super) fn terms(language: sponsio_web::Language) -> Terms {
    let words = words(language);
    let codes = Code::ALL.iter();
    let refusal = |reason| NotUnderstood {
        reason,
        understood: Vec::new(),
        not_understood: Vec::new(),
    };
    Terms {
        language: of(language),
        codes: codes
            .map(|code| (code.as_str(), diagnostic::title(&words, *code)))
            .collect(),
        parts: Role::ALL
            .map(|role| (proposal::part(role), proposal::role(&words, role)))
            .into(),
        weighed: RemarkKind::ALL
            .map(|kind| (proposal::kind(kind), proposal::remark(&words, kind)))
            .into(),
        refusals: REASONS
            .map(|reason| {
                (
                    proposal::reason(reason),
                    proposal::refusal(&words, &refusal(reason)),
                )
            })
            .into(),
    }
}
