//! The module `_time`: clocks and time zones, on which `time.py` builds.

use crate::heap::types::Exc;
use crate::types::{float, int};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Raised, Res, Vm};
use num_traits::ToPrimitive;
use std::time::Duration;

/// The module.
#[rustfmt::skip] // a table
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_time",
    doc: "Clocks and time zones.",
    functions: &[
        NativeSpec::new("whole_seconds", "(seconds, /)", |vm, args| { let v = args.get(vm, 0); Ok(Value::Int(nanoseconds(vm, v)?.div_euclid(1_000_000_000) as i64)) }, "Seconds, rounded down."),
        NativeSpec::new("zone_at", "(rule, seconds, /)", zone_at, "Whether it is summer time then, the zone's name and its offset."),
    ],
    classes: &[],
    init: Some(init),
};

/// The functions that `time` offers as its own.
#[rustfmt::skip] // a table
static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new("monotonic", "()", |vm, _| seconds(vm, clock::monotonic), "monotonic() -> float\n\nMonotonic clock, cannot go backward."),
    NativeSpec::new("monotonic_ns", "()", |vm, _| whole(vm, clock::monotonic), "monotonic_ns() -> int\n\nMonotonic clock, cannot go backward, as nanoseconds."),
    NativeSpec::new("perf_counter", "()", |vm, _| seconds(vm, clock::monotonic), "perf_counter() -> float\n\nPerformance counter for benchmarking."),
    NativeSpec::new("perf_counter_ns", "()", |vm, _| whole(vm, clock::monotonic), "perf_counter_ns() -> int\n\nPerformance counter for benchmarking as nanoseconds."),
    NativeSpec::new("process_time", "()", |vm, _| seconds(vm, clock::process), "process_time() -> float\n\nProcess time for profiling: sum of the kernel and user-space CPU time."),
    NativeSpec::new("process_time_ns", "()", |vm, _| whole(vm, clock::process), "process_time() -> int\n\nProcess time for profiling as nanoseconds:\nsum of the kernel and user-space CPU time."),
    NativeSpec::new("sleep", "(object, /)", sleep, "sleep(seconds)\n\nDelay execution for a given number of seconds.  The argument may be\na floating-point number for subsecond precision."),
    NativeSpec::new("thread_time", "()", |vm, _| seconds(vm, clock::thread), "thread_time() -> float\n\nThread time for profiling: sum of the kernel and user-space CPU time."),
    NativeSpec::new("thread_time_ns", "()", |vm, _| whole(vm, clock::thread), "thread_time() -> int\n\nThread time for profiling as nanoseconds:\nsum of the kernel and user-space CPU time."),
    NativeSpec::new("time", "()", |vm, _| seconds(vm, clock::real), "time() -> floating-point number\n\nReturn the current time in seconds since the Epoch.\nFractions of a second may be present if the system clock provides them."),
    NativeSpec::new("time_ns", "()", |vm, _| whole(vm, clock::real), "time_ns() -> int\n\nReturn the current time in nanoseconds since the Epoch."),
];

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let module = vm.heap.interned_str("time");
    vm.add_functions(ns, module, FUNCTIONS);
    Ok(())
}

/// The clocks, in nanoseconds; None where there is no such clock.
#[cfg(not(target_family = "wasm"))]
mod clock {
    use crate::vm::Vm;
    use cpu_time::{ProcessTime, ThreadTime};
    use std::time::{Instant, SystemTime, UNIX_EPOCH};

    /// Since the epoch.
    pub fn real(_: &mut Vm) -> Option<i128> {
        Some(match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(after) => after.as_nanos() as i128,
            Err(before) => -(before.duration().as_nanos() as i128),
        })
    }

    /// Since the machine started, where it tells, or else since the program first asked.
    pub fn monotonic(vm: &mut Vm) -> Option<i128> {
        let &mut (start, offset) = vm.host.clock.get_or_insert_with(|| {
            let uptime = std::fs::read_to_string("/proc/uptime").ok();
            let seconds = uptime.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
            (Instant::now(), (seconds.unwrap_or(0.0) * 1e9) as i128)
        });
        Some(start.elapsed().as_nanos() as i128 + offset)
    }

    /// What the process has had of the processor.
    pub fn process(_: &mut Vm) -> Option<i128> {
        Some(ProcessTime::try_now().ok()?.as_duration().as_nanos() as i128)
    }

    /// What this thread has had of the processor.
    pub fn thread(_: &mut Vm) -> Option<i128> {
        Some(ThreadTime::try_now().ok()?.as_duration().as_nanos() as i128)
    }
}

