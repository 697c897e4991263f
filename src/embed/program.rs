//! Running whole programs as `__main__`: a script, a module, source text; and what happens when they end.

use super::Interpreter;
use super::error::exit_status;
use crate::heap::dict::Dict;
use crate::heap::types::Exc;
use crate::modules::find::{self, Found};
use crate::modules::module_spec::{self, Parts};
use crate::modules::{import_machinery, source_file, sys};
use crate::types::exception;
use crate::types::traceback_text::format_exception;
use crate::value::*;
use crate::vm::{Res, Vm};

/// Makes the modules every program starts with: `builtins` and `__main__`. Returns the namespace of `__main__`.
pub(super) fn make_main(vm: &mut Vm) -> DictKey {
    let names = vm.heap.names;
    let builtins = vm.heap.new_module(vm.builtins);
    vm.heap.ns_set(vm.modules, names.builtins, builtins);
    let ns = vm.heap.new_dict_key(Dict::new());
    let main = vm.heap.new_module(ns);
    vm.heap.ns_set(vm.modules, names.__main__, main);
    let annotations = vm.heap.new_dict(Dict::new());
    let loader = import_machinery::builtin_importer(vm);
    let entries = [
        (names.__name__, Value::Str(names.__main__)),
        (names.__doc__, Value::None),
        (names.__package__, Value::None),
        (names.__loader__, loader),
        (names.__spec__, Value::None),
        (names.__annotations__, annotations),
        (names.__builtins__, builtins),
    ];
    for (name, value) in entries {
        vm.heap.ns_set(ns, name, value);
    }
    crate::builtins::site::add(vm);
    vm.heap.recent.clear();
    ns
}

/// Runs a file in the namespace of `__main__`.
pub(super) fn run_script(vm: &mut Vm, main: DictKey, path: &str) -> Res<()> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(e) => {
            let file = vm.heap.new_str(path);
            return Err(exception::from_io(vm, &e, file));
        }
    };
    run_file_as_main(vm, main, path, &bytes)
}

fn run_file_as_main(vm: &mut Vm, main: DictKey, path: &str, bytes: &[u8]) -> Res<()> {
    let names = vm.heap.names;
    let file = vm.heap.new_str(path);
    let loader = import_machinery::source_file_loader(vm, Value::Str(names.__main__), file);
    vm.heap.ns_set(main, names.__loader__, loader);
    vm.heap.ns_set(main, names.__file__, file);
    vm.heap.ns_set(main, names.__cached__, Value::None);
    let source = source_file::decode_script(vm, bytes, path)?;
    vm.host.remember_source(path, &source);
    vm.run_module_source_in(main, &source, path)
}

/// How `selfsame -m` can't find a module: not an exception, as in CPython.
pub enum Started {
    /// The program ran, to its end or an exception.
    Ran(i32),
    /// It could not be started; the message says why.
    NotFound(String),
}

impl Interpreter {
    /// Ends an interpreter whose process is about to end, too: what `atexit` has is called and what has a
    /// `__del__` finalized, open files are written out and closed; all else that is in memory is left to the operating
    /// system, which is quicker at it.
    pub fn leave(self) {
        let mut vm = self.vm;
        crate::modules::atexit::run_callbacks(&mut vm);
        vm.finalize_all();
        vm.host.flush();
        drop(std::mem::take(&mut vm.heap.objects));
        std::mem::forget(vm);
    }

    /// Runs a program as the command does: an uncaught exception is printed. Answers the exit status.
    pub fn run_program(&mut self, source: &str, filename: &str) -> i32 {
        self.vm.host.remember_source(filename, source);
        let main = self.main;
        let result = self.vm.run_module_source_in(main, source, filename);
        self.finish(result)
    }

    /// Runs the content of a script as the command does. Answers the exit status.
    pub fn run_script_bytes(&mut self, path: &str, bytes: &[u8]) -> i32 {
        let main = self.main;
        let result = run_file_as_main(&mut self.vm, main, path, bytes);
        self.finish(result)
    }

