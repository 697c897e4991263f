//! C's scalar types as bytes: what `struct`, `array` and `memoryview` have for items.

use crate::value::Value;
use crate::vm::{Res, Vm};
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// A scalar type, by what Python values it stands for, and its size in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// One byte, as bytes.
    Char,
    /// A bool.
    Bool,
    /// An int that may be negative.
    Signed(u8),
    /// An int that may not.
    Unsigned(u8),
    /// A pointer, as an int.
    Pointer,
    /// A float.
    Float(u8),
}

impl Scalar {
    /// The type of a format character with the machine's own sizes: those of a 64-bit Unix, on which Python is at
    /// home.
    pub fn native(code: u8) -> Option<Scalar> {
        Some(match code {
            b'l' | b'n' => Scalar::Signed(8),
            b'L' | b'N' => Scalar::Unsigned(8),
            b'P' => Scalar::Pointer,
            _ => return Scalar::standard(code),
        })
    }

    /// The type of a format character with the sizes that are the same everywhere.
    pub fn standard(code: u8) -> Option<Scalar> {
        Some(match code {
            b'c' => Scalar::Char,
            b'?' => Scalar::Bool,
            b'b' => Scalar::Signed(1),
            b'B' => Scalar::Unsigned(1),
            b'h' => Scalar::Signed(2),
            b'H' => Scalar::Unsigned(2),
            b'i' | b'l' => Scalar::Signed(4),
            b'I' | b'L' => Scalar::Unsigned(4),
            b'q' => Scalar::Signed(8),
            b'Q' => Scalar::Unsigned(8),
            b'e' => Scalar::Float(2),
            b'f' => Scalar::Float(4),
            b'd' => Scalar::Float(8),
            _ => return None,
        })
    }

    /// How many bytes it takes.
    pub fn size(self) -> usize {
        match self {
            Scalar::Char | Scalar::Bool => 1,
            Scalar::Pointer => 8,
            Scalar::Signed(n) | Scalar::Unsigned(n) | Scalar::Float(n) => usize::from(n),
        }
    }

    /// The least and the greatest int it holds.
    pub fn range(self) -> (i128, i128) {
        let bits = self.size() * 8;
        match self {
            Scalar::Signed(_) => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
            _ => (0, (1 << bits) - 1),
        }
    }

    /// The Python value of as many bytes as it takes.
    pub fn read(self, vm: &mut Vm, bytes: &[u8], little: bool) -> Value {
        let raw = raw_bits(bytes, little);
        match self {
            Scalar::Char => vm.heap.new_bytes(bytes),
            Scalar::Bool => Value::Bool(raw != 0),
            Scalar::Signed(n) => {
                let unused = 64 - 8 * u32::from(n);
                Value::Int((raw as i64) << unused >> unused)
            }
            Scalar::Unsigned(_) | Scalar::Pointer => vm.heap.int_from(raw),
            Scalar::Float(n) => Value::Float(match n {
                2 => from_half(raw as u16),
                4 => f64::from(f32::from_bits(raw as u32)),
                _ => f64::from_bits(raw),
            }),
        }
    }
}

/// Up to eight bytes as a number.
fn raw_bits(bytes: &[u8], little: bool) -> u64 {
    let join = |n: u64, &b: &u8| n << 8 | u64::from(b);
    if little { bytes.iter().rev().fold(0, join) } else { bytes.iter().fold(0, join) }
}

/// The low bytes of a number in one order or the other.
pub fn put_bits(out: &mut [u8], raw: u64, little: bool) {
    let size = out.len();
    for (i, b) in raw.to_le_bytes().into_iter().take(size).enumerate() {
        out[if little { i } else { size - 1 - i }] = b;
    }
}

/// An int as the bits of a scalar; None if it is out of its range.
pub fn int_bits(scalar: Scalar, n: &BigInt) -> Option<u64> {
    let n = n.to_i128()?;
    let (least, greatest) = scalar.range();
    (least..=greatest).contains(&n).then_some(n as u64)
}

/// A float as the bits of a float of `size` bytes, or "float too large to pack with e format". As in C a float that is
/// too large for four bytes becomes an infinity.
pub fn float_bits(vm: &mut Vm, x: f64, size: u8) -> Res<u64> {
    match size {
        2 => match to_half(x) {
            Some(bits) => Ok(u64::from(bits)),
            None => Err(vm.overflow_error("float too large to pack with e format")),
        },
        4 => Ok(u64::from((x as f32).to_bits())),
        // What tells one NaN from another (`Heap::new_nan`) stays inside.
        _ if x.is_nan() => Ok(f64::NAN.copysign(x).to_bits()),
        _ => Ok(x.to_bits()),
    }
}

const HALF_INFINITY: u16 = 0x7c00;

/// An IEEE 754 binary16 float, rounded half to even.
fn to_half(x: f64) -> Option<u16> {
    let sign = if x.is_sign_negative() { 0x8000 } else { 0 };
    let size = x.abs();
    let bits = if x.is_nan() {
        HALF_INFINITY | 0x200
    } else if x.is_infinite() {
        HALF_INFINITY
    } else if size < 2f64.powi(-14) {
        // Subnormal, in units of the smallest; rounding up to a normal number gives the right bits.
        (size * 2f64.powi(24)).round_ties_even() as u16
    } else {
        let exponent = libm::ilogb(size);
        if exponent > 15 {
            return None;
        }
        let mantissa = (size * 2f64.powi(10 - exponent)).round_ties_even() as u16 - 0x400;
        let bits = (((exponent + 15) as u16) << 10) + mantissa;
        if bits >= HALF_INFINITY {
            return None;
        }
        bits
    };
    Some(sign | bits)
}

fn from_half(bits: u16) -> f64 {
    let sign = if bits & 0x8000 != 0 { -1.0 } else { 1.0 };
    let (exponent, mantissa) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let size = match exponent {
        0 => mantissa * 2f64.powi(-24),
        0x1f if mantissa == 0.0 => f64::INFINITY,
        0x1f => f64::NAN,
        _ => (1024.0 + mantissa) * 2f64.powi(exponent - 25),
    };
    size.copysign(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_half_survives() {
        for bits in 0..=u16::MAX {
            let x = from_half(bits);
            assert!(x.is_nan() || to_half(x) == Some(bits), "{bits:x}");
        }
        assert_eq!(to_half(65519.0), Some(0x7bff));
        assert_eq!(to_half(65520.0), None);
        assert_eq!(to_half(2f64.powi(-25)), Some(0));
        assert_eq!(to_half(2f64.powi(-25) * 1.0001), Some(1));
    }
}
