//! What the loop leaves to functions: cache misses, and ops that are rarely hot.
//!
//! Registers are given as absolute places on the stack.

use super::frame::FrameKind;
use super::{Raised, Res, Vm};
use crate::code::cache::Found;
use crate::code::op::{BinaryOp, CompareOp};
use crate::heap::dict::Dict;
use crate::heap::kinds::*;
use crate::heap::types::Exc;
use crate::object::lookup::Lookup;
use crate::value::*;

impl Vm {
    /// The name of a cache site of the running code.
    fn site_name(&self, ic: u32) -> StrKey {
        let frame = self.frames[self.frames.len() - 1];
        self.codes[frame.code].sites[ic as usize].name
    }

    fn remember(&mut self, ic: u32, stamp: u32, found: Found) {
        if self.limits.inline_caches
            && let Some(frame) = self.frames.last()
        {
            self.codes[frame.code].sites[ic as usize].remember(stamp, found);
        }
    }

    /// The stamp of an instance's shape, or of the class of any other object.
    fn stamp_of(&self, o: Value) -> u32 {
        let shape = match o {
            Value::Instance(k) => self.heap.instances[k].shape,
            _ => self.heap.classes[self.class_of(o)].root_shape,
        };
        self.heap.shapes.stamps[shape.0 as usize]
    }

    /// What a cache may remember of where an attribute of `o` was found.
    fn cacheable(&mut self, o: Value, found: Lookup) -> Option<Found> {
        if let Value::Instance(k) = o
            && self.heap.shapes[self.heap.instances[k].shape].dict_mode
        {
            return None;
        }
        // Objects with attributes outside their shape can't promise that a class attribute isn't hidden.
        if self.heap.own_dict(o).is_some() || matches!(o, Value::Function(_) | Value::Object(_)) {
            return None;
        }
        match found {
            Lookup::Own(place) if place < INLINE_VALUES => Some(Found::Inline(place as u8)),
            Lookup::Own(place) => Some(Found::Overflow((place - INLINE_VALUES) as u32)),
            Lookup::Method(f) => Some(Found::Method(f)),
            Lookup::ClassValue(_, ns, place) => Some(Found::ClassValue(ns, place as u32)),
            Lookup::Data(Value::Descriptor(d)) => match self.heap.descriptors[d] {
                Descriptor::Property { get, .. } if matches!(get, Value::Function(_)) => Some(Found::Property(get)),
                Descriptor::Member { class, place, .. } if self.heap.is_subclass(self.class_of(o), class) => {
                    Some(Found::Slot(place as u32))
                }
                _ => None,
            },
            Lookup::Data(_) | Lookup::NonData(_) | Lookup::Dict(_) | Lookup::Missing => None,
        }
    }

    /// `GetAttr` when the cache has no answer. None: a frame was pushed that will deliver it.
    pub fn get_attr_slow(&mut self, o: Value, ic: u32, dst: u8) -> Res<Option<Value>> {
        let name = self.site_name(ic);
        if let Value::Class(c) = o {
            return self.get_class_attr(c, name, ic);
        }
        if !self.uses_default_getattribute(o) {
            return self.getattr(o, name).map(Some);
        }
        if let Value::Object(_) = o {
            return self.getattr(o, name).map(Some);
        }
        let found = self.find_attribute(o, name);
        if let Some(answer) = self.cacheable(o, found) {
            let stamp = self.stamp_of(o);
            self.remember(ic, stamp, answer);
            if let Found::Property(getter) = answer {
                return self.enter_getter(getter, o, dst);
            }
        }
        match found {
            Lookup::Missing => self.getattr(o, name).map(Some),
            Lookup::Data(_) | Lookup::NonData(_) => self.getattr(o, name).map(Some),
            _ => self.read_found(o, name, found).map(|v| Some(v.unwrap_or_default())),
        }
    }

    /// Calls a property's getter so that its return goes to the register `dst`.
    pub fn enter_getter(&mut self, getter: Value, o: Value, dst: u8) -> Res<Option<Value>> {
        let at = self.top;
        if self.stack.len() < at + 2 + super::call::HEADROOM {
            self.stack.resize((at + super::call::HEADROOM) * 2, Value::Undef);
        }
        self.stack[at] = o;
        self.invoke_with_self(getter, at, 1, None, dst, FrameKind::Call)
    }

