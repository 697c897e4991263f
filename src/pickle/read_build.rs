//! Reading containers, classes and instances: the opcodes that call something or fill something.

use super::by_reference;
use super::errors::unpickling_error;
use super::read_scalar::{ascii_strict, utf8_strict};
use super::reader::{Reader, no_persistent_load};
use crate::heap::dict::Dict;
use crate::heap::kinds::Layout;
use crate::types::memoryview;
use crate::value::*;
use crate::vm::{Res, Vm};

impl Reader {
    pub(super) fn load_append(&mut self, vm: &mut Vm) -> Res<()> {
        let n = self.stack.len();
        if n > self.fence + 1
            && let (Value::List(k), v) = (self.stack[n - 2], self.stack[n - 1])
        {
            vm.heap.lists[k].push(v);
            vm.heap.grew(16);
            self.stack.pop();
            return Ok(());
        }
        if n == 0 || n - 1 <= self.fence {
            return Err(self.underflow(vm));
        }
        self.append_from(vm, n - 1)
    }

    /// Appends everything from a place of the stack on to the list below it.
    pub(super) fn append_from(&mut self, vm: &mut Vm, at: usize) -> Res<()> {
        if at > self.stack.len() || at <= self.fence {
            return Err(self.underflow(vm));
        }
        if at == self.stack.len() {
            return Ok(());
        }
        let list = self.stack[at - 1];
        if let Value::List(k) = list {
            let items = &self.stack[at..];
            vm.heap.grew(size_of_val(items));
            let list = &mut vm.heap.lists[k];
            if list.is_empty() {
                list.reserve_exact(items.len());
            }
            list.extend_from_slice(items);
            self.stack.truncate(at);
            return Ok(());
        }
        let items: Vec<Value> = self.stack.drain(at..).collect();
        let mark = vm.heap.pins.len();
        vm.heap.pins.extend(&items);
        let result = self.outside(vm, |vm| {
            let extend = vm.heap.intern("extend");
            if let Some(extend) = vm.getattr_opt(list, extend)? {
                let slice = vm.heap.new_list(items);
                return vm.call(extend, &[slice]).map(drop);
            }
            let append = vm.getattr_text(list, "append")?;
            for item in items {
                vm.call(append, &[item])?;
            }
            Ok(())
        });
        vm.unpin_to(mark);
        result
    }

    /// Sets the pairs from a place of the stack on in the dict below it.
    pub(super) fn set_items_from(&mut self, vm: &mut Vm, at: usize) -> Res<()> {
        if at > self.stack.len() || at <= self.fence {
            return Err(self.underflow(vm));
        }
        if at == self.stack.len() {
            return Ok(());
        }
        if !(self.stack.len() - at).is_multiple_of(2) {
            return Err(unpickling_error(vm, "odd number of items for SETITEMS"));
        }
        let target = self.stack[at - 1];
        let mut next = at;
        if let Value::Dict(k) = target {
            vm.heap.dicts[k].reserve((self.stack.len() - at) / 2);
            while next < self.stack.len() && set_plainly(vm, k, self.stack[next], self.stack[next + 1]) {
                next += 2;
            }
        }
        while next + 1 < self.stack.len() {
            let (key, value) = (self.stack[next], self.stack[next + 1]);
            self.outside(vm, |vm| match target {
                Value::Dict(k) => vm.dict_set(k, key, value),
                _ => vm.set_item(target, key, value),
            })?;
            next += 2;
        }
        self.stack.truncate(at);
        Ok(())
    }

    pub(super) fn load_dict(&mut self, vm: &mut Vm) -> Res<()> {
        let at = self.mark(vm)?;
        if !(self.stack.len() - at).is_multiple_of(2) {
            return Err(unpickling_error(vm, "odd number of items for DICT"));
        }
        let dict = vm.heap.new_dict_key(Dict::with_capacity((self.stack.len() - at) / 2));
        let mut next = at;
        while next + 1 < self.stack.len() {
            let (key, value) = (self.stack[next], self.stack[next + 1]);
            if !set_plainly(vm, dict, key, value) {
                self.outside(vm, |vm| vm.dict_set(dict, key, value))?;
            }
            next += 2;
        }
        self.stack.truncate(at);
        self.stack.push(Value::Dict(dict));
        Ok(())
    }

