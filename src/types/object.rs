//! `object`: what every object can do.

use crate::heap::dict::Dict;
use crate::heap::kinds::{Descriptor, Layout, Object};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The state of a bare `object()`: none.
#[derive(Debug)]
pub struct BareObject;

impl Object for BareObject {
    fn trace(&self, _: &mut dyn FnMut(Value)) {}
}

/// The class `object`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "object",
    doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n\
          instance that has no instance attributes and cannot be given any.\n",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: METHODS,
    specials: SPECIALS,
    class_methods: CLASS_METHODS,
    getsets: GETSETS,
    ..TypeSpec::BASE
};

static METHODS: &[NativeSpec] = &[
    NativeSpec::new("__dir__", "($self, /)", dir, "Default dir() implementation."),
    NativeSpec::new(
        "__format__",
        "($self, format_spec, /)",
        format,
        "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.",
    ),
    NativeSpec::new("__getstate__", "($self, /)", crate::pickle::reduce::object_getstate, "Helper for pickle."),
    NativeSpec::new("__reduce__", "($self, /)", crate::pickle::reduce::object_reduce, "Helper for pickle."),
    NativeSpec::new(
        "__reduce_ex__",
        "($self, protocol, /)",
        crate::pickle::reduce::object_reduce_ex,
        "Helper for pickle.",
    ),
    NativeSpec::new("__sizeof__", "($self, /)", sizeof, "Size of object in memory, in bytes."),
];

static CLASS_METHODS: &[NativeSpec] = &[
    NativeSpec::new(
        "__init_subclass__",
        "($type, /)",
        init_subclass,
        "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\n\
         overridden to extend subclasses.\n",
    ),
    NativeSpec::new(
        "__subclasshook__",
        "($type, object, /)",
        subclasshook,
        "Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by \
         abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\n\
         NotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome \
         is cached).\n",
    ),
];

static SPECIALS: &[NativeSpec] = &[
    NativeSpec::new(
        "__init__",
        "($self, /, *args, **kwargs)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    ),
    NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    NativeSpec::new("__str__", "($self, /)", str, "Return str(self)."),
    NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
    NativeSpec::new("__getattribute__", "($self, name, /)", getattribute, "Return getattr(self, name)."),
    NativeSpec::new("__setattr__", "($self, name, value, /)", setattr, "Implement setattr(self, name, value)."),
    NativeSpec::new("__delattr__", "($self, name, /)", delattr, "Implement delattr(self, name)."),
    NativeSpec::new("__eq__", "($self, value, /)", eq, "Return self==value."),
    NativeSpec::new("__ne__", "($self, value, /)", ne, "Return self!=value."),
    NativeSpec::new("__lt__", "($self, value, /)", not_implemented, "Return self<value."),
    NativeSpec::new("__le__", "($self, value, /)", not_implemented, "Return self<=value."),
    NativeSpec::new("__gt__", "($self, value, /)", not_implemented, "Return self>value."),
    NativeSpec::new("__ge__", "($self, value, /)", not_implemented, "Return self>=value."),
];

static GETSETS: &[GetSetSpec] = &[GetSetSpec {
    name: "__class__",
    get: |vm, o| Ok(Value::Class(vm.class_of(o))),
    set: Some(set_class),
    doc: "the object's class",
}];

/// `__dict__` of instances of classes made in Python.
pub static INSTANCE_DICT: GetSetSpec =
    GetSetSpec { name: "__dict__", get: get_dict, set: Some(set_dict), doc: "dictionary for instance variables" };

/// `__weakref__` of instances of classes made in Python.
pub static INSTANCE_WEAKREF: GetSetSpec = GetSetSpec {
    name: "__weakref__",
    get: |vm, o| {
        let found = vm.heap.weakrefs.iter().find(|(_, w)| w.target.is(o)).map(|(k, _)| k);
        Ok(found.map_or(Value::None, Value::WeakRef))
    },
    set: None,
    doc: "list of weak references to the object",
};

/// Setting the `__dict__` of a built-in object that has one: not to be deleted.
pub fn set_own_dict(vm: &mut Vm, o: Value, v: Value) -> Res<()> {
    match vm.payload(v) {
        Value::Undef => return Err(vm.type_error("cannot delete __dict__")),
        Value::Dict(d) => match (o, vm.own_dict_place(o)) {
            (Value::Instance(k), _) => vm.heap.use_dict(k, d),
            (_, Some(place)) => *place = Value::Dict(d),
            (_, None) => {}
        },
        _ => {
            let t = vm.type_name(v);
            return Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{t}'")));
        }
    }
    Ok(())
}

/// The descriptor of `__dict__` that an instance has from a built-in class: its class may have that of a class made in
/// Python before it.
fn builtin_dict(vm: &mut Vm, o: Value) -> Option<Value> {
    let (class, name) = (vm.class_of(o), vm.heap.names.__dict__);
    if vm.heap.classes[class].layout == Layout::Plain {
        return None;
    }
    let mut mro = vm.heap.classes[class].mro.to_vec();
    mro.retain(|&c| !vm.heap.classes[c].flags.python);
    mro.into_iter().find_map(|c| {
        let ns = vm.heap.namespace(c);
        vm.heap.ns_get(ns, name)
    })
}

fn get_dict(vm: &mut Vm, o: Value) -> Res {
    if let Some(d) = builtin_dict(vm, o) {
        let class = vm.class_of(o);
        return vm.bind(d, o, class);
    }
    match vm.dict_of(o) {
        Some(d) => Ok(Value::Dict(d)),
        None => {
            let name = vm.heap.names.__dict__;
            Err(vm.no_attribute(o, name))
        }
    }
}

fn set_dict(vm: &mut Vm, o: Value, v: Value) -> Res<()> {
    let name = vm.heap.names.__dict__;
    if let Some(d) = builtin_dict(vm, o) {
        return vm.descriptor_set(d, o, name, v);
    }
    let Value::Instance(k) = o else {
        return Err(vm.type_error("this object has no __dict__ to replace"));
    };
    match vm.payload(v) {
        Value::Dict(d) => {
            vm.heap.use_dict(k, d);
            Ok(())
        }
        Value::Undef => {
            let d = vm.heap.new_dict_key(Dict::new());
            vm.heap.use_dict(k, d);
            Ok(())
        }
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{t}'")))
        }
    }
}

