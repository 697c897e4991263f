//! The module `_abc`: what `abc.py` builds on. Which classes are registered with an abstract base class, and the
//! answers of `isinstance` and `issubclass` it remembers.

use crate::heap::kinds::{Collection, Object};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};
use hashbrown::HashSet;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_abc",
    doc: "Module contains faster C implementation of abc.ABCMeta",
    functions: &[
        NativeSpec::new(
            "get_cache_token",
            "()",
            |vm, _| Ok(vm.heap.int_from(vm.abc_registrations)),
            "Returns the current ABC cache token.\n\nThe token is an opaque object (supporting equality testing) \
             identifying the\ncurrent version of the ABC cache for virtual subclasses. The token changes\nwith every \
             call to register() on any ABC.",
        ),
        NativeSpec::new("_abc_init", "(self, /)", abc_init, "Makes a class ready to be an abstract base class."),
        NativeSpec::new("_abc_register", "(self, subclass, /)", register, "Registers a virtual subclass."),
        NativeSpec::new("_abc_instancecheck", "(self, instance, /)", instancecheck, "isinstance() for ABCs."),
        NativeSpec::new("_abc_subclasscheck", "(self, subclass, /)", subclasscheck, "issubclass() for ABCs."),
        NativeSpec::new("_get_dump", "(self, /)", dump, "Registry, cache, negative cache and its version."),
        NativeSpec::new("_reset_registry", "(self, /)", |vm, a| reset(vm, a, true), "Empties the registry."),
        NativeSpec::new("_reset_caches", "(self, /)", |vm, a| reset(vm, a, false), "Empties both caches."),
    ],
    classes: &[],
    init: None,
};

/// The class of `C._abc_impl`.
static DATA: TypeSpec = TypeSpec {
    name: "_abc_data",
    module: "_abc",
    doc: "Internal state held by ABC machinery.",
    no_new: true,
    ..TypeSpec::BASE
};

/// What an abstract base class knows about others. Keys of classes keep nothing alive: stale ones match no class.
#[derive(Default)]
struct Data {
    registry: Vec<ClassKey>,
    cache: HashSet<ClassKey, foldhash::fast::FixedState>,
    negative_cache: HashSet<ClassKey, foldhash::fast::FixedState>,
    negative_version: u64,
}

impl Object for Data {
    fn trace(&self, _: &mut dyn FnMut(Value)) {}

    fn size(&self) -> usize {
        (self.registry.len() + self.cache.len() + self.negative_cache.len()) * 16
    }
}

/// The class in an argument and the key of its data.
fn data_of(vm: &mut Vm, class: Value) -> Res<(ClassKey, ObjectKey)> {
    let found = vm.getattr_text(class, "_abc_impl")?;
    match (class, found) {
        (Value::Class(c), Value::Object(k)) if vm.heap.object::<Data>(k).is_some() => Ok((c, k)),
        _ => Err(vm.type_error("_abc_impl is set to a wrong type")),
    }
}

impl Vm {
    fn abc_data(&mut self, k: ObjectKey) -> Res<&mut Data> {
        if self.heap.object::<Data>(k).is_none() {
            return Err(self.type_error("_abc_impl is set to a wrong type"));
        }
        match self.heap.object_mut::<Data>(k) {
            Some(data) => Ok(data),
            None => Err(crate::vm::Raised),
        }
    }
}

fn abc_init(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let Value::Class(class) = this else { return Err(vm.type_error("_abc_init() needs a class")) };
    let abstracts = abstract_methods(vm, this, class)?;
    let name = vm.heap.names.__abstractmethods__;
    vm.setattr(this, name, abstracts)?;
    take_collection_flag(vm, class);
    let data_class = vm.class_for(&DATA);
    let version = vm.abc_registrations;
    let data = vm.heap.new_object(data_class, Data { negative_version: version, ..Data::default() });
    let name = vm.heap.intern("_abc_impl");
    vm.setattr(this, name, data)?;
    Ok(Value::None)
}

