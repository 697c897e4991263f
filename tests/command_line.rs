//! The command line: `selfsame [-i] [-c CMD | -m MOD | FILE | -] [ARGS]`, as CPython's `python`.

mod child;

use std::fs;
use std::path::Path;
use std::time::Duration;

/// What a run wrote, and how it ended.
struct Answer {
    stdout: String,
    stderr: String,
    end: String,
}

/// Runs the command in `folder` with these arguments and this standard input.
fn run_in(folder: &Path, arguments: &[&str], input: &str) -> Answer {
    let mut command = child::selfsame();
    command.args(arguments).current_dir(folder);
    let outcome = child::run(&mut command, input.as_bytes(), Duration::from_secs(20)).expect("the command runs");
    Answer {
        stdout: String::from_utf8_lossy(&outcome.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&outcome.stderr).into_owned(),
        end: outcome.end.describe(),
    }
}

fn run(arguments: &[&str], input: &str) -> Answer {
    run_in(Path::new(env!("CARGO_MANIFEST_DIR")), arguments, input)
}

/// A folder with a package `pack` in it: `pack/__init__.py`, `pack/__main__.py`, `pack/inside.py`.
fn folder_with_package() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let package = folder.path().join("pack");
    fs::create_dir(&package).expect("a folder in it");
    for (name, source) in [
        ("__init__.py", "print('init of', __name__)\n"),
        ("__main__.py", "from . import inside\nprint('main of', __package__, inside.__name__)\n"),
        ("inside.py", "import sys\nprint(__name__, __package__, sys.argv[1:])\n"),
    ] {
        fs::write(package.join(name), source).expect("files in it");
    }
    folder
}

#[test]
fn a_program_as_an_argument() {
    let answer = run(&["-c", "import sys; print(sys.argv, __name__)", "a", "-b", "--", "-c"], "");
    assert_eq!(answer.stdout, "['-c', 'a', '-b', '--', '-c'] __main__\n");
    assert_eq!(answer.stderr, "");
    assert_eq!(answer.end, "exit status 0");
}

#[test]
fn an_error_in_a_program_as_an_argument() {
    let answer = run(&["-c", "x = 1\nprint(x)\nx / 0"], "");
    assert_eq!(answer.stdout, "1\n");
    assert_eq!(
        answer.stderr,
        "Traceback (most recent call last):\n  File \"<string>\", line 3, in <module>\n    x / 0\n    ~~^~~\nZeroDivisionError: division by zero\n"
    );
    assert_eq!(answer.end, "exit status 1");
}

#[test]
fn a_syntax_error_in_a_program_as_an_argument() {
    let answer = run(&["-c", "x ="], "");
    assert_eq!(answer.stderr, "  File \"<string>\", line 1\n    x =\n       ^\nSyntaxError: invalid syntax\n");
    assert_eq!(answer.end, "exit status 1");
}

#[test]
fn a_script_and_its_arguments() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("with space.py"), "import sys\nprint(sys.argv)\nprint(__name__)\n").expect("a script");
    let answer = run_in(folder.path(), &["with space.py", "-c", "--help", "x"], "");
    assert_eq!(answer.stdout, "['with space.py', '-c', '--help', 'x']\n__main__\n");
}

#[test]
fn a_script_that_is_not_there() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let answer = run_in(folder.path(), &["nothing.py"], "");
    assert!(answer.stderr.contains("can't open file '"), "{}", answer.stderr);
    assert!(answer.stderr.ends_with("nothing.py': [Errno 2] No such file or directory\n"), "{}", answer.stderr);
    assert_eq!(answer.end, "exit status 2");
}

#[test]
fn a_module_as_a_script() {
    let folder = folder_with_package();
    let answer = run_in(folder.path(), &["-m", "pack.inside", "x"], "");
    assert_eq!(answer.stdout, "init of pack\n__main__ pack ['x']\n");
    let answer = run_in(folder.path(), &["-m", "pack"], "");
    assert_eq!(answer.stdout, "init of pack\npack.inside pack []\nmain of pack pack.inside\n");
}

