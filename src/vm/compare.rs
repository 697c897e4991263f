//! Rich comparison (data model 3.3.1): exact built-in values first, then special methods.

use super::hash::plain_hash;
use super::{Res, Vm};
use crate::code::op::CompareOp;
use crate::heap::Heap;
use crate::heap::text::Str;
use crate::value::*;
use memchr::memmem;
use num_bigint::{BigInt, Sign};
use num_traits::FromPrimitive;
use std::cmp::Ordering;

impl CompareOp {
    /// The operator's answer for ordered operands.
    #[inline]
    pub fn of(self, order: Ordering) -> bool {
        match self {
            CompareOp::Lt => order.is_lt(),
            CompareOp::Le => order.is_le(),
            CompareOp::Eq => order.is_eq(),
            CompareOp::Ne => order.is_ne(),
            CompareOp::Gt => order.is_gt(),
            CompareOp::Ge => order.is_ge(),
        }
    }

    /// The operator's answer for operands that may be unordered (NaN): only `!=` holds then.
    #[inline]
    pub fn of_partial(self, order: Option<Ordering>) -> bool {
        order.map_or(self == CompareOp::Ne, |o| self.of(o))
    }

    /// The operator with operands exchanged: `a < b` is `b > a`.
    pub fn reflected(self) -> CompareOp {
        match self {
            CompareOp::Lt => CompareOp::Gt,
            CompareOp::Le => CompareOp::Ge,
            CompareOp::Gt => CompareOp::Lt,
            CompareOp::Ge => CompareOp::Le,
            CompareOp::Eq | CompareOp::Ne => self,
        }
    }

    /// `<`, `==`, …
    pub fn sign(self) -> &'static str {
        match self {
            CompareOp::Lt => "<",
            CompareOp::Le => "<=",
            CompareOp::Eq => "==",
            CompareOp::Ne => "!=",
            CompareOp::Gt => ">",
            CompareOp::Ge => ">=",
        }
    }

    /// The special method, e.g. `__lt__`.
    pub fn method(self, heap: &Heap) -> StrKey {
        match self {
            CompareOp::Lt => heap.names.__lt__,
            CompareOp::Le => heap.names.__le__,
            CompareOp::Eq => heap.names.__eq__,
            CompareOp::Ne => heap.names.__ne__,
            CompareOp::Gt => heap.names.__gt__,
            CompareOp::Ge => heap.names.__ge__,
        }
    }
}

/// The six comparison methods of a built-in type, followed by its other special methods. The first argument
/// is a `fn(&mut Vm, Args, CompareOp) -> Res`.
macro_rules! with_comparisons {
    ($compare:path $(, $entry:expr)* $(,)?) => {
        &[
            NativeSpec::new("__lt__", "($self, value, /)", |vm, a| $compare(vm, a, CompareOp::Lt), "Return self<value."),
            NativeSpec::new("__le__", "($self, value, /)", |vm, a| $compare(vm, a, CompareOp::Le), "Return self<=value."),
            NativeSpec::new("__eq__", "($self, value, /)", |vm, a| $compare(vm, a, CompareOp::Eq), "Return self==value."),
            NativeSpec::new("__ne__", "($self, value, /)", |vm, a| $compare(vm, a, CompareOp::Ne), "Return self!=value."),
            NativeSpec::new("__gt__", "($self, value, /)", |vm, a| $compare(vm, a, CompareOp::Gt), "Return self>value."),
            NativeSpec::new("__ge__", "($self, value, /)", |vm, a| $compare(vm, a, CompareOp::Ge), "Return self>=value."),
            $($entry,)*
        ]
    };
}
pub(crate) use with_comparisons;

