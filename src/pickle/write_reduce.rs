//! Writing objects by reduction: `reducer_override`, dispatch tables, `__reduce_ex__`, and what the resulting
//! tuple means.

use super::errors::pickling_error;
use super::opcodes::*;
use super::reduce;
use super::writer::{Task, Writer};
use crate::heap::kinds::Layout;
use crate::value::*;
use crate::vm::{Res, Vm};

/// What a reduction says behind the construction.
#[derive(Debug)]
pub struct Rest {
    /// The object, for the memo.
    object: Value,
    state: Value,
    items: Value,
    pairs: Value,
    setter: Value,
    /// Levels of nesting that end with it.
    leave: u32,
}

impl Rest {
    /// Calls `visit` with every value it holds.
    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        [self.object, self.state, self.items, self.pairs, self.setter].into_iter().for_each(visit);
    }
}

/// For shapes seen in this pickle: whether their instances reduce in the plain way.
#[derive(Debug, Default)]
pub struct Plans {
    by_shape: hashbrown::HashMap<u32, bool, foldhash::fast::FixedState>,
}

impl Plans {
    /// Forgets what was found: Python code may have changed classes.
    pub fn clear(&mut self) {
        if !self.by_shape.is_empty() {
            self.by_shape.clear();
        }
    }
}

impl Writer {
    /// The instance may be written by [`Writer::save_plain_instance`]: no hook can see it, and its class reduces
    /// as `object` does, by `NEWOBJ` without arguments and a `BUILD` of its attributes.
    #[inline]
    pub(super) fn may_plan(&mut self, vm: &mut Vm, k: InstanceKey) -> bool {
        if self.protocol < 2 || !self.reducer_override.is_undef() || !self.persistent_id.is_undef() || self.fast != 0 {
            return false;
        }
        let shape = vm.heap.instances[k].shape;
        if vm.heap.shapes[shape].dict_mode {
            return false;
        }
        if let Some(&plain) = self.plans.by_shape.get(&shape.0) {
            return plain;
        }
        let plain = self.is_plain(vm, k);
        self.plans.by_shape.insert(shape.0, plain);
        plain
    }

    fn is_plain(&mut self, vm: &mut Vm, k: InstanceKey) -> bool {
        let v = Value::Instance(k);
        let class = vm.class_of(v);
        let c = &vm.heap.classes[class];
        if c.layout != Layout::Plain || c.fixed != 0 || !c.flags.has_dict || !self.dispatch_table.is_undef() {
            return false;
        }
        if let Value::Dict(table) = self.shared_table
            && vm.heap.dicts[table].iter().any(|e| e.key.is(Value::Class(class)))
        {
            return false;
        }
        reduce::reduces_plainly(vm, k, class) && reduce::slot_names(vm, class).is_ok_and(|names| names.is_empty())
    }

    /// Writes an instance that [`Writer::may_plan`] accepted.
    pub(super) fn save_plain_instance(&mut self, vm: &mut Vm, k: InstanceKey) -> Res<()> {
        let class = Value::Class(vm.class_of(Value::Instance(k)));
        if self.save_quick(vm, class) {
            return self.construct(vm, k);
        }
        self.tasks.push(Task::Construct(k));
        self.tasks.push(Task::Save(class));
        Ok(())
    }

    /// Behind the class of a plain instance: no arguments, construction, memo, attributes.
    pub(super) fn construct(&mut self, vm: &mut Vm, k: InstanceKey) -> Res<()> {
        let v = Value::Instance(k);
        if self.out.frame_is_full() {
            self.out.commit_frame();
            if !self.write.is_undef() {
                self.flush(vm)?;
            }
        }
        self.out.write(&[EMPTY_TUPLE, NEWOBJ]);
        if let Some(index) = self.memo.get(v) {
            self.out.byte(POP);
            self.write_get(index);
            self.depth -= 1;
            return Ok(());
        }
        self.memoize(v);
        let shape = vm.heap.instances[k].shape;
        let shapes = &vm.heap.shapes;
        if !shapes[shape].dict_mode && shapes[shape].names.len() == shapes[shape].fixed {
            self.depth -= 1;
            return Ok(());
        }
        if self.shapes_allowed && !shapes[shape].dict_mode && !self.out.frame_is_full() {
            self.tasks.push(Task::Leave(1));
            self.tasks.push(Task::Op(BUILD));
            return self.save_attributes(vm, k);
        }
        let dict = vm.heap.instance_dict(k);
        if vm.heap.dicts[dict].is_empty() {
            self.depth -= 1;
            return Ok(());
        }
        self.tasks.push(Task::Leave(1));
        self.tasks.push(Task::Op(BUILD));
        self.tasks.push(Task::Save(Value::Dict(dict)));
        Ok(())
    }

