//! What lies in the slots: one struct per kind that has no file of its own.

use super::dict::Dict;
use super::shape::ShapeId;
use crate::code::unit::GeneratorKind;
use crate::value::*;
use crate::vm::frame::Frame;
use crate::vm::native::{GetSetSpec, NativeSpec, Quick, TypeSpec};
use crate::vm::{Res, Vm};
use std::any::Any;

/// Attribute values that lie in the instance itself; more overflow.
pub const INLINE_VALUES: usize = 3;

/// An instance of a class: its shape says what lies where.
#[derive(Debug)]
pub struct Instance {
    /// Which attributes it has, and so its class.
    pub shape: ShapeId,
    /// Index into the heap's overflow table; 0: none.
    pub overflow: u32,
    /// The first places. Place 0 is the payload for subclasses of built-in types.
    pub values: [Value; INLINE_VALUES],
}

const _: () = assert!(size_of::<Instance>() == 56);

/// What instances of a class carry besides attributes: the built-in type it descends from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Nothing: descends from `object` alone.
    Plain,
    /// A payload of the kind made by the built-in class of this key, at place 0.
    Payload(ClassKey),
    /// Not an `Instance` at all: exact built-in types. The key is the class itself.
    Builtin,
}

/// Facts about a class.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClassFlags {
    /// Made by a class statement or `type(…)`: attributes may be set.
    pub python: bool,
    /// May be subclassed.
    pub base: bool,
    /// Instances have a `__dict__`.
    pub has_dict: bool,
    /// Instances may be weakly referenced.
    pub weakref: bool,
    /// Calling it is a TypeError ("cannot create 'x' instances").
    pub no_new: bool,
    /// A subclass of `type`.
    pub metaclass: bool,
    /// It has abstract methods left: `object.__new__` makes no instances.
    pub is_abstract: bool,
    /// It has a `__del__`: its instances are listed in the heap's `finalizers`.
    pub finalizer: bool,
    /// Which patterns its instances match.
    pub collection: Collection,
}

/// What `match` takes an object for (`Py_TPFLAGS_SEQUENCE`, `Py_TPFLAGS_MAPPING`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Collection {
    /// Neither a sequence nor a mapping.
    #[default]
    Neither,
    /// Sequence patterns match it.
    Sequence,
    /// Mapping patterns match it.
    Mapping,
}

/// A class.
#[derive(Debug)]
pub struct Class {
    /// `__name__`
    pub name: StrKey,
    /// `__qualname__`
    pub qualname: StrKey,
    /// The module of a built-in class, for its `__module__`; classes made in Python have it in the namespace.
    pub module: StrKey,
    /// `__bases__`
    pub bases: Box<[ClassKey]>,
    /// `__mro__`, itself first.
    pub mro: Box<[ClassKey]>,
    /// `__dict__`: read through [`Heap::namespace`](crate::heap::Heap::namespace).
    pub namespace: Namespace,
    /// `type(C)`
    pub metaclass: ClassKey,
    /// The shape of a fresh instance; its stamp is the version of the class.
    pub root_shape: ShapeId,
    /// What instances carry.
    pub layout: Layout,
    /// Places for `__slots__`, own and inherited, payload included.
    pub fixed: usize,
    /// Direct subclasses; dead ones are stale keys.
    pub subclasses: Vec<ClassKey>,
    /// The common case of calling a built-in class, with the class before the arguments.
    pub quick: Option<Quick>,
    /// Facts.
    pub flags: ClassFlags,
}

/// The namespace of a class. That of a built-in class is filled when it is first asked for: a program uses few of
/// them, and most of a start would be spent on the others.
#[derive(Debug)]
pub struct Namespace {
    dict: DictKey,
    unfilled: Option<&'static TypeSpec>,
}

impl Namespace {
    /// A namespace that is what its dict holds.
    pub fn new(dict: DictKey) -> Namespace {
        Namespace { dict, unfilled: None }
    }

    /// The namespace of a built-in class: the dict is empty as yet.
    pub fn of_spec(dict: DictKey, spec: &'static TypeSpec) -> Namespace {
        Namespace { dict, unfilled: Some(spec) }
    }

