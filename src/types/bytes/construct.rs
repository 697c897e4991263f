//! Making bytes: from text, a length, a bytes-like object, an iterable of ints.

use crate::heap::types::Exc;
use crate::types::buffer::gathered;
use crate::types::codec;
use crate::types::constructor_args::positional;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

/// `bytes.__new__`
pub(super) fn new(vm: &mut Vm, args: Args) -> Res {
    let [class, rest, kwargs] = args.take(vm);
    let base = vm.heap.types.bytes;
    let class = vm.check_new(class, base)?;
    let [source, encoding, errors] = arguments(vm, "bytes", rest, kwargs)?;
    if encoding.is_undef()
        && errors.is_undef()
        && let Value::Bytes(_) = source
    {
        return Ok(vm.wrap_new(class, source));
    }
    let bytes = from_source(vm, "bytes", source, encoding, errors)?;
    // From a sequence of ints CPython looks for the bytes object of one byte that there is; otherwise not.
    let value = match vm.payload(source) {
        Value::List(_) | Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) => vm.heap.new_bytes(bytes),
        _ => vm.heap.new_own_bytes(bytes),
    };
    Ok(vm.wrap_new(class, value))
}

/// The arguments `source`, `encoding`, `errors`, by position or name.
pub(super) fn arguments(vm: &mut Vm, name: &str, rest: Value, kwargs: Value) -> Res<[Value; 3]> {
    let given = positional(vm, rest);
    let named: Vec<(Value, Value)> = match kwargs {
        Value::Dict(d) => vm.heap.dicts[d].iter().map(|e| (e.key, e.value)).collect(),
        _ => Vec::new(),
    };
    let n = given.len() + named.len();
    if n > 3 {
        return Err(vm.type_error(format!("{name}() takes at most 3 arguments ({n} given)")));
    }
    let mut bound = [Value::Undef; 3];
    bound[..given.len()].copy_from_slice(&given);
    for (key, value) in named {
        let key = vm.str_text(key)?;
        let Some(i) = ["source", "encoding", "errors"].iter().position(|&p| p == key) else {
            return Err(vm.type_error(format!("{name}() got an unexpected keyword argument '{key}'")));
        };
        if !bound[i].is_undef() {
            let place = i + 1;
            return Err(vm.type_error(format!("argument for {name}() given by name ('{key}') and position ({place})")));
        }
        bound[i] = value;
    }
    Ok(bound)
}

/// The content for the arguments of a constructor called `name`.
pub(super) fn from_source(vm: &mut Vm, name: &str, source: Value, encoding: Value, errors: Value) -> Res<Vec<u8>> {
    let has_encoding = !encoding.is_undef();
    let encoding = codec::name_argument(vm, encoding, name, "encoding", "utf-8")?;
    let has_errors = !errors.is_undef();
    let errors = codec::name_argument(vm, errors, name, "errors", "strict")?;
    match vm.payload(source) {
        Value::Str(text) => {
            if !has_encoding {
                return Err(vm.type_error("string argument without an encoding"));
            }
            codec::encode_to_vec(vm, text, &encoding, &errors)
        }
        _ if has_encoding => Err(vm.type_error("encoding without a string argument")),
        _ if has_errors => Err(vm.type_error("errors without a string argument")),
        Value::Undef => Ok(Vec::new()),
        _ => bytes_of(vm, name, source),
    }
}

/// What `__bytes__` answers; None if there is no such method.
pub(super) fn by_method(vm: &mut Vm, v: Value) -> Res<Option<Vec<u8>>> {
    let name = vm.heap.names.__bytes__;
    let Some(answer) = vm.call_special(v, name, &[])? else { return Ok(None) };
    match vm.payload(answer) {
        Value::Bytes(k) => Ok(Some(vm.heap.bytes[k].to_vec())),
        _ => {
            let t = vm.type_name(answer);
            Err(vm.type_error(format!("__bytes__ returned non-bytes (type {t})")))
        }
    }
}

/// `bytes(v)` for a `v` that is no str: a bytes-like object, `__bytes__`, a length, an iterable of ints.
pub fn bytes_of(vm: &mut Vm, name: &str, v: Value) -> Res<Vec<u8>> {
    if name == "bytes"
        && !matches!(v, Value::Bytes(_) | Value::ByteArray(_))
        && let Some(content) = by_method(vm, v)?
    {
        return Ok(content);
    }
    if let Some(content) = gathered(vm, v) {
        return Ok(content);
    }
    if vm.is_index(v) {
        let n = vm.index(v);
        if let Some(n) = vm.catch(n, Exc::TypeError)? {
            return zeros(vm, n);
        }
    }
    let names = vm.heap.names;
    let is_list = matches!(v, Value::List(_) | Value::Tuple(_) | Value::Iter(_));
    if !is_list && vm.special(v, names.__iter__).is_none() && vm.special(v, names.__getitem__).is_none() {
        let t = vm.type_name(v);
        return Err(vm.type_error(format!("cannot convert '{t}' object to {name}")));
    }
    let message = if name == "bytes" { "bytes must be in range(0, 256)" } else { "byte must be in range(0, 256)" };
    let it = if name == "bytes" { vm.sized_iter(v)? } else { v };
    ints(vm, it, message)
}

fn zeros(vm: &mut Vm, n: Value) -> Res<Vec<u8>> {
    let Value::Int(n) = n else {
        return Err(vm.overflow_error("cannot fit 'int' into an index-sized integer"));
    };
    let Ok(n) = usize::try_from(n) else { return Err(vm.value_error("negative count")) };
    vm.reserve(n)?;
    Ok(vec![0; n])
}

/// The ints of an iterable, each in range(256).
pub(super) fn ints(vm: &mut Vm, iterable: Value, message: &str) -> Res<Vec<u8>> {
    let mut out = Vec::new();
    vm.for_each(iterable, |vm, item| {
        match vm.index(item)? {
            Value::Int(i @ 0..256) => out.push(i as u8),
            _ => return Err(vm.value_error(message)),
        }
        Ok(())
    })?;
    Ok(out)
}
