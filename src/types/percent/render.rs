//! Rendering one argument of a `%` template into its field.

use super::template::Conversion;
use crate::heap::text::count_chars;
use crate::heap::types::Exc;
use crate::types::format::{Options, Style, to_text};
use crate::types::{bytes, float, int};
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// What the template is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A str; its bytes here are generalized UTF-8.
    Str,
    /// A bytes or bytearray.
    Bytes,
}

/// A conversion with its width and precision known.
#[derive(Debug)]
pub struct Field<'a> {
    /// To the left; padding goes to the right.
    pub left: bool,
    /// The least width.
    pub width: usize,
    /// Behind the point.
    pub precision: Option<usize>,
    /// Everything else.
    pub conversion: &'a Conversion<'a>,
}

/// Writes one argument; false if the type character is unknown.
pub fn render(vm: &mut Vm, out: &mut Vec<u8>, value: Value, field: &Field, target: Target) -> Res<bool> {
    let kind = u8::try_from(field.conversion.kind).unwrap_or(0);
    match (kind, target) {
        (b's', Target::Str) => {
            let text = vm.str(value)?;
            place_text(vm, out, text, field);
        }
        (b'r', Target::Str) => {
            let text = vm.repr(value)?;
            place_text(vm, out, text, field);
        }
        (b'a', Target::Str) | (b'a' | b'r', Target::Bytes) => {
            let text = vm.ascii(value)?;
            place_text(vm, out, text, field);
        }
        (b's' | b'b', Target::Bytes) => {
            let content = bytes::for_percent(vm, value)?;
            let kept = field.precision.map_or(content.len(), |p| p.min(content.len()));
            place(out, &content[..kept], kept, field);
        }
        (b'c', Target::Str) => character(vm, out, value, field)?,
        (b'c', Target::Bytes) => byte(vm, out, value, field)?,
        (b'i', Target::Bytes) => integer(vm, out, value, field, b'd')?,
        (b'd' | b'i' | b'u' | b'o' | b'x' | b'X', _) => integer(vm, out, value, field, kind)?,
        (b'e' | b'E' | b'f' | b'F' | b'g' | b'G', _) => real(vm, out, value, field, kind, target)?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// Writes text of `width` characters, padded with blanks.
fn place(out: &mut Vec<u8>, content: &[u8], width: usize, field: &Field) {
    let padding = field.width.saturating_sub(width);
    if !field.left {
        out.resize(out.len() + padding, b' ');
    }
    out.extend_from_slice(content);
    if field.left {
        out.resize(out.len() + padding, b' ');
    }
}

/// Writes a str cut to the precision.
fn place_text(vm: &Vm, out: &mut Vec<u8>, text: Value, field: &Field) {
    let Value::Str(k) = vm.payload(text) else { return };
    let s = &vm.heap.strs[k];
    let len = field.precision.map_or(s.len(), |p| p.min(s.len()));
    place(out, &s.as_bytes()[..s.byte_offset(len)], len, field);
}

/// `%c` of a str: a character or its code point.
fn character(vm: &mut Vm, out: &mut Vec<u8>, value: Value, field: &Field) -> Res<()> {
    let text = match vm.payload(value) {
        Value::Str(k) if vm.heap.strs[k].len() == 1 => Value::Str(k),
        Value::Str(_) => return Err(vm.type_error("%c requires int or char")),
        _ => {
            if !vm.is_index(value) {
                return Err(vm.type_error("%c requires int or char"));
            }
            match vm.index(value)? {
                Value::Int(i @ 0..0x11_0000) => vm.heap.new_char(i as u32),
                _ => return Err(vm.overflow_error("%c arg not in range(0x110000)")),
            }
        }
    };
    if let Value::Str(k) = text {
        place(out, vm.heap.strs[k].as_bytes(), 1, field);
    }
    Ok(())
}

/// `%c` of bytes: a byte or its number.
fn byte(vm: &mut Vm, out: &mut Vec<u8>, value: Value, field: &Field) -> Res<()> {
    let b = match bytes::memory(vm, value) {
        Some(&[b]) => b,
        Some(_) => return Err(byte_wanted(vm)),
        None => {
            if !vm.is_index(value) {
                return Err(byte_wanted(vm));
            }
            match vm.index(value)? {
                Value::Int(i @ 0..256) => i as u8,
                _ => return Err(vm.overflow_error("%c arg not in range(256)")),
            }
        }
    };
    place(out, &[b], 1, field);
    Ok(())
}

#[cold]
fn byte_wanted(vm: &mut Vm) -> Raised {
    vm.type_error("%c requires an integer in range(256) or a single byte")
}

/// The int an integer conversion shows.
fn int_of(vm: &mut Vm, value: Value, kind: u8) -> Res {
    if let Some(n) = int::of(vm, value) {
        return Ok(n);
    }
    let names = vm.heap.names;
    if matches!(kind, b'o' | b'x' | b'X') {
        if vm.is_index(value) {
            return vm.index(value);
        }
    } else if let Value::Float(_) = value {
        return int::from_value(vm, value);
    } else if vm.is_index(value) || vm.special(value, names.__int__).is_some() {
        let n = int::from_value(vm, value);
        if let Some(n) = vm.catch(n, Exc::TypeError)? {
            return Ok(n);
        }
    }
    let wanted = if matches!(kind, b'o' | b'x' | b'X') { "an integer" } else { "a real number" };
    let t = vm.type_name(value);
    Err(vm.type_error(format!("%{} format: {wanted} is required, not {t}", char::from(kind))))
}

fn integer(vm: &mut Vm, out: &mut Vec<u8>, value: Value, field: &Field, kind: u8) -> Res<()> {
    let n = int_of(vm, value, kind)?;
    let (text, prefix) = match kind {
        b'o' => (int::to_radix(&vm.heap, n, 8, ""), "0o"),
        b'x' => (int::to_radix(&vm.heap, n, 16, ""), "0x"),
        b'X' => (int::to_radix(&vm.heap, n, 16, "").to_ascii_uppercase(), "0X"),
        _ => (int::to_decimal(vm, n)?, ""),
    };
    let prefix = if field.conversion.alternate { prefix } else { "" };
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.as_str()),
    };
    let zeros = field.precision.unwrap_or(0).saturating_sub(digits.len());
    let digits = "0".repeat(zeros) + digits;
    place_number(out, negative, prefix, &digits, field);
    Ok(())
}

