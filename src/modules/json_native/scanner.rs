//! The class `_json.Scanner`: reads one value of a document.

use super::string::{self, fault};
use super::text_argument;
use crate::heap::dict::Dict;
use crate::heap::kinds::Object;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Raised, Res, Vm};

/// The state: what a decoder asks for. Absent hooks are None.
#[derive(Clone, Copy, Debug)]
struct Scanner {
    strict: bool,
    object_hook: Value,
    object_pairs_hook: Value,
    parse_float: Value,
    parse_int: Value,
    parse_constant: Value,
}

impl Object for Scanner {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        for v in [self.object_hook, self.object_pairs_hook, self.parse_float, self.parse_int, self.parse_constant] {
            visit(v);
        }
    }
}

/// The class.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Scanner",
    module: "_json",
    doc: "JSON scanner object",
    new: Some(NativeSpec::new("__new__", "($type, context)", new, "")),
    specials: &[NativeSpec::new("__call__", "($self, string, idx)", call, "Call self as a function.")],
    getsets: &[
        GetSetSpec {
            name: "strict",
            get: |vm, v| Ok(Value::Bool(state(vm, v)?.strict)),
            set: Some(read_only),
            doc: "strict",
        },
        GetSetSpec {
            name: "object_hook",
            get: |vm, v| Ok(state(vm, v)?.object_hook),
            set: Some(read_only),
            doc: "object_hook",
        },
        GetSetSpec {
            name: "object_pairs_hook",
            get: |vm, v| Ok(state(vm, v)?.object_pairs_hook),
            set: Some(read_only),
            doc: "",
        },
        GetSetSpec {
            name: "parse_float",
            get: |vm, v| Ok(state(vm, v)?.parse_float),
            set: Some(read_only),
            doc: "parse_float",
        },
        GetSetSpec {
            name: "parse_int",
            get: |vm, v| Ok(state(vm, v)?.parse_int),
            set: Some(read_only),
            doc: "parse_int",
        },
        GetSetSpec {
            name: "parse_constant",
            get: |vm, v| Ok(state(vm, v)?.parse_constant),
            set: Some(read_only),
            doc: "parse_constant",
        },
    ],
    ..TypeSpec::BASE
};

fn state(vm: &mut Vm, v: Value) -> Res<Scanner> {
    if let Value::Object(k) = v
        && let Some(scanner) = vm.heap.object::<Scanner>(k)
    {
        return Ok(*scanner);
    }
    Err(vm.type_error("descriptor requires a '_json.Scanner' object"))
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, context] = args.take(vm);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    let strict = vm.getattr_text(context, "strict")?;
    let scanner = Scanner {
        strict: vm.truth(strict)?,
        object_hook: vm.getattr_text(context, "object_hook")?,
        object_pairs_hook: vm.getattr_text(context, "object_pairs_hook")?,
        parse_float: vm.getattr_text(context, "parse_float")?,
        parse_int: vm.getattr_text(context, "parse_int")?,
        parse_constant: vm.getattr_text(context, "parse_constant")?,
    };
    let v = vm.heap.new_object(base, scanner);
    Ok(vm.wrap_new(class, v))
}

fn call(vm: &mut Vm, args: Args) -> Res {
    let [this, text, index] = args.take(vm);
    let scanner = state(vm, this)?;
    let text = text_argument(vm, text)?;
    let index = vm.index_i64(index)?;
    let Ok(index) = usize::try_from(index) else {
        return Err(vm.value_error("idx cannot be negative"));
    };
    if index > vm.heap.strs[text].len() {
        return Err(vm.stop_iteration(Value::Int(index as i64)));
    }
    let at = vm.heap.strs[text].byte_offset(index);
    let mut reader = Reader { scanner, text, values: 0 };
    let (value, end) = reader.value(vm, at)?;
    let end = vm.heap.strs[text].char_offset(end);
    vm.collect_soon();
    Ok(vm.heap.new_tuple([value, Value::Int(end as i64)]))
}