#[test]
fn a_module_that_is_not_there() {
    let folder = folder_with_package();
    let answer = run_in(folder.path(), &["-m", "nothing"], "");
    assert!(answer.stderr.ends_with(": No module named nothing\n"), "{}", answer.stderr);
    assert_eq!(answer.end, "exit status 1");
    let answer = run_in(folder.path(), &["-m", "pack.nothing"], "");
    assert!(answer.stderr.ends_with(": No module named pack.nothing\n"), "{}", answer.stderr);
    assert_eq!(answer.end, "exit status 1");
}

#[test]
fn standard_input_by_name() {
    let answer = run(&["-", "x", "-y"], "import sys\nprint(sys.argv)\n");
    assert_eq!(answer.stdout, "['-', 'x', '-y']\n");
    assert_eq!(answer.end, "exit status 0");
    let answer = run(&["-"], "");
    assert_eq!(answer.stdout, "");
    assert_eq!(answer.end, "exit status 0");
}

#[test]
fn going_on_after_a_program() {
    let answer = run(&["-i", "-c", "x = 5"], "print(x)\nx + 1\n");
    assert_eq!(answer.stdout, "5\n6\n");
    assert_eq!(answer.end, "exit status 0");
}

#[test]
fn going_on_after_an_error() {
    let answer = run(&["-i", "-c", "x = 7; 1 / 0"], "print(x)\n");
    assert_eq!(answer.stdout, "7\n");
    assert!(answer.stderr.contains("ZeroDivisionError: division by zero"), "{}", answer.stderr);
    assert_eq!(answer.end, "exit status 0");
    let answer = run(&["-i"], "1 / 0\nprint('goes on')\n");
    assert_eq!(answer.stdout, "goes on\n");
    assert_eq!(answer.end, "exit status 0");
}

#[test]
fn exit_statuses() {
    for (program, end) in [
        ("", "exit status 0"),
        ("raise SystemExit", "exit status 0"),
        ("raise SystemExit(0)", "exit status 0"),
        ("raise SystemExit(3)", "exit status 3"),
        ("raise SystemExit('message')", "exit status 1"),
        ("import sys; sys.exit(256 + 7)", "exit status 7"),
        ("exit(4)", "exit status 4"),
        ("quit()", "exit status 0"),
        ("raise ValueError", "exit status 1"),
        ("assert False", "exit status 1"),
    ] {
        assert_eq!(run(&["-c", program], "").end, end, "{program}");
    }
    assert_eq!(run(&["-i"], "exit(5)\nprint('never')\n").end, "exit status 5");
}

#[test]
fn wrong_options() {
    for arguments in [&["-Z"][..], &["-c"], &["-m"], &["--no-such-option"]] {
        let answer = run(arguments, "");
        assert_eq!(answer.end, "exit status 2", "{arguments:?}");
        assert!(!answer.stderr.is_empty(), "{arguments:?}");
        assert_eq!(answer.stdout, "", "{arguments:?}");
    }
}

#[test]
fn help_and_version() {
    let answer = run(&["--help"], "");
    assert!(answer.stdout.contains("-c"), "{}", answer.stdout);
    assert_eq!(answer.end, "exit status 0");
    let answer = run(&["--version"], "");
    assert!(answer.stdout.contains(env!("CARGO_PKG_VERSION")), "{}", answer.stdout);
    assert_eq!(answer.end, "exit status 0");
}

