//! What stands around every page: the name of the register, the day, the languages, the menu, and
//! from which log the page was computed.

use sponsio_law::act::ActKind;
use sponsio_law::calendar::Date;

use crate::locale::{Language, Words, grouped, say};
use crate::page::asked::{Asked, encoded};
use crate::source::Reading;

/// The entries of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Home,
    Treaties,
    Parties,
    Coverage,
    Statements,
    Meetings,
    Events,
    Log,
    Verify,
    Clause,
    Help,
    None,
}

/// The frame of a page, with the words in which it is written.
pub(crate) struct Frame {
    pub(crate) words: &'static Words,
    pub(crate) language: Language,
    pub(crate) section: Section,
    pub(crate) register: String,
    pub(crate) exercise: bool,
    /// The day the page speaks of; absent where nothing is known.
    pub(crate) day: Option<Date>,
    pub(crate) known_to: Option<Date>,
    head: Option<(u64, String)>,
    asked: Asked,
}

/// A language of the switch.
pub(crate) struct Choice {
    pub(crate) tag: &'static str,
    pub(crate) name: &'static str,
    pub(crate) link: String,
    pub(crate) is_current: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "templates lend what they pass"
)]
impl Frame {
    pub(crate) fn new(asked: &Asked, section: Section, reading: &Reading) -> Self {
        let head = reading.log.as_ref();
        Self {
            words: asked.language.words(),
            language: asked.language,
            section,
            register: reading.title.clone(),
            exercise: reading.exercise,
            day: asked.at.or_else(|| reading.day()),
            known_to: reading.day(),
            head: head.map(|head| (head.size, head.root.to_string())),
            asked: asked.clone(),
        }
    }

    /// Returns the frame of a page about one treaty, which has a day and a horizon of its own.
    pub(crate) fn of_treaty(self, day: Option<Date>, horizon: Option<Date>) -> Self {
        Self {
            day,
            known_to: horizon,
            ..self
        }
    }

    /// Returns a sentence without data.
    pub(crate) fn t(&self, key: &str) -> String {
        say!(self.words, key)
    }

    /// Returns a sentence about a day.
    pub(crate) fn dated(&self, key: &str, day: &Date) -> String {
        say!(self.words, key, day = *day)
    }

    /// Returns a sentence about how many there are.
    pub(crate) fn counted(&self, key: &str, count: usize) -> String {
        say!(self.words, key, count = count)
    }

    /// Returns a sentence about something that has a name.
    pub(crate) fn named(&self, key: &str, name: &str) -> String {
        say!(self.words, key, name = name)
    }

    /// Returns until when something is known, and from when it is not.
    pub(crate) fn reach(&self, known: Date) -> (String, String) {
        (
            say!(self.words, "known-to", day = known),
            say!(self.words, "not-known-after", day = known),
        )
    }

    pub(crate) fn day(&self, day: &Date) -> String {
        self.words.day(*day)
    }

    /// Returns the word of a kind of act.
    pub(crate) fn act(&self, kind: &ActKind) -> String {
        say!(self.words, &format!("act-{}", kind.label()))
    }

    /// Returns a day for a cell that may be empty.
    pub(crate) fn cell<'a>(&self, day: impl Into<Option<&'a Date>>) -> String {
        let day = day.into();
        day.map(|day| self.words.short_day(*day))
            .unwrap_or_default()
    }

    /// Returns the address of another page, for the same day and in the same language.
    pub(crate) fn link(&self, path: impl AsRef<str>) -> String {
        with_query(path.as_ref(), self.kept())
    }

    /// What goes along with every link and every form.
    pub(crate) fn kept(&self) -> Vec<(&'static str, String)> {
        let at = self.asked.at.map(|day| ("at", day.to_string()));
        at.into_iter().chain(self.kept_without_day()).collect()
    }

    /// The same for the form in which the day is chosen.
    pub(crate) fn kept_without_day(&self) -> Vec<(&'static str, String)> {
        let named = self.asked.names_language.then(|| self.language.tag());
        named
            .into_iter()
            .map(|tag| ("lang", tag.to_owned()))
            .collect()
    }

    /// Returns the languages with the address of this page in each.
    pub(crate) fn languages(&self) -> Vec<Choice> {
        let choice = |language: Language| {
            let at = self.asked.at.map(|day| ("at", day.to_string()));
            let words =
                Some(("q", self.asked.words.clone())).filter(|(_, words)| !words.is_empty());
            let page = (self.asked.page > 1).then(|| ("page", self.asked.page.to_string()));
            let texts =
                Some(("text", self.asked.texts.clone())).filter(|(_, texts)| !texts.is_empty());
            let tag = [("lang", language.tag().to_owned())];
            let kept = at
                .into_iter()
                .chain(words)
                .chain(page)
                .chain(texts)
                .chain(self.asked.own.clone())
                .chain(tag);
            Choice {
                tag: language.tag(),
                name: language.own_name(),
                link: with_query(&self.asked.path, kept.collect()),
                is_current: language == self.language,
            }
        };
        Language::ALL.into_iter().map(choice).collect()
    }

    /// What goes along with the form in which the day is chosen, besides the language.
    pub(crate) fn own(&self) -> &[(&'static str, String)] {
        &self.asked.own
    }

    pub(crate) fn path(&self) -> &str {
        &self.asked.path
    }

    pub(crate) fn searched(&self) -> &str {
        &self.asked.words
    }

    /// Returns the day as the field of a form wants it.
    pub(crate) fn day_value(&self) -> String {
        self.day.map(|day| day.to_string()).unwrap_or_default()
    }

    pub(crate) fn is(&self, section: &Section) -> bool {
        self.section == *section
    }

    /// Returns from which log the page was computed.
    pub(crate) fn computed(&self) -> Option<String> {
        let (size, root) = self.head.as_ref()?;
        let (size, root) = (grouped(&size.to_string()), short_digest(root));
        Some(say!(self.words, "computed-at", size = size, root = root))
    }
}

