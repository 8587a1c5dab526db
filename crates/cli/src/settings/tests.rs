use super::*;

fn environment(pairs: &[(&str, &str)]) -> Vec<(OsString, OsString)> {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| ((*name).into(), (*value).into()))
        .collect()
}

fn found(settings: &Settings, name: &str) -> (Option<String>, Origin) {
    let found = settings.all().iter().find(|found| found.name == name);
    let found = found.expect("every setting is there");
    (found.value.clone(), found.origin.clone())
}

#[test]
fn the_later_layer_wins_and_each_setting_knows_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let usual = folder.path().join("sponsio.toml");
    let text =
        "register = \"/file\"\nper_address = 1\nper_account = 2\nlisten_desk = \"127.0.0.1:1\"\n";
    fs::write(&usual, text).unwrap();
    let args = SettingArgs {
        per_account: Some(4),
        trust_proxy: vec!["10.0.0.0/8".parse().unwrap(), "::1".parse().unwrap()],
        ..SettingArgs::default()
    };
    let environment = environment(&[
        ("SPONSIO_PER_ACCOUNT", "3"),
        ("SPONSIO_REGISTER", "2026"),
        ("SPONSIO_LANG", "tr"),
        ("PER_ADDRESS", "9"),
    ]);
    let settings = Settings::read_from(&args, environment, &usual).unwrap();
    assert_eq!(
        found(&settings, "register"),
        (
            Some("2026".to_owned()),
            Origin::Variable("SPONSIO_REGISTER".to_owned())
        )
    );
    assert_eq!(
        found(&settings, "per_address"),
        (Some("1".to_owned()), Origin::File(usual.clone(), 2))
    );
    assert_eq!(
        found(&settings, "per_account"),
        (
            Some("4".to_owned()),
            Origin::Flag("--per-account".to_owned())
        )
    );
    assert_eq!(
        found(&settings, "sign_in_per_address"),
        (Some("20".to_owned()), Origin::Default)
    );
    assert_eq!(found(&settings, "tls_cert"), (None, Origin::Default));
    assert_eq!(settings.register(), Path::new("2026"));
    assert_eq!(settings.allowed().address, 1);
    assert_eq!(settings.trusted().networks.len(), 2);
    assert_eq!(settings.listen_desk().unwrap().port(), 1);
    assert_eq!(settings.strangers, []);
}

#[test]
fn another_file_stands_in_the_place_of_the_usual_one() {
    let folder = tempfile::tempdir().unwrap();
    let (usual, own) = (folder.path().join("usual"), folder.path().join("own"));
    fs::write(&usual, "log_json = true\n").unwrap();
    fs::write(&own, "per_address = 7\n").unwrap();
    let read = |config: Option<&Path>, usual: &Path| {
        let args = SettingArgs {
            config: config.map(Path::to_owned),
            ..SettingArgs::default()
        };
        Settings::read_from(&args, [], usual)
    };
    assert!(read(None, &usual).unwrap().log_json());
    let settings = read(Some(&own), &usual).unwrap();
    assert!(!settings.log_json());
    assert_eq!(settings.allowed().address, 7);
    let none = folder.path().join("none");
    assert!(
        read(None, &none).is_ok(),
        "without the usual file nothing is said"
    );
    let missing = read(Some(&none), &usual);
    assert!(matches!(missing, Err(SettingsError::Unread(path, _)) if path == none));
    fs::write(&own, "per_person = 7\n").unwrap();
    assert!(matches!(
        read(Some(&own), &usual),
        Err(SettingsError::Wrong(..))
    ));
}

#[test]
fn variables_of_another_form_are_refused_and_near_misses_named() {
    let read = |pairs: &[(&str, &str)]| {
        let none = Path::new("/nonexistent/sponsio.toml");
        Settings::read_from(&SettingArgs::default(), environment(pairs), none)
    };
    let wrong = read(&[("SPONSIO_LISTEN_DESK", "8081")]);
    let Err(SettingsError::Variable(name, wants)) = wrong else {
        panic!("{wrong:?}");
    };
    assert_eq!(
        (name.as_str(), wants),
        ("SPONSIO_LISTEN_DESK", "config-wants-socket")
    );
    let settings = read(&[
        ("SPONSIO_LISTEN_DEKS", "127.0.0.1:1"),
        ("SPONSIO_PASSPHRASE", "a secret"),
        ("SPONSIO_TOOLS", "x"),
    ]);
    let strangers = settings.unwrap().strangers;
    let named: Vec<_> = strangers.iter().map(|(_, meant)| *meant).collect();
    assert_eq!(named, ["listen_desk", "passphrase_file"]);
    assert!(!format!("{strangers:?}").contains("a secret"));
}
