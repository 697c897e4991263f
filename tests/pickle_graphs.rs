//! Random object graphs pickle to the bytes CPython 3.13 makes of them, and load as what it loads.
//!
//! `pickle_graphs/generate.py` makes the graph of a seed and writes down its pickles, what they load as, and the
//! errors; it runs the same in both. What both wrote must be equal, byte for byte: then each loads the other's
//! pickles, since they are its own.
//!
//! ```text
//! cargo test --test pickle_graphs                                        a few hundred graphs
//! PICKLE_GRAPHS_COUNT=100000 cargo test --release --test pickle_graphs   as many as that
//! PICKLE_GRAPHS_FIRST=7000 PICKLE_GRAPHS_COUNT=1 cargo test ...          that of seed 7000
//! PICKLE_GRAPHS_RECORD=1 cargo test --test pickle_graphs                 records digests of CPython's answers
//! ```
//!
//! Without CPython 3.13.0 (`python3.13`, or pyenv's) only the recorded digests are compared.

mod child;

use sha2::{Digest, Sha512};
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Graphs that one process makes.
const AT_ONCE: usize = 500;

/// Processes of ours that run at the same time.
const THREADS: usize = 2;

/// The time one process may take.
const LIMIT: Duration = Duration::from_secs(600);

/// Graphs whose digests are recorded: those of the first seeds.
const RECORDED: usize = 300;

/// Differences that are shown.
const SHOWN: usize = 10;

/// What was written down about the graph of one seed.
struct Graph {
    seed: usize,
    records: Vec<u8>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("pickle_graphs")
}

/// The recorded digests, a line for each seed.
fn digest_file() -> PathBuf {
    folder().join("digests.txt")
}

fn number(variable: &str, default: usize) -> usize {
    match std::env::var(variable) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{variable} is a number, not {text:?}")),
        Err(_) => default,
    }
}

/// CPython 3.13.0 as the environment has it, or as pyenv would have it if asked for that version.
fn cpython() -> Option<Command> {
    const CHECK: &str =
        "import sys; sys.exit(sys.implementation.name != 'cpython' or sys.version_info[:3] != (3, 13, 0))";
    let versions = [std::env::var_os("PYENV_VERSION"), Some(OsString::from("3.13.0"))];
    versions.into_iter().find_map(|version| {
        let python = || {
            let mut command = Command::new("python3.13");
            command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONHASHSEED", "0");
            version.as_ref().map(|version| command.env("PYENV_VERSION", version));
            command
        };
        let found = python().args(["-c", CHECK]).output().is_ok_and(|output| output.status.success());
        found.then(python)
    })
}

/// The graphs of `count` seeds from `first` on, as this Python sees them.
fn graphs(mut python: Command, first: usize, count: usize) -> Vec<Graph> {
    python.current_dir(folder()).args(["generate.py", &first.to_string(), &count.to_string()]);
    let outcome = child::run(&mut python, b"", LIMIT).expect("the command runs");
    let end = outcome.end.describe();
    let stderr = String::from_utf8_lossy(&outcome.stderr);
    assert_eq!(end, "exit status 0", "{:?}, seeds {first} and {count} on: {stderr}", python.get_program());
    let mut rest = &outcome.stdout[..];
    let mut graphs = Vec::with_capacity(count);
    while let Some((header, contents)) = split_line(rest) {
        let mut words = header.split(|&b| b == b' ').skip(1).map(parsed);
        let (seed, length) = (words.next().expect("a seed"), words.next().expect("a length"));
        graphs.push(Graph { seed, records: contents[..length].to_vec() });
        rest = &contents[length..];
    }
    graphs
}

fn split_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|&b| b == b'\n')?;
    Some((&bytes[..end], &bytes[end + 1..]))
}

fn parsed(digits: &[u8]) -> usize {
    std::str::from_utf8(digits).expect("digits").parse().expect("a number")
}

