//! How Rust functions and built-in classes present themselves to Python.
//!
//! A native function is one entry with a CPython-style signature string, from which argument errors,
//! `__doc__` and `__text_signature__` come. It is called with a window of bound arguments: one place
//! for each parameter of the signature, absent ones unbound, `*args` a tuple, `**kwargs` a dict.

use super::{Res, Vm};
use crate::heap::Heap;
use crate::heap::kinds::Collection;
use crate::value::Value;

/// A native function.
pub type NativeFn = fn(&mut Vm, Args) -> Res;

/// The bound arguments of a native call: places on the VM's stack, hence roots.
#[derive(Clone, Copy, Debug)]
pub struct Args {
    /// Index of the first on the stack.
    pub base: usize,
    /// How many: the number of parameters in the signature.
    pub len: usize,
}

impl Args {
    /// The argument for parameter `i`; unbound if absent.
    #[inline]
    pub fn get(self, vm: &Vm, i: usize) -> Value {
        debug_assert!(i < self.len);
        vm.stack[self.base + i]
    }

    /// The arguments for the first `N` parameters.
    #[inline]
    pub fn take<const N: usize>(self, vm: &Vm) -> [Value; N] {
        debug_assert!(N <= self.len);
        std::array::from_fn(|i| vm.stack[self.base + i])
    }

    /// The argument for parameter `i`, or `default` if absent.
    #[inline]
    pub fn get_or(self, vm: &Vm, i: usize, default: Value) -> Value {
        self.get(vm, i).bound().unwrap_or(default)
    }
}

/// How many arguments a signature takes; computed when the table of functions is compiled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arity {
    /// Parameters in all.
    pub params: u8,
    /// Positional parameters.
    pub positional: u8,
    /// Positional parameters without a default.
    pub required: u8,
    /// Positional parameters that can't be given by name.
    pub positional_only: u8,
    /// Keyword-only parameters.
    pub keyword_only: u8,
    /// There is a `*args`.
    pub varargs: bool,
    /// There is a `**kwargs`.
    pub varkw: bool,
}

impl Arity {
    /// Reads a signature such as `($self, iterable=(), /, *, key=None, **rest)`.
    pub const fn of(signature: &str) -> Arity {
        let s = signature.as_bytes();
        let mut a = Arity {
            params: 0,
            positional: 0,
            required: 0,
            positional_only: 0,
            keyword_only: 0,
            varargs: false,
            varkw: false,
        };
        let mut i = 1;
        let mut after_star = false;
        while i < s.len() && s[i] != b')' {
            while s[i] == b' ' || s[i] == b',' {
                i += 1;
            }
            let start = i;
            let (mut depth, mut default) = (0, false);
            let mut quoted = false;
            while quoted || depth > 0 || (s[i] != b',' && s[i] != b')') {
                match s[i] {
                    b'\'' => quoted = !quoted,
                    b'(' | b'[' | b'{' if !quoted => depth += 1,
                    b')' | b']' | b'}' if !quoted => depth -= 1,
                    b'=' if !quoted => default = true,
                    _ => {}
                }
                i += 1;
            }
            if i == start {
                break;
            }
            if s[start] == b'/' {
                a.positional_only = a.positional;
            } else if s[start] == b'*' {
                after_star = true;
                if i - start > 1 && s[start + 1] == b'*' {
                    a.varkw = true;
                    a.params += 1;
                } else if i - start > 1 {
                    a.varargs = true;
                    a.params += 1;
                }
            } else {
                a.params += 1;
                if after_star {
                    a.keyword_only += 1;
                } else {
                    a.positional += 1;
                    if !default {
                        a.required += 1;
                    }
                }
            }
        }
        a
    }

    /// Positional arguments alone fill it, so that a call without keywords needs no binding.
    #[inline]
    pub const fn is_positional(&self) -> bool {
        self.params == self.positional
    }
}

/// A native function's entry.
#[derive(Debug)]
pub struct NativeSpec {
    /// `__name__`
    pub name: &'static str,
    /// CPython's `__text_signature__`, e.g. `($self, object, /)`. Defaults are documentation: the function
    /// finds an absent argument unbound and applies the default itself.
    pub signature: &'static str,
    /// What it does.
    pub function: NativeFn,
    /// `__doc__`
    pub doc: &'static str,
    /// From the signature.
    pub arity: Arity,
    /// Its common case.
    pub quick: Option<Quick>,
}

/// The common case of a native function, which needs only the heap and the positional arguments, runs no Python code and
/// can't fail. None leaves the call to [`NativeSpec::function`], which gives the same answer for the same arguments.
/// The loop asks it without leaving the frame.
pub type Quick = fn(&mut Heap, &[Value]) -> Option<Value>;

impl NativeSpec {
    /// The entry with a common case that is asked first.
    pub const fn quick(self, quick: Quick) -> NativeSpec {
        NativeSpec { quick: Some(quick), ..self }
    }

    /// An entry.
    pub const fn new(name: &'static str, signature: &'static str, function: NativeFn, doc: &'static str) -> NativeSpec {
        NativeSpec { name, signature, function, doc, arity: Arity::of(signature), quick: None }
    }

