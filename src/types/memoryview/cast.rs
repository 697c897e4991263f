//! `memoryview.cast`: the same memory, divided otherwise.

use super::view::View;
use super::{get, make};
use crate::types::scalar::Scalar;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

const DIMENSIONS: usize = 64;

/// `cast(format, shape)`: between bytes and another format, between one dimension and several.
pub(super) fn cast(vm: &mut Vm, args: Args) -> Res {
    let [this, format, shape] = args.take(vm);
    let view = get(vm, this)?;
    let Value::Str(k) = vm.payload(format) else {
        let t = vm.type_name(format);
        return Err(vm.type_error(format!("cast() argument 'format' must be str, not {t}")));
    };
    let format = vm.heap.text(k).into_owned();
    if !view.is_contiguous() {
        return Err(vm.type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    if (!shape.is_undef() || view.shape.len() != 1) && view.shape.contains(&0) {
        return Err(vm.type_error("memoryview: cannot cast view with zeros in shape or strides"));
    }
    let shape = match shape {
        Value::Undef => None,
        _ => Some(shape_argument(vm, shape)?),
    };
    if let Some(shape) = &shape
        && shape.len() > 1
        && view.shape.len() != 1
    {
        return Err(vm.type_error("memoryview: cast must be 1D -> ND or ND -> 1D"));
    }
    let itemsize = target_size(vm, &view, &format)?;
    let length = view.nbytes();
    if length % itemsize != 0 {
        return Err(vm.type_error("memoryview: length is not a multiple of itemsize"));
    }
    let shape = match shape {
        None => vec![length / itemsize],
        Some(shape) => {
            let total = shape.iter().try_fold(itemsize, |n, &d| n.checked_mul(d));
            if total != Some(length) {
                return Err(vm.type_error("memoryview: product(shape) * itemsize != buffer size"));
            }
            shape
        }
    };
    let mut strides = vec![0; shape.len()];
    let mut step = itemsize as i64;
    for (stride, &n) in strides.iter_mut().zip(&shape).rev() {
        *stride = step;
        step *= n as i64;
    }
    Ok(make(vm, View { format, itemsize, shape, strides, hash: None, ..view }))
}

/// The elements of a shape: ints above zero, in a list or tuple.
fn shape_argument(vm: &mut Vm, shape: Value) -> Res<Vec<usize>> {
    let elements = match vm.payload(shape) {
        Value::List(k) => vm.heap.lists[k].clone(),
        Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
        _ => return Err(vm.type_error("shape must be a list or a tuple")),
    };
    if elements.len() > DIMENSIONS {
        return Err(vm.value_error("memoryview: number of dimensions must not exceed 64"));
    }
    let mut shape = Vec::with_capacity(elements.len());
    for v in elements {
        if !matches!(vm.payload(v), Value::Int(_) | Value::Bool(_) | Value::BigInt(_)) {
            return Err(vm.type_error("memoryview.cast(): elements of shape must be integers"));
        }
        match vm.index(v)? {
            Value::Int(n) if n > 0 => shape.push(n as usize),
            Value::Int(_) => return Err(vm.value_error("memoryview.cast(): elements of shape must be integers > 0")),
            _ => return Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }
    Ok(shape)
}

/// The size of an item of the wanted format; one of the two formats must be that of bytes.
fn target_size(vm: &mut Vm, view: &View, format: &str) -> Res<usize> {
    let native = |format: &str| match *format.strip_prefix('@').unwrap_or(format).as_bytes() {
        [code] => Scalar::native(code).map(|scalar| (code, scalar)),
        _ => None,
    };
    let wanted = "must be a native single character format prefixed with an optional '@'";
    let Some((from, _)) = native(&view.format) else {
        return Err(vm.value_error(format!("memoryview: source format {wanted}")));
    };
    let Some((to, scalar)) = native(format) else {
        return Err(vm.value_error(format!("memoryview: destination format {wanted}")));
    };
    let is_byte = |code| matches!(code, b'b' | b'B' | b'c');
    if !is_byte(from) && !is_byte(to) {
        return Err(vm.type_error("memoryview: cannot cast between two non-byte formats"));
    }
    Ok(scalar.size())
}