    /// Everything that is not an exact built-in container: steps 8 to 12 of the order of decisions.
    pub(super) fn save_by_reduction(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        if let Some(result) = self.save_buffer(vm, v) {
            return result;
        }
        if let Some(hook) = self.reducer_override.bound() {
            let reduced = self.outside(vm, |vm| vm.call(hook, &[v]))?;
            if !matches!(reduced, Value::NotImplemented) {
                return self.save_reduced(vm, reduced, v);
            }
        }
        let class = vm.class_of(v);
        match v {
            Value::Class(k) if class == vm.heap.types.r#type => return self.save_type(vm, k),
            Value::Function(_) => return self.save_global(vm, v, None),
            _ => {}
        }
        if let Some(reducer) = self.dispatched(vm, class)? {
            let reduced = self.outside(vm, |vm| vm.call(reducer, &[v]))?;
            return self.save_reduced(vm, reduced, v);
        }
        if let Value::Class(_) = v {
            return self.save_global(vm, v, None);
        }
        let reduced = self.reduce(vm, v)?;
        self.save_reduced(vm, reduced, v)
    }

    /// The reducer a dispatch table has for a class.
    fn dispatched(&mut self, vm: &mut Vm, class: ClassKey) -> Res<Option<Value>> {
        let key = Value::Class(class);
        if let Some(table) = self.dispatch_table.bound() {
            return match table {
                Value::Dict(k) => self.outside(vm, |vm| vm.dict_get(k, key)),
                _ => self.outside(vm, |vm| {
                    let found = vm.get_item(table, key);
                    vm.catch(found, crate::heap::types::Exc::KeyError)
                }),
            };
        }
        let Value::Dict(table) = self.shared_table else { return Ok(None) };
        let plain = vm.heap.classes[class].metaclass == vm.heap.types.r#type;
        if plain && !vm.heap.dicts[table].iter().any(|e| e.key.is(key)) {
            return Ok(None);
        }
        self.outside(vm, |vm| vm.dict_get(table, key))
    }

    /// `v.__reduce_ex__(protocol)`, or `v.__reduce__()` if there is no such method.
    fn reduce(&mut self, vm: &mut Vm, v: Value) -> Res {
        let protocol = Value::Int(i64::from(self.protocol));
        let is_deepest = self.is_deepest();
        let in_python = self.protocol < 2;
        self.outside(vm, |vm| {
            let names = vm.heap.names;
            if let Some(method) = vm.getattr_opt(v, names.__reduce_ex__)? {
                if is_deepest && (in_python || reduces_in_python(vm, v)) {
                    return Err(vm.recursion_error(""));
                }
                return vm.call(method, &[protocol]);
            }
            if let Some(method) = vm.getattr_opt(v, names.__reduce__)? {
                return vm.call(method, &[]);
            }
            let (t, text) = (vm.type_name(v), vm.repr_text(v)?);
            Err(pickling_error(vm, &format!("can't pickle '{t}' object: {text}")))
        })
    }

