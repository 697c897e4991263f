//! Functions and methods as objects: `function`, `method`, built-in functions and method descriptors, cells.

use crate::heap::kinds::{Method, NativeKind};
use crate::types::constructor_args::{keywords, positional};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Res, Vm};

/// The class `function`.
pub static FUNCTION: TypeSpec = TypeSpec {
    name: "function",
    doc: "Create a function object.",
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)",
        function_new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", function_repr, "Return repr(self)."),
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", call, "Call self as a function."),
        NativeSpec::new(
            "__get__",
            "($self, instance, owner=None, /)",
            get,
            "Return an attribute of instance, which is of type owner.",
        ),
    ],
    getsets: FUNCTION_GETSETS,
    ..TypeSpec::BASE
};

/// The class `method`.
pub static METHOD: TypeSpec = TypeSpec {
    name: "method",
    doc: "Create a bound instance method object.",
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, function, instance, /)",
        method_new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[NativeSpec::new("__reduce__", "($self, /)", method_reduce, "Helper for pickle.")],
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", method_repr, "Return repr(self)."),
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", call, "Call self as a function."),
        NativeSpec::new("__eq__", "($self, value, /)", method_eq, "Return self==value."),
        NativeSpec::new("__hash__", "($self, /)", method_hash, "Return hash(self)."),
        NativeSpec::new(
            "__get__",
            "($self, instance, owner=None, /)",
            get,
            "Return an attribute of instance, which is of type owner.",
        ),
        NativeSpec::new("__getattribute__", "($self, name, /)", method_getattribute, "Return getattr(self, name)."),
    ],
    getsets: METHOD_GETSETS,
    ..TypeSpec::BASE
};

/// The class `builtin_function_or_method`.
pub static BUILTIN_FUNCTION: TypeSpec = TypeSpec {
    name: "builtin_function_or_method",
    no_new: true,
    weakref: true,
    methods: &[NativeSpec::new("__reduce__", "($self, /)", method_reduce, "Helper for pickle.")],
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", builtin_repr, "Return repr(self)."),
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", call, "Call self as a function."),
        NativeSpec::new("__eq__", "($self, value, /)", method_eq, "Return self==value."),
        NativeSpec::new("__hash__", "($self, /)", method_hash, "Return hash(self)."),
    ],
    getsets: BUILTIN_GETSETS,
    ..TypeSpec::BASE
};

/// The class `method_descriptor`.
pub static METHOD_DESCRIPTOR: TypeSpec = TypeSpec {
    name: "method_descriptor",
    no_new: true,
    methods: &[NativeSpec::new("__reduce__", "($self, /)", descriptor_reduce, "Helper for pickle.")],
    specials: DESCRIPTOR_SPECIALS,
    getsets: DESCRIPTOR_GETSETS,
    ..TypeSpec::BASE
};

/// The class `wrapper_descriptor`.
pub static WRAPPER_DESCRIPTOR: TypeSpec = TypeSpec {
    name: "wrapper_descriptor",
    no_new: true,
    methods: &[NativeSpec::new("__reduce__", "($self, /)", descriptor_reduce, "Helper for pickle.")],
    specials: DESCRIPTOR_SPECIALS,
    getsets: DESCRIPTOR_GETSETS,
    ..TypeSpec::BASE
};

/// The class `classmethod_descriptor`.
pub static CLASSMETHOD_DESCRIPTOR: TypeSpec = TypeSpec {
    name: "classmethod_descriptor",
    no_new: true,
    specials: DESCRIPTOR_SPECIALS,
    getsets: DESCRIPTOR_GETSETS,
    ..TypeSpec::BASE
};

/// The class `method-wrapper`.
pub static METHOD_WRAPPER: TypeSpec = TypeSpec {
    name: "method-wrapper",
    no_new: true,
    methods: &[NativeSpec::new("__reduce__", "($self, /)", method_reduce, "Helper for pickle.")],
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", wrapper_repr, "Return repr(self)."),
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", call, "Call self as a function."),
        NativeSpec::new("__eq__", "($self, value, /)", method_eq, "Return self==value."),
        NativeSpec::new("__hash__", "($self, /)", method_hash, "Return hash(self)."),
    ],
    getsets: BUILTIN_GETSETS,
    ..TypeSpec::BASE
};

