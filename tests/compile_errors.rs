//! Syntax errors and warnings that come from the compiler, in CPython's words and places.
//!
//! `python3.13 tests/compile_errors/record.py` records what CPython says in `cases.txt`.

use selfsame::compile::{CompileError, CompileOptions, compile};
use selfsame::syntax::{Mode, SyntaxError, parse};

fn describe(error: &SyntaxError) -> String {
    format!("{}:{}-{}:{} {}", error.line, error.column, error.end_line, error.end_column, error.message)
}

/// What compiling a source says, as in `cases.txt`; none if it uses what isn't supported yet.
fn said(source: &str) -> Option<Vec<String>> {
    let parsed = match parse(source, Mode::File) {
        Ok(parsed) => parsed,
        Err(error) => return Some(vec![describe(&error)]),
    };
    match compile(&parsed.ast, source, CompileOptions::file("case")) {
        Ok(compiled) if compiled.warnings.is_empty() => Some(vec!["fine".to_owned()]),
        Ok(compiled) => {
            let warnings = compiled.warnings.iter();
            Some(warnings.map(|w| format!("warning {} {}", w.line, w.message)).collect())
        }
        Err(CompileError::Syntax(error)) => Some(vec![describe(&error)]),
        Err(CompileError::TooDeep) => Some(vec!["too deep".to_owned()]),
    }
}

#[test]
fn errors_are_those_of_cpython() {
    let mut different = String::new();
    for block in include_str!("compile_errors/cases.txt").split("----\n") {
        let (expected, source): (Vec<&str>, Vec<&str>) = block.lines().partition(|line| line.starts_with("=> "));
        let source = source.join("\n") + "\n";
        let expected: Vec<String> = expected.iter().map(|line| line[3..].to_owned()).collect();
        let Some(ours) = said(&source) else { continue };
        if ours != expected {
            different += &format!("{source}CPython: {expected:#?}\nours: {ours:#?}\n\n");
        }
    }
    assert!(different.is_empty(), "\n{different}");
}

#[test]
fn deep_nesting_is_refused_and_long_chains_are_not() {
    let compiles = |source: &str| {
        let parsed = parse(source, Mode::Eval).expect("it parses");
        compile(&parsed.ast, source, CompileOptions { mode: Mode::Eval, ..CompileOptions::file("deep") }).map(|_| ())
    };
    let deep = format!("{}x", "not ".repeat(20_000));
    assert!(matches!(compiles(&deep), Err(CompileError::TooDeep)));
    assert!(compiles(&format!("{}x", "not ".repeat(500))).is_ok());
    assert!(compiles(&format!("{}x", "lambda: ".repeat(300))).is_ok());
    for chain in
        [vec!["x"; 20_000].join("+"), format!("x{}", ".a()[0](1)".repeat(5_000)), vec!["x"; 20_000].join(" and ")]
    {
        assert!(compiles(&chain).is_ok());
    }
}
