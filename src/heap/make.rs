//! Making objects: each takes a slot, is counted, and is noted in `recent`.

use super::Heap;
use super::dict::Dict;
use super::kinds::*;
use super::text::Str;
use crate::value::*;
use compact_str::CompactString;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

impl Heap {
    #[inline]
    fn note(&mut self, v: Value, bytes: usize) -> Value {
        self.bytes_in_use += bytes;
        self.recent.push(v);
        v
    }

    /// A string. One-character Latin-1 strings and `''` are single objects.
    pub fn new_str(&mut self, text: impl Into<CompactString>) -> Value {
        self.new_text(Str::new(text))
    }

    /// A string that is an object of its own even if it has one character: what CPython makes of an int, which
    /// `is` and pickle show.
    pub fn new_own_str(&mut self, text: impl Into<CompactString>) -> Value {
        let s = Str::new(text);
        let bytes = size_of::<Str>() + s.memory();
        let k = self.strs.insert(s);
        self.note(Value::Str(k), bytes)
    }

    /// A string that is an object of its own unless it is empty: what CPython makes where it builds a string
    /// character by character, which `is` and pickle show.
    pub fn new_own_text(&mut self, s: Str) -> Value {
        if s.is_empty() {
            return Value::Str(self.intern(""));
        }
        let bytes = size_of::<Str>() + s.memory();
        let k = self.strs.insert(s);
        self.note(Value::Str(k), bytes)
    }

    /// A string from its content.
    pub fn new_text(&mut self, s: Str) -> Value {
        if s.len() <= 1 {
            match s.code_point_at(0) {
                None => return Value::Str(self.intern("")),
                Some(c) => {
                    if let Ok(c) = u8::try_from(c) {
                        return self.latin1_char(c);
                    }
                }
            }
        }
        let bytes = size_of::<Str>() + s.memory();
        let k = self.strs.insert(s);
        self.note(Value::Str(k), bytes)
    }

    /// The one-character string of a code point.
    pub fn new_char(&mut self, c: u32) -> Value {
        match u8::try_from(c) {
            Ok(c) => self.latin1_char(c),
            Err(_) => self.new_text(Str::from_code_points(&[c])),
        }
    }

    /// The one string of a Latin-1 character, made when it is first asked for.
    fn latin1_char(&mut self, c: u8) -> Value {
        let place = usize::from(c);
        let k = match self.latin1[place] {
            Some(k) => k,
            None => {
                let k = self.intern(char::from(c).encode_utf8(&mut [0; 2]));
                self.latin1[place] = Some(k);
                k
            }
        };
        Value::Str(k)
    }

    /// The interned string of this content, as a value.
    pub fn interned_str(&mut self, text: &str) -> Value {
        Value::Str(self.intern(text))
    }

    /// A bytes object; `b''` is a single object.
    pub fn new_bytes(&mut self, bytes: impl Into<Box<[u8]>>) -> Value {
        let bytes = bytes.into();
        if bytes.is_empty() {
            return Value::Bytes(self.empty_bytes);
        }
        if let [b] = *bytes {
            return self.new_byte(b);
        }
        self.new_own_bytes(bytes)
    }

    /// A bytes object that is one of its own unless it is empty: see [`Heap::new_own_text`].
    pub fn new_own_bytes(&mut self, bytes: impl Into<Box<[u8]>>) -> Value {
        let bytes = bytes.into();
        if bytes.is_empty() {
            return Value::Bytes(self.empty_bytes);
        }
        self.new_separate_bytes(bytes)
    }

    /// A bytes object of its own even if it is empty: what CPython's `*` makes.
    pub fn new_separate_bytes(&mut self, bytes: Box<[u8]>) -> Value {
        let size = bytes.len() + 24;
        let k = self.bytes.insert(bytes);
        self.note(Value::Bytes(k), size)
    }

    /// The bytes object of one byte.
    fn new_byte(&mut self, b: u8) -> Value {
        if let Some(k) = self.one_byte[usize::from(b)] {
            return Value::Bytes(k);
        }
        let k = self.bytes.insert([b].into());
        self.one_byte[usize::from(b)] = Some(k);
        self.note(Value::Bytes(k), 25)
    }

    /// A bytearray.
    pub fn new_bytearray(&mut self, bytes: Vec<u8>) -> Value {
        let size = bytes.capacity() + 32;
        let k = self.bytearrays.insert(bytes);
        self.note(Value::ByteArray(k), size)
    }

