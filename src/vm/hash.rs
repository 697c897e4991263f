//! Hashing: `hash(v)`, and the numeric hash that makes equal numbers of different types hash alike.

use super::{Res, Vm};
use crate::heap::Heap;
use crate::heap::text::hash_bytes;
use crate::object::identity::identity_hash;
use crate::value::*;
use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

/// Numbers hash modulo this Mersenne prime (`sys.hash_info.modulus`).
pub const MODULUS: u64 = (1 << 61) - 1;

/// The hash of an int of at most 64 bits.
#[inline]
pub fn hash_int(i: i64) -> i64 {
    let m = (i.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if i < 0 { -m } else { m })
}

/// The hash of an int beyond 64 bits.
pub fn hash_bigint(n: &BigInt) -> i64 {
    let m = (n.magnitude() % MODULUS).to_i64().unwrap_or(0);
    not_minus_one(if n.sign() == Sign::Minus { -m } else { m })
}

/// The hash of a float: that of the equal int or fraction; of a NaN, by its identity.
pub fn hash_float(f: f64) -> i64 {
    if f.is_infinite() {
        return if f > 0.0 { 314_159 } else { -314_159 };
    }
    if f.is_nan() {
        return identity_hash(Value::Float(f));
    }
    if f.trunc() == f && f.abs() < 9e18 {
        return hash_int(f as i64);
    }
    // f = mantissa * 2**exponent, reduced modulo 2**61 - 1, where multiplying by 2**61 changes nothing.
    let bits = f.abs().to_bits();
    let exponent = (bits >> 52) as i64;
    let (mantissa, exponent) = match exponent {
        0 => (bits, -1074),
        e => (bits & ((1 << 52) - 1) | 1 << 52, e - 1075),
    };
    let shift = exponent.rem_euclid(61) as u32;
    let m = (u128::from(mantissa) << shift) % u128::from(MODULUS);
    not_minus_one(if f < 0.0 { -(m as i64) } else { m as i64 })
}

/// The hash of a complex number.
pub fn hash_complex(re: f64, im: f64) -> i64 {
    not_minus_one(hash_float(re).wrapping_add(hash_float(im).wrapping_mul(1_000_003)))
}

/// -1 is not a hash.
#[inline]
pub fn not_minus_one(h: i64) -> i64 {
    if h == -1 { -2 } else { h }
}

/// The hash of what hashes without running any code; None for everything else.
#[inline]
pub fn exact_hash(heap: &Heap, v: Value) -> Option<i64> {
    Some(match v {
        Value::Str(k) => not_minus_one(heap.strs[k].hash() as i64),
        Value::Bytes(k) => not_minus_one(hash_bytes(&heap.bytes[k]) as i64),
        Value::Int(i) => hash_int(i),
        Value::Bool(b) => i64::from(b),
        Value::Float(f) => hash_float(f),
        Value::BigInt(k) => hash_bigint(&heap.bigints[k]),
        Value::Complex(k) => hash_complex(heap.complexes[k].0, heap.complexes[k].1),
        Value::None | Value::Ellipsis | Value::NotImplemented => identity_hash(v),
        Value::Function(_) | Value::Native(_) | Value::Module(_) | Value::Generator(_) => identity_hash(v),
        Value::Class(k) if heap.classes[k].metaclass == heap.types.r#type => identity_hash(v),
        Value::FrozenSet(k) => heap.sets[k].hash.unwrap_or_else(|| hash_frozenset(heap, k)),
        _ => return None,
    })
}

