//! The settings an interpreter is made with.

use super::Interpreter;
use super::host::{Flags, Input, Output, Sink};
use super::program;
use crate::pickle::policy::PicklePolicy;
use crate::vm::{Limits, Vm};
use std::io::{BufRead, Write};

/// Settings of an interpreter under construction. The default reaches nothing outside.
///
/// ```
/// use selfsame::embed::Interpreter;
///
/// let mut python = Interpreter::builder().fuel(100_000).memory(64 << 20).build();
/// let stopped = python.run("while True: pass", "<loop>").unwrap_err();
/// assert!(stopped.traceback.contains("line 1"));
/// ```
#[derive(Default)]
pub struct Builder {
    limits: Limits,
    stdout: Option<Output>,
    stderr: Option<Output>,
    stdin: Option<Input>,
    files: bool,
    argv: Option<Vec<String>>,
    orig_argv: Vec<String>,
    executable: String,
    path: Vec<String>,
    interactive: bool,
    unbuffered: bool,
    warnings: Vec<String>,
    flags: Flags,
}

impl Builder {
    /// At most so many bytes of objects; more is a `MemoryError`.
    pub fn memory(mut self, bytes: usize) -> Builder {
        self.limits.memory = bytes;
        self
    }

    /// At most so many units of work: calls and rounds of loops.
    pub fn fuel(mut self, units: u64) -> Builder {
        self.limits.fuel = Some(units);
        self
    }

    /// At most so many nested Python calls; more is a `RecursionError`. CPython's default is 1000.
    pub fn recursion(mut self, frames: usize) -> Builder {
        self.limits.recursion = frames;
        self
    }

    /// At most so many nested calls from native code back into Python. Each takes some Rust stack: raise this only
    /// together with the stack of the thread.
    pub fn native_depth(mut self, calls: usize) -> Builder {
        self.limits.native_depth = calls;
        self
    }

    /// Which names pickles may reach: nothing else is imported or called when they are loaded.
    pub fn pickle_policy(mut self, policy: PicklePolicy) -> Builder {
        self.limits.pickle_policy = Some(std::sync::Arc::new(policy));
        self
    }

    /// Programs stop at this moment.
    pub fn deadline(mut self, when: std::time::Instant) -> Builder {
        self.limits.deadline = Some(when);
        self
    }

    /// Collect garbage at every opportunity: slow, for tests.
    pub fn stress(mut self, on: bool) -> Builder {
        self.limits.stress = on;
        self
    }

    /// Let ops remember where they found names. On unless switched off, which is for tests.
    pub fn inline_caches(mut self, on: bool) -> Builder {
        self.limits.inline_caches = on;
        self
    }

    /// Keep what programs write, for [`Interpreter::take_stdout`] and [`Interpreter::take_stderr`].
    pub fn capture_output(mut self) -> Builder {
        self.stdout = Some(Output::new(Sink::Captured));
        self.stderr = Some(Output::new(Sink::Captured));
        self
    }

    /// Where standard output goes.
    pub fn stdout(mut self, to: impl Write + Send + 'static) -> Builder {
        self.stdout = Some(Output::new(Sink::Writer(Box::new(to))));
        self
    }

    /// Where standard error goes.
    pub fn stderr(mut self, to: impl Write + Send + 'static) -> Builder {
        self.stderr = Some(Output::new(Sink::Writer(Box::new(to))));
        self
    }

    /// Where standard input comes from.
    pub fn stdin(mut self, from: impl BufRead + Send + 'static) -> Builder {
        self.stdin = Some(Input::new(Box::new(from)));
        self
    }

    /// Use the process's own standard streams.
    pub fn inherit_streams(mut self) -> Builder {
        use std::io::{IsTerminal, stderr, stdin, stdout};
        let mut out = Output::new(Sink::Writer(Box::new(stdout())));
        out.terminal = stdout().is_terminal();
        out.line_buffered = out.terminal;
        let mut err = Output::new(Sink::Writer(Box::new(stderr())));
        err.terminal = stderr().is_terminal();
        err.line_buffered = true;
        let mut input = Input::new(Box::new(std::io::BufReader::new(stdin())));
        input.terminal = stdin().is_terminal();
        (self.stdout, self.stderr, self.stdin) = (Some(out), Some(err), Some(input));
        self
    }

    /// Programs may open files, and import modules from the search path.
    pub fn allow_files(mut self) -> Builder {
        self.files = true;
        self
    }

    /// `sys.path`: where modules are looked for, if files are allowed.
    pub fn search_path(mut self, folders: impl IntoIterator<Item = impl Into<String>>) -> Builder {
        self.path = folders.into_iter().map(Into::into).collect();
        self
    }

    /// `sys.argv`
    pub fn arguments(mut self, argv: impl IntoIterator<Item = impl Into<String>>) -> Builder {
        self.argv = Some(argv.into_iter().map(Into::into).collect());
        self
    }

    /// `sys.executable` and `sys.orig_argv`
    pub fn command(mut self, executable: String, orig_argv: Vec<String>) -> Builder {
        (self.executable, self.orig_argv) = (executable, orig_argv);
        self
    }

    /// It has a prompt: `sys.ps1` and `sys.flags.interactive` are set.
    pub fn interactive(mut self, on: bool) -> Builder {
        self.interactive = on;
        self
    }

    /// Hand on what is written to the streams at once.
    pub fn unbuffered(mut self, on: bool) -> Builder {
        self.unbuffered = on;
        self
    }

    /// Filters for warnings, as `-W` takes them.
    pub fn warnings(mut self, options: Vec<String>) -> Builder {
        self.warnings = options;
        self
    }

    /// The command's options, for `sys.flags`.
    pub fn flags(mut self, flags: Flags) -> Builder {
        self.flags = flags;
        self
    }

    /// The interpreter.
    pub fn build(self) -> Interpreter {
        let mut vm = Box::new(Vm::new(self.limits));
        let host = &mut vm.host;
        if let Some(output) = self.stdout {
            host.stdout = output;
        }
        if let Some(output) = self.stderr {
            host.stderr = output;
        }
        if let Some(input) = self.stdin {
            host.stdin = input;
        }
        host.stdout.unbuffered = self.unbuffered;
        host.files = self.files;
        host.argv = self.argv.unwrap_or_else(|| vec![String::new()]);
        host.orig_argv = self.orig_argv;
        host.executable = self.executable;
        host.path = self.path;
        host.interactive = self.interactive;
        host.warn_options = self.warnings;
        host.flags = self.flags;
        if vm.host.flags.optimize > 0 {
            let name = vm.heap.names.__debug__;
            vm.heap.ns_set(vm.builtins, name, crate::value::Value::Bool(false));
        }
        let main = program::make_main(&mut vm);
        if !vm.host.warn_options.is_empty() && vm.import_absolute("warnings").is_err() {
            let e = vm.take_pending();
            program::print_uncaught(&mut vm, e);
        }
        Interpreter { vm, main, failed: false }
    }
}
