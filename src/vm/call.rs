//! Calling: entering Python functions without Rust recursion, and native functions directly.
//!
//! A call has its callee at a place of the stack and the arguments behind it; the callee's place becomes the
//! first argument when there is a `self` to pass. Python functions get a frame whose window begins at their
//! arguments; the loop goes on there.

use super::frame::{Frame, FrameKind};
use super::native::Args;
use super::{Raised, Res, Vm};
use crate::heap::kinds::*;
use crate::value::*;

/// How many registers an op can name: what a window shows of the stack.
pub const WINDOW: usize = 256;

/// Room kept above the top of the stack: a window and a native's arguments.
pub const HEADROOM: usize = 600;

impl Vm {
    /// Calls what lies at `stack[at]` with `argc` arguments behind it, the last of them named by `kw`.
    /// Some: the value, done. None: a frame was pushed, and its return goes to `dst` as `kind` says.
    pub fn invoke(
        &mut self,
        at: usize,
        argc: usize,
        kw: Option<TupleKey>,
        dst: u8,
        kind: FrameKind,
    ) -> Res<Option<Value>> {
        match self.stack[at] {
            Value::Function(f) => self.enter_function(f, at + 1, argc, kw, dst, kind),
            Value::Native(n) => {
                self.check_unbound(n, at + 1, argc)?;
                self.call_native(n, at + 1, argc, kw).map(Some)
            }
            Value::Method(m) => {
                let Method { function, receiver } = self.heap.methods[m];
                self.stack[at] = receiver;
                self.invoke_with_self(function, at, argc + 1, kw, dst, kind)
            }
            Value::Class(c) => self.invoke_class(c, at, argc, kw, dst, kind),
            callee => {
                let name = self.heap.names.__call__;
                match self.special(callee, name) {
                    Some(f) => self.invoke_special(f, at, argc + 1, kw, dst, kind),
                    None => {
                        let t = self.type_name(callee);
                        Err(self.type_error(format!("'{t}' object is not callable")))
                    }
                }
            }
        }
    }

    /// As [`Vm::invoke`] for a function whose `argc` arguments begin at `base`, the first being its `self`.
    pub fn invoke_with_self(
        &mut self,
        function: Value,
        base: usize,
        argc: usize,
        kw: Option<TupleKey>,
        dst: u8,
        kind: FrameKind,
    ) -> Res<Option<Value>> {
        match function {
            Value::Function(f) => self.enter_function(f, base, argc, kw, dst, kind),
            Value::Native(n) => self.call_native(n, base, argc, kw).map(Some),
            _ => {
                let args = self.stack[base..base + argc].to_vec();
                self.invoke_elsewhere(function, &args, kw, kind)
            }
        }
    }

    /// As [`Vm::invoke`] for what a class has under a special name: bound to its `self`, the first of the `argc`
    /// arguments, as a descriptor is; what is none is called without it.
    fn invoke_special(
        &mut self,
        found: Value,
        base: usize,
        argc: usize,
        kw: Option<TupleKey>,
        dst: u8,
        kind: FrameKind,
    ) -> Res<Option<Value>> {
        match found {
            Value::Function(f) => self.enter_function(f, base, argc, kw, dst, kind),
            Value::Native(n) if matches!(self.heap.natives[n].kind, NativeKind::Method | NativeKind::Wrapper) => {
                self.call_native(n, base, argc, kw).map(Some)
            }
            _ => {
                let args = self.stack[base..base + argc].to_vec();
                let class = self.class_of(args[0]);
                let bound = if self.has_get(found) { self.bind(found, args[0], class)? } else { found };
                self.invoke_elsewhere(bound, &args[1..], kw, kind)
            }
        }
    }

    /// Calls something with its arguments copied to the top of the stack.
    fn invoke_elsewhere(
        &mut self,
        callee: Value,
        args: &[Value],
        kw: Option<TupleKey>,
        kind: FrameKind,
    ) -> Res<Option<Value>> {
        if self.native_depth >= self.limits.native_depth {
            return Err(self.recursion_error(" while calling a Python object"));
        }
        self.native_depth += 1;
        let at = self.push_call(callee, args);
        let result = self.invoke(at, args.len(), kw, 0, FrameKind::Entry);
        let result = self.finish_call(at, result);
        self.native_depth -= 1;
        self.deliver(result?, kind)
    }

