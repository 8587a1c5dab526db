//! What a sentence was read as, and the rules that follow from all sentences together.

use alloc::vec::Vec;

use super::cursor::{Cursor, Declared};
use super::{Proposal, Proposed, Remark, RemarkKind, Role};
use crate::act::ActKind;
use crate::clause::rule::{
    Atom, Condition, Force, Joiner, JoinerScope, Moment, Point, Reservations, Rule, Span, Term,
    Withdrawal,
};

/// A sentence (or two that belong together) as read.
pub(super) struct Clause {
    said: Said,
    kinds: Option<Vec<ActKind>>,
    notes: Vec<(Span, Role)>,
    declared: Vec<Declared>,
}

/// What a sentence says.
pub(super) enum Said {
    /// When the treaty enters into force.
    Force(Moment),
    /// When it enters into force for those who consent later.
    Joiner {
        /// Whom the clause governs.
        scope: JoinerScope,
        /// The number that it repeats from the clause on general entry into force.
        number: Option<u32>,
        /// When.
        term: Term,
    },
    /// How a party may leave.
    Withdrawal(Withdrawal),
    /// Which reservations are allowed.
    Reservations(Reservations),
}

impl Clause {
    /// Returns the clause with what the cursor noted; `None` where the kinds of instrument differ
    /// within the sentence, for `consent by` governs a whole treaty.
    pub(super) fn new(c: &mut Cursor<'_>, said: Said) -> Option<Self> {
        let mut all = c.take_kinds();
        let first = all.pop();
        if matches!(said, Said::Force(_)) && all.iter().any(|kinds| Some(kinds) != first.as_ref()) {
            return None;
        }
        let (notes, declared) = c.take();
        Some(Self {
            said,
            kinds: first,
            notes,
            declared,
        })
    }

    /// Returns the acts to which the clause narrows what counts: it names some kind of
    /// ratification, but no accession. A clause that names accession names what the treaty offers.
    fn narrow_kinds(&self) -> Option<&Vec<ActKind>> {
        let kinds = self.kinds.as_ref()?;
        let narrow = matches!(self.said, Said::Force(_)) && !kinds.contains(&ActKind::Accession);
        narrow.then_some(kinds)
    }

    fn rule(&self) -> Rule {
        match &self.said {
            Said::Force(moment) => Rule::Force(Force::Moment(moment.clone())),
            Said::Joiner { scope, term, .. } => Rule::Joiner(Joiner {
                scope: *scope,
                term: term.clone(),
                even_before: false,
            }),
            Said::Withdrawal(withdrawal) => Rule::Withdrawal(withdrawal.clone()),
            Said::Reservations(reservations) => Rule::Reservations(reservations.clone()),
        }
    }
}

/// Returns the proposal that the sentences make together, or `None` where they contradict one
/// another or two of them are about the same.
pub(super) fn proposal(clauses: Vec<Clause>, mut remarks: Vec<Remark>) -> Option<Proposal> {
    if !agree(&clauses) {
        return None;
    }
    if !clauses
        .iter()
        .any(|clause| matches!(clause.said, Said::Force(_)))
    {
        remarks.extend(clauses.iter().filter_map(repeated_number));
    }
    let mut rules = Vec::new();
    for clause in clauses {
        let main = clause.rule();
        let consent = clause
            .narrow_kinds()
            .map(|kinds| Rule::Consent(kinds.clone()));
        for declared in clause.declared {
            rules.push(Proposed {
                rule: declared.rule,
                spans: declared.spans,
            });
        }
        if let Some(rule) = consent {
            let named = clause.notes.iter().filter(|(_, role)| *role == Role::Kinds);
            let spans: Vec<_> = named.copied().collect();
            remarks.extend(spans.first().map(|(span, _)| Remark {
                kind: RemarkKind::NarrowKinds,
                span: *span,
            }));
            rules.push(Proposed { rule, spans });
        }
        rules.push(Proposed {
            rule: main,
            spans: clause.notes,
        });
    }
    Some(Proposal { rules, remarks })
}

fn repeated_number(clause: &Clause) -> Option<Remark> {
    let Said::Joiner {
        number: Some(_), ..
    } = clause.said
    else {
        return None;
    };
    let (span, _) = clause
        .notes
        .iter()
        .find(|(_, role)| *role == Role::Threshold)?;
    Some(Remark {
        kind: RemarkKind::RepeatedNumber,
        span: *span,
    })
}

/// Whether no two clauses are about the same, and a number that one repeats is the other's.
fn agree(clauses: &[Clause]) -> bool {
    let about = |clause: &Clause| core::mem::discriminant(&clause.said);
    let distinct = clauses.iter().enumerate().all(|(place, clause)| {
        clauses
            .iter()
            .take(place)
            .all(|earlier| about(earlier) != about(clause))
    });
    let number = clauses.iter().find_map(|clause| match &clause.said {
        Said::Force(moment) => Some(only_count(moment)),
        _ => None,
    });
    let repeated = clauses.iter().find_map(|clause| match clause.said {
        Said::Joiner { number, .. } => number,
        _ => None,
    });
    distinct
        && match (number, repeated) {
            (Some(number), Some(repeated)) => number == Some(repeated),
            _ => true,
        }
}

/// Returns the number of instruments on which alone the first term rests.
fn only_count(moment: &Moment) -> Option<u32> {
    let (Moment::Latest(terms) | Moment::Earliest(terms)) = moment else {
        return None;
    };
    let mut term = terms.first()?;
    loop {
        let (Term::On(point) | Term::After { point, .. } | Term::FirstOfMonth { point, .. }) = term;
        match point {
            Point::Term(inner) => term = inner,
            Point::TheDay(Condition::Atom(Atom::Count { least, .. })) => return Some(*least),
            _ => return None,
        }
    }
}
