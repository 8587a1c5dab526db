//! Some words of a provision are chosen: they are found in the text that the round began with, or the page says that
//! they are not there.

use sponsio_depositary::mandate::rights::Role;

use super::super::desk_house::DeskHouse;
use super::{HERE, convene, person, status};

/// The value of an attribute of the field.
fn cursor(page: &str) -> Option<(usize, usize)> {
    let number = |name: &str| {
        let rest = page.split(&format!("{name}=\"")).nth(1)?;
        rest.split('"').next()?.parse().ok()
    };
    Some((number("data-from")?, number("data-to")?))
}

fn field(page: &str) -> &str {
    let rest = page.split("<textarea").nth(1).expect("a field");
    let rest = rest.split(">\n").nth(1).expect("its words");
    rest.split("</textarea>").next().expect("its end")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_that_are_chosen_are_found_in_the_base() {
    let house = DeskHouse::open().await;
    convene(&house, true, true).await;
    let ana = person(&house, "o-ana", Role::Head, Some("ARV"), 1);
    let path = "/n/lorne/choose/en/k7m2qy";
    let page = ana.page("/n/lorne?provision=k7m2qy");
    assert!(page.contains("id=\"choose\""), "{page}");
    assert!(page.contains("data-at=\"/n/lorne/choose/en/\""), "{page}");
    assert!(page.contains("data-own=\"k7m2qy\""), "{page}");
    let chosen = |words: &str, way: &str| {
        let (head, page) = ana.officer.post(path, &[("chosen", words), ("do", way)]);
        assert_eq!(status(&head), 200, "{page}");
        page
    };
    let whole = "Each Party shall promptly notify the others.";
    let page = chosen(" promptly\n notify ", "other");
    assert_eq!((field(&page), cursor(&page)), (whole, Some((17, 32))));
    let page = chosen("promptly", "after");
    assert_eq!((field(&page), cursor(&page)), (whole, Some((25, 25))));
    let page = chosen("promptly", "strike");
    let without = "Each Party shall notify the others.";
    assert_eq!((field(&page), cursor(&page)), (without, Some((16, 16))));
    assert!(page.contains("these words are struck out"), "{page}");

    // What stands there twice is asked for, what does not stand there is said.
    let page = chosen("e", "strike");
    assert_eq!((field(&page), cursor(&page)), (whole, None));
    assert_eq!(page.matches("name=\"nth\"").count(), 2, "{page}");
    let second = [("chosen", "e"), ("do", "strike"), ("nth", "2")];
    let (_, page) = ana.officer.post(path, &second);
    assert!(cursor(&page).is_some(), "{page}");
    let beyond = [("chosen", "e"), ("do", "strike"), ("nth", "9")];
    let (_, page) = ana.officer.post(path, &beyond);
    assert_eq!((field(&page), cursor(&page)), (whole, None));
    for absent in ["at once", "<b>promptly</b>"] {
        let page = chosen(absent, "other");
        assert_eq!((field(&page), cursor(&page)), (whole, None));
        assert!(page.contains("do not stand so"), "{page}");
        assert!(!page.contains("<b>"), "{page}");
    }
    assert!(chosen("", "other").contains("No words were chosen"));

    for wrong in ["/n/lorne/choose/en/zzzzzz", "/n/lorne/choose/xx/k7m2qy"] {
        let (head, _) = ana
            .officer
            .post(wrong, &[("chosen", "promptly"), ("do", "other")]);
        assert_eq!(status(&head), 404, "{wrong}");
    }
    let (head, _) = ana
        .officer
        .post(path, &[("chosen", "promptly"), ("do", "erase")]);
    assert_eq!(status(&head), 404);
    let observer = house.person("o-obs", &[Role::Observer], HERE, Some("ARV"));
    let (head, _) = observer.post(path, &[("chosen", "promptly"), ("do", "other")]);
    assert_eq!(status(&head), 403);
    assert!(!observer.get("/n/lorne").1.contains("id=\"choose\""));
}
