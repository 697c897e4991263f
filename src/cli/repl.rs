//! The prompt at a terminal: line editing, history, blocks, `_`.

use super::complete::Names;
use crate::embed::{Interpreter, PromptInput};
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{Config, Editor};
use std::path::PathBuf;

/// What the prompt begins with.
pub fn banner() -> String {
    format!(
        "Python 3.13.0 (selfsame {}) on {}\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS
    )
}

/// Reads and runs statements until the end of input; answers the exit status.
pub fn run(python: &mut Interpreter, with_banner: bool) -> i32 {
    if with_banner {
        print!("{}", banner());
    }
    let config = Config::builder().auto_add_history(false).tab_stop(4).indent_size(4).build();
    let mut editor: Editor<Names, FileHistory> = match Editor::with_config(config) {
        Ok(editor) => editor,
        Err(e) => {
            eprintln!("selfsame: no line editing: {e}");
            return super::piped::run(python, false);
        }
    };
    editor.set_helper(Some(Names::default()));
    let history = history_file();
    if let Some(file) = &history {
        let _ = editor.load_history(file); // there is none the first time
    }
    let status = read_and_run(python, &mut editor);
    if let Some(file) = &history
        && let Err(e) = save(&mut editor, file)
    {
        eprintln!("selfsame: can't write the history to {}: {e}", file.display());
    }
    status
}

fn save(editor: &mut Editor<Names, FileHistory>, file: &PathBuf) -> rustyline::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    editor.save_history(file)
}

/// `SELFSAME_HISTORY`, or a file in the user's data folder.
fn history_file() -> Option<PathBuf> {
    if let Some(file) = std::env::var_os("SELFSAME_HISTORY") {
        return (!file.is_empty()).then(|| PathBuf::from(file));
    }
    let folder = std::env::var_os("XDG_DATA_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|h| PathBuf::from(h).join(".local/share")))
        .or_else(|| std::env::var_os("APPDATA").map(PathBuf::from))?;
    Some(folder.join("selfsame").join("history"))
}

/// What was read.
enum Read {
    /// A whole input.
    Input(String),
    /// Ctrl-C: nothing.
    Interrupted,
    /// Ctrl-D on an empty line, or an error of the terminal.
    End,
}

fn read_and_run(python: &mut Interpreter, editor: &mut Editor<Names, FileHistory>) -> i32 {
    let mut number = 0;
    loop {
        if let Some(names) = editor.helper_mut() {
            names.learn(python);
        }
        match read(python, editor) {
            Read::End => {
                println!();
                return 0;
            }
            Read::Interrupted => {
                println!("\nKeyboardInterrupt");
                python.clear_interrupt();
            }
            Read::Input(source) => {
                if source.trim().is_empty() {
                    continue;
                }
                let _ = editor.add_history_entry(source.trim_end());
                if let Some(status) = run_input(python, &source, &mut number) {
                    return status;
                }
            }
        }
    }
}

/// Runs an input: bare `exit` and `quit` leave; several statements (pasted) are run as that program.
fn run_input(python: &mut Interpreter, source: &str, number: &mut usize) -> Option<i32> {
    if let "exit" | "quit" = source.trim()
        && python.has_builtin(source.trim())
    {
        return Some(0);
    }
    let filename = format!("<python-input-{number}>");
    *number += 1;
    let source = format!("{}\n", source.trim_end());
    python.run_pasted(&source, &filename)
}

/// Reads lines until the statement is complete.
fn read(python: &mut Interpreter, editor: &mut Editor<Names, FileHistory>) -> Read {
    let mut source = String::new();
    let mut indent = String::new();
    loop {
        let prompt = if source.is_empty() { python.prompt("ps1", ">>> ") } else { python.prompt("ps2", "... ") };
        match editor.readline_with_initial(&prompt, (&indent, "")) {
            Ok(line) => {
                // The indentation offered counts as nothing typed.
                let line = if line.trim().is_empty() { "" } else { line.as_str() };
                source += line;
                source.push('\n');
                if source.trim().is_empty() || PromptInput::of(&source) == PromptInput::Complete {
                    return Read::Input(source);
                }
                indent = next_indent(line);
            }
            Err(ReadlineError::Interrupted) => return Read::Interrupted,
            Err(ReadlineError::Eof) if source.is_empty() => return Read::End,
            Err(ReadlineError::Eof) => return Read::Input(source),
            Err(_) => return Read::End,
        }
    }
}

/// The indentation of the line behind `line`: one level more behind a colon.
fn next_indent(line: &str) -> String {
    let indent: String = line.chars().take_while(|c| c.is_whitespace()).collect();
    let code = line.split('#').next().unwrap_or(line).trim_end();
    if code.ends_with(':') { indent + "    " } else { indent }
}
