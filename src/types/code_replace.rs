//! `code.replace()`: a copy of a code object that differs in some of its attributes.
//!
//! What the instructions themselves depend on (their bytes, the number of parameters and names) can't be replaced.

use crate::code::Code;
use crate::code::unit::{GeneratorKind, Place};
use crate::types::constructor_args::keywords;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Raised, Res, Vm};

/// The parameters, for the table of methods.
pub const SIGNATURE: &str = "($self, /, **changes)";

/// `code.replace(**changes)`
pub fn replace(vm: &mut Vm, args: Args) -> Res {
    let [this, changes] = args.take(vm);
    let Value::Code(k) = this else { return Ok(this) };
    let mut made = vm.codes[k].clone();
    for (name, v) in keywords(vm, changes) {
        let name = vm.heap.text(name).into_owned();
        change(vm, k, &mut made, &name, v)?;
    }
    vm.heap.grew(made.ops.len() * 32 + 256);
    let key = vm.codes.insert(made);
    vm.heap.recent.push(Value::Code(key));
    Ok(Value::Code(key))
}

fn change(vm: &mut Vm, old: CodeKey, made: &mut Code, name: &str, v: Value) -> Res<()> {
    match name {
        "co_name" => made.name = text(vm, name, v)?,
        "co_qualname" => made.qualname = text(vm, name, v)?,
        "co_filename" => made.filename = text(vm, name, v)?,
        "co_firstlineno" => move_lines(made, int(vm, name, v)?),
        "co_flags" => return change_flags(vm, old, made, v),
        "co_consts" => return change_consts(vm, made, v),
        "co_varnames" => {
            let names = names(vm, name, v)?;
            let places = places(made, |code, i, place| {
                i < code.parameters() || matches!(place, Place::Register(_) | Place::Spill(..))
            });
            return rename(vm, made, places, &names, name);
        }
        "co_cellvars" => {
            let names = names(vm, name, v)?;
            let places = places(made, |_, _, place| matches!(place, Place::Cell(_)));
            return rename(vm, made, places, &names, name);
        }
        "co_freevars" => {
            let names = names(vm, name, v)?;
            if names.len() != made.free.len() {
                return Err(not_replaceable(vm, name));
            }
            made.free = names.into();
        }
        "co_names" | "co_argcount" | "co_posonlyargcount" | "co_kwonlyargcount" | "co_nlocals" | "co_stacksize" => {
            let name = vm.heap.intern(name);
            let present = vm.getattr(Value::Code(old), name)?;
            if !vm.eq(present, v)? {
                let name = vm.heap.text(name).into_owned();
                return Err(not_replaceable(vm, &name));
            }
        }
        "co_code" | "co_linetable" | "co_exceptiontable" => return Err(not_replaceable(vm, name)),
        _ => {
            return Err(vm.type_error(format!("replace() got an unexpected keyword argument '{name}'")));
        }
    }
    Ok(())
}

#[cold]
fn not_replaceable(vm: &mut Vm, name: &str) -> Raised {
    let message = format!("code objects can't be made with another {name}");
    vm.error(crate::heap::types::Exc::NotImplementedError, message)
}

fn text(vm: &mut Vm, name: &str, v: Value) -> Res<StrKey> {
    match vm.payload(v) {
        Value::Str(k) => Ok(vm.heap.intern_key(k)),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("replace() argument '{name}' must be str, not {t}")))
        }
    }
}

fn int(vm: &mut Vm, name: &str, v: Value) -> Res<u32> {
    match vm.index(v)? {
        Value::Int(i) if (0..=i64::from(i32::MAX)).contains(&i) => Ok(i as u32),
        Value::Int(i) if i < 0 => Err(vm.value_error(format!("code: {} must not be negative", &name[3..]))),
        _ => Err(vm.overflow_error("Python int too large to convert to C int")),
    }
}

fn names(vm: &mut Vm, name: &str, v: Value) -> Res<Vec<StrKey>> {
    let Value::Tuple(t) = v else {
        let t = vm.type_name(v);
        return Err(vm.type_error(format!("replace() argument '{name}' must be tuple, not {t}")));
    };
    let mut names = Vec::new();
    for v in vm.heap.tuples[t].to_vec() {
        let Value::Str(k) = vm.payload(v) else {
            let t = vm.type_name(v);
            return Err(vm.type_error(format!("name tuples must contain only strings, not '{t}'")));
        };
        names.push(vm.heap.intern_key(k));
    }
    Ok(names)
}

/// The source positions count from the first line.
fn move_lines(made: &mut Code, first: u32) {
    let moved = |line: u32| if line == 0 { 0 } else { (line + first).saturating_sub(made.first_line) };
    let all = made.positions.iter_mut().chain(made.lookups.iter_mut().map(|l| &mut l.1));
    for position in all {
        position.line = moved(position.line);
        position.end_line = moved(position.end_line);
    }
    made.first_line = first;
}

/// The one flag that may change: whether `await` takes the generators it makes.
fn change_flags(vm: &mut Vm, old: CodeKey, made: &mut Code, v: Value) -> Res<()> {
    const ITERABLE_COROUTINE: i64 = 0x100;
    let present = super::code::flag_bits(&vm.codes[old]);
    let Value::Int(flags) = vm.index(v)? else {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    };
    let generator = made.generator.is_some_and(GeneratorKind::is_iterable);
    if flags == present {
        return Ok(());
    }
    if flags & !ITERABLE_COROUTINE != present & !ITERABLE_COROUTINE || !generator {
        return Err(not_replaceable(vm, "co_flags"));
    }
    let marked = flags & ITERABLE_COROUTINE != 0;
    made.generator = Some(if marked { GeneratorKind::IterableCoroutine } else { GeneratorKind::Generator });
    Ok(())
}

fn change_consts(vm: &mut Vm, made: &mut Code, v: Value) -> Res<()> {
    let Value::Tuple(t) = v else {
        let t = vm.type_name(v);
        return Err(vm.type_error(format!("replace() argument 'co_consts' must be tuple, not {t}")));
    };
    let consts = &vm.heap.tuples[t];
    // The instructions rely on what is code, and on the keyword names of calls, being so.
    let alike = consts.len() >= made.consts.len()
        && made.consts.iter().zip(consts.iter()).all(|(a, b)| match a {
            Value::Code(_) => matches!(b, Value::Code(_)),
            Value::Tuple(_) => a.is(*b),
            _ => true,
        });
    if !alike {
        return Err(not_replaceable(vm, "co_consts"));
    }
    made.consts = consts.clone();
    Ok(())
}

/// The locals of a kind, by their index.
fn places(code: &Code, wanted: impl Fn(&Code, usize, Place) -> bool) -> Vec<usize> {
    let of_kind = |&(i, local): &(usize, &crate::code::LocalName)| wanted(code, i, local.place);
    code.locals.iter().enumerate().filter(of_kind).map(|(i, _)| i).collect()
}

fn rename(vm: &mut Vm, made: &mut Code, places: Vec<usize>, names: &[StrKey], what: &str) -> Res<()> {
    if places.len() != names.len() {
        return Err(not_replaceable(vm, what));
    }
    for (i, &name) in places.into_iter().zip(names) {
        made.locals[i].name = name;
    }
    Ok(())
}
