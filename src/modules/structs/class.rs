//! `Struct`, a format that was read once, and the iterator of `iter_unpack`.

use super::format::{self, Layout};
use super::{error, pack, unpack_all, unpack_at};
use crate::heap::Heap;
use crate::heap::kinds::{NativeIter, Object};
use crate::types::constructor_args::positional;
use crate::types::iterators::{ITER, NEXT};
use crate::types::{buffer, memoryview};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `Struct`.
#[rustfmt::skip] // a table
pub static SPEC: TypeSpec = TypeSpec {
    name: "Struct",
    module: "_struct",
    doc: "Struct(fmt) --> compiled struct object\n\n",
    subclassable: true,
    weakref: true,
    new: Some(NativeSpec::new("__new__", "($type, *args, **kwargs)", new, "Create and return a new object.  See help(type) for accurate signature.")),
    specials: &[
        NativeSpec::new("__init__", "($self, /, format)", init, "Initialize self.  See help(type(self)) for accurate signature."),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    ],
    methods: &[
        NativeSpec::new("iter_unpack", "($self, buffer, /)", iter_unpack, "Return an iterator yielding tuples.\n\nTuples are unpacked from the given bytes source, like a repeated\ninvocation of unpack_from().\n\nRequires that the bytes length be a multiple of the struct size."),
        NativeSpec::new("pack", "($self, /, *values)", pack_method, "S.pack(v1, v2, ...) -> bytes\n\nReturn a bytes object containing values v1, v2, ... packed according\nto the format string S.format.  See help(struct) for more on format\nstrings."),
        NativeSpec::new("pack_into", "($self, /, *values)", pack_into, "S.pack_into(buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string S.format\nand write the packed bytes into the writable buffer buf starting at\noffset.  Note that the offset is a required argument.  See\nhelp(struct) for more on format strings."),
        NativeSpec::new("unpack", "($self, buffer, /)", unpack, "Return a tuple containing unpacked values.\n\nUnpack according to the format string Struct.format. The buffer's size\nin bytes must be Struct.size.\n\nSee help(struct) for more on format strings."),
        NativeSpec::new("unpack_from", "($self, /, buffer, offset=0)", unpack_from, "Return a tuple containing unpacked values.\n\nValues are unpacked according to the format string Struct.format.\n\nThe buffer's size in bytes, starting at position offset, must be\nat least Struct.size.\n\nSee help(struct) for more on format strings."),
        NativeSpec::new("__sizeof__", "($self, /)", sizeof, "S.__sizeof__() -> size of S in memory, in bytes"),
    ],
    getsets: &[
        GetSetSpec { name: "format", get: get_format, set: None, doc: "struct format string" },
        GetSetSpec { name: "size", get: get_size, set: None, doc: "struct size in bytes" },
    ],
    ..TypeSpec::BASE
};

/// The state: None before `__init__`.
#[derive(Debug, Default)]
struct Struct {
    read: Option<(Layout, String)>,
}

impl Object for Struct {
    fn trace(&self, _: &mut dyn FnMut(Value)) {}
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let cls = args.get(vm, 0);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    let made = vm.heap.new_object(base, Struct::default());
    Ok(vm.wrap_new(class, made))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, format] = args.take(vm);
    let text = format::text(vm, format)?;
    let layout = Layout::parse(&text).map_err(|message| error(vm, message))?;
    if let Value::Object(k) = vm.payload(this)
        && let Some(state) = vm.heap.object_mut::<Struct>(k)
    {
        state.read = Some((layout, text.into_iter().map(char::from).collect()));
    }
    Ok(Value::None)
}

fn state(vm: &mut Vm, this: Value) -> Res<(Layout, String)> {
    let state = match vm.payload(this) {
        Value::Object(k) => vm.heap.object::<Struct>(k).and_then(|s| s.read.clone()),
        _ => None,
    };
    state.ok_or_else(|| vm.runtime_error("Struct object is not initialized"))
}

