//! A whole negotiation, simulated from one seed: 40 delegations, 60 articles, 3 rounds. No proposal ends
//! without a disposition, silence is broken and kept, and the figures of each round are frozen in
//! `golden/negotiation/rounds.csv` (`UPDATE=1` writes them).

extern crate alloc;

mod drafting;
mod hall;

use alloc::collections::BTreeSet;
use core::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use drafting::{RIVALS, SLOTS};
use hall::{Hall, digest, instant, mark};
use sponsio::args::Language as Interface;
use sponsio::command::conference::convergence::curve;
use sponsio::wording::Words;
use sponsio_depositary::{RoundFigures, round_figures};
use sponsio_law::conference::{
    Adopted, Agreed, Attached, Attachment, Decision, Disposed, Due, End, Figures, Objection,
    Outcome, RoundArchived, RoundClosed, SilenceAnnounced, SilenceConcluded, SilenceObject,
    SilenceStarted, SilenceState, Standing, Step, Vote, Withdrawn,
};
use sponsio_record::ActId;

const DELEGATIONS: usize = 40;
const ARTICLES: usize = 60;
const ROUNDS: usize = 3;
const DAY: i64 = 86_400;

/// A linear congruential generator: the same seed gives the same negotiation everywhere.
struct Dice(u64);

impl Dice {
    /// Returns a number below this one.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let high = usize::try_from(self.0 >> 33).expect("31 bits");
        high % limit
    }
}

/// What a negotiation left behind besides the register.
struct Outcomes {
    figures: Vec<Figures>,
    rounds: Vec<RoundFigures>,
    kept: usize,
    broken: usize,
    hall: Hall,
}

fn negotiate(seed: u64) -> Outcomes {
    let mut dice = Dice(seed);
    let mut hall = Hall::convene(DELEGATIONS, ARTICLES);
    let (mut kept, mut broken) = (0, 0);
    let mut figures = Vec::new();
    for round in 1..=ROUNDS {
        let name = format!("Round {round}");
        let closes = hall.now.seconds() + 20 * DAY;
        hall.open_round(&name, closes);
        let tabled = table(&mut hall, &mut dice, &name, round);
        hall.now = instant(closes);
        hall.done(Step::RoundClosed(RoundClosed {
            round: name.clone(),
        }));
        hall.publish(&name);
        hall.pass(DAY);
        let archive = || {
            Step::RoundArchived(RoundArchived {
                round: name.clone(),
            })
        };
        let refused = hall.refused(archive());
        assert_eq!(refused, "disposition-missing", "{name}");
        dispose(&mut hall, &mut dice, &tabled);
        hall.done(archive());
        agree(&mut hall, &mut dice, round);
        let (this_kept, this_broken) = ask_silence(&mut hall, &mut dice);
        kept += this_kept;
        broken += this_broken;
        let at = hall.now;
        figures.push(hall.conference().figures(&name, at));
        hall.pass(30 * DAY);
    }
    adopt(&mut hall);
    let english = Hall::place(0).language;
    let rounds = round_figures(hall.conference(), &hall.texts, &english, hall.now);
    Outcomes {
        figures,
        rounds,
        kept,
        broken,
        hall,
    }
}

/// Every delegation tables on articles that are still open; some supersede, some withdraw. The further the
/// rounds go, the less is tabled, and the fewer rival words there are.
fn table(hall: &mut Hall, dice: &mut Dice, name: &str, round: usize) -> Vec<ActId> {
    let open = hall.open_articles();
    let mut tabled = Vec::new();
    for delegation in 0..DELEGATIONS {
        let mut last = None;
        for _ in 0..=dice.below(ROUNDS + 1 - round) {
            if open.is_empty() {
                break;
            }
            hall.pass(60);
            let article = open[dice.below(open.len())];
            let supersedes = last.filter(|_| dice.below(4) == 0);
            let slot = dice.below(SLOTS);
            let rivals = RIVALS + 1 - round;
            let mut reading = dice.below(rivals);
            if reading == hall.reading(article, slot) {
                reading = (reading + 1) % rivals;
            }
            let of = hall.table(name, delegation, (article, slot, reading), supersedes);
            if dice.below(2) == 0 {
                hall.acknowledge(of, (delegation + 1) % DELEGATIONS);
            }
            if dice.below(8) == 0 {
                hall.done(Step::Withdrawn(Withdrawn {
                    of,
                    participant: hall.delegation(delegation),
                    reason: String::new(),
                }));
                last = None;
            } else {
                last = Some(of);
            }
            tabled.push(of);
        }
    }
    tabled
}

