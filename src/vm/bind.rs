//! Binding arguments to parameters (reference 6.3.4, "Calls"), with CPython's messages.

use super::{Raised, Res, Vm};
use crate::heap::dict::Dict;
use crate::heap::kinds::NativeKind;
use crate::value::*;

impl Vm {
    /// Arranges the `argc` arguments at `base`, the last of them named by `kw`, as the parameters of a Python
    /// function. Returns the number of registers filled.
    #[inline(never)]
    pub fn bind_arguments(&mut self, f: FunctionKey, base: usize, argc: usize, kw: Option<TupleKey>) -> Res<usize> {
        let (args, kwargs) = self.split_keywords(base, argc, kw);
        self.check_positional_only(f, &kwargs)?;
        let code_key = self.heap.functions[f].code;
        let code = &self.codes[code_key];
        let (positional, kwonly) = (code.positional as usize, code.keyword_only as usize);
        let (varargs, varkw, parameters) = (code.varargs, code.varkw, code.parameters());
        let given = args.len().min(positional);
        let mut bound = vec![Value::Undef; parameters];
        bound[..given].copy_from_slice(&args[..given]);
        let mut extra = Dict::new();
        for (name, v) in kwargs {
            self.bind_keyword(f, name, v, &mut bound, &mut extra, varkw)?;
        }
        if args.len() > positional && !varargs {
            return Err(self.too_many_arguments(f, args.len(), &bound));
        }
        self.fill_defaults(f, &mut bound)?;
        if varargs {
            bound[positional + kwonly] = self.heap.new_tuple(&args[given..]);
        }
        if varkw {
            bound[parameters - 1] = self.heap.new_dict(extra);
        }
        self.stack[base..base + parameters].copy_from_slice(&bound);
        Ok(parameters)
    }

    fn bind_keyword(
        &mut self,
        f: FunctionKey,
        name: StrKey,
        v: Value,
        bound: &mut [Value],
        extra: &mut Dict,
        varkw: bool,
    ) -> Res<()> {
        let name = self.heap.intern_key(name);
        let code = &self.codes[self.heap.functions[f].code];
        let named = (code.positional + code.keyword_only) as usize;
        let first = code.positional_only as usize;
        if let Some(i) = code.locals[..named].iter().position(|l| l.name == name)
            && i >= first
        {
            if !bound[i].is_undef() {
                let (q, n) = (self.function_name(f), self.heap.text(name).into_owned());
                return Err(self.type_error(format!("{q}() got multiple values for argument '{n}'")));
            }
            bound[i] = v;
            return Ok(());
        }
        if varkw {
            let hash = self.heap.strs[name].hash();
            extra.insert_new(hash, Value::Str(name), v);
            return Ok(());
        }
        Err(self.unexpected_keyword(f, name))
    }

    /// Positional-only parameters can't be given by name, unless there is a `**kwargs` to take the name.
    fn check_positional_only(&mut self, f: FunctionKey, kwargs: &[(StrKey, Value)]) -> Res<()> {
        let code = &self.codes[self.heap.functions[f].code];
        if kwargs.is_empty() || code.positional_only == 0 || code.varkw {
            return Ok(());
        }
        let wrong: Vec<String> = code.locals[..code.positional_only as usize]
            .iter()
            .filter(|l| kwargs.iter().any(|(k, _)| self.heap.strs[*k] == self.heap.strs[l.name]))
            .map(|l| self.heap.text(l.name).into_owned())
            .collect();
        if wrong.is_empty() {
            return Ok(());
        }
        let (q, names) = (self.function_name(f), wrong.join(", "));
        Err(self.type_error(format!("{q}() got some positional-only arguments passed as keyword arguments: '{names}'")))
    }

    #[cold]
    fn unexpected_keyword(&mut self, f: FunctionKey, name: StrKey) -> Raised {
        let code = &self.codes[self.heap.functions[f].code];
        let positional_only = &code.locals[..code.positional_only as usize];
        let (q, n) = (self.function_name(f), self.heap.text(name).into_owned());
        if positional_only.iter().any(|l| l.name == name) {
            return self
                .type_error(format!("{q}() got some positional-only arguments passed as keyword arguments: '{n}'"));
        }
        let named: Vec<String> = code.locals[..(code.positional + code.keyword_only) as usize]
            .iter()
            .skip(code.positional_only as usize)
            .map(|l| self.heap.text(l.name).into_owned())
            .collect();
        let hint = match crate::types::traceback_text::closest(&n, named.iter().map(String::as_str)) {
            Some(near) => format!(". Did you mean '{near}'?"),
            None => String::new(),
        };
        self.type_error(format!("{q}() got an unexpected keyword argument '{n}'{hint}"))
    }

