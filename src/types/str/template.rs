//! `str.format` and `str.format_map`: fields, attributes, items, conversions, nested specifications.

use super::chars::decimal_value;
use super::this;
use crate::code::op::Conversion;
use crate::heap::text::{Builder, CodePoints, Str};
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Raised, Res, Vm};

/// How fields are numbered: known with the first numbered field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Unknown,
    /// `{}`; the number of the next field.
    Automatic(usize),
    /// `{0}`
    Manual,
}

/// What fields refer to.
struct Source {
    /// None for `format_map`.
    positional: Option<TupleKey>,
    named: Value,
    numbering: Numbering,
}

/// One `{…}`, as slices of the template (generalized UTF-8).
pub struct Field<'a> {
    /// What is formatted: `0.attribute[item]`.
    pub name: &'a [u8],
    /// What follows `!`.
    pub conversion: Option<u32>,
    /// What follows `:`.
    pub spec: &'a [u8],
    /// The specification has fields itself.
    nested: bool,
}

pub(super) fn format(vm: &mut Vm, args: Args) -> Res {
    let [s, positional, named] = args.take(vm);
    let text = this(vm, s)?;
    let positional = match positional {
        Value::Tuple(k) => Some(k),
        _ => None,
    };
    let template: Box<[u8]> = vm.heap.strs[text].as_bytes().into();
    let mut source = Source { positional, named, numbering: Numbering::Unknown };
    let out = build(vm, &template, &mut source, 2)?;
    Ok(vm.heap.new_text(out))
}

pub(super) fn format_map(vm: &mut Vm, args: Args) -> Res {
    let [s, mapping] = args.take(vm);
    let text = this(vm, s)?;
    let template: Box<[u8]> = vm.heap.strs[text].as_bytes().into();
    let mut source = Source { positional: None, named: mapping, numbering: Numbering::Unknown };
    let out = build(vm, &template, &mut source, 2)?;
    Ok(vm.heap.new_text(out))
}

/// Fills a template in; `depth` bounds specifications within specifications.
fn build(vm: &mut Vm, template: &[u8], source: &mut Source, depth: usize) -> Res<Str> {
    if depth == 0 {
        return Err(vm.value_error("Max string recursion exceeded"));
    }
    let mut out = Builder::with_capacity(template.len());
    let mut rest = template;
    while let Some((literal, field)) = next_part(vm, &mut rest)? {
        out.push_bytes(literal);
        if let Some(field) = field {
            let text = rendered(vm, &field, source, depth)?;
            let size = vm.heap.strs[text].size();
            vm.reserve(out.size().saturating_add(size))?;
            out.push_text(&vm.heap.strs[text]);
        }
    }
    Ok(out.finish())
}

/// Reads a template up to behind its next field or doubled brace: the text before, and the field. None at the end.
pub fn next_part<'a>(vm: &mut Vm, rest: &mut &'a [u8]) -> Res<Option<(&'a [u8], Option<Field<'a>>)>> {
    let text = *rest;
    let Some(at) = text.iter().position(|b| matches!(b, b'{' | b'}')) else {
        *rest = &[];
        return Ok((!text.is_empty()).then_some((text, None)));
    };
    let mark = text[at];
    *rest = &text[at + 1..];
    if rest.first() == Some(&mark) {
        *rest = &rest[1..];
        return Ok(Some((&text[..=at], None)));
    }
    if mark == b'}' || rest.is_empty() {
        return Err(vm.value_error(format!("Single '{}' encountered in format string", char::from(mark))));
    }
    let field = parse_field(vm, rest)?;
    Ok(Some((&text[..at], Some(field))))
}

/// Reads a field behind its `{`, to behind its `}`.
fn parse_field<'a>(vm: &mut Vm, rest: &mut &'a [u8]) -> Res<Field<'a>> {
    let text = *rest;
    let mut at = 0;
    let end = loop {
        match text.get(at) {
            None => return Err(vm.value_error("expected '}' before end of string")),
            Some(b'{') => return Err(vm.value_error("unexpected '{' in field name")),
            Some(b'[') => {
                while text.get(at).is_some_and(|&b| b != b']') {
                    at += 1;
                }
            }
            Some(&b @ (b'}' | b':' | b'!')) => break b,
            Some(_) => at += 1,
        }
        if text.get(at) == Some(&b']') {
            at += 1;
        }
    };
    let mut field = Field { name: &text[..at], conversion: None, spec: &[], nested: false };
    let mut text = &text[at + 1..];
    if end == b'}' {
        *rest = text;
        return Ok(field);
    }
    if end == b'!' {
        let mut points = CodePoints::of(text);
        field.conversion = points.next();
        if field.conversion.is_none() {
            return Err(vm.value_error("end of string while looking for conversion specifier"));
        }
        text = points.rest();
        match text.split_first() {
            Some((b'}', behind)) => {
                *rest = behind;
                return Ok(field);
            }
            Some((b':', behind)) => text = behind,
            Some(_) => return Err(vm.value_error("expected ':' after conversion specifier")),
            None => {}
        }
    }
    let mut open = 1;
    for (i, b) in text.iter().enumerate() {
        match b {
            b'{' => {
                field.nested = true;
                open += 1;
            }
            b'}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            field.spec = &text[..i];
            *rest = &text[i + 1..];
            return Ok(field);
        }
    }
    Err(vm.value_error("unmatched '{' in format spec"))
}

