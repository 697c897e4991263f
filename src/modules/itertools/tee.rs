//! `tee`: iterators that read the same values independently.
//!
//! What was read lies in chunks, each of which leads to the next. An iterator keeps the chunk it reads in, so that
//! chunks behind the slowest are garbage.

use super::{NEW_DOC, State, Tool, make, own_state, reduced, state, state_mut, warn_of_pickling};
use crate::heap::kinds::Object;
use crate::types::constructor_args::{no_keywords, positional};
use crate::types::iterators::{ITER, NEXT, REDUCE_DOC, SETSTATE_DOC, reduce_to_class};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The function `tee`.
pub const TEE: NativeSpec =
    NativeSpec::new("tee", "(iterable, n=2, /)", tee, "Returns a tuple of n independent iterators.");

/// The class of the iterators `tee` makes.
pub static SPEC: TypeSpec = TypeSpec {
    name: "_tee",
    module: "itertools",
    doc: "Iterator wrapped to make it copyable.",
    weakref: true,
    new: Some(NativeSpec::new("__new__", "($type, iterable, /)", new, NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__copy__", "($self, /)", copy, "Returns an independent iterator."),
        NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", setstate, SETSTATE_DOC),
    ],
    ..TypeSpec::BASE
};

/// The class of the chunks, which pickles of the iterators hold.
pub static CHUNK_SPEC: TypeSpec = TypeSpec {
    name: "_tee_dataobject",
    module: "itertools",
    doc: "Data container common to multiple tee objects.",
    new: Some(NativeSpec::new("__new__", "($type, *args, **kwargs)", new_filled_chunk, NEW_DOC)),
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce_chunk, REDUCE_DOC)],
    ..TypeSpec::BASE
};

/// How many values a chunk holds: as many as CPython's, since pickles show it.
const CHUNK: usize = 57;

struct Chunk {
    source: Value,
    values: Vec<Value>,
    /// The chunk behind this full one, once somebody got there.
    next: Value,
    /// The source is being asked.
    running: bool,
}

impl Object for Chunk {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.source);
        self.values.iter().for_each(|&v| visit(v));
        visit(self.next);
    }

    fn size(&self) -> usize {
        self.values.capacity() * 16
    }
}

fn new_chunk(vm: &mut Vm, source: Value) -> Value {
    let class = vm.class_for(&CHUNK_SPEC);
    vm.heap.new_object(class, Chunk { source, values: Vec::new(), next: Value::Undef, running: false })
}

#[derive(Clone, Copy)]
struct Tee {
    chunk: Value,
    /// The next place in the chunk.
    at: usize,
}

impl State for Tee {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.chunk);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(&Tee { mut chunk, mut at }) = state::<Tee>(vm, k) else { return Ok(None) };
        if at == CHUNK {
            (chunk, at) = (next_chunk(vm, chunk), 0);
            set(vm, k, Tee { chunk, at });
        }
        let value = value_at(vm, chunk, at)?;
        if value.is_some() {
            set(vm, k, Tee { chunk, at: at + 1 });
        }
        Ok(value)
    }
}

fn set(vm: &mut Vm, k: IterKey, new: Tee) {
    if let Some(tee) = state_mut::<Tee>(vm, k) {
        *tee = new;
    }
}

fn chunk_mut(vm: &mut Vm, chunk: Value) -> Option<&mut Chunk> {
    match chunk {
        Value::Object(k) => vm.heap.object_mut::<Chunk>(k),
        _ => None,
    }
}

fn next_chunk(vm: &mut Vm, chunk: Value) -> Value {
    let Some(&mut Chunk { source, next, .. }) = chunk_mut(vm, chunk) else { return Value::Undef };
    if !next.is_undef() {
        return next;
    }
    let new = new_chunk(vm, source);
    if let Some(chunk) = chunk_mut(vm, chunk) {
        chunk.next = new;
    }
    new
}

/// A value of a chunk; one that nobody read yet comes from the source.
fn value_at(vm: &mut Vm, chunk: Value, at: usize) -> Res<Option<Value>> {
    let Some(state) = chunk_mut(vm, chunk) else { return Ok(None) };
    if let Some(&v) = state.values.get(at) {
        return Ok(Some(v));
    }
    if state.running {
        return Err(vm.runtime_error("cannot re-enter the tee iterator"));
    }
    state.running = true;
    let source = state.source;
    let mark = vm.pin(chunk);
    let next = vm.next(source);
    vm.unpin_to(mark);
    let Some(state) = chunk_mut(vm, chunk) else { return Ok(None) };
    state.running = false;
    let next = next?;
    if let Some(v) = next {
        state.values.push(v);
        vm.heap.grew(16);
    }
    Ok(next)
}

