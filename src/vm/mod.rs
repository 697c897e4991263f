//! The virtual machine: the state of one running interpreter.
//!
//! `run` is the loop, `call` enters functions, `bind` binds their arguments, `unwind` finds handlers. The
//! protocols a native needs (`getattr`, `iter`, `eq`, `repr`, …) are methods of [`Vm`], each in the file of its subject.

pub mod arith;
pub mod attribute_ops;
pub mod awaiting;
pub mod bind;
pub mod build_ops;
pub mod cached;
pub mod call;
pub mod call_ops;
pub mod checkpoint;
pub mod compare;
pub mod error;
pub mod except_star;
pub mod finalize;
pub mod frame;
pub mod generator;
pub mod hash;
pub mod iterate;
pub mod leave;
pub mod load;
pub mod name_ops;
pub mod native;
pub mod pattern;
pub mod raise_ops;
pub mod run;
pub mod subscript;
pub mod table;
pub mod text;
pub mod unwind;

#[cfg(test)]
mod tests;

use crate::code::Code;
use crate::heap::Heap;
use crate::heap::arena::Arena;
use crate::value::*;
use frame::Frame;
use hashbrown::HashMap;

/// An exception is under way: it lies in [`Vm::pending`], where the collector sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised;

/// The result of an operation that may raise.
pub type Res<T = Value> = Result<T, Raised>;

/// One running interpreter.
pub struct Vm {
    /// All objects but code.
    pub heap: Heap,
    /// Code objects, beside the heap so that the loop can borrow both.
    pub codes: Arena<CodeKey, Code>,
    /// The registers of all frames, and the arguments of natives.
    pub stack: Vec<Value>,
    /// First free place of the stack.
    pub top: usize,
    /// The frames of Python functions, innermost last.
    pub frames: Vec<Frame>,
    /// Where the window of the running frame begins on the stack. Whoever enters or leaves a frame need not keep it:
    /// the loop reads it from the frame on top.
    pub base: usize,
    /// The globals of the running frame, kept in the same way.
    pub globals: DictKey,
    /// The exception under way while a [`Raised`] travels.
    pub pending: Value,
    /// The exception being handled, or None.
    pub handled: Value,
    /// Calls and back-edges until the next checkpoint.
    pub countdown: u32,
    /// How many `run` loops are nested on the Rust stack.
    pub native_depth: usize,
    /// Bounds and switches.
    pub limits: Limits,
    /// `sys.modules`
    pub modules: DictKey,
    /// The namespace of `builtins`.
    pub builtins: DictKey,
    /// `sys.stdout` and the like, and how modules are found. See `modules/sys.rs` and `modules/import.rs`.
    pub host: crate::embed::host::Host,
    /// Classes made on first use, by the address of their spec.
    pub native_classes: HashMap<usize, ClassKey, foldhash::fast::FixedState>,
    /// What raised was the lookup of a method, for the place the traceback shows.
    pub lookup_failed: bool,
    /// Objects whose `repr` is under way, innermost last.
    pub repr_stack: Vec<Value>,
    /// The mark given to a frame last: see `Frame::mark`.
    pub last_mark: u8,
    /// How deep a walk through nested data is: see `Vm::nest`.
    pub nesting: usize,
    /// How much was walked through since limits were last looked at: see `Vm::walk`.
    pub walked: usize,
    /// How often a class was registered with an abstract base class: negative answers remembered before may be wrong.
    pub abc_registrations: u64,
}

/// Bounds of one interpreter.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Python frames, as `sys.getrecursionlimit()`.
    pub recursion: usize,
    /// Nested entries from native code into the loop: bounded by the Rust stack.
    pub native_depth: usize,
    /// Digits an int may have in decimal text, 0 for no bound; as `sys.get_int_max_str_digits()`.
    pub int_digits: usize,
    /// Bytes of objects.
    pub memory: usize,
    /// Checkpoint units (calls and back-edges) left, if bounded.
    pub fuel: Option<u64>,
    /// Which names pickles may reach, if not all.
    pub pickle_policy: Option<std::sync::Arc<crate::pickle::policy::PicklePolicy>>,
    /// When to stop, if ever.
    pub deadline: Option<std::time::Instant>,
    /// Set from outside to raise `KeyboardInterrupt` at the next checkpoint.
    pub interrupt: std::sync::Arc<std::sync::atomic::AtomicBool>,
    /// Collect at every checkpoint (for tests).
    pub stress: bool,
    /// Collect when enough was allocated (`gc.enable`, `gc.disable`).
    pub automatic_collection: bool,
    /// Let ops remember lookups (off for tests).
    pub inline_caches: bool,
}

/// Bytes an interpreter may use unless told otherwise: more than programs need, less than would bring a machine down.
const DEFAULT_MEMORY: usize = if usize::BITS > 32 { 4_usize.wrapping_mul(1_000_000_000) } else { 1 << 30 };

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            recursion: 1000,
            native_depth: 150,
            int_digits: crate::types::int::DEFAULT_MAX_STR_DIGITS,
            memory: DEFAULT_MEMORY,
            fuel: None,
            pickle_policy: None,
            deadline: None,
            interrupt: Default::default(),
            stress: false,
            automatic_collection: true,
            inline_caches: true,
        }
    }
}

/// Every so many calls and back-edges there is a checkpoint.
pub const CHECKPOINT_INTERVAL: u32 = 2048;

impl Vm {
    /// Pins a value for native code that removed it from where it was reachable; undo with
    /// [`Vm::unpin_to`]. What natives allocate, and what calls return to them, needs no pin.
    pub fn pin(&mut self, v: Value) -> usize {
        self.heap.pins.push(v);
        self.heap.pins.len() - 1
    }

    /// Removes pins from the one that [`Vm::pin`] answered on.
    pub fn unpin_to(&mut self, mark: usize) {
        self.heap.pins.truncate(mark);
    }

    /// Fails with `MemoryError` if `bytes` more would exceed the limit. To be asked before any allocation
    /// whose size depends on the program's data.
    pub fn reserve(&mut self, bytes: usize) -> Res<()> {
        let in_use = self.heap.bytes_in_use;
        match in_use.checked_add(bytes) {
            Some(total) if total <= self.limits.memory && is_available(bytes) => Ok(()),
            _ => Err(self.memory_error()),
        }
    }
}

/// The system would give so many bytes. Only large amounts are tried: a small one that isn't there can't be helped.
fn is_available(bytes: usize) -> bool {
    const LARGE: usize = 64 << 20;
    bytes < LARGE || Vec::<u8>::new().try_reserve_exact(bytes).is_ok()
}
