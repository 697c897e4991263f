//! The place of a `SyntaxError`: file, line, text and caret.

use super::{field, int_field, text_field};
use crate::value::Value;
use crate::vm::Vm;

/// All lines of a `SyntaxError` of the class named `class`, notes excepted.
pub fn format(vm: &mut Vm, e: Value, class: &str) -> String {
    let filename = text_field(vm, e, "filename");
    let line = int_field(vm, e, "lineno");
    let mut out = String::new();
    let mut suffix = String::new();
    match (line, &filename) {
        (Some(line), f) => {
            let f = f.as_deref().filter(|f| !f.is_empty()).unwrap_or("<string>");
            out += &format!("  File \"{f}\", line {line}\n");
        }
        (None, Some(f)) => suffix = format!(" ({f})"),
        (None, None) => {}
    }
    if let Some(text) = text_field(vm, e, "text") {
        out += &source(vm, e, &text, line);
    }
    let message = match field(vm, e, "msg") {
        Value::Str(k) if !vm.heap.strs[k].is_empty() => vm.heap.text(k).into_owned(),
        Value::Undef | Value::None | Value::Str(_) => "<no detail available>".to_owned(),
        other => super::safe_str(vm, other, "exception"),
    };
    out + &format!("{class}: {message}{suffix}\n")
}

/// The line and the caret under it.
fn source(vm: &Vm, e: Value, text: &str, line: Option<i64>) -> String {
    let whole: Vec<char> = text.trim_end_matches('\n').chars().collect();
    let stripped: Vec<char> = whole.iter().copied().skip_while(|c| matches!(c, ' ' | '\n' | '\x0c')).collect();
    let shown: String = stripped.iter().collect();
    let shown = format!("    {shown}\n");
    let Some(mut offset) = int_field(vm, e, "offset") else { return shown };
    let (len, full) = (whole.len() as i64, text.chars().count() as i64);
    let mut end = if line == int_field(vm, e, "end_lineno") {
        int_field(vm, e, "end_offset").filter(|&n| n != 0).unwrap_or(offset)
    } else {
        len + 1
    };
    if full > 0 && offset > full {
        offset = len + 1;
    }
    if full > 0 && end > full {
        end = len + 1;
    }
    if offset >= end || end < 0 {
        end = offset + 1;
    }
    let spaces = len - stripped.len() as i64;
    let (column, end_column) = (offset - 1 - spaces, end - 1 - spaces);
    if column < 0 {
        return shown;
    }
    // Other white space than blanks stays, so that the caret lies below its character.
    let before: String =
        stripped.iter().take(column as usize).map(|&c| if c.is_whitespace() { c } else { ' ' }).collect();
    format!("{shown}    {before}{}\n", "^".repeat((end_column - column).max(0) as usize))
}
