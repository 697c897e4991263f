//! `format(value, spec)` for the built-in types that have a mini-language: int, float, complex, str.

mod float;
pub mod number;
pub mod spec;

pub use float::{Options, Style, complex_repr, float_repr, to_text};

use crate::heap::text::{Builder, Str};
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Raised, Res, Vm};
use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use number::{Parts, lay_out, pad, split_padding};
use spec::{Align, Spec, SpecError, parse, shown};

/// The whole of `int.__format__`, `float.__format__`, `complex.__format__` and `str.__format__`.
/// `v` is a value of one of these types or of a subclass.
pub fn format_value(vm: &mut Vm, v: Value, spec: StrKey) -> Res {
    if vm.heap.strs[spec].is_empty() {
        return vm.str(v);
    }
    let points: Vec<u32> = vm.heap.strs[spec].code_points().collect();
    match vm.payload(v) {
        Value::Bool(b) => format_int(vm, v, &BigInt::from(u8::from(b)), &points),
        Value::Int(i) => format_int(vm, v, &BigInt::from(i), &points),
        Value::BigInt(k) => {
            let n = vm.heap.bigints[k].clone();
            format_int(vm, v, &n, &points)
        }
        Value::Float(f) => {
            let spec = parsed(vm, v, &points, 0, Align::Right)?;
            format_float(vm, v, f, &spec)
        }
        Value::Complex(k) => {
            let (re, im) = vm.heap.complexes[k];
            let spec = parsed(vm, v, &points, 0, Align::Right)?;
            format_complex(vm, v, (re, im), &spec)
        }
        Value::Str(k) => {
            let spec = parsed(vm, v, &points, b's', Align::Left)?;
            format_str(vm, v, k, &spec)
        }
        _ => vm.default_format(v, Value::Str(spec)),
    }
}

/// `__format__` of the types that [`format_value`] knows, as a method.
pub fn method(vm: &mut Vm, args: Args) -> Res {
    let [this, spec] = args.take(vm);
    match vm.payload(spec) {
        Value::Str(k) => format_value(vm, this, k),
        _ => {
            let t = vm.type_name(spec);
            Err(vm.type_error(format!("__format__() argument must be str, not {t}")))
        }
    }
}

fn parsed(vm: &mut Vm, v: Value, points: &[u32], kind: u8, align: Align) -> Res<Spec> {
    let spec = parse(points, kind, align).map_err(|e| {
        let message = match e {
            SpecError::Message(text) => text,
            SpecError::Invalid => {
                let (text, t) = (Str::from_code_points(points), vm.type_name(v));
                format!("Invalid format specifier '{}' for object of type '{t}'", text.lossy())
            }
        };
        vm.value_error(message)
    })?;
    vm.reserve(spec.width)?;
    Ok(spec)
}

#[cold]
fn unknown_code(vm: &mut Vm, v: Value, kind: u32) -> Raised {
    let t = vm.type_name(v);
    vm.value_error(format!("Unknown format code '{}' for object of type '{t}'", shown(kind)))
}

fn format_str(vm: &mut Vm, v: Value, text: StrKey, spec: &Spec) -> Res {
    let message = if spec.kind != u32::from(b's') {
        return Err(unknown_code(vm, v, spec.kind));
    } else if spec.sign == Some(b' ') {
        "Space not allowed in string format specifier"
    } else if spec.sign.is_some() {
        "Sign not allowed in string format specifier"
    } else if spec.no_negative_zero {
        "Negative zero coercion (z) not allowed in string format specifier"
    } else if spec.alternate {
        "Alternate form (#) not allowed in string format specifier"
    } else if spec.align == Align::AfterSign {
        "'=' alignment not allowed in string format specifier"
    } else {
        ""
    };
    if !message.is_empty() {
        return Err(vm.value_error(message));
    }
    let out = pad_text(&vm.heap.strs[text], spec);
    Ok(vm.heap.new_text(out))
}

/// Text cut to the precision and padded to the width.
pub fn pad_text(text: &Str, spec: &Spec) -> Str {
    let len = spec.precision.map_or(text.len(), |p| p.min(text.len()));
    let (before, _, after) = split_padding(spec.width.saturating_sub(len), spec.align);
    let mut out = Builder::with_capacity(text.size() + before + after);
    pad(&mut out, spec.fill, before);
    out.push_slice(text, 0, text.byte_offset(len));
    pad(&mut out, spec.fill, after);
    out.finish()
}

