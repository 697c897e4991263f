//! Reading one conversion of a `%` template: `%[(key)][flags][width][.precision]type`.

use super::render::Target;
use crate::heap::text::CodePoints;
use crate::vm::{Res, Vm};

/// A width or precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// None.
    Absent,
    /// Written in the template.
    Given(usize),
    /// `*`: the next argument.
    Star,
}

/// One conversion.
#[derive(Debug)]
pub struct Conversion<'a> {
    /// `(key)`
    pub key: Option<&'a [u8]>,
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A space.
    pub space: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// The least width.
    pub width: Number,
    /// Behind the point.
    pub precision: Number,
    /// The type's code point (for bytes: the byte).
    pub kind: u32,
}

/// Reads a conversion behind its `%`.
pub fn parse<'a>(vm: &mut Vm, rest: &mut &'a [u8], mapping: bool, target: Target) -> Res<Conversion<'a>> {
    let mut c = Conversion {
        key: None,
        left: false,
        plus: false,
        space: false,
        alternate: false,
        zero: false,
        width: Number::Absent,
        precision: Number::Absent,
        kind: 0,
    };
    if let Some((b'(', behind)) = rest.split_first() {
        if !mapping {
            return Err(vm.type_error("format requires a mapping"));
        }
        let Some(end) = closing(behind) else {
            return Err(vm.value_error("incomplete format key"));
        };
        c.key = Some(&behind[..end]);
        *rest = &behind[end + 1..];
    }
    while let Some((&flag, behind)) = rest.split_first() {
        match flag {
            b'-' => c.left = true,
            b'+' => c.plus = true,
            b' ' => c.space = true,
            b'#' => c.alternate = true,
            b'0' => c.zero = true,
            _ => break,
        }
        *rest = behind;
    }
    c.width = number(vm, rest, "width too big", isize::MAX as usize)?;
    if let Some((b'.', behind)) = rest.split_first() {
        *rest = behind;
        c.precision = match number(vm, rest, "precision too big", i32::MAX as usize)? {
            Number::Absent => Number::Given(0),
            given => given,
        };
    }
    if let Some((b'h' | b'l' | b'L', behind)) = rest.split_first() {
        *rest = behind;
    }
    let kind = match target {
        Target::Bytes => rest.split_first().map(|(&b, behind)| (u32::from(b), behind)),
        Target::Str => {
            let mut points = CodePoints::of(rest);
            points.next().map(|c| (c, points.rest()))
        }
    };
    match kind {
        Some((kind, behind)) => {
            c.kind = kind;
            *rest = behind;
            Ok(c)
        }
        None => Err(vm.value_error("incomplete format")),
    }
}

/// Where the parenthesis that is open at the start closes.
fn closing(text: &[u8]) -> Option<usize> {
    let mut open = 1;
    text.iter().position(|b| {
        match b {
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        open == 0
    })
}

fn number(vm: &mut Vm, rest: &mut &[u8], too_big: &str, most: usize) -> Res<Number> {
    if let Some((b'*', behind)) = rest.split_first() {
        *rest = behind;
        return Ok(Number::Star);
    }
    let mut value = None;
    while let Some((&digit @ b'0'..=b'9', behind)) = rest.split_first() {
        let next = value.unwrap_or(0usize).checked_mul(10).and_then(|v| v.checked_add(usize::from(digit - b'0')));
        match next.filter(|&v| v <= most) {
            Some(v) => value = Some(v),
            None => return Err(vm.value_error(too_big)),
        }
        *rest = behind;
    }
    Ok(value.map_or(Number::Absent, Number::Given))
}
