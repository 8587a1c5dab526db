//! The road ahead of a statement: what still separates the words that somebody spoke from law, step by
//! step, as far as a conference carries it. From the adopted text on, the steps of its promise go on
//! ([`ladder`](crate::guarantee::ladder)). Each step is a computed fact with the act on which it rests;
//! software takes none of them.

use alloc::string::String;
use alloc::vec::Vec;

use sponsio_record::{ActId, Instant, ParticipantId};
use sponsio_text::Language;

use crate::clause::{self, rule::Rule};
use crate::conference::{
    Adoption, Conference, DraftProvision, Level, Place, Procedure, RecordedStatement, Standing,
    StatementKind,
};
use crate::guarantee::{Advice, lint};

/// A statement with the steps from it towards law.
#[derive(Debug, Clone, PartialEq)]
pub struct Ahead<'a> {
    /// The statement.
    pub statement: &'a RecordedStatement,
    /// What concerns the words themselves.
    pub spoken: Vec<Stage<'a>>,
    /// The provisions that were drafted from it, each with its own steps; none yet, perhaps.
    pub drafts: Vec<(&'a DraftProvision, Vec<Stage<'a>>)>,
}

/// One step on the road.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage<'a> {
    /// A second reader compared the words with their source.
    Confirmed {
        /// Who, by pseudonym, and when.
        by: Option<&'a (String, Instant)>,
    },
    /// The words give an assurance; an offer or a condition gives none.
    Assures {
        /// What the statement is, where that may be seen.
        kind: Option<StatementKind>,
    },
    /// Whoever spoke could speak for a party (VCLT art. 7): somebody holds so, on grounds.
    WithCapacity {
        /// As what the record holds the statement.
        level: Level,
    },
    /// The words were put in writing, as a provision.
    Drafted {
        /// How often.
        count: usize,
    },
    /// A party can propose the draft: it rests on no real source alone.
    Proposable {
        /// Whether it can.
        can: bool,
    },
    /// The guarantee of the draft says what a complete guarantee says: advice, not law.
    Complete {
        /// What a lawyer would advise on it; nothing where its line is no rule.
        advice: Option<Vec<Advice>>,
    },
    /// A delegation tabled it.
    Tabled {
        /// The acts, with those who tabled, as far as that may be seen.
        by: Vec<(ActId, &'a ParticipantId)>,
        /// How many proposals are closed to whoever asks: one of them may have.
        sealed: usize,
    },
    /// It stands in the text that is negotiated.
    InText {
        /// The languages in which it does.
        languages: Vec<&'a Language>,
        /// The languages of the text in which it does not.
        missing: Vec<&'a Language>,
    },
    /// It is agreed, in every language.
    Agreed {
        /// How it stands in each.
        standings: Vec<(&'a Language, Option<Standing>)>,
        /// Whether the text was adopted as a whole, which agrees on all that it holds.
        adopted: bool,
    },
    /// The text was adopted with it (VCLT art. 9).
    Adopted {
        /// The act.
        adoption: Option<&'a Adoption>,
    },
    /// The text is authentic (VCLT art. 10).
    Authenticated {
        /// When, by which act and which procedure.
        established: Option<(Instant, ActId, Procedure)>,
    },
}

impl Stage<'_> {
    /// Whether the step is taken; none where that cannot be seen.
    pub fn is_taken(&self) -> Option<bool> {
        Some(match self {
            Self::Confirmed { by } => by.is_some(),
            Self::Assures { kind } => (*kind)? == StatementKind::Assurance,
            Self::WithCapacity { level } => {
                matches!(level, Level::WithCapacity | Level::UnilateralAssurance)
            }
            Self::Drafted { count } => *count > 0,
            Self::Proposable { can } => *can,
            Self::Complete { advice } => advice.as_ref()?.is_empty(),
            Self::Tabled { by, sealed } => match (by.is_empty(), sealed) {
                (false, _) => true,
                (true, 0) => false,
                (true, _) => return None,
            },
            Self::InText { languages, missing } => !languages.is_empty() && missing.is_empty(),
            Self::Agreed { standings, adopted } => {
                let mut all = standings.iter();
                let agreed =
                    |one: &(_, Option<Standing>)| matches!(one.1, Some(Standing::Agreed(_)));
                *adopted || (!standings.is_empty() && all.all(agreed))
            }
            Self::Adopted { adoption } => adoption.is_some(),
            Self::Authenticated { established } => established.is_some(),
        })
    }

    /// Whether the words can come to bind although the step is not taken: advice, or one of several ways.
    pub const fn is_advice(&self) -> bool {
        matches!(
            self,
            Self::WithCapacity { .. } | Self::Complete { .. } | Self::Tabled { .. }
        )
    }

    /// Returns the label in data.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Confirmed { .. } => "confirmed",
            Self::Assures { .. } => "assures",
            Self::WithCapacity { .. } => "with-capacity",
            Self::Drafted { .. } => "drafted",
            Self::Proposable { .. } => "proposable",
            Self::Complete { .. } => "complete",
            Self::Tabled { .. } => "tabled",
            Self::InText { .. } => "in-text",
            Self::Agreed { .. } => "agreed",
            Self::Adopted { .. } => "adopted",
            Self::Authenticated { .. } => "authenticated",
        }
    }
}

