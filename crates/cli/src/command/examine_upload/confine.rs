//! The limits of a process that reads what strangers send. With as many open files as it has already it can
//! open no other, and so no connection: a socket is a file.

use rustix::process::{Resource, Rlimit, setrlimit};

/// The most seconds of the processor.
const SECONDS: u64 = 10;

/// The most bytes of memory that are written to.
const MEMORY: u64 = 768 << 20;

/// The most bytes of addresses; the allocator reserves more than it uses.
const ADDRESSES: u64 = 8 << 30;

/// Takes the limits, from which there is no way back.
pub(super) fn confine() -> rustix::io::Result<()> {
    let limits = [
        (Resource::Cpu, SECONDS),
        (Resource::Data, MEMORY),
        (Resource::As, ADDRESSES),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nproc, 0),
        // Standard input, output and error.
        (Resource::Nofile, 3),
    ];
    for (resource, most) in limits {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)?;
    }
    Ok(())
}
