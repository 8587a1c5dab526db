//! How far a long reading has come, for whoever wants to show it.

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The clauses of the treaties are read.
    Treaties,
    /// The acts are read.
    Acts,
}

/// Somebody who is told how far the reading has come.
pub trait Progress {
    /// A stage begins that has this many steps.
    fn begin(&mut self, stage: Stage, steps: usize);
    /// A step is done.
    fn advance(&mut self);
}

/// Nobody is told.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&mut self, _: Stage, _: usize) {}
    fn advance(&mut self) {}
}