    pub(super) fn load_frozenset(&mut self, vm: &mut Vm) -> Res<()> {
        let items = self.pop_mark(vm)?;
        let Value::FrozenSet(k) = vm.heap.new_frozenset(Dict::new()) else { return Ok(()) };
        let mark = vm.heap.pins.len();
        vm.heap.pins.extend(&items);
        let added = self.outside(vm, |vm| items.into_iter().try_for_each(|item| vm.set_add(k, item).map(drop)));
        vm.unpin_to(mark);
        self.stack.push(Value::FrozenSet(k));
        added
    }

    pub(super) fn load_additems(&mut self, vm: &mut Vm) -> Res<()> {
        let at = self.mark(vm)?;
        if at > self.stack.len() || at <= self.fence {
            return Err(self.underflow(vm));
        }
        if at == self.stack.len() {
            return Ok(());
        }
        let set = self.stack[at - 1];
        let items: Vec<Value> = self.stack.drain(at..).collect();
        let mark = vm.heap.pins.len();
        vm.heap.pins.extend(&items);
        let result = self.outside(vm, |vm| {
            if let Value::Set(k) = vm.payload(set) {
                return items.into_iter().try_for_each(|item| vm.set_add(k, item).map(drop));
            }
            let add = vm.getattr_text(set, "add")?;
            items.into_iter().try_for_each(|item| vm.call(add, &[item]).map(drop))
        });
        vm.unpin_to(mark);
        result
    }

