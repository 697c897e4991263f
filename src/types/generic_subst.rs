//! Type parameters of generic aliases and unions: which there are, and putting types in their place (PEP 585, 646).

use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// The type parameters among the arguments of an alias, each once, in order.
pub fn parameters(vm: &mut Vm, args: TupleKey) -> Res<Vec<Value>> {
    let mut found: Vec<Value> = Vec::new();
    for arg in vm.heap.tuples[args].to_vec() {
        if let Value::Class(_) = arg {
            continue;
        }
        if attribute(vm, arg, "__typing_subst__")?.is_some() {
            add(vm, &mut found, arg)?;
        } else if let Some(Value::Tuple(k)) = attribute(vm, arg, "__parameters__")? {
            for parameter in vm.heap.tuples[k].to_vec() {
                add(vm, &mut found, parameter)?;
            }
        }
    }
    Ok(found)
}

fn attribute(vm: &mut Vm, v: Value, name: &str) -> Res<Option<Value>> {
    let name = vm.heap.intern(name);
    vm.getattr_opt(v, name)
}

fn add(vm: &mut Vm, found: &mut Vec<Value>, v: Value) -> Res<()> {
    if position(vm, found, v)?.is_none() {
        found.push(v);
    }
    Ok(())
}

fn position(vm: &mut Vm, all: &[Value], v: Value) -> Res<Option<usize>> {
    for (i, &known) in all.iter().enumerate() {
        if known.is(v) || vm.eq(known, v)? {
            return Ok(Some(i));
        }
    }
    Ok(None)
}

/// The arguments of `alias` with its type parameters replaced by what is in brackets behind it.
pub fn substitute(vm: &mut Vm, alias: Value, args: TupleKey, item: Value) -> Res<Vec<Value>> {
    let parameters = parameters(vm, args)?;
    if parameters.is_empty() {
        let shown = vm.repr_text(alias)?;
        return Err(vm.type_error(format!("{shown} is not a generic class")));
    }
    let mut items = given(vm, item)?;
    for &parameter in &parameters {
        let Some(prepare) = attribute(vm, parameter, "__typing_prepare_subst__")?.filter(|p| !p.is_none()) else {
            continue;
        };
        let tuple = vm.heap.new_tuple(&items[..]);
        let prepared = vm.call(prepare, &[alias, tuple])?;
        items = match prepared {
            Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
            one => vec![one],
        };
    }
    if items.len() != parameters.len() {
        let shown = vm.repr_text(alias)?;
        let (n, expected) = (items.len(), parameters.len());
        let how = if n > expected { "many" } else { "few" };
        return Err(vm.type_error(format!("Too {how} arguments for {shown}; actual {n}, expected {expected}")));
    }
    let mut substituted = Vec::new();
    for arg in vm.heap.tuples[args].to_vec() {
        let value = one(vm, arg, &parameters, &items)?;
        let unpacked = attribute(vm, arg, "__typing_is_unpacked_typevartuple__")?;
        match (unpacked, value) {
            (Some(flag), Value::Tuple(k)) if vm.truth(flag)? => substituted.extend(vm.heap.tuples[k].to_vec()),
            _ => substituted.push(value),
        }
    }
    Ok(substituted)
}

/// What was given in brackets: unpacked tuples of known length count as their elements.
fn given(vm: &mut Vm, item: Value) -> Res<Vec<Value>> {
    let items = match item {
        Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
        _ => vec![item],
    };
    let mut all = Vec::new();
    for item in items {
        if let Value::Class(_) = item {
            all.push(item);
            continue;
        }
        match attribute(vm, item, "__typing_unpacked_tuple_args__")? {
            Some(Value::Tuple(k)) if !matches!(vm.heap.tuples[k].last(), Some(Value::Ellipsis)) => {
                all.extend(vm.heap.tuples[k].to_vec());
            }
            _ => all.push(item),
        }
    }
    Ok(all)
}

/// One argument with its parameters replaced.
fn one(vm: &mut Vm, arg: Value, parameters: &[Value], items: &[Value]) -> Res {
    match arg {
        Value::Class(_) => return Ok(arg),
        Value::Tuple(_) | Value::List(_) => return nested(vm, arg, parameters, items),
        _ => {}
    }
    if let Some(subst) = attribute(vm, arg, "__typing_subst__")? {
        let Some(i) = position(vm, parameters, arg)? else { return Ok(arg) };
        return vm.call(subst, &[items[i]]);
    }
    let Some(Value::Tuple(own)) = attribute(vm, arg, "__parameters__")? else { return Ok(arg) };
    if vm.heap.tuples[own].is_empty() {
        return Ok(arg);
    }
    let mut inner = Vec::new();
    for parameter in vm.heap.tuples[own].to_vec() {
        let value = position(vm, parameters, parameter)?.map_or(parameter, |i| items[i]);
        match value {
            Value::Tuple(k) if super::type_param::is_type_var_tuple(vm, parameter) => {
                inner.extend(vm.heap.tuples[k].to_vec());
            }
            _ => inner.push(value),
        }
    }
    let key = vm.heap.new_tuple(inner);
    vm.get_item(arg, key)
}

/// The same within a list or tuple of arguments.
fn nested(vm: &mut Vm, arg: Value, parameters: &[Value], items: &[Value]) -> Res {
    let inner = vm.to_vec(arg)?;
    vm.nest("")?;
    let replaced: Result<Vec<Value>, Raised> = inner.into_iter().map(|v| one(vm, v, parameters, items)).collect();
    vm.unnest();
    let replaced = replaced?;
    Ok(match arg {
        Value::List(_) => vm.heap.new_list(replaced),
        _ => vm.heap.new_tuple(replaced),
    })
}
