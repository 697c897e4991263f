//! `coroutine` as a class, and what its `__await__` answers.

use super::generator::{self, DELEGATE, NAME, QUALNAME, key};
use super::generic_alias::CLASS_GETITEM;
use crate::heap::kinds::Object;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

const SEND: &str = "send(arg) -> send 'arg' into coroutine,\nreturn next iterated value or raise StopIteration.";
const THROW: &str = "throw(value)\nthrow(type[,value[,traceback]])\n\nRaise exception in coroutine, return next iterated value or raise\nStopIteration.";
const CLOSE: &str = "close() -> raise GeneratorExit inside coroutine.";

/// The class `coroutine`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "coroutine",
    no_new: true,
    weakref: true,
    methods: &[
        NativeSpec::new("send", "($self, object, /)", generator::send, SEND),
        NativeSpec::new("throw", generator::THROW_SIGNATURE, generator::throw, THROW),
        NativeSpec::new("close", "($self, /)", generator::close, CLOSE),
    ],
    class_methods: CLASS_GETITEM,
    specials: &[
        NativeSpec::new("__await__", "($self, /)", await_, "Return an iterator to be used in await expression."),
        NativeSpec::new("__repr__", "($self, /)", generator::repr, "Return repr(self)."),
    ],
    getsets: &[
        NAME,
        QUALNAME,
        GetSetSpec { name: "cr_await", doc: "object being awaited on, or None", ..DELEGATE },
        GetSetSpec { name: "cr_running", get: generator::running, set: None, doc: "" },
        GetSetSpec { name: "cr_suspended", get: generator::suspended, set: None, doc: "" },
        GetSetSpec { name: "cr_frame", get: generator::frame, set: None, doc: "" },
        GetSetSpec { name: "cr_code", get: generator::code, set: None, doc: "" },
        // Where coroutines are made is not tracked.
        GetSetSpec { name: "cr_origin", get: |_, _| Ok(Value::None), set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

/// The class `coroutine_wrapper`.
pub static WRAPPER: TypeSpec = TypeSpec {
    name: "coroutine_wrapper",
    doc: "A wrapper object implementing __await__ for coroutines.",
    no_new: true,
    methods: &[
        NativeSpec::new(
            "send",
            "($self, object, /)",
            |vm, args| {
                let [this, v] = args.take(vm);
                let g = wrapped(vm, this)?;
                let step = vm.generator_send(g, v)?;
                generator::step(vm, step)
            },
            SEND,
        ),
        NativeSpec::new(
            "throw",
            generator::THROW_SIGNATURE,
            |vm, args| {
                let exception = generator::thrown(vm, args)?;
                let this = args.get(vm, 0);
                let g = wrapped(vm, this)?;
                let step = vm.generator_throw(g, exception)?;
                generator::step(vm, step)
            },
            THROW,
        ),
        NativeSpec::new(
            "close",
            "($self, /)",
            |vm, args| {
                let this = args.get(vm, 0);
                let g = wrapped(vm, this)?;
                vm.generator_close(g)
            },
            CLOSE,
        ),
    ],
    specials: &[
        NativeSpec::new("__iter__", "($self, /)", |vm, args| Ok(args.get(vm, 0)), "Implement iter(self)."),
        NativeSpec::new(
            "__next__",
            "($self, /)",
            |vm, args| {
                let this = args.get(vm, 0);
                let g = wrapped(vm, this)?;
                let step = vm.generator_send(g, Value::None)?;
                generator::step(vm, step)
            },
            "Implement next(self).",
        ),
    ],
    ..TypeSpec::BASE
};

/// The coroutine that the object is a view of.
struct Wrapper(GeneratorKey);

impl Object for Wrapper {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Generator(self.0));
    }
}

fn await_(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let class = vm.class_for(&WRAPPER);
    Ok(vm.heap.new_object(class, Wrapper(key(this))))
}

fn wrapped(vm: &mut Vm, this: Value) -> Res<GeneratorKey> {
    match this {
        Value::Object(k) if let Some(wrapper) = vm.heap.object::<Wrapper>(k) => Ok(wrapper.0),
        _ => Err(vm.type_error("descriptor requires a 'coroutine_wrapper' object")),
    }
}
