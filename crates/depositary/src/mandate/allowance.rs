//! What a token allows a program that acts for an account: some deeds at some places, and never more
//! than the account itself may at that moment. How a token is proved is not known here.

use super::rights::{Deed, Denied, Holder, Object, Scope, Stage, may};

/// The deeds that a token can allow. Each act of the register needs a person who asserts it: a program
/// brings what waits for one, and reads what became of it.
pub const FOR_PROGRAMS: [Deed; 2] = [Deed::Enter, Deed::ReadInbox];

/// Deeds with the places at which they are allowed: each deed at each place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    deeds: Vec<Deed>,
    scopes: Vec<Scope>,
}

/// Why there is no such allowance.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Excess {
    /// No deed or no place is named.
    #[error("a token allows at least one deed at one place")]
    Nothing,
    /// No program does this.
    #[error("`{}` is done by a person, never by a token", .0.label())]
    NotForPrograms(Deed),
    /// The account itself may not do this there.
    #[error("the account may not `{}` in {scope}", .deed.label())]
    Beyond {
        /// What.
        deed: Deed,
        /// Where.
        scope: Scope,
    },
}

/// Why a program may not do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// The token does not allow it here.
    Token,
    /// The account itself may not.
    Account(Denied),
}

impl Withheld {
    /// Returns the stable label.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Token => "token-scope",
            Self::Account(denied) => denied.label(),
        }
    }
}

impl Allowance {
    /// Returns what is allowed to a token of this account, if the account itself may all of it.
    pub fn new(
        holder: &Holder,
        mut deeds: Vec<Deed>,
        mut scopes: Vec<Scope>,
    ) -> Result<Self, Excess> {
        deeds.sort_unstable();
        deeds.dedup();
        scopes.sort_unstable();
        scopes.dedup();
        if deeds.is_empty() || scopes.is_empty() {
            return Err(Excess::Nothing);
        }
        for deed in &deeds {
            if !FOR_PROGRAMS.contains(deed) {
                return Err(Excess::NotForPrograms(*deed));
            }
            let beyond = |scope: &&Scope| {
                let object = Object::of((*scope).clone(), Stage::Absent);
                may(holder, *deed, &object).is_err()
            };
            if let Some(scope) = scopes.iter().find(beyond) {
                return Err(Excess::Beyond {
                    deed: *deed,
                    scope: scope.clone(),
                });
            }
        }
        Ok(Self { deeds, scopes })
    }

    /// Reads what is kept; a deed or a place that this Sponsio does not know allows nothing.
    pub(crate) fn kept(deeds: &str, scopes: &str) -> Self {
        let known = |deed: &Deed| FOR_PROGRAMS.contains(deed);
        Self {
            deeds: deeds
                .split(' ')
                .filter_map(Deed::from_label)
                .filter(known)
                .collect(),
            scopes: scopes.split(' ').filter_map(Scope::from_text).collect(),
        }
    }

    /// Returns the deeds.
    pub fn deeds(&self) -> &[Deed] {
        &self.deeds
    }