impl DraftProvision {
    /// Returns what a lawyer would advise on the guarantee of the draft alone; none where its line is no
    /// rule. What the instrument lacks around it is no matter of the draft.
    pub fn advice(&self) -> Option<Vec<Advice>> {
        let source = alloc::format!("treaty \"-\"\n  id draft\n\n{}\n", self.drafted.guarantee);
        let parsed = clause::parse(&source);
        let mut statements = parsed.file.statements.iter();
        if !statements.any(|statement| matches!(statement.rule, Rule::Guarantee(_))) {
            return None;
        }
        let found = lint::lint(&parsed.file).into_iter();
        let advice = found.map(|(_, advice)| advice);
        let own = advice.filter(|one| !matches!(one, Advice::Lacks(_) | Advice::Withdrawal(_)));
        Some(own.collect())
    }
}

impl Conference {
    /// Returns what still separates a statement from law at an instant, as far as papers are at hand; none
    /// if there is no such statement.
    pub fn ahead(&self, of: ActId, at: Instant) -> Option<Ahead<'_>> {
        let statement = self.statement(of)?;
        let drafts = self.drafts().iter();
        let drafts = drafts.filter(|draft| draft.drafted.from.iter().any(|one| one.of == of));
        let drafts: Vec<_> = drafts.map(|draft| (draft, self.steps(draft, at))).collect();
        let spoken = Vec::from([
            Stage::Confirmed {
                by: statement.confirmed.as_ref(),
            },
            Stage::Assures {
                kind: statement.statement.as_ref().map(|said| said.kind),
            },
            Stage::WithCapacity {
                level: statement.level(None),
            },
            Stage::Drafted {
                count: drafts.len(),
            },
        ]);
        Some(Ahead {
            statement,
            spoken,
            drafts,
        })
    }

    fn steps<'a>(&'a self, draft: &'a DraftProvision, at: Instant) -> Vec<Stage<'a>> {
        let mut steps = Vec::from([
            Stage::Proposable {
                can: !draft.hypothetical,
            },
            Stage::Complete {
                advice: draft.advice(),
            },
        ]);
        // What comes from a real source alone goes no further.
        if !draft.hypothetical {
            let adoption = self.adoption();
            let (languages, missing) = self.languages_of(draft);
            // Adoption agrees on all that the text holds.
            let adopted = adoption.filter(|_| !languages.is_empty());
            let standings = languages.iter().map(|language| {
                let place = self.place_of(draft, language);
                (*language, place.and_then(|place| self.standing(place, at)))
            });
            let standings = standings.collect();
            steps.push(self.tabled(draft));
            steps.push(Stage::InText { languages, missing });
            steps.push(Stage::Agreed {
                standings,
                adopted: adopted.is_some(),
            });
            steps.push(Stage::Adopted { adoption: adopted });
            let established = self.authentication().established;
            steps.push(Stage::Authenticated {
                established: established.filter(|_| adopted.is_some()),
            });
        }
        steps
    }

    /// The place of a draft in the text: under its own id, or under that of a provision linked with it.
    fn place_of(&self, draft: &DraftProvision, language: &Language) -> Option<&Place> {
        let id = draft.drafted.provision;
        let links = self.dossier.links.iter();
        let linked = links
            .filter(|link| link.linked.draft == id)
            .map(|link| link.linked.provision);
        let ids: Vec<_> = core::iter::once(id).chain(linked).collect();
        let mut places = self.contents().keys();
        places.find(|place| place.language == *language && ids.contains(&place.provision))
    }

    fn languages_of(&self, draft: &DraftProvision) -> (Vec<&Language>, Vec<&Language>) {
        let languages = self.convened.languages.iter();
        languages.partition(|language| self.place_of(draft, language).is_some())
    }

    fn tabled<'a>(&'a self, draft: &DraftProvision) -> Stage<'a> {
        let (mut by, mut sealed) = (Vec::new(), 0);
        for proposal in self.proposals() {
            let Some(paper) = &proposal.paper else {
                sealed += 1;
                continue;
            };
            let mut operations = paper.operations.iter();
            let brings_it = operations.any(|one| one.concerns(draft.drafted.provision));
            if brings_it {
                by.push((proposal.id, &proposal.tabled.participant));
            }
        }
        Stage::Tabled { by, sealed }
    }
}
