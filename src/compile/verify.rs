//! A structural check of a code unit: what the VM may rely on without looking.

use crate::code::op::Op;
use crate::code::unit::{CodeUnit, Const, Place};

/// Checks a unit and all inside it.
///
/// # Errors
/// The first thing found wrong, in words.
pub fn verify(unit: &CodeUnit) -> Result<(), String> {
    let complain = |what: String| Err(format!("{}: {what}", unit.qualname));
    let n = unit.ops.len();
    if unit.live.len() != n || unit.positions.len() != n {
        return complain("tables of different lengths".to_owned());
    }
    if unit.registers > 255 || u16::from(unit.locals_end) > unit.registers {
        return complain(format!("{} registers", unit.registers));
    }
    for (pc, op) in unit.ops.iter().enumerate() {
        if let Err(what) = verify_op(unit, pc, op) {
            return complain(format!("op {pc} {op:?}: {what}"));
        }
    }
    if unit.ops.last().is_none_or(|op| !op.is_end()) {
        return complain("control falls off the end".to_owned());
    }
    if let Err(what) = verify_handlers(unit) {
        return complain(what);
    }
    for local in &unit.locals {
        let (Place::Register(r) | Place::Cell(r) | Place::Free(r) | Place::Spill(r, _)) = local.place;
        if r >= unit.locals_end {
            return complain(format!("local {} is above the locals", local.name));
        }
    }
    if let Some(name) = unit.sites.iter().find(|&&name| name as usize >= unit.names.len()) {
        return complain(format!("a site has the name {name}"));
    }
    unit.consts.iter().try_for_each(|value| match value {
        Const::Code(code) => verify(code),
        _ => Ok(()),
    })
}

fn verify_op(unit: &CodeUnit, pc: usize, op: &Op) -> Result<(), String> {
    if op.reach() > unit.registers {
        return Err(format!("reaches register {}", op.reach()));
    }
    let live = u16::from(unit.live[pc]);
    if live < op.reach() || live > unit.registers {
        return Err(format!("live is {live}"));
    }
    if let Some(off) = op.jump_offset() {
        let target = pc as i64 + 1 + i64::from(off);
        if target < 0 || target >= unit.ops.len() as i64 {
            return Err("jumps outside".to_owned());
        }
    }
    let (names, sites, consts) = (unit.names.len(), unit.sites.len(), unit.consts.len());
    let within = |index: u32, len: usize, what: &str| {
        if (index as usize) < len { Ok(()) } else { Err(format!("no {what} {index}")) }
    };
    match *op {
        Op::LoadConst { k, .. } => within(k, consts, "constant"),
        Op::MakeFunction { k, .. } => match unit.consts.get(k as usize) {
            Some(Const::Code(_)) => Ok(()),
            _ => Err("is not made of code".to_owned()),
        },
        Op::CallKw { k, argc, .. } | Op::CallMethodKw { k, argc, .. } => match unit.consts.get(k as usize) {
            Some(Const::Tuple(names)) if names.len() <= usize::from(argc) => Ok(()),
            _ => Err("has no names of keywords".to_owned()),
        },
        Op::CheckBound { name, .. }
        | Op::LoadCell { name, .. }
        | Op::DelCell { name, .. }
        | Op::LoadClassCell { name, .. }
        | Op::LoadScopeCell { name, .. }
        | Op::StoreGlobal { name, .. }
        | Op::DelGlobal { name }
        | Op::StoreName { name, .. }
        | Op::DelName { name }
        | Op::DelAttr { name, .. }
        | Op::ImportName { name, .. }
        | Op::ImportFrom { name, .. } => within(name, names, "name"),
        Op::LoadGlobal { ic, .. }
        | Op::LoadName { ic, .. }
        | Op::LoadScopeName { ic, .. }
        | Op::GetAttr { ic, .. }
        | Op::SetAttr { ic, .. }
        | Op::LoadMethod { ic, .. }
        | Op::LoadSuperMethod { ic, .. }
        | Op::InvokeMethod { ic, .. } => within(ic, sites, "site"),
        _ => Ok(()),
    }
}

/// Handlers lie inside the code, and of two that cover the same op the inner comes first.
fn verify_handlers(unit: &CodeUnit) -> Result<(), String> {
    let n = unit.ops.len() as u32;
    for (i, h) in unit.handlers.iter().enumerate() {
        if h.start >= h.end || h.end > n || h.target >= n || u16::from(h.reg) >= unit.registers {
            return Err(format!("handler {h:?} is not valid"));
        }
        if (h.start..h.end).contains(&h.target) {
            return Err(format!("handler {h:?} covers its own target"));
        }
        for outer in &unit.handlers[i + 1..] {
            let disjoint = h.end <= outer.start || outer.end <= h.start;
            let inside = outer.start <= h.start && h.end <= outer.end;
            if !disjoint && !inside {
                return Err(format!("handlers {h:?} and {outer:?} cross"));
            }
        }
    }
    Ok(())
}
