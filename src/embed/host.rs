//! What surrounds a running program: its streams, arguments, search path, files, and the sources tracebacks show.

use crate::value::{DictKey, Value};
use std::collections::{HashMap, VecDeque};
use std::io::{self, BufRead, Read, Write};
use std::sync::Arc;

/// Bytes written to a stream lie here until there are this many.
const BUFFER: usize = 8192;

/// Where a standard stream's bytes go.
pub enum Sink {
    /// To a writer, through a buffer.
    Writer(Box<dyn Write + Send>),
    /// Kept, to be asked for with [`Output::take`].
    Captured,
    /// Nowhere.
    Null,
}

/// A standard output stream.
pub struct Output {
    sink: Sink,
    buffer: Vec<u8>,
    /// Flush after each write that contains a newline.
    pub line_buffered: bool,
    /// Flush after each write.
    pub unbuffered: bool,
    /// It is a terminal.
    pub terminal: bool,
}

impl Output {
    /// A stream into a sink.
    pub fn new(sink: Sink) -> Output {
        Output { sink, buffer: Vec::new(), line_buffered: false, unbuffered: false, terminal: false }
    }

    /// Writes bytes, through the buffer.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.sink {
            Sink::Null => return Ok(()),
            Sink::Captured => {
                self.buffer.extend_from_slice(bytes);
                return Ok(());
            }
            Sink::Writer(_) => self.buffer.extend_from_slice(bytes),
        }
        if self.unbuffered || self.buffer.len() >= BUFFER || (self.line_buffered && bytes.contains(&b'\n')) {
            self.flush()?;
        }
        Ok(())
    }

    /// Hands the buffered bytes on.
    pub fn flush(&mut self) -> io::Result<()> {
        if let Sink::Writer(w) = &mut self.sink {
            let result = w.write_all(&self.buffer).and_then(|()| w.flush());
            self.buffer.clear();
            return result;
        }
        Ok(())
    }

    /// What was written to a captured stream since the last time.
    pub fn take(&mut self) -> Vec<u8> {
        match self.sink {
            Sink::Captured => std::mem::take(&mut self.buffer),
            Sink::Writer(_) | Sink::Null => Vec::new(),
        }
    }
}

/// A standard input stream.
pub struct Input {
    source: Option<Box<dyn BufRead + Send>>,
    /// It is a terminal.
    pub terminal: bool,
}

impl Input {
    /// A stream that is at its end.
    pub fn empty() -> Input {
        Input { source: None, terminal: false }
    }

    /// A stream from a reader.
    pub fn new(source: Box<dyn BufRead + Send>) -> Input {
        Input { source: Some(source), terminal: false }
    }

    /// A stream of these bytes.
    pub fn of(bytes: impl Into<Vec<u8>>) -> Input {
        Input::new(Box::new(io::Cursor::new(bytes.into())))
    }

