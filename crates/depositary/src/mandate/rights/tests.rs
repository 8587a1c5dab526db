//! The whole matrix against a table written by hand: every role, deed and stage.

use super::*;
use proptest::prelude::*;

/// What is allowed, written down apart from the lines: deed, roles, stages.
const ALLOWED: &str = "
read-inbox          | depositary-officer auditor | absent received proposed settled
enter               | depositary-officer | absent received
propose             | depositary-officer | received
confirm             | depositary-officer | proposed
return              | depositary-officer | proposed
set-aside           | depositary-officer | received
read-room           | observer adviser approver head alternate chair secretariat | absent open closed published
draft               | adviser approver head alternate | open closed
table answer        | head alternate | open closed
join take-position  | head alternate | open
acknowledge         | head alternate | open closed published
withdraw            | head alternate | open closed published
object              | head alternate | absent open closed published
preside             | chair secretariat | absent open closed published
propose-publication | chair secretariat | closed
confirm-publication | chair secretariat | closed
read-readings       | auditor | absent
read-denials        | auditor operator | absent
keep-accounts       | operator | absent
";

fn is_allowed(role: Role, deed: Deed, stage: Stage) -> bool {
    let has = |column: &str, label: &str| column.split_whitespace().any(|word| word == label);
    ALLOWED.lines().any(|line| {
        let columns: Vec<&str> = line.split('|').collect();
        matches!(columns.as_slice(), [deeds, roles, stages]
            if has(deeds, deed.label()) && has(roles, role.label()) && has(stages, stage.label()))
    })
}

/// What nobody does who speaks for a delegation, and what only such a person does.
fn presides(deed: Deed) -> bool {
    ["preside", "propose-publication", "confirm-publication"].contains(&deed.label())
}

fn speaks(deed: Deed) -> bool {
    let deeds = "draft table answer join take-position acknowledge withdraw object";
    deeds.split(' ').any(|own| own == deed.label())
}

fn party(code: &str) -> ParticipantId {
    ParticipantId::new(code).expect("a code")
}

fn holder(grants: Vec<Grant>) -> Holder {
    Holder {
        officer: "o-one".to_owned(),
        party: Some(party("ARD")),
        grants,
    }
}

fn object(scope: Scope, stage: Stage) -> Object {
    Object {
        scope,
        stage,
        proposed_by: Some("o-other".to_owned()),
        of: Some(party("ARD")),
    }
}

fn conference(id: &str) -> Scope {
    Scope::Conference(ConferenceId::new(id).expect("an id"))
}

#[test]
fn every_cell_of_the_matrix_is_as_written() {
    let mut allowed = 0;
    for role in Role::ALL.iter().copied() {
        for deed in Deed::ALL.iter().copied() {
            for stage in Stage::ALL.iter().copied() {
                let scope = conference("lorne");
                let grants = vec![Grant {
                    role,
                    scope: scope.clone(),
                }];
                let who = Holder {
                    party: Some(party("ARD")).filter(|_| !presides(deed)),
                    ..holder(grants)
                };
                let found = may(&who, deed, &object(scope, stage));
                let expected = is_allowed(role, deed, stage);
                assert_eq!(
                    found.is_ok(),
                    expected,
                    "{} {} {}: {found:?}",
                    role.label(),
                    deed.label(),
                    stage.label()
                );
                allowed += usize::from(expected);
            }
        }
    }
    assert_eq!(allowed, 98, "the table was read");
}

#[test]
fn who_has_no_role_may_nothing() {
    for deed in Deed::ALL.iter().copied() {
        for stage in Stage::ALL.iter().copied() {
            let found = may(&holder(Vec::new()), deed, &object(Scope::Register, stage));
            assert_eq!(found, Err(Denied::Role), "{}", deed.label());
        }
    }
}

#[test]
fn the_operator_has_no_legal_power() {
    let grants = vec![Grant {
        role: Role::Operator,
        scope: Scope::Register,
    }];
    let mut may_do = Vec::new();
    for deed in Deed::ALL.iter().copied() {
        for stage in Stage::ALL.iter().copied() {
            if may(
                &holder(grants.clone()),
                deed,
                &object(Scope::Register, stage),
            )
            .is_ok()
            {
                may_do.push(deed);
            }
        }
    }
    assert_eq!(may_do, [Deed::ReadDenials, Deed::KeepAccounts]);
}

