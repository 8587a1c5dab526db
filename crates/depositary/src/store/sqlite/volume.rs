//! Whether a folder lies on a network file system, where locks and syncs do not hold what SQLite
//! needs of them.

use std::fs;
use std::path::Path;

/// File systems behind a network, as Linux calls them.
const NETWORK: [&str; 20] = [
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "fuse.ceph",
    "fuse.gcsfuse",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "gfs2",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
];

/// Returns the name of the network file system that holds this folder, if it is one.
///
/// Where the operating system does not list its mounts there is nothing to ask, and no answer.
pub(super) fn network(folder: &Path) -> Option<String> {
    let folder = fs::canonicalize(folder).ok()?;
    let mounts = fs::read_to_string("/proc/self/mountinfo").ok()?;
    let kind = kind_of(&mounts, &folder)?;
    NETWORK.contains(&kind).then(|| kind.to_owned())
}

/// Returns the kind of file system of the innermost mount above the folder; of two in one place the
/// later one covers the earlier.
fn kind_of<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    mounts
        .lines()
        .filter_map(|line| {
            let (mount, system) = line.split_once(" - ")?;
            let point = unescape(mount.split(' ').nth(4)?);
            let kind = system.split(' ').next()?;
            folder.starts_with(&point).then_some((point.len(), kind))
        })
        .max_by_key(|(length, _)| *length)
        .map(|(_, kind)| kind)
}

/// Undoes the octal escapes of the list of mounts: space, tab, newline, backslash.
fn unescape(point: &str) -> String {
    point
        .replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:40 / /srv/treaty\\040office rw shared:9 - nfs4 server:/export rw,vers=4.2
31 30 8:2 / /srv/treaty\\040office/local rw - xfs /dev/vdb rw
32 22 8:3 / /data rw - ext4 /dev/vdc rw
33 22 0:41 / /data rw - fuse.sshfs office:/ rw
";

    #[test]
    fn the_innermost_and_latest_mount_counts() {
        let kind = |path: &str| kind_of(MOUNTS, Path::new(path));
        assert_eq!(kind("/var/lib/sponsio"), Some("ext4"));
        assert_eq!(kind("/srv/treaty office/register"), Some("nfs4"));
        assert_eq!(kind("/srv/treaty offices"), Some("ext4"));
        assert_eq!(kind("/srv/treaty office/local/register"), Some("xfs"));
        assert_eq!(kind("/data/register"), Some("fuse.sshfs"));
        assert_eq!(kind_of("", Path::new("/data")), None);
        assert_eq!(kind_of("half a line - \n", Path::new("/data")), None);
    }

    #[test]
    fn a_temporary_folder_of_this_machine_is_local() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(network(folder.path()), None);
    }
}
