//! What Python 2 called what Python 3 moved: pickles of protocols 0 to 2 use the old names (`fix_imports`).
//!
//! The tables here are what the dicts of `_compat_pickle` start with. Those dicts decide, since programs may add to them.

use super::by_reference::import_attribute;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// A module and a name in it.
pub type Global = (&'static str, &'static str);

/// Modules that were renamed: Python 2's name, Python 3's name. Both ways.
const MODULES: &[(&str, &str)] = &[
    ("__builtin__", "builtins"),
    ("copy_reg", "copyreg"),
    ("Queue", "queue"),
    ("SocketServer", "socketserver"),
    ("ConfigParser", "configparser"),
    ("repr", "reprlib"),
    ("tkFileDialog", "tkinter.filedialog"),
    ("tkSimpleDialog", "tkinter.simpledialog"),
    ("tkColorChooser", "tkinter.colorchooser"),
    ("tkCommonDialog", "tkinter.commondialog"),
    ("Dialog", "tkinter.dialog"),
    ("Tkdnd", "tkinter.dnd"),
    ("tkFont", "tkinter.font"),
    ("tkMessageBox", "tkinter.messagebox"),
    ("ScrolledText", "tkinter.scrolledtext"),
    ("Tkconstants", "tkinter.constants"),
    ("ttk", "tkinter.ttk"),
    ("Tkinter", "tkinter"),
    ("markupbase", "_markupbase"),
    ("_winreg", "winreg"),
    ("thread", "_thread"),
    ("dummy_thread", "_dummy_thread"),
    ("dbhash", "dbm.bsd"),
    ("dumbdbm", "dbm.dumb"),
    ("dbm", "dbm.ndbm"),
    ("gdbm", "dbm.gnu"),
    ("xmlrpclib", "xmlrpc.client"),
    ("SimpleXMLRPCServer", "xmlrpc.server"),
    ("httplib", "http.client"),
    ("htmlentitydefs", "html.entities"),
    ("HTMLParser", "html.parser"),
    ("Cookie", "http.cookies"),
    ("cookielib", "http.cookiejar"),
    ("BaseHTTPServer", "http.server"),
    ("test.test_support", "test.support"),
    ("commands", "subprocess"),
    ("urlparse", "urllib.parse"),
    ("robotparser", "urllib.robotparser"),
    ("urllib2", "urllib.request"),
    ("anydbm", "dbm"),
    ("_abcoll", "collections.abc"),
];

/// Old modules whose content went into a module that has an old name of its own.
const MODULES_TO_3: &[(&str, &str)] = &[
    ("cPickle", "pickle"),
    ("_elementtree", "xml.etree.ElementTree"),
    ("FileDialog", "tkinter.filedialog"),
    ("SimpleDialog", "tkinter.simpledialog"),
    ("DocXMLRPCServer", "xmlrpc.server"),
    ("SimpleHTTPServer", "http.server"),
    ("CGIHTTPServer", "http.server"),
    ("UserDict", "collections"),
    ("UserList", "collections"),
    ("UserString", "collections"),
    ("whichdb", "dbm"),
    ("StringIO", "io"),
    ("cStringIO", "io"),
];

/// New modules behind an old public one.
const MODULES_TO_2: &[(&str, &str)] =
    &[("bz2", "_bz2"), ("dbm", "_dbm"), ("functools", "_functools"), ("gdbm", "_gdbm"), ("pickle", "_pickle")];

