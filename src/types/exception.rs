//! The exception classes, made at start from [`EXCEPTIONS`], and what the interpreter does with exceptions natively.
//!
//! An exception is an `Instance` whose place 0 holds its payload, an [`Exception`](crate::heap::kinds::Exception).
//! Fields of particular classes (`StopIteration.value`, `OSError.errno`, …) lie in the payload, in the order
//! [`field_names`] gives; an unbound one reads as `None`.

mod base;
mod fields;
mod group;
mod import_error;
mod os_error;
mod syntax_error;
mod table;
mod unicode_error;

pub use base::{DICT, own_attributes};
pub use group::{make as make_group, members as group_members, projection as group_projection};
pub use import_error::import_error;
pub use os_error::from_io;

use crate::heap::Heap;
use crate::heap::dict::Dict;
use crate::heap::kinds::{Layout, TracebackEntry};
use crate::heap::types::{EXCEPTIONS, Exc};
use crate::value::*;
use crate::vm::native::TypeSpec;
use crate::vm::{Raised, Res, Vm};

/// Makes the classes of [`EXCEPTIONS`], in their order. To be called once, when `object` and `type` are there.
pub fn start(vm: &mut Vm) {
    let object = vm.heap.types.object;
    let mut base_exception = None;
    for &(exc, name, base) in EXCEPTIONS {
        let base = if exc == Exc::BaseException { object } else { vm.heap.types.exception(base) };
        let class = vm.make_builtin_class(table::spec(name), base);
        let payload = *base_exception.get_or_insert(class);
        let root = vm.heap.shapes.new_root(class, 1);
        let c = &mut vm.heap.classes[class];
        c.layout = Layout::Payload(payload);
        c.fixed = 1;
        c.flags.has_dict = true;
        c.flags.weakref = true;
        c.root_shape = root;
        vm.register_class(table::spec(name), class);
        vm.heap.types.push_exception(class);
    }
    add_group_base(vm);
}

/// `ExceptionGroup` has two bases, which the table can't say.
fn add_group_base(vm: &mut Vm) {
    let t = &vm.heap.types;
    let (group, base_group) = (t.exception(Exc::ExceptionGroup), t.exception(Exc::BaseExceptionGroup));
    let (exception, base_exception) = (t.exception(Exc::Exception), t.exception(Exc::BaseException));
    let c = &mut vm.heap.classes[group];
    c.bases = [base_group, exception].into();
    c.mro = [group, base_group, exception, base_exception, vm.heap.types.object].into();
    vm.add_subclass(base_group, group);
    let root = vm.heap.classes[group].root_shape;
    vm.heap.shapes.renew(root);
}

/// The built-in exceptions by the names `builtins` has them under, aliases included.
pub fn names(vm: &Vm) -> Vec<(&'static str, ClassKey)> {
    let mut all: Vec<_> = EXCEPTIONS.iter().map(|&(exc, name, _)| (name, vm.heap.types.exception(exc))).collect();
    let os_error = vm.heap.types.exception(Exc::OSError);
    all.extend([("EnvironmentError", os_error), ("IOError", os_error)]);
    all
}

/// The exception class of a native module, made on first use as a `class` statement makes it. The spec stands for it
/// in the table of native classes, and gives its name and module.
pub fn made_class(vm: &mut Vm, spec: &'static TypeSpec, base: ClassKey) -> ClassKey {
    let address = std::ptr::from_ref(spec) as usize;
    if let Some(&class) = vm.native_classes.get(&address) {
        return class;
    }
    let ns = vm.heap.new_dict_key(Dict::new());
    let module = vm.heap.interned_str(spec.module);
    let key = vm.heap.names.__module__;
    vm.heap.ns_set(ns, key, module);
    let name = vm.heap.interned_str(spec.name);
    let meta = vm.heap.types.r#type;
    let class = match vm.type_new(meta, name, &[Value::Class(base)], ns, &[]) {
        Ok(Value::Class(class)) => class,
        _ => base,
    };
    vm.register_class(spec, class);
    class
}

/// The names of the fields of the built-in exception class that `class` is or descends from; empty for most.
pub fn field_names(heap: &Heap, class: ClassKey) -> &'static [&'static str] {
    fields::of(heap, class)
}

/// Fills the fields of an exception that was made natively, from its `args`. Runs no Python code.
pub fn init_fields(vm: &mut Vm, exception: Value) {
    let Some(key) = vm.exception_key(exception) else { return };
    let class = vm.class_of(exception);
    let names = fields::of(&vm.heap, class);
    if names.is_empty() {
        return;
    }
    vm.heap.exceptions[key].fields = vec![Value::Undef; names.len()].into();
    let args = args_of(vm, key);
    let is = |exc| vm.heap.is_subclass(class, vm.heap.types.exception(exc));
    if is(Exc::StopIteration) {
        vm.heap.exceptions[key].fields[0] = args.first().copied().unwrap_or_default();
    } else if is(Exc::SystemExit) {
        let code = exit_code(vm, key, &args);
        vm.heap.exceptions[key].fields[0] = code;
    } else if is(Exc::OSError) {
        os_error::fill(vm, key, &args);
    } else if is(Exc::ImportError) {
        vm.heap.exceptions[key].fields[0] = if let [message] = args[..] { message } else { Value::Undef };
    } else if is(Exc::SyntaxError) {
        syntax_error::fill_natively(vm, key, &args);
    } else if is(Exc::UnicodeError) || is(Exc::BaseExceptionGroup) {
        let n = names.len().min(args.len());
        vm.heap.exceptions[key].fields[..n].copy_from_slice(&args[..n]);
    }
}

