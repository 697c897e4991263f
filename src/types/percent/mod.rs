//! `%` formatting of `str` and `bytes`: one reading of the conversions, two ways to render text.

mod render;
mod template;

use crate::heap::types::Exc;
use crate::types::str::operators::SHORT;
use crate::value::*;
use crate::vm::{Res, Vm};
use compact_str::ToCompactString;
use render::Target;
use template::{Conversion, Number};

/// `template % args` for a str.
pub fn format_str(vm: &mut Vm, template: StrKey, args: Value) -> Res {
    let bytes: Box<[u8]> = vm.heap.strs[template].as_bytes().into();
    let out = format(vm, &bytes, args, Target::Str)?;
    Ok(vm.heap.new_text(crate::heap::text::Str::from_bytes(&out)))
}

/// `template % args` for bytes: the bytes of the result.
pub fn format_bytes(vm: &mut Vm, template: &[u8], args: Value) -> Res<Vec<u8>> {
    format(vm, template, args, Target::Bytes)
}

/// The arguments still to be converted.
struct Arguments {
    /// The tuple's items, or the one argument.
    items: Vec<Value>,
    next: usize,
    /// The arguments as a mapping, for `%(key)s`.
    mapping: Option<Value>,
}

impl Arguments {
    fn new(vm: &mut Vm, args: Value) -> Arguments {
        let payload = vm.payload(args);
        let mapping = match payload {
            Value::Tuple(_) | Value::Str(_) => None,
            Value::Bytes(_) | Value::ByteArray(_) => None,
            Value::Dict(_) | Value::List(_) => Some(args),
            _ => {
                let getitem = vm.heap.names.__getitem__;
                vm.special(args, getitem).map(|_| args)
            }
        };
        let items = match payload {
            Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
            _ => vec![args],
        };
        Arguments { items, next: 0, mapping }
    }

    fn take(&mut self, vm: &mut Vm) -> Res {
        match self.items.get(self.next) {
            Some(&v) => {
                self.next += 1;
                Ok(v)
            }
            None => Err(vm.type_error("not enough arguments for format string")),
        }
    }
}

fn format(vm: &mut Vm, template: &[u8], args: Value, target: Target) -> Res<Vec<u8>> {
    let mut arguments = Arguments::new(vm, args);
    let mut out = Vec::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = memchr::memchr(b'%', rest) {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some((b'%', behind)) = rest.split_first() {
            out.push(b'%');
            rest = behind;
            continue;
        }
        if let Some(behind) = plain(vm, &mut out, rest, &mut arguments, target) {
            rest = behind;
            continue;
        }
        let conversion = template::parse(vm, &mut rest, arguments.mapping.is_some(), target)?;
        convert(vm, &mut out, template, rest, &conversion, &mut arguments, target)?;
    }
    out.extend_from_slice(rest);
    if arguments.next < arguments.items.len() && arguments.mapping.is_none() {
        let what = if target == Target::Str { "string" } else { "bytes" };
        return Err(vm.type_error(format!("not all arguments converted during {what} formatting")));
    }
    Ok(out)
}

/// `%s` and `%d` of an exact str or int, with nothing said about the form: the template behind it.
fn plain<'a>(
    vm: &Vm,
    out: &mut Vec<u8>,
    rest: &'a [u8],
    arguments: &mut Arguments,
    target: Target,
) -> Option<&'a [u8]> {
    let (&kind, behind) = rest.split_first()?;
    let value = *arguments.items.get(arguments.next)?;
    match (kind, value) {
        (b's' | b'd', Value::Int(i)) if target == Target::Str => {
            out.extend_from_slice(i.to_compact_string().as_bytes());
        }
        (b's', Value::Str(k)) if target == Target::Str && vm.heap.strs[k].size() <= SHORT => {
            out.extend_from_slice(vm.heap.strs[k].as_bytes())
        }
        _ => return None,
    }
    arguments.next += 1;
    Some(behind)
}

fn convert(
    vm: &mut Vm,
    out: &mut Vec<u8>,
    template: &[u8],
    rest: &[u8],
    conversion: &Conversion,
    arguments: &mut Arguments,
    target: Target,
) -> Res<()> {
    if let (Some(key), Some(mapping)) = (conversion.key, arguments.mapping) {
        let key = match target {
            Target::Str => vm.heap.new_text(crate::heap::text::Str::from_bytes(key)),
            Target::Bytes => vm.heap.new_bytes(key),
        };
        let value = vm.get_item(mapping, key)?;
        arguments.items = vec![value];
        arguments.next = 0;
    }
    let mut left = conversion.left;
    let width = match conversion.width {
        Number::Absent => 0,
        Number::Given(n) => n,
        Number::Star => {
            let n = star(vm, arguments)?;
            left |= n < 0;
            n.unsigned_abs() as usize
        }
    };
    let precision = match conversion.precision {
        Number::Absent => None,
        Number::Given(n) => Some(n),
        Number::Star => {
            let n = star(vm, arguments)?;
            if i32::try_from(n).is_err() {
                return Err(vm.overflow_error("Python int too large to convert to C int"));
            }
            Some(usize::try_from(n).unwrap_or(0))
        }
    };
    let value = arguments.take(vm)?;
    let field = render::Field { left, width, precision, conversion };
    vm.reserve(width.saturating_add(precision.unwrap_or(0)).saturating_add(out.len()))?;
    // The value may have been made by the mapping alone.
    let mark = vm.pin(value);
    let done = render::render(vm, out, value, &field, target);
    vm.unpin_to(mark);
    if done? {
        return Ok(());
    }
    let behind = &template[..template.len() - rest.len()];
    let index = if target == Target::Str { crate::heap::text::count_chars(behind) } else { behind.len() } - 1;
    let code = conversion.kind;
    let shown = char::from_u32(code).unwrap_or('?');
    Err(vm.value_error(format!("unsupported format character '{shown}' (0x{code:x}) at index {index}")))
}

/// The argument of a `*`.
fn star(vm: &mut Vm, arguments: &mut Arguments) -> Res<i64> {
    let v = arguments.take(vm)?;
    match vm.payload(v) {
        Value::Int(i) if i > i64::MIN => Ok(i),
        Value::Bool(b) => Ok(i64::from(b)),
        Value::BigInt(_) | Value::Int(_) => {
            Err(vm.error(Exc::OverflowError, "Python int too large to convert to C ssize_t"))
        }
        _ => Err(vm.type_error("* wants int")),
    }
}
