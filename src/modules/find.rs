//! Finding a module: among the built-in ones, then in the folders of a search path.

use super::{COMMANDS, NATIVE_MODULES, PYTHON_MODULES};
use crate::vm::native::ModuleSpec;
use std::path::{Path, PathBuf};

/// Where a module comes from.
pub enum Found {
    /// Written in Rust.
    Native {
        /// Its entry.
        spec: &'static ModuleSpec,
        /// There are modules within it.
        package: bool,
    },
    /// Written in Python, part of the interpreter.
    Embedded {
        /// Its text.
        source: &'static str,
        /// There are modules within it.
        package: bool,
    },
    /// A file; for a package, its `__init__.py`.
    File {
        /// The file.
        file: PathBuf,
        /// The package's folder, unless it is a plain module.
        package: Option<PathBuf>,
    },
    /// Folders without an `__init__.py` (PEP 420).
    Namespace(Vec<PathBuf>),
}

/// A module that is part of the interpreter.
pub fn builtin(name: &str) -> Option<Found> {
    let package = is_package(name);
    if let Some(spec) = NATIVE_MODULES.iter().find(|m| m.name == name) {
        return Some(Found::Native { spec, package });
    }
    let source = embedded_source(name)?;
    Some(Found::Embedded { source, package })
}

/// The text of a module that is part of the interpreter and written in Python.
pub fn embedded_source(name: &str) -> Option<&'static str> {
    PYTHON_MODULES.iter().find(|(n, _)| *n == name).map(|(_, source)| *source)
}

/// The program that running a module as one means, for modules written in Rust.
pub fn command_source(name: &str) -> Option<&'static str> {
    COMMANDS.iter().find(|(n, _)| *n == name).map(|(_, source)| *source)
}

/// A file on the search path goes before the module of the interpreter: CPython has it as a file too.
pub fn can_be_hidden(name: &str) -> bool {
    /// Built in, or frozen.
    const FIXED: &[&str] = &[
        "abc",
        "array",
        "atexit",
        "binascii",
        "builtins",
        "cmath",
        "codecs",
        "errno",
        "faulthandler",
        "fcntl",
        "gc",
        "genericpath",
        "importlib",
        "io",
        "itertools",
        "marshal",
        "math",
        "ntpath",
        "os",
        "posix",
        "posixpath",
        "pwd",
        "runpy",
        "select",
        "site",
        "stat",
        "sys",
        "syslog",
        "time",
        "unicodedata",
        "zipimport",
        "zlib",
    ];
    !name.starts_with('_') && FIXED.binary_search(&name).is_err()
}

/// The interpreter has modules within the one of this name.
fn is_package(name: &str) -> bool {
    let within = |n: &str| n.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'));
    NATIVE_MODULES.iter().any(|m| within(m.name)) || PYTHON_MODULES.iter().any(|(n, _)| within(n))
}

/// A module in the folders of a search path; `name` is the last part of its dotted name.
pub fn in_folders(folders: &[String], name: &str) -> Option<Found> {
    let mut namespace = Vec::new();
    for folder in folders {
        let folder =
            if folder.is_empty() { std::env::current_dir().unwrap_or_default() } else { PathBuf::from(folder) };
        let package = folder.join(name);
        let init = package.join("__init__.py");
        if is_file(&init) {
            return Some(Found::File { file: init, package: Some(package) });
        }
        let file = folder.join(format!("{name}.py"));
        if is_file(&file) {
            return Some(Found::File { file, package: None });
        }
        if package.is_dir() {
            namespace.push(package);
        }
    }
    (!namespace.is_empty()).then_some(Found::Namespace(namespace))
}

fn is_file(path: &Path) -> bool {
    path.is_file()
}