static DESCRIPTOR_SPECIALS: &[NativeSpec] = &[
    NativeSpec::new("__repr__", "($self, /)", descriptor_repr, "Return repr(self)."),
    NativeSpec::new("__call__", "($self, /, *args, **kwargs)", call, "Call self as a function."),
    NativeSpec::new(
        "__get__",
        "($self, instance, owner=None, /)",
        get,
        "Return an attribute of instance, which is of type owner.",
    ),
];

static FUNCTION_GETSETS: &[GetSetSpec] = &[
    GetSetSpec { name: "__name__", get: |vm, f| Ok(vm.heap.functions[key(f)].name), set: Some(set_name), doc: "" },
    GetSetSpec {
        name: "__qualname__",
        get: |vm, f| Ok(vm.heap.functions[key(f)].qualname),
        set: Some(set_qualname),
        doc: "",
    },
    GetSetSpec {
        name: "__module__",
        get: |vm, f| Ok(vm.heap.functions[key(f)].module),
        set: Some(|vm, f, v| {
            vm.heap.functions[key(f)].module = v.or_none();
            Ok(())
        }),
        doc: "",
    },
    GetSetSpec {
        name: "__doc__",
        get: |vm, f| Ok(vm.heap.functions[key(f)].doc),
        set: Some(|vm, f, v| {
            vm.heap.functions[key(f)].doc = v.or_none();
            Ok(())
        }),
        doc: "",
    },
    GetSetSpec {
        name: "__code__",
        get: |vm, f| Ok(Value::Code(vm.heap.functions[key(f)].code)),
        set: Some(set_code),
        doc: "",
    },
    GetSetSpec {
        name: "__globals__",
        get: |vm, f| Ok(Value::Dict(vm.heap.functions[key(f)].globals)),
        set: Some(read_only),
        doc: "",
    },
    GetSetSpec { name: "__builtins__", get: get_builtins, set: Some(read_only), doc: "" },
    GetSetSpec { name: "__defaults__", get: get_defaults, set: Some(set_defaults), doc: "" },
    GetSetSpec {
        name: "__kwdefaults__",
        get: |vm, f| Ok(vm.heap.functions[key(f)].kwdefaults.or_none()),
        set: Some(set_kwdefaults),
        doc: "",
    },
    GetSetSpec { name: "__closure__", get: get_closure, set: Some(read_only), doc: "" },
    GetSetSpec { name: "__annotations__", get: get_annotations, set: Some(set_annotations), doc: "" },
    GetSetSpec {
        name: "__dict__",
        get: |vm, f| Ok(vm.dict_of(f).map_or(Value::None, Value::Dict)),
        set: Some(super::object::set_own_dict),
        doc: "",
    },
    GetSetSpec { name: "__type_params__", get: get_type_params, set: Some(set_type_params), doc: "" },
];

static METHOD_GETSETS: &[GetSetSpec] = &[
    GetSetSpec {
        name: "__func__",
        get: |vm, m| Ok(method(vm, m).function),
        set: None,
        doc: "the function (or other callable) implementing a method",
    },
    GetSetSpec {
        name: "__self__",
        get: |vm, m| Ok(method(vm, m).receiver),
        set: None,
        doc: "the instance to which a method is bound",
    },
    GetSetSpec {
        name: "__doc__",
        get: |vm, m| {
            let (f, name) = (method(vm, m).function, vm.heap.names.__doc__);
            vm.getattr(f, name)
        },
        set: None,
        doc: "",
    },
];

static BUILTIN_GETSETS: &[GetSetSpec] = &[
    GetSetSpec {
        name: "__name__",
        get: |vm, m| {
            native(vm, m).map_or(Ok(Value::None), |n| {
                let s = vm.heap.natives[n].spec.name;
                Ok(vm.heap.interned_str(s))
            })
        },
        set: None,
        doc: "",
    },
    GetSetSpec { name: "__qualname__", get: builtin_qualname, set: None, doc: "" },
    GetSetSpec {
        name: "__module__",
        get: |vm, m| Ok(native(vm, m).map_or(Value::None, |n| vm.heap.natives[n].module)),
        set: None,
        doc: "",
    },
    GetSetSpec {
        name: "__self__",
        get: |vm, m| if is_static(vm, m) { Ok(Value::None) } else { builtin_self(vm, m) },
        set: None,
        doc: "",
    },
    GetSetSpec { name: "__objclass__", get: objclass, set: None, doc: "" },
    GetSetSpec { name: "__doc__", get: builtin_doc, set: None, doc: "" },
    GetSetSpec { name: "__text_signature__", get: builtin_signature, set: None, doc: "" },
];