#[test]
fn filters_for_warnings() {
    let program = "import sys, warnings; warnings.warn('old'); print(sys.warnoptions)";
    let answer = run(&["-W", "ignore", "-c", program], "");
    assert_eq!((&*answer.stdout, &*answer.stderr), ("['ignore']\n", ""));
    let answer = run(&["-Werror", "-c", program], "");
    assert!(answer.stderr.ends_with("UserWarning: old\n"), "{}", answer.stderr);
    assert_eq!(answer.end, "exit status 1");
    let answer = run(&["-W", "never", "-Werror::Unknown", "-W::::::", "-c", "print(1)"], "");
    assert_eq!(answer.stdout, "1\n");
    assert_eq!(
        answer.stderr,
        "Invalid -W option ignored: invalid action: 'never'\n\
         Invalid -W option ignored: unknown warning category: 'Unknown'\n\
         Invalid -W option ignored: too many fields (max 5): '::::::'\n"
    );
    let answer = run(&["-Werror", "-c", "1 is 1"], "");
    assert_eq!(
        answer.stderr,
        "  File \"<string>\", line 1\nSyntaxError: \"is\" with 'int' literal. Did you mean \"==\"?\n"
    );
}

#[test]
fn tests_from_the_command_line() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let source = "import unittest\nclass T(unittest.TestCase):\n    def test_a(self):\n        pass\n";
    fs::write(folder.path().join("test_it.py"), source).expect("a file in it");
    for arguments in [&["-m", "unittest", "-v"][..], &["-m", "unittest", "-v", "test_it.T.test_a"]] {
        let answer = run_in(folder.path(), arguments, "");
        assert!(answer.stderr.starts_with("test_a (test_it.T.test_a) ... ok\n\n"), "{}", answer.stderr);
        assert!(answer.stderr.ends_with("\n\nOK\n"), "{}", answer.stderr);
        assert_eq!(answer.end, "exit status 0");
    }
    let answer = run_in(folder.path(), &["-m", "unittest", "nothing"], "");
    assert!(answer.stderr.contains("ModuleNotFoundError: No module named 'nothing'\n"), "{}", answer.stderr);
    assert_eq!(answer.end, "exit status 1");
}

#[test]
fn optimizing_leaves_assertions_out() {
    let program = "def f():\n    'doc'\nassert False\nimport sys\nprint(__debug__, sys.flags.optimize, f.__doc__)\n";
    assert_eq!(run(&["-O", "-c", program], "").stdout, "False 1 doc\n");
    assert_eq!(run(&["-OO", "-c", program], "").stdout, "False 2 None\n");
    assert_eq!(run(&["-c", program], "").end, "exit status 1");
}

#[test]
fn options_a_program_can_see() {
    let program = "import sys; print(sys.flags.isolated, sys.flags.quiet, sys.flags.verbose, sys._xoptions)";
    assert_eq!(run(&["-Iqvv", "-X", "a", "-Xb=c", "-c", program], "").stdout, "1 1 2 {'a': True, 'b': 'c'}\n");
}

/// The names in backquotes of a cell of README's table of what is supported.
fn modules_in_readme(cell: usize) -> Vec<String> {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("README.md");
    let row = readme.lines().find(|line| line.starts_with("| modules |")).expect("a row on modules");
    let cell = row.split('|').nth(cell).expect("so many cells");
    let names = cell.split('`').skip(1).step_by(2);
    names.filter(|name| name.chars().all(|c| c.is_alphanumeric() || "_.".contains(c))).map(str::to_owned).collect()
}

#[test]
fn every_module_the_readme_names_can_be_imported() {
    let names = modules_in_readme(2);
    assert!(names.len() > 50, "{names:?}");
    let source: String = names.iter().map(|name| format!("import {name}\n")).collect();
    let answer = run(&["-c", &source], "");
    assert_eq!((answer.stderr.as_str(), answer.end.as_str()), ("", "exit status 0"));
}