/// So many values are read between looks at limits.
const VALUES_BETWEEN_CHECKS: usize = 4096;

/// Reads one document. Positions are bytes.
struct Reader {
    scanner: Scanner,
    text: StrKey,
    values: usize,
}

impl Reader {
    fn byte(&self, vm: &Vm, at: usize) -> Option<u8> {
        vm.heap.strs[self.text].as_bytes().get(at).copied()
    }

    fn skip_blanks(&self, vm: &Vm, at: usize) -> usize {
        let bytes = vm.heap.strs[self.text].as_bytes();
        let blank = |b: &&u8| matches!(b, b' ' | b'\t' | b'\n' | b'\r');
        at + bytes[at.min(bytes.len())..].iter().take_while(blank).count()
    }

    /// No value begins here.
    #[cold]
    fn stop(&self, vm: &mut Vm, at: usize) -> Raised {
        let place = vm.heap.strs[self.text].char_offset(at);
        vm.stop_iteration(Value::Int(place as i64))
    }

    fn value(&mut self, vm: &mut Vm, at: usize) -> Res<(Value, usize)> {
        self.values += 1;
        if self.values.is_multiple_of(VALUES_BETWEEN_CHECKS) {
            vm.check_limits(VALUES_BETWEEN_CHECKS as u64)?;
        }
        match self.byte(vm, at) {
            Some(b'"') => {
                let (s, end) = string::read(vm, self.text, at + 1, self.scanner.strict)?;
                Ok((vm.heap.new_text(s), end))
            }
            Some(b'{') => {
                vm.nest(" while decoding a JSON object from a unicode string")?;
                let result = self.object(vm, at + 1);
                vm.unnest();
                result
            }
            Some(b'[') => {
                vm.nest(" while decoding a JSON array from a unicode string")?;
                let result = self.array(vm, at + 1);
                vm.unnest();
                result
            }
            Some(_) => self.word(vm, at),
            None => Err(self.stop(vm, at)),
        }
    }

    fn word(&mut self, vm: &mut Vm, at: usize) -> Res<(Value, usize)> {
        let rest = &vm.heap.strs[self.text].as_bytes()[at..];
        let constants = [("null", Value::None), ("true", Value::Bool(true)), ("false", Value::Bool(false))];
        for (word, value) in constants {
            if rest.starts_with(word.as_bytes()) {
                return Ok((value, at + word.len()));
            }
        }
        for word in ["NaN", "Infinity", "-Infinity"] {
            if rest.starts_with(word.as_bytes()) {
                let name = vm.heap.interned_str(word);
                return Ok((vm.call(self.scanner.parse_constant, &[name])?, at + word.len()));
            }
        }
        self.number(vm, at)
    }

    fn number(&mut self, vm: &mut Vm, at: usize) -> Res<(Value, usize)> {
        let Some((length, is_float)) = number_length(&vm.heap.strs[self.text].as_bytes()[at..]) else {
            return Err(self.stop(vm, at));
        };
        let end = at + length;
        let digits = vm.heap.strs[self.text].byte_slice(at, end);
        let types = &vm.heap.types;
        let (parse, class) = match is_float {
            true => (self.scanner.parse_float, types.float),
            false => (self.scanner.parse_int, types.int),
        };
        if parse.is(Value::Class(class)) {
            let text = digits.as_str().unwrap_or_default();
            if is_float && let Ok(f) = text.parse() {
                return Ok((Value::Float(f), end));
            }
            if let Ok(i) = text.parse() {
                return Ok((Value::Int(i), end));
            }
        }
        let digits = vm.heap.new_text(digits);
        Ok((vm.call(parse, &[digits])?, end))
    }

    fn array(&mut self, vm: &mut Vm, at: usize) -> Res<(Value, usize)> {
        let mut items = Vec::new();
        let mut at = self.skip_blanks(vm, at);
        if self.byte(vm, at) == Some(b']') {
            return Ok((vm.heap.new_list(items), at + 1));
        }
        loop {
            let (value, end) = self.value(vm, at)?;
            items.push(value);
            match self.separator(vm, end, b']', "Illegal trailing comma before end of array")? {
                (true, end) => return Ok((vm.heap.new_list(items), end)),
                (false, next) => at = next,
            }
        }
    }

