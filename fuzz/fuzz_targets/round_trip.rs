//! What can be loaded can be written in every protocol, and what was written loads and is written the same again.
#![no_main]

#[path = "../common.rs"]
mod common;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    common::with_interpreter(|python| {
        if let Err(e) = common::call(python, "round_trip", data) {
            assert!(e.class != "AssertionError", "{}", e.traceback);
        }
    });
});
