//! The register folder: participants, acts with their knowledge dates, tables, treaties.

use alloc::collections::BTreeMap;

use super::day::Day;
use super::lex::billionths;
use super::read::{read_depositaries, read_rule};
use super::rule::{Billionths, Group, Member, Organizations, Policies, Rule};

/// The acts of consent (VCLT art. 11).
const CONSENTS: [&str; 9] = [
    "definitive-signature",
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "formal-confirmation",
    "consent-to-be-bound",
    "simplified-procedure",
];

/// The acts that make their author a signatory.
const SIGNATURES: [&str; 4] = [
    "signature",
    "signature-ad-referendum",
    "succession-to-signature",
    "definitive-signature",
];

/// The acts that end something, or hand it on.
const ENDINGS: [&str; 4] = [
    "withdrawal",
    "revocation",
    "withdrawal-of-instrument",
    "continuation",
];

/// Returns the act of consent of this name.
pub(super) fn consent_kind(label: &str) -> Option<&'static str> {
    CONSENTS.into_iter().find(|kind| *kind == label)
}

/// Notices of provisional application and their end (VCLT art. 25).
const APPLICATIONS: [&str; 2] = ["provisional-application", "end-of-provisional-application"];

/// What a participant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A State, existing or former.
    State,
    Organization,
    Territory,
    /// A code that the list of participants lacks.
    Stranger,
}

/// The participants' codes by number; a code met for the first time gets the next number.
#[derive(Debug, Default)]
pub(super) struct Codes {
    numbers: BTreeMap<String, usize>,
    pub(super) names: Vec<String>,
    pub(super) kinds: Vec<Kind>,
}

impl Codes {
    /// Returns the number of this code.
    pub(super) fn number_of(&mut self, code: &str) -> usize {
        if let Some(number) = self.numbers.get(code) {
            return *number;
        }
        let number = self.names.len();
        self.numbers.insert(code.to_owned(), number);
        self.names.push(code.to_owned());
        self.kinds.push(Kind::Stranger);
        number
    }

    /// Returns what the participant is.
    pub(super) fn kind(&self, participant: usize) -> Kind {
        self.kinds
            .get(participant)
            .copied()
            .unwrap_or(Kind::Stranger)
    }
}

/// An act that is known, with its right date.
#[derive(Debug, Clone)]
pub(super) struct Act {
    pub(super) participant: usize,
    /// A name from one of the lists above.
    pub(super) kind: &'static str,
    pub(super) date: Day,
    pub(super) effect: Option<Day>,
    /// The predecessor, for a continuation.
    pub(super) of: Option<usize>,
}

impl Act {
    pub(super) fn is_consent(&self) -> bool {
        CONSENTS.contains(&self.kind)
    }

    pub(super) fn is_signature(&self) -> bool {
        SIGNATURES.contains(&self.kind)
    }
}

/// A treaty with its acts.
#[derive(Debug, Default)]
pub(super) struct Treaty {
    pub(super) rule: Rule,
    pub(super) acts: Vec<Act>,
}

/// A register as it was known on one day.
#[derive(Debug)]
pub(super) struct Register {
    pub(super) codes: Codes,
    pub(super) treaties: BTreeMap<String, Treaty>,
    /// The members of organizations, where a table gives them.
    pub(super) members: BTreeMap<usize, Vec<Member>>,
    /// Whether a withdrawal's date is that of the receipt of the notice.
    pub(super) notices_have_receipt: bool,
}