    /// The dict as it is now, filled or not.
    pub fn dict(&self) -> DictKey {
        self.dict
    }

    /// What the dict is still to be filled from: told once.
    pub fn take_spec(&mut self) -> Option<&'static TypeSpec> {
        self.unfilled.take()
    }
}

/// A function written in Python.
#[derive(Debug)]
pub struct Function {
    /// Its code.
    pub code: CodeKey,
    /// The module's namespace.
    pub globals: DictKey,
    /// `__name__`, a str.
    pub name: Value,
    /// `__qualname__`, a str.
    pub qualname: Value,
    /// `__module__`
    pub module: Value,
    /// `__doc__`
    pub doc: Value,
    /// `__defaults__`: values for the last positional parameters.
    pub defaults: Box<[Value]>,
    /// `__kwdefaults__`: a dict, or unbound.
    pub kwdefaults: Value,
    /// The cells of its free variables.
    pub closure: Box<[CellKey]>,
    /// `__annotations__`: a dict, or unbound.
    pub annotations: Value,
    /// `__type_params__`: a tuple, or unbound if there are none.
    pub type_params: Value,
    /// `__dict__`: a dict, or unbound as long as nobody asked.
    pub dict: Value,
}

/// A function written in Rust, as an object.
#[derive(Debug)]
pub struct Native {
    /// What it is.
    pub spec: &'static NativeSpec,
    /// For methods: the class it belongs to.
    pub owner: Option<ClassKey>,
    /// For functions: `__module__`, a str or None.
    pub module: Value,
    /// How it binds.
    pub kind: NativeKind,
}

/// How a native function behaves as an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NativeKind {
    /// A function of a module: does not bind.
    Function,
    /// A method of a class (`method_descriptor`): binds to instances.
    Method,
    /// A special method of a class (`wrapper_descriptor`): binds to instances.
    Wrapper,
    /// Called with the class first (`classmethod_descriptor`).
    ClassMethod,
    /// A static method: `__new__`, `str.maketrans`.
    Static,
}

/// A function bound to an object.
#[derive(Debug, Clone, Copy)]
pub struct Method {
    /// The function.
    pub function: Value,
    /// Its first argument.
    pub receiver: Value,
}

/// A module: a name and a namespace.
#[derive(Debug)]
pub struct Module {
    /// Its namespace; the name is in it.
    pub dict: DictKey,
    /// The subclass of `module` that a program made its class.
    pub class: Option<ClassKey>,
}

/// What every exception instance carries as its payload.
#[derive(Debug)]
pub struct Exception {
    /// `args`, a tuple.
    pub args: Value,
    /// `__cause__` or None.
    pub cause: Value,
    /// `__context__` or None.
    pub context: Value,
    /// `__suppress_context__`
    pub suppress_context: bool,
    /// Where it passed, innermost call last added: entries are prepended while unwinding, so this is in
    /// order of unwinding (innermost first). See `types/traceback.rs` for the objects made of it.
    pub traceback: Vec<TracebackEntry>,
    /// A traceback object set or asked for by a program; unbound until then.
    pub traceback_object: Value,
    /// Further fields of particular classes (`StopIteration.value`, `OSError.errno`, …), by index.
    pub fields: Box<[Value]>,
}

/// One frame an exception passed through.
#[derive(Clone, Copy, Debug)]
pub struct TracebackEntry {
    /// The code that ran.
    pub code: CodeKey,
    /// The op that was running.
    pub pc: u32,
    /// The globals of the frame.
    pub globals: DictKey,
    /// The lookup of the method in a method call failed, not the call.
    pub lookup: bool,
    /// The frame's number on the stack of frames, and the mark by which it is known again while it runs.
    pub level: u32,
    /// 0: it can't be known again.
    pub mark: u8,
    /// Once the frame was left by an exception: a hidden list of its locals, in the order of the code's, or the mapping
    /// that has them.
    pub locals: Value,
}

