//! The memos: which objects a pickler has written, and what a reader has stored.

use crate::object::identity::slot_id;
use crate::value::Value;
use hashbrown::HashTable;

/// A number for an object's identity: equal for the same object.
#[inline]
fn identity(v: Value) -> u64 {
    match slot_id(v) {
        Some(s) => {
            let slot = (s.slot as u64) << 8 | u64::from(s.kind);
            (slot ^ u64::from(s.generation) << 40).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(26)
        }
        None => match v {
            Value::Ellipsis => 1,
            Value::NotImplemented => 2,
            _ => 3,
        },
    }
}

/// From this many objects on, tables by slot replace hashing.
const DENSE_FROM: usize = 512;

/// The kind and number of an object's slot; singletons without one are given their own.
#[inline]
fn slot(v: Value) -> (usize, usize) {
    match slot_id(v) {
        Some(s) => (usize::from(s.kind), s.slot),
        None => (0, usize::from(matches!(v, Value::Ellipsis))),
    }
}

/// A pickler's memo: from an object, by identity, to its index. It keeps the objects alive, so that a slot means
/// one object as long as the memo lasts: a large memo is a table by slot for each kind.
#[derive(Debug, Default)]
pub struct WriteMemo {
    /// The objects with their indices. An instance's attributes that nobody has seen as a `__dict__` have an
    /// index, but no object here.
    pub objects: Vec<(Value, u32)>,
    table: HashTable<u32>,
    /// By kind and slot: the index plus 1, or 0. Empty while the memo is small.
    dense: Vec<Vec<u32>>,
    next: u32,
}

impl WriteMemo {
    /// The index of an object.
    #[inline]
    pub fn get(&self, v: Value) -> Option<u32> {
        if self.dense.is_empty() {
            let objects = &self.objects;
            return self.table.find(identity(v), |&i| objects[i as usize].0.is(v)).map(|&i| objects[i as usize].1);
        }
        let (kind, slot) = slot(v);
        match self.dense.get(kind)?.get(slot) {
            None | Some(0) => None,
            Some(index) => Some(index - 1),
        }
    }

    /// The index the next object gets: the number of those in the memo.
    pub fn next_index(&self) -> u32 {
        self.next
    }

    /// Puts an object that is not in the memo; answers its index.
    #[inline]
    pub fn put(&mut self, v: Value) -> u32 {
        let index = self.next;
        self.next += 1;
        self.put_at(v, index);
        index
    }

    /// Takes an index for something that is not an object yet.
    pub fn skip(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// Puts an object under an index taken before.
    pub fn put_at(&mut self, v: Value, index: u32) {
        let at = self.objects.len() as u32;
        self.objects.push((v, index));
        if !self.dense.is_empty() {
            self.put_dense(v, index);
        } else if self.objects.len() < DENSE_FROM {
            let objects = &self.objects;
            self.table.insert_unique(identity(v), at, |&i| identity(objects[i as usize].0));
        } else {
            self.use_slots();
        }
    }

    #[inline]
    fn put_dense(&mut self, v: Value, index: u32) {
        let (kind, slot) = slot(v);
        if kind >= self.dense.len() {
            self.dense.resize_with(kind + 1, Vec::new);
        }
        let slots = &mut self.dense[kind];
        if slot >= slots.len() {
            slots.resize((slot + 1).next_power_of_two(), 0);
        }
        slots[slot] = index + 1;
    }

    #[cold]
    fn use_slots(&mut self) {
        self.table = HashTable::new();
        self.dense.push(Vec::new());
        for i in 0..self.objects.len() {
            let (v, index) = self.objects[i];
            self.put_dense(v, index);
        }
    }

    /// Replaces everything.
    pub fn assign(&mut self, entries: Vec<(Value, u32)>) {
        *self = WriteMemo::default();
        for (v, index) in entries {
            if self.get(v).is_none() {
                self.put_at(v, index);
            }
        }
        self.next = self.objects.len() as u32;
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        *self = WriteMemo::default();
    }

    /// Bytes it takes.
    pub fn size(&self) -> usize {
        let dense: usize = self.dense.iter().map(|t| t.capacity() * 4).sum();
        self.objects.capacity() * 24 + self.table.capacity() * 5 + dense
    }
}

/// A reader's memo: from index to object. Indices far beyond what was stored cost no more than near ones.
#[derive(Debug, Default)]
pub struct ReadMemo {
    dense: Vec<Value>,
    sparse: hashbrown::HashMap<u64, Value, foldhash::fast::FixedState>,
    len: usize,
}

impl ReadMemo {
    /// The object at an index.
    #[inline]
    pub fn get(&self, index: u64) -> Option<Value> {
        match self.dense.get(index as usize) {
            Some(v) => v.bound(),
            None if self.sparse.is_empty() => None,
            None => self.sparse.get(&index).copied(),
        }
    }

