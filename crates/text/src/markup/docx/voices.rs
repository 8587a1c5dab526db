//! Who stands behind a change: a set of delegations, written as the author of a revision. Word knows
//! one author per revision, so the author is the list: `TUR, USA, X-EU`.

use crate::body::Stance;
use crate::markup::is_delegation;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;
use sponsio_record::ParticipantId;

/// The longest author that Word keeps, in UTF-16 units; codes are ASCII, so bytes.
pub(crate) const LONGEST_AUTHOR: usize = 255;
/// Stands for delegations that are not known or not shown.
const UNKNOWN: &str = "?";

/// A set of delegations; `None` stands for those that are not known or not shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Voices(BTreeSet<Option<ParticipantId>>);

/// Whether the author of a revision, read as a list of codes, names a delegation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    /// It does.
    Yes,
    /// It does not: the words are those of others.
    No,
    /// The list was too long, and was cut before the place of the delegation.
    CutOff,
    /// The author is no list of codes: a person.
    NoList,
}

impl Voices {
    /// Returns the delegations that propose or support by these stances; a reading without any stance is
    /// that of delegations not known. The set is empty where nobody wants the reading.
    pub(crate) fn of_reading(stances: &[Stance]) -> Self {
        if stances.is_empty() {
            return Self([None].into());
        }
        let supports = stances.iter().filter(|stance| stance.is_support());
        Self(supports.map(|stance| stance.delegation.clone()).collect())
    }

    /// Returns the set of these delegations.
    pub(crate) fn of(delegations: &[ParticipantId]) -> Self {
        Self(delegations.iter().cloned().map(Some).collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn has(&self, delegation: &ParticipantId) -> bool {
        self.0.contains(&Some(delegation.clone()))
    }

    /// Returns the delegations that are known, in the order of their codes.
    pub(crate) fn known(&self) -> Vec<ParticipantId> {
        self.0.iter().flatten().cloned().collect()
    }

    pub(crate) fn join(&mut self, others: &Self) {
        self.0.extend(others.0.iter().cloned());
    }

    /// Returns those of this set that are not among the others.
    pub(crate) fn without(&self, others: &Self) -> Self {
        Self(self.0.difference(&others.0).cloned().collect())
    }

    /// Returns the codes in order, joined by `, `; those not known come last.
    pub(crate) fn list(&self) -> String {
        let known = self.0.iter().flatten().map(ParticipantId::as_str);
        let unknown = self.0.contains(&None).then_some(UNKNOWN);
        let mut list = String::new();
        for code in known.chain(unknown) {
            if !list.is_empty() {
                list.push_str(", ");
            }
            list.push_str(code);
        }
        list
    }

    /// Returns the author of a revision: the list as far as it fits in whole codes, then how many
    /// follow: `AUS, AUT, +40`.
    pub(crate) fn author(&self) -> String {
        let list = self.list();
        if list.len() <= LONGEST_AUTHOR {
            return list;
        }
        // `, +999` is the longest end there can be: there are fewer than 1,000 delegations.
        let fits = list[..LONGEST_AUTHOR - 6].rfind(", ").unwrap_or(0);
        let rest = list[fits..].matches(", ").count();
        let mut author = String::from(&list[..fits]);
        let _ = write!(author, ", +{rest}");
        author
    }

    /// Whether a delegation stands in the list that the author of a revision is.
    pub(crate) fn names(author: &str, delegation: &ParticipantId) -> Listed {
        let (list, is_cut) = match author.rsplit_once(", +") {
            Some((list, rest)) if rest.bytes().all(|byte| byte.is_ascii_digit()) => (list, true),
            _ => (author, false),
        };
        let mut shown: Option<ParticipantId> = None;
        for code in list.split(", ").filter(|code| *code != UNKNOWN) {
            // What has not the form of a code may be the initials of a person.
            let known = ParticipantId::new(code).ok();
            let Some(code) = known.filter(|code| is_delegation(code.as_str())) else {
                return Listed::NoList;
            };
            if code == *delegation {
                return Listed::Yes;
            }
            shown = Some(code);
        }
        // Lists are in the order of codes, so that what was cut off comes after what was left.
        if is_cut && shown.is_some_and(|last| last < *delegation) {
            return Listed::CutOff;
        }
        Listed::No
    }

    /// Whether the author is shorter than the list.
    pub(crate) fn is_shortened(&self) -> bool {
        self.list().len() > LONGEST_AUTHOR
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    fn set(codes: &[&str]) -> Voices {
        let codes: Vec<_> = codes
            .iter()
            .map(|code| ParticipantId::new(code).unwrap())
            .collect();
        Voices::of(&codes)
    }

    #[test]
    fn lists_are_in_the_order_of_codes() {
        assert_eq!(set(&["X-EU", "TUR", "NOR"]).author(), "NOR, TUR, X-EU");
        assert_eq!(Voices::of_reading(&[]).author(), "?");
    }

    #[test]
    fn an_author_is_read_as_the_list_that_it_is() {
        let named = |author, code| Voices::names(author, &ParticipantId::new(code).unwrap());
        for (author, code, listed) in [
            ("NOR, TUR, X-EU", "TUR", Listed::Yes),
            ("NOR, TUR, X-EU", "USA", Listed::No),
            ("?", "USA", Listed::No),
            ("NOR, ?", "NOR", Listed::Yes),
            ("AUS, AUT, +40", "AUS", Listed::Yes),
            // In the order of codes BEL would stand behind AUT, and ARG before it.
            ("AUS, AUT, +40", "BEL", Listed::CutOff),
            ("AUS, AUT, +40", "ARG", Listed::No),
            ("Ada Norman", "NOR", Listed::NoList),
            ("AN", "NOR", Listed::NoList),
            ("NOR, Ada", "TUR", Listed::NoList),
            ("", "TUR", Listed::NoList),
        ] {
            assert_eq!(named(author, code), listed, "{author}: {code}");
        }
    }

    #[test]
    fn long_lists_are_cut_between_codes() {
        let codes: Vec<String> = (100..180).map(|n| format!("X{n}")).collect();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let fits = set(&codes[..42]);
        assert_eq!((fits.list().len(), fits.is_shortened()), (250, false));
        let long = set(&codes);
        let author = long.author();
        assert!(
            long.is_shortened() && author.len() <= LONGEST_AUTHOR,
            "{}",
            author.len()
        );
        let (shown, rest) = author.rsplit_once(", +").unwrap();
        assert_eq!(
            shown.split(", ").count() + rest.parse::<usize>().unwrap(),
            80
        );
    }
}
