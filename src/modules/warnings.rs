//! `_warnings`: whether a warning is shown, raised or ignored. What showing means is in `warnings.py`.
//!
//! Everything that warns, the compiler too, comes through [`Vm::warn_explicit`].

use crate::heap::dict::Dict;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_warnings",
    doc: "_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.",
    functions: FUNCTIONS,
    classes: &[],
    init: Some(init),
};

static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new(
        "warn",
        "(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())",
        warn,
        "Issue a warning, or maybe ignore it or raise an exception.\n\n  message\n    Text of the warning message.\n  \
         category\n    The Warning category subclass. Defaults to UserWarning.\n  stacklevel\n    How far up the call \
         stack to make this warning appear. A value of 2 for\n    example attributes the warning to the caller of the \
         code calling warn().\n  source\n    If supplied, the destroyed object which emitted a ResourceWarning\n  \
         skip_file_prefixes\n    An optional tuple of module filename prefixes indicating frames to skip\n    during \
         stacklevel computations for stack frame attribution.",
    ),
    NativeSpec::new(
        "warn_explicit",
        "(message, category, filename, lineno, module=<unrepresentable>, registry=None, module_globals=None, source=None)",
        warn_explicit,
        "Issue a warning, or maybe ignore it or raise an exception.",
    ),
    NativeSpec::new("_filters_mutated", "()", filters_mutated, ""),
    NativeSpec::new("_source_line", "(filename, lineno, /)", source_line, "A line of a source file, or ''."),
];

/// A warning about a place.
pub struct Warning {
    /// Its class.
    pub category: Value,
    /// A text, or an instance of the class.
    pub message: Value,
    /// The file.
    pub filename: Value,
    /// The line.
    pub line: i64,
    /// The module's name; unbound: made of the file's.
    pub module: Value,
    /// A module's `__warningregistry__`, or None.
    pub registry: Value,
    /// The destroyed object it is about, or None.
    pub source: Value,
}

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let deprecation = warning_class(vm, "DeprecationWarning");
    let main = Value::Str(vm.heap.names.__main__);
    let rows = [
        ("default", deprecation, main),
        ("ignore", deprecation, Value::None),
        ("ignore", warning_class(vm, "PendingDeprecationWarning"), Value::None),
        ("ignore", warning_class(vm, "ImportWarning"), Value::None),
        ("ignore", warning_class(vm, "ResourceWarning"), Value::None),
    ];
    let filters = rows.map(|(action, category, module)| {
        let action = vm.heap.interned_str(action);
        vm.heap.new_tuple([action, Value::None, category, module, Value::Int(0)])
    });
    let filters = vm.heap.new_list(filters.to_vec());
    vm.heap.ns_set_text(ns, "filters", filters);
    let action = vm.heap.interned_str("default");
    vm.heap.ns_set_text(ns, "_defaultaction", action);
    let registry = vm.heap.new_dict(Dict::new());
    vm.heap.ns_set_text(ns, "_onceregistry", registry);
    Ok(())
}

/// One of the built-in warnings.
pub fn warning_class(vm: &mut Vm, name: &str) -> Value {
    let name = vm.heap.intern(name);
    vm.heap.ns_get(vm.builtins, name).unwrap_or(Value::None)
}

fn warn(vm: &mut Vm, args: Args) -> Res {
    let [message, category, stacklevel, source, prefixes] = args.take(vm);
    let category = category_of(vm, message, category.or_none())?;
    let mut level = match stacklevel.bound() {
        Some(level) => vm.index_i64(level)?,
        None => 1,
    };
    let prefixes = skipped_prefixes(vm, prefixes)?;
    if !prefixes.is_empty() {
        level = level.max(2);
    }
    vm.warn_at(category, message, level, source.or_none(), &prefixes)?;
    Ok(Value::None)
}

