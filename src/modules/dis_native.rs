//! `_dis`: a code object as text. What a program sees is `dis`, written in Python.

use crate::code::Code;
use crate::code::disassemble::disassemble;
use crate::code::unit::{CodeUnit, Const, Local};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_dis",
    doc: "The disassembler of this interpreter's code.",
    functions: &[NativeSpec::new(
        "disassemble",
        "(code, depth=None, /)",
        disassembled,
        "The text of a code object and of those within it, so many levels deep.",
    )],
    classes: &[],
    init: None,
};

fn disassembled(vm: &mut Vm, args: Args) -> Res {
    let [code, depth] = args.take(vm);
    let Value::Code(code) = code else {
        let t = vm.type_name(code);
        return Err(vm.type_error(format!("disassemble() argument must be code, not {t}")));
    };
    let depth = match depth.or_none() {
        Value::None => i64::MAX,
        depth => vm.index_clamped(depth)?,
    };
    let text = disassemble(&unit_of(vm, code, depth));
    Ok(vm.heap.new_str(text))
}

/// The unit a code object was loaded from, as far as its text needs it.
fn unit_of(vm: &Vm, key: CodeKey, depth: i64) -> CodeUnit {
    let code: &Code = &vm.codes[key];
    let text = |k: StrKey| -> Box<str> { vm.heap.text(k).into() };
    let site = |name: StrKey| code.names.iter().position(|&n| n == name).map_or(u32::MAX, |i| i as u32);
    let mut unit = CodeUnit {
        name: text(code.name),
        qualname: text(code.qualname),
        filename: text(code.filename),
        first_line: code.first_line,
        kind: code.kind,
        namespace: code.namespace,
        generator: code.generator,
        class_cell: code.class_cell,
        positional: code.positional,
        positional_only: code.positional_only,
        keyword_only: code.keyword_only,
        varargs: code.varargs,
        varkw: code.varkw,
        params: Vec::new(),
        locals_end: code.locals_end,
        registers: code.registers,
        locals: code.locals.iter().map(|l| Local { name: text(l.name), place: l.place }).collect(),
        free: code.free.iter().map(|&n| text(n)).collect(),
        ops: code.ops.to_vec(),
        live: code.live.to_vec(),
        positions: code.positions.to_vec(),
        lookups: code.lookups.to_vec(),
        consts: Vec::new(),
        names: code.names.iter().map(|&n| text(n)).collect(),
        sites: code.sites.iter().map(|s| site(s.name)).collect(),
        handlers: code.handlers.to_vec(),
        doc: None,
    };
    unit.consts = code.consts.iter().map(|&v| constant(vm, v, depth)).collect();
    unit
}

/// A constant as it was before it was loaded. Code that is too deep is only named.
fn constant(vm: &Vm, v: Value, depth: i64) -> Const {
    let heap = &vm.heap;
    match v {
        Value::Ellipsis => Const::Ellipsis,
        Value::Bool(b) => Const::Bool(b),
        Value::Int(i) => Const::Int(i),
        Value::BigInt(k) => Const::BigInt(heap.bigints[k].clone()),
        Value::Float(f) => Const::Float(f),
        Value::Complex(k) => {
            let (re, im) = heap.complexes[k];
            Const::Complex(re, im)
        }
        Value::Str(k) => Const::Str(heap.text(k).into()),
        Value::Bytes(k) => Const::Bytes(heap.bytes[k].clone()),
        Value::Tuple(k) => Const::Tuple(heap.tuples[k].iter().map(|&v| constant(vm, v, depth)).collect()),
        Value::FrozenSet(k) => {
            Const::FrozenSet(heap.sets[k].table.iter().map(|e| constant(vm, e.key, depth)).collect())
        }
        Value::Code(k) if depth > 0 => Const::Code(Box::new(unit_of(vm, k, depth - 1))),
        Value::Code(k) => Const::Str(format!("code {}", heap.text(vm.codes[k].qualname)).into()),
        _ => Const::None,
    }
}
