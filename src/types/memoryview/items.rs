//! Items and slices of views.

use super::view::{self, View};
use super::{get, make};
use crate::heap::types::Exc;
use crate::types::scalar::{Scalar, float_bits, int_bits, put_bits};
use crate::types::{buffer, float, int, slice};
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Raised, Res, Vm};

/// The least significant byte of an item comes first: views have the machine's order.
const LITTLE: bool = cfg!(target_endian = "little");

pub(super) fn len(vm: &mut Vm, args: Args) -> Res {
    let view = get(vm, args.get(vm, 0))?;
    match view.shape.first() {
        Some(&n) => Ok(Value::Int(n as i64)),
        None => Err(vm.type_error("0-dim memory has no length")),
    }
}

/// The item at a place of the exporter's memory.
pub(super) fn read(vm: &mut Vm, exporter: Value, place: usize, scalar: Scalar) -> Value {
    let mut bytes = [0; 8];
    let bytes = &mut bytes[..scalar.size()];
    if let Some(item) = buffer::memory(vm, exporter).and_then(|m| m.get(place..place + bytes.len())) {
        bytes.copy_from_slice(item);
    }
    scalar.read(vm, bytes, LITTLE)
}

/// The values of a view's items, in the order of C.
pub(super) fn values(vm: &mut Vm, view: &View, scalar: Scalar) -> Vec<Value> {
    view.places().into_iter().map(|place| read(vm, view.exporter, place, scalar)).collect()
}

#[cold]
fn not_implemented(vm: &mut Vm, message: &str) -> Raised {
    vm.error(Exc::NotImplementedError, message)
}

/// The part of the memory that a subscript means.
enum Selection {
    /// The item at this place.
    Item(usize),
    /// A view of some items.
    Part(Box<View>),
}

fn select(vm: &mut Vm, view: &View, key: Value) -> Res<Selection> {
    if view.shape.is_empty() {
        return match key {
            Value::Tuple(k) if vm.heap.tuples[k].is_empty() => Ok(Selection::Item(view.offset)),
            Value::Ellipsis => Ok(Selection::Part(Box::new(view.clone()))),
            _ => Err(vm.type_error("invalid indexing of 0-dim memory")),
        };
    }
    match key {
        Value::Slice(s) => part(vm, view, s),
        Value::Tuple(k) => {
            let keys = vm.heap.tuples[k].to_vec();
            if keys.iter().all(|v| matches!(v, Value::Slice(_))) && !keys.is_empty() {
                return Err(not_implemented(vm, "multi-dimensional slicing is not implemented"));
            }
            for &key in &keys {
                if !vm.is_index(key) {
                    return Err(vm.type_error("memoryview: invalid slice key"));
                }
            }
            item_of_tuple(vm, view, &keys)
        }
        _ if vm.is_index(key) => {
            let i = vm.index_for_item(key)?;
            if view.shape.len() > 1 {
                return Err(not_implemented(vm, "multi-dimensional sub-views are not implemented"));
            }
            along(vm, view, 0, i).map(|bytes| Selection::Item((view.offset as i64 + bytes) as usize))
        }
        _ => Err(vm.type_error("memoryview: invalid slice key")),
    }
}

/// How far an index in a dimension leads.
fn along(vm: &mut Vm, view: &View, dimension: usize, i: i64) -> Res<i64> {
    match crate::vm::subscript::position(view.shape[dimension], i) {
        Some(i) => Ok(i as i64 * view.strides[dimension]),
        None => Err(vm.index_error(format!("index out of bounds on dimension {}", dimension + 1))),
    }
}

fn item_of_tuple(vm: &mut Vm, view: &View, keys: &[Value]) -> Res<Selection> {
    let (dimensions, given) = (view.shape.len(), keys.len());
    if given < dimensions {
        return Err(not_implemented(vm, "sub-views are not implemented"));
    }
    if given > dimensions {
        let message = format!("cannot index {dimensions}-dimension view with {given}-element tuple");
        return Err(vm.type_error(message));
    }
    let mut place = view.offset as i64;
    for (dimension, &key) in keys.iter().enumerate() {
        let i = vm.index_for_item(key)?;
        place += along(vm, view, dimension, i)?;
    }
    Ok(Selection::Item(place as usize))
}

fn part(vm: &mut Vm, view: &View, key: SliceKey) -> Res<Selection> {
    let (start, _, step, count) = slice::resolve(vm, key, view.shape[0])?;
    let mut part = View { hash: None, ..view.clone() };
    let offset = view.offset as i64 + start * view.strides[0];
    part.offset = if count == 0 { view.offset } else { offset as usize };
    part.shape[0] = count;
    part.strides[0] = view.strides[0].saturating_mul(step);
    Ok(Selection::Part(Box::new(part)))
}

pub(super) fn getitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let view = get(vm, this)?;
    match select(vm, &view, key)? {
        Selection::Item(place) => {
            let scalar = view.scalar(vm)?;
            get(vm, this)?;
            Ok(read(vm, view.exporter, place, scalar))
        }
        Selection::Part(part) => Ok(make(vm, *part)),
    }
}

