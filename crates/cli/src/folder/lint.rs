//! What is contradictory or doubtful in the clauses of a register, each treaty judged with all that
//! the register knows around it.

use alloc::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sponsio_law::clause::diagnostic::{Diagnostic, Severity, place};
use sponsio_law::clause::lint::lint_derivation;
use sponsio_law::clause::rule::{GroupSource, Rule, WeightSource};
use sponsio_law::clause::{LintContext, dependencies, lint, partners};
use sponsio_law::register::Register;
use sponsio_law::status::history::History;
use sponsio_law::treaty::Treaty;

use crate::folder::fault::{Fault, Faults, Place, Problem};
use crate::folder::path::Root;
use crate::folder::treaties::{FOLDER, SUFFIX};

/// One diagnostic with its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file, relative to the folder.
    pub file: String,
    /// What was found.
    pub diagnostic: Diagnostic,
}

/// Judges all treaties of a register that was read from a folder, and how their entry into force
/// was derived, in the order of the histories. Errors are noted as faults besides.
pub fn judge(
    register: &Register,
    histories: &[History],
    path: &Path,
    faults: &mut Faults,
) -> Vec<Finding> {
    let root = Root::new(path).ok();
    let mut context = LintContext {
        dependencies: register
            .treaties()
            .iter()
            .map(|treaty| (treaty.id.clone(), dependencies(&treaty.clauses)))
            .collect(),
        partners: register
            .treaties()
            .iter()
            .map(|treaty| (treaty.id.clone(), partners(&treaty.clauses)))
            .collect(),
        ..LintContext::default()
    };
    let mut findings = Vec::new();
    for history in histories {
        let treaty = register.treaty(history.treaty);
        surround(&mut context, register, treaty);
        let file = format!("{FOLDER}/{}{SUFFIX}", treaty.id);
        let mut diagnostics = lint(&treaty.clauses, &context);
        diagnostics.extend(lint_derivation(&treaty.clauses, &history.steps));
        if faults.concern(&file) {
            // What seems to be missing may stand in a statement that was left out for a fault.
            diagnostics.retain(|found| !found.detail.is_of_absence());
        }
        if diagnostics.is_empty() {
            continue;
        }
        let source = root.as_ref().and_then(|root| root.load(&file).ok());
        let source = source.and_then(|bytes| String::from_utf8(bytes).ok());
        if let Some(source) = &source {
            place(source, &mut diagnostics);
        }
        for diagnostic in diagnostics {
            if diagnostic.severity == Severity::Error {
                let here = Place::at(&file, diagnostic.line, diagnostic.column);
                let (start, end) = (diagnostic.span.start, diagnostic.span.end);
                let words = source.as_deref().and_then(|source| {
                    let range = usize::try_from(start).ok()?..usize::try_from(end).ok()?;
                    source.get(range)
                });
                let problem = Problem::Clause(Box::new(diagnostic.clone()));
                faults.note(Fault::new(here, words.unwrap_or_default(), problem));
            }
            let file = file.clone();
            findings.push(Finding { file, diagnostic });
        }
    }
    findings
}

/// Sets what a treaty's clauses refer to: its tables, its groups, its depositary's policies.
fn surround(context: &mut LintContext, register: &Register, treaty: &Treaty) {
    context.tables.clear();
    context.groups.clear();
    for statement in &treaty.clauses.statements {
        match &statement.rule {
            Rule::Weights(weights) => {
                if let WeightSource::File { path, .. } = &weights.source
                    && let Some(table) = register.weights(path)
                {
                    let rows: BTreeMap<_, _> = table.rows.iter().cloned().collect();
                    context.tables.insert(weights.name.clone(), rows);
                }
            }
            Rule::Group(group) => {
                if let GroupSource::File(path) = &group.members
                    && let Some(membership) = register.group(path)
                {
                    let members = membership.members.iter();
                    let members: BTreeSet<_> =
                        members.map(|member| member.participant.clone()).collect();
                    context.groups.insert(group.name.clone(), members);
                }
            }
            _ => {}
        }
    }
    context.depositary_policies = treaty
        .depositary()
        .map(|name| register.depositary(name).to_vec())
        .unwrap_or_default();
}
