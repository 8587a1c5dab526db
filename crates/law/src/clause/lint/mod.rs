//! What is contradictory or doubtful in a treaty's clauses: errors E01-E10 and warnings W01-W15.
//!
//! This module judges what a file says together with what the caller knows around it
//! (`LintContext`). It knows no act and computes no day of entry into force.
//!
//! | code | rule |
//! | --- | --- |
//! | E01 | a number above the size of its set; all of a set without members; a share above the whole or above what all rows reach |
//! | E02 | a date of the header or of a rule before adoption; an end before its beginning (the parser reports the latter) |
//! | E03 | a fraction of a set without `as at` (the parser reports it: the core has no such fraction) |
//! | E04 | a group or table used and not declared; a member of a known group without row in the table that each of its members must reach |
//! | E05 | treaties that wait for each other; entry into force computed from itself |
//! | E06 | a second `in force` statement |
//! | E08 | a provision whose digest is not the one to which the rule was bound |
//! | E09 | there are `open for` statements, and each has closed before adoption or is for a group without members |
//! | E10 | a reservations list that names an article the text does not have |
//! | W01 | a period in an `in force` or joiner statement without `policy period-expiry`; once per statement |
//! | W02 | a period in months or years that may start on a day after the 28th, except inside `first day of the month`; once per statement |
//! | W03 | a count of instruments, not confined to listed States, without `policy organizations` |
//! | W04 | `withdrawal silent` |
//! | W06 | a number that equals the size of its set |
//! | W07 | a number tested on a fixed day (`if by then`) without `policy withdrawal-before-force`; a trigger is final, so it needs no warning |
//! | W08 | a share of a table whose total is 0 |
//! | W09 | `if by then` with a condition that begins later; a term that another term always precedes |
//! | W11 | several acts of the trigger day, in a derivation (`lint_derivation`) |
//! | W13 | an `in force` statement without any joiner statement |
//! | W14 | a group or table that is used and declared `unknown` |
//! | W15 | a per cent next to a third, sixth, seventh or ninth: 66.67 for 2/3 |
//! | T420-T440 | what a lawyer would advise on a guarantee (`guarantee::lint`) |
//!
//! Not raised here: W05 compares words of the text, which a statement does not repeat (proposals
//! refuse where they differ); W10 would need the text after a withdrawal, for which the core has no
//! words; W12 concerns the window of a `between two parties` statement. What stands in a statement
//! beyond the core is not judged.

mod days;
mod guarantees;
mod participation;
mod parts;
mod sets;
#[cfg(test)]
mod tests;
mod treaties;

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ParticipantId, TreatyId};

use crate::clause::decimal::Decimal;
use crate::clause::diagnostic::{Code, Detail, Diagnostic, MOST_DIAGNOSTICS, place};
use crate::clause::explain::Step;
use crate::clause::lint::parts::Parts;
use crate::clause::rule::{
    ClauseFile, GroupSource, Policy, PolicySetting, Roll, Rule, Set, Statement, WeightSource,
};
use crate::clause::syntax::{Parsed, parse};

/// What a file alone cannot know. The default knows nothing, and nothing is then held against the
/// file.
#[derive(Debug, Clone, Default)]
pub struct LintContext {
    /// The rows of the tables that are known, by the name under which the file declares them.
    pub tables: BTreeMap<String, BTreeMap<ParticipantId, Decimal>>,
    /// Everybody who is ever a member of a group from a file, by its name.
    pub groups: BTreeMap<String, BTreeSet<ParticipantId>>,
    /// The policies of the treaty's depositary.
    pub depositary_policies: Vec<Policy>,
    /// The labels of the articles of the text, if the text is known.
    pub articles: Option<Vec<String>>,
    /// The provisions to which statements are bound.
    pub bindings: Vec<Binding>,
    /// On which treaties the other treaties of the register depend.
    pub dependencies: BTreeMap<TreatyId, Vec<TreatyId>>,
    /// With which of them each enters into force together, and to which it refers in no other way:
    /// the only circle that is allowed.
    pub partners: BTreeMap<TreatyId, Vec<TreatyId>>,
}

/// A statement that is bound to the digest of its provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The line on which the statement begins.
    pub line: u32,
    /// The digest to which it is bound.
    pub recorded: String,
    /// The digest of the provision as it stands.
    pub current: String,
}

/// Returns what is wrong or doubtful in a treaty's clauses, statement by statement. The column is
/// that of the line's beginning until `diagnostic::place` is given the source.
pub fn lint(file: &ClauseFile, context: &LintContext) -> Vec<Diagnostic> {
    let mut findings = Findings::new(file, context);
    findings.sets();
    findings.days();
    findings.treaties();
    findings.participation();
    findings.guarantees();
    findings.finish()
}

/// Returns what is doubtful in how entry into force was derived: acts of one day that completed the
/// condition together (W11).
pub fn lint_derivation(file: &ClauseFile, steps: &[Step]) -> Vec<Diagnostic> {
    let rule = steps.iter().find_map(|step| match step {
        Step::Statement(index) => file.statements.get(*index),
        _ => None,
    });
    let Some(rule) = rule else { return Vec::new() };
    let together = steps.iter().filter_map(|step| match step {
        Step::Trigger(trigger) if trigger.acts.len() > 1 => Some(Detail::SameDayActs {
            day: trigger.day,
            acts: trigger.acts.len(),
        }),
        _ => None,
    });
    together
        .map(|detail| Diagnostic::new(Code::W11, rule.span, rule.line, detail))
        .collect()
}

