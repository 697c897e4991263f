//! Namespaces: dicts read and written by interned name, without Python equality.

use crate::heap::Heap;
use crate::value::*;

impl Heap {
    /// A stamp that names the keys of a namespace as they are now; 0 when there are no stamps left.
    pub fn keys_stamp(&mut self, ns: DictKey) -> u32 {
        if self.dicts[ns].keys_stamp() == 0 {
            let stamp = self.shapes.fresh_stamp();
            self.dicts[ns].set_keys_stamp(stamp);
        }
        self.dicts[ns].keys_stamp()
    }

    /// The place of a name in a namespace. `name` must be interned.
    #[inline]
    pub fn ns_find(&self, ns: DictKey, name: StrKey) -> Option<usize> {
        let strs = &self.strs;
        let s = &strs[name];
        self.dicts[ns].find(s.hash(), |k| match k {
            Value::Str(k) => k == name || (!strs[k].interned && strs[k] == *s),
            _ => false,
        })
    }

    /// The value of a name in a namespace, if it is bound there.
    #[inline]
    pub fn ns_get(&self, ns: DictKey, name: StrKey) -> Option<Value> {
        self.ns_find(ns, name).map(|i| self.dicts[ns].value_at(i))
    }

    /// The value of a name in the namespace of this very class, not of its bases.
    #[inline]
    pub fn class_get(&mut self, class: ClassKey, name: StrKey) -> Option<Value> {
        let ns = self.namespace(class);
        self.ns_get(ns, name)
    }

    /// Binds a name in a namespace. True if it was not bound before.
    pub fn ns_set(&mut self, ns: DictKey, name: StrKey, value: Value) -> bool {
        match self.ns_find(ns, name) {
            Some(i) => {
                self.dicts[ns].set_value_at(i, value);
                false
            }
            None => {
                let hash = self.strs[name].hash();
                self.grew(size_of::<crate::heap::dict::Entry>());
                self.dicts[ns].insert_new(hash, Value::Str(name), value);
                true
            }
        }
    }

    /// Binds a name given as text.
    pub fn ns_set_text(&mut self, ns: DictKey, name: &str, value: Value) {
        let name = self.intern(name);
        self.ns_set(ns, name, value);
    }

    /// Unbinds a name; its value, if it was bound.
    pub fn ns_remove(&mut self, ns: DictKey, name: StrKey) -> Option<Value> {
        let i = self.ns_find(ns, name)?;
        Some(self.dicts[ns].remove_at(i).value)
    }
}
