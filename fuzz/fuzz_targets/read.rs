//! Loads any bytes, within limits: a value or an exception.
#![no_main]

#[path = "../common.rs"]
mod common;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    common::with_interpreter(|python| {
        let _ = common::call(python, "load", data);
    });
});
