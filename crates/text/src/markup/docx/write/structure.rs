//! Comments on changes of structure: what splits, joins, labels and moves, which no tracked change of
//! words says.

use super::super::show::front;
use super::{View, Writer};
use crate::provision::{Provision, ProvisionId};
use crate::stand::Change;
use crate::token::{Target, Token, TokenKind};
use alloc::string::String;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

impl Writer<'_> {
    /// Returns what delegations want of the structure of a provision: author and text. In a working copy
    /// its owner's moves are its own tracked changes.
    pub(super) fn structure(&self, provision: &Provision) -> Vec<(String, String)> {
        let Some(rolling) = self.rolling else {
            return Vec::new();
        };
        let mut said = Vec::new();
        for (by, placements) in &rolling.placements {
            let is_own = matches!(&self.options.view, View::For(own) if own == by);
            let mut placements = placements.iter();
            let placement = placements.find(|own| own.provision == provision.id);
            if let Some(placement) = placement.filter(|_| !is_own) {
                let text = self.moved(placement.after);
                say(&mut said, by, text);
            }
        }
        for (by, changes) in &rolling.changes {
            for changed in changes.iter().filter(|own| own.provision == provision.id) {
                say(&mut said, by, self.change(provision, &changed.change));
            }
        }
        let author = |codes: Vec<&str>| codes.join(", ");
        said.into_iter()
            .map(|(text, codes)| (author(codes), text))
            .collect()
    }

    fn moved(&self, after: Option<ProvisionId>) -> String {
        let wording = &self.options.wording;
        match after {
            Some(after) => alloc::format!("{}: {}", wording.moves, self.cited(after)),
            None => String::from(wording.moves_first),
        }
    }

    fn change(&self, provision: &Provision, change: &Change) -> String {
        let wording = &self.options.wording;
        match change {
            Change::Split(second) => {
                let words = self.expression.provision(*second);
                let words = words.map(|own| self.shower.text(&own.body.base(), own.id));
                let words = words.unwrap_or_default();
                alloc::format!(
                    "{}: {}",
                    wording.splits,
                    super::super::structure::excerpt(&words)
                )
            }
            Change::Join(second) => alloc::format!("{}: {}", wording.joins, self.cited(*second)),
            Change::Relabel(label) => {
                let labelled = Provision {
                    label: label.clone(),
                    ..provision.clone()
                };
                let shown = front(&labelled, &self.expression.language);
                alloc::format!("{}: {shown}", wording.labels)
            }
            Change::Conflict(_) => String::from(wording.conflicts),
        }
    }

    fn cited(&self, id: ProvisionId) -> String {
        let target = TokenKind::Reference(Target::ProvisionInFull(id));
        let token = Token::plain(target, "", false);
        self.shower.token(&token, self.here).into_owned()
    }
}

/// Those who want the same are named together.
fn say<'a>(said: &mut Vec<(String, Vec<&'a str>)>, by: &'a ParticipantId, text: String) {
    match said.iter_mut().find(|(own, _)| *own == text) {
        Some((_, codes)) => codes.push(by.as_str()),
        None => said.push((text, alloc::vec![by.as_str()])),
    }
}
