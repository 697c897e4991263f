//! `P.args` and `P.kwargs` of a parameter specification.

use crate::code::op::CompareOp;
use crate::heap::kinds::Object;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Res, Vm};

macro_rules! class {
    ($name:literal, $doc:literal, $new:expr) => {
        TypeSpec {
            name: $name,
            module: "typing",
            doc: $doc,
            weakref: true,
            new: Some(NativeSpec::new(
                "__new__",
                "($type, origin)",
                $new,
                "Create and return a new object.  See help(type) for accurate signature.",
            )),
            methods: &[NativeSpec::new("__mro_entries__", "($self, object, /)", mro_entries, "")],
            specials: with_comparisons!(
                compare,
                NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
            ),
            getsets: &[GetSetSpec { name: "__origin__", get: origin, set: Some(read_only), doc: "" }],
            unhashable: true,
            ..TypeSpec::BASE
        }
    };
}

/// The class `typing.ParamSpecArgs`.
pub static ARGS: TypeSpec =
    class!("ParamSpecArgs", "The args for a ParamSpec object: stands for *args.", |vm, args| {
        let [_, origin] = args.take(vm);
        Ok(make(vm, &ARGS, origin))
    });

/// The class `typing.ParamSpecKwargs`.
pub static KWARGS: TypeSpec =
    class!("ParamSpecKwargs", "The kwargs for a ParamSpec object: stands for **kwargs.", |vm, args| {
        let [_, origin] = args.take(vm);
        Ok(make(vm, &KWARGS, origin))
    });

/// The parameter specification it is a part of.
struct Part(Value);

impl Object for Part {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.0);
    }
}

/// A part of a parameter specification.
pub fn make(vm: &mut Vm, spec: &'static TypeSpec, origin: Value) -> Value {
    let class = vm.class_for(spec);
    vm.heap.new_object(class, Part(origin))
}

fn origin(vm: &mut Vm, this: Value) -> Res {
    match this {
        Value::Object(k) if let Some(part) = vm.heap.object::<Part>(k) => Ok(part.0),
        _ => Err(vm.type_error("descriptor requires a 'typing.ParamSpecArgs' object")),
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let origin = origin(vm, this)?;
    let kwargs = vm.class_of(this) == vm.class_for(&KWARGS);
    let name = vm.heap.names.__name__;
    let shown = match vm.getattr_opt(origin, name)? {
        Some(name) if super::type_param::is_param_spec(vm, origin) => vm.str_text(name)?,
        _ => vm.repr_text(origin)?,
    };
    Ok(vm.heap.new_str(format!("{shown}.{}", if kwargs { "kwargs" } else { "args" })))
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    if vm.class_of(this) != vm.class_of(other) || !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (origin(vm, this)?, origin(vm, other)?);
    let equal = vm.eq(a, b)?;
    Ok(Value::Bool(equal == (op == CompareOp::Eq)))
}

fn mro_entries(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let class = vm.class_of(this);
    let name = vm.heap.class_name(class);
    Err(vm.type_error(format!("Cannot subclass an instance of {name}")))
}
