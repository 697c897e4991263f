//! The module `_random`: the generator `random.py` builds on.

use super::mersenne_twister::{MersenneTwister, N};
use crate::heap::kinds::Object;
use crate::types::bytes;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};
use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use sha2::{Digest, Sha512};
use std::hash::{BuildHasher, RandomState};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_random",
    doc: "Module implements the Mersenne Twister random number generator.",
    functions: &[NativeSpec::new("sha512", "(data, /)", sha512, "The SHA-512 digest of bytes.")],
    classes: &[&SPEC],
    init: None,
};

impl Object for MersenneTwister {
    fn trace(&self, _: &mut dyn FnMut(Value)) {}

    fn size(&self) -> usize {
        N * 4
    }
}

static SPEC: TypeSpec = TypeSpec {
    name: "Random",
    module: "_random",
    doc: "Random() -> create a random number generator with its own internal state.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: &[NativeSpec::new(
        "__init__",
        "($self, /, *args, **kwargs)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    )],
    methods: &[
        NativeSpec::new("random", "($self, /)", random, "random() -> x in the interval [0, 1)."),
        NativeSpec::new(
            "seed",
            "($self, n=None, /)",
            seed,
            "seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the \
             process identifier.",
        ),
        NativeSpec::new("getstate", "($self, /)", getstate, "getstate() -> tuple containing the current state."),
        NativeSpec::new(
            "setstate",
            "($self, state, /)",
            setstate,
            "setstate(state) -> None.  Restores generator state.",
        ),
        NativeSpec::new(
            "getrandbits",
            "($self, k, /)",
            getrandbits,
            "getrandbits(k) -> x.  Generates an int with k random bits.",
        ),
        NativeSpec::new("_below", "($self, n, /)", below, "A random int in range(n), by getrandbits."),
    ],
    ..TypeSpec::BASE
};

fn new(vm: &mut Vm, args: Args) -> Res {
    let cls = args.get(vm, 0);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    let twister = seeded(vm, Value::None)?;
    let v = vm.heap.new_object(base, twister);
    Ok(vm.wrap_new(class, v))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, given, named] = args.take(vm);
    if matches!(named, Value::Dict(k) if !vm.heap.dicts[k].is_empty()) {
        return Err(vm.type_error("Random() takes no keyword arguments"));
    }
    let given = match given {
        Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
        _ => Vec::new(),
    };
    if given.len() > 1 {
        return Err(vm.type_error("Random() requires 0 or 1 argument"));
    }
    let fresh = seeded(vm, given.first().copied().unwrap_or_default())?;
    *twister(vm, this)? = fresh;
    Ok(Value::None)
}

fn twister(vm: &mut Vm, this: Value) -> Res<&mut MersenneTwister> {
    let key = match vm.payload(this) {
        Value::Object(k) if vm.heap.object::<MersenneTwister>(k).is_some() => k,
        _ => {
            let t = vm.type_name(this);
            return Err(vm.type_error(format!("descriptor requires a '_random.Random' object but received a '{t}'")));
        }
    };
    vm.heap.object_mut::<MersenneTwister>(key).ok_or(crate::vm::Raised)
}

/// A generator for a seed; without one it is seeded by chance.
fn seeded(vm: &mut Vm, seed: Value) -> Res<MersenneTwister> {
    let number = match vm.payload(seed.or_none()) {
        Value::None => {
            let chance = RandomState::new();
            let key: Vec<u32> = (0..N).map(|i| chance.hash_one(i) as u32).collect();
            return Ok(MersenneTwister::from_key(&key));
        }
        Value::Int(i) => BigInt::from(i),
        Value::Bool(b) => BigInt::from(u8::from(b)),
        Value::BigInt(k) => vm.heap.bigints[k].clone(),
        // A hash counts as unsigned.
        _ => BigInt::from(vm.hash(seed)? as u64),
    };
    let mut key = number.magnitude().to_u32_digits();
    if key.is_empty() {
        key.push(0);
    }
    Ok(MersenneTwister::from_key(&key))
}

fn seed(vm: &mut Vm, args: Args) -> Res {
    let [this, seed] = args.take(vm);
    let fresh = seeded(vm, seed)?;
    *twister(vm, this)? = fresh;
    Ok(Value::None)
}

fn random(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    Ok(Value::Float(twister(vm, this)?.next_float()))
}