/// Names that moved: Python 2's module and name, Python 3's. Both ways.
const NAMES: &[(Global, Global)] = &[
    (("__builtin__", "xrange"), ("builtins", "range")),
    (("__builtin__", "reduce"), ("functools", "reduce")),
    (("__builtin__", "intern"), ("sys", "intern")),
    (("__builtin__", "unichr"), ("builtins", "chr")),
    (("__builtin__", "unicode"), ("builtins", "str")),
    (("__builtin__", "long"), ("builtins", "int")),
    (("itertools", "izip"), ("builtins", "zip")),
    (("itertools", "imap"), ("builtins", "map")),
    (("itertools", "ifilter"), ("builtins", "filter")),
    (("itertools", "ifilterfalse"), ("itertools", "filterfalse")),
    (("itertools", "izip_longest"), ("itertools", "zip_longest")),
    (("UserDict", "IterableUserDict"), ("collections", "UserDict")),
    (("UserList", "UserList"), ("collections", "UserList")),
    (("UserString", "UserString"), ("collections", "UserString")),
    (("whichdb", "whichdb"), ("dbm", "whichdb")),
    (("_socket", "fromfd"), ("socket", "fromfd")),
    (("_multiprocessing", "Connection"), ("multiprocessing.connection", "Connection")),
    (("multiprocessing.process", "Process"), ("multiprocessing.context", "Process")),
    (("multiprocessing.forking", "Popen"), ("multiprocessing.popen_fork", "Popen")),
    (("urllib", "ContentTooShortError"), ("urllib.error", "ContentTooShortError")),
    (("urllib", "getproxies"), ("urllib.request", "getproxies")),
    (("urllib", "pathname2url"), ("urllib.request", "pathname2url")),
    (("urllib", "quote_plus"), ("urllib.parse", "quote_plus")),
    (("urllib", "quote"), ("urllib.parse", "quote")),
    (("urllib", "unquote_plus"), ("urllib.parse", "unquote_plus")),
    (("urllib", "unquote"), ("urllib.parse", "unquote")),
    (("urllib", "url2pathname"), ("urllib.request", "url2pathname")),
    (("urllib", "urlcleanup"), ("urllib.request", "urlcleanup")),
    (("urllib", "urlencode"), ("urllib.parse", "urlencode")),
    (("urllib", "urlopen"), ("urllib.request", "urlopen")),
    (("urllib", "urlretrieve"), ("urllib.request", "urlretrieve")),
    (("urllib2", "HTTPError"), ("urllib.error", "HTTPError")),
    (("urllib2", "URLError"), ("urllib.error", "URLError")),
];

/// Old names without a way back.
const NAMES_TO_3: &[(Global, Global)] = &[
    (("__builtin__", "basestring"), ("builtins", "str")),
    (("exceptions", "StandardError"), ("builtins", "Exception")),
    (("UserDict", "UserDict"), ("collections", "UserDict")),
    (("socket", "_socketobject"), ("socket", "SocketType")),
];

/// New names without a way back.
const NAMES_TO_2: &[(Global, Global)] = &[
    (("__builtin__", "reduce"), ("_functools", "reduce")),
    (("FileDialog", "FileDialog"), ("tkinter.filedialog", "FileDialog")),
    (("FileDialog", "LoadFileDialog"), ("tkinter.filedialog", "LoadFileDialog")),
    (("FileDialog", "SaveFileDialog"), ("tkinter.filedialog", "SaveFileDialog")),
    (("SimpleDialog", "SimpleDialog"), ("tkinter.simpledialog", "SimpleDialog")),
    (("DocXMLRPCServer", "ServerHTMLDoc"), ("xmlrpc.server", "ServerHTMLDoc")),
    (("DocXMLRPCServer", "XMLRPCDocGenerator"), ("xmlrpc.server", "XMLRPCDocGenerator")),
    (("DocXMLRPCServer", "DocXMLRPCRequestHandler"), ("xmlrpc.server", "DocXMLRPCRequestHandler")),
    (("DocXMLRPCServer", "DocXMLRPCServer"), ("xmlrpc.server", "DocXMLRPCServer")),
    (("DocXMLRPCServer", "DocCGIXMLRPCRequestHandler"), ("xmlrpc.server", "DocCGIXMLRPCRequestHandler")),
    (("SimpleHTTPServer", "SimpleHTTPRequestHandler"), ("http.server", "SimpleHTTPRequestHandler")),
    (("CGIHTTPServer", "CGIHTTPRequestHandler"), ("http.server", "CGIHTTPRequestHandler")),
    (("socket", "_socketobject"), ("_socket", "socket")),
];

/// The exceptions of Python 2, which lived in the module `exceptions`.
pub const PYTHON2_EXCEPTIONS: &[&str] = &[
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BufferError",
    "BytesWarning",
    "DeprecationWarning",
    "EOFError",
    "EnvironmentError",
    "Exception",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "IOError",
    "ImportError",
    "ImportWarning",
    "IndentationError",
    "IndexError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "NameError",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PendingDeprecationWarning",
    "ReferenceError",
    "RuntimeError",
    "RuntimeWarning",
    "StopIteration",
    "SyntaxError",
    "SyntaxWarning",
    "SystemError",
    "SystemExit",
    "TabError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "UnicodeWarning",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
];

