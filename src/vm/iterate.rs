//! Iteration: `iter`, `next`, and loops over iterables from native code.

use super::generator::Step;
use super::{CHECKPOINT_INTERVAL, Res, Vm};
use crate::heap::Heap;
use crate::heap::kinds::{DictPart, Iter};
use crate::heap::types::Exc;
use crate::types::iterators::sequence::SequenceIter;
use crate::value::*;

impl Vm {
    /// `iter(v)`; `TypeError` "'x' object is not iterable".
    pub fn iter(&mut self, v: Value) -> Res {
        match v {
            Value::List(_) => Ok(self.heap.new_iter(Iter::List { list: v, index: 0 })),
            Value::Tuple(tuple) => Ok(self.heap.new_iter(Iter::Tuple { tuple, index: 0 })),
            Value::Dict(k) => Ok(self.dict_iter(k, DictPart::Keys)),
            Value::Set(k) | Value::FrozenSet(k) => Ok(crate::types::set::iter(self, v, k)),
            Value::Iter(_) => Ok(v),
            Value::Generator(g) if self.heap.generators[g].kind.is_iterable() => Ok(v),
            Value::Range(k) => match self.heap.ranges[k].small_iter() {
                Some(it) => Ok(self.heap.new_iter(it)),
                None => self.iter_object(v),
            },
            _ => self.iter_object(v),
        }
    }

    /// An iterator over a part of a dict.
    pub fn dict_iter(&mut self, k: DictKey, what: DictPart) -> Value {
        let table = &mut self.heap.dicts[k];
        table.keep_places();
        let (len, place) = (table.len(), table.first_place().unwrap_or(0));
        self.heap.new_iter(Iter::Dict { dict: Value::Dict(k), what, place, len, left: len })
    }

    #[inline(never)]
    fn iter_object(&mut self, v: Value) -> Res {
        let names = self.heap.names;
        match self.special(v, names.__iter__) {
            Some(method) if !method.is_none() => {
                let it = self.call_found(method, v, &[])?;
                if self.is_iterator(it) {
                    return Ok(it);
                }
                let t = self.type_name(it);
                Err(self.type_error(format!("iter() returned non-iterator of type '{t}'")))
            }
            None if self.special(v, names.__getitem__).is_some() => Ok(SequenceIter::make(self, v)),
            _ => {
                let t = self.type_name(v);
                Err(self.type_error(format!("'{t}' object is not iterable")))
            }
        }
    }

    /// The object's class has `__next__`.
    pub fn is_iterator(&mut self, v: Value) -> bool {
        match v {
            Value::Iter(_) => return true,
            Value::Generator(g) => return self.heap.generators[g].kind.is_iterable(),
            _ => {}
        }
        let name = self.heap.names.__next__;
        self.special(v, name).is_some_and(|m| !m.is_none())
    }

    /// The next value of an iterator, or None at its end (`StopIteration` is taken). The value is a root only
    /// as long as what it came from keeps it.
    #[inline]
    pub fn next(&mut self, it: Value) -> Res<Option<Value>> {
        match it {
            Value::Iter(k) => self.next_builtin(k),
            Value::Generator(g) if self.heap.generators[g].kind.is_iterable() => {
                match self.generator_send(g, Value::None)? {
                    Step::Yielded(v) => Ok(Some(v)),
                    Step::Returned(_) => Ok(None),
                }
            }
            _ => self.next_object(it),
        }
    }

    /// The next value of a built-in iterator.
    pub fn next_builtin(&mut self, k: IterKey) -> Res<Option<Value>> {
        let Heap { iters, lists, tuples, .. } = &mut self.heap;
        match &mut iters[k] {
            Iter::List { list, index } => {
                let Value::List(l) = *list else { return Ok(None) };
                match lists[l].get(*index) {
                    Some(&v) => {
                        *index += 1;
                        Ok(Some(v))
                    }
                    None => {
                        *list = Value::Undef;
                        Ok(None)
                    }
                }
            }
            Iter::Tuple { tuple, index } => match tuples[*tuple].get(*index) {
                Some(&v) => {
                    *index += 1;
                    Ok(Some(v))
                }
                None => {
                    *index = usize::MAX;
                    Ok(None)
                }
            },
            Iter::Range { next, step, left } => {
                if *left == 0 {
                    return Ok(None);
                }
                let v = *next;
                *left -= 1;
                *next = v.wrapping_add(*step);
                Ok(Some(Value::Int(v)))
            }
            Iter::Dict { .. } => self.next_of_dict(k),
            Iter::Other(it) => {
                let step = it.step();
                let result = step(self, k);
                if result.is_ok() {
                    return result;
                }
                self.catch(result, Exc::StopIteration).map(Option::flatten)
            }
        }
    }