    /// An int, inline when it fits.
    pub fn new_int(&mut self, n: BigInt) -> Value {
        match n.to_i64() {
            Some(i) => Value::Int(i),
            None => {
                let size = 16 + n.bits() as usize / 8;
                let k = self.bigints.insert(n);
                self.note(Value::BigInt(k), size)
            }
        }
    }

    /// An int of any primitive type.
    pub fn int_from(&mut self, n: impl Into<BigInt>) -> Value {
        self.new_int(n.into())
    }

    /// A NaN of its own: floats lie inline, so that its payload is what tells it from others (`nan in [nan]` holds
    /// for the same NaN only).
    pub fn new_nan(&mut self, sign: f64) -> f64 {
        self.nans = (self.nans + 1) & ((1 << 48) - 1);
        f64::from_bits(f64::NAN.to_bits() | self.nans).copysign(sign)
    }

    /// A complex number.
    pub fn new_complex(&mut self, re: f64, im: f64) -> Value {
        let k = self.complexes.insert((re, im));
        self.note(Value::Complex(k), 24)
    }

    /// A list.
    pub fn new_list(&mut self, items: Vec<Value>) -> Value {
        let size = 32 + items.capacity() * 16;
        let k = self.lists.insert(items);
        self.note(Value::List(k), size)
    }

    /// A tuple; `()` is a single object.
    pub fn new_tuple(&mut self, items: impl Into<Box<[Value]>>) -> Value {
        let items = items.into();
        if items.is_empty() {
            return Value::Tuple(self.empty_tuple);
        }
        let size = 24 + items.len() * 16;
        let k = self.tuples.insert(items);
        self.note(Value::Tuple(k), size)
    }

    /// A dict.
    pub fn new_dict(&mut self, dict: Dict) -> Value {
        Value::Dict(self.new_dict_key(dict))
    }

    /// A dict, as its key.
    pub fn new_dict_key(&mut self, dict: Dict) -> DictKey {
        let size = size_of::<Dict>() + dict.size();
        let k = self.dicts.insert(dict);
        self.note(Value::Dict(k), size);
        k
    }

    /// A set.
    pub fn new_set(&mut self, table: Dict) -> Value {
        let size = size_of::<Set>() + table.size();
        let k = self.sets.insert(Set { table, hash: None });
        self.note(Value::Set(k), size)
    }

    /// A frozenset.
    pub fn new_frozenset(&mut self, table: Dict) -> Value {
        let size = size_of::<Set>() + table.size();
        let k = self.sets.insert(Set { table, hash: None });
        self.note(Value::FrozenSet(k), size)
    }

    /// A slice.
    pub fn new_slice(&mut self, start: Value, stop: Value, step: Value) -> Value {
        let k = self.slices.insert(Slice { start, stop, step });
        self.note(Value::Slice(k), size_of::<Slice>())
    }

    /// A range.
    pub fn new_range(&mut self, range: Range) -> Value {
        let k = self.ranges.insert(range);
        self.note(Value::Range(k), size_of::<Range>())
    }

    /// A function.
    pub fn new_function(&mut self, f: Function) -> Value {
        let k = self.functions.insert(f);
        self.note(Value::Function(k), size_of::<Function>())
    }

    /// A native function object.
    pub fn new_native(&mut self, n: Native) -> Value {
        let k = self.natives.insert(n);
        self.note(Value::Native(k), size_of::<Native>())
    }

    /// A bound method.
    pub fn new_method(&mut self, function: Value, receiver: Value) -> Value {
        let k = self.methods.insert(Method { function, receiver });
        self.note(Value::Method(k), size_of::<Method>())
    }

    /// A class.
    pub fn new_class(&mut self, c: Class) -> ClassKey {
        let k = self.classes.insert(c);
        self.note(Value::Class(k), size_of::<Class>());
        k
    }

    /// An instance of a class that has the `Instance` representation, with all places unbound.
    #[inline]
    pub fn new_instance(&mut self, class: ClassKey) -> InstanceKey {
        let c = &self.classes[class];
        let (shape, fixed, finalizer) = (c.root_shape, c.fixed, c.flags.finalizer);
        let overflow = if fixed > INLINE_VALUES { self.new_overflow(fixed - INLINE_VALUES) } else { 0 };
        let k = self.instances.insert(Instance { shape, overflow, values: [Value::Undef; INLINE_VALUES] });
        if finalizer {
            self.finalizers.push(k);
        }
        self.note(Value::Instance(k), 64);
        k
    }