impl TracebackEntry {
    /// Where a frame is.
    pub fn of_frame(frame: &Frame) -> TracebackEntry {
        let pc = frame.pc.saturating_sub(1);
        TracebackEntry { mark: frame.mark, ..TracebackEntry::new(frame.code, pc, frame.globals) }
    }

    /// A place in code, of no frame in particular.
    pub fn new(code: CodeKey, pc: u32, globals: DictKey) -> TracebackEntry {
        TracebackEntry { code, pc, globals, lookup: false, level: 0, mark: 0, locals: Value::Undef }
    }
}

/// A generator.
#[derive(Debug)]
pub struct Generator {
    /// Its function (for closure and names).
    pub function: FunctionKey,
    /// Its code.
    pub code: CodeKey,
    /// Its globals.
    pub globals: DictKey,
    /// `__name__`
    pub name: Value,
    /// `__qualname__`
    pub qualname: Value,
    /// The saved window while suspended.
    pub window: Vec<Value>,
    /// Where to go on.
    pub pc: u32,
    /// Which kind of generator it is.
    pub kind: GeneratorKind,
    /// What it is doing.
    pub state: GeneratorState,
    /// An asynchronous generator: what `asend()` and the like made is under way, and it was closed.
    pub asynchronous: AsyncFlags,
    /// While it is suspended: the exception it is handling, or None. While it runs: the one its caller is handling.
    pub handled: Value,
    /// It is handling an exception of its own, not its caller's.
    pub handles: bool,
}

/// What is known of an asynchronous generator besides its state.
#[derive(Clone, Copy, Debug, Default)]
pub struct AsyncFlags {
    /// An object that `asend()`, `athrow()`, `aclose()` or `__anext__()` made is under way (`ag_running`).
    pub running: bool,
    /// It was closed, or ended.
    pub closed: bool,
}

/// What a generator is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorState {
    /// Made, not started.
    Created,
    /// Running now.
    Running,
    /// At a `yield`.
    Suspended,
    /// Returned or raised.
    Finished,
}

/// A descriptor made by a built-in class.
#[derive(Debug)]
pub enum Descriptor {
    /// `property(fget, fset, fdel, doc)`; absent functions are None.
    Property {
        /// The getter.
        get: Value,
        /// The setter.
        set: Value,
        /// The deleter.
        delete: Value,
        /// `__doc__`
        doc: Value,
        /// `__doc__` is the getter's, not one given.
        doc_from_getter: bool,
        /// `__name__`, set by `__set_name__`; unbound before.
        name: Value,
    },
    /// `classmethod(f)`
    ClassMethod {
        /// What it wraps.
        function: Value,
        /// Its `__dict__`, if it has one yet.
        dict: Value,
    },
    /// `staticmethod(f)`
    StaticMethod {
        /// What it wraps.
        function: Value,
        /// Its `__dict__`, if it has one yet.
        dict: Value,
    },
    /// The descriptor of a name in `__slots__`.
    Member {
        /// The class that has the slot.
        class: ClassKey,
        /// Its name.
        name: StrKey,
        /// The place in the instance.
        place: usize,
    },
    /// A field of a named tuple.
    TupleItem {
        /// The class of such descriptors.
        class: ClassKey,
        /// Which item.
        index: i64,
        /// `__doc__`
        doc: Value,
    },
    /// A computed attribute of a built-in class.
    GetSet {
        /// The class that has it.
        class: ClassKey,
        /// Its functions.
        spec: &'static GetSetSpec,
    },
}

/// A range.
#[derive(Clone, Debug)]
pub struct Range {
    /// `start`, an int.
    pub start: Value,
    /// `stop`, an int.
    pub stop: Value,
    /// `step`, an int.
    pub step: Value,
    /// Its number of elements, an int.
    pub len: Value,
}

/// A slice: three values, absent ones None.
#[derive(Clone, Copy, Debug)]
pub struct Slice {
    /// `start`
    pub start: Value,
    /// `stop`
    pub stop: Value,
    /// `step`
    pub step: Value,
}

