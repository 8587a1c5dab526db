//! Negotiations out of numbers: a base, and what each delegation makes of it.

use proptest::prelude::*;
use sponsio_record::{Instant, ParticipantId};
use sponsio_text::{
    Body, Expression, Kind, Label, LabelForm, Language, Provision, ProvisionId, Stand, Token,
    tokenize,
};

/// Words that are easily taken for one another, in several scripts.
const WORDS: [&str; 30] = [
    "the",
    "The",
    "Party",
    "Parties",
    "shall",
    "notify",
    "notify",
    "and",
    "or",
    ",",
    ".",
    ";",
    "(",
    ")",
    "12",
    "1,000.5",
    "co-operation",
    "ışık",
    "IŞIK",
    "İstanbul'da",
    "سلام",
    "条约",
    "é",
    "👩‍👩‍👧",
    "at",
    "once",
    "of",
    "of",
    "%",
    "a",
];

/// One change that a delegation makes.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    /// In this provision, from this token on, this many tokens become these words.
    Words(usize, usize, usize, Vec<(usize, bool)>),
    /// This provision goes.
    Delete(usize),
    /// After this place, this provision of the pool of all, with these words.
    Insert(usize, usize, Vec<(usize, bool)>),
    /// This provision goes to this place.
    Move(usize, usize),
}

/// A negotiation as numbers, which shrink.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// The provisions of the base: kind and words.
    pub(crate) base: Vec<(bool, Vec<(usize, bool)>)>,
    /// What each delegation does, and when.
    pub(crate) delegations: Vec<(i64, Vec<Edit>)>,
}

impl Plan {
    /// Sets a space before every word, so that no two of them run into one.
    pub(crate) fn space_out(&mut self) {
        let of_base = self.base.iter_mut().flat_map(|(_, words)| words);
        let edits = self.delegations.iter_mut().flat_map(|(_, edits)| edits);
        let of_edits = edits.flat_map(|edit| match edit {
            Edit::Words(_, _, _, words) | Edit::Insert(_, _, words) => words.iter_mut(),
            Edit::Delete(_) | Edit::Move(..) => [].iter_mut(),
        });
        for (_, space) in of_base.chain(of_edits) {
            *space = true;
        }
    }
}

/// A negotiation.
pub(crate) struct Case {
    /// The base.
    pub(crate) base: Expression,
    /// Each delegation's text.
    pub(crate) texts: Vec<(ParticipantId, Vec<Provision>)>,
    /// Their stands.
    pub(crate) stands: Vec<Stand>,
}

fn words(most: usize) -> impl Strategy<Value = Vec<(usize, bool)>> {
    prop::collection::vec((0..WORDS.len(), prop::bool::weighted(0.85)), 0..most)
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = || 0_usize..1000;
    prop_oneof![
        8 => (at(), at(), 0_usize..4, words(4)).prop_map(|(p, at, drop, new)| Edit::Words(p, at, drop, new)),
        1 => at().prop_map(Edit::Delete),
        2 => (at(), 0_usize..6, words(5)).prop_map(|(p, pool, new)| Edit::Insert(p, pool, new)),
        1 => (at(), at()).prop_map(|(from, to)| Edit::Move(from, to)),
    ]
}

/// Negotiations of up to five delegations over up to six provisions.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    let provisions = prop::collection::vec((any::<bool>(), words(24)), 0..6);
    let delegation = (0_i64..3, prop::collection::vec(edit(), 0..5));
    (provisions, prop::collection::vec(delegation, 0..6))
        .prop_map(|(base, delegations)| Plan { base, delegations })
}

fn tokens(words: &[(usize, bool)]) -> Vec<Token> {
    let mut tokens = Vec::new();
    for (number, (word, space)) in words.iter().enumerate() {
        for mut token in tokenize(WORDS[*word]) {
            token.space_before = *space && number > 0;
            tokens.push(token);
        }
    }
    tokens
}

/// Returns the code of a delegation by its number.
pub(crate) fn code(number: usize) -> ParticipantId {
    ParticipantId::new(["TUR", "NOR", "USA", "JPN", "X-EU", "BRA", "KEN"][number]).unwrap()
}

fn base_of(plan: &Plan) -> Expression {
    let mut provisions = Vec::new();
    let mut article = None;
    for (number, (is_article, text)) in plan.base.iter().enumerate() {
        let number = u32::try_from(number).unwrap();
        let id = ProvisionId::from_number(number + 1);
        let (kind, form) = if *is_article {
            (Kind::Article, LabelForm::Heading)
        } else {
            (Kind::Paragraph, LabelForm::Dotted)
        };
        let label = Label {
            form,
            text: (number + 1).to_string().into(),
        };
        let mut own = Provision::new(id, kind, Some(label), Body::of(tokens(text)));
        if *is_article {
            article = Some(id);
        } else {
            own.parent = article;
        }
        provisions.push(own);
    }
    Expression {
        language: Language::new("en").unwrap(),
        headers: Vec::new(),
        provisions,
    }
}

fn edited(base: &Expression, edits: &[Edit]) -> Vec<Provision> {
    let mut text = base.provisions.clone();
    for edit in edits {
        match edit {
            Edit::Words(provision, at, drop, new) if !text.is_empty() => {
                let place = provision % text.len();
                let mut words = text[place].body.base();
                let start = at % (words.len() + 1);
                let end = (start + drop).min(words.len());
                let mut new = tokens(new);
                if let Some(first) = new.first_mut() {
                    first.space_before = true;
                }
                words.splice(start..end, new);
                if let Some(first) = words.first_mut() {
                    first.space_before = false;
                }
                text[place].body = Body::of(words);
            }
            Edit::Delete(provision) if !text.is_empty() => {
                text.remove(provision % text.len());
            }
            Edit::Insert(place, pool, new) => {
                let id = ProvisionId::from_number(1000 + u32::try_from(*pool).unwrap());
                if text.iter().any(|own| own.id == id) {
                    continue;
                }
                let at = place % (text.len() + 1);
                let label = Label {
                    form: LabelForm::Dotted,
                    text: "7".into(),
                };
                let mut own =
                    Provision::new(id, Kind::Paragraph, Some(label), Body::of(tokens(new)));
                own.parent = at.checked_sub(1).and_then(|before| text[before].parent);
                text.insert(at, own);
            }
            Edit::Move(from, to) if !text.is_empty() => {
                let mut own = text.remove(from % text.len());
                let at = to % (text.len() + 1);
                own.parent = at.checked_sub(1).and_then(|before| text[before].parent);
                if own.parent == Some(own.id) {
                    own.parent = None;
                }
                text.insert(at, own);
            }
            _ => {}
        }
    }
    text
}

/// Returns the negotiation of a plan.
pub(crate) fn case(plan: &Plan) -> Case {
    let base = base_of(plan);
    let mut texts = Vec::new();
    let mut stands = Vec::new();
    for (number, (second, edits)) in plan.delegations.iter().enumerate() {
        let at = Instant::from_seconds(*second).unwrap();
        let text = edited(&base, edits);
        stands.push(Stand::of(code(number), &base, &text, at, None));
        texts.push((code(number), text));
    }
    Case {
        base,
        texts,
        stands,
    }
}
