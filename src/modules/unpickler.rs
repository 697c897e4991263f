//! The class `_pickle.Unpickler`, and `load` and `loads`.

use crate::heap::dict::Dict;
use crate::heap::kinds::Object;
use crate::pickle::by_reference;
use crate::pickle::errors::unpickling_error;
use crate::pickle::input::{Input, Source, bytes_of};
use crate::pickle::reader::{Reader, no_persistent_load};
use crate::pickle::reduce::is_native_method;
use crate::pickle::writer::is_bytes_io_method;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// `load` and `loads`.
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new(
        "load",
        "(file, *, fix_imports=True, encoding='ASCII',\n     errors='strict', buffers=())",
        load,
        "Read and return an object from the pickle data stored in a file.",
    ),
    NativeSpec::new(
        "loads",
        "(data, /, *, fix_imports=True, encoding='ASCII',\n      errors='strict', buffers=())",
        loads,
        "Read and return an object from the given pickle data.",
    ),
];

/// The class `_pickle.Unpickler`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Unpickler",
    module: "_pickle",
    doc: "This takes a binary file for reading a pickle data stream.\n\nThe protocol version of the pickle is detected \
          automatically, so no\nprotocol argument is needed.  Bytes past the pickled object's\nrepresentation are ignored.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[
        NativeSpec::new("persistent_load", "($self, pid, /)", persistent_load, ""),
        NativeSpec::new(
            "load",
            "($self, /)",
            unpickler_load,
            "Load a pickle.\n\nRead a pickled object representation from the open file object given\nin the constructor, \
             and return the reconstituted object hierarchy\nspecified therein.",
        ),
        NativeSpec::new(
            "find_class",
            "($self, module_name, global_name, /)",
            find_class,
            "Return an object from a specified module.\n\nIf necessary, the module will be imported. Subclasses may \
             override\nthis method (e.g. to restrict unpickling of arbitrary classes and\nfunctions).\n\nThis method is \
             called whenever a class or a function object is\nneeded.  Both arguments passed are str objects.",
        ),
    ],
    specials: &[NativeSpec::new(
        "__init__",
        "($self, /, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    )],
    getsets: &[GetSetSpec { name: "memo", get: get_memo, set: Some(set_memo), doc: "" }],
    ..TypeSpec::BASE
};

/// The slot of an unpickler's state.
fn home(vm: &mut Vm, this: Value) -> Res<ObjectKey> {
    if let Value::Object(k) = vm.payload(this)
        && vm.heap.object::<Reader>(k).is_some()
    {
        return Ok(k);
    }
    Err(vm.type_error("an Unpickler is required"))
}

/// Works on an unpickler's state outside its slot, where nothing else can borrow it.
fn with_reader<T>(vm: &mut Vm, k: ObjectKey, f: impl FnOnce(&mut Reader, &mut Vm) -> T) -> T {
    let mut reader = vm.heap.object_mut::<Reader>(k).map(std::mem::take).unwrap_or_default();
    reader.home = k;
    let result = f(&mut reader, vm);
    if let Some(slot) = vm.heap.object_mut::<Reader>(k) {
        *slot = reader;
    }
    result
}

/// Applies the keyword arguments that `Unpickler`, `load` and `loads` share.
fn configure(vm: &mut Vm, reader: &mut Reader, options: [Value; 4], caller: &str) -> Res<()> {
    let [fix_imports, encoding, errors, buffers] = options;
    reader.fix_imports = fix_imports.is_undef() || vm.truth(fix_imports)?;
    for (v, name, field) in [(encoding, "encoding", &mut reader.encoding), (errors, "errors", &mut reader.errors)] {
        match vm.payload(v) {
            Value::Undef => {}
            Value::Str(k) => {
                *field = vm.heap.text(k).into_owned();
                if field.contains('\0') {
                    return Err(vm.value_error("embedded null character"));
                }
            }
            _ => {
                let t = if v.is_none() { "None".to_owned() } else { vm.type_name(v) };
                return Err(vm.type_error(format!("{caller}() argument '{name}' must be str, not {t}")));
            }
        }
    }
    if !buffers.is_undef() && !buffers.is_none() {
        reader.buffers = vm.iter(buffers)?;
    }
    Ok(())
}

/// A reader of a file object.
fn open(vm: &mut Vm, file: Value) -> Res<Reader> {
    let names = vm.heap.names;
    let mut reader = Reader::new(Vec::new());
    let input = &mut reader.input;
    input.peek = vm.getattr_opt(file, names.peek)?.unwrap_or_default();
    input.readinto = vm.getattr_opt(file, names.readinto)?.unwrap_or_default();
    let read = vm.getattr_opt(file, names.read)?;
    let readline = vm.getattr_opt(file, names.readline)?;
    let (Some(read), Some(readline)) = (read, readline) else {
        return Err(vm.type_error("file must have 'read' and 'readline' attributes"));
    };
    input.read = read;
    input.readline = readline;
    if let Some(bytes_io) = bytes_io_behind(vm, input) {
        input.file = bytes_io;
        input.source = Source::Chunks;
    } else {
        input.source = Source::File;
    }
    Ok(reader)
}

/// The `BytesIO` that all of a file's methods are those of, whether or not it is the file itself.
fn bytes_io_behind(vm: &Vm, input: &Input) -> Option<Value> {
    let receiver = |method: Value| match method {
        Value::Method(k) if is_bytes_io_method(vm, method) => Some(vm.heap.methods[k].receiver),
        _ => None,
    };
    let found = receiver(input.read)?;
    let same = |method: Value| receiver(method).is_some_and(|r| r.is(found));
    let rest = [input.peek, input.readinto];
    (same(input.readline) && rest.into_iter().all(|m| m.is_undef() || same(m))).then_some(found)
}

fn load(vm: &mut Vm, args: Args) -> Res {
    let [file, fix_imports, encoding, errors, buffers] = args.take(vm);
    let mut reader = open(vm, file)?;
    configure(vm, &mut reader, [fix_imports, encoding, errors, buffers], "load")?;
    run_once(vm, reader)
}

fn loads(vm: &mut Vm, args: Args) -> Res {
    let [data, fix_imports, encoding, errors, buffers] = args.take(vm);
    let mut reader = Reader::new(bytes_of(vm, data)?);
    configure(vm, &mut reader, [fix_imports, encoding, errors, buffers], "loads")?;
    run_once(vm, reader)
}

fn run_once(vm: &mut Vm, reader: Reader) -> Res {
    let class = vm.class_for(&SPEC);
    let Value::Object(k) = vm.heap.new_object(class, reader) else { return Ok(Value::None) };
    let result = with_reader(vm, k, |r, vm| {
        let result = r.load(vm);
        *r = <Reader>::default();
        result
    });
    if let Ok(v) = result {
        vm.heap.recent.push(v);
    }
    vm.collect_soon();
    result
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let cls = args.get(vm, 0);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    let v = vm.heap.new_object(base, <Reader>::default());
    Ok(vm.wrap_new(class, v))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, file, fix_imports, encoding, errors, buffers] = args.take(vm);
    let k = home(vm, this)?;
    let mut reader = open(vm, file)?;
    configure(vm, &mut reader, [fix_imports, encoding, errors, buffers], "Unpickler")?;
    if let Some(slot) = vm.heap.object_mut::<Reader>(k) {
        *slot = reader;
    }
    Ok(Value::None)
}

