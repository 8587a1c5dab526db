//! A file is verified in the reader's own browser, by our own core as WebAssembly: what the page says
//! around it, and under which policy. Nothing of the file comes here.

use askama::Template;

use crate::assets::{self, Asset};
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section};
use crate::page::shown::Shown;

#[derive(Template)]
#[template(path = "verify.html")]
struct Verify<'a> {
    p: Frame,
    /// The module; absent where it was not built.
    module: Option<&'static Asset>,
    /// The policy of this register; empty where it has no log.
    policy: &'a str,
}

/// Returns the page.
pub(crate) fn page(shown: &Shown<'_>, asked: &Asked) -> Result<String, askama::Error> {
    let log = shown.reading.log.as_ref();
    Verify {
        p: Frame::new(asked, Section::Verify, shown.reading),
        module: Some(&assets::VERIFIER).filter(|module| !module.is_empty()),
        policy: log.map_or("", |log| log.policy.as_str()),
    }
    .render()
}
