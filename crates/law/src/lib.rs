//! Acts, rules and status: who is bound to whom, since when, by which words, and why.
//!
//! This crate knows no PDF, no log, no database and no person's account. It has no clock: every
//! date is an argument. Every function is total: it yields a value or a refusal.
#![no_std]

extern crate alloc;

pub mod act;
pub mod calendar;
pub mod clause;
pub mod conference;
pub mod consent;
pub mod custody;
pub mod filing;
pub mod guarantee;
pub(crate) mod marks;
pub mod party;
pub mod published;
pub mod refusal;
pub mod register;
pub mod remark;
pub mod shared_list;
pub mod status;
pub mod treaty;
