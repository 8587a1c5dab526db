//! What people see of a rolling text. A view is data that borrows from it; how it is coloured, set in
//! columns or put on a page is for the rim.

mod attributed;
mod columns;
mod positions;
mod words;

pub use attributed::{Bracket, Piece, Rival, Row, View};
pub use columns::{Column, Side, side_by_side};
pub use positions::{PositionRow, Standing, Subject};
pub use words::{Style, plain, spelled, spelled_by};