/// CPython's hash of a frozenset: independent of the order, made of the elements' hashes.
fn hash_frozenset(heap: &Heap, k: SetKey) -> i64 {
    let mut hash = 0u64;
    for e in heap.sets[k].table.iter() {
        hash ^= ((e.hash ^ 89_869_747) ^ (e.hash << 16)).wrapping_mul(3_644_798_167);
    }
    hash ^= (heap.sets[k].table.len() as u64 + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash.wrapping_mul(69069).wrapping_add(907_133_923);
    if hash == u64::MAX { 590_923_713 } else { hash as i64 }
}

/// CPython's combination of the hashes of a tuple's elements (xxHash with fixed seeds).
#[derive(Clone, Copy)]
pub struct TupleHash(u64);

impl TupleHash {
    const P1: u64 = 11_400_714_785_074_694_791;
    const P2: u64 = 14_029_467_366_897_019_727;
    const P5: u64 = 2_870_177_450_012_600_261;

    /// The start.
    pub fn start() -> TupleHash {
        TupleHash(Self::P5)
    }

    /// Takes in the hash of the next element.
    pub fn add(&mut self, hash: i64) {
        let lane = self.0.wrapping_add((hash as u64).wrapping_mul(Self::P2));
        self.0 = lane.rotate_left(31).wrapping_mul(Self::P1);
    }

    /// The hash without the number of elements, as slices have it.
    pub fn finish_unsized(self) -> i64 {
        if self.0 == u64::MAX { 1_546_275_796 } else { self.0 as i64 }
    }

    /// The hash of a tuple of `len` elements.
    pub fn finish(self, len: usize) -> i64 {
        match self.0.wrapping_add(len as u64 ^ (Self::P5 ^ 3_527_539)) {
            u64::MAX => 1_546_275_796,
            h => h as i64,
        }
    }
}

/// The hash of a str or int as tables use it.
#[inline]
pub fn plain_hash(heap: &Heap, key: Value) -> Option<u64> {
    match key {
        Value::Str(k) => Some(heap.strs[k].hash()),
        Value::Int(i) => Some(hash_int(i) as u64),
        _ => None,
    }
}

impl Vm {
    /// `hash(v)`; never -1. `TypeError` "unhashable type: 'list'".
    #[inline]
    pub fn hash(&mut self, v: Value) -> Res<i64> {
        match exact_hash(&self.heap, v) {
            Some(h) => Ok(h),
            None => self.hash_object(v),
        }
    }

    #[inline(never)]
    fn hash_object(&mut self, v: Value) -> Res<i64> {
        if let Value::Tuple(k) = v {
            return self.hash_tuple(k);
        }
        let name = self.heap.names.__hash__;
        let method = match self.special(v, name) {
            Some(m) if !m.is_none() => m,
            _ => {
                let t = self.type_name(v);
                return Err(self.type_error(format!("unhashable type: '{t}'")));
            }
        };
        if let Value::Native(k) = method
            && self.heap.natives[k].owner == Some(self.heap.types.object)
        {
            return Ok(identity_hash(v));
        }
        let answer = self.call_found(method, v, &[])?;
        match self.payload(answer) {
            Value::Int(i) => Ok(not_minus_one(i)),
            Value::Bool(b) => Ok(i64::from(b)),
            Value::BigInt(k) => Ok(hash_bigint(&self.heap.bigints[k])),
            _ => Err(self.type_error("__hash__ method should return an integer")),
        }
    }

    /// The hash of a tuple's elements in order; nesting too deep for the Rust stack is a `RecursionError`.
    pub fn hash_tuple(&mut self, k: TupleKey) -> Res<i64> {
        self.nest("")?;
        let result = self.combine_hashes(k);
        self.unnest();
        result
    }

    fn combine_hashes(&mut self, k: TupleKey) -> Res<i64> {
        let len = self.heap.tuples[k].len();
        self.walk(len)?;
        let mut hash = TupleHash::start();
        for i in 0..len {
            let item = self.heap.tuples[k][i];
            hash.add(self.hash(item)?);
        }
        Ok(hash.finish(len))
    }

    /// The hash under which a key lies in a table.
    #[inline]
    pub fn key_hash(&mut self, key: Value) -> Res<u64> {
        match plain_hash(&self.heap, key) {
            Some(hash) => Ok(hash),
            None => self.hash(key).map(|h| h as u64),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_hash_alike() {
        assert_eq!(hash_int(-1), -2);
        assert_eq!(hash_int(i64::MAX), hash_float(i64::MAX as f64) - 1);
        assert_eq!(hash_float(0.5), 1_152_921_504_606_846_976);
        assert_eq!(hash_float(1e300), hash_bigint(&num_traits::FromPrimitive::from_f64(1e300).unwrap_or_default()));
        assert_eq!(hash_float(-2.5), -1_152_921_504_606_846_978);
        let mut t = TupleHash::start();
        t.add(1);
        t.add(2);
        assert_eq!(t.finish(2), -3_550_055_125_485_641_917);
    }
}
