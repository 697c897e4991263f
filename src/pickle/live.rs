//! The world as it is: loading looks names up, imports, calls, and fills what it made.

use super::by_reference;
use super::errors::unpickling_error;
use super::reader::{Reader, no_persistent_load};
use super::world::World;
use crate::heap::kinds::Layout;
use crate::types::exception;
use crate::types::memoryview;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// The world of an ordinary load.
#[derive(Debug, Default)]
pub struct Live;

impl World for Live {
    fn global(reader: &mut Reader, vm: &mut Vm, module: Value, name: Value) -> Res {
        let (Value::Str(module), Value::Str(name)) = (module, name) else {
            return Err(unpickling_error(vm, "STACK_GLOBAL requires str"));
        };
        let (protocol, fix_imports) = (reader.protocol, reader.fix_imports);
        if let Some(hook) = reader.find_class.bound() {
            return reader.outside(vm, |vm| {
                if vm.limits.pickle_policy.is_some() {
                    by_reference::allowed_global(vm, module, name, protocol, fix_imports)?;
                }
                vm.call(hook, &[Value::Str(module), Value::Str(name)])
            });
        }
        if protocol >= 3
            && vm.limits.pickle_policy.is_none()
            && let Some(found) = by_reference::find_known(vm, module, name)
        {
            return Ok(found);
        }
        reader.outside(vm, |vm| by_reference::find_class(vm, module, name, protocol, fix_imports))
    }

