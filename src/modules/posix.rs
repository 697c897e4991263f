//! `posix`: the operating system's files and folders, as far as Rust's standard library reaches them everywhere.
//!
//! Every function asks first whether programs may reach files at all. What a program sees is `os`, written in Python.

use crate::types::exception::from_io;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};
use std::fs::{self, Metadata};
use std::io;
use std::time::{Duration, SystemTime};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "posix",
    doc: "This module provides access to operating system functionality that is\nstandardized by the C Standard and \
          the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the library manual and\ncorresponding \
          Unix manual entries for more information on calls.",
    functions: FUNCTIONS,
    classes: &[],
    init: Some(init),
};

static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new(
        "fspath",
        "(path)",
        fspath,
        "Return the file system path representation of the object.\n\nIf the object is str or bytes, then allow it to pass through as-is. If the\nobject defines __fspath__(), then return the result of that method. All other\ntypes raise a TypeError.",
    ),
    NativeSpec::new("getcwd", "()", getcwd, "Return a unicode string representing the current working directory."),
    NativeSpec::new("chdir", "(path)", chdir, "Change the current working directory to the specified path."),
    NativeSpec::new(
        "listdir",
        "(path=None)",
        listdir,
        "Return a list containing the names of the files in the directory.",
    ),
    NativeSpec::new("_entries", "(path, /)", entries, "The (name, kind, inode) of everything in a directory."),
    NativeSpec::new("_stat", "(path, follow, /)", stat, "The fields of a stat_result."),
    NativeSpec::new("mkdir", "(path, mode=511, *, dir_fd=None)", mkdir, "Create a directory."),
    NativeSpec::new(
        "rmdir",
        "(path, *, dir_fd=None)",
        |vm, a| on_path(vm, a, "rmdir", |p| fs::remove_dir(p)),
        "Remove a directory.",
    ),
    NativeSpec::new(
        "remove",
        "(path, *, dir_fd=None)",
        |vm, a| on_path(vm, a, "remove", |p| fs::remove_file(p)),
        "Remove a file (same as unlink()).",
    ),
    NativeSpec::new(
        "unlink",
        "(path, *, dir_fd=None)",
        |vm, a| on_path(vm, a, "unlink", |p| fs::remove_file(p)),
        "Remove a file (same as remove()).",
    ),
    NativeSpec::new(
        "rename",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        |vm, a| on_two(vm, a, "rename", |a, b| fs::rename(a, b)),
        "Rename a file or directory.",
    ),
    NativeSpec::new(
        "replace",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        |vm, a| on_two(vm, a, "replace", |a, b| fs::rename(a, b)),
        "Rename a file or directory, overwriting the destination.",
    ),
    NativeSpec::new(
        "link",
        "(src, dst)",
        |vm, a| on_two(vm, a, "link", |a, b| fs::hard_link(a, b)),
        "Create a hard link to a file.",
    ),
    NativeSpec::new(
        "symlink",
        "(src, dst, target_is_directory=False)",
        |vm, a| on_two(vm, a, "symlink", symlink_to),
        "Create a symbolic link pointing to src named dst.",
    ),
    NativeSpec::new(
        "readlink",
        "(path, *, dir_fd=None)",
        readlink,
        "Return a string representing the path to which the symbolic link points.",
    ),
    NativeSpec::new("chmod", "(path, mode)", chmod, "Change the access permissions of a file."),
    NativeSpec::new(
        "truncate",
        "(path, length)",
        truncate,
        "Truncate a file, specified by path, to a specific length.",
    ),
    NativeSpec::new(
        "_utime",
        "(path, atime_ns, mtime_ns, /)",
        utime,
        "Set the access and modified time of path; now, for None.",
    ),
    NativeSpec::new(
        "getpid",
        "()",
        |_, _| Ok(Value::Int(i64::from(std::process::id()))),
        "Return the current process id.",
    ),
    NativeSpec::new("cpu_count", "()", cpu_count, "Return the number of logical CPUs in the system."),
    NativeSpec::new(
        "urandom",
        "(size, /)",
        urandom,
        "Return a bytes object containing random bytes suitable for cryptographic use.",
    ),
    NativeSpec::new("strerror", "(code, /)", strerror, "Translate an error code to a message string."),
    NativeSpec::new("isatty", "(fd, /)", isatty, "Return True if the fd is connected to a terminal."),
    NativeSpec::new(
        "_exit",
        "(status)",
        exit,
        "Exit to the system with specified status, without normal exit processing.",
    ),
];

/// `environ` is what the process was started with, if programs may reach outside at all.
fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let environ = vm.heap.new_dict_key(Default::default());
    if vm.host.files {
        for (name, value) in std::env::vars_os() {
            let name = vm.heap.new_str(name.to_string_lossy().as_ref());
            let value = vm.heap.new_str(value.to_string_lossy().as_ref());
            vm.dict_set(environ, name, value)?;
        }
    }
    vm.heap.ns_set_text(ns, "environ", Value::Dict(environ));
    Ok(())
}

