//! ASCII case and character classes of bytes.

use super::split::is_space;
use super::{content, own_alike};
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

fn mapped(vm: &mut Vm, args: Args, map: fn(&[u8]) -> Vec<u8>) -> Res {
    let this = args.get(vm, 0);
    let out = map(content(vm, this));
    Ok(own_alike(vm, this, out))
}

pub(super) fn lower(vm: &mut Vm, args: Args) -> Res {
    mapped(vm, args, <[u8]>::to_ascii_lowercase)
}

pub(super) fn upper(vm: &mut Vm, args: Args) -> Res {
    mapped(vm, args, <[u8]>::to_ascii_uppercase)
}

fn swapped(b: u8) -> u8 {
    if b.is_ascii_uppercase() { b.to_ascii_lowercase() } else { b.to_ascii_uppercase() }
}

pub(super) fn swapcase(vm: &mut Vm, args: Args) -> Res {
    mapped(vm, args, |bytes| bytes.iter().map(|&b| swapped(b)).collect())
}

pub(super) fn capitalize(vm: &mut Vm, args: Args) -> Res {
    mapped(vm, args, |bytes| {
        let mut out = bytes.to_ascii_lowercase();
        if let Some(first) = out.first_mut() {
            first.make_ascii_uppercase();
        }
        out
    })
}

pub(super) fn title(vm: &mut Vm, args: Args) -> Res {
    mapped(vm, args, |bytes| {
        let mut in_word = false;
        let titled = |&b: &u8| {
            let out = if in_word { b.to_ascii_lowercase() } else { b.to_ascii_uppercase() };
            in_word = b.is_ascii_alphabetic();
            out
        };
        bytes.iter().map(titled).collect()
    })
}

fn all(vm: &mut Vm, args: Args, test: fn(&u8) -> bool) -> Res {
    let bytes = content(vm, args.get(vm, 0));
    Ok(Value::Bool(!bytes.is_empty() && bytes.iter().all(test)))
}

pub(super) fn isalnum(vm: &mut Vm, args: Args) -> Res {
    all(vm, args, u8::is_ascii_alphanumeric)
}

pub(super) fn isalpha(vm: &mut Vm, args: Args) -> Res {
    all(vm, args, u8::is_ascii_alphabetic)
}

pub(super) fn isdigit(vm: &mut Vm, args: Args) -> Res {
    all(vm, args, u8::is_ascii_digit)
}

pub(super) fn isspace(vm: &mut Vm, args: Args) -> Res {
    all(vm, args, |&b| is_space(b))
}

pub(super) fn isascii(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Bool(content(vm, args.get(vm, 0)).is_ascii()))
}

pub(super) fn islower(vm: &mut Vm, args: Args) -> Res {
    let bytes = content(vm, args.get(vm, 0));
    Ok(Value::Bool(bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)))
}

pub(super) fn isupper(vm: &mut Vm, args: Args) -> Res {
    let bytes = content(vm, args.get(vm, 0));
    Ok(Value::Bool(bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)))
}

pub(super) fn istitle(vm: &mut Vm, args: Args) -> Res {
    let (mut in_word, mut found) = (false, false);
    for b in content(vm, args.get(vm, 0)) {
        if b.is_ascii_alphabetic() {
            if b.is_ascii_uppercase() == in_word {
                return Ok(Value::Bool(false));
            }
            found = true;
        }
        in_word = b.is_ascii_alphabetic();
    }
    Ok(Value::Bool(found))
}
