//! The start of an interpreter: core classes, exceptions, the `builtins` namespace.

use crate::heap::Heap;
use crate::heap::arena::Arena;
use crate::heap::dict::Dict;
use crate::heap::kinds::{Native, NativeKind};
use crate::types;
use crate::value::*;
use crate::vm::call::HEADROOM;
use crate::vm::native::NativeSpec;
use crate::vm::{CHECKPOINT_INTERVAL, Limits, Vm};

impl Vm {
    /// A new machine with `builtins` and an empty `sys.modules`.
    pub fn new(limits: Limits) -> Vm {
        let mut heap = Heap::new();
        let modules = heap.new_dict_key(Dict::new());
        let builtins = heap.new_dict_key(Dict::with_capacity(180));
        let mut vm = Vm {
            heap,
            codes: Arena::default(),
            stack: vec![Value::Undef; 2 * HEADROOM],
            top: 0,
            frames: Vec::with_capacity(64),
            base: 0,
            globals: builtins,
            pending: Value::Undef,
            handled: Value::None,
            countdown: if limits.stress { 1 } else { CHECKPOINT_INTERVAL },
            native_depth: 0,
            limits,
            modules,
            builtins,
            host: Default::default(),
            native_classes: Default::default(),
            lookup_failed: false,
            repr_stack: Vec::new(),
            last_mark: 0,
            nesting: 0,
            walked: 0,
            abc_registrations: 0,
        };
        vm.make_core_classes();
        types::exception::start(&mut vm);
        // CPython makes this class at run time, so its `__module__` is a string of its own, which pickle shows.
        let group = vm.heap.types.exception(crate::heap::types::Exc::ExceptionGroup);
        if let Value::Str(module) = vm.heap.new_str("builtins") {
            vm.heap.classes[group].module = module;
        }
        vm.fill_builtins();
        vm.heap.recent.clear();
        vm
    }

    fn make_core_classes(&mut self) {
        // `object` and `type` are made before there is a metaclass to give them.
        let object = self.make_builtin_class(&types::object::SPEC, ClassKey::default());
        self.heap.types.object = object;
        let meta = self.make_builtin_class(&types::class::SPEC, object);
        self.heap.types.r#type = meta;
        self.heap.classes[object].metaclass = meta;
        self.heap.classes[meta].metaclass = meta;
        self.heap.classes[meta].flags.metaclass = true;
        self.heap.classes[meta].flags.has_dict = true;
        self.register_class(&types::object::SPEC, object);
        self.register_class(&types::class::SPEC, meta);
        for (field, spec) in types::CORE {
            let class = self.class_for(spec);
            *field(&mut self.heap.types) = class;
        }
    }

    fn fill_builtins(&mut self) {
        let ns = self.builtins;
        let name = self.heap.interned_str("builtins");
        self.heap.ns_set_text(ns, "__name__", name);
        // The functions share a `__module__` that is not the interned string the classes have: pickle shows it.
        let module = self.heap.new_str("builtins");
        for group in crate::builtins::FUNCTIONS {
            self.add_functions(ns, module, group);
        }
        let io = self.heap.new_str("_io");
        self.add_functions(ns, io, crate::types::file::open::FUNCTIONS);
        for (name, value) in [
            ("None", Value::None),
            ("Ellipsis", Value::Ellipsis),
            ("NotImplemented", Value::NotImplemented),
            ("False", Value::Bool(false)),
            ("True", Value::Bool(true)),
            ("__debug__", Value::Bool(true)),
        ] {
            self.heap.ns_set_text(ns, name, value);
        }
        let t = self.heap.types.clone();
        for class in [
            t.bool,
            t.bytearray,
            t.bytes,
            t.classmethod,
            t.complex,
            t.dict,
            t.float,
            t.frozenset,
            t.property,
            t.int,
            t.list,
            t.object,
            t.range,
            t.set,
            t.slice,
            t.staticmethod,
            t.str,
            t.super_,
            t.tuple,
            t.r#type,
        ] {
            let name = self.heap.classes[class].name;
            self.heap.ns_set(ns, name, Value::Class(class));
        }
        for spec in types::ITERATOR_CLASSES {
            let class = self.class_for(spec);
            self.heap.ns_set_text(ns, spec.name, Value::Class(class));
        }
        for (name, class) in types::exception::names(self) {
            self.heap.ns_set_text(ns, name, Value::Class(class));
        }
    }

    /// Adds native functions to a module's namespace.
    pub fn add_functions(&mut self, ns: DictKey, module: Value, functions: &'static [NativeSpec]) {
        for spec in functions {
            let f = self.heap.new_native(Native { spec, owner: None, module, kind: NativeKind::Function });
            self.heap.ns_set_text(ns, spec.name, f);
        }
    }
}
