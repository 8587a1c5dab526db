//! Every page in every language: well-formed, one heading of the first order, every place that is
//! named there once, nothing from elsewhere, nothing that a register's words could break.

use alloc::collections::BTreeSet;

use super::house::{House, practice};

const PATHS: [&str; 26] = [
    "/",
    "/?q=aldmark",
    "/?q=nothing",
    "/t",
    "/t/warning",
    "/t/harbour",
    "/t/warning/p/RHV",
    "/p",
    "/p/ADM",
    "/p/ADM/with",
    "/p/ADM/with/GLD",
    "/g",
    "/g/warning",
    "/g/harbour",
    "/t/warning/text",
    "/s",
    "/m",
    "/events",
    "/log",
    "/help",
    "/verify",
    "/clause",
    "/api",
    "/t/warning/map",
    "/t/harbour/whatif",
    "/t/warning/whatif?suppose=IGD+ratification+2024-06-01&without=GLD+ratification+2018-01-10",
];

/// The elements that have no end.
const VOID: [&str; 5] = ["meta", "link", "input", "br", "rect"];

/// Reads the tags of a page; panics where they are not nested rightly.
fn tags(path: &str, html: &str) -> Vec<String> {
    let (mut open, mut seen): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut rest = html;
    while let Some(begin) = rest.find('<') {
        let tag = &rest[begin + 1..];
        let end = tag.find('>').unwrap();
        let (inside, after) = (&tag[..end], &tag[end + 1..]);
        rest = after;
        if inside.starts_with('!') {
            continue;
        }
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(
                open.pop().as_deref(),
                Some(name),
                "{path}: </{name}> among {open:?}"
            );
            continue;
        }
        let name = inside.split([' ', '/']).next().unwrap().to_owned();
        if !inside.ends_with('/') && !VOID.contains(&name.as_str()) {
            open.push(name.clone());
        }
        seen.push(inside.to_owned());
        // What stands in a block of data is no markup.
        if name == "script" {
            rest = &rest[rest.find("</script>").unwrap()..];
        }
    }
    assert_eq!(open, Vec::<String>::new(), "{path}");
    seen
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let behind = tag.split_once(&format!(" {name}=\""))?.1;
    Some(behind.split_once('"')?.0)
}

/// How the addresses end that no reader opens as a page.
const FOR_PROGRAMS: [&str; 4] = [".atom", "/checkpoint", ".csv", "/api/openapi.json"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_is_sound_in_every_language() {
    let house = House::of(Some(practice())).await;
    for path in PATHS {
        for (tag, direction) in [("en", "ltr"), ("tr", "ltr"), ("ar", "rtl")] {
            let mark = if path.contains('?') { '&' } else { '?' };
            let path = format!("{path}{mark}lang={tag}&at=2024-06-01");
            let html = house.get(&path);
            let seen = tags(&path, &html);
            let named = |name: &str| {
                let begin = format!("{name} ");
                seen.iter()
                    .filter(|tag| *tag == name || tag.starts_with(&begin))
                    .count()
            };
            let (head, _) = html.split_once("</head>").unwrap();
            let titles = head.matches("<title>").count();
            assert_eq!((named("h1"), named("main"), titles), (1, 1, 1), "{path}");
            let html_tag = format!("<html lang=\"{tag}\" dir=\"{direction}\"");
            assert!(html.contains(&html_tag), "{path}");
            let mut ids = BTreeSet::new();
            for tag in &seen {
                if let Some(id) = attribute(tag, "id") {
                    assert!(ids.insert(id), "{path}: {id} twice");
                }
                let foreign = ["style", "onclick", "onload", "hx-on", "hx-vals"];
                for name in foreign {
                    assert!(attribute(tag, name).is_none(), "{path}: {tag}");
                }
                for name in ["href", "src", "action"] {
                    let Some(link) = attribute(tag, name) else {
                        continue;
                    };
                    assert!(
                        link.starts_with(['/', '#']) && !link.starts_with("//"),
                        "{path}: {link}"
                    );
                    let kept = link.contains("at=2024-06-01") && link.contains("lang=");
                    let is_page = tag.starts_with("a ")
                        && !link.starts_with('#')
                        && !FOR_PROGRAMS.iter().any(|end| link.ends_with(end))
                        && !link.starts_with("/assets/")
                        && link != "/api/v1/treaties";
                    assert!(kept || !is_page, "{path}: {link} forgets day or language");
                }
            }
            for tag in seen.iter().filter(|tag| tag.starts_with("label ")) {
                let target = attribute(tag, "for").unwrap();
                assert!(ids.contains(target), "{path}: a label for {target}");
            }
            assert!(html.contains("testline"), "{path}: an exercise says so");
            assert!(!html.contains("<b>&\u{202e}"), "{path}: a name is markup");
            assert!(!html.contains("<i>note</i>"), "{path}: a note is markup");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_title_ends_the_block_of_linked_data() {
    let house = House::of(Some(practice())).await;
    let html = house.get("/t/warning");
    let (_, block) = html
        .split_once("<script type=\"application/ld+json\">")
        .unwrap();
    let (block, _) = block.split_once("</script>").unwrap();
    let data: serde_json::Value = serde_json::from_str(block).unwrap();
    assert_eq!(data["@type"], "Legislation");
    assert_eq!(data["name"], "Convention on Early Warning </script>");
    assert_eq!(data["legislationLegalForce"], "https://schema.org/InForce");
    assert_eq!(data["legislationDate"], "2017-05-12");
}
