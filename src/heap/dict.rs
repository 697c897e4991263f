//! The table under `dict`: entries in insertion order, and an index from hash to entry.
//!
//! It knows nothing of Python equality, which may run Python code: callers walk the candidates of a hash
//! ([`Dict::find`]) and decide. Namespaces, `__dict__`s and keyword arguments are such tables too.

use crate::value::Value;
use hashbrown::HashTable;

/// Up to this many entries there is no index: a scan over the hashes is as fast.
const LINEAR: usize = 8;

/// One association. A removed one has an unbound key until the table is compacted.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The key's hash.
    pub hash: u64,
    /// The key; unbound when the entry was removed.
    pub key: Value,
    /// The value.
    pub value: Value,
}

impl Entry {
    /// A place where nothing is, or no longer.
    const EMPTY: Entry = Entry { hash: 0, key: Value::Undef, value: Value::Undef };
}

/// An insertion-ordered hash table.
#[derive(Debug, Default)]
pub struct Dict {
    entries: Vec<Entry>,
    index: HashTable<u32>,
    live: usize,
    /// The first place that is not empty: removing from the front again and again doesn't look at those before.
    front: usize,
    /// Something iterates, or did: the places behind the last entry are not used again, so that what is added is met.
    keeps_places: bool,
    /// Changes whenever a key is added or removed or entries move; never when a value is replaced.
    pub keys_version: u32,
    /// A name for the keys and places as they are now that no other table ever has ([`crate::heap::Heap::keys_stamp`]
    /// gives it on demand); 0: none yet.
    keys_stamp: u32,
}

impl Clone for Dict {
    /// A copy that no cache takes for the original.
    fn clone(&self) -> Dict {
        Dict { entries: self.entries.clone(), index: self.index.clone(), keeps_places: false, keys_stamp: 0, ..*self }
    }
}

/// Spreads a hash over all bits: Python's int hashes are tiny numbers.
#[inline]
fn spread(hash: u64) -> u64 {
    hash.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(26)
}

impl Dict {
    /// An empty table.
    pub fn new() -> Dict {
        Dict::default()
    }

    /// An empty table with room for `n` entries.
    pub fn with_capacity(n: usize) -> Dict {
        Dict { entries: Vec::with_capacity(n), ..Dict::default() }
    }

    /// Makes room for this many more associations: exactly, in an empty table.
    pub fn reserve(&mut self, more: usize) {
        if self.entries.is_empty() {
            self.entries.reserve_exact(more);
        } else {
            self.entries.reserve(more);
        }
        if self.entries.len() + more > LINEAR {
            let entries = &self.entries;
            self.index.reserve(self.entries.len() + more, |&i| spread(entries[i as usize].hash));
        }
    }

    /// Number of associations.
    #[inline]
    pub fn len(&self) -> usize {
        self.live
    }

    /// There are none.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Number of entry places, removed ones included: the bound for [`Dict::entry`].
    #[inline]
    pub fn places(&self) -> usize {
        self.entries.len()
    }

    /// The entry at place `i`, unless it was removed or `i` is beyond the end.
    #[inline]
    pub fn entry(&self, i: usize) -> Option<&Entry> {
        self.entries.get(i).filter(|e| !e.key.is_undef())
    }

