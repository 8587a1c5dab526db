//! A document that comes back from a delegation: what it now wants, which is for the delegation to
//! confirm, and what of the file is not carried over.

use super::cut::Change;
use super::known::{Known, authors, known, missing, pairs};
use super::read::{Comment, Document, Loss, LossKind, Paragraph, note};
use super::resolve::{Line, lines, with_headings, without_front};
use super::sheet::{Sheet, Source, sheet};
use super::show::{Shower, front};
use super::structure::{self, Tree};
use super::voices::{Listed, Voices};
use super::words::{recognise, tokens};
use super::write::View;
use super::{CHANGED, FOR, KIND, KIND_EDITING, KIND_ROLLING, changed_row};
use crate::body::Body;
use crate::provision::{IdSource, Kind, Provision, ProvisionId, draw_unused};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use sponsio_record::ParticipantId;

/// A paragraph in which our revisions are missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its provision.
    pub provision: ProvisionId,
    /// Its label as it is shown; empty if it has none.
    pub label: String,
    /// Its first words, in the base.
    pub excerpt: String,
    /// Whose revisions are missing.
    pub authors: Vec<String>,
}

/// Why a document that came back is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReturnFault {
    /// It is the working copy of another delegation.
    OthersCopy(ParticipantId),
    /// Tracked changes with which it went out are gone: somebody accepted or rejected them, or a
    /// program dropped them. What the delegation itself wants cannot be told from that.
    RevisionsMissing(Vec<Missing>),
    /// It is a rolling text of all, read against a base without it, and in some of its paragraphs the
    /// tracked changes with which it went out are gone.
    Settled {
        /// In how many paragraphs it went out with tracked changes.
        changed: usize,
        /// In how many it has some.
        left: usize,
        /// The paragraphs in which they are gone, as far as their marks are still there.
        paragraphs: Vec<Missing>,
    },
    /// The author of a tracked change is a list of delegations that was cut, so that it does not say
    /// whether the delegation is one of them.
    ListCut(String),
}

impl fmt::Display for ReturnFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OthersCopy(other) => write!(f, "this is the working copy of {other}"),
            Self::RevisionsMissing(all) => {
                f.write_str("tracked changes with which the file went out are missing in")?;
                for (number, one) in all.iter().enumerate() {
                    f.write_str(if number == 0 { " " } else { ", " })?;
                    write!(f, "{} {}", one.provision, one.label)?;
                }
                Ok(())
            }
            Self::Settled { changed, left, .. } => write!(
                f,
                "tracked changes were accepted or rejected: {changed} paragraphs had some, {left} have"
            ),
            Self::ListCut(author) => write!(f, "`{author}` does not say who else wants the change"),
        }
    }
}

impl core::error::Error for ReturnFault {}

/// What a document that came back says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The delegation's whole text: its provisions in its order.
    pub text: Vec<Provision>,
    /// Provisions whose paragraph was found by likeness, for want of a bookmark.
    pub guessed: Vec<ProvisionId>,
    /// The comments that people wrote: private notes of the delegation.
    pub comments: Vec<Comment>,
    /// The lists of other delegations whose tracked changes stand in it and are left to them.
    pub others: Vec<String>,
    /// What is not carried over.
    pub losses: Vec<Loss>,
}

/// Reads what a delegation wants from a document: one that went out to it, or its own version of the
/// text from any program.
///
/// # Errors
/// The working copy of another delegation; a file in which our tracked changes are missing.
pub fn returned<'a>(
    document: &Document,
    source: impl Into<Source<'a>>,
    delegation: &ParticipantId,
    ids: &mut dyn IdSource,
) -> Result<Returned, ReturnFault> {
    let source = source.into();
    let view = view(document);
    if let Some(View::For(other)) = &view
        && other != delegation
    {
        return Err(ReturnFault::OthersCopy(other.clone()));
    }
    let went_out = sheet(source, view.as_ref().unwrap_or(&View::Rolling));
    let shower = Shower::new(source.expression);
    let language = &source.expression.language;
    let authors = authors(&went_out);
    let mut losses = document.losses.clone();
    let is_ours = view.is_some()
        || document
            .paragraphs
            .iter()
            .any(|one| !one.bookmarks.is_empty());
    let mut lists = Lists::default();
    let lines = lines(document, &mut losses, |revision| {
        match authors.get(&revision.author) {
            Some(voices) => voices.has(delegation),
            // What is not of the text that went out may be of a rolling text all the same.
            None if is_ours => lists.accepts(&revision.author, delegation),
            None => true,
        }
    });
    let lines = with_headings(lines, language, &mut losses);
    if let Some(author) = lists.cut {
        return Err(ReturnFault::ListCut(author));
    }
    if authors.is_empty() {
        settled(document, source, &shower)?;
    }
    let known = known(&went_out, delegation, language);
    let pairs = pairs(&known, &lines, &shower);

    let mut paragraphs = by_bookmark(document);
    for (line, place) in lines.iter().zip(&pairs.of_line) {
        if let Some(place) = place {
            let own = paragraphs.entry(known[*place].provision.id).or_default();
            own.extend(&line.paragraphs);
        }
    }
    let gone = if is_ours {
        missing(&went_out, document, &paragraphs)
    } else {
        flattened(&went_out, &lines, &shower)
    };
    if !gone.is_empty() {
        return Err(ReturnFault::RevisionsMissing(described(
            source, &shower, gone,
        )));
    }

    let mut reader = Reader {
        document,
        shower: &shower,
        source,
        ids,
        losses,
    };
    let text = reader.text(&known, &lines, &pairs.of_line);
    let losses = reader.losses;
    let guessed = pairs
        .guessed
        .iter()
        .map(|&place| known[place].provision.id)
        .collect();
    Ok(Returned {
        text,
        guessed,
        comments: document.comments.clone(),
        others: lists.others.into_iter().collect(),
        losses,
    })
}

