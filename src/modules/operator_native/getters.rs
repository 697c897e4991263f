//! `itemgetter`, `attrgetter` and `methodcaller`: callables made of what they shall get.

use crate::heap::kinds::Object;
use crate::pickle::by_reference::import_attribute;
use crate::types::constructor_args::{keywords, no_keywords, positional};
use crate::types::container_repr::{Joined, guarded};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

const NEW_DOC: &str = "Create and return a new object.  See help(type) for accurate signature.";
const REDUCE_DOC: &str = "Return state information for pickling";

/// The class `operator.itemgetter`.
pub static ITEM: TypeSpec = TypeSpec {
    name: "itemgetter",
    module: "operator",
    doc: "Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call \
          f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])",
    new: Some(NativeSpec::new("__new__", "($type, *items, **kwargs)", new_item, NEW_DOC)),
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", get_items, "Call self as a function."),
    ],
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC)],
    ..TypeSpec::BASE
};

/// The class `operator.attrgetter`.
pub static ATTR: TypeSpec = TypeSpec {
    name: "attrgetter",
    module: "operator",
    doc: "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = \
          attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) \
          returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) \
          returns\n(r.name.first, r.name.last).",
    new: Some(NativeSpec::new("__new__", "($type, *attrs, **kwargs)", new_attr, NEW_DOC)),
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", get_attributes, "Call self as a function."),
    ],
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC)],
    ..TypeSpec::BASE
};

/// The class `operator.methodcaller`.
pub static METHOD: TypeSpec = TypeSpec {
    name: "methodcaller",
    module: "operator",
    doc: "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the \
          call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) \
          returns\nr.name('date', foo=1).",
    new: Some(NativeSpec::new("__new__", "($type, *args, **kwargs)", new_method, NEW_DOC)),
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", call_method, "Call self as a function."),
    ],
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC)],
    ..TypeSpec::BASE
};

/// What a getter was made with.
struct Getter {
    /// Items, attribute names, or the name and the arguments of a method.
    args: Box<[Value]>,
    /// The tuple of several items: pickles show that it stays the same. Unbound for all else.
    items: Value,
    keywords: Box<[(StrKey, Value)]>,
    /// The dotted attribute names, taken apart.
    paths: Box<[Box<[StrKey]>]>,
}

impl Object for Getter {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.args.iter().for_each(|&v| visit(v));
        visit(self.items);
        for &(name, v) in &self.keywords {
            visit(Value::Str(name));
            visit(v);
        }
        self.paths.iter().flatten().for_each(|&name| visit(Value::Str(name)));
    }

    fn size(&self) -> usize {
        (self.args.len() * 3 + self.keywords.len() * 2) * 16
    }
}

fn getter(vm: &mut Vm, this: Value) -> Res<&Getter> {
    if let Value::Object(k) = this
        && vm.heap.object::<Getter>(k).is_some()
        && let Some(getter) = vm.heap.object::<Getter>(k)
    {
        return Ok(getter);
    }
    Err(crate::vm::Raised)
}

fn make(vm: &mut Vm, spec: &'static TypeSpec, getter: Getter) -> Res {
    let class = vm.class_for(spec);
    Ok(vm.heap.new_object(class, getter))
}

fn new_item(vm: &mut Vm, args: Args) -> Res {
    let [_, items, kwargs] = args.take(vm);
    no_keywords(vm, "itemgetter", kwargs)?;
    let args = positional(vm, items);
    if args.is_empty() {
        return Err(vm.type_error("itemgetter expected 1 argument, got 0"));
    }
    let items = if args.len() > 1 { items } else { Value::Undef };
    make(vm, &ITEM, Getter { args: args.into(), items, keywords: Box::default(), paths: Box::default() })
}

fn new_attr(vm: &mut Vm, args: Args) -> Res {
    let [_, names, kwargs] = args.take(vm);
    no_keywords(vm, "attrgetter", kwargs)?;
    let mut names = positional(vm, names);
    if names.is_empty() {
        return Err(vm.type_error("attrgetter expected 1 argument, got 0"));
    }
    let mut paths = Vec::with_capacity(names.len());
    for name in &mut names {
        let Value::Str(k) = vm.payload(*name) else {
            return Err(vm.type_error("attribute name must be a string"));
        };
        *name = Value::Str(vm.heap.intern_key(k));
        let parts: Vec<String> = vm.heap.text(k).split('.').map(str::to_owned).collect();
        paths.push(parts.iter().map(|part| vm.heap.intern(part)).collect());
    }
    make(vm, &ATTR, Getter { args: names.into(), items: Value::Undef, keywords: Box::default(), paths: paths.into() })
}

