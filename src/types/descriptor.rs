//! `property`, `classmethod`, `staticmethod`, and the descriptors of slots and computed attributes.

use crate::heap::kinds::Descriptor;
use crate::heap::types::Exc;
use crate::types::constructor_args::{keywords, positional};
use crate::value::*;
use crate::vm::native::{Args, Arity, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

const GET: NativeSpec = NativeSpec::new(
    "__get__",
    "($self, instance, owner=None, /)",
    get,
    "Return an attribute of instance, which is of type owner.",
);
const SET: NativeSpec =
    NativeSpec::new("__set__", "($self, instance, value, /)", set, "Set an attribute of instance to value.");
const DELETE: NativeSpec =
    NativeSpec::new("__delete__", "($self, instance, /)", delete, "Delete an attribute of instance.");

/// The class `property`.
pub static PROPERTY: TypeSpec = TypeSpec {
    name: "property",
    doc: "Property attribute.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, /, *args, **kwargs)",
        property_new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[
        NativeSpec::new(
            "getter",
            "($self, fget, /)",
            getter,
            "Descriptor to obtain a copy of the property with a different getter.",
        ),
        NativeSpec::new(
            "setter",
            "($self, fset, /)",
            setter,
            "Descriptor to obtain a copy of the property with a different setter.",
        ),
        NativeSpec::new(
            "deleter",
            "($self, fdel, /)",
            deleter,
            "Descriptor to obtain a copy of the property with a different deleter.",
        ),
        NativeSpec {
            // It counts its arguments itself, in words of its own.
            arity: Arity::of("($self, /, *args)"),
            ..NativeSpec::new("__set_name__", "($self, owner, name, /)", set_name, "Method to set name of a property.")
        },
    ],
    specials: &[
        NativeSpec::new(
            "__init__",
            "($self, /, fget=None, fset=None, fdel=None, doc=None)",
            property_init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        GET,
        SET,
        DELETE,
    ],
    getsets: &[
        GetSetSpec { name: "fget", get: |vm, p| Ok(property(vm, p)[0]), set: None, doc: "" },
        GetSetSpec { name: "fset", get: |vm, p| Ok(property(vm, p)[1]), set: None, doc: "" },
        GetSetSpec { name: "fdel", get: |vm, p| Ok(property(vm, p)[2]), set: None, doc: "" },
        GetSetSpec { name: "__doc__", get: |vm, p| Ok(property(vm, p)[3]), set: Some(set_doc), doc: "" },
        GetSetSpec { name: "__name__", get: get_name, set: Some(set_name_attribute), doc: "" },
        GetSetSpec { name: "__isabstractmethod__", get: is_abstract_property, set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

/// The class `classmethod`.
pub static CLASSMETHOD: TypeSpec = TypeSpec {
    name: "classmethod",
    doc: "classmethod(function) -> method\n\nConvert a function to be a class method.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, function, /)",
        classmethod_new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: &[
        GET,
        NativeSpec::new("__init__", "($self, /, *args, **kwargs)", nothing, ""),
        NativeSpec::new("__repr__", "($self, /)", wrapper_repr, "Return repr(self)."),
    ],
    getsets: WRAPPER_GETSETS,
    ..TypeSpec::BASE
};

/// The class `staticmethod`.
pub static STATICMETHOD: TypeSpec = TypeSpec {
    name: "staticmethod",
    doc: "staticmethod(function) -> method\n\nConvert a function to be a static method.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, function, /)",
        staticmethod_new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: &[
        GET,
        NativeSpec::new("__init__", "($self, /, *args, **kwargs)", nothing, ""),
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", staticmethod_call, "Call self as a function."),
        NativeSpec::new("__repr__", "($self, /)", wrapper_repr, "Return repr(self)."),
    ],
    getsets: WRAPPER_GETSETS,
    ..TypeSpec::BASE
};

/// The class `member_descriptor`.
pub static MEMBER: TypeSpec = TypeSpec {
    name: "member_descriptor",
    no_new: true,
    methods: &[NativeSpec::new("__reduce__", "($self, /)", member_reduce, "Helper for pickle.")],
    specials: &[GET, SET, DELETE, NativeSpec::new("__repr__", "($self, /)", member_repr, "Return repr(self).")],
    getsets: MEMBER_GETSETS,
    ..TypeSpec::BASE
};

/// The class `getset_descriptor`.
pub static GETSET: TypeSpec = TypeSpec {
    name: "getset_descriptor",
    no_new: true,
    specials: &[GET, SET, DELETE, NativeSpec::new("__repr__", "($self, /)", member_repr, "Return repr(self).")],
    getsets: MEMBER_GETSETS,
    ..TypeSpec::BASE
};

static WRAPPER_GETSETS: &[GetSetSpec] = &[
    GetSetSpec { name: "__func__", get: |vm, d| Ok(wrapped(vm, d)), set: None, doc: "" },
    GetSetSpec { name: "__wrapped__", get: |vm, d| Ok(wrapped(vm, d)), set: None, doc: "" },
    GetSetSpec {
        name: "__dict__",
        get: |vm, d| Ok(vm.dict_of(d).map_or(Value::None, Value::Dict)),
        set: Some(super::object::set_own_dict),
        doc: "",
    },
    GetSetSpec { name: "__isabstractmethod__", get: |vm, d| is_abstract(vm, d), set: None, doc: "" },
];

static MEMBER_GETSETS: &[GetSetSpec] = &[
    GetSetSpec {
        name: "__name__",
        get: |vm, d| {
            let (_, n) = member(vm, d);
            Ok(vm.heap.interned_str(&n))
        },
        set: None,
        doc: "",
    },
    GetSetSpec {
        name: "__qualname__",
        get: |vm, d| {
            let (c, n) = member(vm, d);
            let text = format!("{}.{n}", vm.heap.text(vm.heap.classes[c].qualname));
            Ok(vm.heap.new_str(text))
        },
        set: None,
        doc: "",
    },
    GetSetSpec { name: "__objclass__", get: |vm, d| Ok(Value::Class(member(vm, d).0)), set: None, doc: "" },
    GetSetSpec {
        name: "__doc__",
        get: |vm, d| match descriptor(vm, d).map(|k| &vm.heap.descriptors[k]) {
            Some(Descriptor::GetSet { spec, .. }) if !spec.doc.is_empty() => {
                let doc = spec.doc;
                Ok(vm.heap.new_str(doc))
            }
            _ => Ok(Value::None),
        },
        set: None,
        doc: "",
    },
];

fn descriptor(vm: &Vm, v: Value) -> Option<DescriptorKey> {
    match vm.payload(v) {
        Value::Descriptor(k) => Some(k),
        _ => None,
    }
}

/// `[fget, fset, fdel, doc, name]`
fn property(vm: &Vm, v: Value) -> [Value; 5] {
    match descriptor(vm, v).map(|k| &vm.heap.descriptors[k]) {
        Some(&Descriptor::Property { get, set, delete, doc, name, .. }) => [get, set, delete, doc, name],
        _ => [Value::None; 5],
    }
}

fn wrapped(vm: &Vm, v: Value) -> Value {
    match descriptor(vm, v).map(|k| &vm.heap.descriptors[k]) {
        Some(&(Descriptor::ClassMethod { function, .. } | Descriptor::StaticMethod { function, .. })) => function,
        _ => Value::None,
    }
}

fn member(vm: &Vm, v: Value) -> (ClassKey, String) {
    match descriptor(vm, v).map(|k| &vm.heap.descriptors[k]) {
        Some(&Descriptor::Member { class, name, .. }) => (class, vm.heap.text(name).into_owned()),
        Some(&Descriptor::GetSet { class, spec }) => (class, spec.name.to_owned()),
        _ => (vm.heap.types.object, String::new()),
    }
}

fn is_abstract(vm: &mut Vm, d: Value) -> Res {
    let f = wrapped(vm, d);
    is_abstract_function(vm, f)
}

/// A property is abstract if one of its functions is.
fn is_abstract_property(vm: &mut Vm, d: Value) -> Res {
    let [get, set, delete, ..] = property(vm, d);
    for f in [get, set, delete] {
        if let answer @ Value::Bool(true) = is_abstract_function(vm, f)? {
            return Ok(answer);
        }
    }
    Ok(Value::Bool(false))
}

fn is_abstract_function(vm: &mut Vm, f: Value) -> Res {
    let name = vm.heap.intern("__isabstractmethod__");
    match vm.getattr_opt(f, name)? {
        Some(v) => Ok(Value::Bool(vm.truth(v)?)),
        None => Ok(Value::Bool(false)),
    }
}

fn get(vm: &mut Vm, args: Args) -> Res {
    let [this, instance, owner] = args.take(vm);
    if instance.is_none() && owner.or_none().is_none() {
        return Err(vm.type_error("__get__(None, None) is invalid"));
    }
    let class = match owner {
        Value::Class(c) => c,
        _ => vm.class_of(instance),
    };
    let o = if instance.is_none() { Value::Undef } else { instance };
    match vm.payload(this) {
        d @ Value::Descriptor(_) if o.is_undef() => {
            let bound = vm.bind(d, o, class)?;
            Ok(if bound.is(d) { this } else { bound })
        }
        d => vm.bind(d, o, class),
    }
}

fn set(vm: &mut Vm, args: Args) -> Res {
    let [this, instance, value] = args.take(vm);
    let (d, name) = (vm.payload(this), vm.heap.names.__set__);
    vm.descriptor_set(d, instance, name, value)?;
    Ok(Value::None)
}

fn delete(vm: &mut Vm, args: Args) -> Res {
    let [this, instance] = args.take(vm);
    let (d, name) = (vm.payload(this), vm.heap.names.__delete__);
    vm.descriptor_set(d, instance, name, Value::Undef)?;
    Ok(Value::None)
}

fn property_new(vm: &mut Vm, args: Args) -> Res {
    let cls = args.get(vm, 0);
    let class = vm.check_new(cls, vm.heap.types.property)?;
    let none = Value::None;
    let p = Descriptor::Property {
        get: none,
        set: none,
        delete: none,
        doc: none,
        doc_from_getter: false,
        name: Value::Undef,
    };
    let d = vm.heap.new_descriptor(p);
    Ok(vm.wrap_new(class, d))
}

/// Without a `doc` of its own a property has its getter's. A subclass keeps it as an attribute, where its instances can
/// have one.
fn property_init(vm: &mut Vm, args: Args) -> Res {
    let [this, get, set, delete, doc] = args.take(vm);
    let Some(k) = descriptor(vm, this) else { return Ok(Value::None) };
    let (get, mut doc) = (get.or_none(), doc.or_none());
    let name = vm.heap.names.__doc__;
    let mut doc_from_getter = false;
    if doc.is_none() && !get.is_none() {
        doc = vm.getattr_opt(get, name)?.unwrap_or(Value::None);
        doc_from_getter = !doc.is_none();
    }
    let exact = vm.class_of(this) == vm.heap.types.property;
    vm.heap.descriptors[k] = Descriptor::Property {
        get,
        set: set.or_none(),
        delete: delete.or_none(),
        doc: if exact { doc } else { Value::None },
        doc_from_getter,
        name: Value::Undef,
    };
    if !exact && let Err(raised) = vm.setattr(this, name, doc) {
        if doc_from_getter || !vm.pending_is(Exc::AttributeError) {
            return Err(raised);
        }
        vm.take_pending();
    }
    Ok(Value::None)
}

/// A property like this one but for one function. A docstring that came from the getter is asked for anew.
fn copy_with(vm: &mut Vm, this: Value, place: usize, f: Value) -> Res {
    let [get, set, delete, doc, name] = property(vm, this);
    let mut functions = [get, set, delete];
    functions[place] = f;
    let [get, set, delete] = functions;
    let from_getter = match descriptor(vm, this).map(|k| &vm.heap.descriptors[k]) {
        Some(Descriptor::Property { doc_from_getter, .. }) => *doc_from_getter,
        _ => false,
    };
    let doc = if from_getter && !get.is_none() { Value::None } else { doc };
    let class = vm.class_of(this);
    let made = vm.call(Value::Class(class), &[get, set, delete, doc])?;
    if let Some(k) = descriptor(vm, made)
        && let Descriptor::Property { name: n, .. } = &mut vm.heap.descriptors[k]
    {
        *n = name;
    }
    Ok(made)
}

fn getter(vm: &mut Vm, args: Args) -> Res {
    let [this, f] = args.take(vm);
    copy_with(vm, this, 0, f)
}

fn setter(vm: &mut Vm, args: Args) -> Res {
    let [this, f] = args.take(vm);
    copy_with(vm, this, 1, f)
}

fn deleter(vm: &mut Vm, args: Args) -> Res {
    let [this, f] = args.take(vm);
    copy_with(vm, this, 2, f)
}

fn set_name(vm: &mut Vm, args: Args) -> Res {
    let [this, args] = args.take(vm);
    let new = match positional(vm, args)[..] {
        [_, new] => new,
        ref args => {
            let n = args.len();
            return Err(vm.type_error(format!("__set_name__() takes 2 positional arguments but {n} were given")));
        }
    };
    if let Some(k) = descriptor(vm, this)
        && let Descriptor::Property { name, .. } = &mut vm.heap.descriptors[k]
    {
        *name = new;
    }
    Ok(Value::None)
}

fn get_name(vm: &mut Vm, p: Value) -> Res {
    let [get, .., name] = property(vm, p);
    match name.bound() {
        Some(n) => Ok(n),
        None => {
            let key = vm.heap.names.__name__;
            match vm.getattr_opt(get, key)? {
                Some(v) => Ok(v),
                None => Err(vm.no_attribute(p, key)),
            }
        }
    }
}

fn set_name_attribute(vm: &mut Vm, p: Value, v: Value) -> Res<()> {
    if let Some(k) = descriptor(vm, p)
        && let Descriptor::Property { name, .. } = &mut vm.heap.descriptors[k]
    {
        *name = v;
    }
    Ok(())
}

fn set_doc(vm: &mut Vm, p: Value, v: Value) -> Res<()> {
    if let Some(k) = descriptor(vm, p)
        && let Descriptor::Property { doc, .. } = &mut vm.heap.descriptors[k]
    {
        *doc = v.or_none();
    }
    Ok(())
}

fn classmethod_new(vm: &mut Vm, args: Args) -> Res {
    let [cls, f] = args.take(vm);
    let class = vm.check_new(cls, vm.heap.types.classmethod)?;
    let d = vm.heap.new_descriptor(Descriptor::ClassMethod { function: f, dict: Value::Undef });
    wrap_function(vm, class, d, f)
}

fn staticmethod_new(vm: &mut Vm, args: Args) -> Res {
    let [cls, f] = args.take(vm);
    let class = vm.check_new(cls, vm.heap.types.staticmethod)?;
    let d = vm.heap.new_descriptor(Descriptor::StaticMethod { function: f, dict: Value::Undef });
    wrap_function(vm, class, d, f)
}

/// A new class or static method goes by the names of the function it wraps.
fn wrap_function(vm: &mut Vm, class: ClassKey, d: Value, f: Value) -> Res {
    let names = vm.heap.names;
    let this = vm.wrap_new(class, d);
    let mark = vm.pin(this);
    for name in [names.__module__, names.__name__, names.__qualname__, names.__doc__, names.__annotations__] {
        if let Some(v) = vm.getattr_opt(f, name)? {
            vm.set_own(this, name, v)?;
        }
    }
    vm.unpin_to(mark);
    Ok(this)
}

fn nothing(_: &mut Vm, _: Args) -> Res {
    Ok(Value::None)
}

fn staticmethod_call(vm: &mut Vm, args: Args) -> Res {
    let [this, rest, kwargs] = args.take(vm);
    let f = wrapped(vm, this);
    let (rest, kwargs) = (positional(vm, rest), keywords(vm, kwargs));
    vm.call_kw(f, &rest, &kwargs)
}

fn wrapper_repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let f = wrapped(vm, this);
    let (name, f) = (vm.type_name(this), vm.repr_text(f)?);
    Ok(vm.heap.new_str(format!("<{name}({f})>")))
}

fn member_repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let (class, name) = member(vm, this);
    let (kind, class) = (
        if vm.class_of(this) == vm.heap.types.member_descriptor { "member" } else { "attribute" },
        vm.heap.class_name(class),
    );
    Ok(vm.heap.new_str(format!("<{kind} '{name}' of '{class}' objects>")))
}

fn member_reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let (class, name) = member(vm, this);
    let getattr = vm.builtin_function("getattr")?;
    let name = vm.heap.interned_str(&name);
    let args = vm.heap.new_tuple([Value::Class(class), name]);
    Ok(vm.heap.new_tuple([getattr, args]))
}
