//! `groupby`, `batched` and `pairwise`.

use super::{NEW_DOC, State, exactly, make, own_state, reduced, required, state, state_mut, warn_of_pickling};
use crate::types::constructor_args::positional;
use crate::types::iterators::{ITER, NEXT, REDUCE_DOC, SETSTATE_DOC, reduce_to_iter};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `itertools.groupby`.
pub static GROUP_BY: TypeSpec = TypeSpec {
    name: "groupby",
    module: "itertools",
    doc: "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to \
          divide into groups according to the key function.\n  key\n    A function for computing the group category for \
          each element.\n    If the key function is not specified or is None, the element itself\n    is used for \
          grouping.",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", "($type, iterable=<unrepresentable>, key=None)", new_group_by, NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce_group_by, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", set_state_of_group_by, SETSTATE_DOC),
    ],
    ..TypeSpec::BASE
};

/// The class of the groups that `groupby` gives.
pub static GROUP: TypeSpec = TypeSpec {
    name: "_grouper",
    module: "itertools",
    new: Some(NativeSpec::new("__new__", "($type, parent, tgtkey, /)", new_group, NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[NativeSpec::new("__reduce__", "($self, /)", reduce_group, REDUCE_DOC)],
    ..TypeSpec::BASE
};

/// The class `itertools.batched`.
pub static BATCHED: TypeSpec = TypeSpec {
    name: "batched",
    module: "itertools",
    doc: "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and \
          accumulates data into tuples\nup to size n.  The input is consumed lazily, just enough to\nfill a batch.  The \
          result is yielded as soon as a batch is full\nor when the input iterable is exhausted.\n\n    >>> for batch \
          in batched('ABCDEFG', 3):\n    ...     print(batch)\n    ...\n    ('A', 'B', 'C')\n    ('D', 'E', 'F')\n    \
          ('G',)\n\nIf \"strict\" is True, raises a ValueError if the final batch is shorter\nthan n.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, iterable=<unrepresentable>, n=<unrepresentable>, *, strict=False)",
        new_batched,
        NEW_DOC,
    )),
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

/// The class `itertools.pairwise`.
pub static PAIRWISE: TypeSpec = TypeSpec {
    name: "pairwise",
    module: "itertools",
    doc: "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), \
          ...",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", "($type, *args, **kwargs)", new_pairwise, NEW_DOC)),
    specials: &[ITER, NEXT],
    ..TypeSpec::BASE
};

#[derive(Clone, Copy)]
struct GroupBy {
    iterator: Value,
    /// None: the elements are their own keys.
    function: Value,
    /// The key of the group given last; unbound before.
    target: Value,
    /// The key of the element taken last; unbound before.
    key: Value,
    /// The element taken last and not given yet, or unbound.
    element: Value,
    /// The group given last: earlier ones are at their end.
    group: u64,
}

impl GroupBy {
    /// Takes the next element and its key; false at the end.
    fn advance(vm: &mut Vm, k: IterKey) -> Res<bool> {
        let Some(&GroupBy { iterator, function, .. }) = state::<GroupBy>(vm, k) else { return Ok(false) };
        let Some(element) = vm.next(iterator)? else { return Ok(false) };
        let mark = vm.pin(element);
        let key = if function.is_none() { Ok(element) } else { vm.call(function, &[element]) };
        vm.unpin_to(mark);
        let key = key?;
        if let Some(by) = state_mut::<GroupBy>(vm, k) {
            (by.element, by.key) = (element, key);
        }
        Ok(true)
    }
}

impl State for GroupBy {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        [self.iterator, self.function, self.target, self.key, self.element].into_iter().for_each(visit);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        if let Some(by) = state_mut::<GroupBy>(vm, k) {
            by.group += 1;
        }
        // What is left of the group given last is passed over.
        loop {
            let Some(&GroupBy { target, key, .. }) = state::<GroupBy>(vm, k) else { return Ok(None) };
            if !key.is_undef() && (target.is_undef() || !vm.eq_pinned(target, key)?) {
                break;
            }
            if !GroupBy::advance(vm, k)? {
                return Ok(None);
            }
        }
        let Some(by) = state_mut::<GroupBy>(vm, k) else { return Ok(None) };
        by.target = by.key;
        let (key, number) = (by.key, by.group);
        let class = vm.class_for(&GROUP);
        let group = Group { parent: k, target: key, number };
        let group = vm.heap.new_native_iter(super::Tool { class, state: group });
        Ok(Some(vm.heap.new_tuple([key, group])))
    }
}

