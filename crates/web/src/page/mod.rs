//! The pages: a register, a day and a language in; HTML out. Each page is a value with a template;
//! none knows a request, a socket or a file.

pub(crate) mod account;
pub(crate) mod asked;
pub(crate) mod between;
pub(crate) mod coverage;
pub(crate) mod event;
pub(crate) mod events;
pub(crate) mod frame;
pub(crate) mod help;
pub(crate) mod home;
pub(crate) mod linked;
pub(crate) mod log;
pub(crate) mod party;
pub(crate) mod pledge;
pub(crate) mod promised;
pub(crate) mod road;
pub(crate) mod search;
pub(crate) mod shown;
pub(crate) mod standing;
pub(crate) mod tile;
pub(crate) mod treaties;
pub(crate) mod treaty;
pub(crate) mod trouble;
