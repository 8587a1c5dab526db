//! Where conferences met: the meetings, and one with who sat there, what was taken up and what was
//! left, which points were cleared and what was understood.

use askama::Template;
use sponsio_law::calendar::Date;
use sponsio_law::conference::{
    Attention, Clarification, Conference, Meeting, Understanding, Weight,
};
use sponsio_record::{ActId, ParticipantId};

use crate::locale::say;
use crate::page::asked::Asked;
use crate::page::frame::{Frame, Section};
use crate::page::record;
use crate::page::shown::Shown;

#[derive(Template)]
#[template(path = "meetings.html")]
pub(crate) struct Meetings {
    p: Frame,
    groups: Vec<Group>,
}

/// The meetings of one conference, and its agenda.
struct Group {
    title: String,
    met: Vec<Met>,
    agenda: Vec<Item>,
    clarifications: Vec<Point>,
    understandings: Vec<Understood>,
}

/// A meeting in a list.
struct Met {
    day: Date,
    name: String,
    place: String,
    subject: String,
    path: String,
    sat: String,
}

/// An item of the agenda, with how it was treated.
struct Item {
    place: usize,
    name: String,
    title: String,
    days: String,
    minutes: String,
    share: Option<String>,
    end: Option<String>,
    /// Whether it is open and was never taken up.
    is_left: bool,
    meetings: Vec<(String, String)>,
}

/// A point that was understood differently.
struct Point {
    about: String,
    understood: Vec<(String, String)>,
    answers: Vec<(String, String)>,
    outcome: String,
    is_open: bool,
}

/// What was reached among some, or is said to have been.
struct Understood {
    words: String,
    said: String,
    is_open: bool,
    /// How it was carried into a provision, with the place of that in the adopted text.
    carried: Vec<(String, Option<String>)>,
}

#[derive(Template)]
#[template(path = "meeting.html")]
pub(crate) struct MeetingPage {
    p: Frame,
    title: String,
    lead: String,
    facts: Vec<(String, String)>,
    delegations: Vec<Delegation>,
    absent: Vec<String>,
    agenda: Vec<Item>,
    clarifications: Vec<Point>,
    understandings: Vec<Understood>,
}

/// Who sat for a participant.
struct Delegation {
    name: String,
    people: Vec<(String, String)>,
}

/// Returns the meetings that began by a day, by conference, the latest first.
pub(crate) fn list(shown: &Shown<'_>, asked: &Asked) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Meetings, shown.reading);
    let conferences = shown.reading.register.conferences();
    let groups = conferences.map(|conference| {
        let mut met: Vec<Met> = conference
            .meetings()
            .iter()
            .filter(|meeting| is_there(meeting, p.day))
            .map(|meeting| one(&p, meeting))
            .collect();
        met.sort_by_key(|met| core::cmp::Reverse(met.day));
        Group {
            title: conference.convened.title.clone(),
            met,
            agenda: agenda(&p, conference, None),
            clarifications: clarifications(shown, &p, conference, None),
            understandings: understandings(shown, &p, conference, None),
        }
    });
    let groups = groups.filter(|group| {
        let parts = [
            group.met.len(),
            group.agenda.len(),
            group.clarifications.len(),
        ];
        parts.iter().sum::<usize>() + group.understandings.len() > 0
    });
    let groups = groups.collect();
    Meetings { p, groups }.render()
}

fn is_there(meeting: &Meeting, day: Option<Date>) -> bool {
    meeting.at <= record::until(day) && day.is_none_or(|day| meeting.opened.date <= day)
}

fn one(p: &Frame, meeting: &Meeting) -> Met {
    let opened = &meeting.opened;
    Met {
        day: opened.date,
        name: opened.meeting.clone(),
        place: opened.place.clone(),
        subject: opened.subject.clone(),
        path: p.link(format!("/m/{}", meeting.id)),
        sat: say!(
            p.words,
            "count-delegations",
            count = meeting.attendance.len()
        ),
    }
}

