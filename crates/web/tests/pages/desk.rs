//! The desk over HTTP: who gets in, what is refused, and that an act is done by two, over its digest.

use sponsio_depositary::accounts::{ABSOLUTE, Assertion, IDLE, Passkey};
use sponsio_depositary::mandate::rights::Role;
use sponsio_record::Digest;

use crate::authenticator::Authenticator;
use crate::desk_house::{DeskHouse, ORIGIN, OWN, Officer, form, hidden, location, options};

fn status(head: &str) -> u16 {
    head.split(' ').nth(1).unwrap().parse().unwrap()
}

/// Gives an officer a passkey without a page.
fn with_key(house: &DeskHouse, officer: &Officer<'_>, seed: u8) -> Authenticator {
    let key = Authenticator::new(seed, ORIGIN);
    let secret = Digest::of(officer.name.as_bytes()).to_string();
    let (head, body) = house.enrol(&secret, &key);
    assert_eq!(status(&head), 200, "{body}");
    key
}

/// Proposes what is at this path; returns the page that asked.
fn proposed(officer: &Officer<'_>, key: &Authenticator, path: &str) -> String {
    let (head, page) = officer.post(&format!("{path}/propose"), &[]);
    assert_eq!(status(&head), 200, "{page}");
    let answer = key.get(&options(&page));
    let (head, body) = officer.answer(&format!("{path}/proposed"), &page, &answer);
    assert_eq!(status(&head), 303, "{body}");
    page
}