    /// Returns the places.
    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }

    /// Says whether a program with this allowance may do something for the account, as its roles are now.
    pub fn may(&self, holder: &Holder, deed: Deed, object: &Object) -> Result<(), Withheld> {
        let mut scopes = self.scopes.iter();
        let holds = scopes.any(|scope| *scope == Scope::Register || *scope == object.scope);
        if !holds || !self.deeds.contains(&deed) {
            return Err(Withheld::Token);
        }
        may(holder, deed, object).map_err(Withheld::Account)
    }

    /// Returns the places at which a program may do something now; `None` stands for the register as a whole,
    /// an empty list for nowhere.
    pub fn places(&self, holder: &Holder, deed: Deed) -> Option<Vec<Scope>> {
        let at = |scope: &Scope| Object::of(scope.clone(), Stage::Absent);
        if self.may(holder, deed, &at(&Scope::Register)).is_ok() {
            return None;
        }
        let own = self.scopes.iter();
        let granted = holder.grants.iter().map(|grant| &grant.scope);
        let mut places: Vec<Scope> = own
            .chain(granted)
            .filter(|scope| self.may(holder, deed, &at(scope)).is_ok())
            .cloned()
            .collect();
        places.sort_unstable();
        places.dedup();
        Some(places)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mandate::rights::{Grant, Role};
    use proptest::prelude::*;
    use sponsio_record::TreatyId;

    fn treaty(id: &str) -> Scope {
        Scope::Treaty(TreatyId::new(id).expect("an id"))
    }

    fn holder(grants: Vec<Grant>) -> Holder {
        Holder {
            officer: "o-anna".to_owned(),
            party: None,
            grants,
        }
    }

    fn officer(scope: Scope) -> Holder {
        let role = Role::DepositaryOfficer;
        holder(vec![Grant { role, scope }])
    }

    #[test]
    fn a_token_allows_what_the_account_may_and_no_more() {
        let anna = officer(treaty("harbour"));
        let made = |deeds: &[Deed], scopes: &[Scope]| {
            Allowance::new(&anna, deeds.to_vec(), scopes.to_vec())
        };
        let good = made(&[Deed::Enter], &[treaty("harbour")]).expect("allowed");
        let here = Object::of(treaty("harbour"), Stage::Absent);
        assert_eq!(good.may(&anna, Deed::Enter, &here), Ok(()));
        assert_eq!(
            good.may(&anna, Deed::ReadInbox, &here),
            Err(Withheld::Token)
        );
        let there = Object::of(treaty("fjord"), Stage::Absent);
        assert_eq!(good.may(&anna, Deed::Enter, &there), Err(Withheld::Token));
        // What was taken from the account is taken from its tokens.
        let none = holder(Vec::new());
        let found = good.may(&none, Deed::Enter, &here);
        assert_eq!(found, Err(Withheld::Account(Denied::Role)));

        assert_eq!(made(&[], &[treaty("harbour")]), Err(Excess::Nothing));
        assert_eq!(made(&[Deed::Enter], &[]), Err(Excess::Nothing));
        for deed in [Deed::Propose, Deed::Confirm, Deed::KeepAccounts] {
            let found = made(&[deed], &[treaty("harbour")]);
            assert_eq!(found, Err(Excess::NotForPrograms(deed)));
        }
        for scope in [Scope::Register, treaty("fjord")] {
            let found = made(&[Deed::Enter], &[treaty("harbour"), scope.clone()]);
            let deed = Deed::Enter;
            assert_eq!(found, Err(Excess::Beyond { deed, scope }));
        }
    }

    #[test]
    fn what_is_kept_and_not_known_allows_nothing() {
        let anna = officer(Scope::Register);
        let kept = Allowance::kept("enter confirm sing", "treaty/harbour moon/1");
        assert_eq!(kept.deeds(), [Deed::Enter]);
        assert_eq!(kept.scopes(), [treaty("harbour")]);
        let here = Object::of(treaty("harbour"), Stage::Proposed);
        assert_eq!(kept.may(&anna, Deed::Confirm, &here), Err(Withheld::Token));
        assert_eq!(
            kept.places(&anna, Deed::Enter),
            Some(vec![treaty("harbour")])
        );
        assert_eq!(kept.places(&anna, Deed::ReadInbox), Some(Vec::new()));
        let all = Allowance::kept("read-inbox", "register");
        assert_eq!(all.places(&anna, Deed::ReadInbox), None);
        let some = officer(treaty("fjord"));
        assert_eq!(
            all.places(&some, Deed::ReadInbox),
            Some(vec![treaty("fjord")])
        );
    }

    fn scopes() -> impl Strategy<Value = Scope> {
        prop_oneof![
            Just(Scope::Register),
            Just(treaty("harbour")),
            Just(treaty("fjord")),
        ]
    }

    proptest! {
        /// Whatever is kept of a token, and whatever its account may: no program may what the account may not,
        /// and none records.
        #[test]
        fn a_token_adds_no_right(
            roles in prop::collection::vec((prop::sample::select(Role::ALL), scopes()), 0..4),
            deeds in prop::collection::vec(prop::sample::select(Deed::ALL), 0..4),
            places in prop::collection::vec(scopes(), 0..3),
            deed in prop::sample::select(Deed::ALL),
            stage in prop::sample::select(Stage::ALL),
            scope in scopes(),
        ) {
            let grants = roles.into_iter().map(|(role, scope)| Grant { role, scope });
            let who = holder(grants.collect());
            let what = Object {
                proposed_by: Some("o-ben".to_owned()),
                ..Object::of(scope, stage)
            };
            let words: Vec<&str> = deeds.iter().map(|deed| deed.label()).collect();
            let named: Vec<String> = places.iter().map(ToString::to_string).collect();
            let kept = Allowance::kept(&words.join(" "), &named.join(" "));
            if kept.may(&who, deed, &what).is_ok() {
                prop_assert!(may(&who, deed, &what).is_ok());
                prop_assert!(FOR_PROGRAMS.contains(&deed));
            }
            if let Ok(made) = Allowance::new(&who, deeds, places) {
                for deed in made.deeds() {
                    for scope in made.scopes() {
                        let object = Object::of(scope.clone(), Stage::Absent);
                        prop_assert_eq!(made.may(&who, *deed, &object), Ok(()));
                    }
                }
            }
        }
    }
}
