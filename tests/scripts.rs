//! Runs every script of `tests/scripts/` and `examples/` and compares it with what CPython 3.13 answered.
//!
//! ```text
//! cargo test --test scripts                       every script, in every mode
//! cargo test --test scripts -- pickle             those with `pickle` in their name
//! cargo test --test scripts -- stress::identity   one area in one mode
//! cargo test --test scripts -- --list             their names
//! ```
//!
//! To add a test, drop in `tests/scripts/AREA/NAME.py` and run `python3.13 tests/record.py`, which
//! says what the files beside a script mean. Running the tests needs no CPython.
//!
//! Scripts run in copies of their folders, since some write files; where the copy's path shows,
//! the recording says `$DIR`.

mod child;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// Scripts that run at the same time.
const THREADS: usize = 2;

/// What a recording says for the folder its script ran in.
const FOLDER: &str = "$DIR";

/// One way to run the interpreter. Every script answers the same in all of them.
#[derive(Clone, Copy)]
struct Mode {
    name: &'static str,
    environment: &'static [(&'static str, &'static str)],
    seconds: u64,
}

const MODES: [Mode; 3] = [
    Mode { name: "normal", environment: &[], seconds: 20 },
    // Collects garbage at nearly every call: finds every reference the collector doesn't know of.
    Mode { name: "stress", environment: &[("SELFSAME_STRESS", "1")], seconds: 120 },
    // Every attribute and global is looked up by the general path.
    Mode { name: "uncached", environment: &[("SELFSAME_INLINE_CACHES", "off")], seconds: 20 },
];

/// A script, and the folder and name of its recordings.
#[derive(Clone)]
struct Script {
    area: String,
    name: String,
    source: PathBuf,
    recordings: PathBuf,
}

impl Script {
    /// The file that belongs to this script and ends in `suffix`, if there is one.
    fn file(&self, suffix: &str) -> Option<Vec<u8>> {
        fs::read(self.recordings.join(format!("{}.{suffix}", self.name))).ok()
    }