    /// What follows a value: the closing bracket and the byte behind it, or a comma and where the next value begins.
    fn separator(&self, vm: &mut Vm, at: usize, close: u8, trailing: &str) -> Res<(bool, usize)> {
        let at = self.skip_blanks(vm, at);
        match self.byte(vm, at) {
            Some(b) if b == close => Ok((true, at + 1)),
            Some(b',') => {
                let next = self.skip_blanks(vm, at + 1);
                if self.byte(vm, next) == Some(close) {
                    return Err(fault(vm, trailing, self.text, at));
                }
                Ok((false, next))
            }
            _ => Err(fault(vm, "Expecting ',' delimiter", self.text, at)),
        }
    }

    fn object(&mut self, vm: &mut Vm, at: usize) -> Res<(Value, usize)> {
        let mut pairs = Vec::new();
        let mut at = self.skip_blanks(vm, at);
        if self.byte(vm, at) == Some(b'}') {
            return self.finish_object(vm, pairs, at + 1);
        }
        loop {
            let (key, end) = self.key(vm, at)?;
            let (value, end) = self.value(vm, end)?;
            pairs.push((key, value));
            match self.separator(vm, end, b'}', "Illegal trailing comma before end of object")? {
                (true, end) => return self.finish_object(vm, pairs, end),
                (false, next) => at = next,
            }
        }
    }

    /// A key and its colon; where the value begins.
    fn key(&mut self, vm: &mut Vm, at: usize) -> Res<(Value, usize)> {
        if self.byte(vm, at) != Some(b'"') {
            return Err(fault(vm, "Expecting property name enclosed in double quotes", self.text, at));
        }
        let (key, end) = string::read(vm, self.text, at + 1, self.scanner.strict)?;
        // Keys come again and again: each is one string.
        let key = match key.as_str() {
            Some(text) => vm.heap.interned_str(text),
            None => vm.heap.new_text(key),
        };
        vm.heap.recent.push(key);
        let end = self.skip_blanks(vm, end);
        if self.byte(vm, end) != Some(b':') {
            return Err(fault(vm, "Expecting ':' delimiter", self.text, end));
        }
        Ok((key, self.skip_blanks(vm, end + 1)))
    }

    fn finish_object(&mut self, vm: &mut Vm, pairs: Vec<(Value, Value)>, end: usize) -> Res<(Value, usize)> {
        if !self.scanner.object_pairs_hook.is_none() {
            let pairs: Vec<Value> = pairs.into_iter().map(|(k, v)| vm.heap.new_tuple([k, v])).collect();
            let pairs = vm.heap.new_list(pairs);
            return Ok((vm.call(self.scanner.object_pairs_hook, &[pairs])?, end));
        }
        let dict = vm.heap.new_dict_key(Dict::new());
        for (key, value) in pairs {
            vm.dict_set(dict, key, value)?;
        }
        if self.scanner.object_hook.is_none() {
            return Ok((Value::Dict(dict), end));
        }
        Ok((vm.call(self.scanner.object_hook, &[Value::Dict(dict)])?, end))
    }
}

/// How long the number at the beginning is, and whether it is a float; None if there is none.
fn number_length(bytes: &[u8]) -> Option<(usize, bool)> {
    let digits = |from: usize| bytes.get(from..).map_or(0, |b| b.iter().take_while(|b| b.is_ascii_digit()).count());
    let start = usize::from(bytes.first() == Some(&b'-'));
    let mut end = match bytes.get(start)? {
        b'0' => start + 1,
        b'1'..=b'9' => start + digits(start),
        _ => return None,
    };
    let whole = end;
    if bytes.get(end) == Some(&b'.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        if digits(end + 1 + sign) > 0 {
            end += 1 + sign + digits(end + 1 + sign);
        }
    }
    Some((end, end > whole))
}
