//! The report of `sponsio register check`: what was read, the counts, then each thing that somebody
//! should look at.

use sponsio_law::register::Register;
use sponsio_law::status::difference::Verdict;
use sponsio_law::status::history::Force;
use sponsio_law::treaty::Treaty;
use sponsio_record::TreatyId;

use crate::command::register::finding::Findings;
use crate::folder::Report;
use crate::folder::acts::Form;
use crate::layout::{hanging, padded, padded_left};
use crate::wording::{Voice, derivation, reason, remark, report, say, state};

/// The columns of a number that is counted.
const COUNT: usize = 6;

/// Returns the report in lines of at most this width, as far as titles and identifiers allow.
pub(super) fn text(
    voice: Voice<'_>,
    register: &Register,
    read: &Report,
    findings: &Findings<'_>,
    width: usize,
) -> String {
    let words = voice.words;
    let head = say!(
        words,
        "report-read",
        treaties = register.treaties().len(),
        participants = register.participants().len(),
        acts = register.act_count(),
        form = match read.form {
            Form::Published => "published",
            Form::Recorded => "recorded",
        }
    );
    let paper = Paper { voice, width };
    let named = |counts: Vec<(&'static str, usize)>| {
        let counts = counts.into_iter();
        counts.map(|(word, count)| (report::tally(words, word), count))
    };
    let warnings = findings.warning_counts().into_iter();
    let sections = [
        hanging(&head, 0, 2, width),
        paper.counts(&say!(words, "report-computed"), named(findings.states())),
        paper.counts(&say!(words, "report-compared"), named(findings.verdicts())),
        paper.differences(register, findings),
        paper.undetermined(findings),
        paper.circles(findings),
        paper.remarks(register, findings),
        paper.counts(
            &say!(words, "report-warnings"),
            warnings.map(|(code, count)| (code.to_owned(), count)),
        ),
    ];
    sections.concat()
}

/// Where a section is laid out, and in which voice.
struct Paper<'a> {
    voice: Voice<'a>,
    width: usize,
}

impl Paper<'_> {
    fn line(&self, text: &str, indent: usize) -> String {
        hanging(text, indent, indent + 2, self.width)
    }

    /// Returns a section under its title; nothing where it has no lines.
    fn section(&self, title: &str, lines: &str) -> String {
        if lines.is_empty() {
            return String::new();
        }
        format!("\n{}{lines}", self.line(title, 0))
    }

    fn counts(&self, title: &str, counts: impl IntoIterator<Item = (String, usize)>) -> String {
        let mut lines = String::new();
        for (name, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            let count = padded_left(&self.voice.words.count(count), COUNT);
            lines.extend(["  ", &padded(&name, 16), " ", &count, "\n"]);
        }
        self.section(title, &lines)
    }

    fn treaty(&self, treaty: &Treaty) -> String {
        let (id, title) = (treaty.id.as_str(), treaty.title());
        let named = say!(self.voice.words, "report-treaty", id = id, title = title);
        self.line(&named, 2)
    }

    fn differences(&self, register: &Register, findings: &Findings<'_>) -> String {
        let words = self.voice.words;
        let mut lines = String::new();
        for finding in &findings.findings {
            let Verdict::Difference(causes) = &finding.verdict else {
                continue;
            };
            let treaty = finding.treaty;
            let compared = say!(
                words,
                "report-difference",
                computed = state::force(self.voice, Some(&finding.history.computed)),
                announced = report::announced(words, treaty.announced())
            );
            lines += &self.treaty(treaty);
            lines += &self.line(&compared, 4);
            for cause in causes {
                lines += &self.line(&derivation::cause(self.voice, register, treaty, cause), 4);
            }
            if causes.is_empty() {
                lines += &self.line(&say!(words, "cause-none"), 4);
            }
        }
        self.section(&say!(words, "report-differences"), &lines)
    }

    fn undetermined(&self, findings: &Findings<'_>) -> String {
        let words = self.voice.words;
        let mut lines = String::new();
        for finding in &findings.findings {
            let computed = &finding.history.computed;
            let Force::Undetermined { reasons, .. } = computed else {
                continue;
            };
            let unsure = say!(
                words,
                "report-unsure",
                computed = state::force(self.voice, Some(computed)),
                announced = report::announced(words, finding.treaty.announced())
            );
            lines += &self.treaty(finding.treaty);
            lines += &self.line(&unsure, 4);
            for unknown in reasons {
                lines += &self.line(&reason::reason(self.voice, finding.treaty, unknown), 4);
            }
        }
        self.section(&say!(words, "report-undetermined"), &lines)
    }

    fn circles(&self, findings: &Findings<'_>) -> String {
        let circles = findings.circles().into_iter().map(|circle| {
            let ids: Vec<&str> = circle.iter().map(TreatyId::as_str).collect();
            self.line(&ids.join(", "), 2)
        });
        let lines: String = circles.collect();
        self.section(&say!(self.voice.words, "report-circles"), &lines)
    }

    fn remarks(&self, register: &Register, findings: &Findings<'_>) -> String {
        let words = self.voice.words;
        let counted = |count: usize, what: &str| {
            let count = padded_left(&self.voice.words.count(count), COUNT);
            hanging(&format!("{count} {what}"), 2, 3 + COUNT, self.width)
        };
        let remarks = findings.remark_counts.iter();
        let remarks: String = remarks
            .map(|(code, count)| counted(*count, &remark::counted(words, code)))
            .collect();
        let mut labels: Vec<(&str, usize)> = register.unmapped_labels().into_iter().collect();
        labels.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
        let labels: String = labels
            .into_iter()
            .map(|(label, count)| counted(count, label))
            .collect();
        let remarks = self.section(&say!(words, "report-remarks"), &remarks);
        remarks + &self.section(&say!(words, "report-labels"), &labels)
    }
}
