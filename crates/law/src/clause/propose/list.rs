//! Enumerations: `ratification, acceptance or approval`.

use alloc::vec::Vec;

use super::cursor::Cursor;

/// Reads one or more items with a separator between each two.
pub(super) fn items<T>(
    c: &mut Cursor<'_>,
    separators: &[&str],
    mut item: impl FnMut(&mut Cursor<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let mut items = alloc::vec![item(c)?];
    while let Some(next) = c.attempt(|c| {
        let separated = c.say_one(separators);
        separated.then(|| item(c)).flatten()
    }) {
        items.push(next);
    }
    Some(items)
}
