//! `collections.defaultdict`: a dict that makes values for absent keys.

use crate::builtins::objects::is_callable;
use crate::types::constructor_args::{keywords, positional};
use crate::types::container_repr::{Joined, guarded};
use crate::types::dict;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `collections.defaultdict`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "defaultdict",
    module: "collections",
    base: Some(&dict::SPEC),
    doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called \
          without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict \
          compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they \
          were\npassed to the dict constructor, including keyword arguments.\n",
    subclassable: true,
    weakref: true,
    places: Some(1),
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new(
            "__init__",
            "($self, /, *args, **kwargs)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        NativeSpec::new("__or__", "($self, value, /)", or, "Return self|value."),
        NativeSpec::new("__ror__", "($self, value, /)", ror, "Return value|self."),
    ],
    methods: &[
        NativeSpec::new(
            "__missing__",
            "($self, object, /)",
            missing,
            "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is \
             None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value\n",
        ),
        NativeSpec::new("copy", "($self, /)", copy, "D.copy() -> a shallow copy of D."),
        NativeSpec::new("__copy__", "($self, /)", copy, "D.copy() -> a shallow copy of D."),
        NativeSpec::new("__reduce__", "($self, /)", reduce, "Return state information for pickling."),
    ],
    class_methods: crate::types::generic_alias::CLASS_GETITEM,
    getsets: &[GetSetSpec {
        name: "default_factory",
        get: |vm, this| Ok(factory(vm, this)),
        set: Some(|vm, this, v| {
            set_factory(vm, this, v.or_none());
            Ok(())
        }),
        doc: "Factory for default value called by __missing__().",
    }],
    ..TypeSpec::BASE
};

/// The place of the factory; the dict is at place 0.
const FACTORY: usize = 1;

fn factory(vm: &Vm, this: Value) -> Value {
    match this {
        Value::Instance(k) => vm.heap.place(k, FACTORY).or_none(),
        _ => Value::None,
    }
}

fn set_factory(vm: &mut Vm, this: Value, v: Value) {
    if let Value::Instance(k) = this {
        vm.heap.set_place(k, FACTORY, v);
    }
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, args, kwargs] = args.take(vm);
    let mut args = positional(vm, args);
    let mut made_by = Value::None;
    if !args.is_empty() {
        made_by = args.remove(0);
        if !made_by.is_none() && !is_callable(vm, made_by) {
            return Err(vm.type_error("first argument must be callable or None"));
        }
    }
    set_factory(vm, this, made_by);
    let class = vm.heap.types.dict;
    let name = vm.heap.names.__init__;
    let dict_init = vm.heap.lookup_in_class(class, name).unwrap_or_default();
    args.insert(0, this);
    let named = keywords(vm, kwargs);
    vm.call_kw(dict_init, &args, &named)
}

fn missing(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let made_by = factory(vm, this);
    if made_by.is_none() {
        return Err(vm.key_error(key));
    }
    let value = vm.call(made_by, &[])?;
    vm.set_item(this, key, value)?;
    Ok(value)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let class = vm.heap.types.dict;
    let name = vm.heap.names.__repr__;
    let dict_repr = vm.heap.lookup_in_class(class, name).unwrap_or_default();
    let items = vm.call(dict_repr, &[this])?;
    let made_by = factory(vm, this);
    // The factory may be a method of this very dict.
    let shown = guarded(vm, this, "...", |vm| vm.repr(made_by))?;
    let mut text = Joined::default();
    let class = vm.class_of(this);
    let name = vm.heap.class_name(class);
    text.push_str(&name);
    text.push_str("(");
    text.push_value(vm, shown);
    text.push_str(", ");
    text.push_value(vm, items);
    text.push_str(")");
    text.finish(vm)
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    copied(vm, this, this)
}

/// A new one of the class of `this`, with its factory and the items of `source`.
fn copied(vm: &mut Vm, this: Value, source: Value) -> Res {
    let (class, made_by) = (vm.class_of(this), factory(vm, this));
    vm.call(Value::Class(class), &[made_by, source])
}

fn or(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    merged(vm, this, this, other)
}

fn ror(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    merged(vm, this, other, this)
}

fn merged(vm: &mut Vm, this: Value, left: Value, right: Value) -> Res {
    let (Value::Dict(_), Value::Dict(_)) = (vm.payload(left), vm.payload(right)) else {
        return Ok(Value::NotImplemented);
    };
    let new = copied(vm, this, left)?;
    let k = dict::key_of(vm, new)?;
    vm.dict_update(k, right)?;
    Ok(new)
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let class = Value::Class(vm.class_of(this));
    let args = match factory(vm, this) {
        Value::None => vm.heap.new_tuple([]),
        made_by => vm.heap.new_tuple([made_by]),
    };
    let items = vm.heap.names.items;
    let items = vm.call_method(this, items, &[])?;
    let items = vm.iter(items)?;
    Ok(vm.heap.new_tuple([class, args, Value::None, Value::None, items]))
}