pub(super) fn tolist(vm: &mut Vm, args: Args) -> Res {
    let view = get(vm, args.get(vm, 0))?;
    let scalar = view.scalar(vm)?;
    vm.reserve(view.count().saturating_mul(16))?;
    let values = values(vm, &view, scalar);
    if view.shape.is_empty() {
        return Ok(values.first().copied().unwrap_or(Value::None));
    }
    nested(vm, &view.shape, &values)
}

/// Lists in lists, one level a dimension.
fn nested(vm: &mut Vm, shape: &[usize], values: &[Value]) -> Res {
    let [_, inner @ ..] = shape else { return Ok(Value::None) };
    if inner.is_empty() {
        return Ok(vm.heap.new_list(values.to_vec()));
    }
    let size = inner.iter().product::<usize>().max(1);
    let lists: Vec<Value> = values.chunks(size).map(|c| nested(vm, inner, c)).collect::<Res<_>>()?;
    Ok(vm.heap.new_list(lists))
}

pub(super) fn setitem(vm: &mut Vm, args: Args) -> Res {
    let [this, key, value] = args.take(vm);
    let view = get(vm, this)?;
    let scalar = view.scalar(vm)?;
    if view.readonly {
        return Err(vm.type_error("cannot modify read-only memory"));
    }
    let slices = match key {
        Value::Slice(_) => view.shape.len() > 1,
        Value::Tuple(k) => {
            let keys = &vm.heap.tuples[k];
            !keys.is_empty() && keys.iter().all(|v| matches!(v, Value::Slice(_)))
        }
        _ => false,
    };
    if slices {
        return Err(not_implemented(vm, "memoryview slice assignments are currently restricted to ndim = 1"));
    }
    if view.shape.len() > 1 && vm.is_index(key) {
        return Err(not_implemented(vm, "sub-views are not implemented"));
    }
    match select(vm, &view, key)? {
        Selection::Item(place) => set_item(vm, this, &view, place, scalar, value)?,
        Selection::Part(part) if part.shape.is_empty() => {
            set_item(vm, this, &view, part.offset, scalar, value)?;
        }
        Selection::Part(part) => set_part(vm, this, &part, value)?,
    }
    Ok(Value::None)
}

fn set_item(vm: &mut Vm, this: Value, view: &View, place: usize, scalar: Scalar, value: Value) -> Res<()> {
    let bits = bits_of(vm, scalar, &view.format, value)?;
    // Making a number of the value may have released the view.
    get(vm, this)?;
    if let Some(item) = buffer::memory_mut(vm, view.exporter).and_then(|m| m.get_mut(place..place + view.itemsize)) {
        put_bits(item, bits, LITTLE);
    }
    Ok(())
}

/// The bits of a value: "memoryview: invalid type for format 'B'", or "invalid value".
fn bits_of(vm: &mut Vm, scalar: Scalar, format: &str, value: Value) -> Res<u64> {
    let invalid_type = |vm: &mut Vm| vm.type_error(format!("memoryview: invalid type for format '{format}'"));
    let invalid_value = |vm: &mut Vm| vm.value_error(format!("memoryview: invalid value for format '{format}'"));
    match scalar {
        Scalar::Bool => vm.truth(value).map(u64::from),
        Scalar::Char => match vm.payload(value) {
            Value::Bytes(k) => match vm.heap.bytes[k][..] {
                [b] => Ok(u64::from(b)),
                _ => Err(invalid_value(vm)),
            },
            _ => Err(invalid_type(vm)),
        },
        Scalar::Float(size) => {
            let x = float::argument(vm, value);
            if x.is_err() && vm.pending_is(Exc::TypeError) {
                vm.take_pending();
                return Err(invalid_type(vm));
            }
            let bits = float_bits(vm, x?, size);
            if bits.is_err() {
                vm.take_pending();
                return Err(invalid_value(vm));
            }
            bits
        }
        Scalar::Signed(_) | Scalar::Unsigned(_) | Scalar::Pointer => {
            if !vm.is_index(value) {
                return Err(invalid_type(vm));
            }
            let n = vm.index(value)?;
            let n = int::to_bigint(&vm.heap, n).into_owned();
            let wrapped = if scalar == Scalar::Pointer { int_bits(Scalar::Signed(8), &n) } else { None };
            int_bits(scalar, &n).or(wrapped).ok_or_else(|| invalid_value(vm))
        }
    }
}

fn set_part(vm: &mut Vm, this: Value, part: &View, value: Value) -> Res<()> {
    let Some(source) = view::of(vm, value)? else {
        return Err(buffer::wanted(vm, value));
    };
    get(vm, this)?;
    let plain = |format: &str| format.strip_prefix('@').unwrap_or(format).to_owned();
    if source.shape != part.shape || plain(&source.format) != plain(&part.format) {
        let message = "memoryview assignment: lvalue and rvalue have different structures";
        return Err(vm.value_error(message));
    }
    // A copy first: the two may overlap.
    let bytes = source.gathered(vm);
    let (places, size) = (part.places(), part.itemsize);
    if let Some(memory) = buffer::memory_mut(vm, part.exporter) {
        for (place, item) in places.into_iter().zip(bytes.chunks(size)) {
            if let Some(target) = memory.get_mut(place..place + size) {
                target.copy_from_slice(item);
            }
        }
    }
    Ok(())
}
