//! `isinstance` and `issubclass`, with the hooks of the metaclass (PEP 3119), tuples and unions.

use crate::heap::Heap;
use crate::types::union;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

/// The functions.
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new(
        "isinstance",
        "(obj, class_or_tuple, /)",
        isinstance,
        "Return whether an object is an instance of a class or of a subclass thereof.\n\nA tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)\nor ...`` etc.",
    )
    .quick(quick_isinstance),
    NativeSpec::new(
        "issubclass",
        "(cls, class_or_tuple, /)",
        issubclass,
        "Return whether 'cls' is derived from another class or is the same class.\n\nA tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)\nor ...``.",
    ),
];

fn isinstance(vm: &mut Vm, args: Args) -> Res {
    let [object, target] = args.take(vm);
    Ok(Value::Bool(vm.is_instance(object, target)?))
}

fn issubclass(vm: &mut Vm, args: Args) -> Res {
    let [class, target] = args.take(vm);
    Ok(Value::Bool(vm.is_subclass(class, target)?))
}

/// How deep tuples in tuples may go.
const MOST_NESTED: usize = 500;

/// Which of the two is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    Instance,
    Subclass,
}

fn quick_isinstance(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let &[v, target] = args else { return None };
    let Value::Tuple(t) = target else {
        let Value::Class(c) = target else { return None };
        return heap.is_instance_plainly(v, c).map(Value::Bool);
    };
    for i in 0..heap.tuples[t].len() {
        let Value::Class(c) = heap.tuples[t][i] else { return None };
        if heap.is_instance_plainly(v, c)? {
            return Some(Value::Bool(true));
        }
    }
    Some(Value::Bool(false))
}

impl Heap {
    /// `isinstance(v, c)` as far as no hook of Python code has a say in it: None if one may.
    pub fn is_instance_plainly(&mut self, v: Value, c: ClassKey) -> Option<bool> {
        let class = self.class_of(v);
        if class == c {
            return Some(true);
        }
        if self.classes[c].metaclass != self.types.r#type {
            return None;
        }
        if self.is_subclass(class, c) {
            return Some(true);
        }
        // Only Python code can make `__class__` say anything but the class.
        let honest = match v {
            Value::Instance(_) => self.tells_class_itself(class),
            Value::Object(_) => false,
            _ => true,
        };
        honest.then_some(false)
    }

    /// `__class__` of the class's instances is what `object` says it is.
    fn tells_class_itself(&mut self, class: ClassKey) -> bool {
        let (object, name) = (self.types.object, self.names.__class__);
        let inherited = self.class_get(object, name).unwrap_or_default();
        self.lookup_in_class(class, name).is_some_and(|found| found.is(inherited))
            && self.has_default_getattribute(class)
    }
}

