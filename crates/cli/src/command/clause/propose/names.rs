//! The names that a clause may use: those of a register's participants and treaties, and the words
//! by which the caller says a treaty is cited.

use sponsio_law::clause::propose::Names;
use sponsio_law::register::Register;
use sponsio_record::TreatyId;

use crate::failure::{Failure, Kind};
use crate::wording::{Words, names_of, say};

/// Returns every name that may stand in the clause. A name that stands for two things is none.
pub(super) fn known(
    words: &Words,
    register: Option<&Register>,
    treaty_names: &[String],
) -> Result<Names, Failure> {
    let mut known = Names::default();
    if let Some(register) = register {
        for participant in register.participants() {
            for name in names_of(&participant.id, &participant.name) {
                known = known.participant(name, participant.id.clone());
            }
        }
        for treaty in register.treaties() {
            known = known.treaty(treaty.title(), treaty.id.clone());
        }
    }
    for text in treaty_names {
        let (name, id) = treaty_name(text).ok_or_else(|| {
            let sentence = say!(words, "bad-treaty-name", text = text);
            Failure::new(Kind::Usage, sentence)
        })?;
        known = known.treaty(name, id);
    }
    Ok(known)
}

/// The words before the last `=`, and the identifier behind it.
fn treaty_name(text: &str) -> Option<(&str, TreatyId)> {
    let (name, id) = text.rsplit_once('=')?;
    let name = name.trim();
    let id = TreatyId::new(id.trim()).ok()?;
    (!name.is_empty()).then_some((name, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_treaty_is_named_by_words_and_identifier() {
        let named = |text| treaty_name(text).map(|(name, id)| (name, id.to_string()));
        let convention = Some(("the Convention", "4-4".to_owned()));
        assert_eq!(named("the Convention=4-4"), convention);
        assert_eq!(named(" the Convention = 4-4 "), convention);
        for wrong in ["the Convention", "=4-4", "the Convention=", "x=a b"] {
            assert_eq!(named(wrong), None, "{wrong}");
        }
    }
}