static DESCRIPTOR_GETSETS: &[GetSetSpec] = &[
    GetSetSpec {
        name: "__name__",
        get: |vm, m| {
            native(vm, m).map_or(Ok(Value::None), |n| {
                let s = vm.heap.natives[n].spec.name;
                Ok(vm.heap.interned_str(s))
            })
        },
        set: None,
        doc: "",
    },
    GetSetSpec { name: "__qualname__", get: builtin_qualname, set: None, doc: "" },
    GetSetSpec { name: "__objclass__", get: objclass, set: None, doc: "" },
    GetSetSpec { name: "__doc__", get: builtin_doc, set: None, doc: "" },
    GetSetSpec { name: "__text_signature__", get: builtin_signature, set: None, doc: "" },
];

/// The key of a receiver that was checked to be a function.
fn key(v: Value) -> FunctionKey {
    match v {
        Value::Function(k) => k,
        _ => FunctionKey::default(),
    }
}

fn method(vm: &Vm, v: Value) -> Method {
    match v {
        Value::Method(k) => vm.heap.methods[k],
        _ => Method { function: v, receiver: Value::None },
    }
}

/// The native function behind a built-in function, bound or not.
fn native(vm: &Vm, v: Value) -> Option<NativeKey> {
    match v {
        Value::Native(k) => Some(k),
        Value::Method(k) => match vm.heap.methods[k].function {
            Value::Native(n) => Some(n),
            _ => None,
        },
        _ => None,
    }
}

fn call(vm: &mut Vm, args: Args) -> Res {
    let [this, rest, kwargs] = args.take(vm);
    let (rest, kwargs) = (positional(vm, rest), keywords(vm, kwargs));
    vm.call_kw(this, &rest, &kwargs)
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
    vm.bind(this, o, class)
}

fn function_new(vm: &mut Vm, args: Args) -> Res {
    let [_, code, globals, name, defaults, closure, kwdefaults] = args.take(vm);
    let Value::Code(c) = code else {
        let t = vm.type_name(code);
        return Err(vm.type_error(format!("function() argument 'code' must be code, not {t}")));
    };
    let Value::Dict(g) = vm.payload(globals) else {
        let t = vm.type_name(globals);
        return Err(vm.type_error(format!("function() argument 'globals' must be dict, not {t}")));
    };
    let cells = match closure {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    };
    let cells: Vec<CellKey> =
        cells.iter().filter_map(|v| if let Value::Cell(c) = v { Some(*c) } else { None }).collect();
    if cells.len() != vm.codes[c].free.len() {
        let (name, want) = (vm.heap.text(vm.codes[c].name).into_owned(), vm.codes[c].free.len());
        return Err(if cells.is_empty() {
            vm.type_error("arg 5 (closure) must be tuple")
        } else {
            vm.value_error(format!("{name} requires closure of length {want}, not {}", cells.len()))
        });
    }
    let f = vm.make_function(c, g);
    let function = &mut vm.heap.functions[key(f)];
    function.closure = cells.into();
    if let Value::Str(_) = name {
        function.name = name;
    }
    function.kwdefaults = if let Value::Dict(_) = kwdefaults { kwdefaults } else { Value::Undef };
    if let Value::Tuple(t) = defaults {
        function.defaults = vm.heap.tuples[t].clone();
    }
    Ok(f)
}

fn set_text(vm: &mut Vm, f: Value, v: Value, name: &str) -> Res<Value> {
    match vm.payload(v) {
        s @ Value::Str(_) => Ok(s),
        _ => {
            let _ = f;
            Err(vm.type_error(format!("{name} must be set to a string object")))
        }
    }
}