    /// Parameter names in order, with their stars, without `$`, defaults and separators.
    pub fn params(&self) -> impl Iterator<Item = &'static str> {
        let inner = self.signature.trim_start_matches('(').trim_end_matches(')');
        split_params(inner)
            .map(|p| p.split('=').next().unwrap_or(p).trim().trim_start_matches('$'))
            .filter(|p| !matches!(*p, "/" | "*" | ""))
    }
}

/// Splits at commas outside quotes and brackets.
fn split_params(s: &'static str) -> impl Iterator<Item = &'static str> {
    let (mut depth, mut quoted) = (0, false);
    s.split(move |c| {
        match c {
            '\'' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => return true,
            _ => {}
        }
        false
    })
}

/// A computed attribute of a built-in class.
#[derive(Debug)]
pub struct GetSetSpec {
    /// Its name.
    pub name: &'static str,
    /// Reads it from the instance.
    pub get: fn(&mut Vm, Value) -> Res,
    /// Sets it, or deletes it when the value is unbound; without this it is read-only.
    pub set: Option<fn(&mut Vm, Value, Value) -> Res<()>>,
    /// `__doc__`
    pub doc: &'static str,
}

impl GetSetSpec {
    /// CPython keeps it as a read-only member of a struct: its descriptor is of another class, and says so.
    pub fn is_member(&self) -> bool {
        self.set.is_some_and(|set| std::ptr::fn_addr_eq(set, read_only as fn(&mut Vm, Value, Value) -> Res<()>))
    }
}

/// Setting what CPython keeps as a read-only member rather than a computed attribute, which shows in the message.
pub fn read_only(vm: &mut Vm, _: Value, _: Value) -> Res<()> {
    Err(vm.error(crate::heap::types::Exc::AttributeError, "readonly attribute"))
}

/// A built-in class. Write `TypeSpec { name: "list", methods: METHODS, ..TypeSpec::BASE }`.
#[derive(Debug)]
pub struct TypeSpec {
    /// `__name__`
    pub name: &'static str,
    /// `__module__`
    pub module: &'static str,
    /// The base; None: `object`.
    pub base: Option<&'static TypeSpec>,
    /// `__doc__`
    pub doc: &'static str,
    /// May be subclassed.
    pub subclassable: bool,
    /// Instances of the exact class can be weakly referenced.
    pub weakref: bool,
    /// `__new__`, with signature `(cls, …)` written as `($type, …)`. None: inherits the base's; with `no_new`
    /// instances can't be made by calling the class.
    pub new: Option<NativeSpec>,
    /// "cannot create 'x' instances"
    pub no_new: bool,
    /// Ordinary methods.
    pub methods: &'static [NativeSpec],
    /// Special methods (`__len__`, …), which show as slot wrappers.
    pub specials: &'static [NativeSpec],
    /// Class methods.
    pub class_methods: &'static [NativeSpec],
    /// Static methods.
    pub static_methods: &'static [NativeSpec],
    /// Computed attributes.
    pub getsets: &'static [GetSetSpec],
    /// Sets `__hash__ = None`.
    pub unhashable: bool,
    /// The instances are built like those of classes made in Python, with so many places of their own beside what
    /// the base brings; None: they are of a native kind.
    pub places: Option<usize>,
    /// Instances with places have a `__dict__`, too.
    pub has_dict: bool,
    /// What `match` takes instances for, if not what it takes those of the base for.
    pub collection: Collection,
}

impl TypeSpec {
    /// How many entries the class's namespace will have, `__doc__` and `__hash__` included.
    pub fn members(&self) -> usize {
        let natives = [self.methods, self.specials, self.class_methods, self.static_methods, self.new.as_slice()];
        natives.iter().map(|list| list.len()).sum::<usize>() + self.getsets.len() + 2
    }

    /// What an entry starts from.
    pub const BASE: TypeSpec = TypeSpec {
        name: "",
        module: "builtins",
        base: None,
        doc: "",
        subclassable: false,
        weakref: false,
        new: None,
        no_new: false,
        methods: &[],
        specials: &[],
        class_methods: &[],
        static_methods: &[],
        getsets: &[],
        unhashable: false,
        places: None,
        has_dict: false,
        collection: Collection::Neither,
    };
}

/// A native module.
#[derive(Debug)]
pub struct ModuleSpec {
    /// `__name__`
    pub name: &'static str,
    /// `__doc__`
    pub doc: &'static str,
    /// Its functions.
    pub functions: &'static [NativeSpec],
    /// Its classes, by the name they have in the module.
    pub classes: &'static [&'static TypeSpec],
    /// Adds everything else to the new module's namespace.
    pub init: Option<fn(&mut Vm, crate::value::DictKey) -> Res<()>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_read_at_compile_time() {
        const A: Arity = Arity::of("($self, iterable=(), /, *, key=None, **rest)");
        assert_eq!((A.params, A.positional, A.required, A.positional_only), (4, 2, 1, 2));
        assert_eq!((A.keyword_only, A.varargs, A.varkw), (1, false, true));
        const P: Arity = Arity::of("(*args, sep=' ', end='\\n', file=None, flush=False)");
        assert_eq!((P.params, P.positional, P.keyword_only, P.varargs), (5, 0, 4, true));
        const N: Arity = Arity::of("()");
        assert_eq!(N, Arity::default());
    }
}
