//! One kind's slots, with the collector's mark beside each.

use slotmap::{Key, SlotMap};

/// A slot table with mark bits. Indexing with a stale key is a bug in the interpreter and panics;
/// `get` answers None.
#[derive(Debug)]
pub struct Arena<K: Key, T> {
    slots: SlotMap<K, T>,
    marks: Vec<u64>,
}

impl<K: Key, T> Default for Arena<K, T> {
    fn default() -> Self {
        Arena { slots: SlotMap::with_key(), marks: Vec::new() }
    }
}

impl<K: Key, T> Arena<K, T> {
    /// An empty table with room for `n` objects.
    pub fn with_capacity(n: usize) -> Self {
        Arena { slots: SlotMap::with_capacity_and_key(n), marks: Vec::new() }
    }
}

/// The slot number of a key.
#[inline]
pub fn slot_of(key: impl Key) -> usize {
    (key.data().as_ffi() & 0xffff_ffff) as usize
}

/// The generation of a key.
#[inline]
pub fn generation_of(key: impl Key) -> u32 {
    (key.data().as_ffi() >> 32) as u32
}

impl<K: Key, T> Arena<K, T> {
    /// Puts an object into a slot.
    #[inline]
    pub fn insert(&mut self, object: T) -> K {
        self.slots.insert(object)
    }

    /// The object, if the key is not stale.
    #[inline]
    pub fn get(&self, key: K) -> Option<&T> {
        self.slots.get(key)
    }

    /// The object, if the key is not stale.
    #[inline]
    pub fn get_mut(&mut self, key: K) -> Option<&mut T> {
        self.slots.get_mut(key)
    }

    /// Number of objects.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// All objects.
    pub fn iter(&self) -> impl Iterator<Item = (K, &T)> {
        self.slots.iter()
    }

    /// All objects, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (K, &mut T)> {
        self.slots.iter_mut()
    }

    /// Clears all marks before a collection.
    pub fn begin_marking(&mut self) {
        self.marks.clear();
        self.marks.resize(self.slots.capacity() / 64 + 1, 0);
    }

    /// Marks the object; true if it is there and was not marked before. A stale key is ignored: registers
    /// above a frame's live ones may hold some.
    #[inline]
    pub fn mark(&mut self, key: K) -> bool {
        let (word, bit) = (slot_of(key) / 64, 1u64 << (slot_of(key) % 64));
        match self.marks.get_mut(word) {
            Some(w) if *w & bit == 0 && self.slots.contains_key(key) => {
                *w |= bit;
                true
            }
            _ => false,
        }
    }

    /// It was marked in the collection going on.
    pub fn is_marked(&self, key: K) -> bool {
        let slot = slot_of(key);
        self.marks.get(slot / 64).is_some_and(|w| w & (1 << (slot % 64)) != 0) && self.slots.contains_key(key)
    }

    /// Frees what was not marked, after calling `freed` on it; returns what `size` says of the rest.
    pub fn sweep(&mut self, size: impl Fn(&T) -> usize, mut freed: impl FnMut(K, &mut T)) -> usize {
        let marks = &self.marks;
        let mut live = 0;
        self.slots.retain(|key, object| {
            let slot = slot_of(key);
            let kept = marks[slot / 64] & (1 << (slot % 64)) != 0;
            if kept {
                live += size(object);
            } else {
                freed(key, object);
            }
            kept
        });
        live
    }
}

impl<K: Key, T> std::ops::Index<K> for Arena<K, T> {
    type Output = T;
    #[inline]
    fn index(&self, key: K) -> &T {
        &self.slots[key]
    }
}

impl<K: Key, T> std::ops::IndexMut<K> for Arena<K, T> {
    #[inline]
    fn index_mut(&mut self, key: K) -> &mut T {
        &mut self.slots[key]
    }
}
