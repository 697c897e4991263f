//! The module `_sre`: what `re.py` builds on. The engine is in `regex/`.

mod find;
mod match_object;
mod pattern;
mod replace;
mod scanner;
mod source;

use crate::heap::dict::Dict;
use crate::heap::types::Exc;
use crate::regex::case::Fold;
use crate::regex::compile::compile as compile_tree;
use crate::regex::flags::{DEBUG, Flags};
use crate::regex::{Parsed, parse};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Raised, Res, Vm};
use pattern::Pattern;
use source::{Source, raise};
use std::sync::Arc;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_sre",
    doc: "",
    functions: &[
        NativeSpec::new("compile", "(pattern, flags, /)", compile, "Compile a regular expression."),
        NativeSpec::new(
            "compile_lexicon",
            "(phrases, flags, /)",
            compile_lexicon,
            "Compile alternatives, each a group of its own.",
        ),
        NativeSpec::new("ascii_iscased", "(character, /)", |vm, a| is_cased(vm, a, Fold::Ascii), ""),
        NativeSpec::new("ascii_tolower", "(character, /)", |vm, a| to_lower(vm, a, Fold::Ascii), ""),
        NativeSpec::new("unicode_iscased", "(character, /)", |vm, a| is_cased(vm, a, Fold::Unicode), ""),
        NativeSpec::new("unicode_tolower", "(character, /)", |vm, a| to_lower(vm, a, Fold::Unicode), ""),
    ],
    classes: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    for (name, n) in [("MAGIC", 20230502), ("CODESIZE", 4), ("MAXREPEAT", 0xFFFF_FFFF), ("MAXGROUPS", (1 << 30) - 1)] {
        vm.heap.ns_set_text(ns, name, Value::Int(n));
    }
    for (name, spec) in [("Pattern", &pattern::SPEC), ("Match", &match_object::SPEC)] {
        let class = vm.class_for(spec);
        vm.heap.ns_set_text(ns, name, Value::Class(class));
    }
    Ok(())
}

fn character(vm: &mut Vm, args: Args) -> Res<u32> {
    let c = args.get(vm, 0);
    Ok(u32::try_from(vm.index_i64(c)?).unwrap_or(u32::MAX))
}

fn is_cased(vm: &mut Vm, args: Args, fold: Fold) -> Res {
    let c = character(vm, args)?;
    Ok(Value::Bool(fold.has_case(c)))
}

fn to_lower(vm: &mut Vm, args: Args, fold: Fold) -> Res {
    let c = character(vm, args)?;
    Ok(Value::Int(i64::from(fold.lower(c))))
}

fn flags_argument(vm: &mut Vm, v: Value) -> Res<Flags> {
    let flags = vm.index_i64(v)?;
    Flags::try_from(flags).map_err(|_| vm.overflow_error("Python int too large to convert to C int"))
}

fn compile(vm: &mut Vm, args: Args) -> Res {
    let [text, flags] = args.take(vm);
    let flags = flags_argument(vm, flags)?;
    if flags & DEBUG != 0 {
        // It would show CPython's own code.
        return Err(vm.error(Exc::NotImplementedError, "re.DEBUG is not available"));
    }
    let source = Source::of(vm, text)?;
    match parse(&source.points, source.is_text, flags) {
        Ok(parsed) => finish(vm, text, &source, &parsed),
        Err(fault) => Err(raise(vm, fault, text)),
    }
}

fn finish(vm: &mut Vm, text: Value, source: &Source, parsed: &Parsed) -> Res {
    for warning in &parsed.warnings {
        // Past `re._compile` and the function of `re` that called it.
        let category = super::warnings::warning_class(vm, "FutureWarning");
        let message = vm.heap.new_str(warning.as_str());
        vm.warn_at(category, message, 3, Value::None, &[])?;
    }
    let program = compile_tree(parsed, source.is_text).map_err(|fault| raise(vm, fault, Value::None))?;
    let index = vm.heap.new_dict_key(Dict::new());
    let mut names = vec![Value::None; parsed.groups() + 1];
    for (name, group) in &parsed.names {
        let name = vm.heap.interned_str(&name.text());
        vm.dict_set(index, name, Value::Int(i64::from(*group)))?;
        names[*group as usize] = name;
    }
    let pattern = Pattern {
        source: text,
        is_text: Some(source.is_text).filter(|_| !text.is_none()),
        flags: parsed.flags,
        program: Arc::new(program),
        index,
        names: names.into(),
    };
    let class = vm.class_for(&pattern::SPEC);
    Ok(vm.heap.new_object(class, pattern))
}

/// The pattern of `re.Scanner`: phrases that know nothing of each other, each in a group of its own.
fn compile_lexicon(vm: &mut Vm, args: Args) -> Res {
    let [phrases, flags] = args.take(vm);
    let flags = flags_argument(vm, flags)?;
    let mut parts = Vec::new();
    let mut is_text = true;
    for phrase in vm.to_vec(phrases)? {
        let source = Source::of(vm, phrase)?;
        is_text = source.is_text;
        parts.push(parse(&source.points, source.is_text, flags).map_err(|fault| raise(vm, fault, phrase))?);
    }
    match Parsed::alternatives(parts, flags) {
        Some(parsed) => finish(vm, Value::None, &Source { points: Vec::new(), is_text }, &parsed),
        None => Err(invalid_code(vm)),
    }
}

fn invalid_code(vm: &mut Vm) -> Raised {
    vm.runtime_error("invalid SRE code")
}