    /// A value that was computed at once where a frame's return was expected.
    fn deliver(&mut self, v: Value, kind: FrameKind) -> Res<Option<Value>> {
        match kind {
            FrameKind::Init(k) => {
                self.check_init_result(v)?;
                Ok(Some(Value::Instance(k)))
            }
            _ => Ok(Some(v)),
        }
    }

    /// Pushes a frame for a Python function with its arguments in place, or makes its generator.
    #[inline]
    pub fn enter_function(
        &mut self,
        f: FunctionKey,
        base: usize,
        argc: usize,
        kw: Option<TupleKey>,
        dst: u8,
        kind: FrameKind,
    ) -> Res<Option<Value>> {
        let function = &self.heap.functions[f];
        let (code_key, globals) = (function.code, function.globals);
        let code = &self.codes[code_key];
        let (registers, locals_end) = (usize::from(code.registers), usize::from(code.locals_end));
        if self.stack.len() < base + HEADROOM {
            self.grow_stack(base);
        }
        let code = &self.codes[code_key];
        let bound = if kw.is_none() && argc == code.positional as usize && code.is_plain() {
            argc
        } else {
            self.bind_arguments(f, base, argc, kw)?
        };
        self.stack[base + bound..base + locals_end.max(bound)].fill(Value::Undef);
        if let Some(makes) = self.codes[code_key].generator {
            let generator = self.make_generator(f, makes, base, locals_end.max(bound));
            return self.deliver(generator, kind);
        }
        if self.frames.len() >= self.limits.recursion {
            return Err(self.recursion_error(""));
        }
        self.frames.push(Frame { code: code_key, function: f, globals, pc: 0, base: base as u32, dst, mark: 0, kind });
        self.top = base + registers;
        Ok(None)
    }

    #[cold]
    #[inline(never)]
    fn grow_stack(&mut self, base: usize) {
        self.stack.resize((base + HEADROOM) * 2, Value::Undef);
    }

    /// `list.append(x, …)` without an instance, or with one of another class, is an error.
    fn check_unbound(&mut self, n: NativeKey, base: usize, argc: usize) -> Res<()> {
        let native = &self.heap.natives[n];
        let (Some(owner), NativeKind::Method | NativeKind::Wrapper) = (native.owner, native.kind) else {
            return Ok(());
        };
        let name = native.spec.name;
        if argc == 0 {
            let class = self.heap.class_name(owner);
            let kind = if native_is_wrapper(self, n) { "descriptor" } else { "unbound method" };
            let message = if kind == "descriptor" {
                format!("descriptor '{name}' of '{class}' object needs an argument")
            } else {
                format!("unbound method {class}.{name}() needs an argument")
            };
            return Err(self.type_error(message));
        }
        let receiver = self.stack[base];
        let class = self.class_of(receiver);
        if self.heap.is_subclass(class, owner) {
            return Ok(());
        }
        let (owner, class) = (self.heap.class_name(owner), self.heap.class_name(class));
        let verb = if native_is_wrapper(self, n) { "requires a" } else { "for" };
        Err(self.type_error(if verb == "for" {
            format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{class}' object")
        } else {
            format!("descriptor '{name}' requires a '{owner}' object but received a '{class}'")
        }))
    }

    /// Calls a native function whose arguments begin at `base`.
    #[inline]
    pub fn call_native(&mut self, n: NativeKey, base: usize, argc: usize, kw: Option<TupleKey>) -> Res {
        let spec = self.heap.natives[n].spec;
        let arity = &spec.arity;
        if self.stack.len() < base + HEADROOM {
            self.grow_stack(base);
        }
        let params = usize::from(arity.params);
        let pins = self.heap.pins.len();
        if kw.is_none()
            && arity.is_positional()
            && argc <= usize::from(arity.positional)
            && argc >= usize::from(arity.required)
        {
            self.stack[base + argc..base + params].fill(Value::Undef);
        } else {
            self.bind_native(n, base, argc, kw)?;
        }
        let top = self.top;
        self.top = top.max(base + params);
        let result = (spec.function)(self, Args { base, len: params });
        self.top = top;
        self.heap.pins.truncate(pins);
        result
    }