#[test]
fn a_role_is_read_back_from_its_label() {
    for role in Role::ALL.iter().copied() {
        assert_eq!(Role::from_label(role.label()), Some(role));
    }
    for text in ["register", "treaty/watch", "conference/lorne"] {
        let scope = Scope::from_text(text).expect("a scope");
        assert_eq!(scope.to_string(), text);
    }
    for text in [
        "",
        "all",
        "treaty",
        "treaty/",
        "meeting/x",
        "conference/a b",
    ] {
        assert_eq!(Scope::from_text(text), None, "{text}");
    }
}

fn scopes() -> impl Strategy<Value = Scope> {
    prop_oneof![
        Just(Scope::Register),
        Just(conference("lorne")),
        Just(conference("fjord")),
        Just(Scope::Treaty(TreatyId::new("watch").expect("an id"))),
    ]
}

fn grants() -> impl Strategy<Value = Vec<Grant>> {
    let grant =
        (prop::sample::select(Role::ALL), scopes()).prop_map(|(role, scope)| Grant { role, scope });
    prop::collection::vec(grant, 0..6)
}

fn parties() -> impl Strategy<Value = Option<ParticipantId>> {
    prop_oneof![
        Just(None),
        Just(Some(party("ARD"))),
        Just(Some(party("NVR")))
    ]
}

proptest! {
    /// However grants are mixed: what may be done is allowed by one of them, where it holds; nobody
    /// confirms what he proposed; nobody speaks for another.
    #[test]
    fn nothing_is_allowed_but_by_a_grant_that_holds(
        given in grants(),
        own in parties(),
        of in parties(),
        scope in scopes(),
        deed in prop::sample::select(Deed::ALL),
        stage in prop::sample::select(Stage::ALL),
        proposer in prop_oneof![Just(None), Just(Some("o-one")), Just(Some("o-other"))],
    ) {
        let who = Holder { party: own.clone(), ..holder(given.clone()) };
        let what = Object {
            scope: scope.clone(),
            stage,
            proposed_by: proposer.map(str::to_owned),
            of: of.clone(),
        };
        let found = may(&who, deed, &what);
        let granted = given.iter().any(|grant| {
            (grant.scope == Scope::Register || grant.scope == scope)
                && is_allowed(grant.role, deed, stage)
        });
        let confirms = matches!(deed, Deed::Confirm | Deed::ConfirmPublication | Deed::Return);
        let expected = granted
            && (!confirms || proposer == Some("o-other"))
            && (!speaks(deed) || (own.is_some() && own == of))
            && (!presides(deed) || own.is_none());
        prop_assert_eq!(found.is_ok(), expected, "{:?}", found);
    }

    /// Drafts of all are read by the presidency of that very conference, and by nobody who speaks for one;
    /// whoever speaks for a delegation reads as that one.
    #[test]
    fn nobody_reads_as_another(
        given in grants(),
        own in parties(),
        id in prop::sample::select(vec!["lorne", "fjord"]),
    ) {
        let who = Holder { party: own.clone(), ..holder(given.clone()) };
        let id = ConferenceId::new(id).expect("an id");
        let here = |grant: &&Grant| {
            grant.scope == Scope::Register || grant.scope == Scope::Conference(id.clone())
        };
        let has = |roles: &str| {
            let named = |role: Role| roles.split(' ').any(|label| label == role.label());
            given.iter().filter(here).any(|grant| named(grant.role))
        };
        let seated = has("observer adviser approver head alternate chair secretariat");
        let expected = match own {
            _ if !seated => None,
            Some(code) => Some(Reader::Delegation(code)),
            None if has("chair secretariat") => Some(Reader::Presidency),
            None => Some(Reader::Public),
        };
        prop_assert_eq!(reader(&who, &id), expected);
    }

    /// One grant more never takes away what was allowed.
    #[test]
    fn a_grant_takes_nothing_away(
        given in grants(),
        more in grants(),
        scope in scopes(),
        deed in prop::sample::select(Deed::ALL),
        stage in prop::sample::select(Stage::ALL),
    ) {
        let what = object(scope, stage);
        let before = may(&holder(given.clone()), deed, &what);
        let after = may(&holder([given, more].concat()), deed, &what);
        prop_assert!(before.is_err() || after.is_ok());
    }
}
