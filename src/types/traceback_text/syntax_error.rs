//! The place of a `SyntaxError`: file, line, text and caret.

use super::{field, int_field, text_field};
use crate::value::Value;
use crate::vm::Vm;

/// What a `SyntaxError` says of its place, as far as it does.
pub struct Place {
    /// The file.
    pub filename: Option<String>,
    /// The line, in figures.
    pub line: Option<String>,
    /// The line it ends on.
    pub end_line: Option<String>,
    /// The source line.
    pub text: Option<String>,
    /// The column, from 1.
    pub offset: Option<i64>,
    /// The column behind it.
    pub end_offset: Option<i64>,
}

/// All lines of a `SyntaxError` of the class named `class`, notes excepted.
pub fn format(vm: &mut Vm, e: Value, class: &str) -> Vec<String> {
    let line = |vm: &Vm, name| int_field(vm, e, name).map(|n| n.to_string());
    let place = Place {
        filename: text_field(vm, e, "filename"),
        line: line(vm, "lineno"),
        end_line: line(vm, "end_lineno"),
        text: text_field(vm, e, "text"),
        offset: int_field(vm, e, "offset"),
        end_offset: int_field(vm, e, "end_offset"),
    };
    let message = match field(vm, e, "msg") {
        Value::Str(k) if !vm.heap.strs[k].is_empty() => vm.heap.text(k).into_owned(),
        Value::Undef | Value::None | Value::Str(_) => NO_DETAIL.to_owned(),
        other => super::safe_str(vm, other, "exception"),
    };
    lines(&place, class, &message)
}

/// What stands for a message that isn't there.
pub const NO_DETAIL: &str = "<no detail available>";

/// The place, the source with a mark, the class and the message.
pub fn lines(place: &Place, class: &str, message: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut suffix = String::new();
    match (&place.line, &place.filename) {
        (Some(line), f) => {
            let f = f.as_deref().filter(|f| !f.is_empty()).unwrap_or("<string>");
            out.push(format!("  File \"{f}\", line {line}\n"));
        }
        (None, Some(f)) => suffix = format!(" ({f})"),
        (None, None) => {}
    }
    if let Some(text) = &place.text {
        source(place, text, &mut out);
    }
    out.push(format!("{class}: {message}{suffix}\n"));
    out
}

/// The line and the caret under it.
fn source(place: &Place, text: &str, out: &mut Vec<String>) {
    let whole: Vec<char> = text.trim_end_matches('\n').chars().collect();
    let stripped: Vec<char> = whole.iter().copied().skip_while(|c| matches!(c, ' ' | '\n' | '\x0c')).collect();
    let shown: String = stripped.iter().collect();
    out.push(format!("    {shown}\n"));
    let Some(mut offset) = place.offset else { return };
    let (len, full) = (whole.len() as i64, text.chars().count() as i64);
    let mut end =
        if place.line == place.end_line { place.end_offset.filter(|&n| n != 0).unwrap_or(offset) } else { len + 1 };
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
        return;
    }
    // Other white space than blanks stays, so that the caret lies below its character.
    let before: String =
        stripped.iter().take(column as usize).map(|&c| if c.is_whitespace() { c } else { ' ' }).collect();
    out.push(format!("    {before}{}\n", "^".repeat((end_column - column).max(0) as usize)));
}