    /// Stores an object.
    #[inline]
    pub fn put(&mut self, index: u64, v: Value) {
        if index < self.dense.len() as u64 {
            let old = std::mem::replace(&mut self.dense[index as usize], v);
            self.len += usize::from(old.is_undef());
        } else if index < self.dense.len() as u64 + 64 {
            self.dense.resize(index as usize, Value::Undef);
            self.dense.push(v);
            self.len += 1;
            if let Some(old) = self.sparse.remove(&index) {
                self.len -= usize::from(!old.is_undef());
            }
        } else if self.sparse.insert(index, v).is_none() {
            self.len += 1;
        }
    }

    /// How many indices are taken: the index MEMOIZE uses.
    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Nothing is stored.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// What is stored, in no particular order for far indices.
    pub fn iter(&self) -> impl Iterator<Item = (u64, Value)> {
        let dense = self.dense.iter().enumerate().filter(|(_, v)| !v.is_undef()).map(|(i, &v)| (i as u64, v));
        let shadowed = self.dense.len() as u64;
        dense.chain(self.sparse.iter().filter(move |&(&i, _)| i >= shadowed).map(|(&i, &v)| (i, v)))
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        *self = ReadMemo::default();
    }

    /// Bytes it takes.
    pub fn size(&self) -> usize {
        self.dense.capacity() * 16 + self.sparse.capacity() * 32
    }
}

/// From objects, by identity, to objects.
#[derive(Debug, Default)]
pub struct IdentityMap {
    entries: Vec<(Value, Value)>,
    table: HashTable<u32>,
}

impl IdentityMap {
    /// What an object leads to.
    #[inline]
    pub fn get(&self, v: Value) -> Option<Value> {
        let entries = &self.entries;
        self.table.find(identity(v), |&i| entries[i as usize].0.is(v)).map(|&i| entries[i as usize].1)
    }

    /// Lets an object lead to another.
    pub fn put(&mut self, v: Value, to: Value) {
        let entries = &mut self.entries;
        if let Some(&i) = self.table.find(identity(v), |&i| entries[i as usize].0.is(v)) {
            entries[i as usize].1 = to;
            return;
        }
        let at = entries.len() as u32;
        entries.push((v, to));
        let entries = &self.entries;
        self.table.insert_unique(identity(v), at, |&i| identity(entries[i as usize].0));
    }

    /// All associations, oldest first.
    pub fn into_entries(self) -> Vec<(Value, Value)> {
        self.entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_memo_answers_as_a_small_one() {
        use slotmap::SlotMap;
        let mut lists: SlotMap<crate::value::ListKey, ()> = SlotMap::with_key();
        let keys: Vec<Value> = (0..3 * DENSE_FROM).map(|_| Value::List(lists.insert(()))).collect();
        let mut memo = WriteMemo::default();
        for (i, &v) in keys.iter().enumerate() {
            assert_eq!(memo.get(v), None);
            assert_eq!(memo.put(v), i as u32);
        }
        assert!(keys.iter().enumerate().all(|(i, &v)| memo.get(v) == Some(i as u32)));
        assert_eq!(memo.get(Value::Ellipsis), None);
        memo.put(Value::Ellipsis);
        assert_eq!(memo.get(Value::NotImplemented), None);
        assert_eq!(memo.get(Value::Ellipsis), Some(keys.len() as u32));
    }

    #[test]
    fn a_huge_index_costs_no_more_than_a_small_one() {
        let mut memo = ReadMemo::default();
        memo.put(0x7fff_ffff, Value::Int(1));
        memo.put(3, Value::Int(2));
        assert!(matches!(memo.get(0x7fff_ffff), Some(Value::Int(1))));
        assert!(matches!(memo.get(3), Some(Value::Int(2))));
        assert!(memo.get(2).is_none());
        assert_eq!(memo.len(), 2);
        assert!(memo.size() < 4096);
    }
}
