//! The smallest set of offers that meets several demands at once: an exact search with bounds,
//! given up for a minimal set where it would take too long.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// The nodes after which the search is given up.
const MOST_NODES: u32 = 200_000;

/// The classes of interchangeable offers up to which an exact search is tried.
const MOST_CLASSES: usize = 512;

/// Something that is needed, and what each candidate would add to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Demand {
    pub(crate) need: u64,
    pub(crate) offers: Vec<u64>,
}

/// A set of candidates that meets all demands: so many of each class of interchangeable ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cover {
    pub(crate) choices: Vec<(usize, Vec<usize>)>,
    /// Whether no smaller set can exist.
    pub(crate) proven: bool,
}

impl Cover {
    /// How many candidates it takes.
    pub(crate) fn size(&self) -> usize {
        self.choices.iter().map(|(count, _)| count).sum()
    }
}

/// Candidates who offer the same.
struct Class {
    offers: Vec<u64>,
    members: Vec<usize>,
}

/// Returns the smallest cover, or `None` where all candidates together do not suffice.
pub(crate) fn smallest(demands: &[Demand], candidates: usize) -> Option<Cover> {
    let classes = classes(demands, candidates);
    let needs: Vec<u64> = demands.iter().map(|demand| demand.need).collect();
    if !suffice(&classes, &needs) {
        return None;
    }
    let mut search = Search {
        nodes: 0,
        best: greedy(&classes, &needs),
        taken: Vec::new(),
        classes: &classes,
    };
    let exact = classes.len() <= MOST_CLASSES;
    if exact {
        search.descend(0, &needs, 0);
    }
    let proven = exact && search.nodes < MOST_NODES;
    let choices = search.best.into_iter().zip(&classes);
    let choices = choices.filter(|(count, _)| *count > 0);
    let choices = choices
        .map(|(count, class)| (count, class.members.clone()))
        .collect();
    Some(Cover { choices, proven })
}

fn classes(demands: &[Demand], candidates: usize) -> Vec<Class> {
    let mut by_offer: BTreeMap<Vec<u64>, Vec<usize>> = BTreeMap::new();
    for candidate in 0..candidates {
        let offer = |demand: &Demand| {
            demand
                .offers
                .get(candidate)
                .copied()
                .unwrap_or(0)
                .min(demand.need)
        };
        let offers: Vec<u64> = demands.iter().map(offer).collect();
        if offers.iter().any(|offer| *offer > 0) {
            by_offer.entry(offers).or_default().push(candidate);
        }
    }
    let mut classes: Vec<Class> = by_offer
        .into_iter()
        .map(|(offers, members)| Class { offers, members })
        .collect();
    let meets = |class: &Class| class.offers.iter().filter(|offer| **offer > 0).count();
    classes.sort_by(|one, other| (meets(other), &other.offers).cmp(&(meets(one), &one.offers)));
    classes
}

fn suffice(classes: &[Class], needs: &[u64]) -> bool {
    needs.iter().enumerate().all(|(demand, need)| {
        let total = classes.iter().fold(0_u64, |sum, class| {
            let all = class.offers[demand].saturating_mul(class.members.len() as u64);
            sum.saturating_add(all)
        });
        *need <= total
    })
}

fn less(needs: &[u64], offers: &[u64], count: usize) -> Vec<u64> {
    let count = count as u64;
    let rest = needs.iter().zip(offers);
    rest.map(|(need, offer)| need.saturating_sub(offer.saturating_mul(count)))
        .collect()
}

/// Takes whoever meets most, then drops whoever is not needed: minimal, if not always smallest.
fn greedy(classes: &[Class], needs: &[u64]) -> Vec<usize> {
    let mut taken = alloc::vec![0; classes.len()];
    let mut rest = needs.to_vec();
    for (count, class) in taken.iter_mut().zip(classes) {
        *count = useful(class, &rest);
        rest = less(&rest, &class.offers, *count);
    }
    for place in 0..taken.len() {
        while taken[place] > 0 {
            taken[place] -= 1;
            if !meets_all(classes, &taken, needs) {
                taken[place] += 1;
                break;
            }
        }
    }
    taken
}

fn meets_all(classes: &[Class], taken: &[usize], needs: &[u64]) -> bool {
    let rest = classes
        .iter()
        .zip(taken)
        .fold(needs.to_vec(), |rest, (class, count)| {
            less(&rest, &class.offers, *count)
        });
    rest.iter().all(|need| *need == 0)
}

