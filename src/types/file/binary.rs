//! Binary files: `BufferedReader`, `BufferedWriter`, `BufferedRandom`, `FileIO`; also below the standard streams.

use super::base::BUFFERED_IO_BASE;
use super::{bytes_argument, closed_error, int_argument, size_argument, unsupported};
use crate::heap::kinds::Object;
use crate::types::exception::from_io;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

/// Where the bytes are.
pub enum Source {
    /// A file of the operating system.
    File(File),
    /// The host's standard input.
    Stdin,
    /// The host's standard output.
    Stdout,
    /// The host's standard error.
    Stderr,
}

/// Bytes not yet written lie here until there are this many.
const BUFFER: usize = 8192;

/// A binary file.
pub struct Binary {
    /// Where the bytes are.
    pub source: Source,
    /// It may be read.
    pub readable: bool,
    /// It may be written.
    pub writable: bool,
    /// `name`
    pub name: Value,
    /// `mode`, such as `rb+`.
    pub mode: &'static str,
    /// It is closed.
    pub closed: bool,
    /// Every write goes to the file at once.
    pub unbuffered: bool,
    /// Bytes read ahead, and how many of them are consumed.
    ahead: Vec<u8>,
    at: usize,
    /// Bytes not yet written.
    pending: Vec<u8>,
}

impl Object for Binary {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.name);
    }
    fn size(&self) -> usize {
        self.ahead.capacity() + self.pending.capacity()
    }
}

impl Drop for Binary {
    fn drop(&mut self) {
        let _ = self.write_pending(); // nobody is left to be told
    }
}

impl Binary {
    /// An open file.
    pub fn new(source: Source, readable: bool, writable: bool, name: Value, mode: &'static str) -> Binary {
        Binary {
            source,
            readable,
            writable,
            name,
            mode,
            closed: false,
            unbuffered: false,
            ahead: Vec::new(),
            at: 0,
            pending: Vec::new(),
        }
    }

    /// Bytes were written that the file doesn't have yet.
    fn is_behind(&self) -> bool {
        !self.pending.is_empty()
    }

    fn write_pending(&mut self) -> io::Result<()> {
        if let Source::File(f) = &mut self.source
            && !self.pending.is_empty()
        {
            let result = f.write_all(&self.pending);
            self.pending.clear();
            return result;
        }
        Ok(())
    }

    /// Forgets what was read ahead; the file's own position moves back to where the reader is.
    fn drop_ahead(&mut self) -> io::Result<()> {
        let unread = self.ahead.len() - self.at;
        self.ahead.clear();
        self.at = 0;
        if let Source::File(f) = &mut self.source
            && unread > 0
        {
            f.seek(SeekFrom::Current(-(unread as i64)))?;
        }
        Ok(())
    }

    /// Reads more ahead; false at the end.
    fn fill(&mut self, host: &mut crate::embed::host::Host) -> io::Result<bool> {
        if self.at == self.ahead.len() {
            self.ahead.clear();
            self.at = 0;
        }
        let before = self.ahead.len();
        match &mut self.source {
            Source::File(f) => {
                self.ahead.resize(before + BUFFER, 0);
                let n = loop {
                    match f.read(&mut self.ahead[before..]) {
                        Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                        other => break other,
                    }
                };
                self.ahead.truncate(before + *n.as_ref().unwrap_or(&0));
                n?;
            }
            Source::Stdin => {
                let line = host.stdin.read_line()?;
                self.ahead.extend(line);
            }
            Source::Stdout | Source::Stderr => {}
        }
        Ok(self.ahead.len() > before)
    }

    fn take(&mut self, n: usize) -> Vec<u8> {
        let n = n.min(self.ahead.len() - self.at);
        self.at += n;
        self.ahead[self.at - n..self.at].to_vec()
    }
}