fn category_of(vm: &mut Vm, message: Value, category: Value) -> Res {
    let base = warning_class(vm, "Warning");
    if vm.is_instance(message, base)? {
        return Ok(Value::Class(vm.class_of(message)));
    }
    if category.is_none() {
        return Ok(warning_class(vm, "UserWarning"));
    }
    if !matches!(category, Value::Class(_)) || !vm.is_subclass(category, base)? {
        let t = vm.type_name(category);
        return Err(vm.type_error(format!("category must be a Warning subclass, not '{t}'")));
    }
    Ok(category)
}

fn skipped_prefixes(vm: &mut Vm, prefixes: Value) -> Res<Vec<String>> {
    let Some(prefixes) = prefixes.bound() else { return Ok(Vec::new()) };
    let Value::Tuple(tuple) = vm.payload(prefixes) else {
        let t = vm.type_name(prefixes);
        return Err(vm.type_error(format!("warn() argument 'skip_file_prefixes' must be tuple, not {t}")));
    };
    let mut texts = Vec::new();
    for item in vm.heap.tuples[tuple].to_vec() {
        let Value::Str(k) = vm.payload(item) else {
            let t = vm.type_name(item);
            return Err(vm.type_error(format!("Found non-str '{t}' in skip_file_prefixes.")));
        };
        texts.push(vm.heap.text(k).into_owned());
    }
    Ok(texts)
}

fn warn_explicit(vm: &mut Vm, args: Args) -> Res {
    let [message, category, filename, line, module, registry, globals, source] = args.take(vm);
    let Value::Str(_) = vm.payload(filename) else {
        let t = vm.type_name(filename);
        return Err(vm.type_error(format!("warn_explicit() argument 'filename' must be str, not {t}")));
    };
    let line = vm.index_i64(line)?;
    if !globals.or_none().is_none() && !matches!(vm.payload(globals), Value::Dict(_)) {
        let t = vm.type_name(globals);
        return Err(vm.type_error(format!("module_globals must be a dict, not '{t}'")));
    }
    let (registry, source) = (registry.or_none(), source.or_none());
    vm.warn_explicit(Warning { category, message, filename, line, module, registry, source })?;
    Ok(Value::None)
}

fn filters_mutated(vm: &mut Vm, _args: Args) -> Res {
    vm.host.filters_version += 1;
    Ok(Value::None)
}

fn source_line(vm: &mut Vm, args: Args) -> Res {
    let [filename, line] = args.take(vm);
    let (filename, line) = (vm.str_text(filename)?, vm.index_i64(line)?);
    let source = vm.host.source(&filename);
    let text = source.as_deref().zip(usize::try_from(line - 1).ok()).and_then(|(s, n)| s.lines().nth(n));
    Ok(vm.heap.new_str(text.unwrap_or("")))
}

impl Vm {
    /// Issues a `DeprecationWarning` about the line that runs.
    #[cold]
    pub fn warn_deprecated(&mut self, message: &str) -> Res<()> {
        let category = warning_class(self, "DeprecationWarning");
        let message = self.heap.new_str(message);
        self.warn_at(category, message, 1, Value::None, &[])
    }

    /// Warns of a conversion that answered an instance of a subclass.
    #[cold]
    pub fn warn_strict_subclass(&mut self, method: &str, class: &str, answer: Value) -> Res<()> {
        let t = self.type_name(answer);
        self.warn_deprecated(&format!(
            "{method} returned non-{class} (type {t}).  The ability to return an instance of a strict subclass of \
             {class} is deprecated, and may be removed in a future version of Python."
        ))
    }

    /// Issues a warning about the line of the `level`th frame, or of the first one whose file has none of the prefixes.
    pub fn warn_at(
        &mut self,
        category: Value,
        message: Value,
        level: i64,
        source: Value,
        prefixes: &[String],
    ) -> Res<()> {
        let names = self.heap.names;
        let (globals, filename, line) = self.place_of_caller(level, prefixes)?;
        let key = self.heap.intern("__warningregistry__");
        let registry = match self.heap.ns_get(globals, key) {
            Some(registry) => registry,
            None => {
                let registry = self.heap.new_dict(Dict::new());
                self.heap.ns_set(globals, key, registry);
                registry
            }
        };
        let module = match self.heap.ns_get(globals, names.__name__) {
            Some(name) => name,
            None => self.heap.interned_str("<string>"),
        };
        let filename = self.heap.new_str(filename);
        self.warn_explicit(Warning { category, message, filename, line, module, registry, source })
    }

