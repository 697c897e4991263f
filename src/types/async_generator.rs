//! `async_generator` as a class, and the awaitable objects its methods make (PEP 525).

use super::generator::{self, DELEGATE, NAME, QUALNAME, key};
use super::generic_alias::CLASS_GETITEM;
use crate::code::op::Op;
use crate::heap::kinds::{GeneratorState, Object};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::generator::Step;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};

/// The class `async_generator`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "async_generator",
    no_new: true,
    weakref: true,
    methods: &[
        NativeSpec::new(
            "asend",
            "($self, object, /)",
            |vm, args| {
                let [this, v] = args.take(vm);
                asend(vm, key(this), v)
            },
            "asend(v) -> send 'v' in generator.",
        ),
        NativeSpec::new(
            "athrow",
            generator::THROW_SIGNATURE,
            athrow,
            "athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.",
        ),
        NativeSpec::new(
            "aclose",
            "($self, /)",
            |vm, args| {
                let this = args.get(vm, 0);
                make(vm, key(this), Action::Close)
            },
            "aclose() -> raise GeneratorExit inside generator.",
        ),
    ],
    class_methods: CLASS_GETITEM,
    specials: &[
        NativeSpec::new(
            "__aiter__",
            "($self, /)",
            |vm, args| Ok(args.get(vm, 0)),
            "Return an awaitable, that resolves in asynchronous iterator.",
        ),
        NativeSpec::new(
            "__anext__",
            "($self, /)",
            |vm, args| {
                let this = args.get(vm, 0);
                asend(vm, key(this), Value::None)
            },
            "Return a value or raise StopAsyncIteration.",
        ),
        NativeSpec::new("__repr__", "($self, /)", generator::repr, "Return repr(self)."),
    ],
    getsets: &[
        NAME,
        QUALNAME,
        GetSetSpec { name: "ag_await", doc: "object being awaited on, or None", ..DELEGATE },
        GetSetSpec {
            name: "ag_running",
            get: |vm, g| Ok(Value::Bool(vm.heap.generators[key(g)].asynchronous.running)),
            set: None,
            doc: "",
        },
        GetSetSpec { name: "ag_suspended", get: generator::suspended, set: None, doc: "" },
        GetSetSpec { name: "ag_frame", get: generator::frame, set: None, doc: "" },
        GetSetSpec { name: "ag_code", get: generator::code, set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

macro_rules! awaitable_class {
    ($name:literal) => {
        TypeSpec {
            name: $name,
            no_new: true,
            methods: &[
                NativeSpec::new(
                    "send",
                    "($self, object, /)",
                    |vm, args| {
                        let [this, v] = args.take(vm);
                        step(vm, this, v)
                    },
                    "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
                ),
                NativeSpec::new(
                    "throw",
                    generator::THROW_SIGNATURE,
                    throw,
                    "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.",
                ),
                NativeSpec::new("close", "($self, /)", close, "close() -> raise GeneratorExit inside generator."),
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
                        let this = args.get(vm, 0);
                        step(vm, this, Value::None)
                    },
                    "Implement next(self).",
                ),
            ],
            ..TypeSpec::BASE
        }
    };
}

/// The class of what `asend()` and `__anext__()` make.
pub static ASEND: TypeSpec = awaitable_class!("async_generator_asend");

/// The class of what `athrow()` and `aclose()` make.
pub static ATHROW: TypeSpec = awaitable_class!("async_generator_athrow");

/// What awaiting does with the generator at first.
#[derive(Clone, Copy)]
enum Action {
    Send(Value),
    Throw(Value),
    Close,
}

#[derive(Clone, Copy, PartialEq)]
enum Progress {
    Fresh,
    Started,
    Done,
}

/// One use of an asynchronous generator, to be awaited once.
#[derive(Clone, Copy)]
struct Use {
    generator: GeneratorKey,
    action: Action,
    progress: Progress,
}

impl Object for Use {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Generator(self.generator));
        if let Action::Send(v) | Action::Throw(v) = self.action {
            visit(v);
        }
    }
}

/// What `g.asend(v)` answers.
pub fn asend(vm: &mut Vm, g: GeneratorKey, v: Value) -> Res {
    make(vm, g, Action::Send(v))
}

fn athrow(vm: &mut Vm, args: Args) -> Res {
    let exception = generator::thrown(vm, args)?;
    let this = args.get(vm, 0);
    make(vm, key(this), Action::Throw(exception))
}

fn make(vm: &mut Vm, g: GeneratorKey, action: Action) -> Res {
    let class = vm.class_for(if let Action::Send(_) = action { &ASEND } else { &ATHROW });
    Ok(vm.heap.new_object(class, Use { generator: g, action, progress: Progress::Fresh }))
}

fn state(vm: &mut Vm, this: Value) -> Res<(ObjectKey, Use)> {
    match this {
        Value::Object(k) if let Some(&state) = vm.heap.object::<Use>(k) => Ok((k, state)),
        _ => Err(vm.type_error("descriptor requires an 'async_generator_asend' object")),
    }
}