const METHODS: &[NativeSpec] = &[
    NativeSpec::new("read", "($self, size=-1, /)", read, "Read and return up to n bytes."),
    NativeSpec::new("read1", "($self, size=-1, /)", read, "Read and return up to size bytes."),
    NativeSpec::new("readall", "($self, /)", readall, "Read all data from the file, returned as bytes."),
    NativeSpec::new("peek", "($self, size=0, /)", peek, ""),
    NativeSpec::new("readline", "($self, size=-1, /)", readline, "Read and return a line from the stream."),
    NativeSpec::new("write", "($self, buffer, /)", write, "Write the given buffer to the IO stream."),
    NativeSpec::new("flush", "($self, /)", flush, ""),
    NativeSpec::new("close", "($self, /)", close, ""),
    NativeSpec::new("seek", "($self, target, whence=0, /)", seek, ""),
    NativeSpec::new("tell", "($self, /)", tell, ""),
    NativeSpec::new("truncate", "($self, pos=None, /)", truncate, ""),
    NativeSpec::new("readable", "($self, /)", |vm, a| ask(vm, a, |f| f.readable), ""),
    NativeSpec::new("writable", "($self, /)", |vm, a| ask(vm, a, |f| f.writable), ""),
    NativeSpec::new("seekable", "($self, /)", |vm, a| ask(vm, a, |f| matches!(f.source, Source::File(_))), ""),
    NativeSpec::new("fileno", "($self, /)", fileno, ""),
    NativeSpec::new("isatty", "($self, /)", isatty, ""),
];

const SPECIALS: &[NativeSpec] = &[NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self).")];

const GETSETS: &[GetSetSpec] = &[
    GetSetSpec { name: "name", get: |vm, v| get(vm, v, |f| f.name), set: None, doc: "" },
    GetSetSpec { name: "mode", get: get_mode, set: None, doc: "" },
    GetSetSpec { name: "closefd", get: |_, _| Ok(Value::Bool(true)), set: None, doc: "" },
    GetSetSpec { name: "raw", get: |_, v| Ok(v), set: None, doc: "" },
];

const fn spec(name: &'static str, doc: &'static str) -> TypeSpec {
    TypeSpec {
        name,
        module: "_io",
        doc,
        base: Some(&BUFFERED_IO_BASE),
        no_new: true,
        weakref: true,
        methods: METHODS,
        specials: SPECIALS,
        getsets: GETSETS,
        ..TypeSpec::BASE
    }
}

/// `io.BufferedReader`
pub static BUFFERED_READER: TypeSpec =
    spec("BufferedReader", "Create a new buffered reader using the given readable raw IO object.");
/// `io.BufferedWriter`
pub static BUFFERED_WRITER: TypeSpec = spec("BufferedWriter", "A buffer for a writeable sequential RawIO object.");
/// `io.BufferedRandom`
pub static BUFFERED_RANDOM: TypeSpec = spec("BufferedRandom", "A buffered interface to random access streams.");
/// `io.FileIO`
pub static FILE_IO: TypeSpec = spec("FileIO", "Open a file.");

fn key(vm: &mut Vm, this: Value) -> Res<ObjectKey> {
    match vm.payload(this) {
        Value::Object(k) if vm.heap.object::<Binary>(k).is_some() => Ok(k),
        _ => {
            let t = vm.type_name(this);
            Err(vm.type_error(format!("descriptor requires a file object but received a '{t}'")))
        }
    }
}

fn get<T>(vm: &mut Vm, this: Value, f: impl FnOnce(&Binary) -> T) -> Res<T> {
    let k = key(vm, this)?;
    match vm.heap.object::<Binary>(k) {
        Some(file) => Ok(f(file)),
        None => Err(closed_error(vm)),
    }
}

/// Works on an open file; I/O errors are raised.
fn work<T>(
    vm: &mut Vm,
    k: ObjectKey,
    f: impl FnOnce(&mut Binary, &mut crate::embed::host::Host) -> io::Result<T>,
) -> Res<T> {
    let Vm { heap, host, .. } = vm;
    let result = match heap.object_mut::<Binary>(k) {
        Some(file) if !file.closed => f(file, host),
        _ => return Err(closed_error(vm)),
    };
    result.map_err(|e| io_error(vm, &e))
}

#[cold]
fn io_error(vm: &mut Vm, e: &io::Error) -> Raised {
    from_io(vm, e, Value::Undef)
}

fn check_readable(vm: &mut Vm, k: ObjectKey) -> Res<()> {
    match vm.heap.object::<Binary>(k).map(|f| (f.closed, f.readable)) {
        Some((false, true)) => Ok(()),
        Some((false, false)) => Err(unsupported(vm, "read")),
        _ => Err(vm.value_error("read of closed file")),
    }
}

/// At most `n` bytes, or all: fewer only at the end.
pub fn read_bytes(vm: &mut Vm, k: ObjectKey, n: Option<usize>) -> Res<Vec<u8>> {
    check_readable(vm, k)?;
    let wanted = n.unwrap_or(usize::MAX);
    work(vm, k, |f, host| {
        f.write_pending()?;
        while f.ahead.len() - f.at < wanted && f.fill(host)? {}
        Ok(f.take(wanted))
    })
}