fn layout(vm: &mut Vm, args: Args) -> Res<Layout> {
    let this = args.get(vm, 0);
    Ok(state(vm, this)?.0)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let format = state(vm, this)?.1;
    let format = vm.heap.new_str(format);
    let (class, format) = (vm.class_of(this), vm.repr_text(format)?);
    let name = vm.heap.class_name(class);
    Ok(vm.heap.new_str(format!("{name}({format})")))
}

fn get_format(vm: &mut Vm, this: Value) -> Res {
    let format = state(vm, this)?.1;
    Ok(vm.heap.new_str(format))
}

fn get_size(vm: &mut Vm, this: Value) -> Res {
    Ok(Value::Int(state(vm, this)?.0.size as i64))
}

/// As CPython counts: a header, and so much for each format character.
fn sizeof(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Int(56 + 32 * (layout(vm, args)?.items.len() as i64 + 1)))
}

fn pack_method(vm: &mut Vm, args: Args) -> Res {
    let layout = layout(vm, args)?;
    let values = positional(vm, args.get(vm, 1));
    pack::to_bytes(vm, &layout, &values)
}

fn pack_into(vm: &mut Vm, args: Args) -> Res {
    let layout = layout(vm, args)?;
    let values = positional(vm, args.get(vm, 1));
    pack::into(vm, &layout, &values)
}

fn unpack(vm: &mut Vm, args: Args) -> Res {
    let layout = layout(vm, args)?;
    let source = args.get(vm, 1);
    unpack_all(vm, &layout, source)
}

fn unpack_from(vm: &mut Vm, args: Args) -> Res {
    let layout = layout(vm, args)?;
    let (source, offset) = (args.get(vm, 1), args.get(vm, 2));
    unpack_at(vm, &layout, source, offset)
}

fn iter_unpack(vm: &mut Vm, args: Args) -> Res {
    let layout = layout(vm, args)?;
    let source = args.get(vm, 1);
    iterate(vm, layout, source)
}

/// The class of the iterator.
static ITERATOR: TypeSpec = TypeSpec {
    name: "unpack_iterator",
    module: "_struct",
    no_new: true,
    methods: &[NativeSpec::new("__length_hint__", "($self, /)", length_hint, "")],
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

struct UnpackIterator {
    class: ClassKey,
    layout: Layout,
    source: Value,
    at: usize,
}

impl NativeIter for UnpackIterator {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.source);
    }
}

/// The iterator over the structs that a buffer holds one after the other.
pub fn iterate(vm: &mut Vm, layout: Layout, source: Value) -> Res {
    if layout.size == 0 {
        return Err(error(vm, "cannot iteratively unpack with a struct of length 0"));
    }
    let len = buffer::argument(vm, source)?.len();
    if len % layout.size != 0 {
        let size = layout.size;
        return Err(error(vm, format!("iterative unpacking requires a buffer of a multiple of {size} bytes")));
    }
    let source = memoryview::of(vm, source)?;
    let class = vm.class_for(&ITERATOR);
    Ok(vm.heap.new_native_iter(UnpackIterator { class, layout, source, at: 0 }))
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(it) = vm.heap.native_iter::<UnpackIterator>(k) else { return Ok(None) };
    let (source, at, layout) = (it.source, it.at, it.layout.clone());
    if source.is_undef() {
        return Ok(None);
    }
    let bytes = buffer::argument(vm, source)?;
    let end = at + layout.size;
    let Some(it) = vm.heap.native_iter_mut::<UnpackIterator>(k) else { return Ok(None) };
    if end > bytes.len() {
        it.source = Value::Undef;
        return Ok(None);
    }
    it.at = end;
    Ok(Some(layout.read(vm, &bytes[at..end])))
}

fn length_hint(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let Value::Iter(k) = vm.payload(this) else { return Ok(Value::Int(0)) };
    let Some(it) = vm.heap.native_iter::<UnpackIterator>(k) else { return Ok(Value::Int(0)) };
    let (source, at, size) = (it.source, it.at, it.layout.size);
    let left = if source.is_undef() { 0 } else { buffer::argument(vm, source)?.len().saturating_sub(at) / size };
    Ok(Value::Int(left as i64))
}