/// Subclasses of `OSError` that Python 2 did not have.
pub const NEW_OS_ERRORS: &[&str] = &[
    "BrokenPipeError",
    "ChildProcessError",
    "ConnectionAbortedError",
    "ConnectionError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "FileExistsError",
    "FileNotFoundError",
    "InterruptedError",
    "IsADirectoryError",
    "NotADirectoryError",
    "PermissionError",
    "ProcessLookupError",
    "TimeoutError",
];

/// Subclasses of `ImportError` that Python 2 did not have.
pub const NEW_IMPORT_ERRORS: &[&str] = &["ModuleNotFoundError"];

/// The exceptions of `multiprocessing`, which moved into a module below it.
pub const MULTIPROCESSING_EXCEPTIONS: &[&str] =
    &["AuthenticationError", "BufferTooShort", "ProcessError", "TimeoutError"];

/// `IMPORT_MAPPING`: what became of a module of Python 2.
pub fn modules_to_3() -> impl Iterator<Item = (&'static str, &'static str)> {
    MODULES.iter().chain(MODULES_TO_3).copied()
}

/// `REVERSE_IMPORT_MAPPING`: what Python 2 called a module.
pub fn modules_to_2() -> impl Iterator<Item = (&'static str, &'static str)> {
    MODULES.iter().chain(MODULES_TO_2).map(|&(old, new)| (new, old))
}

/// Names both ways: those listed one by one, and the exceptions.
fn names() -> impl Iterator<Item = (Global, Global)> {
    let exceptions = PYTHON2_EXCEPTIONS.iter().map(|&name| (("exceptions", name), ("builtins", name)));
    let of_processes = MULTIPROCESSING_EXCEPTIONS.iter();
    let of_processes = of_processes.map(|&name| (("multiprocessing", name), ("multiprocessing.context", name)));
    NAMES.iter().copied().chain(exceptions).chain(of_processes)
}

/// `NAME_MAPPING`: what became of a global of Python 2.
pub fn names_to_3() -> impl Iterator<Item = (Global, Global)> {
    names().chain(NAMES_TO_3.iter().copied())
}

/// `REVERSE_NAME_MAPPING`: what Python 2 called a global. It knew new exceptions by the class above them.
pub fn names_to_2() -> impl Iterator<Item = (Global, Global)> {
    let os_errors = NEW_OS_ERRORS.iter().map(|&name| (("builtins", name), ("exceptions", "OSError")));
    let import_errors = NEW_IMPORT_ERRORS.iter().map(|&name| (("builtins", name), ("exceptions", "ImportError")));
    let both_ways = names().chain(NAMES_TO_2.iter().copied()).map(|(old, new)| (new, old));
    both_ways.chain(os_errors).chain(import_errors)
}

/// A pair of `_compat_pickle`'s dicts: one for whole names, one for modules whose names stayed.
struct Direction {
    names: &'static str,
    modules: &'static str,
}

/// What Python 2 called a global; None where nothing changed.
///
/// # Errors
/// `RuntimeError` if a dict of `_compat_pickle` was given entries of another form.
pub fn to_python2(vm: &mut Vm, module: &str, name: &str) -> Res<Option<(String, String)>> {
    const DICTS: Direction = Direction { names: "REVERSE_NAME_MAPPING", modules: "REVERSE_IMPORT_MAPPING" };
    renamed(vm, &DICTS, module, name)
}

/// What became of a global of Python 2; None where nothing changed. Errors as [`to_python2`].
pub fn to_python3(vm: &mut Vm, module: &str, name: &str) -> Res<Option<(String, String)>> {
    const DICTS: Direction = Direction { names: "NAME_MAPPING", modules: "IMPORT_MAPPING" };
    renamed(vm, &DICTS, module, name)
}