    /// The globals, file and line of the frame `level - 1` calls out, not counting those of the files that begin
    /// with a prefix. Beyond the outermost frame it is `sys`.
    fn place_of_caller(&mut self, level: i64, prefixes: &[String]) -> Res<(DictKey, String, i64)> {
        let mut steps = level.max(1);
        for i in (0..self.frames.len()).rev() {
            let frame = self.frames[i];
            let filename = self.heap.text(self.codes[frame.code].filename).into_owned();
            if i + 1 < self.frames.len() && prefixes.iter().any(|p| filename.starts_with(p.as_str())) {
                continue;
            }
            steps -= 1;
            if steps == 0 {
                let entry = crate::heap::kinds::TracebackEntry::of_frame(&frame);
                return Ok((frame.globals, filename, crate::types::traceback::line_of(self, entry)));
            }
        }
        let sys = self.import_absolute("sys")?;
        let globals = self.dict_of(sys).unwrap_or(self.builtins);
        Ok((globals, "<sys>".to_owned(), 0))
    }

    /// Shows a warning, raises it, or ignores it, as the filters say.
    pub fn warn_explicit(&mut self, w: Warning) -> Res<()> {
        let mark = self.pin(w.message);
        let result = self.filter_and_show(w);
        self.unpin_to(mark);
        result
    }

    fn filter_and_show(&mut self, mut w: Warning) -> Res<()> {
        if w.module.is_none() {
            return Ok(());
        }
        if !w.registry.is_none() && !matches!(w.registry, Value::Dict(_)) {
            return Err(self.type_error("'registry' must be a dict or None"));
        }
        for v in [w.category, w.message, w.filename, w.module, w.registry, w.source] {
            self.pin(v);
        }
        if w.module.is_undef() {
            w.module = self.module_of_file(w.filename)?;
        }
        let base = warning_class(self, "Warning");
        let text;
        if self.is_instance(w.message, base)? {
            text = self.str(w.message)?;
            w.category = Value::Class(self.class_of(w.message));
        } else {
            text = w.message;
            w.message = self.call(w.category, &[text])?;
        }
        for v in [text, w.message, w.module] {
            self.pin(v);
        }
        let key = self.heap.new_tuple([text, w.category, Value::Int(w.line)]);
        self.pin(key);
        if self.already_warned(w.registry, key, false)? {
            return Ok(());
        }
        let (action, filter) = self.filter_action(&w, text)?;
        match action.as_str() {
            "error" => return Err(self.raise(w.message)),
            "ignore" => return Ok(()),
            _ => {}
        }
        if self.shown_before(&w, &action, text, key, filter)? {
            return Ok(());
        }
        self.show_warning(&w)
    }

    /// Notes in the registry that the warning was issued; it was before, as far as the action cares.
    fn shown_before(&mut self, w: &Warning, action: &str, text: Value, key: Value, filter: Value) -> Res<bool> {
        if action == "always" || action == "all" {
            return Ok(false);
        }
        if let Value::Dict(registry) = w.registry {
            self.dict_set(registry, key, Value::Bool(true))?;
        }
        match action {
            "default" => Ok(false),
            "once" => {
                let registry = match w.registry {
                    Value::None => self.warnings_attribute("_onceregistry")?,
                    registry => registry,
                };
                let key = self.heap.new_tuple([text, w.category]);
                self.already_warned(registry, key, true)
            }
            "module" => {
                let key = self.heap.new_tuple([text, w.category]);
                self.already_warned(w.registry, key, true)
            }
            _ => {
                let (action, filter) = (self.heap.new_str(action), self.repr_text(filter)?);
                let action = self.repr_text(action)?;
                Err(self.runtime_error(format!("Unrecognized action ({action}) in warnings.filters:\n {filter}")))
            }
        }
    }

