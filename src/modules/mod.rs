//! The standard library: one module a file, in Rust or in Python. The tables here say which there are.

pub mod abc_native;
pub mod array;
pub mod atexit;
pub mod bisect_native;
pub mod cmath;
pub mod codecs_native;
pub mod collections_native;
pub mod compat_pickle;
pub mod copy;
pub mod copyreg;
pub mod deep_copy;
pub mod dis_native;
pub mod find;
pub mod functools_native;
pub mod gc;
pub mod heapq_native;
pub mod imp;
pub mod import;
pub mod import_machinery;
pub mod import_names;
pub mod import_prospect;
pub mod io;
pub mod itertools;
pub mod json_native;
pub mod math;
pub mod mersenne_twister;
pub mod module_spec;
pub mod operator_native;
pub mod pickle;
pub mod pickle_buffer;
pub mod pickler;
pub mod posix;
pub mod random_native;
pub mod sealing;
pub mod selfsame_native;
pub mod source_file;
pub mod sre;
pub mod stdlib_names;
pub mod string_native;
pub mod structs;
pub mod sys;
pub mod sys_info;
pub mod sys_streams;
pub mod time_native;
pub mod traceback;
pub mod types_native;
pub mod typing_native;
pub mod unpickler;
pub mod unraisable;
pub mod warnings;
pub mod weakref;

use crate::vm::native::ModuleSpec;

/// The modules written in Rust. They are made on first import.
#[rustfmt::skip] // one a line
pub static NATIVE_MODULES: &[&ModuleSpec] = &[
    &abc_native::MODULE,
    &array::MODULE,
    &atexit::MODULE,
    &bisect_native::MODULE,
    &cmath::MODULE,
    &codecs_native::MODULE,
    &collections_native::MODULE,
    &compat_pickle::MODULE,
    &copy::MODULE,
    &copyreg::MODULE,
    &dis_native::MODULE,
    &functools_native::MODULE,
    &gc::MODULE,
    &heapq_native::MODULE,
    &imp::MODULE,
    &import_machinery::BOOTSTRAP,
    &import_machinery::EXTERNAL,
    &io::CORE,
    &io::MODULE,
    &itertools::MODULE,
    &json_native::MODULE,
    &math::MODULE,
    &operator_native::MODULE,
    &pickle::CORE,
    &pickle::MODULE,
    &posix::MODULE,
    &random_native::MODULE,
    &sealing::MODULE,
    &selfsame_native::MODULE,
    &sre::MODULE,
    &string_native::MODULE,
    &structs::CORE,
    &structs::MODULE,
    &sys::MODULE,
    &time_native::MODULE,
    &traceback::CORE,
    &typing_native::MODULE,
    &warnings::MODULE,
    &weakref::MODULE,
];