/// The chair takes some proposals into a new revision and records that the others are not pursued.
fn dispose(hall: &mut Hall, dice: &mut Dice, tabled: &[ActId]) {
    let live: Vec<ActId> = tabled
        .iter()
        .copied()
        .filter(|of| {
            hall.conference()
                .proposal(*of)
                .is_some_and(|one| one.end.is_none())
        })
        .collect();
    // One at most is taken at each place of an article.
    let mut aims = BTreeSet::new();
    let chosen = live.iter().copied().filter(|_| dice.below(3) == 0);
    let taken: Vec<ActId> = chosen.filter(|of| aims.insert(hall.aim(*of))).collect();
    let revision = hall.revise(&taken);
    for of in live {
        hall.pass(60);
        let absorbed = taken.contains(&of);
        hall.done(Step::Disposed(Disposed {
            of,
            outcome: if absorbed {
                Outcome::Absorbed
            } else {
                Outcome::NotPursued
            },
            revision: absorbed.then_some(revision),
            reason: "as the Committee of the Whole recommended".to_owned(),
        }));
    }
}

/// The further the rounds go, the more of the open articles are agreed.
fn agree(hall: &mut Hall, dice: &mut Dice, round: usize) {
    for article in hall.open_articles() {
        if dice.below(ROUNDS + 1) >= round {
            continue;
        }
        hall.pass(60);
        let agreed = agreed(hall, article, Decision::Consensus);
        hall.done(Step::Agreed(agreed));
    }
}

fn agreed(hall: &Hall, article: usize, decision: Decision) -> Agreed {
    let place = Hall::place(article);
    let conference = hall.conference();
    Agreed {
        revision: *conference.revision().expect("a text"),
        content: *conference.content(&place).expect("a provision"),
        place,
        package: None,
        ad_referendum: [].into(),
        until: None,
        decision,
    }
}

/// Silence is asked on two open articles: one delegation objects to one of them in time, and to the other
/// at the very instant of its expiry, which is too late.
fn ask_silence(hall: &mut Hall, dice: &mut Dice) -> (usize, usize) {
    let open = hall.open_articles();
    let (mut kept, mut broken) = (0, 0);
    for (nth, article) in open.iter().take(2).enumerate() {
        let place = Hall::place(*article);
        let expires = instant(hall.now.seconds() + 7 * DAY);
        let of = hall.done(Step::SilenceStarted(SilenceStarted {
            text: *hall.conference().content(&place).expect("a provision"),
            on: SilenceObject::Provision(place.clone()),
            expires,
            meeting: "plenary".to_owned(),
        }));
        let by = hall.delegation(dice.below(DELEGATIONS));
        hall.done(Step::Attached(Attached {
            of,
            participant: by.clone(),
            sort: Attachment::InterpretativeStatement,
            text: digest("statement"),
        }));
        let in_time = nth == 0;
        hall.now = instant(expires.seconds() - i64::from(in_time));
        hall.done(Step::Objection(Objection {
            of,
            participant: by,
            amendment: None,
            oral: false,
        }));
        hall.now = expires;
        let conclude = Step::SilenceConcluded(SilenceConcluded { of });
        if in_time {
            assert_eq!(hall.refused(conclude), "silence-over");
            broken += 1;
            continue;
        }
        hall.done(conclude);
        hall.done(Step::SilenceAnnounced(SilenceAnnounced {
            of,
            meeting: "next plenary".to_owned(),
        }));
        let silence = hall.conference().silence(of).expect("it was started");
        assert_eq!(silence.state(hall.now), SilenceState::Adopted(expires));
        assert_eq!(
            (silence.late().count(), silence.statements().count()),
            (1, 1)
        );
        let agreed = agreed(hall, *article, Decision::Silence(of));
        hall.done(Step::Agreed(agreed));
        kept += 1;
    }
    (kept, broken)
}

/// The text is adopted by a vote of two thirds, not of one fewer (VCLT art. 9(2)).
fn adopt(hall: &mut Hall) {
    let vote = |hall: &Hall, given: usize| {
        Decision::Vote(Vote {
            in_favour: (0..given).map(|one| hall.delegation(one)).collect(),
            against: (given..39).map(|one| hall.delegation(one)).collect(),
            abstaining: [hall.delegation(39)].into(),
        })
    };
    let adopted = |hall: &Hall, given: usize| {
        Step::Adopted(Adopted {
            revision: *hall.conference().revision().expect("a text"),
            texts: [(Hall::place(0).language, digest("the text"))].into(),
            done: sponsio_law::calendar::parse("2028-01-01").expect("a date"),
            place: "Port Ansel".to_owned(),
            decision: vote(hall, given),
            clauses: digest("clauses"),
            carries: Vec::new(),
        })
    };
    let short = adopted(hall, 25);
    assert_eq!(hall.refused(short), "majority-missing");
    let enough = adopted(hall, 26);
    hall.done(enough);
}

