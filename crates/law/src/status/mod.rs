//! Who is bound, since when and until when, on any day and as known on any day.

pub(crate) mod bound;
pub mod chronicle;
pub mod consequence;
pub(crate) mod cover;
pub(crate) mod deposits;
pub mod difference;
pub(crate) mod fact;
#[cfg(test)]
pub(crate) mod fixture;
pub mod history;
pub(crate) mod joint;
pub(crate) mod lapse;
pub mod live;
pub mod missing;
pub(crate) mod provisional;
pub mod standing;
pub mod supposition;
pub mod timeline;
