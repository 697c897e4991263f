//! Exceptions as text: what CPython 3.13 prints for an uncaught one, chained ones, notes and groups included.

mod anchors;
pub mod frame_lines;
pub mod layout;
pub mod related;
pub mod source;
pub mod suggest;
pub mod syntax_error;

pub use suggest::{closest, dir, note_frame};

use super::exception::{self, field};
use super::traceback::{self, Level};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::{Res, Vm};
use layout::{Bounds, Node, layout};
use related::{Related, related};

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// The same line is printed this many times before its repetitions are only counted.
const REPEATS: usize = 3;

/// An exception with its traceback, and those it was raised from or while handling: what CPython prints when nobody
/// catches it. Ends with a newline. Calls `__str__` of the exceptions; what that raises is swallowed.
pub fn format_exception(vm: &mut Vm, exception: Value) -> String {
    format_pieces(vm, exception).concat()
}

/// As [`format_exception`], in pieces.
fn format_pieces(vm: &mut Vm, exception: Value) -> Vec<String> {
    let mark = vm.pin(exception);
    let mut nodes = Vec::new();
    for related in related(vm, exception, true) {
        nodes.push(node(vm, related));
    }
    vm.unpin_to(mark);
    layout(&nodes, true, Bounds::default()).unwrap_or_default()
}

fn node(vm: &mut Vm, related: Related) -> Node {
    let Related { exception, cause, context, members } = related;
    let mut node = Node { cause, context, members, last: format_exception_only(vm, exception), ..Node::default() };
    if let Some(key) = vm.exception_key(exception) {
        node.suppress_context = vm.heap.exceptions[key].suppress_context;
        let levels = traceback::levels(vm, key);
        let levels = shown_levels(vm, &levels);
        node.stack = format_levels(vm, levels);
    }
    node
}

/// The levels that are shown: the innermost, as many as `sys.tracebacklimit` says.
pub fn shown_levels<'a>(vm: &mut Vm, levels: &'a [Level]) -> &'a [Level] {
    let hidden = levels.len() - traceback_limit(vm).unwrap_or(levels.len()).min(levels.len());
    &levels[hidden..]
}

/// `sys.tracebacklimit`: how many levels are shown.
fn traceback_limit(vm: &mut Vm) -> Option<usize> {
    match crate::modules::sys::get(vm, "tracebacklimit")? {
        Value::Int(n) => Some(usize::try_from(n).unwrap_or(0)),
        _ => None,
    }
}

/// The levels of a traceback, each with its source; repeated ones counted.
pub fn format_levels(vm: &mut Vm, levels: &[Level]) -> Vec<String> {
    format_levels_as(vm, levels, frame_lines::format)
}

/// As [`format_levels`], of the source only the line, without marks.
pub fn format_levels_plainly(vm: &mut Vm, levels: &[Level]) -> Vec<String> {
    format_levels_as(vm, levels, frame_lines::format_plainly)
}

fn format_levels_as(vm: &mut Vm, levels: &[Level], format: fn(&mut Vm, &Level) -> String) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut last: Option<(CodeKey, i64)> = None;
    let mut count = 0;
    for level in levels {
        let line = traceback::line_of_level(vm, level);
        let here = (level.entry.code, line);
        if last.is_none_or(|l| !same_place(vm, l, here)) {
            pieces.extend(repeated(count));
            last = Some(here);
            count = 0;
        }
        count += 1;
        if count <= REPEATS {
            pieces.push(format(vm, level));
        }
    }
    pieces.extend(repeated(count));
    pieces
}

fn same_place(vm: &Vm, a: (CodeKey, i64), b: (CodeKey, i64)) -> bool {
    let (x, y) = (&vm.codes[a.0], &vm.codes[b.0]);
    a.1 == b.1 && x.filename == y.filename && x.name == y.name
}