/// There are no clocks in WebAssembly itself.
#[cfg(target_family = "wasm")]
mod clock {
    use crate::vm::Vm;
    pub fn real(_: &mut Vm) -> Option<i128> {
        None
    }
    pub fn monotonic(_: &mut Vm) -> Option<i128> {
        None
    }
    pub fn process(_: &mut Vm) -> Option<i128> {
        None
    }
    pub fn thread(_: &mut Vm) -> Option<i128> {
        None
    }
}

fn whole(vm: &mut Vm, clock: fn(&mut Vm) -> Option<i128>) -> Res {
    match clock(vm) {
        Some(ns) => Ok(vm.heap.int_from(ns)),
        None => Err(vm.runtime_error("the processor time used is not available or its value cannot be represented")),
    }
}

fn seconds(vm: &mut Vm, clock: fn(&mut Vm) -> Option<i128>) -> Res {
    let ns = whole(vm, clock)?;
    Ok(Value::Float(float::to_f64(vm, ns)? / 1e9))
}

#[cold]
fn out_of_range(vm: &mut Vm) -> Raised {
    vm.overflow_error("timestamp out of range for platform time_t")
}

/// A number of seconds in nanoseconds, rounded down.
fn nanoseconds(vm: &mut Vm, v: Value) -> Res<i128> {
    if let Value::Float(x) = vm.payload(v) {
        if x.is_nan() {
            return Err(vm.value_error("Invalid value NaN (not a number)"));
        }
        if !(-9.3e18..9.3e18).contains(&x) {
            return Err(out_of_range(vm));
        }
        let seconds = x.floor();
        return Ok(seconds as i128 * 1_000_000_000 + ((x - seconds) * 1e9).floor() as i128);
    }
    let n = vm.index(v)?;
    match int::to_bigint(&vm.heap, n).to_i64() {
        Some(seconds) => Ok(i128::from(seconds) * 1_000_000_000),
        None => Err(out_of_range(vm)),
    }
}

/// Sleeps in short pieces, so that an interrupt or a deadline is noticed.
fn sleep(vm: &mut Vm, args: Args) -> Res {
    let v = args.get(vm, 0);
    let ns = nanoseconds(vm, v)?;
    if ns < 0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    let Some(start) = clock::monotonic(vm) else {
        return Err(vm.error(Exc::NotImplementedError, "there is no clock to sleep by"));
    };
    loop {
        vm.check_limits(1)?;
        let left = ns - (clock::monotonic(vm).unwrap_or(start) - start);
        if left <= 0 {
            return Ok(Value::None);
        }
        std::thread::sleep(Duration::from_nanos(left.min(20_000_000) as u64));
    }
}

/// What the zone of a `TZ` says, or the machine's, at a time.
fn zone_at(vm: &mut Vm, args: Args) -> Res {
    let (rule, at) = (args.get(vm, 0), args.get(vm, 1));
    let at = vm.index_clamped(at)?;
    let rule = match vm.payload(rule) {
        Value::Str(k) => Some(vm.heap.text(k).into_owned()),
        _ => None,
    };
    // Years far away are as the last that the zone knows of.
    let at = at.clamp(-(1 << 40), 1 << 40);
    let zone = match rule.as_deref() {
        None => tz::TimeZone::from_posix_tz("localtime"),
        Some(rule) => tz::TimeZone::from_posix_tz(rule),
    };
    let zone = zone.unwrap_or_else(|_| tz::TimeZone::utc());
    let (summer, name, offset) = match zone.find_local_time_type(at) {
        Ok(found) => (found.is_dst(), found.time_zone_designation().to_owned(), found.ut_offset()),
        Err(_) => (false, String::from("UTC"), 0),
    };
    let name = vm.heap.new_str(if name.is_empty() { "UTC".to_owned() } else { name });
    Ok(vm.heap.new_tuple([Value::Bool(summer), name, Value::Int(i64::from(offset))]))
}