    /// Calls a class: `type.__call__`, with the construction of plain Python classes entered directly.
    fn invoke_class(
        &mut self,
        class: ClassKey,
        at: usize,
        argc: usize,
        kw: Option<TupleKey>,
        dst: u8,
        kind: FrameKind,
    ) -> Res<Option<Value>> {
        let names = self.heap.names;
        let meta = self.heap.classes[class].metaclass;
        if meta != self.heap.types.r#type
            && let Some(f) = self.heap.lookup_in_class(meta, names.__call__)
            && !matches!(f, Value::Native(_))
        {
            return self.invoke_special(f, at, argc + 1, kw, dst, kind);
        }
        if self.heap.classes[class].layout == Layout::Plain
            && !self.heap.classes[class].flags.is_abstract
            && let FrameKind::Call = kind
            && let Some(Value::Function(init)) = self.heap.lookup_in_class(class, names.__init__)
            && self.heap.lookup_in_class(class, names.__new__).is_some_and(|n| n.is(self.object_new()))
        {
            let k = self.heap.new_instance(class);
            self.stack[at] = Value::Instance(k);
            return self.enter_function(init, at, argc + 1, kw, dst, FrameKind::Init(k));
        }
        if let Some(new) = self.plain_constructor(class) {
            let made = self.call_native(new, at, argc + 1, kw)?;
            return self.deliver(made, kind);
        }
        if kw.is_none()
            && let Some(made) = self.construct_natively(class, at, argc)
        {
            return self.deliver(made, kind);
        }
        let (args, kwargs) = self.split_keywords(at + 1, argc, kw);
        let top = self.top;
        self.top = top.max(at + 1 + argc);
        let made = self.construct(class, &args, &kwargs);
        self.top = top;
        self.deliver(made?, kind)
    }

    /// The `__new__` of a built-in class that has no `__init__` of its own: all there is to its construction.
    fn plain_constructor(&mut self, class: ClassKey) -> Option<NativeKey> {
        let c = &self.heap.classes[class];
        if c.layout != Layout::Builtin || c.flags.no_new || c.flags.metaclass || class == self.heap.types.object {
            return None;
        }
        let names = self.heap.names;
        let init = self.heap.lookup_in_class(class, names.__init__);
        match self.heap.lookup_in_class(class, names.__new__) {
            Some(Value::Native(new)) if init.is_none_or(|i| i.is(self.object_init())) => {
                (!Value::Native(new).is(self.object_new())).then_some(new)
            }
            _ => None,
        }
    }

    /// Constructions that run no Python code and need no arguments bound: plain instances without `__init__`, and
    /// exceptions whose class overrides neither `__new__` nor `__init__`.
    fn construct_natively(&mut self, class: ClassKey, at: usize, argc: usize) -> Option<Value> {
        let names = self.heap.names;
        let c = &self.heap.classes[class];
        let (layout, no_new) = (c.layout, c.flags.no_new || c.flags.is_abstract);
        if no_new || (layout == Layout::Plain && argc > 0) || layout == Layout::Builtin {
            return None;
        }
        let new = self.heap.lookup_in_class(class, names.__new__)?;
        let init = self.heap.lookup_in_class(class, names.__init__)?;
        if layout == Layout::Plain {
            return (new.is(self.object_new()) && init.is(self.object_init()))
                .then(|| Value::Instance(self.heap.new_instance(class)));
        }
        let base = self.heap.types.exception(crate::heap::types::Exc::BaseException);
        let ns = self.heap.namespace(base);
        let exception = layout == Layout::Payload(base)
            && self.heap.ns_get(ns, names.__new__).is_some_and(|f| f.is(new))
            && self.heap.ns_get(ns, names.__init__).is_some_and(|f| f.is(init));
        if !exception || !crate::types::exception::field_names(&self.heap, class).is_empty() {
            return None;
        }
        let args: Box<[Value]> = self.stack[at + 1..at + 1 + argc].into();
        Some(self.new_exception(class, &args))
    }

