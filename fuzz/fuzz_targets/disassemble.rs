//! Explains any bytes and takes them apart with `pickletools`. An explanation that ends well without calls and without
//! names that lead nowhere is of a pickle that loads.
#![no_main]

#[path = "../common.rs"]
mod common;

use selfsame::pickle::explain::resolve::Outcome;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    common::with_interpreter(|python| {
        let mut quiet = true;
        let mut ended = false;
        for step in python.explain_pickle(data) {
            let Ok(step) = step else { return };
            let _ = step.to_string();
            quiet &= step.error.is_none();
            ended = step.opcode == Some("STOP");
            quiet &= ended || step.effect.is_none();
            quiet &= step.resolution.is_none_or(|r| matches!(r.outcome, Outcome::Here { .. }));
        }
        assert!(ended || !quiet);
        if quiet && let Err(e) = common::call(python, "load", data) {
            // What the explanation doesn't do: hash the tuples, and the like.
            let expected = e.message.contains("unhashable")
                || e.class == "MemoryError"
                || e.message.contains("fuel")
                || e.class == "RecursionError";
            assert!(expected, "explained without error, but: {}", e.traceback);
        }
        let _ = common::call(python, "disassemble", data);
    });
});
