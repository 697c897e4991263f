//! What patterns ask of values: kinds, items by key, attributes.
//! <https://docs.python.org/3.13/reference/compound_stmts.html#patterns>

use super::{Raised, Res, Vm};
use crate::heap::Heap;
use crate::heap::dict::Dict;
use crate::heap::kinds::Collection;
use crate::value::*;

impl Heap {
    /// What `match` takes an object for.
    pub fn collection(&self, v: Value) -> Collection {
        self.classes[self.class_of(v)].flags.collection
    }

    /// The only positional pattern such a class takes is for the object itself (`Py_TPFLAGS_MATCH_SELF`).
    pub fn matches_self(&self, class: ClassKey) -> bool {
        let t = &self.types;
        let these = [t.bool, t.bytearray, t.bytes, t.dict, t.float, t.frozenset, t.int, t.list, t.set, t.str, t.tuple];
        self.classes[class].mro.iter().any(|c| these.contains(c))
    }
}

impl Vm {
    /// A class without a kind of its own is what the first in its MRO is that has one.
    pub fn inherit_collection(&mut self, class: ClassKey) {
        let kinds = self.heap.classes[class].mro.iter().map(|&c| self.heap.classes[c].flags.collection);
        let inherited = kinds.into_iter().find(|&kind| kind != Collection::Neither);
        self.heap.classes[class].flags.collection = inherited.unwrap_or_default();
    }

    /// Makes a class and all its subclasses a kind of collection, as registering with an abstract class does.
    /// Built-in classes stay what they are.
    pub fn set_collection(&mut self, class: ClassKey, kind: Collection) {
        let mut todo = vec![class];
        while let Some(c) = todo.pop() {
            let Some(class) = self.heap.classes.get_mut(c) else { continue };
            if class.flags.python && class.flags.collection != kind {
                class.flags.collection = kind;
                todo.extend_from_slice(&class.subclasses);
            }
        }
    }

    /// `MatchKeys`: takes the tuple of keys in `stack[first]` and puts the values in its place. False if one is missing.
    pub fn match_keys(&mut self, mapping: Value, first: usize, n: usize) -> Res<bool> {
        let Value::Tuple(keys) = self.stack[first] else { return Ok(false) };
        let keys = self.heap.tuples[keys].to_vec();
        let mark = self.pin(self.stack[first]);
        let found = self.match_pinned_keys(mapping, &keys, first);
        self.unpin_to(mark);
        debug_assert_eq!(keys.len(), n);
        found
    }

    fn match_pinned_keys(&mut self, mapping: Value, keys: &[Value], first: usize) -> Res<bool> {
        let seen = self.heap.new_set(Dict::with_capacity(keys.len()));
        self.pin(seen);
        let get = match mapping {
            Value::Dict(_) => Value::Undef,
            _ => self.getattr_text(mapping, "get")?,
        };
        self.pin(get);
        let missing = self.heap.new_object(self.heap.types.object, crate::types::object::BareObject);
        self.pin(missing);
        for (i, &key) in keys.iter().enumerate() {
            if let Value::Set(seen) = seen
                && !self.set_add(seen, key)?
            {
                let key = self.repr_text(key)?;
                return Err(self.value_error(format!("mapping pattern checks duplicate key ({key})")));
            }
            let value = match mapping {
                Value::Dict(dict) => self.dict_get(dict, key)?.unwrap_or(missing),
                _ => self.call(get, &[key, missing])?,
            };
            if value.is(missing) {
                return Ok(false);
            }
            self.stack[first + i] = value;
        }
        Ok(true)
    }

    /// `MappingRest`: a dict of what a mapping has besides the keys of a tuple.
    pub fn mapping_rest(&mut self, mapping: Value, keys: Value) -> Res {
        let rest = self.heap.new_dict_key(Dict::with_capacity(0));
        self.dict_update_mapping(Value::Dict(rest), mapping)?;
        if let Value::Tuple(keys) = keys {
            for key in self.heap.tuples[keys].to_vec() {
                if self.dict_remove(rest, key)?.is_none() {
                    return Err(self.key_error(key));
                }
            }
        }
        Ok(Value::Dict(rest))
    }

    /// `MatchClass`: takes a class and a tuple of names from `stack[first..]` and puts the values of `n` attributes
    /// in their place: by position those of `__match_args__`, then the named ones. False if the value is no instance,
    /// or one is missing.
    pub fn match_class(&mut self, v: Value, first: usize, n: usize) -> Res<bool> {
        let (class, names) = (self.stack[first], self.stack[first + 1]);
        let Value::Class(key) = class else {
            return Err(self.type_error("called match pattern must be a class"));
        };
        if !self.is_instance(v, class)? {
            return Ok(false);
        }
        let named = match names {
            Value::Tuple(k) => self.heap.tuples[k].to_vec(),
            _ => Vec::new(),
        };
        let mark = self.pin(class);
        self.pin(names);
        let found = self.match_attributes(v, key, n - named.len(), &named, first);
        self.unpin_to(mark);
        found
    }

    fn match_attributes(
        &mut self,
        v: Value,
        class: ClassKey,
        positional: usize,
        named: &[Value],
        first: usize,
    ) -> Res<bool> {
        let mut seen: Vec<StrKey> = Vec::new();
        let mut at = first;
        let mut names = Vec::new();
        if positional > 0 {
            match self.match_args(class)? {
                Some(args) => {
                    self.check_positional(class, args.len(), positional)?;
                    names.extend_from_slice(&args[..positional]);
                }
                None => {
                    let takes_itself = self.heap.matches_self(class);
                    self.check_positional(class, usize::from(takes_itself), positional)?;
                    self.stack[at] = v;
                    at += 1;
                }
            }
        }
        for &name in names.iter().chain(named) {
            let Value::Str(name) = self.payload(name) else {
                let t = self.type_name(name);
                return Err(self.type_error(format!("__match_args__ elements must be strings (got {t})")));
            };
            let name = self.heap.intern_key(name);
            if seen.contains(&name) {
                let (class, name) = (self.qualified_type_name(class), self.repr_text(Value::Str(name))?);
                return Err(self.type_error(format!("{class}() got multiple sub-patterns for attribute {name}")));
            }
            seen.push(name);
            let Some(value) = self.getattr_opt(v, name)? else { return Ok(false) };
            self.stack[at] = value;
            at += 1;
        }
        Ok(true)
    }

    /// `__match_args__` of a class, pinned.
    fn match_args(&mut self, class: ClassKey) -> Res<Option<Vec<Value>>> {
        let name = self.heap.names.__match_args__;
        let Some(args) = self.getattr_opt(Value::Class(class), name)? else { return Ok(None) };
        self.pin(args);
        match args {
            Value::Tuple(k) => Ok(Some(self.heap.tuples[k].to_vec())),
            _ => {
                let (class, t) = (self.qualified_type_name(class), self.type_name(args));
                Err(self.type_error(format!("{class}.__match_args__ must be a tuple (got {t})")))
            }
        }
    }

    fn check_positional(&mut self, class: ClassKey, allowed: usize, given: usize) -> Res<()> {
        if given <= allowed {
            return Ok(());
        }
        let (class, s) = (self.qualified_type_name(class), if allowed == 1 { "" } else { "s" });
        let Raised = self.type_error(format!("{class}() accepts {allowed} positional sub-pattern{s} ({given} given)"));
        Err(Raised)
    }
}
