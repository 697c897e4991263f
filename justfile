# The contributor's front door. `just` lists the recipes; each is one or two commands you can type as well.

# List the recipes.
default:
    @just --list

# Run a program, or the prompt if there is none: `just run examples/class_identity.py`.
run *ARGS:
    cargo run --release -- {{ARGS}}

# Run all tests.
test:
    cargo test

# Run the test scripts whose name contains FILTER, in all modes: `just scripts pickle`.
scripts FILTER='':
    cargo test --test scripts -- {{FILTER}}

# Run the test scripts with a garbage collection at nearly every call.
stress:
    cargo test --test scripts -- stress::

# Record what CPython 3.13 answers to the scripts (all, or `just record pickle`, `just record pickle/memo.py`).
record *WHAT:
    python3.13 tests/record.py {{WHAT}}

# Check that the recordings are what CPython 3.13 answers.
check-recordings:
    python3.13 tests/record.py --check

# Format the code.
fmt:
    cargo fmt

# Format, lint, document: what the code has to pass besides the tests.
lint:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps

# Build the library for an embedder: no command, no prompt; and for the browser.
library:
    cargo build --no-default-features --lib
    cargo build --no-default-features --lib --target wasm32-unknown-unknown

# Everything a change must pass.
ci:
    .ci/run