/// A line with its newline, of at most `limit` bytes; empty at the end.
pub fn read_line(vm: &mut Vm, k: ObjectKey, limit: usize) -> Res<Vec<u8>> {
    check_readable(vm, k)?;
    work(vm, k, |f, host| {
        f.write_pending()?;
        let mut searched = 0;
        loop {
            let unread = &f.ahead[f.at..];
            if let Some(i) = unread[searched..].iter().position(|&b| b == b'\n') {
                return Ok(f.take((searched + i + 1).min(limit)));
            }
            searched = unread.len();
            if searched >= limit || !f.fill(host)? {
                return Ok(f.take(limit));
            }
        }
    })
}

/// Writes bytes.
pub fn write_bytes(vm: &mut Vm, k: ObjectKey, bytes: &[u8]) -> Res<()> {
    match vm.heap.object::<Binary>(k).map(|f| (f.closed, f.writable)) {
        Some((false, true)) => {}
        Some((false, false)) => return Err(unsupported(vm, "write")),
        _ => return Err(vm.value_error("write to closed file")),
    }
    work(vm, k, |f, host| match f.source {
        Source::Stdout => host.stdout.write(bytes),
        Source::Stderr => host.stderr.write(bytes),
        Source::Stdin => Ok(()),
        Source::File(_) => {
            f.drop_ahead()?;
            f.pending.extend_from_slice(bytes);
            if f.unbuffered || f.pending.len() >= BUFFER { f.write_pending() } else { Ok(()) }
        }
    })
}

/// Hands buffered bytes on.
pub fn flush_file(vm: &mut Vm, k: ObjectKey) -> Res<()> {
    if vm.heap.object::<Binary>(k).is_none_or(|f| f.closed) {
        return Err(vm.value_error("flush of closed file"));
    }
    work(vm, k, |f, host| match f.source {
        Source::Stdout => host.stdout.flush(),
        Source::Stderr => host.stderr.flush(),
        Source::Stdin => Ok(()),
        Source::File(_) => f.write_pending(),
    })
}

/// Flushes and closes; a second time nothing happens.
pub fn close_file(vm: &mut Vm, k: ObjectKey) -> Res<()> {
    if vm.heap.object::<Binary>(k).is_none_or(|f| f.closed) {
        return Ok(());
    }
    let result = flush_file(vm, k);
    if let Some(f) = vm.heap.object_mut::<Binary>(k) {
        f.closed = true;
        f.ahead = Vec::new();
        // Frees the file of the operating system.
        f.source = Source::Stdin;
    }
    result
}

/// Moves to a position and answers it.
pub fn seek_file(vm: &mut Vm, k: ObjectKey, offset: i64, whence: i64) -> Res<u64> {
    let to = match whence {
        0 if offset < 0 => {
            let error = io::Error::from_raw_os_error(22);
            return Err(io_error(vm, &error));
        }
        0 => SeekFrom::Start(offset.unsigned_abs()),
        1 => SeekFrom::Current(offset),
        2 => SeekFrom::End(offset),
        _ => return Err(vm.value_error(format!("whence value {whence} unsupported"))),
    };
    work(vm, k, |f, _| {
        f.write_pending()?;
        f.drop_ahead()?;
        match &mut f.source {
            Source::File(file) => file.seek(to),
            _ => Err(io::Error::from_raw_os_error(29)),
        }
    })
}

/// The position.
pub fn tell_file(vm: &mut Vm, k: ObjectKey) -> Res<u64> {
    work(vm, k, |f, _| {
        f.write_pending()?;
        let unread = (f.ahead.len() - f.at) as u64;
        match &mut f.source {
            Source::File(file) => Ok(file.stream_position()? - unread),
            _ => Err(io::Error::from_raw_os_error(29)),
        }
    })
}

fn read(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let (k, size) = (key(vm, this)?, size_argument(vm, size)?);
    let bytes = read_bytes(vm, k, size)?;
    Ok(vm.heap.new_bytes(bytes))
}

fn readall(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key(vm, this)?;
    let bytes = read_bytes(vm, k, None)?;
    Ok(vm.heap.new_bytes(bytes))
}

fn peek(vm: &mut Vm, args: Args) -> Res {
    let [this, _] = args.take(vm);
    let k = key(vm, this)?;
    check_readable(vm, k)?;
    let bytes = work(vm, k, |f, host| {
        if f.at == f.ahead.len() {
            f.fill(host)?;
        }
        Ok(f.ahead[f.at..].to_vec())
    })?;
    Ok(vm.heap.new_bytes(bytes))
}

