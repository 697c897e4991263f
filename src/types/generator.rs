//! `generator` as a class.

use crate::heap::kinds::{GeneratorState, TracebackEntry};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::generator::Step;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `generator`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "generator",
    no_new: true,
    weakref: true,
    methods: &[
        NativeSpec::new(
            "send",
            "($self, value, /)",
            send,
            "send(value) -> send 'value' into generator,\nreturn next yielded value or raise StopIteration.",
        ),
        NativeSpec::new(
            "throw",
            "($self, type, value=None, traceback=None, /)",
            throw,
            "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.",
        ),
        NativeSpec::new("close", "($self, /)", close, "close() -> raise GeneratorExit inside generator."),
    ],
    specials: &[
        NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self)."),
        NativeSpec::new("__next__", "($self, /)", next, "Implement next(self)."),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    ],
    getsets: &[
        GetSetSpec {
            name: "__name__",
            get: |vm, g| Ok(vm.heap.generators[key(g)].name),
            set: Some(set_name),
            doc: "name of the generator",
        },
        GetSetSpec {
            name: "__qualname__",
            get: |vm, g| Ok(vm.heap.generators[key(g)].qualname),
            set: Some(set_qualname),
            doc: "qualified name of the generator",
        },
        GetSetSpec {
            name: "gi_code",
            get: |vm, g| Ok(Value::Code(vm.heap.generators[key(g)].code)),
            set: None,
            doc: "",
        },
        GetSetSpec {
            name: "gi_running",
            get: |vm, g| Ok(Value::Bool(vm.heap.generators[key(g)].state == GeneratorState::Running)),
            set: None,
            doc: "",
        },
        GetSetSpec {
            name: "gi_suspended",
            get: |vm, g| Ok(Value::Bool(vm.heap.generators[key(g)].state == GeneratorState::Suspended)),
            set: None,
            doc: "",
        },
        GetSetSpec { name: "gi_frame", get: frame, set: None, doc: "" },
        GetSetSpec {
            name: "gi_yieldfrom",
            get: |vm, g| Ok(vm.yield_from_target(key(g)).unwrap_or(Value::None)),
            set: None,
            doc: "object being iterated by yield from, or None",
        },
    ],
    ..TypeSpec::BASE
};

/// The key of a receiver that was checked to be a generator.
fn key(v: Value) -> GeneratorKey {
    match v {
        Value::Generator(k) => k,
        _ => GeneratorKey::default(),
    }
}

/// The frame of a generator that is not finished.
fn frame(vm: &mut Vm, g: Value) -> Res {
    let generator = &vm.heap.generators[key(g)];
    if generator.state == GeneratorState::Finished {
        return Ok(Value::None);
    }
    let pc = generator.pc.saturating_sub(1);
    let entry = TracebackEntry { code: generator.code, pc, globals: generator.globals, lookup: false };
    Ok(crate::types::traceback::new_frame(vm, entry, Value::Undef, Value::None))
}

fn step(vm: &mut Vm, step: Step) -> Res {
    match step {
        Step::Yielded(v) => Ok(v),
        Step::Returned(v) => Err(vm.stop_iteration(v)),
    }
}

fn send(vm: &mut Vm, args: Args) -> Res {
    let [this, v] = args.take(vm);
    let outcome = vm.generator_send(key(this), v)?;
    step(vm, outcome)
}

fn next(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let outcome = vm.generator_send(key(this), Value::None)?;
    step(vm, outcome)
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    Ok(args.get(vm, 0))
}

fn throw(vm: &mut Vm, args: Args) -> Res {
    let [this, kind, value, _] = args.take(vm);
    if !value.is_undef() {
        vm.warn_deprecated(
            "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.",
        )?;
    }
    let exception = match (kind, value.or_none()) {
        (Value::Class(_), Value::None) => vm.exception_to_raise(kind)?,
        (Value::Class(c), v) => {
            let class = vm.class_of(v);
            if vm.heap.is_subclass(class, c) {
                v
            } else if let Value::Tuple(t) = v {
                let args = vm.heap.tuples[t].to_vec();
                vm.call(kind, &args)?
            } else {
                vm.call(kind, &[v])?
            }
        }
        _ if vm.exception_key(kind).is_some() => kind,
        _ => {
            let t = vm.type_name(kind);
            return Err(vm.error(
                Exc::TypeError,
                format!("exceptions must be classes or instances deriving from BaseException, not {t}"),
            ));
        }
    };
    let outcome = vm.generator_throw(key(this), exception)?;
    step(vm, outcome)
}

fn close(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    vm.generator_close(key(this))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let name = match vm.heap.generators[key(this)].qualname {
        Value::Str(k) => vm.heap.text(k).into_owned(),
        _ => String::new(),
    };
    let id = vm.id(this);
    let address = crate::object::identity::hex(vm, id);
    Ok(vm.heap.new_str(format!("<generator object {name} at {address}>")))
}

fn set_name(vm: &mut Vm, g: Value, v: Value) -> Res<()> {
    match v {
        Value::Str(_) => {
            vm.heap.generators[key(g)].name = v;
            Ok(())
        }
        _ => Err(vm.type_error("__name__ must be set to a string object")),
    }
}

fn set_qualname(vm: &mut Vm, g: Value, v: Value) -> Res<()> {
    match v {
        Value::Str(_) => {
            vm.heap.generators[key(g)].qualname = v;
            Ok(())
        }
        _ => Err(vm.type_error("__qualname__ must be set to a string object")),
    }
}
