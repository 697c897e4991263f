//! `memoryview`: the class. What a view is lies in `view`, items and slices in `items`, `cast` in `cast`.

mod cast;
mod compare;
mod items;
mod view;

pub use view::{View, of_exporter};

use crate::code::op::CompareOp;
use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::heap::types::Exc;
use crate::modules::pickle_buffer;
use crate::types::iterators::{ITER, NEXT};
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};

/// The class.
#[rustfmt::skip] // a table
pub static SPEC: TypeSpec = TypeSpec {
    name: "memoryview",
    collection: crate::heap::kinds::Collection::Sequence,
    doc: "Create a new memoryview object which references the given object.",
    weakref: true,
    new: Some(NativeSpec::new("__new__", "($type, object)", new, "Create and return a new object.  See help(type) for accurate signature.")),
    specials: with_comparisons!(
        compare::compare,
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__hash__", "($self, /)", compare::hash, "Return hash(self)."),
        NativeSpec::new("__len__", "($self, /)", items::len, "Return len(self)."),
        NativeSpec::new("__getitem__", "($self, key, /)", items::getitem, "Return self[key]."),
        NativeSpec::new("__setitem__", "($self, key, value, /)", items::setitem, "Set self[key] to value."),
        NativeSpec::new("__delitem__", "($self, key, /)", |vm, _| Err(vm.type_error("cannot delete memory")), "Delete self[key]."),
        NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self)."),
        NativeSpec::new("__buffer__", "($self, flags, /)", buffer, "Return a buffer object that exposes the underlying memory of the object."),
        NativeSpec::new("__release_buffer__", "($self, buffer, /)", release_buffer, "Release the buffer object that exposes the underlying memory of the object."),
    ),
    methods: &[
        NativeSpec::new("__enter__", "($self, /)", enter, ""),
        NativeSpec::new("__exit__", "($self, /, *exc_info)", release, "Release the underlying buffer exposed by the memoryview object."),
        NativeSpec::new("cast", "($self, /, format, shape=<unrepresentable>)", cast::cast, "Cast a memoryview to a new format or shape."),
        NativeSpec::new("hex", "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", hex, "Return the data in the buffer as a str of hexadecimal numbers.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nExample:\n>>> value = memoryview(b'\\xb9\\x01\\xef')\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'"),
        NativeSpec::new("release", "($self, /)", release, "Release the underlying buffer exposed by the memoryview object."),
        NativeSpec::new("tobytes", "($self, /, order='C')", tobytes, "Return the data in the buffer as a byte string.\n\nOrder can be {'C', 'F', 'A'}. When order is 'C' or 'F', the data of the\noriginal array is converted to C or Fortran order. For contiguous views,\n'A' returns an exact copy of the physical memory. In particular, in-memory\nFortran order is preserved. For non-contiguous views, the data is converted\nto C first. order=None is the same as order='C'."),
        NativeSpec::new("tolist", "($self, /)", items::tolist, "Return the data in the buffer as a list of elements."),
        NativeSpec::new("toreadonly", "($self, /)", toreadonly, "Return a readonly version of the memoryview."),
    ],
    class_methods: &[NativeSpec::new("_from_flags", "($type, /, object, flags)", from_flags, "Create a new memoryview object which references the given object.")],
    getsets: &[
        GetSetSpec { name: "c_contiguous", get: |vm, v| Ok(Value::Bool(get(vm, v)?.is_contiguous())), set: None, doc: "A bool indicating whether the memory is C contiguous." },
        GetSetSpec { name: "contiguous", get: |vm, v| { let view = get(vm, v)?; Ok(Value::Bool(view.is_contiguous() || view.is_fortran_contiguous())) }, set: None, doc: "A bool indicating whether the memory is contiguous." },
        GetSetSpec { name: "f_contiguous", get: |vm, v| Ok(Value::Bool(get(vm, v)?.is_fortran_contiguous())), set: None, doc: "A bool indicating whether the memory is Fortran contiguous." },
        GetSetSpec { name: "format", get: |vm, v| { let format = get(vm, v)?.format; Ok(vm.heap.new_str(format)) }, set: None, doc: "A string containing the format (in struct module style)\n for each element in the view." },
        GetSetSpec { name: "itemsize", get: |vm, v| Ok(Value::Int(get(vm, v)?.itemsize as i64)), set: None, doc: "The size in bytes of each element of the memoryview." },
        GetSetSpec { name: "nbytes", get: |vm, v| Ok(Value::Int(get(vm, v)?.nbytes() as i64)), set: None, doc: "The amount of space in bytes that the array would use in\n a contiguous representation." },
        GetSetSpec { name: "ndim", get: |vm, v| Ok(Value::Int(get(vm, v)?.shape.len() as i64)), set: None, doc: "An integer indicating how many dimensions of a multi-dimensional\n array the memory represents." },
        GetSetSpec { name: "obj", get: |vm, v| Ok(get(vm, v)?.source), set: None, doc: "The underlying object of the memoryview." },
        GetSetSpec { name: "readonly", get: |vm, v| Ok(Value::Bool(get(vm, v)?.readonly)), set: None, doc: "A bool indicating whether the memory is read only." },
        GetSetSpec { name: "shape", get: |vm, v| { let view = get(vm, v)?; Ok(int_tuple(vm, view.shape.iter().map(|&n| n as i64))) }, set: None, doc: "A tuple of ndim integers giving the shape of the memory\n as an N-dimensional array." },
        GetSetSpec { name: "strides", get: |vm, v| { let view = get(vm, v)?; Ok(int_tuple(vm, view.strides.iter().copied())) }, set: None, doc: "A tuple of ndim integers giving the size in bytes to access\n each element for each dimension of the array." },
        GetSetSpec { name: "suboffsets", get: |vm, v| { get(vm, v)?; Ok(vm.heap.new_tuple([])) }, set: None, doc: "A tuple of integers used internally for PIL-style arrays." },
    ],
    ..TypeSpec::BASE
};

