//! `generator` as a class.

use super::generic_alias::CLASS_GETITEM;
use crate::heap::kinds::{GeneratorState, TracebackEntry};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::generator::Step;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};

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
            THROW_SIGNATURE,
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
    class_methods: CLASS_GETITEM,
    getsets: &[
        NAME,
        QUALNAME,
        DELEGATE,
        GetSetSpec { name: "gi_running", get: running, set: None, doc: "" },
        GetSetSpec { name: "gi_suspended", get: suspended, set: None, doc: "" },
        GetSetSpec { name: "gi_frame", get: frame, set: None, doc: "" },
        GetSetSpec { name: "gi_code", get: code, set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

/// `__name__` of every kind of generator.
pub const NAME: GetSetSpec = GetSetSpec {
    name: "__name__",
    get: |vm, g| Ok(vm.heap.generators[key(g)].name),
    set: Some(set_name),
    doc: "name of the generator",
};

/// `__qualname__` of every kind of generator.
pub const QUALNAME: GetSetSpec = GetSetSpec {
    name: "__qualname__",
    get: |vm, g| Ok(vm.heap.generators[key(g)].qualname),
    set: Some(set_qualname),
    doc: "qualified name of the generator",
};

/// What it delegates to: `gi_yieldfrom`, and by other names `cr_await` and `ag_await`.
pub const DELEGATE: GetSetSpec = GetSetSpec {
    name: "gi_yieldfrom",
    get: |vm, g| Ok(vm.yield_from_target(key(g)).unwrap_or(Value::None)),
    set: None,
    doc: "object being iterated by yield from, or None",
};

/// The code of the function it runs.
pub fn code(vm: &mut Vm, g: Value) -> Res {
    Ok(Value::Code(vm.heap.generators[key(g)].code))
}

/// It runs just now.
pub fn running(vm: &mut Vm, g: Value) -> Res {
    Ok(Value::Bool(vm.heap.generators[key(g)].state == GeneratorState::Running))
}

/// It is at a `yield` or an `await`.
pub fn suspended(vm: &mut Vm, g: Value) -> Res {
    Ok(Value::Bool(vm.heap.generators[key(g)].state == GeneratorState::Suspended))
}

/// The key of a receiver that was checked to be a generator of some kind.
pub fn key(v: Value) -> GeneratorKey {
    match v {
        Value::Generator(k) => k,
        _ => GeneratorKey::default(),
    }
}

/// Its frame, unless it is finished.
pub fn frame(vm: &mut Vm, g: Value) -> Res {
    let generator = &vm.heap.generators[key(g)];
    if generator.state == GeneratorState::Finished {
        return Ok(Value::None);
    }
    let pc = generator.pc.saturating_sub(1);
    let entry = TracebackEntry::new(generator.code, pc, generator.globals);
    let (code, window) = (generator.code, generator.window.clone());
    let locals = super::frame::saved_locals(vm, code, &window);
    Ok(super::frame::new(vm, entry, locals, super::frame::Caller::Frame(Value::None)))
}

/// What `send()` answers: a value, or the end as `StopIteration`.
pub fn step(vm: &mut Vm, step: Step) -> Res {
    match step {
        Step::Yielded(v) => Ok(v),
        Step::Returned(v) => Err(vm.stop_iteration(v)),
    }
}

/// `send(value)` of generators and coroutines.
pub fn send(vm: &mut Vm, args: Args) -> Res {
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

/// `throw(…)` of generators and coroutines.
pub fn throw(vm: &mut Vm, args: Args) -> Res {
    let exception = thrown(vm, args)?;
    let this = args.get(vm, 0);
    let outcome = vm.generator_throw(key(this), exception)?;
    step(vm, outcome)
}

/// The parameters of `throw()` and `athrow()`.
pub const THROW_SIGNATURE: &str = "($self, type, value=None, traceback=None, /)";

/// The exception that the arguments of `throw()` name: an instance, or made by calling a class.
pub fn thrown(vm: &mut Vm, args: Args) -> Res {
    let [_, kind, value, traceback] = args.take(vm);
    if !value.is_undef() {
        let name = if vm.class_of(args.get(vm, 0)) == vm.heap.types.async_generator { "athrow" } else { "throw" };
        vm.warn_deprecated(&format!(
            "the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature instead."
        ))?;
    }
    let (value, traceback) = (value.or_none(), traceback.or_none());
    if !traceback.is_none() && !super::traceback::is_traceback(vm, traceback) {
        return Err(vm.type_error("throw() third argument must be a traceback object"));
    }
    let base = vm.heap.types.exception(Exc::BaseException);
    let exception = match kind {
        Value::Class(c) if vm.heap.is_subclass(c, base) => match made(vm, c, value) {
            Ok(exception) => exception,
            // That it can't be made is thrown in its place.
            Err(Raised) => vm.take_pending(),
        },
        _ if vm.exception_key(kind).is_none() => {
            let t = vm.type_name(kind);
            return Err(
                vm.type_error(format!("exceptions must be classes or instances deriving from BaseException, not {t}"))
            );
        }
        _ if !value.is_none() => {
            return Err(vm.type_error("instance exception may not have a separate value"));
        }
        _ => kind,
    };
    if let (Some(e), false) = (vm.exception_key(exception), traceback.is_none()) {
        vm.heap.exceptions[e].traceback.clear();
        vm.heap.exceptions[e].traceback_object = traceback;
    }
    Ok(exception)
}

/// An exception of a class: the value itself if it is one, else made of it.
fn made(vm: &mut Vm, class: ClassKey, value: Value) -> Res {
    let args = match value {
        Value::None => Vec::new(),
        _ if vm.heap.is_subclass(vm.class_of(value), class) => return Ok(value),
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => vec![value],
    };
    let made = vm.call(Value::Class(class), &args)?;
    if vm.exception_key(made).is_some() {
        return Ok(made);
    }
    let (class, t) = (vm.repr_text(Value::Class(class))?, vm.type_name(made));
    Err(vm.type_error(format!("calling {class} should have returned an instance of BaseException, not {t}")))
}

/// `close()` of generators and coroutines.
pub fn close(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    vm.generator_close(key(this))
}

/// `repr()` of every kind of generator.
pub fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let name = match vm.heap.generators[key(this)].qualname {
        Value::Str(k) => vm.heap.text(k).into_owned(),
        _ => String::new(),
    };
    let id = vm.id(this);
    let address = crate::object::identity::hex(vm, id);
    let class = vm.class_of(this);
    let kind = vm.heap.class_name(class);
    Ok(vm.heap.new_str(format!("<{kind} object {name} at {address}>")))
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
