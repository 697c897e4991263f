//! Lookup in the tables of dicts and sets by Python equality, which may run code that changes them.
//!
//! A lookup first takes an answer that needs no code: the identical key, or an exact built-in one that is
//! equal. Only where a key of the same hash can't be told apart that way are its `__eq__` methods called, and
//! the lookup starts again whenever they changed the table's keys.

use super::compare::exact_eq;
use super::{Res, Vm};
use crate::code::op::CompareOp;
use crate::heap::Heap;
use crate::heap::dict::{Dict, Entry};
use crate::value::*;

/// Whose table.
#[derive(Clone, Copy, Debug)]
pub enum Table {
    /// A dict's.
    Dict(DictKey),
    /// A set's or frozenset's.
    Set(SetKey),
}

impl Table {
    /// The table.
    #[inline]
    pub fn of(self, heap: &Heap) -> &Dict {
        match self {
            Table::Dict(k) => &heap.dicts[k],
            Table::Set(k) => &heap.sets[k].table,
        }
    }

    /// The table, to be changed.
    #[inline]
    pub fn of_mut(self, heap: &mut Heap) -> &mut Dict {
        match self {
            Table::Dict(k) => &mut heap.dicts[k],
            Table::Set(k) => &mut heap.sets[k].table,
        }
    }
}

impl Vm {
    /// The place of a key of this hash in a table. Valid until the table's keys change.
    #[inline]
    pub fn table_find(&mut self, table: Table, hash: u64, key: Value) -> Res<Option<usize>> {
        let heap = &self.heap;
        let mut unsure = false;
        let found = table.of(heap).find(hash, |k| {
            k.is(key)
                || exact_eq(heap, k, key).unwrap_or_else(|| {
                    unsure = true;
                    false
                })
        });
        if found.is_some() || !unsure {
            return Ok(found);
        }
        self.table_find_calling(table, hash, key)
    }

    #[inline(never)]
    fn table_find_calling(&mut self, table: Table, hash: u64, key: Value) -> Res<Option<usize>> {
        let mark = self.pin(key);
        let result = self.table_find_pinned(table, hash, key, mark + 1);
        self.unpin_to(mark);
        result
    }

