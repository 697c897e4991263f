//! Core classes whose own files are still to come. Replace the row in `types/mod.rs`, then delete the entry here.

use crate::vm::native::TypeSpec;

/// `bytes`
pub static BYTES: TypeSpec = TypeSpec { name: "bytes", subclassable: true, ..TypeSpec::BASE };
/// `bytearray`
pub static BYTEARRAY: TypeSpec = TypeSpec { name: "bytearray", subclassable: true, ..TypeSpec::BASE };
