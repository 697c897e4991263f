//! Rust closures as Python functions.

use super::convert::{FromPython, IntoPython, Object as PyObject};
use super::error::Error;
use crate::heap::kinds::Object;
use crate::heap::types::EXCEPTIONS;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};

/// What is called.
pub type Closure = Box<dyn FnMut(&[PyObject]) -> Result<PyObject, Error> + Send>;

/// A closure with its name. While it runs, the closure is not there.
struct HostFunction {
    name: String,
    closure: Option<Closure>,
}

impl Object for HostFunction {
    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}
}

static SPEC: TypeSpec = TypeSpec {
    name: "host_function",
    no_new: true,
    doc: "A function of the program that embeds the interpreter.",
    specials: &[
        NativeSpec::new("__call__", "($self, /, *args)", call, "Call self as a function."),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    ],
    getsets: &[GetSetSpec { name: "__name__", get: get_name, set: None, doc: "" }],
    ..TypeSpec::BASE
};

/// The Python function of a closure.
pub(super) fn new(vm: &mut Vm, name: &str, closure: Closure) -> Value {
    let class = vm.class_for(&SPEC);
    vm.heap.new_object(class, HostFunction { name: name.to_owned(), closure: Some(closure) })
}

fn key(vm: &mut Vm, this: Value) -> Res<ObjectKey> {
    match this {
        Value::Object(k) if vm.heap.object::<HostFunction>(k).is_some() => Ok(k),
        _ => Err(vm.type_error("descriptor requires a 'host_function' object")),
    }
}

fn name(vm: &mut Vm, this: Value) -> Res<String> {
    let k = key(vm, this)?;
    Ok(vm.heap.object::<HostFunction>(k).map(|f| f.name.clone()).unwrap_or_default())
}

fn get_name(vm: &mut Vm, this: Value) -> Res {
    let name = name(vm, this)?;
    Ok(vm.heap.new_str(name))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let name = name(vm, this)?;
    Ok(vm.heap.new_str(format!("<host function {name}>")))
}

fn call(vm: &mut Vm, args: Args) -> Res {
    let [this, rest] = args.take(vm);
    let k = key(vm, this)?;
    let given = match rest {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    };
    let mut arguments = Vec::with_capacity(given.len());
    for v in given {
        arguments.push(PyObject::from_python(vm, v)?);
    }
    let Some(mut closure) = vm.heap.object_mut::<HostFunction>(k).and_then(|f| f.closure.take()) else {
        let name = name(vm, this)?;
        return Err(vm.runtime_error(format!("{name}() is running already")));
    };
    let result = closure(&arguments);
    if let Some(f) = vm.heap.object_mut::<HostFunction>(k) {
        f.closure = Some(closure);
    }
    match result {
        Ok(v) => Ok(v.into_python(vm)),
        Err(e) => Err(raise(vm, &e)),
    }
}

/// Raises a host's error as the built-in exception of that name.
fn raise(vm: &mut Vm, e: &Error) -> Raised {
    let class = EXCEPTIONS.iter().find(|(_, name, _)| *name == e.class);
    let exc = class.map_or(crate::heap::types::Exc::Exception, |&(exc, _, _)| exc);
    vm.error(exc, e.message.as_str())
}
