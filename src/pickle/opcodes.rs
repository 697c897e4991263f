//! The opcodes of the pickle machine, with the names the module `pickle` gives them.

macro_rules! opcodes {
    ($($name:ident = $byte:literal, $doc:literal;)*) => {
        $(#[doc = $doc] pub const $name: u8 = $byte;)*

        /// Every opcode with its name, in the order of the constants here.
        pub const OPCODES: &[(&str, u8)] = &[$((stringify!($name), $byte),)*];
    };
}

opcodes! {
    MARK = b'(', "Marks a place on the stack.";
    STOP = b'.', "Ends the pickle; the top of the stack is the result.";
    POP = b'0', "Drops the top of the stack, or the mark there.";
    POP_MARK = b'1', "Drops everything down to the mark.";
    DUP = b'2', "Pushes the top of the stack again.";
    FLOAT = b'F', "A float as a decimal line.";
    INT = b'I', "An int or bool as a decimal line.";
    BININT = b'J', "A four-byte signed int.";
    BININT1 = b'K', "A one-byte int.";
    LONG = b'L', "An int as a decimal line, perhaps with a final L.";
    BININT2 = b'M', "A two-byte int.";
    NONE = b'N', "None.";
    PERSID = b'P', "A persistent object; its id is a line.";
    BINPERSID = b'Q', "A persistent object; its id is on the stack.";
    REDUCE = b'R', "Calls a callable with an argument tuple, both on the stack.";
    STRING = b'S', "A Python 2 string as a quoted line.";
    BINSTRING = b'T', "A Python 2 string with a four-byte length.";
    SHORT_BINSTRING = b'U', "A Python 2 string with a one-byte length.";
    UNICODE = b'V', "A str as a raw-unicode-escaped line.";
    BINUNICODE = b'X', "A str in UTF-8 with a four-byte length.";
    APPEND = b'a', "Appends the top of the stack to the list below.";
    BUILD = b'b', "Gives the object below its state.";
    GLOBAL = b'c', "An object by its module and name, two lines.";
    DICT = b'd', "A dict of what is above the mark.";
    EMPTY_DICT = b'}', "An empty dict.";
    APPENDS = b'e', "Extends the list below the mark by what is above it.";
    GET = b'g', "Pushes from the memo; the index is a line.";
    BINGET = b'h', "Pushes from the memo; one-byte index.";
    INST = b'i', "An instance of the class named by two lines, arguments above the mark.";
    LONG_BINGET = b'j', "Pushes from the memo; four-byte index.";
    LIST = b'l', "A list of what is above the mark.";
    EMPTY_LIST = b']', "An empty list.";
    OBJ = b'o', "An instance: class and arguments above the mark.";
    PUT = b'p', "Stores in the memo; the index is a line.";
    BINPUT = b'q', "Stores in the memo; one-byte index.";
    LONG_BINPUT = b'r', "Stores in the memo; four-byte index.";
    SETITEM = b's', "Sets a key of the dict below.";
    TUPLE = b't', "A tuple of what is above the mark.";
    EMPTY_TUPLE = b')', "An empty tuple.";
    SETITEMS = b'u', "Sets the pairs above the mark in the dict below it.";
    BINFLOAT = b'G', "An eight-byte big-endian float.";
    PROTO = 0x80, "Says which protocol the pickle is in.";
    NEWOBJ = 0x81, "Makes an object by its class's `__new__`.";
    EXT1 = 0x82, "A registered object; one-byte code.";
    EXT2 = 0x83, "A registered object; two-byte code.";
    EXT4 = 0x84, "A registered object; four-byte code.";
    TUPLE1 = 0x85, "A tuple of the top one.";
    TUPLE2 = 0x86, "A tuple of the top two.";
    TUPLE3 = 0x87, "A tuple of the top three.";
    NEWTRUE = 0x88, "True.";
    NEWFALSE = 0x89, "False.";
    LONG1 = 0x8a, "An int of up to 255 bytes.";
    LONG4 = 0x8b, "A really big int.";
    BINBYTES = b'B', "Bytes with a four-byte length.";
    SHORT_BINBYTES = b'C', "Bytes with a one-byte length.";
    SHORT_BINUNICODE = 0x8c, "A str in UTF-8 with a one-byte length.";
    BINUNICODE8 = 0x8d, "A str in UTF-8 with an eight-byte length.";
    BINBYTES8 = 0x8e, "Bytes with an eight-byte length.";
    EMPTY_SET = 0x8f, "An empty set.";
    ADDITEMS = 0x90, "Adds what is above the mark to the set below it.";
    FROZENSET = 0x91, "A frozenset of what is above the mark.";
    NEWOBJ_EX = 0x92, "As NEWOBJ, with keyword arguments.";
    STACK_GLOBAL = 0x93, "As GLOBAL, with the names on the stack.";
    MEMOIZE = 0x94, "Stores in the memo under the next index.";
    FRAME = 0x95, "Begins a frame; eight-byte length.";
    BYTEARRAY8 = 0x96, "A bytearray with an eight-byte length.";
    NEXT_BUFFER = 0x97, "The next out-of-band buffer.";
    READONLY_BUFFER = 0x98, "Makes the buffer on top read-only.";
}

/// The name of an opcode; None for a byte that is none.
pub fn name(op: u8) -> Option<&'static str> {
    OPCODES.iter().find(|&&(_, byte)| byte == op).map(|&(name, _)| name)
}

/// Where what stands behind an opcode in the stream goes, for those who tell about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Nothing stands there.
    None,
    /// A value that is pushed.
    Pushed,
    /// A little-endian number that says something about the opcode.
    Number,
    /// Lines that say something about the opcode.
    Lines,
}

/// What kind of argument an opcode has.
pub fn argument(op: u8) -> Argument {
    match op {
        FLOAT | INT | BININT | BININT1 | BININT2 | LONG | LONG1 | LONG4 | BINFLOAT => Argument::Pushed,
        STRING | BINSTRING | SHORT_BINSTRING | UNICODE | BINUNICODE | SHORT_BINUNICODE | BINUNICODE8 => {
            Argument::Pushed
        }
        BINBYTES | SHORT_BINBYTES | BINBYTES8 | BYTEARRAY8 => Argument::Pushed,
        PROTO | FRAME | BINPUT | LONG_BINPUT | BINGET | LONG_BINGET | EXT1 | EXT2 | EXT4 => Argument::Number,
        PUT | GET | GLOBAL | INST | PERSID => Argument::Lines,
        _ => Argument::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_byte_means_two_things() {
        let mut bytes: Vec<u8> = OPCODES.iter().map(|&(_, b)| b).collect();
        bytes.sort_unstable();
        bytes.dedup();
        assert_eq!(bytes.len(), OPCODES.len());
        assert_eq!(OPCODES.len(), 68);
    }
}