    /// Exact classes: those of singletons through `type`, others by reference.
    fn save_type(&mut self, vm: &mut Vm, k: ClassKey) -> Res<()> {
        let t = &vm.heap.types;
        let singleton = if k == t.none {
            Value::None
        } else if k == t.ellipsis {
            Value::Ellipsis
        } else if k == t.not_implemented {
            Value::NotImplemented
        } else {
            return self.save_global(vm, Value::Class(k), None);
        };
        let class = Value::Class(t.r#type);
        let args = vm.heap.new_tuple([singleton]);
        self.reduce_parts(vm, class, args, Value::Class(k), 1)
    }

    /// Writes what a reducer answered for `v`.
    pub(super) fn save_reduced(&mut self, vm: &mut Vm, reduced: Value, v: Value) -> Res<()> {
        match vm.payload(reduced) {
            Value::Str(_) => self.save_global(vm, v, Some(reduced)),
            Value::Tuple(k) => self.save_reduction(vm, k, v),
            _ => Err(pickling_error(vm, "__reduce__ must return a string or tuple")),
        }
    }

    fn save_reduction(&mut self, vm: &mut Vm, k: TupleKey, v: Value) -> Res<()> {
        let parts = vm.heap.tuples[k].to_vec();
        if !(2..=6).contains(&parts.len()) {
            return Err(pickling_error(vm, "tuple returned by __reduce__ must contain 2 through 6 elements"));
        }
        let part = |i: usize| parts.get(i).copied().filter(|p| !p.is_none()).unwrap_or_default();
        if !is_callable(vm, parts[0]) {
            return Err(pickling_error(vm, "first item of the tuple returned by __reduce__ must be callable"));
        }
        if !matches!(vm.payload(parts[1]), Value::Tuple(_)) {
            return Err(pickling_error(vm, "second item of the tuple returned by __reduce__ must be a tuple"));
        }
        for (i, nth) in [(3, "fourth"), (4, "fifth")] {
            let next = vm.heap.names.__next__;
            if let Some(it) = part(i).bound()
                && vm.special(it, next).is_none()
            {
                let t = vm.type_name(it);
                let message = format!("{nth} element of the tuple returned by __reduce__ must be an iterator, not {t}");
                return Err(pickling_error(vm, &message));
            }
        }
        if let Some(setter) = part(5).bound()
            && !is_callable(vm, setter)
        {
            let t = vm.type_name(setter);
            let message = format!("sixth element of the tuple returned by __reduce__ must be a function, not {t}");
            return Err(pickling_error(vm, &message));
        }
        let rest = Rest { object: v, state: part(2), items: part(3), pairs: part(4), setter: part(5), leave: 1 };
        self.begin_reduction(vm, parts[0], parts[1], rest)
    }

    /// Writes `callable(*args)` as the construction of `v`; `leave` levels of nesting end with it.
    pub(super) fn reduce_parts(&mut self, vm: &mut Vm, callable: Value, args: Value, v: Value, leave: u32) -> Res<()> {
        let none = Value::Undef;
        let rest = Rest { object: v, state: none, items: none, pairs: none, setter: none, leave };
        self.begin_reduction(vm, callable, args, rest)
    }

    fn begin_reduction(&mut self, vm: &mut Vm, callable: Value, args: Value, rest: Rest) -> Res<()> {
        let Value::Tuple(argument_key) = vm.payload(args) else { return Ok(()) };
        let object = rest.object;
        match if self.protocol >= 2 { self.constructor_name(vm, callable)? } else { None } {
            Some(Constructor::NewObj) => {
                let arguments = vm.heap.tuples[argument_key].to_vec();
                let Some((&class, others)) = arguments.split_first() else {
                    return Err(pickling_error(vm, "__newobj__ arglist is empty"));
                };
                if !matches!(class, Value::Class(_)) {
                    return Err(pickling_error(vm, "args[0] from __newobj__ args is not a type"));
                }
                let actual = self.class_attribute(vm, object)?;
                if !actual.is(class) {
                    return Err(pickling_error(vm, "args[0] from __newobj__ args has the wrong class"));
                }
                let others = vm.heap.new_tuple(others);
                self.tasks.push(Task::Rest(Box::new(rest)));
                self.tasks.push(Task::Op(NEWOBJ));
                self.tasks.push(Task::Save(others));
                self.tasks.push(Task::Save(class));
                Ok(())
            }
            Some(Constructor::NewObjEx) => self.begin_newobj_ex(vm, argument_key, rest),
            None => {
                self.tasks.push(Task::Rest(Box::new(rest)));
                self.tasks.push(Task::Op(REDUCE));
                self.tasks.push(Task::Save(args));
                self.tasks.push(Task::Save(callable));
                Ok(())
            }
        }
    }

    /// `v.__class__`
    fn class_attribute(&mut self, vm: &mut Vm, v: Value) -> Res {
        let class = vm.class_of(v);
        if class == vm.heap.types.object || !vm.heap.classes[class].flags.python && vm.uses_default_getattribute(v) {
            return Ok(Value::Class(class));
        }
        let name = vm.heap.names.__class__;
        self.outside(vm, |vm| vm.getattr(v, name))
    }

    fn begin_newobj_ex(&mut self, vm: &mut Vm, arguments: TupleKey, rest: Rest) -> Res<()> {
        let arguments = vm.heap.tuples[arguments].to_vec();
        let [class, args, kwargs] = arguments[..] else {
            let message = format!("length of the NEWOBJ_EX argument tuple must be exactly 3, not {}", arguments.len());
            return Err(pickling_error(vm, &message));
        };
        let wrong = |vm: &mut Vm, nth: &str, what: &str, v: Value| {
            let t = vm.type_name(v);
            let message = format!("{nth} item from NEWOBJ_EX argument tuple must be a {what}, not {t}");
            Err(pickling_error(vm, &message))
        };
        if !matches!(class, Value::Class(_)) {
            return wrong(vm, "first", "class", class);
        }
        let Value::Tuple(args_key) = vm.payload(args) else { return wrong(vm, "second", "tuple", args) };
        let Value::Dict(kwargs_key) = vm.payload(kwargs) else { return wrong(vm, "third", "dict", kwargs) };
        if self.protocol >= 4 {
            self.tasks.push(Task::Rest(Box::new(rest)));
            self.tasks.push(Task::Op(NEWOBJ_EX));
            self.tasks.push(Task::Save(kwargs));
            self.tasks.push(Task::Save(args));
            self.tasks.push(Task::Save(class));
            return Ok(());
        }
        let partial = self.outside(vm, |vm| {
            let partial = super::by_reference::import_attribute(vm, "functools", "partial")?;
            let new = vm.getattr(class, vm.heap.names.__new__)?;
            let mut all = vec![new, class];
            all.extend_from_slice(&vm.heap.tuples[args_key]);
            let pairs: Vec<_> = vm.heap.dicts[kwargs_key].iter().map(|e| (e.key, e.value)).collect();
            let mut named = Vec::with_capacity(pairs.len());
            for (key, value) in pairs {
                let Value::Str(key) = key else { return Err(vm.type_error("keywords must be strings")) };
                named.push((vm.heap.intern_key(key), value));
            }
            vm.call_kw(partial, &all, &named)
        })?;
        let nothing = vm.heap.new_tuple([]);
        self.tasks.push(Task::Rest(Box::new(rest)));
        self.tasks.push(Task::Op(REDUCE));
        self.tasks.push(Task::Save(nothing));
        self.tasks.push(Task::Save(partial));
        Ok(())
    }

    /// Whether a callable is called `__newobj__` or `__newobj_ex__`, in whatever module.
    fn constructor_name(&mut self, vm: &mut Vm, callable: Value) -> Res<Option<Constructor>> {
        let name = match callable {
            Value::Native(k) => Some(vm.heap.natives[k].spec.name.to_string()),
            Value::Function(k) => match vm.heap.functions[k].name {
                Value::Str(s) => Some(vm.heap.text(s).into_owned()),
                _ => None,
            },
            Value::Class(k) if vm.heap.classes[k].metaclass == vm.heap.types.r#type => Some(vm.heap.class_name(k)),
            _ => {
                let key = vm.heap.names.__name__;
                match self.outside(vm, |vm| vm.getattr_opt(callable, key))?.map(|n| vm.payload(n)) {
                    Some(Value::Str(s)) => Some(vm.heap.text(s).into_owned()),
                    _ => None,
                }
            }
        };
        Ok(match name.as_deref() {
            Some("__newobj__") => Some(Constructor::NewObj),
            Some("__newobj_ex__") => Some(Constructor::NewObjEx),
            _ => None,
        })
    }

    /// Behind the construction: the memo, then items, pairs and state, in this order.
    pub(super) fn save_rest(&mut self, vm: &mut Vm, rest: Rest) -> Res<()> {
        if let Some(index) = self.memo.get(rest.object) {
            self.out.byte(POP);
            self.write_get(index);
            self.depth -= rest.leave;
            return Ok(());
        }
        self.memoize(rest.object);
        if rest.leave > 0 {
            self.tasks.push(Task::Leave(rest.leave));
        }
        if let Some(state) = rest.state.bound() {
            if let Some(setter) = rest.setter.bound() {
                // setter(object, state), whose result is dropped.
                self.tasks.extend([Task::Op(POP), Task::Op(REDUCE), Task::Op(TUPLE2)]);
                self.tasks.extend([Task::Save(state), Task::Save(rest.object), Task::Save(setter)]);
            } else {
                self.tasks.extend([Task::Op(BUILD), Task::Save(state)]);
            }
        }
        if let Some(pairs) = rest.pairs.bound() {
            self.tasks.push(Task::Pairs(pairs, Value::Undef, 0));
        }
        if let Some(items) = rest.items.bound() {
            self.tasks.push(Task::Items(items, Value::Undef, 0));
        }
        let _ = vm;
        Ok(())
    }

    /// Writes a `PickleBuffer`; None if `v` is not one.
    fn save_buffer(&mut self, vm: &mut Vm, v: Value) -> Option<Res<()>> {
        let source = crate::modules::pickle_buffer::content(vm, v)?;
        Some(source.and_then(|(data, readonly)| self.save_buffer_content(vm, v, data, readonly)))
    }

    fn save_buffer_content(&mut self, vm: &mut Vm, v: Value, data: Vec<u8>, readonly: bool) -> Res<()> {
        if self.protocol < 5 {
            return Err(pickling_error(vm, "PickleBuffer can only be pickled with protocol >= 5"));
        }
        let mut in_band = true;
        if let Some(callback) = self.buffer_callback.bound() {
            in_band = self.outside(vm, |vm| {
                let answer = vm.call(callback, &[v])?;
                vm.truth(answer)
            })?;
        }
        self.depth -= 1;
        if !in_band {
            self.out.byte(NEXT_BUFFER);
            if readonly {
                self.out.byte(READONLY_BUFFER);
            }
            return Ok(());
        }
        let n = (data.len() as u64).to_le_bytes();
        if !readonly {
            let header = [BYTEARRAY8, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]];
            self.write_payload(vm, &header, data, Value::Undef)?;
        } else if let Ok(len) = u8::try_from(data.len()) {
            self.write_payload(vm, &[SHORT_BINBYTES, len], data, Value::Undef)?;
        } else if u32::try_from(data.len()).is_ok() {
            self.write_payload(vm, &[BINBYTES, n[0], n[1], n[2], n[3]], data, Value::Undef)?;
        } else {
            let header = [BINBYTES8, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]];
            self.write_payload(vm, &header, data, Value::Undef)?;
        }
        self.memoize(v);
        Ok(())
    }
}

enum Constructor {
    NewObj,
    NewObjEx,
}

/// `callable(v)`
pub fn is_callable(vm: &mut Vm, v: Value) -> bool {
    match v {
        Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_) => true,
        _ => {
            let call = vm.heap.names.__call__;
            vm.special(v, call).is_some()
        }
    }
}

/// The instance's class has a method of the reduction protocol that is written in Python.
fn reduces_in_python(vm: &mut Vm, v: Value) -> bool {
    let (names, class) = (vm.heap.names, vm.class_of(v));
    let methods = [names.__reduce_ex__, names.__reduce__, names.__getstate__];
    methods.into_iter().any(|name| matches!(vm.heap.lookup_in_class(class, name), Some(Value::Function(_))))
}
