//! `TypeVar`, `TypeVarTuple` and `ParamSpec`: the type parameters of generic functions, classes and aliases.
//!
//! An instance carries its state as payload, so that it may have attributes besides. What typing does with them
//! is written in the module `typing`, which is imported when it is needed.

use crate::code::unit::TypeParameter;
use crate::heap::Heap;
use crate::heap::kinds::{Layout, Object};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Res, Vm};

const SUBST: NativeSpec = NativeSpec::new("__typing_subst__", "($self, arg, /)", subst, "");
const PREPARE: NativeSpec = NativeSpec::new("__typing_prepare_subst__", "($self, alias, args, /)", prepare_subst, "");
const MRO_ENTRIES: NativeSpec = NativeSpec::new("__mro_entries__", "($self, object, /)", mro_entries, "");
const HAS_DEFAULT: NativeSpec = NativeSpec::new("has_default", "($self, /)", has_default, "");
const REDUCE: NativeSpec = NativeSpec::new("__reduce__", "($self, /)", reduce, "");
const REPR: NativeSpec = NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self).");
const OR: NativeSpec = NativeSpec::new("__or__", "($self, value, /)", or, "Return self|value.");
const ROR: NativeSpec = NativeSpec::new("__ror__", "($self, value, /)", ror, "Return value|self.");

const NAME: GetSetSpec =
    GetSetSpec { name: "__name__", get: |vm, v| Ok(state(vm, v)?.name), set: Some(read_only), doc: "" };
const DEFAULT: GetSetSpec = GetSetSpec { name: "__default__", get: default, set: None, doc: "" };
const BOUND: GetSetSpec = GetSetSpec { name: "__bound__", get: bound, set: None, doc: "" };
const COVARIANT: GetSetSpec = GetSetSpec {
    name: "__covariant__",
    get: |vm, v| Ok(Value::Bool(state(vm, v)?.variance.covariant)),
    set: Some(read_only),
    doc: "",
};
const CONTRAVARIANT: GetSetSpec = GetSetSpec {
    name: "__contravariant__",
    get: |vm, v| Ok(Value::Bool(state(vm, v)?.variance.contravariant)),
    set: Some(read_only),
    doc: "",
};
const INFER_VARIANCE: GetSetSpec = GetSetSpec {
    name: "__infer_variance__",
    get: |vm, v| Ok(Value::Bool(state(vm, v)?.variance.inferred)),
    set: Some(read_only),
    doc: "",
};

/// The class `typing.TypeVar`.
pub static TYPE_VAR: TypeSpec = TypeSpec {
    name: "TypeVar",
    module: "typing",
    doc: "Type variable.\n\nMade by type parameters: def f[T](x: T): ..., or by calling the class.",
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)",
        new_type_var,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[SUBST, PREPARE, MRO_ENTRIES, HAS_DEFAULT, REDUCE],
    specials: &[REPR, OR, ROR],
    getsets: &[
        NAME,
        BOUND,
        GetSetSpec { name: "__constraints__", get: constraints, set: None, doc: "" },
        DEFAULT,
        COVARIANT,
        CONTRAVARIANT,
        INFER_VARIANCE,
    ],
    ..TypeSpec::BASE
};

/// The class `typing.TypeVarTuple`.
pub static TYPE_VAR_TUPLE: TypeSpec = TypeSpec {
    name: "TypeVarTuple",
    module: "typing",
    doc: "Type variable tuple: stands for any number of types.\n\nMade by type parameters: class C[*Ts]: ..., or by calling the class.",
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, name, *, default=NoDefault)",
        new_type_var_tuple,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[SUBST, PREPARE, MRO_ENTRIES, HAS_DEFAULT, REDUCE],
    specials: &[REPR, NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self).")],
    getsets: &[NAME, DEFAULT],
    ..TypeSpec::BASE
};