/// A `_tee` over an iterable: a copy, if it is one already.
fn over(vm: &mut Vm, iterable: Value) -> Res {
    let it = vm.iter(iterable)?;
    let class = vm.class_for(&SPEC);
    let tee = match it {
        Value::Iter(k) if state::<Tee>(vm, k).is_some() => state::<Tee>(vm, k).copied(),
        _ => None,
    };
    let tee = match tee {
        Some(tee) => tee,
        None => Tee { chunk: new_chunk(vm, it), at: 0 },
    };
    Ok(vm.heap.new_native_iter(Tool { class, state: tee }))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [_, iterable] = args.take(vm);
    over(vm, iterable)
}

fn copy(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut tee = own_state::<Tee>(vm, this)?;
    let class = Value::Class(vm.class_for(&SPEC));
    make(vm, class, &SPEC, tee)
}

fn tee(vm: &mut Vm, args: Args) -> Res {
    let [iterable, n] = args.take(vm);
    let n = if n.is_undef() { 2 } else { vm.index_i64(n)? };
    let Ok(n) = usize::try_from(n) else { return Err(vm.value_error("n must be >= 0")) };
    vm.reserve(n.saturating_mul(128))?;
    if n == 0 {
        return Ok(vm.heap.new_tuple([]));
    }
    // Something that can copy itself is copied, whatever it is.
    let mut it = vm.iter(iterable)?;
    let name = vm.heap.names.__copy__;
    let copy = match vm.getattr_opt(it, name)? {
        Some(copy) => copy,
        None => {
            it = over(vm, it)?;
            vm.getattr(it, name)?
        }
    };
    let mut all = vec![it];
    for _ in 1..n {
        all.push(vm.call(copy, &[])?);
    }
    Ok(vm.heap.new_tuple(all))
}

/// `(_tee, ((),), (chunk, place))`
fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut Tee { chunk, at } = own_state::<Tee>(vm, this)?;
    let empty = vm.heap.new_tuple([]);
    let state = vm.heap.new_tuple([chunk, Value::Int(at as i64)]);
    reduced(vm, this, &[empty], Some(state))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, given] = args.take(vm);
    warn_of_pickling(vm)?;
    let Value::Tuple(_) = vm.payload(given) else { return Err(vm.type_error("state is not a tuple")) };
    let [chunk, at] = positional(vm, given)[..] else {
        let n = positional(vm, given).len();
        return Err(vm.type_error(format!("function takes exactly 2 arguments ({n} given)")));
    };
    if chunk_mut(vm, chunk).is_none() {
        let t = vm.type_name(chunk);
        return Err(vm.type_error(format!("argument 1 must be itertools._tee_dataobject, not {t}")));
    }
    let at = match usize::try_from(vm.index_i64(at)?) {
        Ok(at) if at <= CHUNK => at,
        _ => return Err(vm.value_error("Index out of range")),
    };
    *own_state::<Tee>(vm, this)? = Tee { chunk, at };
    Ok(Value::None)
}

/// `_tee_dataobject(source, values, next)`, as pickles have it.
fn new_filled_chunk(vm: &mut Vm, args: Args) -> Res {
    let [_, given, kwargs] = args.take(vm);
    no_keywords(vm, "_tee_dataobject", kwargs)?;
    let [source, values, next] = positional(vm, given)[..] else {
        let n = positional(vm, given).len();
        return Err(vm.type_error(format!("teedataobject expected 3 arguments, got {n}")));
    };
    let Value::List(list) = vm.payload(values) else {
        let t = vm.type_name(values);
        return Err(vm.type_error(format!("teedataobject() argument 2 must be list, not {t}")));
    };
    let values = vm.heap.lists[list].clone();
    let is_right = match values.len() {
        CHUNK => next.is_none() || chunk_mut(vm, next).is_some(),
        n => n < CHUNK && next.is_none(),
    };
    if !is_right {
        return Err(vm.value_error("Invalid arguments"));
    }
    let made = new_chunk(vm, source);
    if let Some(chunk) = chunk_mut(vm, made) {
        (chunk.values, chunk.next) = (values, if next.is_none() { Value::Undef } else { next });
    }
    Ok(made)
}

fn reduce_chunk(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    warn_of_pickling(vm)?;
    let Some(chunk) = chunk_mut(vm, this) else { return Err(vm.type_error("not a _tee_dataobject")) };
    let (source, values, next) = (chunk.source, chunk.values.clone(), chunk.next.or_none());
    let values = vm.heap.new_list(values);
    reduce_to_class(vm, this, &[source, values, next], None)
}
