//! Arithmetic: the rule for operators (data model 3.3.8), with exact built-in numbers and `str + str` first.

use super::{Raised, Res, Vm};
use crate::code::op::{BinaryOp, UnaryOp};
use crate::heap::kinds::NativeKind;
use crate::heap::names::Names;
use crate::types::{complex, float, int};
use crate::value::*;

/// The special methods of a binary operator, and its sign as messages show it.
struct Operator {
    method: StrKey,
    reflected: StrKey,
    inplace: StrKey,
    sign: &'static str,
    inplace_sign: &'static str,
}

fn operator(n: &Names, op: BinaryOp) -> Operator {
    let (method, reflected, inplace, sign, inplace_sign) = match op {
        BinaryOp::Add => (n.__add__, n.__radd__, n.__iadd__, "+", "+="),
        BinaryOp::Sub => (n.__sub__, n.__rsub__, n.__isub__, "-", "-="),
        BinaryOp::Mul => (n.__mul__, n.__rmul__, n.__imul__, "*", "*="),
        BinaryOp::TrueDiv => (n.__truediv__, n.__rtruediv__, n.__itruediv__, "/", "/="),
        BinaryOp::FloorDiv => (n.__floordiv__, n.__rfloordiv__, n.__ifloordiv__, "//", "//="),
        BinaryOp::Mod => (n.__mod__, n.__rmod__, n.__imod__, "%", "%="),
        BinaryOp::Pow => (n.__pow__, n.__rpow__, n.__ipow__, "** or pow()", "**="),
        BinaryOp::LShift => (n.__lshift__, n.__rlshift__, n.__ilshift__, "<<", "<<="),
        BinaryOp::RShift => (n.__rshift__, n.__rrshift__, n.__irshift__, ">>", ">>="),
        BinaryOp::And => (n.__and__, n.__rand__, n.__iand__, "&", "&="),
        BinaryOp::Or => (n.__or__, n.__ror__, n.__ior__, "|", "|="),
        BinaryOp::Xor => (n.__xor__, n.__rxor__, n.__ixor__, "^", "^="),
        BinaryOp::MatMul => (n.__matmul__, n.__rmatmul__, n.__imatmul__, "@", "@="),
    };
    Operator { method, reflected, inplace, sign, inplace_sign }
}

impl Vm {
    /// A binary op on registers.
    pub fn binary_to(&mut self, op: BinaryOp, inplace: bool, a: Value, b: Value, d: usize) -> Res<()> {
        self.stack[d] = self.binary(op, inplace, a, b)?;
        Ok(())
    }

    /// `a op b`, or `a op= b` when `inplace`. The full rule: in-place method, then the left operand's method and
    /// the right's reflected one, a subclass's reflected method first. Raises `TypeError` when none applies.
    pub fn binary(&mut self, op: BinaryOp, inplace: bool, a: Value, b: Value) -> Res {
        let answer = self.exact_binary(op, a, b)?;
        if matches!(answer, Value::NotImplemented) { self.binary_by_methods(op, inplace, a, b) } else { Ok(answer) }
    }

    /// The operator on exact built-in numbers, and `+` on exact strings; `NotImplemented` for anything else.
    fn exact_binary(&mut self, op: BinaryOp, a: Value, b: Value) -> Res {
        use Value::*;
        match (a, b) {
            (Int(x), Int(y)) => int::small_binary(self, op, x, y),
            (Float(x), Float(y)) => float::binary(self, op, x, y),
            (Int(x), Float(y)) => float::binary(self, op, x as f64, y),
            (Float(x), Int(y)) => float::binary(self, op, x, y as f64),
            (Bool(x), Bool(y)) => match op {
                BinaryOp::And => Ok(Bool(x & y)),
                BinaryOp::Or => Ok(Bool(x | y)),
                BinaryOp::Xor => Ok(Bool(x ^ y)),
                _ => int::small_binary(self, op, i64::from(x), i64::from(y)),
            },
            (Bool(_) | Int(_) | BigInt(_), Bool(_) | Int(_) | BigInt(_)) => int::binary(self, op, a, b),
            (Bool(_) | BigInt(_), Float(_)) | (Float(_), Bool(_) | BigInt(_)) => {
                let (x, y) = (float::to_f64(self, a)?, float::to_f64(self, b)?);
                float::binary(self, op, x, y)
            }
            (Complex(_), Bool(_) | Int(_) | BigInt(_) | Float(_) | Complex(_))
            | (Bool(_) | Int(_) | BigInt(_) | Float(_), Complex(_)) => complex::binary_values(self, op, a, b),
            (Str(x), Str(y)) if op == BinaryOp::Add => crate::types::str::operators::concat(self, x, y),
            (Str(x), Str(_) | Int(_) | Float(_) | Tuple(_) | Dict(_)) if op == BinaryOp::Mod => {
                crate::types::percent::format_str(self, x, b)
            }
            _ => Ok(NotImplemented),
        }
    }

