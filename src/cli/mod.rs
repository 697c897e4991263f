//! The command: `selfsame [option] ... [-c cmd | -m mod | file | -] [arg] ...`, as CPython's `python`.

mod arguments;
mod complete;
mod pickle;
mod piped;
mod repl;
mod script;

use arguments::{Parsed, Request};

/// The stack the interpreter's thread reserves: nested calls from native code back into Python need it.
const STACK: usize = 512 << 20;

/// Nested calls from native code that this stack carries, in a debug build too.
const NATIVE_DEPTH: usize = 12_000;

/// Runs the command with the process's arguments; answers the exit status.
pub fn main() -> i32 {
    let arguments: Vec<String> = std::env::args_os().map(|a| a.to_string_lossy().into_owned()).collect();
    let program = arguments.first().cloned().unwrap_or_else(|| "selfsame".to_owned());
    match arguments::parse(&arguments) {
        Parsed::Help => {
            print!("{}", arguments::help(&program));
            0
        }
        Parsed::Version => {
            println!("selfsame {} (Python 3.13.0)", env!("CARGO_PKG_VERSION"));
            0
        }
        Parsed::Wrong(message) => {
            eprint!("{message}\n{}Try `{program} -h' for more information.\n", arguments::usage(&program));
            2
        }
        Parsed::Pickle(rest) => pickle::run(&program, &rest),
        Parsed::Run(request) => run(request),
    }
}

/// Runs what was asked for in a thread with a large stack. The interpreter is made before: memory is had more cheaply
/// in the main thread.
fn run(request: Request) -> i32 {
    let python = script::interpreter(&request);
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(move || script::run(python, request));
    match thread.map(std::thread::JoinHandle::join) {
        Ok(Ok(status)) => status,
        Ok(Err(_)) => 70, // a panic was reported already
        Err(e) => {
            eprintln!("selfsame: can't start a thread: {e}");
            70
        }
    }
}