    /// Reads up to and including the next newline; empty at the end.
    pub fn read_line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        if let Some(source) = &mut self.source {
            source.read_until(b'\n', &mut line)?;
        }
        Ok(line)
    }

    /// Reads at most `n` bytes; fewer only at the end.
    pub fn read(&mut self, n: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        if let Some(source) = &mut self.source {
            source.take(n as u64).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    }

    /// Reads to the end.
    pub fn read_all(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        if let Some(source) = &mut self.source {
            source.read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    }
}

/// How many sources of the prompt are remembered.
const SOURCES: usize = 1000;

/// Options of the command, as `sys.flags` and `sys._xoptions` show them.
#[derive(Clone, Debug, Default)]
pub struct Flags {
    /// `-O`: how often.
    pub optimize: u8,
    /// `-I`
    pub isolated: bool,
    /// `-I`, `-P`
    pub safe_path: bool,
    /// `-q`
    pub quiet: bool,
    /// Letters that change nothing here: `b`, `B`, `d`, `E`, `s`, `S`, `v`, as often as they were given.
    pub shown: Vec<char>,
    /// `-X`
    pub x_options: Vec<String>,
}

/// What surrounds one interpreter.
pub struct Host {
    /// `sys.stdout`'s bytes.
    pub stdout: Output,
    /// `sys.stderr`'s bytes.
    pub stderr: Output,
    /// `sys.stdin`'s bytes.
    pub stdin: Input,
    /// Programs may open files and import from folders.
    pub files: bool,
    /// `sys.argv` at start.
    pub argv: Vec<String>,
    /// `sys.orig_argv`
    pub orig_argv: Vec<String>,
    /// `sys.executable`
    pub executable: String,
    /// `sys.path` at start.
    pub path: Vec<String>,
    /// `sys.flags.interactive`
    pub interactive: bool,
    /// The command's other options.
    pub flags: Flags,
    /// The colour of tracebacks.
    pub color: bool,
    /// When `time.monotonic` was first asked, and what it said.
    pub clock: Option<(std::time::Instant, i128)>,
    /// The namespaces of modules whose code is running: they are not complete yet.
    pub loading: Vec<DictKey>,
    /// What `atexit` shall call, the last first.
    pub exit_callbacks: Vec<crate::modules::atexit::ExitCallback>,
    /// `-W` options: `sys.warnoptions` at start.
    pub warn_options: Vec<String>,
    /// How often the filters of `warnings` changed: what registries noted before doesn't count.
    pub filters_version: i64,
    /// `sys.meta_path` and `sys.path_hooks` as they were when a program first asked for them.
    pub finders: [Vec<Value>; 2],
    /// The namespace of `sys`, once it was imported.
    pub sys: Option<DictKey>,
    /// Objects the embedding program holds.
    pub handles: Vec<Value>,
    /// The stream objects `sys` had when it was made: stdin, stdout, stderr.
    pub streams: [Value; 3],
    /// `typing.NoDefault`, once it was asked for.
    pub no_default: Value,
    sources: HashMap<String, Arc<str>>,
    order: VecDeque<String>,
}

impl Default for Host {
    /// No input, output to nowhere, no files, no arguments.
    fn default() -> Host {
        Host {
            stdout: Output::new(Sink::Null),
            stderr: Output::new(Sink::Null),
            stdin: Input::empty(),
            files: false,
            argv: vec![String::new()],
            orig_argv: Vec::new(),
            executable: String::new(),
            path: Vec::new(),
            interactive: false,
            flags: Flags::default(),
            color: false,
            clock: None,
            loading: Vec::new(),
            exit_callbacks: Vec::new(),
            warn_options: Vec::new(),
            filters_version: 0,
            finders: Default::default(),
            sys: None,
            handles: Vec::new(),
            streams: [Value::Undef; 3],
            no_default: Value::Undef,
            sources: HashMap::new(),
            order: VecDeque::new(),
        }
    }
}

impl Host {
    /// Remembers the source that code named `filename` was compiled from, for tracebacks.
    pub fn remember_source(&mut self, filename: &str, source: &str) {
        if self.sources.insert(filename.to_owned(), source.into()).is_none() {
            self.order.push_back(filename.to_owned());
        }
        if self.order.len() > SOURCES
            && let Some(oldest) = self.order.pop_front()
        {
            self.sources.remove(&oldest);
        }
    }

    /// The source of code named `filename`: one remembered, that of a module of the interpreter, or the file's content
    /// now if files may be read.
    pub fn source(&mut self, filename: &str) -> Option<Arc<str>> {
        if let Some(source) = self.sources.get(filename) {
            return Some(source.clone());
        }
        if let Some(name) = filename.strip_prefix("<frozen ").and_then(|rest| rest.strip_suffix('>')) {
            return crate::modules::find::embedded_source(name).map(Arc::from);
        }
        if !self.files || filename.starts_with('<') {
            return None;
        }
        let bytes = std::fs::read(filename).ok()?;
        let text: Arc<str> = String::from_utf8_lossy(&bytes).into();
        self.remember_source(filename, &text);
        Some(text)
    }

    /// Adds the values the host holds.
    pub fn trace(&self, work: &mut Vec<Value>) {
        work.extend(self.loading.iter().chain(&self.sys).map(|&d| Value::Dict(d)));
        work.extend(self.streams);
        work.push(self.no_default);
        work.extend(&self.handles);
        self.exit_callbacks.iter().for_each(|c| c.trace(|v| work.push(v)));
        work.extend(self.finders.iter().flatten());
    }

    /// Flushes both output streams; errors are ignored, as at exit.
    pub fn flush(&mut self) {
        let _ = self.stdout.flush();
        let _ = self.stderr.flush();
    }
}
