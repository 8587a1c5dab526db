//! An edition: the text of an instrument in its languages, joined by the ids of the provisions.

use crate::body::Body;
use crate::expression::Expression;
use crate::language::Language;
use crate::markup::{Parsed, print_body};
use crate::provision::{Kind, Provision, ProvisionId};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use sponsio_record::{Digest, Hasher};

/// Returns the digest by which the words of a provision are cited: over their canonical form, without
/// label and id, so that no renumbering changes it.
pub fn content_digest(body: &Body) -> Digest {
    let mut hasher = Hasher::new("sponsio:text:content:1");
    hasher.part(print_body(body).as_bytes());
    hasher.finish()
}

/// The text of an instrument in its languages. The first one decides what the head says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    expressions: Vec<Expression>,
}

/// Why texts make no edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditionError {
    /// There is none.
    Empty,
    /// Two texts are in this language.
    LanguageTwice(Language),
}

impl Edition {
    /// Returns the edition of these texts.
    pub fn new(expressions: Vec<Expression>) -> Result<Self, EditionError> {
        if expressions.is_empty() {
            return Err(EditionError::Empty);
        }
        let mut seen = BTreeSet::new();
        for expression in &expressions {
            if !seen.insert(&expression.language) {
                return Err(EditionError::LanguageTwice(expression.language.clone()));
            }
        }
        Ok(Self { expressions })
    }

    /// Returns the texts, the first language first.
    pub fn expressions(&self) -> &[Expression] {
        &self.expressions
    }

    /// Returns the text in a language.
    pub fn expression(&self, language: &Language) -> Option<&Expression> {
        let of_language = |expression: &&Expression| expression.language == *language;
        self.expressions.iter().find(of_language)
    }

    /// Returns the authentic languages in their order: those that the head of the first text lists, or
    /// else all.
    pub fn languages(&self) -> Vec<Language> {
        let listed = self.head("languages").map(|languages| {
            let tags = languages.split(',').map(str::trim);
            tags.filter_map(|tag| Language::new(tag).ok()).collect()
        });
        let all = || {
            let languages = self.expressions.iter();
            languages
                .map(|expression| expression.language.clone())
                .collect()
        };
        listed
            .filter(|listed: &Vec<_>| !listed.is_empty())
            .unwrap_or_else(all)
    }

    /// Returns the language that prevails where the others differ, if one does (VCLT art. 33(1)).
    pub fn prevails(&self) -> Option<Language> {
        Language::new(self.head("prevails")?).ok()
    }

    /// Returns the language whose file carries the rules: the one that the head names, or else the first
    /// authentic one.
    pub fn rules_in(&self) -> Option<Language> {
        let named = self.head("rules").and_then(|tag| Language::new(tag).ok());
        named.or_else(|| self.languages().into_iter().next())
    }

    /// Returns the title in a language.
    pub fn title(&self, language: &Language) -> Option<String> {
        let expression = self.expression(language)?;
        let is_title = |provision: &&Provision| provision.kind == Kind::Title;
        let title = expression.provisions.iter().find(is_title)?;
        Some(print_body(&title.body))
    }

    /// Returns the digest of the words of every provision, per language.
    pub fn digests(&self) -> BTreeMap<(ProvisionId, Language), Digest> {
        let mut digests = BTreeMap::new();
        for expression in &self.expressions {
            for provision in &expression.provisions {
                let key = (provision.id, expression.language.clone());
                digests.insert(key, content_digest(&provision.body));
            }
        }
        digests
    }

    fn head(&self, key: &str) -> Option<&str> {
        self.expressions.first()?.header(key)
    }
}

/// Gives provisions that have no id in their files the same id in every language: by the id that another
/// language has at their place, or else that of the first. Places are counted between the ids that both
/// files have.
pub fn join_ids(texts: &mut [Parsed]) {
    let Some((first, others)) = texts.split_first_mut() else {
        return;
    };
    for other in others {
        let (mut ours, mut theirs) = (BTreeMap::new(), BTreeMap::new());
        if let (Some(one), Some(two)) = (&first.expression, &other.expression) {
            let written = |parsed: &Parsed, text: &Expression| -> BTreeSet<ProvisionId> {
                let ids = text.provisions.iter().map(|provision| provision.id);
                ids.filter(|id| !parsed.assigned.contains(id)).collect()
            };
            let (left, right) = (written(first, one), written(other, two));
            let shared = left.intersection(&right).copied().collect();
            for (one, two) in gaps(one, two, &shared) {
                let pairs = one.iter().zip(&two);
                for (one, two) in pairs.filter(|(one, two)| one.kind == two.kind) {
                    match (left.contains(&one.id), right.contains(&two.id)) {
                        (_, false) => drop(theirs.insert(two.id, one.id)),
                        (false, true) => drop(ours.insert(one.id, two.id)),
                        (true, true) => {}
                    }
                }
            }
        }
        rename(first, &ours);
        rename(other, &theirs);
    }
}

