//! CPython's own tests of pickle and copy, from where CPython 3.13 is installed: nothing of them is in this repository.
//!
//! ```text
//! cargo test --test cpython_pickle                    all of them
//! cargo test --test cpython_pickle -- TestCopy        those with `TestCopy` in their name
//! ```
//!
//! Without a CPython 3.13 that brings its tests along, this says so and passes. What the test modules import and we
//! don't have (`test.support`, `threading`, ...) lies in `tests/cpython_pickle/support`, as far as they use it.
//! `tests/cpython_pickle/known.txt` lists the cases that fail, with the cause; any other change of verdict is a failure.
//!
//! Of the cases in `test_pickle`, those for the C classes are run: the others are about `pickle._Pickler` and its like,
//! the implementation in Python, which isn't here.

mod child;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

const MODULES: [&str; 5] = ["test_copy", "test_copyreg", "test_picklebuffer", "test_pickletools", "test_pickle"];

/// Processes that run at the same time.
const THREADS: usize = 2;

/// A process runs at most so many cases, and may take so long for them.
const CASES_A_PROCESS: usize = 20;
const LIMIT: Duration = Duration::from_secs(300);

/// Cases of one module that run in one process.
struct Batch {
    module: &'static str,
    cases: Vec<String>,
}

/// How a case ended.
enum Verdict {
    Passed,
    Skipped(String),
    Failed(String),
}

/// Where things are.
struct Setup {
    /// CPython's `Lib/test`.
    tests: PathBuf,
    /// `tests/cpython_pickle`.
    ours: PathBuf,
    /// The folder the cases may write to.
    scratch: tempfile::TempDir,
}

/// The verdicts by module and case.
type Verdicts = BTreeMap<(&'static str, String), Verdict>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|a| a == "--list") {
        return ExitCode::SUCCESS;
    }
    let Some((python, tests)) = find_cpython() else {
        println!("\nno CPython 3.13 with its tests is installed: they are left out\n");
        return ExitCode::SUCCESS;
    };
    println!("\nCPython's tests from {}", tests.display());
    let filters: Vec<&String> = arguments.iter().filter(|a| !a.starts_with('-')).collect();
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("cpython_pickle");
    let setup = Setup { tests, ours, scratch: tempfile::tempdir().expect("a temporary folder") };
    let docstrings = Command::new(&python).arg(setup.ours.join("docstrings.py")).arg("pickletools").output();
    let docstrings = docstrings.expect("CPython runs").stdout;
    fs::write(setup.docstrings(), docstrings).expect("the temporary folder can be written to");
    let batches = match batches(&setup, &filters) {
        Ok(batches) => batches,
        Err(problem) => {
            println!("{problem}");
            return ExitCode::FAILURE;
        }
    };
    conclude(&run_all(&setup, &batches), &known(&setup))
}

/// A CPython 3.13, and the folder of its tests if they are installed with it.
fn find_cpython() -> Option<(PathBuf, PathBuf)> {
    const WHERE: &str = "import sys, sysconfig; print(sys.executable); print(sysconfig.get_path('stdlib'))";
    for version in [None, Some("3.13.0"), Some("3.13")] {
        let mut command = Command::new("python3.13");
        // Where pyenv chooses among versions, it has to be told which.
        if let Some(version) = version {
            command.env("PYENV_VERSION", version);
        }
        let Ok(output) = command.args(["-c", WHERE]).output() else { continue };
        let answer = String::from_utf8_lossy(&output.stdout).into_owned();
        if let Some((executable, library)) = answer.trim().split_once('\n') {
            let tests = Path::new(library).join("test");
            if tests.join("pickletester.py").exists() {
                return Some((executable.into(), tests));
            }
        }
    }
    None
}

impl Setup {
    fn docstrings(&self) -> PathBuf {
        self.scratch.path().join("docstrings.json")
    }

    /// Our interpreter at `run_cases.py` for a module and cases of it (none: it lists them).
    fn run_cases(&self, module: &str, cases: &[String]) -> child::Outcome {
        let folder = tempfile::tempdir_in(self.scratch.path()).expect("a temporary folder");
        let mut command = child::selfsame();
        command.env("PYTHONPATH", self.ours.join("support")).env("CPYTHON_TESTS", &self.tests);
        command.env("CPYTHON_DOCSTRINGS", self.docstrings()).current_dir(folder.path());
        command.arg(self.ours.join("run_cases.py")).arg(module).args(cases);
        child::run(&mut command, b"", LIMIT).expect("the command runs")
    }
}