/// The order of two exact built-in real numbers: None if one of them is not a number, `Some(None)` for NaN.
#[inline]
pub fn number_order(heap: &Heap, a: Value, b: Value) -> Option<Option<Ordering>> {
    let (a, b) = (widen(a), widen(b));
    Some(match (a, b) {
        (Value::Int(x), Value::Int(y)) => Some(x.cmp(&y)),
        (Value::Float(x), Value::Float(y)) => x.partial_cmp(&y),
        (Value::Int(x), Value::Float(y)) => int_float_order(x, y),
        (Value::Float(x), Value::Int(y)) => int_float_order(y, x).map(Ordering::reverse),
        (Value::BigInt(x), Value::BigInt(y)) => Some(heap.bigints[x].cmp(&heap.bigints[y])),
        (Value::BigInt(x), Value::Int(_)) => Some(sign_order(heap.bigints[x].sign())),
        (Value::Int(_), Value::BigInt(y)) => Some(sign_order(heap.bigints[y].sign()).reverse()),
        (Value::BigInt(x), Value::Float(y)) => big_float_order(&heap.bigints[x], y),
        (Value::Float(x), Value::BigInt(y)) => big_float_order(&heap.bigints[y], x).map(Ordering::reverse),
        _ => return None,
    })
}

#[inline]
fn widen(v: Value) -> Value {
    if let Value::Bool(b) = v { Value::Int(i64::from(b)) } else { v }
}

fn sign_order(sign: Sign) -> Ordering {
    if sign == Sign::Minus { Ordering::Less } else { Ordering::Greater }
}

/// Exact: never rounds the int.
fn int_float_order(i: i64, f: f64) -> Option<Ordering> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if f.is_nan() {
        return None;
    }
    if f >= LIMIT {
        return Some(Ordering::Less);
    }
    if f < -LIMIT {
        return Some(Ordering::Greater);
    }
    let whole = f.trunc();
    Some(i.cmp(&(whole as i64)).then_with(|| whole.total_cmp(&f)))
}

fn big_float_order(b: &BigInt, f: f64) -> Option<Ordering> {
    if f.is_nan() {
        return None;
    }
    match BigInt::from_f64(f.trunc()) {
        // A big int's distance to a float is never only a fraction, but let the fraction decide a tie.
        Some(whole) => Some(b.cmp(&whole).then_with(|| f.trunc().total_cmp(&f))),
        None => Some(if f > 0.0 { Ordering::Less } else { Ordering::Greater }),
    }
}

/// Two strings by code points.
pub fn str_order(a: &Str, b: &Str) -> Ordering {
    match (a.as_str(), b.as_str()) {
        (Some(x), Some(y)) => x.cmp(y), // UTF-8 keeps the order of code points
        _ => a.code_points().cmp(b.code_points()),
    }
}

/// A comparison as far as it can be told from the heap alone.
#[inline]
pub fn quick_compare(heap: &Heap, op: CompareOp, a: Value, b: Value) -> Option<bool> {
    match op {
        CompareOp::Eq => exact_eq(heap, a, b),
        CompareOp::Ne => exact_eq(heap, a, b).map(|equal| !equal),
        _ => None,
    }
}

/// `item in container` for strings in strings, and for strings and ints as keys of dicts and sets whose keys of that
/// hash are plain.
#[inline(never)]
pub fn quick_contains(heap: &Heap, container: Value, item: Value) -> Option<bool> {
    let table = match (container, item) {
        (Value::Str(text), Value::Str(sub)) => {
            return Some(memmem::find(heap.strs[text].as_bytes(), heap.strs[sub].as_bytes()).is_some());
        }
        (Value::Dict(k), _) => &heap.dicts[k],
        (Value::Set(k) | Value::FrozenSet(k), _) => &heap.sets[k].table,
        _ => return None,
    };
    let mut unsure = false;
    let found = table.find(plain_hash(heap, item)?, |k| {
        exact_eq(heap, k, item).unwrap_or_else(|| {
            unsure = true;
            false
        })
    });
    (found.is_some() || !unsure).then_some(found.is_some())
}

