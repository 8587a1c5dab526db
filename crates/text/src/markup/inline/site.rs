//! Contested places: `[=: promptly | USA, JPN: at once | TUR: -]`.

use super::passage::{self, Builder};
use super::{Place, Reader};
use crate::body::{Position, Reading, Segment, Site, Stance};
use crate::markup::fault::{Code, Delimiter, Detail};
use crate::markup::who::{self, Who};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::ops::Range;
use sponsio_record::ParticipantId;

/// The deepest that a contested place may stand in another.
const DEEPEST_SITE: usize = 1;

impl Reader<'_> {
    pub(super) fn site(&mut self, built: &mut Builder, place: Place, depth: usize) {
        let start = self.at;
        let space = built.follows_space();
        let emphasis = built.is_emphasised();
        if place == Place::Reading && depth > DEEPEST_SITE {
            let detail = Detail::TooDeep(DEEPEST_SITE);
            self.faults.note(Code::T207, start..start + 1, detail);
        }
        let mut readings = Vec::new();
        let mut supporters = BTreeSet::new();
        let mut all_named = true;
        self.at += 1;
        while let Some(who) = self.who(start, readings.is_empty()) {
            all_named &= who.is_base || !who.places.is_empty();
            self.judge(&who, &readings, &mut supporters);
            let segments = self.reading(emphasis, depth);
            readings.push(Reading {
                is_base: who.is_base,
                stances: who.stances,
                segments: passage::led(segments, space),
            });
            if self.peek() != Some('|') {
                break;
            }
            self.at += 1;
        }
        if self.peek() == Some(']') {
            self.at += 1;
        } else {
            let detail = Detail::Unclosed(Delimiter::Bracket);
            self.faults.note(Code::T201, start..start + 1, detail);
        }
        let has_base = readings.iter().any(|reading| reading.is_base);
        // A bracket that is not attributed at all is one fault, not two.
        if place != Place::Reading && all_named && !has_base {
            self.faults.note(Code::T205, start..self.at, Detail::NoBase);
        }
        for reading in &readings {
            self.judge_inner(reading, start..self.at);
        }
        // The base is listed first, whatever the order in which the readings were written.
        readings.sort_by_key(|reading| !reading.is_base);
        built.site(Site {
            space_before: space,
            readings,
        });
    }

    /// The delegations of the reading that begins here, with its colon. Without them the words are read
    /// all the same, so that what else is wrong with them is found too.
    fn who(&mut self, start: usize, is_first: bool) -> Option<Who> {
        let rest = self.rest();
        let length = rest.find(|character| !who::can_name(character))?;
        let named = self.at..self.at + length;
        let followed = rest[length..].starts_with(':');
        if followed && let Some(who) = who::who(self.source, named.clone(), self.known) {
            self.at = named.end + 1;
            for (stance, place) in who.stances.iter().zip(&who.places) {
                if let Some(code) = &stance.delegation {
                    self.check_code(code, place.clone());
                }
            }
            return Some(who);
        }
        let place = if is_first {
            start..start + 1
        } else {
            self.at..self.at + 1
        };
        self.faults.note(Code::T203, place, Detail::NoDelegations);
        Some(Who {
            is_base: false,
            stances: alloc::vec![Stance {
                delegation: None,
                position: Position::Support,
            }],
            places: Vec::new(),
        })
    }

    /// The words of a reading; `-` alone is none.
    fn reading(&mut self, emphasis: bool, depth: usize) -> Vec<Segment> {
        self.skip_space();
        if let Some(after) = self.rest().strip_prefix('-') {
            let after = after.trim_start();
            if after.starts_with(['|', ']']) {
                self.at = self.end - after.len();
                return Vec::new();
            }
        }
        self.sequence(Place::Reading, emphasis, depth + 1)
    }

    /// Judges a reading beside those before it.
    fn judge(&mut self, who: &Who, before: &[Reading], supporters: &mut BTreeSet<ParticipantId>) {
        if who.is_base && before.iter().any(|reading| reading.is_base) {
            let at = self.at.saturating_sub(1);
            self.faults
                .note(Code::T204, at..self.at, Detail::SecondBase);
        }
        for (stance, place) in who.stances.iter().zip(&who.places) {
            let stands = matches!(stance.position, Position::Propose | Position::Support);
            if let Some(code) = stance.delegation.as_ref().filter(|_| stands)
                && !supporters.insert(code.clone())
            {
                let detail = Detail::TwoReadings(code.clone());
                self.faults.note(Code::T206, place.clone(), detail);
            }
        }
    }

    /// Judges the contested places within a reading: their delegations are exactly those of the reading,
    /// each once, and none is the base.
    fn judge_inner(&mut self, reading: &Reading, span: Range<usize>) {
        let outer: Vec<_> = sorted(&reading.stances);
        let inner = reading.segments.iter().filter_map(|segment| match segment {
            Segment::Site(site) => Some(site),
            Segment::Words(_) => None,
        });
        for site in inner {
            let detail = if reading.is_base || site.readings.iter().any(|inner| inner.is_base) {
                Detail::MisplacedSite
            } else {
                let stances = site.readings.iter().flat_map(|inner| &inner.stances);
                let mut found: Vec<_> = stances.map(|stance| &stance.delegation).collect();
                found.sort_unstable();
                let all_unknown = found.iter().all(|code| code.is_none());
                if found == outer || all_unknown && outer == [&None] {
                    continue;
                }
                Detail::OtherDelegations
            };
            self.faults.note(Code::T207, span.clone(), detail);
        }
    }
}

fn sorted(stances: &[Stance]) -> Vec<&Option<ParticipantId>> {
    let mut codes: Vec<_> = stances.iter().map(|stance| &stance.delegation).collect();
    codes.sort_unstable();
    codes
}
