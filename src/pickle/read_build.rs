//! Reading containers, classes and instances: the opcodes that fill something, or ask the [world](super::world).

use super::errors::unpickling_error;
use super::read_scalar::{ascii_strict, utf8_strict};
use super::reader::Reader;
use super::world::World;
use crate::heap::dict::Dict;
use crate::heap::kinds::Layout;
use crate::value::*;
use crate::vm::{Res, Vm};

impl<W: World> Reader<W> {
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
        W::extend(self, vm, list, items)
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
            W::set_item(self, vm, target, key, value)?;
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
                W::set_item(self, vm, Value::Dict(dict), key, value)?;
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
        let added = W::fill_set(self, vm, k, items);
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
        match vm.payload(set) {
            Value::Set(k) => W::fill_set(self, vm, k, items),
            _ => W::add_items(self, vm, set, items),
        }
    }

    pub(super) fn load_global(&mut self, vm: &mut Vm) -> Res<()> {
        let module = self.line(vm, 2)?;
        let module = utf8_strict(vm, &self.input.data[module.start..module.end - 1])?;
        let name = self.line(vm, 2)?;
        let name = utf8_strict(vm, &self.input.data[name.start..name.end - 1])?;
        let v = W::global(self, vm, Value::Str(module), Value::Str(name))?;
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_stack_global(&mut self, vm: &mut Vm) -> Res<()> {
        let name = self.pop(vm)?;
        let module = self.pop(vm)?;
        if !matches!((module, name), (Value::Str(_), Value::Str(_))) {
            return Err(unpickling_error(vm, "STACK_GLOBAL requires str"));
        }
        let v = W::global(self, vm, module, name)?;
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_reduce(&mut self, vm: &mut Vm) -> Res<()> {
        let args = self.pop(vm)?;
        let callable = self.pop(vm)?;
        let v = W::call(self, vm, callable, args)?;
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_newobj(&mut self, vm: &mut Vm, ex: bool) -> Res<()> {
        let kwargs = if ex { self.pop(vm)? } else { Value::Undef };
        let args = self.pop(vm)?;
        let class = self.pop(vm)?;
        let v = W::make(self, vm, class, args, kwargs)?;
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_inst(&mut self, vm: &mut Vm) -> Res<()> {
        let at = self.mark(vm)?;
        let module = self.line(vm, 2)?;
        let module = ascii_strict(vm, &self.input.data[module.start..module.end - 1])?;
        let name = self.line(vm, 2)?;
        let name = ascii_strict(vm, &self.input.data[name.start..name.end - 1])?;
        let class = W::global(self, vm, Value::Str(module), Value::Str(name))?;
        let args = vm.heap.new_tuple(&self.stack[at.min(self.stack.len())..]);
        self.stack.truncate(at);
        let v = W::instantiate(self, vm, class, args)?;
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
        let v = W::instantiate(self, vm, class, args)?;
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_persid(&mut self, vm: &mut Vm) -> Res<()> {
        let line = self.line(vm, 1)?;
        W::check_persistent(self, vm)?;
        let line = self.input.data[line.start..line.end - 1].to_vec();
        if !line.is_ascii() {
            return Err(unpickling_error(vm, "persistent IDs in protocol 0 must be ASCII strings"));
        }
        let pid = vm.heap.new_str(String::from_utf8_lossy(&line).into_owned());
        self.load_persistent(vm, pid)
    }

    /// Pushes `persistent_load(pid)`.
    pub(super) fn load_persistent(&mut self, vm: &mut Vm, pid: Value) -> Res<()> {
        let v = W::persistent(self, vm, pid)?;
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_extension(&mut self, vm: &mut Vm, code: i64) -> Res<()> {
        if code <= 0 {
            return Err(unpickling_error(vm, "EXT specifies code <= 0"));
        }
        let v = W::extension(self, vm, code)?;
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
        W::build(self, vm, v, state)
    }

    pub(super) fn load_next_buffer(&mut self, vm: &mut Vm) -> Res<()> {
        let buffer = W::next_buffer(self, vm)?;
        self.stack.push(buffer);
        Ok(())
    }

    pub(super) fn load_readonly_buffer(&mut self, vm: &mut Vm) -> Res<()> {
        let v = self.top(vm)?;
        if matches!(vm.payload(v), Value::Bytes(_)) {
            return Ok(());
        }
        let readonly = W::readonly(self, vm, v)?;
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
