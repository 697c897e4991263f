//! `zip_longest`

use super::{NEW_DOC, State, make, own_state, reduced, state, state_mut, warn_of_pickling};
use crate::types::constructor_args::{keywords, positional};
use crate::types::iterators::{ITER, NEXT, REDUCE_DOC, SETSTATE_DOC};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `itertools.zip_longest`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "zip_longest",
    module: "itertools",
    doc: "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th \
          iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis \
          exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is \
          substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.\n",
    subclassable: true,
    new: Some(NativeSpec::new("__new__", "($type, *iterables, **kwargs)", new, NEW_DOC)),
    specials: &[ITER, NEXT],
    methods: &[
        NativeSpec::new("__reduce__", "($self, /)", reduce, REDUCE_DOC),
        NativeSpec::new("__setstate__", "($self, object, /)", setstate, SETSTATE_DOC),
    ],
    ..TypeSpec::BASE
};

struct ZipLongest {
    /// Unbound ones ended.
    iterators: Vec<Value>,
    fill: Value,
    /// Nothing is left.
    finished: bool,
}

impl State for ZipLongest {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.iterators.iter().for_each(|&v| visit(v));
        visit(self.fill);
    }

    fn size(&self) -> usize {
        64 + self.iterators.len() * 16
    }

    fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
        let Some(ZipLongest { iterators, fill, finished }) = state::<ZipLongest>(vm, k) else { return Ok(None) };
        let (iterators, fill) = (iterators.clone(), *fill);
        if *finished || iterators.iter().all(Value::is_undef) {
            return Ok(None);
        }
        let mark = vm.heap.pins.len();
        let result = take_one_each(vm, k, &iterators, fill);
        vm.unpin_to(mark);
        Ok(result?.map(|items| vm.heap.new_tuple(items)))
    }
}

/// One value of each iterator, the fill value of those that ended; None if all have.
fn take_one_each(vm: &mut Vm, k: IterKey, iterators: &[Value], fill: Value) -> Res<Option<Vec<Value>>> {
    let mut items = Vec::with_capacity(iterators.len());
    for (i, &it) in iterators.iter().enumerate() {
        let next = if it.is_undef() { Ok(None) } else { vm.next(it) };
        match next {
            Ok(Some(v)) => {
                vm.pin(v);
                items.push(v);
            }
            Ok(None) => {
                items.push(fill);
                let Some(zip) = state_mut::<ZipLongest>(vm, k) else { return Ok(None) };
                if zip.iterators.iter().filter(|it| !it.is_undef()).count() <= 1 {
                    // The last one stays, as pickles show.
                    zip.finished = !it.is_undef();
                }
                if zip.finished {
                    return Ok(None);
                }
                zip.iterators[i] = Value::Undef;
            }
            Err(raised) => {
                if let Some(zip) = state_mut::<ZipLongest>(vm, k) {
                    zip.finished = true;
                }
                return Err(raised);
            }
        }
    }
    Ok(Some(items))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, iterables, kwargs] = args.take(vm);
    let mut fill = Value::None;
    for (name, v) in keywords(vm, kwargs) {
        if vm.heap.text(name) != "fillvalue" {
            return Err(vm.type_error("zip_longest() got an unexpected keyword argument"));
        }
        fill = v;
    }
    let mut iterators = Vec::new();
    for iterable in positional(vm, iterables) {
        iterators.push(vm.iter(iterable)?);
    }
    make(vm, cls, &SPEC, ZipLongest { iterators, fill, finished: false })
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let zip = own_state::<ZipLongest>(vm, this)?;
    let (mut iterators, fill) = (zip.iterators.clone(), zip.fill);
    for it in &mut iterators {
        if it.is_undef() {
            *it = vm.heap.new_tuple([]);
        }
    }
    reduced(vm, this, &iterators, Some(fill))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, given] = args.take(vm);
    warn_of_pickling(vm)?;
    own_state::<ZipLongest>(vm, this)?.fill = given;
    Ok(Value::None)
}
