//! The loop: one op after another, each a line or three; what is rare or slow is a function elsewhere.
//!
//! At the head of `'frame` everything about the frame on top is derived anew: its code, its window of
//! registers, its pc. Whatever needs the whole machine (a call, a slow path) saves the pc, does its work and
//! comes back through that head.

use super::build_ops::quick_join;
use super::cached::{cached_method, cached_super, cached_value};
use super::call::{HEADROOM, WINDOW};
use super::compare::{quick_compare, quick_contains};
use super::frame::{Frame, FrameKind};
use super::subscript::{quick_item, quick_set_item};
use super::{Raised, Res, Vm};
use crate::code::cache::Found;
use crate::code::op::{BinaryOp, CompareOp, Conversion, Op};
use crate::heap::kinds::{Collection, GeneratorState, Iter};
use crate::types::int::{floor_div, floor_mod};
use crate::types::str::operators::quick_concat;
use crate::value::*;
use std::hint::cold_path;

/// `is`, for the two most common kinds inline.
#[inline(always)]
fn small_compare(op: CompareOp, a: i64, b: i64) -> bool {
    match op {
        CompareOp::Lt => a < b,
        CompareOp::Le => a <= b,
        CompareOp::Eq => a == b,
        CompareOp::Ne => a != b,
        CompareOp::Gt => a > b,
        CompareOp::Ge => a >= b,
    }
}

