//! Programs at the desk: what a token allows, what is refused and how, that a repetition is one, and that
//! nothing is recorded.

use serde_json::{Value, json};
use sponsio_depositary::RecordAct;
use sponsio_depositary::accounts::Token;
use sponsio_depositary::mandate::allowance::Allowance;
use sponsio_depositary::mandate::rights::{Deed, Role, Scope};
use sponsio_law::act::ActKind;
use sponsio_record::{Digest, Instant, ParticipantId, TreatyId};

use crate::authenticator::Authenticator;
use crate::desk_house::{DeskHouse, ORIGIN, Officer, hidden, options};

fn status(head: &str) -> u16 {
    head.split(' ').nth(1).unwrap().parse().unwrap()
}

/// Gives a program a token without a page.
pub(crate) fn token(
    house: &DeskHouse,
    officer: &Officer<'_>,
    deeds: &[Deed],
    scope: &str,
) -> String {
    let holder = house
        .accounts
        .account(&officer.name)
        .unwrap()
        .unwrap()
        .holder;
    let scope = Scope::from_text(scope).unwrap();
    let now = sponsio_depositary::world::Clock::now(&*house.clock);
    let handle = format!("{}-{}", officer.name, deeds.len());
    let secret = format!("sponsio_{}", Digest::of(handle.as_bytes()));
    let token = Token {
        handle,
        officer: officer.name.clone(),
        name: "import <b>".to_owned(),
        allowance: Allowance::new(&holder, deeds.to_vec(), vec![scope]).unwrap(),
        made: now,
        expires: Instant::from_seconds(now.seconds() + 86_400).unwrap(),
        used: None,
    };
    let kept = Digest::of(secret.as_bytes());
    house.accounts.add_token(&token, &kept).unwrap();
    secret
}

struct Program<'h> {
    house: &'h DeskHouse,
    secret: String,
}

impl Program<'_> {
    fn ask(&self, line: &str, more: &str, body: &str) -> (String, Value) {
        let headers = format!(
            "authorization: Bearer {}\r\ncontent-type: application/json\r\n{more}",
            self.secret
        );
        let (head, body) = self.house.ask(line, &headers, body);
        let media = if status(&head) < 300 {
            "content-type: application/json\r\n"
        } else {
            "content-type: application/problem+json\r\n"
        };
        assert!(format!("{head}\r\n").contains(media), "{head}");
        assert!(!head.contains("access-control"), "{head}");
        assert!(head.contains("cache-control: no-store"), "{head}");
        (head, serde_json::from_str(&body).unwrap())
    }

    fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        let (head, body) = self.ask(&format!("POST /api/v1/{path}"), "", &body.to_string());
        (status(&head), body)
    }
}