impl Register {
    /// Reads the folder as it was known on a day, or as it is known now.
    pub(super) fn read(
        files: &BTreeMap<String, String>,
        known: Option<Day>,
    ) -> Result<Self, String> {
        let mut codes = read_participants(text_of(files, "participants.csv")?)?;
        let organizations: Vec<(usize, String)> = (0..codes.names.len())
            .filter(|number| codes.kind(*number) == Kind::Organization)
            .filter_map(|number| Some((number, codes.names.get(number)?.clone())))
            .collect();
        let mut members = BTreeMap::new();
        for (number, code) in organizations {
            if let Some(table) = files.get(&format!("groups/{code}.csv")) {
                members.insert(number, group_table(table, &mut codes)?);
            }
        }
        let depositaries = match files.get("depositaries.clausula") {
            Some(text) => read_depositaries(text, &mut codes, files)?,
            None => BTreeMap::new(),
        };
        let mut treaties = BTreeMap::new();
        for (name, text) in files {
            let Some(stem) = name.strip_prefix("treaties/") else {
                continue;
            };
            let Some(stem) = stem.strip_suffix(".clausula") else {
                continue;
            };
            let mut rule =
                read_rule(text, &mut codes, files).map_err(|why| format!("{name}: {why}"))?;
            inherit(&mut rule, &depositaries);
            let id = rule.id.clone().unwrap_or_else(|| stem.to_owned());
            treaties.insert(
                id,
                Treaty {
                    rule,
                    acts: Vec::new(),
                },
            );
        }
        let table = Table::read(text_of(files, "acts.csv")?)?;
        let notices_have_receipt = table.has("effect");
        read_acts(&table, known, &mut codes, &mut treaties)?;
        Ok(Self {
            codes,
            treaties,
            members,
            notices_have_receipt,
        })
    }

    /// Returns every day on which a table's membership changes.
    pub(super) fn table_days(&self, rule: &Rule) -> Vec<Day> {
        let groups = rule.groups.values().filter_map(|group| match group {
            Group::Table(rows) => Some(rows),
            Group::Set(_) | Group::Unknown => None,
        });
        let tables = groups.chain(self.members.values());
        tables
            .flatten()
            .flat_map(|member| [member.from, member.until])
            .flatten()
            .collect()
    }
}

fn text_of<'a>(files: &'a BTreeMap<String, String>, name: &str) -> Result<&'a str, String> {
    files
        .get(name)
        .map(String::as_str)
        .ok_or(format!("no file {name}"))
}

/// Appends the depositary's policies to the treaty's own.
fn inherit(rule: &mut Rule, depositaries: &BTreeMap<String, Policies>) {
    let Some(policies) = rule
        .depositary
        .as_ref()
        .and_then(|name| depositaries.get(name))
    else {
        return;
    };
    rule.policies.expiry.extend(policies.expiry.iter().cloned());
    rule.policies.organizations = rule.policies.organizations.or(policies.organizations);
}

impl Rule {
    /// Returns the policy on organizations that stands, by default `not-additional`.
    pub(super) fn organizations(&self) -> Organizations {
        self.policies
            .organizations
            .unwrap_or(Organizations::NotAdditional)
    }
}

fn read_participants(text: &str) -> Result<Codes, String> {
    let table = Table::read(text)?;
    let mut codes = Codes::default();
    for row in &table.rows {
        let number = codes.number_of(table.field(row, "code"));
        let kind = match table.field(row, "kind") {
            "state" | "former-state" => Kind::State,
            "organization" => Kind::Organization,
            "territory" => Kind::Territory,
            other => return Err(format!("{other} is no kind of participant")),
        };
        if let Some(place) = codes.kinds.get_mut(number) {
            *place = kind;
        }
    }
    Ok(codes)
}

/// Reads `participant,from,until`.
pub(super) fn group_table(text: &str, codes: &mut Codes) -> Result<Vec<Member>, String> {
    let table = Table::read(text)?;
    let mut rows = Vec::new();
    for row in &table.rows {
        rows.push(Member {
            who: codes.number_of(table.field(row, "participant")),
            from: table.day(row, "from")?,
            until: table.day(row, "until")?,
        });
    }
    Ok(rows)
}

/// Reads `participant,weight`.
pub(super) fn weight_table(
    text: &str,
    codes: &mut Codes,
) -> Result<BTreeMap<usize, Billionths>, String> {
    let table = Table::read(text)?;
    let mut rows = BTreeMap::new();
    for row in &table.rows {
        let weight = table.field(row, "weight");
        let weight = billionths(weight).ok_or(format!("{weight} is no weight"))?;
        rows.insert(codes.number_of(table.field(row, "participant")), weight);
    }
    Ok(rows)
}

