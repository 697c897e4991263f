//! Running a program: from a string, a module, a file or standard input; then the prompt, if asked for.

use super::arguments::{Program, Request};
use super::{NATIVE_DEPTH, piped, repl};
use crate::embed::host::Flags;
use crate::embed::{Builder, Interpreter, Started};
use signal_hook::consts::SIGINT;
use std::io::{IsTerminal, Read};
use std::path::Path;

/// Runs what was asked for and answers the exit status.
pub fn run(mut python: Interpreter, request: Request) -> i32 {
    let terminal = std::io::stdin().is_terminal();
    // Without a handler Ctrl-C ends the process at once, which is right too.
    let _ = signal_hook::flag::register(SIGINT, python.interrupt_handle().flag());
    if prompt_only(&request) {
        return prompt(&mut python, &request, terminal, true);
    }
    let status = match &request.program {
        Program::Command(source) => python.run_program(&with_newline(source), "<string>"),
        Program::Module(name) => match python.run_module(name) {
            Started::Ran(status) => status,
            Started::NotFound(message) => {
                eprintln!("{}: {message}", request.all.first().map_or("selfsame", String::as_str));
                return 1;
            }
        },
        Program::File(path) => match std::fs::read(path) {
            Ok(bytes) => python.run_script_bytes(&absolute(path), &bytes),
            Err(e) => return cant_open(&request, path, &e),
        },
        Program::Input { .. } => {
            let mut bytes = Vec::new();
            if let Err(e) = std::io::stdin().lock().read_to_end(&mut bytes) {
                eprintln!("selfsame: can't read standard input: {e}");
                return 1;
            }
            python.run_program_bytes(&bytes, "<stdin>")
        }
    };
    let status = if request.interactive { prompt(&mut python, &request, terminal, false) } else { status };
    python.leave();
    status
}

fn prompt(python: &mut Interpreter, request: &Request, terminal: bool, banner: bool) -> i32 {
    let banner = banner && !request.quiet;
    if terminal { repl::run(python, banner) } else { piped::run(python, banner) }
}

fn with_newline(source: &str) -> String {
    if source.ends_with('\n') { source.to_owned() } else { format!("{source}\n") }
}

/// CPython's words for a script it can't open; the status is 2.
fn cant_open(request: &Request, path: &str, e: &std::io::Error) -> i32 {
    let program = request.all.first().map_or("selfsame", String::as_str);
    let text = e.to_string();
    let text = text.rsplit_once(" (os error").map_or(text.as_str(), |(t, _)| t);
    if Path::new(path).is_dir() {
        eprintln!("{program}: can't find '__main__' module in '{}'", absolute(path));
        return 1;
    }
    let number = e.raw_os_error().unwrap_or(5);
    eprintln!("{program}: can't open file '{}': [Errno {number}] {text}", absolute(path));
    2
}

/// The path from the root, not following links.
fn absolute(path: &str) -> String {
    std::path::absolute(path).map_or_else(|_| path.to_owned(), |p| p.to_string_lossy().into_owned())
}

/// `sys.argv` and the first folder of `sys.path`, which depend on what is run.
fn argv_and_folder(request: &Request) -> (Vec<String>, String) {
    let current = || std::env::current_dir().map_or_else(|_| String::new(), |p| p.to_string_lossy().into_owned());
    let (first, folder) = match &request.program {
        Program::Command(_) => ("-c".to_owned(), String::new()),
        Program::Module(_) => ("-m".to_owned(), current()),
        Program::File(path) => {
            let real = std::fs::canonicalize(path).unwrap_or_else(|_| Path::new(path).to_owned());
            let folder = real.parent().map_or_else(String::new, |p| p.to_string_lossy().into_owned());
            (path.clone(), folder)
        }
        Program::Input { named: true } => ("-".to_owned(), String::new()),
        Program::Input { named: false } => (String::new(), String::new()),
    };
    let mut argv = vec![first];
    argv.extend(request.rest.iter().cloned());
    (argv, folder)
}

/// The filters for warnings: of the environment, then of the command line.
fn warnings(request: &Request) -> Vec<String> {
    let given = std::env::var("PYTHONWARNINGS").ok().filter(|_| !request.isolated && !request.shown.contains(&'E'));
    let given = given.iter().flat_map(|w| w.split(',')).filter(|w| !w.is_empty()).map(str::to_owned);
    given.chain(request.warnings.iter().cloned()).collect()
}

/// There is nothing to run but what will be typed.
fn prompt_only(request: &Request) -> bool {
    matches!(request.program, Program::Input { .. }) && (request.interactive || std::io::stdin().is_terminal())
}

/// The interpreter that was asked for.
pub fn interpreter(request: &Request) -> Interpreter {
    let (argv, folder) = argv_and_folder(request);
    let mut path = Vec::new();
    if !request.safe_path {
        path.push(folder);
    }
    path.extend(python_path());
    let executable = std::env::current_exe().map_or_else(|_| String::new(), |p| p.to_string_lossy().into_owned());
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|v| v == value);
    Builder::default()
        .inherit_streams()
        .allow_files()
        .arguments(argv)
        .search_path(path)
        .command(executable, request.all.clone())
        .native_depth(NATIVE_DEPTH)
        .interactive(request.interactive || prompt_only(request))
        .stress(is("SELFSAME_STRESS", "1"))
        .inline_caches(!is("SELFSAME_INLINE_CACHES", "off"))
        .unbuffered(request.unbuffered)
        .warnings(warnings(request))
        .flags(Flags {
            optimize: request.optimize,
            isolated: request.isolated,
            safe_path: request.safe_path,
            quiet: request.quiet,
            shown: request.shown.clone(),
            x_options: request.x_options.clone(),
        })
        .build()
}

/// An interpreter that is only asked what is there: it looks for modules where the prompt would.
pub fn onlooker() -> Interpreter {
    let mut path = vec![String::new()];
    path.extend(python_path());
    Builder::default().allow_files().search_path(path).native_depth(NATIVE_DEPTH).build()
}

/// The folders that the environment adds to the search path.
fn python_path() -> Vec<String> {
    let Ok(given) = std::env::var("PYTHONPATH") else { return Vec::new() };
    std::env::split_paths(&given).map(|p| p.to_string_lossy().into_owned()).collect()
}