fn accession(party: &str) -> Value {
    json!({ "treaty": "harbour", "participant": party, "kind": "accession", "source": "file 7" })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_program_brings_waits_for_two_officers() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let both = [Deed::Enter, Deed::ReadInbox];
    let secret = token(&house, &anna, &both, "treaty/harbour");
    let program = Program {
        house: &house,
        secret,
    };
    let before = house.depositary.state().size();
    let (head, told) = program.ask(
        "POST /api/v1/instruments",
        "",
        &accession("ARV").to_string(),
    );
    assert_eq!(status(&head), 201, "{told}");
    let id = told["id"].as_str().unwrap();
    assert!(
        head.contains(&format!("location: /api/v1/motions/{id}")),
        "{head}"
    );
    assert_eq!(told["stage"], "received");
    assert_eq!(told["foreseen"]["received"], true, "{told}");
    assert_eq!(
        house.depositary.state().size(),
        before,
        "nothing is recorded"
    );

    let (_, page) = anna.get(&format!("/desk/i/{id}"));
    assert!(page.contains("Brought by the token") && page.contains("import &#60;b&#62;"));
    let (head, again) = program.ask(&format!("GET /api/v1/motions/{id}"), "", "");
    assert_eq!((status(&head), &again["id"]), (200, &told["id"]));
    let (_, list) = program.ask("GET /api/v1/motions", "", "");
    assert_eq!(list["motions"][0]["token"], "import <b>");
    assert_eq!(list["next"], Value::Null);

    // Whether it is received, officers decide; the program is told what recording it would meet.
    let bound = RecordAct::new(
        ActKind::Accession,
        TreatyId::new("harbour").unwrap(),
        ParticipantId::new("BRS").unwrap(),
    );
    house.depositary.record_act(bound).await.unwrap();
    let (status, told) = program.post("instruments", &accession("BRS"));
    assert_eq!(
        (status, &told["foreseen"]["received"]),
        (201, &json!(false)),
        "{told}"
    );
    let unknown = json!({ "act": "0".repeat(32), "right": "2026-01-02", "reason": "a slip" });
    let (status, told) = program.post("corrections", &unknown);
    // The token holds for the treaty alone, and the act belongs to none.
    assert_eq!(
        (status, &told["rule"]),
        (403, &json!("token-scope")),
        "{told}"
    );
    // No path of a program proposes or confirms.
    for path in ["motions", "motions/00/propose", "proposals"] {
        let (head, _) = program.house.ask(&format!("POST /api/v1/{path}"), "", "{}");
        assert!(
            head.contains(" 405 ") || head.contains(" 404 "),
            "{path}: {head}"
        );
    }
    let cookie = format!("authorization: Bearer {}\r\n", program.secret);
    let (head, _) = house.ask("GET /desk", &cookie, "");
    assert!(
        head.contains("location: /sign-in"),
        "a token opens no page: {head}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_repetition_is_answered_as_the_first_time() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let secret = token(&house, &anna, &[Deed::Enter], "register");
    let program = Program {
        house: &house,
        secret,
    };
    let post = |key: &str, body: &Value| {
        let key = format!("idempotency-key: {key}\r\n");
        program.ask("POST /api/v1/instruments", &key, &body.to_string())
    };
    let (head, first) = post("\"one\"", &accession("ARV"));
    assert_eq!(status(&head), 201);
    let (head, again) = post("one", &accession("ARV"));
    assert_eq!((status(&head), &again), (201, &first));
    let (head, other) = post("one", &accession("BRS"));
    assert_eq!(status(&head), 409);
    assert_eq!(other["type"], "urn:sponsio:problem:idempotency-conflict");
    // What was refused was not done, and may be sent again.
    let wrong = json!({ "treaty": "harbour" });
    assert_eq!(status(&post("two", &wrong).0), 422);
    assert_eq!(status(&post("two", &accession("BRS")).0), 201);
    for key in ["", "a b", "é", &"k".repeat(256)] {
        let (head, told) = post(key, &accession("ARV"));
        assert_eq!(status(&head), 400, "{key}");
        assert_eq!(told["type"], "urn:sponsio:problem:no-idempotency-key");
    }
    assert_eq!(house.accounts.waiting(None, 0, 9).unwrap().1, 2);
    house.clock.forward(86_399);
    assert_eq!(post("one", &accession("ARV")).1, first);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_good_token_nothing_is_let_in() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let secret = token(&house, &anna, &[Deed::Enter], "register");
    let with_cookie = format!("cookie: __Host-sponsio={}\r\n", anna.secret);
    let short = format!("authorization: Bearer {}\r\n", &secret[..40]);
    let other = format!("authorization: Bearer sponsio_{}\r\n", "0".repeat(64));
    let basic = format!("authorization: Basic {secret}\r\n");
    let bare = format!("authorization: {secret}\r\n");
    for headers in ["", &with_cookie, &short, &other, &basic, &bare] {
        let (head, body) = house.ask("POST /api/v1/instruments", headers, "{}");
        assert_eq!(status(&head), 401, "{headers}");
        assert!(head.contains("www-authenticate: Bearer"), "{head}");
        assert!(
            !body.contains(&secret) && !body.contains("sponsio_"),
            "{body}"
        );
    }
    let program = Program {
        house: &house,
        secret,
    };
    let (status, told) = program.post("instruments", &accession("ARV"));
    assert_eq!(status, 201, "{told}");
    let (head, told) = program.ask("GET /api/v1/motions", "", "");
    assert!(head.contains(" 403 "), "{head}");
    assert_eq!(told["rule"], "token-scope");
    let kept = house.accounts.denials(9).unwrap();
    assert_eq!(
        (kept[0].deed.as_str(), kept[0].why.as_str()),
        ("read-inbox", "token-scope")
    );
    assert!(kept.iter().any(|one| one.deed == "token"));
    house.clock.forward(86_400);
    assert_eq!(
        program.post("instruments", &accession("ARV")).0,
        401,
        "it has ended"
    );
    let said = house.journal.lock().unwrap().join("\n");
    assert!(!said.contains(&program.secret), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_of_the_form_is_refused_with_its_place() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let secret = token(&house, &anna, &[Deed::Enter], "register");
    let program = Program {
        house: &house,
        secret,
    };
    let with = |member: &str, value: Value| {
        let mut body = accession("ARV");
        body[member] = value;
        body
    };
    for (body, status, name, pointer) in [
        (with("token", json!("x")), 422, "not-of-the-form", "/token"),
        (
            with("check-signed", json!("yes")),
            422,
            "not-of-the-form",
            "/check-signed",
        ),
        (
            with("note", json!("x".repeat(4_001))),
            422,
            "not-of-the-form",
            "/note",
        ),
        (
            with("kind", json!("correction")),
            422,
            "cannot-be-entered",
            "/kind",
        ),
        (
            with("done", json!("2026-02-30")),
            422,
            "cannot-be-entered",
            "/done",
        ),
        (with("treaty", json!("fjord")), 404, "no-such-treaty", ""),
        (
            with("participant", json!("QQQ")),
            404,
            "no-such-participant",
            "",
        ),
        (
            with("predecessor", json!("QQQ")),
            404,
            "no-such-participant",
            "",
        ),
        (json!([]), 422, "not-of-the-form", ""),
    ] {
        let (found, told) = program.post("instruments", &body);
        assert_eq!(found, status, "{told}");
        assert_eq!(
            told["type"],
            format!("urn:sponsio:problem:{name}"),
            "{told}"
        );
        assert_eq!(
            told["pointer"].as_str().unwrap_or_default(),
            pointer,
            "{told}"
        );
        assert!(told["detail"].as_str().is_some_and(|said| !said.is_empty()));
    }
    let act = json!({ "act": "0".repeat(32) });
    let (found, told) = program.post("notifications", &act);
    assert_eq!(
        (found, &told["type"]),
        (404, &json!("urn:sponsio:problem:no-such-act"))
    );
    let (head, told) = program.ask("POST /api/v1/instruments?lang=tr", "", "{");
    assert_eq!(
        (status(&head), &told["detail"]),
        (422, &json!("Gövde JSON değil"))
    );
    let (head, _) = program.ask("POST /api/v1/instruments", "", &" ".repeat(70_000));
    assert_eq!(status(&head), 413);
    let plain = format!("authorization: Bearer {}\r\n", program.secret);
    let (head, _) = house.ask("POST /api/v1/instruments", &plain, "{}");
    assert_eq!(status(&head), 415);
    assert_eq!(house.accounts.waiting(None, 0, 9).unwrap().1, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_officer_makes_a_token_with_a_passkey_and_sees_it_once() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let key = Authenticator::new(1, ORIGIN);
    let secret = Digest::of(anna.name.as_bytes()).to_string();
    house.enrol(&secret, &key);
    let wanted = [
        ("name", "import"),
        ("days", "30"),
        ("scope", "treaty/harbour"),
        ("enter", "yes"),
    ];
    for (at, value) in [(0, ""), (1, "400"), (2, "treaty/none/x"), (3, "no")] {
        let mut fields = wanted;
        fields[at].1 = value;
        let (head, page) = anna.post("/profile/token", &fields);
        assert_eq!(status(&head), 422, "{value}");
        assert!(page.contains("role=\"alert\""));
    }
    let (head, page) = anna.post("/profile/token", &wanted);
    assert_eq!(status(&head), 200, "{page}");
    let answer = key.get(&options(&page));
    let ceremony = hidden(&page, "ceremony");
    let answered = [("ceremony", ceremony.as_str()), ("answer", &answer)];
    let (head, page) = anna.post("/profile/token/made", &[&wanted[..], &answered].concat());
    assert_eq!(status(&head), 200, "{page}");
    let (_, rest) = page.split_once("<code class=\"wide\">").unwrap();
    let made = rest.split_once('<').unwrap().0.to_owned();
    let (head, _) = anna.post("/profile/token/made", &[&wanted[..], &answered].concat());
    assert_eq!(status(&head), 410, "an assertion is taken once");
    let program = Program {
        house: &house,
        secret: made.clone(),
    };
    assert_eq!(program.post("instruments", &accession("ARV")).0, 201);

    let (_, page) = anna.get("/profile");
    assert!(page.contains("import") && !page.contains(&made));
    let handle = hidden(&page, "handle");
    let ben = house.officer("o-ben", &[Role::DepositaryOfficer]);
    ben.post("/profile/token/end", &[("handle", &handle)]);
    assert_eq!(program.post("instruments", &accession("BRS")).0, 201);
    anna.post("/profile/token/end", &[("handle", &handle)]);
    assert_eq!(program.post("instruments", &accession("CDL")).0, 401);
    // Who may nothing that a program does is offered none.
    let operator = house.officer("o-op", &[Role::Operator]);
    let (_, page) = operator.get("/profile");
    assert!(!page.contains("Tokens for programs"), "{page}");
    let (head, _) = operator.post("/profile/token", &wanted);
    assert_eq!(status(&head), 422);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_description_of_the_desk_states_what_is_answered() {
    let house = DeskHouse::open().await;
    let (_, body) = house.ask("GET /api/openapi.json", "", "");
    let document: Value = serde_json::from_str(&body).unwrap();
    insta::assert_snapshot!(format!(
        "{:#}\n{:#}",
        document["paths"]["/api/v1/corrections"], document["components"]["schemas"]["Motion"]
    ));
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let both = [Deed::Enter, Deed::ReadInbox];
    let secret = token(&house, &anna, &both, "register");
    let program = Program {
        house: &house,
        secret,
    };
    let (_, told) = program.post("instruments", &accession("ARV"));
    let form = &document["components"]["schemas"]["Motion"];
    let found = super::api::differs(&document, form, &told, "motion");
    assert_eq!(found, Vec::<String>::new());
    let (_, list) = program.ask("GET /api/v1/motions?cursor=0", "", "");
    let form = &document["components"]["schemas"]["Motions"];
    let found = super::api::differs(&document, form, &list, "motions");
    assert_eq!(found, Vec::<String>::new());
    for path in ["instruments", "corrections", "notifications"] {
        assert_eq!(
            document["paths"][format!("/api/v1/{path}")]["post"]["security"][0]["token"],
            json!([])
        );
        let (head, _) = house.ask(&format!("GET /api/v1/{path}"), "", "");
        assert_eq!(status(&head), 405, "{path}");
        assert!(head.contains("allow: POST"), "{head}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_keeps_the_desk_running_sees_it_and_nobody_else() {
    let house = DeskHouse::open().await;
    let anna = house.officer("o-anna", &[Role::DepositaryOfficer]);
    let auditor = house.officer("o-aud", &[Role::Auditor]);
    let operator = house.officer("o-op", &[Role::Operator]);
    let secret = token(&house, &anna, &[Deed::Enter], "register");
    for who in [&anna, &auditor] {
        assert_eq!(status(&who.get("/admin").0), 403, "{}", who.name);
    }
    assert_eq!(status(&house.ask("GET /admin", "", "").0), 303);
    for (lang, said) in [
        ("en", "None is noted"),
        ("tr", "yedek yok"),
        ("ar", "لم تُدوَّن"),
    ] {
        let (head, page) = operator.get(&format!("/admin?lang={lang}"));
        assert_eq!(status(&head), 200);
        assert!(
            page.contains("o-anna") && page.contains("import &#60;b&#62;"),
            "{page}"
        );
        assert!(page.contains(said), "{page}");
        assert!(!page.contains(&secret) && !page.contains(&anna.secret));
    }
    let now = sponsio_depositary::world::Clock::now(&*house.clock);
    let size = house.depositary.state().size();
    house.accounts.note_backup(now, size - 2).unwrap();
    let (_, page) = operator.get("/admin?lang=en");
    assert!(page.contains("2 entries since"), "{page}");
}
