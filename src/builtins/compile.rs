//! From source text to code: parse, compile, and raise what is wrong with the source.

use crate::code::unit::CodeUnit;
use crate::compile::{CompileError, CompileOptions, Compiled, compile};
use crate::heap::types::Exc;
use crate::modules::warnings::Warning;
use crate::syntax::{Mode, SyntaxError, SyntaxErrorKind, SyntaxWarning, normalize_newlines, parse};
use crate::value::Value;
use crate::vm::{Raised, Res, Vm};

/// Source text to code. Raises `SyntaxError` and its kinds, `RecursionError` for nesting too deep;
/// a form of the language that is not compiled yet is a `SyntaxError` that names it.
pub fn compile_text(vm: &mut Vm, source: &str, filename: &str, mode: Mode, namespace: bool) -> Res<CodeUnit> {
    compile_with(vm, source, filename, mode, namespace, false).map(|c| c.unit)
}

/// As [`compile_text`], with `from __future__ import annotations` in force if `future_annotations`.
pub fn compile_with(
    vm: &mut Vm,
    source: &str,
    filename: &str,
    mode: Mode,
    namespace: bool,
    future_annotations: bool,
) -> Res<Compiled> {
    if source.contains('\0') {
        return Err(raise_plain(vm, "source code string cannot contain null bytes"));
    }
    let source = normalize_newlines(source);
    let parsed = parse(&source, mode).map_err(|mut e| {
        // There is no line to show of nothing: CPython counts from 0 then.
        if source.is_empty() {
            (e.line, e.column, e.end_line, e.end_column, e.text) = (0, 0, 0, 0, Some(String::new()));
        }
        raise_syntax_error(vm, e, filename)
    })?;
    issue_warnings(vm, &parsed.warnings, filename, Some(&source))?;
    let options = CompileOptions { filename, mode, namespace, future_annotations, optimize: vm.host.flags.optimize };
    let compiled = compile(&parsed.ast, &source, options).map_err(|e| match e {
        CompileError::Syntax(mut e) => {
            // What only the compiler finds is shown with the line of the file, if there is one.
            if vm.host.source(filename).is_none() {
                e.text = None;
            }
            raise_syntax_error(vm, *e, filename)
        }
        CompileError::TooDeep => vm.recursion_error(" during compilation"),
    })?;
    let shown = (!filename.starts_with('<')).then_some(&*source);
    issue_warnings(vm, &compiled.warnings, filename, shown)?;
    Ok(compiled)
}

/// Issues `SyntaxWarning`s. One that a filter makes an error is raised as a `SyntaxError` of its place, with its line
/// of the source, if that is given.
fn issue_warnings(vm: &mut Vm, warnings: &[SyntaxWarning], filename: &str, source: Option<&str>) -> Res<()> {
    for warning in warnings {
        let class = vm.heap.intern("SyntaxWarning");
        let category = vm.heap.ns_get(vm.builtins, class).unwrap_or(Value::None);
        let (message, file) = (vm.heap.new_str(warning.message.as_str()), vm.heap.new_str(filename));
        let issued = vm.warn_explicit(Warning {
            category,
            message,
            filename: file,
            line: i64::from(warning.line),
            module: Value::Undef,
            registry: Value::None,
            source: Value::None,
        });
        if issued.is_err() {
            if !vm.is_instance(vm.pending, category)? {
                return issued;
            }
            vm.take_pending();
            let text = source.and_then(|s| s.lines().nth((warning.line as usize).saturating_sub(1)));
            let text = text.map(|line| format!("{line}\n"));
            let (line, column) = (warning.line, warning.column.cast_signed());
            let e = SyntaxError {
                kind: SyntaxErrorKind::Syntax,
                message: warning.message.clone(),
                line,
                column: warning.column,
                end_line: line,
                end_column: column,
                text,
                incomplete: false,
            };
            return Err(raise_syntax_error(vm, e, filename));
        }
    }
    Ok(())
}

fn raise_plain(vm: &mut Vm, message: &str) -> Raised {
    vm.error(Exc::SyntaxError, message)
}

/// Raises a syntax error with its place: `(message, (filename, line, offset, text, end_line, end_offset))`.
pub fn raise_syntax_error(vm: &mut Vm, e: SyntaxError, filename: &str) -> Raised {
    if e.line == 0 && e.text.is_none() {
        return raise_plain(vm, &e.message);
    }
    let exc = match e.kind {
        SyntaxErrorKind::Syntax => Exc::SyntaxError,
        SyntaxErrorKind::Indentation => Exc::IndentationError,
        SyntaxErrorKind::Tab => Exc::TabError,
    };
    let message = vm.heap.new_str(e.message);
    let filename = vm.heap.new_str(filename);
    let text = match e.text {
        Some(t) => vm.heap.new_str(t),
        None => Value::None,
    };
    let place = vm.heap.new_tuple([
        filename,
        Value::Int(i64::from(e.line)),
        Value::Int(i64::from(e.column)),
        text,
        Value::Int(i64::from(e.end_line)),
        Value::Int(i64::from(e.end_column)),
    ]);
    vm.error_with(exc, &[message, place])
}
