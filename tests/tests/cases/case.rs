//! One case: prose with fenced blocks. `clausula` holds a treaty (several blocks, several
//! treaties), `participants` the kinds of those that are no States, `acts` rows of the recorded
//! form, `draft` clauses that are judged for themselves, `request` what reaches the depositary, in order, `expect` the outcomes and the queries.

use core::fmt::Write as _;

use libtest_mimic::Failed;
use sponsio_law::act::ActKind;
use sponsio_law::calendar;
use sponsio_law::consent::Request;
use sponsio_law::register::Register;
use sponsio_record::{ParticipantId, TreatyId};

use super::conference::Played;
use super::guarantee;
use super::query;
use super::register;

/// A case as it is written.
pub(crate) struct Case<'a> {
    text: &'a str,
    blocks: Vec<Block<'a>>,
    /// The body of the `expect` block.
    pub(crate) expected: &'a str,
}

/// A fenced block.
#[derive(Clone, Copy)]
pub(crate) struct Block<'a> {
    /// The word behind the fence.
    pub(crate) name: &'a str,
    /// What stands between the fences.
    pub(crate) body: &'a str,
}

impl<'a> Case<'a> {
    /// Reads the blocks of a case.
    pub(crate) fn read(text: &'a str) -> Result<Self, Failed> {
        let mut blocks = Vec::new();
        let mut rest = text;
        while let Some((_, opened)) = rest.split_once("\n```") {
            let (name, body) = opened.split_once('\n').ok_or("a fence without a line")?;
            let end = match body.strip_prefix("```") {
                Some(_) => 0,
                None => body.find("\n```").ok_or("a block is not closed")? + 1,
            };
            let (body, after) = body.split_at(end);
            blocks.push(Block { name, body });
            rest = after.strip_prefix("```").unwrap_or(after);
        }
        let mut expects = blocks.iter().filter(|block| block.name == "expect");
        let (Some(expect), None) = (expects.next(), expects.next()) else {
            return Err("a case has one `expect` block".into());
        };
        let expected = expect.body;
        Ok(Self {
            text,
            blocks,
            expected,
        })
    }

    /// Returns the text of the case with another expectation.
    pub(crate) fn with_expectation(&self, answered: &str) -> String {
        let block = format!("```expect\n{}```", self.expected);
        self.text
            .replace(&block, &format!("```expect\n{answered}```"))
    }

    /// Returns what the law answers: the outcome of each request, then of each query.
    pub(crate) fn answer(&self) -> Result<String, Failed> {
        if self.blocks.iter().any(|block| block.name == "conference") {
            return self.play();
        }
        let mut answered = String::new();
        let drafts = self.blocks.iter().filter(|block| block.name == "draft");
        for block in drafts.clone() {
            answered.push_str(&guarantee::draft(block.body)?);
        }
        if drafts.count() > 0 {
            return Ok(answered);
        }
        let mut register = register::read(&self.blocks)?;
        for block in self.blocks.iter().filter(|block| block.name == "request") {
            for line in block.body.lines() {
                answered.push_str(&receive(&mut register, line)?);
            }
        }
        for line in self.expected.lines().filter(|line| query::is_query(line)) {
            let (question, _) = line.split_once('=').ok_or("a query has a `=`")?;
            let question = question.trim();
            let reply = query::reply(&register, question)?;
            writeln!(answered, "{question} = {reply}")?;
        }
        Ok(answered)
    }
}

impl Case<'_> {
    /// Plays a conference: what has happened is received, what is tried is answered.
    fn play(&self) -> Result<String, Failed> {
        let mut played = Played::new();
        let mut answered = String::new();
        for block in &self.blocks {
            for line in block.body.lines().filter(|line| !line.is_empty()) {
                match block.name {
                    "conference" => {
                        let outcome = played.play(line)?;
                        if outcome != "received\n" {
                            return Err(format!("{line}\n{outcome}").into());
                        }
                    }
                    "request" => answered.push_str(&played.play(line)?),
                    _ => {}
                }
            }
        }
        for line in self.expected.lines() {
            let Some((question, _)) = line.split_once(" = ") else {
                continue;
            };
            writeln!(answered, "{question} = {}", played.reply(question)?)?;
        }
        Ok(answered)
    }
}

/// Receives one request, and applies it if it was received.
fn receive(register: &mut Register, line: &str) -> Result<String, Failed> {
    let (request, received) = request(register, line)?;
    match register.receive(request, received) {
        Ok(outcome) => {
            let mut words = String::from("received\n");
            for remark in &outcome.remarks {
                let (code, rule) = (remark.code(), remark.rule());
                writeln!(words, "  remark {code}: {} ({rule})", remark.concern)?;
            }
            register
                .apply(outcome.act)
                .map_err(|error| format!("a received act is not applied: {error:?}"))?;
            Ok(words)
        }
        Err(refusal) => Ok(format!(
            "refused {} ({})\n  {refusal}\n",
            refusal.code(),
            refusal.rule()
        )),
    }
}

/// Reads `KIND PARTICIPANT DATE [effect DATE] [of X] [id X] [to TREATY] received DATE`.
fn request(register: &Register, line: &str) -> Result<(Request, calendar::Date), Failed> {
    let mut words = line.split_whitespace();
    let mut next = || words.next().ok_or_else(|| format!("too short: {line}"));
    let kind = ActKind::from_label(next()?).ok_or_else(|| format!("no such act: {line}"))?;
    let first = register.treaties().first().ok_or("there is no treaty")?;
    let mut request = Request {
        id: None,
        treaty: first.id.clone(),
        participant: ParticipantId::new(next()?)?,
        kind,
        date: date(next()?)?,
        effect: None,
        refers_to: None,
        source: String::from("the case"),
        note: String::new(),
    };
    loop {
        match (next()?, next()?) {
            ("received", day) => return Ok((request, date(day)?)),
            ("effect", day) => request.effect = Some(date(day)?),
            ("of", what) => request.refers_to = Some(what.into()),
            ("id", id) => request.id = Some(id.into()),
            ("to", treaty) => request.treaty = TreatyId::new(treaty)?,
            (word, _) => return Err(format!("`{word}` is not understood: {line}").into()),
        }
    }
}

/// Reads a date.
pub(crate) fn date(text: &str) -> Result<calendar::Date, Failed> {
    calendar::parse(text).ok_or_else(|| format!("not a date: {text}").into())
}