fn repeated(count: usize) -> Option<String> {
    match count.saturating_sub(REPEATS) {
        0 => None,
        1 => Some("  [Previous line repeated 1 more time]\n".to_owned()),
        n => Some(format!("  [Previous line repeated {n} more times]\n")),
    }
}

/// The last lines: the class, the message, the notes; for a `SyntaxError` the place in the source first.
pub fn format_exception_only(vm: &mut Vm, e: Value) -> Vec<String> {
    let class = class_text(vm, e);
    let mut pieces = if exception::is(vm, e, Exc::SyntaxError) {
        syntax_error::format(vm, e, &class)
    } else {
        let mut message = safe_str(vm, e, "exception");
        if let Some(hint) = suggest::hint(vm, e, true) {
            message += &hint;
        }
        vec![if message.is_empty() { format!("{class}\n") } else { format!("{class}: {message}\n") }]
    };
    pieces.extend(notes(vm, e).split_inclusive('\n').map(str::to_owned));
    pieces
}

/// The class of an exception as tracebacks name it: with its module unless that is `__main__` or `builtins`.
fn class_text(vm: &mut Vm, e: Value) -> String {
    let (module, qualname) = qualified_name(vm, vm.class_of(e));
    match module.as_deref() {
        Some("__main__" | "builtins") => qualname,
        module => format!("{}.{qualname}", module.unwrap_or("<unknown>")),
    }
}

/// The module of a class, if that is a text, and its qualified name.
pub fn qualified_name(vm: &mut Vm, class: ClassKey) -> (Option<String>, String) {
    let qualname = vm.heap.text(vm.heap.classes[class].qualname).into_owned();
    let name = vm.heap.names.__module__;
    let module = quietly(vm, |vm| vm.getattr(Value::Class(class), name));
    (module.and_then(|module| text_of(vm, module)), qualname)
}

fn notes(vm: &mut Vm, e: Value) -> String {
    let name = vm.heap.names.__notes__;
    let mut text = String::new();
    let Some(Some(notes)) = quietly(vm, |vm| vm.getattr_opt(e, name)) else { return text };
    match vm.payload(notes) {
        Value::List(_) | Value::Tuple(_) => {
            for note in quietly(vm, |vm| vm.to_vec(notes)).unwrap_or_default() {
                text += &safe_str(vm, note, "note");
                text += "\n";
            }
        }
        Value::None => {}
        _ => {
            let repr = quietly(vm, |vm| vm.repr_text(notes));
            text += &repr.unwrap_or_else(|| "<__notes__ repr() failed>".to_owned());
            text += "\n";
        }
    }
    text
}

/// `str(v)`, or a text saying that it failed.
pub fn safe_str(vm: &mut Vm, v: Value, what: &str) -> String {
    quietly(vm, |vm| vm.str_text(v)).unwrap_or_else(|| format!("<{what} str() failed>"))
}

/// What `f` answers, or None if it raises; what is pending or handled stays so.
pub fn quietly<T>(vm: &mut Vm, f: impl FnOnce(&mut Vm) -> Res<T>) -> Option<T> {
    let pending = std::mem::take(&mut vm.pending);
    let mark = vm.pin(pending);
    let result = f(vm);
    vm.unpin_to(mark);
    vm.pending = pending;
    result.ok()
}

/// The message, the file, the line and the place of a `SyntaxError`, as far as they are set.
fn int_field(vm: &Vm, e: Value, name: &str) -> Option<i64> {
    match field(vm, e, name) {
        Value::Int(i) => Some(i),
        _ => None,
    }
}

fn text_field(vm: &Vm, e: Value, name: &str) -> Option<String> {
    text_of(vm, field(vm, e, name))
}

/// The text of a `str`.
fn text_of(vm: &Vm, v: Value) -> Option<String> {
    match vm.payload(v) {
        Value::Str(k) => Some(vm.heap.text(k).into_owned()),
        _ => None,
    }
}
