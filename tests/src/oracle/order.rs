//! The order of the walks: treaties that another one asks about are walked before it; those on a
//! circle of questions have no answer, unless they only enter into force together.

use alloc::collections::{BTreeMap, BTreeSet};

use super::done::Done;
use super::moment::Found;
use super::register::{Register, Treaty};
use super::rule::{Moment, Rule};
use super::walk::{Walk, apply_residual_rule};
use super::{Assessment, View};

/// Walks every treaty of the register.
pub(super) fn walk_all(register: &Register, view: View) -> BTreeMap<String, Assessment> {
    let mut done = BTreeMap::new();
    for id in register.treaties.keys() {
        finish(register, view, id, &mut done);
    }
    done.into_iter()
        .map(|(id, treaty)| (id, treaty.assessment(register)))
        .collect()
}

/// Walks a treaty, after those that it asks about; with it those together with which it enters into
/// force, if they ask about each other in no other way.
fn finish(register: &Register, view: View, id: &str, done: &mut BTreeMap<String, Done>) {
    let Some(treaty) = register.treaties.get(id) else {
        return;
    };
    if done.contains_key(id) {
        return;
    }
    let circle = circle_of(register, id);
    if circle.is_empty() {
        for asked in named(&treaty.rule) {
            finish(register, view, &asked, done);
        }
        let mut rule = treaty.rule.clone();
        apply_residual_rule(&mut rule);
        let other = rule.together.as_ref().map(|other| match done.get(other) {
            Some(other) => other.found(),
            None => Found::Undetermined(None),
        });
        let joint = other.into_iter().collect();
        let walked = Walk::new(register, treaty, &rule, view, done, joint).walk();
        done.insert(id.to_owned(), walked);
        return;
    }
    let members: Vec<&Treaty> = circle
        .iter()
        .filter_map(|id| register.treaties.get(id))
        .collect();
    let waits = |member: &&Treaty| {
        let mut asked = member.rule.treaties_asked().into_iter();
        asked.any(|asked| circle.contains(&asked))
    };
    for member in &members {
        for asked in named(&member.rule) {
            if !circle.contains(&asked) {
                finish(register, view, &asked, done);
            }
        }
    }
    let clauses = members.iter().any(|member| member.rule.force.is_some());
    if circle.len() == 1 || !clauses || members.iter().any(waits) {
        let walked: Vec<Done> = members
            .iter()
            .map(|member| {
                let mut rule = member.rule.clone();
                rule.together = None;
                rule.force = Some(Moment::Unmodelled);
                Walk::new(register, member, &rule, view, done, Vec::new()).walk()
            })
            .collect();
        done.extend(circle.into_iter().zip(walked));
        return;
    }
    let separate: Vec<Option<Found>> = members
        .iter()
        .map(|member| {
            let walk = Walk::new(register, member, &member.rule, view, done, Vec::new());
            walk.separately()
        })
        .collect();
    let walked: Vec<Done> = members
        .iter()
        .enumerate()
        .map(|(place, member)| {
            let others = separate.iter().enumerate();
            let others = others.filter(|(other, _)| *other != place);
            let joint = others.filter_map(|(_, found)| *found).collect();
            Walk::new(register, member, &member.rule, view, done, joint).walk()
        })
        .collect();
    done.extend(circle.into_iter().zip(walked));
}

/// Every treaty that a rule names.
fn named(rule: &Rule) -> BTreeSet<String> {
    let mut named = rule.treaties_asked();
    named.extend(rule.together.clone());
    named
}

/// The treaties that name each other by way of this one, itself included; nobody where it does not
/// come back to itself.
fn circle_of(register: &Register, id: &str) -> BTreeSet<String> {
    let reach = |from: &str| {
        let mut reached: BTreeSet<String> = BTreeSet::new();
        let mut waiting = vec![from.to_owned()];
        while let Some(next) = waiting.pop() {
            if let Some(treaty) = register.treaties.get(&next) {
                for asked in named(&treaty.rule) {
                    if reached.insert(asked.clone()) {
                        waiting.push(asked);
                    }
                }
            }
        }
        reached
    };
    let mut circle = reach(id);
    circle.retain(|other| reach(other).contains(id));
    circle
}
