//! The class `_pickle.Pickler`, and `dump` and `dumps`.

use crate::heap::dict::Dict;
use crate::heap::kinds::Object;
use crate::pickle::by_reference::import_attribute;
use crate::pickle::errors::pickling_error;
use crate::pickle::reduce::is_native_method;
use crate::pickle::writer::Writer;
use crate::pickle::{DEFAULT_PROTOCOL, HIGHEST_PROTOCOL};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};
use num_traits::ToPrimitive;

/// `dump` and `dumps`.
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new(
        "dump",
        "(obj, file, protocol=None, *, fix_imports=True,\n     buffer_callback=None)",
        dump,
        "Write a pickled representation of obj to the open file object file.\n\nThis is equivalent to \
         ``Pickler(file, protocol).dump(obj)``, but may\nbe more efficient.",
    ),
    NativeSpec::new(
        "dumps",
        "(obj, protocol=None, *, fix_imports=True,\n      buffer_callback=None)",
        dumps,
        "Return the pickled representation of the object as a bytes object.",
    ),
];

/// The class `_pickle.Pickler`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Pickler",
    module: "_pickle",
    doc: "This takes a binary file for writing a pickle data stream.\n\nThe optional *protocol* argument tells the \
          pickler to use the given\nprotocol; supported protocols are 0, 1, 2, 3, 4 and 5.  The default\nprotocol is 4.",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[
        NativeSpec::new("persistent_id", "($self, obj, /)", persistent_id, ""),
        NativeSpec::new(
            "dump",
            "($self, obj, /)",
            pickler_dump,
            "Write a pickled representation of the given object to the open file.",
        ),
        NativeSpec::new(
            "clear_memo",
            "($self, /)",
            clear_memo,
            "Clears the pickler's \"memo\".\n\nThe memo is the data structure that remembers which objects the\npickler \
             has already seen, so that shared or recursive objects are\npickled by reference and not by value.  This \
             method is useful when\nre-using picklers.",
        ),
    ],
    specials: &[NativeSpec::new(
        "__init__",
        "($self, /, file, protocol=None, fix_imports=True, buffer_callback=None)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    )],
    getsets: GETSETS,
    ..TypeSpec::BASE
};

static GETSETS: &[GetSetSpec] = &[
    GetSetSpec {
        name: "bin",
        get: |vm, o| read(vm, o, |w| Value::Int(i64::from(w.bin))),
        set: Some(|vm, o, v| {
            let n = int_of(vm, v)?;
            write(vm, o, |w| w.bin = n != 0)
        }),
        doc: "",
    },
    GetSetSpec {
        name: "fast",
        get: |vm, o| read(vm, o, |w| Value::Int(i64::from(w.fast))),
        set: Some(|vm, o, v| {
            let n = int_of(vm, v)?;
            write(vm, o, |w| w.fast = i32::try_from(n).unwrap_or(1))
        }),
        doc: "",
    },
    GetSetSpec { name: "dispatch_table", get: get_dispatch_table, set: Some(set_dispatch_table), doc: "" },
    GetSetSpec { name: "memo", get: get_memo, set: Some(set_memo), doc: "" },
];

fn int_of(vm: &mut Vm, v: Value) -> Res<i64> {
    if v.is_undef() {
        return Err(vm.type_error("can't delete numeric/char attribute"));
    }
    match vm.index(v)? {
        Value::Int(i) => Ok(i),
        _ => Ok(1),
    }
}

/// The slot of a pickler's state.
fn home(vm: &mut Vm, this: Value) -> Res<ObjectKey> {
    if let Value::Object(k) = vm.payload(this)
        && vm.heap.object::<Writer>(k).is_some()
    {
        return Ok(k);
    }
    Err(vm.type_error("a Pickler is required"))
}

fn read(vm: &mut Vm, this: Value, f: impl FnOnce(&Writer) -> Value) -> Res {
    let k = home(vm, this)?;
    Ok(vm.heap.object::<Writer>(k).map(f).unwrap_or_default())
}

fn write(vm: &mut Vm, this: Value, f: impl FnOnce(&mut Writer)) -> Res<()> {
    let k = home(vm, this)?;
    if let Some(w) = vm.heap.object_mut::<Writer>(k) {
        f(w);
    }
    Ok(())
}

/// Works on a pickler's state outside its slot, where nothing else can borrow it.
fn with_writer<T>(vm: &mut Vm, k: ObjectKey, f: impl FnOnce(&mut Writer, &mut Vm) -> T) -> T {
    let mut writer = vm.heap.object_mut::<Writer>(k).map(std::mem::take).unwrap_or_default();
    writer.home = k;
    let result = f(&mut writer, vm);
    if let Some(slot) = vm.heap.object_mut::<Writer>(k) {
        *slot = writer;
    }
    result
}

/// The protocol asked for: None is the default, a negative one the highest.
fn protocol_of(vm: &mut Vm, protocol: Value) -> Res<u8> {
    if protocol.is_undef() || protocol.is_none() {
        return Ok(DEFAULT_PROTOCOL);
    }
    let n = match vm.index(protocol)? {
        Value::Int(i) => i,
        Value::BigInt(k) => vm.heap.bigints[k].to_i64().unwrap_or(i64::MAX),
        _ => 0,
    };
    match u8::try_from(n) {
        Ok(n) if n <= HIGHEST_PROTOCOL => Ok(n),
        _ if n < 0 => Ok(HIGHEST_PROTOCOL),
        _ => Err(vm.value_error(format!("pickle protocol must be <= {HIGHEST_PROTOCOL}"))),
    }
}

/// A fresh state from the arguments that `Pickler`, `dump` and `dumps` share.
fn configured(vm: &mut Vm, protocol: Value, fix_imports: Value, callback: Value) -> Res<Writer> {
    let protocol = protocol_of(vm, protocol)?;
    let fix_imports = fix_imports.is_undef() || vm.truth(fix_imports)?;
    let mut writer = Writer::new(protocol, fix_imports);
    if !callback.is_undef() && !callback.is_none() {
        if protocol < 5 {
            return Err(vm.value_error("buffer_callback needs protocol >= 5"));
        }
        writer.buffer_callback = callback;
    }
    Ok(writer)
}

fn write_method(vm: &mut Vm, file: Value) -> Res {
    let name = vm.heap.names.write;
    match vm.getattr_opt(file, name)? {
        Some(write) => Ok(write),
        None => Err(vm.type_error("file must have a 'write' attribute")),
    }
}

/// The tables of `copyreg` that every pickle consults.
fn attach_tables(vm: &mut Vm, writer: &mut Writer) -> Res<()> {
    writer.shared_table = import_attribute(vm, "copyreg", "dispatch_table")?;
    writer.extensions = import_attribute(vm, "copyreg", "_extension_registry")?;
    Ok(())
}

fn dump(vm: &mut Vm, args: Args) -> Res {
    let [obj, file, protocol, fix_imports, callback] = args.take(vm);
    let mut writer = configured(vm, protocol, fix_imports, callback)?;
    writer.write = write_method(vm, file)?;
    attach_tables(vm, &mut writer)?;
    writer.shapes_allowed = true;
    let class = vm.class_for(&SPEC);
    let Value::Object(k) = vm.heap.new_object(class, writer) else { return Ok(Value::None) };
    with_writer(vm, k, |w, vm| w.dump(vm, obj))?;
    vm.collect_soon();
    Ok(Value::None)
}

fn dumps(vm: &mut Vm, args: Args) -> Res {
    let [obj, protocol, fix_imports, callback] = args.take(vm);
    let mut writer = configured(vm, protocol, fix_imports, callback)?;
    attach_tables(vm, &mut writer)?;
    writer.shapes_allowed = true;
    let class = vm.class_for(&SPEC);
    let Value::Object(k) = vm.heap.new_object(class, writer) else { return Ok(Value::None) };
    let bytes = with_writer(vm, k, |w, vm| {
        w.dump(vm, obj)?;
        let bytes = std::mem::take(&mut w.out.bytes);
        *w = Writer::default();
        Ok(bytes)
    })?;
    vm.collect_soon();
    Ok(vm.heap.new_bytes(bytes))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let cls = args.get(vm, 0);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    let v = vm.heap.new_object(base, Writer::default());
    Ok(vm.wrap_new(class, v))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, file, protocol, fix_imports, callback] = args.take(vm);
    let k = home(vm, this)?;
    let mut writer = configured(vm, protocol, fix_imports, callback)?;
    writer.write = write_method(vm, file)?;
    // A table that was set before stays.
    writer.dispatch_table = read(vm, this, |w| w.dispatch_table)?;
    if let Some(slot) = vm.heap.object_mut::<Writer>(k) {
        *slot = writer;
    }
    let name = vm.heap.names.dispatch_table;
    if let Some(table) = vm.getattr_opt(this, name)? {
        write(vm, this, |w| w.dispatch_table = table)?;
    }
    Ok(Value::None)
}

