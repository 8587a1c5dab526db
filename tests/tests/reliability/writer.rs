//! The process under trial: it opens a desk, has acts recorded, and says each answer at once, one
//! line in one write. Whoever started it kills it, traces it or starves it.

use alloc::sync::Arc;
use core::sync::atomic::{AtomicU64, Ordering};
use core::time::Duration;
use libtest_mimic::Failed;
use sponsio_depositary::{Depositary, DeskError, Keyring, Witnessing};
use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};

use crate::office::{ORIGIN, Office, SECRET, act, open_register, runtime};

/// The order of a writer stands under this name in its environment.
const ORDER: &str = "SPONSIO_TEST_WRITER";

/// The exit code of a writer whose desk stopped.
pub(crate) const STOPPED: u8 = 7;

/// What a writer is to do.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    /// The folder of the register.
    pub(crate) folder: PathBuf,
    /// The address of its database, where that is not a file of the folder.
    pub(crate) server: Option<String>,
    /// Whether it takes over from the servers that are there.
    pub(crate) takes_over: bool,
    /// What the names of its acts begin with; each writer of a register has its own.
    pub(crate) prefix: String,
    /// How many clients record at the same time.
    pub(crate) clients: u64,
    /// After how many acts the desk is closed; it is opened again for the next session.
    pub(crate) acts: u64,
    /// How many sessions there are.
    pub(crate) sessions: u64,
    /// How long the document is that comes with each act.
    pub(crate) document: u64,
}

impl Order {
    /// Returns the order to record until killed.
    pub(crate) fn endless(office: &Office, prefix: String) -> Self {
        Self {
            folder: office.folder().to_owned(),
            server: office.server().map(str::to_owned),
            takes_over: false,
            prefix,
            clients: 4,
            acts: u64::MAX,
            sessions: 1,
            document: 0,
        }
    }

    /// Starts the writer, behind the words of another program if there are any.
    pub(crate) fn start(&self, behind: &[OsString]) -> Result<Child, Failed> {
        let mut words = behind.to_vec();
        words.push(env::current_exe()?.into());
        let (program, arguments) = words.split_first().ok_or("a program")?;
        let numbers = [self.clients, self.acts, self.sessions, self.document];
        let numbers: Vec<_> = numbers.iter().map(u64::to_string).collect();
        let mut order = self.folder.clone().into_os_string();
        let server = self.server.as_deref().unwrap_or_default();
        let (prefix, takes_over) = (&self.prefix, u8::from(self.takes_over));
        order.push(format!("\n{server}\n{takes_over}\n{prefix}\n"));
        order.push(numbers.join("\n"));
        let mut command = Command::new(program);
        command.args(arguments).env(ORDER, order);
        Ok(command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?)
    }

    fn read(text: &OsString) -> Option<Self> {
        let mut lines = text.to_str()?.lines();
        let folder = lines.next()?.into();
        let server = Some(lines.next()?.to_owned()).filter(|server| !server.is_empty());
        let takes_over = lines.next()? == "1";
        let prefix = lines.next()?.to_owned();
        let mut number = || lines.next()?.parse().ok();
        Some(Self {
            folder,
            server,
            takes_over,
            prefix,
            clients: number()?,
            acts: number()?,
            sessions: number()?,
            document: number()?,
        })
    }
}

/// Returns the order of this process, if it is a writer.
pub(crate) fn order() -> Option<Order> {
    Order::read(&env::var_os(ORDER)?)
}

/// Returns the lines that a writer says. A line is one write to the pipe: none arrives in halves.
pub(crate) fn lines(child: &mut Child) -> impl Iterator<Item = String> + Send + 'static {
    let output = child.stdout.take().expect("the output is a pipe");
    let lines = BufReader::new(output).split(b'\n').map_while(Result::ok);
    lines.filter_map(|line| String::from_utf8(line).ok())
}

/// Does what is ordered. A desk that stops is a clean end: it is said, and the next start goes on.
pub(crate) fn obey(order: &Order) -> ExitCode {
    let end = runtime().block_on(sessions(order));
    match end {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say(&format!("stopped {}", why.message().unwrap_or_default()));
            ExitCode::from(STOPPED)
        }
    }
}

async fn sessions(order: &Order) -> Result<(), Failed> {
    let office = Office::on(&order.folder, order.server.as_deref());
    let number = Arc::new(AtomicU64::new(0));
    for session in 1..=order.sessions {
        let world = office.world(Duration::from_mins(1))?;
        let desk = if order.takes_over {
            let keys = Keyring::of(ORIGIN, &[SECRET])?;
            Depositary::take_over(keys, world, Witnessing::default()).await?
        } else {
            Depositary::open(ORIGIN, &SECRET, world).await?
        };
        match open_register(&desk).await {
            // Where several servers begin, one of them opens the register for all.
            Err(why) if desk.state().size() == 0 => return Err(why),
            _ => {}
        }
        say(&format!("open {}", desk.state().size()));
        let last = order.acts.saturating_mul(session);
        let clients: Vec<_> = (0..order.clients)
            .map(|_| {
                let (desk, number) = (desk.clone(), Arc::clone(&number));
                tokio::spawn(client(desk, order.clone(), number, last))
            })
            .collect();
        for client in clients {
            client.await??;
        }
        number.store(last, Ordering::SeqCst);
        let published = desk.published(desk.state().size()).await?;
        say(&format!("published {published}"));
        desk.close().await?;
    }
    say("done");
    Ok(())
}

async fn client(
    desk: Depositary,
    order: Order,
    number: Arc<AtomicU64>,
    last: u64,
) -> Result<(), String> {
    loop {
        let number = number.fetch_add(1, Ordering::SeqCst);
        if number >= last {
            return Ok(());
        }
        let name = format!("{}-{number}", order.prefix);
        let length = usize::try_from(order.document).unwrap_or(0);
        let submission = act(&name, length, &desk).map_err(|why| format!("{why:?}"))?;
        match desk.record(submission).await {
            Ok(recorded) => say(&format!(
                "acknowledged {name} {} {}",
                recorded.seq, recorded.leaf
            )),
            Err(DeskError::Stopped(fatal)) => return Err(fatal.to_string()),
            Err(other) => return Err(format!("{name}: {other}")),
        }
    }
}

/// Says a line. Where nobody listens any more there is nothing left to say.
fn say(line: &str) {
    let mut out = io::stdout().lock();
    drop(out.write_all(format!("{line}\n").as_bytes()));
    drop(out.flush());
}
