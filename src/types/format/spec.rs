//! The format mini-language: what `[[fill]align][sign][z][#][0][width][grouping][.precision][type]` says.

use crate::types::str::chars;

/// Where a value stands in its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: padding goes between sign and digits.
    AfterSign,
}

/// How digits are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Not at all.
    None,
    /// `,` by threes.
    Comma,
    /// `_` by threes.
    Underscore,
    /// `_` by fours, for binary, octal and hexadecimal.
    UnderscoreFour,
}

/// A parsed format specification.
#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    /// The fill character, a space unless given.
    pub fill: u32,
    /// Where the value stands.
    pub align: Align,
    /// `+`, `-` or space, if given.
    pub sign: Option<u8>,
    /// `z`: negative zero loses its sign.
    pub no_negative_zero: bool,
    /// `#`
    pub alternate: bool,
    /// Least width of the field.
    pub width: usize,
    /// How digits are grouped.
    pub grouping: Grouping,
    /// After the dot.
    pub precision: Option<usize>,
    /// The presentation type; the default given to [`parse`] if absent, 0 for none.
    pub kind: u32,
}

/// What is wrong with a specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpecError {
    /// A `ValueError` with this message.
    Message(String),
    /// "Invalid format specifier '…' for object of type '…'"
    Invalid,
}

impl SpecError {
    fn message(text: impl Into<String>) -> SpecError {
        SpecError::Message(text.into())
    }
}

fn alignment(c: Option<&u32>) -> Option<Align> {
    match *c? {
        0x3C => Some(Align::Left),
        0x3E => Some(Align::Right),
        0x5E => Some(Align::Center),
        0x3D => Some(Align::AfterSign),
        _ => None,
    }
}

/// Reads decimal digits from the front; None if there are none.
fn integer(spec: &mut &[u32]) -> Result<Option<usize>, SpecError> {
    let mut value = None;
    while let Some(digit) = spec.first().and_then(|&c| chars::decimal_value(c)) {
        let next = value.unwrap_or(0usize).checked_mul(10).and_then(|v| v.checked_add(digit as usize));
        value = match next {
            Some(v) if v <= isize::MAX as usize => Some(v),
            _ => return Err(SpecError::message("Too many decimal digits in format string")),
        };
        *spec = &spec[1..];
    }
    Ok(value)
}

/// Takes `c` from the front if it is there.
fn take(spec: &mut &[u32], c: char) -> bool {
    let found = spec.first() == Some(&u32::from(c));
    if found {
        *spec = &spec[1..];
    }
    found
}

/// A type character as messages show it.
pub fn shown(c: u32) -> String {
    match c {
        33..=127 => char::from_u32(c).map(String::from).unwrap_or_default(),
        _ => format!("\\x{c:x}"),
    }
}

/// Parses a specification. `default_kind` and `default_align` depend on the type of the value.
pub fn parse(text: &[u32], default_kind: u8, default_align: Align) -> Result<Spec, SpecError> {
    let mut rest = text;
    let mut spec = Spec {
        fill: 0x20,
        align: default_align,
        sign: None,
        no_negative_zero: false,
        alternate: false,
        width: 0,
        grouping: Grouping::None,
        precision: None,
        kind: u32::from(default_kind),
    };
    let (mut filled, mut aligned) = (false, false);
    if let Some(align) = alignment(rest.get(1)) {
        (spec.align, spec.fill) = (align, rest[0]);
        (filled, aligned) = (true, true);
        rest = &rest[2..];
    } else if let Some(align) = alignment(rest.first()) {
        spec.align = align;
        aligned = true;
        rest = &rest[1..];
    }
    if let Some(&c @ (0x2B | 0x2D | 0x20)) = rest.first() {
        spec.sign = Some(c as u8);
        rest = &rest[1..];
    }
    spec.no_negative_zero = take(&mut rest, 'z');
    spec.alternate = take(&mut rest, '#');
    if !filled && take(&mut rest, '0') {
        spec.fill = 0x30;
        if !aligned && default_align == Align::Right {
            spec.align = Align::AfterSign;
        }
    }
    spec.width = integer(&mut rest)?.unwrap_or(0);
    spec.grouping = grouping(&mut rest)?;
    if take(&mut rest, '.') {
        spec.precision = integer(&mut rest)?;
        if spec.precision.is_none() {
            return Err(SpecError::message("Format specifier missing precision"));
        }
    }
    match *rest {
        [] => {}
        [kind] => spec.kind = kind,
        _ => return Err(SpecError::Invalid),
    }
    check_grouping(&mut spec)?;
    Ok(spec)
}

fn grouping(rest: &mut &[u32]) -> Result<Grouping, SpecError> {
    let comma = take(rest, ',');
    let underscore = take(rest, '_');
    if underscore && (comma || rest.first() == Some(&u32::from(','))) {
        return Err(SpecError::message("Cannot specify both ',' and '_'."));
    }
    Ok(match (comma, underscore) {
        (true, _) => Grouping::Comma,
        (_, true) => Grouping::Underscore,
        _ => Grouping::None,
    })
}

fn check_grouping(spec: &mut Spec) -> Result<(), SpecError> {
    let sign = match spec.grouping {
        Grouping::None => return Ok(()),
        Grouping::Comma => ',',
        Grouping::Underscore | Grouping::UnderscoreFour => '_',
    };
    match u8::try_from(spec.kind).unwrap_or(u8::MAX) {
        b'd' | b'e' | b'f' | b'g' | b'E' | b'G' | b'%' | b'F' | 0 => Ok(()),
        b'b' | b'o' | b'x' | b'X' if sign == '_' => {
            spec.grouping = Grouping::UnderscoreFour;
            Ok(())
        }
        _ => Err(SpecError::message(format!("Cannot specify '{sign}' with '{}'.", shown(spec.kind)))),
    }
}
