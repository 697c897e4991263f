//! A value: what a register, an attribute or a container element holds. Sixteen bytes, `Copy`.
//!
//! Small immutable things are stored inline; everything else is a typed key into the heap's slot table
//! for its kind, so a type test never touches memory and a stale key is caught by its generation.

use slotmap::new_key_type;

new_key_type! {
    /// Key of an int beyond 64 bits.
    pub struct BigIntKey;
    /// Key of a complex number.
    pub struct ComplexKey;
    /// Key of a string.
    pub struct StrKey;
    /// Key of a bytes object.
    pub struct BytesKey;
    /// Key of a bytearray.
    pub struct ByteArrayKey;
    /// Key of a list.
    pub struct ListKey;
    /// Key of a tuple.
    pub struct TupleKey;
    /// Key of a dict.
    pub struct DictKey;
    /// Key of a set or frozenset.
    pub struct SetKey;
    /// Key of a range.
    pub struct RangeKey;
    /// Key of a slice.
    pub struct SliceKey;
    /// Key of a function written in Python.
    pub struct FunctionKey;
    /// Key of a function written in Rust.
    pub struct NativeKey;
    /// Key of a bound method.
    pub struct MethodKey;
    /// Key of a class.
    pub struct ClassKey;
    /// Key of an instance of a class written in Python, or of an exception.
    pub struct InstanceKey;
    /// Key of a module.
    pub struct ModuleKey;
    /// Key of a cell.
    pub struct CellKey;
    /// Key of a code object.
    pub struct CodeKey;
    /// Key of a generator.
    pub struct GeneratorKey;
    /// Key of a built-in iterator.
    pub struct IterKey;
    /// Key of what every exception has: arguments, cause, context, traceback.
    pub struct ExceptionKey;
    /// Key of a descriptor: property, classmethod, staticmethod, slot member, getset.
    pub struct DescriptorKey;
    /// Key of a weak reference.
    pub struct WeakRefKey;
    /// Key of any other native object.
    pub struct ObjectKey;
}

/// What a register holds. Compare with [`Value::is`]; equality in Python's sense is `Vm::eq`.
#[derive(Clone, Copy, Debug, Default)]
#[repr(u64)] // Tag and payload are a word each, so that values held apart in two registers need no shifting about.
pub enum Value {
    /// Nothing: an unbound variable, an absent argument. Never visible to a program.
    #[default]
    Undef,
    /// `None`
    None,
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// `True` or `False`
    Bool(bool),
    /// An int of at most 64 bits.
    Int(i64),
    /// A float.
    Float(f64),
    /// An int beyond 64 bits. Never holds what fits [`Value::Int`].
    BigInt(BigIntKey),
    /// A complex number.
    Complex(ComplexKey),
    /// A `str`
    Str(StrKey),
    /// A `bytes`
    Bytes(BytesKey),
    /// A `bytearray`
    ByteArray(ByteArrayKey),
    /// A `list`
    List(ListKey),
    /// A `tuple`
    Tuple(TupleKey),
    /// A `dict`
    Dict(DictKey),
    /// A `set`
    Set(SetKey),
    /// A `frozenset`
    FrozenSet(SetKey),
    /// A `range`
    Range(RangeKey),
    /// A `slice`
    Slice(SliceKey),
    /// A function or lambda.
    Function(FunctionKey),
    /// A built-in function or an unbound built-in method.
    Native(NativeKey),
    /// A bound method, of either kind of function.
    Method(MethodKey),
    /// A class.
    Class(ClassKey),
    /// An instance of a class made by `class`, or any exception.
    Instance(InstanceKey),
    /// A module.
    Module(ModuleKey),
    /// A cell of a closure.
    Cell(CellKey),
    /// A code object.
    Code(CodeKey),
    /// A generator.
    Generator(GeneratorKey),
    /// A built-in iterator.
    Iter(IterKey),
    /// The payload of an exception instance. Never visible to a program.
    Exception(ExceptionKey),
    /// A descriptor.
    Descriptor(DescriptorKey),
    /// A weak reference.
    WeakRef(WeakRefKey),
    /// Any other native object.
    Object(ObjectKey),
}

const _: () = assert!(size_of::<Value>() == 16);

impl Value {
    /// `*self = *from`, for what may have been written only just now. Numbers are written tag and payload apart, and a
    /// read of both at once would have to wait until the two writes have left the processor's store buffer.
    #[inline(always)]
    pub fn set(&mut self, from: &Value) {
        match *from {
            Value::Int(i) => *self = Value::Int(i),
            ref other => *self = *other,
        }
    }

    /// `a is b`: the same slot, or the same immediate value.
    #[inline]
    pub fn is(self, other: Value) -> bool {
        use Value::*;
        match (self, other) {
            (Undef, Undef) | (None, None) | (NotImplemented, NotImplemented) | (Ellipsis, Ellipsis) => true,
            (Bool(a), Bool(b)) => a == b,
            (Int(a), Int(b)) => a == b,
            (Float(a), Float(b)) => a.to_bits() == b.to_bits(),
            (BigInt(a), BigInt(b)) => a == b,
            (Complex(a), Complex(b)) => a == b,
            (Str(a), Str(b)) => a == b,
            (Bytes(a), Bytes(b)) => a == b,
            (ByteArray(a), ByteArray(b)) => a == b,
            (List(a), List(b)) => a == b,
            (Tuple(a), Tuple(b)) => a == b,
            (Dict(a), Dict(b)) => a == b,
            (Set(a), Set(b)) | (FrozenSet(a), FrozenSet(b)) => a == b,
            (Range(a), Range(b)) => a == b,
            (Slice(a), Slice(b)) => a == b,
            (Function(a), Function(b)) => a == b,
            (Native(a), Native(b)) => a == b,
            (Method(a), Method(b)) => a == b,
            (Class(a), Class(b)) => a == b,
            (Instance(a), Instance(b)) => a == b,
            (Module(a), Module(b)) => a == b,
            (Cell(a), Cell(b)) => a == b,
            (Code(a), Code(b)) => a == b,
            (Generator(a), Generator(b)) => a == b,
            (Iter(a), Iter(b)) => a == b,
            (Exception(a), Exception(b)) => a == b,
            (Descriptor(a), Descriptor(b)) => a == b,
            (WeakRef(a), WeakRef(b)) => a == b,
            (Object(a), Object(b)) => a == b,
            _ => false,
        }
    }

    /// Nothing is there: an unbound variable or an absent argument.
    #[inline]
    pub fn is_undef(&self) -> bool {
        matches!(self, Value::Undef)
    }

    /// It is `None`.
    #[inline]
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// `None` for an absent value, itself otherwise.
    #[inline]
    pub fn or_none(self) -> Value {
        if self.is_undef() { Value::None } else { self }
    }

    /// The value, unless it is absent.
    #[inline]
    pub fn bound(self) -> Option<Value> {
        if self.is_undef() { None } else { Some(self) }
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::Bool(b)
    }
}