    pub(super) fn load_global(&mut self, vm: &mut Vm) -> Res<()> {
        let module = self.line(vm, 2)?;
        let module = utf8_strict(vm, &self.input.data[module.start..module.end - 1])?;
        let name = self.line(vm, 2)?;
        let name = utf8_strict(vm, &self.input.data[name.start..name.end - 1])?;
        let v = self.find(vm, Value::Str(module), Value::Str(name))?;
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_stack_global(&mut self, vm: &mut Vm) -> Res<()> {
        let name = self.pop(vm)?;
        let module = self.pop(vm)?;
        if !matches!((module, name), (Value::Str(_), Value::Str(_))) {
            return Err(unpickling_error(vm, "STACK_GLOBAL requires str"));
        }
        let v = self.find(vm, module, name)?;
        self.stack.push(v);
        Ok(())
    }

    /// `find_class(module, name)`
    fn find(&mut self, vm: &mut Vm, module: Value, name: Value) -> Res {
        if let Some(hook) = self.find_class.bound() {
            return self.outside(vm, |vm| vm.call(hook, &[module, name]));
        }
        let (Value::Str(module), Value::Str(name)) = (module, name) else {
            return Err(unpickling_error(vm, "STACK_GLOBAL requires str"));
        };
        let (protocol, fix_imports) = (self.protocol, self.fix_imports);
        if protocol >= 3
            && let Some(found) = by_reference::find_known(vm, module, name)
        {
            return Ok(found);
        }
        self.outside(vm, |vm| by_reference::find_class(vm, module, name, protocol, fix_imports))
    }

    pub(super) fn load_reduce(&mut self, vm: &mut Vm) -> Res<()> {
        let args = self.pop(vm)?;
        let callable = self.pop(vm)?;
        let mark = vm.pin(callable);
        vm.pin(args);
        let v = self.outside(vm, |vm| call_with_tuple(vm, callable, args));
        vm.unpin_to(mark);
        self.stack.push(v?);
        Ok(())
    }

    pub(super) fn load_newobj(&mut self, vm: &mut Vm, ex: bool) -> Res<()> {
        let kwargs = if ex { self.pop(vm)? } else { Value::Undef };
        let args = self.pop(vm)?;
        let class = self.pop(vm)?;
        let op = if ex { "NEWOBJ_EX" } else { "NEWOBJ" };
        let Value::Class(class_key) = class else {
            let t = vm.type_name(class);
            return Err(unpickling_error(vm, &format!("{op} class argument must be a type, not {t}")));
        };
        let Value::Tuple(args_key) = vm.payload(args) else {
            let t = vm.type_name(args);
            return Err(unpickling_error(vm, &format!("{op} args argument must be a tuple, not {t}")));
        };
        let mut named = Vec::new();
        if ex {
            let Value::Dict(k) = vm.payload(kwargs) else {
                let t = vm.type_name(kwargs);
                return Err(unpickling_error(vm, &format!("{op} kwargs argument must be a dict, not {t}")));
            };
            for (key, value) in vm.heap.dicts[k].iter().map(|e| (e.key, e.value)).collect::<Vec<_>>() {
                let Value::Str(key) = key else { return Err(vm.type_error("keywords must be strings")) };
                named.push((vm.heap.intern_key(key), value));
            }
        }
        let new_name = vm.heap.names.__new__;
        let new = vm.heap.lookup_in_class(class_key, new_name);
        if vm.heap.tuples[args_key].is_empty()
            && named.is_empty()
            && vm.heap.classes[class_key].layout == Layout::Plain
            && new.is_some_and(|new| new.is(vm.object_new()))
        {
            let v = Value::Instance(vm.heap.new_instance(class_key));
            self.stack.push(v);
            return Ok(());
        }
        let Some(new) = new.filter(|_| !vm.heap.classes[class_key].flags.no_new) else {
            let n = vm.heap.class_name(class_key);
            return Err(unpickling_error(vm, &format!("{op} class argument '{n}' doesn't have __new__")));
        };
        let mark = vm.pin(args);
        vm.pin(kwargs);
        let v = self.outside(vm, |vm| {
            let new = vm.bind(new, Value::Undef, class_key)?;
            let mut all = vec![class];
            all.extend_from_slice(&vm.heap.tuples[args_key]);
            vm.call_kw(new, &all, &named)
        });
        vm.unpin_to(mark);
        self.stack.push(v?);
        Ok(())
    }

    pub(super) fn load_inst(&mut self, vm: &mut Vm) -> Res<()> {
        let at = self.mark(vm)?;
        let module = self.line(vm, 2)?;
        let module = ascii_strict(vm, &self.input.data[module.start..module.end - 1])?;
        let name = self.line(vm, 2)?;
        let name = ascii_strict(vm, &self.input.data[name.start..name.end - 1])?;
        let class = self.find(vm, Value::Str(module), Value::Str(name))?;
        let args = vm.heap.new_tuple(&self.stack[at.min(self.stack.len())..]);
        self.stack.truncate(at);
        let v = self.outside(vm, |vm| instantiate(vm, class, args))?;
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_obj(&mut self, vm: &mut Vm) -> Res<()> {
        let at = self.mark(vm)?;
        if self.stack.len() <= at {
            return Err(self.underflow(vm));
        }
        let args = vm.heap.new_tuple(&self.stack[at + 1..]);
        self.stack.truncate(at + 1);
        let class = self.pop(vm)?;
        let mark = vm.pin(class);
        let v = self.outside(vm, |vm| instantiate(vm, class, args));
        vm.unpin_to(mark);
        self.stack.push(v?);
        Ok(())
    }

    pub(super) fn load_persid(&mut self, vm: &mut Vm) -> Res<()> {
        let line = self.line(vm, 1)?;
        if self.persistent_load.is_undef() {
            return Err(no_persistent_load(vm));
        }
        let line = self.input.data[line.start..line.end - 1].to_vec();
        if !line.is_ascii() {
            return Err(unpickling_error(vm, "persistent IDs in protocol 0 must be ASCII strings"));
        }
        let pid = vm.heap.new_str(String::from_utf8_lossy(&line).into_owned());
        self.load_persistent(vm, pid)
    }

    /// Pushes `persistent_load(pid)`.
    pub(super) fn load_persistent(&mut self, vm: &mut Vm, pid: Value) -> Res<()> {
        let hook = self.persistent_load;
        let v = self.outside(vm, |vm| vm.call(hook, &[pid]))?;
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_extension(&mut self, vm: &mut Vm, code: i64) -> Res<()> {
        if code <= 0 {
            return Err(unpickling_error(vm, "EXT specifies code <= 0"));
        }
        let (cache, registered) = self.outside(vm, |vm| {
            let cache = by_reference::import_attribute(vm, "copyreg", "_extension_cache")?;
            let registry = by_reference::import_attribute(vm, "copyreg", "_inverted_registry")?;
            let get = |vm: &mut Vm, d: Value| match d {
                Value::Dict(k) => vm.dict_get(k, Value::Int(code)),
                _ => Ok(None),
            };
            if let Some(v) = get(vm, cache)? {
                return Ok((cache, Err(v)));
            }
            Ok((cache, Ok(get(vm, registry)?)))
        })?;
        let names = match registered {
            Err(v) => {
                self.stack.push(v);
                return Ok(());
            }
            Ok(None) => return Err(vm.value_error(format!("unregistered extension code {code}"))),
            Ok(Some(names)) => names,
        };
        let pair = match names {
            Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
            _ => Vec::new(),
        };
        let &[module @ Value::Str(_), name @ Value::Str(_)] = &pair[..] else {
            return Err(vm.value_error(format!("_inverted_registry[{code}] isn't a 2-tuple of strings")));
        };
        let v = self.find(vm, module, name)?;
        if let Value::Dict(cache) = cache {
            vm.dict_set(cache, Value::Int(code), v)?;
        }
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_build(&mut self, vm: &mut Vm) -> Res<()> {
        // The state and below it the object, which stays.
        if self.stack.len() < self.fence + 2 {
            return Err(self.underflow(vm));
        }
        let state = self.pop(vm)?;
        let v = self.top(vm)?;
        if let (Value::Instance(k), Value::Dict(d)) = (v, state)
            && build_plainly(vm, k, d)
        {
            return Ok(());
        }
        let mark = vm.pin(state);
        let result = self.outside(vm, |vm| build(vm, v, state));
        vm.unpin_to(mark);
        result
    }

    pub(super) fn load_next_buffer(&mut self, vm: &mut Vm) -> Res<()> {
        let Some(buffers) = self.buffers.bound() else {
            let message = "pickle stream refers to out-of-band data but no *buffers* argument was given";
            return Err(unpickling_error(vm, message));
        };
        match self.outside(vm, |vm| vm.next(buffers))? {
            Some(buffer) => {
                self.stack.push(buffer);
                Ok(())
            }
            None => Err(unpickling_error(vm, "not enough out-of-band buffers")),
        }
    }

    pub(super) fn load_readonly_buffer(&mut self, vm: &mut Vm) -> Res<()> {
        let v = self.top(vm)?;
        if matches!(vm.payload(v), Value::Bytes(_)) {
            return Ok(());
        }
        let readonly = self.outside(vm, |vm| {
            let view = memoryview::of(vm, v)?;
            match memoryview::layout(vm, view) {
                (_, true) => Ok(v),
                _ => memoryview::readonly(vm, view),
            }
        })?;
        self.stack.pop();
        self.stack.push(readonly);
        Ok(())
    }
}

/// Sets a key whose hash and equality need no Python code, in a dict; false if it isn't such a key.
#[inline]
fn set_plainly(vm: &mut Vm, dict: DictKey, key: Value, value: Value) -> bool {
    match key {
        Value::Str(_) | Value::Int(_) | Value::None | Value::Bool(_) | Value::Bytes(_) => {
            // With other kinds of keys in the dict, equal hashes could lead to Python code.
            let quiet =
                |k: Value| matches!(k, Value::Str(_) | Value::Int(_) | Value::None | Value::Bool(_) | Value::Bytes(_));
            let strings = vm.heap.dicts[dict].iter().next_back().is_none_or(|e| quiet(e.key));
            strings && vm.dict_set(dict, key, value).is_ok()
        }
        _ => false,
    }
}

/// `callable(*args)`
fn call_with_tuple(vm: &mut Vm, callable: Value, args: Value) -> Res {
    let Value::Tuple(k) = vm.payload(args) else {
        return Err(vm.type_error("argument list must be a tuple"));
    };
    let args = vm.heap.tuples[k].to_vec();
    vm.call(callable, &args)
}

/// INST and OBJ: a class without arguments is not initialised, unless it says that it has arguments.
fn instantiate(vm: &mut Vm, class: Value, args: Value) -> Res {
    let names = vm.heap.names;
    let empty = matches!(args, Value::Tuple(k) if vm.heap.tuples[k].is_empty());
    if empty && matches!(class, Value::Class(_)) && vm.getattr_opt(class, names.__getinitargs__)?.is_none() {
        return vm.call_method(class, names.__new__, &[class]);
    }
    call_with_tuple(vm, class, args)
}

/// Gives an instance without `__setstate__` its attributes, when that runs no Python code; else false.
fn build_plainly(vm: &mut Vm, k: InstanceKey, state: DictKey) -> bool {
    let v = Value::Instance(k);
    let class = vm.class_of(v);
    let names = vm.heap.names;
    let c = &vm.heap.classes[class];
    if c.layout != Layout::Plain
        || !c.flags.has_dict
        || vm.heap.lookup_in_class(class, names.__setstate__).is_some()
        || vm.heap.lookup_in_class(class, names.__getattr__).is_some()
        || !vm.uses_default_getattribute(v)
        || !is_own_dict(vm, class)
    {
        return false;
    }
    let shape = &vm.heap.shapes[vm.heap.instances[k].shape];
    let fresh = !shape.dict_mode && shape.place(names.__setstate__).is_none();
    if !fresh || !vm.heap.dicts[state].iter().all(|e| matches!(e.key, Value::Str(_))) {
        return false;
    }
    let mut place = 0;
    while place < vm.heap.dicts[state].places() {
        let entry = vm.heap.dicts[state].entry(place).copied();
        place += 1;
        if let Some(entry) = entry
            && let Value::Str(name) = entry.key
        {
            let name = vm.heap.intern_key(name);
            vm.heap.set_attribute(k, name, entry.value);
        }
    }
    true
}

/// `__dict__` is not overridden in the class.
fn is_own_dict(vm: &mut Vm, class: ClassKey) -> bool {
    use crate::heap::kinds::Descriptor;
    match vm.heap.lookup_in_class(class, vm.heap.names.__dict__) {
        None => true,
        Some(Value::Descriptor(k)) => matches!(vm.heap.descriptors[k], Descriptor::GetSet { .. }),
        Some(_) => false,
    }
}

/// BUILD in general.
fn build(vm: &mut Vm, v: Value, state: Value) -> Res<()> {
    let names = vm.heap.names;
    if let Some(setstate) = vm.getattr_opt(v, names.__setstate__)? {
        return vm.call(setstate, &[state]).map(drop);
    }
    let (mut state, mut slots) = (state, Value::Undef);
    if let Value::Tuple(k) = vm.payload(state)
        && let [first, second] = *vm.heap.tuples[k]
    {
        (state, slots) = (first, second);
    }
    if !state.is_none() {
        let Value::Dict(k) = vm.payload(state) else {
            return Err(unpickling_error(vm, "state is not a dictionary"));
        };
        let dict = vm.getattr(v, names.__dict__)?;
        let items: Vec<_> = vm.heap.dicts[k].iter().map(|e| (e.key, e.value)).collect();
        for (key, value) in items {
            let key = match key {
                Value::Str(s) => Value::Str(vm.heap.intern_key(s)),
                other => other,
            };
            match dict {
                Value::Dict(d) => vm.dict_set(d, key, value)?,
                _ => vm.set_item(dict, key, value)?,
            }
        }
    }
    if let Some(slots) = slots.bound() {
        let Value::Dict(k) = vm.payload(slots) else {
            return Err(unpickling_error(vm, "slot state is not a dictionary"));
        };
        let items: Vec<_> = vm.heap.dicts[k].iter().map(|e| (e.key, e.value)).collect();
        for (key, value) in items {
            let name = crate::types::object::attribute_name(vm, key)?;
            vm.setattr(v, name, value)?;
        }
    }
    Ok(())
}