    fn get_class_attr(&mut self, class: ClassKey, name: StrKey, ic: u32) -> Res<Option<Value>> {
        let o = Value::Class(class);
        if self.uses_default_getattribute(o)
            && let Lookup::ClassValue(v, ns, place) = self.find_class_attribute(class, name)
        {
            let root = self.heap.classes[class].root_shape;
            let stamp = self.heap.shapes.stamps[root.0 as usize];
            self.remember(ic, stamp, Found::OnClass(ns, place as u32));
            return Ok(Some(v));
        }
        self.getattr(o, name).map(Some)
    }

    /// `LoadMethod` when the cache has no answer: the callee and the receiver to pass, if any.
    pub fn load_method_slow(&mut self, o: Value, ic: u32) -> Res<(Value, Value)> {
        let name = self.site_name(ic);
        if let Value::Class(c) = o {
            return self.load_class_method(c, name, ic);
        }
        if matches!(o, Value::Object(_)) || !self.uses_default_getattribute(o) {
            return Ok((self.getattr(o, name)?, Value::Undef));
        }
        let found = self.find_attribute(o, name);
        let answer = self.cacheable(o, found);
        if let Some(answer @ (Found::Method(_) | Found::Inline(_) | Found::Overflow(_) | Found::ClassValue(..))) =
            answer
        {
            let stamp = self.stamp_of(o);
            self.remember(ic, stamp, answer);
        }
        match found {
            Lookup::Method(f) => Ok((f, o)),
            Lookup::NonData(Value::Descriptor(d)) => self.load_wrapped_method(o, d, name, ic),
            Lookup::Missing | Lookup::Data(_) | Lookup::NonData(_) => Ok((self.getattr(o, name)?, Value::Undef)),
            _ => Ok((self.read_found(o, name, found)?.unwrap_or_default(), Value::Undef)),
        }
    }

    /// Static and class methods called through an instance need no bound object either.
    fn load_wrapped_method(&mut self, o: Value, d: DescriptorKey, name: StrKey, ic: u32) -> Res<(Value, Value)> {
        let (answer, receiver) = match self.heap.descriptors[d] {
            Descriptor::StaticMethod(f) => (Found::Static(f), Value::Undef),
            Descriptor::ClassMethod(f @ Value::Function(_)) => {
                (Found::OwnClassMethod(f), Value::Class(self.class_of(o)))
            }
            _ => return Ok((self.getattr(o, name)?, Value::Undef)),
        };
        let cacheable = match o {
            Value::Instance(k) => !self.heap.shapes[self.heap.instances[k].shape].dict_mode,
            _ => false,
        };
        if cacheable {
            let stamp = self.stamp_of(o);
            self.remember(ic, stamp, answer);
        }
        match answer {
            Found::Static(f) | Found::OwnClassMethod(f) => Ok((f, receiver)),
            _ => Ok((self.getattr(o, name)?, Value::Undef)),
        }
    }

    /// Method calls on classes: static and class methods and plain functions need no bound object.
    fn load_class_method(&mut self, class: ClassKey, name: StrKey, ic: u32) -> Res<(Value, Value)> {
        let o = Value::Class(class);
        if !self.uses_default_getattribute(o) {
            return Ok((self.getattr(o, name)?, Value::Undef));
        }
        let found = self.find_class_attribute(class, name);
        let answer = match found {
            Lookup::Dict(f @ Value::Function(_)) => Some((Found::ClassFunction(f), (f, Value::Undef))),
            Lookup::Dict(Value::Descriptor(d)) => match self.heap.descriptors[d] {
                Descriptor::StaticMethod(f) => Some((Found::ClassFunction(f), (f, Value::Undef))),
                Descriptor::ClassMethod(f @ Value::Function(_)) => Some((Found::ClassMethod(f), (f, o))),
                _ => None,
            },
            Lookup::ClassValue(v, ns, place) => Some((Found::OnClass(ns, place as u32), (v, Value::Undef))),
            _ => None,
        };
        match answer {
            Some((found, result)) => {
                let root = self.heap.classes[class].root_shape;
                let stamp = self.heap.shapes.stamps[root.0 as usize];
                self.remember(ic, stamp, found);
                Ok(result)
            }
            None => Ok((self.getattr(o, name)?, Value::Undef)),
        }
    }