/// The class `typing.ParamSpec`.
pub static PARAM_SPEC: TypeSpec = TypeSpec {
    name: "ParamSpec",
    module: "typing",
    doc: "Parameter specification variable: stands for the parameters of a callable.\n\nMade by type parameters: def f[**P](c: Callable[P, int]): ..., or by calling the class.",
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)",
        new_param_spec,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[SUBST, PREPARE, MRO_ENTRIES, HAS_DEFAULT, REDUCE],
    specials: &[REPR, OR, ROR],
    getsets: &[
        NAME,
        BOUND,
        DEFAULT,
        COVARIANT,
        CONTRAVARIANT,
        INFER_VARIANCE,
        GetSetSpec {
            name: "args",
            get: |vm, this| Ok(super::param_spec::make(vm, &super::param_spec::ARGS, this)),
            set: None,
            doc: "Represents positional arguments.",
        },
        GetSetSpec {
            name: "kwargs",
            get: |vm, this| Ok(super::param_spec::make(vm, &super::param_spec::KWARGS, this)),
            set: None,
            doc: "Represents keyword arguments.",
        },
    ],
    ..TypeSpec::BASE
};

/// A value, and the function that makes it when it is first asked for; either may be unbound.
#[derive(Clone, Copy, Default)]
struct Lazy {
    value: Value,
    evaluate: Value,
}

/// How a parameter varies with what it parameterizes.
#[derive(Clone, Copy, Default)]
struct Variance {
    covariant: bool,
    contravariant: bool,
    inferred: bool,
}

/// The state of a type parameter.
#[derive(Clone, Copy)]
struct Parameter {
    what: TypeParameter,
    name: Value,
    bound: Lazy,
    /// A tuple.
    constraints: Lazy,
    default: Lazy,
    variance: Variance,
}

impl Object for Parameter {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.name);
        for lazy in [self.bound, self.constraints, self.default] {
            visit(lazy.value);
            visit(lazy.evaluate);
        }
    }
}

/// The class of a kind of parameter: its instances have attributes of their own besides a payload.
fn class_of(vm: &mut Vm, what: TypeParameter) -> ClassKey {
    let class = vm.class_for(match what {
        TypeParameter::TypeVar | TypeParameter::Bound | TypeParameter::Constrained => &TYPE_VAR,
        TypeParameter::TypeVarTuple => &TYPE_VAR_TUPLE,
        TypeParameter::ParamSpec => &PARAM_SPEC,
    });
    if vm.heap.classes[class].layout == Layout::Builtin {
        let root = vm.heap.shapes.new_root(class, 1);
        let c = &mut vm.heap.classes[class];
        (c.layout, c.fixed, c.root_shape) = (Layout::Payload(class), 1, root);
        c.flags.has_dict = true;
        // Instances show it, unless they have one of their own.
        let module = Value::Str(c.module);
        let (ns, name) = (vm.heap.namespace(class), vm.heap.names.__module__);
        vm.heap.ns_set(ns, name, module);
    }
    class
}

fn new_instance(vm: &mut Vm, state: Parameter) -> Value {
    let class = class_of(vm, state.what);
    let payload = vm.heap.new_object(class, state);
    vm.wrap_new(class, payload)
}

/// A type parameter of a `def`, `class` or `type`.
pub fn make(vm: &mut Vm, what: TypeParameter, name: Value, evaluate: Value) -> Value {
    let lazy = Lazy { value: Value::Undef, evaluate };
    let mut state = Parameter {
        what,
        name,
        bound: Lazy::default(),
        constraints: Lazy::default(),
        default: Lazy::default(),
        variance: Variance { inferred: what != TypeParameter::TypeVarTuple, ..Variance::default() },
    };
    match what {
        TypeParameter::Bound => state.bound = lazy,
        TypeParameter::Constrained => state.constraints = lazy,
        TypeParameter::TypeVar | TypeParameter::TypeVarTuple | TypeParameter::ParamSpec => {}
    }
    new_instance(vm, state)
}

/// Sets the function that makes the default of a parameter.
pub fn set_lazy_default(heap: &mut Heap, parameter: Value, evaluate: Value) {
    if let Value::Object(k) = heap.payload(parameter)
        && let Some(state) = heap.object_mut::<Parameter>(k)
    {
        state.default.evaluate = evaluate;
    }
}

/// `typing.Generic[*parameters]`: the base that the type parameters of a class make.
pub fn generic_base(vm: &mut Vm, parameters: Value) -> Res {
    call_typing(vm, "_generic_base", &[parameters])
}

/// Calls a function of the module `typing`.
pub fn call_typing(vm: &mut Vm, name: &str, args: &[Value]) -> Res {
    let module = vm.import_absolute("typing")?;
    let function = vm.getattr_text(module, name)?;
    vm.call(function, args)
}

