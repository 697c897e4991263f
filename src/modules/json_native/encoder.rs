//! Writing JSON.

use super::string;
use crate::heap::text::Builder;
use crate::types::list::sort;
use crate::types::{format, int};
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

const TOO_DEEP: &str = " while encoding a JSON object";

/// What an encoder's attributes ask for.
struct Options {
    encoder: Value,
    ascii: bool,
    skip_keys: bool,
    sort_keys: bool,
    allow_nan: bool,
    check_circular: bool,
    /// One level of indentation; None: all on one line.
    indent: Option<StrKey>,
    item_separator: StrKey,
    key_separator: StrKey,
}

impl Options {
    fn of(vm: &mut Vm, encoder: Value) -> Res<Options> {
        let mut flag = |name: &str| {
            let v = vm.getattr_text(encoder, name)?;
            vm.truth(v)
        };
        let (ascii, skip_keys, sort_keys) = (flag("ensure_ascii")?, flag("skipkeys")?, flag("sort_keys")?);
        let (allow_nan, check_circular) = (flag("allow_nan")?, flag("check_circular")?);
        let indent = match vm.getattr_text(encoder, "indent")? {
            Value::None => None,
            v => match vm.payload(v) {
                Value::Str(k) => Some(k),
                _ => {
                    let n = usize::try_from(vm.index_i64(v)?).unwrap_or(0);
                    vm.reserve(n)?;
                    let spaces = vm.heap.new_str(" ".repeat(n));
                    text(vm, spaces)
                }
            },
        };
        let mut separator = |name: &str| {
            let v = vm.getattr_text(encoder, name)?;
            text(vm, v).ok_or_else(|| {
                let t = vm.type_name(v);
                vm.type_error(format!("make_encoder() argument must be str, not {t}"))
            })
        };
        let (item_separator, key_separator) = (separator("item_separator")?, separator("key_separator")?);
        Ok(Options {
            encoder,
            ascii,
            skip_keys,
            sort_keys,
            allow_nan,
            check_circular,
            indent,
            item_separator,
            key_separator,
        })
    }
}

fn text(vm: &Vm, v: Value) -> Option<StrKey> {
    match vm.payload(v) {
        Value::Str(k) => Some(k),
        _ => None,
    }
}

/// `_json.encode(encoder, object, chunks=None)`
pub fn encode(vm: &mut Vm, args: Args) -> Res {
    let [encoder, object, chunks] = args.take(vm);
    let options = Options::of(vm, encoder)?;
    let chunks = match chunks {
        Value::List(k) => Some(k),
        _ => None,
    };
    let pins = vm.heap.pins.len();
    let mut w = Writer { options, out: Builder::new(), chunks, path: Vec::new() };
    let result = w.value(vm, object);
    vm.unpin_to(pins);
    result?;
    w.end_chunk(vm)?;
    Ok(vm.heap.new_text(w.out.finish()))
}

/// Written as one piece.
fn is_scalar(vm: &Vm, v: Value) -> bool {
    use Value::*;
    matches!(vm.payload(v), Str(_) | None | Bool(_) | Int(_) | BigInt(_) | Float(_))
}

struct Writer {
    options: Options,
    out: Builder,
    /// Where pieces of the text go as they come.
    chunks: Option<ListKey>,
    /// The containers being written, outermost first.
    path: Vec<Value>,
}

impl Writer {
    fn push_key(&mut self, vm: &Vm, text: StrKey) {
        self.out.push_text(&vm.heap.strs[text]);
    }

    fn end_chunk(&mut self, vm: &mut Vm) -> Res<()> {
        if let Some(list) = self.chunks
            && !self.out.is_empty()
        {
            let chunk = std::mem::take(&mut self.out).finish();
            let chunk = vm.heap.new_text(chunk);
            vm.list_push(list, chunk)?;
        }
        Ok(())
    }

    /// Begins a new line in indented text.
    fn new_line(&mut self, vm: &Vm, level: usize) {
        if let Some(indent) = self.options.indent {
            self.out.push_str("\n");
            (0..level).for_each(|_| self.push_key(vm, indent));
        }
    }

    fn value(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        match vm.payload(v) {
            Value::Str(k) => string::write(&vm.heap.strs[k], self.options.ascii, &mut self.out),
            Value::List(_) | Value::Tuple(_) => return self.nested(vm, v, Writer::array),
            Value::Dict(_) => return self.nested(vm, v, Writer::object),
            plain => match self.plain(vm, plain)? {
                Some(text) => self.out.push_str(&text),
                None => return self.nested(vm, v, Writer::by_default),
            },
        }
        self.end_chunk(vm)
    }

    /// None, booleans and numbers; None for anything else.
    fn plain(&self, vm: &mut Vm, v: Value) -> Res<Option<String>> {
        Ok(Some(match v {
            Value::None => "null".to_owned(),
            Value::Bool(b) => b.to_string(),
            Value::Int(i) => i.to_string(),
            Value::BigInt(_) => int::to_decimal(vm, v)?,
            Value::Float(f) if f.is_finite() => format::float_repr(f),
            Value::Float(f) if !self.options.allow_nan => {
                let shown = format::float_repr(f);
                return Err(vm.value_error(format!("Out of range float values are not JSON compliant: {shown}")));
            }
            Value::Float(f) if f.is_nan() => "NaN".to_owned(),
            Value::Float(f) => if f > 0.0 { "Infinity" } else { "-Infinity" }.to_owned(),
            _ => return Ok(None),
        }))
    }

