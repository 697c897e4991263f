//! `_traceback`: what the module `traceback`, written in Python, shares with the printing of uncaught exceptions.

use crate::types::traceback::levels_of_object;
use crate::types::traceback_text::frame_lines::{self, FrameText};
use crate::types::traceback_text::layout::{self, Bounds, Node};
use crate::types::traceback_text::related::related;
use crate::types::traceback_text::suggest::{self, hint};
use crate::types::traceback_text::syntax_error::{self, Place};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static CORE: ModuleSpec = ModuleSpec {
    name: "_traceback",
    doc: "What tracebacks look like.",
    functions: &[
        NativeSpec::new(
            "format_frame",
            "(filename, lineno, name, lines, colno, end_colno, /)",
            format_frame,
            "The file, the line and the function of a frame, and lines of source with marks between two columns.",
        ),
        NativeSpec::new(
            "format_syntax_error",
            "(stype, filename, lineno, end_lineno, text, offset, end_offset, msg, /)",
            format_syntax_error,
            "The lines of a SyntaxError.",
        ),
        NativeSpec::new(
            "related",
            "(exception, compact, /)",
            related_exceptions,
            "What is printed with an exception: a list of (exception, cause, context, members), the last three by index.",
        ),
        NativeSpec::new(
            "layout",
            "(nodes, chain, width, depth, /)",
            lay_out,
            "The text of the first of the nodes (stack, last, cause, context, suppress_context, members), in pieces.",
        ),
        NativeSpec::new(
            "hint",
            "(exception, has_traceback, /)",
            suggestion,
            "What follows the message: a suggestion, or nothing.",
        ),
        NativeSpec::new(
            "position",
            "(tb, /)",
            position,
            "(line, end line, column, end column) of a traceback's level; None for anything else.",
        ),
        NativeSpec::new(
            "_levenshtein_distance",
            "(a, b, max_cost, /)",
            distance,
            "How far two names are from one another; more than max_cost if they are further.",
        ),
        NativeSpec::new("source", "(filename, /)", source, "The source that was run under a name that is no file's."),
    ],
    classes: &[],
    init: None,
};

fn number(vm: &mut Vm, v: Value) -> Res<Option<i64>> {
    match v.or_none() {
        Value::None => Ok(None),
        v => Ok(Some(vm.index_i64(v)?)),
    }
}

fn text(vm: &mut Vm, v: Value) -> Res<Option<String>> {
    match v.or_none() {
        Value::None => Ok(None),
        v => Ok(Some(vm.str_text(v)?)),
    }
}

fn column(vm: &mut Vm, v: Value) -> Res<Option<u32>> {
    Ok(number(vm, v)?.map(|n| u32::try_from(n).unwrap_or(0)))
}

fn texts(vm: &mut Vm, v: Value) -> Res<Vec<String>> {
    let items = vm.to_vec(v)?;
    items.into_iter().map(|v| vm.str_text(v)).collect()
}

fn list_of_texts(vm: &mut Vm, pieces: Vec<String>) -> Value {
    let pieces = pieces.into_iter().map(|p| vm.heap.new_str(p)).collect();
    vm.heap.new_list(pieces)
}

fn format_frame(vm: &mut Vm, args: Args) -> Res {
    let [filename, lineno, name, lines, colno, end_colno] = args.take(vm);
    let (filename, line, name) = (vm.str_text(filename)?, vm.str_text(lineno)?, vm.str_text(name)?);
    let source = texts(vm, lines)?;
    let columns = column(vm, colno)?.zip(column(vm, end_colno)?);
    let shown = frame_lines::text(&FrameText { filename, line, name, source, columns });
    Ok(vm.heap.new_str(shown))
}

fn format_syntax_error(vm: &mut Vm, args: Args) -> Res {
    let [stype, filename, lineno, end_lineno, line, offset, end_offset, message] = args.take(vm);
    let place = Place {
        filename: text(vm, filename)?,
        line: text(vm, lineno)?,
        end_line: text(vm, end_lineno)?,
        text: text(vm, line)?,
        offset: number(vm, offset)?,
        end_offset: number(vm, end_offset)?,
    };
    let class = vm.str_text(stype)?;
    let message = if vm.truth(message)? { vm.str_text(message)? } else { syntax_error::NO_DETAIL.to_owned() };
    let lines = syntax_error::lines(&place, &class, &message);
    Ok(list_of_texts(vm, lines))
}

