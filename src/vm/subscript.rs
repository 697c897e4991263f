//! Subscription and sizes: `o[k]`, `o[k] = v`, `del o[k]`, `len(o)`, `x in o`, `bool(o)`.

use super::compare::exact_eq;
use super::hash::plain_hash;
use super::table::Table;
use super::{Raised, Res, Vm};
use crate::heap::Heap;
use crate::heap::types::Exc;
use crate::types::str::operators::sliced;
use crate::types::{generic_alias, list, tuple};
use crate::value::*;

impl Heap {
    /// The length of an exact built-in container.
    #[inline]
    pub fn builtin_len(&self, o: Value) -> Option<usize> {
        Some(match o {
            Value::List(k) => self.lists[k].len(),
            Value::Tuple(k) => self.tuples[k].len(),
            Value::Dict(k) => self.dicts[k].len(),
            Value::Set(k) | Value::FrozenSet(k) => self.sets[k].table.len(),
            Value::Str(k) => self.strs[k].len(),
            Value::Bytes(k) => self.bytes[k].len(),
            Value::ByteArray(k) => self.bytearrays[k].len(),
            _ => return None,
        })
    }
}

/// `o[k]` where it is there and no Python code is asked for it: an element of a tuple, a value of a dict under a str or
/// int.
#[inline(never)]
pub fn quick_item(heap: &Heap, o: Value, k: Value) -> Option<Value> {
    match (o, k) {
        (Value::Tuple(t), Value::Int(i)) => element(&heap.tuples[t], i),
        (Value::Dict(d), Value::Str(_) | Value::Int(_)) => {
            let table = &heap.dicts[d];
            table
                .find(plain_hash(heap, k)?, |other| exact_eq(heap, other, k) == Some(true))
                .map(|at| table.value_at(at))
        }
        _ => None,
    }
}

/// `d[k] = v` for a dict that has this str or int as a key; false if it hasn't, or Python code must tell.
#[inline(never)]
pub fn quick_set_item(heap: &mut Heap, o: Value, k: Value, v: Value) -> bool {
    let Value::Dict(d) = o else { return false };
    let Some(hash) = plain_hash(heap, k) else { return false };
    match heap.dicts[d].find(hash, |other| exact_eq(heap, other, k) == Some(true)) {
        Some(at) => {
            heap.dicts[d].set_value_at(at, v);
            true
        }
        None => false,
    }
}

impl Vm {
    /// `o[k]`; classes answer through `__class_getitem__`.
    pub fn get_item(&mut self, o: Value, k: Value) -> Res {
        match (o, k) {
            (Value::List(l), Value::Int(i)) => match element(&self.heap.lists[l], i) {
                Some(v) => Ok(v),
                None => Err(self.index_error("list index out of range")),
            },
            (Value::Tuple(t), Value::Int(i)) => match element(&self.heap.tuples[t], i) {
                Some(v) => Ok(v),
                None => Err(self.index_error("tuple index out of range")),
            },
            (Value::Dict(d), _) => match self.dict_get(d, k)? {
                Some(v) => Ok(v),
                None => Err(self.key_error(k)),
            },
            (Value::Str(s), Value::Int(i)) => {
                let s = &self.heap.strs[s];
                let at = if i < 0 { i.checked_add_unsigned(s.len() as u64) } else { Some(i) };
                match at.and_then(|i| usize::try_from(i).ok()).and_then(|i| s.code_point_at(i)) {
                    Some(c) => Ok(self.heap.new_char(c)),
                    None => Err(self.index_error("string index out of range")),
                }
            }
            (Value::List(l), _) => list::get(self, l, k),
            (Value::Tuple(t), _) => tuple::get(self, t, k),
            (Value::Str(s), Value::Slice(slice)) => sliced(self, o, s, slice),
            _ => self.get_item_object(o, k),
        }
    }

