//! A text that comes without our ids: which of its provisions are which of the base.

use crate::body::Passage;
use crate::expression::Expression;
use crate::markup::docx::pair::{Words, pair};
use crate::markup::print_body;
use crate::number::Label;
use crate::provision::{IdsOfDigest, Kind, Provision, ProvisionId, draw_unused};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use sponsio_record::Hasher;

/// A text with the ids of the base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// Its provisions, in its order.
    pub provisions: Vec<Provision>,
    /// Those that were told by the likeness of their words or by their label, for want of an id.
    pub guessed: Vec<ProvisionId>,
    /// Those that bear another label than in the base. Labels are frozen while a text is negotiated.
    pub relabelled: Vec<ProvisionId>,
}

/// Returns a text with the ids of the base: `given` are those ids that the text did not bring along.
/// Provisions without id are told by the likeness of their words, in their order; what is left, by kind,
/// label and what it belongs to. What the base has not keeps an id that follows from its words, so that
/// two delegations that insert the same insert it together.
pub fn matched(base: &Expression, text: &[Provision], given: &BTreeSet<ProvisionId>) -> Matched {
    let of_base: BTreeSet<ProvisionId> = base.provisions.iter().map(|own| own.id).collect();
    let brought = |own: &Provision| !given.contains(&own.id);
    let mut names: Vec<Option<ProvisionId>> = text
        .iter()
        .map(|own| (brought(own) && of_base.contains(&own.id)).then_some(own.id))
        .collect();
    let mut guessed = by_likeness(base, text, &mut names, &brought);
    guessed.extend(by_label(base, text, &mut names, &brought));
    let mut used: BTreeSet<ProvisionId> = of_base;
    used.extend(text.iter().filter(|own| brought(own)).map(|own| own.id));
    let mut new_ids: BTreeMap<ProvisionId, ProvisionId> = BTreeMap::new();
    let mut provisions = Vec::with_capacity(text.len());
    let mut relabelled = Vec::new();
    for (own, name) in text.iter().zip(&names) {
        let mut provision = own.clone();
        provision.parent = own.parent.map(|id| new_ids.get(&id).copied().unwrap_or(id));
        provision.id = match name {
            Some(id) => *id,
            None if brought(own) => own.id,
            None => fresh(own, &mut used),
        };
        new_ids.insert(own.id, provision.id);
        if let Some(known) = base.provision(provision.id) {
            if known.label != provision.label {
                relabelled.push(known.id);
            }
            provision.label.clone_from(&known.label);
            provision.kind = known.kind;
            provision.notes.clone_from(&known.notes);
            provision.rules.clone_from(&known.rules);
        }
        provisions.push(provision);
    }
    Matched {
        provisions,
        guessed,
        relabelled,
    }
}

/// The least likeness, in hundredths, of a paragraph to that of the base of which it is a version.
const LEAST: usize = 40;
/// From so many paragraphs on, one in ten at least must be like that of the base.
const FEW: usize = 3;
/// The least likeness, in hundredths, of all words where there are few paragraphs.
const LEAST_OF_ALL: usize = 20;

/// Whether a text with the ids of a base has (nearly) nothing of it: another text, or another language.
pub fn is_foreign(base: &Expression, text: &[Provision]) -> bool {
    let says = |own: &&Provision| !own.body.parts.is_empty();
    let words = |own: &Provision| Words::of(&own.body.base());
    let of_base = base.provisions.iter().filter(says).count();
    let fewer = of_base.min(text.iter().filter(says).count());
    if fewer < FEW {
        let all = |provisions: &[Provision]| {
            let words = provisions.iter().flat_map(|own| own.body.base());
            Words::of(&words.collect::<Vec<_>>())
        };
        return fewer > 0 && all(&base.provisions).likeness(&all(text)) < LEAST_OF_ALL;
    }
    let is_alike = |own: &&Provision| {
        let known = base.provision(own.id);
        known.is_some_and(|known| words(known).likeness(&words(own)) >= LEAST)
    };
    10 * text.iter().filter(says).filter(is_alike).count() < fewer
}

/// An id that follows from kind, label and words.
fn fresh(own: &Provision, used: &mut BTreeSet<ProvisionId>) -> ProvisionId {
    let mut hasher = Hasher::new("sponsio:text:insertion-id:1");
    hasher.part(alloc::format!("{:?}", own.kind).as_bytes());
    let label = own.label.as_ref().map(|label| label.text.clone());
    hasher.part(label.unwrap_or_default().as_bytes());
    hasher.part(print_body(&own.body).as_bytes());
    let id = draw_unused(&mut IdsOfDigest::new(hasher.finish()), used);
    used.insert(id);
    id
}

