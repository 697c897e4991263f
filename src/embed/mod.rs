//! The door for programs that embed the interpreter; the command goes through it too.
//!
//! ```
//! use selfsame::embed::Interpreter;
//!
//! let mut python = Interpreter::builder().capture_output().build();
//! python.set_global("name", "world");
//! python.run("print('hello', name)", "<example>")?;
//! assert_eq!(python.take_stdout(), "hello world\n");
//! assert_eq!(python.eval::<i64>("6 * 7")?, 42);
//! # Ok::<(), selfsame::embed::Error>(())
//! ```

mod builder;
mod convert;
mod error;
mod function;
pub mod host;
mod interactive;
mod pickles;
mod program;

pub use crate::pickle::policy::PicklePolicy;
pub use builder::Builder;
pub use convert::{FromPython, Handle, IntoPython, Object};
pub use error::Error;
pub use interactive::Input as PromptInput;
pub use pickles::Explanation;
pub use program::Started;

use crate::syntax::Mode;
use crate::value::*;
use crate::vm::{Res, Vm};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A Python interpreter: a heap of its own, modules of its own. It can be sent to another thread, and a process can
/// have thousands.
pub struct Interpreter {
    vm: Box<Vm>,
    /// The namespace of `__main__`.
    main: DictKey,
    /// The last input of the prompt raised.
    failed: bool,
}

const fn assert_send<T: Send>() {}
const _: () = assert_send::<Interpreter>();

/// Stops a running program from another thread: it sees a `KeyboardInterrupt`.
#[derive(Clone, Debug)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Asks the program to stop.
    pub fn interrupt(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// The flag that asks, for whoever wants one to set: a signal handler.
    pub fn flag(self) -> Arc<AtomicBool> {
        self.0
    }
}

impl Default for Interpreter {
    fn default() -> Interpreter {
        Interpreter::new()
    }
}

impl Interpreter {
    /// An interpreter that can reach nothing outside: no files, no input, and output goes nowhere.
    pub fn new() -> Interpreter {
        Builder::default().build()
    }

    /// An interpreter with other settings.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Runs a program in the namespace of `__main__`; `filename` is what tracebacks call it.
    ///
    /// # Errors
    /// The exception that nobody caught.
    pub fn run(&mut self, source: &str, filename: &str) -> Result<(), Error> {
        let main = self.main;
        self.vm.host.remember_source(filename, source);
        self.enter(|vm| {
            let code = vm.compile_source(source, filename, Mode::File, false)?;
            vm.run_code(code, FunctionKey::default(), main, Value::Undef).map(drop)
        })
    }

    /// The value of an expression, evaluated in the namespace of `__main__`.
    ///
    /// # Errors
    /// The exception that nobody caught; `TypeError` if the value is not of the wanted kind.
    pub fn eval<T: FromPython>(&mut self, expression: &str) -> Result<T, Error> {
        let main = self.main;
        self.vm.host.remember_source("<string>", expression);
        self.enter(|vm| {
            let code = vm.compile_source(expression, "<string>", Mode::Eval, false)?;
            let v = vm.run_code(code, FunctionKey::default(), main, Value::Undef)?;
            T::from_python(vm, v)
        })
    }

    /// Runs a file as a script: `__file__` is set, and modules beside it can be imported.
    ///
    /// # Errors
    /// The exception that nobody caught; `OSError` if the file can't be read.
    pub fn exec_file(&mut self, path: impl AsRef<std::path::Path>) -> Result<(), Error> {
        let main = self.main;
        let path = path.as_ref().to_string_lossy().into_owned();
        self.enter(|vm| program::run_script(vm, main, &path))
    }

    /// A global of `__main__`; None if there is none of that name.
    ///
    /// # Errors
    /// `TypeError` if the value is not of the wanted kind.
    pub fn global<T: FromPython>(&mut self, name: &str) -> Result<Option<T>, Error> {
        let main = self.main;
        self.enter(|vm| {
            let name = vm.heap.intern(name);
            match vm.heap.ns_get(main, name) {
                Some(v) => T::from_python(vm, v).map(Some),
                None => Ok(None),
            }
        })
    }

