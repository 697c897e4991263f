//! What Python 2 called what Python 3 moved: pickles of protocols 0 to 2 use the old names (`fix_imports`).

/// Modules that were renamed: Python 2's name, Python 3's name. Both ways.
const MODULES: &[(&str, &str)] = &[
    ("__builtin__", "builtins"),
    ("copy_reg", "copyreg"),
    ("Queue", "queue"),
    ("SocketServer", "socketserver"),
    ("ConfigParser", "configparser"),
    ("repr", "reprlib"),
    ("thread", "_thread"),
    ("dummy_thread", "_dummy_thread"),
    ("xmlrpclib", "xmlrpc.client"),
    ("httplib", "http.client"),
    ("htmlentitydefs", "html.entities"),
    ("HTMLParser", "html.parser"),
    ("Cookie", "http.cookies"),
    ("cookielib", "http.cookiejar"),
    ("BaseHTTPServer", "http.server"),
    ("SimpleXMLRPCServer", "xmlrpc.server"),
    ("test.test_support", "test.support"),
    ("commands", "subprocess"),
    ("urlparse", "urllib.parse"),
    ("robotparser", "urllib.robotparser"),
    ("urllib2", "urllib.request"),
    ("anydbm", "dbm"),
    ("_abcoll", "collections.abc"),
    ("Tkinter", "tkinter"),
    ("markupbase", "_markupbase"),
    ("_winreg", "winreg"),
];

/// Old modules whose content went into a module that has an old name of its own.
const MODULES_TO_3: &[(&str, &str)] = &[
    ("cPickle", "pickle"),
    ("_elementtree", "xml.etree.ElementTree"),
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

type Name = (&'static str, &'static str);

/// Names that moved: Python 2's module and name, Python 3's. Both ways.
const NAMES: &[(Name, Name)] = &[
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
    (("urllib", "ContentTooShortError"), ("urllib.error", "ContentTooShortError")),
    (("urllib", "quote_plus"), ("urllib.parse", "quote_plus")),
    (("urllib", "quote"), ("urllib.parse", "quote")),
    (("urllib", "unquote_plus"), ("urllib.parse", "unquote_plus")),
    (("urllib", "unquote"), ("urllib.parse", "unquote")),
    (("urllib", "urlencode"), ("urllib.parse", "urlencode")),
    (("urllib", "urlopen"), ("urllib.request", "urlopen")),
    (("urllib2", "HTTPError"), ("urllib.error", "HTTPError")),
    (("urllib2", "URLError"), ("urllib.error", "URLError")),
];

/// Old names without a way back.
const NAMES_TO_3: &[(Name, Name)] = &[
    (("__builtin__", "basestring"), ("builtins", "str")),
    (("exceptions", "StandardError"), ("builtins", "Exception")),
    (("UserDict", "UserDict"), ("collections", "UserDict")),
    (("socket", "_socketobject"), ("socket", "SocketType")),
];

/// The exceptions of Python 2, which lived in the module `exceptions`.
const OLD_EXCEPTIONS: &[&str] = &[
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
const NEW_OS_ERRORS: &[&str] = &[
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

/// What Python 2 called a global; None where nothing changed.
pub fn to_python2(module: &str, name: &str) -> Option<(String, String)> {
    if module == "builtins" {
        if let Some(n) = OLD_EXCEPTIONS.iter().find(|&&n| n == name) {
            return Some(("exceptions".into(), (*n).into()));
        }
        if NEW_OS_ERRORS.contains(&name) {
            return Some(("exceptions".into(), "OSError".into()));
        }
        if name == "ModuleNotFoundError" {
            return Some(("exceptions".into(), "ImportError".into()));
        }
    }
    if (module, name) == ("_functools", "reduce") {
        return Some(("__builtin__".into(), "reduce".into()));
    }
    if let Some((old, _)) = NAMES.iter().find(|(_, new)| *new == (module, name)) {
        return Some((old.0.into(), old.1.into()));
    }
    let renamed = MODULES.iter().chain(MODULES_TO_2).find(|(_, new)| *new == module);
    renamed.map(|(old, _)| ((*old).into(), name.into()))
}

/// What became of a global of Python 2; None where nothing changed.
pub fn to_python3(module: &str, name: &str) -> Option<(String, String)> {
    if module == "exceptions" && OLD_EXCEPTIONS.contains(&name) {
        return Some(("builtins".into(), name.into()));
    }
    if let Some((_, new)) = NAMES.iter().chain(NAMES_TO_3).find(|(old, _)| *old == (module, name)) {
        return Some((new.0.into(), new.1.into()));
    }
    let renamed = MODULES.iter().chain(MODULES_TO_3).find(|(old, _)| *old == module);
    renamed.map(|(_, new)| ((*new).into(), name.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builtins_travel_under_their_old_names() {
        let old = |m, n| to_python2(m, n).unwrap_or_default();
        assert_eq!(old("builtins", "int"), ("__builtin__".into(), "long".into()));
        assert_eq!(old("builtins", "len"), ("__builtin__".into(), "len".into()));
        assert_eq!(old("builtins", "ValueError"), ("exceptions".into(), "ValueError".into()));
        assert_eq!(old("_pickle", "Pickler"), ("pickle".into(), "Pickler".into()));
        assert_eq!(to_python2("__main__", "T"), None);
        assert_eq!(to_python3("__builtin__", "xrange"), Some(("builtins".into(), "range".into())));
    }
}