fn rendered(vm: &mut Vm, field: &Field, source: &mut Source, depth: usize) -> Res<StrKey> {
    let value = field_value(vm, field.name, source)?;
    let conversion = match field.conversion {
        None => Conversion::None,
        Some(0x72) => Conversion::Repr,
        Some(0x73) => Conversion::Str,
        Some(0x61) => Conversion::Ascii,
        Some(c) => {
            let shown = match char::from_u32(c) {
                Some(c @ '!'..='~') => String::from(c),
                _ => format!("\\x{c:x}"),
            };
            return Err(vm.value_error(format!("Unknown conversion specifier {shown}")));
        }
    };
    let mark = vm.pin(value);
    let spec = if field.nested { build(vm, field.spec, source, depth - 1) } else { Ok(Str::from_bytes(field.spec)) };
    let result = match spec {
        Ok(spec) => {
            let spec = vm.heap.new_text(spec);
            vm.format(value, conversion, spec)
        }
        Err(e) => Err(e),
    };
    vm.unpin_to(mark);
    let result = result?;
    match vm.payload(result) {
        Value::Str(k) => Ok(k),
        _ => Err(vm.type_error("__format__ must return a str")),
    }
}

/// A name that is a number; `ValueError` if it is beyond all bounds.
pub fn integer(vm: &mut Vm, name: &[u8]) -> Res<Option<usize>> {
    let mut value: Option<usize> = None;
    for c in CodePoints::of(name) {
        let Some(digit) = decimal_value(c) else { return Ok(None) };
        let next = value.unwrap_or(0).checked_mul(10).and_then(|v| v.checked_add(digit as usize));
        match next.filter(|&v| v <= isize::MAX as usize) {
            Some(v) => value = Some(v),
            None => return Err(vm.value_error("Too many decimal digits in format string")),
        }
    }
    Ok(value)
}

#[cold]
fn switched(vm: &mut Vm, from: &str, to: &str) -> Raised {
    vm.value_error(format!("cannot switch from {from} to {to}"))
}

/// The argument a field name starts with.
fn argument(vm: &mut Vm, first: &[u8], source: &mut Source) -> Res {
    const MANUAL: &str = "manual field specification";
    const AUTOMATIC: &str = "automatic field numbering";
    let mut index = integer(vm, first)?;
    if first.is_empty() || index.is_some() {
        match (source.numbering, first.is_empty()) {
            (Numbering::Manual, true) => return Err(switched(vm, MANUAL, AUTOMATIC)),
            (Numbering::Automatic(_), false) => return Err(switched(vm, AUTOMATIC, MANUAL)),
            (_, false) => source.numbering = Numbering::Manual,
            (numbering, true) => {
                let next = if let Numbering::Automatic(n) = numbering { n } else { 0 };
                source.numbering = Numbering::Automatic(next + 1);
                index = Some(next);
            }
        }
    }
    match (index, source.positional) {
        (Some(_), None) => Err(vm.value_error("Format string contains positional fields")),
        (Some(i), Some(t)) => match vm.heap.tuples[t].get(i) {
            Some(&v) => Ok(v),
            None => Err(vm.index_error(format!("Replacement index {i} out of range for positional args tuple"))),
        },
        (None, _) => {
            let key = vm.heap.new_text(Str::from_bytes(first));
            if source.named.is_undef() {
                return Err(vm.key_error(key));
            }
            vm.get_item(source.named, key)
        }
    }
}

/// A field name's first part, and the rest.
pub fn split_name(name: &[u8]) -> (&[u8], &[u8]) {
    name.split_at(name.iter().position(|b| matches!(b, b'.' | b'[')).unwrap_or(name.len()))
}

/// Reads the next `.attribute` or `[item]` of a field name: whether it is an attribute, and its text. None at the end.
pub fn next_accessor<'a>(vm: &mut Vm, rest: &mut &'a [u8]) -> Res<Option<(bool, &'a [u8])>> {
    let Some((mark, behind)) = rest.split_first() else { return Ok(None) };
    let part;
    match mark {
        b'.' => (part, *rest) = split_name(behind),
        b'[' => {
            let Some(end) = behind.iter().position(|&b| b == b']') else {
                return Err(vm.value_error("Missing ']' in format string"));
            };
            part = &behind[..end];
            *rest = &behind[end + 1..];
        }
        _ => return Err(vm.value_error("Only '.' or '[' may follow ']' in format field specifier")),
    }
    if part.is_empty() {
        return Err(vm.value_error("Empty attribute in format string"));
    }
    Ok(Some((*mark == b'.', part)))
}

/// The value of a field name: `0.attribute[item]`.
fn field_value(vm: &mut Vm, name: &[u8], source: &mut Source) -> Res {
    let (first, mut rest) = split_name(name);
    let mut value = argument(vm, first, source)?;
    while let Some((is_attribute, part)) = next_accessor(vm, &mut rest)? {
        let pinned = vm.pin(value);
        let next = part_of(vm, value, is_attribute, part);
        vm.unpin_to(pinned);
        value = next?;
    }
    Ok(value)
}

fn part_of(vm: &mut Vm, value: Value, attribute: bool, part: &[u8]) -> Res {
    if !attribute && let Some(i) = integer(vm, part)? {
        return vm.get_item(value, Value::Int(i as i64));
    }
    let key = vm.heap.new_text(Str::from_bytes(part));
    match key {
        Value::Str(k) if attribute => {
            let name = vm.heap.intern_key(k);
            vm.getattr(value, name)
        }
        _ => vm.get_item(value, key),
    }
}
