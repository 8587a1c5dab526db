//! Versions of a text compared: what went, what came, and that nobody reads by it what he may not.

use sponsio_depositary::MakeRevision;
use sponsio_depositary::mandate::rights::Role;
use sponsio_depositary::store::Document;

use super::super::desk_house::DeskHouse;
use super::{HERE, convene, lorne, person, status};

const SECOND: &str = "# Treaty on Calm Waters {#k7m2qt}
language: en

Article 1. No attack {#k7m2qx}

1. Each Party shall at once notify the others. {#k7m2qy}

2. A Party that <b>attacks</b> tells all. {#k7m2r0}
";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_versions_are_compared_word_by_word() {
    let house = DeskHouse::open().await;
    convene(&house, true, true).await;
    let ana = person(&house, "o-ana", Role::Head, Some("ARV"), 1);
    let path = "/n/lorne/versions";
    assert!(ana.page("/n/lorne").contains("/n/lorne/versions"));
    assert!(ana.page(path).contains("has one version so far"));
    let state = house.depositary.state();
    let request = MakeRevision {
        conference: lorne(),
        from: state
            .register
            .conference(&lorne())
            .unwrap()
            .revision()
            .copied(),
        texts: vec![Document::of("text/plain", SECOND.as_bytes().to_vec())],
    };
    house.depositary.make_revision(request).await.unwrap();

    let page = ana.page(path);
    let between = |begin: &str, end: &str| -> Vec<String> {
        let parts = page.split(begin).skip(1);
        parts
            .map(|part| part.split(end).next().unwrap().to_owned())
            .collect()
    };
    let (gone, come) = (between("<del>", "</del>"), between("<ins>", "</ins>"));
    assert!(gone.iter().any(|one| one.ends_with("promptly")), "{gone:?}");
    assert!(come.iter().any(|one| one.ends_with("at once")), "{come:?}");
    let secret = "Nothing in this Treaty is secret.";
    assert!(gone.iter().any(|one| one.ends_with(secret)), "{gone:?}");
    let new = "A Party that &#60;b&#62;attacks&#60;/b&#62; tells all.";
    assert!(come.iter().any(|one| one.ends_with(new)), "{come:?}");
    assert!(
        page.contains("Article 1(1)") && page.contains("(round I)"),
        "{page}"
    );

    assert!(
        ana.page("/n/lorne/versions?from=2&to=2")
            .contains("Both say the same")
    );
    let backwards = ana.page("/n/lorne/versions?from=2&to=1");
    let come = backwards.split("<ins>").nth(1).unwrap();
    assert!(come.contains("promptly"), "{backwards}");
    for beyond in [
        "from=1&to=9",
        "from=0&to=9",
        "from=x&to=18446744073709551615",
    ] {
        let page = ana.page(&format!("/n/lorne/versions?{beyond}"));
        assert!(page.contains("not kept here"), "{beyond}: {page}");
    }

    // Who sits for nobody that is seated reads no text; who has no role here, not even that there is one.
    let foreign = house.person("o-for", &[Role::Head], HERE, Some("IGD"));
    let (_, page) = foreign.get(path);
    assert!(
        !page.contains("at once") && !page.contains("promptly"),
        "{page}"
    );
    let elsewhere = house.person("o-els", &[Role::Head], "conference/fjord", Some("ARV"));
    assert!([403, 404].contains(&status(&elsewhere.get(path).0)));
}