/// A path argument as it was given, with its text.
struct PathArgument {
    text: String,
    value: Value,
    bytes: bool,
}

/// The path in an argument of a function.
fn path_argument(vm: &mut Vm, v: Value, function: &str, name: &str, allowed: &str) -> Res<PathArgument> {
    let given = if matches!(vm.payload(v), Value::Str(_) | Value::Bytes(_)) {
        v
    } else {
        let special = vm.heap.intern("__fspath__");
        match vm.call_special(v, special, &[])? {
            Some(path) => path,
            None => {
                let t = vm.type_name(v);
                return Err(vm.type_error(format!("{function}: {name} should be {allowed}, not {t}")));
            }
        }
    };
    let (text, bytes) = match vm.payload(given) {
        Value::Str(k) => (vm.heap.text(k).into_owned(), false),
        Value::Bytes(k) => (String::from_utf8_lossy(&vm.heap.bytes[k]).into_owned(), true),
        _ => {
            let (t, r) = (vm.type_name(v), vm.type_name(given));
            return Err(vm.type_error(format!("expected {t}.__fspath__() to return str or bytes, not {r}")));
        }
    };
    if text.contains('\0') {
        return Err(vm.value_error(format!("{function}: embedded null character in {name}")));
    }
    Ok(PathArgument { text, value: given, bytes })
}

const PLAIN: &str = "string, bytes or os.PathLike";

/// Does something with files, if that is allowed; its error is an `OSError` about `path`.
fn with_files<T>(vm: &mut Vm, path: Value, action: impl FnOnce() -> io::Result<T>) -> Res<T> {
    vm.settle_files();
    let result = if vm.host.files { action() } else { Err(io::Error::from_raw_os_error(13)) };
    result.map_err(|e| from_io(vm, &e, path))
}

fn on_path(vm: &mut Vm, args: Args, function: &str, action: fn(&str) -> io::Result<()>) -> Res {
    let path = path_argument(vm, args.get(vm, 0), function, "path", PLAIN)?;
    with_files(vm, path.value, || action(&path.text))?;
    Ok(Value::None)
}

/// The errors of functions about two paths name both.
fn on_two(vm: &mut Vm, args: Args, function: &str, action: fn(&str, &str) -> io::Result<()>) -> Res {
    let src = path_argument(vm, args.get(vm, 0), function, "src", PLAIN)?;
    let dst = path_argument(vm, args.get(vm, 1), function, "dst", PLAIN)?;
    let result = if vm.host.files { action(&src.text, &dst.text) } else { Err(io::Error::from_raw_os_error(13)) };
    if let Err(e) = result {
        let raised = from_io(vm, &e, Value::Undef);
        crate::types::exception::set_field(vm, "filename", src.value);
        crate::types::exception::set_field(vm, "filename2", dst.value);
        return Err(raised);
    }
    Ok(Value::None)
}

#[cfg(unix)]
fn symlink_to(src: &str, dst: &str) -> io::Result<()> {
    std::os::unix::fs::symlink(src, dst)
}

#[cfg(not(unix))]
fn symlink_to(_src: &str, _dst: &str) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn fspath(vm: &mut Vm, args: Args) -> Res {
    let path = args.get(vm, 0);
    if matches!(vm.payload(path), Value::Str(_) | Value::Bytes(_)) {
        return Ok(path);
    }
    let special = vm.heap.intern("__fspath__");
    let t = vm.type_name(path);
    match vm.call_special(path, special, &[])? {
        Some(found) if matches!(vm.payload(found), Value::Str(_) | Value::Bytes(_)) => Ok(found),
        Some(found) => {
            let r = vm.type_name(found);
            Err(vm.type_error(format!("expected {t}.__fspath__() to return str or bytes, not {r}")))
        }
        None => Err(vm.type_error(format!("expected str, bytes or os.PathLike object, not {t}"))),
    }
}

/// A path as a value: bytes where the argument was.
fn path_value(vm: &mut Vm, path: &std::ffi::OsStr, bytes: bool) -> Value {
    let text = path.to_string_lossy();
    if bytes { vm.heap.new_bytes(text.as_bytes()) } else { vm.heap.new_str(text.as_ref()) }
}

fn getcwd(vm: &mut Vm, _args: Args) -> Res {
    let path = with_files(vm, Value::Undef, std::env::current_dir)?;
    Ok(path_value(vm, path.as_os_str(), false))
}