    #[inline(never)]
    fn binary_by_methods(&mut self, op: BinaryOp, inplace: bool, a: Value, b: Value) -> Res {
        let names = operator(&self.heap.names, op);
        if inplace
            && let Some(method) = self.special(a, names.inplace)
            && !self.is_sequence_method(method)
        {
            let answer = self.call_found(method, a, &[b])?;
            if !matches!(answer, Value::NotImplemented) {
                return Ok(answer);
            }
        }
        let answer = self.reflecting(names.method, names.reflected, a, b)?;
        if !matches!(answer, Value::NotImplemented) {
            return Ok(answer);
        }
        let answer = match op {
            BinaryOp::Add => self.concatenate(&names, inplace, a, b)?,
            BinaryOp::Mul => self.repeat(&names, inplace, a, b)?,
            _ => Value::NotImplemented,
        };
        if matches!(answer, Value::NotImplemented) {
            let sign = if inplace { names.inplace_sign } else { names.sign };
            return Err(self.unsupported_operands(sign, a, b));
        }
        Ok(answer)
    }

    /// Calls `a.method(b)` and `b.reflected(a)` in the data model's order; `NotImplemented` if neither answers.
    /// Concatenation and repetition of built-in sequences don't take part: they come after all numeric methods.
    pub(crate) fn reflecting(&mut self, method: StrKey, reflected: StrKey, a: Value, b: Value) -> Res {
        let (left_class, right_class) = (self.class_of(a), self.class_of(b));
        let left = self.numeric_method(left_class, method);
        let mut right = if left_class == right_class { None } else { self.numeric_method(right_class, reflected) };
        if let Some(r) = right
            && self.heap.is_subclass(right_class, left_class)
            && !self.heap.lookup_in_class(left_class, reflected).is_some_and(|same| same.is(r))
        {
            let answer = self.call_found(r, b, &[a])?;
            if !matches!(answer, Value::NotImplemented) {
                return Ok(answer);
            }
            right = None;
        }
        if let Some(l) = left {
            let answer = self.call_found(l, a, &[b])?;
            if !matches!(answer, Value::NotImplemented) {
                return Ok(answer);
            }
        }
        match right {
            Some(r) => self.call_found(r, b, &[a]),
            None => Ok(Value::NotImplemented),
        }
    }

    fn numeric_method(&mut self, class: ClassKey, name: StrKey) -> Option<Value> {
        let found = self.heap.lookup_in_class(class, name)?;
        (!self.is_sequence_method(found)).then_some(found)
    }

    /// `__add__`, `__mul__` and the like of a built-in sequence: CPython has them in other slots than those of
    /// numbers, and asks them last.
    fn is_sequence_method(&mut self, method: Value) -> bool {
        let Value::Native(k) = method else { return false };
        let native = &self.heap.natives[k];
        let Some(owner) = native.owner else { return false };
        native.kind == NativeKind::Wrapper
            && matches!(native.spec.name, "__add__" | "__iadd__" | "__mul__" | "__imul__" | "__rmul__")
            && self.heap.class_get(owner, self.heap.names.__len__).is_some()
    }

    fn sequence_method(&mut self, v: Value, name: StrKey) -> Option<Value> {
        let found = self.special(v, name)?;
        self.is_sequence_method(found).then_some(found)
    }

    /// `+` of sequences: the left operand's own business.
    fn concatenate(&mut self, names: &Operator, inplace: bool, a: Value, b: Value) -> Res {
        let mut method = if inplace { self.sequence_method(a, names.inplace) } else { None };
        if method.is_none() {
            method = self.sequence_method(a, names.method);
        }
        match method {
            Some(m) => self.call_found(m, a, &[b]),
            None => Ok(Value::NotImplemented),
        }
    }

    /// `*` of a sequence with an int, in either order.
    fn repeat(&mut self, names: &Operator, inplace: bool, a: Value, b: Value) -> Res {
        let mut left = if inplace { self.sequence_method(a, names.inplace) } else { None };
        if left.is_none() {
            left = self.sequence_method(a, names.method);
        }
        let (method, sequence, count) = match left {
            Some(m) => (m, a, b),
            None => match self.sequence_method(b, names.method) {
                Some(m) => (m, b, a),
                None => return Ok(Value::NotImplemented),
            },
        };
        if !self.is_index(count) {
            let t = self.type_name(count);
            return Err(self.type_error(format!("can't multiply sequence by non-int of type '{t}'")));
        }
        let count = self.index(count)?;
        self.call_found(method, sequence, &[count])
    }

    /// Raises "unsupported operand type(s) for +: 'int' and 'str'".
    #[cold]
    pub(crate) fn unsupported_operands(&mut self, sign: &str, a: Value, b: Value) -> Raised {
        let (left, right) = (self.type_name(a), self.type_name(b));
        let mut message = format!("unsupported operand type(s) for {sign}: '{left}' and '{right}'");
        if sign == ">>"
            && let Value::Native(k) = a
            && self.heap.natives[k].spec.name == "print"
        {
            message.push_str(". Did you mean \"print(<message>, file=<output_stream>)\"?");
        }
        self.type_error(message)
    }

