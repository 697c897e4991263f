//! Ops that build and take apart: displays, `*` and `**` in them and in calls, unpacking, f-strings.
//!
//! Registers are given as absolute places on the stack.

use super::{Raised, Res, Vm};
use crate::heap::Heap;
use crate::heap::dict::Dict;
use crate::heap::text::Str;
use crate::heap::types::Exc;
use crate::types::str::operators::SHORT;
use crate::value::*;
use compact_str::CompactString;

/// The strings one behind the other, if they are short and have no lone surrogates.
#[inline(never)]
pub fn quick_join(heap: &mut Heap, parts: &[Value]) -> Option<Value> {
    let mut text = CompactString::default();
    for &part in parts {
        let Value::Str(k) = part else { return None };
        text.push_str(heap.strs[k].as_str()?);
        if text.len() > SHORT {
            return None;
        }
    }
    Some(heap.new_own_text(Str::new(text)))
}

impl Vm {
    /// `BuildDict`: of pairs in registers.
    pub fn build_dict(&mut self, first: usize, n: usize) -> Res {
        let dict = self.heap.new_dict_key(Dict::with_capacity(n));
        for i in 0..n {
            let (k, v) = (self.stack[first + 2 * i], self.stack[first + 2 * i + 1]);
            self.dict_set(dict, k, v)?;
        }
        Ok(Value::Dict(dict))
    }

    /// `BuildSet`: of values in registers.
    pub fn build_set(&mut self, first: usize, n: usize) -> Res {
        let set = self.heap.new_set(Dict::with_capacity(n));
        for i in 0..n {
            let v = self.stack[first + i];
            if let Value::Set(k) = set {
                self.set_add(k, v)?;
            }
        }
        Ok(set)
    }

    /// Appends the values of an iterable to a list being built.
    pub fn list_extend(&mut self, l: Value, v: Value) -> Res<()> {
        let items = match v {
            Value::List(k) => self.heap.lists[k].clone(),
            Value::Tuple(k) => self.heap.tuples[k].to_vec(),
            _ => match self.to_vec(v) {
                Err(Raised) if self.pending_is(Exc::TypeError) && self.is_not_iterable(v) => {
                    let t = self.type_name(v);
                    self.take_pending();
                    return Err(self.type_error(format!("Value after * must be an iterable, not {t}")));
                }
                items => items?,
            },
        };
        if let Value::List(k) = l {
            self.reserve(items.len() * 16)?;
            self.heap.grew(items.len() * 16);
            self.heap.lists[k].extend(items);
        }
        Ok(())
    }

    fn is_not_iterable(&mut self, v: Value) -> bool {
        let names = self.heap.names;
        self.special(v, names.__iter__).is_none() && self.special(v, names.__getitem__).is_none()
    }

    /// As `list_extend`, for a call's `*v`.
    pub fn args_extend(&mut self, l: Value, v: Value, f: Value) -> Res<()> {
        if !matches!(v, Value::List(_) | Value::Tuple(_)) && self.is_not_iterable(v) {
            let (name, t) = (self.callable_text(f), self.type_name(v));
            return Err(self.type_error(format!("{name} argument after * must be an iterable, not {t}")));
        }
        self.list_extend(l, v)
    }

    /// How messages about a call's arguments name the callee.
    pub fn callable_text(&mut self, f: Value) -> String {
        let name = self.heap.names.__qualname__;
        let module = self.heap.names.__module__;
        let text = |vm: &mut Vm, k: StrKey| match vm.getattr_opt(f, k) {
            Ok(Some(Value::Str(s))) => Some(vm.heap.text(s).into_owned()),
            Ok(_) => None,
            Err(Raised) => {
                vm.take_pending();
                None
            }
        };
        let (q, m) = (text(self, name), text(self, module));
        match (q, m) {
            (Some(q), Some(m)) if m != "builtins" => format!("{m}.{q}()"),
            (Some(q), _) => format!("{q}()"),
            (None, _) => format!("{} object", self.type_name(f)),
        }
    }

    /// `{**v}` on the dict being built.
    pub fn dict_update_mapping(&mut self, m: Value, v: Value) -> Res<()> {
        let Value::Dict(target) = m else { return Ok(()) };
        for (k, v) in self.mapping_items(v, "'{}' object is not a mapping")? {
            self.dict_set(target, k, v)?;
        }
        Ok(())
    }

