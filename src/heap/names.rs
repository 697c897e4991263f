//! Names the interpreter itself looks up, interned once. A field is called what its string is.

use crate::value::StrKey;

macro_rules! names {
    ($($name:ident)*) => {
        /// The interned names. `heap.names.__init__` is the string `'__init__'`.
        #[allow(non_snake_case, missing_docs)]
        #[derive(Clone, Copy, Debug, Default)]
        pub struct Names { $(pub $name: StrKey,)* pub super_word: StrKey }

        impl Names {
            /// Interns them all.
            pub fn new(mut intern: impl FnMut(&'static str) -> StrKey) -> Names {
                Names { $($name: intern(stringify!($name)),)* super_word: intern("super") }
            }

            /// Each of them.
            pub fn all(&self) -> impl Iterator<Item = StrKey> {
                [$(self.$name),*, self.super_word].into_iter()
            }
        }
    };
}

names! {
    __abs__ __abstractmethods__ __add__ __aenter__ __aexit__ __aiter__ __all__ __and__ __anext__ __annotations__ __args__ __await__ __base__ __bases__ __bool__ __build_class__ __builtins__
    __bytes__ __cached__ __call__ __cause__ __ceil__ __class__ __class_getitem__ __classcell__ __code__ __complex__
    __contains__ __context__ __copy__ __debug__ __deepcopy__ __defaults__ __del__ __delattr__ __delete__ __delitem__
    __dict__ __dir__ __divmod__ __doc__ __enter__ __eq__ __exit__ __file__ __firstlineno__ __float__ __floor__
    __floordiv__ __format__ __func__ __ge__ __get__ __getattr__ __getattribute__ __getinitargs__ __getitem__
    __getnewargs__ __getnewargs_ex__ __getstate__ __globals__ __gt__ __hash__ __iadd__ __iand__ __ifloordiv__
    __ilshift__ __imatmul__ __imod__ __import__ __imul__ __index__ __init__ __init_subclass__ __instancecheck__
    __int__ __invert__ __ior__ __ipow__ __irshift__ __isub__ __iter__ __itruediv__ __ixor__ __kwdefaults__ __le__
    __len__ __length_hint__ __loader__ __lshift__ __lt__ __main__ __match_args__ __matmul__ __missing__ __mod__
    __module__ __mro__ __mro_entries__ __mul__ __name__ __ne__ __neg__ __new__ __newobj__ __newobj_ex__ __next__
    __notes__ __or__ __orig_bases__ __package__ __path__ __pos__ __pow__ __prepare__ __qualname__ __radd__ __rand__
    __rdivmod__ __reduce__ __reduce_ex__ __replace__ __repr__ __reversed__ __rfloordiv__ __rlshift__ __rmatmul__
    __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __self__
    __set__ __set_name__ __setattr__ __setitem__ __setstate__ __sizeof__ __slots__ __spec__ __static_attributes__
    __str__ __sub__ __subclasscheck__ __subclasses__ __subclasshook__ __suppress_context__ __text_signature__
    __traceback__ __trunc__ __truediv__ __type_params__ __weakref__ __wrapped__ __xor__ __annotations_cache__
    add_note argv args builtins close closed dispatch_table displayhook end_lineno end_offset errno excepthook
    exc_info exec filename filename2 find_class fileno flush fget keys lineno metaclass modules
    mro msg name name_from obj offset path persistent_id persistent_load print_file_and_line ps1 ps2 read readinto
    readline reducer_override send sort stderr stdin stdout strerror sys text throw value with_traceback write
    reason encoding object start end code exceptions message copyreg copy pickle items peek buffers
}
