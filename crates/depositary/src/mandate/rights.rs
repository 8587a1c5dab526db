//! Who may do what: role × deed × stage, deny by default. A deed is done only where one line of
//! `LINES` allows it to a role that is granted where the deed is done.
//!
//! Nothing here knows how somebody proved who he is, and nothing decides law: whether an act may be
//! received is examined afterwards.

use sponsio_record::{ConferenceId, ParticipantId, TreatyId};

use crate::proposal::Reader;

macro_rules! labelled {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $label:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// All of them, in this order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Returns the stable label.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)* }
            }

            /// Returns the one of this label.
            pub fn from_label(label: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.label() == label)
            }
        }
    };
}

labelled! {
    /// What somebody is, in the register as a whole, for one treaty or in one conference. Whoever has
    /// no role is the public.
    Role {
        /// Reads what the seated read, and says nothing.
        Observer "observer",
        /// Drafts for a delegation.
        Adviser "adviser",
        /// Drafts for a delegation, and clears its drafts.
        Approver "approver",
        /// Speaks for a delegation (VCLT art. 7).
        Head "head",
        /// Speaks for a delegation in the place of its head.
        Alternate "alternate",
        /// Presides over a conference.
        Chair "chair",
        /// Serves the chair of a conference.
        Secretariat "secretariat",
        /// Acts for the depositary (VCLT art. 77).
        DepositaryOfficer "depositary-officer",
        /// Reads what was done and what was refused.
        Auditor "auditor",
        /// Keeps the accounts; has no legal power.
        Operator "operator",
    }
}

labelled! {
    /// What somebody would do.
    Deed {
        /// Read the inbox of the depositary.
        ReadInbox "read-inbox",
        /// Enter what was received, so that it waits in the inbox.
        Enter "enter",
        /// Propose an act of the depositary.
        Propose "propose",
        /// Confirm what another officer proposed.
        Confirm "confirm",
        /// Give back what another officer proposed, with a reason.
        Return "return",
        /// Take what waits out of the inbox without an act.
        SetAside "set-aside",
        /// Read the room of a conference.
        ReadRoom "read-room",
        /// Write a draft for a delegation.
        Draft "draft",
        /// Table a proposal.
        Table "table",
        /// Acknowledge a proposal.
        Acknowledge "acknowledge",
        /// Answer a proposal.
        Answer "answer",
        /// Join a proposal.
        Join "join",
        /// Take a position.
        TakePosition "take-position",
        /// Withdraw a proposal.
        Withdraw "withdraw",
        /// Break silence in writing.
        Object "object",
        /// Open and close a round, convey and dispose of proposals, start a silence procedure.
        Preside "preside",
        /// Propose the publication of a round.
        ProposePublication "propose-publication",
        /// Confirm the publication of a round, or give it back with a reason.
        ConfirmPublication "confirm-publication",
        /// Read who has read which confidential draft.
        ReadReadings "read-readings",
        /// Read what was refused to whom.
        ReadDenials "read-denials",
        /// Invite, grant and revoke.
        KeepAccounts "keep-accounts",
    }
}

labelled! {
    /// How far that is with which somebody would do something.
    Stage {
        /// Nothing yet.
        Absent "absent",
        /// An instrument waits in the inbox.
        Received "received",
        /// An officer has proposed the act.
        Proposed "proposed",
        /// It is recorded, or set aside.
        Settled "settled",
        /// The round is open.
        Open "open",
        /// The round is frozen.
        Closed "closed",
        /// The round is published.
        Published "published",
    }
}

/// Where a role is granted, or a deed done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The register as a whole.
    Register,
    /// One treaty.
    Treaty(TreatyId),
    /// One conference.
    Conference(ConferenceId),
}

impl Scope {
    /// Returns the scope of this text: `register`, `treaty/ID` or `conference/ID`.
    pub fn from_text(text: &str) -> Option<Self> {
        match text.split_once('/') {
            None => (text == "register").then_some(Self::Register),
            Some(("treaty", id)) => TreatyId::new(id).ok().map(Self::Treaty),
            Some(("conference", id)) => ConferenceId::new(id).ok().map(Self::Conference),
            Some(_) => None,
        }
    }

    /// Whether it is the register as a whole.
    const fn is_register(&self) -> bool {
        matches!(self, Self::Register)
    }
}

