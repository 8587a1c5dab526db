//! `sponsio log serve`: the read face of a log.

use core::net::SocketAddr;

use clap::Args;

use sponsio_web::LogFolder;

use crate::args::{RegisterArg, Shared};
use crate::command::network;
use crate::failure::{Failure, Kind};
use crate::print::Console;
use crate::wording::{Words, say};

/// Arguments of `sponsio log serve`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sponsio log serve --register practice --listen 127.0.0.1:8080")]
pub struct Serve {
    /// Where the register is, or the folder of its log
    #[command(flatten)]
    pub register: RegisterArg,
    /// Address to listen on; port 0 takes any that is free
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    pub listen: SocketAddr,
}

/// Serves until it is stopped.
pub fn run(args: &Serve, shared: &Shared, console: &mut Console<'_>) -> Result<(), Failure> {
    let words = Words::new(shared.lang);
    let folder = &args.register.register;
    if !folder.is_dir() {
        let path = folder.display().to_string();
        return Err(Failure::new(
            Kind::NotFound,
            say!(words, "network-no-folder", path = path),
        ));
    }
    let router = LogFolder::of(folder).router();
    network::wait(network::serve(router, args.listen, &words, console))
}
