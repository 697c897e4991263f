//! Disassembly: a code unit as text, for reading and for tests.

use super::op::Op;
use super::unit::{CodeUnit, Const, GeneratorKind, Place};
use std::fmt::Write;

/// The text of a unit and all inside it: one line for each op, with its line in the source, the mark `>>`
/// where jumps lead, the op with its operands, and what they stand for.
pub fn disassemble(unit: &CodeUnit) -> String {
    let mut out = String::new();
    // Writing to a string doesn't fail, here and below.
    let _ = write_unit(&mut out, unit);
    out
}

fn write_unit(out: &mut String, unit: &CodeUnit) -> std::fmt::Result {
    write!(out, "{:?} {}", unit.kind, unit.qualname)?;
    if let Some(kind) = unit.generator {
        let article = if kind == GeneratorKind::AsyncGenerator { "an" } else { "a" };
        write!(out, ", {article} {}", kind.noun())?;
    }
    writeln!(out, ": {} registers", unit.registers)?;
    for local in &unit.locals {
        let (letter, register, index) = match local.place {
            Place::Register(r) => ("r", r, None),
            Place::Cell(r) => ("cell r", r, None),
            Place::Free(r) => ("free r", r, None),
            Place::Spill(r, i) => ("spill r", r, Some(i)),
        };
        write!(out, "    {letter}{register}")?;
        if let Some(index) = index {
            write!(out, "[{index}]")?;
        }
        writeln!(out, " = {}", local.name)?;
    }
    let targets = targets(unit);
    let mut line = 0;
    for (pc, op) in unit.ops.iter().enumerate() {
        let at = unit.positions[pc].line;
        if at != line && at != 0 {
            write!(out, "{at:4} ")?;
            line = at;
        } else {
            out.push_str("     ");
        }
        let mark = if targets.contains(&pc) { ">>" } else { "  " };
        write!(out, "{mark} {pc:3} ")?;
        write_op(out, unit, pc, op)?;
        writeln!(out, "  ; live {}", unit.live[pc])?;
    }
    for handler in &unit.handlers {
        writeln!(out, "    {}..{} -> {} in r{}", handler.start, handler.end, handler.target, handler.reg)?;
    }
    for value in &unit.consts {
        if let Const::Code(code) = value {
            out.push('\n');
            write_unit(out, code)?;
        }
    }
    Ok(())
}

fn targets(unit: &CodeUnit) -> Vec<usize> {
    let ops = unit.ops.iter().enumerate();
    let jumps = ops.filter_map(|(pc, op)| target(pc, op));
    let handlers = unit.handlers.iter().map(|handler| handler.target as usize);
    jumps.chain(handlers).collect()
}

fn target(pc: usize, op: &Op) -> Option<usize> {
    let off = op.jump_offset()?;
    usize::try_from(pc as i64 + 1 + i64::from(off)).ok()
}

fn write_op(out: &mut String, unit: &CodeUnit, pc: usize, op: &Op) -> std::fmt::Result {
    // `Add { d: 1, a: 0, b: 2, inplace: false }` becomes `Add d=1 a=0 b=2`.
    let text = format!("{op:?}");
    let (name, operands) = text.split_once(" { ").unwrap_or((&text, ""));
    out.push_str(name);
    for operand in operands.trim_end_matches(" }").split(", ") {
        let Some((field, value)) = operand.split_once(": ") else {
            continue;
        };
        match (field, value) {
            ("off" | "ic", _) | ("inplace" | "negate", "false") => {}
            ("inplace" | "negate", _) => write!(out, " {field}")?,
            ("op", _) => write!(out, " {value}")?,
            ("name", _) => {}
            _ => write!(out, " {field}={value}")?,
        }
    }
    if let Some(target) = target(pc, op) {
        write!(out, " to {target}")?;
    }
    if let Some(name) = name_of(unit, op) {
        write!(out, " ({name})")?;
    }
    let constant = match *op {
        Op::LoadConst { k, .. } | Op::MakeFunction { k, .. } | Op::CallKw { k, .. } | Op::CallMethodKw { k, .. } => {
            unit.consts.get(k as usize)
        }
        _ => None,
    };
    if let Some(constant) = constant {
        out.push_str(" (");
        write_const(out, constant)?;
        out.push(')');
    }
    Ok(())
}

/// The name an op refers to.
fn name_of<'u>(unit: &'u CodeUnit, op: &Op) -> Option<&'u str> {
    let name = match *op {
        Op::CheckBound { name, .. }
        | Op::LoadCell { name, .. }
        | Op::DelCell { name, .. }
        | Op::LoadClassCell { name, .. }
        | Op::StoreGlobal { name, .. }
        | Op::DelGlobal { name }
        | Op::StoreName { name, .. }
        | Op::DelName { name }
        | Op::DelAttr { name, .. }
        | Op::ImportName { name, .. }
        | Op::ImportFrom { name, .. } => name,
        Op::LoadGlobal { ic, .. }
        | Op::LoadName { ic, .. }
        | Op::GetAttr { ic, .. }
        | Op::SetAttr { ic, .. }
        | Op::LoadMethod { ic, .. }
        | Op::LoadSuperMethod { ic, .. }
        | Op::InvokeMethod { ic, .. } => *unit.sites.get(ic as usize)?,
        _ => return None,
    };
    unit.names.get(name as usize).map(|name| &**name)
}

fn write_const(out: &mut String, value: &Const) -> std::fmt::Result {
    let items = |out: &mut String, items: &[Const]| {
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                out.push_str(", ");
            }
            write_const(out, item)?;
        }
        Ok(())
    };
    match value {
        Const::None => write!(out, "None"),
        Const::Ellipsis => write!(out, "..."),
        Const::Bool(true) => write!(out, "True"),
        Const::Bool(false) => write!(out, "False"),
        Const::Int(value) => write!(out, "{value}"),
        Const::BigInt(value) => write!(out, "{value}"),
        Const::Float(value) => write!(out, "{value:?}"),
        Const::Complex(re, im) => write!(out, "{re:?}+{im:?}j"),
        Const::Str(text) => write!(out, "{text:?}"),
        Const::WideStr(points) => write!(out, "wide {points:x?}"),
        Const::Bytes(bytes) => write!(out, "b\"{}\"", bytes.escape_ascii()),
        Const::Tuple(values) => {
            out.push('(');
            items(out, values)?;
            write!(out, ")")
        }
        Const::FrozenSet(values) => {
            out.push_str("frozenset{");
            items(out, values)?;
            write!(out, "}}")
        }
        Const::Code(code) => write!(out, "code {}", code.qualname),
    }
}