fn new_group_by(vm: &mut Vm, args: Args) -> Res {
    let [cls, iterable, function] = args.take(vm);
    let iterable = required(vm, "groupby", iterable, "iterable", 1)?;
    let (iterator, nothing) = (vm.iter(iterable)?, Value::Undef);
    let function = function.or_none();
    let by = GroupBy { iterator, function, target: nothing, key: nothing, element: nothing, group: 0 };
    make(vm, cls, &GROUP_BY, by)
}

/// The key and the element that wait, and the key of the group under way, are the state while there is an element.
fn reduce_group_by(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut GroupBy { iterator, function, target, key, element, .. } = own_state::<GroupBy>(vm, this)?;
    let waiting = !(target.is_undef() || key.is_undef() || element.is_undef());
    let state = waiting.then(|| vm.heap.new_tuple([key, element, target]));
    reduced(vm, this, &[iterator, function], state)
}

fn set_state_of_group_by(vm: &mut Vm, args: Args) -> Res {
    let [this, given] = args.take(vm);
    warn_of_pickling(vm)?;
    let Value::Tuple(_) = vm.payload(given) else { return Err(vm.type_error("state is not a tuple")) };
    let [key, element, target] = positional(vm, given)[..] else {
        let n = positional(vm, given).len();
        return Err(vm.type_error(format!("function takes exactly 3 arguments ({n} given)")));
    };
    let by = own_state::<GroupBy>(vm, this)?;
    (by.key, by.element, by.target) = (key, element, target);
    Ok(Value::None)
}

#[derive(Clone, Copy)]
struct Group {
    parent: IterKey,
    /// The key all its elements have.
    target: Value,
    number: u64,
}

impl State for Group {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Iter(self.parent));
        visit(self.target);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(&Group { parent, target, number }) = state::<Group>(vm, k) else { return Ok(None) };
        let Some(&by) = state::<GroupBy>(vm, parent) else { return Ok(None) };
        if by.group != number || (by.element.is_undef() && !GroupBy::advance(vm, parent)?) {
            return Ok(None);
        }
        let Some(&GroupBy { key, element, .. }) = state::<GroupBy>(vm, parent) else { return Ok(None) };
        let mark = vm.pin(element);
        let same = vm.eq_pinned(target, key);
        vm.unpin_to(mark);
        if !same? {
            return Ok(None);
        }
        if let Some(by) = state_mut::<GroupBy>(vm, parent) {
            by.element = Value::Undef;
        }
        vm.heap.recent.push(element);
        Ok(Some(element))
    }
}

fn new_group(vm: &mut Vm, args: Args) -> Res {
    let [cls, parent, target] = args.take(vm);
    let class = vm.class_for(&GROUP_BY);
    let Value::Iter(k) = vm.payload(parent) else { return Err(not_a_parent(vm, parent)) };
    if !vm.heap.is_subclass(vm.class_of(parent), class) {
        return Err(not_a_parent(vm, parent));
    }
    let number = own_state::<GroupBy>(vm, parent)?.group;
    make(vm, cls, &GROUP, Group { parent: k, target, number })
}

/// `(_grouper, (parent, key))`; an iterator over nothing once the parent is at a later group.
fn reduce_group(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let &mut Group { parent, target, number } = own_state::<Group>(vm, this)?;
    if state::<GroupBy>(vm, parent).is_some_and(|by| by.group == number) {
        return reduced(vm, this, &[Value::Iter(parent), target], None);
    }
    warn_of_pickling(vm)?;
    let iter = vm.builtin_function("iter")?;
    let empty = vm.heap.new_tuple([]);
    reduce_to_iter(vm, iter, &[empty], None)
}