fn real(vm: &mut Vm, out: &mut Vec<u8>, value: Value, field: &Field, kind: u8, target: Target) -> Res<()> {
    let f = match target {
        Target::Str => float::argument(vm, value)?,
        Target::Bytes => match float::from_number(vm, value)? {
            Some(f) => f,
            None => {
                let t = vm.type_name(value);
                return Err(vm.type_error(format!("float argument required, not {t}")));
            }
        },
    };
    let style = match kind.to_ascii_lowercase() {
        b'e' => Style::Exponent,
        b'f' => Style::Fixed,
        _ => Style::General,
    };
    let options =
        Options { alternate: field.conversion.alternate, upper: kind.is_ascii_uppercase(), ..Options::default() };
    let text = to_text(f, style, field.precision.unwrap_or(6), options);
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.as_str()),
    };
    place_number(out, negative, "", digits, field);
    Ok(())
}

/// Writes a number: sign and prefix stand before zeros and behind blanks.
fn place_number(out: &mut Vec<u8>, negative: bool, prefix: &str, digits: &str, field: &Field) {
    let c = field.conversion;
    let sign = match (negative, c.plus, c.space) {
        (true, _, _) => "-",
        (_, true, _) => "+",
        (_, _, true) => " ",
        _ => "",
    };
    let width = sign.len() + prefix.len() + count_chars(digits.as_bytes());
    let zeros = if c.zero && !field.left { field.width.saturating_sub(width) } else { 0 };
    let text = format!("{sign}{prefix}{}{digits}", "0".repeat(zeros));
    place(out, text.as_bytes(), width + zeros, field);
}
