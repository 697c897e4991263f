//! The heap: one slot table per kind of object, shapes, interned strings, and the count of bytes.
//!
//! Freeing a slot bumps its generation, so that a stale key is caught and never means another object.
//! Everything a native function allocates is noted in `recent`, which is a root until the VM's next
//! checkpoint in the Python code that called it: natives need not pin what they make.

pub mod arena;
mod collect;
pub mod dict;
pub mod kinds;
mod make;
pub mod names;
mod rope;
pub mod shape;
pub mod text;
pub mod types;

use crate::value::*;
use arena::Arena;
use dict::Dict;
use hashbrown::HashTable;
use kinds::*;
use names::Names;
use num_bigint::BigInt;
use shape::Shapes;
use text::Str;
use types::Types;

/// All objects of one interpreter.
#[allow(missing_docs)] // one table per kind, named by it
pub struct Heap {
    pub bigints: Arena<BigIntKey, BigInt>,
    pub complexes: Arena<ComplexKey, (f64, f64)>,
    pub strs: Arena<StrKey, Str>,
    pub bytes: Arena<BytesKey, Box<[u8]>>,
    pub bytearrays: Arena<ByteArrayKey, Vec<u8>>,
    pub lists: Arena<ListKey, Vec<Value>>,
    pub tuples: Arena<TupleKey, Box<[Value]>>,
    pub dicts: Arena<DictKey, Dict>,
    pub sets: Arena<SetKey, Set>,
    pub ranges: Arena<RangeKey, Range>,
    pub slices: Arena<SliceKey, Slice>,
    pub functions: Arena<FunctionKey, Function>,
    pub natives: Arena<NativeKey, Native>,
    pub methods: Arena<MethodKey, Method>,
    pub classes: Arena<ClassKey, Class>,
    pub instances: Arena<InstanceKey, Instance>,
    pub modules: Arena<ModuleKey, Module>,
    pub cells: Arena<CellKey, Value>,
    pub generators: Arena<GeneratorKey, Generator>,
    pub iters: Arena<IterKey, Iter>,
    pub exceptions: Arena<ExceptionKey, Exception>,
    pub descriptors: Arena<DescriptorKey, Descriptor>,
    pub weakrefs: Arena<WeakRefKey, WeakRef>,
    pub objects: Arena<ObjectKey, Opaque>,
    /// Attribute values beyond the inline ones; index 0 is never used.
    pub overflows: Vec<Vec<Value>>,
    free_overflows: Vec<u32>,
    /// Hidden classes.
    pub shapes: Shapes,
    /// Names the interpreter looks up.
    pub names: Names,
    /// The built-in classes.
    pub types: Types,
    /// Answers of the lookup of a name along an MRO; see `object/lookup.rs`.
    pub method_cache: crate::object::cache::MethodCache,
    interned: HashTable<StrKey>,
    latin1: Box<[Option<StrKey>]>,
    empty_tuple: TupleKey,
    empty_bytes: BytesKey,
    /// The one-byte bytes objects made so far: each is a single object.
    one_byte: Box<[Option<BytesKey>]>,
    /// The instances whose `__del__` is still to be called. They are not kept alive by it.
    pub finalizers: Vec<InstanceKey>,
    /// What natives allocated since the last checkpoint below them: roots.
    pub recent: Vec<Value>,
    /// What natives and the embedder pinned explicitly: roots.
    pub pins: Vec<Value>,
    /// Objects whose memory views were made of: what of them is still viewed, the views say.
    pub exported: Vec<Value>,
    /// Code objects met while marking; they lie beside the heap.
    pub code_work: Vec<CodeKey>,
    /// How many NaNs were made: see `new_nan`.
    nans: u64,
    /// Estimate of the bytes in use.
    pub bytes_in_use: usize,
    /// At this estimate the next checkpoint collects.
    pub collect_at: usize,
}

/// The first collection happens at this many bytes.
pub const FIRST_COLLECTION: usize = 8 << 20;

