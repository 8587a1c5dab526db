//! The API: what can be asked, and where its description is.

use askama::Template;

use crate::locale::say;
use crate::openapi::{OPERATIONS, WRITES};
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section};
use crate::page::shown::Shown;

#[derive(Template)]
#[template(path = "reference.html")]
struct Reference {
    p: Frame,
    operations: Vec<(&'static str, String)>,
    writes: Vec<(String, String)>,
}

/// Returns the page.
pub(crate) fn page(shown: &Shown<'_>, asked: &Asked) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Help, shown.reading);
    let operations = OPERATIONS.iter().map(|operation| {
        let told = say!(p.words, &format!("api-{}", operation.id));
        (operation.path, told)
    });
    let writes = WRITES.iter().map(|write| {
        let told = say!(p.words, &format!("api-{}", write.id));
        (format!("{} {}", write.method, write.path), told)
    });
    Reference {
        writes: writes.collect(),
        operations: operations.collect(),
        p,
    }
    .render()
}
