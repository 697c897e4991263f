//! Core classes whose own files are still to come. Replace the row in `types/mod.rs`, then delete the entry here.

use crate::vm::native::TypeSpec;

/// `str`
pub static STR: TypeSpec = TypeSpec { name: "str", subclassable: true, ..TypeSpec::BASE };
/// `bytes`
pub static BYTES: TypeSpec = TypeSpec { name: "bytes", subclassable: true, ..TypeSpec::BASE };
/// `bytearray`
pub static BYTEARRAY: TypeSpec = TypeSpec { name: "bytearray", subclassable: true, ..TypeSpec::BASE };
/// `list`
pub static LIST: TypeSpec = TypeSpec { name: "list", subclassable: true, ..TypeSpec::BASE };
/// `tuple`
pub static TUPLE: TypeSpec = TypeSpec { name: "tuple", subclassable: true, ..TypeSpec::BASE };
/// `dict`
pub static DICT: TypeSpec = TypeSpec { name: "dict", subclassable: true, ..TypeSpec::BASE };
/// `set`
pub static SET: TypeSpec = TypeSpec { name: "set", subclassable: true, ..TypeSpec::BASE };
/// `frozenset`
pub static FROZENSET: TypeSpec = TypeSpec { name: "frozenset", subclassable: true, ..TypeSpec::BASE };
/// `slice`
pub static SLICE: TypeSpec = TypeSpec { name: "slice", subclassable: true, ..TypeSpec::BASE };
/// `ReferenceType`
pub static WEAKREF: TypeSpec = TypeSpec { name: "ReferenceType", subclassable: true, ..TypeSpec::BASE };
/// `list_iterator`
pub static LIST_ITERATOR: TypeSpec = TypeSpec { name: "list_iterator", subclassable: true, ..TypeSpec::BASE };
/// `tuple_iterator`
pub static TUPLE_ITERATOR: TypeSpec = TypeSpec { name: "tuple_iterator", subclassable: true, ..TypeSpec::BASE };
/// `dict_keyiterator`
pub static DICT_KEYITERATOR: TypeSpec = TypeSpec { name: "dict_keyiterator", subclassable: true, ..TypeSpec::BASE };
/// `dict_valueiterator`
pub static DICT_VALUEITERATOR: TypeSpec = TypeSpec { name: "dict_valueiterator", subclassable: true, ..TypeSpec::BASE };
/// `dict_itemiterator`
pub static DICT_ITEMITERATOR: TypeSpec = TypeSpec { name: "dict_itemiterator", subclassable: true, ..TypeSpec::BASE };
/// `mappingproxy`
pub static MAPPING_PROXY: TypeSpec = TypeSpec { name: "mappingproxy", subclassable: true, ..TypeSpec::BASE };
