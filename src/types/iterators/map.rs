//! `map` and `filter`

use super::{ITER, NEXT, REDUCE_DOC, key_of, reduce_to_class};
use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::types::constructor_args::{no_keywords_for, positional};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{CHECKPOINT_INTERVAL, Raised, Res, Vm};

/// The class `map`.
pub static MAP: TypeSpec = TypeSpec {
    name: "map",
    doc: "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new_map,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce_map, REDUCE_DOC)],
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

/// The class `filter`.
pub static FILTER: TypeSpec = TypeSpec {
    name: "filter",
    doc: "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new_filter,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce_filter, REDUCE_DOC)],
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

struct Map {
    class: ClassKey,
    function: Value,
    iterators: Box<[Value]>,
}

impl NativeIter for Map {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step_map
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.function);
        self.iterators.iter().for_each(|&v| visit(v));
    }

    fn size(&self) -> usize {
        64 + self.iterators.len() * 16
    }
}

fn new_map(vm: &mut Vm, args: Args) -> Res {
    let [cls, args, kwargs] = args.take(vm);
    let (base, init) = (vm.class_for(&MAP), vm.heap.names.__init__);
    let class = vm.check_new(cls, base)?;
    no_keywords_for(vm, class, base, init, kwargs)?;
    let args = positional(vm, args);
    let [function, iterables @ ..] = &args[..] else { return Err(too_few(vm)) };
    if iterables.is_empty() {
        return Err(too_few(vm));
    }
    let mut iterators = Vec::with_capacity(iterables.len());
    for &v in iterables {
        iterators.push(vm.iter(v)?);
    }
    let it = vm.heap.new_native_iter(Map { class: base, function: *function, iterators: iterators.into() });
    Ok(vm.wrap_new(class, it))
}

fn too_few(vm: &mut Vm) -> Raised {
    vm.type_error("map() must have at least two arguments.")
}

fn step_map(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(map) = vm.heap.native_iter::<Map>(k) else { return Ok(None) };
    let function = map.function;
    if let [it] = map.iterators[..] {
        let Some(v) = vm.next(it)? else { return Ok(None) };
        return vm.call(function, &[v]).map(Some);
    }
    let n = map.iterators.len();
    let mut args = Vec::with_capacity(n);
    let mark = vm.heap.pins.len();
    for i in 0..n {
        let Some(&it) = vm.heap.native_iter::<Map>(k).and_then(|m| m.iterators.get(i)) else { return Ok(None) };
        match vm.next(it) {
            Ok(Some(v)) => {
                vm.pin(v);
                args.push(v);
            }
            other => {
                vm.unpin_to(mark);
                return other;
            }
        }
    }
    vm.unpin_to(mark);
    vm.call(function, &args).map(Some)
}

fn reduce_map(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    let Some(map) = vm.heap.native_iter::<Map>(k) else {
        return Err(vm.type_error("descriptor requires a 'map' object"));
    };
    let mut args = vec![map.function];
    args.extend(&map.iterators);
    reduce_to_class(vm, this, &args, None)
}

#[derive(Clone, Copy)]
struct Filter {
    class: ClassKey,
    /// None: the truth of the element decides.
    function: Value,
    iterator: Value,
}

impl NativeIter for Filter {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step_filter
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.function);
        visit(self.iterator);
    }
}

fn new_filter(vm: &mut Vm, args: Args) -> Res {
    let [cls, args, kwargs] = args.take(vm);
    let (base, init) = (vm.class_for(&FILTER), vm.heap.names.__init__);
    let class = vm.check_new(cls, base)?;
    no_keywords_for(vm, class, base, init, kwargs)?;
    let args = positional(vm, args);
    let [function, iterable] = args[..] else {
        return Err(vm.type_error(format!("filter expected 2 arguments, got {}", args.len())));
    };
    let iterator = vm.iter(iterable)?;
    let it = vm.heap.new_native_iter(Filter { class: base, function, iterator });
    Ok(vm.wrap_new(class, it))
}

fn step_filter(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(&Filter { function, iterator, .. }) = vm.heap.native_iter::<Filter>(k) else { return Ok(None) };
    let recent = vm.heap.recent.len();
    let by_truth = match function {
        Value::None => true,
        Value::Class(c) => c == vm.heap.types.bool,
        _ => false,
    };
    let mut count = 0;
    loop {
        let Some(v) = vm.next(iterator)? else { return Ok(None) };
        let mark = vm.pin(v);
        let kept = if by_truth { vm.truth(v) } else { vm.call(function, &[v]).and_then(|r| vm.truth(r)) };
        vm.unpin_to(mark);
        if kept? {
            vm.heap.recent.truncate(recent);
            vm.heap.recent.push(v);
            return Ok(Some(v));
        }
        vm.heap.recent.truncate(recent);
        count += 1;
        if count == CHECKPOINT_INTERVAL {
            count = 0;
            vm.check_limits(u64::from(CHECKPOINT_INTERVAL))?;
        }
    }
}

fn reduce_filter(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key_of(vm, this)?;
    match vm.heap.native_iter::<Filter>(k) {
        Some(&Filter { function, iterator, .. }) => reduce_to_class(vm, this, &[function, iterator], None),
        None => Err(vm.type_error("descriptor requires a 'filter' object")),
    }
}
