//! Why a proceeding of a conference was refused, in the language of the interface.

use fluent_bundle::FluentArgs;
use sponsio_law::conference::ConferenceRefusal;

use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

/// Returns the failure that a refusal is: what, why by which rule, and the next step.
pub fn refused(words: &Words, refusal: &ConferenceRefusal) -> Failure {
    let mut facts = FluentArgs::new();
    for (name, fact) in refusal.ground.facts() {
        facts.set(name, fact);
    }
    let key = format!("ground-{}", refusal.code());
    let sentence = say!(
        words,
        "conference-refused",
        conference = refusal.conference.as_str(),
        kind = kind(words, refusal.kind),
        why = words.say(&key, &facts),
        step = words.say(&format!("{key}-step"), &facts)
    );
    Failure {
        rule: Some(refusal.rule().to_owned()),
        ..Failure::new(Kind::Refused, sentence)
    }
}

/// Returns what is done at a conference by a proceeding of this kind.
pub fn kind(words: &Words, kind: &str) -> String {
    say!(words, &format!("step-{kind}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;
    use sponsio_law::conference::Step;

    #[test]
    fn every_kind_of_proceeding_has_words() {
        for language in Language::ALL {
            let words = Words::new(language);
            for own in Step::KINDS {
                assert!(!kind(&words, own).is_empty(), "{own}");
            }
        }
    }
}