/// Makes the classes, with what their instances are like.
pub fn prepare_classes(vm: &mut Vm) {
    for what in [TypeParameter::TypeVar, TypeParameter::TypeVarTuple, TypeParameter::ParamSpec] {
        class_of(vm, what);
    }
}

/// The value is a parameter specification.
pub fn is_param_spec(vm: &Vm, v: Value) -> bool {
    what(vm, v) == Some(TypeParameter::ParamSpec)
}

/// The value is a type variable tuple.
pub fn is_type_var_tuple(vm: &Vm, v: Value) -> bool {
    what(vm, v) == Some(TypeParameter::TypeVarTuple)
}

fn what(vm: &Vm, v: Value) -> Option<TypeParameter> {
    match vm.payload(v) {
        Value::Object(k) => vm.heap.object::<Parameter>(k).map(|p| p.what),
        _ => None,
    }
}

fn state(vm: &mut Vm, this: Value) -> Res<Parameter> {
    key_and_state(vm, this).map(|(_, state)| state)
}

fn key_and_state(vm: &mut Vm, this: Value) -> Res<(ObjectKey, Parameter)> {
    match vm.payload(this) {
        Value::Object(k) if let Some(&state) = vm.heap.object::<Parameter>(k) => Ok((k, state)),
        _ => Err(vm.type_error("descriptor requires a type parameter")),
    }
}

/// What a lazy field of a parameter is, evaluated now if need be.
fn evaluated(vm: &mut Vm, this: Value, field: fn(&mut Parameter) -> &mut Lazy) -> Res<Option<Value>> {
    let (k, mut state) = key_and_state(vm, this)?;
    let Lazy { value, evaluate } = *field(&mut state);
    if !value.is_undef() || evaluate.is_undef() {
        return Ok(value.bound());
    }
    let value = vm.call(evaluate, &[])?;
    if let Some(state) = vm.heap.object_mut::<Parameter>(k) {
        field(state).value = value;
    }
    Ok(Some(value))
}

fn bound(vm: &mut Vm, this: Value) -> Res {
    Ok(evaluated(vm, this, |p| &mut p.bound)?.unwrap_or(Value::None))
}

fn constraints(vm: &mut Vm, this: Value) -> Res {
    Ok(evaluated(vm, this, |p| &mut p.constraints)?.unwrap_or_else(|| vm.heap.new_tuple([])))
}

fn default(vm: &mut Vm, this: Value) -> Res {
    match evaluated(vm, this, |p| &mut p.default)? {
        Some(v) => Ok(v),
        None => Ok(super::no_default::value(vm)),
    }
}

fn has_default(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let Lazy { value, evaluate } = state(vm, this)?.default;
    let absent = value.is_undef() && evaluate.is_undef();
    Ok(Value::Bool(!absent && !super::no_default::is(vm, value)))
}

fn new_type_var(vm: &mut Vm, args: Args) -> Res {
    let [_, name, constraints, bound, default, covariant, contravariant, inferred] = args.take(vm);
    let variance = variance(vm, [covariant, contravariant, inferred])?;
    check_name(vm, name, "typevar")?;
    let bound = checked_bound(vm, bound)?;
    let count = match constraints {
        Value::Tuple(k) => vm.heap.tuples[k].len(),
        _ => 0,
    };
    if count == 1 {
        return Err(vm.type_error("A single constraint is not allowed"));
    }
    if count > 0 && !bound.is_undef() {
        return Err(vm.type_error("Constraints cannot be combined with bound=..."));
    }
    let what = if count > 0 { TypeParameter::Constrained } else { TypeParameter::TypeVar };
    let constraints = if count > 0 { constraints } else { Value::Undef };
    new_parameter(vm, what, name, [bound, constraints, default], variance)
}

fn new_type_var_tuple(vm: &mut Vm, args: Args) -> Res {
    let [_, name, default] = args.take(vm);
    check_name(vm, name, "typevartuple")?;
    new_parameter(vm, TypeParameter::TypeVarTuple, name, [Value::Undef, Value::Undef, default], Variance::default())
}

