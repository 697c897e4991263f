//! Blanks around bytes: `strip`, `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

use super::split::is_space;
use super::{alike, buffer_argument, content, own_alike, unchanged};
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

pub(super) fn strip(vm: &mut Vm, args: Args) -> Res {
    stripped(vm, args, true, true)
}

pub(super) fn lstrip(vm: &mut Vm, args: Args) -> Res {
    stripped(vm, args, true, false)
}

pub(super) fn rstrip(vm: &mut Vm, args: Args) -> Res {
    stripped(vm, args, false, true)
}

fn stripped(vm: &mut Vm, args: Args, left: bool, right: bool) -> Res {
    let [this, what] = args.take(vm);
    let set = match what {
        Value::Undef | Value::None => None,
        _ => Some(buffer_argument(vm, what)?),
    };
    let stays = |b: &u8| set.as_ref().map_or_else(|| !is_space(*b), |set| !set.contains(b));
    let bytes = content(vm, this);
    let start = if left { bytes.iter().position(stays).unwrap_or(bytes.len()) } else { 0 };
    let kept = &bytes[start..];
    let end = if right { kept.iter().rposition(stays).map_or(0, |last| last + 1) } else { kept.len() };
    if (start, end) == (0, bytes.len()) {
        return Ok(unchanged(vm, this));
    }
    let kept = kept[..end].to_vec();
    Ok(alike(vm, this, kept))
}

/// Pads to the width of the second argument; `split` says how much of the padding goes before.
fn padded(vm: &mut Vm, args: Args, name: &str, before: fn(usize, usize) -> usize) -> Res {
    let [this, width, fill] = args.take(vm);
    let width = usize::try_from(vm.index_i64(width)?).unwrap_or(0);
    let fill = match (fill, super::memory(vm, fill)) {
        (Value::Undef, _) => b' ',
        (_, Some(&[b])) => b,
        _ => {
            let t = vm.type_name(fill);
            let wanted = "a byte string of length 1";
            return Err(vm.type_error(format!("{name}() argument 2 must be {wanted}, not {t}")));
        }
    };
    let padding = width.saturating_sub(content(vm, this).len());
    if padding == 0 {
        return Ok(unchanged(vm, this));
    }
    vm.reserve(width)?;
    let left = before(padding, width);
    let mut out = vec![fill; left];
    out.extend_from_slice(content(vm, this));
    out.resize(width, fill);
    Ok(own_alike(vm, this, out))
}

pub(super) fn center(vm: &mut Vm, args: Args) -> Res {
    padded(vm, args, "center", |padding, width| padding / 2 + (padding & width & 1))
}

pub(super) fn ljust(vm: &mut Vm, args: Args) -> Res {
    padded(vm, args, "ljust", |_, _| 0)
}

pub(super) fn rjust(vm: &mut Vm, args: Args) -> Res {
    padded(vm, args, "rjust", |padding, _| padding)
}

pub(super) fn zfill(vm: &mut Vm, args: Args) -> Res {
    let [this, width] = args.take(vm);
    let width = usize::try_from(vm.index_i64(width)?).unwrap_or(0);
    let bytes = content(vm, this);
    let padding = width.saturating_sub(bytes.len());
    if padding == 0 {
        return Ok(unchanged(vm, this));
    }
    vm.reserve(width)?;
    let bytes = content(vm, this);
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let mut out = Vec::with_capacity(width);
    out.extend_from_slice(&bytes[..sign]);
    out.resize(sign + padding, b'0');
    out.extend_from_slice(&bytes[sign..]);
    Ok(own_alike(vm, this, out))
}

pub(super) fn expandtabs(vm: &mut Vm, args: Args) -> Res {
    let [this, tabsize] = args.take(vm);
    let tabsize = match tabsize {
        Value::Undef => 8,
        v => usize::try_from(vm.index_i64(v)?).unwrap_or(0),
    };
    let bytes = content(vm, this);
    let tabs = memchr::memchr_iter(b'\t', bytes).count();
    let size = bytes.len();
    vm.reserve(tabs.saturating_mul(tabsize).saturating_add(size))?;
    let mut out = Vec::with_capacity(size);
    let mut column = 0;
    for &b in content(vm, this) {
        match b {
            b'\t' if tabsize > 0 => {
                let n = tabsize - column % tabsize;
                out.resize(out.len() + n, b' ');
                column += n;
            }
            b'\t' => {}
            _ => {
                out.push(b);
                column = if matches!(b, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    Ok(own_alike(vm, this, out))
}
