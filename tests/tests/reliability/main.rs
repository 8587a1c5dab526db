//! The numbered reliability goals of the ledger, each as a trial over the whole desk. Short forms run
//! by default; `scripts/reliability` runs them at full length, and those that are left out here.
//!
//! The program starts itself again as the process that is killed, traced or starved.

use libtest_mimic::{Arguments, Failed, Trial};
use std::process::ExitCode;

extern crate alloc;

mod acknowledged;
mod bitflip;
mod clock_drill;
mod compat;
mod crash_kill;
mod crash_power;
mod crash_state;
mod disk_full;
mod fault_commit;
mod fault_nth;
mod fault_system_call;
mod length;
mod liar_log;
mod liar_witness;
mod mirror_kill;
mod net_sim;
mod office;
mod overload;
mod parallel;
mod public_log;
mod race_pg;
mod race_sqlite;
mod readers;
mod rebuild_from_mirror;
mod rollback;
mod rotate_drill;
mod sessions;
mod town;
mod traced;
mod writer;

fn main() -> ExitCode {
    if let Some(order) = writer::order() {
        return writer::obey(&order);
    }
    if let Some(folder) = mirror_kill::order() {
        return mirror_kill::obey(&folder);
    }
    if let Some(flood) = overload::order() {
        return overload::obey(&flood);
    }
    let short = |name: &str, run: fn() -> Result<(), Failed>| Trial::test(name, run);
    // What needs rights or minutes that a change does not have is said to be left out.
    let full = |name: &str, run: fn() -> Result<(), Failed>| {
        Trial::test(name, run).with_ignored_flag(!length::is_full())
    };
    let trials = vec![
        short("goal_01_crash_kill", crash_kill::on_sqlite),
        short("goal_01_crash_kill_postgres", crash_kill::on_postgres),
        short("goal_02_crash_power", crash_power::run),
        short("goal_03_fault_nth", fault_nth::run),
        short("goal_03_fault_commit_postgres", fault_commit::run),
        full("goal_03_fault_system_call", fault_system_call::run),
        full("goal_04_disk_full", disk_full::run),
        short("goal_05_bitflip_files", bitflip::files),
        short("goal_05_bitflip_receipt", bitflip::receipt),
        short("goal_05_bitflip_database", bitflip::database),
        short("goal_05_other_damage", bitflip::other_damage),
        short("goal_05_lost_files", bitflip::lost_files),
        short("goal_06_race_sqlite", race_sqlite::run),
        short("goal_06_race_postgres", race_pg::run),
        short("goal_07_rollback", rollback::run),
        short("goal_08_clock_drill_steps", clock_drill::steps),
        short("goal_08_clock_drill_calendar", clock_drill::calendar),
        short("goal_09_liar_log", liar_log::run),
        short("goal_10_liar_witness", liar_witness::run),
        short("goal_11_mirror_kill", mirror_kill::run),
        short("goal_11_rebuild_from_mirror", rebuild_from_mirror::run),
        short("goal_12_net_sim", net_sim::run),
        short("goal_13_rotate_drill", rotate_drill::run),
        short("goal_14_overload", overload::run),
        short("goal_16_compat", compat::run),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