    fn fill_defaults(&mut self, f: FunctionKey, bound: &mut [Value]) -> Res<()> {
        let function = &self.heap.functions[f];
        let code = &self.codes[function.code];
        let (positional, kwonly) = (code.positional as usize, code.keyword_only as usize);
        let first_default = positional.saturating_sub(function.defaults.len());
        let skip = function.defaults.len().saturating_sub(positional);
        for i in first_default..positional {
            if bound[i].is_undef() {
                bound[i] = function.defaults[skip + i - first_default];
            }
        }
        if bound[..positional].iter().any(Value::is_undef) {
            return Err(self.missing_arguments(f, bound, 0, positional, "positional"));
        }
        for i in positional..positional + kwonly {
            if bound[i].is_undef()
                && let Value::Dict(d) = function.kwdefaults
                && let Some(v) = self.heap.ns_get(d, code.locals[i].name)
            {
                bound[i] = v;
            }
        }
        if bound[positional..positional + kwonly].iter().any(Value::is_undef) {
            return Err(self.missing_arguments(f, bound, positional, positional + kwonly, "keyword-only"));
        }
        Ok(())
    }

    /// The qualified name of a function, for messages.
    pub fn function_name(&self, f: FunctionKey) -> String {
        match self.heap.functions[f].qualname {
            Value::Str(k) => self.heap.text(k).into_owned(),
            _ => String::new(),
        }
    }

    #[cold]
    fn missing_arguments(&mut self, f: FunctionKey, bound: &[Value], from: usize, to: usize, kind: &str) -> Raised {
        let code = &self.codes[self.heap.functions[f].code];
        let names: Vec<String> = (from..to)
            .filter(|&i| bound[i].is_undef())
            .map(|i| format!("'{}'", self.heap.text(code.locals[i].name)))
            .collect();
        let q = self.function_name(f);
        let (n, s) = (names.len(), if names.len() == 1 { "" } else { "s" });
        self.type_error(format!("{q}() missing {n} required {kind} argument{s}: {}", join_names(&names)))
    }

    #[cold]
    fn too_many_arguments(&mut self, f: FunctionKey, given: usize, bound: &[Value]) -> Raised {
        let function = &self.heap.functions[f];
        let code = &self.codes[function.code];
        let (positional, kwonly) = (code.positional as usize, code.keyword_only as usize);
        let defaults = function.defaults.len().min(positional);
        let kwonly_given = bound[positional..positional + kwonly].iter().filter(|v| !v.is_undef()).count();
        let q = self.function_name(f);
        let takes = if defaults > 0 {
            format!("from {} to {positional} positional arguments", positional - defaults)
        } else {
            format!("{positional} positional argument{}", if positional == 1 { "" } else { "s" })
        };
        let extra = if kwonly_given > 0 {
            format!(
                " positional argument{} (and {kwonly_given} keyword-only argument{})",
                if given == 1 { "" } else { "s" },
                if kwonly_given == 1 { "" } else { "s" }
            )
        } else {
            String::new()
        };
        let were = if given == 1 && kwonly_given == 0 { "was" } else { "were" };
        self.type_error(format!("{q}() takes {takes} but {given}{extra} {were} given"))
    }

    /// Positional arguments alone, for a native function with `*args`.
    fn bind_varargs(&mut self, base: usize, argc: usize, positional: usize, params: usize) {
        let given = argc.min(positional);
        let rest: Box<[Value]> = self.stack[base + given..base + argc].into();
        let rest = self.heap.new_tuple(rest);
        self.stack[base + given..base + params].fill(Value::Undef);
        self.stack[base + positional] = rest;
        self.heap.pins.push(rest);
    }

