//! A delegation with a provision, as the command line names them.

use sponsio_record::ParticipantId;
use sponsio_text::{Expression, ProvisionId, Scope};

use crate::command::rolling::printed::place_of;
use crate::failure::{Failure, Kind};
use crate::wording::{Words, say};

/// A delegation, and the provision on which it is supposed to win or to withdraw.
#[derive(Debug, Clone)]
pub struct Claim {
    pub(super) delegation: ParticipantId,
    provision: Option<String>,
}

/// Parts `CODE:PROVISION`.
pub(super) fn claim(text: &str) -> Result<Claim, String> {
    let (code, provision) = match text.split_once(':') {
        Some((code, provision)) => (code, Some(provision.trim().to_owned())),
        None => (text, None),
    };
    let delegation = ParticipantId::new(code).map_err(|error| error.to_string())?;
    if provision.as_ref().is_some_and(String::is_empty) {
        return Err("no provision stands after the colon".to_owned());
    }
    Ok(Claim {
        delegation,
        provision,
    })
}

impl Claim {
    /// Returns the provision in this text.
    pub(super) fn scope(&self, words: &Words, text: &Expression) -> Result<Scope, Failure> {
        let Some(name) = &self.provision else {
            return Ok(Scope::Everywhere);
        };
        let by_id: Option<ProvisionId> = name.parse().ok();
        if let Some(id) = by_id.filter(|id| text.provision(*id).is_some()) {
            return Ok(Scope::Under(id));
        }
        let all = text.provisions.iter().map(|own| own.id);
        let named: Vec<ProvisionId> = all.filter(|id| place_of(text, *id) == *name).collect();
        match named.as_slice() {
            [only] => Ok(Scope::Under(*only)),
            [] => {
                let sentence = say!(words, "whatif-text-no-provision", name = name);
                let hint = say!(words, "whatif-text-no-provision-hint");
                Err(Failure::new(Kind::NotFound, sentence).with_hint(hint))
            }
            several => {
                let ids: Vec<&str> = several.iter().map(ProvisionId::as_str).collect();
                let sentence = say!(
                    words,
                    "whatif-text-several",
                    name = name,
                    ids = words.list(&ids)
                );
                Err(Failure::new(Kind::Usage, sentence))
            }
        }
    }
}
