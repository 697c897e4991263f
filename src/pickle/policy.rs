//! Which names pickles may reach: a list that an embedding program gives its interpreter.

use super::errors::unpickling_error;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};
use std::collections::BTreeSet;

/// What pickles may reach, by name. What isn't listed is neither imported nor called: the load ends with an
/// `UnpicklingError` before that. It holds for every load in the interpreter, `find_class` of subclasses included, and
/// no Python code can change it.
///
/// It is for embedding programs. A Python program restricts its own loads as on CPython, by a subclass of
/// `pickle.Unpickler` with its own `find_class`.
///
/// Numbers, text, bytes, lists, tuples and dicts need no names. Listing a class lets pickles make instances of it
/// and call what instances are filled with (`__setstate__`, `append`, `__setitem__` and the like); listing a function
/// lets them call it with any arguments.
///
/// ```
/// use selfsame::embed::{Interpreter, PicklePolicy};
///
/// let policy = PicklePolicy::data().name("__main__", "Point").module("datetime");
/// let mut python = Interpreter::builder().pickle_policy(policy).build();
/// python.run("
/// import pickle
/// class Point: pass
/// assert type(pickle.loads(pickle.dumps(Point()))) is Point
/// assert pickle.loads(pickle.dumps({1, 2}, 0)) == {1, 2}
/// ", "<example>")?;
///
/// let refused = python.run(r"pickle.loads(b'cos\nsystem\n(Vls\ntR.')", "<example>").unwrap_err();
/// assert_eq!(refused.class, "UnpicklingError");
/// assert_eq!(refused.message, "a pickle may not reach os.system: the interpreter's pickle policy doesn't list it");
/// # Ok::<(), selfsame::embed::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PicklePolicy {
    names: BTreeSet<(String, String)>,
    modules: BTreeSet<String>,
}

/// What pickles of built-in data name, in one protocol or another.
const DATA: &[(&str, &str)] = &[
    ("_codecs", "encode"), // `bytes` before protocol 3
    ("builtins", "Ellipsis"),
    ("builtins", "NotImplemented"),
    ("builtins", "bytearray"),
    ("builtins", "complex"),
    ("builtins", "frozenset"),
    ("builtins", "range"),
    ("builtins", "set"),
    ("builtins", "slice"),
];

impl PicklePolicy {
    /// No names at all: numbers, text, bytes, lists, tuples and dicts, in newer protocols sets too.
    pub fn nothing() -> PicklePolicy {
        PicklePolicy::default()
    }

    /// What pickles of built-in data need in any protocol: `set`, `frozenset`, `bytearray`, `complex`, `range`, `slice`
    /// and the like; none of them runs code of a program.
    pub fn data() -> PicklePolicy {
        DATA.iter().fold(PicklePolicy::nothing(), |policy, (module, name)| policy.name(*module, *name))
    }

    /// Also one name, as Python 3 calls it. A name with dots (`Outer.Inner`) is a name of its own: `Outer` doesn't
    /// imply it.
    pub fn name(mut self, module: impl Into<String>, name: impl Into<String>) -> PicklePolicy {
        self.names.insert((module.into(), name.into()));
        self
    }

    /// Also every name of a module that has no dots. Mind that these are all the names in its namespace, what it
    /// imported included; modules within it are not.
    pub fn module(mut self, module: impl Into<String>) -> PicklePolicy {
        self.modules.insert(module.into());
        self
    }

    /// A pickle may reach this name.
    pub fn allows(&self, module: &str, name: &str) -> bool {
        (self.modules.contains(module) && !name.contains('.'))
            || self.names.contains(&(module.to_owned(), name.to_owned()))
    }
}

/// `UnpicklingError` if the interpreter has a policy and that doesn't list a name.
pub fn check(vm: &mut Vm, module: StrKey, name: StrKey) -> Res<()> {
    match &vm.limits.pickle_policy {
        Some(policy) if !policy.allows(&vm.heap.text(module), &vm.heap.text(name)) => Err(refuse(vm, module, name)),
        _ => Ok(()),
    }
}

#[cold]
fn refuse(vm: &mut Vm, module: StrKey, name: StrKey) -> Raised {
    let (module, name) = (vm.heap.text(module), vm.heap.text(name));
    let message = format!("a pickle may not reach {module}.{name}: the interpreter's pickle policy doesn't list it");
    unpickling_error(vm, &message)
}
