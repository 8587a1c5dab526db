//! Who may sign or accede, and when (S-3, SIG-3): the treaty's `open for` statements, one of which
//! must cover the participant on the day.
//!
//! | the text | examined |
//! | --- | --- |
//! | has `open for` statements for the act | one must cover participant and day, else refused |
//! | names a set that is not known | received, `entitlement-unknown` |
//! | asks for an invitation | received, `invitation-not-recorded` |
//! | has an `open for` statement beyond the core | received, `not-evaluated` |
//! | has none, but declares the group `ENTITLED` | the participant must be a member |
//! | says nothing | open to everybody the register knows |

use alloc::vec::Vec;

use crate::calendar::Date;
use crate::clause::rule::{ExtensionKeyword, GroupSource, Open, OpenFor, Rule, Set};
use crate::clause::truth::Truth;
use crate::consent::Examined;
use crate::consent::case::Case;
use crate::refusal::Ground;
use crate::remark::Concern;
use crate::treaty::ENTITLED;

/// Examines whether the treaty is open for the act to the participant on the day of the request.
pub(crate) fn examine(case: &Case<'_>, to_act: OpenFor) -> Examined {
    let invited = openings(case, to_act)
        .filter(|open| covers(case, open) == Truth::True)
        .map(|open| open.invited_by.as_ref());
    if let Some(invited_by) = invited.min() {
        return Ok(invited_by
            .map(|by| Concern::InvitationNotRecorded { by: by.clone() })
            .into_iter()
            .collect());
    }
    if let Some(beyond) = case.beyond(&[ExtensionKeyword::OpenBeyond]) {
        return Ok(Vec::from([beyond]));
    }
    if openings(case, to_act).any(|open| covers(case, open) == Truth::Unknown) {
        return Ok(Vec::from([Concern::EntitlementUnknown { to_act }]));
    }
    if says_when(case, to_act) {
        return Err(not_open(case, to_act));
    }
    by_group(case, to_act)
}

/// Returns the statement that opens the treaty for the act to the participant on the day of the
/// request, if one certainly does.
pub(crate) fn covering<'a>(case: &Case<'a>, to_act: OpenFor) -> Option<&'a Open> {
    openings(case, to_act).find(|open| covers(case, open) == Truth::True)
}

/// Whether the treaty says at all when it is open for the act.
pub(crate) fn says_when(case: &Case<'_>, to_act: OpenFor) -> bool {
    openings(case, to_act).next().is_some()
}

fn openings<'a>(case: &Case<'a>, to_act: OpenFor) -> impl Iterator<Item = &'a Open> + use<'a> {
    let statements = case.treaty.clauses.statements.iter();
    statements.filter_map(move |statement| match &statement.rule {
        Rule::Open(open) if open.to_act == to_act => Some(open),
        _ => None,
    })
}

fn covers(case: &Case<'_>, open: &Open) -> Truth {
    let day = case.date();
    let in_time =
        open.from.is_none_or(|from| from <= day) && open.until.is_none_or(|until| day <= until);
    Truth::from(in_time).and(is_meant(case, open))
}

fn is_meant(case: &Case<'_>, open: &Open) -> Truth {
    open.to
        .as_ref()
        .map_or(Truth::True, |set| is_member(case, set, case.date()))
}

fn is_member(case: &Case<'_>, set: &Set, day: Date) -> Truth {
    match set {
        Set::Listed(ids) => ids.contains(&case.request.participant).into(),
        Set::Named(name) => in_group(case, name, day).unwrap_or(Truth::Unknown),
        Set::Signatories => case.has_signed(case.party, day).into(),
        Set::PartiesTo { treaty, as_at } => {
            let Some(place) = case.register.treaty_place(treaty) else {
                return Truth::Unknown;
            };
            let other = case.register.history(place, case.lens);
            other.is_party(case.party, as_at.unwrap_or(day))
        }
        // The parser keeps such an opening in words: it is examined by hand.
        Set::AsAt { .. } => Truth::Unknown,
    }
}

/// Whether the participant is in the declared group on this day; `None` where none is declared.
fn in_group(case: &Case<'_>, name: &str, day: Date) -> Option<Truth> {
    let id = &case.request.participant;
    Some(match &case.treaty.group(name)?.members {
        GroupSource::Listed(members) => members.contains(id).into(),
        GroupSource::Unknown(_) => Truth::Unknown,
        GroupSource::File(path) => case
            .register
            .group(path)
            .map_or(Truth::Unknown, |membership| {
                let mut members = membership.members.iter();
                members
                    .any(|member| member.participant == *id && member.is_inside(day))
                    .into()
            }),
    })
}

/// Why no statement covers the request: the period of one that means the participant, or none does.
fn not_open(case: &Case<'_>, to_act: OpenFor) -> Ground {
    let meant = || openings(case, to_act).filter(|open| is_meant(case, open) != Truth::False);
    let next = meant().filter_map(|open| open.from);
    if let Some(from) = next.filter(|from| case.date() < *from).min() {
        return Ground::NotYetOpen { to_act, from };
    }
    match meant().filter_map(|open| open.until).max() {
        Some(until) => Ground::Closed { to_act, until },
        None => Ground::NotEntitled { to_act },
    }
}

fn by_group(case: &Case<'_>, to_act: OpenFor) -> Examined {
    match in_group(case, ENTITLED, case.date()) {
        Some(Truth::False) => Err(Ground::NotEntitled { to_act }),
        Some(Truth::Unknown) => Ok(Vec::from([Concern::EntitlementUnknown { to_act }])),
        Some(Truth::True) | None => Ok(Vec::new()),
    }
}