    /// `f(**v)`: merges into the keywords being collected; a second value for a name is an error.
    pub fn dict_merge(&mut self, m: Value, v: Value, f: Value) -> Res<()> {
        let Value::Dict(target) = m else { return Ok(()) };
        let not_mapping = {
            let keys = self.heap.names.keys;
            !matches!(self.payload(v), Value::Dict(_)) && self.getattr_opt(v, keys)?.is_none()
        };
        if not_mapping {
            let (name, t) = (self.callable_text(f), self.type_name(v));
            return Err(self.type_error(format!("{name} argument after ** must be a mapping, not {t}")));
        }
        for (k, v) in self.mapping_items(v, "")? {
            let Value::Str(name) = self.payload(k) else {
                return Err(self.type_error("keywords must be strings"));
            };
            if self.dict_get(target, k)?.is_some() {
                let (q, n) = (self.callable_text(f), self.heap.text(name).into_owned());
                return Err(self.type_error(format!("{q} got multiple values for keyword argument '{n}'")));
            }
            self.dict_set(target, k, v)?;
        }
        Ok(())
    }

    /// The pairs of a mapping: a dict's, or through `keys()` and `__getitem__`.
    pub fn mapping_items(&mut self, v: Value, error: &str) -> Res<Vec<(Value, Value)>> {
        if let Value::Dict(d) = self.payload(v)
            && self.iterates_as_dict(v)
        {
            return Ok(self.heap.dicts[d].iter().map(|e| (e.key, e.value)).collect());
        }
        let keys = self.heap.names.keys;
        let Some(keys) = self.getattr_opt(v, keys)? else {
            let t = self.type_name(v);
            return Err(self.type_error(error.replace("{}", &t)));
        };
        let keys = self.call(keys, &[])?;
        let keys = self.to_vec(keys)?;
        let mut items = Vec::with_capacity(keys.len());
        for k in keys {
            let v = self.get_item(v, k)?;
            self.heap.recent.push(v);
            items.push((k, v));
        }
        Ok(items)
    }

    /// Unpacks exactly `n` values to registers from `first` on.
    pub fn unpack(&mut self, v: Value, first: usize, n: usize) -> Res<()> {
        let items: Vec<Value> = match v {
            Value::Tuple(k) => self.heap.tuples[k].to_vec(),
            Value::List(k) => self.heap.lists[k].clone(),
            _ => {
                let it = self.unpack_iter(v)?;
                let mut items = Vec::with_capacity(n);
                while items.len() <= n {
                    match self.next(it)? {
                        Some(v) => items.push(v),
                        None => break,
                    }
                }
                if items.len() > n {
                    return Err(self.value_error(format!("too many values to unpack (expected {n})")));
                }
                items
            }
        };
        if items.len() > n {
            return Err(self.value_error(format!("too many values to unpack (expected {n})")));
        }
        if items.len() < n {
            return Err(self.value_error(format!("not enough values to unpack (expected {n}, got {})", items.len())));
        }
        self.stack[first..first + n].copy_from_slice(&items);
        Ok(())
    }

    fn unpack_iter(&mut self, v: Value) -> Res {
        if !matches!(v, Value::Iter(_)) && self.is_not_iterable(v) {
            let t = self.type_name(v);
            return Err(self.type_error(format!("cannot unpack non-iterable {t} object")));
        }
        self.iter(v)
    }

    /// Unpacks with a starred target: `before` values, a list of what is left, `after` values.
    pub fn unpack_ex(&mut self, v: Value, first: usize, before: usize, after: usize) -> Res<()> {
        let items = match v {
            Value::Tuple(k) => self.heap.tuples[k].to_vec(),
            Value::List(k) => self.heap.lists[k].clone(),
            _ => {
                let it = self.unpack_iter(v)?;
                self.to_vec(it)?
            }
        };
        if items.len() < before + after {
            let message =
                format!("not enough values to unpack (expected at least {}, got {})", before + after, items.len());
            return Err(self.value_error(message));
        }
        let end = items.len() - after;
        self.stack[first..first + before].copy_from_slice(&items[..before]);
        self.stack[first + before] = self.heap.new_list(items[before..end].to_vec());
        self.stack[first + before + 1..first + before + 1 + after].copy_from_slice(&items[end..]);
        Ok(())
    }

    /// Concatenates the strings in registers.
    pub fn build_string(&mut self, first: usize, n: usize) -> Res {
        let parts = &self.stack[first..first + n];
        let mut text = String::new();
        for &p in parts {
            match p {
                Value::Str(k) => match self.heap.strs[k].as_str() {
                    Some(s) => text.push_str(s),
                    None => return self.build_wide_string(first, n),
                },
                _ => return self.build_wide_string(first, n),
            }
        }
        self.reserve(text.len())?;
        Ok(self.heap.new_own_text(Str::new(text)))
    }

    #[cold]
    fn build_wide_string(&mut self, first: usize, n: usize) -> Res {
        let mut points = Vec::new();
        for i in first..first + n {
            if let Value::Str(k) = self.payload(self.stack[i]) {
                points.extend(self.heap.strs[k].code_points());
            }
        }
        Ok(self.heap.new_own_text(Str::from_code_points(&points)))
    }
}