fn persistent_load(vm: &mut Vm, _: Args) -> Res {
    Err(no_persistent_load(vm))
}

fn unpickler_load(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = home(vm, this)?;
    if !vm.heap.object::<Reader>(k).is_some_and(|r| r.ready) {
        let t = vm.type_name(this);
        return Err(unpickling_error(vm, &format!("Unpickler.__init__() was not called by {t}.__init__()")));
    }
    let names = vm.heap.names;
    let mut hooks = [Value::Undef; 2];
    if matches!(this, Value::Instance(_)) {
        let find = vm.getattr(this, names.find_class)?;
        if !is_native_method(vm, find, find_class) {
            hooks[0] = find;
        }
        if let Some(hook) = vm.getattr_opt(this, names.persistent_load)?
            && !is_native_method(vm, hook, persistent_load)
        {
            hooks[1] = hook;
        }
    }
    let result = with_reader(vm, k, |r, vm| {
        [r.find_class, r.persistent_load] = hooks;
        r.load(vm)
    });
    if let Ok(v) = result {
        vm.heap.recent.push(v);
    }
    vm.collect_soon();
    result
}

fn find_class(vm: &mut Vm, args: Args) -> Res {
    let [this, module, name] = args.take(vm);
    let k = home(vm, this)?;
    let (protocol, fix_imports) = vm.heap.object::<Reader>(k).map_or((0, true), |r| (r.protocol, r.fix_imports));
    let Value::Str(module) = vm.payload(module) else { return Err(vm.type_error("module name must be a string")) };
    let Value::Str(name) = vm.payload(name) else {
        let t = vm.type_name(name);
        return Err(vm.type_error(format!("attribute name must be string, not '{t}'")));
    };
    by_reference::find_class(vm, module, name, protocol, fix_imports)
}

