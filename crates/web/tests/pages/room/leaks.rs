//! No word of a draft reaches anybody to whom it is not addressed: on no page, in no feed, error, log or list.

use sponsio_depositary::Reader;

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_word_of_a_draft_reaches_anybody_else() {
    let house = DeskHouse::open().await;
    convene(&house, true, true).await;
    let ana = person(&house, "o-ana", Role::Head, Some("ARV"), 1);
    let bea = person(&house, "o-bea", Role::Head, Some("BRS"), 2);
    let words = format!("Each Party shall {CANARY} notify the others.");
    let kept = ana.drafts(&format!("{words} A draft that stays."));
    let draft = ana.drafts(&words);
    ana.tables(&draft, &words, &["BRS"]);
    let of = mark(&house);
    let answer = [("stance", "stance-oppose"), ("text", CANARY)];
    bea.does(&format!("/n/lorne/p/{of}/answer"), &answer);

    let others = [
        ("o-cid", Role::Head, Some("CDL")),
        ("o-obs", Role::Observer, None),
        ("o-gone", Role::Head, Some("IGD")),
        ("o-aud", Role::Auditor, None),
        ("o-op", Role::Operator, None),
        ("o-dep", Role::DepositaryOfficer, None),
    ];
    let paths = [
        "/n".to_owned(),
        "/n/lorne".to_owned(),
        "/n/lorne?provision=k7m2qy".to_owned(),
        "/n/lorne/part".to_owned(),
        "/n/lorne/drafts".to_owned(),
        "/n/lorne/chair".to_owned(),
        "/n/lorne/readings".to_owned(),
        "/n/lorne/draft/en/replace/k7m2qy".to_owned(),
        format!("/n/lorne/p/{of}"),
        kept.clone(),
        "/desk".to_owned(),
        "/denials".to_owned(),
        "/profile".to_owned(),
    ];
    let leaks = |told: &str, place: &str| {
        let is_leak = told.contains(CANARY) || told.contains("kanarya");
        assert!(!is_leak, "{place}: {told}");
    };
    for (name, role, party) in others {
        let other = house.person(name, &[role], "register", party);
        for path in &paths {
            let (head, body) = other.get(path);
            leaks(&format!("{head}{body}"), &format!("{name} {path}"));
            assert_ne!(status(&head), 503, "{name} {path}");
        }
        for path in [
            format!("{kept}/table"),
            format!("{kept}/erase"),
            kept.clone(),
        ] {
            let (head, body) = other.post(&path, &[("words", "x"), ("seen", "")]);
            leaks(&format!("{head}{body}"), &path);
            assert!([403, 404].contains(&status(&head)), "{name} {path}: {head}");
        }
        for deed in [
            "acknowledge",
            "answer",
            "join",
            "take-position",
            "withdraw",
            "dispose",
        ] {
            let path = format!("/n/lorne/p/{of}/{deed}");
            let (head, body) = other.post(&path, &[("stance", "stance-support")]);
            leaks(&format!("{head}{body}"), &path);
            assert!(
                [403, 404, 422].contains(&status(&head)),
                "{name} {path}: {head}"
            );
        }
    }
    // The words are there for those to whom they are addressed, and for the presidency.
    let sec = person(&house, "o-sec", Role::Secretariat, None, 3);
    for who in [&ana, &bea, &sec] {
        assert!(who.page("/n/lorne").contains("kanarya"));
    }
    assert!(!sec.page("/n/lorne").contains("A draft that stays"));
    assert_eq!(status(&sec.officer.get(&kept).0), 403);
    // An error over the words themselves says where, and not what.
    let path = "/n/lorne/draft/en/replace/k7m2qy";
    let wrong = format!("{CANARY} ** [open");
    let (head, page) = ana.officer.post(path, &[("words", &wrong)]);
    assert_eq!(status(&head), 422);
    let notice = page
        .split("-fault\">")
        .nth(1)
        .unwrap()
        .split("</p>")
        .next()
        .unwrap();
    leaks(notice, "the fault");

    for path in [
        "/",
        "/events",
        "/feed.atom",
        "/t",
        "/t/harbour",
        "/m",
        "/s",
        "/api/v1/events",
        "/n",
    ] {
        let (head, body) = house.ask(&format!("GET {path}"), "", "");
        leaks(&format!("{head}{body}"), path);
    }
    leaks(&house.journal.lock().unwrap().join("\n"), "the journal");
    leaks(
        &format!("{:?}", house.accounts.denials(999).unwrap()),
        "the refusals",
    );
    leaks(&format!("{:?}", house.depositary), "a message");
    // Who read what is written down, without a word.
    let read = house.accounts.readings(&lorne(), 999).unwrap();
    leaks(&format!("{read:?}"), "the readings");
    let readers: BTreeSet<&str> = read.iter().map(|one| one.officer.as_str()).collect();
    assert_eq!(readers, BTreeSet::from(["o-ana", "o-bea", "o-sec"]));
    let auditor = house.person("o-aud-2", &[Role::Auditor], HERE, None);
    let page = auditor.get("/n/lorne/readings").1;
    assert!(page.contains("o-sec") && page.contains(&of), "{page}");
    let view = house
        .depositary
        .view(&lorne(), &Reader::Delegation(code("CDL")))
        .await;
    assert_eq!(view.unwrap().read_in_confidence(house.depositary.now()), []);

    // An erased draft is gone, and the words of it are in no file of the accounts.
    let (head, _) = ana.officer.post(&format!("{kept}/erase"), &[]);
    assert_eq!(status(&head), 303);
    assert_eq!(status(&ana.officer.get(&kept).0), 404);
    assert_eq!(house.accounts.drafts(&lorne(), &code("ARV")).unwrap(), []);
}
