//! `BaseExceptionGroup` and `ExceptionGroup` (PEP 654): making them, splitting them by a condition.

use super::fields::get;
use super::{allocate, base, field, is, payload};
use crate::heap::types::Exc;
use crate::pickle::write_reduce::is_callable;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, read_only};
use crate::vm::{Res, Vm};
use std::collections::HashSet;

/// Groups nest no deeper than this when they are split.
const MAX_DEPTH: usize = 10_000;

pub const NEW: NativeSpec = NativeSpec::new(
    "__new__",
    "($type, *args, **kwargs)",
    new,
    "Create and return a new object.  See help(type) for accurate signature.",
);

pub const METHODS: &[NativeSpec] = &[
    NativeSpec::new("derive", "($self, excs, /)", derive, ""),
    NativeSpec::new("split", "($self, matcher_value, /)", split, ""),
    NativeSpec::new("subgroup", "($self, matcher_value, /)", subgroup, ""),
];

pub const SPECIALS: &[NativeSpec] = &[
    NativeSpec::new(
        "__init__",
        "($self, /, *args, **kwargs)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    ),
    NativeSpec::new("__str__", "($self, /)", str_, "Return str(self)."),
];

pub const GETSETS: &[GetSetSpec] = &[
    GetSetSpec { name: "message", get: get::<0>, set: Some(read_only), doc: "exception message" },
    GetSetSpec { name: "exceptions", get: get::<1>, set: Some(read_only), doc: "nested exceptions" },
];

fn new(vm: &mut Vm, args: Args) -> Res {
    // Keywords are for `__init__` to refuse.
    let [cls, rest, _] = args.take(vm);
    let base_group = vm.heap.types.exception(Exc::BaseExceptionGroup);
    let mut class = vm.check_new(cls, base_group)?;
    let given = match rest {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    };
    let [message, exceptions] = given[..] else {
        let n = given.len();
        return Err(vm.type_error(format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({n} given)")));
    };
    if !matches!(vm.payload(message), Value::Str(_)) {
        let t = if message.is_none() { "None".to_owned() } else { vm.type_name(message) };
        return Err(vm.type_error(format!("BaseExceptionGroup.__new__() argument 1 must be str, not {t}")));
    }
    let items = check_items(vm, exceptions)?;
    let ordinary = items.iter().all(|&e| is(vm, e, Exc::Exception));
    let group = vm.heap.types.exception(Exc::ExceptionGroup);
    if class == base_group && ordinary {
        class = group;
    } else if !ordinary && vm.heap.is_subclass(class, vm.heap.types.exception(Exc::Exception)) {
        let name = vm.heap.class_name(class);
        let message = if class == group {
            "Cannot nest BaseExceptions in an ExceptionGroup".to_owned()
        } else {
            format!("Cannot nest BaseExceptions in '{name}'")
        };
        return Err(vm.type_error(message));
    }
    let tuple = vm.heap.new_tuple(items);
    let made = allocate(vm, class, rest);
    let key = payload(vm, made)?;
    vm.heap.exceptions[key].fields = [message, tuple].into();
    Ok(made)
}

fn check_items(vm: &mut Vm, exceptions: Value) -> Res<Vec<Value>> {
    if !is_sequence(vm, exceptions) {
        return Err(vm.type_error("second argument (exceptions) must be a sequence"));
    }
    let items = vm.to_vec(exceptions)?;
    if items.is_empty() {
        return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    for (i, &item) in items.iter().enumerate() {
        if vm.exception_key(item).is_none() {
            return Err(vm.value_error(format!("Item {i} of second argument (exceptions) is not an exception")));
        }
    }
    Ok(items)
}

fn init(vm: &mut Vm, args: Args) -> Res {
    base::base_init(vm, args)?;
    Ok(Value::None)
}

fn str_(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let n = members(vm, this).len();
    let message = field(vm, this, "message").or_none();
    let message = vm.str_text(message)?;
    let plural = if n == 1 { "" } else { "s" };
    Ok(vm.heap.new_str(format!("{message} ({n} sub-exception{plural})")))
}

/// The exceptions of a group; none for any other exception.
pub fn members(vm: &Vm, group: Value) -> Vec<Value> {
    match field(vm, group, "exceptions") {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    }
}

fn derive(vm: &mut Vm, args: Args) -> Res {
    let [this, exceptions] = args.take(vm);
    let class = vm.heap.types.exception(Exc::BaseExceptionGroup);
    let message = field(vm, this, "message").or_none();
    vm.call(Value::Class(class), &[message, exceptions])
}

/// How a member is tested.
#[derive(Clone, Copy)]
enum Matcher<'a> {
    Classes(Value),
    Function(Value),
    /// Being one of these, and no group.
    Among(&'a HashSet<InstanceKey>),
}

impl Matcher<'_> {
    fn of(vm: &mut Vm, v: Value) -> Res<Self> {
        let is_class = |vm: &Vm, c| match c {
            Value::Class(c) => vm.heap.is_subclass(c, vm.heap.types.exception(Exc::BaseException)),
            _ => false,
        };
        match v {
            Value::Class(_) if is_class(vm, v) => Ok(Matcher::Classes(v)),
            Value::Tuple(t) if vm.heap.tuples[t].iter().all(|&c| is_class(vm, c)) => Ok(Matcher::Classes(v)),
            _ if !matches!(v, Value::Class(_)) && is_callable(vm, v) => Ok(Matcher::Function(v)),
            _ => Err(vm.type_error(
                "expected an exception type, a tuple of exception types, or a callable (other than a class)",
            )),
        }
    }

    fn test(self, vm: &mut Vm, e: Value) -> Res<bool> {
        match self {
            Matcher::Classes(c) => vm.exception_matches(e, c),
            Matcher::Function(f) => {
                let answer = vm.call(f, &[e])?;
                vm.truth(answer)
            }
            Matcher::Among(keys) => Ok(matches!(e, Value::Instance(k) if keys.contains(&k))),
        }
    }
}

/// A group like `group` of some of its members, with its notes, cause, context and traceback; None if there are none.
fn part(vm: &mut Vm, group: Value, members: Vec<Value>) -> Res {
    if members.is_empty() {
        return Ok(Value::None);
    }
    let list = vm.heap.new_list(members);
    let name = vm.heap.intern("derive");
    let made = vm.call_method(group, name, &[list])?;
    let (Some(new), Some(old)) = (vm.exception_key(made), vm.exception_key(group)) else {
        return Err(vm.type_error("derive must return an instance of BaseExceptionGroup"));
    };
    if !is(vm, made, Exc::BaseExceptionGroup) {
        return Err(vm.type_error("derive must return an instance of BaseExceptionGroup"));
    }
    // The very same traceback: that is how `except*` knows its parts again.
    let traceback = crate::types::traceback::of(vm, old);
    let (cause, context) = (vm.heap.exceptions[old].cause, vm.heap.exceptions[old].context);
    let e = &mut vm.heap.exceptions[new];
    (e.traceback, e.traceback_object, e.cause, e.context) = (Vec::new(), traceback, cause, context);
    e.suppress_context = true;
    let notes = vm.heap.names.__notes__;
    if let Some(list) = vm.getattr_opt(group, notes)?
        && is_sequence(vm, list)
    {
        let copy = vm.to_vec(list)?;
        let copy = vm.heap.new_list(copy);
        vm.setattr(made, notes, copy)?;
    }
    Ok(made)
}

/// Whether an object has items by number, as far as its class tells.
fn is_sequence(vm: &mut Vm, v: Value) -> bool {
    let name = vm.heap.names.__getitem__;
    !matches!(vm.payload(v), Value::Dict(_)) && vm.special(v, name).is_some()
}

/// An `ExceptionGroup` without a message of these, or a `BaseExceptionGroup` if they aren't all ordinary.
pub fn make(vm: &mut Vm, members: Value) -> Res {
    let class = vm.heap.types.exception(Exc::BaseExceptionGroup);
    let message = vm.heap.interned_str("");
    vm.call(Value::Class(class), &[message, members])
}

/// The part of a group that has just the exceptions that are in these groups; None if there are none.
pub fn projection(vm: &mut Vm, group: Value, parts: &[Value]) -> Res {
    let mut leaves = HashSet::new();
    let mut todo = parts.to_vec();
    while let Some(e) = todo.pop() {
        if is(vm, e, Exc::BaseExceptionGroup) {
            todo.extend(members(vm, e));
        } else if let Value::Instance(key) = e {
            leaves.insert(key);
        }
    }
    Ok(divide(vm, group, Matcher::Among(&leaves), false)?.0)
}

/// A group being divided: the members still to be looked at, what of the others matches, and what doesn't.
struct Division {
    group: Value,
    members: std::vec::IntoIter<Value>,
    yes: Vec<Value>,
    no: Vec<Value>,
}

/// What of `e` matches, and the rest (not made if `rest` is false), each None if empty. Groups within groups are
/// worked off with a stack; all are reachable from `e`, which is rooted as an argument or a register is.
fn divide(vm: &mut Vm, e: Value, matcher: Matcher<'_>, rest: bool) -> Res<(Value, Value)> {
    let mut around: Vec<Division> = Vec::new();
    let mut next = e;
    loop {
        let mut parts = (Value::None, Value::None);
        if matcher.test(vm, next)? {
            parts.0 = next;
        } else if is(vm, next, Exc::BaseExceptionGroup) {
            if around.len() == MAX_DEPTH {
                return Err(vm.recursion_error(" in exceptiongroup_split_recursive"));
            }
            let members = members(vm, next).into_iter();
            around.push(Division { group: next, members, yes: Vec::new(), no: Vec::new() });
        } else if rest {
            parts.1 = next;
        }
        // To the next member, out of the groups that are done.
        loop {
            let Some(division) = around.last_mut() else { return Ok(parts) };
            division.yes.extend((!parts.0.is_none()).then_some(parts.0));
            division.no.extend((!parts.1.is_none()).then_some(parts.1));
            if let Some(member) = division.members.next() {
                next = member;
                break;
            }
            let Some(Division { group, yes, no, .. }) = around.pop() else { return Ok(parts) };
            parts = (part(vm, group, yes)?, part(vm, group, no)?);
        }
    }
}

fn split(vm: &mut Vm, args: Args) -> Res {
    let [this, matcher] = args.take(vm);
    let matcher = Matcher::of(vm, matcher)?;
    let (yes, no) = divide(vm, this, matcher, true)?;
    Ok(vm.heap.new_tuple([yes, no]))
}

fn subgroup(vm: &mut Vm, args: Args) -> Res {
    let [this, matcher] = args.take(vm);
    let matcher = Matcher::of(vm, matcher)?;
    Ok(divide(vm, this, matcher, false)?.0)
}