/// Equality of two values as far as it can be told without running any code: None if it can't.
pub fn exact_eq(heap: &Heap, a: Value, b: Value) -> Option<bool> {
    use Value::*;
    match (a, b) {
        (Str(x), Str(y)) => Some(x == y || str_eq(heap, x, y)),
        (Int(x), Int(y)) => Some(x == y),
        (Bool(_) | Int(_) | Float(_) | BigInt(_), Bool(_) | Int(_) | Float(_) | BigInt(_)) => {
            number_order(heap, a, b).map(|o| o == Some(Ordering::Equal))
        }
        (Complex(x), Complex(y)) => Some(heap.complexes[x] == heap.complexes[y]),
        (Bytes(x), Bytes(y)) => Some(heap.bytes[x] == heap.bytes[y]),
        (Tuple(x), Tuple(y)) => {
            let (x, y) = (&heap.tuples[x], &heap.tuples[y]);
            if x.len() != y.len() {
                // Which elements are compared before is visible only through methods; lengths decide anyway.
                return Some(false);
            }
            for (&p, &q) in x.iter().zip(y.iter()) {
                if p.is(q) {
                    continue;
                }
                // One level only: nested tuples take the slow path, which counts its depth.
                if matches!(p, Tuple(_)) || matches!(q, Tuple(_)) {
                    return Option::None;
                }
                match exact_eq(heap, p, q) {
                    Some(true) => {}
                    other => return other,
                }
            }
            Some(true)
        }
        _ if is_plain(a) && is_plain(b) => match (a, b) {
            (None, None)
            | (Ellipsis, Ellipsis)
            | (NotImplemented, NotImplemented)
            | (Function(_), Function(_))
            | (Module(_), Module(_))
            | (Code(_), Code(_))
            | (Generator(_), Generator(_)) => Some(a.is(b)),
            (Complex(_), Bool(_) | Int(_) | Float(_) | BigInt(_))
            | (Bool(_) | Int(_) | Float(_) | BigInt(_), Complex(_)) => Option::None,
            _ if std::mem::discriminant(&a) == std::mem::discriminant(&b) => Option::None,
            _ => Some(false),
        },
        _ => Option::None,
    }
}

/// Exact built-in kinds that are equal to nothing of another kind (numbers aside).
#[inline]
fn is_plain(v: Value) -> bool {
    use Value::*;
    matches!(
        v,
        None | NotImplemented
            | Ellipsis
            | Bool(_)
            | Int(_)
            | Float(_)
            | BigInt(_)
            | Complex(_)
            | Str(_)
            | List(_)
            | Tuple(_)
            | Dict(_)
            | Range(_)
            | Slice(_)
            | Function(_)
            | Module(_)
            | Generator(_)
    )
}

#[inline]
fn str_eq(heap: &Heap, x: StrKey, y: StrKey) -> bool {
    let (x, y) = (&heap.strs[x], &heap.strs[y]);
    !(x.interned && y.interned) && x == y
}

impl Vm {
    /// A comparison for a branch.
    pub fn compare_truth(&mut self, op: CompareOp, a: Value, b: Value) -> Res<bool> {
        match self.compare(op, a, b)? {
            Value::Bool(t) => Ok(t),
            v => self.truth(v),
        }
    }

    /// Rich comparison (data model 3.3.1), any result. `TypeError` "'<' not supported between instances of 'int' and
    /// 'str'".
    #[inline]
    pub fn compare(&mut self, op: CompareOp, a: Value, b: Value) -> Res {
        if let (Value::Int(x), Value::Int(y)) = (a, b) {
            return Ok(Value::Bool(op.of(x.cmp(&y))));
        }
        self.compare_values(op, a, b)
    }

    #[inline(never)]
    fn compare_values(&mut self, op: CompareOp, a: Value, b: Value) -> Res {
        if let Some(order) = number_order(&self.heap, a, b) {
            return Ok(Value::Bool(op.of_partial(order)));
        }
        if let CompareOp::Eq | CompareOp::Ne = op
            && let Some(equal) = exact_eq(&self.heap, a, b)
        {
            return Ok(Value::Bool(equal == (op == CompareOp::Eq)));
        }
        if let (Value::Str(x), Value::Str(y)) = (a, b) {
            return Ok(Value::Bool(op.of(str_order(&self.heap.strs[x], &self.heap.strs[y]))));
        }
        self.nest(" in comparison")?;
        let result = self.rich_compare(op, a, b);
        self.unnest();
        result
    }

    /// How deep comparisons, hashes and reprs of nested containers may go before they answer `RecursionError`: as
    /// deep as in CPython where the Rust stack was made for it.
    pub fn nesting_limit(&self) -> usize {
        self.limits.native_depth.clamp(400, 10_000)
    }