    fn next_of_dict(&mut self, k: IterKey) -> Res<Option<Value>> {
        let Heap { iters, dicts, .. } = &mut self.heap;
        let Iter::Dict { dict, what, place, len, left } = &mut iters[k] else { return Ok(None) };
        let Value::Dict(d) = *dict else { return Ok(None) };
        let table = &dicts[d];
        if table.len() != *len {
            *len = usize::MAX; // from now on it fails always
            return Err(self.runtime_error("dictionary changed size during iteration"));
        }
        while *place < table.places() {
            let Some(e) = table.entry(*place) else {
                *place += 1;
                continue;
            };
            if *left == 0 {
                return Err(self.runtime_error("dictionary keys changed during iteration"));
            }
            *place += 1;
            *left -= 1;
            return Ok(Some(match what {
                DictPart::Keys => e.key,
                DictPart::Values => e.value,
                DictPart::Items => {
                    let pair = [e.key, e.value];
                    self.heap.new_tuple(pair)
                }
            }));
        }
        *dict = Value::Undef;
        Ok(None)
    }

    #[inline(never)]
    fn next_object(&mut self, it: Value) -> Res<Option<Value>> {
        let name = self.heap.names.__next__;
        let method = match self.special(it, name) {
            Some(m) if !m.is_none() => m,
            _ => {
                let t = self.type_name(it);
                return Err(self.type_error(format!("'{t}' object is not an iterator")));
            }
        };
        if let (Value::Native(_), Value::Iter(k)) = (method, self.payload(it)) {
            return self.next_builtin(k);
        }
        let result = self.call_found(method, it, &[]);
        self.catch(result, Exc::StopIteration)
    }

    /// All values of an iterable. They are roots until the calling native returns.
    pub fn to_vec(&mut self, v: Value) -> Res<Vec<Value>> {
        let items = match v {
            Value::List(k) => self.heap.lists[k].clone(),
            Value::Tuple(k) => self.heap.tuples[k].to_vec(),
            _ => {
                let Value::List(k) = self.new_list_from(v)? else { return Ok(Vec::new()) };
                self.heap.lists[k].clone()
            }
        };
        self.heap.recent.extend_from_slice(&items);
        Ok(items)
    }

    /// A new list of the values of an iterable.
    pub fn new_list_from(&mut self, v: Value) -> Res {
        let list = self.heap.new_list(Vec::new());
        if let Value::List(k) = list {
            self.extend_list(k, v)?;
        }
        Ok(list)
    }

    /// An iterator of what is going to be a container's contents: an object made in Python is asked for its length, too,
    /// which shows if that fails.
    pub fn sized_iter(&mut self, v: Value) -> Res {
        let it = self.iter(v)?;
        if let Value::Instance(_) = v {
            let mark = self.pin(it);
            let hint = self.length_hint(v, 0);
            self.unpin_to(mark);
            hint?;
        }
        Ok(it)
    }

    /// As [`Vm::to_vec`], but the iterable is not asked for its length: only its iterator is.
    pub fn sequence_to_vec(&mut self, v: Value) -> Res<Vec<Value>> {
        let it = if let Value::Instance(_) = v { self.iter(v)? } else { v };
        self.to_vec(it)
    }

    /// Appends the values of an iterable to a list, which must be reachable.
    pub fn extend_list(&mut self, k: ListKey, v: Value) -> Res<()> {
        let items = match v {
            Value::List(other) => &self.heap.lists[other],
            Value::Tuple(other) => &self.heap.tuples[other][..],
            _ => return self.extend_list_iterating(k, v),
        };
        let items = items.to_vec();
        self.reserve(items.len() * 16)?;
        self.heap.grew(items.len() * 16);
        self.heap.lists[k].extend_from_slice(&items);
        Ok(())
    }

