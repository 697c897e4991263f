//! The built-in classes the interpreter itself needs to name.
//!
//! Others are made on first use from their [`TypeSpec`](crate::vm::native::TypeSpec) by `Vm::class_for`.

use crate::value::ClassKey;

macro_rules! types {
    ($($field:ident)*) => {
        /// Keys of the core classes: `heap.types.list` is the class `list`.
        #[allow(missing_docs)]
        #[derive(Clone, Debug, Default)]
        pub struct Types {
            $(pub $field: ClassKey,)*
            exceptions: Vec<ClassKey>,
        }

        impl Types {
            /// Each class made so far.
            pub fn all(&self) -> impl Iterator<Item = ClassKey> {
                [$(self.$field),*].into_iter().chain(self.exceptions.clone())
            }
        }
    };
}

types! {
    object r#type int bool float complex str bytes bytearray list tuple dict set frozenset range slice
    function builtin_function method method_descriptor wrapper_descriptor method_wrapper classmethod_descriptor
    getset_descriptor member_descriptor property classmethod staticmethod super_ module none not_implemented
    ellipsis code cell generator coroutine async_generator weakref
    list_iterator tuple_iterator range_iterator dict_keyiterator dict_valueiterator dict_itemiterator
}

macro_rules! exceptions {
    ($($name:ident($base:ident))*) => {
        /// The built-in exceptions.
        #[allow(missing_docs)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub enum Exc { BaseException, $($name,)* }

        /// Each exception with its name and base, bases first; `BaseException` stands for itself.
        pub const EXCEPTIONS: &[(Exc, &str, Exc)] = &[
            (Exc::BaseException, "BaseException", Exc::BaseException),
            $((Exc::$name, stringify!($name), Exc::$base),)*
        ];
    };
}

exceptions! {
    Exception(BaseException) GeneratorExit(BaseException) KeyboardInterrupt(BaseException) SystemExit(BaseException)
    BaseExceptionGroup(BaseException) ExceptionGroup(Exception)
    ArithmeticError(Exception) FloatingPointError(ArithmeticError) OverflowError(ArithmeticError)
    ZeroDivisionError(ArithmeticError) AssertionError(Exception) AttributeError(Exception) BufferError(Exception)
    EOFError(Exception) ImportError(Exception) ModuleNotFoundError(ImportError) LookupError(Exception)
    IndexError(LookupError) KeyError(LookupError) MemoryError(Exception) NameError(Exception)
    UnboundLocalError(NameError) OSError(Exception) BlockingIOError(OSError) ChildProcessError(OSError)
    ConnectionError(OSError) BrokenPipeError(ConnectionError) ConnectionAbortedError(ConnectionError)
    ConnectionRefusedError(ConnectionError) ConnectionResetError(ConnectionError) FileExistsError(OSError)
    FileNotFoundError(OSError) InterruptedError(OSError) IsADirectoryError(OSError) NotADirectoryError(OSError)
    PermissionError(OSError) ProcessLookupError(OSError) TimeoutError(OSError) ReferenceError(Exception)
    RuntimeError(Exception) NotImplementedError(RuntimeError) RecursionError(RuntimeError)
    PythonFinalizationError(RuntimeError) StopAsyncIteration(Exception) StopIteration(Exception)
    SyntaxError(Exception) IndentationError(SyntaxError) _IncompleteInputError(SyntaxError)
    TabError(IndentationError) SystemError(Exception)
    TypeError(Exception) ValueError(Exception) UnicodeError(ValueError) UnicodeDecodeError(UnicodeError)
    UnicodeEncodeError(UnicodeError) UnicodeTranslateError(UnicodeError) Warning(Exception) BytesWarning(Warning)
    DeprecationWarning(Warning) EncodingWarning(Warning) FutureWarning(Warning) ImportWarning(Warning)
    PendingDeprecationWarning(Warning) ResourceWarning(Warning) RuntimeWarning(Warning) SyntaxWarning(Warning)
    UnicodeWarning(Warning) UserWarning(Warning)
}

impl Types {
    /// The class of a built-in exception.
    #[inline]
    pub fn exception(&self, exc: Exc) -> ClassKey {
        self.exceptions[exc as usize]
    }

    /// Notes the class of the next exception of [`EXCEPTIONS`].
    pub fn push_exception(&mut self, class: ClassKey) {
        self.exceptions.push(class);
    }
}
