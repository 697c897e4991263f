//! Loading code: the compiler's plain data becomes a code object whose constants are values.

use super::{Res, Vm};
use crate::code::cache::Site;
use crate::code::unit::{CodeUnit, Const};
use crate::code::{Code, LocalName, NEVER_PLAIN};
use crate::heap::Heap;
use crate::heap::dict::Dict;
use crate::heap::kinds::Function;
use crate::heap::text::Str;
use crate::object::identity::slot_id;
use crate::value::*;
use foldhash::fast::FixedState;
use hashbrown::HashMap;
use num_bigint::BigInt;

/// The constants of one compilation: equal ones are a single object, as in CPython, where `is` and pickle show it.
#[derive(Default)]
struct Pool {
    texts: HashMap<Box<str>, Value, FixedState>,
    bytes: HashMap<Box<[u8]>, Value, FixedState>,
    ints: HashMap<BigInt, Value, FixedState>,
    /// By the hash of the elements' identities: equal elements are one object already.
    tuples: HashMap<u64, Vec<Value>, FixedState>,
}

impl Pool {
    fn tuple(&mut self, heap: &mut Heap, items: Vec<Value>) -> Value {
        let hash = items.iter().fold(items.len() as u64, |h, &v| {
            let bits = match v {
                Value::Int(i) => i as u64,
                Value::Float(f) => f.to_bits(),
                _ => slot_id(v).map_or(0, |s| s.slot as u64),
            };
            (h.rotate_left(5) ^ bits).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        });
        let candidates = self.tuples.entry(hash).or_default();
        let same = |&known: &Value| match known {
            Value::Tuple(k) => {
                let known = &heap.tuples[k];
                known.len() == items.len() && known.iter().zip(&items).all(|(a, b)| a.is(*b))
            }
            _ => false,
        };
        if let Some(&known) = candidates.iter().find(|known| same(known)) {
            return known;
        }
        let made = heap.new_tuple(items);
        candidates.push(made);
        made
    }
}

impl Vm {
    /// A code object of a unit, with those of its inner functions among its constants.
    pub fn load_unit(&mut self, unit: CodeUnit) -> CodeKey {
        self.load_unit_with(unit, &mut Pool::default())
    }

    fn load_unit_with(&mut self, unit: CodeUnit, pool: &mut Pool) -> CodeKey {
        let consts: Box<[Value]> = unit.consts.into_iter().map(|c| self.load_const(c, pool)).collect();
        let names: Box<[StrKey]> = unit.names.iter().map(|n| self.heap.intern(n)).collect();
        let doc = unit.doc.map_or(Value::None, |d| self.load_const(d, pool));
        let locals =
            unit.locals.iter().map(|l| LocalName { name: self.heap.intern(&l.name), place: l.place }).collect();
        let plain = unit.keyword_only == 0 && !unit.varargs && !unit.varkw && unit.generator.is_none();
        let free = unit.free.iter().map(|n| self.heap.intern(n)).collect();
        let code = Code {
            sites: unit.sites.iter().map(|&n| Site::new(names[n as usize])).collect(),
            ops: unit.ops.into(),
            consts,
            names,
            positional: unit.positional,
            positional_only: unit.positional_only,
            keyword_only: unit.keyword_only,
            varargs: unit.varargs,
            varkw: unit.varkw,
            plain: if plain { unit.positional as usize } else { NEVER_PLAIN },
            generator: unit.generator,
            namespace: unit.namespace,
            class_cell: unit.class_cell,
            locals_end: unit.locals_end,
            registers: unit.registers.max(1),
            locals,
            free,
            handlers: unit.handlers.into(),
            live: unit.live.into(),
            positions: unit.positions.into(),
            lookups: unit.lookups.into(),
            name: self.heap.intern(&unit.name),
            qualname: self.heap.intern(&unit.qualname),
            filename: self.heap.intern(&unit.filename),
            first_line: unit.first_line,
            kind: unit.kind,
            doc,
        };
        self.heap.grew(code.ops.len() * 32 + 256);
        let key = self.codes.insert(code);
        self.heap.recent.push(Value::Code(key));
        key
    }

    fn load_const(&mut self, c: Const, pool: &mut Pool) -> Value {
        match c {
            Const::None => Value::None,
            Const::Ellipsis => Value::Ellipsis,
            Const::Bool(b) => Value::Bool(b),
            Const::Int(i) => Value::Int(i),
            Const::BigInt(n) => *pool.ints.entry(n).or_insert_with_key(|n| self.heap.new_int(n.clone())),
            Const::Float(f) => Value::Float(f),
            Const::Complex(re, im) => self.heap.new_complex(re, im),
            // As CPython: constants that look like identifiers are interned.
            Const::Str(s) if s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') => self.heap.interned_str(&s),
            Const::Str(s) => *pool.texts.entry(s).or_insert_with_key(|s| self.heap.new_str(s.clone())),
            Const::WideStr(points) => self.heap.new_text(Str::from_code_points(&points)),
            Const::Bytes(b) => *pool.bytes.entry(b).or_insert_with_key(|b| self.heap.new_bytes(b.clone())),
            Const::Tuple(items) => {
                let items: Vec<Value> = items.into_vec().into_iter().map(|c| self.load_const(c, pool)).collect();
                pool.tuple(&mut self.heap, items)
            }
            Const::FrozenSet(items) => {
                let set = self.heap.new_frozenset(Dict::new());
                if let Value::FrozenSet(k) = set {
                    for c in items {
                        let v = self.load_const(c, pool);
                        // Constants are hashable; the table stays right even if one were not.
                        if self.set_add(k, v).is_err() {
                            self.take_pending();
                        }
                    }
                }
                set
            }
            Const::Code(unit) => Value::Code(self.load_unit_with(*unit, pool)),
        }
    }

    /// A function of a code object, with the given globals and nothing else.
    pub fn make_function(&mut self, code: CodeKey, globals: DictKey) -> Value {
        let c = &self.codes[code];
        let (name, qualname, doc) = (Value::Str(c.name), Value::Str(c.qualname), c.doc);
        let module = self.heap.ns_get(globals, self.heap.names.__name__).unwrap_or(Value::None);
        self.heap.new_function(Function {
            code,
            globals,
            name,
            qualname,
            module,
            doc,
            defaults: Box::default(),
            kwdefaults: Value::Undef,
            closure: Box::default(),
            annotations: Value::Undef,
            type_params: Value::Undef,
            dict: Value::Undef,
        })
    }

    /// Compiles source text to a code object; raises `SyntaxError` and the like.
    pub fn compile_source(
        &mut self,
        source: &str,
        filename: &str,
        mode: crate::syntax::Mode,
        namespace: bool,
    ) -> Res<CodeKey> {
        let unit = crate::builtins::compile::compile_text(self, source, filename, mode, namespace)?;
        Ok(self.load_unit(unit))
    }
}
