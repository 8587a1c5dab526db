//! What settings add up to: files that can be read, pairs that belong together, addresses that are open to
//! others. It reads no secret; whether one can be read is asked of the system.

use std::fs::File;
use std::os::unix::fs::MetadataExt as _;

use sponsio_web::Encryption;

use crate::command::doctor::Grade;
use crate::place::is_place;
use crate::settings::Settings;
use crate::settings::key::{Form, find};
use crate::wording::{Words, say};

/// Something about a setting.
pub(in crate::command) struct Finding {
    pub(in crate::command) setting: &'static str,
    pub(in crate::command) grade: Grade,
    pub(in crate::command) sentence: String,
}

/// Returns everything that is to be said of settings.
pub(in crate::command) fn examine(settings: &Settings, words: &Words) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut note = |setting, grade, sentence| {
        found.push(Finding {
            setting,
            grade,
            sentence,
        });
    };
    let has = |name: &str| settings.path(name).is_some();
    if has("tls_cert") != has("tls_key_file") {
        note("tls_cert", Grade::Defect, say!(words, "config-tls-pair"));
    }
    for name in ["desk_origin", "metrics_token_file", "passphrase_file"] {
        if has(name) && settings.listen_desk().is_none() {
            let grade = if name == "desk_origin" {
                Grade::Defect
            } else {
                Grade::Warning
            };
            let name = find(name).map_or("", |key| key.name);
            note(name, grade, say!(words, "config-no-desk", key = name));
        }
    }
    let both = settings.listen_desk().filter(|desk| desk.port() != 0);
    if both == Some(settings.listen_public()) {
        note(
            "listen_desk",
            Grade::Defect,
            say!(words, "config-one-address"),
        );
    }
    for setting in settings.all() {
        let is_secret = find(setting.name).is_some_and(|key| key.form == Form::SecretFile);
        let Some(path) = settings.path(setting.name) else {
            continue;
        };
        if !is_secret && setting.name != "tls_cert" {
            continue;
        }
        let shown = path.display().to_string();
        match File::open(&path).and_then(|file| file.metadata()) {
            Err(error) => {
                let why = error.to_string();
                let sentence = say!(words, "config-unread", path = shown, why = why);
                note(setting.name, Grade::Defect, sentence);
            }
            // A pipe, or what the service manager lends, has no mode that would say anything.
            Ok(found) if is_secret && found.is_file() && found.mode() & 0o007 != 0 => {
                let sentence = say!(words, "config-open-secret", path = shown);
                note(setting.name, Grade::Warning, sentence);
            }
            Ok(_) => {}
        }
    }
    if let (Some(chain), Some(key)) = (settings.path("tls_cert"), settings.path("tls_key_file"))
        && chain.is_file()
        && key.is_file()
        && let Err(error) = Encryption::read(&chain, &key)
    {
        let why = error.to_string();
        note(
            "tls_cert",
            Grade::Defect,
            say!(words, "config-tls", why = why),
        );
    }
    let register = settings.register();
    let shown = register.display().to_string();
    if !register.is_dir() {
        let sentence = say!(words, "config-no-register", path = shown);
        note("register", Grade::Defect, sentence);
    } else if settings.listen_desk().is_some() && !is_place(&register) {
        note("register", Grade::Defect, say!(words, "serve-no-ledger"));
    }
    let is_guarded = has("tls_cert") || !settings.trusted().networks.is_empty();
    let public = ("listen_public", Some(settings.listen_public()));
    for (name, address) in [public, ("listen_desk", settings.listen_desk())] {
        if address.is_some_and(|address| !address.ip().is_loopback()) && !is_guarded {
            note(
                name,
                Grade::Warning,
                say!(words, "config-in-the-open", key = name),
            );
        }
    }
    found
}