fn format_int(vm: &mut Vm, v: Value, n: &BigInt, points: &[u32]) -> Res {
    let spec = parsed(vm, v, points, b'd', Align::Right)?;
    match u8::try_from(spec.kind).unwrap_or(u8::MAX) {
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%' => match n.to_f64() {
            Some(f) if f.is_finite() => format_float(vm, v, f, &spec),
            _ => Err(vm.overflow_error("int too large to convert to float")),
        },
        b'c' => {
            check_int_spec(vm, &spec)?;
            format_char(vm, n, &spec)
        }
        kind @ (b'b' | b'o' | b'x' | b'X' | b'd' | b'n') => {
            check_int_spec(vm, &spec)?;
            let (prefix, digits) = match kind {
                b'b' => ("0b", n.magnitude().to_str_radix(2)),
                b'o' => ("0o", n.magnitude().to_str_radix(8)),
                b'x' => ("0x", n.magnitude().to_str_radix(16)),
                b'X' => ("0X", n.magnitude().to_str_radix(16).to_ascii_uppercase()),
                _ => ("", crate::types::int::decimal_digits(vm, n)?),
            };
            let prefix = if spec.alternate { prefix } else { "" };
            let mut out = Builder::new();
            let negative = n.sign() == Sign::Minus;
            lay_out(&mut out, &Parts { negative, prefix, digits: &digits, tail: "" }, &spec);
            Ok(vm.heap.new_text(out.finish()))
        }
        _ => Err(unknown_code(vm, v, spec.kind)),
    }
}

fn check_int_spec(vm: &mut Vm, spec: &Spec) -> Res<()> {
    if spec.precision.is_some() {
        return Err(vm.value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(vm.value_error("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    Ok(())
}

fn format_char(vm: &mut Vm, n: &BigInt, spec: &Spec) -> Res {
    if spec.sign.is_some() {
        return Err(vm.value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(vm.value_error("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let Some(n) = n.to_i64() else {
        return Err(vm.overflow_error("Python int too large to convert to C long"));
    };
    let Some(c) = u32::try_from(n).ok().filter(|&c| c < 0x11_0000) else {
        return Err(vm.overflow_error("%c arg not in range(0x110000)"));
    };
    let (before, inside, after) = split_padding(spec.width.saturating_sub(1), spec.align);
    let mut out = Builder::new();
    pad(&mut out, spec.fill, before + inside);
    out.push(c);
    pad(&mut out, spec.fill, after);
    Ok(vm.heap.new_text(out.finish()))
}

/// What a specification says of a float's style: style, precision, options; and a percent sign follows.
struct FloatStyle {
    style: Style,
    precision: usize,
    options: Options,
    percent: bool,
}

fn float_style(vm: &mut Vm, v: Value, spec: &Spec, dot_zero: bool) -> Res<FloatStyle> {
    let kind = u8::try_from(spec.kind).unwrap_or(u8::MAX);
    let (style, default) = match kind {
        0 => (Style::Repr, 0),
        b'e' | b'E' => (Style::Exponent, 6),
        b'f' | b'F' | b'%' => (Style::Fixed, 6),
        b'g' | b'G' | b'n' => (Style::General, 6),
        _ => return Err(unknown_code(vm, v, spec.kind)),
    };
    if spec.precision.is_some_and(|p| p > i32::MAX as usize) {
        return Err(vm.value_error("precision too big"));
    }
    let style = if style == Style::Repr && spec.precision.is_some() { Style::General } else { style };
    let precision = spec.precision.unwrap_or(default);
    vm.reserve(precision)?;
    let options = Options {
        dot_zero: kind == 0 && dot_zero,
        alternate: spec.alternate,
        no_negative_zero: spec.no_negative_zero,
        upper: kind.is_ascii_uppercase(),
    };
    Ok(FloatStyle { style, precision, options, percent: kind == b'%' })
}

fn format_float(vm: &mut Vm, v: Value, f: f64, spec: &Spec) -> Res {
    let s = float_style(vm, v, spec, true)?;
    let mut text = to_text(if s.percent { f * 100.0 } else { f }, s.style, s.precision, s.options);
    if s.percent {
        text.push('%');
    }
    let mut out = Builder::new();
    lay_out(&mut out, &Parts::of_float(&text), spec);
    Ok(vm.heap.new_text(out.finish()))
}

fn format_complex(vm: &mut Vm, v: Value, (re, im): (f64, f64), spec: &Spec) -> Res {
    if spec.kind == u32::from(b'%') {
        return Err(unknown_code(vm, v, spec.kind));
    }
    let s = float_style(vm, v, spec, false)?;
    if spec.fill == 0x30 {
        return Err(vm.value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Align::AfterSign {
        return Err(vm.value_error("'=' alignment flag is not allowed in complex format specifier"));
    }
    let plain = spec.kind == 0;
    let skip_real = plain && re == 0.0 && re.is_sign_positive();
    let part = Spec { fill: 0x20, align: Align::Left, width: 0, ..spec.clone() };
    let mut body = Builder::new();
    if plain && !skip_real {
        body.push_str("(");
    }
    if !skip_real {
        let text = to_text(re, s.style, s.precision, s.options);
        lay_out(&mut body, &Parts::of_float(&text), &part);
    }
    let text = to_text(im, s.style, s.precision, s.options);
    let sign = if skip_real { spec.sign } else { Some(b'+') };
    lay_out(&mut body, &Parts::of_float(&text), &Spec { sign, ..part.clone() });
    body.push_str(if plain && !skip_real { "j)" } else { "j" });
    let out = pad_text(&body.finish(), &Spec { precision: None, ..spec.clone() });
    Ok(vm.heap.new_text(out))
}
