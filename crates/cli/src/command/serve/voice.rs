//! The words of the command line, lent to the pages: one derivation has one wording.

use serde_json::Value;
use sponsio_law::calendar::Date;
use sponsio_law::conference::{Ahead, Walk};
use sponsio_law::guarantee::{self, Coverage, Row, closings};
use sponsio_law::register::{PartyIndex, Register, TreatyIndex};
use sponsio_law::status::history::History;
use sponsio_record::Instant;
use sponsio_text::Expression;
use sponsio_text::markup::docx::{Options, View, write};
use sponsio_web::{
    Account, Clause, Clauses, Consequences, Gaps, Line, Promises, Stages, Supposed, Terms, Walked,
    Wording,
};

use super::beyond::{consequences, gaps, stages};
use super::terms::terms;
use super::tongue::{of, words};
use crate::command::conference::{travaux, understanding};
use crate::command::coverage::question::Matrix;
use crate::command::coverage::{COLUMNS, data, rows, said};
use crate::command::text::docx;
use crate::layout::untied;
use crate::wording::account::{self, Account as Said};
use crate::wording::guarantee::{closing, sentence};
use crate::wording::{Voice, rule};

/// Speaks English and Turkish; in other languages the law is explained in English.
pub(super) struct Speaker;

impl Wording for Speaker {
    fn treaty(
        &self,
        language: sponsio_web::Language,
        register: &Register,
        history: &History,
        at: Date,
    ) -> Account {
        let words = words(language);
        let voice = Voice::new(&words, register);
        told(
            voice,
            of(language),
            account::treaty(voice, register, history, at),
        )
    }

    fn participant(
        &self,
        language: sponsio_web::Language,
        register: &Register,
        history: &History,
        party: PartyIndex,
        at: Date,
    ) -> Account {
        let words = words(language);
        let voice = Voice::new(&words, register);
        let said = account::participant(voice, register, history, party, at);
        told(voice, of(language), said)
    }

    fn clauses(
        &self,
        language: sponsio_web::Language,
        register: &Register,
        treaty: TreatyIndex,
    ) -> Clauses {
        let words = words(language);
        let voice = Voice::new(&words, register);
        let statements = register.treaty(treaty).clauses.statements.iter();
        let clauses = statements.map(|statement| Clause {
            citation: statement
                .citation
                .as_ref()
                .map(|cited| words.citation(cited)),
            sentence: rule::sentence(voice, statement),
            rule: rule::line(statement),
        });
        Clauses {
            language: of(language),
            clauses: clauses.collect(),
        }
    }

    fn missing(
        &self,
        language: sponsio_web::Language,
        register: &Register,
        history: &History,
        at: Date,
    ) -> Gaps {
        gaps(language, register, history, at)
    }

    fn promises(
        &self,
        language: sponsio_web::Language,
        register: &Register,
        coverage: &Coverage,
    ) -> Promises {
        let words = words(language);
        let voice = Voice::new(&words, register);
        let promises = coverage.rows.iter();
        let promises = promises.map(|row| untied(&sentence(voice, &row.promise)));
        let found = closings(register, coverage);
        let closings = found
            .iter()
            .map(|one| untied(&closing(voice, register, coverage, one)));
        Promises {
            language: of(language),
            promises: promises.collect(),
            closings: closings.collect(),
        }
    }

    fn cell(
        &self,
        language: sponsio_web::Language,
        register: &Register,
        coverage: &Coverage,
        row: &Row,
        (from, to): (usize, usize),
    ) -> Option<Account> {
        let words = words(language);
        let found = guarantee::account(register, coverage, row, from, to)?;
        let matrix = Matrix {
            words: &words,
            register,
            coverage,
        };
        let lines = said(matrix, row, &found)
            .into_iter()
            .map(|(label, text)| Line {
                kind: "cell",
                label,
                text: untied(&text),
            });
        Some(Account {
            language: of(language),
            because: None,
            lines: lines.collect(),
        })
    }

    fn coverage_table(
        &self,
        register: &Register,
        coverage: &Coverage,
    ) -> (&'static [&'static str], Vec<Vec<String>>) {
        let words = words(sponsio_web::Language::English);
        let matrix = Matrix {
            words: &words,
            register,
            coverage,
        };
        (&COLUMNS, rows(matrix).map(Vec::from).collect())
    }

    fn coverage_data(
        &self,
        language: sponsio_web::Language,
        register: &Register,
        coverage: &Coverage,
    ) -> Value {
        let words = words(language);
        data(Matrix {
            words: &words,
            register,
            coverage,
        })
    }

    fn walked(&self, language: sponsio_web::Language, walk: &Walk<'_>) -> Walked {
        let words = words(language);
        let traces = walk.travaux.traces.iter().rev();
        let traces = traces.map(|trace| travaux::sentence(&words, trace));
        let understandings = walk.understandings.iter();
        let understandings = understandings.map(|one| understanding::line(&words, one));
        let sentences = traces.chain(understandings);
        Walked {
            language: of(language),
            sentences: sentences.map(|sentence| untied(&sentence)).collect(),
        }
    }

    fn ahead(&self, language: sponsio_web::Language, ahead: &Ahead<'_>) -> Stages {
        stages(language, ahead)
    }

    fn supposed(&self, language: sponsio_web::Language, asked: Supposed<'_>) -> Consequences {
        consequences(language, asked)
    }

    fn terms(&self, language: sponsio_web::Language) -> Terms {
        terms(language)
    }

    fn word_document(
        &self,
        language: sponsio_web::Language,
        text: &Expression,
        date: Instant,
    ) -> Vec<u8> {
        let words = words(language);
        let said = docx::Said::new(&words);
        let options = Options {
            view: View::Rolling,
            date,
            wording: said.wording(),
        };
        write(text, &options)
    }

    fn name(
        &self,
        language: sponsio_web::Language,
        register: &Register,
        party: PartyIndex,
    ) -> String {
        let words = words(language);
        Voice::new(&words, register).party(register, party)
    }

    fn order(&self, language: sponsio_web::Language, name: &str) -> Vec<u8> {
        words(language).order(name)
    }
}

fn told(voice: Voice<'_>, language: sponsio_web::Language, said: Said) -> Account {
    let lines = said.lines.into_iter().map(|line| Line {
        kind: line.kind,
        label: line.label(voice),
        text: line.text,
    });
    Account {
        language,
        because: said.because,
        lines: lines.collect(),
    }
}