/// A weak reference.
#[derive(Debug)]
pub struct WeakRef {
    /// What it refers to: a key the collector does not mark. Unbound once cleared.
    pub target: Value,
    /// Called when the target goes, or None.
    pub callback: Value,
    /// The hash of the target, once asked for.
    pub hash: Option<i64>,
    /// It is of the class `weakref.ref` itself.
    pub plain: bool,
    /// The instance of a subclass that carries it, or unbound. Not marked: it is what keeps the reference.
    pub outer: Value,
}

/// A set's table: the keys of a dict whose values are nothing.
#[derive(Clone, Debug, Default)]
pub struct Set {
    /// The elements.
    pub table: Dict,
    /// The hash of a frozenset, once asked for.
    pub hash: Option<i64>,
}

/// A native object of a kind that has no variant in [`Value`]. State of a type defined by one file.
pub trait Object: Any + Send {
    /// Calls `visit` with every value the object holds.
    fn trace(&self, visit: &mut dyn FnMut(Value));
    /// Bytes it takes beside its slot.
    fn size(&self) -> usize {
        0
    }
    /// The bytes that views of it show.
    fn memory(&self) -> &[u8] {
        &[]
    }
    /// The bytes that views of it show, to be written to.
    fn memory_mut(&mut self) -> &mut [u8] {
        &mut []
    }
    /// Where it keeps the `__dict__` it can have; unbound until somebody asks for it.
    fn dict_place(&mut self) -> Option<&mut Value> {
        None
    }
    /// The `__dict__` it can have.
    fn dict(&self) -> Option<Value> {
        None
    }
    /// It is bytes-like: the format character of its items.
    fn item_format(&self) -> Option<u8> {
        None
    }
}

/// An [`Object`] with its class.
pub struct Opaque {
    /// `type(x)`
    pub class: ClassKey,
    /// Its state.
    pub data: Box<dyn Object>,
}

impl Opaque {
    /// Its state, if it is of that kind.
    pub fn state<T: Object>(&self) -> Option<&T> {
        (self.data.as_ref() as &dyn Any).downcast_ref()
    }
}

/// A built-in iterator. The step is one function each in `vm/iterate.rs`; what is common has a variant,
/// the rest implements [`NativeIter`].
pub enum Iter {
    /// Over a list, by index; finished when the list is unbound.
    List {
        /// The list.
        list: Value,
        /// The next index.
        index: usize,
    },
    /// Over a tuple.
    Tuple {
        /// The tuple.
        tuple: TupleKey,
        /// The next index; `usize::MAX` when finished.
        index: usize,
    },
    /// Over a range of 64-bit ints.
    Range {
        /// The next value.
        next: i64,
        /// The difference.
        step: i64,
        /// How many are left.
        left: u64,
    },
    /// Over a dict's keys, values or items.
    Dict {
        /// The dict; unbound when finished.
        dict: Value,
        /// Which.
        what: DictPart,
        /// The next place.
        place: usize,
        /// The dict's length at the start: a change is an error.
        len: usize,
        /// How many are left: more to find is an error.
        left: usize,
    },
    /// Anything else.
    Other(Box<dyn NativeIter>),
}

/// What an iteration over a dict gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictPart {
    /// Keys.
    Keys,
    /// Values.
    Values,
    /// Pairs.
    Items,
}

/// A built-in iterator of a less common kind.
///
/// `next` is a plain function rather than a method: it gets the iterator's own value and looks its state
/// up in the heap, so that it may call back into Python while nothing is borrowed.
pub trait NativeIter: Any + Send {
    /// The iterator's class, e.g. `zip`.
    fn class(&self, heap: &super::Heap) -> ClassKey;
    /// The function that takes a step: the next value or None at the end.
    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>>;
    /// A function that takes a step without running Python code, if there is one; its None leaves the step to the other.
    fn quick_step(&self) -> Option<fn(&mut super::Heap, IterKey) -> Option<Value>> {
        None
    }
    /// Calls `visit` with every value the iterator holds.
    fn trace(&self, visit: &mut dyn FnMut(Value));
    /// Bytes it takes.
    fn size(&self) -> usize {
        64
    }
}