/// Adds to each treaty the acts known on the day, with their dates as then corrected.
fn read_acts(
    table: &Table,
    known: Option<Day>,
    codes: &mut Codes,
    treaties: &mut BTreeMap<String, Treaty>,
) -> Result<(), String> {
    let is_known = |recorded: Day| known.is_none_or(|known| recorded <= known);
    let mut corrections: BTreeMap<&str, (Day, Day)> = BTreeMap::new();
    for row in &table.rows {
        if table.field(row, "act") != "correction" || table.field(row, "of").is_empty() {
            continue;
        }
        let date = table
            .day(row, "date")?
            .ok_or("a correction without a date")?;
        let recorded = table.day(row, "recorded")?.unwrap_or(date);
        let standing = corrections.get(table.field(row, "of")).copied();
        if is_known(recorded) && standing.is_none_or(|standing| standing <= (recorded, date)) {
            corrections.insert(table.field(row, "of"), (recorded, date));
        }
    }
    for row in &table.rows {
        let label = table.field(row, "act");
        let kinds = CONSENTS
            .into_iter()
            .chain(SIGNATURES)
            .chain(ENDINGS)
            .chain(APPLICATIONS);
        let Some(kind) = kinds.into_iter().find(|kind| *kind == label) else {
            continue;
        };
        let published = table
            .day(row, "date")?
            .ok_or(format!("a {label} without a date"))?;
        if !is_known(table.day(row, "recorded")?.unwrap_or(published)) {
            continue;
        }
        let Some(treaty) = treaties.get_mut(table.field(row, "treaty")) else {
            continue;
        };
        let corrected = corrections
            .get(table.field(row, "id"))
            .map(|(_, date)| *date);
        let of = Some(table.field(row, "of")).filter(|of| !of.is_empty());
        treaty.acts.push(Act {
            participant: codes.number_of(table.field(row, "participant")),
            kind,
            date: corrected.unwrap_or(published),
            // A recorded effect on the act's own date is corrected with it.
            effect: table
                .day(row, "effect")?
                .map(|effect| corrected.filter(|_| effect == published).unwrap_or(effect)),
            of: of.map(|code| codes.number_of(code)),
        });
    }
    Ok(())
}

/// A table of comma-separated values with a header.
struct Table {
    columns: BTreeMap<String, usize>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn read(text: &str) -> Result<Self, String> {
        let mut rows = rows_of(text).into_iter();
        let header = rows.next().ok_or("an empty table")?;
        let columns = header
            .into_iter()
            .enumerate()
            .map(|(place, name)| (name, place))
            .collect();
        Ok(Self {
            columns,
            rows: rows.collect(),
        })
    }

    fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// Returns the field, empty where the row or the table lacks it.
    fn field<'a>(&self, row: &'a [String], column: &str) -> &'a str {
        let place = self.columns.get(column).copied();
        place
            .and_then(|place| row.get(place))
            .map_or("", String::as_str)
    }

    fn day(&self, row: &[String], column: &str) -> Result<Option<Day>, String> {
        match self.field(row, column) {
            "" => Ok(None),
            text => Day::read(text)
                .map(Some)
                .ok_or(format!("{text} is no date")),
        }
    }
}

/// Splits comma-separated values; a field in quotes may hold commas, line ends and doubled quotes.
fn rows_of(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut rest = text.chars().peekable();
    while let Some(next) = rest.next() {
        match next {
            '"' if quoted && rest.peek() == Some(&'"') => field.extend(rest.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(core::mem::take(&mut field)),
            '\n' if !quoted => {
                row.push(core::mem::take(&mut field));
                rows.push(core::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            plain => field.push(plain),
        }
    }
    if !field.is_empty() || !row.is_empty() {
        row.push(field);
        rows.push(row);
    }
    rows.retain(|row| row.iter().any(|field| !field.is_empty()));
    rows
}
