//! What each built-in exception class presents to Python.

use super::fields::field;
use super::{base, group, import_error, os_error, syntax_error, unicode_error};
use crate::vm::native::TypeSpec;

/// A class that adds nothing to its base.
const fn plain(name: &'static str, doc: &'static str) -> TypeSpec {
    TypeSpec { name, doc, subclassable: true, weakref: true, ..TypeSpec::BASE }
}

/// The spec of a built-in exception class.
///
/// # Panics
/// If there is none of that name: the table below lacks an entry of [`EXCEPTIONS`](crate::heap::types::EXCEPTIONS).
pub fn spec(name: &str) -> &'static TypeSpec {
    SPECS.iter().find(|s| s.name == name).expect("every built-in exception has a spec")
}

static SPECS: &[TypeSpec] = &[
    TypeSpec {
        new: Some(base::NEW),
        methods: base::METHODS,
        specials: base::SPECIALS,
        getsets: base::GETSETS,
        ..plain("BaseException", "Common base class for all exceptions")
    },
    plain("Exception", "Common base class for all non-exit exceptions."),
    plain("GeneratorExit", "Request that a generator exit."),
    plain("KeyboardInterrupt", "Program interrupted by user."),
    TypeSpec {
        specials: base::SYSTEM_EXIT_SPECIALS,
        getsets: &[field::<0>("code", "exception code")],
        ..plain("SystemExit", "Request to exit from the interpreter.")
    },
    TypeSpec {
        new: Some(group::NEW),
        methods: group::METHODS,
        specials: group::SPECIALS,
        class_methods: crate::types::generic_alias::CLASS_GETITEM,
        getsets: group::GETSETS,
        ..plain("BaseExceptionGroup", "A combination of multiple unrelated exceptions.")
    },
    plain("ExceptionGroup", ""),
    plain("ArithmeticError", "Base class for arithmetic errors."),
    plain("FloatingPointError", "Floating-point operation failed."),
    plain("OverflowError", "Result too large to be represented."),
    plain("ZeroDivisionError", "Second argument to a division or modulo operation was zero."),
    plain("AssertionError", "Assertion failed."),
    TypeSpec {
        methods: import_error::ATTRIBUTE_METHODS,
        specials: import_error::ATTRIBUTE_SPECIALS,
        getsets: &[field::<0>("name", "attribute name"), field::<1>("obj", "object")],
        ..plain("AttributeError", "Attribute not found.")
    },
    plain("BufferError", "Buffer error."),
    plain("EOFError", "Read beyond end of file."),
    TypeSpec {
        methods: import_error::METHODS,
        specials: import_error::SPECIALS,
        getsets: &[
            field::<0>("msg", "exception message"),
            field::<1>("name", "module name"),
            field::<2>("path", "module path"),
            field::<3>("name_from", "name imported from module"),
        ],
        ..plain("ImportError", "Import can't find module, or can't find name in module.")
    },
    plain("ModuleNotFoundError", "Module not found."),
    plain("LookupError", "Base class for lookup errors."),
    plain("IndexError", "Sequence index out of range."),
    TypeSpec { specials: base::KEY_ERROR_SPECIALS, ..plain("KeyError", "Mapping key not found.") },
    plain("MemoryError", "Out of memory."),
    TypeSpec {
        specials: import_error::NAME_SPECIALS,
        getsets: &[field::<0>("name", "name")],
        ..plain("NameError", "Name not found globally.")
    },
    plain("UnboundLocalError", "Local name referenced but not bound to a value."),
    TypeSpec {
        new: Some(os_error::NEW),
        methods: os_error::METHODS,
        specials: os_error::SPECIALS,
        getsets: os_error::GETSETS,
        ..plain("OSError", "Base class for I/O related errors.")
    },
    plain("BlockingIOError", "I/O operation would block."),
    plain("ChildProcessError", "Child process error."),
    plain("ConnectionError", "Connection error."),
    plain("BrokenPipeError", "Broken pipe."),
    plain("ConnectionAbortedError", "Connection aborted."),
    plain("ConnectionRefusedError", "Connection refused."),
    plain("ConnectionResetError", "Connection reset."),
    plain("FileExistsError", "File already exists."),
    plain("FileNotFoundError", "File not found."),
    plain("InterruptedError", "Interrupted by signal."),
    plain("IsADirectoryError", "Operation doesn't work on directories."),
    plain("NotADirectoryError", "Operation only works on directories."),
    plain("PermissionError", "Not enough permissions."),
    plain("ProcessLookupError", "Process not found."),
    plain("TimeoutError", "Timeout expired."),
    plain("ReferenceError", "Weak ref proxy used after referent went away."),
    plain("RuntimeError", "Unspecified run-time error."),
    plain("NotImplementedError", "Method or function hasn't been implemented yet."),
    plain("RecursionError", "Recursion limit exceeded."),
    plain("PythonFinalizationError", "Operation blocked during Python finalization."),
    plain("StopAsyncIteration", "Signal the end from iterator.__anext__()."),
    TypeSpec {
        specials: base::STOP_ITERATION_SPECIALS,
        getsets: &[field::<0>("value", "generator return value")],
        ..plain("StopIteration", "Signal the end from iterator.__next__().")
    },
    TypeSpec {
        specials: syntax_error::SPECIALS,
        getsets: &[
            field::<0>("msg", "exception msg"),
            field::<1>("filename", "exception filename"),
            field::<2>("lineno", "exception lineno"),
            field::<3>("offset", "exception offset"),
            field::<4>("text", "exception text"),
            field::<5>("end_lineno", "exception end lineno"),
            field::<6>("end_offset", "exception end offset"),
            field::<7>("print_file_and_line", "exception print_file_and_line"),
        ],
        ..plain("SyntaxError", "Invalid syntax.")
    },
    plain("IndentationError", "Improper indentation."),
    plain("_IncompleteInputError", "incomplete input."),
    plain("TabError", "Improper mixture of spaces and tabs."),
    plain(
        "SystemError",
        "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the \
         traceback,\nthe Python version, and the hardware/OS platform and version.",
    ),
    plain("TypeError", "Inappropriate argument type."),
    plain("ValueError", "Inappropriate argument value (of correct type)."),
    plain("UnicodeError", "Unicode related error."),
    TypeSpec {
        specials: unicode_error::DECODE_SPECIALS,
        getsets: unicode_error::GETSETS,
        ..plain("UnicodeDecodeError", "Unicode decoding error.")
    },
    TypeSpec {
        specials: unicode_error::ENCODE_SPECIALS,
        getsets: unicode_error::GETSETS,
        ..plain("UnicodeEncodeError", "Unicode encoding error.")
    },
    TypeSpec {
        specials: unicode_error::TRANSLATE_SPECIALS,
        getsets: unicode_error::TRANSLATE_GETSETS,
        ..plain("UnicodeTranslateError", "Unicode translation error.")
    },
    plain("Warning", "Base class for warning categories."),
    plain(
        "BytesWarning",
        "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or \
         comparing to str.",
    ),
    plain("DeprecationWarning", "Base class for warnings about deprecated features."),
    plain("EncodingWarning", "Base class for warnings about encodings."),
    plain("FutureWarning", "Base class for warnings about constructs that will change semantically\nin the future."),
    plain("ImportWarning", "Base class for warnings about probable mistakes in module imports"),
    plain(
        "PendingDeprecationWarning",
        "Base class for warnings about features which will be deprecated\nin the future.",
    ),
    plain("ResourceWarning", "Base class for warnings about resource usage."),
    plain("RuntimeWarning", "Base class for warnings about dubious runtime behavior."),
    plain("SyntaxWarning", "Base class for warnings about dubious syntax."),
    plain(
        "UnicodeWarning",
        "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.",
    ),
    plain("UserWarning", "Base class for warnings generated by user code."),
];