/// The modules written in Python: name and source. They are compiled on first import.
#[rustfmt::skip] // one a line
pub static PYTHON_MODULES: &[(&str, &str)] = &[
    ("__future__", include_str!("__future__.py")),
    ("_collections_abc", include_str!("_collections_abc/__init__.py")),
    ("_collections_abc._abilities", include_str!("_collections_abc/_abilities.py")),
    ("_collections_abc._callable", include_str!("_collections_abc/_callable.py")),
    ("_collections_abc._mappings", include_str!("_collections_abc/_mappings.py")),
    ("_collections_abc._sequences", include_str!("_collections_abc/_sequences.py")),
    ("_collections_abc._sets", include_str!("_collections_abc/_sets.py")),
    ("_command_line", include_str!("_command_line.py")),
    ("_dataclasses", include_str!("_dataclasses/__init__.py")),
    ("_dataclasses.annotations", include_str!("_dataclasses/annotations.py")),
    ("_dataclasses.classes", include_str!("_dataclasses/classes.py")),
    ("_dataclasses.fields", include_str!("_dataclasses/fields.py")),
    ("_dataclasses.instances", include_str!("_dataclasses/instances.py")),
    ("_dataclasses.methods", include_str!("_dataclasses/methods.py")),
    ("_datetime", include_str!("_datetime/__init__.py")),
    ("_datetime.arguments", include_str!("_datetime/arguments.py")),
    ("_datetime.date", include_str!("_datetime/date.py")),
    ("_datetime.days", include_str!("_datetime/days.py")),
    ("_datetime.delta", include_str!("_datetime/delta.py")),
    ("_datetime.format", include_str!("_datetime/format.py")),
    ("_datetime.iso", include_str!("_datetime/iso.py")),
    ("_datetime.moment", include_str!("_datetime/moment.py")),
    ("_datetime.time", include_str!("_datetime/time.py")),
    ("_datetime.zone", include_str!("_datetime/zone.py")),
    ("_enum", include_str!("_enum/__init__.py")),
    ("_enum.bases", include_str!("_enum/bases.py")),
    ("_enum.bits", include_str!("_enum/bits.py")),
    ("_enum.classes", include_str!("_enum/classes.py")),
    ("_enum.flags", include_str!("_enum/flags.py")),
    ("_enum.members", include_str!("_enum/members.py")),
    ("_enum.metaclass", include_str!("_enum/metaclass.py")),
    ("_enum.names", include_str!("_enum/names.py")),
    ("_enum.tools", include_str!("_enum/tools.py")),
    ("_strptime", include_str!("_strptime.py")),
    ("_weakrefset", include_str!("_weakrefset.py")),
    ("abc", include_str!("abc.py")),
    ("bisect", include_str!("bisect.py")),
    ("codecs", include_str!("codecs/__init__.py")),
    ("codecs._bundled", include_str!("codecs/_bundled.py")),
    ("codecs._incremental", include_str!("codecs/_incremental.py")),
    ("codecs._streams", include_str!("codecs/_streams.py")),
    ("collections", include_str!("collections/__init__.py")),
    ("collections._chainmap", include_str!("collections/_chainmap.py")),
    ("collections._counter", include_str!("collections/_counter.py")),
    ("collections._namedtuple", include_str!("collections/_namedtuple.py")),
    ("collections._user", include_str!("collections/_user.py")),
    ("collections.abc", include_str!("collections/abc.py")),
    ("contextlib", include_str!("contextlib.py")),
    ("dataclasses", include_str!("dataclasses.py")),
    ("datetime", include_str!("datetime.py")),
    ("difflib", include_str!("difflib.py")),
    ("dis", include_str!("dis.py")),
    ("doctest", include_str!("doctest/__init__.py")),
    ("doctest.__main__", include_str!("doctest/__main__.py")),
    ("doctest._checker", include_str!("doctest/_checker.py")),
    ("doctest._examples", include_str!("doctest/_examples.py")),
    ("doctest._finder", include_str!("doctest/_finder.py")),
    ("doctest._options", include_str!("doctest/_options.py")),
    ("doctest._runner", include_str!("doctest/_runner.py")),
    ("enum", include_str!("enum.py")),
    ("errno", include_str!("errno.py")),
    ("datetime", include_str!("datetime.py")),
    ("fractions", include_str!("fractions.py")),
    ("functools", include_str!("functools.py")),
    ("heapq", include_str!("heapq.py")),
    ("importlib", include_str!("importlib/__init__.py")),
    ("importlib._loading", include_str!("importlib/_loading.py")),
    ("importlib.abc", include_str!("importlib/abc.py")),
    ("importlib.machinery", include_str!("importlib/machinery.py")),
    ("importlib.util", include_str!("importlib/util.py")),
    ("inspect", include_str!("inspect/__init__.py")),
    ("inspect._arguments", include_str!("inspect/_arguments.py")),
    ("inspect._blocks", include_str!("inspect/_blocks.py")),
    ("inspect._callables", include_str!("inspect/_callables.py")),
    ("inspect._classes", include_str!("inspect/_classes.py")),
    ("inspect._documentation", include_str!("inspect/_documentation.py")),
    ("inspect._frames", include_str!("inspect/_frames.py")),
    ("inspect._parameters", include_str!("inspect/_parameters.py")),
    ("inspect._signature", include_str!("inspect/_signature.py")),
    ("inspect._source", include_str!("inspect/_source.py")),
    ("inspect._static", include_str!("inspect/_static.py")),
    ("json", include_str!("json/__init__.py")),
    ("json.decoder", include_str!("json/decoder.py")),
    ("json.encoder", include_str!("json/encoder.py")),
    ("json.scanner", include_str!("json/scanner.py")),
    ("keyword", include_str!("keyword.py")),
    ("linecache", include_str!("linecache.py")),
    ("numbers", include_str!("numbers.py")),
    ("operator", include_str!("operator.py")),
    ("os", include_str!("os.py")),
    ("pickletools", include_str!("pickletools.py")),
    ("posixpath", include_str!("posixpath.py")),
    ("pprint", include_str!("pprint.py")),
    ("random", include_str!("random.py")),
    ("re", include_str!("re.py")),
    ("reprlib", include_str!("reprlib.py")),
    ("selfsame", include_str!("selfsame.py")),
    ("stat", include_str!("stat.py")),
    ("statistics", include_str!("statistics/__init__.py")),
    ("statistics._averages", include_str!("statistics/_averages.py")),
    ("statistics._exact", include_str!("statistics/_exact.py")),
    ("statistics._kernels", include_str!("statistics/_kernels.py")),
    ("statistics._normal", include_str!("statistics/_normal.py")),
    ("statistics._pairs", include_str!("statistics/_pairs.py")),
    ("statistics._roots", include_str!("statistics/_roots.py")),
    ("statistics._spread", include_str!("statistics/_spread.py")),
    ("string", include_str!("string.py")),
    ("textwrap", include_str!("textwrap.py")),
    ("time", include_str!("time.py")),
    ("timeit", include_str!("timeit.py")),
    ("traceback", include_str!("traceback.py")),
    ("types", include_str!("types.py")),
    ("typing", include_str!("typing/__init__.py")),
    ("typing._abstract", include_str!("typing/_abstract.py")),
    ("typing._aliases", include_str!("typing/_aliases.py")),
    ("typing._checks", include_str!("typing/_checks.py")),
    ("typing._forms", include_str!("typing/_forms.py")),
    ("typing._hints", include_str!("typing/_hints.py")),
    ("typing._imported", include_str!("typing/_imported.py")),
    ("typing._protocols", include_str!("typing/_protocols.py")),
    ("typing._records", include_str!("typing/_records.py")),
    ("typing._streams", include_str!("typing/_streams.py")),
    ("unittest", include_str!("unittest/__init__.py")),
    ("unittest.__main__", include_str!("unittest/__main__.py")),
    ("unittest.assertions", include_str!("unittest/assertions.py")),
    ("unittest.case", include_str!("unittest/case.py")),
    ("unittest.loader", include_str!("unittest/loader.py")),
    ("unittest.main", include_str!("unittest/main.py")),
    ("unittest.result", include_str!("unittest/result.py")),
    ("unittest.runner", include_str!("unittest/runner.py")),
    ("unittest.signals", include_str!("unittest/signals.py")),
    ("unittest.suite", include_str!("unittest/suite.py")),
    ("unittest.util", include_str!("unittest/util.py")),
    ("warnings", include_str!("warnings.py")),
    ("weakref", include_str!("weakref.py")),
];

/// What `-m NAME` runs for modules written in Rust that CPython has as programs.
pub static COMMANDS: &[(&str, &str)] = &[("pickle", include_str!("pickle_command.py"))];
