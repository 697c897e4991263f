//! The constants and names of one code unit, each kept once.

use super::names::Sym;
use crate::code::unit::Const;
use num_bigint::BigInt;
use std::collections::HashMap;

/// What makes two constants the same one: type and value, so that `1`, `1.0` and `True`, or `0.0` and
/// `-0.0`, stay apart.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    BigInt(BigInt),
    Float(u64),
    Complex(u64, u64),
    Str(Box<str>),
    WideStr(Box<[u32]>),
    Bytes(Box<[u8]>),
    Tuple(Vec<Key>),
    FrozenSet(Vec<Key>),
}

fn key(value: &Const) -> Option<Key> {
    let all = |items: &[Const]| items.iter().map(key).collect::<Option<Vec<_>>>();
    Some(match value {
        Const::None => Key::None,
        Const::Ellipsis => Key::Ellipsis,
        Const::Bool(value) => Key::Bool(*value),
        Const::Int(value) => Key::Int(*value),
        Const::BigInt(value) => Key::BigInt(value.clone()),
        Const::Float(value) => Key::Float(value.to_bits()),
        Const::Complex(re, im) => Key::Complex(re.to_bits(), im.to_bits()),
        Const::Str(text) => Key::Str(text.clone()),
        Const::WideStr(text) => Key::WideStr(text.clone()),
        Const::Bytes(bytes) => Key::Bytes(bytes.clone()),
        Const::Tuple(items) => Key::Tuple(all(items)?),
        Const::FrozenSet(items) => Key::FrozenSet(all(items)?),
        Const::Code(_) => return None,
    })
}

/// The constants and names that a unit has used so far.
#[derive(Default)]
pub(super) struct Pool {
    pub(super) consts: Vec<Const>,
    pub(super) names: Vec<Box<str>>,
    pub(super) sites: Vec<u32>,
    known_consts: HashMap<Key, u32>,
    known_names: HashMap<Sym, u32>,
}

impl Pool {
    /// The index of a constant.
    pub(super) fn constant(&mut self, value: Const) -> u32 {
        let next = self.consts.len() as u32;
        if let Some(key) = key(&value) {
            let known = *self.known_consts.entry(key).or_insert(next);
            if known != next {
                return known;
            }
        }
        self.consts.push(value);
        next
    }

    /// The index of a name.
    pub(super) fn name(&mut self, name: Sym, text: &str) -> u32 {
        let next = self.names.len() as u32;
        let index = *self.known_names.entry(name).or_insert(next);
        if index == next {
            self.names.push(text.into());
        }
        index
    }

    /// A new inline cache site for a name.
    pub(super) fn site(&mut self, name: Sym, text: &str) -> u32 {
        let name = self.name(name, text);
        self.sites.push(name);
        self.sites.len() as u32 - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_shared_by_type_and_value() {
        let mut pool = Pool::default();
        let different = [
            Const::Int(1),
            Const::Float(1.0),
            Const::Bool(true),
            Const::Float(0.0),
            Const::Float(-0.0),
            Const::Str("1".into()),
            Const::Bytes(b"1"[..].into()),
            Const::Tuple(Box::new([Const::Int(1)])),
            Const::Tuple(Box::new([Const::Float(1.0)])),
            Const::FrozenSet(Box::new([Const::Int(1)])),
        ];
        let first: Vec<u32> = different.iter().cloned().map(|c| pool.constant(c)).collect();
        let again: Vec<u32> = different.iter().cloned().map(|c| pool.constant(c)).collect();
        assert_eq!(first, again);
        assert_eq!(pool.consts.len(), different.len());
    }
}
