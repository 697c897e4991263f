//! The built-in functions on asynchronous iterables: `aiter` and `anext`.

use crate::code::unit::Awaited;
use crate::heap::kinds::Object;
use crate::heap::types::Exc;
use crate::types::generator::{THROW_SIGNATURE, thrown};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};

/// The functions.
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("aiter", "(async_iterable, /)", aiter, "Return an AsyncIterator for an AsyncIterable object."),
    NativeSpec::new(
        "anext",
        "(aiterator, default=<unrepresentable>, /)",
        anext,
        "Return the next item from the async iterator.\n\nIf default is given and the async iterator is exhausted,\nit is returned instead of raising StopAsyncIteration.",
    ),
];

fn aiter(vm: &mut Vm, args: Args) -> Res {
    let [v] = args.take(vm);
    let name = vm.heap.names.__aiter__;
    let it = match vm.special(v, name) {
        Some(method) if !method.is_none() => vm.call_found(method, v, &[])?,
        _ => {
            let t = vm.type_name(v);
            return Err(vm.type_error(format!("'{t}' object is not an async iterable")));
        }
    };
    if !vm.is_async_iterator(it) {
        let t = vm.type_name(it);
        return Err(vm.type_error(format!("aiter() returned not an async iterator of type '{t}'")));
    }
    Ok(it)
}

fn anext(vm: &mut Vm, args: Args) -> Res {
    let [v, default] = args.take(vm);
    let name = vm.heap.names.__anext__;
    let awaitable = match vm.special(v, name) {
        Some(method) if !method.is_none() => vm.call_found(method, v, &[])?,
        _ => {
            let t = vm.type_name(v);
            return Err(vm.type_error(format!("'{t}' object is not an async iterator")));
        }
    };
    let Some(default) = default.bound() else { return Ok(awaitable) };
    let class = vm.class_for(&ANEXT_AWAITABLE);
    Ok(vm.heap.new_object(class, AnextAwaitable { awaitable, default }))
}

/// The class of what `anext()` with a default answers.
static ANEXT_AWAITABLE: TypeSpec = TypeSpec {
    name: "anext_awaitable",
    no_new: true,
    methods: &[
        NativeSpec::new(
            "send",
            "($self, object, /)",
            |vm, args| {
                let [this, v] = args.take(vm);
                let name = vm.heap.names.send;
                forward(vm, this, name, &[v])
            },
            "send(arg) -> send 'arg' into the wrapped iterator,\nreturn next yielded value or raise StopIteration.",
        ),
        NativeSpec::new(
            "throw",
            THROW_SIGNATURE,
            |vm, args| {
                let exception = thrown(vm, args)?;
                let (this, name) = (args.get(vm, 0), vm.heap.names.throw);
                forward(vm, this, name, &[exception])
            },
            "throw(value)\nthrow(typ[,val[,tb]])\n\nraise exception in the wrapped iterator, return next yielded value\nor raise StopIteration.",
        ),
        NativeSpec::new(
            "close",
            "($self, /)",
            |vm, args| {
                let (this, name) = (args.get(vm, 0), vm.heap.names.close);
                forward(vm, this, name, &[])
            },
            "close() -> raise GeneratorExit inside generator.",
        ),
    ],
    specials: &[
        NativeSpec::new(
            "__await__",
            "($self, /)",
            |vm, args| Ok(args.get(vm, 0)),
            "Return an iterator to be used in await expression.",
        ),
        NativeSpec::new("__iter__", "($self, /)", |vm, args| Ok(args.get(vm, 0)), "Implement iter(self)."),
        NativeSpec::new(
            "__next__",
            "($self, /)",
            |vm, args| {
                let (this, name) = (args.get(vm, 0), vm.heap.names.__next__);
                forward(vm, this, name, &[])
            },
            "Implement next(self).",
        ),
    ],
    ..TypeSpec::BASE
};

/// An awaitable whose `StopAsyncIteration` becomes a value.
struct AnextAwaitable {
    awaitable: Value,
    default: Value,
}

impl Object for AnextAwaitable {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.awaitable);
        visit(self.default);
    }
}

/// Calls a method of the iterator that awaiting runs on.
fn forward(vm: &mut Vm, this: Value, name: StrKey, args: &[Value]) -> Res {
    let (awaitable, default) = match this {
        Value::Object(k) if let Some(this) = vm.heap.object::<AnextAwaitable>(k) => (this.awaitable, this.default),
        _ => return Err(vm.type_error("descriptor requires an 'anext_awaitable' object")),
    };
    let mut it = vm.awaitable(awaitable, Awaited::Expression)?;
    if let Value::Generator(_) = it {
        let name = vm.heap.names.__await__;
        if let Some(wrapped) = vm.call_special(it, name, &[])? {
            it = wrapped;
        }
    }
    match vm.call_method(it, name, args) {
        Err(Raised) if vm.pending_is(Exc::StopAsyncIteration) => {
            vm.take_pending();
            Err(vm.stop_iteration(default))
        }
        result => result,
    }
}
