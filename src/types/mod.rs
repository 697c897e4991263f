//! The built-in types, one a file. The core ones are made at start from the table here.

pub mod async_generator;
pub mod bool;
pub mod buffer;
pub mod bytes;
pub mod class;
pub mod code;
pub mod code_replace;
pub mod codec;
pub mod complex;
pub mod constructor_args;
pub mod container_repr;
pub mod coroutine;
pub mod descriptor;
pub mod dict;
pub mod exception;
pub mod file;
pub mod float;
pub mod format;
pub mod frame;
pub mod function;
pub mod generator;
pub mod generic_alias;
pub mod generic_subst;
pub mod int;
pub mod iterators;
pub mod list;
pub mod mapping_proxy;
pub mod memoryview;
pub mod no_default;
pub mod object;
pub mod param_spec;
pub mod percent;
pub mod range;
pub mod scalar;
pub mod set;
pub mod singletons;
pub mod slice;
pub mod str;
pub mod super_;
pub mod traceback;
pub mod traceback_text;
pub mod tuple;
pub mod type_alias;
pub mod type_param;
pub mod union;
pub mod weakref;

use crate::heap::types::Types;
use crate::value::ClassKey;
use crate::vm::native::TypeSpec;

/// Where the key of a core class is kept.
pub type Field = fn(&mut Types) -> &mut ClassKey;

/// The core classes but `object` and `type`, in the order in which they are made.
pub static CORE: &[(Field, &TypeSpec)] = &[
    (|t| &mut t.int, &int::SPEC),
    (|t| &mut t.bool, &bool::SPEC),
    (|t| &mut t.float, &float::SPEC),
    (|t| &mut t.complex, &complex::SPEC),
    (|t| &mut t.str, &str::SPEC),
    (|t| &mut t.bytes, &bytes::SPEC),
    (|t| &mut t.bytearray, &bytes::bytearray::SPEC),
    (|t| &mut t.list, &list::SPEC),
    (|t| &mut t.tuple, &tuple::SPEC),
    (|t| &mut t.dict, &dict::SPEC),
    (|t| &mut t.set, &set::SPEC),
    (|t| &mut t.frozenset, &set::FROZEN),
    (|t| &mut t.range, &range::SPEC),
    (|t| &mut t.slice, &slice::SPEC),
    (|t| &mut t.function, &function::FUNCTION),
    (|t| &mut t.builtin_function, &function::BUILTIN_FUNCTION),
    (|t| &mut t.method, &function::METHOD),
    (|t| &mut t.method_descriptor, &function::METHOD_DESCRIPTOR),
    (|t| &mut t.wrapper_descriptor, &function::WRAPPER_DESCRIPTOR),
    (|t| &mut t.method_wrapper, &function::METHOD_WRAPPER),
    (|t| &mut t.classmethod_descriptor, &function::CLASSMETHOD_DESCRIPTOR),
    (|t| &mut t.getset_descriptor, &descriptor::GETSET),
    (|t| &mut t.member_descriptor, &descriptor::MEMBER),
    (|t| &mut t.property, &descriptor::PROPERTY),
    (|t| &mut t.classmethod, &descriptor::CLASSMETHOD),
    (|t| &mut t.staticmethod, &descriptor::STATICMETHOD),
    (|t| &mut t.super_, &super_::SPEC),
    (|t| &mut t.module, &singletons::MODULE),
    (|t| &mut t.none, &singletons::NONE),
    (|t| &mut t.not_implemented, &singletons::NOT_IMPLEMENTED),
    (|t| &mut t.ellipsis, &singletons::ELLIPSIS),
    (|t| &mut t.cell, &singletons::CELL),
    (|t| &mut t.code, &code::SPEC),
    (|t| &mut t.generator, &generator::SPEC),
    (|t| &mut t.coroutine, &coroutine::SPEC),
    (|t| &mut t.async_generator, &async_generator::SPEC),
    (|t| &mut t.weakref, &weakref::REF),
    (|t| &mut t.list_iterator, &iterators::indexed::LIST),
    (|t| &mut t.tuple_iterator, &iterators::indexed::TUPLE),
    (|t| &mut t.range_iterator, &range::ITERATOR),
    (|t| &mut t.dict_keyiterator, &dict::iterators::KEYS),
    (|t| &mut t.dict_valueiterator, &dict::iterators::VALUES),
    (|t| &mut t.dict_itemiterator, &dict::iterators::ITEMS),
];

/// The classes of iterators, and others, that `builtins` names.
pub static ITERATOR_CLASSES: &[&TypeSpec] = &[
    &iterators::enumerate::SPEC,
    &iterators::map::FILTER,
    &iterators::map::MAP,
    &iterators::reversed::SPEC,
    &iterators::zip::SPEC,
    &memoryview::SPEC,
];
