//! Atom (RFC 4287): what happened, the latest first.

use crate::locale::{Words, say};
use crate::page::event::Event;
use crate::page::shown::Shown;
use crate::svg::escaped;

/// The most entries of a feed.
const MOST: usize = 100;

/// Returns a feed of events under this title; `path` is its own address.
pub(crate) fn atom(shown: &Shown<'_>, title: &str, path: &str, events: &[Event<'_>]) -> String {
    let words = shown.words();
    let origin = shown
        .reading
        .log
        .as_ref()
        .map_or("register", |head| &head.origin);
    let latest = events.iter().map(|event| event.day).max();
    let updated = latest.map_or_else(|| "1970-01-01".to_owned(), |day| day.to_string());
    let mut feed = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" \
         xml:lang=\"{lang}\">\n<id>{id}</id>\n<title>{title}</title>\n<updated>{updated}T00:00:00Z</updated>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{path}\"/>\n<author><name>{author}</name></author>\n",
        lang = shown.language.tag(),
        id = escaped(&urn(origin, path)),
        title = escaped(title),
        path = escaped(path),
        author = escaped(if shown.reading.title.is_empty() {
            "Sponsio"
        } else {
            &shown.reading.title
        }),
    );
    if shown.reading.exercise {
        let notice = escaped(&say!(words, "exercise"));
        feed.extend(["<subtitle>", &notice, "</subtitle>\n"]);
    }
    for event in events.iter().take(MOST) {
        feed.push_str(&entry(shown, words, origin, event));
    }
    feed.push_str("</feed>\n");
    feed
}

fn entry(shown: &Shown<'_>, words: &Words, origin: &str, event: &Event<'_>) -> String {
    use crate::page::event::What;
    let told = event.told(shown, words);
    // The same act has the same name in every feed and every language.
    let mark = match event.what {
        What::Act(act) => act.digest().to_string(),
        What::Force => format!("{}/force", told.treaty_path),
        What::End => format!("{}/end", told.treaty_path),
    };
    format!(
        "<entry><id>{}</id><title>{}</title><updated>{}T00:00:00Z</updated>\
         <link href=\"{}\"/><summary>{}</summary></entry>\n",
        escaped(&urn(origin, &mark)),
        escaped(&told.subject),
        event.day,
        escaped(&told.path),
        escaped(&told.title),
    )
}

/// An identifier that stays the same wherever the register is served from.
fn urn(origin: &str, mark: &str) -> String {
    format!("urn:sponsio:{origin}:{}", mark.trim_start_matches('/'))
}