/// The authors of a document that are lists of delegations.
#[derive(Default)]
struct Lists {
    /// Those without the delegation.
    others: BTreeSet<String>,
    /// One that was cut before its place.
    cut: Option<String>,
}

impl Lists {
    /// Whether a change is one of the delegation: its list names it, or a person made it.
    fn accepts(&mut self, author: &str, delegation: &ParticipantId) -> bool {
        match Voices::names(author, delegation) {
            Listed::Yes | Listed::NoList => return true,
            Listed::No => {
                self.others.insert(String::from(author));
            }
            Listed::CutOff => self.cut = Some(String::from(author)),
        }
        false
    }
}

/// Refuses a rolling text in which changes were accepted or rejected: the words of all would be read as
/// those of one.
fn settled(
    document: &Document,
    source: Source<'_>,
    shower: &Shower<'_>,
) -> Result<(), ReturnFault> {
    let has_some = |paragraph: &Paragraph| {
        let within = paragraph.texts.iter().flat_map(|text| &text.revisions);
        within.chain(&paragraph.end).next().is_some()
    };
    let left = document
        .paragraphs
        .iter()
        .filter(|own| has_some(own))
        .count();
    let changed = document.property(CHANGED).and_then(|own| own.parse().ok());
    let Some(changed) = changed else {
        return Ok(());
    };
    let gone = changed_in(document).into_iter().filter_map(|id| {
        let marked = |own: &&Paragraph| own.bookmarks.contains(&id);
        let mut own = document.paragraphs.iter().filter(marked).peekable();
        own.peek()?;
        (!own.any(has_some)).then(|| (id, BTreeSet::new()))
    });
    let gone: Vec<(ProvisionId, BTreeSet<String>)> = gone.collect();
    if left >= changed && gone.is_empty() {
        return Ok(());
    }
    Err(ReturnFault::Settled {
        changed,
        left,
        paragraphs: described(source, shower, gone),
    })
}

/// The provisions in whose paragraphs a rolling text went out with tracked changes.
fn changed_in(document: &Document) -> Vec<ProvisionId> {
    let rows = (1..).map_while(|number| document.property(&changed_row(number)));
    rows.flat_map(str::split_ascii_whitespace)
        .filter_map(|id| id.parse().ok())
        .collect()
}

/// Returns what a document says that it is.
fn view(document: &Document) -> Option<View> {
    match document.property(KIND)? {
        KIND_ROLLING => Some(View::Rolling),
        KIND_EDITING => Some(View::For(ParticipantId::new(document.property(FOR)?).ok()?)),
        _ => None,
    }
}

fn by_bookmark(document: &Document) -> BTreeMap<ProvisionId, BTreeSet<usize>> {
    let mut paragraphs: BTreeMap<ProvisionId, BTreeSet<usize>> = BTreeMap::new();
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        for id in &paragraph.bookmarks {
            paragraphs.entry(*id).or_default().insert(number);
        }
    }
    paragraphs
}

/// Finds the paragraphs of a file without any trace of ours that read as ours with everything
/// accepted: all readings one after the other.
fn flattened(
    went_out: &Sheet<'_>,
    lines: &[Line],
    shower: &Shower<'_>,
) -> Vec<(ProvisionId, BTreeSet<String>)> {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let found: BTreeSet<String> = lines.iter().map(|line| bare(&line.text())).collect();
    let mut gone = Vec::new();
    for shown in &went_out.shown {
        let mut words = front(&shown.provision, shower.language());
        let mut inserters = BTreeSet::new();
        for piece in &shown.cut.pieces {
            match &piece.change {
                Change::Dropped(_) => continue,
                Change::Kept => {}
                Change::Inserted(voices) => {
                    inserters.insert(voices.author());
                }
            }
            words.push_str(&shower.text(&piece.tokens, shown.provision.id));
        }
        // One reading alone may be what this delegation wants.
        if inserters.len() > 1 && found.contains(&bare(&words)) {
            gone.push((shown.provision.id, inserters));
        }
    }
    gone
}