/// The stretches of two texts between the ids that both have.
fn gaps<'e>(
    one: &'e Expression,
    two: &'e Expression,
    shared: &BTreeSet<ProvisionId>,
) -> Vec<(Vec<&'e Provision>, Vec<&'e Provision>)> {
    let stretches = |text: &'e Expression| {
        let mut all: BTreeMap<Option<ProvisionId>, Vec<&Provision>> = BTreeMap::new();
        let mut after = None;
        for provision in &text.provisions {
            if shared.contains(&provision.id) {
                after = Some(provision.id);
            } else {
                all.entry(after).or_default().push(provision);
            }
        }
        all
    };
    let mut theirs = stretches(two);
    let paired = |(after, ours)| theirs.remove(&after).map(|theirs| (ours, theirs));
    stretches(one).into_iter().filter_map(paired).collect()
}

fn rename(parsed: &mut Parsed, names: &BTreeMap<ProvisionId, ProvisionId>) {
    if names.is_empty() {
        return;
    }
    let renamed = |id: ProvisionId| names.get(&id).copied().unwrap_or(id);
    if let Some(expression) = &mut parsed.expression {
        rename_in(&mut expression.provisions, &renamed);
    }
    let lines = core::mem::take(&mut parsed.lines).into_iter();
    parsed.lines = lines.map(|(id, line)| (renamed(id), line)).collect();
    let assigned = core::mem::take(&mut parsed.assigned).into_iter();
    parsed.assigned = assigned.map(renamed).collect();
}

fn rename_in(provisions: &mut [Provision], renamed: &impl Fn(ProvisionId) -> ProvisionId) {
    for provision in provisions {
        provision.id = renamed(provision.id);
        provision.parent = provision.parent.map(renamed);
        for alternative in &mut provision.alternatives {
            rename_in(&mut alternative.provisions, renamed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{Options, parse};
    use crate::provision::IdsOfDigest;
    use alloc::string::ToString as _;

    fn read(source: &str) -> Parsed {
        let mut ids = IdsOfDigest::new(Digest::of(source.as_bytes()));
        parse(source.as_bytes(), &Options::default(), &mut ids)
    }

    fn ids(parsed: &Parsed) -> Vec<String> {
        let provisions = &parsed.expression.as_ref().unwrap().provisions;
        provisions
            .iter()
            .map(|provision| provision.id.to_string())
            .collect()
    }

    #[test]
    fn ids_are_joined_by_place() {
        let en = "# T\nlanguage: en\n\nArticle 1\n\n1. a {#aaaaaa}\n\n2. b\n\n3. c\n";
        let tr =
            "# T\nlanguage: tr\n\nMadde 1 {#bbbbbb}\n\n1. a {#aaaaaa}\n\n2. b\n\n3. c {#cccccc}\n";
        let mut texts = [read(en), read(tr)];
        let given = ids(&texts[0]);
        join_ids(&mut texts);
        let joined = ids(&texts[0]);
        assert_eq!(joined, ids(&texts[1]));
        assert_eq!(joined[1..3], ["bbbbbb", "aaaaaa"]);
        assert_eq!((&joined[0], &joined[3]), (&given[0], &given[3]));
        assert_eq!(joined[4], "cccccc");
        assert_eq!(texts[1].lines.len(), 5);
    }

    #[test]
    fn an_edition_says_its_languages() {
        let en = "# T\nlanguage: en\nlanguages: en, tr\nprevails: en\n\na\n";
        let tr = "# Ü\nlanguage: tr\n\na\n";
        let texts = [read(en), read(tr)].map(|parsed| parsed.expression.unwrap());
        let edition = Edition::new(texts.to_vec()).unwrap();
        let turkish = Language::new("tr").unwrap();
        assert_eq!(edition.languages().len(), 2);
        assert_eq!(edition.prevails(), Some(Language::english()));
        assert_eq!(edition.rules_in(), Some(Language::english()));
        assert_eq!(edition.title(&turkish).as_deref(), Some("Ü"));
        assert_eq!(edition.digests().len(), 4);
        let twice = [texts[0].clone(), texts[0].clone()].to_vec();
        assert_eq!(
            Edition::new(twice),
            Err(EditionError::LanguageTwice(Language::english()))
        );
        assert_eq!(Edition::new(Vec::new()), Err(EditionError::Empty));
    }
}
