//! What is not so, or not yet: what is missing for entry into force, what would be under a supposition, and
//! what still separates words from law.

use sponsio_law::calendar::Date;
use sponsio_law::conference::Ahead;
use sponsio_law::register::Register;
use sponsio_law::status::history::History;
use sponsio_law::status::missing::why_not;
use sponsio_web::{Changed, Consequences, Deposits, Gap, Gaps, Stages, Supposed};

use super::tongue::{of, words};
use crate::command::conference::statement::missing::told;
use crate::command::whatif::{changes, supposed};
use crate::layout::untied;
use crate::wording::{Voice, missing};

/// Says what is missing for entry into force on a day.
pub(super) fn gaps(
    language: sponsio_web::Language,
    register: &Register,
    history: &History,
    at: Date,
) -> Gaps {
    let words = words(language);
    let voice = Voice::new(&words, register);
    let found = why_not(register, history.treaty, at, history.lens);
    let ways = missing::gaps(voice, register, history, &found);
    let ways = ways.into_iter().map(|gap| Gap {
        title: gap.title,
        lacks: gap.lacks,
        deposits: gap
            .deposits
            .map(|(head, choices)| Deposits { head, choices }),
        then: gap.then,
    });
    Gaps {
        language: of(language),
        ways: ways.collect(),
    }
}

/// Says what still separates spoken words from law.
pub(super) fn stages(language: sponsio_web::Language, ahead: &Ahead<'_>) -> Stages {
    let words = words(language);
    let drafts = ahead.drafts.iter().map(|(draft, stages)| {
        let provision = draft.drafted.provision.to_string();
        (provision, told(&words, stages))
    });
    Stages {
        language: of(language),
        spoken: told(&words, &ahead.spoken),
        drafts: drafts.collect(),
    }
}

/// Says what is supposed, and what would differ.
pub(super) fn consequences(language: sponsio_web::Language, asked: Supposed<'_>) -> Consequences {
    let words = words(language);
    let voice = Voice::new(&words, asked.register);
    let id = &asked.register.treaty(asked.treaty).id;
    let supposed = supposed::lines(voice, asked.supposition);
    let treaties = changes::treaties(id, asked.found).into_iter();
    let treaties = treaties.map(|treaty| Changed {
        id: treaty.to_string(),
        name: voice.treaty(treaty),
        sentences: changes::of_treaty(voice, treaty, asked.found)
            .iter()
            .map(|line| untied(line))
            .collect(),
    });
    Consequences {
        language: of(language),
        supposed: supposed.iter().map(|line| untied(line)).collect(),
        treaties: treaties.collect(),
    }
}