/// The names that are abstract in the class: its own and those it inherits and doesn't override.
fn abstract_methods(vm: &mut Vm, this: Value, class: ClassKey) -> Res {
    let set = vm.heap.new_frozenset(Default::default());
    let Value::FrozenSet(set_key) = set else { return Ok(set) };
    let ns = vm.heap.namespace(class);
    let own: Vec<(Value, Value)> = vm.heap.dicts[ns].iter().map(|e| (e.key, e.value)).collect();
    for (name, v) in own {
        if is_abstract(vm, v)? {
            vm.set_add(set_key, name)?;
        }
    }
    let names = vm.heap.names.__abstractmethods__;
    for base in vm.heap.classes[class].bases.to_vec() {
        let Some(inherited) = vm.getattr_opt(Value::Class(base), names)? else { continue };
        for name in vm.to_vec(inherited)? {
            let Value::Str(key) = vm.payload(name) else { continue };
            let key = vm.heap.intern_key(key);
            if let Some(v) = vm.getattr_opt(this, key)?
                && is_abstract(vm, v)?
            {
                vm.set_add(set_key, name)?;
            }
        }
    }
    Ok(set)
}

fn is_abstract(vm: &mut Vm, v: Value) -> Res<bool> {
    if let Value::Str(_) | Value::Int(_) | Value::None | Value::Tuple(_) = v {
        return Ok(false);
    }
    let name = vm.heap.intern("__isabstractmethod__");
    match vm.getattr_opt(v, name)? {
        Some(v) => vm.truth(v),
        None => Ok(false),
    }
}

/// `__abc_tpflags__`, by which `Sequence` and `Mapping` say what patterns take their subclasses for.
fn take_collection_flag(vm: &mut Vm, class: ClassKey) {
    let (ns, name) = (vm.heap.namespace(class), vm.heap.intern("__abc_tpflags__"));
    let Some(Value::Int(flags)) = vm.heap.ns_get(ns, name) else { return };
    vm.heap.ns_remove(ns, name);
    vm.heap.classes[class].flags.collection = match flags {
        f if f & (1 << 5) != 0 => Collection::Sequence,
        f if f & (1 << 6) != 0 => Collection::Mapping,
        _ => Collection::Neither,
    };
}

fn register(vm: &mut Vm, args: Args) -> Res {
    let [this, subclass] = args.take(vm);
    let Value::Class(new) = subclass else { return Err(vm.type_error("Can only register classes")) };
    if vm.is_subclass(subclass, this)? {
        return Ok(subclass);
    }
    // A cycle would lead `issubclass` round and round.
    if vm.is_subclass(this, subclass)? {
        return Err(vm.runtime_error("Refusing to create an inheritance cycle"));
    }
    let (class, k) = data_of(vm, this)?;
    vm.abc_data(k)?.registry.push(new);
    vm.abc_registrations += 1;
    let collection = vm.heap.classes[class].flags.collection;
    if collection != Collection::Neither {
        vm.set_collection(new, collection);
    }
    Ok(subclass)
}

fn instancecheck(vm: &mut Vm, args: Args) -> Res {
    let [this, instance] = args.take(vm);
    let (_, k) = data_of(vm, this)?;
    let name = vm.heap.names.__class__;
    let claimed = vm.getattr(instance, name)?;
    let actual = vm.class_of(instance);
    let version = vm.abc_registrations;
    let data = vm.abc_data(k)?;
    if let Value::Class(c) = claimed {
        if data.cache.contains(&c) {
            return Ok(Value::Bool(true));
        }
        if c == actual && data.negative_version == version && data.negative_cache.contains(&c) {
            return Ok(Value::Bool(false));
        }
    }
    let name = vm.heap.names.__subclasscheck__;
    let answer = vm.call_method(this, name, &[claimed])?;
    if claimed.is(Value::Class(actual)) || vm.truth(answer)? {
        return Ok(answer);
    }
    vm.call_method(this, name, &[Value::Class(actual)])
}

