//! `selfsame pickle FILE`: what loading a pickle would do, without doing it.

use crate::embed::Explanation;
use crate::pickle::explain::step::HEADING;
use std::io::{BufWriter, ErrorKind, Read, Write};

/// The help.
fn help(program: &str) -> String {
    format!("usage: {program} pickle FILE\n")
        + "Tell what loading the pickle in FILE (-: standard input) would do, opcode by\n\
opcode: the argument, the stack, where each name leads (already here, would\n\
import, missing), and what would be called. Nothing is imported, called or\n\
changed.\n\
\n\
Options:\n\
-h     : print this help message and exit (also --help)\n\
\n\
Exit status: 0; 1 if the pickle is broken; 2 if it can't be read.\n\
\n\
Example:\n\
$ selfsame -c 'import pickle; pickle.dump(len, open(\"data.pickle\", \"wb\"))'\n\
$ selfsame pickle data.pickle\n"
}

/// Runs the command with the arguments behind `pickle`; answers the exit status.
pub fn run(program: &str, arguments: &[String]) -> i32 {
    let wrong = |message: &str| {
        eprint!("{message}\nusage: {program} pickle FILE\nTry `{program} pickle --help' for more information.\n");
        2
    };
    let path = match arguments {
        [only] if matches!(only.as_str(), "-h" | "--help") => {
            print!("{}", help(program));
            return 0;
        }
        [option, ..] if option.starts_with('-') && option != "-" && option != "--" => {
            return wrong(&format!("unknown option {option}"));
        }
        [path] if path != "--" => path,
        [dashes, path] if dashes == "--" => path,
        [] => return wrong("a file is expected"),
        _ => return wrong("one file is expected"),
    };
    let (name, read) = match path.as_str() {
        "-" => {
            let mut bytes = Vec::new();
            ("<stdin>", std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes))
        }
        path => (path, std::fs::read(path)),
    };
    match read {
        Ok(bytes) => explain(program, name, bytes),
        Err(e) => {
            let text = e.to_string();
            let reason = text.rsplit_once(" (os error").map_or(text.as_str(), |(t, _)| t);
            eprintln!("{program}: can't read '{name}': [Errno {}] {reason}", e.raw_os_error().unwrap_or(5));
            2
        }
    }
}

fn explain(program: &str, name: &str, bytes: Vec<u8>) -> i32 {
    let size = bytes.len();
    let mut python = super::script::onlooker();
    let mut out = BufWriter::new(std::io::stdout().lock());
    match write_steps(&mut out, python.explain_pickle(bytes), size) {
        Ok(None) => 0,
        Ok(Some(problem)) => {
            eprintln!("{program}: {name}: {problem}");
            1
        }
        // Whoever read the output has seen enough.
        Err(e) if e.kind() == ErrorKind::BrokenPipe => 1,
        Err(e) => {
            eprintln!("{program}: can't write: {e}");
            1
        }
    }
}

/// Writes the explanation; answers what is wrong with the pickle.
fn write_steps(out: &mut impl Write, mut steps: Explanation<'_>, size: usize) -> std::io::Result<Option<String>> {
    let mut problem = None;
    writeln!(out, "{HEADING}")?;
    for step in steps.by_ref() {
        match step {
            Err(e) => problem = Some(format!("{}: {}", e.class, e.message)),
            Ok(step) => {
                writeln!(out, "{step}")?;
                problem = step.error.map(|error| format!("at byte {}: {error}", step.offset));
            }
        }
    }
    let end = steps.position();
    if problem.is_none() && end < size {
        writeln!(out, "{:>6} {} more bytes lie behind the pickle", end, size - end)?;
    }
    out.flush()?;
    Ok(problem)
}