    /// The associations in insertion order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(|e| !e.key.is_undef())
    }

    /// The place of the first association.
    pub fn first_place(&self) -> Option<usize> {
        (self.live > 0).then_some(self.front)
    }

    /// The place of the last association. Places behind it are given up.
    pub fn last_place(&mut self) -> Option<usize> {
        self.drop_trailing();
        self.entries.len().checked_sub(1)
    }

    /// From now on an iterator relies on places: one that comes to lie behind all entries stays empty.
    #[inline]
    pub fn keep_places(&mut self) {
        self.keeps_places = true;
    }

    /// The place of the first entry with this hash whose key `same` accepts.
    #[inline]
    pub fn find(&self, hash: u64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        if self.entries.len() <= LINEAR {
            return self.entries.iter().position(|e| e.hash == hash && !e.key.is_undef() && same(e.key));
        }
        self.index
            .find(spread(hash), |&i| {
                let e = &self.entries[i as usize];
                e.hash == hash && same(e.key)
            })
            .map(|&i| i as usize)
    }

    /// The stamp of the keys as they are now; 0: none was asked for, or nothing may be remembered.
    #[inline]
    pub fn keys_stamp(&self) -> u32 {
        self.keys_stamp
    }

    /// Names the keys as they are now.
    pub fn set_keys_stamp(&mut self, stamp: u32) {
        self.keys_stamp = stamp;
    }

    fn keys_changed(&mut self) {
        self.keys_version = self.keys_version.wrapping_add(1);
        self.keys_stamp = 0;
    }

    /// The value at place `i`, which must hold an entry.
    #[inline]
    pub fn value_at(&self, i: usize) -> Value {
        self.entries[i].value
    }

    /// Replaces the value at place `i`, which must hold an entry.
    #[inline]
    pub fn set_value_at(&mut self, i: usize, value: Value) {
        self.entries[i].value = value;
    }

    /// Adds an association whose key is known to be absent; returns its place.
    pub fn insert_new(&mut self, hash: u64, key: Value, value: Value) -> usize {
        self.keys_changed();
        let place = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        if self.entries.len() > LINEAR {
            if self.index.is_empty() {
                self.rebuild();
            } else {
                let entries = &self.entries;
                self.index.insert_unique(spread(hash), place as u32, |&i| spread(entries[i as usize].hash));
            }
        }
        place
    }

    /// Adds an association before all others; its key is known to be absent.
    pub fn insert_first(&mut self, hash: u64, key: Value, value: Value) {
        if self.live == 0 {
            self.insert_new(hash, key, value);
            return;
        }
        if self.front == 0 {
            // Room for as many again, so that doing this often costs little each time.
            let room = self.entries.len();
            self.entries.splice(..0, std::iter::repeat_n(Entry::EMPTY, room));
            self.front = room;
            if self.entries.len() > LINEAR {
                self.rebuild();
            }
        }
        self.keys_version = self.keys_version.wrapping_add(1);
        self.front -= 1;
        self.live += 1;
        self.entries[self.front] = Entry { hash, key, value };
        if self.entries.len() > LINEAR {
            let entries = &self.entries;
            self.index.insert_unique(spread(hash), self.front as u32, |&i| spread(entries[i as usize].hash));
        }
    }

    /// Removes the entry at place `i`, which must hold one.
    pub fn remove_at(&mut self, i: usize) -> Entry {
        self.keys_changed();
        let removed = self.entries[i];
        if self.entries.len() > LINEAR
            && let Ok(found) = self.index.find_entry(spread(removed.hash), |&at| at as usize == i)
        {
            found.remove();
        }
        self.live -= 1;
        if i + 1 == self.entries.len() && !self.keeps_places {
            self.entries.pop();
            self.drop_trailing();
        } else {
            self.entries[i] = Entry::EMPTY;
            while self.entries.get(self.front).is_some_and(|e| e.key.is_undef()) {
                self.front += 1;
            }
            let (live, places) = (self.live, self.entries.len());
            if places > 32 && live * 2 < places || places > LINEAR && live == 0 {
                self.compact();
            }
        }
        removed
    }

    fn drop_trailing(&mut self) {
        while self.entries.last().is_some_and(|e| e.key.is_undef()) {
            self.entries.pop();
        }
        self.front = self.front.min(self.entries.len());
        if self.entries.len() <= LINEAR {
            self.index.clear();
        }
    }

    /// Removes everything.
    pub fn clear(&mut self) {
        let version = self.keys_version.wrapping_add(1);
        *self = Dict { keys_version: version, ..Dict::default() };
    }

    /// Bytes the table takes beside itself.
    pub fn size(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>() + self.index.capacity() * 5
    }

    fn compact(&mut self) {
        self.entries.retain(|e| !e.key.is_undef());
        self.front = 0;
        self.keeps_places = false;
        self.index.clear();
        if self.entries.len() > LINEAR {
            self.rebuild();
        }
    }

    fn rebuild(&mut self) {
        let entries = &self.entries;
        self.index.clear();
        self.index.reserve(entries.len(), |&i| spread(entries[i as usize].hash));
        for (i, e) in entries.iter().enumerate() {
            if !e.key.is_undef() {
                self.index.insert_unique(spread(e.hash), i as u32, |&i| spread(entries[i as usize].hash));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inserts_at_the_front() {
        let mut d = Dict::new();
        for i in 0..100 {
            d.insert_first(i as u64, Value::Int(i), Value::Int(i));
            assert_eq!(get(&d, 0), Some(0));
        }
        let keys: Vec<i64> = d.iter().map(|e| if let Value::Int(i) = e.key { i } else { -1 }).collect();
        assert_eq!(keys, (0..100).rev().collect::<Vec<_>>());
        for i in (0..100).rev() {
            let at = d.first_place().expect("some are left");
            assert!(d.remove_at(at).key.is(Value::Int(i)));
        }
        assert_eq!((d.first_place(), d.places()), (None, 0));
    }

    #[test]
    fn places_are_not_used_again_once_something_iterates() {
        let mut d = Dict::new();
        d.insert_new(0, Value::Int(0), Value::None);
        d.keep_places();
        d.remove_at(0);
        assert_eq!((d.first_place(), d.places()), (None, 1));
        assert_eq!(d.insert_new(1, Value::Int(1), Value::None), 1);
        assert_eq!((d.first_place(), d.last_place()), (Some(1), Some(1)));
        for i in 2..1000 {
            let last = d.last_place().expect("one is left");
            d.remove_at(last);
            d.insert_new(i as u64, Value::Int(i), Value::Int(i));
            assert_eq!((get(&d, i), get(&d, i - 1), d.len()), (Some(i), None, 1));
            assert!(d.places() <= LINEAR + 1);
        }
        while let Some(last) = d.last_place() {
            d.remove_at(last);
        }
        assert_eq!((d.len(), d.places()), (0, 0));
    }

    fn get(d: &Dict, k: i64) -> Option<i64> {
        let i = d.find(k as u64, |v| v.is(Value::Int(k)))?;
        match d.value_at(i) {
            Value::Int(v) => Some(v),
            _ => None,
        }
    }

    #[test]
    fn keeps_order_through_growth_and_removal() {
        let mut d = Dict::new();
        for i in 0..1000 {
            d.insert_new(i as u64, Value::Int(i), Value::Int(i * 2));
        }
        for i in (0..1000).filter(|i| i % 3 != 0) {
            let at = d.find(i as u64, |v| v.is(Value::Int(i))).expect("was inserted");
            d.remove_at(at);
        }
        assert_eq!(d.len(), 334);
        let keys: Vec<i64> = d.iter().map(|e| if let Value::Int(i) = e.key { i } else { -1 }).collect();
        assert!(keys.windows(2).all(|w| w[0] < w[1]));
        assert_eq!(get(&d, 999), Some(1998));
        assert_eq!(get(&d, 1), None);
        d.clear();
        assert_eq!(get(&d, 999), None);
        assert!(d.is_empty());
    }
}
