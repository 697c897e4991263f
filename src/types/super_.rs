//! `super` as a class.

use crate::code::unit::Place;
use crate::object::super_::Super;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `super`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "super",
    subclassable: true,
    doc: "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n",
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: &[
        NativeSpec::new(
            "__init__",
            "($self, /, *args, **kwargs)",
            init,
            "Initialize self.  See help(type(self)) for accurate signature.",
        ),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__getattribute__", "($self, name, /)", getattribute, "Return getattr(self, name)."),
        NativeSpec::new(
            "__get__",
            "($self, instance, owner=None, /)",
            get,
            "Return an attribute of instance, which is of type owner.",
        ),
    ],
    getsets: &[
        GetSetSpec {
            name: "__thisclass__",
            get: |vm, s| Ok(parts(vm, s).map_or(Value::None, |p| Value::Class(p.0))),
            set: None,
            doc: "the class invoking super()",
        },
        GetSetSpec {
            name: "__self__",
            get: |vm, s| Ok(parts(vm, s).map_or(Value::None, |p| p.1.or_none())),
            set: None,
            doc: "the instance invoking super(); may be None",
        },
        GetSetSpec {
            name: "__self_class__",
            get: |vm, s| {
                Ok(parts(vm, s).map_or(Value::None, |p| if p.1.is_undef() { Value::None } else { Value::Class(p.2) }))
            },
            set: None,
            doc: "the type of the instance invoking super(); may be None",
        },
    ],
    ..TypeSpec::BASE
};

fn parts(vm: &Vm, v: Value) -> Option<(ClassKey, Value, ClassKey)> {
    match vm.payload(v) {
        Value::Object(k) => vm.heap.object::<Super>(k).map(|s| (s.this_class, s.receiver, s.receiver_class)),
        _ => None,
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let cls = args.get(vm, 0);
    let class = vm.check_new(cls, vm.heap.types.super_)?;
    let Value::Tuple(t) = args.get(vm, 1) else { return Ok(Value::None) };
    let rest = vm.heap.tuples[t].to_vec();
    let (this_class, receiver) = match rest[..] {
        [] => implicit(vm)?,
        [c] => (c, Value::Undef),
        [c, o] => (c, if o.is_none() { Value::Undef } else { o }),
        _ => return Err(vm.type_error(format!("super expected at most 2 arguments, got {}", rest.len()))),
    };
    let Value::Class(c) = this_class else {
        let t = vm.type_name(this_class);
        return Err(vm.type_error(format!("super() argument 1 must be a type, not {t}")));
    };
    if receiver.is_undef() {
        let made = vm.new_super(c, Value::Undef, c);
        return Ok(vm.wrap_new(class, made));
    }
    let receiver_class = vm.super_check(c, receiver)?;
    let made = vm.new_super(c, receiver, receiver_class);
    Ok(vm.wrap_new(class, made))
}

/// The class and instance `super()` means in the function that called it.
fn implicit(vm: &mut Vm) -> Res<(Value, Value)> {
    let Some(&frame) = vm.frames.last() else { return Err(vm.runtime_error("super(): no current frame")) };
    let code = &vm.codes[frame.code];
    if code.parameters() == 0 {
        return Err(vm.runtime_error("super(): no arguments"));
    }
    let (base, first) = (frame.base as usize, code.locals.first().map(|l| l.place));
    let receiver = match first {
        Some(Place::Register(r)) => vm.stack[base + usize::from(r)],
        Some(Place::Cell(r)) => match vm.stack[base + usize::from(r)] {
            Value::Cell(c) => vm.heap.cells[c],
            other => other,
        },
        Some(Place::Free(_) | Place::Spill(..)) | None => Value::Undef,
    };
    if receiver.is_undef() {
        return Err(vm.runtime_error("super(): arg[0] deleted"));
    }
    let Some(cell) = code.class_cell else { return Err(vm.runtime_error("super(): __class__ cell not found")) };
    match vm.stack[base + usize::from(cell)] {
        Value::Cell(c) => match vm.heap.cells[c] {
            Value::Undef => Err(vm.runtime_error("super(): empty __class__ cell")),
            class => Ok((class, receiver)),
        },
        _ => Err(vm.runtime_error("super(): __class__ cell not found")),
    }
}

fn init(_: &mut Vm, _: Args) -> Res {
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let Some((c, o, oc)) = parts(vm, this) else { return Ok(Value::None) };
    let c = vm.heap.class_name(c);
    let text = if o.is_undef() {
        format!("<super: <class '{c}'>, NULL>")
    } else {
        format!("<super: <class '{c}'>, <{} object>>", vm.heap.class_name(oc))
    };
    Ok(vm.heap.new_str(text))
}

fn getattribute(vm: &mut Vm, args: Args) -> Res {
    let [this, name] = args.take(vm);
    let name = super::object::attribute_name(vm, name)?;
    let found = match vm.payload(this) {
        Value::Object(k) => vm.super_getattr(this, k, name)?,
        _ => None,
    };
    match found {
        Some(v) => Ok(v),
        None => Err(vm.no_attribute(this, name)),
    }
}

fn get(vm: &mut Vm, args: Args) -> Res {
    let [this, instance, _] = args.take(vm);
    let Some((c, o, _)) = parts(vm, this) else { return Ok(this) };
    if instance.is_none() || !o.is_undef() {
        return Ok(this);
    }
    let receiver_class = vm.super_check(c, instance)?;
    Ok(vm.new_super(c, instance, receiver_class))
}
