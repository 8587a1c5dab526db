//! Which language of the command line a reader of the pages is answered in.

use alloc::rc::Rc;
use core::cell::RefCell;

use crate::wording::{Language, Words};

thread_local! {
    /// The sentences of each language, read once on each thread that answers.
    static WORDS: RefCell<Vec<Rc<Words>>> = const { RefCell::new(Vec::new()) };
}

/// Returns the words of the command line for a reader of this language.
pub(super) fn words(language: sponsio_web::Language) -> Rc<Words> {
    let language = spoken(language);
    WORDS.with_borrow_mut(|known| {
        let found = known.iter().find(|words| words.language() == language);
        if let Some(words) = found {
            return Rc::clone(words);
        }
        let words = Rc::new(Words::new(language));
        known.push(Rc::clone(&words));
        words
    })
}

const fn spoken(language: sponsio_web::Language) -> Language {
    match language {
        sponsio_web::Language::Turkish => Language::Tr,
        sponsio_web::Language::English | sponsio_web::Language::Arabic => Language::En,
    }
}

/// Returns the language in which that reader is answered.
pub(super) const fn of(language: sponsio_web::Language) -> sponsio_web::Language {
    match spoken(language) {
        Language::En => sponsio_web::Language::English,
        Language::Tr => sponsio_web::Language::Turkish,
    }
}