fn int_tuple(vm: &mut Vm, numbers: impl Iterator<Item = i64>) -> Value {
    let numbers: Vec<Value> = numbers.map(Value::Int).collect();
    vm.heap.new_tuple(numbers)
}

/// "operation forbidden on released memoryview object"
#[cold]
pub fn released_error(vm: &mut Vm) -> Raised {
    vm.value_error("operation forbidden on released memoryview object")
}

/// It is a view that was released.
pub fn is_released(vm: &Vm, v: Value) -> bool {
    matches!(v, Value::Object(k) if vm.heap.object::<View>(k).is_some_and(|view| view.released))
}

/// The state of a view, as it is now.
fn get(vm: &mut Vm, v: Value) -> Res<View> {
    match v {
        Value::Object(k) => match vm.heap.object::<View>(k) {
            Some(view) if !view.released => Ok(view.clone()),
            _ => Err(released_error(vm)),
        },
        _ => Err(released_error(vm)),
    }
}

/// A new view object. What it shows is noted as exported.
pub fn make(vm: &mut Vm, view: View) -> Value {
    if !view.readonly && !vm.heap.exported.iter().any(|v| v.is(view.exporter)) {
        let exporter = view.exporter;
        vm.heap.note_export(exporter);
    }
    let class = vm.class_for(&SPEC);
    vm.heap.new_object(class, view)
}

/// `memoryview(source)`
pub fn of(vm: &mut Vm, source: Value) -> Res {
    match view::of(vm, source)? {
        Some(view) => Ok(make(vm, view)),
        None => {
            let t = vm.type_name(source);
            Err(vm.type_error(format!("memoryview: a bytes-like object is required, not '{t}'")))
        }
    }
}

/// A read-write or read-only view of all the bytes of an object, in whose memory they lie one after the other.
pub fn raw(vm: &mut Vm, source: Value) -> Res {
    let Some(view) = view::of(vm, source)? else {
        return of(vm, source);
    };
    if !view.is_contiguous() && !view.is_fortran_contiguous() {
        return Err(vm.error(Exc::BufferError, "cannot extract raw buffer from non-contiguous buffer"));
    }
    let format = String::from("B");
    let (shape, strides) = (vec![view.nbytes()], vec![1]);
    Ok(make(vm, View { format, itemsize: 1, shape, strides, ..view }))
}

