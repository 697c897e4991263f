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
