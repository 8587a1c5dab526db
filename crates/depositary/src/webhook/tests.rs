use super::*;
use crate::accounts::{Accounts, Attempt, Manner, Webhook};
use base64ct::{Base64, Encoding as _};
use hmac::{KeyInit as _, Mac as _};

/// Published with Standard Webhooks as the example of its libraries.
#[test]
fn a_signature_is_the_one_of_the_published_example() {
    let secret = Base64::decode_vec("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
    assert_eq!(secret.len(), 24, "shorter than ours: the key is padded");
    let body = br#"{"test": 2432232314}"#;
    let mut signed = b"msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.".to_vec();
    signed.extend_from_slice(body);
    let mut mac = hmac::Hmac::<sha2::Sha256>::new_from_slice(&secret).unwrap();
    mac.update(&signed);
    let of_library = Base64::encode_string(&mac.finalize().into_bytes());
    assert_eq!(of_library, "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    // A key that is padded with zeros to 32 bytes is the same key.
    let mut padded = [0; 32];
    padded[..24].copy_from_slice(&secret);
    let sent = Instant::from_seconds(1_614_265_330).unwrap();
    let ours = signature(
        Manner::Hmac,
        &padded,
        ("msg_p5jXN8AQM9LWM0D4loKWxJek", sent),
        body,
    );
    assert_eq!(ours, format!("v1,{of_library}"));
}

#[test]
fn what_is_shown_holds_no_secret() {
    let secret = [7; 32];
    assert!(verifying(Manner::Hmac, &secret).starts_with("whsec_"));
    assert_eq!(shown(Manner::Hmac, &secret), None);
    let public = shown(Manner::Ed25519, &secret).unwrap();
    assert!(public.starts_with("whpk_"));
    assert!(!public.contains(&Base64::encode_string(&secret)));
    let told = format!("{:?}", webhook("a", 0));
    assert!(!told.contains("secret") && !told.contains('7'), "{told}");
}

#[test]
fn the_pauses_are_three_days() {
    assert_eq!(PAUSES.iter().sum::<i64>(), LONGEST);
    assert!(PAUSES.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn kinds_are_those_of_acts() {
    for good in [
        "act.ratification",
        "act.confidential",
        "act.notification-receipt",
    ] {
        assert!(is_kind(good), "{good}");
    }
    for bad in [
        "",
        "act.",
        "ratification",
        "act.Ratification",
        "act.a b",
        "webhook.test",
    ] {
        assert!(!is_kind(bad), "{bad}");
    }
}

fn at(seconds: i64) -> Instant {
    Instant::from_seconds(1_790_000_000 + seconds).unwrap()
}

fn webhook(handle: &str, next: u64) -> Webhook {
    Webhook {
        handle: handle.to_owned(),
        address: "https://hooks.example.org/a".to_owned(),
        kinds: Vec::new(),
        manner: Manner::Hmac,
        secret: [7; 32],
        inside: false,
        made: at(0),
        next,
        failing: None,
        tries: 0,
        due: at(0),
        resting: None,
    }
}

fn attempt(seconds: i64, status: Option<u16>) -> Attempt {
    let why = match status {
        Some(200..=299) => "",
        _ => "status",
    };
    Attempt {
        message: "msg_1".to_owned(),
        kind: "act.ratification".to_owned(),
        seq: Some(0),
        at: at(seconds),
        took: 3,
        status,
        why: why.to_owned(),
    }
}

#[test]
fn the_place_is_kept_and_whoever_fails_for_three_days_rests() {
    let folder = tempfile::tempdir().unwrap();
    let accounts = Accounts::open(&folder.path().join("accounts.sqlite")).unwrap();
    accounts.add_webhook(&webhook("a", 4)).unwrap();
    let there = || accounts.webhook("a").unwrap();
    accounts
        .told_webhook(&there(), 5, Some(&attempt(0, Some(204))))
        .unwrap();
    assert_eq!(there().next, 5);

    let mut now = 0;
    let mut tries = 0;
    while there().resting.is_none() {
        let one = attempt(now, Some(500));
        let due = courier::due(&there(), &one);
        accounts.untold_webhook(&there(), &one, due).unwrap();
        tries += 1;
        if let Some(due) = due {
            assert_eq!(there().due, due);
            now = due.seconds() - at(0).seconds();
        }
    }
    assert_eq!((tries, now), (10, LONGEST), "nothing is lost meanwhile");
    assert_eq!((there().next, there().failing), (5, Some(at(0))));

    accounts.resume_webhook("a", false).unwrap();
    assert_eq!((there().next, there().resting), (5, None));
    // Whoever is not failing is not moved on.
    accounts.resume_webhook("a", true).unwrap();
    assert_eq!(there().next, 5);
    let gone = attempt(now, Some(410));
    let due = courier::due(&there(), &gone);
    assert_eq!(due, None, "gone is gone");
    accounts.untold_webhook(&there(), &gone, due).unwrap();
    accounts.resume_webhook("a", true).unwrap();
    assert_eq!(there().next, 6);

    let log = accounts.deliveries(Some("a"), 99).unwrap();
    assert_eq!(log.len(), 12);
    assert_eq!(log[11].attempt.status, Some(204));
    // Whoever was moved meanwhile is not moved back.
    let old = webhook("a", 4);
    accounts.told_webhook(&old, 5, None).unwrap();
    assert_eq!(there().next, 6);
    accounts.remove_webhook("a").unwrap();
    assert!(accounts.webhook("a").is_err() && accounts.remove_webhook("a").is_err());
    assert_eq!(accounts.deliveries(None, 9).unwrap(), []);
}