    fn text(&self, suffix: &str) -> Option<String> {
        self.file(suffix).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// One line of the report: a script in a mode.
struct Case {
    script: Script,
    mode: Mode,
}

impl Case {
    fn name(&self) -> String {
        format!("{}::{}::{}", self.mode.name, self.script.area, self.script.name)
    }
}

/// What a run wrote, and how it ended: an exit status, or words for anything else.
#[derive(PartialEq)]
struct Answer {
    stdout: String,
    stderr: String,
    status: String,
}

fn main() -> ExitCode {
    let started = Instant::now();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Flags of the usual harness (`--nocapture`, `--test-threads=2`, ...) have no meaning here.
    let filters: Vec<&String> = arguments.iter().filter(|a| !a.starts_with('-')).collect();
    let scripts = scripts();
    let all: Vec<Case> =
        MODES.iter().flat_map(|&mode| scripts.iter().cloned().map(move |script| Case { script, mode })).collect();
    let total = all.len() + 1;
    let cases: Vec<Case> = all.into_iter().filter(|case| chosen(&case.name(), &filters)).collect();
    let check_recordings = chosen(RECORDINGS, &filters);
    if arguments.iter().any(|a| a == "--list") {
        for case in &cases {
            println!("{}: test", case.name());
        }
        if check_recordings {
            println!("{RECORDINGS}: test");
        }
        return ExitCode::SUCCESS;
    }

    let count = cases.len() + usize::from(check_recordings);
    println!("\nrunning {count} tests");
    let mut failures = run_all(&cases);
    if check_recordings {
        let complaints = incomplete_recordings(&scripts);
        report(RECORDINGS, complaints.is_empty());
        if !complaints.is_empty() {
            failures.push((RECORDINGS.to_owned(), complaints.join("\n")));
        }
    }
    conclude(&failures, count, total - count, started.elapsed())
}

/// The name of the test that the recordings are complete.
const RECORDINGS: &str = "recordings_are_complete";

fn chosen(name: &str, filters: &[&String]) -> bool {
    filters.is_empty() || filters.iter().any(|filter| name.contains(filter.as_str()))
}

/// Prints what failed and the closing lines `cargo test` prints, and says how to exit.
fn conclude(failures: &[(String, String)], count: usize, filtered_out: usize, elapsed: Duration) -> ExitCode {
    if !failures.is_empty() {
        println!("\nfailures:\n");
        for (name, explanation) in failures {
            println!("---- {name} ----\n{explanation}\n");
        }
        println!("\nfailures:");
        for (name, _) in failures {
            println!("    {name}");
        }
    }
    let verdict = if failures.is_empty() { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {verdict}. {} passed; {} failed; 0 ignored; 0 measured; {filtered_out} filtered out; finished in {:.2}s\n",
        count - failures.len(),
        failures.len(),
        elapsed.as_secs_f64()
    );
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn report(name: &str, passed: bool) {
    println!("test {name} ... {}", if passed { "ok" } else { "FAILED" });
}

/// Runs `cases` on a few threads; returns the names of those that failed, in order, and why.
fn run_all(cases: &[Case]) -> Vec<(String, String)> {
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let problem = run(case);
                    report(&case.name(), problem.is_none());
                    if let Some(problem) = problem {
                        let mut failures = failures.lock().expect("no thread panics");
                        failures.push((case.name(), problem));
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().expect("no thread panics");
    failures.sort();
    failures
}

/// Runs one script; returns how its answer differs from the recorded one, if it does.
fn run(case: &Case) -> Option<String> {
    let script = &case.script;
    let Some(stdout) = script.text("out") else {
        return Some("not recorded: run `python3.13 tests/record.py`".to_owned());
    };
    let expected = Answer {
        stdout,
        stderr: script.text("err").unwrap_or_default(),
        status: script
            .text("status")
            .map_or_else(|| "exit status 0".to_owned(), |status| format!("exit status {}", status.trim())),
    };
    let answer = match answer(case) {
        Ok(answer) => answer,
        Err(error) => return Some(format!("can't run {}: {error}", script.source.display())),
    };
    (answer != expected).then(|| explain(&expected, &answer))
}

/// What the interpreter answers to a script.
fn answer(case: &Case) -> std::io::Result<Answer> {
    let script = &case.script;
    let temporary = tempfile::tempdir()?;
    let folder = fs::canonicalize(temporary.path())?.join(&script.area);
    let source_folder = script.source.parent();
    copy_folder(source_folder.expect("a script lies in a folder"), &folder)?;
    let mut command = child::selfsame();
    command
        .arg(script.source.file_name().expect("a script has a name"))
        .args(script.text("args").unwrap_or_default().lines())
        .current_dir(&folder)
        .envs(case.mode.environment.iter().copied());
    let input = script.file("in").unwrap_or_default();
    let limit = Duration::from_secs(case.mode.seconds);
    let outcome = child::run(&mut command, &input, limit)?;
    let folder = folder.to_string_lossy();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&*folder, FOLDER);
    Ok(Answer { stdout: text(&outcome.stdout), stderr: text(&outcome.stderr), status: outcome.end.describe() })
}

/// Copies `from` with everything in it to `to`, which isn't there yet.
fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The differences, as a reader of a failed test wants them: `-` is CPython's, `+` ours.
fn explain(expected: &Answer, answer: &Answer) -> String {
    let mut text = String::new();
    if expected.status != answer.status {
        text += &format!("status: -{} +{}\n", expected.status, answer.status);
    }
    for (stream, expected, answer) in
        [("stdout", &expected.stdout, &answer.stdout), ("stderr", &expected.stderr, &answer.stderr)]
    {
        if expected != answer {
            let diff = similar::TextDiff::from_lines(expected.as_str(), answer.as_str());
            let shown = diff.unified_diff().context_radius(1).header("CPython 3.13", "selfsame").to_string();
            text += &format!("{stream}:\n{shown}");
        }
    }
    text
}

/// Every script, in the order of area and name.
fn scripts() -> Vec<Script> {
    let root = fs::canonicalize(env!("CARGO_MANIFEST_DIR")).expect("the package has a folder");
    let recordings = root.join("tests").join("scripts");
    let mut scripts = Vec::new();
    for area in sorted_entries(&recordings) {
        let in_area = sorted_entries(&area);
        scripts.extend(in_area.iter().filter_map(|path| script(path, &area)));
    }
    let area = recordings.join("examples");
    let examples = sorted_entries(&root.join("examples"));
    scripts.extend(examples.iter().filter_map(|path| script(path, &area)));
    scripts
}

/// `path` as a script; nothing if it is something else, or a module for scripts to import.
fn script(path: &Path, recordings: &Path) -> Option<Script> {
    let name = path.file_stem()?.to_str()?;
    if path.extension()? != "py" || name.ends_with("_module") {
        return None;
    }
    Some(Script {
        area: recordings.file_name()?.to_str()?.to_owned(),
        name: name.to_owned(),
        source: path.to_owned(),
        recordings: recordings.to_owned(),
    })
}

/// What lies in `folder`, sorted; nothing if it isn't a folder.
fn sorted_entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect()).unwrap_or_default();
    paths.sort();
    paths
}

/// Scripts that weren't recorded, and files that belong to no script.
fn incomplete_recordings(scripts: &[Script]) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut expected = BTreeSet::new();
    let mut areas = BTreeSet::new();
    for script in scripts {
        areas.insert(&script.recordings);
        for suffix in ["out", "err", "status", "in", "args"] {
            expected.insert(script.recordings.join(format!("{}.{suffix}", script.name)));
        }
        if script.file("out").is_none() {
            complaints.push(format!("{}/{} isn't recorded", script.area, script.name));
        }
    }
    for path in areas.into_iter().flat_map(|area| sorted_entries(area)) {
        let source = path.is_dir() || path.extension().is_some_and(|extension| extension == "py");
        if !source && !expected.contains(&path) {
            complaints.push(format!("{} belongs to no script", path.display()));
        }
    }
    complaints
}
