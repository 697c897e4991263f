//! `type`: the class of classes.

use crate::heap::Heap;
use crate::heap::dict::Dict;
use crate::heap::kinds::{Collection, Layout};
use crate::types::constructor_args::keywords;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `type`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "type",
    doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    subclassable: true,
    new: Some(
        NativeSpec::new(
            "__new__",
            "($type, *args, **kwargs)",
            new,
            "Create and return a new object.  See help(type) for accurate signature.",
        )
        .quick(quick_new),
    ),
    methods: METHODS,
    specials: SPECIALS,
    class_methods: CLASS_METHODS,
    getsets: GETSETS,
    ..TypeSpec::BASE
};

static METHODS: &[NativeSpec] = &[
    NativeSpec::new("mro", "($self, /)", mro, "Return a type's method resolution order."),
    NativeSpec::new("__subclasses__", "($self, /)", subclasses, "Return a list of immediate subclasses."),
    NativeSpec::new("__instancecheck__", "($self, instance, /)", instancecheck, "Check if an object is an instance."),
    NativeSpec::new("__subclasscheck__", "($self, subclass, /)", subclasscheck, "Check if a class is a subclass."),
    NativeSpec::new("__dir__", "($self, /)", dir, "Specialized __dir__ implementation for types."),
    NativeSpec::new("__sizeof__", "($self, /)", sizeof, "Return memory consumption of the type object."),
];

static CLASS_METHODS: &[NativeSpec] = &[NativeSpec::new(
    "__prepare__",
    "($type, *args, **kwargs)",
    prepare,
    "Create the namespace for the class statement",
)];

