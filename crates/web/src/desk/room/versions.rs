//! Two versions of the text beside each other: what went and what came, provision by provision. A round rests on a
//! version, so that two rounds are compared by theirs.

use askama::Template;
use sponsio_law::conference::Revision;
use sponsio_text::{Difference, Differs, Expression, Label, Language, compare};

use super::Room;
use super::amended::{Mark, compared, named, plain};
use crate::desk::At;
use crate::desk::entry::Choice;
use crate::desk::reply::{Reply, Stop};
use crate::desk::view::{Who, count, instant};
use crate::locale::{Words, say};
use crate::page::account::language_name;
use crate::page::asked::encoded;
use crate::page::frame::Frame;
use crate::page::spoken::direction;

#[derive(Template)]
#[template(path = "desk/room/versions.html")]
struct Versions {
    p: Frame,
    who: Option<Who>,
    room: String,
    title: String,
    languages: Vec<(String, String, bool)>,
    from: Vec<Choice>,
    to: Vec<Choice>,
    /// What is said where there is nothing to compare.
    empty: Option<String>,
    rows: Vec<Row>,
    lang: String,
}

/// A provision in which two versions differ.
struct Row {
    name: String,
    said: Vec<String>,
    marks: Vec<Mark>,
    lang: String,
    dir: &'static str,
}

impl At<'_> {
    pub(super) fn versions(&self, id: &str) -> Result<Reply, Stop> {
        let room = self.room(id)?;
        let words = self.words();
        let language = self.text_language(&room).ok_or(Stop::NotFound)?;
        let revisions = room.view.revisions();
        let last = revisions.len().saturating_sub(1);
        let from = self.version("from").unwrap_or(last.saturating_sub(1));
        let to = self.version("to").unwrap_or(last);
        let texts = [from, to].map(|at| self.version_text(&room, revisions.get(at), &language));
        let [first, second] = texts;
        let (rows, empty) = match (first?, second?) {
            _ if revisions.len() < 2 => (Vec::new(), Some(say!(words, "versions-one"))),
            (Some(first), Some(second)) => {
                let rows = rows(words, &first, &second);
                let same = rows.is_empty().then(|| say!(words, "versions-same"));
                (rows, same)
            }
            _ => (Vec::new(), Some(say!(words, "versions-none"))),
        };
        let page = Versions {
            p: self.frame(),
            who: Some(room.visitor.who()),
            title: room.view.convened.title.clone(),
            languages: self.version_languages(&room, &language, from, to),
            from: self.version_choices(&room, from),
            to: self.version_choices(&room, to),
            empty,
            rows,
            lang: language.as_str().to_owned(),
            room: room.id.to_string(),
        };
        Ok(Reply::page(page.render()?))
    }

    /// Returns the place of the version that was asked for; the first is 1.
    fn version(&self, which: &str) -> Option<usize> {
        let mut own = self.call.asked.own.iter();
        let (_, number) = own.find(|(name, _)| *name == which)?;
        number.parse::<usize>().ok()?.checked_sub(1)
    }

    fn version_text(
        &self,
        room: &Room,
        revision: Option<&Revision>,
        language: &Language,
    ) -> Result<Option<Expression>, Stop> {
        match revision {
            Some(revision) => self.revision(room, &revision.digest, language),
            None => Ok(None),
        }
    }

    fn version_choices(&self, room: &Room, chosen: usize) -> Vec<Choice> {
        let words = self.words();
        let choices = room.view.revisions().iter().enumerate();
        let choices = choices.map(|(at, revision)| {
            let number = count(at as u64 + 1);
            let when = instant(words, revision.at);
            let rounds = room.view.rounds().iter();
            let rounds = rounds.filter(|round| round.opened.base == revision.digest);
            let rounds: Vec<&str> = rounds.map(|round| round.opened.round.as_str()).collect();
            let rounds = rounds.join(", ");
            let key = if rounds.is_empty() {
                "versions-name"
            } else {
                "versions-name-round"
            };
            Choice {
                value: (at + 1).to_string(),
                name: say!(
                    words,
                    key,
                    number = number.as_str(),
                    when = when.as_str(),
                    rounds = rounds.as_str()
                ),
                is_chosen: at == chosen,
            }
        });
        choices.collect()
    }

    fn version_languages(
        &self,
        room: &Room,
        current: &Language,
        from: usize,
        to: usize,
    ) -> Vec<(String, String, bool)> {
        let languages = room.view.convened.languages.iter();
        let links = languages.map(|language| {
            let tag = language.as_str();
            let path = format!(
                "/versions?from={}&to={}&text={}",
                from + 1,
                to + 1,
                encoded(tag)
            );
            (
                language_name(self.words(), tag),
                self.link(&room.path(&path)),
                language == current,
            )
        });
        links.collect()
    }
}

/// Returns a row for each provision in which two texts differ.
fn rows(words: &Words, first: &Expression, second: &Expression) -> Vec<Row> {
    let differences = compare(first, second).into_iter();
    differences
        .map(|difference| row(words, first, second, &difference))
        .collect()
}

fn row(words: &Words, first: &Expression, second: &Expression, found: &Difference) -> Row {
    let id = found.id;
    let (old, new) = (first.provision(id), second.provision(id));
    let of = if new.is_some() { second } else { first };
    let mut said = Vec::new();
    let mut marks = Vec::new();
    for what in &found.what {
        match what {
            Differs::Gone => {
                said.push(say!(words, "versions-gone"));
                let old = old.map(|own| own.body.base()).unwrap_or_default();
                marks.push(Mark::Gone(plain(first, id, &old)));
            }
            Differs::New => {
                said.push(say!(words, "versions-new"));
                let new = new.map(|own| own.body.base()).unwrap_or_default();
                marks.push(Mark::New(plain(second, id, &new)));
            }
            Differs::Words => {
                let own = |own: &sponsio_text::Provision| own.body.base();
                let (old, new) = (old.map(own), new.map(own));
                let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
                marks = compared(second, id, &old, &new);
            }
            Differs::Label(before, after) => {
                let text = |label: &Option<Label>| {
                    let label = label.as_ref().map(|label| label.text.to_string());
                    label.unwrap_or_else(|| "–".to_owned())
                };
                let (before, after) = (text(before), text(after));
                said.push(say!(
                    words,
                    "versions-label",
                    before = before.as_str(),
                    after = after.as_str()
                ));
            }
            Differs::Kind => said.push(say!(words, "versions-kind")),
            Differs::Place => said.push(say!(words, "versions-place")),
        }
    }
    Row {
        name: named(of, id),
        said,
        // A heading without words, as that of a preamble, has nothing to show.
        marks: marks.into_iter().filter(|mark| !mark.is_empty()).collect(),
        lang: of.language.as_str().to_owned(),
        dir: direction(Some(&of.language)),
    }
}

impl Versions {
    /// Returns the path of the room.
    fn home(&self) -> String {
        format!("/n/{}", self.room)
    }

    /// Returns the path of this page.
    fn here(&self) -> String {
        format!("/n/{}/versions", self.room)
    }
}