fn set_name(vm: &mut Vm, f: Value, v: Value) -> Res<()> {
    vm.heap.functions[key(f)].name = set_text(vm, f, v, "__name__")?;
    Ok(())
}

fn set_qualname(vm: &mut Vm, f: Value, v: Value) -> Res<()> {
    vm.heap.functions[key(f)].qualname = set_text(vm, f, v, "__qualname__")?;
    Ok(())
}

fn set_code(vm: &mut Vm, f: Value, v: Value) -> Res<()> {
    let Value::Code(c) = v else {
        return Err(vm.type_error("__code__ must be set to a code object"));
    };
    let (have, want) = (vm.heap.functions[key(f)].closure.len(), vm.codes[c].free.len());
    if have != want {
        let name = vm.function_name(key(f));
        return Err(vm.value_error(format!("{name}() requires a code object with {have} free vars, not {want}")));
    }
    vm.heap.functions[key(f)].code = c;
    Ok(())
}

fn get_defaults(vm: &mut Vm, f: Value) -> Res {
    let defaults = vm.heap.functions[key(f)].defaults.clone();
    Ok(if defaults.is_empty() { Value::None } else { vm.heap.new_tuple(defaults) })
}

fn set_defaults(vm: &mut Vm, f: Value, v: Value) -> Res<()> {
    vm.heap.functions[key(f)].defaults = match v {
        Value::Tuple(t) => vm.heap.tuples[t].clone(),
        Value::None | Value::Undef => Box::default(),
        _ => return Err(vm.type_error("__defaults__ must be set to a tuple object")),
    };
    Ok(())
}

fn set_kwdefaults(vm: &mut Vm, f: Value, v: Value) -> Res<()> {
    vm.heap.functions[key(f)].kwdefaults = match v {
        Value::Dict(_) => v,
        Value::None | Value::Undef => Value::Undef,
        _ => return Err(vm.type_error("__kwdefaults__ must be set to a dict object")),
    };
    Ok(())
}

fn get_closure(vm: &mut Vm, f: Value) -> Res {
    let cells: Vec<Value> = vm.heap.functions[key(f)].closure.iter().map(|&c| Value::Cell(c)).collect();
    Ok(if cells.is_empty() { Value::None } else { vm.heap.new_tuple(cells) })
}

fn get_annotations(vm: &mut Vm, f: Value) -> Res {
    if vm.heap.functions[key(f)].annotations.is_undef() {
        let d = vm.heap.new_dict(Default::default());
        vm.heap.functions[key(f)].annotations = d;
    }
    Ok(vm.heap.functions[key(f)].annotations)
}

fn set_annotations(vm: &mut Vm, f: Value, v: Value) -> Res<()> {
    vm.heap.functions[key(f)].annotations = match v {
        Value::Dict(_) => v,
        Value::None | Value::Undef => Value::Undef,
        _ => return Err(vm.type_error("__annotations__ must be set to a dict object")),
    };
    Ok(())
}

/// What its globals say, if they say anything.
fn get_builtins(vm: &mut Vm, f: Value) -> Res {
    let globals = vm.heap.functions[key(f)].globals;
    let name = vm.heap.names.__builtins__;
    Ok(match vm.heap.ns_get(globals, name) {
        Some(own @ Value::Dict(_)) => own,
        _ => Value::Dict(vm.builtins),
    })
}

fn get_type_params(vm: &mut Vm, f: Value) -> Res {
    match vm.heap.functions[key(f)].type_params.bound() {
        Some(params) => Ok(params),
        None => Ok(vm.heap.new_tuple([])),
    }
}

fn set_type_params(vm: &mut Vm, f: Value, v: Value) -> Res<()> {
    let Value::Tuple(_) = v else { return Err(vm.type_error("__type_params__ must be set to a tuple")) };
    vm.heap.functions[key(f)].type_params = v;
    Ok(())
}

fn function_repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let name = vm.function_name(key(this));
    let id = vm.id(this);
    let address = crate::object::identity::hex(vm, id);
    Ok(vm.heap.new_str(format!("<function {name} at {address}>")))
}

