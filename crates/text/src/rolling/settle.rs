//! What becomes of a rolling text when a reading is taken, or when a delegation goes.

use super::{Place, Rolling};
use crate::body::{Body, Part, Passage, Position, Reading, Segment, Site, Stance};
use crate::position::Stated;
use crate::provision::{Provision, ProvisionId};
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use sponsio_record::ParticipantId;

impl Rolling {
    /// Returns the rolling text in which this reading is in the base and in every text alike: its place
    /// is gone, and every other place keeps its readings. Of a reading with a further contested place,
    /// `inner` tells the reading there. None if there is no such provision, place or reading.
    pub fn accept(
        &self,
        provision: ProvisionId,
        site: usize,
        reading: usize,
        inner: usize,
    ) -> Option<Self> {
        let mut rolling = self.clone();
        let own = rolling.provision_mut(provision)?;
        let is_site = |part: &Part| matches!(part, Part::Site(_));
        let sites = own.body.parts.iter().enumerate();
        let (at, _) = sites.filter(|(_, part)| is_site(part)).nth(site)?;
        let Part::Site(contested) = &own.body.parts[at] else {
            return None;
        };
        let words = taken(contested.readings.get(reading)?, inner)?;
        own.body.parts[at] = Part::Words(words);
        own.body = joined(core::mem::take(&mut own.body));
        Some(rolling)
    }

    /// Returns the rolling text in which this whole alternative is in the base and in every text alike.
    /// An alternative without words takes the provision out. None if there is no such alternative.
    pub fn accept_alternative(&self, provision: ProvisionId, letter: char) -> Option<Self> {
        let mut rolling = self.clone();
        let own = rolling.provision_mut(provision)?;
        let rival = own.alternatives.iter().find(|own| own.letter == letter)?;
        match rival.body.clone() {
            Some(body) => {
                own.body = body;
                own.alternatives = Vec::new();
            }
            None => rolling.remove(provision),
        }
        Some(rolling)
    }

    /// Returns the rolling text without a delegation: no reading is left that was its alone, and nobody
    /// else's text changes but that of the members for whom it spoke. Positions of others on a reading
    /// that goes are kept as unattached.
    #[must_use]
    pub fn drop(&self, delegation: &ParticipantId) -> Self {
        let all = self.expression.provisions.iter().map(|own| own.id);
        let mut rolling = self.withdraw(delegation, &all.collect());
        rolling.spoken.remove(delegation);
        rolling.placements.remove(delegation);
        rolling.changes.remove(delegation);
        rolling.voices.retain(|voice| voice.speaker != *delegation);
        rolling
            .overrides
            .retain(|own| own.member != *delegation && own.group != *delegation);
        rolling
            .unattached
            .retain(|own| own.delegation != *delegation);
        rolling
    }

    /// Returns the rolling text without what a delegation tabled and said on these provisions. Its text
    /// of them is then that of its group, or the base.
    #[must_use]
    pub fn withdraw(&self, delegation: &ParticipantId, within: &BTreeSet<ProvisionId>) -> Self {
        let mut rolling = self.clone();
        if let Some(spoken) = rolling.spoken.get_mut(delegation) {
            spoken.retain(|id, _| !within.contains(id));
        }
        if let Some(placements) = rolling.placements.get_mut(delegation) {
            placements.retain(|own| !within.contains(&own.provision));
        }
        if let Some(changes) = rolling.changes.get_mut(delegation) {
            changes.retain(|own| !within.contains(&own.provision));
        }
        let names = |code: &ParticipantId| code == delegation;
        rolling.overrides.retain(|own| {
            !within.contains(&own.provision) || !names(&own.member) && !names(&own.group)
        });
        rolling
            .unattached
            .retain(|own| own.delegation != *delegation || !within.contains(&own.provision));
        let mut gone = Vec::new();
        for own in &mut rolling.expression.provisions {
            if !within.contains(&own.id) {
                continue;
            }
            if own.inserted_by.contains(delegation) {
                own.inserted_by.retain(|by| by != delegation);
                if own.inserted_by.is_empty() {
                    gone.push(own.id);
                    continue;
                }
            }
            clear(own, delegation, &mut rolling.unattached);
        }
        for id in gone {
            rolling.remove(id);
        }
        rolling
    }

    pub(crate) fn provision_mut(&mut self, id: ProvisionId) -> Option<&mut Provision> {
        self.expression
            .provisions
            .iter_mut()
            .find(|own| own.id == id)
    }

    /// Takes a provision out of every text; what followed it follows what it followed.
    pub(crate) fn remove(&mut self, id: ProvisionId) {
        self.expression.provisions.retain(|own| own.id != id);
        self.labels.remove(&id);
        for spoken in self.spoken.values_mut() {
            spoken.remove(&id);
        }
        for placements in self.placements.values_mut() {
            let after = placements
                .iter()
                .find(|own| own.provision == id)
                .map(|own| own.after);
            placements.retain(|own| own.provision != id);
            if let Some(after) = after {
                for own in placements.iter_mut().filter(|own| own.after == Some(id)) {
                    own.after = after;
                }
            }
        }
        for changes in self.changes.values_mut() {
            changes.retain(|own| own.provision != id);
        }
    }