/// Returns the meeting of a mark, if it began by a day.
pub(crate) fn found<'a>(
    shown: &Shown<'a>,
    id: &str,
    day: Option<Date>,
) -> Option<(&'a Conference, &'a Meeting)> {
    let of: ActId = id.parse().ok()?;
    let mut conferences = shown.reading.register.conferences();
    conferences.find_map(|conference| {
        let mut meetings = conference.meetings().iter();
        let meeting = meetings.find(|one| one.id == of && is_there(one, day))?;
        Some((&**conference, meeting))
    })
}

/// Returns the page of one meeting.
pub(crate) fn page(
    shown: &Shown<'_>,
    asked: &Asked,
    (conference, meeting): (&Conference, &Meeting),
) -> Result<String, askama::Error> {
    let p = Frame::new(asked, Section::Meetings, shown.reading);
    let (words, opened) = (p.words, &meeting.opened);
    // The names of those who sit there are not public: what is shown is in which office and capacity.
    let sat = meeting
        .attendance
        .iter()
        .map(|(code, delegation)| Delegation {
            name: record::name(shown, code),
            people: delegation
                .representatives
                .iter()
                .map(|one| {
                    let capacity = say!(words, &format!("capacity-{}", one.capacity.label()));
                    match one.office.as_str() {
                        "" => (capacity, String::new()),
                        office => (office.to_owned(), capacity),
                    }
                })
                .collect(),
        });
    let absent = conference
        .seats()
        .filter(|(code, _)| !meeting.attendance.contains_key(code));
    let closed = meeting
        .closed
        .as_ref()
        .filter(|(at, _)| *at <= record::until(p.day));
    let closed = closed.and_then(|(at, _)| record::day_of(*at));
    let mut facts = vec![
        (p.t("fact-day"), p.day(&opened.date)),
        (p.t("fact-place"), opened.place.clone()),
    ];
    facts.extend(closed.map(|day| (p.t("fact-closed"), p.day(&day))));
    if closed.is_none() {
        facts.push((p.t("fact-closed"), p.t("not-closed")));
    }
    MeetingPage {
        title: opened.meeting.clone(),
        lead: opened.subject.clone(),
        facts,
        delegations: sat.collect(),
        absent: absent.map(|(code, _)| record::name(shown, code)).collect(),
        agenda: agenda(&p, conference, Some(meeting)),
        clarifications: clarifications(shown, &p, conference, Some(meeting)),
        understandings: understandings(shown, &p, conference, Some(meeting)),
        p,
    }
    .render()
}

/// Returns the whole agenda; of one meeting with what it took up, and what it left.
fn agenda(p: &Frame, conference: &Conference, at: Option<&Meeting>) -> Vec<Item> {
    let by = record::until(p.day);
    let attention = conference.agenda(by);
    attention
        .iter()
        .map(|one| item(p, conference, one, at))
        .collect()
}

fn item(p: &Frame, conference: &Conference, one: &Attention<'_>, at: Option<&Meeting>) -> Item {
    let (words, by) = (p.words, record::until(p.day));
    let taken = one.item.taken_up.iter().filter(|(_, when, _)| *when <= by);
    let taken = taken
        .filter(|(taken, ..)| at.is_none_or(|meeting| taken.meeting == meeting.opened.meeting));
    let taken: Vec<_> = taken.collect();
    let minutes = if at.is_some() {
        taken.iter().map(|(taken, ..)| taken.minutes).sum()
    } else {
        one.minutes
    };
    let ended = one.item.concluded.as_ref().filter(|(at, _)| *at <= by);
    let held = |name: &str| conference.meeting(name).map(|meeting| meeting.id);
    let share = one.share().filter(|_| at.is_none());
    let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    Item {
        place: one.place,
        name: one.item.added.item.clone(),
        title: one.item.added.title.clone(),
        days: say!(
            words,
            "left-days",
            count = usize::try_from(one.days).unwrap_or_default()
        ),
        minutes: say!(words, "count-minutes", count = number(minutes)),
        share: share.map(|share| say!(words, "share-of-time", count = number(share / 10))),
        end: ended.map(|(_, reason)| reason.clone()),
        is_left: ended.is_none() && minutes == 0,
        meetings: taken
            .iter()
            .filter_map(|(taken, ..)| {
                let id = held(&taken.meeting)?;
                Some((taken.meeting.clone(), p.link(format!("/m/{id}"))))
            })
            .collect(),
    }
}