    /// `divmod(a, b)`
    pub fn divmod(&mut self, a: Value, b: Value) -> Res {
        let names = self.heap.names;
        let answer = match (int::exact(a), int::exact(b)) {
            (Some(x), Some(y)) => int::divmod(self, x, y)?,
            _ => self.reflecting(names.__divmod__, names.__rdivmod__, a, b)?,
        };
        if matches!(answer, Value::NotImplemented) {
            return Err(self.unsupported_operands("divmod()", a, b));
        }
        Ok(answer)
    }

    /// `pow(base, exponent, modulus)` with a modulus that is not None.
    pub fn power_modulo(&mut self, base: Value, exponent: Value, modulus: Value) -> Res {
        let name = self.heap.names.__pow__;
        let mut answer = Value::NotImplemented;
        if let Some(method) = self.special(base, name) {
            answer = self.call_found(method, base, &[exponent, modulus])?;
        }
        // The slot of a number is asked whichever operand it belongs to, and these two only refuse.
        if matches!(answer, Value::NotImplemented) {
            let others = [self.payload(exponent), self.payload(modulus)];
            if others.iter().any(|v| matches!(v, Value::Float(_))) {
                return Err(float::no_modulus(self));
            }
            let numeric = int::exact(self.payload(base)).is_some();
            if numeric && others.iter().any(|v| matches!(v, Value::Complex(_))) {
                return Err(self.value_error("complex modulo"));
            }
        }
        if matches!(answer, Value::NotImplemented) {
            let (a, b, c) = (self.type_name(base), self.type_name(exponent), self.type_name(modulus));
            return Err(self.type_error(format!("unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'")));
        }
        Ok(answer)
    }

    /// `-x`, `+x`, `~x`.
    pub fn unary(&mut self, op: UnaryOp, a: Value) -> Res {
        match (op, a) {
            (UnaryOp::Neg, Value::Float(f)) => return Ok(Value::Float(-f)),
            (UnaryOp::Pos, Value::Int(_) | Value::Float(_) | Value::BigInt(_)) => return Ok(a),
            (_, Value::Int(_) | Value::BigInt(_)) => return int::unary(self, op, a),
            _ => {}
        }
        let names = self.heap.names;
        let (name, sign) = match op {
            UnaryOp::Neg => (names.__neg__, "unary -"),
            UnaryOp::Pos => (names.__pos__, "unary +"),
            UnaryOp::Invert => (names.__invert__, "unary ~"),
        };
        match self.call_special(a, name, &[])? {
            Some(v) => Ok(v),
            None => {
                let t = self.type_name(a);
                Err(self.type_error(format!("bad operand type for {sign}: '{t}'")))
            }
        }
    }

    /// The value can stand where an int is asked for: it is an int or has `__index__`.
    pub fn is_index(&mut self, v: Value) -> bool {
        match v {
            Value::Int(_) | Value::BigInt(_) | Value::Bool(_) => true,
            _ => {
                let name = self.heap.names.__index__;
                self.special(v, name).is_some_and(|m| !m.is_none())
            }
        }
    }

    /// `operator.index(v)`: an int ([`Value::Int`] or [`Value::BigInt`]), or `TypeError` "'x' object cannot be
    /// interpreted as an integer".
    pub fn index(&mut self, v: Value) -> Res {
        if let Some(i) = int::exact(self.payload(v)) {
            return Ok(i);
        }
        let name = self.heap.names.__index__;
        let Some(answer) = self.call_special(v, name, &[])? else {
            let t = self.type_name(v);
            return Err(self.type_error(format!("'{t}' object cannot be interpreted as an integer")));
        };
        match int::exact(self.payload(answer)) {
            Some(i) => {
                if !matches!(answer, Value::Int(_) | Value::BigInt(_)) {
                    self.warn_strict_subclass("__index__", "int", answer)?;
                }
                Ok(i)
            }
            None => {
                let t = self.type_name(answer);
                Err(self.type_error(format!("__index__ returned non-int (type {t})")))
            }
        }
    }

    /// `operator.index(v)` as a machine int; values beyond are clamped, as slice bounds are.
    pub fn index_clamped(&mut self, v: Value) -> Res<i64> {
        let v = self.index(v)?;
        Ok(match v {
            Value::Int(i) => i,
            _ if int::is_negative(&self.heap, v) => i64::MIN,
            _ => i64::MAX,
        })
    }

    /// `operator.index(v)` as a machine int; `OverflowError` "Python int too large to convert to C ssize_t".
    pub fn index_i64(&mut self, v: Value) -> Res<i64> {
        match self.index(v)? {
            Value::Int(i) => Ok(i),
            _ => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    /// `operator.index(v)` as a machine int for indexing; `IndexError` "cannot fit 'int' into an index-sized integer".
    pub fn index_for_item(&mut self, v: Value) -> Res<i64> {
        match self.index(v)? {
            Value::Int(i) => Ok(i),
            _ => {
                let t = self.type_name(v);
                Err(self.index_error(format!("cannot fit '{t}' into an index-sized integer")))
            }
        }
    }
}