fn method_new(vm: &mut Vm, args: Args) -> Res {
    let [_, function, receiver] = args.take(vm);
    let name = vm.heap.names.__call__;
    if !matches!(function, Value::Function(_) | Value::Native(_) | Value::Class(_))
        && vm.special(function, name).is_none()
    {
        return Err(vm.type_error("first argument must be callable"));
    }
    if receiver.is_none() {
        return Err(vm.type_error("instance must not be None"));
    }
    Ok(vm.heap.new_method(function, receiver))
}

fn method_repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let m = method(vm, this);
    let names = vm.heap.names;
    let name = match vm.getattr_opt(m.function, names.__qualname__)? {
        Some(Value::Str(k)) => vm.heap.text(k).into_owned(),
        _ => String::from("?"),
    };
    let receiver = vm.repr_text(m.receiver)?;
    Ok(vm.heap.new_str(format!("<bound method {name} of {receiver}>")))
}

/// Attributes of a method that it does not have itself are those of its function.
fn method_getattribute(vm: &mut Vm, args: Args) -> Res {
    let [this, name] = args.take(vm);
    let name = super::object::attribute_name(vm, name)?;
    match vm.default_getattr(this, name)? {
        Some(v) => Ok(v),
        None => Err(vm.no_attribute(this, name)),
    }
}

fn method_eq(vm: &mut Vm, args: Args) -> Res {
    let [a, b] = args.take(vm);
    match (a, b) {
        (Value::Method(x), Value::Method(y)) => {
            let (x, y) = (vm.heap.methods[x], vm.heap.methods[y]);
            if !x.receiver.is(y.receiver) {
                return Ok(Value::Bool(false));
            }
            Ok(Value::Bool(vm.eq(x.function, y.function)?))
        }
        _ if a.is(b) => Ok(Value::Bool(true)),
        _ => Ok(Value::NotImplemented),
    }
}

fn method_hash(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    match this {
        Value::Method(k) => {
            let m = vm.heap.methods[k];
            let a = crate::object::identity::identity_hash(m.receiver);
            let b = vm.hash(m.function)?;
            Ok(Value::Int(match a ^ b {
                -1 => -2,
                h => h,
            }))
        }
        _ => Ok(Value::Int(crate::object::identity::identity_hash(this))),
    }
}

/// `(getattr, (self, name))`, as methods pickle.
fn method_reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let (name, receiver) = match this {
        Value::Native(n) => {
            let native = &vm.heap.natives[n];
            let (name, owner) = (native.spec.name.to_owned(), native.owner);
            (vm.heap.new_own_str(name), owner.map(Value::Class))
        }
        _ => {
            let m = method(vm, this);
            let name = vm.heap.names.__name__;
            let name = vm.getattr(m.function, name)?;
            let name = match m.function {
                // A built-in method makes its name anew.
                Value::Native(n) if vm.heap.natives[n].kind != NativeKind::Wrapper => {
                    let text = vm.str_text(name)?;
                    vm.heap.new_own_str(text)
                }
                _ => name,
            };
            (name, Some(m.receiver))
        }
    };
    match receiver {
        None | Some(Value::Module(_)) => Ok(name),
        Some(receiver) => getattr_reduction(vm, receiver, name),
    }
}

fn getattr_reduction(vm: &mut Vm, object: Value, name: Value) -> Res {
    let getattr = vm.builtin_function("getattr")?;
    let args = vm.heap.new_tuple([object, name]);
    Ok(vm.heap.new_tuple([getattr, args]))
}

fn descriptor_reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let class = objclass(vm, this)?;
    let name = match native(vm, this) {
        Some(n) => vm.heap.natives[n].spec.name,
        None => "",
    };
    let name = vm.heap.interned_str(name);
    getattr_reduction(vm, class, name)
}

