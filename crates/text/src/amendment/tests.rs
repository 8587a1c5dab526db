use super::*;
use crate::view::plain;
use crate::{Language, tokenize};
use alloc::string::{String, ToString as _};

fn id(number: u32) -> ProvisionId {
    ProvisionId::from_number(number)
}

fn text() -> Expression {
    let own = |number, kind, parent: Option<u32>, words: &str| {
        let mut provision = Provision::new(id(number), kind, None, Body::of(tokenize(words)));
        provision.parent = parent.map(id);
        provision
    };
    Expression {
        language: Language::new("en").unwrap(),
        headers: Vec::new(),
        provisions: alloc::vec![
            own(1, Kind::Article, None, "Use of terms"),
            own(
                2,
                Kind::Paragraph,
                Some(1),
                "Each Party shall notify. It shall consult."
            ),
            own(3, Kind::Item, Some(2), "the Depositary"),
            own(4, Kind::Article, None, "Entry into force"),
        ],
    }
}

fn shown(text: &Expression) -> Vec<String> {
    let line = |own: &Provision| alloc::format!("{} {}", own.id, plain(&own.body.base()));
    text.provisions.iter().map(line).collect()
}

#[test]
fn words_are_replaced_and_provisions_inserted() {
    let operations = [
        Operation::Replace {
            id: id(3),
            words: tokenize("all Parties"),
        },
        Operation::InsertAfter {
            after: Some(id(1)),
            id: id(9),
            kind: Kind::Article,
            label: None,
            parent: None,
            words: tokenize("Scope"),
        },
    ];
    assert_eq!(
        shown(&apply(&text(), &operations).unwrap()),
        [
            "000001 Use of terms",
            "000002 Each Party shall notify. It shall consult.",
            "000003 all Parties",
            "000009 Scope",
            "000004 Entry into force",
        ]
    );
}

#[test]
fn what_belongs_to_a_provision_goes_with_it() {
    let deleted = apply(&text(), &[Operation::Delete { id: id(1) }]).unwrap();
    assert_eq!(shown(&deleted), ["000004 Entry into force"]);
    let operation = Operation::Move {
        id: id(1),
        after: Some(id(4)),
        parent: None,
    };
    let moved = apply(&text(), &[operation]).unwrap();
    let order: Vec<_> = moved.provisions.iter().map(|own| own.id).collect();
    assert_eq!(order, [4, 1, 2, 3].map(id));
}

#[test]
fn a_provision_is_cut_and_joined_again() {
    let cut = Operation::Split {
        id: id(2),
        at: 5,
        new: id(8),
        label: None,
    };
    let once = apply(&text(), core::slice::from_ref(&cut)).unwrap();
    assert_eq!(once.provisions[1].body.base().len(), 5);
    assert_eq!(plain(&once.provisions[3].body.base()), "It shall consult.");
    let join = Operation::Join {
        id: id(2),
        with: id(8),
    };
    assert_eq!(apply(&text(), &[cut, join]).unwrap(), text());
}

#[test]
fn labels_change_no_content() {
    let label = Some(Label::new(crate::LabelForm::Heading, "7"));
    let operation = Operation::Renumber {
        labels: BTreeMap::from([(id(4), label.clone())]),
    };
    let numbered = apply(&text(), &[operation]).unwrap();
    assert_eq!(numbered.provisions[3].label, label);
    assert_eq!(shown(&numbered), shown(&text()));
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    let refused = |operation| {
        let fine = Operation::Replace {
            id: id(3),
            words: Vec::new(),
        };
        let refused = apply(&text(), &[fine, operation]).unwrap_err();
        assert_eq!(refused.operation, 1);
        (refused.provision, refused.reason)
    };
    assert_eq!(
        refused(Operation::Delete { id: id(7) }),
        (id(7), Reason::Unknown)
    );
    let circle = Operation::Move {
        id: id(1),
        after: Some(id(3)),
        parent: None,
    };
    assert_eq!(refused(circle), (id(1), Reason::Circle));
    let cut = Operation::Split {
        id: id(3),
        at: 2,
        new: id(8),
        label: None,
    };
    assert_eq!(refused(cut), (id(3), Reason::Cut { tokens: 2 }));
    let taken = Operation::InsertAfter {
        after: None,
        id: id(4),
        kind: Kind::Article,
        label: None,
        parent: None,
        words: Vec::new(),
    };
    assert_eq!(refused(taken), (id(4), Reason::Taken));
    let same = Operation::Join {
        id: id(2),
        with: id(2),
    };
    assert_eq!(refused(same), (id(2), Reason::Same));
    let parts = Operation::Join {
        id: id(4),
        with: id(2),
    };
    assert_eq!(refused(parts), (id(2), Reason::HasParts));
}

#[test]
fn a_deleted_id_is_never_used_again() {
    let again = Operation::InsertAfter {
        after: None,
        id: id(4),
        kind: Kind::Article,
        label: None,
        parent: None,
        words: Vec::new(),
    };
    let refused = apply(&text(), &[Operation::Delete { id: id(4) }, again]).unwrap_err();
    assert_eq!(refused.reason, Reason::Taken);
    assert_eq!(
        refused.to_string(),
        "operation 2, provision 000004: the id is taken"
    );
}

#[test]
fn a_stand_keeps_what_words_cannot_say() {
    let cut = Operation::Split {
        id: id(2),
        at: 5,
        new: id(8),
        label: None,
    };
    let tur = ParticipantId::new("TUR").unwrap();
    let at = Instant::from_seconds(0).unwrap();
    let stand = stand(tur.clone(), &text(), &[cut], at, None).unwrap();
    assert_eq!(stand.changes[0].change, Change::Split(id(8)));
    let rolling = crate::rolling(&text(), &[stand], &[], &crate::Options::default()).unwrap();
    let provision = rolling.expression.provision(id(2)).unwrap();
    assert_eq!(
        provision.alternatives.len(),
        1,
        "shown as a whole alternative"
    );
    assert_eq!(rolling.project(&tur).provisions.len(), 5);
}
