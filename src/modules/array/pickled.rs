//! Pickles of arrays: a list of items, or their bytes with the format they have (PEP 3118 has no names for these: they
//! are numbers, see "machine format codes" in CPython's sources).

use super::item::{TypeCode, to_bytes};
use super::methods::values;
use super::{SPEC, extend_bytes, key, make, state};
use crate::pickle::by_reference::import_attribute;
use crate::types::scalar::Scalar;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

/// The machine formats by their number; big-endian ones follow the little-endian one.
const FORMATS: [(Option<Scalar>, usize); 22] = {
    const fn both(scalar: Option<Scalar>, size: usize) -> [(Option<Scalar>, usize); 2] {
        [(scalar, size), (scalar, size)]
    }
    let [a, b] = both(Some(Scalar::Unsigned(2)), 2);
    let [c, d] = both(Some(Scalar::Signed(2)), 2);
    let [e, f] = both(Some(Scalar::Unsigned(4)), 4);
    let [g, h] = both(Some(Scalar::Signed(4)), 4);
    let [i, j] = both(Some(Scalar::Unsigned(8)), 8);
    let [k, l] = both(Some(Scalar::Signed(8)), 8);
    let [m, n] = both(Some(Scalar::Float(4)), 4);
    let [o, p] = both(Some(Scalar::Float(8)), 8);
    let [q, r] = both(None, 2);
    let [s, t] = both(None, 4);
    let (byte, signed) = ((Some(Scalar::Unsigned(1)), 1), (Some(Scalar::Signed(1)), 1));
    [byte, signed, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t]
};

/// The number of the format that items of a type have on this machine.
fn format_of(code: TypeCode) -> i64 {
    let wanted = (code.scalar(), code.size());
    let first = FORMATS.iter().position(|&format| format == wanted).unwrap_or(20);
    (first + usize::from(cfg!(target_endian = "big") && first > 1)) as i64
}

pub(super) fn reduce_ex(vm: &mut Vm, args: Args) -> Res {
    let [this, protocol] = args.take(vm);
    let k = key(vm, this)?;
    if !matches!(vm.payload(protocol), Value::Int(_) | Value::Bool(_) | Value::BigInt(_)) {
        return Err(vm.type_error("__reduce_ex__ argument should be an integer"));
    }
    let protocol = vm.index_i64(protocol)?;
    let class = Value::Class(vm.class_of(this));
    let dict = match (this, vm.dict_of(this)) {
        (Value::Instance(_), Some(d)) => Value::Dict(d),
        _ => Value::None,
    };
    let code = state(vm, k).code;
    let character = vm.heap.new_char(code.character().into());
    if protocol < 3 {
        let items = values(vm, k)?;
        let list = vm.heap.new_list(items);
        let arguments = vm.heap.new_tuple([character, list]);
        return Ok(vm.heap.new_tuple([class, arguments, dict]));
    }
    let bytes = state(vm, k).bytes.clone();
    let bytes = vm.heap.new_bytes(bytes);
    let arguments = vm.heap.new_tuple([class, character, Value::Int(format_of(code)), bytes]);
    let function = import_attribute(vm, "array", "_array_reconstructor")?;
    Ok(vm.heap.new_tuple([function, arguments, dict]))
}

/// `_array_reconstructor(arraytype, typecode, mformat_code, items)`
pub(super) fn reconstruct(vm: &mut Vm, args: Args) -> Res {
    let [class, code, format, items] = args.take(vm);
    let base = vm.class_for(&SPEC);
    let Value::Class(c) = class else {
        let t = vm.type_name(class);
        return Err(vm.type_error(format!("first argument must be a type object, not {t}")));
    };
    if !vm.heap.is_subclass(c, base) {
        let name = vm.heap.class_name(c);
        return Err(vm.type_error(format!("{name} is not a subtype of array.array")));
    }
    let code = match vm.payload(code) {
        Value::Str(k) if vm.heap.strs[k].len() == 1 => vm.heap.strs[k].code_point_at(0).and_then(TypeCode::of),
        _ => None,
    };
    let Some(code) = code else { return Err(vm.value_error("second argument must be a valid type code")) };
    let format = vm.index_i64(format)?;
    let Some(&(scalar, size)) = usize::try_from(format).ok().and_then(|i| FORMATS.get(i)) else {
        return Err(vm.value_error("third argument must be a valid machine format code."));
    };
    let Value::Bytes(b) = vm.payload(items) else {
        let t = vm.type_name(items);
        return Err(vm.type_error(format!("fourth argument should be bytes, not {t}")));
    };
    let bytes = vm.heap.bytes[b].to_vec();
    if !bytes.len().is_multiple_of(size) {
        return Err(vm.value_error("string length not a multiple of item size"));
    }
    let array = make(vm, code, Vec::new());
    let k = key(vm, array)?;
    if format == format_of(code) {
        extend_bytes(vm, k, &bytes)?;
    } else {
        let little = format < 2 || format % 2 == 0;
        match scalar {
            Some(scalar) => {
                for item in bytes.chunks_exact(size) {
                    let v = scalar.read(vm, item, little);
                    let item = to_bytes(vm, code, v)?;
                    extend_bytes(vm, k, &item)?;
                }
            }
            None => {
                let codec = match (size, little) {
                    (2, true) => "utf-16-le",
                    (2, false) => "utf-16-be",
                    (_, true) => "utf-32-le",
                    (_, false) => "utf-32-be",
                };
                let text = crate::types::codec::decode(vm, items, codec, "strict")?;
                super::methods::extend_from_iterable(vm, k, text)?;
            }
        }
    }
    Ok(vm.wrap_new(c, array))
}