fn builtin_qualname(vm: &mut Vm, v: Value) -> Res {
    let Some(n) = native(vm, v) else { return Ok(Value::None) };
    let native = &vm.heap.natives[n];
    // A bound method is called after the class of what it is bound to, a wrapper after the class that has it.
    let class = match v {
        Value::Method(k) if native.kind != NativeKind::Wrapper => match vm.heap.methods[k].receiver {
            Value::Class(class) => Some(class),
            receiver => Some(vm.class_of(receiver)),
        },
        _ => native.owner,
    };
    let text = match (class, native.kind) {
        (Some(c), NativeKind::Method | NativeKind::Wrapper | NativeKind::ClassMethod | NativeKind::Static) => {
            format!("{}.{}", vm.heap.text(vm.heap.classes[c].qualname), native.spec.name)
        }
        _ => native.spec.name.to_owned(),
    };
    // A fresh string on every access, as CPython's.
    Ok(vm.heap.new_str(text))
}

/// This is a static method, like `str.maketrans`, and not the `__new__` of a class.
fn is_static(vm: &Vm, v: Value) -> bool {
    native(vm, v).is_some_and(|n| {
        let native = &vm.heap.natives[n];
        native.kind == NativeKind::Static && native.spec.name != "__new__"
    })
}

fn builtin_self(vm: &mut Vm, v: Value) -> Res {
    match v {
        Value::Method(k) => Ok(vm.heap.methods[k].receiver),
        Value::Native(n) => match (vm.heap.natives[n].owner, vm.heap.natives[n].module) {
            (Some(c), _) => Ok(Value::Class(c)),
            (None, name @ Value::Str(_)) => {
                let modules = vm.modules;
                Ok(vm.dict_get(modules, name)?.unwrap_or(Value::None))
            }
            _ => Ok(Value::None),
        },
        _ => Ok(Value::None),
    }
}

fn objclass(vm: &mut Vm, v: Value) -> Res {
    match native(vm, v).and_then(|n| vm.heap.natives[n].owner) {
        Some(c) => Ok(Value::Class(c)),
        None => {
            let name = vm.heap.intern("__objclass__");
            Err(vm.no_attribute(v, name))
        }
    }
}

fn builtin_doc(vm: &mut Vm, v: Value) -> Res {
    Ok(match native(vm, v) {
        Some(n) => {
            let doc = vm.heap.natives[n].spec.doc;
            vm.heap.new_str(doc)
        }
        None => Value::None,
    })
}

fn builtin_signature(vm: &mut Vm, v: Value) -> Res {
    Ok(match native(vm, v) {
        Some(n) => {
            let (spec, kind) = (vm.heap.natives[n].spec, vm.heap.natives[n].kind);
            let rest = spec.signature.trim_start_matches('(');
            // Functions show the module they would be bound to, as CPython's do.
            let text = match kind {
                NativeKind::Function if rest == ")" => "($module, /)".to_owned(),
                NativeKind::Function if rest.contains(", /") => format!("($module, {rest}"),
                NativeKind::Function => format!("($module, /, {rest}"),
                _ => spec.signature.to_owned(),
            };
            vm.heap.new_str(text)
        }
        None => Value::None,
    })
}

fn builtin_repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let Some(n) = native(vm, this) else { return Ok(Value::None) };
    let name = vm.heap.natives[n].spec.name;
    let receiver = builtin_self(vm, this)?;
    let text = match receiver {
        Value::None | Value::Module(_) => format!("<built-in function {name}>"),
        receiver => {
            let t = vm.type_name(receiver);
            let id = vm.id(receiver);
            format!("<built-in method {name} of {t} object at {}>", crate::object::identity::hex(vm, id))
        }
    };
    Ok(vm.heap.new_str(text))
}

fn wrapper_repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let Some(n) = native(vm, this) else { return Ok(Value::None) };
    let name = vm.heap.natives[n].spec.name;
    let receiver = method(vm, this).receiver;
    let t = vm.type_name(receiver);
    let id = vm.id(receiver);
    let address = crate::object::identity::hex(vm, id);
    Ok(vm.heap.new_str(format!("<method-wrapper '{name}' of {t} object at {address}>")))
}

fn descriptor_repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let Value::Native(n) = this else { return Ok(Value::None) };
    let native = &vm.heap.natives[n];
    let name = native.spec.name;
    let class = native.owner.map(|c| vm.heap.class_name(c)).unwrap_or_default();
    let kind = if native.kind == NativeKind::Wrapper { "slot wrapper" } else { "method" };
    Ok(vm.heap.new_str(format!("<{kind} '{name}' of '{class}' objects>")))
}
