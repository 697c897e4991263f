//! The method cache: answers of the lookup of a name along a class's MRO.
//!
//! Direct-mapped by class stamp and name. Every change to a class renews its stamp, so an entry is right
//! as long as its stamp matches.

use crate::heap::arena::slot_of;
use crate::value::{StrKey, Value};

const ENTRIES: usize = 1024;

#[derive(Clone, Copy)]
struct Entry {
    stamp: u32,
    name: StrKey,
    found: Value,
}

/// Maps (stamp, name) to the value found, unbound meaning "not there".
pub struct MethodCache {
    entries: Vec<Entry>,
}

impl Default for MethodCache {
    fn default() -> MethodCache {
        MethodCache { entries: vec![Entry { stamp: 0, name: StrKey::default(), found: Value::Undef }; ENTRIES] }
    }
}

#[inline]
fn index(stamp: u32, name: StrKey) -> usize {
    (stamp as usize).wrapping_mul(31).wrapping_add(slot_of(name).wrapping_mul(7)) % ENTRIES
}

impl MethodCache {
    /// The answer, if it is known: the value, or unbound for a name that isn't there.
    #[inline]
    pub fn get(&self, stamp: u32, name: StrKey) -> Option<Value> {
        let e = &self.entries[index(stamp, name)];
        (e.stamp == stamp && e.name == name && stamp != 0).then_some(e.found)
    }

    /// Remembers an answer.
    #[inline]
    pub fn put(&mut self, stamp: u32, name: StrKey, found: Value) {
        self.entries[index(stamp, name)] = Entry { stamp, name, found };
    }

    /// Forgets everything (names may have been freed).
    pub fn clear(&mut self) {
        self.entries.iter_mut().for_each(|e| e.stamp = 0);
    }
}
