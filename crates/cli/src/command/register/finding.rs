//! What a check finds: for each treaty the computed state beside the announced one.

use alloc::collections::BTreeMap;

use sponsio_law::clause::diagnostic::Severity;
use sponsio_law::clause::explain::Reason;
use sponsio_law::register::Register;
use sponsio_law::status::difference::{self, Verdict};
use sponsio_law::status::history::{Force, History};
use sponsio_law::treaty::Treaty;
use sponsio_record::TreatyId;

use crate::folder::lint::Finding as Judgement;
use crate::json::history::state;

/// The computed state of one treaty beside the announced one.
pub struct Finding<'a> {
    /// The treaty.
    pub treaty: &'a Treaty,
    /// Its history.
    pub history: &'a History,
    /// How the two relate.
    pub verdict: Verdict,
}

impl Finding<'_> {
    /// Returns the word for the verdict, in data and tables alike.
    pub const fn verdict_word(&self) -> &'static str {
        match self.verdict {
            Verdict::Equal => "equal",
            Verdict::Difference(_) => "difference",
            Verdict::Undetermined => "undetermined",
            Verdict::NoRule => "no rule",
        }
    }

    /// Returns the row of the table `treaty,state,date,announced,verdict`.
    pub fn row(&self) -> [String; 5] {
        let day = |day: Option<sponsio_law::calendar::Date>| {
            day.map(|day| day.to_string()).unwrap_or_default()
        };
        let computed = &self.history.computed;
        [
            self.treaty.id.to_string(),
            state(computed).to_owned(),
            day(computed.since()),
            day(self.treaty.announced()),
            self.verdict_word().to_owned(),
        ]
    }
}

/// Everything a check finds, by treaty in the byte order of the identifiers.
pub struct Findings<'a> {
    /// One finding a treaty.
    pub findings: Vec<Finding<'a>>,
    /// What a drafter should look at in the clauses.
    pub warnings: Vec<Judgement>,
    /// How often each remark is due, by code.
    pub remark_counts: BTreeMap<&'static str, usize>,
}

impl<'a> Findings<'a> {
    /// Returns what there is to find in a register with these histories.
    pub fn new(
        register: &'a Register,
        histories: &'a [History],
        judgements: Vec<Judgement>,
    ) -> Self {
        let mut findings: Vec<Finding<'_>> = histories
            .iter()
            .map(|history| Finding {
                treaty: register.treaty(history.treaty),
                history,
                verdict: difference::verdict(register, history),
            })
            .collect();
        findings.sort_by(|one, other| one.treaty.id.cmp(&other.treaty.id));
        let is_warning = |judgement: &Judgement| judgement.diagnostic.severity == Severity::Warning;
        Self {
            findings,
            warnings: judgements.into_iter().filter(is_warning).collect(),
            remark_counts: register.remark_counts_in(histories),
        }
    }

    /// Returns how many treaties are in each state.
    pub fn states(&self) -> Vec<(&'static str, usize)> {
        let words = ["in force", "not in force", "undetermined", "no rule"];
        self.count(words, |finding| state(&finding.history.computed))
    }

    /// Returns how many treaties have each verdict.
    pub fn verdicts(&self) -> Vec<(&'static str, usize)> {
        let words = ["equal", "difference", "undetermined", "no rule"];
        self.count(words, Finding::verdict_word)
    }

    fn count(
        &self,
        words: [&'static str; 4],
        word: impl Fn(&Finding<'a>) -> &'static str,
    ) -> Vec<(&'static str, usize)> {
        let count = |wanted| {
            let found = self
                .findings
                .iter()
                .filter(|finding| word(finding) == wanted);
            (wanted, found.count())
        };
        words.into_iter().map(count).collect()
    }

    /// Returns the warnings by code.
    pub fn warning_counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for warning in &self.warnings {
            *counts.entry(warning.diagnostic.code.as_str()).or_default() += 1;
        }
        counts
    }

    /// Returns the circles in which treaties refer to each other, each once.
    pub fn circles(&self) -> Vec<&'a [TreatyId]> {
        let mut circles: Vec<&[TreatyId]> = Vec::new();
        for finding in &self.findings {
            let Force::Undetermined { reasons, .. } = &finding.history.computed else {
                continue;
            };
            for reason in reasons {
                if let Reason::Circular(circle) = reason
                    && !circles.contains(&circle.as_slice())
                {
                    circles.push(circle);
                }
            }
        }
        circles
    }
}
