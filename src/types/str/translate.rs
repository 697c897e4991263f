//! `str.maketrans` and `str.translate`.

use super::this;
use crate::heap::dict::Dict;
use crate::heap::text::Builder;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

pub(super) fn maketrans(vm: &mut Vm, args: Args) -> Res {
    let [x, y, z] = args.take(vm);
    let table = vm.heap.new_dict_key(Dict::new());
    if y.is_undef() {
        let Value::Dict(source) = vm.payload(x) else {
            return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
        };
        let entries: Vec<(Value, Value)> = vm.heap.dicts[source].iter().map(|e| (e.key, e.value)).collect();
        for (key, value) in entries {
            let key = match vm.payload(key) {
                Value::Str(k) => match vm.heap.strs[k].code_point_at(0) {
                    Some(c) if vm.heap.strs[k].len() == 1 => Value::Int(i64::from(c)),
                    _ => return Err(vm.value_error("string keys in translate table must be of length 1")),
                },
                Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => key,
                _ => return Err(vm.type_error("keys in translate table must be strings or integers")),
            };
            vm.dict_set(table, key, value)?;
        }
        return Ok(Value::Dict(table));
    }
    let Value::Str(from) = vm.payload(x) else {
        return Err(vm.type_error("first maketrans argument must be a string if there is a second argument"));
    };
    let to = super::str_argument(vm, y, "maketrans", 2)?;
    let deleted = if z.is_undef() { None } else { Some(super::str_argument(vm, z, "maketrans", 3)?) };
    if vm.heap.strs[from].len() != vm.heap.strs[to].len() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    let from: Vec<u32> = vm.heap.strs[from].code_points().collect();
    let to: Vec<u32> = vm.heap.strs[to].code_points().collect();
    for (a, b) in from.into_iter().zip(to) {
        vm.dict_set(table, Value::Int(i64::from(a)), Value::Int(i64::from(b)))?;
    }
    if let Some(deleted) = deleted {
        let points: Vec<u32> = vm.heap.strs[deleted].code_points().collect();
        for c in points {
            vm.dict_set(table, Value::Int(i64::from(c)), Value::None)?;
        }
    }
    Ok(Value::Dict(table))
}

pub(super) fn translate(vm: &mut Vm, args: Args) -> Res {
    let [s, table] = args.take(vm);
    let text = this(vm, s)?;
    let points: Vec<u32> = vm.heap.strs[text].code_points().collect();
    let mut out = Builder::with_capacity(points.len());
    for c in points {
        let key = Value::Int(i64::from(c));
        let found = match table {
            Value::Dict(d) => vm.dict_get(d, key)?,
            _ => {
                let found = vm.get_item(table, key);
                vm.catch(found, Exc::LookupError)?
            }
        };
        let Some(found) = found else {
            out.push(c);
            continue;
        };
        match vm.payload(found) {
            Value::None => {}
            Value::Int(i) => match u32::try_from(i).ok().filter(|&c| c < 0x11_0000) {
                Some(c) => out.push(c),
                None => return Err(vm.value_error("character mapping must be in range(0x110000)")),
            },
            Value::Bool(b) => out.push(u32::from(b)),
            Value::BigInt(_) => return Err(vm.value_error("character mapping must be in range(0x110000)")),
            Value::Str(k) => {
                let size = vm.heap.strs[k].size();
                vm.reserve(out.size().saturating_add(size))?;
                out.push_text(&vm.heap.strs[k]);
            }
            _ => return Err(vm.type_error("character mapping must return integer, None or str")),
        }
    }
    Ok(vm.heap.new_text(out.finish()))
}