/// Sets a field, such as `name` or `obj`, on the pending exception. Ignored if it has no such field.
pub fn set_field(vm: &mut Vm, name: &str, value: Value) {
    let pending = vm.pending;
    set_field_of(vm, pending, name, value);
}

/// Sets a field of an exception. Ignored if it has no such field.
pub fn set_field_of(vm: &mut Vm, exception: Value, name: &str, value: Value) {
    let Some(key) = vm.exception_key(exception) else { return };
    let class = vm.class_of(exception);
    let at = fields::of(&vm.heap, class).iter().position(|&n| n == name);
    if let Some(slot) = at.and_then(|i| vm.heap.exceptions[key].fields.get_mut(i)) {
        *slot = value;
    }
}

/// A field of an exception; unbound if it is not set or the class has no such field.
pub fn field(vm: &Vm, exception: Value, name: &str) -> Value {
    let Some(key) = vm.exception_key(exception) else { return Value::Undef };
    let class = vm.class_of(exception);
    let at = fields::of(&vm.heap, class).iter().position(|&n| n == name);
    at.and_then(|i| vm.heap.exceptions[key].fields.get(i).copied()).unwrap_or_default()
}

/// Adds a note to an exception, as `add_note` does. Runs no Python code; a `__notes__` that is no list is left alone.
pub fn add_note(vm: &mut Vm, exception: Value, note: &str) {
    let Value::Instance(instance) = exception else { return };
    let note = vm.heap.new_str(note);
    let name = vm.heap.names.__notes__;
    let notes = vm.heap.attributes(instance).into_iter().find(|(n, _)| n.is(Value::Str(name))).map(|(_, v)| v);
    match notes {
        Some(Value::List(k)) => {
            vm.heap.lists[k].push(note);
            vm.heap.grew(16);
        }
        Some(_) => {}
        None => {
            let list = vm.heap.new_list(vec![note]);
            vm.heap.set_attribute(instance, name, list);
        }
    }
}

/// The exception is an instance of this built-in class.
pub fn is(vm: &Vm, exception: Value, exc: Exc) -> bool {
    vm.heap.is_subclass(vm.class_of(exception), vm.heap.types.exception(exc))
}

/// `args` of an exception.
pub fn args_of(vm: &Vm, key: ExceptionKey) -> Vec<Value> {
    match vm.payload(vm.heap.exceptions[key].args) {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    }
}

/// The frames an exception passed through since its traceback was last made an object, innermost first.
pub fn entries(vm: &Vm, key: ExceptionKey) -> &[TracebackEntry] {
    &vm.heap.exceptions[key].traceback
}

/// `SystemExit.code`: nothing, the only argument, or all of them.
fn exit_code(vm: &Vm, key: ExceptionKey, args: &[Value]) -> Value {
    match args {
        [] => Value::Undef,
        [code] => *code,
        _ => vm.heap.exceptions[key].args,
    }
}

/// The payload of `self`, or `TypeError`.
/// An exception was made with this tuple of arguments: it keeps the very tuple if it has those arguments.
pub fn keep_args(vm: &mut Vm, made: Value, given: TupleKey) {
    if let Value::Instance(_) = made
        && let Some(key) = vm.exception_key(made)
        && let Value::Tuple(own) = vm.heap.exceptions[key].args
        && vm.heap.tuples[own].len() == vm.heap.tuples[given].len()
        && vm.heap.tuples[own].iter().zip(vm.heap.tuples[given].iter()).all(|(a, b)| a.is(*b))
    {
        vm.heap.exceptions[key].args = Value::Tuple(given);
    }
}

fn payload(vm: &mut Vm, this: Value) -> Res<ExceptionKey> {
    match vm.exception_key(this) {
        Some(key) => Ok(key),
        None => Err(not_an_exception(vm, this)),
    }
}

#[cold]
fn not_an_exception(vm: &mut Vm, this: Value) -> Raised {
    let t = vm.type_name(this);
    vm.type_error(format!("descriptor requires a 'BaseException' object but received a '{t}'"))
}

/// A fresh exception with these `args` and all fields unbound: what `__new__` answers.
fn allocate(vm: &mut Vm, class: ClassKey, args: Value) -> Value {
    let fields = vec![Value::Undef; fields::of(&vm.heap, class).len()].into();
    let payload = vm.heap.new_exception(crate::heap::kinds::Exception {
        args,
        cause: Value::None,
        context: Value::None,
        suppress_context: false,
        traceback: Vec::new(),
        traceback_object: Value::Undef,
        fields,
    });
    let instance = vm.heap.new_instance(class);
    vm.heap.instances[instance].values[0] = payload;
    Value::Instance(instance)
}