static SPECIALS: &[NativeSpec] = &[
    NativeSpec::new(
        "__init__",
        "($self, /, *args, **kwargs)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    ),
    NativeSpec::new("__call__", "($self, /, *args, **kwargs)", call, "Call self as a function."),
    NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    NativeSpec::new("__getattribute__", "($self, name, /)", getattribute, "Return getattr(self, name)."),
    NativeSpec::new("__setattr__", "($self, name, value, /)", setattr, "Implement setattr(self, name, value)."),
    NativeSpec::new("__delattr__", "($self, name, /)", delattr, "Implement delattr(self, name)."),
    NativeSpec::new("__or__", "($self, value, /)", super::union::or, "Return self|value."),
    NativeSpec::new("__ror__", "($self, value, /)", super::union::ror, "Return value|self."),
];

static GETSETS: &[GetSetSpec] = &[
    GetSetSpec {
        name: "__name__",
        get: |vm, c| Ok(Value::Str(vm.heap.classes[key(c)].name)),
        set: Some(set_name),
        doc: "",
    },
    GetSetSpec {
        name: "__qualname__",
        get: |vm, c| Ok(Value::Str(vm.heap.classes[key(c)].qualname)),
        set: Some(set_qualname),
        doc: "",
    },
    GetSetSpec { name: "__module__", get: get_module, set: Some(set_module), doc: "" },
    GetSetSpec {
        name: "__bases__",
        get: |vm, c| {
            let bases: Vec<Value> = vm.heap.classes[key(c)].bases.iter().map(|&b| Value::Class(b)).collect();
            Ok(vm.heap.new_tuple(bases))
        },
        set: Some(set_bases),
        doc: "",
    },
    GetSetSpec {
        name: "__base__",
        get: |vm, c| Ok(vm.solid_base(key(c)).map_or(Value::None, Value::Class)),
        set: None,
        doc: "",
    },
    GetSetSpec {
        name: "__mro__",
        get: |vm, c| {
            let mro: Vec<Value> = vm.heap.classes[key(c)].mro.iter().map(|&b| Value::Class(b)).collect();
            Ok(vm.heap.new_tuple(mro))
        },
        set: None,
        doc: "",
    },
    GetSetSpec { name: "__dict__", get: get_dict, set: None, doc: "" },
    GetSetSpec { name: "__doc__", get: get_doc, set: Some(set_doc), doc: "" },
    GetSetSpec { name: "__annotations__", get: get_annotations, set: Some(set_annotations), doc: "" },
    GetSetSpec { name: "__type_params__", get: get_type_params, set: Some(set_type_params), doc: "" },
    GetSetSpec { name: "__text_signature__", get: |_, _| Ok(Value::None), set: None, doc: "" },
    GetSetSpec { name: "__basicsize__", get: |vm, c| Ok(Value::Int(vm.instance_size(key(c)).0)), set: None, doc: "" },
    GetSetSpec { name: "__itemsize__", get: |vm, c| Ok(Value::Int(vm.instance_size(key(c)).1)), set: None, doc: "" },
    GetSetSpec { name: "__flags__", get: get_flags, set: None, doc: "" },
    GetSetSpec { name: "__abstractmethods__", get: get_abstract_methods, set: Some(set_abstract_methods), doc: "" },
];

/// The key of a receiver that was checked to be a class.
fn key(v: Value) -> ClassKey {
    match v {
        Value::Class(k) => k,
        _ => ClassKey::default(),
    }
}

impl Vm {
    /// `C.__base__`: the base whose layout the class has.
    pub fn solid_base(&self, class: ClassKey) -> Option<ClassKey> {
        let c = &self.heap.classes[class];
        let own = c.layout;
        c.bases
            .iter()
            .copied()
            .find(|&b| {
                let base = &self.heap.classes[b];
                own == Layout::Plain || base.layout == own || own == Layout::Payload(b)
            })
            .or_else(|| c.bases.first().copied())
    }

    /// What `__sizeof__` counts for an instance, and for each item where the number of items is the instance's own.
    fn instance_size(&self, class: ClassKey) -> (i64, i64) {
        let t = &self.heap.types;
        let sizes = [(t.int, (24, 4)), (t.tuple, (16, 8)), (t.bytes, (16, 1))];
        sizes.iter().find(|(base, _)| self.heap.is_subclass(class, *base)).map_or((16, 0), |&(_, size)| size)
    }

    /// A class's name with its module in front, unless that is `builtins`: as `repr` shows it.
    pub fn full_class_name(&mut self, class: ClassKey) -> Res<String> {
        let module = match get_module(self, Value::Class(class)) {
            Ok(Value::Str(m)) => Some(self.heap.text(m).into_owned()).filter(|m| m != "builtins"),
            Ok(_) => None,
            Err(_) => {
                self.take_pending();
                None
            }
        };
        let c = &self.heap.classes[class];
        Ok(match module {
            Some(m) => format!("{m}.{}", self.heap.text(c.qualname)),
            // Without a module CPython shows the C name, which is `__name__`.
            None => self.heap.text(c.name).into_owned(),
        })
    }
}

fn get_module(vm: &mut Vm, c: Value) -> Res {
    let class = &vm.heap.classes[key(c)];
    if !class.flags.python {
        return Ok(Value::Str(class.module));
    }
    match vm.heap.class_get(key(c), vm.heap.names.__module__) {
        Some(v) => Ok(v),
        None => Err(vm.error(crate::heap::types::Exc::AttributeError, "__module__")),
    }
}

fn check_settable(vm: &mut Vm, c: Value, v: Value, name: &str) -> Res<ClassKey> {
    let class = key(c);
    let n = vm.heap.class_name(class);
    if !vm.heap.classes[class].flags.python {
        return Err(vm.type_error(format!("cannot set '{name}' attribute of immutable type '{n}'")));
    }
    if v.is_undef() {
        return Err(vm.type_error(format!("cannot delete '{name}' attribute of immutable type '{n}'")));
    }
    Ok(class)
}

fn set_module(vm: &mut Vm, c: Value, v: Value) -> Res<()> {
    let class = check_settable(vm, c, v, "__module__")?;
    let (ns, name) = (vm.heap.namespace(class), vm.heap.names.__module__);
    vm.heap.ns_set(ns, name, v);
    // Where it says it comes from it has no such line.
    let line = vm.heap.intern("__firstlineno__");
    vm.heap.ns_remove(ns, line);
    vm.renew_class(class);
    Ok(())
}

fn set_name(vm: &mut Vm, c: Value, v: Value) -> Res<()> {
    let class = check_settable(vm, c, v, "__name__")?;
    match vm.payload(v) {
        Value::Str(k) => {
            vm.check_class_name(k)?;
            vm.heap.classes[class].name = k;
            Ok(())
        }
        _ => {
            let (n, t) = (vm.heap.class_name(class), vm.type_name(v));
            Err(vm.type_error(format!("can only assign string to {n}.__name__, not '{t}'")))
        }
    }
}

fn set_qualname(vm: &mut Vm, c: Value, v: Value) -> Res<()> {
    let class = check_settable(vm, c, v, "__qualname__")?;
    match vm.payload(v) {
        Value::Str(k) => {
            vm.heap.classes[class].qualname = k;
            Ok(())
        }
        _ => {
            let (n, t) = (vm.heap.class_name(class), vm.type_name(v));
            Err(vm.type_error(format!("can only assign string to {n}.__qualname__, not '{t}'")))
        }
    }
}

fn set_bases(vm: &mut Vm, c: Value, v: Value) -> Res<()> {
    let class = check_settable(vm, c, v, "__bases__")?;
    let n = vm.heap.class_name(class);
    let Value::Tuple(t) = vm.payload(v) else {
        let t = vm.type_name(v);
        return Err(vm.type_error(format!("can only assign tuple to {n}.__bases__, not {t}")));
    };
    let items = vm.heap.tuples[t].to_vec();
    if items.is_empty() {
        return Err(vm.type_error(format!("can only assign non-empty tuple to {n}.__bases__, not ()")));
    }
    if let Some(&other) = items.iter().find(|b| !matches!(b, Value::Class(_))) {
        let t = vm.type_name(other);
        return Err(vm.type_error(format!("{n}.__bases__ must be tuple of classes, not '{t}'")));
    }
    vm.set_class_bases(class, &items)
}

fn get_dict(vm: &mut Vm, c: Value) -> Res {
    let mapping = Value::Dict(vm.heap.namespace(key(c)));
    Ok(super::mapping_proxy::make(vm, mapping))
}

fn get_doc(vm: &mut Vm, c: Value) -> Res {
    match vm.heap.class_get(key(c), vm.heap.names.__doc__) {
        Some(v) => vm.bind(v, Value::Undef, key(c)),
        None => Ok(Value::None),
    }
}

fn set_doc(vm: &mut Vm, c: Value, v: Value) -> Res<()> {
    let class = check_settable(vm, c, v, "__doc__")?;
    let (ns, name) = (vm.heap.namespace(class), vm.heap.names.__doc__);
    vm.heap.ns_set(ns, name, v);
    vm.renew_class(class);
    Ok(())
}

fn get_annotations(vm: &mut Vm, c: Value) -> Res {
    let class = key(c);
    let name = vm.heap.names.__annotations__;
    if !vm.heap.classes[class].flags.python {
        return Err(vm.no_attribute(c, name));
    }
    let ns = vm.heap.namespace(class);
    match vm.heap.ns_get(ns, name) {
        Some(v) => Ok(v),
        None => {
            let d = vm.heap.new_dict(Dict::new());
            vm.heap.ns_set(ns, name, d);
            vm.renew_class(class);
            Ok(d)
        }
    }
}

/// The type parameters of a class itself, not those of its bases.
fn get_type_params(vm: &mut Vm, c: Value) -> Res {
    let class = key(c);
    // The class `type` has this very descriptor there.
    match vm.heap.class_get(class, vm.heap.names.__type_params__) {
        Some(v) if class != vm.heap.types.r#type => Ok(v),
        _ => Ok(vm.heap.new_tuple([])),
    }
}

fn set_type_params(vm: &mut Vm, c: Value, v: Value) -> Res<()> {
    let class = check_settable(vm, c, v, "__type_params__")?;
    let (ns, name) = (vm.heap.namespace(class), vm.heap.names.__type_params__);
    vm.heap.ns_set(ns, name, v);
    vm.renew_class(class);
    Ok(())
}

fn set_annotations(vm: &mut Vm, c: Value, v: Value) -> Res<()> {
    let class = key(c);
    let name = vm.heap.names.__annotations__;
    if !vm.heap.classes[class].flags.python {
        let n = vm.heap.class_name(class);
        return Err(vm.type_error(format!("cannot set '__annotations__' attribute of immutable type '{n}'")));
    }
    let ns = vm.heap.namespace(class);
    match v.bound() {
        Some(v) => {
            vm.heap.ns_set(ns, name, v);
        }
        None if vm.heap.ns_remove(ns, name).is_none() => {
            return Err(vm.error(crate::heap::types::Exc::AttributeError, "__annotations__"));
        }
        None => {}
    }
    vm.renew_class(class);
    Ok(())
}

fn get_flags(vm: &mut Vm, c: Value) -> Res {
    let f = vm.heap.classes[key(c)].flags;
    let collection = match f.collection {
        Collection::Neither => 0,
        Collection::Sequence => 1 << 5,
        Collection::Mapping => 1 << 6,
    };
    let kind = i64::from(f.python) << 9 | i64::from(f.base) << 10 | 1 << 12 | i64::from(f.is_abstract) << 20;
    let matches_self = i64::from(vm.heap.matches_self(key(c))) << 22;
    Ok(Value::Int(kind | collection | matches_self))
}

fn get_abstract_methods(vm: &mut Vm, c: Value) -> Res {
    let name = vm.heap.names.__abstractmethods__;
    match vm.heap.class_get(key(c), name) {
        // `type` itself has this descriptor there.
        Some(v) if !matches!(v, Value::Descriptor(_)) => Ok(v),
        _ => Err(vm.attribute_error("__abstractmethods__", c, name)),
    }
}

/// The class counts as abstract as long as the value is true.
fn set_abstract_methods(vm: &mut Vm, c: Value, v: Value) -> Res<()> {
    let (class, name) = (key(c), vm.heap.names.__abstractmethods__);
    if !vm.heap.classes[class].flags.python {
        let n = vm.heap.class_name(class);
        return Err(vm.type_error(format!("cannot set '__abstractmethods__' attribute of immutable type '{n}'")));
    }
    let ns = vm.heap.namespace(class);
    let is_abstract = match v.bound() {
        Some(v) => {
            let is_abstract = vm.truth(v)?;
            vm.heap.ns_set(ns, name, v);
            is_abstract
        }
        None if vm.heap.ns_remove(ns, name).is_none() => {
            return Err(vm.attribute_error("__abstractmethods__", c, name));
        }
        None => false,
    };
    vm.heap.classes[class].flags.is_abstract = is_abstract;
    vm.renew_class(class);
    Ok(())
}

/// `type(x)`
fn quick_new(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let &[Value::Class(class), x] = args else { return None };
    (class == heap.types.r#type).then(|| Value::Class(heap.class_of(x)))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [meta, rest, kwargs] = args.take(vm);
    let (Value::Class(metaclass), Value::Tuple(rest)) = (meta, rest) else {
        return Err(vm.type_error("type.__new__(X): X is not a type object"));
    };
    let rest = vm.heap.tuples[rest].to_vec();
    let [name, bases, namespace] = rest[..] else {
        if metaclass == vm.heap.types.r#type && rest.len() == 1 {
            return Ok(Value::Class(vm.class_of(rest[0])));
        }
        if metaclass == vm.heap.types.r#type {
            return Err(vm.type_error("type() takes 1 or 3 arguments"));
        }
        return Err(vm.type_error(format!("type.__new__() takes exactly 3 arguments ({} given)", rest.len())));
    };
    for (i, (v, ok, what)) in [
        (name, matches!(vm.payload(name), Value::Str(_)), "str"),
        (bases, matches!(vm.payload(bases), Value::Tuple(_)), "tuple"),
        (namespace, matches!(vm.payload(namespace), Value::Dict(_)), "dict"),
    ]
    .into_iter()
    .enumerate()
    {
        if !ok {
            let t = vm.type_name(v);
            return Err(vm.type_error(format!("type.__new__() argument {} must be {what}, not {t}", i + 1)));
        }
    }
    let (Value::Tuple(bases), Value::Dict(ns)) = (vm.payload(bases), vm.payload(namespace)) else {
        return Err(vm.type_error("type() takes 1 or 3 arguments"));
    };
    let bases = vm.heap.tuples[bases].to_vec();
    let kwargs = keywords(vm, kwargs);
    // A base's metaclass may be more derived than the one called: then its `__new__` makes the class.
    let keys: Vec<ClassKey> = bases.iter().map(|&b| vm.class_of(b)).collect();
    let winner = match bases.iter().all(|b| matches!(b, Value::Class(_))) {
        true => vm.winning_metaclass(metaclass, &keys)?,
        false => metaclass, // `type_new` says what is wrong
    };
    if winner != metaclass {
        let name_new = vm.heap.names.__new__;
        let found = vm.heap.lookup_in_class(winner, name_new).unwrap_or_default();
        let own = vm.heap.class_get(vm.heap.types.r#type, name_new).unwrap_or_default();
        if !found.is(own) {
            let f = vm.bind(found, Value::Undef, winner)?;
            return vm.call_kw(f, &[Value::Class(winner), name, rest[1], namespace], &kwargs);
        }
    }
    vm.type_new(winner, name, &bases, ns, &kwargs)
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let rest = args.get(vm, 1);
    if let Value::Tuple(t) = rest {
        let n = vm.heap.tuples[t].len();
        if n != 1 && n != 3 {
            return Err(vm.type_error("type.__init__() takes 1 or 3 arguments"));
        }
    }
    Ok(Value::None)
}

fn call(vm: &mut Vm, args: Args) -> Res {
    let [class, rest, kwargs] = args.take(vm);
    let (Value::Class(class), Value::Tuple(rest)) = (class, rest) else {
        return Err(vm.type_error("descriptor '__call__' requires a 'type' object"));
    };
    let rest = vm.heap.tuples[rest].to_vec();
    let kwargs = keywords(vm, kwargs);
    vm.construct(class, &rest, &kwargs)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let name = vm.full_class_name(key(this))?;
    Ok(vm.heap.new_str(format!("<class '{name}'>")))
}

fn getattribute(vm: &mut Vm, args: Args) -> Res {
    let [this, name] = args.take(vm);
    let name = super::object::attribute_name(vm, name)?;
    match vm.default_getattr(this, name)? {
        Some(v) => Ok(v),
        None => Err(vm.no_attribute(this, name)),
    }
}

fn setattr(vm: &mut Vm, args: Args) -> Res {
    let [this, name, value] = args.take(vm);
    let name = super::object::attribute_name(vm, name)?;
    vm.class_setattr(key(this), name, value)?;
    Ok(Value::None)
}

fn delattr(vm: &mut Vm, args: Args) -> Res {
    let [this, name] = args.take(vm);
    let name = super::object::attribute_name(vm, name)?;
    vm.class_setattr(key(this), name, Value::Undef)?;
    Ok(Value::None)
}

fn mro(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let class = key(this);
    let bases = vm.heap.classes[class].bases.to_vec();
    let mut mro = vec![Value::Class(class)];
    mro.extend(vm.linearize(&bases)?.into_iter().map(Value::Class));
    Ok(vm.heap.new_list(mro))
}

fn subclasses(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let list = vm.heap.classes[key(this)]
        .subclasses
        .iter()
        .filter(|&&c| vm.heap.classes.get(c).is_some())
        .map(|&c| Value::Class(c))
        .collect();
    Ok(vm.heap.new_list(list))
}

fn instancecheck(vm: &mut Vm, args: Args) -> Res {
    let [this, instance] = args.take(vm);
    let class = vm.class_of(instance);
    if vm.heap.is_subclass(class, key(this)) {
        return Ok(Value::Bool(true));
    }
    // An object may claim another class through `__class__`.
    let name = vm.heap.names.__class__;
    let claimed = vm.getattr_opt(instance, name)?;
    Ok(Value::Bool(matches!(claimed, Some(Value::Class(c)) if c != class && vm.heap.is_subclass(c, key(this)))))
}

fn subclasscheck(vm: &mut Vm, args: Args) -> Res {
    let [this, subclass] = args.take(vm);
    match subclass {
        Value::Class(c) => Ok(Value::Bool(vm.heap.is_subclass(c, key(this)))),
        _ => Err(vm.type_error("issubclass() arg 1 must be a class")),
    }
}

fn prepare(vm: &mut Vm, _: Args) -> Res {
    Ok(vm.heap.new_dict(Dict::new()))
}

fn dir(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let names = vm.heap.new_dict_key(Dict::new());
    for c in vm.heap.classes[key(this)].mro.to_vec() {
        let ns = vm.heap.namespace(c);
        let keys: Vec<Value> = vm.heap.dicts[ns].iter().map(|e| e.key).collect();
        for k in keys {
            vm.dict_set(names, k, Value::None)?;
        }
    }
    let keys = vm.heap.dicts[names].iter().map(|e| e.key).collect();
    Ok(vm.heap.new_list(keys))
}

fn sizeof(_: &mut Vm, _: Args) -> Res {
    Ok(Value::Int(1000))
}