    /// Runs bytes that are a program (standard input). Answers the exit status.
    pub fn run_program_bytes(&mut self, bytes: &[u8], filename: &str) -> i32 {
        let main = self.main;
        let vm = &mut self.vm;
        let result = source_file::decode_script(vm, bytes, filename)
            .and_then(|source| vm.run_module_source_in(main, &source, filename));
        self.finish(result)
    }

    /// Runs a module as `__main__`, as `python -m` does (PEP 338).
    pub fn run_module(&mut self, name: &str) -> Started {
        match self.prepare_module(name) {
            Ok(Ok((file, source, package))) => {
                let (main, vm) = (self.main, &mut self.vm);
                let names = vm.heap.names;
                let package = vm.heap.interned_str(&package);
                vm.heap.ns_set(main, names.__package__, package);
                let path = vm.heap.new_str(file.as_str());
                vm.heap.ns_set(main, names.__file__, path);
                vm.heap.ns_set(main, names.__cached__, Value::None);
                self.set_argv0(&file);
                let vm = &mut self.vm;
                let spec_name = vm.heap.new_str(name);
                let (loader, location) = if file.starts_with('<') {
                    (import_machinery::frozen_importer(vm), false)
                } else {
                    (import_machinery::source_file_loader(vm, spec_name, path), true)
                };
                let parts = Parts { name: spec_name, loader, origin: path, locations: Value::None, location };
                let spec = module_spec::new(vm, &parts);
                vm.heap.ns_set(main, names.__loader__, loader);
                vm.heap.ns_set(main, names.__spec__, spec);
                vm.host.remember_source(&file, &source);
                let result = vm.run_module_source_in(main, &source, &file);
                Started::Ran(self.finish(result))
            }
            Ok(Err(message)) => Started::NotFound(message),
            Err(raised) => Started::Ran(self.finish(Err(raised))),
        }
    }

    /// Finds the source of a module to run: its file, its text, its package.
    fn prepare_module(&mut self, name: &str) -> Res<Result<(String, String, String), String>> {
        let vm = &mut self.vm;
        let (parent, last) = name.rsplit_once('.').unwrap_or(("", name));
        let mut folders = sys::search_path(vm)?;
        if !parent.is_empty() {
            let Err(raised) = vm.import_absolute(parent) else {
                let module = vm.import_absolute(parent)?;
                let path = vm.heap.names.__path__;
                let Some(path) = vm.getattr_opt(module, path)? else {
                    return Ok(Err(format!("No module named {name}")));
                };
                folders = vm.folders(path)?;
                let found = find::builtin(name).or_else(|| find::in_folders(&folders, last));
                return self.source_of(name, parent, found);
            };
            if vm.pending_is(Exc::ModuleNotFoundError) {
                vm.take_pending();
                return Ok(Err(format!(
                    "Error while finding module specification for '{name}' (ModuleNotFoundError: No module named '{parent}')"
                )));
            }
            return Err(raised);
        }
        let found = find::builtin(name).or_else(|| find::in_folders(&folders, last));
        self.source_of(name, parent, found)
    }