    /// Counts one more level of a walk through nested data; `RecursionError` with `doing` when too deep.
    /// Undo with [`Vm::unnest`] whatever came of it.
    #[inline]
    pub fn nest(&mut self, doing: &str) -> Res<()> {
        if self.nesting >= self.nesting_limit() {
            return Err(self.recursion_error(doing));
        }
        self.walk(1)?;
        self.nesting += 1;
        Ok(())
    }

    /// Counts what a walk through nested data passes, and looks at the limits now and then: what is shared at every
    /// level takes exponential time.
    #[inline]
    pub fn walk(&mut self, items: usize) -> Res<()> {
        const BETWEEN_CHECKS: usize = 1 << 14;
        self.walked += items;
        if self.walked < BETWEEN_CHECKS {
            return Ok(());
        }
        let units = std::mem::take(&mut self.walked) / (BETWEEN_CHECKS / 256);
        self.check_limits(units as u64)
    }

    /// Undoes one [`Vm::nest`].
    #[inline]
    pub fn unnest(&mut self) {
        self.nesting -= 1;
    }

    fn rich_compare(&mut self, op: CompareOp, a: Value, b: Value) -> Res {
        let (class_a, class_b) = (self.class_of(a), self.class_of(b));
        let reflected_first = class_a != class_b && self.heap.is_subclass(class_b, class_a);
        if reflected_first && let Some(r) = self.try_compare(op.reflected(), b, a)? {
            return Ok(r);
        }
        if let Some(r) = self.try_compare(op, a, b)? {
            return Ok(r);
        }
        if !reflected_first && let Some(r) = self.try_compare(op.reflected(), b, a)? {
            return Ok(r);
        }
        match op {
            CompareOp::Eq => Ok(Value::Bool(a.is(b))),
            CompareOp::Ne => Ok(Value::Bool(!a.is(b))),
            _ => {
                let (sign, x, y) = (op.sign(), self.type_name(a), self.type_name(b));
                Err(self.type_error(format!("'{sign}' not supported between instances of '{x}' and '{y}'")))
            }
        }
    }

    /// One side's method: None if it is absent or answers `NotImplemented`.
    fn try_compare(&mut self, op: CompareOp, a: Value, b: Value) -> Res<Option<Value>> {
        if let Some(answer) = self.compare_containers(op, a, b)? {
            return Ok(Some(answer));
        }
        let name = op.method(&self.heap);
        let Some(method) = self.special(a, name) else { return Ok(None) };
        if let Value::Native(k) = method
            && self.heap.natives[k].owner == Some(self.heap.types.object)
        {
            return self.compare_as_object(op, a, b);
        }
        let answer = match method {
            Value::Function(_) | Value::Native(_) => self.call_found(method, a, &[b])?,
            _ => {
                // A comparison method that can't be had is none.
                let class = self.class_of(a);
                let Ok(bound) = self.bind(method, a, class) else {
                    self.take_pending();
                    return Ok(None);
                };
                self.call(bound, &[b])?
            }
        };
        Ok(if let Value::NotImplemented = answer { None } else { Some(answer) })
    }

