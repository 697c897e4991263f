//! Blanks around text: `strip`, `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

use super::chars::is_space;
use super::{this, unchanged};
use crate::heap::text::{Builder, CodePoints};
use crate::types::format::number::pad;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

pub(super) fn strip(vm: &mut Vm, args: Args) -> Res {
    stripped(vm, args, "strip", true, true)
}

pub(super) fn lstrip(vm: &mut Vm, args: Args) -> Res {
    stripped(vm, args, "lstrip", true, false)
}

pub(super) fn rstrip(vm: &mut Vm, args: Args) -> Res {
    stripped(vm, args, "rstrip", false, true)
}

fn stripped(vm: &mut Vm, args: Args, name: &str, left: bool, right: bool) -> Res {
    let [value, what] = args.take(vm);
    let text = this(vm, value)?;
    let set: Option<Vec<u32>> = match vm.payload(what) {
        Value::Undef | Value::None => None,
        Value::Str(k) => Some(vm.heap.strs[k].code_points().collect()),
        _ => return Err(vm.type_error(format!("{name} arg must be None or str"))),
    };
    let goes = |c: u32| set.as_ref().map_or_else(|| is_space(c), |set| set.contains(&c));
    let s = &vm.heap.strs[text];
    let (mut start, mut rest) = (0, s.as_bytes());
    if left {
        let mut points = s.code_points();
        while points.clone().next().is_some_and(goes) {
            points.next();
        }
        rest = points.rest();
        start = s.size() - rest.len();
    }
    let mut points = CodePoints::of(rest);
    if right {
        while points.clone().next_back().is_some_and(goes) {
            points.next_back();
        }
    }
    let end = start + points.rest().len();
    if (start, end) == (0, s.size()) {
        return Ok(unchanged(vm, value, text));
    }
    let kept = s.byte_slice(start, end);
    Ok(vm.heap.new_text(kept))
}

/// The arguments of `center` and its like: the string, the width, the fill character.
fn field(vm: &mut Vm, args: Args) -> Res<(StrKey, usize, u32)> {
    let [s, width, fill] = args.take(vm);
    let text = this(vm, s)?;
    let width = vm.index_i64(width)?;
    let fill = match vm.payload(fill) {
        Value::Undef => 0x20,
        Value::Str(k) => match vm.heap.strs[k].code_point_at(0) {
            Some(c) if vm.heap.strs[k].len() == 1 => c,
            _ => return Err(vm.type_error("The fill character must be exactly one character long")),
        },
        other => {
            let t = vm.type_name(other);
            return Err(vm.type_error(format!("The fill character must be a unicode character, not {t}")));
        }
    };
    Ok((text, usize::try_from(width).unwrap_or(0), fill))
}

fn padded(vm: &mut Vm, text: StrKey, fill: u32, before: usize, after: usize) -> Res {
    if before + after == 0 {
        return Ok(Value::Str(text));
    }
    let size = vm.heap.strs[text].size();
    vm.reserve((before + after).saturating_mul(4).saturating_add(size))?;
    let mut out = Builder::with_capacity(before + after + size);
    pad(&mut out, fill, before);
    out.push_text(&vm.heap.strs[text]);
    pad(&mut out, fill, after);
    Ok(vm.heap.new_own_text(out.finish()))
}

pub(super) fn center(vm: &mut Vm, args: Args) -> Res {
    let (text, width, fill) = field(vm, args)?;
    let padding = width.saturating_sub(vm.heap.strs[text].len());
    // The odd one goes to the left where the width is odd too, as CPython has it.
    let before = padding / 2 + (padding & width & 1);
    padded(vm, text, fill, before, padding - before)
}

pub(super) fn ljust(vm: &mut Vm, args: Args) -> Res {
    let (text, width, fill) = field(vm, args)?;
    let padding = width.saturating_sub(vm.heap.strs[text].len());
    padded(vm, text, fill, 0, padding)
}

pub(super) fn rjust(vm: &mut Vm, args: Args) -> Res {
    let (text, width, fill) = field(vm, args)?;
    let padding = width.saturating_sub(vm.heap.strs[text].len());
    padded(vm, text, fill, padding, 0)
}

pub(super) fn zfill(vm: &mut Vm, args: Args) -> Res {
    let [s, width] = args.take(vm);
    let text = this(vm, s)?;
    let width = usize::try_from(vm.index_i64(width)?).unwrap_or(0);
    let s = &vm.heap.strs[text];
    let (padding, size) = (width.saturating_sub(s.len()), s.size());
    if padding == 0 {
        return Ok(Value::Str(text));
    }
    vm.reserve(padding.saturating_add(size))?;
    let s = &vm.heap.strs[text];
    let sign = usize::from(matches!(s.as_bytes().first(), Some(b'+' | b'-')));
    let mut out = Builder::with_capacity(padding + size);
    out.push_slice(s, 0, sign);
    pad(&mut out, 0x30, padding);
    out.push_slice(s, sign, size);
    Ok(vm.heap.new_own_text(out.finish()))
}

pub(super) fn expandtabs(vm: &mut Vm, args: Args) -> Res {
    let [value, tabsize] = args.take(vm);
    let text = this(vm, value)?;
    let tabsize = match tabsize {
        Value::Undef => 8,
        v => usize::try_from(vm.index_i64(v)?).unwrap_or(0),
    };
    let s = &vm.heap.strs[text];
    let tabs = s.as_bytes().iter().filter(|&&b| b == b'\t').count();
    if tabs == 0 {
        return Ok(unchanged(vm, value, text));
    }
    let size = s.size();
    vm.reserve(tabs.saturating_mul(tabsize).saturating_add(size))?;
    let mut out = Builder::with_capacity(size);
    let mut column = 0;
    for c in vm.heap.strs[text].code_points() {
        match c {
            0x09 if tabsize > 0 => {
                let n = tabsize - column % tabsize;
                pad(&mut out, 0x20, n);
                column += n;
            }
            0x09 => {}
            _ => {
                out.push(c);
                column = if matches!(c, 0x0A | 0x0D) { 0 } else { column + 1 };
            }
        }
    }
    Ok(vm.heap.new_own_text(out.finish()))
}