/// Returns the participants that a rule names by their codes.
pub fn participants_named(rule: &Rule) -> BTreeSet<&ParticipantId> {
    let parts = Parts::of(rule);
    let sets = parts.all_sets().filter_map(|set| match set {
        Set::Listed(members) => Some(members),
        Set::Named(_) | Set::Signatories | Set::PartiesTo { .. } | Set::AsAt { .. } => None,
    });
    let group = match rule {
        Rule::Group(group) => match &group.members {
            GroupSource::Listed(members) => Some(members),
            GroupSource::File(_) | GroupSource::Unknown(_) => None,
        },
        _ => None,
    };
    sets.chain(group).flatten().collect()
}

/// Returns a treaty file with its faults of form and with what `lint` finds in the rest, placed.
pub fn check(source: &str, context: &LintContext) -> Parsed {
    let mut parsed = parse(source);
    let whole = parsed.diagnostics.is_empty();
    let found = lint(&parsed.file, context).into_iter();
    // What seems to be missing may stand in a statement that was left out for a fault.
    let certain = found.filter(|found| whole || !found.detail.is_of_absence());
    parsed.diagnostics.extend(certain);
    place(source, &mut parsed.diagnostics);
    parsed
}

/// What was found in a file so far.
struct Findings<'f> {
    file: &'f ClauseFile,
    context: &'f LintContext,
    /// The groups that the file declares, with their members as far as they are known.
    groups: BTreeMap<&'f str, KnownGroup<'f>>,
    /// The tables that the file declares.
    tables: BTreeMap<&'f str, &'f WeightSource>,
    found: Vec<Diagnostic>,
    left_out: usize,
}

struct KnownGroup<'f> {
    source: &'f GroupSource,
    members: Option<BTreeSet<ParticipantId>>,
}

impl<'f> Findings<'f> {
    fn new(file: &'f ClauseFile, context: &'f LintContext) -> Self {
        let mut findings = Self {
            file,
            context,
            groups: BTreeMap::new(),
            tables: BTreeMap::new(),
            found: Vec::new(),
            left_out: 0,
        };
        for statement in &file.statements {
            match &statement.rule {
                Rule::Group(group) => {
                    let source = &group.members;
                    let members = match source {
                        GroupSource::Listed(members) => Some(members.iter().cloned().collect()),
                        GroupSource::File(_) => context.groups.get(&group.name).cloned(),
                        GroupSource::Unknown(_) => None,
                    };
                    findings
                        .groups
                        .insert(&group.name, KnownGroup { source, members });
                }
                Rule::Weights(weights) => {
                    findings.tables.insert(&weights.name, &weights.source);
                }
                _ => {}
            }
        }
        findings
    }

    fn at(&mut self, statement: &Statement, code: Code, detail: Detail) {
        self.push(Diagnostic::new(
            code,
            statement.span,
            statement.line,
            detail,
        ));
    }

    fn push(&mut self, diagnostic: Diagnostic) {
        let same = |other: &Diagnostic| {
            (other.code, other.line, &other.detail)
                == (diagnostic.code, diagnostic.line, &diagnostic.detail)
        };
        if self.found.len() >= MOST_DIAGNOSTICS {
            self.left_out += 1;
        } else if !self.found.iter().any(same) {
            // Two parts of one statement may say the same thing.
            self.found.push(diagnostic);
        }
    }

    fn finish(mut self) -> Vec<Diagnostic> {
        self.found
            .sort_by_key(|found| (found.line, found.span.start, found.code));
        if let Some(last) = self.file.statements.last().filter(|_| self.left_out > 0) {
            let left_out = self.left_out;
            let more = Detail::More { left_out };
            self.found
                .push(Diagnostic::new(Code::Syntax, last.span, last.line, more));
        }
        self.found
    }

    /// Whether the treaty or its depositary states a policy of this kind.
    fn stated(&self, kind: fn(&PolicySetting) -> bool) -> bool {
        let inherited = &self.context.depositary_policies;
        let policies = self.file.header.policies.iter().chain(inherited);
        policies.map(|policy| &policy.setting).any(kind)
    }

    /// Returns who is in a set, as far as that does not depend on acts.
    fn members<'s>(&'s self, set: &Set) -> Option<Cow<'s, BTreeSet<ParticipantId>>> {
        match set {
            Set::Listed(members) => Some(Cow::Owned(members.iter().cloned().collect())),
            Set::Named(name) => {
                let group = self.groups.get(name.as_str())?;
                group.members.as_ref().map(Cow::Borrowed)
            }
            // Nobody is a party before entry into force.
            Set::AsAt {
                roll: Roll::Parties,
                ..
            } => Some(Cow::Owned(BTreeSet::new())),
            Set::AsAt {
                roll: Roll::MembersOf(name),
                ..
            } => match self.groups.get(name.as_str())?.source {
                // Who was a member on the day is not known from the names alone.
                GroupSource::Listed(members) => Some(Cow::Owned(members.iter().cloned().collect())),
                GroupSource::File(_) | GroupSource::Unknown(_) => None,
            },
            Set::AsAt { .. } | Set::Signatories | Set::PartiesTo { .. } => None,
        }
    }
}