#[test]
fn no_proposal_of_a_large_negotiation_is_lost() {
    let outcomes = negotiate(1_928);
    let conference = outcomes.hall.conference();
    let total: usize = outcomes.figures.iter().map(|figures| figures.tabled).sum();
    assert_eq!(conference.proposals().len(), total);
    assert!(total > 100, "{total}");
    for proposal in conference.proposals() {
        let end = proposal.end.as_ref().map(|(end, ..)| end);
        assert!(end.is_some(), "{} has no disposition", proposal.id);
        // What was withdrawn may stay sealed; everything else was read by everybody.
        let sealed = matches!(end, Some(End::Withdrawn));
        assert_eq!(proposal.paper.is_none(), sealed, "{}", proposal.id);
    }
    assert!(outcomes.kept > 0 && outcomes.broken > 0);
    let traced: usize = (0..ARTICLES)
        .map(|article| {
            let travaux = conference.travaux(Hall::place(article).provision);
            travaux.traces.len()
        })
        .sum();
    assert!(
        traced > total / 2,
        "every disclosed proposal is in the travaux of its article"
    );
    let late = conference.due(outcomes.hall.now);
    let dispositions = late.iter().filter(|due| matches!(due, Due::Disposition(_)));
    assert_eq!(dispositions.count(), 0);
}

#[test]
fn the_figures_of_each_round_are_those_frozen() {
    let outcomes = negotiate(1_928);
    let mut table = String::from(
        "round,tabled,withdrawn,superseded,absorbed,not_pursued,open,tablers,acknowledged,places,agreed,\
         words,contested_words,sites,readings,bracketed,alone,persisting,resolved,new\n",
    );
    assert_eq!(outcomes.rounds.len(), ROUNDS);
    for (figures, counted) in outcomes.figures.iter().zip(&outcomes.rounds) {
        let Figures {
            round,
            tabled,
            withdrawn,
            superseded,
            absorbed,
            not_pursued,
            open,
            tablers,
            acknowledged,
            places,
            agreed,
            ..
        } = figures;
        writeln!(
            table,
            "{round},{tabled},{withdrawn},{superseded},{absorbed},{not_pursued},{open},{tablers},{acknowledged},{places},{agreed},{}",
            of_text(counted)
        )
        .expect("a text takes every line");
        let ends = withdrawn + superseded + absorbed + not_pursued + open + figures.accepted;
        assert_eq!(ends, *tabled, "{round}: each proposal is counted once");
    }
    let agreed: Vec<usize> = outcomes
        .figures
        .iter()
        .map(|figures| figures.agreed)
        .collect();
    assert!(agreed.is_sorted(), "the text converges: {agreed:?}");
    let contested: Vec<usize> = outcomes
        .rounds
        .iter()
        .map(|counted| counted.text.contested_permille())
        .collect();
    assert!(
        contested.is_sorted_by(|before, after| before > after),
        "from round to round fewer words are in brackets: {contested:?}"
    );
    frozen("rounds.csv", &table);
}

/// Returns the counts of the text of a round, as cells.
fn of_text(counted: &RoundFigures) -> String {
    assert_eq!(
        counted.left_out,
        [],
        "{}: every paper was read",
        counted.round
    );
    let text = &counted.text;
    let since = counted.since.map_or_else(
        || ",,".to_owned(),
        |since| format!("{},{},{}", since.persisting, since.resolved, since.new),
    );
    if let Some(since) = counted.since {
        let sites = since.persisting + since.new;
        assert_eq!(
            sites, text.sites,
            "{}: each place is old or new",
            counted.round
        );
    }
    format!(
        "{},{},{},{},{},{},{since}",
        text.words,
        text.contested_words,
        text.sites,
        text.readings,
        text.bracketed.len(),
        text.alone.len(),
    )
}

/// The file is what was frozen; `UPDATE=1` writes it.
fn frozen(name: &str, content: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden/negotiation");
    let file = folder.join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, content).expect("the folder can be written");
    }
    assert_eq!(fs::read_to_string(&file).expect("it is there"), content);
}

#[test]
fn the_convergence_of_the_rounds_is_drawn() {
    let outcomes = negotiate(1_928);
    let title = &outcomes.hall.conference().convened.title;
    for (interface, name) in [
        (Interface::En, "convergence.en.svg"),
        (Interface::Tr, "convergence.tr.svg"),
    ] {
        let words = Words::new(interface);
        let english = Hall::place(0).language;
        let picture = curve::drawn(&words, title, &english, &outcomes.rounds);
        for counted in &outcomes.rounds {
            assert!(picture.contains(&counted.round), "{}", counted.round);
            let sites = format!(">{}</text>", counted.text.sites);
            assert!(picture.contains(&sites), "{sites}");
        }
        frozen(name, &picture);
    }
}

#[test]
fn whoever_folds_the_same_acts_has_the_same_conference() {
    let (one, other) = (negotiate(7), negotiate(7));
    assert_eq!(one.hall.conference(), other.hall.conference());
    let again = one.hall.folded_again();
    assert_eq!(
        again.conference(&hall::id()),
        one.hall.register.conference(&hall::id())
    );
    assert!(matches!(
        one.hall
            .conference()
            .standing(&Hall::place(0), one.hall.now),
        None | Some(Standing::Agreed(_))
    ));
    assert_ne!(mark(0), mark(1));
}