/// Enters, ticks and proposes an accession; returns its path.
fn waiting(officer: &Officer<'_>, key: &Authenticator, party: &str) -> String {
    let path = officer.enter(party);
    proposed(officer, key, &path);
    path
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_officer_makes_a_passkey_and_signs_in() {
    let house = DeskHouse::open().await;
    let secret = house.invite("o-anna", &[Role::DepositaryOfficer]);
    let key = Authenticator::new(1, ORIGIN);
    let (head, body) = house.enrol(&secret, &key);
    assert_eq!(status(&head), 200, "{body}");
    assert_eq!(body.matches("<li><code>").count(), 8, "recovery codes");
    assert_eq!(
        status(&house.ask(&format!("GET /enrol/{secret}"), "", "").0),
        410
    );

    let (_, page) = house.ask("POST /sign-in", OWN, &form(&[("officer", "o-anna")]));
    let sent = |answer: &str| {
        let body = form(&[("ceremony", &hidden(&page, "ceremony")), ("answer", answer)]);
        house.ask("POST /sign-in/passkey", OWN, &body)
    };
    let good = key.get(&options(&page));
    let (head, _) = sent(&good);
    assert_eq!(status(&head), 303, "{head}");
    let cookie = head
        .lines()
        .find(|line| line.starts_with("set-cookie: "))
        .unwrap();
    for part in [
        "__Host-sponsio=",
        "; Path=/",
        "; Secure",
        "; HttpOnly",
        "; SameSite=Lax",
    ] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    assert_eq!(status(&sent(&good).0), 410, "an answer is taken once");

    for (key, unverified) in [(Authenticator::new(2, ORIGIN), false), (key, true)] {
        let (_, page) = house.ask("POST /sign-in", OWN, &form(&[("officer", "o-anna")]));
        let asked = options(&page);
        let answer = if unverified {
            key.get_unverified(&asked)
        } else {
            key.get(&asked)
        };
        let body = form(&[
            ("ceremony", &hidden(&page, "ceremony")),
            ("answer", &answer),
        ]);
        let (head, _) = house.ask("POST /sign-in/passkey", OWN, &body);
        assert_eq!(status(&head), 403);
        assert!(!head.contains("set-cookie"), "{head}");
    }
    let said = house.journal.lock().unwrap().join("\n");
    assert!(said.contains("/enrol") && !said.contains(&secret), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_answer_of_another_site_is_not_believed() {
    let house = DeskHouse::open().await;
    let secret = house.invite("o-anna", &[Role::DepositaryOfficer]);
    for origin in [
        "http://localhost:8082",
        "https://localhost",
        "http://evil.example",
    ] {
        let (head, _) = house.enrol(&secret, &Authenticator::new(1, origin));
        assert_eq!(status(&head), 403, "{origin}");
    }
    assert_eq!(house.accounts.passkeys("o-anna").unwrap(), []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_session_there_is_the_sign_in_and_no_cookie() {
    let house = DeskHouse::open().await;
    for path in [
        "/desk",
        "/profile",
        "/denials",
        "/desk/new/deposit",
        "/desk/i/00",
    ] {
        let (head, _) = house.ask(&format!("GET {path}"), "", "");
        assert_eq!(
            (status(&head), location(&head).as_deref()),
            (303, Some("/sign-in")),
            "{path}"
        );
        let (head, _) = house.ask(&format!("POST {path}"), OWN, "");
        assert!([303, 404].contains(&status(&head)), "{path}");
    }
    for path in ["/", "/t", "/sign-in", "/recover"] {
        let (head, _) = house.ask(&format!("GET {path}"), "", "");
        assert_eq!(status(&head), 200, "{path}");
        assert!(!head.contains("set-cookie"), "{path}");
    }
    let (head, _) = house.ask("GET /sign-in", "", "");
    assert!(head.contains("cache-control: no-store"), "{head}");
    assert!(
        head.contains("content-security-policy: default-src 'none'"),
        "{head}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_from_elsewhere_does_nothing() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let cookie = format!("cookie: __Host-sponsio={}\r\n", anna.secret);
    let fields = form(&[
        ("token", &anna.token),
        ("treaty", "harbour"),
        ("participant", "ARV"),
        ("label", "accession"),
    ]);
    for headers in [
        "",
        "origin: null\r\n",
        "origin: http://evil.example\r\n",
        "sec-fetch-site: cross-site\r\norigin: http://localhost:8081\r\n",
        "sec-fetch-site: same-site\r\n",
    ] {
        let headers = format!("{headers}{cookie}");
        let (head, _) = house.ask("POST /desk/new/deposit", &headers, &fields);
        assert_eq!(status(&head), 403, "{headers}");
    }
    for token in ["", "token-of-o-ben", "TOKEN-of-o-anna"] {
        let fields = [
            ("token", token),
            ("treaty", "harbour"),
            ("label", "accession"),
        ];
        let (head, _) = anna.post_as("/desk/new/deposit", &fields);
        assert_eq!(status(&head), 403, "{token}");
    }
    assert_eq!(house.accounts.waiting(None, 0, 9).unwrap().1, 0);
    let kept = house.accounts.denials(99).unwrap();
    let why: Vec<&str> = kept.iter().map(|one| one.why.as_str()).collect();
    assert_eq!(why.iter().filter(|why| **why == "other-site").count(), 5);
    assert_eq!(why.iter().filter(|why| **why == "token").count(), 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn roles_open_their_pages_and_no_others() {
    let house = DeskHouse::open().await;
    let officer = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let auditor = house.officer("o-aud", &[Role::Auditor]);
    let operator = house.officer("o-op", &[Role::Operator]);
    let head = house.officer("o-head", &[Role::Head]);
    let nobody = house.officer("o-none", &[]);
    let path = officer.enter("ARV");
    let pages = [
        "/desk",
        "/desk/new/deposit",
        path.as_str(),
        "/denials",
        "/profile",
    ];
    for (who, expected) in [
        (&officer, [200, 200, 200, 403, 200]),
        (&auditor, [200, 403, 200, 200, 200]),
        (&operator, [403, 403, 403, 200, 200]),
        (&head, [403, 403, 403, 403, 200]),
        (&nobody, [403, 403, 403, 403, 200]),
    ] {
        let found = pages.map(|page| status(&who.get(page).0));
        assert_eq!(found, expected, "{}", who.name);
    }
    for who in [&auditor, &operator, &head, &nobody] {
        for end in ["", "/propose", "/confirm", "/return", "/set-aside"] {
            let fields = [("why", "because"), ("label", "accession")];
            let (answer, _) = who.post(&format!("{path}{end}"), &fields);
            assert_eq!(status(&answer), 403, "{} {end}", who.name);
        }
    }
    let (found, _) = house.accounts.waiting(None, 0, 9).unwrap();
    assert_eq!(found.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_act_is_recorded_when_two_have_asserted_over_it() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let ben = house.officer("o-ben", &[Role::DepositaryOfficer]);
    let (key_anna, key_ben) = (with_key(&house, &anna, 1), with_key(&house, &ben, 2));
    let before = house.depositary.state().size();
    let path = anna.enter("ARV");
    let asked = proposed(&anna, &key_anna, &path);
    assert_eq!(
        house.depositary.state().size(),
        before,
        "nothing is recorded yet"
    );

    let (head, _) = anna.post(&format!("{path}/confirm"), &[]);
    assert_eq!(status(&head), 403, "whoever proposed does not confirm");
    let (_, page) = ben.post(&format!("{path}/confirm"), &[]);
    // The answer to one question does for no other: not of another officer, nor of another deed.
    let (head, _) = anna.answer(
        &format!("{path}/confirmed"),
        &page,
        &key_anna.get(&options(&page)),
    );
    assert_eq!(status(&head), 403);
    let (head, _) = ben.answer(
        &format!("{path}/confirmed"),
        &page,
        &key_anna.get(&options(&page)),
    );
    assert_eq!(status(&head), 403, "the passkey of another officer");
    let (_, page) = ben.post(&format!("{path}/confirm"), &[]);
    let (head, _) = ben.answer(
        &format!("{path}/confirmed"),
        &page,
        &key_ben.get(&options(&asked)),
    );
    assert_eq!(status(&head), 403, "over another challenge");
    assert_eq!(house.depositary.state().size(), before);

    let (_, page) = ben.post(&format!("{path}/confirm"), &[]);
    let (head, body) = ben.answer(
        &format!("{path}/confirmed"),
        &page,
        &key_ben.get(&options(&page)),
    );
    assert_eq!(status(&head), 303, "{body}");
    assert_eq!(house.depositary.state().size(), before + 1);
    let (head, _) = ben.post(&format!("{path}/confirm"), &[]);
    assert_eq!(status(&head), 403, "it is settled");

    let mark = path.rsplit('/').next().unwrap();
    let act = house.accounts.proposed(mark).unwrap().unwrap();
    let evidence = house.accounts.evidence(&act.digest()).unwrap();
    let who: Vec<_> = evidence
        .iter()
        .map(|one| (one.assertion.officer.as_str(), one.assertion.deed.as_str()))
        .collect();
    assert_eq!(who, [("o-anna", "propose"), ("o-ben", "confirm")]);
    for (one, page) in evidence.iter().zip([&asked, &page]) {
        let Assertion {
            officer,
            deed,
            act,
            nonce,
            ..
        } = &one.assertion;
        let challenge = Assertion::challenge(officer, deed, act, nonce);
        let given = Authenticator::challenge(&options(page));
        assert_eq!(
            given,
            challenge.as_bytes(),
            "the challenge is bound to the act"
        );
    }
    let (_, said) = anna.get(&path);
    assert!(said.contains("o-anna") && said.contains("o-ben"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_officers_who_confirm_at_once_one_is_first() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let ben = house.officer("o-ben", &[Role::DepositaryOfficer]);
    let cem = house.officer("o-cem", &[Role::DepositaryOfficer]);
    let keys = [(&anna, 1), (&ben, 2), (&cem, 3)].map(|(who, seed)| with_key(&house, who, seed));
    let path = waiting(&anna, &keys[0], "ARV");
    let before = house.depositary.state().size();
    let pages = [&ben, &cem].map(|who| who.post(&format!("{path}/confirm"), &[]).1);
    let answers = [
        keys[1].get(&options(&pages[0])),
        keys[2].get(&options(&pages[1])),
    ];
    let done = format!("{path}/confirmed");
    let heads = std::thread::scope(|scope| {
        let first = scope.spawn(|| ben.answer(&done, &pages[0], &answers[0]).0);
        let second = scope.spawn(|| cem.answer(&done, &pages[1], &answers[1]).0);
        [first.join().unwrap(), second.join().unwrap()]
    });
    let mut found = heads.map(|head| status(&head));
    found.sort_unstable();
    assert!(found == [303, 403] || found == [303, 409], "{found:?}");
    assert_eq!(house.depositary.state().size(), before + 1, "recorded once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_changed_after_the_question_is_asked_anew() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let key = with_key(&house, &anna, 1);
    let path = anna.enter("ARV");
    let (_, page) = anna.post(&format!("{path}/propose"), &[]);
    let fields = [
        ("treaty", "harbour"),
        ("participant", "BRS"),
        ("label", "accession"),
        ("note", "another"),
    ];
    let elsewhere = [&fields[1..], &[("treaty", "watch")]].concat();
    assert_eq!(
        status(&anna.post(&path, &elsewhere).0),
        422,
        "another treaty"
    );
    assert_eq!(status(&anna.post(&path, &fields).0), 303);
    let (head, _) = anna.answer(
        &format!("{path}/proposed"),
        &page,
        &key.get(&options(&page)),
    );
    assert_eq!(status(&head), 409, "the answer was over another act");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_law_refuses_is_not_asked_for() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let ben = house.officer("o-ben", &[Role::DepositaryOfficer]);
    let (key_anna, key_ben) = (with_key(&house, &anna, 1), with_key(&house, &ben, 2));
    let path = waiting(&anna, &key_anna, "ARV");
    let (_, page) = ben.post(&format!("{path}/confirm"), &[]);
    ben.answer(
        &format!("{path}/confirmed"),
        &page,
        &key_ben.get(&options(&page)),
    );
    // The same party again: it is bound already.
    let again = anna.enter("ARV");
    let (_, page) = anna.get(&again);
    assert!(page.contains("would not be received"), "{page}");
    let (head, page) = anna.post(&format!("{again}/propose"), &[]);
    assert_eq!(status(&head), 422, "{page}");
    let (head, _) = anna.post(&format!("{again}/set-aside"), &[("why", "")]);
    assert_eq!(status(&head), 422, "a reason is given");
    let (head, _) = anna.post(&format!("{again}/set-aside"), &[("why", "sent twice")]);
    assert_eq!(status(&head), 303);
    assert_eq!(house.accounts.waiting(None, 0, 9).unwrap().1, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_open_point_of_form_needs_a_reason() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    with_key(&house, &anna, 1);
    let path = anna.enter("ARV");
    let fields = [
        ("treaty", "harbour"),
        ("participant", "ARV"),
        ("label", "accession"),
    ];
    assert_eq!(status(&anna.post(&path, &fields).0), 303);
    let (head, page) = anna.post(&format!("{path}/propose"), &[]);
    assert_eq!(status(&head), 422);
    assert!(page.contains("href=\"#note\""), "{page}");
    let checks = [
        "treaty",
        "undertaking",
        "signed",
        "unconditional",
        "dated",
        "custody",
    ];
    let checks = checks.map(|name| format!("check-{name}"));
    let ticked: Vec<(&str, &str)> = checks.iter().map(|name| (name.as_str(), "yes")).collect();
    anna.post(&path, &[&fields[..], &ticked].concat());
    assert_eq!(status(&anna.post(&format!("{path}/propose"), &[]).0), 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sessions_end_and_are_ended() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    house.clock.forward(IDLE - 1);
    assert_eq!(status(&anna.get("/profile").0), 200);
    house.clock.forward(IDLE);
    assert_eq!(status(&anna.get("/profile").0), 303);
    let ben = house.officer("o-ben", &[Role::DepositaryOfficer]);
    for _ in 0..(ABSOLUTE / (IDLE - 1)) {
        house.clock.forward(IDLE - 1);
        ben.get("/profile");
    }
    house.clock.forward(IDLE - 1);
    assert_eq!(status(&ben.get("/profile").0), 303, "in any case");
    let cem = house.officer("o-cem", &[Role::DepositaryOfficer]);
    let (head, _) = cem.post("/sign-out", &[]);
    assert!(head.contains("Max-Age=0"), "{head}");
    assert_eq!(status(&cem.get("/profile").0), 303);
    let dil = house.officer("o-dil", &[Role::DepositaryOfficer]);
    house
        .accounts
        .revoke("o-dil", "2027-01-01T00:00:00Z".parse().unwrap())
        .unwrap();
    assert_eq!(status(&dil.get("/desk").0), 303, "revoked at once");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn recovery_codes_cannot_be_tried_out() {
    let house = DeskHouse::open().await;
    let secret = house.invite("o-anna", &[Role::DepositaryOfficer]);
    let (_, page) = house.enrol(&secret, &Authenticator::new(1, ORIGIN));
    let code = page.split_once("<li><code>").unwrap().1;
    let code = code.split_once('<').unwrap().0.to_owned();
    let tried = |officer: &str, code: &str| {
        house.ask(
            "POST /recover",
            OWN,
            &form(&[("officer", officer), ("code", code)]),
        )
    };
    let (_, unknown) = tried("o-nobody", &code);
    let (_, wrong) = tried("o-anna", "1-aaaa-bbbb-cccc-dddd");
    let plain = |page: &str| page.replace("o-nobody", "x").replace("o-anna", "x");
    assert_eq!(
        plain(&unknown),
        plain(&wrong),
        "which of both was wrong is not told"
    );
    let (head, _) = tried("o-anna", &code);
    assert!(location(&head).unwrap().starts_with("/enrol/"), "{head}");
    assert_eq!(
        status(&tried("o-anna", &code).0),
        422,
        "a code is used once"
    );
    for _ in 0..4 {
        tried("o-anna", "1-aaaa-bbbb-cccc-dddd");
    }
    let (_, page) = tried("o-anna", "2-aaaa-bbbb-cccc-dddd");
    assert!(page.contains("Wait an hour"), "{page}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_words_stay_words() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer, Role::Auditor]);
    let hostile = "<script>alert(1)</script>\"'\u{202e}{{x}}\r\nset-cookie: a=b";
    let fields = [
        ("treaty", "harbour"),
        ("participant", "ARV"),
        ("label", "accession"),
        ("note", hostile),
        ("source", hostile),
        ("predecessor", hostile),
        ("done", hostile),
    ];
    let (head, page) = anna.post("/desk/new/deposit", &fields);
    assert_eq!(status(&head), 422, "no such day");
    assert!(!page.contains("<script>alert"), "{page}");
    let (head, _) = anna.post("/desk/new/deposit", &fields[..6]);
    let path = location(&head).unwrap();
    for page in [anna.get(&path), anna.get("/desk"), anna.get("/denials")] {
        assert!(!page.1.contains("<script>alert"), "{}", page.1);
        assert!(!page.0.contains("a=b"), "{}", page.0);
    }
    let (head, _) = house.ask("POST /sign-in", OWN, &"officer=x&".repeat(200_000));
    assert_eq!(status(&head), 413);
    let (head, _) = house.ask("DELETE /desk", OWN, "");
    assert_eq!(status(&head), 405);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copied_passkey_is_noticed() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let key = with_key(&house, &anna, 1);
    let kept: Vec<Passkey> = house.accounts.passkeys("o-anna").unwrap();
    let mut passkey: serde_json::Value = serde_json::from_str(&kept[0].held).unwrap();
    assert_eq!(passkey["cred"]["counter"], 0);
    passkey["cred"]["counter"] = 7.into();
    let now = "2027-01-01T00:00:00Z".parse().unwrap();
    house
        .accounts
        .used_passkey(&kept[0].credential, &passkey.to_string(), now)
        .unwrap();
    let (_, page) = house.ask("POST /sign-in", OWN, &form(&[("officer", "o-anna")]));
    let answer = key.get(&options(&page));
    let body = form(&[
        ("ceremony", &hidden(&page, "ceremony")),
        ("answer", &answer),
    ]);
    let (head, _) = house.ask("POST /sign-in/passkey", OWN, &body);
    assert_eq!(status(&head), 403, "its counter went back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_passkey_is_removed_by_another_one() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let lost = with_key(&house, &anna, 1);
    let (_, page) = anna.post("/profile/passkey", &[]);
    let asserted = "/profile/passkey/asserted";
    let (head, _) = anna.answer(asserted, &page, &lost.get(&options(&page)));
    let link = location(&head).unwrap();
    let key = Authenticator::new(2, ORIGIN);
    let (head, page) = house.enrol(link.strip_prefix("/enrol/").unwrap(), &key);
    assert_eq!(status(&head), 200);
    assert!(
        !page.contains("<li><code>"),
        "recovery codes are shown once"
    );
    let kept = house.accounts.passkeys("o-anna").unwrap();
    let first = kept.iter().find(|one| one.used.is_some()).unwrap();
    let credential = [("credential", first.credential.as_str())];
    let (_, page) = anna.post("/profile/passkey/remove", &credential);
    let fields = |answer: String| {
        vec![
            ("ceremony", hidden(&page, "ceremony")),
            ("credential", first.credential.clone()),
            ("answer", answer),
        ]
    };
    let sent = |fields: &[(&'static str, String)]| {
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        status(&anna.post("/profile/passkey/removed", &fields).0)
    };
    assert_eq!(sent(&fields(key.get(&options(&page)))), 303);
    let left = house.accounts.passkeys("o-anna").unwrap();
    assert_eq!(left.len(), 1);
    assert_ne!(left[0].credential, first.credential);
    let only = [("credential", left[0].credential.as_str())];
    let (head, _) = anna.post("/profile/passkey/remove", &only);
    assert_ne!(status(&head), 200, "the last one stays");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_for_one_treaty_opens_that_treaty_alone() {
    let house = DeskHouse::open().await;
    let all = house.officer("o-all", &[Role::DepositaryOfficer]);
    let path = all.enter("ARV");
    let one = house.officer_in("o-one", &[Role::DepositaryOfficer], "treaty/harbour");
    let other = house.officer_in("o-other", &[Role::DepositaryOfficer], "treaty/watch");
    let (head, inbox) = one.get("/desk");
    assert_eq!(status(&head), 200);
    assert!(inbox.contains(&path), "{inbox}");
    assert_eq!(status(&one.get(&path).0), 200);
    let (head, inbox) = other.get("/desk");
    assert_eq!(status(&head), 200);
    assert!(
        inbox.contains("Nothing waiting") && !inbox.contains(&path),
        "{inbox}"
    );
    assert_eq!(status(&other.get(&path).0), 403);
    assert_eq!(status(&other.post(&format!("{path}/propose"), &[]).0), 403);
    let fields = [
        ("treaty", "harbour"),
        ("participant", "BRS"),
        ("label", "accession"),
    ];
    assert_eq!(status(&other.post("/desk/new/deposit", &fields).0), 403);
    assert_eq!(status(&one.post("/desk/new/deposit", &fields).0), 303);
}