fn persistent_id(_: &mut Vm, _: Args) -> Res {
    Ok(Value::None)
}

fn pickler_dump(vm: &mut Vm, args: Args) -> Res {
    let [this, obj] = args.take(vm);
    let k = home(vm, this)?;
    if !vm.heap.object::<Writer>(k).is_some_and(|w| w.ready) {
        let t = vm.type_name(this);
        return Err(pickling_error(vm, &format!("Pickler.__init__() was not called by {t}.__init__()")));
    }
    let names = vm.heap.names;
    let exact = !matches!(this, Value::Instance(_));
    let reducer = if exact { None } else { vm.getattr_opt(this, names.reducer_override)? };
    let hook = if exact { None } else { vm.getattr_opt(this, names.persistent_id)? };
    let hook = hook.filter(|&h| !is_native_method(vm, h, persistent_id));
    with_writer(vm, k, |w, vm| {
        w.reducer_override = reducer.unwrap_or_default();
        w.persistent_id = hook.unwrap_or_default();
        attach_tables(vm, w)?;
        w.settle(vm);
        w.shapes_allowed = true;
        w.dump(vm, obj)
    })?;
    Ok(Value::None)
}

fn clear_memo(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    write(vm, this, Writer::clear_memo)?;
    Ok(Value::None)
}

