//! The callable behind `functools.lru_cache`: a function that remembers its answers.

use crate::heap::dict::Dict;
use crate::heap::kinds::Object;
use crate::types::constructor_args::{keywords, positional};
use crate::types::object::BareObject;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::table::Table;
use crate::vm::{Res, Vm};

/// The class `functools._lru_cache_wrapper`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "_lru_cache_wrapper",
    module: "functools",
    doc: "Create a cached callable that wraps another function.\n\nuser_function:      the function being \
          cached\n\nmaxsize:  0         for no caching\n          None      for unlimited cache size\n          n         \
          for a bounded cache\n\ntyped:    False     cache f(3) and f(3.0) as identical calls\n          True      \
          cache f(3) and f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with the \
          fields:\n                        hits misses currsize maxsize\n",
    subclassable: true,
    weakref: true,
    places: Some(2),
    has_dict: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, user_function, maxsize, typed, cache_info_type)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    specials: &[
        NativeSpec::new("__call__", "($self, /, *args, **kwargs)", call, "Call self as a function."),
        NativeSpec::new(
            "__get__",
            "($self, instance, owner=None, /)",
            get,
            "Return an attribute of instance, which is of type owner.",
        ),
    ],
    methods: &[
        NativeSpec::new("cache_info", "($self, /)", cache_info, "Report cache statistics"),
        NativeSpec::new("cache_clear", "($self, /)", cache_clear, "Clear the cache and cache statistics"),
        NativeSpec::new("__reduce__", "($self, /)", reduce, ""),
        NativeSpec::new("__copy__", "($self, /)", |vm, a| Ok(a.get(vm, 0)), ""),
        NativeSpec::new("__deepcopy__", "($self, memo, /)", |vm, a| Ok(a.get(vm, 0)), ""),
    ],
    getsets: DICT,
    ..TypeSpec::BASE
};

static DICT: &[GetSetSpec] = &[crate::types::exception::DICT];

/// What an instance holds at its second place; the function is at the first.
struct Cache {
    /// Answers by key, the least recently used first.
    answers: DictKey,
    /// None: unlimited.
    max_size: Option<usize>,
    typed: bool,
    hits: u64,
    misses: u64,
    /// A callable for `cache_info()`.
    info_type: Value,
    /// Stands between positional and keyword arguments in keys.
    separator: Value,
}

impl Object for Cache {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Dict(self.answers));
        visit(self.info_type);
        visit(self.separator);
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, function, max_size, typed, info_type] = args.take(vm);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    if !crate::builtins::objects::is_callable(vm, function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let max_size = match max_size {
        Value::None => None,
        v if vm.is_index(v) => Some(usize::try_from(vm.index_clamped(v)?).unwrap_or(0)),
        _ => return Err(vm.type_error("maxsize should be integer or None")),
    };
    let typed = vm.truth(typed)?;
    let answers = vm.heap.new_dict_key(Dict::new());
    let object = vm.heap.types.object;
    let separator = vm.heap.new_object(object, BareObject);
    let cache = Cache { answers, max_size, typed, hits: 0, misses: 0, info_type, separator };
    let cache = vm.heap.new_object(object, cache);
    let k = vm.heap.new_instance(class);
    vm.heap.set_place(k, 0, function);
    vm.heap.set_place(k, 1, cache);
    Ok(Value::Instance(k))
}

/// The wrapped function and its cache.
fn parts(vm: &mut Vm, this: Value) -> Res<(Value, ObjectKey)> {
    if let Value::Instance(k) = this
        && let Value::Object(cache) = vm.heap.place(k, 1)
        && vm.heap.object::<Cache>(cache).is_some()
    {
        return Ok((vm.heap.place(k, 0), cache));
    }
    Err(vm.type_error("not a functools._lru_cache_wrapper"))
}

