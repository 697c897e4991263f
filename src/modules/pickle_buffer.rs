//! `pickle.PickleBuffer`: a wrapper for data that may travel outside the pickle (PEP 574).

use crate::heap::kinds::Object;
use crate::types::{buffer, memoryview};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The state: the object whose data it is; unbound once released.
#[derive(Debug)]
pub struct PickleBuffer {
    source: Value,
}

impl Object for PickleBuffer {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.source);
    }
}

/// The class `pickle.PickleBuffer`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "PickleBuffer",
    module: "pickle",
    doc: "Wrapper for potentially out-of-band buffers",
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, object, /)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[
        NativeSpec::new(
            "raw",
            "($self, /)",
            raw,
            "Return a memoryview of the raw memory underlying this buffer.\n\nWill raise BufferError is the buffer isn't contiguous.",
        ),
        NativeSpec::new(
            "release",
            "($self, /)",
            release,
            "Release the underlying buffer controlled by the PickleBuffer object.",
        ),
    ],
    ..TypeSpec::BASE
};

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, source] = args.take(vm);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    if buffer::gathered(vm, source).is_none() {
        return Err(buffer::wanted(vm, source));
    }
    let source = match state(vm, source) {
        Some(inner) => inner,
        None => source,
    };
    let v = vm.heap.new_object(base, PickleBuffer { source });
    Ok(vm.wrap_new(class, v))
}

/// What a `PickleBuffer` wraps, unbound if released; None for other objects.
fn state(vm: &Vm, v: Value) -> Option<Value> {
    match vm.payload(v) {
        Value::Object(k) => vm.heap.object::<PickleBuffer>(k).map(|b| b.source),
        _ => None,
    }
}

/// It is a `PickleBuffer`.
pub fn is(vm: &Vm, v: Value) -> bool {
    state(vm, v).is_some()
}

/// The object whose data a `PickleBuffer` is; None if it was released, or `v` is none.
pub fn source(vm: &Vm, v: Value) -> Option<Value> {
    state(vm, v).and_then(Value::bound)
}

/// Some `PickleBuffer` is of this view.
pub fn holds(vm: &Vm, view: Value) -> bool {
    vm.heap.objects.iter().any(|(_, object)| object.state::<PickleBuffer>().is_some_and(|b| b.source.is(view)))
}

/// The object whose data it is, unless it was released.
pub fn live_source(vm: &mut Vm, v: Value) -> Res {
    match state(vm, v).and_then(Value::bound) {
        Some(source) => Ok(source),
        None => Err(vm.value_error("operation forbidden on released PickleBuffer object")),
    }
}

/// The view of all the bytes, whatever items the buffer has; they must lie one after the other.
fn raw(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let source = live_source(vm, this)?;
    memoryview::raw(vm, source)
}

fn release(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    if let Value::Object(k) = vm.payload(this)
        && let Some(buffer) = vm.heap.object_mut::<PickleBuffer>(k)
    {
        buffer.source = Value::Undef;
    }
    Ok(Value::None)
}

/// A buffer's bytes, and whether they are read-only; None if `v` is not a `PickleBuffer`.
pub fn content(vm: &mut Vm, v: Value) -> Option<Res<(Vec<u8>, bool)>> {
    state(vm, v)?;
    Some(live_source(vm, v).and_then(|source| {
        let (contiguous, readonly) = memoryview::layout(vm, source);
        if !contiguous {
            let message = "PickleBuffer can not be pickled when pointing to a non-contiguous buffer";
            return Err(crate::pickle::errors::pickling_error(vm, message));
        }
        buffer::argument(vm, source).map(|bytes| (bytes, readonly))
    }))
}
