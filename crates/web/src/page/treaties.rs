//! The list of treaties, by where they stand, and the texts that are being negotiated.

use askama::Template;

use crate::locale::say;
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section};
use crate::page::shown::{Entry, Shown};

#[derive(Template)]
#[template(path = "treaties.html")]
pub(crate) struct Treaties {
    p: Frame,
    groups: Vec<Group>,
    negotiated: Vec<(String, String)>,
}

/// The treaties that stand alike.
pub(crate) struct Group {
    pub(crate) anchor: &'static str,
    pub(crate) heading: String,
    pub(crate) entries: Vec<Entry>,
}

/// The groups in their order: how they are called, and the states that are in them.
const GROUPS: [(&str, &[&str]); 4] = [
    ("in-force", &["in-force"]),
    ("not-in-force", &["not-in-force"]),
    (
        "undetermined",
        &["undetermined", "no-rule", "nothing-known"],
    ),
    ("ended", &["ended", "lapsed"]),
];

/// Returns the page.
pub(crate) fn page(shown: &Shown<'_>, asked: &Asked) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Treaties, shown.reading);
    let register = &shown.reading.register;
    let mut entries = entries(shown, asked);
    let groups = GROUPS
        .into_iter()
        .map(|(anchor, states)| {
            let among = |entry: &mut Entry| states.contains(&entry.state.name());
            let entries: Vec<Entry> = entries.extract_if(.., among).collect();
            let heading = say!(p.words, &format!("group-{anchor}"), count = entries.len());
            Group {
                anchor,
                heading,
                entries,
            }
        })
        .filter(|group| !group.entries.is_empty())
        .collect();
    let negotiated = register
        .conferences()
        .filter(|conference| register.treaty_place(conference.treaty()).is_none())
        .map(|conference| {
            (
                conference.convened.title.clone(),
                conference.treaty().to_string(),
            )
        })
        .collect();
    Treaties {
        p,
        groups,
        negotiated,
    }
    .render()
}

/// Returns all treaties in the order of the register.
pub(crate) fn entries(shown: &Shown<'_>, asked: &Asked) -> Vec<Entry> {
    let places = shown.reading.register.treaty_places();
    places.map(|treaty| shown.entry(treaty, asked.at)).collect()
}