/// The records of a graph: what each is, and its contents.
fn records(graph: &Graph) -> Vec<(&[u8], &[u8])> {
    let mut rest = &graph.records[..];
    let mut records = Vec::new();
    while let Some((header, contents)) = split_line(rest) {
        let space = header.iter().rposition(|&b| b == b' ').expect("a label and a length");
        let length = parsed(&header[space + 1..]);
        records.push((&header[..space], &contents[..length]));
        rest = &contents[length + 1..];
    }
    records
}

/// The first difference between two accounts of a graph: `-` is CPython's, `+` ours.
fn explain(expected: &Graph, ours: &Graph) -> String {
    let mut text = format!("seed {}\n", expected.seed);
    let (expected, ours) = (records(expected), records(ours));
    let Some(at) = (0..expected.len().max(ours.len())).find(|&i| expected.get(i) != ours.get(i)) else {
        return text;
    };
    let contents = |records: &[(&[u8], &[u8])]| records.get(at).map_or(Vec::new(), |r| r.1.to_vec());
    let (old, new) = (contents(&expected), contents(&ours));
    let from = old.iter().zip(&new).position(|(a, b)| a != b).unwrap_or(old.len().min(new.len())).saturating_sub(60);
    for (sign, records, bytes) in [('-', &expected, &old), ('+', &ours, &new)] {
        let label = records.get(at).map_or("nothing".into(), |r| String::from_utf8_lossy(r.0));
        let shown = &bytes[from..bytes.len().min(from + 160)];
        let _ = writeln!(text, "  {sign} {label}, from byte {from} on: {}", shown.escape_ascii());
    }
    text
}

fn digest(graph: &Graph) -> String {
    Sha512::digest(&graph.records).iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Compares graphs with CPython's, on a few threads; returns how many differ, and the first differences.
fn compare(first: usize, count: usize) -> (usize, Vec<String>) {
    let (next, failures) = (AtomicUsize::new(0), Mutex::new((0, Vec::new())));
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                loop {
                    let done = next.fetch_add(AT_ONCE, Ordering::Relaxed);
                    if done >= count {
                        break;
                    }
                    let (first, count) = (first + done, AT_ONCE.min(count - done));
                    let expected = graphs(cpython().expect("it was there before"), first, count);
                    let ours = graphs(child::selfsame(), first, count);
                    assert_eq!((expected.len(), ours.len()), (count, count));
                    let mut failures = failures.lock().expect("no thread panics here");
                    for (expected, ours) in expected.iter().zip(&ours).filter(|(a, b)| a.records != b.records) {
                        failures.0 += 1;
                        if failures.1.len() < SHOWN {
                            failures.1.push(explain(expected, ours));
                        }
                    }
                }
            });
        }
    });
    failures.into_inner().expect("no thread panics here")
}

#[test]
fn pickles_are_those_of_cpython() {
    if cpython().is_none() {
        println!("no CPython 3.13.0 here: only the recorded digests are compared");
        return;
    }
    let (first, count) = (number("PICKLE_GRAPHS_FIRST", RECORDED), number("PICKLE_GRAPHS_COUNT", 300));
    let (differ, shown) = compare(first, count);
    assert!(differ == 0, "{differ} of {count} graphs differ:\n{}", shown.join(""));
}

#[test]
fn pickles_are_those_recorded() {
    if std::env::var_os("PICKLE_GRAPHS_RECORD").is_some() {
        let python = cpython().expect("recordings are made with CPython 3.13.0");
        let lines = graphs(python, 0, RECORDED).iter().map(|graph| digest(graph) + "\n").collect::<String>();
        std::fs::write(digest_file(), lines).expect("the folder is writable");
    }
    let recorded = std::fs::read_to_string(digest_file()).expect("digests are recorded");
    let ours = graphs(child::selfsame(), 0, RECORDED);
    let differ: Vec<usize> =
        ours.iter().zip(recorded.lines()).filter(|(graph, line)| digest(graph) != *line).map(|(g, _)| g.seed).collect();
    assert_eq!((recorded.lines().count(), ours.len()), (RECORDED, RECORDED));
    assert!(differ.is_empty(), "the graphs of these seeds differ from what CPython made of them: {differ:?}");
}
