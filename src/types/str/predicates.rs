//! Questions about all characters of a string: `isalpha`, `isdigit`, ….

use super::chars;
use super::this;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

/// All characters pass, and there is one.
fn all(vm: &mut Vm, args: Args, test: fn(u32) -> bool) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    let s = &vm.heap.strs[text];
    Ok(Value::Bool(!s.is_empty() && s.code_points().all(test)))
}

pub(super) fn isalpha(vm: &mut Vm, args: Args) -> Res {
    all(vm, args, chars::is_alpha)
}

pub(super) fn isalnum(vm: &mut Vm, args: Args) -> Res {
    all(vm, args, chars::is_alnum)
}

pub(super) fn isdecimal(vm: &mut Vm, args: Args) -> Res {
    all(vm, args, chars::is_decimal)
}

pub(super) fn isdigit(vm: &mut Vm, args: Args) -> Res {
    all(vm, args, chars::is_digit)
}

pub(super) fn isnumeric(vm: &mut Vm, args: Args) -> Res {
    all(vm, args, chars::is_numeric)
}

pub(super) fn isspace(vm: &mut Vm, args: Args) -> Res {
    all(vm, args, chars::is_space)
}

pub(super) fn isascii(vm: &mut Vm, args: Args) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    Ok(Value::Bool(vm.heap.strs[text].is_ascii()))
}

pub(super) fn isprintable(vm: &mut Vm, args: Args) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    Ok(Value::Bool(vm.heap.strs[text].code_points().all(chars::is_printable)))
}

pub(super) fn isidentifier(vm: &mut Vm, args: Args) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    Ok(Value::Bool(chars::is_identifier(vm.heap.strs[text].code_points())))
}

/// There is a character of the wanted case and none of the other.
fn one_case(vm: &mut Vm, args: Args, wanted: fn(u32) -> bool, other: fn(u32) -> bool) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    let points = vm.heap.strs[text].code_points();
    let none_of_other = !points.clone().any(|c| other(c) || chars::is_title(c));
    Ok(Value::Bool(none_of_other && points.into_iter().any(wanted)))
}

pub(super) fn islower(vm: &mut Vm, args: Args) -> Res {
    one_case(vm, args, chars::is_lower, chars::is_upper)
}

pub(super) fn isupper(vm: &mut Vm, args: Args) -> Res {
    one_case(vm, args, chars::is_upper, chars::is_lower)
}

/// Upper-case characters start words and lower-case ones don't, and there is a word.
pub(super) fn istitle(vm: &mut Vm, args: Args) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    let (mut in_word, mut found) = (false, false);
    for c in vm.heap.strs[text].code_points() {
        if chars::is_upper(c) || chars::is_title(c) {
            if in_word {
                return Ok(Value::Bool(false));
            }
            (in_word, found) = (true, true);
        } else if chars::is_lower(c) {
            if !in_word {
                return Ok(Value::Bool(false));
            }
            found = true;
        } else {
            in_word = false;
        }
    }
    Ok(Value::Bool(found))
}