/// What is to be run, a few cases of one class at a time.
fn batches(setup: &Setup, filters: &[&String]) -> Result<Vec<Batch>, String> {
    let mut batches: Vec<Batch> = Vec::new();
    for module in MODULES {
        let listed = setup.run_cases(module, &[]);
        let names = String::from_utf8_lossy(&listed.stdout);
        if names.is_empty() {
            let why = String::from_utf8_lossy(&listed.stderr);
            return Err(format!("{module} can't be imported ({}):\n{why}", listed.end.describe()));
        }
        let wanted = |name: &str| filters.is_empty() || filters.iter().any(|f| name.contains(f.as_str()));
        let names = names.lines().filter(|name| wanted(name) && !is_about_python_classes(name));
        let names: Vec<String> = names.map(str::to_owned).collect();
        batches.extend(names.chunks(CASES_A_PROCESS).map(|cases| Batch { module, cases: cases.to_vec() }));
    }
    Ok(batches)
}

/// The case is about CPython's pickler or unpickler in Python, at least on one side.
fn is_about_python_classes(case: &str) -> bool {
    ["Py", "CDumpPickle_LoadPickle.", "DumpPickle_CLoadPickle."].iter().any(|prefix| case.starts_with(prefix))
}

fn run_all(setup: &Setup, batches: &[Batch]) -> Verdicts {
    let next = AtomicUsize::new(0);
    let verdicts = Mutex::new(Verdicts::new());
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Some(batch) = batches.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let ended = run(setup, batch);
                    let ended = ended.into_iter().map(|(case, verdict)| ((batch.module, case), verdict));
                    verdicts.lock().expect("no thread panics").extend(ended);
                }
            });
        }
    });
    verdicts.into_inner().expect("no thread panics")
}

/// Runs the cases of a batch. One that ends the process has failed, and the rest run in another.
fn run(setup: &Setup, batch: &Batch) -> Vec<(String, Verdict)> {
    let mut verdicts = Vec::new();
    while let Some(rest) = batch.cases.get(verdicts.len()..).filter(|rest| !rest.is_empty()) {
        let outcome = setup.run_cases(batch.module, rest);
        for line in String::from_utf8_lossy(&outcome.stdout).lines() {
            let mut words = line.splitn(3, ' ');
            let (Some(word), Some(case)) = (words.next(), words.next()) else { continue };
            let why = words.next().unwrap_or_default().to_owned();
            let verdict = match word {
                "ok" => Verdict::Passed,
                "skip" => Verdict::Skipped(why),
                "fail" => Verdict::Failed(why),
                _ => continue,
            };
            verdicts.push((case.to_owned(), verdict));
        }
        if let Some(case) = batch.cases.get(verdicts.len()) {
            let errors = String::from_utf8_lossy(&outcome.stderr);
            let last = errors.trim().lines().last().unwrap_or_default();
            verdicts.push((case.clone(), Verdict::Failed(format!("{}: {last}", outcome.end.describe()))));
        }
    }
    verdicts
}

/// The cases that are known to fail: module and case, with the cause.
fn known(setup: &Setup) -> BTreeMap<(String, String), String> {
    let text = fs::read_to_string(setup.ours.join("known.txt")).expect("the list of known failures");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (name, cause) = line.split_once(": ").expect("a case and its cause");
            let (module, case) = name.split_once(' ').expect("a module and a case");
            ((module.to_owned(), case.to_owned()), cause.to_owned())
        })
        .collect()
}

/// Prints the counts and what isn't as it should be, and says how to exit.
fn conclude(verdicts: &Verdicts, known: &BTreeMap<(String, String), String>) -> ExitCode {
    let mut surprises = Vec::new();
    for module in MODULES {
        let (mut passed, mut skipped, mut failed) = (0, BTreeMap::<&str, usize>::new(), 0);
        for ((_, case), verdict) in verdicts.iter().filter(|((m, _), _)| *m == module) {
            let known = known.get(&(module.to_owned(), case.clone()));
            match verdict {
                Verdict::Passed => passed += 1,
                Verdict::Skipped(reason) => *skipped.entry(reason).or_default() += 1,
                Verdict::Failed(_) => failed += 1,
            }
            match (verdict, known) {
                (Verdict::Failed(why), None) => surprises.push(format!("{module} {case} fails: {why}")),
                (Verdict::Passed | Verdict::Skipped(_), Some(_)) => {
                    surprises.push(format!("{module} {case} doesn't fail: take it out of known.txt"));
                }
                _ => {}
            }
        }
        let left_out: usize = skipped.values().sum();
        println!("{module}: {passed} passed, {failed} failed, {left_out} skipped");
        for (reason, count) in skipped {
            println!("    skipped {count}: {reason}");
        }
    }
    for (cause, count) in known.values().fold(BTreeMap::<&str, usize>::new(), |mut counts, cause| {
        *counts.entry(cause).or_default() += 1;
        counts
    }) {
        println!("known to fail {count}: {cause}");
    }
    if surprises.is_empty() {
        println!("\ntest result: ok\n");
        return ExitCode::SUCCESS;
    }
    println!("\nfailures:");
    for surprise in &surprises {
        println!("    {surprise}");
    }
    println!("\ntest result: FAILED. {} cases\n", surprises.len());
    ExitCode::FAILURE
}