    /// Copies a call's arguments off the stack: positional ones, and keywords by name.
    pub fn split_keywords(&self, base: usize, argc: usize, kw: Option<TupleKey>) -> (Vec<Value>, Vec<(StrKey, Value)>) {
        let names: &[Value] = kw.map_or(&[], |k| &self.heap.tuples[k]);
        let positional = argc - names.len();
        let args = self.stack[base..base + positional].to_vec();
        let kwargs = names
            .iter()
            .zip(&self.stack[base + positional..base + argc])
            .filter_map(|(n, &v)| if let Value::Str(k) = n { Some((*k, v)) } else { None })
            .collect();
        (args, kwargs)
    }

    /// Puts a callee and its arguments on top of the stack; returns where.
    fn push_call(&mut self, callee: Value, args: &[Value]) -> usize {
        let at = self.top;
        let end = at + 1 + args.len();
        if self.stack.len() < end + HEADROOM {
            self.stack.resize((end + HEADROOM) * 2, Value::Undef);
        }
        self.stack[at] = callee;
        self.stack[at + 1..end].copy_from_slice(args);
        self.top = end;
        at
    }

    /// Runs the frame an `invoke` with [`FrameKind::Entry`] may have pushed, and takes the stack back to `mark`.
    fn finish_call(&mut self, mark: usize, result: Res<Option<Value>>) -> Res {
        let value = match result {
            Ok(Some(v)) => Ok(v),
            Ok(None) => self.run_nested(),
            Err(Raised) => Err(Raised),
        };
        self.top = mark;
        let value = value?;
        self.heap.recent.push(value);
        Ok(value)
    }

    /// Runs the loop until the frame on top, which must be an entry, is done.
    pub fn run_nested(&mut self) -> Res {
        if self.native_depth >= self.limits.native_depth {
            self.frames.pop();
            return Err(self.recursion_error(""));
        }
        self.native_depth += 1;
        let result = self.run();
        self.native_depth -= 1;
        result
    }

    /// `f(*args)` from native code.
    pub fn call(&mut self, f: Value, args: &[Value]) -> Res {
        let at = self.push_call(f, args);
        let result = self.invoke(at, args.len(), None, 0, FrameKind::Entry);
        self.finish_call(at, result)
    }

    /// Calls from native code what was found on the class of `receiver`, as a method of it.
    pub fn call_found(&mut self, method: Value, receiver: Value, args: &[Value]) -> Res {
        let at = self.push_call(receiver, args);
        let result = self.invoke_special(method, at, args.len() + 1, None, 0, FrameKind::Entry);
        self.finish_call(at, result)
    }

    /// `f(*args, **kwargs)` from native code.
    pub fn call_kw(&mut self, f: Value, args: &[Value], kwargs: &[(StrKey, Value)]) -> Res {
        if kwargs.is_empty() {
            return self.call(f, args);
        }
        let names: Vec<Value> = kwargs.iter().map(|&(n, _)| Value::Str(n)).collect();
        let Value::Tuple(names) = self.heap.new_tuple(names) else { return self.call(f, args) };
        let mut all = args.to_vec();
        all.extend(kwargs.iter().map(|&(_, v)| v));
        let at = self.push_call(f, &all);
        let pin = self.pin(Value::Tuple(names));
        let result = self.invoke(at, all.len(), Some(names), 0, FrameKind::Entry);
        let result = self.finish_call(at, result);
        self.unpin_to(pin);
        result
    }

    /// Runs code (a module, `exec`, a class body) as a frame with these globals and, for code that wants one, this
    /// namespace in its first register.
    pub fn run_code(&mut self, code: CodeKey, function: FunctionKey, globals: DictKey, namespace: Value) -> Res {
        if self.frames.len() >= self.limits.recursion {
            return Err(self.recursion_error(""));
        }
        let at = self.push_call(namespace, &[]);
        let (registers, locals_end) = (self.codes[code].registers, self.codes[code].locals_end);
        self.stack[at + 1..at + usize::from(locals_end).max(1)].fill(Value::Undef);
        self.top = at + usize::from(registers);
        self.frames.push(Frame {
            code,
            function,
            globals,
            pc: 0,
            base: at as u32,
            dst: 0,
            mark: 0,
            kind: FrameKind::Entry,
        });
        self.finish_call(at, Ok(None))
    }
}

fn native_is_wrapper(vm: &Vm, n: NativeKey) -> bool {
    vm.heap.natives[n].kind == NativeKind::Wrapper
}