fn call(vm: &mut Vm, args: Args) -> Res {
    let [this, rest, kwargs] = args.take(vm);
    let (function, k) = parts(vm, this)?;
    let Some(&Cache { answers, max_size, typed, separator, .. }) = vm.heap.object::<Cache>(k) else {
        return Ok(Value::None);
    };
    let args = positional(vm, rest);
    let named = keywords(vm, kwargs);
    if max_size == Some(0) {
        count(vm, k, |c| c.misses += 1);
        return vm.call_kw(function, &args, &named);
    }
    let key = make_key(vm, &args, &named, typed, separator);
    let table = Table::Dict(answers);
    let hash = vm.key_hash(key)?;
    if let Some(place) = vm.table_find(table, hash, key)? {
        count(vm, k, |c| c.hits += 1);
        let answer = vm.heap.dicts[answers].value_at(place);
        if max_size.is_some() {
            let used = vm.heap.dicts[answers].remove_at(place);
            vm.heap.dicts[answers].insert_new(used.hash, used.key, used.value);
        }
        return Ok(answer);
    }
    count(vm, k, |c| c.misses += 1);
    let answer = vm.call_kw(function, &args, &named)?;
    // The call may have been made, and its answer remembered, meanwhile.
    if vm.table_find(table, hash, key)?.is_some() {
        return Ok(answer);
    }
    if max_size.is_some_and(|max| vm.heap.dicts[answers].len() >= max) {
        let dict = &mut vm.heap.dicts[answers];
        if let Some(oldest) = dict.first_place() {
            dict.remove_at(oldest);
        }
    }
    vm.table_insert(table, hash, key, answer)?;
    Ok(answer)
}

fn count(vm: &mut Vm, k: ObjectKey, f: impl FnOnce(&mut Cache)) {
    if let Some(cache) = vm.heap.object_mut::<Cache>(k) {
        f(cache);
    }
}

/// What a call is remembered under: a single int or str itself, else a tuple of the arguments, of the names and values
/// of keywords, and of all their classes if those matter.
fn make_key(vm: &mut Vm, args: &[Value], named: &[(StrKey, Value)], typed: bool, separator: Value) -> Value {
    if let ([only @ (Value::Int(_) | Value::BigInt(_) | Value::Str(_))], [], false) = (args, named, typed) {
        return *only;
    }
    let mut key = args.to_vec();
    if !named.is_empty() {
        key.push(separator);
        key.extend(named.iter().flat_map(|&(n, v)| [Value::Str(n), v]));
    }
    if typed {
        let values = args.iter().copied().chain(named.iter().map(|&(_, v)| v));
        key.extend(values.map(|v| Value::Class(vm.heap.class_of(v))));
    }
    vm.heap.new_tuple(key)
}

fn get(vm: &mut Vm, args: Args) -> Res {
    let [this, instance, _] = args.take(vm);
    Ok(if instance.is_none() { this } else { vm.heap.new_method(this, instance) })
}

fn cache_info(vm: &mut Vm, args: Args) -> Res {
    let (_, k) = parts(vm, args.get(vm, 0))?;
    let Some(c) = vm.heap.object::<Cache>(k) else { return Ok(Value::None) };
    let (hits, misses, max_size, info_type) = (c.hits, c.misses, c.max_size, c.info_type);
    let size = vm.heap.dicts[c.answers].len();
    let hits = vm.heap.int_from(hits);
    let misses = vm.heap.int_from(misses);
    let max_size = max_size.map_or(Value::None, |n| vm.heap.int_from(n));
    let size = vm.heap.int_from(size);
    vm.call(info_type, &[hits, misses, max_size, size])
}

fn cache_clear(vm: &mut Vm, args: Args) -> Res {
    let (_, k) = parts(vm, args.get(vm, 0))?;
    let Some(cache) = vm.heap.object_mut::<Cache>(k) else { return Ok(Value::None) };
    (cache.hits, cache.misses) = (0, 0);
    let answers = cache.answers;
    vm.heap.dicts[answers].clear();
    Ok(Value::None)
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let name = vm.heap.names.__qualname__;
    vm.getattr(args.get(vm, 0), name)
}