fn get_dispatch_table(vm: &mut Vm, this: Value) -> Res {
    let table = read(vm, this, |w| w.dispatch_table)?;
    match table.bound() {
        Some(table) => Ok(table),
        None => {
            let name = vm.heap.names.dispatch_table;
            Err(vm.no_attribute(this, name))
        }
    }
}

fn set_dispatch_table(vm: &mut Vm, this: Value, v: Value) -> Res<()> {
    write(vm, this, |w| w.dispatch_table = v)
}

/// What `Pickler.memo` answers: a view of the memo.
#[derive(Debug)]
struct MemoProxy {
    pickler: Value,
}

impl Object for MemoProxy {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.pickler);
    }
}

static MEMO_PROXY: TypeSpec = TypeSpec {
    name: "PicklerMemoProxy",
    module: "_pickle",
    no_new: true,
    methods: &[
        NativeSpec::new("clear", "($self, /)", memo_clear, "Remove all items from memo."),
        NativeSpec::new("copy", "($self, /)", memo_copy, "Copy the memo to a new object."),
        NativeSpec::new("__reduce__", "($self, /)", memo_reduce, "Implement pickle support."),
    ],
    unhashable: true,
    ..TypeSpec::BASE
};

fn get_memo(vm: &mut Vm, this: Value) -> Res {
    let class = vm.class_for(&MEMO_PROXY);
    Ok(vm.heap.new_object(class, MemoProxy { pickler: this }))
}

fn proxied(vm: &mut Vm, v: Value) -> Option<Value> {
    match v {
        Value::Object(k) => vm.heap.object::<MemoProxy>(k).map(|p| p.pickler),
        _ => None,
    }
}

/// The entries of a pickler's memo.
fn entries(vm: &mut Vm, pickler: Value) -> Res<Vec<(Value, u32)>> {
    let k = home(vm, pickler)?;
    Ok(with_writer(vm, k, |w, vm| {
        w.settle(vm);
        w.memo.objects.clone()
    }))
}

fn set_memo(vm: &mut Vm, this: Value, v: Value) -> Res<()> {
    if v.is_undef() {
        return Err(vm.type_error("attribute deletion is not supported"));
    }
    let new = if let Some(pickler) = proxied(vm, v) {
        entries(vm, pickler)?
    } else if let Value::Dict(k) = vm.payload(v) {
        let values: Vec<Value> = vm.heap.dicts[k].iter().map(|e| e.value).collect();
        let mut new = Vec::with_capacity(values.len());
        for pair in values {
            match pair {
                Value::Tuple(t) if vm.heap.tuples[t].len() == 2 => {
                    let (index, object) = (vm.heap.tuples[t][0], vm.heap.tuples[t][1]);
                    let Value::Int(index) = vm.payload(index) else {
                        return Err(vm.type_error("an integer is required"));
                    };
                    new.push((object, u32::try_from(index).unwrap_or(u32::MAX)));
                }
                _ => return Err(vm.type_error("'memo' values must be 2-item tuples")),
            }
        }
        new
    } else {
        let t = vm.type_name(v);
        let message = format!("'memo' attribute must be a PicklerMemoProxy object or dict, not {t}");
        return Err(vm.type_error(message));
    };
    write(vm, this, |w| {
        w.clear_memo();
        w.memo.assign(new);
    })
}

fn memo_clear(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    if let Some(pickler) = proxied(vm, this) {
        write(vm, pickler, Writer::clear_memo)?;
    }
    Ok(Value::None)
}

fn memo_copy(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let dict = vm.heap.new_dict_key(Dict::new());
    if let Some(pickler) = proxied(vm, this) {
        for (object, index) in entries(vm, pickler)? {
            let id = vm.id(object);
            let pair = vm.heap.new_tuple([Value::Int(i64::from(index)), object]);
            vm.dict_set(dict, id, pair)?;
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