    fn extend_list_iterating(&mut self, k: ListKey, v: Value) -> Res<()> {
        let it = self.sized_iter(v)?;
        let hint = self.length_hint_quick(it);
        self.reserve(hint.saturating_mul(16))?;
        self.heap.lists[k].reserve(hint);
        let recent = self.heap.recent.len();
        let mark = self.pin(it);
        let mut count = 0u32;
        while let Some(item) = self.next(it)? {
            self.list_push(k, item)?;
            self.heap.recent.truncate(recent);
            count += 1;
            if count == CHECKPOINT_INTERVAL {
                count = 0;
                self.check_limits(u64::from(CHECKPOINT_INTERVAL))?;
            }
        }
        self.unpin_to(mark);
        Ok(())
    }

    /// Appends to a list, counting the bytes when it grows.
    #[inline]
    pub fn list_push(&mut self, k: ListKey, v: Value) -> Res<()> {
        let list = &self.heap.lists[k];
        if list.len() == list.capacity() {
            let more = list.len().max(4) * 16;
            self.reserve(more)?;
            self.heap.grew(more);
        }
        self.heap.lists[k].push(v);
        Ok(())
    }

    /// How many values a built-in iterator has left, where that is known at once; 0 otherwise.
    pub fn length_hint_quick(&self, it: Value) -> usize {
        let Value::Iter(k) = it else { return 0 };
        match &self.heap.iters[k] {
            Iter::List { list: Value::List(l), index } => self.heap.lists[*l].len().saturating_sub(*index),
            Iter::Tuple { tuple, index } => self.heap.tuples[*tuple].len().saturating_sub(*index),
            Iter::Range { left, .. } => usize::try_from(*left).unwrap_or(usize::MAX),
            Iter::Dict { dict: Value::Dict(_), left, .. } => *left,
            _ => 0,
        }
    }

    /// `operator.length_hint(v, default)`: the length, or what `__length_hint__` says.
    pub fn length_hint(&mut self, v: Value, default: i64) -> Res<i64> {
        let len = self.heap.names.__len__;
        if self.special(v, len).is_some() {
            let n = self.len(v);
            // A TypeError means it has no length after all.
            if let Some(n) = self.catch(n, Exc::TypeError)? {
                return Ok(n as i64);
            }
        }
        let name = self.heap.names.__length_hint__;
        let hint = self.call_special(v, name, &[]);
        let Some(Some(hint)) = self.catch(hint, Exc::TypeError)? else { return Ok(default) };
        match self.payload(hint) {
            Value::NotImplemented => Ok(default),
            Value::Int(n) if n >= 0 => Ok(n),
            Value::Bool(b) => Ok(i64::from(b)),
            Value::Int(_) => Err(self.value_error("__length_hint__() should return >= 0")),
            Value::BigInt(_) => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
            _ => {
                let t = self.type_name(hint);
                Err(self.type_error(format!("__length_hint__ must be an integer, not {t}")))
            }
        }
    }

    /// Calls `f` with each value of an iterable.
    pub fn for_each(&mut self, v: Value, mut f: impl FnMut(&mut Vm, Value) -> Res<()>) -> Res<()> {
        let it = self.iter(v)?;
        let mark = self.pin(it);
        let mut count = 0u32;
        let result = loop {
            match self.next(it) {
                Ok(Some(item)) => {
                    let pin = self.pin(item);
                    let result = f(self, item);
                    self.unpin_to(pin);
                    if result.is_err() {
                        break result;
                    }
                }
                Ok(None) => break Ok(()),
                Err(raised) => break Err(raised),
            }
            count += 1;
            if count == CHECKPOINT_INTERVAL {
                count = 0;
                if let Err(raised) = self.check_limits(u64::from(CHECKPOINT_INTERVAL)) {
                    break Err(raised);
                }
            }
        };
        self.unpin_to(mark);
        result
    }
}