fn new_method(vm: &mut Vm, args: Args) -> Res {
    let [_, args, kwargs] = args.take(vm);
    let mut args = positional(vm, args);
    let Some(name) = args.first_mut() else {
        return Err(vm.type_error("methodcaller needs at least one argument, the method name"));
    };
    let Value::Str(k) = vm.payload(*name) else { return Err(vm.type_error("method name must be a string")) };
    *name = Value::Str(vm.heap.intern_key(k));
    let keywords = keywords(vm, kwargs).into();
    make(vm, &METHOD, Getter { args: args.into(), items: Value::Undef, keywords, paths: Box::default() })
}

/// The one argument of a getter's call.
fn operand(vm: &mut Vm, name: &str, args: Args) -> Res {
    let [_, rest, kwargs] = args.take(vm);
    no_keywords(vm, name, kwargs)?;
    let rest = positional(vm, rest);
    match rest[..] {
        [only] => Ok(only),
        _ => Err(vm.type_error(format!("{name} expected 1 argument, got {}", rest.len()))),
    }
}

/// One value itself, several as a tuple.
fn one_or_tuple(vm: &mut Vm, mut values: Vec<Value>) -> Value {
    match values.len() {
        1 => values.remove(0),
        _ => vm.heap.new_tuple(values),
    }
}

fn get_items(vm: &mut Vm, args: Args) -> Res {
    let operand = operand(vm, "itemgetter", args)?;
    let items = getter(vm, args.get(vm, 0))?.args.clone();
    let mut values = Vec::with_capacity(items.len());
    for item in items {
        let v = vm.get_item(operand, item)?;
        vm.pin(v);
        values.push(v);
    }
    Ok(one_or_tuple(vm, values))
}

fn get_attributes(vm: &mut Vm, args: Args) -> Res {
    let operand = operand(vm, "attrgetter", args)?;
    let paths = getter(vm, args.get(vm, 0))?.paths.clone();
    let mut values = Vec::with_capacity(paths.len());
    for path in paths {
        let mut v = operand;
        for name in path {
            v = vm.getattr(v, name)?;
            vm.pin(v);
        }
        values.push(v);
    }
    Ok(one_or_tuple(vm, values))
}

fn call_method(vm: &mut Vm, args: Args) -> Res {
    let operand = operand(vm, "methodcaller", args)?;
    let getter = getter(vm, args.get(vm, 0))?;
    let (args, keywords) = (getter.args.clone(), getter.keywords.clone());
    let Some((&Value::Str(name), args)) = args.split_first() else { return Ok(Value::None) };
    if keywords.is_empty() {
        return vm.call_method(operand, name, args);
    }
    let method = vm.getattr(operand, name)?;
    vm.call_kw(method, args, &keywords)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let name = vm.type_name(this);
    guarded(vm, this, &format!("{name}(...)"), |vm| {
        let getter = getter(vm, this)?;
        let (args, keywords) = (getter.args.clone(), getter.keywords.clone());
        let mut text = Joined::default();
        text.push_str(&name);
        let mut separator = "(";
        for v in args {
            text.push_str(std::mem::replace(&mut separator, ", "));
            text.push_repr(vm, v)?;
        }
        for (name, v) in keywords {
            text.push_str(", ");
            text.push_value(vm, Value::Str(name));
            text.push_str("=");
            text.push_repr(vm, v)?;
        }
        text.push_str(")");
        text.finish(vm)
    })
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let class = Value::Class(vm.class_of(this));
    let getter = getter(vm, this)?;
    if let Some(items) = getter.items.bound() {
        return Ok(vm.heap.new_tuple([class, items]));
    }
    let (mut args, keywords, paths) = (getter.args.clone(), getter.keywords.clone(), getter.paths.clone());
    // Dotted names are put together anew each time.
    for (name, _) in args.iter_mut().zip(&paths).filter(|(_, path)| path.len() > 1) {
        let text = vm.str_text(*name)?;
        *name = vm.heap.new_own_str(text);
    }
    if keywords.is_empty() {
        let args = vm.heap.new_tuple(args);
        return Ok(vm.heap.new_tuple([class, args]));
    }
    // Keywords go through a partial: arguments alone can't say them.
    let partial = import_attribute(vm, "functools", "partial")?;
    let partial = vm.call_kw(partial, &[class, args[0]], &keywords)?;
    let rest = vm.heap.new_tuple(&args[1..]);
    Ok(vm.heap.new_tuple([partial, rest]))
}