    /// Returns every contested place, in order, with the tokens of the base that it covers.
    pub fn places(&self) -> Vec<Place<'_>> {
        let mut places = Vec::new();
        for provision in &self.expression.provisions {
            let (mut at, mut number) = (0, 0);
            for part in &provision.body.parts {
                match part {
                    Part::Words(words) => at += words.len(),
                    Part::Site(site) => {
                        let to = at + base_length(site);
                        places.push(Place {
                            provision,
                            number,
                            site,
                            from: at,
                            to,
                        });
                        (at, number) = (to, number + 1);
                    }
                }
            }
        }
        places
    }
}

/// How many tokens of the base a contested place covers.
pub(crate) fn base_length(site: &Site) -> usize {
    let of_base = site.readings.iter().filter(|reading| reading.is_base);
    of_base.map(|reading| flat(reading).len()).sum()
}

/// The words of a reading; of a further place in it, the first reading.
pub(crate) fn flat(reading: &Reading) -> Passage {
    taken(reading, 0).unwrap_or_default()
}

fn taken(reading: &Reading, inner: usize) -> Option<Passage> {
    let mut words = Passage::new();
    for segment in &reading.segments {
        match segment {
            Segment::Words(tokens) => words.extend_from_slice(tokens),
            Segment::Site(site) => words.extend(flat(site.readings.get(inner)?)),
        }
    }
    Some(words)
}

/// Joins stretches of words that stand side by side.
pub(crate) fn joined(body: Body) -> Body {
    let mut parts: Vec<Part> = Vec::with_capacity(body.parts.len());
    for part in body.parts {
        match (parts.last_mut(), part) {
            (_, Part::Words(words)) if words.is_empty() => {}
            (Some(Part::Words(before)), Part::Words(words)) => before.extend(words),
            (_, part) => parts.push(part),
        }
    }
    Body { parts }
}

/// Takes a delegation out of everything that is said of a provision.
fn clear(own: &mut Provision, delegation: &ParticipantId, unattached: &mut Vec<Stated>) {
    let id = own.id;
    let mut at = 0;
    for part in &mut own.body.parts {
        match part {
            Part::Words(words) => at += words.len(),
            Part::Site(site) => {
                let range = at..at + base_length(site);
                at = range.end;
                let mut stray = |reading: &Reading| {
                    unattached.extend(strays(&reading.stances, id, &range, &flat(reading)));
                };
                clear_site(site, delegation, &mut stray);
                if let [only] = site.readings.as_slice() {
                    *part = Part::Words(flat(only));
                }
            }
        }
    }
    own.body = joined(core::mem::take(&mut own.body));
    let whole = 0..own.body.base().len();
    let kept_whole = own.alternatives.len();
    own.alternatives.retain_mut(|rival| {
        clear_stances(&mut rival.stances, delegation);
        let stays = rival.stances.iter().any(Stance::is_support);
        if !stays {
            let words = rival.body.as_ref().map(Body::base).unwrap_or_default();
            unattached.extend(strays(&rival.stances, id, &whole, &words));
        }
        stays
    });
    if own.alternatives.len() != kept_whole {
        for (rival, letter) in own.alternatives.iter_mut().zip('A'..) {
            rival.letter = letter;
        }
    }
}

fn clear_site(site: &mut Site, delegation: &ParticipantId, stray: &mut impl FnMut(&Reading)) {
    site.readings.retain_mut(|reading| {
        clear_stances(&mut reading.stances, delegation);
        let stays = reading.is_base || reading.stances.iter().any(Stance::is_support);
        if !stays {
            stray(reading);
        }
        if stays {
            for segment in &mut reading.segments {
                if let Segment::Site(inner) = segment {
                    clear_site(inner, delegation, stray);
                    if let [only] = inner.readings.as_slice() {
                        *segment = Segment::Words(flat(only));
                    }
                }
            }
            reading.segments = joined_segments(core::mem::take(&mut reading.segments));
        }
        stays
    });
    // Who holds the base needs no place of its own once nobody differs.
    let is_settled = site.readings.iter().all(|reading| reading.is_base);
    if is_settled {
        site.readings.truncate(1);
    }
}

fn joined_segments(segments: Vec<Segment>) -> Vec<Segment> {
    let mut kept: Vec<Segment> = Vec::with_capacity(segments.len());
    for segment in segments {
        match (kept.last_mut(), segment) {
            (_, Segment::Words(words)) if words.is_empty() => {}
            (Some(Segment::Words(before)), Segment::Words(words)) => before.extend(words),
            (_, segment) => kept.push(segment),
        }
    }
    kept
}

/// The first of the remaining supporters proposes from then on.
fn clear_stances(stances: &mut Vec<Stance>, delegation: &ParticipantId) {
    let proposed = stances
        .iter()
        .any(|stance| stance.position == Position::Propose);
    stances.retain(|stance| stance.delegation.as_ref() != Some(delegation));
    let has_proposer = stances
        .iter()
        .any(|stance| stance.position == Position::Propose);
    if proposed && !has_proposer {
        let next = stances
            .iter_mut()
            .find(|stance| stance.position == Position::Support);
        if let Some(next) = next {
            next.position = Position::Propose;
        }
    }
}

fn strays(
    stances: &[Stance],
    provision: ProvisionId,
    range: &core::ops::Range<usize>,
    words: &Passage,
) -> Vec<Stated> {
    let stray = |stance: &Stance| {
        Some(Stated {
            delegation: stance.delegation.clone()?,
            position: stance.position,
            provision,
            range: range.clone(),
            words: words.clone(),
            // When it was said is with the act; here only what it was about is known.
            at: sponsio_record::Instant::from_seconds(0)?,
        })
    };
    stances.iter().filter_map(stray).collect()
}
