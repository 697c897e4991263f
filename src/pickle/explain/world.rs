//! The world that is only looked at: what a load would find, call and fill becomes a placeholder and a note.

use super::placeholder::Placeholder;
use super::resolve::{self, Outcome, Resolution};
use super::show::show;
use super::step::{TEXT_SHOWN, shorten};
use crate::heap::types::Exc;
use crate::pickle::errors::unpickling_error;
use crate::pickle::live::wrong_kind;
use crate::pickle::read_scalar::ascii_strict;
use crate::pickle::reader::Reader;
use crate::pickle::world::World;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// Notes about the opcode that is being explained.
#[derive(Debug, Default)]
pub struct Explaining {
    /// What the name it reaches for leads to.
    pub(super) resolution: Option<Resolution>,
    /// What a load would do outside the pickle.
    pub(super) effect: Option<String>,
}

type Explained = Reader<Explaining>;

impl Explaining {
    fn note(&mut self, effect: String) {
        self.effect = Some(effect);
    }
}

impl World for Explaining {
    fn global(reader: &mut Explained, vm: &mut Vm, module: Value, name: Value) -> Res {
        let (module, name) = match (module, name) {
            (Value::Str(m), Value::Str(n)) => (vm.heap.text(m).into_owned(), vm.heap.text(n).into_owned()),
            _ => return Err(unpickling_error(vm, "STACK_GLOBAL requires str")),
        };
        let (resolution, object) = resolve::resolve(vm, &module, &name, reader.protocol, reader.fix_imports);
        let text = shorten(&format!("{}.{}", resolution.module, resolution.name), TEXT_SHOWN);
        reader.world.resolution = Some(resolution);
        Ok(Placeholder { text, object, class: None }.into_value(vm))
    }

    fn extension(reader: &mut Explained, vm: &mut Vm, code: i64) -> Res {
        if let Some((module, name)) = resolve::extension(vm, code) {
            let (module, name) = (vm.heap.new_str(module), vm.heap.new_str(name));
            return Explaining::global(reader, vm, module, name);
        }
        let outcome = Outcome::Unregistered(code);
        reader.world.resolution = Some(Resolution { outcome, ..Resolution::default() });
        Ok(Placeholder::new(format!("<extension {code}>")).into_value(vm))
    }

    fn decode(_: &mut Explained, vm: &mut Vm, bytes: Vec<u8>) -> Res {
        ascii_strict(vm, &bytes).map(Value::Str)
    }

    fn call(reader: &mut Explained, vm: &mut Vm, callable: Value, args: Value) -> Res {
        if !matches!(args, Value::Tuple(_)) && Placeholder::of(vm, args).is_none() {
            return Err(vm.type_error("argument list must be a tuple"));
        }
        let Some(callee) = Placeholder::of(vm, callable) else {
            let t = vm.type_name(callable);
            return Err(vm.type_error(format!("'{t}' object is not callable")));
        };
        let class = match callee.object {
            Some(Value::Class(class)) => Some(class),
            _ => None,
        };
        let call = match args {
            Value::Tuple(_) => format!("{}{}", callee.text, call_arguments(vm, args)),
            _ => format!("{}(*{})", callee.text, show(vm, args)),
        };
        let text = shorten(&call, TEXT_SHOWN);
        reader.world.note(format!("would call {call}"));
        Ok(Placeholder { text, object: None, class }.into_value(vm))
    }

    fn make(reader: &mut Explained, vm: &mut Vm, class: Value, args: Value, kwargs: Value) -> Res {
        let op = if kwargs.is_undef() { "NEWOBJ" } else { "NEWOBJ_EX" };
        let Some(callee) = Placeholder::of(vm, class) else { return Err(wrong_kind(vm, op, "class", "type", class)) };
        let (name, object) = (callee.text.clone(), callee.object);
        let class = match object {
            Some(Value::Class(class)) => Some(class),
            Some(other) => return Err(wrong_kind(vm, op, "class", "type", other)),
            None => None,
        };
        if !matches!(args, Value::Tuple(_)) && Placeholder::of(vm, args).is_none() {
            return Err(wrong_kind(vm, op, "args", "tuple", args));
        }
        let mut operands = vec![name.clone()];
        match args {
            Value::Tuple(k) => operands.extend(vm.heap.tuples[k].iter().take(4).map(|&v| show(vm, v))),
            _ => operands.push(format!("*{}", show(vm, args))),
        }
        if !kwargs.is_undef() {
            if !matches!(kwargs, Value::Dict(_)) && Placeholder::of(vm, kwargs).is_none() {
                return Err(wrong_kind(vm, op, "kwargs", "dict", kwargs));
            }
            operands.push(format!("**{}", show(vm, kwargs)));
        }
        reader.world.note(format!("would make a {name}: {name}.__new__({})", operands.join(", ")));
        Ok(Placeholder { text: format!("<{name} object>"), object: None, class }.into_value(vm))
    }