    /// Writes what may contain itself.
    fn nested(&mut self, vm: &mut Vm, v: Value, write: fn(&mut Writer, &mut Vm, Value) -> Res<()>) -> Res<()> {
        if self.options.check_circular && self.path.iter().any(|o| o.is(v)) {
            return Err(vm.value_error("Circular reference detected"));
        }
        vm.nest(TOO_DEEP)?;
        let mark = vm.pin(v);
        self.path.push(v);
        let result = write(self, vm, v);
        self.path.pop();
        vm.unpin_to(mark);
        vm.unnest();
        if self.out.size() > 1 << 20 {
            vm.reserve(self.out.size())?;
        }
        result
    }

    /// The level of indentation of what is in the innermost container.
    fn level(&self, vm: &Vm) -> usize {
        self.path
            .iter()
            .filter(|&&v| matches!(vm.payload(v), Value::List(_) | Value::Tuple(_) | Value::Dict(_)))
            .count()
    }

    fn array(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        let items = vm.payload(v);
        if vm.sequence_len(items) == 0 {
            self.out.push_str("[]");
            return self.end_chunk(vm);
        }
        let level = if self.options.indent.is_some() { self.level(vm) } else { 0 };
        self.out.push_str("[");
        let mut i = 0;
        while let Some(item) = vm.sequence_item(items, i) {
            if i > 0 {
                self.push_key(vm, self.options.item_separator);
            }
            self.new_line(vm, level);
            if !is_scalar(vm, item) {
                self.end_chunk(vm)?;
            }
            self.value(vm, item)?;
            i += 1;
        }
        self.new_line(vm, level.saturating_sub(1));
        self.end_chunk_if_indented(vm)?;
        self.out.push_str("]");
        self.end_chunk(vm)
    }

    fn end_chunk_if_indented(&mut self, vm: &mut Vm) -> Res<()> {
        if self.options.indent.is_some() { self.end_chunk(vm) } else { Ok(()) }
    }

    fn object(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        if vm.len(v)? == 0 {
            self.out.push_str("{}");
            return self.end_chunk(vm);
        }
        let items = self.items(vm, v)?;
        let level = if self.options.indent.is_some() { self.level(vm) } else { 0 };
        self.out.push_str("{");
        self.end_chunk(vm)?;
        self.new_line(vm, level);
        self.end_chunk(vm)?;
        let mut first = true;
        for (key, value) in items {
            let Some(key) = self.key(vm, key)? else { continue };
            if !first {
                self.push_key(vm, self.options.item_separator);
                self.new_line(vm, level);
                self.end_chunk(vm)?;
            }
            first = false;
            self.out.push_text(&key);
            self.end_chunk(vm)?;
            self.push_key(vm, self.options.key_separator);
            self.end_chunk(vm)?;
            self.value(vm, value)?;
        }
        self.new_line(vm, level.saturating_sub(1));
        self.end_chunk_if_indented(vm)?;
        self.out.push_str("}");
        self.end_chunk(vm)
    }

    /// The items of a dict, which are pinned.
    fn items(&mut self, vm: &mut Vm, v: Value) -> Res<Vec<(Value, Value)>> {
        let items: Vec<(Value, Value)> = match (v, vm.payload(v)) {
            (Value::Dict(_), Value::Dict(k)) if !self.options.sort_keys => {
                vm.heap.dicts[k].iter().map(|e| (e.key, e.value)).collect()
            }
            _ => self.items_by_method(vm, v)?,
        };
        for &(key, value) in &items {
            vm.heap.pins.extend([key, value]);
        }
        Ok(items)
    }

    fn items_by_method(&mut self, vm: &mut Vm, v: Value) -> Res<Vec<(Value, Value)>> {
        let method = vm.getattr_text(v, "items")?;
        let view = vm.call(method, &[])?;
        let list = vm.new_list_from(view)?;
        let Value::List(k) = list else { return Ok(Vec::new()) };
        if self.options.sort_keys {
            sort::sort(vm, k, Value::None, false)?;
        }
        let mut items = Vec::new();
        for pair in vm.heap.lists[k].clone() {
            match vm.payload(pair) {
                Value::Tuple(t) if vm.heap.tuples[t].len() == 2 => {
                    items.push((vm.heap.tuples[t][0], vm.heap.tuples[t][1]));
                }
                _ => return Err(vm.value_error("items must return 2-tuples")),
            }
        }
        Ok(items)
    }

    /// A key as a string with its quotes; None if it is to be skipped.
    fn key(&self, vm: &mut Vm, key: Value) -> Res<Option<crate::heap::text::Str>> {
        let mut out = Builder::new();
        match vm.payload(key) {
            Value::Str(k) => string::write(&vm.heap.strs[k], self.options.ascii, &mut out),
            plain => match self.plain(vm, plain)? {
                Some(text) => {
                    out.push_str("\"");
                    out.push_str(&text);
                    out.push_str("\"");
                }
                None if self.options.skip_keys => return Ok(None),
                None => {
                    let t = vm.type_name(key);
                    let wanted = "keys must be str, int, float, bool or None";
                    return Err(vm.type_error(format!("{wanted}, not {t}")));
                }
            },
        }
        Ok(Some(out.finish()))
    }

    /// What the encoder's `default` makes of an object.
    fn by_default(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        let default = vm.getattr_text(self.options.encoder, "default")?;
        let other = vm.call(default, &[v])?;
        vm.pin(other);
        self.value(vm, other)
    }
}