/// How many of a class could be of use.
fn useful(class: &Class, needs: &[u64]) -> usize {
    let most = needs
        .iter()
        .zip(&class.offers)
        .filter(|(_, offer)| **offer > 0)
        .map(|(need, offer)| need.div_ceil(*offer))
        .max();
    usize::try_from(most.unwrap_or(0))
        .unwrap_or(usize::MAX)
        .min(class.members.len())
}

struct Search<'a> {
    classes: &'a [Class],
    taken: Vec<usize>,
    best: Vec<usize>,
    nodes: u32,
}

impl Search<'_> {
    fn descend(&mut self, place: usize, needs: &[u64], size: usize) {
        self.nodes += 1;
        if self.nodes >= MOST_NODES {
            return;
        }
        let best: usize = self.best.iter().sum();
        if needs.iter().all(|need| *need == 0) {
            if size < best {
                self.best.clone_from(&self.taken);
                self.best.resize(self.classes.len(), 0);
            }
            return;
        }
        let rest = &self.classes[place..];
        if rest.is_empty() || !suffice(rest, needs) || size + at_least(rest, needs) >= best {
            return;
        }
        let class = &self.classes[place];
        for count in (0..=useful(class, needs)).rev() {
            self.taken.push(count);
            self.descend(place + 1, &less(needs, &class.offers, count), size + count);
            self.taken.pop();
        }
    }
}

/// A number of further members below which no set of these classes can meet the needs.
fn at_least(classes: &[Class], needs: &[u64]) -> usize {
    let bound = needs.iter().enumerate().filter_map(|(demand, need)| {
        let most = classes
            .iter()
            .map(|class| class.offers[demand])
            .max()
            .unwrap_or(0);
        (most > 0).then(|| need.div_ceil(most))
    });
    usize::try_from(bound.max().unwrap_or(0)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn size(demands: &[Demand], candidates: usize) -> Option<usize> {
        let cover = smallest(demands, candidates)?;
        assert!(cover.proven);
        Some(cover.choices.iter().map(|(count, _)| count).sum())
    }

    #[test]
    fn overlapping_demands_are_met_by_the_same_deposits() {
        let any = Demand {
            need: 4,
            offers: vec![1; 6],
        };
        let shore = Demand {
            need: 3,
            offers: vec![1, 1, 1, 0, 0, 0],
        };
        let named = Demand {
            need: 2,
            offers: vec![0, 0, 1, 1, 0, 0],
        };
        assert_eq!(size(&[any, shore, named], 6), Some(4));
    }

    #[test]
    fn a_share_is_met_by_the_heaviest() {
        let share = Demand {
            need: 55,
            offers: vec![20, 30, 10, 25, 5],
        };
        assert_eq!(size(core::slice::from_ref(&share), 5), Some(2));
        let number = Demand {
            need: 3,
            offers: vec![1; 5],
        };
        assert_eq!(size(&[share, number], 5), Some(3));
    }

    #[test]
    fn greed_alone_would_take_one_too_many() {
        let one = Demand {
            need: 2,
            offers: vec![1, 1, 0, 1, 0],
        };
        let other = Demand {
            need: 2,
            offers: vec![1, 0, 1, 0, 1],
        };
        let third = Demand {
            need: 1,
            offers: vec![0, 1, 1, 0, 0],
        };
        assert_eq!(size(&[one, other, third], 5), Some(3));
    }

    #[test]
    fn what_all_together_do_not_offer_cannot_be_met() {
        assert_eq!(
            size(
                &[Demand {
                    need: 5,
                    offers: vec![1; 4]
                }],
                4
            ),
            None
        );
    }

    #[test]
    fn dropping_any_one_leaves_a_demand_open() {
        let demands = [
            Demand {
                need: 7,
                offers: vec![3, 3, 3, 1, 1],
            },
            Demand {
                need: 2,
                offers: vec![0, 1, 0, 1, 1],
            },
        ];
        let cover = smallest(&demands, 5).expect("it can be met");
        let chosen: Vec<usize> = cover
            .choices
            .iter()
            .flat_map(|(count, members)| members.iter().take(*count).copied())
            .collect();
        for left_out in &chosen {
            let open = demands.iter().any(|demand| {
                let sum: u64 = chosen
                    .iter()
                    .filter(|member| *member != left_out)
                    .map(|member| demand.offers[*member])
                    .sum();
                sum < demand.need
            });
            assert!(open);
        }
    }
}
