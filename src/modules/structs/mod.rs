//! The module `struct`: Python values as the bytes of C structs.

mod class;
mod format;
mod pack;

use crate::heap::types::Exc;
use crate::types::{buffer, exception};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};
use compact_str::CompactString;
use format::Layout;

const DOC: &str = "Functions to convert between Python values and C structs.\nPython bytes objects are used to hold the data representing the C struct\nand also as format strings (explained below) to describe the layout of data\nin the C struct.\n\nThe optional first format char indicates byte order, size and alignment:\n  @: native order, size & alignment (default)\n  =: native order, std. size & alignment\n  <: little-endian, std. size & alignment\n  >: big-endian, std. size & alignment\n  !: same as >\n\nThe remaining chars indicate types of args and must match exactly;\nthese can be preceded by a decimal repeat count:\n  x: pad byte (no data); c:char; b:signed byte; B:unsigned byte;\n  ?: _Bool (requires C99; if not available, char is used instead)\n  h:short; H:unsigned short; i:int; I:unsigned int;\n  l:long; L:unsigned long; f:float; d:double; e:half-float.\nSpecial cases (preceding decimal count indicates length):\n  s:string (array of char); p: pascal string (with count byte).\nSpecial cases (only available in native format):\n  n:ssize_t; N:size_t;\n  P:an integer type that is wide enough to hold a pointer.\nSpecial case (not in native mode unless 'long long' in platform C):\n  q:long long; Q:unsigned long long\nWhitespace between formats is ignored.\n\nThe variable struct.error is an exception raised on errors.\n";

/// `_struct`, which the class names as its module.
pub static CORE: ModuleSpec =
    ModuleSpec { name: "_struct", doc: DOC, functions: FUNCTIONS, classes: &[&class::SPEC], init: Some(init) };

/// The module: the same names.
pub static MODULE: ModuleSpec =
    ModuleSpec { name: "struct", doc: DOC, functions: &[], classes: &[&class::SPEC], init: Some(init_public) };

#[rustfmt::skip] // a table
static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("_clearcache", "()", |_, _| Ok(Value::None), "Clear the internal cache."),
    NativeSpec::new("calcsize", "(format, /)", calcsize, "Return size in bytes of the struct described by the format string."),
    NativeSpec::new("iter_unpack", "(format, buffer, /)", iter_unpack, "Return an iterator yielding tuples unpacked from the given bytes.\n\nThe bytes are unpacked according to the format string, like\na repeated invocation of unpack_from().\n\nRequires that the bytes length be a multiple of the format struct size."),
    NativeSpec::new("pack", "(*args)", pack, "pack(format, v1, v2, ...) -> bytes\n\nReturn a bytes object containing the values v1, v2, ... packed according\nto the format string.  See help(struct) for more on format strings."),
    NativeSpec::new("pack_into", "(*args)", pack_into, "pack_into(format, buffer, offset, v1, v2, ...)\n\nPack the values v1, v2, ... according to the format string and write\nthe packed bytes into the writable buffer buf starting at offset.  Note\nthat the offset is a required argument.  See help(struct) for more\non format strings."),
    NativeSpec::new("unpack", "(format, buffer, /)", unpack, "Return a tuple containing values unpacked according to the format string.\n\nThe buffer's size in bytes must be calcsize(format).\n\nSee help(struct) for more on format strings."),
    NativeSpec::new("unpack_from", "(format, /, buffer, offset=0)", unpack_from, "Return a tuple containing values unpacked according to the format string.\n\nThe buffer's size, minus offset, must be at least calcsize(format).\n\nSee help(struct) for more on format strings."),
];

/// Stands for the exception in the table of native classes.
static ERROR: TypeSpec = TypeSpec { name: "error", module: "struct", ..TypeSpec::BASE };

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let error = error_class(vm);
    vm.heap.ns_set_text(ns, "error", Value::Class(error));
    Ok(())
}

fn init_public(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let core = vm.heap.interned_str("_struct");
    vm.add_functions(ns, core, FUNCTIONS);
    init(vm, ns)?;
    let public = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"];
    let all = public.map(|name| vm.heap.interned_str(name));
    let all = vm.heap.new_list(all.to_vec());
    vm.heap.ns_set_text(ns, "__all__", all);
    Ok(())
}