impl Vm {
    /// Runs until the frame now on top, an entry or a generator run by native code, is left; its value.
    pub fn run(&mut self) -> Res {
        let floor = self.frames.len() - 1;
        let recent = self.heap.recent.len();
        'reload: loop {
            let Some(&frame) = self.frames.last() else { return Ok(Value::None) };
            let mut code_key = frame.code;
            self.globals = frame.globals;
            self.base = frame.base as usize;
            let mut pc = frame.pc as usize;
            'frame: loop {
                let Vm {
                    ref mut heap,
                    ref codes,
                    ref mut stack,
                    ref mut frames,
                    ref mut countdown,
                    ref builtins,
                    ref mut handled,
                    ref limits,
                    ref mut top,
                    ..
                } = *self;
                let code = &codes[code_key];
                // The ops from the next one on: their number says where that is.
                let mut ahead = code.ops.get(pc..).unwrap_or_default();
                *top = self.base + usize::from(code.registers);
                let Some(r) = stack[self.base..].first_chunk_mut::<WINDOW>() else {
                    return Err(self.system_error("the stack has no room for a window"));
                };
                macro_rules! save_pc {
                    () => {
                        if let Some(frame) = frames.last_mut() {
                            frame.pc = (code.ops.len() - ahead.len()) as u32;
                        }
                    };
                }
                macro_rules! reg {
                    ($i:expr) => {
                        r[usize::from($i)]
                    };
                }
                // Runs something that needs the whole machine, then derives everything anew.
                macro_rules! slow {
                    ($e:expr) => {{
                        cold_path();
                        save_pc!();
                        match $e {
                            Ok(_) => continue 'reload,
                            Err(Raised) => {
                                if self.unwind(floor, false) {
                                    continue 'reload;
                                }
                                return Err(Raised);
                            }
                        }
                    }};
                }
                // The same, with the value going to a register.
                macro_rules! slow_to {
                ($d:expr, $e:expr) => {{
                    let to = self.base + usize::from($d);
                    slow!($e.map(|v| self.stack[to] = v))
                }};
            }
                // The same, with the truth of the outcome deciding a jump.
                macro_rules! slow_branch {
                    ($off:expr, $want:expr, $e:expr) => {{
                        let (off, want) = ($off, $want);
                        slow!($e.map(|truth| {
                            if truth == want {
                                self.jump(off);
                            }
                        }))
                    }};
                }
                macro_rules! jump {
                    ($off:expr) => {{
                        let off: i32 = $off;
                        let to = (code.ops.len() - ahead.len()).wrapping_add_signed(off as isize);
                        ahead = code.ops.get(to..).unwrap_or_default();
                        if off < 0 {
                            *countdown -= 1;
                            if *countdown == 0 {
                                slow!(self.checkpoint(recent));
                            }
                        }
                    }};
                }
                macro_rules! arith {
                    ($op:ident, $d:expr, $a:expr, $b:expr, $inplace:expr, $int:expr, $float:expr $(, $other:expr)?) => {{
                        match (&reg!($a), &reg!($b)) {
                            (&Value::Int(x), &Value::Int(y)) => {
                                if let Some(z) = $int(x, y) {
                                    reg!($d) = Value::Int(z);
                                    continue;
                                }
                            }
                            (&Value::Float(x), &Value::Float(y)) => {
                                if let Some(z) = $float(x, y) {
                                    reg!($d) = Value::Float(z);
                                    continue;
                                }
                            }
                            _ => {}
                        }
                        let (a, b) = (reg!($a), reg!($b));
                        $(if let Some(v) = $other(heap, a, b) {
                            reg!($d) = v;
                            continue;
                        })?
                        slow!(self.binary_to(BinaryOp::$op, $inplace, a, b, self.base + usize::from($d)))
                    }};
                }
                macro_rules! arith_immediate {
                    ($op:ident, $d:expr, $a:expr, $i:expr, $inplace:expr, $int:expr) => {{
                        if let Value::Int(x) = reg!($a) {
                            if let Some(z) = $int(x, i64::from($i)) {
                                reg!($d) = Value::Int(z);
                                continue;
                            }
                        }
                        let a = reg!($a);
                        slow!(self.binary_to(
                            BinaryOp::$op,
                            $inplace,
                            a,
                            Value::Int(i64::from($i)),
                            self.base + usize::from($d)
                        ))
                    }};
                }
                macro_rules! branch {
                    ($op:ident, $a:expr, $b:expr, $want:expr, $off:expr, $float:expr) => {{
                        let truth = match (&reg!($a), &reg!($b)) {
                            (&Value::Int(x), &Value::Int(y)) => small_compare(CompareOp::$op, x, y),
                            (&Value::Float(x), &Value::Float(y)) => $float(&x, &y),
                            (&a, &b) => match quick_compare(heap, CompareOp::$op, a, b) {
                                Some(truth) => truth,
                                None => slow_branch!($off, $want, self.compare_truth(CompareOp::$op, a, b)),
                            },
                        };
                        if truth == $want {
                            jump!($off);
                        }
                    }};
                }
                macro_rules! branch_immediate {
                    ($op:ident, $a:expr, $i:expr, $want:expr, $off:expr) => {{
                        let truth = match reg!($a) {
                            Value::Int(x) => small_compare(CompareOp::$op, x, i64::from($i)),
                            a => {
                                let b = Value::Int(i64::from($i));
                                slow_branch!($off, $want, self.compare_truth(CompareOp::$op, a, b))
                            }
                        };
                        if truth == $want {
                            jump!($off);
                        }
                    }};
                }
                macro_rules! call {
                ($e:expr, $d:expr) => {{
                    cold_path();
                    save_pc!();
                    // Whatever the loop made is in a register, or the program let go of it.
                    heap.recent.truncate(recent);
                    *countdown -= 1;
                    if *countdown == 0 {
                        self.countdown = 1;
                    }
                    let to = self.base + usize::from($d);
                    match $e {
                        Ok(None) if self.countdown > 1 => continue 'reload,
                        Ok(outcome) => {
                            if let Some(v) = outcome {
                                self.stack[to] = v;
                                self.heap.recent.truncate(recent);
                            }
                            if self.countdown <= 1 {
                                if let Err(Raised) = self.checkpoint(recent) {
                                    if self.unwind(floor, false) {
                                        continue 'reload;
                                    }
                                    return Err(Raised);
                                }
                            }
                            continue 'reload;
                        }
                        Err(Raised) => {
                            if self.unwind(floor, false) {
                                continue 'reload;
                            }
                            return Err(Raised);
                        }
                    }
                }};
            }
                // Takes the common case of a native function, if that is what the call is.
                macro_rules! quick {
                    ($quick:expr, $first:expr, $argc:expr, $d:expr) => {
                        if let Some(quick) = $quick
                            && *countdown > 1
                            && let Some(args) = r.get($first..$first + $argc)
                        {
                            heap.recent.truncate(recent);
                            if let Some(v) = quick(heap, args) {
                                *countdown -= 1;
                                reg!($d) = v;
                                continue;
                            }
                        }
                    };
                }
                // Enters a Python function: at once when its parameters are just the arguments.
                macro_rules! enter {
                    ($k:expr, $at:expr, $argc:expr, $d:expr) => {{
                        let (k, at, argc) = ($k, $at, $argc);
                        let function = &heap.functions[k];
                        if *countdown > 1
                            && frames.len() < limits.recursion
                            && at + HEADROOM <= stack.len()
                            && let Some(callee) = codes.get(function.code)
                            && callee.enters_plainly(argc)
                            && let Some(frame) = frames.last_mut()
                        {
                            *countdown -= 1;
                            frame.pc = (code.ops.len() - ahead.len()) as u32;
                            (code_key, self.globals, self.base, pc) = (function.code, function.globals, at, 0);
                            let locals_end = usize::from(callee.locals_end);
                            if argc < locals_end {
                                stack[at + argc..at + locals_end].fill(Value::Undef);
                            }
                            frames.push(Frame {
                                code: code_key,
                                function: k,
                                globals: function.globals,
                                pc: 0,
                                base: at as u32,
                                dst: $d,
                                mark: 0,
                                kind: FrameKind::Call,
                            });
                            continue 'frame;
                        }
                        call!(self.enter_function(k, at, argc, None, $d, FrameKind::Call), $d)
                    }};
                }
                loop {
                    let Some((op, after)) = ahead.split_first() else {
                        return Err(self.system_error("code ran past its end"));
                    };
                    ahead = after;
                    match *op {
                        Op::LoadConst { d, k } => reg!(d) = code.consts[k as usize],
                        Op::LoadNone { d } => reg!(d) = Value::None,
                        Op::LoadInt { d, i } => reg!(d) = Value::Int(i64::from(i)),
                        Op::Move { d, a } => reg!(d) = reg!(a),
                        Op::Unbind { a } => reg!(a) = Value::Undef,
                        Op::CheckBound { a, name } => {
                            if reg!(a).is_undef() {
                                let name = code.names[name as usize];
                                slow!(Err::<(), _>(self.unbound_local(name)))
                            }
                        }

                        Op::MakeCell { a } => reg!(a) = heap.new_cell(reg!(a)),
                        Op::CopyFree { first, n } => {
                            let Some(frame) = frames.last() else { continue };
                            let cells = &heap.functions[frame.function].closure;
                            for (i, &cell) in cells.iter().enumerate().take(usize::from(n)) {
                                r[usize::from(first) + i] = Value::Cell(cell);
                            }
                        }
                        Op::LoadCell { d, a, name } => {
                            let Value::Cell(k) = reg!(a) else { return Err(self.system_error("not a cell")) };
                            match heap.cells[k] {
                                Value::Undef => {
                                    let name = code.names[name as usize];
                                    slow!(Err::<(), _>(self.empty_cell(name)))
                                }
                                v => reg!(d) = v,
                            }
                        }
                        Op::StoreCell { a, v } => {
                            let Value::Cell(k) = reg!(a) else { return Err(self.system_error("not a cell")) };
                            heap.cells[k] = reg!(v);
                        }
                        Op::DelCell { a, name } => {
                            let Value::Cell(k) = reg!(a) else { return Err(self.system_error("not a cell")) };
                            if std::mem::take(&mut heap.cells[k]).is_undef() {
                                let name = code.names[name as usize];
                                slow!(Err::<(), _>(self.empty_cell(name)))
                            }
                        }
                        Op::LoadClassCell { d, a, name } => {
                            let (ns, cell, name) = (reg!(0u8), reg!(a), code.names[name as usize]);
                            slow_to!(d, self.load_class_cell(ns, cell, name))
                        }
                        Op::LoadScopeCell { d, ns, a, name } => {
                            let (ns, cell, name) = (heap.cell_content(reg!(ns)), reg!(a), code.names[name as usize]);
                            slow_to!(d, self.load_class_cell(ns, cell, name))
                        }
                        Op::LoadScopeName { d, ns, ic } => {
                            let ns = heap.cell_content(reg!(ns));
                            slow_to!(d, self.load_name(ns, self.globals, ic))
                        }

                        Op::LoadGlobal { d, ic } => {
                            let site = &code.sites[ic as usize];
                            let namespace = &heap.dicts[self.globals];
                            if site.holds_for(namespace) {
                                if !site.builtin {
                                    reg!(d) = namespace.value_at(site.place as usize);
                                    continue;
                                }
                                if let Some(e) = heap.dicts[*builtins].entry(site.place as usize)
                                    && let Value::Str(k) = e.key
                                    && k == site.name
                                {
                                    reg!(d) = e.value;
                                    continue;
                                }
                            }
                            slow_to!(d, self.load_global_slow(self.globals, ic))
                        }
                        Op::StoreGlobal { v, name } => {
                            let (name, v) = (code.names[name as usize], reg!(v));
                            heap.ns_set(self.globals, name, v);
                        }
                        Op::DelGlobal { name } => {
                            let name = code.names[name as usize];
                            if heap.ns_remove(self.globals, name).is_none() {
                                slow!(Err::<(), _>(self.name_error(name)))
                            }
                        }
                        Op::LoadName { d, ic } => {
                            let ns = reg!(0u8);
                            slow_to!(d, self.load_name(ns, self.globals, ic))
                        }
                        Op::StoreName { v, name } => {
                            let (ns, name, v) = (reg!(0u8), code.names[name as usize], reg!(v));
                            slow!(self.namespace_set(ns, name, v))
                        }
                        Op::DelName { name } => {
                            let (ns, name) = (reg!(0u8), code.names[name as usize]);
                            slow!(self.namespace_del(ns, name))
                        }

                        Op::MakeSpill { d, n } => reg!(d) = heap.new_list(vec![Value::Undef; n as usize]),
                        Op::LoadSpill { d, a, i } => {
                            if let Value::List(k) = reg!(a) {
                                reg!(d) = heap.lists[k].get(i as usize).copied().unwrap_or_default();
                            }
                        }
                        Op::StoreSpill { a, v, i } => {
                            if let Value::List(k) = reg!(a)
                                && let Some(place) = heap.lists[k].get_mut(i as usize)
                            {
                                *place = reg!(v);
                            }
                        }
                        Op::SaveRegisters { d, first, n } => {
                            let saved = r[usize::from(first)..usize::from(first) + usize::from(n)].to_vec();
                            reg!(d) = heap.new_list(saved);
                        }
                        Op::RestoreRegisters { a, first, n } => {
                            if let Value::List(k) = reg!(a) {
                                r[usize::from(first)..usize::from(first) + usize::from(n)]
                                    .copy_from_slice(&heap.lists[k][..usize::from(n)]);
                            }
                        }

                        Op::Add { d, a, b, inplace } => {
                            arith!(Add, d, a, b, inplace, i64::checked_add, |x: f64, y: f64| Some(x + y), quick_concat)
                        }
                        Op::Sub { d, a, b, inplace } => {
                            arith!(Sub, d, a, b, inplace, i64::checked_sub, |x: f64, y: f64| Some(x - y))
                        }
                        Op::Mul { d, a, b, inplace } => {
                            arith!(Mul, d, a, b, inplace, i64::checked_mul, |x: f64, y: f64| Some(x * y))
                        }
                        Op::TrueDiv { d, a, b, inplace } => {
                            arith!(TrueDiv, d, a, b, inplace, |_, _| None, |x: f64, y: f64| (y != 0.0).then(|| x / y))
                        }
                        Op::FloorDiv { d, a, b, inplace } => {
                            arith!(FloorDiv, d, a, b, inplace, floor_div, |_: f64, _: f64| None)
                        }
                        Op::Mod { d, a, b, inplace } => {
                            arith!(Mod, d, a, b, inplace, floor_mod, |_: f64, _: f64| None)
                        }
                        Op::And { d, a, b, inplace } => {
                            arith!(And, d, a, b, inplace, |x: i64, y: i64| Some(x & y), |_: f64, _: f64| None)
                        }
                        Op::Or { d, a, b, inplace } => {
                            arith!(Or, d, a, b, inplace, |x: i64, y: i64| Some(x | y), |_: f64, _: f64| None)
                        }
                        Op::Xor { d, a, b, inplace } => {
                            arith!(Xor, d, a, b, inplace, |x: i64, y: i64| Some(x ^ y), |_: f64, _: f64| None)
                        }
                        Op::LShift { d, a, b, inplace } => {
                            arith!(LShift, d, a, b, inplace, shift_left, |_: f64, _: f64| None)
                        }
                        Op::RShift { d, a, b, inplace } => {
                            arith!(RShift, d, a, b, inplace, shift_right, |_: f64, _: f64| None)
                        }
                        Op::Binary { op, d, a, b, inplace } => {
                            let (a, b) = (reg!(a), reg!(b));
                            slow!(self.binary_to(op, inplace, a, b, self.base + usize::from(d)))
                        }
                        Op::AddI { d, a, inplace, i } => arith_immediate!(Add, d, a, i, inplace, i64::checked_add),
                        Op::SubI { d, a, inplace, i } => arith_immediate!(Sub, d, a, i, inplace, i64::checked_sub),
                        Op::MulI { d, a, inplace, i } => arith_immediate!(Mul, d, a, i, inplace, i64::checked_mul),
                        Op::FloorDivI { d, a, inplace, i } => arith_immediate!(FloorDiv, d, a, i, inplace, floor_div),
                        Op::ModI { d, a, inplace, i } => arith_immediate!(Mod, d, a, i, inplace, floor_mod),
                        Op::AndI { d, a, inplace, i } => {
                            arith_immediate!(And, d, a, i, inplace, |x: i64, y: i64| Some(x & y))
                        }
                        Op::RShiftI { d, a, inplace, i } => arith_immediate!(RShift, d, a, i, inplace, shift_right),
                        Op::LShiftI { d, a, inplace, i } => arith_immediate!(LShift, d, a, i, inplace, shift_left),
                        Op::Unary { op, d, a } => {
                            let a = reg!(a);
                            slow_to!(d, self.unary(op, a))
                        }
                        Op::Not { d, a } => match reg!(a) {
                            Value::Bool(b) => reg!(d) = Value::Bool(!b),
                            v => slow_to!(d, self.truth(v).map(|t| Value::Bool(!t))),
                        },

                        Op::Compare { op, d, a, b } => match (&reg!(a), &reg!(b)) {
                            (&Value::Int(x), &Value::Int(y)) => reg!(d) = Value::Bool(small_compare(op, x, y)),
                            (&x, &y) => match quick_compare(heap, op, x, y) {
                                Some(truth) => reg!(d) = Value::Bool(truth),
                                None => slow_to!(d, self.compare(op, x, y)),
                            },
                        },
                        Op::Is { d, a, b, negate } => reg!(d) = Value::Bool(reg!(a).is(reg!(b)) != negate),
                        Op::Contains { d, a, b, negate } => {
                            let (item, container) = (reg!(a), reg!(b));
                            if let Some(held) = quick_contains(heap, container, item) {
                                reg!(d) = Value::Bool(held != negate);
                                continue;
                            }
                            slow_to!(d, self.contains(container, item).map(|t| Value::Bool(t != negate)))
                        }

                        Op::Jump { off } => jump!(off),
                        Op::JumpIfTrue { a, off } => {
                            let truth = match reg!(a) {
                                Value::Bool(b) => b,
                                Value::None => false,
                                Value::Int(i) => i != 0,
                                v => slow_branch!(off, true, self.truth(v)),
                            };
                            if truth {
                                jump!(off);
                            }
                        }
                        Op::JumpIfFalse { a, off } => {
                            let truth = match reg!(a) {
                                Value::Bool(b) => b,
                                Value::None => false,
                                Value::Int(i) => i != 0,
                                v => slow_branch!(off, false, self.truth(v)),
                            };
                            if !truth {
                                jump!(off);
                            }
                        }
                        Op::JumpIfNone { a, off } => {
                            if reg!(a).is_none() {
                                jump!(off);
                            }
                        }
                        Op::JumpIfNotNone { a, off } => {
                            if !reg!(a).is_none() {
                                jump!(off);
                            }
                        }
                        Op::JumpIfLt { a, b, want, off } => branch!(Lt, a, b, want, off, f64::lt),
                        Op::JumpIfLe { a, b, want, off } => branch!(Le, a, b, want, off, f64::le),
                        Op::JumpIfGt { a, b, want, off } => branch!(Gt, a, b, want, off, f64::gt),
                        Op::JumpIfGe { a, b, want, off } => branch!(Ge, a, b, want, off, f64::ge),
                        Op::JumpIfEq { a, b, want, off } => branch!(Eq, a, b, want, off, f64::eq),
                        Op::JumpIfNe { a, b, want, off } => branch!(Ne, a, b, want, off, f64::ne),
                        Op::JumpIfLtI { a, want, i, off } => branch_immediate!(Lt, a, i, want, off),
                        Op::JumpIfLeI { a, want, i, off } => branch_immediate!(Le, a, i, want, off),
                        Op::JumpIfGtI { a, want, i, off } => branch_immediate!(Gt, a, i, want, off),
                        Op::JumpIfGeI { a, want, i, off } => branch_immediate!(Ge, a, i, want, off),
                        Op::JumpIfEqI { a, want, i, off } => branch_immediate!(Eq, a, i, want, off),
                        Op::JumpIfNeI { a, want, i, off } => branch_immediate!(Ne, a, i, want, off),
                        Op::JumpIfIs { a, b, want, off } => {
                            if reg!(a).is(reg!(b)) == want {
                                jump!(off);
                            }
                        }

                        Op::GetAttr { d, o, ic } => {
                            if let Value::Instance(k) = reg!(o) {
                                let stamp = heap.shapes.stamps[heap.instances[k].shape.0 as usize];
                                if let Some(found) = code.sites[ic as usize].find(stamp) {
                                    if let Some(v) = cached_value(heap, k, found) {
                                        reg!(d).set(v);
                                        continue;
                                    }
                                    if let Found::Property(getter) = found {
                                        call!(self.enter_getter(getter, Value::Instance(k), d), d)
                                    }
                                }
                            } else if let Value::Class(k) = reg!(o) {
                                let stamp = heap.shapes.stamps[heap.classes[k].root_shape.0 as usize];
                                if let Some(Found::OnClass(ns, place)) = code.sites[ic as usize].find(stamp) {
                                    reg!(d) = heap.dicts[ns].value_at(place as usize);
                                    continue;
                                }
                            }
                            let o = reg!(o);
                            call!(self.get_attr_slow(o, ic, d), d)
                        }
                        Op::SetAttr { o, v, ic } => {
                            if let Value::Instance(k) = reg!(o) {
                                let v = &reg!(v);
                                let instance = &mut heap.instances[k];
                                let stamp = heap.shapes.stamps[instance.shape.0 as usize];
                                match code.sites[ic as usize].find(stamp) {
                                    Some(Found::Inline(p)) => {
                                        if let Some(place) = instance.values.get_mut(usize::from(p)) {
                                            place.set(v);
                                            continue;
                                        }
                                    }
                                    Some(Found::Add(shape, p)) => {
                                        instance.shape.0 = shape;
                                        heap.set_place(k, usize::from(p), *v);
                                        continue;
                                    }
                                    Some(Found::Overflow(p)) => {
                                        heap.set_place(k, p as usize + crate::heap::kinds::INLINE_VALUES, *v);
                                        continue;
                                    }
                                    Some(Found::Slot(p)) => {
                                        heap.set_place(k, p as usize, *v);
                                        continue;
                                    }
                                    _ => {}
                                }
                            }
                            let (o, v) = (reg!(o), reg!(v));
                            slow!(self.set_attr_slow(o, v, ic))
                        }
                        Op::DelAttr { o, name } => {
                            let (o, name) = (reg!(o), code.names[name as usize]);
                            slow!(self.del_attr(o, name))
                        }
                        Op::LoadMethod { f, ic } => {
                            let o = r[usize::from(f) + 1];
                            if let Some((callee, receiver)) = cached_method(heap, &code.sites[ic as usize], o) {
                                reg!(f) = callee;
                                r[usize::from(f) + 1] = receiver;
                                continue;
                            }
                            let at = self.base + usize::from(f);
                            slow!(self.load_method_slow(o, ic).map(|(callee, receiver)| {
                                self.stack[at] = callee;
                                self.stack[at + 1] = receiver;
                            }))
                        }
                        Op::LoadSuperMethod { f, c, ic } => {
                            let (receiver, class) = (r[usize::from(f) + 1], reg!(c));
                            if let Some(callee) =
                                cached_super(heap, &code.sites[ic as usize], receiver, class, self.globals, *builtins)
                            {
                                reg!(f) = callee;
                                continue;
                            }
                            let at = self.base + usize::from(f);
                            slow!(self.load_super_method(receiver, class, self.globals, ic).map(
                                |(callee, receiver)| {
                                    self.stack[at] = callee;
                                    self.stack[at + 1] = receiver;
                                }
                            ))
                        }
                        Op::GetItem { d, o, k } => {
                            if let (&Value::List(l), &Value::Int(i)) = (&reg!(o), &reg!(k))
                                && let Some(v) = item_at(&heap.lists[l], i)
                            {
                                reg!(d).set(v);
                                continue;
                            }
                            let (o, k) = (reg!(o), reg!(k));
                            if let Some(v) = quick_item(heap, o, k) {
                                reg!(d) = v;
                                continue;
                            }
                            slow_to!(d, self.get_item(o, k))
                        }
                        Op::GetItemI { d, o, i } => {
                            let found = match reg!(o) {
                                Value::List(l) => item_at(&heap.lists[l], i64::from(i)),
                                Value::Tuple(t) => item_at(&heap.tuples[t], i64::from(i)),
                                _ => None,
                            };
                            if let Some(v) = found {
                                reg!(d).set(v);
                                continue;
                            }
                            let o = reg!(o);
                            slow_to!(d, self.get_item(o, Value::Int(i64::from(i))))
                        }
                        Op::SetItem { o, k, v } => {
                            if let (&Value::List(l), &Value::Int(i)) = (&reg!(o), &reg!(k))
                                && let Ok(i) = usize::try_from(i)
                                && let Some(place) = heap.lists[l].get_mut(i)
                            {
                                place.set(&reg!(v));
                                continue;
                            }
                            let (o, k, v) = (reg!(o), reg!(k), reg!(v));
                            if quick_set_item(heap, o, k, v) {
                                continue;
                            }
                            slow!(self.set_item(o, k, v))
                        }
                        Op::DelItem { o, k } => {
                            let (o, k) = (reg!(o), reg!(k));
                            slow!(self.del_item(o, k))
                        }
                        Op::BuildSlice { d, first } => {
                            let f = usize::from(first);
                            reg!(d) = heap.new_slice(r[f], r[f + 1], r[f + 2]);
                        }

                        Op::BuildTuple { d, first, n } => {
                            let f = usize::from(first);
                            reg!(d) = heap.new_tuple(&r[f..f + usize::from(n)]);
                        }
                        Op::BuildList { d, first, n } => {
                            let f = usize::from(first);
                            reg!(d) = heap.new_list(r[f..f + usize::from(n)].to_vec());
                        }
                        Op::BuildSet { d, first, n } => {
                            slow_to!(d, self.build_set(self.base + usize::from(first), usize::from(n)))
                        }
                        Op::BuildDict { d, first, n } => {
                            slow_to!(d, self.build_dict(self.base + usize::from(first), usize::from(n)))
                        }
                        Op::ListAppend { l, v } => {
                            if let Value::List(k) = reg!(l) {
                                heap.bytes_in_use += 16;
                                heap.lists[k].push(reg!(v));
                            }
                        }
                        Op::ListExtend { l, v } => {
                            let (l, v) = (reg!(l), reg!(v));
                            slow!(self.list_extend(l, v))
                        }
                        Op::ArgsExtend { l, v, f } => {
                            let (l, v, f) = (reg!(l), reg!(v), reg!(f));
                            slow!(self.args_extend(l, v, f))
                        }
                        Op::ListToTuple { d, a } => {
                            if let Value::List(k) = reg!(a) {
                                let items = heap.lists[k].clone();
                                reg!(d) = heap.new_tuple(items);
                            }
                        }
                        Op::SetAdd { s, v } => {
                            let (s, v) = (reg!(s), reg!(v));
                            if let Value::Set(k) = s {
                                slow!(self.set_add(k, v))
                            }
                        }
                        Op::SetUpdate { s, v } => {
                            let (s, v) = (reg!(s), reg!(v));
                            slow!(self.for_each(v, |vm, item| match s {
                                Value::Set(k) => vm.set_add(k, item).map(drop),
                                _ => Ok(()),
                            }))
                        }
                        Op::DictSet { m, k, v } => {
                            let (m, k, v) = (reg!(m), reg!(k), reg!(v));
                            if let Value::Dict(m) = m {
                                slow!(self.dict_set(m, k, v))
                            }
                        }
                        Op::DictUpdate { m, v } => {
                            let (m, v) = (reg!(m), reg!(v));
                            slow!(self.dict_update_mapping(m, v))
                        }
                        Op::DictMerge { m, v, f } => {
                            let (m, v, f) = (reg!(m), reg!(v), reg!(f));
                            slow!(self.dict_merge(m, v, f))
                        }
                        Op::Unpack { a, first, n } => {
                            let (v, f) = (reg!(a), usize::from(first));
                            if let Value::Tuple(k) = v
                                && heap.tuples[k].len() == usize::from(n)
                            {
                                r[f..f + usize::from(n)].copy_from_slice(&heap.tuples[k]);
                                continue;
                            }
                            slow!(self.unpack(v, self.base + f, usize::from(n)))
                        }
                        Op::UnpackEx { a, first, before, after } => {
                            let v = reg!(a);
                            slow!(self.unpack_ex(
                                v,
                                self.base + usize::from(first),
                                usize::from(before),
                                usize::from(after)
                            ))
                        }

                        Op::Format { d, a, conv } => {
                            let v = reg!(a);
                            if matches!(conv, Conversion::None | Conversion::Str)
                                && let Some(text) = heap.quick_str(v)
                            {
                                reg!(d) = text;
                                continue;
                            }
                            slow_to!(d, self.format(v, conv, Value::Undef))
                        }
                        Op::FormatSpec { d, a, spec, conv } => {
                            let (v, spec) = (reg!(a), reg!(spec));
                            slow_to!(d, self.format(v, conv, spec))
                        }
                        Op::BuildString { d, first, n } => {
                            if let Some(parts) = r.get(usize::from(first)..usize::from(first) + usize::from(n))
                                && let Some(text) = quick_join(heap, parts)
                            {
                                reg!(d) = text;
                                continue;
                            }
                            slow_to!(d, self.build_string(self.base + usize::from(first), usize::from(n)))
                        }

                        Op::Call { d, f, argc } => {
                            let at = self.base + usize::from(f);
                            match reg!(f) {
                                Value::Function(k) => enter!(k, at + 1, usize::from(argc), d),
                                Value::Native(n) => {
                                    quick!(heap.natives[n].spec.quick, usize::from(f) + 1, usize::from(argc), d)
                                }
                                Value::Class(c) => {
                                    quick!(heap.classes[c].quick, usize::from(f), usize::from(argc) + 1, d)
                                }
                                _ => {}
                            }
                            call!(self.invoke(at, usize::from(argc), None, d, FrameKind::Call), d)
                        }
                        Op::CallKw { d, f, argc, k } => {
                            let kw = match code.consts[k as usize] {
                                Value::Tuple(k) => Some(k),
                                _ => None,
                            };
                            call!(self.invoke(self.base + usize::from(f), usize::from(argc), kw, d, FrameKind::Call), d)
                        }
                        Op::CallEx { d, f } => call!(self.call_spread(self.base + usize::from(f), d), d),
                        Op::CallMethod { d, f, argc } => {
                            let at = self.base + usize::from(f);
                            if let Value::Function(k) = reg!(f)
                                && !r[usize::from(f) + 1].is_undef()
                            {
                                enter!(k, at + 1, usize::from(argc) + 1, d)
                            }
                            call!(self.invoke_method(at, usize::from(argc), None, d), d)
                        }
                        Op::CallMethodKw { d, f, argc, k } => {
                            let kw = match code.consts[k as usize] {
                                Value::Tuple(k) => Some(k),
                                _ => None,
                            };
                            call!(self.invoke_method(self.base + usize::from(f), usize::from(argc), kw, d), d)
                        }
                        Op::InvokeMethod { d, f, argc, ic } => {
                            let o = r[usize::from(f) + 1];
                            let (at, argc) = (self.base + usize::from(f), usize::from(argc));
                            if let Some((callee, receiver)) = cached_method(heap, &code.sites[ic as usize], o) {
                                reg!(f) = callee;
                                r[usize::from(f) + 1] = receiver;
                                if !receiver.is_undef() {
                                    match callee {
                                        Value::Function(k) => enter!(k, at + 1, argc + 1, d),
                                        Value::Native(n) => {
                                            quick!(heap.natives[n].spec.quick, usize::from(f) + 1, argc + 1, d)
                                        }
                                        _ => {}
                                    }
                                }
                                call!(self.invoke_method(at, argc, None, d), d)
                            }
                            call!(self.load_and_invoke(o, ic, at, argc, d), d)
                        }
                        Op::Return { a } => {
                            if let [.., caller, Frame { kind: FrameKind::Call, dst, .. }] = &frames[..] {
                                let dst = usize::from(*dst);
                                (code_key, self.globals) = (caller.code, caller.globals);
                                (self.base, pc) = (caller.base as usize, caller.pc as usize);
                                frames.pop();
                                // As `Value::set`: a number that was just computed is copied as it was written.
                                match reg!(a) {
                                    Value::Int(i) => stack[self.base + dst] = Value::Int(i),
                                    v => stack[self.base + dst] = v,
                                }
                                continue 'frame;
                            }
                            let v = reg!(a);
                            match self.return_other(v) {
                                Some(Err(Raised)) if self.unwind(floor, false) => {}
                                Some(result) => return result,
                                None => {}
                            }
                            self.fit_top();
                            continue 'reload;
                        }

                        Op::MakeFunction { d, k } => {
                            let Value::Code(c) = code.consts[k as usize] else {
                                return Err(self.system_error("a function needs code"));
                            };
                            slow_to!(d, Ok(self.make_function(c, self.globals)))
                        }
                        Op::SetDefaults { f, v } => {
                            if let (Value::Function(f), Value::Tuple(t)) = (reg!(f), reg!(v)) {
                                heap.functions[f].defaults = heap.tuples[t].clone();
                            }
                        }
                        Op::SetKwDefaults { f, v } => {
                            if let Value::Function(f) = reg!(f) {
                                heap.functions[f].kwdefaults = reg!(v);
                            }
                        }
                        Op::SetClosure { f, first, n } => {
                            if let Value::Function(f) = reg!(f) {
                                let first = usize::from(first);
                                heap.functions[f].closure = r[first..first + usize::from(n)]
                                    .iter()
                                    .filter_map(|v| if let Value::Cell(c) = v { Some(*c) } else { None })
                                    .collect();
                            }
                        }
                        Op::SetAnnotations { f, v } => {
                            if let Value::Function(f) = reg!(f) {
                                heap.functions[f].annotations = reg!(v);
                            }
                        }
                        Op::SetTypeParams { f, v } => {
                            if let Value::Function(f) = reg!(f) {
                                heap.functions[f].type_params = reg!(v);
                            }
                        }
                        Op::MakeTypeParam { d, first, what } => {
                            let (name, evaluate) = (reg!(first), r[usize::from(first) + 1]);
                            slow_to!(d, Ok(crate::types::type_param::make(self, what, name, evaluate)))
                        }
                        Op::SetTypeDefault { p, f } => {
                            let (parameter, evaluate) = (reg!(p), reg!(f));
                            crate::types::type_param::set_lazy_default(heap, parameter, evaluate);
                        }
                        Op::MakeTypeAlias { d, first } => {
                            let f = usize::from(first);
                            let (name, parameters, evaluate) = (r[f], r[f + 1], r[f + 2]);
                            slow_to!(d, Ok(crate::types::type_alias::make_lazy(self, name, parameters, evaluate)))
                        }
                        Op::GenericBase { d, a } => {
                            let parameters = reg!(a);
                            slow_to!(d, crate::types::type_param::generic_base(self, parameters))
                        }
                        Op::LoadBuildClass { d } => {
                            slow_to!(d, self.build_class_function())
                        }
                        Op::SetupAnnotations => {
                            let ns = if code.namespace { reg!(0u8) } else { Value::Dict(self.globals) };
                            slow!(self.setup_annotations(ns))
                        }

                        Op::GetIter { d, a } => {
                            let v = reg!(a);
                            match v {
                                Value::List(_) => reg!(d) = heap.new_iter(Iter::List { list: v, index: 0 }),
                                Value::Tuple(tuple) => reg!(d) = heap.new_iter(Iter::Tuple { tuple, index: 0 }),
                                _ => slow_to!(d, self.iter(v)),
                            }
                        }
                        Op::ForIter { d, it, off } => {
                            let it = reg!(it);
                            if let Value::Iter(k) = it {
                                let (items, index) = match &mut heap.iters[k] {
                                    Iter::Range { next, step, left } => {
                                        if let Some(rest) = left.checked_sub(1) {
                                            *left = rest;
                                            reg!(d) = Value::Int(*next);
                                            *next = next.wrapping_add(*step);
                                            jump!(off);
                                        }
                                        continue;
                                    }
                                    Iter::List { list: Value::List(l), index } => (&heap.lists[*l][..], index),
                                    Iter::Tuple { tuple, index } => (&heap.tuples[*tuple][..], index),
                                    Iter::Other(it) => {
                                        if let Some(quick) = it.quick_step()
                                            && let Some(v) = quick(heap, k)
                                        {
                                            reg!(d) = v;
                                            jump!(off);
                                            continue;
                                        }
                                        (&[][..], &mut 0)
                                    }
                                    _ => (&[][..], &mut 0),
                                };
                                if let Some(v) = items.get(*index) {
                                    *index += 1;
                                    reg!(d).set(v);
                                    jump!(off);
                                    continue;
                                }
                            } else if let Value::Generator(g) = it
                                && matches!(
                                    heap.generators[g].state,
                                    GeneratorState::Created | GeneratorState::Suspended
                                )
                            {
                                call!(
                                    self.resume_generator(g, Value::None, d, FrameKind::ForGenerator(g, off))
                                        .map(|()| None),
                                    d
                                )
                            }
                            let to = self.base + usize::from(d);
                            slow!(self.for_next(it).map(|next| {
                                if let Some(v) = next {
                                    self.stack[to] = v;
                                    self.jump(off);
                                }
                            }))
                        }
                        Op::Yield { v, .. } => {
                            let (v, next) = (reg!(v), code.ops.len() - ahead.len());
                            if let Some(result) = self.yield_value(v, next as u32) {
                                return result;
                            }
                            continue 'reload;
                        }
                        Op::GetYieldFromIter { d, a } => {
                            let v = reg!(a);
                            slow_to!(d, self.yield_from_iter(v))
                        }
                        Op::YieldFrom { d, it, v } => {
                            let (it, sent) = (reg!(it), reg!(v));
                            save_pc!();
                            if let Value::Generator(g) = it
                                && heap.may_delegate(g, sent)
                            {
                                call!(self.resume_generator(g, sent, d, FrameKind::Delegate(g)).map(|()| None), d)
                            }
                            match self.yield_from_op(it, sent, self.base + usize::from(d)) {
                                Ok(Some(result)) => return result,
                                Ok(None) => continue 'reload,
                                Err(Raised) if self.unwind(floor, false) => continue 'reload,
                                Err(Raised) => return Err(Raised),
                            }
                        }
                        Op::GetAwaitable { d, a, from } => {
                            let v = reg!(a);
                            slow_to!(d, self.awaitable(v, from))
                        }
                        Op::GetAsyncIter { d, a } => {
                            let v = reg!(a);
                            slow_to!(d, self.async_iter(v))
                        }
                        Op::GetAsyncNext { d, it } => {
                            let it = reg!(it);
                            slow_to!(d, self.async_next(it))
                        }
                        Op::EndAsyncFor { e } => {
                            let e = reg!(e);
                            if heap.is_stop_async_iteration(e) {
                                continue;
                            }
                            save_pc!();
                            self.pending = e;
                            if self.unwind(floor, true) {
                                continue 'reload;
                            }
                            return Err(Raised);
                        }
                        Op::BeforeAsyncWith { d, a } => {
                            let (manager, at) = (reg!(a), self.base + usize::from(d));
                            slow!(self.before_async_with(manager).map(|(exit, enter)| {
                                self.stack[at] = exit;
                                self.stack[at + 1] = enter;
                            }))
                        }

                        Op::GetLen { d, a } => {
                            let v = reg!(a);
                            slow_to!(d, self.len(v).map(|n| Value::Int(n as i64)))
                        }
                        Op::MatchSequence { a, off } => {
                            if heap.collection(reg!(a)) != Collection::Sequence {
                                jump!(off);
                            }
                        }
                        Op::MatchMapping { a, off } => {
                            if heap.collection(reg!(a)) != Collection::Mapping {
                                jump!(off);
                            }
                        }
                        Op::MatchKeys { a, first, n, off } => {
                            let (v, at) = (reg!(a), self.base + usize::from(first));
                            slow_branch!(off, false, self.match_keys(v, at, usize::from(n)))
                        }
                        Op::MappingRest { d, a, k } => {
                            let (v, keys) = (reg!(a), reg!(k));
                            slow_to!(d, self.mapping_rest(v, keys))
                        }
                        Op::MatchClass { a, first, n, off } => {
                            let (v, at) = (reg!(a), self.base + usize::from(first));
                            slow_branch!(off, false, self.match_class(v, at, usize::from(n)))
                        }

                        Op::RaiseAgain => {
                            save_pc!();
                            let again = !self.handled.is_none();
                            let Raised = self.raise_again();
                            if self.unwind(floor, again) {
                                continue 'reload;
                            }
                            return Err(Raised);
                        }
                        Op::Raise { a } => {
                            let v = reg!(a);
                            slow!(match self.exception_to_raise(v) {
                                Ok(e) => Err::<(), _>(self.raise(e)),
                                Err(raised) => Err(raised),
                            })
                        }
                        Op::RaiseFrom { a, b } => {
                            let (v, cause) = (reg!(a), reg!(b));
                            slow!(Err::<(), _>(self.raise_from(v, cause)))
                        }
                        Op::Reraise { a } => {
                            let e = reg!(a);
                            save_pc!();
                            self.pending = e;
                            if self.unwind(floor, true) {
                                continue 'reload;
                            }
                            return Err(Raised);
                        }
                        Op::PushHandled { d, e } => {
                            let e = reg!(e);
                            reg!(d) = std::mem::replace(handled, e);
                        }
                        Op::PopHandled { a } => *handled = reg!(a),
                        Op::PushHandledHere { d, e } => {
                            let e = reg!(e);
                            slow_to!(d, Ok(self.push_handled(e)))
                        }
                        Op::PopHandledHere { a } => {
                            let before = reg!(a);
                            slow!({
                                self.pop_handled(before);
                                Ok::<(), Raised>(())
                            })
                        }
                        Op::JumpIfNotExc { e, t, off } => {
                            let (e, t) = (reg!(e), reg!(t));
                            slow_branch!(off, false, self.exception_matches(e, t))
                        }
                        Op::SplitGroup { d, rest, t } => {
                            let (d, rest) = (self.base + usize::from(d), self.base + usize::from(rest));
                            let t = reg!(t);
                            slow!(self.split_group(d, rest, t))
                        }
                        Op::JoinGroups { d, e, l } => {
                            let (e, l) = (reg!(e), reg!(l));
                            slow_to!(d, self.join_groups(e, l))
                        }
                        Op::LoadAssertionError { d } => {
                            reg!(d) = Value::Class(heap.types.exception(crate::heap::types::Exc::AssertionError));
                        }
                        Op::BeforeWith { d, a } => {
                            let (manager, at) = (reg!(a), self.base + usize::from(d));
                            slow!(self.before_with(manager).map(|(exit, enter)| {
                                self.stack[at] = exit;
                                self.stack[at + 1] = enter;
                            }))
                        }
                        Op::ExcParts { d, e } => {
                            let (e, at) = (reg!(e), self.base + usize::from(d));
                            slow!(self.exception_traceback(e).map(|tb| {
                                self.stack[at] = Value::Class(self.class_of(e));
                                self.stack[at + 1] = e;
                                self.stack[at + 2] = tb;
                            }))
                        }

                        Op::ImportName { d, a, name } => {
                            let (fromlist, level) = (reg!(a), r[usize::from(a) + 1]);
                            let name = code.names[name as usize];
                            slow_to!(d, self.import_op(name, self.globals, fromlist, level))
                        }
                        Op::ImportFrom { d, m, name } => {
                            let (m, name) = (reg!(m), code.names[name as usize]);
                            slow_to!(d, self.import_from(m, name))
                        }
                        Op::ImportStar { m } => {
                            let m = reg!(m);
                            let ns = if code.namespace { reg!(0u8) } else { Value::Dict(self.globals) };
                            slow!(self.import_star(m, ns))
                        }
                        Op::PrintExpr { a } => {
                            let v = reg!(a);
                            slow!(self.display(v))
                        }
                    }
                }
            }
        }
    }

    /// Moves the pc of the frame on top.
    fn jump(&mut self, off: i32) {
        if let Some(f) = self.frames.last_mut() {
            f.pc = f.pc.wrapping_add_signed(off);
        }
    }

    /// Sets the stack's top behind the window of the frame on top.
    #[inline]
    pub(super) fn fit_top(&mut self) {
        if let Some(f) = self.frames.last() {
            self.top = f.base as usize + usize::from(self.codes[f.code].registers);
        }
    }
}

/// The item at a possibly negative index.
#[inline(always)]
fn item_at(items: &[Value], i: i64) -> Option<&Value> {
    let i = if i < 0 { i + items.len() as i64 } else { i };
    items.get(usize::try_from(i).ok()?)
}

/// `x << y`, where it fits.
#[inline(always)]
fn shift_left(x: i64, y: i64) -> Option<i64> {
    if !(0..63).contains(&y) {
        return None;
    }
    let z = x << y;
    (z >> y == x).then_some(z)
}

/// `x >> y` for a count that is not negative.
#[inline(always)]
fn shift_right(x: i64, y: i64) -> Option<i64> {
    if y < 0 { None } else { Some(x >> y.min(63)) }
}
