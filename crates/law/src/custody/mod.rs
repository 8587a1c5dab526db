//! The depositary's own acts (VCLT arts 76-80). They inform; nobody is bound or released by them.

mod notification;

pub use notification::Notified;
