//! The code that the compiler makes, as text: each `tests/disassembly/*.py` with its `.txt`.
//!
//! `SELFSAME_RECORD=1 cargo test --test disassembly` writes the `.txt` files anew.

use selfsame::code::disassemble::disassemble;
use selfsame::compile::{CompileOptions, compile};
use selfsame::syntax::{Mode, parse};
use std::path::Path;

#[test]
fn code_is_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/disassembly");
    let record = std::env::var_os("SELFSAME_RECORD").is_some();
    let mut different = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).expect("the folder is part of the source") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_none_or(|extension| extension != "py") {
            continue;
        }
        count += 1;
        let source = std::fs::read_to_string(&path).expect("the file can be read");
        let parsed = parse(&source, Mode::File).expect("the file is Python");
        let name = path.file_name().expect("files have names").to_string_lossy();
        let compiled = compile(&parsed.ast, &source, CompileOptions::file(&name)).expect("the file compiles");
        let text = disassemble(&compiled.unit);
        let recorded = path.with_extension("txt");
        if record {
            std::fs::write(&recorded, &text).expect("the folder can be written");
        } else if std::fs::read_to_string(&recorded).unwrap_or_default() != text {
            different.push(name.into_owned());
        }
    }
    assert!(count >= 15);
    assert!(different.is_empty(), "not as recorded: {different:?}");
}