fn by_likeness(
    base: &Expression,
    text: &[Provision],
    names: &mut [Option<ProvisionId>],
    brought: &dyn Fn(&Provision) -> bool,
) -> Vec<ProvisionId> {
    let taken: BTreeSet<ProvisionId> = names.iter().flatten().copied().collect();
    let left: Vec<&Provision> = base
        .provisions
        .iter()
        .filter(|own| !taken.contains(&own.id))
        .collect();
    let open: Vec<usize> = (0..text.len())
        .filter(|at| names[*at].is_none() && !brought(&text[*at]))
        .collect();
    let words = |own: &Provision| -> Passage { own.body.base() };
    let of_base: Vec<Words> = left.iter().map(|own| Words::of(&words(own))).collect();
    let of_text: Vec<Words> = open
        .iter()
        .map(|at| Words::of(&words(&text[*at])))
        .collect();
    let pairs = pair(
        &of_base.iter().collect::<Vec<_>>(),
        &of_text.iter().collect::<Vec<_>>(),
    );
    let mut guessed = Vec::new();
    for (at, place) in open.iter().zip(pairs) {
        if let Some(place) = place {
            names[*at] = Some(left[place].id);
            guessed.push(left[place].id);
        }
    }
    guessed
}

fn by_label(
    base: &Expression,
    text: &[Provision],
    names: &mut [Option<ProvisionId>],
    brought: &dyn Fn(&Provision) -> bool,
) -> Vec<ProvisionId> {
    type Place = (Kind, Option<Label>, Option<ProvisionId>);
    let taken: BTreeSet<ProvisionId> = names.iter().flatten().copied().collect();
    let mut free: BTreeMap<Place, ProvisionId> = BTreeMap::new();
    for own in base
        .provisions
        .iter()
        .filter(|own| !taken.contains(&own.id))
    {
        if own.label.is_some() || own.kind == Kind::Title {
            free.entry((own.kind, own.label.clone(), own.parent))
                .or_insert(own.id);
        }
    }
    let mut guessed = Vec::new();
    let mut known: BTreeMap<ProvisionId, ProvisionId> = BTreeMap::new();
    for (at, own) in text.iter().enumerate() {
        if names[at].is_none() && !brought(own) {
            let parent = own.parent.and_then(|id| known.get(&id).copied());
            if let Some(id) = free.remove(&(own.kind, own.label.clone(), parent)) {
                names[at] = Some(id);
                guessed.push(id);
            }
        }
        if let Some(id) = names[at] {
            known.insert(own.id, id);
        }
    }
    guessed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Body, LabelForm, Language, tokenize};

    fn own(id: u32, label: &str, words: &str) -> Provision {
        let label = Some(Label {
            form: LabelForm::Dotted,
            text: label.into(),
        });
        let id = ProvisionId::from_number(id);
        Provision::new(id, Kind::Paragraph, label, Body::of(tokenize(words)))
    }

    fn base() -> Expression {
        Expression {
            language: Language::new("en").unwrap(),
            headers: Vec::new(),
            provisions: alloc::vec![
                own(1, "1", "Each Party shall notify the others of any change."),
                own(2, "2", "The Depositary shall keep a register."),
                own(3, "3", "This Treaty is open for signature."),
            ],
        }
    }

    fn ids(matched: &Matched) -> Vec<u32> {
        let base: Vec<ProvisionId> = base().provisions.iter().map(|own| own.id).collect();
        matched
            .provisions
            .iter()
            .map(|own| {
                let place = base.iter().position(|id| *id == own.id);
                place.map_or(0, |at| u32::try_from(at).unwrap() + 1)
            })
            .collect()
    }

    #[test]
    fn provisions_are_told_by_their_words_then_by_their_labels() {
        let text = [
            own(
                11,
                "1",
                "Each Party shall at once notify the others of any change.",
            ),
            own(12, "2", "Entirely different words stand here now."),
            own(13, "3", "Something that nobody has said before."),
            own(14, "4", "This Treaty is open for signature by all."),
        ];
        let given = text.iter().map(|own| own.id).collect();
        let matched = matched(&base(), &text, &given);
        assert_eq!(ids(&matched), [1, 2, 0, 3]);
        assert_eq!(matched.relabelled, [ProvisionId::from_number(3)]);
        assert_eq!(matched.guessed.len(), 3);
    }

    #[test]
    fn an_id_that_is_brought_along_counts() {
        let text = [own(3, "1", "Other words."), own(1, "2", "More words.")];
        let matched = matched(&base(), &text, &BTreeSet::new());
        assert_eq!(ids(&matched), [3, 1]);
        assert!(matched.guessed.is_empty());
    }

    #[test]
    fn the_same_insertion_gets_the_same_id() {
        let new = |id| own(id, "9", "Wholly new words about seats and voting.");
        let id_of = |id| {
            let given = [ProvisionId::from_number(id)].into();
            matched(&base(), &[new(id)], &given).provisions[0].id
        };
        assert_eq!(id_of(21), id_of(22));
    }
}