/// Returns the beginning and the end of a digest: enough to compare by eye.
pub(crate) fn short_digest(digest: &str) -> String {
    match (
        digest.get(..8),
        digest.get(digest.len().saturating_sub(4)..),
    ) {
        (Some(first), Some(last)) if digest.len() > 16 => {
            format!("{} {} … {last}", &first[..4], &first[4..])
        }
        _ => digest.to_owned(),
    }
}

fn with_query(path: &str, kept: Vec<(&'static str, String)>) -> String {
    let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
    let mut written = path.to_owned();
    for (place, (name, value)) in kept.into_iter().enumerate() {
        written.push(if place == 0 && !path.contains('?') {
            '?'
        } else {
            '&'
        });
        written.extend([name, "=", &encoded(&value)]);
    }
    if !fragment.is_empty() {
        written.push('#');
        written.push_str(fragment);
    }
    written
}

/// The menu: the key of its words, the path, the section.
pub(crate) const MENU: [(&str, &str, &Section); 10] = [
    ("treaties", "/t", &Section::Treaties),
    ("parties", "/p", &Section::Parties),
    ("menu-coverage", "/g", &Section::Coverage),
    ("statements", "/s", &Section::Statements),
    ("meetings", "/m", &Section::Meetings),
    ("events", "/events", &Section::Events),
    ("menu-log", "/log", &Section::Log),
    ("menu-verify", "/verify", &Section::Verify),
    ("menu-clause", "/clause", &Section::Clause),
    ("menu-help", "/help", &Section::Help),
];

/// Returns the path of a treaty.
pub(crate) fn treaty_path(id: &str) -> String {
    format!("/t/{id}")
}

/// Returns the path of the adopted text of a treaty.
pub(crate) fn text_path(id: &str) -> String {
    format!("/t/{id}/text")
}

/// Returns the path of a treaty at a glance.
pub(crate) fn map_path(id: &str) -> String {
    format!("/t/{id}/map")
}

/// Returns the path of what would be if something about a treaty were otherwise.
pub(crate) fn whatif_path(id: &str) -> String {
    format!("/t/{id}/whatif")
}

/// Returns the path of a file about a treaty.
pub(crate) fn below_treaty(id: &str, name: &str) -> String {
    format!("/t/{id}/{name}")
}

/// Returns the path of a treaty in the API.
pub(crate) fn api_path(id: &str) -> String {
    format!("/api/v1/treaties/{id}")
}

/// Returns the path of a participant.
pub(crate) fn party_path(code: &str) -> String {
    format!("/p/{code}")
}

/// Returns the path of a participant's table.
pub(crate) fn below_party(code: &str) -> String {
    format!("/p/{code}/treaties.csv")
}

/// Returns the path of what is guaranteed in one treaty.
pub(crate) fn coverage_path(id: &str) -> String {
    format!("/g/{id}")
}

/// Returns the path of the table of what is guaranteed in one treaty.
pub(crate) fn below_coverage(id: &str) -> String {
    format!("/g/{id}/coverage.csv")
}

/// Returns the path of what is guaranteed in one treaty in the API.
pub(crate) fn coverage_api(id: &str) -> String {
    format!("/api/v1/coverage/{id}")
}

/// Returns the path of what binds two participants to each other.
pub(crate) fn with_path(one: &str, other: &str) -> String {
    format!("/p/{one}/with/{other}")
}

/// Returns the path of a table about two participants.
pub(crate) fn below_with(one: &str, other: &str, name: &str) -> String {
    format!("/p/{one}/with/{other}/{name}")
}

/// Returns the path of two participants in the API.
pub(crate) fn with_api(one: &str, other: &str) -> String {
    format!("/api/v1/participants/{one}/with/{other}")
}

/// Returns the path of one participant beside everybody else.
pub(crate) fn beside_path(code: &str) -> String {
    format!("/p/{code}/with")
}

/// Returns the path of why a participant stands where it stands.
pub(crate) fn standing_path(id: &str, code: &str) -> String {
    format!("/t/{id}/p/{code}")
}
