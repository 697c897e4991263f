//! Exception groups as text (PEP 654): nested, with a margin that shows the nesting.

use super::{exception, format_chain, format_exception_only, format_levels, traceback};
use crate::value::*;
use crate::vm::Vm;

/// So many members of a group are shown.
const WIDTH: usize = 15;
/// Groups are shown so deep.
const DEPTH: usize = 10;

/// Text under way, indented by the depth of the group it is in.
#[derive(Default)]
pub struct Printer {
    /// What is printed so far.
    pub pieces: Vec<String>,
    depth: usize,
    need_close: bool,
}

impl Printer {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    /// Adds lines, each behind the margin.
    pub fn emit(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            self.pieces.push(text.to_owned());
            return;
        }
        let indent = self.indent();
        self.pieces.push(text.split_inclusive('\n').map(|line| format!("{indent}{margin} {line}")).collect());
    }
}

/// Prints one exception without those it came from.
pub fn format_one(vm: &mut Vm, e: Value, seen: &mut Vec<Value>, out: &mut Printer) {
    let levels = match vm.exception_key(e) {
        Some(key) => traceback::levels(vm, key),
        None => Vec::new(),
    };
    let members = exception::group_members(vm, e);
    if members.is_empty() {
        if !levels.is_empty() {
            out.emit("Traceback (most recent call last):\n", '|');
            for level in format_levels(vm, &levels) {
                out.emit(&level, '|');
            }
        }
        for piece in format_exception_only(vm, e) {
            out.emit(&piece, '|');
        }
        return;
    }
    if out.depth > DEPTH {
        out.emit(&format!("... (max_group_depth is {DEPTH})\n"), '|');
        return;
    }
    let top = out.depth == 0;
    if top {
        out.depth = 1;
    }
    if !levels.is_empty() {
        out.emit("Exception Group Traceback (most recent call last):\n", if top { '+' } else { '|' });
        for level in format_levels(vm, &levels) {
            out.emit(&level, '|');
        }
    }
    for piece in format_exception_only(vm, e) {
        out.emit(&piece, '|');
    }
    format_members(vm, &members, seen, out);
    if top {
        out.depth = 0;
    }
}

fn format_members(vm: &mut Vm, members: &[Value], seen: &mut Vec<Value>, out: &mut Printer) {
    let shown = if members.len() <= WIDTH { members.len() } else { WIDTH + 1 };
    out.need_close = false;
    for i in 0..shown {
        let last = i + 1 == shown;
        if last {
            out.need_close = true; // a nested group may close it
        }
        let title = if i < WIDTH { (i + 1).to_string() } else { "...".to_owned() };
        let corner = if i == 0 { "+-" } else { "  " };
        let indent = out.indent();
        out.pieces.push(format!("{indent}{corner}+---------------- {title} ----------------\n"));
        out.depth += 1;
        if i < WIDTH {
            seen.push(members[i]);
            format_chain(vm, members[i], seen, out);
        } else {
            let rest = members.len() - WIDTH;
            let plural = if rest > 1 { "s" } else { "" };
            out.emit(&format!("and {rest} more exception{plural}\n"), '|');
        }
        if last && out.need_close {
            let indent = out.indent();
            out.pieces.push(format!("{indent}+------------------------------------\n"));
            out.need_close = false;
        }
        out.depth -= 1;
    }
}
