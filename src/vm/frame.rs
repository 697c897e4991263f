//! A frame: one activation of a Python function.

use crate::value::*;

/// What happens when a frame returns.
#[derive(Clone, Copy, Debug)]
pub enum FrameKind {
    /// The value goes to the caller's register `dst`.
    Call,
    /// The value is the result of the `run` loop: native code called.
    Entry,
    /// An `__init__` called for a construction: the instance goes to `dst`; what is returned must be None.
    Init(InstanceKey),
    /// A generator run by native code: yielding or returning leaves the `run` loop.
    Generator(GeneratorKey),
    /// A generator or coroutine that the generator of the frame below delegates to, by `yield from` or `await`:
    /// yielding suspends both, the value of returning goes to `dst`.
    Delegate(GeneratorKey),
    /// A generator run by a `for` loop of the frame below: yielding stores to `dst` and moves its pc by
    /// this much, returning goes on there.
    ForGenerator(GeneratorKey, i32),
}

/// One activation.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Its code.
    pub code: CodeKey,
    /// Its function, for the closure; a null key for modules and `exec`.
    pub function: FunctionKey,
    /// The module's namespace.
    pub globals: DictKey,
    /// The next op. While the frame is not on top: behind the op that called.
    pub pc: u32,
    /// Where its window begins on the stack.
    pub base: u32,
    /// The caller's register for the result.
    pub dst: u8,
    /// By which entries of tracebacks know it again; 0 until one does.
    pub mark: u8,
    /// What happens when it returns.
    pub kind: FrameKind,
}
