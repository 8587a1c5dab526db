//! The text that is negotiated: sixty articles of plain sentences, each with four places at which delegations
//! have rival words. The words are invented; what matters is that they differ and come back.

use sponsio_text::{
    Body, Expression, Kind, Label, LabelForm, Language, Provision, ProvisionId, tokenize,
};

/// Places of an article at which there are rival words.
pub(crate) const SLOTS: usize = 4;
/// The words for each place; the first are those of the first draft.
const READINGS: [[&str; 6]; SLOTS] = [
    [
        "shall",
        "should",
        "undertakes to",
        "may",
        "shall endeavour to",
        "agrees to",
    ],
    [
        "promptly",
        "at once",
        "without undue delay",
        "within 30 days",
        "as soon as practicable",
        "in good time",
    ],
    [
        "in writing",
        "through diplomatic channels",
        "by any means",
        "by electronic means",
        "in one of the authentic languages",
        "orally or in writing",
    ],
    [
        "to the fullest extent possible",
        "as appropriate",
        "according to its capabilities",
        "taking into account its circumstances",
        "in accordance with its law",
        "without exception",
    ],
];
/// How many rival words there are for each place.
pub(crate) const RIVALS: usize = READINGS[0].len();
const SUBJECTS: [&str; 6] = [
    "plan",
    "measure",
    "report",
    "review",
    "inventory",
    "assessment",
];
const OBJECTS: [&str; 5] = ["waste", "production", "trade", "finance", "transport"];

/// Which words each article has at each place.
#[derive(Debug, Clone)]
pub(crate) struct Draft(Vec<[usize; SLOTS]>);

impl Draft {
    pub(crate) fn first(articles: usize) -> Self {
        Self(vec![[0; SLOTS]; articles])
    }

    /// Returns what an article has at a place.
    pub(crate) fn reading(&self, article: usize, slot: usize) -> usize {
        self.0[article][slot]
    }

    pub(crate) fn take(&mut self, article: usize, slot: usize, reading: usize) {
        self.0[article][slot] = reading;
    }

    /// Returns an article as it would read with other words at one place.
    pub(crate) fn with(&self, article: usize, slot: usize, reading: usize) -> String {
        let mut choice = self.0[article];
        choice[slot] = reading;
        sentence(article, choice)
    }

    /// Returns the text.
    pub(crate) fn expression(&self) -> Expression {
        let articles = self.0.iter().enumerate().map(|(article, choice)| {
            let label = Label {
                form: LabelForm::Heading,
                text: (article + 1).to_string().into(),
            };
            let words = tokenize(&sentence(article, *choice));
            Provision::new(id(article), Kind::Article, Some(label), Body::of(words))
        });
        Expression {
            language: Language::english(),
            headers: Vec::new(),
            provisions: articles.collect(),
        }
    }
}

/// Returns the id of an article.
pub(crate) fn id(article: usize) -> ProvisionId {
    let number = u32::try_from(article).expect("a small number");
    ProvisionId::from_number(number + 1_000)
}

fn sentence(article: usize, choice: [usize; SLOTS]) -> String {
    let word = |slot: usize| READINGS[slot][choice[slot]];
    let subject = SUBJECTS[article % SUBJECTS.len()];
    let object = OBJECTS[article % OBJECTS.len()];
    format!(
        "Each Party {} adopt a national {subject} on plastic {object} and communicate it {} to the \
         secretariat {}, with the information that the Conference requires, and {} keep the {subject} \
         under review every {} years.",
        word(0),
        word(1),
        word(2),
        word(3),
        article + 2,
    )
}
