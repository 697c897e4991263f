//! What an array holds: type codes, and items to and from bytes.

use super::{Array, state};
use crate::heap::types::Exc;
use crate::types::scalar::{Scalar, float_bits, put_bits};
use crate::types::{float, int};
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

const LITTLE: bool = cfg!(target_endian = "little");

/// A type code: one of "bBuwhHiIlLqQfd".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypeCode(u8);

impl TypeCode {
    /// The code of a character.
    pub fn of(character: u32) -> Option<TypeCode> {
        let code = u8::try_from(character).ok()?;
        b"bBuwhHiIlLqQfd".contains(&code).then_some(TypeCode(code))
    }

    /// Its character.
    pub fn character(self) -> char {
        char::from(self.0)
    }

    /// Items are characters.
    pub fn is_text(self) -> bool {
        matches!(self.0, b'u' | b'w')
    }

    /// How views call it.
    pub fn format(self) -> u8 {
        if self.is_text() { b'w' } else { self.0 }
    }

    /// The type of items that are numbers.
    pub fn scalar(self) -> Option<Scalar> {
        if self.is_text() { None } else { Scalar::native(self.0) }
    }

    /// How many bytes an item takes.
    pub fn size(self) -> usize {
        self.scalar().map_or(4, Scalar::size)
    }
}

/// The item at a place.
pub fn read(vm: &mut Vm, k: ObjectKey, i: usize) -> Res {
    let Array { code, bytes } = state(vm, k);
    let code = *code;
    let size = code.size();
    let mut item = [0; 8];
    item[..size].copy_from_slice(&bytes[i * size..][..size]);
    match code.scalar() {
        Some(scalar) => Ok(scalar.read(vm, &item[..size], LITTLE)),
        None => {
            let point = u32::from_ne_bytes([item[0], item[1], item[2], item[3]]);
            character(vm, point).map(|c| vm.heap.new_char(c))
        }
    }
}

/// A code point that was stored as a number.
pub fn character(vm: &mut Vm, point: u32) -> Res<u32> {
    if point > 0x10ffff {
        return Err(vm.value_error(format!("character U+{point:x} is not in range [U+0000; U+10ffff]")));
    }
    Ok(point)
}

/// The bytes of a value as an item.
pub fn to_bytes(vm: &mut Vm, code: TypeCode, v: Value) -> Res<Vec<u8>> {
    let bits = match code.scalar() {
        None => match vm.payload(v) {
            Value::Str(k) if vm.heap.strs[k].len() == 1 => u64::from(vm.heap.strs[k].code_point_at(0).unwrap_or(0)),
            _ => return Err(vm.type_error("array item must be unicode character")),
        },
        Some(Scalar::Float(size)) => {
            let x = float::argument(vm, v)?;
            float_bits(vm, x, size)?
        }
        Some(_) => int_bits(vm, code, v)?,
    };
    let mut out = vec![0; code.size()];
    put_bits(&mut out, bits, LITTLE);
    Ok(out)
}

fn int_bits(vm: &mut Vm, code: TypeCode, v: Value) -> Res<u64> {
    let n = vm.index(v)?;
    let overflow = |vm: &mut Vm, message: &str| Err(vm.error(Exc::OverflowError, message));
    match code.0 {
        b'L' | b'Q' | b'I' => {
            if int::is_negative(&vm.heap, n) {
                let kind = if code.0 == b'Q' { "int to unsigned" } else { "value to unsigned int" };
                return overflow(vm, &format!("can't convert negative {kind}"));
            }
            let bits = num_traits::ToPrimitive::to_u64(int::to_bigint(&vm.heap, n).as_ref());
            match bits {
                None if code.0 == b'Q' => overflow(vm, "int too big to convert"),
                None => overflow(vm, "Python int too large to convert to C unsigned long"),
                Some(bits) if code.0 == b'I' && bits > u64::from(u32::MAX) => {
                    overflow(vm, "unsigned int is greater than maximum")
                }
                Some(bits) => Ok(bits),
            }
        }
        _ => {
            let Value::Int(i) = n else {
                let target =
                    if code.0 == b'q' { "int too big to convert" } else { "Python int too large to convert to C long" };
                return overflow(vm, target);
            };
            for &(name, least, most) in steps(code) {
                if i < least || i > most {
                    return Err(out_of_range(vm, name, i < least));
                }
            }
            Ok(i as u64)
        }
    }
}

/// The types through which C narrows an int, each with its range.
fn steps(code: TypeCode) -> &'static [(&'static str, i64, i64)] {
    const SHORT: (&str, i64, i64) = ("signed short integer", -0x8000, 0x7fff);
    const INT: (&str, i64, i64) = ("signed integer", -0x8000_0000, 0x7fff_ffff);
    match code.0 {
        b'b' => &[SHORT, ("signed char", -0x80, 0x7f)],
        b'B' => &[("unsigned byte integer", 0, 0xff)],
        b'h' => &[SHORT],
        b'H' => &[INT, ("unsigned short", 0, 0xffff)],
        b'i' => &[INT],
        _ => &[],
    }
}

#[cold]
fn out_of_range(vm: &mut Vm, name: &str, below: bool) -> Raised {
    let (than, bound) = if below { ("less", "minimum") } else { ("greater", "maximum") };
    vm.overflow_error(format!("{name} is {than} than {bound}"))
}