    /// `SetAttr` when the cache has no answer.
    pub fn set_attr_slow(&mut self, o: Value, v: Value, ic: u32) -> Res<()> {
        let name = self.site_name(ic);
        let Value::Instance(k) = o else { return self.setattr(o, name, v) };
        let hook = self.heap.names.__setattr__;
        let default = self.special(o, hook).is_none_or(|f| self.is_default_hook(f));
        let shape = self.heap.instances[k].shape;
        if !default || self.heap.shapes[shape].dict_mode {
            return self.setattr(o, name, v);
        }
        let class = self.heap.shapes[shape].class;
        let stamp = self.heap.shapes.stamps[shape.0 as usize];
        match self.heap.lookup_in_class(class, name) {
            Some(d) if self.is_data_descriptor(d) => {
                if let Value::Descriptor(dk) = d
                    && let Descriptor::Member { class: owner, place, .. } = self.heap.descriptors[dk]
                    && self.heap.is_subclass(class, owner)
                {
                    self.remember(ic, stamp, Found::Slot(place as u32));
                }
                return self.setattr(o, name, v);
            }
            // A plain value could become a data descriptor without a new stamp only if it changed its class.
            _ => {}
        }
        if !self.heap.classes[class].flags.has_dict {
            return self.setattr(o, name, v);
        }
        match self.heap.shapes[shape].place(name) {
            Some(place) if place < INLINE_VALUES => self.remember(ic, stamp, Found::Inline(place as u8)),
            Some(place) => self.remember(ic, stamp, Found::Overflow((place - INLINE_VALUES) as u32)),
            None => {
                if let Some(next) = self.heap.shapes.with_attribute(shape, name) {
                    let place = self.heap.shapes[next].names.len() - 1;
                    self.remember(ic, stamp, Found::Add(next.0, place as u8));
                }
            }
        }
        self.heap.set_attribute(k, name, v);
        Ok(())
    }

    /// `del o.name`, with a short way for attributes that instances keep themselves.
    pub fn del_attr(&mut self, o: Value, name: StrKey) -> Res<()> {
        if let Value::Instance(k) = o {
            let class = self.class_of(o);
            let hook = self.heap.names.__delattr__;
            if self.heap.lookup_in_class(class, hook).is_some_and(|f| self.is_default_hook(f))
                && self.heap.lookup_in_class(class, name).is_none()
                && self.heap.delete_attribute(k, name)
            {
                return Ok(());
            }
        }
        self.delattr(o, name)
    }

    /// `LoadGlobal` when the cache has no answer.
    pub fn load_global_slow(&mut self, globals: DictKey, ic: u32) -> Res {
        let name = self.site_name(ic);
        let builtins = self.builtins;
        if let Some(place) = self.heap.ns_find(globals, name) {
            self.remember_global(ic, place, globals, false);
            return Ok(self.heap.dicts[globals].value_at(place));
        }
        if let Some(v) = self.custom_builtin(globals, name)? {
            return Ok(v);
        }
        if let Some(place) = self.heap.ns_find(builtins, name) {
            self.remember_global(ic, place, globals, true);
            return Ok(self.heap.dicts[builtins].value_at(place));
        }
        Err(self.name_error(name))
    }

    /// `exec` with globals that carry `__builtins__` of their own.
    fn custom_builtin(&mut self, globals: DictKey, name: StrKey) -> Res<Option<Value>> {
        let key = self.heap.names.__builtins__;
        match self.heap.ns_get(globals, key) {
            Some(Value::Dict(d)) if d != self.builtins => match self.heap.ns_get(d, name) {
                Some(v) => Ok(Some(v)),
                None => Err(self.name_error(name)),
            },
            _ => Ok(None),
        }
    }

    fn remember_global(&mut self, ic: u32, place: usize, globals: DictKey, builtin: bool) {
        let stamp = self.heap.keys_stamp(globals);
        if self.limits.inline_caches
            && stamp != 0
            && let Some(frame) = self.frames.last()
        {
            let site = &mut self.codes[frame.code].sites[ic as usize];
            site.place = place as u32;
            site.keys_stamp = stamp;
            site.builtin = builtin;
        }
    }

