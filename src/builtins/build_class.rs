//! `__build_class__`: what a class statement calls (data model 3.3.3).

use crate::types::constructor_args::keywords;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

/// The function.
pub static FUNCTIONS: &[NativeSpec] = &[NativeSpec::new(
    "__build_class__",
    "(func, name, /, *bases, **kwds)",
    build_class,
    "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement.",
)];

fn build_class(vm: &mut Vm, args: Args) -> Res {
    let [body, name, bases, kwargs] = args.take(vm);
    let (Value::Function(body), Value::Tuple(original)) = (body, bases) else {
        return Err(vm.type_error("__build_class__: func must be a function"));
    };
    let names = vm.heap.names;
    let mut kwargs = keywords(vm, kwargs);
    let bases = resolve_bases(vm, bases, original)?;
    let Value::Tuple(base_key) = bases else { return Ok(Value::None) };
    let items = vm.heap.tuples[base_key].to_vec();
    let given = kwargs.iter().position(|(k, _)| *k == names.metaclass).map(|i| kwargs.remove(i).1);
    let meta = find_metaclass(vm, given, &items)?;
    let namespace = prepare(vm, meta, name, bases, &kwargs)?;
    let function = &vm.heap.functions[body];
    let (code, globals) = (function.code, function.globals);
    let mark = vm.pin(namespace);
    vm.pin(meta);
    let cell = vm.run_code(code, body, globals, namespace)?;
    vm.pin(cell);
    if !Value::Tuple(original).is(bases) {
        vm.namespace_set(namespace, names.__orig_bases__, Value::Tuple(original))?;
    }
    let class = vm.call_kw(meta, &[name, bases, namespace], &kwargs)?;
    vm.unpin_to(mark);
    if let (Value::Cell(c), Value::Class(_)) = (cell, class) {
        match vm.heap.cells[c] {
            Value::Undef => {
                let (n, class) = (vm.repr_text(name)?, vm_repr(vm, class));
                return Err(vm.runtime_error(format!(
                    "__class__ not set defining {n} as {class}. Was __classcell__ propagated to type.__new__?"
                )));
            }
            set if !set.is(class) => {
                let (n, set) = (vm.repr_text(name)?, vm_repr(vm, set));
                let class = vm_repr(vm, class);
                return Err(vm.type_error(format!("__class__ set to {set} defining {n} as {class}")));
            }
            _ => {}
        }
    }
    Ok(class)
}

fn vm_repr(vm: &mut Vm, v: Value) -> String {
    match v {
        Value::Class(c) => {
            let name = vm.full_class_name(c).unwrap_or_default();
            format!("<class '{name}'>")
        }
        _ => vm.type_name(v),
    }
}

/// Replaces bases that are not classes by what their `__mro_entries__` say (PEP 560).
fn resolve_bases(vm: &mut Vm, bases: Value, key: TupleKey) -> Res {
    let items = vm.heap.tuples[key].to_vec();
    if items.iter().all(|b| matches!(b, Value::Class(_))) {
        return Ok(bases);
    }
    let name = vm.heap.names.__mro_entries__;
    let mut resolved = Vec::with_capacity(items.len());
    for item in items {
        if let Value::Class(_) = item {
            resolved.push(item);
            continue;
        }
        match vm.getattr_opt(item, name)? {
            None => resolved.push(item),
            Some(f) => match vm.call(f, &[bases])? {
                Value::Tuple(t) => resolved.extend(vm.heap.tuples[t].iter().copied()),
                _ => return Err(vm.type_error("__mro_entries__ must return a tuple")),
            },
        }
    }
    Ok(vm.heap.new_tuple(resolved))
}

/// The metaclass: as given, or the type of the first base, made as derived as the bases need.
fn find_metaclass(vm: &mut Vm, given: Option<Value>, bases: &[Value]) -> Res {
    let start = match given {
        Some(m) => m,
        None => match bases.first() {
            None => Value::Class(vm.heap.types.r#type),
            Some(&b) => Value::Class(vm.class_of(b)),
        },
    };
    let Value::Class(meta) = start else { return Ok(start) };
    if !vm.heap.is_subclass(meta, vm.heap.types.r#type) && given.is_some() {
        return Ok(start);
    }
    let classes: Vec<ClassKey> = bases.iter().map(|&b| vm.class_of(b)).collect();
    let winner = vm.winning_metaclass(meta, &classes)?;
    Ok(Value::Class(winner))
}

/// The namespace the class body runs in: from the metaclass's `__prepare__`.
fn prepare(vm: &mut Vm, meta: Value, name: Value, bases: Value, kwargs: &[(StrKey, Value)]) -> Res {
    let prepare = vm.heap.names.__prepare__;
    let default = matches!(meta, Value::Class(c) if c == vm.heap.types.r#type);
    if default {
        return Ok(vm.heap.new_dict(Default::default()));
    }
    let Some(f) = vm.getattr_opt(meta, prepare)? else {
        return Ok(vm.heap.new_dict(Default::default()));
    };
    let ns = vm.call_kw(f, &[name, bases], kwargs)?;
    let getitem = vm.heap.names.__getitem__;
    if !matches!(vm.payload(ns), Value::Dict(_)) && vm.special(ns, getitem).is_none() {
        let (m, t) = (
            match meta {
                Value::Class(c) => vm.heap.class_name(c),
                _ => String::from("<metaclass>"),
            },
            vm.type_name(ns),
        );
        return Err(vm.type_error(format!("{m}.__prepare__() must return a mapping, not {t}")));
    }
    Ok(ns)
}