/// Whether the memory of a bytes-like object is contiguous, and whether it is read-only.
pub fn layout(vm: &mut Vm, source: Value) -> (bool, bool) {
    match view::of(vm, source) {
        Ok(Some(view)) => (view.is_contiguous() || view.is_fortran_contiguous(), view.readonly),
        _ => (true, true),
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let source = args.get(vm, 1);
    of(vm, source)
}

fn from_flags(vm: &mut Vm, args: Args) -> Res {
    let [_, source, flags] = args.take(vm);
    vm.index(flags)?;
    of(vm, source)
}

fn buffer(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    of(vm, this)
}

fn release_buffer(vm: &mut Vm, args: Args) -> Res {
    let view = args.get(vm, 1);
    let Value::Object(k) = view else { return Err(vm.type_error("expected a memoryview object")) };
    let Some(view) = vm.heap.object_mut::<View>(k) else {
        return Err(vm.type_error("expected a memoryview object"));
    };
    view.released = true;
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let id = vm.id(this);
    let address = crate::object::identity::hex(vm, id);
    let what = if is_released(vm, this) { "released memory" } else { "memory" };
    Ok(vm.heap.new_str(format!("<{what} at {address}>")))
}

fn enter(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    get(vm, this)?;
    Ok(this)
}

fn release(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    if let Value::Object(k) = this {
        if pickle_buffer::holds(vm, this) {
            vm.collect();
            if pickle_buffer::holds(vm, this) {
                return Err(vm.error(Exc::BufferError, "memoryview has 1 exported buffer"));
            }
        }
        if let Some(view) = vm.heap.object_mut::<View>(k) {
            view.released = true;
        }
    }
    Ok(Value::None)
}

fn hex(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let bytes = get(vm, this)?.gathered(vm);
    crate::types::bytes::hex_of(vm, &bytes, args)
}

fn tobytes(vm: &mut Vm, args: Args) -> Res {
    let [this, order] = args.take(vm);
    let view = get(vm, this)?;
    let fortran = match order.or_none() {
        Value::None => false,
        order => {
            let Value::Str(k) = vm.payload(order) else {
                let t = vm.type_name(order);
                return Err(vm.type_error(format!("tobytes() argument 'order' must be str or None, not {t}")));
            };
            match vm.heap.strs[k].as_str() {
                Some("C") => false,
                Some("F") => true,
                Some("A") => view.is_fortran_contiguous() && !view.is_contiguous(),
                _ => return Err(vm.value_error("order must be 'C', 'F' or 'A'")),
            }
        }
    };
    vm.reserve(view.nbytes())?;
    let bytes = if fortran { view.gathered_fortran(vm) } else { view.gathered(vm) };
    Ok(vm.heap.new_own_bytes(bytes))
}

fn toreadonly(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    readonly(vm, this)
}

/// A read-only view of the same items.
pub fn readonly(vm: &mut Vm, view: Value) -> Res {
    let view = get(vm, view)?;
    Ok(make(vm, View { readonly: true, ..view }))
}

/// The class of iterators over views.
static ITERATOR: TypeSpec =
    TypeSpec { name: "memory_iterator", no_new: true, specials: &[ITER, NEXT], ..TypeSpec::BASE };

struct ViewIterator {
    class: ClassKey,
    view: Value,
    next: usize,
}

impl NativeIter for ViewIterator {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.view);
    }
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let view = get(vm, this)?;
    if view.shape.is_empty() {
        return Err(vm.type_error("invalid indexing of 0-dim memory"));
    }
    if view.shape.len() > 1 {
        return Err(vm.error(Exc::NotImplementedError, "multi-dimensional sub-views are not implemented"));
    }
    view.scalar(vm)?;
    let class = vm.class_for(&ITERATOR);
    Ok(vm.heap.new_native_iter(ViewIterator { class, view: this, next: 0 }))
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(it) = vm.heap.native_iter::<ViewIterator>(k) else { return Ok(None) };
    let (this, i) = (it.view, it.next);
    if this.is_undef() {
        return Ok(None);
    }
    let Value::Object(view) = this else { return Ok(None) };
    let Some(view) = vm.heap.object::<View>(view).filter(|v| !v.released) else { return Err(released_error(vm)) };
    let item = if i < view.shape[0] { Some(view.place(i)) } else { None };
    let (scalar, exporter) = (view.known_scalar(), view.exporter);
    let Some(it) = vm.heap.native_iter_mut::<ViewIterator>(k) else { return Ok(None) };
    match item {
        None => {
            it.view = Value::Undef;
            Ok(None)
        }
        Some(place) => {
            it.next += 1;
            Ok(scalar.map(|scalar| items::read(vm, exporter, place, scalar)))
        }
    }
}