    fn instantiate(reader: &mut Explained, vm: &mut Vm, class: Value, args: Value) -> Res {
        Explaining::call(reader, vm, class, args)
    }

    fn build(reader: &mut Explained, vm: &mut Vm, object: Value, state: Value) -> Res<()> {
        let Some(target) = Placeholder::of(vm, object) else {
            if !matches!(state, Value::None | Value::Dict(_) | Value::Tuple(_)) && Placeholder::of(vm, state).is_none()
            {
                return Err(unpickling_error(vm, "state is not a dictionary"));
            }
            return if state.is_none() { Ok(()) } else { Err(no_attribute(vm, object, "__dict__")) };
        };
        let (text, class) = (target.text.clone(), target.class);
        let state = show(vm, state);
        let setstate = vm.heap.names.__setstate__;
        let effect = match class {
            Some(class) if vm.heap.lookup_in_class(class, setstate).is_some() => {
                format!("would call {}.__setstate__({state})", vm.heap.class_name(class))
            }
            Some(_) => format!("would give {text} the attributes {state}"),
            None => format!("would give {text} the state {state}"),
        };
        reader.world.note(effect);
        Ok(())
    }

    fn extend(reader: &mut Explained, vm: &mut Vm, target: Value, items: Vec<Value>) -> Res<()> {
        let Some(p) = Placeholder::of(vm, target) else { return Err(no_attribute(vm, target, "append")) };
        let effect = format!("would append {} to {}", counted(items.len()), p.text);
        reader.world.note(effect);
        Ok(())
    }

    fn set_item(reader: &mut Explained, vm: &mut Vm, target: Value, key: Value, value: Value) -> Res<()> {
        if let Value::Dict(dict) = target {
            let key = as_key(vm, key);
            return vm.dict_set(dict, key, value);
        }
        let Some(p) = Placeholder::of(vm, target) else { return vm.set_item(target, key, value) };
        let effect = format!("would set {}[{}] = {}", p.text, show(vm, key), show(vm, value));
        let effect = match reader.world.effect.take() {
            None => effect,
            Some(first) => format!("{} …", first.trim_end_matches(" …")),
        };
        reader.world.note(effect);
        Ok(())
    }

    fn fill_set(_: &mut Explained, vm: &mut Vm, set: SetKey, items: Vec<Value>) -> Res<()> {
        items.into_iter().try_for_each(|item| {
            let item = as_key(vm, item);
            vm.set_add(set, item).map(drop)
        })
    }

    fn add_items(reader: &mut Explained, vm: &mut Vm, target: Value, items: Vec<Value>) -> Res<()> {
        let Some(p) = Placeholder::of(vm, target) else { return Err(no_attribute(vm, target, "add")) };
        let effect = format!("would add {} to {}", counted(items.len()), p.text);
        reader.world.note(effect);
        Ok(())
    }

    fn check_persistent(_: &mut Explained, _: &mut Vm) -> Res<()> {
        Ok(())
    }

    fn persistent(reader: &mut Explained, vm: &mut Vm, pid: Value) -> Res {
        let call = format!("persistent_load({})", show(vm, pid));
        reader.world.note(format!("would call {call}, if the unpickler has one"));
        Ok(Placeholder::new(shorten(&call, TEXT_SHOWN)).into_value(vm))
    }

    fn next_buffer(reader: &mut Explained, vm: &mut Vm) -> Res {
        reader.world.note("would take the next out-of-band buffer".into());
        Ok(Placeholder::new("<out-of-band buffer>").into_value(vm))
    }

    fn readonly(_: &mut Explained, vm: &mut Vm, buffer: Value) -> Res {
        match buffer {
            Value::ByteArray(_) => {
                let text = shorten(&format!("<read-only view of {}>", show(vm, buffer)), TEXT_SHOWN);
                Ok(Placeholder::new(text).into_value(vm))
            }
            _ if Placeholder::of(vm, buffer).is_some() => Ok(buffer),
            _ => {
                let t = vm.type_name(buffer);
                Err(vm.type_error(format!("a bytes-like object is required, not '{t}'")))
            }
        }
    }
}

/// The arguments of a call, in parentheses.
fn call_arguments(vm: &Vm, args: Value) -> String {
    let text = show(vm, args);
    match text.strip_suffix(",)") {
        Some(one) => format!("{one})"),
        None => text,
    }
}

/// What stands for a key in a dict or set. Hashing containers takes as long as a pickle wants: they are replaced.
fn as_key(vm: &mut Vm, key: Value) -> Value {
    match key {
        Value::Tuple(_) | Value::FrozenSet(_) => {
            let text = show(vm, key);
            Placeholder::new(text).into_value(vm)
        }
        _ => key,
    }
}

fn counted(n: usize) -> String {
    if n == 1 { "1 item".into() } else { format!("{n} items") }
}

fn no_attribute(vm: &mut Vm, v: Value, name: &str) -> Raised {
    let t = vm.type_name(v);
    vm.error(Exc::AttributeError, format!("'{t}' object has no attribute '{name}'"))
}