impl core::fmt::Display for Scope {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Register => f.write_str("register"),
            Self::Treaty(id) => write!(f, "treaty/{id}"),
            Self::Conference(id) => write!(f, "conference/{id}"),
        }
    }
}

/// A role with the place where it holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
}

/// Who would do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The pseudonym, `o-…`.
    pub officer: String,
    /// For whom this person speaks; absent for the depositary, the chair and the operator.
    pub party: Option<ParticipantId>,
    /// What was granted.
    pub grants: Vec<Grant>,
}

/// With what something would be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// Where it belongs.
    pub scope: Scope,
    /// How far it is.
    pub stage: Stage,
    /// Who proposed it, if somebody did.
    pub proposed_by: Option<String>,
    /// Whose it is: a draft, a position; absent where it is nobody's in particular.
    pub of: Option<ParticipantId>,
}

impl Object {
    /// Returns something of the register as a whole that has no stage.
    pub const fn register() -> Self {
        Self::of(Scope::Register, Stage::Absent)
    }

    /// Returns something of this scope and stage that nobody proposed and that is nobody's own.
    pub const fn of(scope: Scope, stage: Stage) -> Self {
        Self {
            scope,
            stage,
            proposed_by: None,
            of: None,
        }
    }
}

labelled! {
    /// Why something may not be done.
    Denied {
        /// No role that allows it is granted there.
        Role "role",
        /// It may be done, but not at this stage.
        Stage "stage",
        /// Whoever proposed does not confirm.
        FourEyes "four-eyes",
        /// It is another delegation's.
        OtherParty "other-party",
    }
}

impl core::fmt::Display for Denied {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Role => "no role that allows this is granted here",
            Self::Stage => "this is not done at this stage",
            Self::FourEyes => "whoever proposed does not confirm",
            Self::OtherParty => "this belongs to another delegation",
        })
    }
}

/// Roles that may do something at stages.
struct Line {
    deed: Deed,
    roles: &'static [Role],
    stages: &'static [Stage],
}

const OFFICER: &[Role] = &[Role::DepositaryOfficer];
const PRESIDENCY: &[Role] = &[Role::Chair, Role::Secretariat];
const DRAFTERS: &[Role] = &[Role::Adviser, Role::Approver, Role::Head, Role::Alternate];
const SPEAKERS: &[Role] = &[Role::Head, Role::Alternate];

/// What is allowed; what no line allows is denied.
const LINES: &[Line] = &[
    Line {
        deed: Deed::ReadInbox,
        roles: &[Role::DepositaryOfficer, Role::Auditor],
        stages: &[
            Stage::Absent,
            Stage::Received,
            Stage::Proposed,
            Stage::Settled,
        ],
    },
    Line {
        deed: Deed::Enter,
        roles: OFFICER,
        stages: &[Stage::Absent, Stage::Received],
    },
    Line {
        deed: Deed::Propose,
        roles: OFFICER,
        stages: &[Stage::Received],
    },
    Line {
        deed: Deed::Confirm,
        roles: OFFICER,
        stages: &[Stage::Proposed],
    },
    Line {
        deed: Deed::Return,
        roles: OFFICER,
        stages: &[Stage::Proposed],
    },
    Line {
        deed: Deed::SetAside,
        roles: OFFICER,
        stages: &[Stage::Received],
    },
    Line {
        deed: Deed::ReadRoom,
        roles: &[
            Role::Observer,
            Role::Adviser,
            Role::Approver,
            Role::Head,
            Role::Alternate,
            Role::Chair,
            Role::Secretariat,
        ],
        stages: &[Stage::Absent, Stage::Open, Stage::Closed, Stage::Published],
    },
    Line {
        deed: Deed::Draft,
        roles: DRAFTERS,
        stages: &[Stage::Open, Stage::Closed],
    },
    // In the period after a refusal a delegation tables although the round has closed: the law says which.
    Line {
        deed: Deed::Table,
        roles: SPEAKERS,
        stages: &[Stage::Open, Stage::Closed],
    },
    Line {
        deed: Deed::Acknowledge,
        roles: SPEAKERS,
        stages: &[Stage::Open, Stage::Closed, Stage::Published],
    },
    Line {
        deed: Deed::Answer,
        roles: SPEAKERS,
        stages: &[Stage::Open, Stage::Closed],
    },
    Line {
        deed: Deed::Join,
        roles: SPEAKERS,
        stages: &[Stage::Open],
    },
    Line {
        deed: Deed::TakePosition,
        roles: SPEAKERS,
        stages: &[Stage::Open],
    },
    Line {
        deed: Deed::Withdraw,
        roles: SPEAKERS,
        stages: &[Stage::Open, Stage::Closed, Stage::Published],
    },
    // Silence may be asked for without a round, and is broken at any stage of one.
    Line {
        deed: Deed::Object,
        roles: SPEAKERS,
        stages: &[Stage::Absent, Stage::Open, Stage::Closed, Stage::Published],
    },
    Line {
        deed: Deed::Preside,
        roles: PRESIDENCY,
        stages: &[Stage::Absent, Stage::Open, Stage::Closed, Stage::Published],
    },
    Line {
        deed: Deed::ProposePublication,
        roles: PRESIDENCY,
        stages: &[Stage::Closed],
    },
    Line {
        deed: Deed::ConfirmPublication,
        roles: PRESIDENCY,
        stages: &[Stage::Closed],
    },
    Line {
        deed: Deed::ReadReadings,
        roles: &[Role::Auditor],
        stages: &[Stage::Absent],
    },
    Line {
        deed: Deed::ReadDenials,
        roles: &[Role::Auditor, Role::Operator],
        stages: &[Stage::Absent],
    },
    Line {
        deed: Deed::KeepAccounts,
        roles: &[Role::Operator],
        stages: &[Stage::Absent],
    },
];

