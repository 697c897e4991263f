//! Syntax errors are CPython's, to the word and the column: `tests/syntax/errors.tsv`, recorded by
//! `tests/syntax/record.py`.
use std::fmt::Write;

use selfsame::syntax::{Mode, parse};

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(match c {
            '\\' => match chars.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('r') => '\r',
                _ => '\\',
            },
            c => c,
        });
    }
    out
}

/// What this crate says of a source, in the form of the table.
fn said(source: &str) -> String {
    match parse(source, Mode::File) {
        Ok(_) => "ok".to_owned(),
        Err(e) => format!(
            "{}\t{}\t{}\t{}\t{}\t{}",
            e.kind.class_name(),
            e.message.replace('\\', "\\\\").replace('\n', "\\n"),
            e.line,
            e.column,
            e.end_line,
            e.end_column
        ),
    }
}

#[test]
fn errors_are_those_of_cpython() {
    let table = include_str!("syntax/errors.tsv");
    let (mut total, mut report) = (0, String::new());
    let mut wrong = 0;
    for line in table.lines() {
        let Some((source, expected)) = line.split_once('\t') else {
            continue;
        };
        total += 1;
        let found = said(&unescape(source));
        if found != expected {
            wrong += 1;
            let _ = writeln!(report, "{source}\n  CPython {expected}\n  here    {found}");
        }
    }
    assert!(wrong == 0, "{wrong} of {total} differ:\n{report}");
}

/// What a prompt asks: whether going on could still make the source valid.
#[test]
fn incomplete_sources_are_told_from_wrong_ones() {
    let incomplete = [
        "@a\n",
        "try:\n a\n",
        "if x:\n",
        "x = (",
        "f('''",
        "x \\",
        "def f(",
        "class A:",
        "for x in y:",
        "if x:\n  y\nelse:\n",
        "f'{x",
        "f'''{x",
        "[1,",
        "match x:",
        "match x:\n case 1:",
        "x = 1 +\\",
        "@a",
        "try:\n a\nexcept:\n",
    ];
    let wrong = ["x = ", "x y", "'abc", "else:", "a b (", "(a b", "f(a b\n", "if x", "lambda:", "x = )", "  x"];
    for (sources, expected) in [(&incomplete[..], true), (&wrong[..], false)] {
        for source in sources {
            let error = parse(source, Mode::Single).err().unwrap_or_else(|| panic!("{source:?} is valid"));
            assert_eq!(error.incomplete, expected, "{source:?}: {error}");
        }
    }
}

#[test]
fn other_modes_have_their_own_errors() {
    let said = |source, mode| {
        let e = parse(source, mode).err().unwrap_or_else(|| panic!("{source:?} is valid"));
        (e.message, e.line, e.column, e.end_line, e.end_column)
    };
    let multiple = "multiple statements found while compiling a single statement".to_owned();
    assert_eq!(said("x=1\ny=2\n", Mode::Single), (multiple.clone(), 1, 4, 1, 5));
    assert_eq!(said("x=1\n $", Mode::Single), (multiple, 1, 4, 1, 5));
    assert_eq!(said("if x:\n  y\nz\n", Mode::Single), ("invalid syntax".to_owned(), 3, 1, 3, 2));
    assert_eq!(said("x y", Mode::Eval), ("invalid syntax".to_owned(), 1, 3, 1, 4));
    assert_eq!(said("lambda", Mode::Eval), ("invalid syntax".to_owned(), 1, 0, 1, 0));
    assert_eq!(said("*a", Mode::Eval), ("invalid syntax".to_owned(), 1, 1, 1, 2));
    assert!(parse("\n\nx = 1\n", Mode::Single).is_ok());
    assert!(parse("x, y\n\n", Mode::Eval).is_ok());
}
