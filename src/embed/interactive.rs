//! The prompt's half of the interpreter: is the input complete, and running it.

use super::Interpreter;
use super::program::print_uncaught;
use crate::heap::types::Exc;
use crate::syntax::ast::{Body, StmtKind};
use crate::syntax::{Mode, parse};
use crate::types::exception;
use crate::value::*;
use crate::vm::Vm;

/// What a prompt does with the lines typed so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// They can be run (or are wrong).
    Complete,
    /// The statement goes on.
    Incomplete,
}

impl Input {
    /// Judges the lines typed so far. A compound statement goes on until an empty line.
    pub fn of(source: &str) -> Input {
        match parse(source, Mode::Single) {
            Err(e) if e.incomplete => Input::Incomplete,
            Err(_) => Input::Complete,
            Ok(parsed) => {
                let ast = &parsed.ast;
                let Body::Interactive(body) = ast.body else { return Input::Complete };
                let compound = ast[body].first().is_some_and(|&s| {
                    matches!(
                        ast[s].kind,
                        StmtKind::FunctionDef(_)
                            | StmtKind::AsyncFunctionDef(_)
                            | StmtKind::ClassDef(_)
                            | StmtKind::For { .. }
                            | StmtKind::AsyncFor { .. }
                            | StmtKind::While { .. }
                            | StmtKind::If { .. }
                            | StmtKind::With { .. }
                            | StmtKind::AsyncWith { .. }
                            | StmtKind::Match { .. }
                            | StmtKind::Try { .. }
                            | StmtKind::TryStar { .. }
                    )
                });
                let ended = source.lines().last().is_none_or(|l| l.trim().is_empty());
                if compound && !ended { Input::Incomplete } else { Input::Complete }
            }
        }
    }
}

/// The statements of a pasted program, each preceded by as many empty lines as there are lines before it; the whole
/// if it is one statement or no program.
fn statements(source: &str) -> Vec<String> {
    let Ok(parsed) = parse(source, Mode::File) else { return vec![source.to_owned()] };
    let ast = &parsed.ast;
    let Body::Module(body) = ast.body else { return vec![source.to_owned()] };
    let ends: Vec<usize> = ast[body].iter().map(|&s| ast[s].span.end as usize).collect();
    let mut pieces = Vec::new();
    let mut start = 0;
    for (i, &end) in ends.iter().enumerate() {
        // A statement goes on to the end of its line, and the rest goes with the last.
        let rest = source.get(end..).unwrap_or_default();
        let stop = if i + 1 == ends.len() { source.len() } else { end + rest.find('\n').map_or(rest.len(), |n| n + 1) };
        if ends.get(i + 1).is_some_and(|&next| next <= stop) {
            continue; // `a; b` is one line
        }
        let lines_before = source[..start].matches('\n').count();
        pieces.push("\n".repeat(lines_before) + &source[start..stop]);
        start = stop;
    }
    if pieces.len() > 1 { pieces } else { vec![source.to_owned()] }
}

impl Interpreter {
    /// Runs what was typed or pasted at a prompt: each of its statements as [`Interpreter::run_input`] does, until
    /// one fails.
    pub fn run_pasted(&mut self, source: &str, filename: &str) -> Option<i32> {
        let pieces = statements(source);
        if pieces.len() == 1 {
            return self.run_input(source, filename, Mode::Single);
        }
        for piece in pieces {
            self.failed = false;
            let status = self.run_input(&piece, filename, Mode::Single);
            if status.is_some() || self.failed {
                return status;
            }
        }
        None
    }

    /// Runs one input of the prompt: values of expressions are shown, an uncaught exception is printed. An exit
    /// status means that the program wants to leave.
    pub fn run_input(&mut self, source: &str, filename: &str, mode: Mode) -> Option<i32> {
        let main = self.main;
        self.vm.host.remember_source(filename, source);
        let vm = &mut self.vm;
        let result = vm
            .compile_source(source, filename, mode, false)
            .and_then(|code| vm.run_code(code, FunctionKey::default(), main, Value::Undef));
        let mut status = None;
        self.failed = result.is_err();
        if result.is_err() {
            if vm.pending_is(Exc::SystemExit) {
                status = Some(self.finish(result.map(drop)));
            } else {
                let e = vm.take_pending();
                let mark = vm.pin(e);
                if exception::is(vm, e, Exc::KeyboardInterrupt) {
                    crate::modules::sys::write_stderr(vm, "\n");
                }
                print_uncaught(vm, e);
                vm.unpin_to(mark);
            }
        }
        self.vm.heap.recent.clear();
        self.flush();
        status
    }

    /// A Ctrl-C that was meant for the prompt is forgotten.
    pub fn clear_interrupt(&mut self) {
        self.vm.limits.interrupt.store(false, std::sync::atomic::Ordering::Relaxed);
    }

    /// `builtins` has this name, and `__main__` does not hide it.
    pub fn has_builtin(&mut self, name: &str) -> bool {
        let name = self.vm.heap.intern(name);
        self.vm.heap.ns_get(self.main, name).is_none() && self.vm.heap.ns_get(self.vm.builtins, name).is_some()
    }

    /// The names a prompt can complete: of `__main__` and `builtins`, and the attributes of the former's values.
    pub fn completions(&mut self) -> Vec<String> {
        let vm = &mut self.vm;
        let text = |vm: &Vm, v: Value| match v {
            Value::Str(k) => Some(vm.heap.text(k).into_owned()),
            _ => None,
        };
        let globals: Vec<(Value, Value)> = vm.heap.dicts[self.main].iter().map(|e| (e.key, e.value)).collect();
        let builtins: Vec<Value> = vm.heap.dicts[vm.builtins].iter().map(|e| e.key).collect();
        let mut names: Vec<String> = builtins.into_iter().filter_map(|k| text(vm, k)).collect();
        for (name, value) in globals {
            let Some(name) = text(vm, name) else { continue };
            if !name.starts_with('_') {
                let attributes = crate::types::traceback_text::dir(vm, value);
                names.extend(attributes.into_iter().filter(|a| !a.starts_with('_')).map(|a| format!("{name}.{a}")));
            }
            names.push(name);
        }
        vm.heap.recent.clear();
        names
    }

    /// `sys.ps1` or `sys.ps2`, as text.
    pub fn prompt(&mut self, name: &str, default: &str) -> String {
        let Some(v) = crate::modules::sys::get(&mut self.vm, name) else { return default.to_owned() };
        match self.vm.str_text(v) {
            Ok(text) => text,
            Err(_) => {
                self.vm.take_pending();
                default.to_owned()
            }
        }
    }
}
