//! Codecs and error handlers that programs register with `codecs`: asked where the built-in ones end.

use super::handler::Undecodable;
use crate::heap::types::Exc;
use crate::pickle::by_reference::import_attribute;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// What a program registered as the error handler of a name.
pub fn error_handler(vm: &mut Vm, name: &str) -> Res {
    if let Value::Dict(handlers) = import_attribute(vm, "_codecs", "_error_handlers")? {
        let key = vm.heap.new_str(name);
        if let Some(handler) = vm.dict_get(handlers, key)? {
            return Ok(handler);
        }
    }
    Err(vm.error(Exc::LookupError, format!("unknown error handler name '{name}'")))
}

/// Asks a program's handler: what stands for what the exception is about, and where to go on in `len` characters
/// or bytes.
pub fn ask(vm: &mut Vm, name: &str, exc: Exc, args: &[Value], len: usize) -> Res<(Value, usize)> {
    let handler = error_handler(vm, name)?;
    let class = vm.heap.types.exception(exc);
    let exception = vm.new_exception(class, args);
    let answer = vm.call(handler, &[exception])?;
    let (kind, wanted) =
        if exc == Exc::UnicodeDecodeError { ("decoding", "(str, int)") } else { ("encoding", "(str/bytes, int)") };
    let pair = match vm.payload(answer) {
        Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
        _ => Vec::new(),
    };
    let [substitute, position] = pair[..] else {
        return Err(vm.type_error(format!("{kind} error handler must return {wanted} tuple")));
    };
    let fits = matches!(vm.payload(substitute), Value::Str(_))
        || exc == Exc::UnicodeEncodeError && matches!(vm.payload(substitute), Value::Bytes(_));
    if !fits || !vm.is_index(position) {
        return Err(vm.type_error(format!("{kind} error handler must return {wanted} tuple")));
    }
    let at = vm.index_i64(position)?;
    let resolved = if at < 0 { at.saturating_add(len as i64) } else { at };
    match usize::try_from(resolved) {
        Ok(resolved) if resolved <= len => Ok((substitute, resolved)),
        _ => Err(vm.index_error(format!("position {at} from error handler out of bounds"))),
    }
}

/// The exception's arguments for undecodable bytes.
pub fn decode_error(vm: &mut Vm, object: Value, bad: Undecodable) -> [Value; 5] {
    let (encoding, reason) = (vm.heap.interned_str(bad.encoding), vm.heap.new_str(bad.reason));
    [encoding, object, Value::Int(bad.start as i64), Value::Int(bad.end as i64), reason]
}

/// The codec of a name that a program registered; None if `codecs` was never imported or has none.
fn registered(vm: &mut Vm, name: &str) -> Res<Option<Value>> {
    let codecs = vm.heap.interned_str("codecs");
    let modules = vm.modules;
    let Some(module) = vm.dict_get(modules, codecs)? else { return Ok(None) };
    let lookup = vm.getattr_text(module, "lookup")?;
    let name = vm.heap.new_str(name);
    let found = vm.call(lookup, &[name]);
    vm.catch(found, Exc::LookupError)
}

/// What a registered codec makes of a str or bytes; None if there is no such codec.
pub fn convert(vm: &mut Vm, name: &str, function: &str, object: Value, errors: &str) -> Res<Option<Value>> {
    let Some(codec) = registered(vm, name)? else { return Ok(None) };
    let is_text = vm.getattr_text(codec, "_is_text_encoding");
    if let Some(is_text) = vm.catch(is_text, Exc::AttributeError)?
        && !vm.truth(is_text)?
    {
        let hint = format!("use codecs.{function}() to handle arbitrary codecs");
        return Err(vm.error(Exc::LookupError, format!("'{name}' is not a text encoding; {hint}")));
    }
    let result = apply(vm, codec, function, object, errors)?;
    let wanted = if function == "encode" { "bytes" } else { "str" };
    let fits = match vm.payload(result) {
        Value::Str(_) => function == "decode",
        Value::Bytes(_) => function == "encode",
        _ => false,
    };
    if !fits {
        let t = vm.type_name(result);
        let hint = format!("use codecs.{function}() to {function} to arbitrary types");
        return Err(vm.type_error(format!("'{name}' {function}r returned '{t}' instead of '{wanted}'; {hint}")));
    }
    Ok(Some(result))
}

/// Calls a codec's function; its result without the length.
pub fn apply(vm: &mut Vm, codec: Value, function: &str, object: Value, errors: &str) -> Res {
    let place = i64::from(function == "decode");
    let convert = vm.get_item(codec, Value::Int(place))?;
    let errors = vm.heap.new_str(errors);
    let answer = vm.call(convert, &[object, errors])?;
    match vm.payload(answer) {
        Value::Tuple(k) if vm.heap.tuples[k].len() == 2 => Ok(vm.heap.tuples[k][0]),
        _ => Err(must_be_pair(vm, function)),
    }
}

#[cold]
fn must_be_pair(vm: &mut Vm, function: &str) -> Raised {
    vm.type_error(format!("{function}r must return a tuple (object, integer)"))
}