    /// Arranges arguments as the parameters of a native function. The place of `**kwargs` stays unbound when there
    /// are none.
    #[inline(never)]
    pub fn bind_native(&mut self, n: NativeKey, base: usize, argc: usize, kw: Option<TupleKey>) -> Res<()> {
        let a = self.heap.natives[n].spec.arity;
        if kw.is_none() && a.varargs && argc >= usize::from(a.required) {
            self.bind_varargs(base, argc, usize::from(a.positional), usize::from(a.params));
            return Ok(());
        }
        let (args, kwargs) = self.split_keywords(base, argc, kw);
        let spec = self.heap.natives[n].spec;
        let a = spec.arity;
        let (positional, keyword_only) = (usize::from(a.positional), usize::from(a.keyword_only));
        let given = args.len().min(positional);
        if args.len() > positional && !a.varargs {
            return Err(self.native_count_error(n, args.len(), kwargs.len()));
        }
        // The window holds parameters in the order of the signature: positional, *args, keyword-only, **kwargs.
        let mut bound = vec![Value::Undef; usize::from(a.params)];
        bound[..given].copy_from_slice(&args[..given]);
        let keyword_start = positional + usize::from(a.varargs);
        if a.varargs {
            bound[positional] = self.heap.new_tuple(&args[given..]);
        }
        let mut extra = Dict::new();
        let mut unknown: Option<String> = None;
        let takes_names = a.positional_only < a.positional || a.keyword_only > 0;
        if takes_names && given < usize::from(a.positional_only.min(a.required)) {
            return Err(self.native_missing_error(n, given, args.len()));
        }
        if !kwargs.is_empty() {
            let names: Vec<&str> = spec.params().collect();
            for (name, v) in kwargs {
                let text = self.heap.text(name).into_owned();
                let found = names.iter().position(|p| *p == text).filter(|&i| {
                    (i >= usize::from(a.positional_only) && i < positional)
                        || (i >= keyword_start && i < keyword_start + keyword_only)
                });
                match found {
                    Some(i) if bound[i].is_undef() => bound[i] = v,
                    Some(i) => {
                        let f = self.native_name(n);
                        let this = usize::from(self.has_receiver(n));
                        return Err(self.type_error(format!(
                            "argument for {f}() given by name ('{text}') and position ({})",
                            i + 1 - this
                        )));
                    }
                    None if a.varkw => {
                        let name = self.heap.intern_key(name);
                        let hash = self.heap.strs[name].hash();
                        extra.insert_new(hash, Value::Str(name), v);
                    }
                    None => unknown = unknown.or(Some(text)),
                }
            }
        }
        // What is missing comes before what is too much, where arguments have names at all.
        if let Some(i) = (0..usize::from(a.required)).find(|&i| bound[i].is_undef())
            && (unknown.is_none() || takes_names)
        {
            return Err(self.native_missing_error(n, i, args.len()));
        }
        if let Some(text) = unknown
            && !self.leaves_keywords_to_init(n, &args)
        {
            return Err(self.native_keyword_error(n, args.first().copied(), &text));
        }
        if a.varkw && !extra.is_empty() {
            let last = bound.len() - 1;
            bound[last] = self.heap.new_dict(extra);
        }
        self.stack[base..base + bound.len()].copy_from_slice(&bound);
        // The places may lie above the caller's live registers; the call's end removes the pins.
        self.heap.pins.extend(&bound);
        Ok(())
    }

    /// A `__new__` that has no keyword parameters passes over those of a subclass with an `__init__` of its own.
    #[cold]
    fn leaves_keywords_to_init(&mut self, n: NativeKey, args: &[Value]) -> bool {
        let (native, init) = (&self.heap.natives[n], self.heap.names.__init__);
        let a = native.spec.arity;
        match (native.owner, args.first()) {
            (Some(base), Some(&Value::Class(class))) if native.spec.name == "__new__" => {
                a.positional_only == a.positional && a.keyword_only == 0 && !self.shares_method(class, base, init)
            }
            _ => false,
        }
    }

    fn has_receiver(&self, n: NativeKey) -> bool {
        let native = &self.heap.natives[n];
        native.kind != NativeKind::Function && native.spec.signature.starts_with("($")
    }

    /// A native function's name in messages; a constructor goes by its class.
    pub fn native_name(&self, n: NativeKey) -> String {
        let native = &self.heap.natives[n];
        match (native.owner, native.spec.name) {
            (Some(c), "__new__" | "__init__") => self.heap.class_name(c),
            (_, name) => name.to_owned(),
        }
    }

    /// `list.append` for methods, `math.sin` for functions of modules, the bare name for built-in functions.
    fn native_qualified(&self, n: NativeKey) -> String {
        let native = &self.heap.natives[n];
        match (native.owner, native.kind) {
            _ if native.spec.name == "__new__" => self.native_name(n),
            (Some(c), NativeKind::Method | NativeKind::ClassMethod | NativeKind::Static) => {
                format!("{}.{}", self.heap.class_name(c), native.spec.name)
            }
            (None, NativeKind::Function) => match native.module {
                Value::Str(module) if self.heap.text(module) != "builtins" => {
                    format!("{}.{}", self.heap.text(module), native.spec.name)
                }
                _ => native.spec.name.to_owned(),
            },
            _ => native.spec.name.to_owned(),
        }
    }

