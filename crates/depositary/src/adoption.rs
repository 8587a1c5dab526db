//! Adoption (VCLT art. 9): the text is adopted, and the treaty enters the register with the final clauses
//! that stand under its provisions. From then on its status is computed, with no further entry.

use sponsio_law::calendar::Date;
use sponsio_law::clause::header::Header;
use sponsio_law::clause::rule::{Span, Spanned};
use sponsio_law::conference::{
    Adopted, ConferenceRefusal, Decision, Ground, Proceeding, Step, TextFacts, compile,
};
use sponsio_law::filing::{Filing, Matter};
use sponsio_record::{ActId, ConferenceId, Digest};
use sponsio_text::markup::{Options, Severity, parse};
use sponsio_text::{Expression, IdsOfDigest, Provision};

use crate::conference::Brought;
use crate::desk::Depositary;
use crate::failure::{DeskError, Unfit};
use crate::proposal::Reader;
use crate::store::Document;
use crate::submission::Recorded;
use crate::treaty::EnterTreaty;

/// What is asked to adopt a text.
#[derive(Debug, Clone)]
pub struct Adopt {
    /// The conference.
    pub conference: ConferenceId,
    /// The text in each authentic language, in the source form of texts; the rule lines stand in one of
    /// them.
    pub texts: Vec<Document>,
    /// The title under which the treaty enters the register.
    pub title: String,
    /// The depositary, by the name under which its habits are registered.
    pub depositary: Option<String>,
    /// The legal date of adoption; absent: today at the seat.
    pub done: Option<Date>,
    /// Where.
    pub place: String,
    /// How it is adopted.
    pub decision: Decision,
    /// The reservations of position that the record of adoption carries.
    pub carries: Vec<ActId>,
}

/// An adopted text: the act of adoption, and that by which the treaty entered the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextAdopted {
    /// The adoption.
    pub adoption: Recorded,
    /// The entry of the treaty.
    pub treaty: Recorded,
}

impl Depositary {
    /// Adopts a text: nothing is open in it, its rules are rules, and the decision is taken as the rules of
    /// procedure ask.
    pub async fn adopt(&self, request: Adopt) -> Result<TextAdopted, DeskError> {
        let held = self.held(&request.conference)?;
        let reached = self.now();
        let expressions = read_texts(&request.texts)?;
        let refused = |ground| {
            DeskError::Conference(Box::new(ConferenceRefusal {
                conference: request.conference.clone(),
                kind: "text-adopted",
                by: None,
                at: reached,
                ground,
            }))
        };
        let mut facts = TextFacts::read(&expressions);
        let view = self.view(&request.conference, &Reader::Presidency).await?;
        let texts = self.revision_texts(&view, &Reader::Presidency).await?;
        facts.conflicts = view.conflicts(&texts);
        facts.examine().map_err(refused)?;
        if !held.is_present_text(&expressions) {
            return Err(refused(Ground::OtherText));
        }
        let done = request.done.unwrap_or_else(|| self.day_at_seat(reached));
        let header = header(&request, &expressions, held.treaty().clone(), done);
        let provisions: Vec<Provision> = expressions
            .iter()
            .flat_map(|expression| expression.provisions.iter().cloned())
            .collect();
        let clauses = compile(&header, &provisions).map_err(|misfits| {
            let first = misfits.first();
            Unfit::Rules {
                provision: first
                    .and_then(|misfit| misfit.provision)
                    .map_or_else(|| "-".to_owned(), |id| id.to_string()),
                line: first.map_or(0, |misfit| misfit.line),
                fault: first.map_or_else(String::new, |misfit| misfit.diagnostic.to_string()),
            }
        })?;
        let texts: Vec<(Document, String)> = request
            .texts
            .into_iter()
            .zip(&expressions)
            .map(|(document, expression)| (document, expression.language.as_str().to_owned()))
            .collect();
        let step = Step::Adopted(Adopted {
            // A conference without a text has adopted nothing: the law says so.
            revision: held.revision().copied().unwrap_or(Digest::of(b"")),
            texts: texts
                .iter()
                .zip(&expressions)
                .map(|((document, _), text)| (text.language.clone(), document.digest))
                .collect(),
            done,
            place: request.place,
            decision: request.decision,
            clauses: Digest::of(clauses.as_bytes()),
            carries: request.carries,
        });
        let treaty = EnterTreaty {
            treaty: held.treaty().clone(),
            clauses,
            texts: texts.clone(),
        };
        let (treaty, documents) = treaty.filing(self.mark()?);
        let brought = Brought {
            id: self.mark()?,
            conference: request.conference,
            step,
            reached,
            documents: texts
                .into_iter()
                .map(|(document, language)| (document, Some(language)))
                .collect(),
            envelopes: Vec::new(),
        };
        self.both_would_enter(&brought, &treaty)?;
        let adoption = self.bring(brought).await?;
        let treaty = self.enter(&treaty, documents).await?;
        Ok(TextAdopted { adoption, treaty })
    }

    /// The adoption is not recorded where the treaty could not enter after it.
    fn both_would_enter(&self, brought: &Brought, treaty: &Filing) -> Result<(), DeskError> {
        let mut register = self.state().register.clone();
        let nothing = |_: &Digest| None;
        let proceeding = Proceeding {
            conference: brought.conference.clone(),
            received: brought.reached,
            step: brought.step.clone(),
        };
        register
            .examine_proceeding(brought.id, &proceeding)
            .map_err(DeskError::Conference)?;
        let adoption = Filing {
            id: brought.id,
            matter: Matter::Proceeding(proceeding),
            documents: Vec::new(),
        };
        for filing in [&adoption, treaty] {
            register.enter(filing, &nothing).map_err(Unfit::Enter)?;
        }
        Ok(())
    }
}

/// Reads texts in their source form, or says what is wrong first. An adopted text brings its ids with it.
pub(crate) fn read_texts(texts: &[Document]) -> Result<Vec<Expression>, DeskError> {
    let read = texts.iter().map(|document| {
        let mut ids = IdsOfDigest::new(document.digest);
        let parsed = parse(&document.bytes, &Options::default(), &mut ids);
        if let Some(id) = parsed.assigned.first() {
            let line = parsed.lines.get(id).copied().unwrap_or(0);
            return Err(Unfit::Text {
                line,
                column: 1,
                fault: "the provision has no id; `sponsio text fmt` gives one".to_owned(),
            });
        }
        parsed.expression.ok_or_else(|| {
            let mut faults = parsed.faults.iter();
            let first = faults.find(|fault| fault.severity == Severity::Error);
            Unfit::Text {
                line: first.map_or(0, |fault| fault.line),
                column: first.map_or(0, |fault| fault.column),
                fault: first.map_or_else(String::new, |fault| {
                    format!("{}; `sponsio text check` says more", fault.code)
                }),
            }
        })
    });
    Ok(read.collect::<Result<_, Unfit>>()?)
}

fn header(
    request: &Adopt,
    expressions: &[Expression],
    treaty: sponsio_record::TreatyId,
    done: Date,
) -> Header {
    Header {
        title: request.title.clone(),
        id: Some(unplaced(treaty)),
        adopted: Some(unplaced(done)),
        place: Some(request.place.clone()),
        depositary: request.depositary.clone().map(unplaced),
        authentic: expressions
            .iter()
            .map(|expression| expression.language.as_str().to_owned())
            .collect(),
        ..Header::default()
    }
}

fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned {
        value,
        span: Span::default(),
    }
}
