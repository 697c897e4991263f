//! `code`: what a function's `__code__` shows of its compiled form.

use super::code_replace;
use crate::code::Code;
use crate::code::op::Op;
use crate::code::unit::{BlockKind, GeneratorKind, Place};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `code`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "code",
    doc: "Create a code object.  Not for mere mortals.",
    no_new: true,
    weakref: true,
    methods: &[
        NativeSpec::new(
            "replace",
            code_replace::SIGNATURE,
            code_replace::replace,
            "Return a copy of the code object with new values for the specified fields.",
        ),
        NativeSpec::new("__replace__", code_replace::SIGNATURE, code_replace::replace, "The same as replace()."),
        NativeSpec::new(
            "co_positions",
            "($self, /)",
            positions,
            "Iterate over the (line, end line, column, end column) of each instruction.",
        ),
        NativeSpec::new("co_lines", "($self, /)", lines, "Iterate over (start, end, line) of each stretch of code."),
    ],
    specials: &[NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self).")],
    getsets: &[
        text("co_name", |vm, c| Ok(Value::Str(code(vm, c).name))),
        text("co_qualname", |vm, c| Ok(Value::Str(code(vm, c).qualname))),
        text("co_filename", |vm, c| Ok(Value::Str(code(vm, c).filename))),
        text("co_firstlineno", |vm, c| Ok(Value::Int(i64::from(code(vm, c).first_line)))),
        text("co_argcount", |vm, c| Ok(Value::Int(i64::from(code(vm, c).positional)))),
        text("co_posonlyargcount", |vm, c| Ok(Value::Int(i64::from(code(vm, c).positional_only)))),
        text("co_kwonlyargcount", |vm, c| Ok(Value::Int(i64::from(code(vm, c).keyword_only)))),
        text("co_nlocals", |vm, c| {
            let n = varnames(code(vm, c)).len();
            Ok(Value::Int(n as i64))
        }),
        text("co_varnames", |vm, c| {
            let names = varnames(code(vm, c));
            Ok(names_tuple(vm, names))
        }),
        text("co_cellvars", |vm, c| {
            let cells =
                code(vm, c).locals.iter().filter(|l| matches!(l.place, Place::Cell(_))).map(|l| l.name).collect();
            Ok(names_tuple(vm, cells))
        }),
        text("co_freevars", |vm, c| {
            let names = code(vm, c).free.to_vec();
            Ok(names_tuple(vm, names))
        }),
        text("co_names", |vm, c| {
            let names = global_names(code(vm, c));
            Ok(names_tuple(vm, names))
        }),
        text("co_consts", |vm, c| {
            let consts = code(vm, c).consts.clone();
            Ok(vm.heap.new_tuple(consts))
        }),
        text("co_flags", flags),
        text("co_stacksize", |vm, c| {
            let code = code(vm, c);
            Ok(Value::Int(i64::from(code.registers) - i64::from(code.locals_end)))
        }),
    ],
    ..TypeSpec::BASE
};

const fn text(name: &'static str, get: fn(&mut Vm, Value) -> Res) -> GetSetSpec {
    GetSetSpec { name, get, set: None, doc: "" }
}

/// The code of a receiver that was checked to be a code object.
fn code(vm: &Vm, v: Value) -> &Code {
    match v {
        Value::Code(k) => &vm.codes[k],
        _ => unreachable!("a getset checks its receiver"),
    }
}

/// `co_varnames`: parameters and locals that are not free variables.
fn varnames(code: &Code) -> Vec<StrKey> {
    let parameters = code.parameters();
    code.locals
        .iter()
        .enumerate()
        .filter(|(i, l)| *i < parameters || matches!(l.place, Place::Register(_) | Place::Spill(..)))
        .map(|(_, l)| l.name)
        .collect()
}

/// `co_names`: globals, attributes and what else is looked up by name, in the order of first use.
fn global_names(code: &Code) -> Vec<StrKey> {
    let mut names = Vec::new();
    for op in &code.ops {
        let name = match *op {
            Op::LoadGlobal { ic, .. }
            | Op::LoadName { ic, .. }
            | Op::LoadScopeName { ic, .. }
            | Op::GetAttr { ic, .. }
            | Op::SetAttr { ic, .. }
            | Op::LoadMethod { ic, .. }
            | Op::LoadSuperMethod { ic, .. }
            | Op::InvokeMethod { ic, .. } => code.sites.get(ic as usize).map(|site| site.name),
            Op::StoreGlobal { name, .. }
            | Op::DelGlobal { name }
            | Op::StoreName { name, .. }
            | Op::DelName { name }
            | Op::DelAttr { name, .. }
            | Op::ImportName { name, .. }
            | Op::ImportFrom { name, .. } => code.names.get(name as usize).copied(),
            _ => None,
        };
        names.extend(name.filter(|name| !names.contains(name)));
    }
    names
}

fn names_tuple(vm: &mut Vm, names: Vec<StrKey>) -> Value {
    let items: Vec<Value> = names.into_iter().map(Value::Str).collect();
    vm.heap.new_tuple(items)
}

fn flags(vm: &mut Vm, c: Value) -> Res {
    Ok(Value::Int(flag_bits(code(vm, c))))
}

/// `co_flags`
pub fn flag_bits(code: &Code) -> i64 {
    let function = code.kind == BlockKind::Function;
    let bits = [
        (function, 0x1 | 0x2),
        (code.varargs, 0x4),
        (code.varkw, 0x8),
        (function && !code.free.is_empty(), 0x10),
        (code.generator.is_some_and(GeneratorKind::is_iterable), 0x20),
        (code.generator == Some(GeneratorKind::Coroutine), 0x80),
        (code.generator == Some(GeneratorKind::IterableCoroutine), 0x100),
        (code.generator == Some(GeneratorKind::AsyncGenerator), 0x200),
    ];
    bits.iter().filter(|(set, _)| *set).map(|(_, bit)| bit).sum()
}

fn positions(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let positions = code(vm, this).positions.to_vec();
    let rows = positions
        .into_iter()
        .map(|p| {
            let row = [p.line, p.end_line, p.column, p.end_column];
            if p.line == 0 {
                return vm.heap.new_tuple([Value::None; 4]);
            }
            vm.heap.new_tuple(row.map(|n| Value::Int(i64::from(n))))
        })
        .collect();
    let list = vm.heap.new_list(rows);
    vm.iter(list)
}

/// `co_lines()`: instructions count two bytes each, as in `f_lasti`.
fn lines(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let lines: Vec<u32> = code(vm, this).positions.iter().map(|p| p.line).collect();
    let mut rows = Vec::new();
    let mut start = 0;
    for stretch in lines.chunk_by(|a, b| a == b) {
        let end = start + stretch.len();
        let line = if stretch[0] == 0 { Value::None } else { Value::Int(i64::from(stretch[0])) };
        rows.push(vm.heap.new_tuple([Value::Int(2 * start as i64), Value::Int(2 * end as i64), line]));
        start = end;
    }
    let list = vm.heap.new_list(rows);
    vm.iter(list)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let id = vm.id(this);
    let address = crate::object::identity::hex(vm, id);
    let code = code(vm, this);
    let (name, file, line) = (vm.heap.text(code.name), vm.heap.text(code.filename), code.first_line);
    let text = format!("<code object {name} at {address}, file \"{file}\", line {line}>");
    Ok(vm.heap.new_str(text))
}