fn described(
    source: Source<'_>,
    shower: &Shower<'_>,
    gone: Vec<(ProvisionId, BTreeSet<String>)>,
) -> Vec<Missing> {
    let describe = |(id, authors): (ProvisionId, BTreeSet<String>)| {
        let provision = source.expression.provision(id);
        let label = provision
            .map(|own| front(own, shower.language()))
            .unwrap_or_default();
        let words = provision
            .map(|own| shower.text(&own.body.base(), id))
            .unwrap_or_default();
        Missing {
            provision: id,
            label,
            excerpt: structure::excerpt(&words),
            authors: authors.into_iter().collect(),
        }
    };
    gone.into_iter().map(describe).collect()
}

struct Reader<'a, 'i> {
    document: &'a Document,
    shower: &'a Shower<'a>,
    source: Source<'a>,
    ids: &'i mut dyn IdSource,
    losses: Vec<Loss>,
}

impl Reader<'_, '_> {
    fn text(
        &mut self,
        known: &[Known<'_>],
        lines: &[Line],
        of_line: &[Option<usize>],
    ) -> Vec<Provision> {
        let language = &self.source.expression.language;
        let mut used: BTreeSet<ProvisionId> = self
            .source
            .expression
            .provisions
            .iter()
            .map(|own| own.id)
            .collect();
        let mut tree = Tree::default();
        let mut text = Vec::new();
        // What says nothing has no paragraph: it stays before what follows it.
        let found: BTreeSet<usize> = of_line.iter().flatten().copied().collect();
        let silent = |place: &usize| known[*place].provision.is_blank() && !found.contains(place);
        let stays = |place: usize| known[place].provision.clone().into_owned();
        let mut silent = (0..known.len()).filter(silent).peekable();
        for (line, place) in lines.iter().zip(of_line) {
            while let Some(place) = silent.next_if(|own| place.is_some_and(|place| *own < place)) {
                text.push(stays(place));
            }
            let provision = match place {
                Some(place) => {
                    let provision = self.kept(&known[*place], line);
                    let label = provision.label.as_ref();
                    tree.parent(provision.id, provision.kind, label, language);
                    provision
                }
                None => self.inserted(line, &mut tree, &mut used),
            };
            text.push(provision);
        }
        text.extend(silent.map(stays));
        text
    }

    fn kept(&mut self, known: &Known<'_>, line: &Line) -> Provision {
        let words = line.text();
        let skip = after_front(&words, &known.front).unwrap_or_else(|| {
            let place = line.paragraphs.first().map_or(0, |first| first + 1);
            note(&mut self.losses, LossKind::Label, place, &words);
            // Another label is no words either.
            structure::recognise(&words, self.shower.language()).front
        });
        let found = tokens(&without_front(&line.texts, skip), &self.document.footnotes);
        let words = recognise(self.shower, known.provision.id, &known.words, found);
        Provision {
            body: Body::of(words),
            alternatives: Vec::new(),
            inserted_by: Vec::new(),
            ..known.provision.clone().into_owned()
        }
    }

    fn inserted(
        &mut self,
        line: &Line,
        tree: &mut Tree,
        used: &mut BTreeSet<ProvisionId>,
    ) -> Provision {
        let id = fresh(self.ids, used);
        provision_of(line, id, self.document, self.shower.language(), tree)
    }
}

/// Draws an id that is not in use.
pub(super) fn fresh(ids: &mut dyn IdSource, used: &mut BTreeSet<ProvisionId>) -> ProvisionId {
    let id = draw_unused(ids, used);
    used.insert(id);
    id
}

/// Reads a line that no provision is known for.
pub(super) fn provision_of(
    line: &Line,
    id: ProvisionId,
    document: &Document,
    language: &crate::language::Language,
    tree: &mut Tree,
) -> Provision {
    let found = structure::recognise(&line.text(), language);
    let in_preamble = found.label.is_none() && tree.is_in_preamble();
    let kind = match found.kind {
        Kind::Paragraph if in_preamble => Kind::Recital,
        other => other,
    };
    let words = tokens(
        &without_front(&line.texts, found.front),
        &document.footnotes,
    );
    let parent = tree.parent(id, kind, found.label.as_ref(), language);
    Provision {
        parent,
        ..Provision::new(id, kind, found.label, Body::of(words))
    }
}

/// Returns how many characters stand before the words of a line that begins with this front; `None`
/// if it does not begin so.
fn after_front(text: &str, front: &str) -> Option<usize> {
    let lead = text.chars().take_while(|c| c.is_whitespace()).count();
    let spaced = |c: char| if c.is_whitespace() { ' ' } else { c };
    let mut rest = text.chars().skip(lead).map(spaced);
    let dash = front == "\u{2013}";
    for wanted in front.chars().map(spaced) {
        let found = rest.next()?;
        if found != wanted && !(dash && matches!(found, '-' | '\u{2014}' | '\u{2022}')) {
            return None;
        }
    }
    let mut skip = lead + front.chars().count();
    let rest: Vec<char> = rest.collect();
    if front.is_empty() {
        return Some(skip);
    }
    let stop = usize::from(rest.first() == Some(&'.'));
    let gap = rest[stop..].iter().take_while(|c| **c == ' ').count();
    if gap == 0 && rest.len() > stop {
        return None;
    }
    skip += stop + gap;
    Some(skip)
}