fn readline(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let (k, size) = (key(vm, this)?, size_argument(vm, size)?);
    let bytes = read_line(vm, k, size.unwrap_or(usize::MAX))?;
    Ok(vm.heap.new_bytes(bytes))
}

fn write(vm: &mut Vm, args: Args) -> Res {
    let [this, data] = args.take(vm);
    let k = key(vm, this)?;
    let bytes = bytes_argument(vm, data)?;
    write_bytes(vm, k, &bytes)?;
    Ok(Value::Int(bytes.len() as i64))
}

fn flush(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key(vm, this)?;
    flush_file(vm, k)?;
    Ok(Value::None)
}

fn close(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key(vm, this)?;
    close_file(vm, k)?;
    Ok(Value::None)
}

fn seek(vm: &mut Vm, args: Args) -> Res {
    let [this, offset, whence] = args.take(vm);
    let k = key(vm, this)?;
    let offset = int_argument(vm, offset)?;
    let whence = int_argument(vm, whence.bound().unwrap_or(Value::Int(0)))?;
    let at = seek_file(vm, k, offset, whence)?;
    Ok(vm.heap.int_from(at))
}

fn tell(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key(vm, this)?;
    let at = tell_file(vm, k)?;
    Ok(vm.heap.int_from(at))
}

fn truncate(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let k = key(vm, this)?;
    if !get(vm, this, |f| f.writable)? {
        return Err(unsupported(vm, "truncate"));
    }
    let size = match size.or_none() {
        Value::None => tell_file(vm, k)?,
        v => u64::try_from(int_argument(vm, v)?).unwrap_or(0),
    };
    work(vm, k, |f, _| {
        f.write_pending()?;
        match &mut f.source {
            Source::File(file) => file.set_len(size),
            _ => Err(io::Error::from_raw_os_error(22)),
        }
    })?;
    Ok(vm.heap.int_from(size))
}

fn ask(vm: &mut Vm, args: Args, f: impl FnOnce(&Binary) -> bool) -> Res {
    let [this] = args.take(vm);
    let k = key(vm, this)?;
    work(vm, k, |file, _| Ok(f(file))).map(Value::Bool)
}

fn fileno(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key(vm, this)?;
    let n = work(vm, k, |f, _| {
        Ok(match &f.source {
            Source::Stdin => Some(0),
            Source::Stdout => Some(1),
            Source::Stderr => Some(2),
            Source::File(file) => descriptor(file),
        })
    })?;
    match n {
        Some(n) => Ok(Value::Int(n)),
        None => Err(unsupported(vm, "fileno")),
    }
}

#[cfg(unix)]
fn descriptor(file: &File) -> Option<i64> {
    use std::os::fd::AsRawFd;
    Some(i64::from(file.as_raw_fd()))
}

#[cfg(not(unix))]
fn descriptor(_file: &File) -> Option<i64> {
    None
}

fn isatty(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key(vm, this)?;
    work(vm, k, |f, host| {
        Ok(match f.source {
            Source::Stdin => host.stdin.terminal,
            Source::Stdout => host.stdout.terminal,
            Source::Stderr => host.stderr.terminal,
            Source::File(_) => false,
        })
    })
    .map(Value::Bool)
}

fn get_mode(vm: &mut Vm, this: Value) -> Res {
    let mode = get(vm, this, |f| f.mode)?;
    Ok(vm.heap.interned_str(mode))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let (name, mode) = get(vm, this, |f| (f.name, f.mode))?;
    let (class, name) = (vm.heap.class_name(vm.class_of(this)), vm.repr_text(name)?);
    let closed = get(vm, this, |f| f.closed)?;
    let text = match (class.as_str(), closed) {
        ("FileIO", true) => "<_io.FileIO [closed]>".to_owned(),
        ("FileIO", false) => format!("<_io.FileIO name={name} mode='{mode}' closefd=True>"),
        _ => format!("<_io.{class} name={name}>"),
    };
    Ok(vm.heap.new_str(text))
}

impl Vm {
    /// Before the content or the size of files is looked at: files that the program wrote to and let go of without
    /// closing are collected, which writes them out.
    pub fn settle_files(&mut self) {
        if self.heap.objects.iter().any(|(_, o)| o.state::<Binary>().is_some_and(Binary::is_behind)) {
            self.collect();
        }
    }
}