fn chdir(vm: &mut Vm, args: Args) -> Res {
    let path = path_argument(vm, args.get(vm, 0), "chdir", "path", "string, bytes, os.PathLike or integer")?;
    with_files(vm, path.value, || std::env::set_current_dir(&path.text))?;
    Ok(Value::None)
}

/// The folder to list: the current one, if none is named.
fn folder_argument(vm: &mut Vm, path: Value, function: &str) -> Res<PathArgument> {
    if path.or_none().is_none() {
        let value = vm.heap.interned_str(".");
        return Ok(PathArgument { text: ".".to_owned(), value, bytes: false });
    }
    path_argument(vm, path, function, "path", "string, bytes, os.PathLike, integer or None")
}

fn listdir(vm: &mut Vm, args: Args) -> Res {
    let path = folder_argument(vm, args.get(vm, 0), "listdir")?;
    let names = with_files(vm, path.value, || {
        fs::read_dir(&path.text)?.map(|e| e.map(|e| e.file_name())).collect::<io::Result<Vec<_>>>()
    })?;
    let names = names.iter().map(|name| path_value(vm, name, path.bytes)).collect();
    Ok(vm.heap.new_list(names))
}

fn entries(vm: &mut Vm, args: Args) -> Res {
    let path = folder_argument(vm, args.get(vm, 0), "scandir")?;
    let found = with_files(vm, path.value, || {
        let entry = |e: io::Result<fs::DirEntry>| {
            let e = e?;
            let kind = e.file_type()?;
            let letter = if kind.is_symlink() {
                "l"
            } else if kind.is_dir() {
                "d"
            } else if kind.is_file() {
                "f"
            } else {
                "o"
            };
            Ok((e.file_name(), letter, inode(&e)))
        };
        fs::read_dir(&path.text)?.map(entry).collect::<io::Result<Vec<_>>>()
    })?;
    let mut items = Vec::new();
    for (name, kind, inode) in found {
        let (name, kind, inode) =
            (path_value(vm, &name, path.bytes), vm.heap.interned_str(kind), vm.heap.int_from(inode));
        items.push(vm.heap.new_tuple([name, kind, inode]));
    }
    Ok(vm.heap.new_list(items))
}

#[cfg(unix)]
fn inode(entry: &fs::DirEntry) -> u64 {
    std::os::unix::fs::DirEntryExt::ino(entry)
}

#[cfg(not(unix))]
fn inode(_entry: &fs::DirEntry) -> u64 {
    0
}

/// `st_mode`, `st_ino`, `st_dev`, `st_nlink`, `st_uid`, `st_gid`, `st_size`; the times in nanoseconds: accessed,
/// modified, changed; then the size of a block, how many, and the device.
#[cfg(unix)]
fn fields(m: &Metadata) -> [i128; 13] {
    use std::os::unix::fs::MetadataExt;
    let time = |seconds: i64, nanos: i64| i128::from(seconds) * 1_000_000_000 + i128::from(nanos);
    [
        m.mode().into(),
        m.ino().into(),
        m.dev().into(),
        m.nlink().into(),
        m.uid().into(),
        m.gid().into(),
        m.size().into(),
        time(m.atime(), m.atime_nsec()),
        time(m.mtime(), m.mtime_nsec()),
        time(m.ctime(), m.ctime_nsec()),
        m.blksize().into(),
        m.blocks().into(),
        m.rdev().into(),
    ]
}

#[cfg(not(unix))]
fn fields(m: &Metadata) -> [i128; 13] {
    let time = |t: io::Result<SystemTime>| {
        let since = t.ok().and_then(|t| t.duration_since(SystemTime::UNIX_EPOCH).ok());
        since.map_or(0, |d| d.as_nanos() as i128)
    };
    let kind = if m.is_dir() { 0o040_000 } else { 0o100_000 };
    let permissions = if m.permissions().readonly() { 0o444 } else { 0o666 };
    let (accessed, modified, created) = (time(m.accessed()), time(m.modified()), time(m.created()));
    [kind | permissions, 0, 0, 1, 0, 0, m.len().into(), accessed, modified, created, 4096, 0, 0]
}

fn stat(vm: &mut Vm, args: Args) -> Res {
    let [path, follow] = args.take(vm);
    let follow = vm.truth(follow)?;
    let name = if follow { "stat" } else { "lstat" };
    let allowed = if follow { "string, bytes, os.PathLike or integer" } else { PLAIN };
    let path = path_argument(vm, path, name, "path", allowed)?;
    let metadata =
        with_files(
            vm,
            path.value,
            || {
                if follow { fs::metadata(&path.text) } else { fs::symlink_metadata(&path.text) }
            },
        )?;
    let fields = fields(&metadata).map(|n| vm.heap.int_from(n));
    Ok(vm.heap.new_tuple(fields))
}