fn set_class(vm: &mut Vm, o: Value, v: Value) -> Res<()> {
    let Value::Class(new) = v else {
        if v.is_undef() {
            return Err(vm.type_error("can't delete __class__ attribute"));
        }
        let t = vm.type_name(v);
        return Err(vm.type_error(format!("__class__ must be set to a class, not '{t}' object")));
    };
    let old = vm.class_of(o);
    if let Value::Class(c) = o {
        if !vm.heap.classes[c].flags.python || !vm.heap.classes[new].flags.metaclass {
            return Err(vm.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses"));
        }
        vm.heap.classes[c].metaclass = new;
        vm.renew_class(c);
        return Ok(());
    }
    let (a, b) = (&vm.heap.classes[old], &vm.heap.classes[new]);
    if let Value::Module(k) = o
        && vm.heap.is_subclass(new, vm.heap.types.module)
    {
        vm.heap.modules[k].class = (new != vm.heap.types.module).then_some(new);
        return Ok(());
    }
    let Value::Instance(k) = o else {
        return Err(vm.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses"));
    };
    if !a.flags.python || !b.flags.python {
        return Err(vm.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses"));
    }
    let same_slots = |x: &crate::heap::kinds::Class, y: &crate::heap::kinds::Class| {
        x.layout == y.layout && x.fixed == y.fixed && x.flags.has_dict == y.flags.has_dict
    };
    if !same_slots(a, b) {
        let (b, a) = (vm.heap.class_name(new), vm.heap.class_name(old));
        return Err(vm.type_error(format!("__class__ assignment: '{b}' object layout differs from '{a}'")));
    }
    vm.heap.set_class(k, new);
    Ok(())
}

/// There are arguments in the tuple of `*args` or the dict of `**kwargs`.
fn any_given(vm: &Vm, rest: Value, kwargs: Value) -> bool {
    matches!(rest, Value::Tuple(t) if !vm.heap.tuples[t].is_empty())
        || matches!(kwargs, Value::Dict(d) if !vm.heap.dicts[d].is_empty())
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, rest, kwargs] = args.take(vm);
    let Value::Class(class) = cls else {
        let t = vm.type_name(cls);
        return Err(vm.type_error(format!("object.__new__(X): X is not a type object ({t})")));
    };
    let excess = any_given(vm, rest, kwargs);
    vm.object_new_instance(class, excess)
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, rest, kwargs] = args.take(vm);
    let class = vm.class_of(this);
    if any_given(vm, rest, kwargs) {
        vm.check_object_init(class, &[Value::None], &[])?;
    }
    Ok(Value::None)
}

/// `<module.qualname object at 0x…>`
pub fn default_repr(vm: &mut Vm, o: Value) -> Res {
    let class = vm.class_of(o);
    let name = vm.full_class_name(class)?;
    let id = vm.id(o);
    let address = crate::object::identity::hex(vm, id);
    Ok(vm.heap.new_str(format!("<{name} object at {address}>")))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    default_repr(vm, this)
}

fn str(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    vm.repr(this)
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    Ok(Value::Int(crate::object::identity::identity_hash(this)))
}

fn format(vm: &mut Vm, args: Args) -> Res {
    let [this, spec] = args.take(vm);
    match vm.payload(spec) {
        Value::Str(k) if vm.heap.strs[k].is_empty() => vm.str(this),
        Value::Str(_) => {
            let t = vm.type_name(this);
            Err(vm.type_error(format!("unsupported format string passed to {t}.__format__")))
        }
        _ => {
            let t = vm.type_name(spec);
            Err(vm.type_error(format!("__format__() argument must be str, not {t}")))
        }
    }
}

/// The interned key of an attribute name given as an object.
pub fn attribute_name(vm: &mut Vm, name: Value) -> Res<StrKey> {
    match vm.payload(name) {
        Value::Str(k) => Ok(vm.heap.intern_key(k)),
        _ => {
            let t = vm.type_name(name);
            Err(vm.type_error(format!("attribute name must be string, not '{t}'")))
        }
    }
}

fn getattribute(vm: &mut Vm, args: Args) -> Res {
    let [this, name] = args.take(vm);
    let name = attribute_name(vm, name)?;
    match vm.default_getattr(this, name)? {
        Some(v) => Ok(v),
        None => Err(vm.no_attribute(this, name)),
    }
}

/// `object`'s way of setting and deleting attributes is none for classes.
fn check_not_class(vm: &mut Vm, this: Value, hook: &str) -> Res<()> {
    if let Value::Class(_) = this {
        let t = vm.type_name(this);
        return Err(vm.type_error(format!("can't apply this {hook} to {t} object")));
    }
    Ok(())
}

fn setattr(vm: &mut Vm, args: Args) -> Res {
    let [this, name, value] = args.take(vm);
    check_not_class(vm, this, "__setattr__")?;
    let name = attribute_name(vm, name)?;
    vm.default_setattr(this, name, value)?;
    Ok(Value::None)
}

fn delattr(vm: &mut Vm, args: Args) -> Res {
    let [this, name] = args.take(vm);
    check_not_class(vm, this, "__delattr__")?;
    let name = attribute_name(vm, name)?;
    vm.default_setattr(this, name, Value::Undef)?;
    Ok(Value::None)
}

fn eq(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    Ok(if this.is(other) { Value::Bool(true) } else { Value::NotImplemented })
}

fn ne(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    // `__ne__` is the inverse of `__eq__`, unless that does not know.
    let name = vm.heap.names.__eq__;
    match vm.call_special(this, name, &[other])? {
        None | Some(Value::NotImplemented) => Ok(Value::NotImplemented),
        Some(v) => Ok(Value::Bool(!vm.truth(v)?)),
    }
}

fn not_implemented(_: &mut Vm, _: Args) -> Res {
    Ok(Value::NotImplemented)
}

fn sizeof(_: &mut Vm, _: Args) -> Res {
    Ok(Value::Int(16))
}

fn init_subclass(_: &mut Vm, _: Args) -> Res {
    Ok(Value::None)
}

fn subclasshook(_: &mut Vm, _: Args) -> Res {
    Ok(Value::NotImplemented)
}

fn dir(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let names = vm.heap.new_dict_key(Dict::new());
    let mark = vm.pin(Value::Dict(names));
    if let Some(own) = own_names(vm, this)? {
        add_names(vm, names, own)?;
    }
    let name = vm.heap.names.__class__;
    if let Some(class) = vm.getattr_opt(this, name)? {
        add_class_names(vm, names, class)?;
    }
    vm.unpin_to(mark);
    let keys = vm.heap.dicts[names].iter().map(|e| e.key).collect();
    Ok(vm.heap.new_list(keys))
}

fn add_names(vm: &mut Vm, names: DictKey, new: Vec<Value>) -> Res<()> {
    new.into_iter().try_for_each(|name| vm.dict_set(names, name, Value::None))
}

/// Adds what a class and its bases have, or another object that says it is a class.
fn add_class_names(vm: &mut Vm, names: DictKey, class: Value) -> Res<()> {
    if let Value::Class(c) = class {
        for c in vm.heap.classes[c].mro.to_vec() {
            let ns = vm.heap.namespace(c);
            let own = vm.heap.dicts[ns].iter().map(|e| e.key).collect();
            add_names(vm, names, own)?;
        }
        return Ok(());
    }
    let (dict, bases) = (vm.heap.names.__dict__, vm.heap.names.__bases__);
    if let Some(dict) = vm.getattr_opt(class, dict)? {
        let own = vm.to_vec(dict)?;
        add_names(vm, names, own)?;
    }
    if let Some(bases) = vm.getattr_opt(class, bases)? {
        let n = vm.len(bases)?;
        vm.nest(" in __bases__")?;
        let added = (0..n).try_for_each(|i| {
            let base = vm.get_item(bases, Value::Int(i as i64))?;
            add_class_names(vm, names, base)
        });
        vm.unnest();
        added?;
    }
    Ok(())
}

/// The names in an object's `__dict__`, without making one where only the object itself has a say in that.
fn own_names(vm: &mut Vm, o: Value) -> Res<Option<Vec<Value>>> {
    let name = vm.heap.names.__dict__;
    let own = match vm.special(o, name) {
        Some(Value::Descriptor(d)) => {
            matches!(vm.heap.descriptors[d], Descriptor::GetSet { spec, .. } if std::ptr::eq(spec, &INSTANCE_DICT))
        }
        _ => false,
    };
    match o {
        Value::Instance(k) if own => Ok(Some(vm.heap.attributes(k).into_iter().map(|(k, _)| k).collect())),
        _ => match vm.getattr_opt(o, name)?.map(|d| vm.payload(d)) {
            Some(Value::Dict(d)) => Ok(Some(vm.heap.dicts[d].iter().map(|e| e.key).collect())),
            _ => Ok(None),
        },
    }
}
