//! Goal 16: what every released version wrote opens and verifies in this one, and can be gone on
//! with: a register, a bundle and a receipt. `tests/compat/README.md` says where they are from;
//! `SPONSIO_WRITE_COMPAT=1` writes the register of this version, which is done once, when a version
//! is released.

use libtest_mimic::Failed;
use sponsio_depositary::bundle::examine;
use sponsio_ledger::policy::Policy;
use sponsio_ledger::receipt::Receipt;
use sponsio_ledger::verdict::Verdict;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::length::say;
use crate::office::{Office, act, add, open_register, policy, quick_folder, runtime};
use crate::public_log::{audited, read};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("compat")
}

pub(crate) fn run() -> Result<(), Failed> {
    let version = env!("CARGO_PKG_VERSION");
    if env::var_os("SPONSIO_WRITE_COMPAT").is_some_and(|asked| asked == "1") {
        write(&fixtures().join(version))?;
    }
    if !fixtures().join(version).is_dir() {
        return Err(format!("tests/compat has no register of version {version}").into());
    }
    let mut versions = Vec::new();
    for entry in fs::read_dir(fixtures())? {
        let folder = entry?.path();
        if folder.is_dir() {
            let verified = opens(&folder).and_then(|()| verifies(&folder));
            verified.map_err(|why| format!("{}: {why:?}", folder.display()))?;
            versions.push(folder.file_name().unwrap_or_default().display().to_string());
        }
    }
    versions.sort_unstable();
    say(&format!(
        "registers of {} open, verify and go on; their bundles and receipts verify, and with a bit \
         flipped they do not",
        versions.join(", ")
    ));
    Ok(())
}

/// Returns what a register comes to, in words.
async fn stated(office: &Office) -> Result<String, Failed> {
    let desk = office.desk().await?;
    let state = desk.state();
    let (size, root, register) = (state.size(), state.root(), state.register.digest());
    desk.close().await?;
    Ok(format!(
        "entries {size}\nroot {root}\nregister {register}\n"
    ))
}

fn opens(folder: &Path) -> Result<(), Failed> {
    let expected = fs::read_to_string(folder.join("expected"))?;
    // The public log as it was written, before anything of this version touches it.
    let (audit, _) = audited(&read(&folder.join("log"))?, None)?;
    if fs::read(folder.join("policy"))? != policy().print() {
        return Err("the policy is read otherwise".into());
    }
    let copy = quick_folder()?;
    let office = Office::at(folder).copy_to(&copy.path().join("register"))?;
    runtime().block_on(async {
        let found = stated(&office).await?;
        if found != expected {
            return Err(Failed::from(format!("expected\n{expected}found\n{found}")));
        }
        let desk = office.desk().await?;
        let recorded = desk.record(act("NEXT", 0, &desk)?).await?;
        if recorded.seq != audit.entries {
            return Err(format!("the next act is entry {}", recorded.seq).into());
        }
        desk.published(recorded.seq + 1).await?;
        desk.close().await?;
        audited(&read(&office.log())?, None).map(drop)
    })
}

/// Verifies the bundle, with the law run again over its acts, and the receipt, each under the policy
/// that was kept with them; and refuses them where a bit is another.
fn verifies(folder: &Path) -> Result<(), Failed> {
    let file = |name: &str| fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}"));
    let policy = Policy::parse(&file("bundle.policy")?).map_err(|fault| fault.to_string())?;
    let bundle = file("bundle.sponsio")?;
    match examine(&bundle, &policy) {
        Verdict::Verified(_) => {}
        other => return Err(format!("the bundle: {other:?}").into()),
    }
    let (entry, proof) = (file("receipt.json")?, file("receipt.tlog-proof")?);
    let logged = |entry: &[u8]| {
        let receipt = Receipt::read(entry, &proof).map_err(|refusal| refusal.to_string())?;
        let verdict = receipt.verify(&policy);
        verdict
            .verified()
            .ok_or("the receipt is not verified".to_owned())
    };
    logged(&entry)?;
    let flipped = |bytes: &[u8]| {
        let mut flipped = bytes.to_vec();
        flipped[bytes.len() / 2] ^= 1;
        flipped
    };
    if logged(&flipped(&entry)).is_ok() {
        return Err("a receipt with another entry is verified".into());
    }
    if matches!(examine(&flipped(&bundle), &policy), Verdict::Verified(_)) {
        return Err("a bundle with a bit flipped is verified".into());
    }
    Ok(())
}

fn write(folder: &Path) -> Result<(), Failed> {
    if folder.is_dir() {
        return Err("the register of this version is there; it is never written over".into());
    }
    let made = quick_folder()?;
    let office = Office::at(&made.path().join("register"));
    fs::create_dir(office.folder())?;
    let expected = runtime().block_on(async {
        let desk = office.desk().await?;
        open_register(&desk).await?;
        add(&desk, "P", 0..10).await?;
        desk.record(act("DOC", 2_000, &desk)?).await?;
        desk.name_heads().await?;
        desk.close().await?;
        stated(&office).await
    })?;
    let office = office.copy_to(folder)?;
    for passing in ["register.sqlite.lock", "lock/checkpoint.guard"] {
        fs::remove_file(folder.join(passing))?;
    }
    fs::write(folder.join("expected"), expected)?;
    fs::write(folder.join("policy"), policy().print())?;
    // The folder of what is being written is empty.
    fs::remove_dir_all(office.log().join(".incoming"))?;
    Ok(())
}
