//! Floats as text: the shortest `repr`, and the `e`, `f`, `g` presentations.

/// How a float is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `e`: with an exponent.
    Exponent,
    /// `f`: without an exponent.
    Fixed,
    /// `g`: whichever is shorter, without trailing zeros.
    General,
    /// The shortest digits that read back as the same float.
    Repr,
}

/// Further wishes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whole numbers end in `.0`.
    pub dot_zero: bool,
    /// `#`: the point and trailing zeros stay.
    pub alternate: bool,
    /// `z`: a negative zero loses its sign.
    pub no_negative_zero: bool,
    /// `E`, `INF`, `NAN` in capitals.
    pub upper: bool,
}

/// A float has no more decimal digits than this, so that more precision is zeros.
const MOST_DIGITS: usize = 1100;

/// Decimal digits of a finite float and where the point stands: the value is `0.digits * 10**point`.
struct Digits {
    digits: Vec<u8>,
    point: i64,
}

/// Splits what Rust prints with an exponent.
fn from_exponent(text: &str) -> Digits {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let mut digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).collect();
    let point = exponent.parse::<i64>().unwrap_or(0) + 1;
    while digits.len() > 1 && digits.last() == Some(&b'0') {
        digits.pop();
    }
    Digits { digits, point }
}

/// The shortest digits that read back as `x`, with an exponent. Of two equally near, the even one, as CPython
/// has it; Rust takes the upper.
fn shortest(x: f64) -> String {
    let text = format!("{x:e}");
    let digits = text.bytes().take_while(|&b| b != b'e').filter(u8::is_ascii_digit).count();
    // Fewer digits determine a float so loosely that the nearest is nearest alone.
    if digits < 15 {
        return text;
    }
    let even = format!("{x:.*e}", digits - 1);
    if even.parse() == Ok(x) { even } else { text }
}

/// `x` must be finite and not negative; trailing zeros are left out.
fn digits_of(x: f64, style: Style, precision: usize) -> Digits {
    match style {
        Style::Repr => from_exponent(&shortest(x)),
        Style::Exponent => from_exponent(&format!("{x:.*e}", precision.min(MOST_DIGITS))),
        Style::General => from_exponent(&format!("{x:.*e}", precision.min(MOST_DIGITS) - 1)),
        Style::Fixed => {
            let text = format!("{x:.*}", precision.min(MOST_DIGITS));
            let whole = text.split('.').next().map_or(0, str::len) as i64;
            let all: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
            let zeros = all.iter().take_while(|&&d| d == b'0').count();
            let mut digits = all[zeros..].to_vec();
            while digits.last() == Some(&b'0') {
                digits.pop();
            }
            if digits.is_empty() {
                return Digits { digits: vec![b'0'], point: 1 };
            }
            Digits { digits, point: whole - zeros as i64 }
        }
    }
}

/// A float in a style; `precision` is digits behind the point for `Exponent` and `Fixed`, digits in all for
/// `General`, and unused for `Repr`. The text starts with `-` if the sign shows.
pub fn to_text(value: f64, style: Style, precision: usize, options: Options) -> String {
    if !value.is_finite() {
        let text = if value.is_nan() {
            "nan"
        } else if value > 0.0 {
            "inf"
        } else {
            "-inf"
        };
        return if options.upper { text.to_ascii_uppercase() } else { text.to_owned() };
    }
    let precision = if style == Style::General { precision.max(1) } else { precision };
    let Digits { digits, point } = digits_of(value.abs(), style, precision);
    let is_zero = digits == [b'0'];
    let wanted = precision as i64;
    let exponent = match style {
        Style::Exponent => true,
        Style::Fixed => false,
        Style::Repr => point <= -4 || point > 16,
        Style::General => point <= -4 || point > wanted - i64::from(options.dot_zero),
    };
    // How many digits to show, counted from the first digit of `digits`.
    let mut end = match style {
        Style::Exponent => wanted + 1,
        Style::Fixed => point + wanted,
        Style::General if options.alternate => wanted,
        Style::General | Style::Repr => digits.len() as i64,
    };
    let shown_point = if exponent { 1 } else { point };
    end = end.max(shown_point);
    if options.dot_zero && !exponent {
        end = end.max(shown_point + 1);
    }
    let mut out = String::new();
    if value.is_sign_negative() && !(options.no_negative_zero && is_zero) {
        out.push('-');
    }
    push_digits(&mut out, &digits, shown_point, end, options.alternate);
    if exponent {
        let e = point - 1;
        out.push_str(&format!("e{}{:02}", if e < 0 { '-' } else { '+' }, e.abs()));
    }
    if options.upper {
        out.make_ascii_uppercase();
    }
    out
}

/// Writes digits up to number `end`, zeros where there are none, with a point before number `point`.
fn push_digits(out: &mut String, digits: &[u8], point: i64, end: i64, keep_point: bool) {
    let digit = |i: i64| usize::try_from(i).ok().and_then(|i| digits.get(i)).map_or('0', |&d| char::from(d));
    if point <= 0 {
        out.push('0');
    } else {
        (0..point).for_each(|i| out.push(digit(i)));
    }
    if end > point || keep_point {
        out.push('.');
    }
    (point..end).for_each(|i| out.push(digit(i)));
}

/// `repr(x)` of a float.
pub fn float_repr(x: f64) -> String {
    to_text(x, Style::Repr, 0, Options { dot_zero: true, ..Options::default() })
}

/// `repr(complex(re, im))`
pub fn complex_repr(re: f64, im: f64) -> String {
    let imaginary = to_text(im, Style::Repr, 0, Options::default());
    if re == 0.0 && re.is_sign_positive() {
        return format!("{imaginary}j");
    }
    let sign = if imaginary.starts_with('-') { "" } else { "+" };
    format!("({}{sign}{imaginary}j)", to_text(re, Style::Repr, 0, Options::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repr_is_pythons() {
        for (x, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (0.1, "0.1"),
            (1e16, "1e+16"),
            (123456789012345680.0, "1.2345678901234568e+17"),
            (1234567890123456.0, "1234567890123456.0"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (5e-324, "5e-324"),
            (1e15 + 0.25, "1000000000000000.2"),
            (1.5e300, "1.5e+300"),
        ] {
            assert_eq!(float_repr(x), text);
        }
        assert_eq!(complex_repr(0.0, 1.0), "1j");
        assert_eq!(complex_repr(-0.0, f64::NAN), "(-0+nanj)");
        assert_eq!(complex_repr(1.5, -2.0), "(1.5-2j)");
    }

    #[test]
    fn styles() {
        let plain = Options::default();
        let alternate = Options { alternate: true, ..plain };
        assert_eq!(to_text(0.5, Style::Fixed, 0, plain), "0");
        assert_eq!(to_text(2.5, Style::Fixed, 0, alternate), "2.");
        assert_eq!(to_text(0.001234, Style::Fixed, 4, plain), "0.0012");
        assert_eq!(to_text(1234.5678, Style::Exponent, 2, plain), "1.23e+03");
        assert_eq!(to_text(0.0, Style::Exponent, 3, plain), "0.000e+00");
        assert_eq!(to_text(1234567.0, Style::General, 6, plain), "1.23457e+06");
        assert_eq!(to_text(100000.0, Style::General, 6, plain), "100000");
        assert_eq!(to_text(1.0, Style::General, 6, alternate), "1.00000");
        assert_eq!(to_text(0.0001, Style::General, 6, plain), "0.0001");
        assert_eq!(to_text(1e-320, Style::Fixed, 2000, plain).len(), 2002);
    }
}
