//! Filling a dict from a mapping or from pairs: `dict(x)`, `d.update(x)`, `d |= x`, `{**x}`.

use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::table::Table;
use crate::vm::{Raised, Res, Vm};

impl Vm {
    /// `d.update(other)`: from a mapping (anything with `keys`), or from an iterable of pairs.
    pub fn dict_update(&mut self, d: DictKey, other: Value) -> Res<()> {
        if let Value::Dict(o) = self.payload(other)
            && self.iterates_as_dict(other)
        {
            return self.dict_merge_table(d, o);
        }
        let keys = self.heap.names.keys;
        match self.getattr_opt(other, keys)? {
            Some(method) => {
                let keys = self.call(method, &[])?;
                self.for_each(keys, |vm, key| {
                    let value = vm.get_item(other, key)?;
                    vm.dict_set(d, key, value)
                })
            }
            None => self.dict_update_from_pairs(d, other),
        }
    }

    /// A subclass of `dict` that defines its own `__iter__` is read through its methods.
    pub fn iterates_as_dict(&mut self, v: Value) -> bool {
        if let Value::Dict(_) = v {
            return true;
        }
        let name = self.heap.names.__iter__;
        let own = self.special(v, name);
        let dicts = self.heap.lookup_in_class(self.heap.types.dict, name);
        matches!((own, dicts), (Some(a), Some(b)) if a.is(b))
    }

    /// Sets all associations of another dict.
    pub fn dict_merge_table(&mut self, d: DictKey, other: DictKey) -> Res<()> {
        if d == other {
            return Ok(());
        }
        if self.heap.dicts[d].is_empty() {
            let size = self.heap.dicts[other].size();
            self.reserve(size)?;
            self.heap.grew(size);
            let mut table = self.heap.dicts[other].clone();
            // Whoever is walking the dict must not take this for no change.
            table.keys_version = self.heap.dicts[d].keys_version.wrapping_add(1);
            self.heap.dicts[d] = table;
            return Ok(());
        }
        let len = self.heap.dicts[other].len();
        let mut place = 0;
        while place < self.heap.dicts[other].places() {
            if let Some(e) = self.table_entry(Table::Dict(other), place) {
                let mark = self.pin(e.key);
                self.pin(e.value);
                let result = self.table_set(Table::Dict(d), e.hash, e.key, e.value);
                self.unpin_to(mark);
                result?;
                if self.heap.dicts[other].len() != len {
                    return Err(self.runtime_error("dict mutated during update"));
                }
            }
            place += 1;
        }
        Ok(())
    }

    fn dict_update_from_pairs(&mut self, d: DictKey, pairs: Value) -> Res<()> {
        let mut i = 0usize;
        self.for_each(pairs, |vm, pair| {
            let (key, value) = vm.pair(pair, i)?;
            i += 1;
            vm.dict_set(d, key, value)
        })
    }

    /// The two elements of element `i` of a sequence of pairs.
    fn pair(&mut self, pair: Value, i: usize) -> Res<(Value, Value)> {
        if let Value::Tuple(k) = pair
            && let [key, value] = self.heap.tuples[k][..]
        {
            return Ok((key, value));
        }
        let items = match self.to_vec(pair) {
            Ok(items) => items,
            Err(Raised) if self.pending_is(Exc::TypeError) => {
                self.take_pending();
                let message = format!("cannot convert dictionary update sequence element #{i} to a sequence");
                return Err(self.type_error(message));
            }
            Err(Raised) => return Err(Raised),
        };
        match items[..] {
            [key, value] => Ok((key, value)),
            _ => {
                let n = items.len();
                let message = format!("dictionary update sequence element #{i} has length {n}; 2 is required");
                Err(self.value_error(message))
            }
        }
    }
}