    /// Sets a global of `__main__`.
    pub fn set_global(&mut self, name: &str, value: impl IntoPython) {
        let value = value.into_python(&mut self.vm);
        self.vm.heap.ns_set_text(self.main, name, value);
        self.vm.heap.recent.clear();
    }

    /// Makes a Rust function a global of `__main__`. It gets the positional arguments; what it answers as an error is
    /// raised.
    ///
    /// ```
    /// use selfsame::embed::{Error, Interpreter, Object};
    ///
    /// let mut python = Interpreter::new();
    /// python.register_fn("double", |arguments| match arguments {
    ///     [Object::Int(n)] => Ok(Object::Int(n * 2)),
    ///     _ => Err(Error::new("TypeError", "double() takes one int")),
    /// });
    /// assert_eq!(python.eval::<i64>("double(21)")?, 42);
    /// # Ok::<(), selfsame::embed::Error>(())
    /// ```
    pub fn register_fn(
        &mut self,
        name: &str,
        function: impl FnMut(&[Object]) -> Result<Object, Error> + Send + 'static,
    ) {
        let f = function::new(&mut self.vm, name, Box::new(function));
        self.vm.heap.ns_set_text(self.main, name, f);
        self.vm.heap.recent.clear();
    }

    /// Calls a global of `__main__`.
    ///
    /// # Errors
    /// The exception that nobody caught; `NameError` if there is no such global.
    pub fn call<T: FromPython>(&mut self, name: &str, arguments: &[Object]) -> Result<T, Error> {
        let main = self.main;
        self.enter(|vm| {
            let name = vm.heap.intern(name);
            let found = vm.heap.ns_get(main, name).or_else(|| vm.heap.ns_get(vm.builtins, name));
            let Some(f) = found else { return Err(vm.name_error(name)) };
            let arguments: Vec<Value> = arguments.iter().map(|a| a.clone().into_python(vm)).collect();
            let v = vm.call(f, &arguments)?;
            T::from_python(vm, v)
        })
    }

    /// Calls an object.
    ///
    /// # Errors
    /// The exception that nobody caught.
    pub fn call_object<T: FromPython>(&mut self, callable: &Handle, arguments: &[Object]) -> Result<T, Error> {
        let f = convert::value_of(&self.vm, callable);
        self.enter(|vm| {
            let arguments: Vec<Value> = arguments.iter().map(|a| a.clone().into_python(vm)).collect();
            let v = vm.call(f, &arguments)?;
            T::from_python(vm, v)
        })
    }

    /// What the program wrote to a captured standard output since the last time; invalid UTF-8 replaced.
    pub fn take_stdout(&mut self) -> String {
        String::from_utf8_lossy(&self.vm.host.stdout.take()).into_owned()
    }

    /// What the program wrote to a captured standard error since the last time; invalid UTF-8 replaced.
    pub fn take_stderr(&mut self) -> String {
        String::from_utf8_lossy(&self.vm.host.stderr.take()).into_owned()
    }

    /// A handle with which another thread can stop the program.
    pub fn interrupt_handle(&self) -> Interrupt {
        Interrupt(self.vm.limits.interrupt.clone())
    }

    /// Units of work left, if they are bounded.
    pub fn fuel(&self) -> Option<u64> {
        self.vm.limits.fuel
    }

    /// Bounds the units of work (calls and rounds of loops) from now on.
    pub fn set_fuel(&mut self, fuel: Option<u64>) {
        self.vm.limits.fuel = fuel;
    }

    /// An estimate of the bytes all objects take.
    pub fn memory_in_use(&self) -> usize {
        self.vm.heap.bytes_in_use
    }

    /// Collects garbage now.
    pub fn collect(&mut self) {
        self.vm.collect();
    }

    /// The machine itself, for the parts of this crate that look inside.
    pub fn vm(&mut self) -> &mut Vm {
        &mut self.vm
    }

    /// Runs something that may raise, and turns the exception into an error.
    fn enter<T>(&mut self, f: impl FnOnce(&mut Vm) -> Res<T>) -> Result<T, Error> {
        match f(&mut self.vm) {
            Ok(v) => {
                self.vm.heap.recent.clear();
                Ok(v)
            }
            Err(_) => Err(Error::take(&mut self.vm)),
        }
    }
}
