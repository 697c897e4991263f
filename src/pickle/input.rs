//! Where a reader's bytes come from: memory, or a file object read no further than needed.

use super::errors::unpickling_error;
use super::reader::Reader;
use super::world::World;
use crate::heap::types::Exc;
use crate::types::buffer;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};
use std::ops::Range;

/// From files that can be read ahead and set back, this much is read at once.
const CHUNK: usize = 64 * 1024;
/// From files with `peek`, this much is asked for.
const PREFETCH: usize = 128 * 1024;

/// How a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// All bytes are in the buffer.
    #[default]
    Memory,
    /// A file object: exactly what is needed is read, or peeked at.
    File,
    /// An `io.BytesIO`: read in chunks; what wasn't used is given back at the end.
    Chunks,
}

/// Bytes still to be interpreted.
#[derive(Debug, Default)]
pub struct Input {
    /// What was read.
    pub data: Vec<u8>,
    /// The next byte.
    pub at: usize,
    /// Up to here the file's own position has advanced (with `peek` it lags behind).
    pub consumed: usize,
    /// Where more comes from.
    pub source: Source,
    /// The file's methods, or unbound.
    pub read: Value,
    /// See `read`.
    pub readline: Value,
    /// See `read`.
    pub readinto: Value,
    /// See `read`.
    pub peek: Value,
    /// For chunks: the file itself.
    pub file: Value,
}

impl Input {
    /// Calls `visit` with every value it holds.
    pub fn trace(&self, visit: &mut dyn FnMut(Value)) {
        [self.read, self.readline, self.readinto, self.peek, self.file].into_iter().for_each(visit);
    }

    fn left(&self) -> usize {
        self.data.len() - self.at
    }
}

/// Raises "pickle data was truncated".
#[cold]
pub fn truncated(vm: &mut Vm) -> Raised {
    unpickling_error(vm, "pickle data was truncated")
}

impl<W: World> Reader<W> {
    /// Reads `n` bytes: where they are in the buffer.
    #[inline]
    pub(super) fn take(&mut self, vm: &mut Vm, n: usize) -> Res<Range<usize>> {
        let start = self.input.at;
        if n <= self.input.data.len() - start {
            self.input.at = start + n;
            return Ok(start..start + n);
        }
        self.take_more(vm, n)
    }

    #[cold]
    fn take_more(&mut self, vm: &mut Vm, n: usize) -> Res<Range<usize>> {
        if n > isize::MAX as usize - self.input.at {
            return Err(unpickling_error(vm, "read would overflow (invalid bytecode)"));
        }
        if self.fill(vm, n)? < n {
            return Err(truncated(vm));
        }
        let start = self.input.at;
        self.input.at = start + n;
        Ok(start..start + n)
    }

    /// Reads `N` bytes.
    #[inline]
    pub(super) fn array<const N: usize>(&mut self, vm: &mut Vm) -> Res<[u8; N]> {
        let range = self.take(vm, N)?;
        let mut bytes = [0; N];
        bytes.copy_from_slice(&self.input.data[range]);
        Ok(bytes)
    }

    /// Reads up to and with the next newline, at least `min` bytes: where it is in the buffer.
    pub(super) fn line(&mut self, vm: &mut Vm, min: usize) -> Res<Range<usize>> {
        let start = self.input.at;
        if let Some(n) = self.input.data[start..].iter().position(|&b| b == b'\n') {
            self.input.at = start + n + 1;
            return if n + 1 < min { Err(truncated(vm)) } else { Ok(start..start + n + 1) };
        }
        let end = match self.input.source {
            Source::Memory => return Err(truncated(vm)),
            Source::Chunks => loop {
                let have = self.input.left();
                if self.fill(vm, have + 1)? <= have {
                    return Err(truncated(vm));
                }
                let start = self.input.at;
                if let Some(n) = self.input.data[start..].iter().position(|&b| b == b'\n') {
                    break start + n + 1;
                }
            },
            Source::File => {
                self.skip_consumed(vm)?;
                let readline = self.input.readline;
                let line = self.outside(vm, |vm| vm.call(readline, &[]))?;
                self.set_buffer(vm, line)?;
                self.input.consumed = self.input.data.len();
                match self.input.data.last() {
                    Some(b'\n') => self.input.data.len(),
                    _ => return Err(truncated(vm)),
                }
            }
        };
        let start = self.input.at;
        self.input.at = end;
        if end - start < min { Err(truncated(vm)) } else { Ok(start..end) }
    }

    /// Gets at least `n` bytes into the buffer behind the current place, if there are so many; how many there are.
    fn fill(&mut self, vm: &mut Vm, n: usize) -> Res<usize> {
        match self.input.source {
            Source::Memory => Ok(self.input.left()),
            Source::Chunks => self.fill_chunks(vm, n),
            Source::File => self.fill_from_file(vm, n),
        }
    }

