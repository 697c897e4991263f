//! The flags of a pattern, with the numbers `re` shows.

/// Flags as `re` numbers them.
pub type Flags = u32;

/// `re.I`
pub const IGNORECASE: Flags = 2;
/// `re.L`
pub const LOCALE: Flags = 4;
/// `re.M`
pub const MULTILINE: Flags = 8;
/// `re.S`
pub const DOTALL: Flags = 16;
/// `re.U`
pub const UNICODE: Flags = 32;
/// `re.X`
pub const VERBOSE: Flags = 64;
/// `re.DEBUG`
pub const DEBUG: Flags = 128;
/// `re.A`
pub const ASCII: Flags = 256;

/// The flags of which a part of a pattern has exactly one.
pub const TYPE: Flags = ASCII | LOCALE | UNICODE;

/// The flag of an inline letter.
pub fn of_letter(letter: u32) -> Option<Flags> {
    Some(match char::from_u32(letter)? {
        'i' => IGNORECASE,
        'L' => LOCALE,
        'm' => MULTILINE,
        's' => DOTALL,
        'x' => VERBOSE,
        'a' => ASCII,
        'u' => UNICODE,
        _ => return None,
    })
}

/// The flags inside a group that turns some on and some off.
pub fn combine(flags: Flags, add: Flags, remove: Flags) -> Flags {
    let kept = if add & TYPE != 0 { flags & !TYPE } else { flags };
    (kept | add) & !remove
}
