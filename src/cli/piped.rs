//! `-i` with input that is no terminal: prompts go to the error stream, every statement is run when it is complete.

use super::repl::banner;
use crate::embed::{Interpreter, PromptInput};
use crate::syntax::Mode;
use std::io::BufRead;

/// Reads statements until the end of input; answers the exit status.
pub fn run(python: &mut Interpreter, with_banner: bool) -> i32 {
    if with_banner {
        eprint!("{}", banner());
    }
    let mut source = String::new();
    loop {
        let prompt = if source.is_empty() { python.prompt("ps1", ">>> ") } else { python.prompt("ps2", "... ") };
        eprint!("{prompt}");
        let mut line = Vec::new();
        let read = std::io::stdin().lock().read_until(b'\n', &mut line);
        let end = !matches!(read, Ok(n) if n > 0);
        if !end {
            source += &String::from_utf8_lossy(&line);
        }
        if source.trim().is_empty() {
            source.clear();
            if end {
                break;
            }
            continue;
        }
        if !end && PromptInput::of(&source) == PromptInput::Incomplete {
            continue;
        }
        if !source.ends_with('\n') {
            // CPython asks for the end of the line, and finds the end of the input.
            eprint!("{}", python.prompt("ps2", "... "));
            source.push('\n');
        }
        if let Some(status) = python.run_input(&source, "<stdin>", Mode::Single) {
            return status;
        }
        source.clear();
        if end {
            break;
        }
    }
    eprintln!();
    0
}
