//! A view: whose memory it shows, and how that is divided into items.

use crate::heap::kinds::Object;
use crate::heap::types::Exc;
use crate::modules::pickle_buffer;
use crate::types::buffer;
use crate::types::scalar::Scalar;
use crate::value::*;
use crate::vm::{Res, Vm};

/// The state of a memoryview.
#[derive(Clone, Debug)]
pub struct View {
    /// Whose memory it is.
    pub exporter: Value,
    /// `obj`: the exporter, or the object of a subclass of it.
    pub source: Value,
    /// It may not be written to.
    pub readonly: bool,
    /// `format`
    pub format: String,
    /// Bytes of an item.
    pub itemsize: usize,
    /// Items in each dimension.
    pub shape: Vec<usize>,
    /// Bytes from one item to the next in each dimension.
    pub strides: Vec<i64>,
    /// Where the first item lies.
    pub offset: usize,
    /// It was released.
    pub released: bool,
    /// The hash, once asked for.
    pub hash: Option<i64>,
}

impl Object for View {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.exporter);
        visit(self.source);
    }
}

/// A view of all the memory of an exporter, as bytes or in items of the exporter's own format.
pub fn of_exporter(vm: &Vm, exporter: Value, source: Value) -> Option<View> {
    let memory = buffer::memory(vm, exporter)?;
    let (code, readonly) = match exporter {
        Value::Object(k) => (vm.heap.objects[k].data.item_format().unwrap_or(b'B'), false),
        _ => (b'B', matches!(exporter, Value::Bytes(_))),
    };
    let itemsize = match code {
        b'w' => 4,
        _ => Scalar::native(code).map_or(1, Scalar::size),
    };
    Some(View {
        exporter,
        source,
        readonly,
        format: char::from(code).to_string(),
        itemsize,
        shape: vec![memory.len() / itemsize],
        strides: vec![itemsize as i64],
        offset: 0,
        released: false,
        hash: None,
    })
}

/// The view that `memoryview(source)` is; None for what is not bytes-like.
pub fn of(vm: &mut Vm, source: Value) -> Res<Option<View>> {
    let payload = vm.payload(source);
    if let Value::Object(k) = payload {
        if let Some(view) = vm.heap.object::<View>(k) {
            if view.released {
                return Err(super::released_error(vm));
            }
            return Ok(Some(View { hash: None, ..view.clone() }));
        }
        if pickle_buffer::is(vm, source) {
            let inner = pickle_buffer::live_source(vm, source)?;
            return of(vm, inner);
        }
        if vm.heap.objects[k].data.item_format().is_none() {
            return Ok(None);
        }
    }
    if matches!(payload, Value::Bytes(_) | Value::ByteArray(_) | Value::Object(_)) {
        return Ok(of_exporter(vm, payload, source));
    }
    by_method(vm, source)
}

/// What `inspect.BufferFlags.FULL_RO` is: asks for everything, but not to write.
const FULL_READ_ONLY: i64 = 0x11c;

/// The view that a class's `__buffer__` gives (PEP 688).
fn by_method(vm: &mut Vm, source: Value) -> Res<Option<View>> {
    let name = vm.heap.intern("__buffer__");
    if !matches!(source, Value::Instance(_)) {
        return Ok(None);
    }
    let Some(answer) = vm.call_special(source, name, &[Value::Int(FULL_READ_ONLY)])? else { return Ok(None) };
    match answer {
        Value::Object(k) if vm.heap.object::<View>(k).is_some() => Ok(of(vm, answer)?.map(|v| View { source, ..v })),
        _ => Err(vm.type_error("__buffer__ returned non-memoryview object")),
    }
}

impl View {
    /// How many items there are.
    pub fn count(&self) -> usize {
        self.shape.iter().product()
    }

    /// How many bytes the items take.
    pub fn nbytes(&self) -> usize {
        self.count() * self.itemsize
    }

    /// The items lie one after the other, the last index changing first.
    pub fn is_contiguous(&self) -> bool {
        self.steps_are(self.shape.iter().zip(&self.strides).rev())
    }

    /// The items lie one after the other, the first index changing first.
    pub fn is_fortran_contiguous(&self) -> bool {
        self.steps_are(self.shape.iter().zip(&self.strides))
    }

    fn steps_are<'a>(&self, dimensions: impl Iterator<Item = (&'a usize, &'a i64)>) -> bool {
        if self.count() == 0 {
            return true;
        }
        let mut step = self.itemsize as i64;
        for (&n, &stride) in dimensions {
            if n > 1 && stride != step {
                return false;
            }
            step *= n as i64;
        }
        true
    }

    /// The type of the items, if it is one that a view can read.
    pub fn known_scalar(&self) -> Option<Scalar> {
        match self.format.strip_prefix('@').unwrap_or(&self.format).as_bytes() {
            &[code] => Scalar::native(code),
            _ => None,
        }
    }

    /// The type of the items: "memoryview: format w not supported".
    pub fn scalar(&self, vm: &mut Vm) -> Res<Scalar> {
        match self.known_scalar() {
            Some(scalar) => Ok(scalar),
            None => {
                let message = format!("memoryview: format {} not supported", self.format);
                Err(vm.error(Exc::NotImplementedError, message))
            }
        }
    }

    /// Where the item of an index in the first dimension lies.
    pub fn place(&self, i: usize) -> usize {
        (self.offset as i64 + i as i64 * self.strides[0]) as usize
    }

    /// Where each item lies, in the order of C.
    pub fn places(&self) -> Vec<usize> {
        let mut places = vec![self.offset as i64];
        for (&n, &stride) in self.shape.iter().zip(&self.strides) {
            places = places.iter().flat_map(|&p| (0..n as i64).map(move |i| p + i * stride)).collect();
        }
        places.into_iter().map(|p| p as usize).collect()
    }

    /// The content; None if the view was released, or the items don't lie one after the other.
    pub fn content<'a>(&self, vm: &'a Vm) -> Option<&'a [u8]> {
        if self.released || !self.is_contiguous() {
            return None;
        }
        buffer::memory(vm, self.exporter)?.get(self.offset..self.offset + self.nbytes())
    }

    fn items_at(&self, memory: &[u8], places: Vec<usize>) -> Vec<u8> {
        places.into_iter().filter_map(|p| memory.get(p..p + self.itemsize)).flatten().copied().collect()
    }

    /// A copy of the content, in the order of C.
    pub fn gathered(&self, vm: &Vm) -> Vec<u8> {
        match self.content(vm) {
            Some(content) => content.to_vec(),
            None => self.items_at(buffer::memory(vm, self.exporter).unwrap_or_default(), self.places()),
        }
    }

    /// A copy of the content with the first index changing first.
    pub fn gathered_fortran(&self, vm: &Vm) -> Vec<u8> {
        let mut turned = self.clone();
        turned.shape.reverse();
        turned.strides.reverse();
        let memory = buffer::memory(vm, self.exporter).unwrap_or_default();
        turned.items_at(memory, turned.places())
    }
}