fn not_a_parent(vm: &mut Vm, v: Value) -> crate::vm::Raised {
    let t = vm.type_name(v);
    vm.type_error(format!("_grouper() argument 1 must be itertools.groupby, not {t}"))
}

#[derive(Clone, Copy)]
struct Batched {
    /// Unbound when finished.
    iterator: Value,
    n: usize,
    strict: bool,
}

impl State for Batched {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.iterator);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(&Batched { iterator, n, strict }) = state::<Batched>(vm, k) else { return Ok(None) };
        if iterator.is_undef() {
            return Ok(None);
        }
        let Value::List(batch) = vm.heap.new_list(Vec::new()) else { return Ok(None) };
        while vm.heap.lists[batch].len() < n {
            match vm.next(iterator) {
                Ok(Some(v)) => vm.list_push(batch, v)?,
                ended => {
                    if let Some(batched) = state_mut::<Batched>(vm, k) {
                        batched.iterator = Value::Undef;
                    }
                    ended?;
                    break;
                }
            }
        }
        let items = std::mem::take(&mut vm.heap.lists[batch]);
        match items.len() {
            0 => Ok(None),
            len if len < n && strict => Err(vm.value_error("batched(): incomplete batch")),
            _ => Ok(Some(vm.heap.new_tuple(items))),
        }
    }
}

fn new_batched(vm: &mut Vm, args: Args) -> Res {
    let [cls, iterable, n, strict] = args.take(vm);
    let iterable = required(vm, "batched", iterable, "iterable", 1)?;
    let n = required(vm, "batched", n, "n", 2)?;
    let n = vm.index_i64(n)?;
    let strict = !strict.is_undef() && vm.truth(strict)?;
    let Some(n) = usize::try_from(n).ok().filter(|&n| n > 0) else {
        return Err(vm.value_error("n must be at least one"));
    };
    let iterator = vm.iter(iterable)?;
    make(vm, cls, &BATCHED, Batched { iterator, n, strict })
}

#[derive(Clone, Copy)]
struct Pairwise {
    /// Unbound when finished.
    iterator: Value,
    /// The left of the next pair; unbound at first.
    old: Value,
}

impl State for Pairwise {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.iterator);
        visit(self.old);
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(&Pairwise { iterator, mut old }) = state::<Pairwise>(vm, k) else { return Ok(None) };
        if iterator.is_undef() {
            return Ok(None);
        }
        let mark = vm.heap.pins.len();
        let pair = (|| {
            if old.is_undef() {
                let Some(first) = vm.next(iterator)? else { return Ok(None) };
                if let Some(pairwise) = state_mut::<Pairwise>(vm, k) {
                    // The iterator may ask this very one for more.
                    pairwise.old = first;
                    if pairwise.iterator.is_undef() {
                        return Ok(None);
                    }
                }
                old = first;
            }
            vm.pin(old);
            Ok(vm.next(iterator)?.map(|new| (old, new)))
        })();
        vm.unpin_to(mark);
        let Some((old, new)) = pair? else {
            if let Some(pairwise) = state_mut::<Pairwise>(vm, k) {
                *pairwise = Pairwise { iterator: Value::Undef, old: Value::Undef };
            }
            return Ok(None);
        };
        if let Some(pairwise) = state_mut::<Pairwise>(vm, k) {
            pairwise.old = new;
        }
        Ok(Some(vm.heap.new_tuple([old, new])))
    }
}

fn new_pairwise(vm: &mut Vm, args: Args) -> Res {
    let [iterable] = exactly(vm, "pairwise", args)?;
    let iterator = vm.iter(iterable)?;
    make(vm, args.get(vm, 0), &PAIRWISE, Pairwise { iterator, old: Value::Undef })
}
