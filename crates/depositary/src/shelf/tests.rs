//! What a shelf keeps, in a folder of its own.

use super::*;

fn shelf() -> (tempfile::TempDir, FolderShelf) {
    let folder = tempfile::tempdir().unwrap();
    let shelf = FolderShelf::open(&folder.path().join("log")).unwrap();
    (folder, shelf)
}

#[tokio::test]
async fn who_reads_sweeps_nothing_away_and_places_nothing() {
    let (folder, shelf) = shelf();
    assert_eq!(shelf.place("tile/0/000", b"leaves".to_vec()).await, Ok(()));
    let root = folder.path().join("log");
    let half = root.join(INCOMING).join("7");
    fs::write(&half, b"half-written").unwrap();
    let reader = FolderShelf::open_reading(&root);
    let read = reader.tile("tile/0/000").await;
    assert_eq!(read, Ok(Some(b"leaves".to_vec())));
    assert!(half.exists());
    assert!(reader.place("tile/0/001", vec![1]).await.is_err());
    assert!(reader.publish(vec![1]).await.is_err());
    assert!(!root.join("tile/0/001").exists());
}

#[tokio::test]
async fn a_file_is_placed_once() {
    let (_folder, shelf) = shelf();
    let path = "tile/0/x001/234.p/17";
    assert_eq!(shelf.tile(path).await, Ok(None));
    assert_eq!(shelf.place(path, b"leaves".to_vec()).await, Ok(()));
    assert_eq!(shelf.place(path, b"leaves".to_vec()).await, Ok(()));
    let other = shelf.place(path, b"other!".to_vec()).await;
    assert!(matches!(other, Err(StoreError::Fatal(_))), "{other:?}");
    assert_eq!(shelf.tile(path).await, Ok(Some(b"leaves".to_vec())));
    assert_eq!(shelf.tile("tile/0/x001").await, Ok(None));
    assert_eq!(shelf.tile("tile/0/x001/234.p/17/1").await, Ok(None));
}

#[tokio::test]
async fn more_files_than_are_waited_for_one_by_one_are_placed_as_few_are() {
    let (_folder, shelf) = shelf();
    let file = |number: usize| (format!("tile/0/{number:03}"), vec![7; number + 1]);
    let files: Vec<_> = (0..=FEW).map(file).collect();
    assert_eq!(shelf.place_all(files.clone()).await, Ok(()));
    for (path, bytes) in &files {
        assert_eq!(shelf.tile(path).await, Ok(Some(bytes.clone())), "{path}");
    }
    let mut other: Vec<_> = (1..=FEW + 2).map(file).collect();
    assert_eq!(shelf.place_all(other.clone()).await, Ok(()));
    other[FEW].1 = b"other".to_vec();
    other.push(file(FEW + 3));
    assert!(shelf.place_all(other).await.is_err());
    assert_eq!(shelf.tile(&file(FEW + 3).0).await, Ok(None));
}

#[tokio::test]
async fn files_are_placed_together_and_none_over_another() {
    let (_folder, shelf) = shelf();
    let file = |path: &str, bytes: &[u8]| (path.to_owned(), bytes.to_vec());
    assert_eq!(shelf.place("tile/0/001", b"one".to_vec()).await, Ok(()));
    let files = vec![
        file("tile/0/000", b"nought"),
        file("tile/0/001", b"one"),
        file("tile/1/000.p/2", b"above"),
    ];
    assert_eq!(shelf.place_all(files.clone()).await, Ok(()));
    assert_eq!(shelf.place_all(files.clone()).await, Ok(()));
    let listed: Vec<_> = files.into_iter().map(|(path, _)| path).collect();
    assert_eq!(shelf.list().await.unwrap(), listed);
    let other = vec![file("tile/0/002", b"two"), file("tile/0/001", b"other")];
    assert!(matches!(
        shelf.place_all(other).await,
        Err(StoreError::Fatal(_))
    ));
    assert_eq!(shelf.tile("tile/0/002").await, Ok(None));
    assert_eq!(shelf.tile("tile/0/001").await, Ok(Some(b"one".to_vec())));
}

#[tokio::test]
async fn a_wrong_file_is_mended_and_the_checkpoint_is_replaced() {
    let (_folder, shelf) = shelf();
    assert_eq!(shelf.place("tile/0/000", b"wrong".to_vec()).await, Ok(()));
    assert_eq!(shelf.mend("tile/0/000", b"right".to_vec()).await, Ok(()));
    assert_eq!(shelf.tile("tile/0/000").await, Ok(Some(b"right".to_vec())));
    assert_eq!(shelf.checkpoint().await, Ok(None));
    let note = |size: u64, root: &str| format!("a.example\n{size}\n{root}\n\n").into_bytes();
    for note in [
        b"unreadable".to_vec(),
        note(9, "a"),
        note(10, "b"),
        note(10, "c"),
    ] {
        assert_eq!(shelf.publish(note.clone()).await, Ok(()));
        assert_eq!(shelf.checkpoint().await, Ok(Some(note)));
    }
    assert_eq!(shelf.publish(note(9, "a")).await, Ok(()));
    assert_eq!(
        shelf.checkpoint().await,
        Ok(Some(note(10, "c"))),
        "never an older one"
    );
    assert_eq!(shelf.list().await, Ok(vec!["tile/0/000".to_owned()]));
}

#[tokio::test]
async fn no_path_leads_out_of_the_shelf() {
    let (folder, shelf) = shelf();
    fs::write(folder.path().join("secret"), "key").unwrap();
    for path in [
        "../secret",
        "/etc/passwd",
        "tile/../../secret",
        "",
        "a//b",
        "a/",
        ".incoming/0",
        "checkpoint",
        "a\\b",
    ] {
        assert_eq!(shelf.tile(path).await, Ok(None), "{path}");
        assert!(shelf.place(path, b"x".to_vec()).await.is_err(), "{path}");
        assert!(shelf.mend(path, b"x".to_vec()).await.is_err(), "{path}");
    }
}

#[tokio::test]
async fn what_a_killed_process_left_is_swept() {
    let (folder, shelf) = shelf();
    assert_eq!(shelf.place("tile/0/000", b"whole".to_vec()).await, Ok(()));
    let root = folder.path().join("log");
    for dead in ["part-3", "part-7"] {
        fs::create_dir(root.join(INCOMING).join(dead)).unwrap();
        fs::write(root.join(INCOMING).join(dead).join("5"), "hal").unwrap();
    }
    fs::write(root.join(".incoming/12"), "of an earlier form").unwrap();
    fs::write(root.join(".incoming/part-0/9"), "being written").unwrap();
    assert_eq!(shelf.list().await.unwrap(), ["tile/0/000"]);
    let beside = FolderShelf::open(&root).unwrap();
    for swept in ["part-3", "part-7", "12"] {
        assert!(!root.join(INCOMING).join(swept).exists(), "{swept}");
    }
    let living = root.join(".incoming/part-0/9");
    assert!(living.exists(), "the other process is about to place it");
    assert_eq!(beside.tile("tile/0/000").await, Ok(Some(b"whole".to_vec())));
    assert_eq!(beside.place("tile/0/001", b"more".to_vec()).await, Ok(()));
    drop((shelf, beside));
    let again = FolderShelf::open(&root).unwrap();
    assert!(!living.exists());
    assert_eq!(again.tile("tile/0/001").await, Ok(Some(b"more".to_vec())));
}
