//! Passkeys (Web Authentication Level 3): what an authenticator is asked, and whether its answer is good.
//! The user is always verified. For an act the challenge is bound to the digest of the act.

use serde_json::Value;
use sponsio_depositary::accounts;
use sponsio_record::Digest;
use webauthn_rs::prelude::{
    Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Uuid, Webauthn, WebauthnBuilder,
};

/// Why a desk cannot be at an origin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` can be no origin for passkeys: https and a host name, or http://localhost")]
pub struct Cannot(pub String);

/// The passkeys of one origin.
pub(super) struct Passkeys {
    verifier: Webauthn,
    origin: String,
}

/// What an authenticator is asked, and what is kept until it answers.
pub(super) struct Question {
    /// What the page hands to the browser.
    pub(super) options: String,
    /// What judges the answer.
    pub(super) state: String,
}

/// A passkey that answered well.
pub(super) struct Proved {
    /// Its identifier.
    pub(super) credential: String,
    /// The passkey as it was when it was asked.
    pub(super) held: String,
    /// The passkey with its new counters.
    pub(super) updated: String,
}

/// The answer is not one that is believed; why is told to nobody.
#[derive(Debug)]
pub(super) struct NotBelieved;

impl From<serde_json::Error> for NotBelieved {
    fn from(_: serde_json::Error) -> Self {
        Self
    }
}

impl From<webauthn_rs::prelude::WebauthnError> for NotBelieved {
    fn from(_: webauthn_rs::prelude::WebauthnError) -> Self {
        Self
    }
}

impl Passkeys {
    /// Returns the passkeys of an origin.
    pub(super) fn at(origin: &str) -> Result<Self, Cannot> {
        let cannot = || Cannot(origin.to_owned());
        let url = Url::parse(origin).map_err(|_| cannot())?;
        let host = url.domain().ok_or_else(cannot)?;
        let is_safe = url.scheme() == "https" || (url.scheme() == "http" && host == "localhost");
        let plain = url.origin().ascii_serialization();
        if !is_safe || plain != origin.trim_end_matches('/') {
            return Err(cannot());
        }
        let builder = WebauthnBuilder::new(host, &url).map_err(|_| cannot())?;
        let verifier = builder.rp_name("Sponsio").build().map_err(|_| cannot())?;
        Ok(Self {
            verifier,
            origin: plain,
        })
    }

    /// Whether a page of this origin sent it.
    pub(super) fn is_own(&self, origin: &str) -> bool {
        origin == self.origin
    }

    /// Asks for a new passkey of an officer.
    pub(super) fn enrol(
        &self,
        officer: &str,
        name: &str,
        others: &[accounts::Passkey],
    ) -> Result<Question, NotBelieved> {
        let mut handle = [0; 16];
        handle.copy_from_slice(&Digest::of(officer.as_bytes()).as_bytes()[..16]);
        let others = read(others)?;
        let others = others.iter().map(|one| one.cred_id().clone()).collect();
        let user = Uuid::from_bytes(handle);
        let (options, state) =
            self.verifier
                .start_passkey_registration(user, officer, name, Some(others))?;
        Ok(Question {
            options: serde_json::to_string(&options)?,
            state: serde_json::to_string(&state)?,
        })
    }

    /// Judges the answer to it; returns the identifier of the passkey, and the passkey.
    pub(super) fn enrolled(
        &self,
        answer: &str,
        state: &str,
    ) -> Result<(String, String), NotBelieved> {
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer)?;
        let state: PasskeyRegistration = serde_json::from_str(state)?;
        let passkey = self.verifier.finish_passkey_registration(&answer, &state)?;
        Ok((identifier(&passkey)?, serde_json::to_string(&passkey)?))
    }

    /// Asks one of these passkeys; for an act, over this challenge.
    pub(super) fn ask(
        &self,
        held: &[accounts::Passkey],
        challenge: Option<&Digest>,
    ) -> Result<Question, NotBelieved> {
        // Without a list any passkey of this origin would be asked for.
        if held.is_empty() {
            return Err(NotBelieved);
        }
        let (mut options, state) = self.verifier.start_passkey_authentication(&read(held)?)?;
        let mut state = serde_json::to_value(&state)?;
        if let Some(challenge) = challenge {
            options.public_key.challenge = challenge.as_bytes().to_vec();
            let written = serde_json::to_value(&options)?;
            let place = state.pointer_mut("/ast/challenge").ok_or(NotBelieved)?;
            *place = written
                .pointer("/publicKey/challenge")
                .cloned()
                .ok_or(NotBelieved)?;
        }
        Ok(Question {
            options: serde_json::to_string(&options)?,
            state: state.to_string(),
        })
    }

    /// Judges the answer to it. A counter that went back is the mark of a copy, and is not believed.
    pub(super) fn asserted(
        &self,
        answer: &str,
        state: &str,
        held: &[accounts::Passkey],
    ) -> Result<Proved, NotBelieved> {
        let answer: PublicKeyCredential = serde_json::from_str(answer)?;
        let state: PasskeyAuthentication = serde_json::from_str(state)?;
        let found = self
            .verifier
            .finish_passkey_authentication(&answer, &state)?;
        if !found.user_verified() {
            return Err(NotBelieved);
        }
        for (kept, mut passkey) in held.iter().zip(read(held)?) {
            if passkey.update_credential(&found).is_some() {
                return Ok(Proved {
                    credential: kept.credential.clone(),
                    held: kept.held.clone(),
                    updated: serde_json::to_string(&passkey)?,
                });
            }
        }
        Err(NotBelieved)
    }
}

fn read(held: &[accounts::Passkey]) -> Result<Vec<Passkey>, NotBelieved> {
    let read = held.iter().map(|one| serde_json::from_str(&one.held));
    Ok(read.collect::<Result<_, _>>()?)
}

fn identifier(passkey: &Passkey) -> Result<String, NotBelieved> {
    let written = serde_json::to_value(passkey.cred_id())?;
    let text = written.as_str().map(str::to_owned);
    text.or_else(|| Some(Value::to_string(&written)))
        .ok_or(NotBelieved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_has_a_name_and_is_safe() {
        for good in [
            "http://localhost:8081",
            "http://localhost",
            "https://treaties.example.org",
        ] {
            assert!(Passkeys::at(good).is_ok(), "{good}");
        }
        for bad in [
            "http://127.0.0.1:8081",
            "http://treaties.example.org",
            "https://treaties.example.org/desk",
            "treaties.example.org",
            "https://203.0.113.7",
            "",
        ] {
            assert!(Passkeys::at(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_answer_that_is_none_is_not_believed() {
        let passkeys = Passkeys::at("http://localhost:8081").unwrap();
        let question = passkeys.enrol("o-anna", "Anna", &[]).unwrap();
        assert!(
            question
                .options
                .contains("\"userVerification\":\"required\"")
        );
        for answer in ["", "{}", "null"] {
            assert!(passkeys.enrolled(answer, &question.state).is_err());
        }
    }
}