fn renamed(vm: &mut Vm, dicts: &Direction, module: &str, name: &str) -> Res<Option<(String, String)>> {
    let module_value = vm.heap.new_str(module);
    let name_value = vm.heap.new_str(name);
    let key = vm.heap.new_tuple([module_value, name_value]);
    if let Some(found) = look_up(vm, dicts.names, key)? {
        return pair(vm, dicts, found).map(Some);
    }
    match look_up(vm, dicts.modules, module_value)? {
        None => Ok(None),
        Some(Value::Str(k)) => Ok(Some((vm.heap.text(k).into_owned(), name.to_owned()))),
        Some(other) => Err(wrong_entry(vm, dicts.modules, "strings", other)),
    }
}

fn look_up(vm: &mut Vm, dict: &str, key: Value) -> Res<Option<Value>> {
    let mark = vm.pin(key);
    let found = match import_attribute(vm, "_compat_pickle", dict) {
        Ok(Value::Dict(k)) => vm.dict_get(k, key),
        Ok(other) => {
            let t = vm.type_name(other);
            Err(vm.error(Exc::RuntimeError, format!("_compat_pickle.{dict} should be a dict, not {t}")))
        }
        Err(raised) => Err(raised),
    };
    vm.unpin_to(mark);
    found
}

/// The module and the name that an entry says.
fn pair(vm: &mut Vm, dicts: &Direction, entry: Value) -> Res<(String, String)> {
    let parts = match entry {
        Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
        _ => Vec::new(),
    };
    match parts[..] {
        [Value::Str(module), Value::Str(name)] => {
            Ok((vm.heap.text(module).into_owned(), vm.heap.text(name).into_owned()))
        }
        [module, name] => {
            let (m, n) = (vm.type_name(module), vm.type_name(name));
            let message = format!("_compat_pickle.{} values should be pairs of str, not ({m}, {n})", dicts.names);
            Err(vm.error(Exc::RuntimeError, message))
        }
        _ => Err(wrong_entry(vm, dicts.names, "2-tuples", entry)),
    }
}

fn wrong_entry(vm: &mut Vm, dict: &str, wanted: &str, entry: Value) -> Raised {
    let t = vm.type_name(entry);
    vm.error(Exc::RuntimeError, format!("_compat_pickle.{dict} values should be {wanted}, not {t}"))
}

/// [`to_python3`] by looking alone: nothing is imported, and no key of a program's own is compared.
pub fn look_up_python3(vm: &mut Vm, module: &str, name: &str) -> Option<(String, String)> {
    let (Some(names), Some(modules)) = (loaded_dict(vm, "NAME_MAPPING"), loaded_dict(vm, "IMPORT_MAPPING")) else {
        return match names_to_3().find(|&(old, _)| old == (module, name)) {
            Some((_, (module, name))) => Some((module.to_owned(), name.to_owned())),
            None => modules_to_3().find(|&(old, _)| old == module).map(|(_, new)| (new.to_owned(), name.to_owned())),
        };
    };
    let text = |v: Value| match v {
        Value::Str(k) => Some(vm.heap.text(k)),
        _ => None,
    };
    let global = |v: Value| match v {
        Value::Tuple(k) => match *vm.heap.tuples[k] {
            [m, n] => Some((text(m)?, text(n)?)),
            _ => None,
        },
        _ => None,
    };
    let whole = vm.heap.dicts[names].iter().find(|e| global(e.key).is_some_and(|(m, n)| m == module && n == name));
    if let Some(entry) = whole {
        return global(entry.value).map(|(m, n)| (m.into_owned(), n.into_owned()));
    }
    let entry = vm.heap.dicts[modules].iter().find(|e| text(e.key).is_some_and(|m| m == module))?;
    text(entry.value).map(|m| (m.into_owned(), name.to_owned()))
}

/// A dict of `_compat_pickle`, if that is loaded.
fn loaded_dict(vm: &mut Vm, name: &str) -> Option<DictKey> {
    let (module, name) = (vm.heap.intern("_compat_pickle"), vm.heap.intern(name));
    match vm.heap.ns_get(vm.modules, module) {
        Some(Value::Module(m)) => match vm.heap.ns_get(vm.heap.modules[m].dict, name) {
            Some(Value::Dict(dict)) => Some(dict),
            _ => None,
        },
        _ => None,
    }
}
