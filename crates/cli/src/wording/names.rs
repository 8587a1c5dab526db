//! What things are called: participants and treaties, statuses, acts, layers and policies.

use sponsio_law::act::{Act, ActKind};
use sponsio_law::clause::explain::Layer;
use sponsio_law::party::ParticipantKind;
use sponsio_law::register::{PartyIndex, Register};
use sponsio_law::status::standing::Standing;
use sponsio_record::{ParticipantId, TreatyId};

use crate::wording::{Language, Words, say};

/// The names of States and organizations in Turkish, by code; a register holds one name each.
const TURKISH_NAMES: &str = include_str!("../../locales/tr/participants.csv");

/// Short names by which clauses call States, by code, where a register has the official ones.
const SHORT_NAMES: &str = include_str!("../../locales/en/short-names.csv");

/// Returns the names by which a clause may call a participant: the register's own, that without
/// what stands in brackets, a short one, and the Turkish one.
pub fn names_of<'a>(id: &ParticipantId, own: &'a str) -> Vec<&'a str> {
    let bare = own.split_once(" (").map(|(bare, _)| bare);
    let others = [bare, listed(SHORT_NAMES, id), turkish_name(id)];
    core::iter::once(own)
        .chain(others.into_iter().flatten())
        .collect()
}

/// The words of a language with the names of a register.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The sentences.
    pub words: &'a Words,
    /// The register whose names are used; without one, codes are.
    pub register: Option<&'a Register>,
}

impl<'a> Voice<'a> {
    /// Returns a voice that knows the names of a register.
    pub const fn new(words: &'a Words, register: &'a Register) -> Self {
        Self {
            words,
            register: Some(register),
        }
    }

    /// Returns a voice that knows no register: it says codes.
    pub const fn without_register(words: &'a Words) -> Self {
        Self {
            words,
            register: None,
        }
    }

    /// Returns the name of a participant.
    pub fn participant(&self, id: &ParticipantId) -> String {
        let own = self
            .register
            .and_then(|register| Some(register.participant(register.party(id)?).name.as_str()));
        let Some(own) = own else {
            return id.to_string();
        };
        match self.words.language() {
            Language::En => own.to_owned(),
            Language::Tr => turkish_name(id).unwrap_or(own).to_owned(),
        }
    }

    /// Returns the name of the participant at a place in the register.
    pub fn party(&self, register: &Register, place: PartyIndex) -> String {
        self.participant(&register.participant(place).id)
    }

    /// Returns the names of participants as a list.
    pub fn participants<'p>(&self, ids: impl IntoIterator<Item = &'p ParticipantId>) -> String {
        let names: Vec<String> = ids.into_iter().map(|id| self.participant(id)).collect();
        self.words.list(&names)
    }

    /// Returns a treaty by title and identifier, or by identifier alone where the register does
    /// not hold it.
    pub fn treaty(&self, id: &TreatyId) -> String {
        let title = self.register.and_then(|register| {
            let title = register.treaty(register.treaty_place(id)?).title();
            (!title.is_empty()).then_some(title)
        });
        if let Some(title) = title {
            say!(self.words, "treaty-named", title = title, id = id.as_str())
        } else {
            say!(self.words, "treaty-by-id", id = id.as_str())
        }
    }

    /// Returns what a table calls an act: a word for a known kind, otherwise its label verbatim.
    pub fn act(&self, act: &Act) -> String {
        act.kind().map_or_else(
            || act.label.as_str().to_owned(),
            |kind| self.words.act(kind),
        )
    }
}

fn turkish_name(id: &ParticipantId) -> Option<&'static str> {
    listed(TURKISH_NAMES, id)
}

/// The name behind a code in a table of names.
fn listed(table: &'static str, id: &ParticipantId) -> Option<&'static str> {
    table
        .lines()
        .filter_map(|line| line.split_once(','))
        .find(|(code, _)| *code == id.as_str())
        .map(|(_, name)| name)
}

impl Words {
    /// Returns the word of a status.
    pub fn standing(&self, standing: Standing) -> String {
        say!(self, &format!("standing-{}", standing.label()))
    }

    /// Returns the word of a kind of act.
    pub fn act(&self, kind: ActKind) -> String {
        say!(self, &format!("act-{}", kind.label()))
    }

    /// Returns the word of a kind of participant.
    pub fn participant_kind(&self, kind: ParticipantKind) -> String {
        say!(self, &format!("kind-{}", kind.label()))
    }

    /// Returns a citation as the language abbreviates it; what it cites stays as the file has it.
    pub fn citation(&self, cited: &str) -> String {
        match (self.language(), cited.strip_prefix("art. ")) {
            (Language::Tr, Some(article)) if !article.contains("art") => format!("m. {article}"),
            _ => cited.to_owned(),
        }
    }

    /// Returns rules and articles as the law cites them, abbreviated as the language does.
    pub fn authority(&self, cited: &str) -> String {
        match self.language() {
            Language::En => cited.to_owned(),
            Language::Tr => cited
                .replace("VCLT ", "VAHS ")
                .replace(" arts ", " m. ")
                .replace(" art. ", " m. "),
        }
    }

    /// Returns whose convention a layer is.
    pub fn layer(&self, layer: Layer) -> String {
        match layer {
            Layer::Treaty => say!(self, "layer-treaty"),
            Layer::Depositary => say!(self, "layer-depositary"),
            Layer::Default => say!(self, "layer-default"),
        }
    }
}
