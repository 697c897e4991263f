//! What a prompt adds to `builtins`: `exit`, `quit`, `copyright`, `credits`, `license`, `help`.

use crate::heap::kinds::Object;
use crate::heap::types::Exc;
use crate::modules::sys::write_stdout;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// An object whose `repr` says what it is for.
struct Word {
    name: &'static str,
}

impl Object for Word {
    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}
}

static QUITTER: TypeSpec = TypeSpec {
    name: "Quitter",
    module: "_sitebuiltins",
    no_new: true,
    specials: &[
        NativeSpec::new("__call__", "($self, /, code=None)", quit, "Call self as a function."),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    ],
    ..TypeSpec::BASE
};

static PRINTER: TypeSpec = TypeSpec {
    name: "_Printer",
    module: "_sitebuiltins",
    doc: "interactive prompt objects for printing the license text, a list of\n    contributors and the copyright notice.",
    no_new: true,
    specials: &[
        NativeSpec::new("__call__", "($self, /)", print, "Call self as a function."),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    ],
    ..TypeSpec::BASE
};

static HELPER: TypeSpec = TypeSpec {
    name: "_Helper",
    module: "_sitebuiltins",
    doc: "Define the builtin 'help'.",
    no_new: true,
    specials: &[
        NativeSpec::new("__call__", "($self, /, *args, **kwds)", help, "Call self as a function."),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    ],
    ..TypeSpec::BASE
};

/// Adds the words to `builtins`.
pub fn add(vm: &mut Vm) {
    let words: [(&'static str, &'static TypeSpec); 6] = [
        ("exit", &QUITTER),
        ("quit", &QUITTER),
        ("copyright", &PRINTER),
        ("credits", &PRINTER),
        ("license", &PRINTER),
        ("help", &HELPER),
    ];
    for (name, spec) in words {
        let class = vm.class_for(spec);
        let word = vm.heap.new_object(class, Word { name });
        vm.heap.ns_set_text(vm.builtins, name, word);
    }
}

fn name(vm: &Vm, this: Value) -> &'static str {
    match this {
        Value::Object(k) => vm.heap.object::<Word>(k).map_or("", |w| w.name),
        _ => "",
    }
}

fn text(name: &str) -> String {
    match name {
        "exit" | "quit" => {
            let key = if cfg!(windows) { "Ctrl-Z plus Return" } else { "Ctrl-D (i.e. EOF)" };
            format!("Use {name}() or {key} to exit")
        }
        "help" => "Type help() for interactive help, or help(object) for help about object.".to_owned(),
        "copyright" => "selfsame: Copyright (c) its authors.\nThe Python language and its reference implementation: \
                        Copyright (c) 2001-2024 Python Software Foundation."
            .to_owned(),
        "credits" => "    Thanks to the authors of Python, whose language and whose words in messages these are.\n    \
                      See www.python.org for more information about Python."
            .to_owned(),
        _ => "selfsame is free software under the MIT license or the Apache License 2.0, at your option.".to_owned(),
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let text = text(name(vm, this));
    Ok(vm.heap.new_str(text))
}

fn quit(vm: &mut Vm, args: Args) -> Res {
    let [_, code] = args.take(vm);
    Err(vm.error_with(Exc::SystemExit, &[code.or_none()]))
}

fn print(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let text = text(name(vm, this)) + "\n";
    let text = vm.heap.new_str(text);
    write_stdout(vm, text)?;
    Ok(Value::None)
}

/// `help(x)`: the name with its signature, and the docstring.
fn help(vm: &mut Vm, args: Args) -> Res {
    let [_, rest, _] = args.take(vm);
    let subject = match rest {
        Value::Tuple(t) => vm.heap.tuples[t].first().copied(),
        _ => None,
    };
    let Some(subject) = subject else {
        let text = vm.heap.new_str("help(object) shows what an object is and its documentation.\n");
        write_stdout(vm, text)?;
        return Ok(Value::None);
    };
    let names = vm.heap.names;
    let mut title = match vm.getattr_opt(subject, names.__name__)? {
        Some(name) => vm.str_text(name)?,
        None => vm.type_name(subject),
    };
    if let Some(Value::Str(signature)) = vm.getattr_opt(subject, names.__text_signature__)? {
        title += &vm.heap.text(signature).replace('$', "");
    }
    let doc = match vm.getattr_opt(subject, names.__doc__)? {
        Some(Value::Str(k)) => vm.heap.text(k).into_owned(),
        _ => String::new(),
    };
    let kind = vm.type_name(subject);
    let mut text = format!("Help on {kind} {title}\n\n");
    for line in doc.lines() {
        text += &format!("    {}\n", line.trim_end());
    }
    let text = vm.heap.new_str(text);
    write_stdout(vm, text)?;
    Ok(Value::None)
}