    /// The registry has the key since the filters changed last.
    fn already_warned(&mut self, registry: Value, key: Value, note: bool) -> Res<bool> {
        let Value::Dict(registry) = registry else { return Ok(false) };
        let name = self.heap.intern("version");
        let version = Value::Int(self.host.filters_version);
        if self.heap.ns_get(registry, name).is_some_and(|v| v.is(version)) {
            if let Some(known) = self.dict_get(registry, key)?
                && self.truth(known)?
            {
                return Ok(true);
            }
        } else {
            self.heap.dicts[registry].clear();
            self.heap.ns_set(registry, name, version);
        }
        if note {
            self.dict_set(registry, key, Value::Bool(true))?;
        }
        Ok(false)
    }

    /// The action of the first filter that fits, and that filter.
    fn filter_action(&mut self, w: &Warning, text: Value) -> Res<(String, Value)> {
        let Value::List(filters) = self.warnings_attribute("filters")? else {
            return Err(self.value_error("_warnings.filters must be a list"));
        };
        let mut i = 0;
        while let Some(&filter) = self.heap.lists[filters].get(i) {
            let Value::Tuple(tuple) = filter else {
                return Err(self.value_error(format!("_warnings.filters item {i} isn't a 5-tuple")));
            };
            let &[action, message, category, module, line] = &*self.heap.tuples[tuple] else {
                return Err(self.value_error(format!("_warnings.filters item {i} isn't a 5-tuple")));
            };
            self.pin(filter);
            i += 1;
            let Value::Str(action) = action else {
                let t = self.type_name(action);
                return Err(self.type_error(format!("action must be a string, not '{t}'")));
            };
            let line = self.index_i64(line)?;
            if (line == 0 || line == w.line)
                && self.is_subclass(w.category, category)?
                && self.pattern_fits(message, text)?
                && self.pattern_fits(module, w.module)?
            {
                return Ok((self.heap.text(action).into_owned(), filter));
            }
        }
        match self.warnings_attribute("defaultaction")? {
            Value::Str(action) => Ok((self.heap.text(action).into_owned(), Value::None)),
            other => {
                let t = self.type_name(other);
                Err(self.type_error(format!("_warnings.defaultaction must be a string, not '{t}'")))
            }
        }
    }

    /// What a filter says of a text: None fits all, a text itself, and a pattern what it matches.
    fn pattern_fits(&mut self, pattern: Value, text: Value) -> Res<bool> {
        match pattern {
            Value::None => Ok(true),
            Value::Str(_) => self.eq(pattern, text),
            _ => {
                let name = self.heap.intern("match");
                let found = self.call_method(pattern, name, &[text])?;
                self.truth(found)
            }
        }
    }

    fn show_warning(&mut self, w: &Warning) -> Res<()> {
        let show = self.warnings_attribute("_showwarnmsg")?;
        self.pin(show);
        let class = self.warnings_attribute("WarningMessage")?;
        let fields = [w.message, w.category, w.filename, Value::Int(w.line), Value::None, Value::None, w.source];
        let message = self.call(class, &fields)?;
        self.call(show, &[message]).map(drop)
    }

    /// An attribute of the module `warnings`.
    fn warnings_attribute(&mut self, name: &str) -> Res {
        let module = self.import_absolute("warnings")?;
        self.getattr_text(module, name)
    }

    /// The name a file's module would have.
    fn module_of_file(&mut self, filename: Value) -> Res {
        let text = self.str_text(filename)?;
        let name = if text.is_empty() { "<unknown>" } else { text.strip_suffix(".py").unwrap_or(&text) };
        Ok(self.heap.new_str(name))
    }
}
