//! Who takes part and how: E06, E08, E09, E10, W03, W04, W13.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::clause::diagnostic::{Code, Detail};
use crate::clause::lint::Findings;
use crate::clause::lint::parts::Parts;
use crate::clause::rule::{
    Atom, ExtensionKeyword, Filter, Noun, Open, PolicySetting, Reservations, Rule, Set, Statement,
    Withdrawal,
};

impl Findings<'_> {
    /// Judges who takes part and how.
    pub(super) fn participation(&mut self) {
        let file = self.file;
        self.forces(&file.statements);
        self.openings(&file.statements);
        self.bindings(&file.statements);
        let organizations_stated =
            self.stated(|policy| matches!(policy, PolicySetting::Organizations(_)));
        for statement in &file.statements {
            match &statement.rule {
                Rule::Force(_) | Rule::Provisional(_) if !organizations_stated => {
                    self.organizations(statement);
                }
                Rule::Withdrawal(Withdrawal::Silent) => {
                    self.at(statement, Code::W04, Detail::WithdrawalSilent);
                }
                Rule::Reservations(Reservations::OnlyTo(list) | Reservations::NotTo(list)) => {
                    self.articles(statement, list);
                }
                _ => {}
            }
        }
    }

    fn forces(&mut self, statements: &[Statement]) {
        let mut together = statements
            .iter()
            .filter(|statement| matches!(statement.rule, Rule::Together(_)));
        if let (Some(first), Some(second)) = (together.next(), together.next()) {
            let first_line = first.line;
            self.at(second, Code::E06, Detail::SecondForce { first_line });
        }
        let is_force = |statement: &&Statement| match &statement.rule {
            Rule::Force(_) => true,
            Rule::Extension(extension) => extension.keyword == ExtensionKeyword::InForceBeyond,
            _ => false,
        };
        let mut forces = statements.iter().filter(is_force);
        let Some(first) = forces.next() else { return };
        let first_line = first.line;
        for second in forces {
            self.at(second, Code::E06, Detail::SecondForce { first_line });
        }
        let has_joiner = statements.iter().any(|statement| match &statement.rule {
            Rule::Joiner(_) => true,
            Rule::Extension(extension) => extension.keyword == ExtensionKeyword::JoinerBeyond,
            _ => false,
        });
        if !has_joiner {
            self.at(first, Code::W13, Detail::NoJoiner);
        }
    }

    fn openings(&mut self, statements: &[Statement]) {
        let mut last = None;
        for statement in statements {
            match &statement.rule {
                Rule::Open(open) if self.lets_nobody_in(open) => last = Some(statement),
                Rule::Open(_) => return,
                Rule::Extension(extension) if extension.keyword == ExtensionKeyword::OpenBeyond => {
                    return;
                }
                _ => {}
            }
        }
        if let Some(statement) = last {
            self.at(statement, Code::E09, Detail::NobodyMayJoin);
        }
    }

    fn lets_nobody_in(&self, open: &Open) -> bool {
        let adopted = self
            .file
            .header
            .adopted
            .as_ref()
            .map(|adopted| adopted.value);
        let closed = open
            .until
            .zip(adopted)
            .is_some_and(|(until, adopted)| until < adopted);
        let members = open.to.as_ref().and_then(|set| self.members(set));
        closed || members.is_some_and(|members| members.is_empty())
    }

    fn bindings(&mut self, statements: &[Statement]) {
        let bindings = self.context.bindings.iter();
        let bindings = bindings
            .map(|binding| (binding.line, binding))
            .collect::<BTreeMap<_, _>>();
        for statement in statements {
            let bound = bindings.get(&statement.line);
            if let Some(binding) = bound.filter(|bound| bound.recorded != bound.current) {
                let detail = Detail::ProvisionChanged {
                    recorded: binding.recorded.clone(),
                    current: binding.current.clone(),
                };
                self.at(statement, Code::E08, detail);
            }
        }
    }

    fn organizations(&mut self, statement: &Statement) {
        let doubtful = Parts::of(&statement.rule)
            .atoms
            .into_iter()
            .any(|atom| match atom {
                Atom::Count {
                    noun: Noun::Instruments,
                    filters,
                    ..
                }
                | Atom::MoreThan {
                    noun: Noun::Instruments,
                    filters,
                    ..
                } => !filters.iter().any(|filter| self.is_of_states(filter)),
                _ => false,
            });
        if doubtful {
            self.at(statement, Code::W03, Detail::OrganizationsUnstated);
        }
    }

    /// Whether a filter lets pass listed States only; the codes of organizations begin with `X-`.
    fn is_of_states(&self, filter: &Filter) -> bool {
        let set: &Set = match filter {
            Filter::Of(set) => set,
            Filter::OtherThan(_) | Filter::EachWith { .. } | Filter::CountingProvisional => {
                return false;
            }
        };
        let members = self.members(set);
        members.is_some_and(|members| members.iter().all(|code| !code.as_str().starts_with("X-")))
    }

    fn articles(&mut self, statement: &Statement, list: &[String]) {
        let context = self.context;
        let Some(articles) = &context.articles else {
            return;
        };
        let missing = list.iter().filter(|article| !articles.contains(article));
        for article in missing.cloned().collect::<Vec<_>>() {
            self.at(statement, Code::E10, Detail::NoSuchArticle { article });
        }
    }
}
