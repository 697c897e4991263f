//! `BaseExceptionGroup` and `ExceptionGroup` (PEP 654): making them, splitting them by a condition.

use super::fields::get;
use super::{allocate, base, field, is, payload};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// Groups nest no deeper than this when they are split.
const MAX_DEPTH: usize = 500;

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

pub const CLASS_METHODS: &[NativeSpec] = &[];

pub const GETSETS: &[GetSetSpec] = &[
    GetSetSpec { name: "message", get: get::<0>, set: None, doc: "exception message" },
    GetSetSpec { name: "exceptions", get: get::<1>, set: None, doc: "nested exceptions" },
];

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, rest, kwargs] = args.take(vm);
    let base_group = vm.heap.types.exception(Exc::BaseExceptionGroup);
    let mut class = vm.check_new(cls, base_group)?;
    if let Value::Dict(d) = kwargs
        && !vm.heap.dicts[d].is_empty()
    {
        let name = vm.heap.class_name(class);
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    let given = match rest {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    };
    let [message, exceptions] = given[..] else {
        let n = given.len();
        return Err(vm.type_error(format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({n} given)")));
    };
    if !matches!(vm.payload(message), Value::Str(_)) {
        let t = vm.type_name(message);
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
    if !matches!(vm.payload(exceptions), Value::List(_) | Value::Tuple(_)) {
        let name = vm.heap.names.__getitem__;
        if vm.special(exceptions, name).is_none() || matches!(vm.payload(exceptions), Value::Dict(_)) {
            return Err(vm.type_error("second argument (exceptions) must be a sequence"));
        }
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
enum Matcher {
    Classes(Value),
    Function(Value),
}

impl Matcher {
    fn of(vm: &mut Vm, v: Value) -> Res<Matcher> {
        let is_class = |vm: &Vm, c| match c {
            Value::Class(c) => vm.heap.is_subclass(c, vm.heap.types.exception(Exc::BaseException)),
            _ => false,
        };
        match v {
            Value::Class(_) if is_class(vm, v) => Ok(Matcher::Classes(v)),
            Value::Tuple(t) if vm.heap.tuples[t].iter().all(|&c| is_class(vm, c)) => Ok(Matcher::Classes(v)),
            Value::Function(_) | Value::Native(_) | Value::Method(_) => Ok(Matcher::Function(v)),
            _ => {
                let name = vm.heap.names.__call__;
                if !matches!(v, Value::Class(_)) && vm.special(v, name).is_some() {
                    return Ok(Matcher::Function(v));
                }
                Err(vm.type_error("expected a function, exception type or tuple of exception types"))
            }
        }
    }

    fn test(self, vm: &mut Vm, e: Value) -> Res<bool> {
        match self {
            Matcher::Classes(c) => vm.exception_matches(e, c),
            Matcher::Function(f) => {
                let answer = vm.call(f, &[e])?;
                vm.truth(answer)
            }
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
    let traceback = vm.heap.exceptions[old].traceback.clone();
    let (object, cause) = (vm.heap.exceptions[old].traceback_object, vm.heap.exceptions[old].cause);
    let context = vm.heap.exceptions[old].context;
    let e = &mut vm.heap.exceptions[new];
    (e.traceback, e.traceback_object, e.cause, e.context) = (traceback, object, cause, context);
    e.suppress_context = !cause.is_none();
    let notes = vm.heap.names.__notes__;
    if let Some(list) = vm.getattr_opt(group, notes)?
        && let Value::List(_) | Value::Tuple(_) = list
    {
        let copy = vm.to_vec(list)?;
        let copy = vm.heap.new_list(copy);
        vm.setattr(made, notes, copy)?;
    }
    Ok(made)
}

/// What of `e` matches, and the rest (not made if `rest` is false), each None if empty.
fn divide(vm: &mut Vm, e: Value, matcher: Matcher, rest: bool, depth: usize) -> Res<(Value, Value)> {
    if depth > MAX_DEPTH {
        return Err(vm.recursion_error(" in exceptiongroup_split_recursive"));
    }
    if matcher.test(vm, e)? {
        return Ok((e, Value::None));
    }
    if !is(vm, e, Exc::BaseExceptionGroup) {
        return Ok((Value::None, e));
    }
    let (mut yes, mut no) = (Vec::new(), Vec::new());
    for member in members(vm, e) {
        let (y, n) = divide(vm, member, matcher, rest, depth + 1)?;
        yes.extend((!y.is_none()).then_some(y));
        no.extend((rest && !n.is_none()).then_some(n));
    }
    let mark = vm.pin(e);
    for &v in yes.iter().chain(&no) {
        vm.pin(v);
    }
    let result = part(vm, e, yes).and_then(|y| {
        vm.pin(y);
        Ok((y, part(vm, e, no)?))
    });
    vm.unpin_to(mark);
    result
}

fn split(vm: &mut Vm, args: Args) -> Res {
    let [this, matcher] = args.take(vm);
    let matcher = Matcher::of(vm, matcher)?;
    let (yes, no) = divide(vm, this, matcher, true, 0)?;
    Ok(vm.heap.new_tuple([yes, no]))
}

fn subgroup(vm: &mut Vm, args: Args) -> Res {
    let [this, matcher] = args.take(vm);
    let matcher = Matcher::of(vm, matcher)?;
    Ok(divide(vm, this, matcher, false, 0)?.0)
}