impl Vm {
    /// `isinstance(v, target)`: `target` is a class, a tuple of them, a union, or anything whose class has
    /// `__instancecheck__`. Raises `TypeError` for other targets.
    pub fn is_instance(&mut self, v: Value, target: Value) -> Res<bool> {
        if let Value::Class(c) = target {
            if let Some(answer) = self.heap.is_instance_plainly(v, c) {
                return Ok(answer);
            }
            if self.heap.classes[c].metaclass == self.heap.types.r#type {
                return self.claims_class(v, c);
            }
        }
        self.ask(Question::Instance, v, target, 0)
    }

    /// `issubclass(class, target)`, for targets as in [`Vm::is_instance`].
    pub fn is_subclass(&mut self, class: Value, target: Value) -> Res<bool> {
        if let (Value::Class(a), Value::Class(b)) = (class, target)
            && self.heap.classes[b].metaclass == self.heap.types.r#type
        {
            return Ok(self.heap.is_subclass(a, b));
        }
        self.ask(Question::Subclass, class, target, 0)
    }

    fn ask(&mut self, question: Question, v: Value, target: Value, depth: usize) -> Res<bool> {
        if question == Question::Instance
            && let Value::Class(c) = target
            && self.class_of(v) == c
        {
            return Ok(true);
        }
        let several = match self.payload(target) {
            Value::Tuple(k) => Some(k),
            _ => union::members(self, target),
        };
        if let Some(k) = several {
            if depth >= MOST_NESTED {
                let doing = if question == Question::Instance { "__instancecheck__" } else { "__subclasscheck__" };
                return Err(self.recursion_error(&format!(" in {doing}")));
            }
            for i in 0..self.heap.tuples[k].len() {
                let member = self.heap.tuples[k][i];
                if self.ask(question, v, member, depth + 1)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        let names = self.heap.names;
        let name = if question == Question::Instance { names.__instancecheck__ } else { names.__subclasscheck__ };
        match self.special(target, name) {
            // `type`'s own method is the default rule, below.
            Some(Value::Native(k)) if self.heap.natives[k].owner == Some(self.heap.types.r#type) => {}
            Some(method) if !method.is_none() => {
                let answer = self.call_found(method, target, &[v])?;
                return self.truth(answer);
            }
            _ => {}
        }
        match question {
            Question::Instance => self.is_instance_by_default(v, target),
            Question::Subclass => self.is_subclass_by_default(v, target),
        }
    }

    /// What `type.__instancecheck__` does.
    pub fn is_instance_by_default(&mut self, v: Value, target: Value) -> Res<bool> {
        if let Value::Class(c) = target {
            let class = self.class_of(v);
            return Ok(self.heap.is_subclass(class, c) || self.claims_class(v, c)?);
        }
        if self.bases_of(target)?.is_none() {
            return Err(self.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union"));
        }
        let name = self.heap.names.__class__;
        match self.getattr_opt(v, name)? {
            Some(class) => self.derives(class, target, 0),
            None => Ok(false),
        }
    }

    /// The object says through `__class__` that it is of a class derived from `c`.
    fn claims_class(&mut self, v: Value, c: ClassKey) -> Res<bool> {
        // Only Python code can make `__class__` say anything but the class.
        if !matches!(v, Value::Instance(_) | Value::Object(_)) {
            return Ok(false);
        }
        let (name, class) = (self.heap.names.__class__, self.class_of(v));
        match self.getattr_opt(v, name)? {
            Some(Value::Class(claimed)) => Ok(claimed != class && self.heap.is_subclass(claimed, c)),
            _ => Ok(false),
        }
    }

    /// What `type.__subclasscheck__` does.
    pub fn is_subclass_by_default(&mut self, class: Value, target: Value) -> Res<bool> {
        if let (Value::Class(a), Value::Class(b)) = (class, target) {
            return Ok(self.heap.is_subclass(a, b));
        }
        if self.bases_of(class)?.is_none() {
            return Err(self.type_error("issubclass() arg 1 must be a class"));
        }
        if self.bases_of(target)?.is_none() {
            let message = "issubclass() arg 2 must be a class, a tuple of classes, or a union";
            return Err(self.type_error(message));
        }
        self.derives(class, target, 0)
    }

    /// `__bases__`, if it is a tuple: what makes an object count as a class.
    fn bases_of(&mut self, class: Value) -> Res<Option<TupleKey>> {
        let name = self.heap.names.__bases__;
        Ok(match self.getattr_opt(class, name)? {
            Some(Value::Tuple(k)) => Some(k),
            _ => None,
        })
    }

    /// `class` is `target` or one of its bases is, and so on, by `__bases__`.
    fn derives(&mut self, class: Value, target: Value, depth: usize) -> Res<bool> {
        if class.is(target) {
            return Ok(true);
        }
        if let (Value::Class(a), Value::Class(b)) = (class, target) {
            return Ok(self.heap.is_subclass(a, b));
        }
        if depth >= MOST_NESTED {
            return Err(self.recursion_error(" in __subclasscheck__"));
        }
        let Some(bases) = self.bases_of(class)? else { return Ok(false) };
        for i in 0..self.heap.tuples[bases].len() {
            let base = self.heap.tuples[bases][i];
            if self.derives(base, target, depth + 1)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