    fn source_of(
        &mut self,
        name: &str,
        parent: &str,
        found: Option<Found>,
    ) -> Res<Result<(String, String, String), String>> {
        let vm = &mut self.vm;
        let (file, package) = match found {
            None => return Ok(Err(format!("No module named {name}"))),
            Some(Found::Embedded { source, package: false }) => {
                return Ok(Ok((format!("<frozen {name}>"), source.to_owned(), parent.to_owned())));
            }
            Some(Found::Embedded { package: true, .. }) => {
                let main = format!("{name}.__main__");
                let Some(source) = find::embedded_source(&main) else {
                    return Ok(Err(format!(
                        "No module named {main}; '{name}' is a package and cannot be directly executed"
                    )));
                };
                vm.import_absolute(name)?;
                return Ok(Ok((format!("<frozen {main}>"), source.to_owned(), name.to_owned())));
            }
            Some(Found::Native { .. }) => {
                return Ok(match find::command_source(name) {
                    Some(source) => Ok((format!("<frozen {name}>"), source.to_owned(), parent.to_owned())),
                    None => Err(format!("No code object available for {name}")),
                });
            }
            Some(Found::File { file, package: None }) => (file, parent.to_owned()),
            Some(Found::File { package: Some(folder), .. }) => {
                vm.import_absolute(name)?;
                (folder.join("__main__.py"), name.to_owned())
            }
            Some(Found::Namespace(folders)) => {
                match folders.into_iter().map(|f| f.join("__main__.py")).find(|f| f.is_file()) {
                    Some(file) => {
                        vm.import_absolute(name)?;
                        (file, name.to_owned())
                    }
                    None => {
                        return Ok(Err(format!(
                            "No module named {name}.__main__; '{name}' is a package and cannot be directly executed"
                        )));
                    }
                }
            }
        };
        let path = file.to_string_lossy().into_owned();
        match std::fs::read(&file) {
            Ok(bytes) => {
                let source = source_file::decode(vm, &bytes, &path)?;
                Ok(Ok((path, source, package)))
            }
            Err(_) => Ok(Err(format!(
                "No module named {name}.__main__; '{name}' is a package and cannot be directly executed"
            ))),
        }
    }

    fn set_argv0(&mut self, file: &str) {
        if let Some(first) = self.vm.host.argv.first_mut() {
            *first = file.to_owned();
        }
        if let Some(Value::List(list)) = sys::get(&mut self.vm, "argv") {
            let file = self.vm.heap.new_str(file);
            if let Some(first) = self.vm.heap.lists[list].first_mut() {
                *first = file;
            }
        }
    }

    /// Prints what is uncaught and answers the exit status.
    pub(super) fn finish(&mut self, result: Res<()>) -> i32 {
        let status = match result {
            Ok(()) => 0,
            Err(_) => report(&mut self.vm),
        };
        self.vm.heap.recent.clear();
        self.flush();
        status
    }

    /// Hands everything the program wrote on to the streams.
    pub fn flush(&mut self) {
        self.vm.host.flush();
    }
}

/// Prints the pending exception through `sys.excepthook` and answers the exit status it means.
fn report(vm: &mut Vm) -> i32 {
    let e = vm.take_pending();
    let mark = vm.pin(e);
    let status = if exception::is(vm, e, Exc::SystemExit) {
        let (status, message) = exit_status(vm, e);
        let _ = vm.host.stdout.flush();
        if let Some(message) = message {
            sys::write_stderr(vm, &format!("{message}\n"));
        }
        status
    } else {
        print_uncaught(vm, e);
        if exception::is(vm, e, Exc::KeyboardInterrupt) { 130 } else { 1 }
    };
    vm.unpin_to(mark);
    status
}

/// Prints an exception nobody caught: through `sys.excepthook`, if a program replaced that.
pub(super) fn print_uncaught(vm: &mut Vm, e: Value) {
    let _ = vm.host.stdout.flush();
    for name in ["last_exc", "last_value"] {
        if let Some(ns) = vm.host.sys {
            vm.heap.ns_set_text(ns, name, e);
        }
    }
    let hook = sys::get(vm, "excepthook").filter(|&f| {
        let original = sys::get(vm, "__excepthook__");
        !original.is_some_and(|o| o.is(f))
    });
    if let Some(hook) = hook {
        let class = Value::Class(vm.class_of(e));
        let tb = vm.exception_traceback(e).unwrap_or(Value::None);
        if vm.call(hook, &[class, e, tb]).is_ok() {
            return;
        }
        let second = vm.take_pending();
        let text = format!("Error in sys.excepthook:\n{}\nOriginal exception was:\n", format_exception(vm, second));
        sys::write_stderr(vm, &text);
    }
    let text = format_exception(vm, e);
    sys::write_stderr(vm, &text);
}

impl Vm {
    /// Compiles source and runs it in a namespace that has `__builtins__` already.
    fn run_module_source_in(&mut self, ns: DictKey, source: &str, filename: &str) -> Res<()> {
        let code = self.compile_source(source, filename, crate::syntax::Mode::File, false)?;
        self.run_code(code, FunctionKey::default(), ns, Value::Undef).map(drop)
    }
}