fn mkdir(vm: &mut Vm, args: Args) -> Res {
    let path = path_argument(vm, args.get(vm, 0), "mkdir", "path", PLAIN)?;
    let mode = match args.get(vm, 1).bound() {
        Some(mode) => vm.index_clamped(mode)?,
        None => 0o777,
    };
    with_files(vm, path.value, || make_folder(&path.text, mode as u32))?;
    Ok(Value::None)
}

#[cfg(unix)]
fn make_folder(path: &str, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(mode).create(path)
}

#[cfg(not(unix))]
fn make_folder(path: &str, _mode: u32) -> io::Result<()> {
    fs::create_dir(path)
}

fn readlink(vm: &mut Vm, args: Args) -> Res {
    let path = path_argument(vm, args.get(vm, 0), "readlink", "path", PLAIN)?;
    let target = with_files(vm, path.value, || fs::read_link(&path.text))?;
    Ok(path_value(vm, target.as_os_str(), path.bytes))
}

fn chmod(vm: &mut Vm, args: Args) -> Res {
    let path = path_argument(vm, args.get(vm, 0), "chmod", "path", "string, bytes, os.PathLike or integer")?;
    let mode = vm.index_clamped(args.get(vm, 1))?;
    with_files(vm, path.value, || set_mode(&path.text, mode as u32))?;
    Ok(Value::None)
}

#[cfg(unix)]
fn set_mode(path: &str, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn set_mode(path: &str, mode: u32) -> io::Result<()> {
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_readonly(mode & 0o200 == 0);
    fs::set_permissions(path, permissions)
}

fn truncate(vm: &mut Vm, args: Args) -> Res {
    let path = path_argument(vm, args.get(vm, 0), "truncate", "path", "string, bytes, os.PathLike or integer")?;
    let length = vm.index_i64(args.get(vm, 1))?;
    with_files(vm, path.value, || {
        let length = u64::try_from(length).map_err(|_| io::Error::from_raw_os_error(22))?;
        fs::OpenOptions::new().write(true).open(&path.text)?.set_len(length)
    })?;
    Ok(Value::None)
}

fn utime(vm: &mut Vm, args: Args) -> Res {
    let [path, accessed, modified] = args.take(vm);
    let path = path_argument(vm, path, "utime", "path", "string, bytes, os.PathLike or integer")?;
    let time = |vm: &mut Vm, v: Value| -> Res<SystemTime> {
        if v.is_none() {
            return Ok(SystemTime::now());
        }
        let nanos = vm.index_i64(v)?;
        let distance = Duration::from_nanos(nanos.unsigned_abs());
        let at = if nanos < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(distance)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(distance)
        };
        at.ok_or_else(|| vm.overflow_error("timestamp out of range for platform time_t"))
    };
    let times = fs::FileTimes::new().set_accessed(time(vm, accessed)?).set_modified(time(vm, modified)?);
    with_files(vm, path.value, || {
        let file = fs::OpenOptions::new().write(true).open(&path.text).or_else(|_| fs::File::open(&path.text))?;
        file.set_times(times)
    })?;
    Ok(Value::None)
}

fn cpu_count(_vm: &mut Vm, _args: Args) -> Res {
    Ok(std::thread::available_parallelism().map_or(Value::None, |n| Value::Int(n.get() as i64)))
}

fn urandom(vm: &mut Vm, args: Args) -> Res {
    let size = vm.index_i64(args.get(vm, 0))?;
    let Ok(size) = usize::try_from(size) else {
        return Err(vm.value_error("negative argument not allowed"));
    };
    vm.reserve(size)?;
    let bytes = with_files(vm, Value::Undef, || {
        use io::Read;
        let mut bytes = vec![0; size];
        fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
        Ok(bytes)
    })?;
    Ok(vm.heap.new_bytes(bytes))
}

fn strerror(vm: &mut Vm, args: Args) -> Res {
    let code = vm.index_i64(args.get(vm, 0))?;
    let text = io::Error::from_raw_os_error(i32::try_from(code).unwrap_or(i32::MAX)).to_string();
    Ok(vm.heap.new_str(text.rsplit_once(" (os error").map_or(text.as_str(), |(t, _)| t)))
}

fn isatty(vm: &mut Vm, args: Args) -> Res {
    Ok(Value::Bool(match vm.index_i64(args.get(vm, 0))? {
        0 => vm.host.stdin.terminal,
        1 => vm.host.stdout.terminal,
        2 => vm.host.stderr.terminal,
        _ => false,
    }))
}

fn exit(vm: &mut Vm, args: Args) -> Res {
    let status = vm.index_clamped(args.get(vm, 0))?;
    if !vm.host.files {
        return Err(from_io(vm, &io::Error::from_raw_os_error(1), Value::Undef));
    }
    std::process::exit(status as i32)
}
