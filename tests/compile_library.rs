//! All of a Python library compiles to code that is structurally sound.
//!
//! Set `SELFSAME_PYTHON_LIB` to CPython's `Lib` folder to run it.

use selfsame::code::unit::{CodeUnit, Const};
use selfsame::compile::{CompileOptions, compile, verify::verify};
use selfsame::syntax::{Mode, normalize_newlines, parse};
use std::path::{Path, PathBuf};

fn python_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            python_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "py") {
            found.push(path);
        }
    }
}

fn count(unit: &CodeUnit) -> usize {
    let inner = unit.consts.iter().map(|value| match value {
        Const::Code(code) => count(code),
        _ => 0,
    });
    unit.ops.len() + inner.sum::<usize>()
}

#[test]
fn the_library_compiles() {
    let Some(folder) = std::env::var_os("SELFSAME_PYTHON_LIB") else {
        return;
    };
    let mut files = Vec::new();
    python_files(Path::new(&folder), &mut files);
    files.sort();
    let (mut compiled, mut ops) = (0, 0);
    let mut wrong = Vec::new();
    for path in &files {
        let Ok(source) = std::fs::read_to_string(path) else {
            continue;
        };
        let source = normalize_newlines(&source);
        let name = path.to_string_lossy();
        let Ok(parsed) = parse(&source, Mode::File) else {
            continue;
        };
        match compile(&parsed.ast, &source, CompileOptions::file(&name)) {
            Ok(done) => {
                compiled += 1;
                ops += count(&done.unit);
                if let Err(what) = verify(&done.unit) {
                    wrong.push(format!("{name}: {what}"));
                }
            }
            Err(_) if name.contains("badsyntax") => {}
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    println!("{compiled} of {} files, {ops} ops", files.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
