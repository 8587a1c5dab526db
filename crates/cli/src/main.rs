//! The `sponsio` command: parse, one match, print.

use std::env;
use std::io::{self, IsTerminal as _, Write};
use std::process::ExitCode;

use clap::Parser as _;
use mimalloc::MiMalloc;
use terminal_size::{Width, terminal_size_of};

use sponsio::args::Cli;
use sponsio::command;
use sponsio::layout::WIDEST;
use sponsio::print::Console;
use sponsio::terminal::Visible;
use sponsio::wording::{Words, failure};

/// A register of a million acts is made of small pieces that come and go (ADR 0022).
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(message) => {
            // If help or a usage message cannot be printed, there is nobody to tell.
            drop(message.print());
            return ExitCode::from(if message.use_stderr() { 2 } else { 0 });
        }
    };
    let (stdout, stderr) = (io::stdout(), io::stderr());
    let (out_is_terminal, err_is_terminal) = (stdout.is_terminal(), stderr.is_terminal());
    let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let mut out = seen(io::BufWriter::new(stdout.lock()), out_is_terminal);
    let mut err = seen(stderr.lock(), err_is_terminal);
    let words = Words::new(cli.shared.lang);
    let outcome = {
        let mut console = Console::new(&mut out, &mut err);
        console.shows_progress = err_is_terminal && !cli.shared.plain;
        console.asks = err_is_terminal && io::stdin().is_terminal();
        if out_is_terminal && let Some((Width(columns), _)) = terminal_size_of(io::stdout()) {
            console.width = usize::from(columns).min(WIDEST);
        }
        console.colored = cli.shared.color.is_on(out_is_terminal && !no_color);
        command::run(cli, &mut console)
    };
    let outcome = outcome.and_then(|()| Ok(out.flush()?));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            // What has been computed is printed even if the command then fails.
            drop(out.flush());
            drop(write!(err, "{}", failure::message(&words, &failed)));
            ExitCode::from(failed.kind.exit_code())
        }
    }
}

/// Returns a stream as whoever is behind it may get it: a terminal is sent nothing that it obeys.
fn seen<'a>(stream: impl Write + 'a, is_terminal: bool) -> Box<dyn Write + 'a> {
    if is_terminal {
        Box::new(Visible::new(stream))
    } else {
        Box::new(stream)
    }
}
