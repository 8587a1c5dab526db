//! Where two paragraphs meet. `LibreOffice` makes one change of two that are of one kind and one author and
//! meet over the end of a paragraph; that end then belongs to the change, and whoever rejects it reads two
//! paragraphs as one. Pieces of which nobody reads two can change places, so that others meet.

use super::cut::{Change, Cut, Piece};
use super::sheet::Shown;
use super::show::front;
use crate::language::Language;

/// Lets no two changes of one kind and author meet over the end of a paragraph, where pieces can change
/// places. A delegation that adds words at the very end of a paragraph and another paragraph behind it
/// leaves nothing to exchange.
pub(crate) fn part(shown: &mut [Shown<'_>], language: &Language) {
    for at in 1..shown.len() {
        let (before, after) = shown.split_at_mut(at);
        let (Some(before), Some(after)) = (before.last_mut(), after.first_mut()) else {
            continue;
        };
        let has_front = !front(&after.provision, language).is_empty();
        if do_meet(&before.cut, &after.cut, has_front) {
            let last = before.cut.pieces.len().saturating_sub(2);
            if !exchange(&mut before.cut.pieces, last) && !has_front {
                exchange(&mut after.cut.pieces, 0);
            }
        }
    }
}

/// Whether the last change of one paragraph and the first of the next are of one kind and author.
fn do_meet(before: &Cut, after: &Cut, has_front: bool) -> bool {
    let first = after.pieces.first().filter(|_| !has_front);
    let first = first.map_or(&after.paragraph, |piece| &piece.change);
    match (before.pieces.last().map(|piece| &piece.change), first) {
        (Some(Change::Inserted(last)), Change::Inserted(first))
        | (Some(Change::Dropped(last)), Change::Dropped(first)) => last.author() == first.author(),
        _ => false,
    }
}

/// Lets a piece and the next one change places, if nobody reads both of them.
fn exchange(pieces: &mut [Piece], at: usize) -> bool {
    let Some([first, second]) = pieces.get(at..).and_then(<[Piece]>::first_chunk) else {
        return false;
    };
    let can = first.site == second.site
        && match (&first.change, &second.change) {
            (Change::Dropped(gone), Change::Inserted(new))
            | (Change::Inserted(new), Change::Dropped(gone)) => new.without(gone).is_empty(),
            (Change::Inserted(one), Change::Inserted(other)) => one.without(other) == *one,
            _ => false,
        };
    if can {
        pieces.swap(at, at + 1);
    }
    can
}

#[cfg(test)]
mod tests {
    use super::super::voices::Voices;
    use super::*;
    use crate::token::tokenize;
    use alloc::vec::Vec;
    use sponsio_record::ParticipantId;

    fn of(codes: &[&str]) -> Voices {
        let codes: Vec<_> = codes
            .iter()
            .map(|code| ParticipantId::new(code).unwrap())
            .collect();
        Voices::of(&codes)
    }

    fn piece(change: Change, words: &str) -> Piece {
        Piece {
            change,
            tokens: tokenize(words),
            site: None,
        }
    }

    #[test]
    fn pieces_of_which_nobody_reads_two_change_places() {
        let gone = piece(Change::Dropped(of(&["NOR", "TUR"])), "shall");
        let nor = piece(Change::Inserted(of(&["NOR"])), "should");
        let tur = piece(Change::Inserted(of(&["TUR"])), "may");
        let usa = piece(Change::Inserted(of(&["USA"])), "must");
        let both = piece(Change::Inserted(of(&["NOR", "TUR"])), "will");
        let kept = piece(Change::Kept, "will");
        let can = |first: &Piece, second: &Piece| exchange(&mut [first.clone(), second.clone()], 0);
        assert!(can(&nor, &tur) && can(&gone, &nor) && can(&tur, &gone));
        // It still reads the words that only the others drop.
        assert!(!can(&gone, &usa) && !can(&nor, &both));
        assert!(!can(&kept, &nor) && !can(&gone, &gone));
        assert!(!exchange(&mut [nor], 0) && !exchange(&mut [], 0));
    }

    #[test]
    fn changes_meet_where_kind_and_author_are_one() {
        let cut = |pieces: &[Piece], paragraph| Cut {
            pieces: pieces.to_vec(),
            paragraph,
        };
        let nor = piece(Change::Inserted(of(&["NOR"])), "should");
        let tur = piece(Change::Inserted(of(&["TUR"])), "may");
        let own = core::slice::from_ref(&nor);
        let new = cut(own, Change::Inserted(of(&["NOR"])));
        let before = |last: &Piece| cut(&[piece(Change::Kept, "x"), last.clone()], Change::Kept);
        assert!(do_meet(&before(&nor), &new, false) && do_meet(&before(&nor), &new, true));
        assert!(!do_meet(&before(&tur), &new, false));
        // A label that everybody has stands between them.
        let old = cut(own, Change::Kept);
        assert!(do_meet(&before(&nor), &old, false) && !do_meet(&before(&nor), &old, true));
    }
}