/// Says whether somebody may do something.
pub fn may(holder: &Holder, deed: Deed, object: &Object) -> Result<(), Denied> {
    let has = |roles: &[Role]| {
        let mut grants = holder.grants.iter();
        grants.any(|grant| {
            let holds = grant.scope.is_register() || grant.scope == object.scope;
            holds && roles.contains(&grant.role)
        })
    };
    let mut lines = LINES
        .iter()
        .filter(|line| line.deed == deed && has(line.roles));
    let Some(line) = lines.next() else {
        return Err(Denied::Role);
    };
    let is_stage = |line: &Line| line.stages.contains(&object.stage);
    if !(is_stage(line) || lines.any(is_stage)) {
        return Err(Denied::Stage);
    }
    let is_confirmation = matches!(
        deed,
        Deed::Confirm | Deed::ConfirmPublication | Deed::Return
    );
    if is_confirmation && object.proposed_by.as_ref() == Some(&holder.officer) {
        return Err(Denied::FourEyes);
    }
    if is_confirmation && object.proposed_by.is_none() {
        return Err(Denied::Stage);
    }
    if deed.speaks() && (holder.party.is_none() || object.of != holder.party) {
        return Err(Denied::OtherParty);
    }
    // Who presides reads the drafts of all: that is nobody who speaks for one.
    if deed.presides() && holder.party.is_some() {
        return Err(Denied::OtherParty);
    }
    Ok(())
}

impl Deed {
    /// Whether it is done for a delegation, by one of its own.
    const fn speaks(self) -> bool {
        matches!(
            self,
            Self::Draft
                | Self::Table
                | Self::Acknowledge
                | Self::Answer
                | Self::Join
                | Self::TakePosition
                | Self::Withdraw
                | Self::Object
        )
    }

    /// Whether it is done for a conference, by nobody who speaks for a delegation.
    const fn presides(self) -> bool {
        matches!(
            self,
            Self::Preside | Self::ProposePublication | Self::ConfirmPublication
        )
    }
}

/// Says as whom somebody reads the papers of a conference: as the delegation for which he speaks, as the
/// presidency, or, without either, what the public log shows; `None` where the room is closed to him.
pub fn reader(holder: &Holder, conference: &ConferenceId) -> Option<Reader> {
    let object = Object::of(Scope::Conference(conference.clone()), Stage::Absent);
    may(holder, Deed::ReadRoom, &object).ok()?;
    if let Some(party) = &holder.party {
        return Some(Reader::Delegation(party.clone()));
    }
    let presides = may(holder, Deed::Preside, &object).is_ok();
    Some(if presides {
        Reader::Presidency
    } else {
        Reader::Public
    })
}

#[cfg(test)]
#[path = "rights/tests.rs"]
mod tests;