    #[cold]
    fn native_keyword_error(&mut self, n: NativeKey, receiver: Option<Value>, keyword: &str) -> Raised {
        let native = &self.heap.natives[n];
        let a = native.spec.arity;
        if a.positional_only == a.positional && a.keyword_only == 0 {
            let f = match (native.kind, receiver) {
                (NativeKind::ClassMethod, Some(Value::Class(c))) => {
                    format!("{}.{}", self.heap.class_name(c), native.spec.name)
                }
                (NativeKind::Wrapper, _) => format!("wrapper {}", self.native_name(n)),
                _ => self.native_qualified(n),
            };
            return self.type_error(format!("{f}() takes no keyword arguments"));
        }
        let f = self.native_name(n);
        self.type_error(format!("{f}() got an unexpected keyword argument '{keyword}'"))
    }

    #[cold]
    fn native_count_error(&mut self, n: NativeKey, given: usize, keywords: usize) -> Raised {
        let native = &self.heap.natives[n];
        let this = usize::from(self.has_receiver(n));
        let a = native.spec.arity;
        let wrapper = native.kind == NativeKind::Wrapper;
        let (most, least, given) =
            (usize::from(a.positional) - this, usize::from(a.required).saturating_sub(this), given - this.min(given));
        let positional_only = a.positional_only == a.positional && a.keyword_only == 0;
        let name = self.native_name(n);
        let s = if most == 1 { "" } else { "s" };
        let message = if wrapper && most == least && positional_only {
            format!("expected {most} argument{s}, got {given}")
        } else if most == 0 && a.keyword_only == 0 {
            format!("{}() takes no arguments ({given} given)", self.native_qualified(n))
        } else if most == 1 && least == 1 && positional_only && native.spec.name != "__new__" {
            format!("{}() takes exactly one argument ({given} given)", self.native_qualified(n))
        } else if positional_only && most == least {
            format!("{name} expected {most} argument{s}, got {given}")
        } else if positional_only {
            format!("{name} expected at most {most} argument{s}, got {given}")
        } else if most == 0 {
            format!("{name}() takes no positional arguments")
        } else if a.keyword_only > 0 {
            let kind = if least == most { "exactly" } else { "at most" };
            format!("{name}() takes {kind} {most} positional argument{s} ({given} given)")
        } else {
            let what = if given == 0 { "keyword argument" } else { "argument" };
            format!("{name}() takes at most {most} {what}{s} ({} given)", given + keywords)
        };
        self.type_error(message)
    }

    #[cold]
    fn native_missing_error(&mut self, n: NativeKey, missing: usize, given: usize) -> Raised {
        let native = &self.heap.natives[n];
        let this = usize::from(self.has_receiver(n));
        let a = native.spec.arity;
        let (most, least, given) =
            (usize::from(a.positional) - this, usize::from(a.required) - this, given - this.min(given));
        let positional_only = a.positional_only == a.positional && a.keyword_only == 0;
        let wrapper = native.kind == NativeKind::Wrapper;
        let name = self.native_name(n);
        let s = if least == 1 { "" } else { "s" };
        let message = if native.spec.name == "__new__" && missing == 0 {
            format!("{name}.__new__(): not enough arguments")
        } else if wrapper && !a.varargs && most > least && missing < usize::from(a.positional_only) {
            // The space is CPython's: it has no name to put before it.
            format!(" expected at least {least} argument{s}, got {given}")
        } else if wrapper && !a.varargs && missing < usize::from(a.positional_only) {
            format!("expected {least} argument{s}, got {given}")
        } else if positional_only && most == 1 && least == 1 && !a.varargs && native.spec.name != "__new__" {
            format!("{}() takes exactly one argument ({given} given)", self.native_qualified(n))
        } else if positional_only && most == least && !a.varargs {
            format!("{name} expected {least} argument{s}, got {given}")
        } else if positional_only {
            format!("{name} expected at least {least} argument{s}, got {given}")
        } else if missing < usize::from(a.positional_only) {
            let required = usize::from(a.positional_only.min(a.required)) - this;
            let (kind, s) =
                (if required < most { "at least" } else { "exactly" }, if required == 1 { "" } else { "s" });
            format!("{name}() takes {kind} {required} positional argument{s} ({given} given)")
        } else {
            let parameter = native.spec.params().nth(missing).unwrap_or_default();
            format!("{name}() missing required argument '{parameter}' (pos {})", missing + 1 - this)
        };
        self.type_error(message)
    }
}

fn join_names(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}