    /// What `object`'s comparison methods do: identity, and `!=` as the opposite of `==`.
    fn compare_as_object(&mut self, op: CompareOp, a: Value, b: Value) -> Res<Option<Value>> {
        match op {
            CompareOp::Eq if a.is(b) => Ok(Some(Value::Bool(true))),
            CompareOp::Ne => match self.try_compare(CompareOp::Eq, a, b)? {
                Some(v) => Ok(Some(Value::Bool(!self.truth(v)?))),
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    /// Comparison of exact built-in containers of the same kind; None for anything else.
    #[inline]
    fn compare_containers(&mut self, op: CompareOp, a: Value, b: Value) -> Res<Option<Value>> {
        Ok(match (a, b) {
            (Value::List(_), Value::List(_)) | (Value::Tuple(_), Value::Tuple(_)) => {
                Some(self.compare_sequences(op, a, b)?)
            }
            (Value::Dict(x), Value::Dict(y)) if matches!(op, CompareOp::Eq | CompareOp::Ne) => {
                Some(Value::Bool(self.dicts_equal(x, y)? == (op == CompareOp::Eq)))
            }
            (Value::Set(x) | Value::FrozenSet(x), Value::Set(y) | Value::FrozenSet(y)) => {
                Some(Value::Bool(self.compare_sets(op, x, y)?))
            }
            _ => None,
        })
    }

    /// The element at `i` of a list or tuple payload, as it is now.
    #[inline]
    pub fn sequence_item(&self, seq: Value, i: usize) -> Option<Value> {
        match seq {
            Value::List(k) => self.heap.lists[k].get(i).copied(),
            Value::Tuple(k) => self.heap.tuples[k].get(i).copied(),
            _ => None,
        }
    }

    /// The length of a list or tuple payload, as it is now.
    #[inline]
    pub fn sequence_len(&self, seq: Value) -> usize {
        match seq {
            Value::List(k) => self.heap.lists[k].len(),
            Value::Tuple(k) => self.heap.tuples[k].len(),
            _ => 0,
        }
    }

    /// Lexicographic comparison of two lists or two tuples (payloads).
    pub fn compare_sequences(&mut self, op: CompareOp, a: Value, b: Value) -> Res {
        let equality = matches!(op, CompareOp::Eq | CompareOp::Ne);
        if equality && matches!(a, Value::List(_)) && self.sequence_len(a) != self.sequence_len(b) {
            return Ok(Value::Bool(op == CompareOp::Ne));
        }
        let mut i = 0;
        while let (Some(x), Some(y)) = (self.sequence_item(a, i), self.sequence_item(b, i)) {
            if !self.eq_pinned(x, y)? {
                if equality {
                    return Ok(Value::Bool(op == CompareOp::Ne));
                }
                return self.compare_pinned(op, x, y);
            }
            i += 1;
        }
        Ok(Value::Bool(op.of(self.sequence_len(a).cmp(&self.sequence_len(b)))))
    }

    /// [`Vm::eq`] for values that only a container holds, which the comparison may change.
    #[inline]
    pub fn eq_pinned(&mut self, a: Value, b: Value) -> Res<bool> {
        if a.is(b) {
            return Ok(true);
        }
        if let Some(equal) = exact_eq(&self.heap, a, b) {
            return Ok(equal);
        }
        let mark = self.pin(a);
        self.pin(b);
        let result = self.compare_bool(CompareOp::Eq, a, b);
        self.unpin_to(mark);
        result
    }

    /// [`Vm::compare`] for values that only a container holds, which the comparison may change.
    pub fn compare_pinned(&mut self, op: CompareOp, a: Value, b: Value) -> Res {
        let mark = self.pin(a);
        self.pin(b);
        let result = self.compare(op, a, b);
        self.unpin_to(mark);
        result
    }

    /// Rich comparison as a truth value.
    #[inline]
    pub fn compare_bool(&mut self, op: CompareOp, a: Value, b: Value) -> Res<bool> {
        match self.compare(op, a, b)? {
            Value::Bool(b) => Ok(b),
            other => self.truth(other),
        }
    }

    /// `a is b or a == b`, as containers compare.
    #[inline]
    pub fn eq(&mut self, a: Value, b: Value) -> Res<bool> {
        if a.is(b) {
            return Ok(true);
        }
        match exact_eq(&self.heap, a, b) {
            Some(equal) => Ok(equal),
            None => self.compare_bool(CompareOp::Eq, a, b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ints_and_floats_are_ordered_exactly() {
        assert_eq!(int_float_order(1 << 53, (1u64 << 53) as f64), Some(Ordering::Equal));
        assert_eq!(int_float_order((1 << 53) + 1, (1u64 << 53) as f64), Some(Ordering::Greater));
        assert_eq!(int_float_order(i64::MAX, i64::MAX as f64), Some(Ordering::Less));
        assert_eq!(int_float_order(i64::MIN, i64::MIN as f64), Some(Ordering::Equal));
        assert_eq!(int_float_order(3, 3.5), Some(Ordering::Less));
        assert_eq!(int_float_order(-3, -3.5), Some(Ordering::Greater));
        assert_eq!(int_float_order(0, -0.0), Some(Ordering::Equal));
        assert_eq!(int_float_order(0, f64::NAN), None);
    }
}