fn error_class(vm: &mut Vm) -> ClassKey {
    let base = vm.heap.types.exception(Exc::Exception);
    exception::made_class(vm, &ERROR, base)
}

/// `struct.error`
#[cold]
fn error(vm: &mut Vm, message: impl Into<CompactString>) -> Raised {
    let class = error_class(vm);
    let text = vm.heap.new_str(message);
    let e = vm.new_exception(class, &[text]);
    vm.raise(e)
}

fn calcsize(vm: &mut Vm, args: Args) -> Res {
    let format = args.get(vm, 0);
    let layout = Layout::of(vm, format)?;
    Ok(Value::Int(layout.size as i64))
}

/// The arguments of a function `(*args)`, of which the first is the format.
fn with_format(vm: &mut Vm, args: Args) -> Res<(Layout, Vec<Value>)> {
    let mut values = crate::types::constructor_args::positional(vm, args.get(vm, 0));
    if values.is_empty() {
        return Err(vm.type_error("missing format argument"));
    }
    let format = values.remove(0);
    Ok((Layout::of(vm, format)?, values))
}

fn pack(vm: &mut Vm, args: Args) -> Res {
    let (layout, values) = with_format(vm, args)?;
    pack::to_bytes(vm, &layout, &values)
}

fn pack_into(vm: &mut Vm, args: Args) -> Res {
    let (layout, values) = with_format(vm, args)?;
    pack::into(vm, &layout, &values)
}

fn unpack(vm: &mut Vm, args: Args) -> Res {
    let [format, source] = args.take(vm);
    let layout = Layout::of(vm, format)?;
    unpack_all(vm, &layout, source)
}

/// The values in a buffer of just the right size.
fn unpack_all(vm: &mut Vm, layout: &Layout, source: Value) -> Res {
    let bytes = buffer::argument(vm, source)?;
    if bytes.len() != layout.size {
        let size = layout.size;
        return Err(error(vm, format!("unpack requires a buffer of {size} bytes")));
    }
    Ok(layout.read(vm, &bytes))
}

fn unpack_from(vm: &mut Vm, args: Args) -> Res {
    let [format, source, offset] = args.take(vm);
    let layout = Layout::of(vm, format)?;
    unpack_at(vm, &layout, source, offset)
}

/// The values at an offset of a buffer.
fn unpack_at(vm: &mut Vm, layout: &Layout, source: Value, offset: Value) -> Res {
    let bytes = buffer::argument(vm, source)?;
    let offset = offset.bound().map_or(Ok(0), |v| vm.index_i64(v))?;
    let start = start_in(vm, bytes.len(), layout, offset, ["not enough data to unpack", "unpack_from", "unpacking"])?;
    Ok(layout.read(vm, &bytes[start..start + layout.size]))
}

/// Where in a buffer of `len` bytes a layout begins that is to lie at an offset, which counts from the end if it is
/// negative. The words say, for errors, what can't be done, in which function, and what that does.
fn start_in(vm: &mut Vm, len: usize, layout: &Layout, offset: i64, words: [&str; 3]) -> Res<usize> {
    let [refused, function, doing] = words;
    let (len, size) = (len as i64, layout.size as i64);
    if offset < 0 && offset + size > 0 {
        return Err(error(vm, format!("{refused} {size} bytes at offset {offset}")));
    }
    if offset < 0 && offset + len < 0 {
        return Err(error(vm, format!("offset {offset} out of range for {len}-byte buffer")));
    }
    let start = if offset < 0 { offset + len } else { offset };
    if len - start < size {
        let wanted = start as u64 + size as u64;
        let message = format!(
            "{function} requires a buffer of at least {wanted} bytes for {doing} {size} bytes at offset {start} \
             (actual buffer size is {len})"
        );
        return Err(error(vm, message));
    }
    Ok(start as usize)
}

fn iter_unpack(vm: &mut Vm, args: Args) -> Res {
    let [format, source] = args.take(vm);
    let layout = Layout::of(vm, format)?;
    class::iterate(vm, layout, source)
}