    /// An overflow vector of `n` unbound places.
    #[cold]
    pub fn new_overflow(&mut self, n: usize) -> u32 {
        self.bytes_in_use += n * 16 + 24;
        match self.free_overflows.pop() {
            Some(i) => {
                self.overflows[i as usize] = vec![Value::Undef; n];
                i
            }
            None => {
                self.overflows.push(vec![Value::Undef; n]);
                (self.overflows.len() - 1) as u32
            }
        }
    }

    /// A module with this namespace.
    pub fn new_module(&mut self, dict: DictKey) -> Value {
        let k = self.modules.insert(Module { dict, class: None });
        self.note(Value::Module(k), size_of::<Module>())
    }

    /// A cell.
    pub fn new_cell(&mut self, content: Value) -> Value {
        let k = self.cells.insert(content);
        self.note(Value::Cell(k), 24)
    }

    /// What is in a cell.
    pub fn cell_content(&self, cell: Value) -> Value {
        match cell {
            Value::Cell(k) => self.cells[k],
            _ => Value::Undef,
        }
    }

    /// A generator.
    pub fn new_generator(&mut self, g: Generator) -> Value {
        let size = size_of::<Generator>() + g.window.capacity() * 16;
        let k = self.generators.insert(g);
        self.note(Value::Generator(k), size)
    }

    /// A built-in iterator.
    pub fn new_iter(&mut self, it: Iter) -> Value {
        let k = self.iters.insert(it);
        self.note(Value::Iter(k), size_of::<Iter>())
    }

    /// A built-in iterator of a less common kind.
    pub fn new_native_iter(&mut self, it: impl NativeIter) -> Value {
        self.new_iter(Iter::Other(Box::new(it)))
    }

    /// The payload of an exception.
    pub fn new_exception(&mut self, e: Exception) -> Value {
        let k = self.exceptions.insert(e);
        self.note(Value::Exception(k), size_of::<Exception>())
    }

    /// A descriptor.
    pub fn new_descriptor(&mut self, d: Descriptor) -> Value {
        let k = self.descriptors.insert(d);
        self.note(Value::Descriptor(k), size_of::<Descriptor>())
    }

    /// A weak reference.
    pub fn new_weakref(&mut self, w: WeakRef) -> Value {
        let k = self.weakrefs.insert(w);
        self.note(Value::WeakRef(k), size_of::<WeakRef>())
    }

    /// Any other native object.
    pub fn new_object(&mut self, class: ClassKey, data: impl Object) -> Value {
        let size = size_of::<Opaque>() + data.size() + size_of_val(&data);
        let k = self.objects.insert(Opaque { class, data: Box::new(data) });
        self.note(Value::Object(k), size)
    }

    /// Notes that there is a view of an object's memory; forgets objects that are gone.
    pub fn note_export(&mut self, exporter: Value) {
        if self.exported.len() == self.exported.capacity() {
            let (arrays, objects) = (&self.bytearrays, &self.objects);
            self.exported.retain(|v| match *v {
                Value::ByteArray(k) => arrays.get(k).is_some(),
                Value::Object(k) => objects.get(k).is_some(),
                _ => false,
            });
        }
        self.exported.push(exporter);
    }

    /// The state of a native object, if it is of that kind.
    pub fn object<T: Object>(&self, k: ObjectKey) -> Option<&T> {
        self.objects[k].state()
    }

    /// The state of a native object, to be changed, if it is of that kind.
    pub fn object_mut<T: Object>(&mut self, k: ObjectKey) -> Option<&mut T> {
        (self.objects[k].data.as_mut() as &mut dyn std::any::Any).downcast_mut()
    }

    /// The state of a native iterator, if it is of that kind.
    pub fn native_iter<T: NativeIter>(&self, k: IterKey) -> Option<&T> {
        match &self.iters[k] {
            Iter::Other(it) => (it.as_ref() as &dyn std::any::Any).downcast_ref(),
            _ => None,
        }
    }

    /// The state of a native iterator, to be changed, if it is of that kind.
    pub fn native_iter_mut<T: NativeIter>(&mut self, k: IterKey) -> Option<&mut T> {
        match &mut self.iters[k] {
            Iter::Other(it) => (it.as_mut() as &mut dyn std::any::Any).downcast_mut(),
            _ => None,
        }
    }
}
