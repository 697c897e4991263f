//! Source files as the interpreter reads them: decoded, with what is wrong raised as `SyntaxError`.

use crate::builtins::compile::raise_syntax_error;
use crate::syntax::{decode_file, decode_source};
use crate::vm::{Res, Vm};

/// Decodes the bytes of the module file named `filename`. Raises `SyntaxError` for what is not its encoding.
pub fn decode(vm: &mut Vm, bytes: &[u8], filename: &str) -> Res<String> {
    decode_source(bytes).map_err(|e| raise_syntax_error(vm, e, filename))
}

/// Decodes the bytes of a script that is to be run. Raises `SyntaxError`, worded as CPython does for scripts.
pub fn decode_script(vm: &mut Vm, bytes: &[u8], path: &str) -> Res<String> {
    decode_file(bytes, path).map_err(|e| raise_syntax_error(vm, e, path))
}