fn related_exceptions(vm: &mut Vm, args: Args) -> Res {
    let [exception, compact] = args.take(vm);
    let compact = vm.truth(compact)?;
    let index = |i: Option<usize>| i.map_or(Value::None, |i| Value::Int(i as i64));
    let mut rows = Vec::new();
    for row in related(vm, exception, compact) {
        let members = match row.members {
            Some(members) => {
                let members = members.into_iter().map(|i| Value::Int(i as i64)).collect();
                vm.heap.new_list(members)
            }
            None => Value::None,
        };
        rows.push(vm.heap.new_tuple([row.exception, index(row.cause), index(row.context), members]));
    }
    Ok(vm.heap.new_list(rows))
}

/// The place of a node in a list of `n`.
fn place(vm: &mut Vm, v: Value, n: usize) -> Res<Option<usize>> {
    match number(vm, v)?.map(usize::try_from) {
        None => Ok(None),
        Some(Ok(i)) if i < n => Ok(Some(i)),
        Some(_) => Err(vm.index_error("there is no such node")),
    }
}

fn node(vm: &mut Vm, v: Value, n: usize) -> Res<Node> {
    let parts = vm.to_vec(v)?;
    let [stack, last, cause, context, suppress, members] = parts[..] else {
        return Err(vm.type_error("a node is a tuple of six"));
    };
    let members = match members {
        Value::None => None,
        members => {
            let members = vm.to_vec(members)?;
            let places: Res<Vec<Option<usize>>> = members.into_iter().map(|v| place(vm, v, n)).collect();
            Some(places?.into_iter().flatten().collect())
        }
    };
    Ok(Node {
        stack: texts(vm, stack)?,
        last: texts(vm, last)?,
        cause: place(vm, cause, n)?,
        context: place(vm, context, n)?,
        suppress_context: vm.truth(suppress)?,
        members,
    })
}

fn lay_out(vm: &mut Vm, args: Args) -> Res {
    let [nodes, chain, width, depth] = args.take(vm);
    let rows = vm.to_vec(nodes)?;
    let n = rows.len();
    let nodes: Res<Vec<Node>> = rows.into_iter().map(|row| node(vm, row, n)).collect();
    let (nodes, chain) = (nodes?, vm.truth(chain)?);
    let bound = |n: Option<i64>| n.map_or(usize::MAX, |n| usize::try_from(n).unwrap_or(0));
    let bounds = Bounds { width: bound(number(vm, width)?), depth: bound(number(vm, depth)?) };
    if nodes.is_empty() {
        return Ok(vm.heap.new_list(Vec::new()));
    }
    match layout::layout(&nodes, chain, bounds) {
        Some(pieces) => Ok(list_of_texts(vm, pieces)),
        None => Err(vm.recursion_error("")),
    }
}

fn suggestion(vm: &mut Vm, args: Args) -> Res {
    let [exception, has_traceback] = args.take(vm);
    let has_traceback = vm.truth(has_traceback)?;
    let text = hint(vm, exception, has_traceback).unwrap_or_default();
    Ok(vm.heap.new_str(text))
}

fn distance(vm: &mut Vm, args: Args) -> Res {
    let [a, b, most] = args.take(vm);
    let (a, b, most) = (vm.str_text(a)?, vm.str_text(b)?, vm.index_i64(most)?);
    let limit = usize::try_from(most).unwrap_or(0);
    let found = suggest::distance(a.as_bytes(), b.as_bytes(), limit);
    Ok(Value::Int(found.map_or(most.saturating_add(1), |d| d as i64)))
}

fn position(vm: &mut Vm, args: Args) -> Res {
    let [tb] = args.take(vm);
    let Some(level) = levels_of_object(vm, tb).first().copied() else { return Ok(Value::None) };
    let position = vm.codes[level.entry.code].entry_position(&level.entry);
    let lines = [position.line, position.end_line].map(|n| if n == 0 { Value::None } else { Value::Int(n.into()) });
    let columns = [position.column, position.end_column].map(|n| match position.end_column {
        0 => Value::None,
        _ => Value::Int(n.into()),
    });
    Ok(vm.heap.new_tuple([lines, columns].concat()))
}

fn source(vm: &mut Vm, args: Args) -> Res {
    let [filename] = args.take(vm);
    let filename = vm.str_text(filename)?;
    match vm.host.source(&filename) {
        Some(text) => Ok(vm.heap.new_str(&*text)),
        None => Ok(Value::None),
    }
}