fn new_param_spec(vm: &mut Vm, args: Args) -> Res {
    let [_, name, bound, default, covariant, contravariant, inferred] = args.take(vm);
    check_name(vm, name, "paramspec")?;
    let variance = variance(vm, [covariant, contravariant, inferred])?;
    let bound = checked_bound(vm, bound)?;
    new_parameter(vm, TypeParameter::ParamSpec, name, [bound, Value::Undef, default], variance)
}

fn check_name(vm: &mut Vm, name: Value, class: &str) -> Res<()> {
    if let Value::Str(_) = vm.payload(name) {
        return Ok(());
    }
    let t = vm.type_name(name);
    Err(vm.type_error(format!("{class}() argument 'name' must be str, not {t}")))
}

fn checked_bound(vm: &mut Vm, bound: Value) -> Res {
    if bound.or_none().is_none() {
        return Ok(Value::Undef);
    }
    let message = vm.heap.new_str("Bound must be a type.");
    call_typing(vm, "_type_check", &[bound, message])
}

fn variance(vm: &mut Vm, given: [Value; 3]) -> Res<Variance> {
    let mut flags = [false; 3];
    for (flag, v) in flags.iter_mut().zip(given) {
        *flag = !v.is_undef() && vm.truth(v)?;
    }
    let [covariant, contravariant, inferred] = flags;
    if covariant && contravariant {
        return Err(vm.value_error("Bivariant types are not supported."));
    }
    if inferred && (covariant || contravariant) {
        return Err(vm.value_error("Variance cannot be specified with infer_variance."));
    }
    Ok(Variance { covariant, contravariant, inferred })
}

/// A parameter made by a call, which belongs to the module of the caller. The values are its bound, its
/// constraints and its default.
fn new_parameter(vm: &mut Vm, what: TypeParameter, name: Value, values: [Value; 3], variance: Variance) -> Res {
    let [bound, constraints, default] = values.map(|value| Lazy { value, evaluate: Value::Undef });
    let made = new_instance(vm, Parameter { what, name, bound, constraints, default, variance });
    if let Some(module) = vm.caller_module() {
        let name = vm.heap.names.__module__;
        vm.default_setattr(made, name, module)?;
    }
    Ok(made)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let state = state(vm, this)?;
    let name = vm.str_text(state.name)?;
    let Variance { covariant, contravariant, inferred } = state.variance;
    let sign = match (covariant, contravariant) {
        _ if inferred || state.what == TypeParameter::TypeVarTuple => "",
        (true, _) => "+",
        (_, true) => "-",
        _ => "~",
    };
    Ok(vm.heap.new_str(format!("{sign}{name}")))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    Ok(state(vm, this)?.name)
}

fn or(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    call_typing(vm, "_make_union", &[this, other])
}

fn ror(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    call_typing(vm, "_make_union", &[other, this])
}

fn subst(vm: &mut Vm, args: Args) -> Res {
    let [this, arg] = args.take(vm);
    match state(vm, this)?.what {
        TypeParameter::TypeVarTuple => Err(vm.type_error("Substitution of bare TypeVarTuple is not supported")),
        TypeParameter::ParamSpec => call_typing(vm, "_paramspec_subst", &[this, arg]),
        _ => call_typing(vm, "_typevar_subst", &[this, arg]),
    }
}

fn prepare_subst(vm: &mut Vm, args: Args) -> Res {
    let [this, alias, args] = args.take(vm);
    let function = match state(vm, this)?.what {
        TypeParameter::TypeVarTuple => "_typevartuple_prepare_subst",
        TypeParameter::ParamSpec => "_paramspec_prepare_subst",
        _ => "_typevar_prepare_subst",
    };
    call_typing(vm, function, &[this, alias, args])
}

fn mro_entries(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let class = vm.class_of(this);
    let name = vm.heap.class_name(class);
    Err(vm.type_error(format!("Cannot subclass an instance of {name}")))
}

/// `*Ts`: the one value `Unpack[Ts]`.
fn iter(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let unpacked = call_typing(vm, "_unpack", &[this])?;
    let tuple = vm.heap.new_tuple([unpacked]);
    vm.iter(tuple)
}

impl Vm {
    /// `__name__` of the module whose code runs: natives belong to no module of their own.
    pub fn caller_module(&self) -> Option<Value> {
        let frame = self.frames.last()?;
        self.heap.ns_get(frame.globals, self.heap.names.__name__)
    }
}