impl Use {
    /// "aclose()", as messages call it.
    fn name(self) -> &'static str {
        match self.action {
            Action::Send(_) => "anext()",
            Action::Throw(_) => "athrow()",
            Action::Close => "aclose()",
        }
    }

    fn check_unused(self, vm: &mut Vm) -> Res<()> {
        if self.progress != Progress::Done {
            return Ok(());
        }
        let what = if let Action::Send(_) = self.action { "__anext__()/asend()" } else { "aclose()/athrow()" };
        Err(vm.runtime_error(format!("cannot reuse already awaited {what}")))
    }

    fn check_idle(self, vm: &mut Vm, k: ObjectKey) -> Res<()> {
        if !vm.heap.generators[self.generator].asynchronous.running {
            return Ok(());
        }
        set_progress(vm, k, Progress::Done);
        Err(vm.runtime_error(format!("{}: asynchronous generator is already running", self.name())))
    }

    fn begin(self, vm: &mut Vm, k: ObjectKey) {
        set_progress(vm, k, Progress::Started);
        vm.heap.generators[self.generator].asynchronous.running = true;
    }

    /// What a step of the generator means to whoever awaits: a value that is passed on is the `Ok`, a value
    /// that the generator itself yielded is the `StopIteration` that ends the awaiting.
    fn outcome(self, vm: &mut Vm, k: ObjectKey, step: Res<Step>) -> Res {
        let g = self.generator;
        let raised = match step {
            Ok(Step::Yielded(v)) if !yielded_itself(vm, g) => return Ok(v),
            Ok(Step::Yielded(v)) => {
                vm.heap.generators[g].asynchronous.running = false;
                set_progress(vm, k, Progress::Done);
                if let Action::Close = self.action {
                    return Err(vm.runtime_error("async generator ignored GeneratorExit"));
                }
                return Err(stop_with(vm, v));
            }
            Ok(Step::Returned(_)) => vm.error_with(Exc::StopAsyncIteration, &[]),
            Err(raised) => raised,
        };
        let ended = vm.pending_is(Exc::StopAsyncIteration) || vm.pending_is(Exc::GeneratorExit);
        let flags = &mut vm.heap.generators[g].asynchronous;
        flags.running = false;
        flags.closed |= ended;
        set_progress(vm, k, Progress::Done);
        if let (true, Action::Close) = (ended, self.action) {
            vm.take_pending();
            return Err(vm.stop_iteration(Value::None));
        }
        Err(raised)
    }
}

fn set_progress(vm: &mut Vm, k: ObjectKey, progress: Progress) {
    if let Some(state) = vm.heap.object_mut::<Use>(k) {
        state.progress = progress;
    }
}

/// The generator is suspended at a `yield` of its own rather than at an `await`.
fn yielded_itself(vm: &Vm, g: GeneratorKey) -> bool {
    let generator = &vm.heap.generators[g];
    let ops = &vm.codes[generator.code].ops;
    !matches!(ops.get(generator.pc as usize), Some(Op::YieldFrom { .. }))
}

/// `StopIteration(v)`, whose argument `v` is even if it is a tuple or an exception.
fn stop_with(vm: &mut Vm, v: Value) -> Raised {
    vm.error_with(Exc::StopIteration, &[v])
}

fn step(vm: &mut Vm, this: Value, sent: Value) -> Res {
    let (k, used) = state(vm, this)?;
    used.check_unused(vm)?;
    let g = used.generator;
    if !matches!(used.action, Action::Send(_)) && vm.heap.generators[g].state == GeneratorState::Finished {
        set_progress(vm, k, Progress::Done);
        return Err(vm.stop_iteration(Value::None));
    }
    if used.progress == Progress::Started {
        let step = vm.generator_send(g, sent);
        return used.outcome(vm, k, step);
    }
    used.check_idle(vm, k)?;
    let step = match used.action {
        Action::Send(v) => {
            used.begin(vm, k);
            vm.generator_send(g, if sent.is_none() { v } else { sent })
        }
        _ if vm.heap.generators[g].asynchronous.closed => {
            set_progress(vm, k, Progress::Done);
            return Err(vm.error_with(Exc::StopAsyncIteration, &[]));
        }
        _ if !sent.is_none() => {
            return Err(vm.runtime_error("can't send non-None value to a just-started coroutine"));
        }
        Action::Throw(exception) => {
            used.begin(vm, k);
            vm.generator_throw(g, exception)
        }
        Action::Close => {
            used.begin(vm, k);
            vm.heap.generators[g].asynchronous.closed = true;
            let exit = vm.new_exception(vm.heap.types.exception(Exc::GeneratorExit), &[]);
            vm.generator_throw(g, exit)
        }
    };
    used.outcome(vm, k, step)
}

fn throw(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let (k, used) = state(vm, this)?;
    used.check_unused(vm)?;
    let exception = generator::thrown(vm, args)?;
    throw_into(vm, k, used, exception)
}

fn throw_into(vm: &mut Vm, k: ObjectKey, used: Use, exception: Value) -> Res {
    if used.progress == Progress::Fresh {
        used.check_idle(vm, k)?;
        used.begin(vm, k);
    }
    let step = vm.generator_throw(used.generator, exception);
    used.outcome(vm, k, step)
}

fn close(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let (k, used) = state(vm, this)?;
    if used.progress == Progress::Done {
        return Ok(Value::None);
    }
    let exit = vm.new_exception(vm.heap.types.exception(Exc::GeneratorExit), &[]);
    match throw_into(vm, k, used, exit) {
        Ok(_) => Err(vm.runtime_error("coroutine ignored GeneratorExit")),
        Err(Raised)
            if [Exc::StopIteration, Exc::StopAsyncIteration, Exc::GeneratorExit]
                .into_iter()
                .any(|exc| vm.pending_is(exc)) =>
        {
            vm.take_pending();
            Ok(Value::None)
        }
        Err(Raised) => Err(Raised),
    }
}