    /// Raises `NameError: name 'x' is not defined`.
    #[cold]
    pub fn name_error(&mut self, name: StrKey) -> Raised {
        let text = self.heap.text(name).into_owned();
        let raised = self.error(Exc::NameError, format!("name '{text}' is not defined"));
        crate::types::exception::set_field(self, "name", Value::Str(name));
        raised
    }

    /// Raises `UnboundLocalError`.
    #[cold]
    pub fn unbound_local(&mut self, name: StrKey) -> Raised {
        let text = self.heap.text(name).into_owned();
        let raised = self.error(
            Exc::UnboundLocalError,
            format!("cannot access local variable '{text}' where it is not associated with a value"),
        );
        crate::types::exception::set_field(self, "name", Value::Str(name));
        raised
    }

    /// Raises for an empty cell: of the function's own variable, or of a free one.
    #[cold]
    pub fn empty_cell(&mut self, name: StrKey) -> Raised {
        let free = self.frames.last().is_some_and(|f| self.codes[f.code].free.contains(&name));
        if !free {
            return self.unbound_local(name);
        }
        let text = self.heap.text(name).into_owned();
        let raised = self.error(
            Exc::NameError,
            format!("cannot access free variable '{text}' where it is not associated with a value in enclosing scope"),
        );
        crate::types::exception::set_field(self, "name", Value::Str(name));
        raised
    }

    /// `LoadName`: the namespace mapping, then globals and builtins.
    pub fn load_name(&mut self, ns: Value, globals: DictKey, ic: u32) -> Res {
        let name = self.site_name(ic);
        match self.namespace_get(ns, name)? {
            Some(v) => Ok(v),
            None => self.load_global_slow(globals, ic),
        }
    }

    /// A name in a namespace mapping: a dict, or anything with `__getitem__` (a metaclass's `__prepare__`).
    pub fn namespace_get(&mut self, ns: Value, name: StrKey) -> Res<Option<Value>> {
        match ns {
            Value::Dict(d) => Ok(self.heap.ns_get(d, name)),
            _ => {
                let result = self.get_item(ns, Value::Str(name));
                self.catch(result, Exc::KeyError)
            }
        }
    }

    /// Binds a name in a namespace mapping.
    pub fn namespace_set(&mut self, ns: Value, name: StrKey, v: Value) -> Res<()> {
        match ns {
            Value::Dict(d) => {
                self.heap.ns_set(d, name, v);
                Ok(())
            }
            _ => self.set_item(ns, Value::Str(name), v),
        }
    }

    /// Unbinds a name in a namespace mapping, or `NameError`.
    pub fn namespace_del(&mut self, ns: Value, name: StrKey) -> Res<()> {
        let found = match ns {
            Value::Dict(d) => self.heap.ns_remove(d, name).is_some(),
            _ => {
                let result = self.del_item(ns, Value::Str(name));
                self.catch(result, Exc::KeyError)?.is_some()
            }
        };
        if found { Ok(()) } else { Err(self.name_error(name)) }
    }

    /// A binary op on registers.
    pub fn binary_to(&mut self, op: BinaryOp, inplace: bool, a: Value, b: Value, d: usize) -> Res<()> {
        self.stack[d] = self.binary(op, inplace, a, b)?;
        Ok(())
    }