fn getstate(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let t = twister(vm, this)?;
    let mut words: Vec<Value> = t.state.iter().map(|&w| Value::Int(i64::from(w))).collect();
    words.push(Value::Int(t.index as i64));
    Ok(vm.heap.new_tuple(words))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, state] = args.take(vm);
    let Value::Tuple(k) = vm.payload(state) else {
        return Err(vm.type_error("state vector must be a tuple"));
    };
    let items = vm.heap.tuples[k].to_vec();
    if items.len() != N + 1 {
        return Err(vm.value_error("state vector is the wrong size"));
    }
    let mut words = Box::new([0; N]);
    for (word, &item) in words.iter_mut().zip(&items) {
        *word = word_of(vm, item)?;
    }
    let index = match vm.payload(items[N]) {
        Value::Int(i) => usize::try_from(i).ok().filter(|&i| i <= N),
        Value::BigInt(_) => return Err(vm.overflow_error("Python int too large to convert to C long")),
        _ => return Err(vm.type_error("an integer is required")),
    };
    let Some(index) = index else { return Err(vm.value_error("invalid state")) };
    *twister(vm, this)? = MersenneTwister { state: words, index };
    Ok(Value::None)
}

/// A word of a state; more than 32 bits are cut, as CPython does.
fn word_of(vm: &mut Vm, v: Value) -> Res<u32> {
    match vm.payload(v) {
        Value::Int(i) if i >= 0 => Ok(i as u32),
        Value::BigInt(k) if vm.heap.bigints[k].sign() != Sign::Minus && vm.heap.bigints[k].bits() <= 64 => {
            Ok(vm.heap.bigints[k].to_u64().unwrap_or(0) as u32)
        }
        Value::BigInt(k) if vm.heap.bigints[k].sign() != Sign::Minus => {
            Err(vm.overflow_error("Python int too large to convert to C unsigned long"))
        }
        Value::Int(_) | Value::BigInt(_) => Err(vm.overflow_error("can't convert negative value to unsigned int")),
        _ => Err(vm.type_error("an integer is required")),
    }
}

fn getrandbits(vm: &mut Vm, args: Args) -> Res {
    let [this, k] = args.take(vm);
    let Ok(k) = i32::try_from(vm.index_clamped(k)?) else {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    };
    match usize::try_from(k) {
        Ok(k) => bits(vm, this, k),
        Err(_) => Err(vm.value_error("number of bits must be non-negative")),
    }
}

/// An int of `k` random bits: words, the lowest first, the last one cut to its upper bits.
fn bits(vm: &mut Vm, this: Value, k: usize) -> Res {
    vm.reserve(k / 8)?;
    let t = twister(vm, this)?;
    let mut words = Vec::with_capacity(k.div_ceil(32));
    let mut left = k;
    while left > 0 {
        let unused = 32usize.saturating_sub(left);
        words.push(t.next_word() >> unused);
        left -= 32 - unused;
    }
    match *words {
        [] => Ok(Value::Int(0)),
        [word] => Ok(Value::Int(i64::from(word))),
        _ => Ok(vm.heap.new_int(BigInt::from_slice(Sign::Plus, &words))),
    }
}

fn below(vm: &mut Vm, args: Args) -> Res {
    let [this, n] = args.take(vm);
    let limit = match vm.index(n)? {
        Value::Int(n) => BigInt::from(n),
        Value::BigInt(k) => vm.heap.bigints[k].clone(),
        _ => BigInt::ZERO,
    };
    if limit.sign() != Sign::Plus {
        return Err(vm.value_error("the bound must be positive"));
    }
    if let Some(n) = limit.to_u32() {
        let unused = n.leading_zeros();
        let t = twister(vm, this)?;
        loop {
            let r = t.next_word() >> unused;
            if r < n {
                return Ok(Value::Int(i64::from(r)));
            }
        }
    }
    loop {
        let r = bits(vm, this, limit.bits() as usize)?;
        let small = match r {
            Value::Int(r) => BigInt::from(r) < limit,
            Value::BigInt(k) => vm.heap.bigints[k] < limit,
            _ => true,
        };
        if small {
            return Ok(r);
        }
    }
}

fn sha512(vm: &mut Vm, args: Args) -> Res {
    let data = args.get(vm, 0);
    let Some(data) = bytes::buffer(vm, data) else {
        let t = vm.type_name(data);
        return Err(vm.type_error(format!("a bytes-like object is required, not '{t}'")));
    };
    let digest: Box<[u8]> = Sha512::digest(data).as_slice().into();
    Ok(vm.heap.new_bytes(digest))
}