    fn table_find_pinned(&mut self, table: Table, hash: u64, key: Value, mark: usize) -> Res<Option<usize>> {
        'again: loop {
            self.unpin_to(mark);
            let version = table.of(&self.heap).keys_version;
            let mut candidates = Vec::new();
            table.of(&self.heap).find(hash, |k| {
                candidates.push(k);
                false
            });
            self.heap.pins.extend(&candidates);
            for k in candidates {
                let equal = k.is(key) || self.compare_bool(CompareOp::Eq, k, key)?;
                if table.of(&self.heap).keys_version != version {
                    continue 'again;
                }
                if equal {
                    return Ok(table.of(&self.heap).find(hash, |other| other.is(k)));
                }
            }
            return Ok(None);
        }
    }

    /// Associates a key of this hash with a value, keeping the key that is there. True if it was not there.
    #[inline]
    pub fn table_set(&mut self, table: Table, hash: u64, key: Value, value: Value) -> Res<bool> {
        if let Some(i) = self.table_find(table, hash, key)? {
            table.of_mut(&mut self.heap).set_value_at(i, value);
            return Ok(false);
        }
        self.table_insert(table, hash, key, value)?;
        Ok(true)
    }

    /// Adds a key that is known to be absent.
    #[inline]
    pub fn table_insert(&mut self, table: Table, hash: u64, key: Value, value: Value) -> Res<()> {
        let t = table.of(&self.heap);
        if t.places() >= u32::MAX as usize {
            return Err(self.memory_error());
        }
        if t.places().is_power_of_two() && t.places() >= 4096 {
            // About to double.
            let bytes = t.places() * (size_of::<Entry>() + 8);
            self.reserve(bytes)?;
        }
        self.heap.grew(size_of::<Entry>() + 5);
        table.of_mut(&mut self.heap).insert_new(hash, key, value);
        Ok(())
    }

    /// Removes a key; what was there.
    pub fn table_remove(&mut self, table: Table, key: Value) -> Res<Option<Entry>> {
        let hash = self.key_hash(key)?;
        let found = self.table_find(table, hash, key)?;
        Ok(found.map(|i| {
            let removed = table.of_mut(&mut self.heap).remove_at(i);
            self.heap.recent.extend([removed.key, removed.value]);
            removed
        }))
    }

    /// The value of a key in a dict (exact table; no `__missing__`). `TypeError` for an unhashable key.
    #[inline]
    pub fn dict_get(&mut self, dict: DictKey, key: Value) -> Res<Option<Value>> {
        let hash = self.key_hash(key)?;
        let found = self.table_find(Table::Dict(dict), hash, key)?;
        Ok(found.map(|i| self.heap.dicts[dict].value_at(i)))
    }

    /// `dict[key] = value`.
    #[inline]
    pub fn dict_set(&mut self, dict: DictKey, key: Value, value: Value) -> Res<()> {
        let hash = self.key_hash(key)?;
        self.table_set(Table::Dict(dict), hash, key, value).map(drop)
    }

    /// Removes a key; its value, if it was there.
    pub fn dict_remove(&mut self, dict: DictKey, key: Value) -> Res<Option<Value>> {
        Ok(self.table_remove(Table::Dict(dict), key)?.map(|e| e.value))
    }

    /// Adds to a set; true if it was not there.
    #[inline]
    pub fn set_add(&mut self, set: SetKey, item: Value) -> Res<bool> {
        let hash = self.key_hash(item)?;
        self.table_set(Table::Set(set), hash, item, Value::Undef)
    }

    /// An element is in the set.
    #[inline]
    pub fn set_contains(&mut self, set: SetKey, item: Value) -> Res<bool> {
        let hash = self.key_hash(item)?;
        Ok(self.table_find(Table::Set(set), hash, item)?.is_some())
    }

    /// The entry at a place of a table as it is now; None if it was removed or `place` is beyond the end.
    #[inline]
    pub fn table_entry(&self, table: Table, place: usize) -> Option<Entry> {
        table.of(&self.heap).entry(place).copied()
    }

    /// Two dicts have equal keys with equal values.
    pub fn dicts_equal(&mut self, a: DictKey, b: DictKey) -> Res<bool> {
        if self.heap.dicts[a].len() != self.heap.dicts[b].len() {
            return Ok(false);
        }
        let mut place = 0;
        while place < self.heap.dicts[a].places() {
            if let Some(e) = self.table_entry(Table::Dict(a), place) {
                let mark = self.pin(e.key);
                self.pin(e.value);
                let equal = self.entry_equal(e, b);
                self.unpin_to(mark);
                if !equal? {
                    return Ok(false);
                }
            }
            place += 1;
        }
        Ok(true)
    }

    fn entry_equal(&mut self, e: Entry, other: DictKey) -> Res<bool> {
        match self.table_find(Table::Dict(other), e.hash, e.key)? {
            Some(i) => {
                let v = self.heap.dicts[other].value_at(i);
                self.eq_pinned(e.value, v)
            }
            None => Ok(false),
        }
    }

    /// Every key of one table is in the other.
    pub fn is_subset(&mut self, a: Table, b: Table) -> Res<bool> {
        let mut place = 0;
        while place < a.of(&self.heap).places() {
            if let Some(e) = self.table_entry(a, place) {
                let mark = self.pin(e.key);
                let found = self.table_find(b, e.hash, e.key);
                self.unpin_to(mark);
                if found?.is_none() {
                    return Ok(false);
                }
            }
            place += 1;
        }
        Ok(true)
    }

    /// Two sets, by inclusion.
    pub fn compare_sets(&mut self, op: CompareOp, a: SetKey, b: SetKey) -> Res<bool> {
        self.compare_tables(op, Table::Set(a), Table::Set(b))
    }

    /// The keys of two tables, by inclusion.
    pub fn compare_tables(&mut self, op: CompareOp, a: Table, b: Table) -> Res<bool> {
        let (x, y) = (a.of(&self.heap).len(), b.of(&self.heap).len());
        match op {
            CompareOp::Eq => Ok(x == y && self.is_subset(a, b)?),
            CompareOp::Ne => Ok(x != y || !self.is_subset(a, b)?),
            CompareOp::Lt => Ok(x < y && self.is_subset(a, b)?),
            CompareOp::Le => Ok(x <= y && self.is_subset(a, b)?),
            CompareOp::Gt => Ok(x > y && self.is_subset(b, a)?),
            CompareOp::Ge => Ok(x >= y && self.is_subset(b, a)?),
        }
    }
}