    /// A comparison for a branch.
    pub fn compare_truth(&mut self, op: CompareOp, a: Value, b: Value) -> Res<bool> {
        match self.compare(op, a, b)? {
            Value::Bool(t) => Ok(t),
            v => self.truth(v),
        }
    }

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
        Ok(self.heap.new_str(text))
    }

    #[cold]
    fn build_wide_string(&mut self, first: usize, n: usize) -> Res {
        let mut points = Vec::new();
        for i in first..first + n {
            if let Value::Str(k) = self.payload(self.stack[i]) {
                points.extend(self.heap.strs[k].code_points());
            }
        }
        Ok(self.heap.new_text(crate::heap::text::Str::from_code_points(&points)))
    }

    /// `super().name(…)` when the cache has no answer: the callee and the receiver to pass, if any.
    pub fn load_super_method(
        &mut self,
        receiver: Value,
        class: Value,
        globals: DictKey,
        ic: u32,
    ) -> Res<(Value, Value)> {
        let name = self.site_name(ic);
        let word = self.heap.names.super_word;
        let shadowed = self.heap.ns_get(globals, word);
        let builtin = self.heap.ns_find(self.builtins, word);
        let meaning = match (shadowed, builtin) {
            (Some(v), _) => v,
            (None, Some(place)) => self.heap.dicts[self.builtins].value_at(place),
            (None, None) => return Err(self.name_error(word)),
        };
        if !meaning.is(Value::Class(self.heap.types.super_)) {
            let o = self.call(meaning, &[])?;
            return Ok((self.getattr(o, name)?, Value::Undef));
        }
        let Value::Class(this_class) = class else {
            return Err(self.runtime_error("super(): empty __class__ cell"));
        };
        if receiver.is_undef() {
            return Err(self.runtime_error("super(): arg[0] deleted"));
        }
        let receiver_class = self.super_check(this_class, receiver)?;
        let through_class = matches!(receiver, Value::Class(c) if c == receiver_class);
        match self.super_find(this_class, receiver_class, name) {
            Some(f @ Value::Function(_)) if !through_class => {
                if let (None, Some(place), Value::Instance(_)) = (shadowed, builtin, receiver) {
                    self.remember_global(ic, place, globals, true);
                    let stamp = self.stamp_of(receiver);
                    self.remember(ic, stamp, Found::Super(f, this_class));
                }
                Ok((f, receiver))
            }
            Some(Value::Native(n))
                if !through_class && matches!(self.heap.natives[n].kind, NativeKind::Method | NativeKind::Wrapper) =>
            {
                Ok((Value::Native(n), receiver))
            }
            Some(found) => {
                let o = if through_class { Value::Undef } else { receiver };
                Ok((self.bind(found, o, receiver_class)?, Value::Undef))
            }
            None => {
                let s = self.new_super(this_class, receiver, receiver_class);
                Ok((self.getattr(s, name)?, Value::Undef))
            }
        }
    }

    /// A `super` object.
    pub fn new_super(&mut self, this_class: ClassKey, receiver: Value, receiver_class: ClassKey) -> Value {
        let class = self.heap.types.super_;
        self.heap.new_object(class, crate::object::super_::Super { this_class, receiver, receiver_class })
    }

    /// `with`: the bound `__exit__` and `__enter__` of a context manager.
    pub fn before_with(&mut self, manager: Value) -> Res<(Value, Value)> {
        let names = self.heap.names;
        self.context_methods(manager, names.__enter__, names.__exit__, "context manager")
    }

    /// The bound methods a context manager is left and entered by.
    pub fn context_methods(
        &mut self,
        manager: Value,
        enter: StrKey,
        exit: StrKey,
        protocol: &str,
    ) -> Res<(Value, Value)> {
        let exit_name = exit;
        let class = self.class_of(manager);
        let enter = self.special(manager, enter);
        let exit = self.special(manager, exit);
        let (Some(enter), Some(exit)) = (enter, exit) else {
            let t = self.heap.class_name(class);
            let missed = match enter {
                Some(_) => format!(" (missed {} method)", self.heap.text(exit_name)),
                None => String::new(),
            };
            let message = format!("'{t}' object does not support the {protocol} protocol{missed}");
            return Err(self.type_error(message));
        };
        let exit = self.bind(exit, manager, class)?;
        self.heap.recent.push(exit);
        let enter = self.bind(enter, manager, class)?;
        Ok((exit, enter))
    }

    /// The exception of a `raise` statement: an instance, or made by calling a class.
    pub fn exception_to_raise(&mut self, v: Value) -> Res {
        let base = self.heap.types.exception(Exc::BaseException);
        if let Value::Class(c) = v
            && self.heap.is_subclass(c, base)
        {
            let made = self.call(v, &[])?;
            if self.exception_key(made).is_none() {
                let (c, t) = (self.repr_text(v)?, self.type_name(made));
                return Err(self.type_error(format!(
                    "calling {c} should have returned an instance of BaseException, not <class '{t}'>"
                )));
            }
            return Ok(made);
        }
        if self.exception_key(v).is_some() {
            return Ok(v);
        }
        Err(self.type_error("exceptions must derive from BaseException"))
    }

    /// `raise v from cause`.
    pub fn raise_from(&mut self, v: Value, cause: Value) -> Raised {
        let made = match self.exception_to_raise(v) {
            Ok(e) => e,
            Err(raised) => return raised,
        };
        let pin = self.pin(made);
        let base = self.heap.types.exception(Exc::BaseException);
        let cause = match cause {
            Value::None => Value::None,
            Value::Class(c) if self.heap.is_subclass(c, base) => match self.exception_to_raise(cause) {
                Ok(e) => e,
                Err(raised) => {
                    self.unpin_to(pin);
                    return raised;
                }
            },
            other if self.exception_key(other).is_some() => other,
            _ => {
                self.unpin_to(pin);
                return self.type_error("exception causes must derive from BaseException");
            }
        };
        self.unpin_to(pin);
        if let Some(k) = self.exception_key(made) {
            let e = &mut self.heap.exceptions[k];
            e.cause = cause;
            e.suppress_context = true;
        }
        self.raise(made)
    }

    /// Bare `raise`.
    pub fn raise_again(&mut self) -> Raised {
        if self.handled.is_none() {
            return self.runtime_error("No active exception to reraise");
        }
        self.pending = self.handled;
        Raised
    }

    /// `except t`: the exception is an instance of the class or one of the tuple's.
    pub fn exception_matches(&mut self, e: Value, t: Value) -> Res<bool> {
        let base = self.heap.types.exception(Exc::BaseException);
        let class = self.class_of(e);
        let candidates = match t {
            Value::Tuple(k) => self.heap.tuples[k].to_vec(),
            other => vec![other],
        };
        for c in &candidates {
            match c {
                Value::Class(c) if self.heap.is_subclass(*c, base) => {}
                _ => {
                    return Err(
                        self.type_error("catching classes that do not inherit from BaseException is not allowed")
                    );
                }
            }
        }
        Ok(candidates.iter().any(|c| matches!(c, Value::Class(c) if self.heap.is_subclass(class, *c))))
    }

    /// One step of `for`: the next value, or None at the end, for iterators the loop has no fast path for.
    pub fn for_next(&mut self, it: Value) -> Res<Option<Value>> {
        self.next(it)
    }

    /// Sends a value to an iterator that `yield from` runs on.
    pub fn yield_from_step(&mut self, it: Value, v: Value) -> Res<super::generator::Step> {
        use super::generator::Step;
        if let Value::Generator(g) = it {
            return self.generator_send(g, v);
        }
        let result = if v.is_none() {
            let class = self.class_of(it);
            if let (Value::Iter(_), _) | (_, true) = (it, class == self.heap.types.generator) {
                return Ok(match self.next(it)? {
                    Some(v) => Step::Yielded(v),
                    None => Step::Returned(Value::None),
                });
            }
            let name = self.heap.names.__next__;
            match self.call_special(it, name, &[]) {
                Ok(Some(v)) => Ok(v),
                Ok(None) => {
                    let t = self.type_name(it);
                    Err(self.type_error(format!("'{t}' object is not an iterator")))
                }
                Err(raised) => Err(raised),
            }
        } else {
            let name = self.heap.names.send;
            self.call_method(it, name, &[v])
        };
        match result {
            Ok(v) => Ok(Step::Yielded(v)),
            Err(Raised) if self.pending_is(Exc::StopIteration) => {
                let e = self.take_pending();
                Ok(Step::Returned(self.stop_value(e)))
            }
            Err(Raised) => Err(Raised),
        }
    }

    /// `iter(v)` for `yield from`.
    pub fn yield_from_iter(&mut self, v: Value) -> Res {
        match v {
            Value::Generator(g) if self.heap.generators[g].kind.is_iterable() => Ok(v),
            _ => self.iter(v),
        }
    }

    /// Makes sure a namespace has `__annotations__`.
    pub fn setup_annotations(&mut self, ns: Value) -> Res<()> {
        let name = self.heap.names.__annotations__;
        if self.namespace_get(ns, name)?.is_none() {
            let dict = self.heap.new_dict(Dict::new());
            self.namespace_set(ns, name, dict)?;
        }
        Ok(())
    }
}