    fn extension(reader: &mut Reader, vm: &mut Vm, code: i64) -> Res {
        let (cache, registered) = reader.outside(vm, |vm| {
            let cache = by_reference::import_attribute(vm, "copyreg", "_extension_cache")?;
            let registry = by_reference::import_attribute(vm, "copyreg", "_inverted_registry")?;
            let get = |vm: &mut Vm, d: Value| match d {
                Value::Dict(k) => vm.dict_get(k, Value::Int(code)),
                _ => Ok(None),
            };
            // What was reached once may not be listed.
            if vm.limits.pickle_policy.is_none()
                && let Some(v) = get(vm, cache)?
            {
                return Ok((cache, Err(v)));
            }
            Ok((cache, Ok(get(vm, registry)?)))
        })?;
        let names = match registered {
            Err(v) => return Ok(v),
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
        let v = Live::global(reader, vm, module, name)?;
        if let Value::Dict(cache) = cache {
            vm.dict_set(cache, Value::Int(code), v)?;
        }
        Ok(v)
    }

    fn decode(reader: &mut Reader, vm: &mut Vm, bytes: Vec<u8>) -> Res {
        let bytes = vm.heap.new_bytes(bytes);
        let encoding = vm.heap.new_str(reader.encoding.as_str());
        let errors = vm.heap.new_str(reader.errors.as_str());
        let class = Value::Class(vm.heap.types.str);
        reader.outside(vm, |vm| vm.call(class, &[bytes, encoding, errors]))
    }

    fn call(reader: &mut Reader, vm: &mut Vm, callable: Value, args: Value) -> Res {
        let mark = vm.pin(callable);
        vm.pin(args);
        let v = reader.outside(vm, |vm| call_with_tuple(vm, callable, args));
        vm.unpin_to(mark);
        v
    }

    fn make(reader: &mut Reader, vm: &mut Vm, class: Value, args: Value, kwargs: Value) -> Res {
        let op = if kwargs.is_undef() { "NEWOBJ" } else { "NEWOBJ_EX" };
        let Value::Class(class_key) = class else { return Err(wrong_kind(vm, op, "class", "type", class)) };
        let Value::Tuple(args_key) = vm.payload(args) else {
            return Err(wrong_kind(vm, op, "args", "tuple", args));
        };
        let mut named = Vec::new();
        if !kwargs.is_undef() {
            let Value::Dict(k) = vm.payload(kwargs) else {
                return Err(wrong_kind(vm, op, "kwargs", "dict", kwargs));
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
            return Ok(Value::Instance(vm.heap.new_instance(class_key)));
        }
        let Some(new) = new.filter(|_| !vm.heap.classes[class_key].flags.no_new) else {
            let n = vm.heap.class_name(class_key);
            return Err(unpickling_error(vm, &format!("{op} class argument '{n}' doesn't have __new__")));
        };
        let mark = vm.pin(args);
        vm.pin(kwargs);
        let v = reader.outside(vm, |vm| {
            let new = vm.bind(new, Value::Undef, class_key)?;
            let mut all = vec![class];
            all.extend_from_slice(&vm.heap.tuples[args_key]);
            vm.call_kw(new, &all, &named)
        });
        vm.unpin_to(mark);
        v
    }

    fn instantiate(reader: &mut Reader, vm: &mut Vm, class: Value, args: Value) -> Res {
        let mark = vm.pin(class);
        let v = reader.outside(vm, |vm| instantiate(vm, class, args));
        vm.unpin_to(mark);
        v
    }

    fn build(reader: &mut Reader, vm: &mut Vm, object: Value, state: Value) -> Res<()> {
        let mark = vm.pin(state);
        let result = reader.outside(vm, |vm| build(vm, object, state));
        vm.unpin_to(mark);
        result
    }

    fn extend(reader: &mut Reader, vm: &mut Vm, target: Value, items: Vec<Value>) -> Res<()> {
        let mark = vm.heap.pins.len();
        vm.heap.pins.extend(&items);
        let result = reader.outside(vm, |vm| {
            let extend = vm.heap.intern("extend");
            if let Some(extend) = vm.getattr_opt(target, extend)? {
                let slice = vm.heap.new_list(items);
                return vm.call(extend, &[slice]).map(drop);
            }
            let append = vm.getattr_text(target, "append")?;
            for item in items {
                vm.call(append, &[item])?;
            }
            Ok(())
        });
        vm.unpin_to(mark);
        result
    }

    fn set_item(reader: &mut Reader, vm: &mut Vm, target: Value, key: Value, value: Value) -> Res<()> {
        reader.outside(vm, |vm| match target {
            Value::Dict(k) => vm.dict_set(k, key, value),
            _ => vm.set_item(target, key, value),
        })
    }

    fn fill_set(reader: &mut Reader, vm: &mut Vm, set: SetKey, items: Vec<Value>) -> Res<()> {
        let mark = vm.heap.pins.len();
        vm.heap.pins.extend(&items);
        let result = reader.outside(vm, |vm| items.into_iter().try_for_each(|item| vm.set_add(set, item).map(drop)));
        vm.unpin_to(mark);
        result
    }

    fn add_items(reader: &mut Reader, vm: &mut Vm, target: Value, items: Vec<Value>) -> Res<()> {
        let mark = vm.heap.pins.len();
        vm.heap.pins.extend(&items);
        let result = reader.outside(vm, |vm| {
            let add = vm.getattr_text(target, "add")?;
            items.into_iter().try_for_each(|item| vm.call(add, &[item]).map(drop))
        });
        vm.unpin_to(mark);
        result
    }

    fn check_persistent(reader: &mut Reader, vm: &mut Vm) -> Res<()> {
        if reader.persistent_load.is_undef() { Err(no_persistent_load(vm)) } else { Ok(()) }
    }

    fn persistent(reader: &mut Reader, vm: &mut Vm, pid: Value) -> Res {
        let hook = reader.persistent_load;
        reader.outside(vm, |vm| vm.call(hook, &[pid]))
    }

    fn next_buffer(reader: &mut Reader, vm: &mut Vm) -> Res {
        let Some(buffers) = reader.buffers.bound() else {
            let message = "pickle stream refers to out-of-band data but no *buffers* argument was given";
            return Err(unpickling_error(vm, message));
        };
        match reader.outside(vm, |vm| vm.next(buffers))? {
            Some(buffer) => Ok(buffer),
            None => Err(unpickling_error(vm, "not enough out-of-band buffers")),
        }
    }

    fn readonly(reader: &mut Reader, vm: &mut Vm, buffer: Value) -> Res {
        reader.outside(vm, |vm| {
            let view = memoryview::of(vm, buffer)?;
            match memoryview::layout(vm, view) {
                (_, true) => Ok(buffer),
                _ => memoryview::readonly(vm, view),
            }
        })
    }
}

/// Raises for an operand of NEWOBJ or NEWOBJ_EX.
#[cold]
pub(super) fn wrong_kind(vm: &mut Vm, op: &str, operand: &str, wanted: &str, v: Value) -> Raised {
    let t = vm.type_name(v);
    unpickling_error(vm, &format!("{op} {operand} argument must be a {wanted}, not {t}"))
}

/// `callable(*args)`
fn call_with_tuple(vm: &mut Vm, callable: Value, args: Value) -> Res {
    let Value::Tuple(k) = vm.payload(args) else {
        return Err(vm.type_error("argument list must be a tuple"));
    };
    let all = vm.heap.tuples[k].to_vec();
    let made = vm.call(callable, &all)?;
    if let (Value::Class(_), Value::Tuple(k)) = (callable, args) {
        exception::keep_args(vm, made, k);
    }
    Ok(made)
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