#[test]
fn modules_the_readme_leaves_out_are_not_found() {
    let names = modules_in_readme(3);
    for name in names.iter().filter(|name| !["os", "dis", "ModuleNotFoundError"].contains(&name.as_str())) {
        let answer = run(&["-c", &format!("import {name}")], "");
        let error = answer.stderr.lines().last().unwrap_or_default().to_owned();
        assert_eq!(error, format!("ModuleNotFoundError: No module named '{name}'"));
    }
    assert!(names.len() > 8, "{names:?}");
}

/// A folder with the pickles `list.pkl` of `[1, 2]` and `text.pkl` of `'a'`.
fn folder_with_pickles() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("list.pkl"), b"(lp0\nI1\naI2\na.").expect("a file in it");
    fs::write(folder.path().join("text.pkl"), b"\x80\x04\x8c\x01a\x94.").expect("a file in it");
    folder
}

#[test]
fn pickles_are_shown() {
    let folder = folder_with_pickles();
    let answer = run_in(folder.path(), &["-m", "pickle", "list.pkl", "text.pkl"], "");
    assert_eq!(answer.stdout, "[1, 2]\n'a'\n");
    assert_eq!(answer.end, "exit status 0");
    let answer = run_in(folder.path(), &["-m", "pickle", "-"], "I5\n.");
    assert_eq!(answer.stdout, "5\n");
    let help = run_in(folder.path(), &["-m", "pickle"], "");
    assert!(help.stdout.starts_with("usage: pickle.py [-h] [-t] [-v] [pickle_file ...]\n\ndisplay contents"));
    assert_eq!(help.end, "exit status 0");
    let answer = run_in(folder.path(), &["-m", "pickle", "list.pkl", "-x"], "");
    assert_eq!(
        answer.stderr,
        "usage: pickle.py [-h] [-t] [-v] [pickle_file ...]\npickle.py: error: unrecognized arguments: -x\n"
    );
    assert_eq!(answer.end, "exit status 2");
}

#[test]
fn pickles_are_disassembled() {
    const TEXT: &str = "    0: \\x80 PROTO      4
    2: \\x8c SHORT_BINUNICODE 'a'
    5: \\x94 MEMOIZE    (as 0)
    6: .    STOP
highest protocol among opcodes = 4
";
    let folder = folder_with_pickles();
    let answer = run_in(folder.path(), &["-m", "pickletools", "text.pkl"], "");
    assert_eq!(answer.stdout, TEXT);
    let answer = run_in(folder.path(), &["-m", "pickletools", "-p{name}:", "--", "text.pkl", "text.pkl"], "");
    assert_eq!(answer.stdout, format!("text.pkl:\n{TEXT}text.pkl:\n{TEXT}"));
    let answer = run_in(folder.path(), &["-m", "pickletools", "-ml=2", "--ann", "-o", "out", "list.pkl"], "");
    assert_eq!((answer.stdout.as_str(), answer.stderr.as_str()), ("", ""));
    let written = fs::read_to_string(folder.path().join("out")).expect("the output");
    let second = written.lines().nth(1).expect("a second line");
    assert_eq!(
        second,
        "    1: l      LIST       (MARK at 0)  Build a list out of the topmost stack slice, after markobject."
    );
    for (arguments, error) in [
        (&["-l", "x"][..], "argument -l/--indentlevel: invalid int value: 'x'"),
        (&["-l", "-a"], "argument -l/--indentlevel: expected one argument"),
        (&["--memo=x"], "argument -m/--memo: ignored explicit argument 'x'"),
        (&["-mx", "-y"], "unrecognized arguments: -x -y"),
        (&["a", "-m", "b"], "unrecognized arguments: b"),
        (
            &["--="],
            "ambiguous option: --= could match --help, --output, --memo, --indentlevel, --annotate, --preamble, --test",
        ),
    ] {
        let answer = run_in(folder.path(), &[&["-m", "pickletools"], arguments].concat(), "");
        assert_eq!(answer.stderr.lines().last(), Some(&*format!("pickletools.py: error: {error}")));
        assert_eq!(answer.end, "exit status 2");
    }
}