/// What `Unpickler.memo` answers: a view of the memo.
#[derive(Debug)]
struct MemoProxy {
    unpickler: Value,
}

impl Object for MemoProxy {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.unpickler);
    }
}

static MEMO_PROXY: TypeSpec = TypeSpec {
    name: "UnpicklerMemoProxy",
    module: "_pickle",
    no_new: true,
    methods: &[
        NativeSpec::new("clear", "($self, /)", memo_clear, "Remove all items from memo."),
        NativeSpec::new("copy", "($self, /)", memo_copy, "Copy the memo to a new object."),
        NativeSpec::new("__reduce__", "($self, /)", memo_reduce, "Implement pickling support."),
    ],
    unhashable: true,
    ..TypeSpec::BASE
};

fn get_memo(vm: &mut Vm, this: Value) -> Res {
    let class = vm.class_for(&MEMO_PROXY);
    Ok(vm.heap.new_object(class, MemoProxy { unpickler: this }))
}

fn proxied(vm: &mut Vm, v: Value) -> Option<Value> {
    match v {
        Value::Object(k) => vm.heap.object::<MemoProxy>(k).map(|p| p.unpickler),
        _ => None,
    }
}

fn entries(vm: &mut Vm, unpickler: Value) -> Res<Vec<(u64, Value)>> {
    let k = home(vm, unpickler)?;
    Ok(vm.heap.object::<Reader>(k).map(|r| r.memo.iter().collect()).unwrap_or_default())
}

fn set_memo(vm: &mut Vm, this: Value, v: Value) -> Res<()> {
    if v.is_undef() {
        return Err(vm.type_error("attribute deletion is not supported"));
    }
    let new = if let Some(unpickler) = proxied(vm, v) {
        entries(vm, unpickler)?
    } else if let Value::Dict(d) = vm.payload(v) {
        let pairs: Vec<(Value, Value)> = vm.heap.dicts[d].iter().map(|e| (e.key, e.value)).collect();
        let mut new = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            let index = match vm.payload(key) {
                Value::Int(index) => index,
                Value::Bool(index) => i64::from(index),
                Value::BigInt(_) => return Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
                _ => return Err(vm.type_error("memo key must be integers")),
            };
            let Ok(index) = u64::try_from(index) else {
                return Err(vm.value_error("memo key must be positive integers."));
            };
            new.push((index, value));
        }
        new
    } else {
        let t = vm.type_name(v);
        let message = format!("'memo' attribute must be an UnpicklerMemoProxy object or dict, not {t}");
        return Err(vm.type_error(message));
    };
    let k = home(vm, this)?;
    if let Some(reader) = vm.heap.object_mut::<Reader>(k) {
        reader.memo.clear();
        new.into_iter().for_each(|(index, v)| reader.memo.put(index, v));
    }
    Ok(())
}

fn memo_clear(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    if let Some(unpickler) = proxied(vm, this) {
        let k = home(vm, unpickler)?;
        if let Some(reader) = vm.heap.object_mut::<Reader>(k) {
            reader.memo.clear();
        }
    }
    Ok(Value::None)
}

fn memo_copy(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let dict = vm.heap.new_dict_key(Dict::new());
    if let Some(unpickler) = proxied(vm, this) {
        for (index, v) in entries(vm, unpickler)? {
            vm.dict_set(dict, Value::Int(index as i64), v)?;
        }
    }
    Ok(Value::Dict(dict))
}

fn memo_reduce(vm: &mut Vm, args: Args) -> Res {
    let copy = memo_copy(vm, args)?;
    let arguments = vm.heap.new_tuple([copy]);
    let class = Value::Class(vm.heap.types.dict);
    Ok(vm.heap.new_tuple([class, arguments]))
}