fn subclasscheck(vm: &mut Vm, args: Args) -> Res {
    let [this, subclass] = args.take(vm);
    let Value::Class(sub) = subclass else { return Err(vm.type_error("issubclass() arg 1 must be a class")) };
    let (class, k) = data_of(vm, this)?;
    let version = vm.abc_registrations;
    let data = vm.abc_data(k)?;
    if data.cache.contains(&sub) {
        return Ok(Value::Bool(true));
    }
    if data.negative_version < version {
        data.negative_cache.clear();
        data.negative_version = version;
    } else if data.negative_cache.contains(&sub) {
        return Ok(Value::Bool(false));
    }
    let answer = is_virtual_subclass(vm, this, class, k, subclass, sub)?;
    remember(vm, k, sub, answer)?;
    Ok(Value::Bool(answer))
}

/// The rule behind the caches: the class's hook, the MRO, the registered classes, the subclasses.
fn is_virtual_subclass(
    vm: &mut Vm,
    this: Value,
    class: ClassKey,
    k: ObjectKey,
    subclass: Value,
    sub: ClassKey,
) -> Res<bool> {
    let name = vm.heap.names.__subclasshook__;
    match vm.call_method(this, name, &[subclass])? {
        Value::Bool(answer) => return Ok(answer),
        Value::NotImplemented => {}
        _ => {
            let message = "__subclasshook__ must return either False, True, or NotImplemented";
            return Err(vm.error(Exc::AssertionError, message));
        }
    }
    if vm.heap.is_subclass(sub, class) {
        return Ok(true);
    }
    for registered in vm.abc_data(k)?.registry.clone() {
        if vm.heap.classes.get(registered).is_some() && vm.is_subclass(subclass, Value::Class(registered))? {
            return Ok(true);
        }
    }
    let name = vm.heap.names.__subclasses__;
    let Value::List(list) = vm.call_method(this, name, &[])? else {
        return Err(vm.type_error("__subclasses__() must return a list"));
    };
    let mut i = 0;
    while let Some(&c) = vm.heap.lists[list].get(i) {
        if vm.is_subclass(subclass, c)? {
            return Ok(true);
        }
        i += 1;
    }
    Ok(false)
}

fn remember(vm: &mut Vm, k: ObjectKey, class: ClassKey, answer: bool) -> Res<()> {
    // Keys of classes that went are dropped whenever the table would grow.
    let live: Vec<ClassKey> = {
        let data = vm.abc_data(k)?;
        let table = if answer { &data.cache } else { &data.negative_cache };
        if table.len() < table.capacity() { Vec::new() } else { table.iter().copied().collect() }
    };
    let gone: Vec<ClassKey> = live.into_iter().filter(|&c| vm.heap.classes.get(c).is_none()).collect();
    let data = vm.abc_data(k)?;
    let table = if answer { &mut data.cache } else { &mut data.negative_cache };
    for c in gone {
        table.remove(&c);
    }
    table.insert(class);
    Ok(())
}

/// A set of weak references to the classes that are still there.
fn references(vm: &mut Vm, classes: Vec<ClassKey>) -> Res {
    let set = vm.heap.new_set(Default::default());
    let Value::Set(set_key) = set else { return Ok(set) };
    for c in classes {
        if vm.heap.classes.get(c).is_some() {
            let reference = crate::types::weakref::make(vm, vm.heap.types.weakref, Value::Class(c), Value::None)?;
            vm.set_add(set_key, reference)?;
        }
    }
    Ok(set)
}

fn dump(vm: &mut Vm, args: Args) -> Res {
    let (_, k) = data_of(vm, args.get(vm, 0))?;
    let data = vm.abc_data(k)?;
    let registry = data.registry.clone();
    let cache = data.cache.iter().copied().collect();
    let negative = data.negative_cache.iter().copied().collect();
    let version = data.negative_version;
    let registry = references(vm, registry)?;
    let cache = references(vm, cache)?;
    let negative = references(vm, negative)?;
    let version = vm.heap.int_from(version);
    Ok(vm.heap.new_tuple([registry, cache, negative, version]))
}

fn reset(vm: &mut Vm, args: Args, registry: bool) -> Res {
    let (_, k) = data_of(vm, args.get(vm, 0))?;
    let data = vm.abc_data(k)?;
    if registry {
        data.registry.clear();
    } else {
        data.cache.clear();
        data.negative_cache.clear();
    }
    Ok(Value::None)
}
