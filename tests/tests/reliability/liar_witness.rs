//! Goal 10: a witness or a mirror that lies, is broken, or answers never or for ever. The office goes
//! on, the honest majority makes its acts witnessed, nothing false is published, and whoever lied is
//! named as absent; when it is honest again, it is counted again. A log that nobody has cosigned for
//! longer than the policy allows is said to be frozen.

use alloc::sync::Arc;
use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::fetch::{Address, Fetcher};
use sponsio_depositary::world::{Clock, SystemClock};
use sponsio_depositary::{Depositary, Duty, Level, Witnessing};
use sponsio_ledger::cosignature::cosign;
use sponsio_ledger::mirror::{Header, INFO_TYPE};
use sponsio_ledger::note::{Note, SigningKey, VerifierKey};
use sponsio_ledger::policy::Policy;
use sponsio_ledger::witness::{AddCheckpoint, SIZE_TYPE, origin_hash};
use sponsio_record::{Instant, to_base64};
use sponsio_web::{Monitor, Warning};
use std::fs;
use std::io::{self, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::thread;

use crate::length::say;
use crate::office::{ORIGIN, Office, SECRET, add, open_register, quick_folder, runtime};
use crate::public_log::{audited, read};
use crate::town::{Heard, Town, cosigner, liar, observer, quorum};

/// The house that lies.
const LIAR: &str = "liar.example";
const HONEST: [&str; 2] = ["one.example", "two.example"];

/// How long the office waits for one answer.
const PATIENCE: Duration = Duration::from_millis(400);

/// How long a round may take at most: as often as an observer may correct what is believed of it,
/// and time for the honest ones on a busy machine.
const ROUND: Duration = Duration::from_secs(10);

type Lie = Box<dyn Fn(&Heard, &mut TcpStream) -> io::Result<()> + Send + Sync>;

pub(crate) fn run() -> Result<(), Failed> {
    let folder = quick_folder()?;
    let town = Town::new()?;
    let honest = [
        town.witness(HONEST[0], folder.path())?,
        town.witness(HONEST[1], folder.path())?,
    ];
    let addresses: Vec<_> = honest.iter().map(|house| house.address.clone()).collect();
    let office = Office::at(&folder.path().join("register"));
    fs::create_dir(office.folder())?;
    let mut slowest = Duration::ZERO;
    let mut told = 0;
    for (name, duty, lie) in lies()? {
        let lying = liar(lie)?;
        let took = runtime()
            .block_on(goes_on(&office, &addresses, duty, &lying, told))
            .map_err(|why| format!("{name}: {why:?}"))?;
        slowest = slowest.max(took);
        told += 1;
    }
    // Nobody is there at all.
    let nobody = Address::parse("http://127.0.0.1:1")?;
    runtime().block_on(goes_on(&office, &addresses, Duty::Witness, &nobody, told))?;
    let mended = town.witness(LIAR, folder.path())?;
    runtime()
        .block_on(is_counted(&office, &addresses, &mended.address))
        .map_err(|why| format!("honest again: {why:?}"))?;
    fake_own_line(&office, &addresses[0]).map_err(|why| format!("a line in its name: {why:?}"))?;
    let frozen = freeze(&town, &office, &addresses, folder.path())?;
    audited(&read(&office.log())?, None)?;
    say(&format!(
        "{} lies and faults of one house of three: every act witnessed by the others, no false line \
         published, the liar named as absent each time, slowest round {slowest:?} with {PATIENCE:?} \
         of patience; honest again, it was counted; a line in a witness's own name wedged nothing; \
         {frozen}",
        told + 1
    ));
    Ok(())
}

/// Opens the office with one house that lies, and has acts witnessed by the others.
async fn goes_on(
    office: &Office,
    honest: &[Address],
    duty: Duty,
    lying: &Address,
    run: u64,
) -> Result<Duration, Failed> {
    let clock = SystemClock::new();
    let desk = opened(office, honest, duty, lying).await?;
    open_register(&desk).await?;
    add(&desk, "P", run * 3..run * 3 + 3).await?;
    let size = desk.state().size();
    desk.published(size).await?;
    let began = clock.monotonic();
    let witnessed = tokio::time::timeout(ROUND, desk.ask_observers()).await;
    let witnessed = witnessed.map_err(|_| "a round does not end")??;
    let took = clock.monotonic().saturating_sub(began);
    if witnessed != size || desk.level(size - 1) != Some(Level::Witnessed) {
        return Err(format!("{witnessed} of {size} entries are witnessed").into());
    }
    let attendance = desk.attendance();
    match attendance.get(LIAR) {
        Some(stands) if stands.cosigned == 0 && stands.absence.is_some() => {}
        other => return Err(format!("the liar is said to be {other:?}").into()),
    }
    desk.close().await?;
    let note = published(office)?;
    let key = cosigner(LIAR);
    if note
        .signatures()
        .iter()
        .any(|line| line.name() == key.verifier().name())
    {
        return Err("a line of the liar is published".into());
    }
    Ok(took)
}

async fn opened(
    office: &Office,
    honest: &[Address],
    duty: Duty,
    third: &Address,
) -> Result<Depositary, Failed> {
    let mut observers = vec![observer(duty, LIAR, third)?];
    for (name, address) in HONEST.iter().zip(honest) {
        observers.push(observer(Duty::Witness, name, address)?);
    }
    let witnessing = Witnessing {
        observers,
        policy: Some(trusted()?),
        fetcher: Fetcher::new(PATIENCE),
        ..Witnessing::default()
    };
    let world = office.world(Duration::ZERO)?;
    Ok(Depositary::open_witnessed(ORIGIN, &SECRET, world, witnessing).await?)
}

fn trusted() -> Result<Policy, Failed> {
    quorum(2, &[HONEST[0], HONEST[1], LIAR])
}

fn published(office: &Office) -> Result<Note, Failed> {
    let note = fs::read(office.log().join("checkpoint"))?;
    Ok(Note::parse(&note).map_err(|fault| fault.to_string())?)
}

/// The house that lied is honest, and cosigns like the others.
async fn is_counted(office: &Office, honest: &[Address], mended: &Address) -> Result<(), Failed> {
    let desk = opened(office, honest, Duty::Witness, mended).await?;
    desk.ask_observers().await?;
    let size = desk.state().size();
    let stands = desk.attendance();
    if stands.get(LIAR).map(|stands| stands.cosigned) != Some(size) {
        return Err(format!("{:?}", stands.get(LIAR)).into());
    }
    desk.close().await?;
    let opened = trusted()?.open(published(office)?.to_string().as_bytes());
    let seen = opened.map_err(|fault| fault.to_string())?.seen;
    if seen.len() != 3 {
        return Err(format!("{seen:?} have cosigned").into());
    }
    Ok(())
}

/// Somebody sends a witness the log's checkpoint with a false line in the witness's own name. It is
/// dropped; what the witness shows has its one true line, and it goes on.
fn fake_own_line(office: &Office, witness: &Address) -> Result<(), Failed> {
    let note = published(office)?;
    let opened = trusted()?.open_signed(note.to_string().as_bytes());
    let size = opened.map_err(|fault| fault.to_string())?.checkpoint.size;
    let key = cosigner(HONEST[0]);
    let lines: Vec<_> = note
        .signatures()
        .iter()
        .filter(|line| !line.is_by(key.verifier()))
        .collect();
    let lines: String = lines.into_iter().map(ToString::to_string).collect();
    let text = format!(
        "{}\n{lines}{}",
        note.text(),
        line_of(key.verifier(), &[7; 72])
    );
    let faked = Note::parse(text.as_bytes()).map_err(|fault| fault.to_string())?;
    let request = AddCheckpoint {
        old: size,
        proof: Vec::new(),
        note: faked,
    };
    runtime().block_on(async {
        let fetcher = Fetcher::new(PATIENCE * 10);
        let address = witness.below("add-checkpoint");
        let reply = fetcher
            .post(&address, "text/plain", request.print())
            .await?;
        if reply.status != 200 {
            return Err(Failed::from(format!("status {}", reply.status)));
        }
        let shown = witness.below(&format!("{}/checkpoint", origin_hash(ORIGIN)));
        let shown = fetcher.get(&shown, 100_000).await?.body;
        let opened = trusted()?
            .open_signed(&shown)
            .map_err(|fault| fault.to_string())?;
        let own = opened
            .note
            .signatures()
            .iter()
            .filter(|line| line.is_by(key.verifier()));
        if own.count() != 1 || opened.seen.len() != 1 {
            return Err(format!("it shows {}", opened.note).into());
        }
        Ok(())
    })
}

/// A monitor whose clock is past the age of the policy says that the log is frozen, and before that
/// it does not.
fn freeze(
    town: &Town,
    office: &Office,
    honest: &[Address],
    folder: &Path,
) -> Result<&'static str, Failed> {
    let log = town.log(&office.log())?;
    let mut views = vec![log.address.clone()];
    views.extend(honest.iter().cloned());
    let age = 86_400;
    for (later, expected) in [(age - 3_600, false), (age + 3_600, true)] {
        let clock: Arc<dyn Clock> = Arc::new(Later(SystemClock::new(), later));
        let place = folder.join(format!("monitor-{later}"));
        let fetcher = Fetcher::new(PATIENCE * 10);
        // The log is asked alone: a witness that starts anew cosigns what it shows anew.
        let views = views[..1].to_vec();
        let round = town.wait(async {
            let monitor = Monitor::open(trusted()?, fetcher, views, &place, age, clock).await;
            Ok::<_, Failed>(monitor?.look().await?)
        })?;
        let frozen = |warning: &Warning| matches!(warning, Warning::Frozen { .. });
        if round.warnings.iter().any(frozen) != expected || !round.findings.is_empty() {
            return Err(format!("{later} s later: {round:?}").into());
        }
    }
    Ok("a checkpoint older than the policy's age was reported as frozen, a younger one not")
}