    fn fill_chunks(&mut self, vm: &mut Vm, n: usize) -> Res<usize> {
        let left = self.input.left();
        let want = (n - left).max(CHUNK);
        let more = vm.call(self.input.read, &[Value::Int(want as i64)])?;
        let Value::Bytes(k) = more else { return Ok(left) };
        let at = std::mem::take(&mut self.input.at);
        self.input.data.drain(..at);
        self.input.data.extend_from_slice(&vm.heap.bytes[k]);
        Ok(self.input.left())
    }

    fn fill_from_file(&mut self, vm: &mut Vm, n: usize) -> Res<usize> {
        self.skip_consumed(vm)?;
        if let (Some(peek), true) = (self.input.peek.bound(), n < PREFETCH) {
            let peeked = self.outside(vm, |vm| {
                let peeked = vm.call(peek, &[Value::Int(PREFETCH as i64)]);
                vm.catch(peeked, Exc::NotImplementedError)
            })?;
            match peeked {
                None => self.input.peek = Value::Undef,
                Some(data) => {
                    self.set_buffer(vm, data)?;
                    self.input.consumed = 0;
                    if n <= self.input.data.len() {
                        return Ok(self.input.data.len());
                    }
                }
            }
        }
        let read = self.input.read;
        let data = self.outside(vm, |vm| vm.call(read, &[Value::Int(n as i64)]))?;
        self.set_buffer(vm, data)?;
        self.input.consumed = self.input.data.len();
        Ok(self.input.data.len())
    }

    /// The buffer becomes the content of a bytes-like object.
    fn set_buffer(&mut self, vm: &mut Vm, data: Value) -> Res<()> {
        self.input.data = bytes_of(vm, data)?;
        self.input.at = 0;
        Ok(())
    }

    /// Moves the file's position to behind what was used: what was peeked at has yet to be read.
    pub(super) fn skip_consumed(&mut self, vm: &mut Vm) -> Res<()> {
        match self.input.source {
            Source::Memory => Ok(()),
            Source::Chunks => Ok(()),
            Source::File => {
                let n = self.input.at.saturating_sub(self.input.consumed);
                if n == 0 || self.input.peek.is_undef() {
                    return Ok(());
                }
                let read = self.input.read;
                self.outside(vm, |vm| vm.call(read, &[Value::Int(n as i64)]))?;
                self.input.consumed = self.input.at;
                Ok(())
            }
        }
    }

    /// Gives back what was read ahead from a `BytesIO`.
    pub(super) fn give_back(&mut self, vm: &mut Vm) -> Res<()> {
        if self.input.source != Source::Chunks {
            return Ok(());
        }
        let left = self.input.left();
        self.input.data.clear();
        self.input.at = 0;
        if left == 0 {
            return Ok(());
        }
        let seek = vm.getattr_text(self.input.file, "seek")?;
        vm.call(seek, &[Value::Int(-(left as i64)), Value::Int(1)]).map(drop)
    }

    /// Reads `n` bytes of content for one object.
    pub(super) fn content(&mut self, vm: &mut Vm, n: usize) -> Res<Vec<u8>> {
        if self.input.source != Source::File || n <= self.input.left() {
            let left = self.input.left();
            // At the end of the data not even nothing can be read.
            if self.input.source == Source::Memory && (n > left || left == 0) {
                return Err(truncated(vm));
            }
            vm.reserve(n)?;
            let range = self.take(vm, n)?;
            return Ok(self.input.data[range].to_vec());
        }
        let mut bytes = self.input.data[self.input.at..].to_vec();
        self.input.at = self.input.data.len();
        self.skip_consumed(vm)?;
        let missing = n - bytes.len();
        let read = self.input.read;
        let more = match self.input.readinto.bound() {
            None => {
                let more = self.outside(vm, |vm| vm.call(read, &[Value::Int(missing as i64)]))?;
                let Value::Bytes(k) = vm.payload(more) else {
                    let shown = vm.repr_text(more)?;
                    return Err(vm.value_error(format!("read() returned non-bytes object ({shown})")));
                };
                vm.heap.bytes[k].to_vec()
            }
            Some(readinto) => {
                vm.reserve(missing)?;
                let buffer = vm.heap.new_bytearray(vec![0; missing]);
                let got = self.outside(vm, |vm| vm.call(readinto, &[buffer]))?;
                let got = match vm.payload(got) {
                    Value::Int(got) => got,
                    Value::Bool(got) => i64::from(got),
                    Value::BigInt(_) => return Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
                    _ => return Err(vm.type_error("an integer is required")),
                };
                let Value::ByteArray(k) = buffer else { return Err(truncated(vm)) };
                let Ok(got) = usize::try_from(got) else {
                    return Err(vm.value_error("readinto() returned negative size"));
                };
                let mut content = vm.heap.bytearrays[k].clone();
                content.truncate(got);
                content
            }
        };
        if more.len() < missing {
            return Err(truncated(vm));
        }
        bytes.extend_from_slice(&more[..missing]);
        Ok(bytes)
    }
}

/// The content of a bytes-like object.
pub fn bytes_of(vm: &mut Vm, v: Value) -> Res<Vec<u8>> {
    let size = buffer::content(vm, v).map_or(0, |bytes| bytes.len());
    vm.reserve(size)?;
    buffer::argument(vm, v)
}