/// Returns the points; of one meeting those that it closed, and those on which a reading was recorded there.
fn clarifications(
    shown: &Shown<'_>,
    p: &Frame,
    conference: &Conference,
    at: Option<&Meeting>,
) -> Vec<Point> {
    let by = record::until(p.day);
    let touches = |point: &Clarification| {
        at.is_none_or(|meeting| {
            let name = &meeting.opened.meeting;
            let closed = point
                .closed
                .as_ref()
                .is_some_and(|(closed, _)| closed.meeting == *name);
            closed || point.readings.values().any(|(held, _)| held == name)
        })
    };
    let points = conference.clarifications().iter();
    let points = points.filter(|point| point.at <= by && touches(point));
    points.map(|one| point(shown, p, one)).collect()
}

fn point(shown: &Shown<'_>, p: &Frame, one: &Clarification) -> Point {
    let (words, by) = (p.words, record::until(p.day));
    let closed = one.closed.as_ref().filter(|(_, at)| *at <= by);
    let outcome = closed.map(|(closed, _)| {
        let reading = closed.reading.as_str();
        match one.weight() {
            Weight::PreparatoryWork(lacking) => {
                let lacking = names(shown, lacking.iter());
                say!(
                    words,
                    "reading-preparatory",
                    reading = reading,
                    lacking = lacking.as_str()
                )
            }
            Weight::Agreed | Weight::Open => say!(words, "reading-agreed", reading = reading),
        }
    });
    let understood = one.understood.iter();
    let answers = one.answers.iter().filter(|(_, at, _)| *at <= by);
    Point {
        about: one.raised.point.clone(),
        understood: understood
            .map(|(who, how)| (record::name(shown, who), how.clone()))
            .collect(),
        answers: answers
            .map(|(who, _, said)| (record::name(shown, who), said.clone()))
            .collect(),
        is_open: outcome.is_none(),
        outcome: outcome.unwrap_or_else(|| p.t("reading-open")),
    }
}

fn understandings(
    shown: &Shown<'_>,
    p: &Frame,
    conference: &Conference,
    at: Option<&Meeting>,
) -> Vec<Understood> {
    let by = record::until(p.day);
    let all = conference.understandings().iter().filter(|one| {
        let here = at.is_none_or(|meeting| one.recorded.meeting == meeting.opened.meeting);
        one.at <= by && here
    });
    all.map(|one| understood(shown, p, conference, one))
        .collect()
}

/// One that not all of those affirm among whom it is said to have been reached is a claim.
fn understood(
    shown: &Shown<'_>,
    p: &Frame,
    conference: &Conference,
    one: &Understanding,
) -> Understood {
    let by = record::until(p.day);
    let affirmed = |code: &ParticipantId| one.affirmed.get(code).is_some_and(|at| *at <= by);
    let lacking: Vec<&ParticipantId> = one
        .recorded
        .among
        .iter()
        .filter(|code| !affirmed(code))
        .collect();
    let among = names(shown, one.recorded.among.iter());
    let said = if lacking.is_empty() {
        say!(p.words, "understanding-reached", among = among.as_str())
    } else {
        let lacking = names(shown, lacking.iter().copied());
        say!(
            p.words,
            "understanding-claimed",
            among = among.as_str(),
            lacking = lacking.as_str()
        )
    };
    let carried = one.carried.iter().filter(|(_, at, _)| *at <= by);
    Understood {
        words: one.recorded.words.clone(),
        said,
        is_open: !lacking.is_empty(),
        carried: carried
            .map(|(provision, _, reason)| {
                let path = || p.link(format!("/t/{}/text#{provision}", conference.treaty()));
                let adopted = conference.adoption().filter(|adoption| adoption.at <= by);
                (reason.clone(), adopted.map(|_| path()))
            })
            .collect(),
    }
}

fn names<'n>(shown: &Shown<'_>, codes: impl Iterator<Item = &'n ParticipantId>) -> String {
    codes
        .map(|code| record::name(shown, code))
        .collect::<Vec<_>>()
        .join(", ")
}