impl Heap {
    /// An empty heap with names and one-character strings, but no classes yet: `builtins::start` makes them.
    pub fn new() -> Heap {
        // What a new interpreter fills at once has its room from the start.
        let mut heap = Heap {
            bigints: Arena::default(),
            complexes: Arena::default(),
            strs: Arena::with_capacity(1023),
            bytes: Arena::default(),
            bytearrays: Arena::default(),
            lists: Arena::default(),
            tuples: Arena::default(),
            dicts: Arena::with_capacity(255),
            sets: Arena::default(),
            ranges: Arena::default(),
            slices: Arena::default(),
            functions: Arena::default(),
            natives: Arena::with_capacity(127),
            methods: Arena::default(),
            classes: Arena::with_capacity(191),
            instances: Arena::default(),
            modules: Arena::default(),
            cells: Arena::default(),
            generators: Arena::default(),
            iters: Arena::default(),
            exceptions: Arena::default(),
            descriptors: Arena::default(),
            weakrefs: Arena::default(),
            objects: Arena::default(),
            overflows: vec![Vec::new()],
            free_overflows: Vec::new(),
            shapes: Shapes::default(),
            names: Names::default(),
            types: Types::default(),
            method_cache: Default::default(),
            interned: HashTable::with_capacity(1023),
            latin1: vec![None; 256].into(),
            empty_tuple: TupleKey::default(),
            empty_bytes: BytesKey::default(),
            one_byte: vec![None; 256].into(),
            recent: Vec::with_capacity(1024),
            finalizers: Vec::new(),
            pins: Vec::new(),
            exported: Vec::new(),
            code_work: Vec::new(),
            nans: 0,
            bytes_in_use: 0,
            collect_at: FIRST_COLLECTION,
        };
        heap.names = Names::new(|s| heap.intern_static(s));
        heap.empty_tuple = heap.tuples.insert(Box::default());
        heap.empty_bytes = heap.bytes.insert(Box::default());
        heap
    }

    /// The interned string of this content.
    pub fn intern(&mut self, text: &str) -> StrKey {
        self.intern_as(text, || Str::new(text))
    }

    /// The interned string of a text that is part of the interpreter.
    pub fn intern_static(&mut self, text: &'static str) -> StrKey {
        self.intern_as(text, || Str::from_static(text))
    }

    fn intern_as(&mut self, text: &str, make: impl FnOnce() -> Str) -> StrKey {
        let hash = text::hash_utf8(text);
        let strs = &self.strs;
        if let Some(&k) = self.interned.find(hash, |&k| strs[k].as_str() == Some(text)) {
            // The table does not keep its strings: until the caller does, this does.
            self.recent.push(Value::Str(k));
            return k;
        }
        let s = make().into_interned(hash);
        self.bytes_in_use += size_of::<Str>() + s.memory();
        let key = self.strs.insert(s);
        let strs = &self.strs;
        self.interned.insert_unique(hash, key, |&k| strs[k].hash());
        self.recent.push(Value::Str(key));
        key
    }

    /// The interned string equal to this one: itself, if none was interned before.
    #[inline]
    pub fn intern_key(&mut self, key: StrKey) -> StrKey {
        if self.strs[key].interned { key } else { self.intern_slow(key) }
    }

    #[cold]
    #[inline(never)]
    fn intern_slow(&mut self, key: StrKey) -> StrKey {
        let hash = self.strs[key].hash();
        let strs = &self.strs;
        if let Some(&k) = self.interned.find(hash, |&k| strs[k] == strs[key]) {
            return k;
        }
        self.strs[key].interned = true;
        let strs = &self.strs;
        self.interned.insert_unique(hash, key, |&k| strs[k].hash());
        key
    }

    /// The text of a string, lone surrogates as U+FFFD: for messages.
    pub fn text(&self, key: StrKey) -> std::borrow::Cow<'_, str> {
        self.strs[key].lossy()
    }

    /// How many containers and instances there are.
    pub fn objects_in_use(&self) -> usize {
        self.instances.len()
            + self.lists.len()
            + self.dicts.len()
            + self.sets.len()
            + self.functions.len()
            + self.cells.len()
            + self.generators.len()
            + self.classes.len()
            + self.objects.len()
    }

    /// Counts bytes taken by an object that grew.
    #[inline]
    pub fn grew(&mut self, bytes: usize) {
        self.bytes_in_use += bytes;
    }

    fn for_each_arena_begin(&mut self) {
        self.code_work.clear();
        self.bigints.begin_marking();
        self.complexes.begin_marking();
        self.strs.begin_marking();
        self.bytes.begin_marking();
        self.bytearrays.begin_marking();
        self.lists.begin_marking();
        self.tuples.begin_marking();
        self.dicts.begin_marking();
        self.sets.begin_marking();
        self.ranges.begin_marking();
        self.slices.begin_marking();
        self.functions.begin_marking();
        self.natives.begin_marking();
        self.methods.begin_marking();
        self.classes.begin_marking();
        self.instances.begin_marking();
        self.modules.begin_marking();
        self.cells.begin_marking();
        self.generators.begin_marking();
        self.iters.begin_marking();
        self.exceptions.begin_marking();
        self.descriptors.begin_marking();
        self.weakrefs.begin_marking();
        self.objects.begin_marking();
    }
}

impl Default for Heap {
    fn default() -> Heap {
        Heap::new()
    }
}