/// The machine's clock, so many seconds later.
struct Later(SystemClock, i64);

impl Clock for Later {
    fn now(&self) -> Instant {
        let seconds = self.0.now().seconds().saturating_add(self.1);
        Instant::from_seconds(seconds).unwrap_or(Instant::MAX)
    }

    fn monotonic(&self) -> Duration {
        self.0.monotonic()
    }
}

/// A signature line of this key, whatever its bytes are.
fn line_of(key: &VerifierKey, bytes: &[u8]) -> String {
    let typed = [&key.id()[..], bytes].concat();
    format!("\u{2014} {} {}\n", key.name(), to_base64(&typed))
}

fn http(status: u16, content: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-type: {content}\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// Answers questions with these statuses and bodies; what is only fetched is not there.
fn says(status: u16, content: &'static str, body: impl Into<Vec<u8>>) -> Lie {
    let body = body.into();
    Box::new(move |heard, stream| {
        if heard.body.is_empty() {
            return stream.write_all(&http(404, "text/plain", b""));
        }
        stream.write_all(&http(status, content, &body))
    })
}

/// Answers the checkpoint that was sent with what this makes of it.
fn cosigns(answer: impl Fn(&Note) -> String + Send + Sync + 'static) -> Lie {
    Box::new(move |heard, stream| {
        let body = AddCheckpoint::parse(&heard.body).map(|request| answer(&request.note));
        let (status, body) = body.map_or((404, String::new()), |body| (200, body));
        stream.write_all(&http(status, "text/plain", body.as_bytes()))
    })
}

/// Says as a mirror that it takes the checkpoint, and of the entries this.
fn holds(status: u16, body: &'static str) -> Lie {
    Box::new(move |heard, stream| {
        let answer = match heard.path.as_str() {
            "/add-checkpoint" => http(200, "text/plain", b""),
            "/add-entries" => http(status, INFO_TYPE, body.as_bytes()),
            _ => http(404, "text/plain", b""),
        };
        stream.write_all(&answer)
    })
}

/// Takes the checkpoint, and of the entries says each time that it has none yet.
fn circling(status: u16) -> Lie {
    Box::new(move |heard, stream| {
        let info = Header::read(&heard.body).map(|(header, _)| format!("{}\n0\n\n", header.end));
        let answer = match (heard.path.as_str(), info) {
            ("/add-checkpoint", _) => http(200, "text/plain", b""),
            ("/add-entries", Some(info)) => http(status, INFO_TYPE, info.as_bytes()),
            _ => http(404, "text/plain", b""),
        };
        stream.write_all(&answer)
    })
}

fn lies() -> Result<Vec<(&'static str, Duty, Lie)>, Failed> {
    let (key, size) = (cosigner(LIAR), SIZE_TYPE);
    let old = "register.example/exercise\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    let replayed = cosign(old, &key, 1_795_353_600)?.to_string();
    let stranger = SigningKey::cosigner(LIAR, &[3; 32])?;
    let false_line = line_of(key.verifier(), &[9; 72]);
    let late_line = line_of(key.verifier(), &[0xff; 72]);
    let short_line = line_of(key.verifier(), &[1; 5]);
    let witness = |name, lie| (name, Duty::Witness, lie);
    let mirror = |name, lie| (name, Duty::Mirror, lie);
    let more: Lie = Box::new(|heard, stream| {
        // It says that it has seen more, and shows what this log has never signed.
        let answer = if heard.body.is_empty() {
            let text =
                "register.example/exercise\n77\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
            http(
                200,
                "text/plain",
                format!(
                    "{text}\n{}",
                    line_of(crate::office::key().verifier(), &[4; 64])
                )
                .as_bytes(),
            )
        } else {
            http(409, SIZE_TYPE, b"77\n")
        };
        stream.write_all(&answer)
    });
    let endless = |head: &'static [u8], piece: &'static [u8], rest: u64| -> Lie {
        Box::new(move |_, stream| {
            stream.write_all(head)?;
            loop {
                stream.write_all(piece)?;
                thread::sleep(Duration::from_millis(rest));
            }
        })
    };
    let silent: Lie = Box::new(|_, stream| {
        thread::sleep(PATIENCE * 20);
        stream.write_all(b"")
    });
    let own = key.verifier().clone();
    Ok(vec![
        witness("it has always seen nothing", says(409, size, "0\n")),
        witness(
            "it has seen more than any log has",
            says(409, size, "999999999999999999\n"),
        ),
        witness("its size is no size", says(409, size, "-1\n")),
        witness("it has seen more, and shows a false note", more),
        witness(
            "a cosignature of an old checkpoint",
            says(200, "text/plain", replayed),
        ),
        witness(
            "a stranger's key under its name",
            cosigns(move |note| {
                cosign(note.text(), &stranger, 1_795_353_600)
                    .map_or_else(|_| String::new(), |line| line.to_string())
            }),
        ),
        witness(
            "a false line in its own name",
            says(200, "text/plain", false_line.clone()),
        ),
        witness(
            "a true line after a false one",
            cosigns(move |note| {
                let line = cosign(note.text(), &key, 1_795_353_600);
                false_line.clone() + &line.map_or_else(|_| String::new(), |line| line.to_string())
            }),
        ),
        witness("a time that is none", says(200, "text/plain", late_line)),
        witness(
            "a line that is too short",
            says(200, "text/plain", short_line),
        ),
        witness(
            "the log's own lines",
            cosigns(|note| note.signatures().iter().map(ToString::to_string).collect()),
        ),
        witness("noise", says(200, "text/plain", vec![0xa5; 100_000])),
        witness(
            "more lines than a note has",
            says(200, "text/plain", line_of(&own, &[2; 72]).repeat(2_000)),
        ),
        witness("nothing", says(200, "text/plain", "")),
        witness("an error", says(500, "text/html", "<h1>no</h1>")),
        witness(
            "a way to another house",
            says(307, "text/plain", "elsewhere"),
        ),
        witness(
            "no HTTP",
            Box::new(|_, stream| stream.write_all(b"SSH-2.0-x\r\n")),
        ),
        witness(
            "half an answer",
            Box::new(|_, stream| {
                stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nhalf")
            }),
        ),
        witness("it hangs up", Box::new(|_, _| Ok(()))),
        witness(
            "an endless body",
            endless(
                b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
                b"4\r\nabc\n\r\n",
                0,
            ),
        ),
        witness(
            "endless headers",
            endless(b"HTTP/1.1 200 OK\r\n", b"x-more: and more\r\n", 0),
        ),
        witness(
            "a byte at a time",
            endless(b"HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n", b"a", 50),
        ),
        witness("no answer", silent),
        mirror("a mirror that never gets further", circling(202)),
        mirror("a mirror that always has other entries", circling(409)),
        mirror("a mirror that aims elsewhere", holds(409, "999999\n0\n\n")),
        mirror("a mirror that says nothing of itself", holds(409, "no\n")),
        mirror("a mirror that holds and does not cosign", holds(200, "")),
        mirror("a mirror that believes nothing", holds(422, "no\n")),
    ])
}
