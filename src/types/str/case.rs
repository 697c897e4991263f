//! Case: `lower`, `upper`, `title`, `capitalize`, `swapcase`, `casefold`.

use super::chars::{fold, is_case_ignorable, is_cased, is_lower, is_upper, to_lower, to_title, to_upper};
use super::this;
use crate::heap::text::{Builder, Str};
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

/// Capital sigma: its lower case depends on whether it ends a word.
const SIGMA: u32 = 0x3A3;

/// Lower case of the character at `i`, a sigma at the end of a word being `ς`.
fn push_lower(out: &mut Builder, points: &[u32], i: usize) {
    if points[i] != SIGMA {
        return to_lower(points[i], &mut |c| out.push(c));
    }
    let cased = |c: Option<&u32>| c.is_some_and(|&c| is_cased(c));
    let before = points[..i].iter().rfind(|&&c| !is_case_ignorable(c));
    let after = points[i + 1..].iter().find(|&&c| !is_case_ignorable(c));
    out.push(if cased(before) && !cased(after) { 0x3C2 } else { 0x3C3 });
}

/// The string with an ASCII mapping where it is ASCII, and character by character otherwise.
fn mapped(vm: &mut Vm, args: Args, ascii: fn(&mut str), map: fn(&mut Builder, &[u32])) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    let s = &vm.heap.strs[text];
    let out = match s.as_str() {
        Some(t) if s.is_ascii() => {
            let mut t = String::from(t);
            ascii(&mut t);
            Str::new(t)
        }
        _ => {
            let points: Vec<u32> = s.code_points().collect();
            let mut out = Builder::with_capacity(s.size());
            map(&mut out, &points);
            out.finish()
        }
    };
    Ok(vm.heap.new_own_text(out))
}

pub(super) fn lower(vm: &mut Vm, args: Args) -> Res {
    mapped(vm, args, str::make_ascii_lowercase, |out, points| {
        (0..points.len()).for_each(|i| push_lower(out, points, i));
    })
}

pub(super) fn upper(vm: &mut Vm, args: Args) -> Res {
    mapped(vm, args, str::make_ascii_uppercase, |out, points| {
        points.iter().for_each(|&c| to_upper(c, &mut |m| out.push(m)));
    })
}

pub(super) fn casefold(vm: &mut Vm, args: Args) -> Res {
    mapped(vm, args, str::make_ascii_lowercase, |out, points| {
        points.iter().for_each(|&c| fold(c, &mut |m| out.push(m)));
    })
}

pub(super) fn swapcase(vm: &mut Vm, args: Args) -> Res {
    per_character(vm, args, |out, points| {
        for (i, &c) in points.iter().enumerate() {
            if is_upper(c) {
                push_lower(out, points, i);
            } else if is_lower(c) {
                to_upper(c, &mut |m| out.push(m));
            } else {
                out.push(c);
            }
        }
    })
}

pub(super) fn capitalize(vm: &mut Vm, args: Args) -> Res {
    per_character(vm, args, |out, points| {
        for (i, &c) in points.iter().enumerate() {
            if i == 0 {
                to_title(c, &mut |m| out.push(m));
            } else {
                push_lower(out, points, i);
            }
        }
    })
}

pub(super) fn title(vm: &mut Vm, args: Args) -> Res {
    per_character(vm, args, |out, points| {
        let mut in_word = false;
        for (i, &c) in points.iter().enumerate() {
            if in_word {
                push_lower(out, points, i);
            } else {
                to_title(c, &mut |m| out.push(m));
            }
            in_word = is_cased(c);
        }
    })
}

fn per_character(vm: &mut Vm, args: Args, map: fn(&mut Builder, &[u32])) -> Res {
    let text = this(vm, args.get(vm, 0))?;
    let points: Vec<u32> = vm.heap.strs[text].code_points().collect();
    let mut out = Builder::with_capacity(vm.heap.strs[text].size());
    map(&mut out, &points);
    Ok(vm.heap.new_own_text(out.finish()))
}