    #[inline(never)]
    fn get_item_object(&mut self, o: Value, k: Value) -> Res {
        let names = self.heap.names;
        if let Some(method) = self.special(o, names.__getitem__) {
            return self.call_found(method, o, &[k]);
        }
        if let Value::Class(c) = o {
            if c == self.heap.types.r#type {
                return generic_alias::make(self, o, k);
            }
            if let Some(f) = self.getattr_opt(o, names.__class_getitem__)?
                && !f.is_none()
            {
                return self.call(f, &[k]);
            }
            let n = self.qualified_type_name(c);
            return Err(self.type_error(format!("type '{n}' is not subscriptable")));
        }
        let t = self.type_name(o);
        Err(self.type_error(format!("'{t}' object is not subscriptable")))
    }

    /// `o[k] = v`
    pub fn set_item(&mut self, o: Value, k: Value, v: Value) -> Res<()> {
        match (o, k) {
            (Value::List(l), Value::Int(i)) => {
                let items = &mut self.heap.lists[l];
                match position(items.len(), i) {
                    Some(i) => {
                        items[i] = v;
                        Ok(())
                    }
                    None => Err(self.index_error("list assignment index out of range")),
                }
            }
            (Value::Dict(d), _) => self.dict_set(d, k, v),
            (Value::List(l), _) => list::set(self, l, k, v),
            _ => {
                let (set, delete) = (self.heap.names.__setitem__, self.heap.names.__delitem__);
                match self.special(o, set) {
                    Some(method) => self.call_found(method, o, &[k, v]).map(drop),
                    None if self.special(o, delete).is_some() => Err(self.error(Exc::AttributeError, "__setitem__")),
                    None => {
                        let t = self.type_name(o);
                        Err(self.type_error(format!("'{t}' object does not support item assignment")))
                    }
                }
            }
        }
    }

    /// `del o[k]`
    pub fn del_item(&mut self, o: Value, k: Value) -> Res<()> {
        match o {
            Value::Dict(d) => match self.dict_remove(d, k)? {
                Some(_) => Ok(()),
                None => Err(self.key_error(k)),
            },
            Value::List(l) => list::delete(self, l, k),
            _ => {
                let (set, delete) = (self.heap.names.__setitem__, self.heap.names.__delitem__);
                match self.special(o, delete) {
                    Some(method) => self.call_found(method, o, &[k]).map(drop),
                    None if self.special(o, set).is_some() => Err(self.error(Exc::AttributeError, "__delitem__")),
                    None => {
                        let t = self.type_name(o);
                        let verb = match o {
                            Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::Range(_) => "doesn't",
                            Value::Set(_) | Value::FrozenSet(_) | Value::Instance(_) => "doesn't",
                            _ => "does not",
                        };
                        Err(self.type_error(format!("'{t}' object {verb} support item deletion")))
                    }
                }
            }
        }
    }

    /// The length of an exact built-in container.
    #[inline]
    pub fn builtin_len(&self, o: Value) -> Option<usize> {
        self.heap.builtin_len(o)
    }

    /// `len(o)`; `TypeError` "object of type 'x' has no len()".
    pub fn len(&mut self, o: Value) -> Res<usize> {
        if let Some(n) = self.builtin_len(o) {
            return Ok(n);
        }
        let name = self.heap.names.__len__;
        let Some(method) = self.special(o, name) else {
            let t = self.type_name(o);
            return Err(self.type_error(format!("object of type '{t}' has no len()")));
        };
        self.len_of_method(method, o)
    }

    fn len_of_method(&mut self, method: Value, o: Value) -> Res<usize> {
        if let Value::Native(_) = method
            && let Some(n) = self.builtin_len(self.payload(o))
        {
            return Ok(n);
        }
        let answer = self.call_found(method, o, &[])?;
        match self.index(answer)? {
            Value::Int(n) if n >= 0 => Ok(n as usize),
            Value::BigInt(k) if self.heap.bigints[k].sign() == num_bigint::Sign::Plus => {
                Err(self.overflow_error("cannot fit 'int' into an index-sized integer"))
            }
            _ => Err(self.value_error("__len__() should return >= 0")),
        }
    }

    /// `bool(v)`: `__bool__`, `__len__`, or true.
    #[inline]
    pub fn truth(&mut self, v: Value) -> Res<bool> {
        match v {
            Value::Bool(b) => Ok(b),
            Value::None | Value::Undef => Ok(false),
            Value::Int(i) => Ok(i != 0),
            _ => self.truth_object(v),
        }
    }

    #[inline(never)]
    fn truth_object(&mut self, v: Value) -> Res<bool> {
        if let Some(n) = self.builtin_len(v) {
            return Ok(n != 0);
        }
        match v {
            Value::Float(f) => return Ok(f != 0.0),
            Value::BigInt(_) | Value::Function(_) | Value::Module(_) | Value::Native(_) | Value::Method(_) => {
                return Ok(true);
            }
            _ => {}
        }
        let names = self.heap.names;
        if let Some(method) = self.special(v, names.__bool__) {
            return match self.call_found(method, v, &[])? {
                Value::Bool(b) => Ok(b),
                other => {
                    let t = self.type_name(other);
                    Err(self.type_error(format!("__bool__ should return bool, returned {t}")))
                }
            };
        }
        match self.special(v, names.__len__) {
            Some(method) => self.len_of_method(method, v).map(|n| n != 0),
            None => Ok(true),
        }
    }

    /// `item in container`.
    pub fn contains(&mut self, container: Value, item: Value) -> Res<bool> {
        match container {
            Value::List(_) | Value::Tuple(_) => self.sequence_contains(container, item),
            Value::Dict(k) => {
                let hash = self.key_hash(item)?;
                Ok(self.table_find(Table::Dict(k), hash, item)?.is_some())
            }
            Value::Set(k) | Value::FrozenSet(k) => crate::types::set::contains(self, k, item),
            _ => self.contains_object(container, item),
        }
    }

    #[inline(never)]
    fn contains_object(&mut self, container: Value, item: Value) -> Res<bool> {
        let name = self.heap.names.__contains__;
        match self.special(container, name) {
            Some(Value::None) => {
                let t = self.type_name(container);
                Err(self.type_error(format!("'{t}' object is not a container")))
            }
            Some(method) => {
                let answer = self.call_found(method, container, &[item])?;
                self.truth(answer)
            }
            None => self.contains_iterating(container, item),
        }
    }

    /// What `in` does for an iterable without `__contains__`.
    fn contains_iterating(&mut self, container: Value, item: Value) -> Res<bool> {
        let it = match self.iter(container) {
            Ok(it) => it,
            Err(Raised) if self.pending_is(Exc::TypeError) && !self.has_iteration(container) => {
                self.take_pending();
                let t = self.type_name(container);
                return Err(self.type_error(format!("argument of type '{t}' is not iterable")));
            }
            Err(Raised) => return Err(Raised),
        };
        let recent = self.heap.recent.len();
        while let Some(v) = self.next(it)? {
            if self.eq_pinned(v, item)? {
                return Ok(true);
            }
            self.heap.recent.truncate(recent);
        }
        Ok(false)
    }

    /// The object could be iterated over: an error on doing so comes from its own methods.
    pub fn has_iteration(&mut self, v: Value) -> bool {
        let (iter, getitem) = (self.heap.names.__iter__, self.heap.names.__getitem__);
        self.special(v, iter).is_some_and(|m| !m.is_none()) || self.special(v, getitem).is_some()
    }

    /// `item in sequence` for a list or tuple payload.
    pub fn sequence_contains(&mut self, sequence: Value, item: Value) -> Res<bool> {
        let mut i = 0;
        while let Some(v) = self.sequence_item(sequence, i) {
            if self.eq_pinned(v, item)? {
                return Ok(true);
            }
            i += 1;
        }
        Ok(false)
    }
}

/// The position an index means in a sequence of this length.
#[inline]
pub fn position(len: usize, i: i64) -> Option<usize> {
    let i = if i < 0 { i.checked_add_unsigned(len as u64)? } else { i };
    usize::try_from(i).ok().filter(|&i| i < len)
}

#[inline]
fn element(items: &[Value], i: i64) -> Option<Value> {
    match usize::try_from(i) {
        Ok(i) => items.get(i).copied(),
        Err(_) => position(items.len(), i).map(|i| items[i]),
    }
}
