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

# Fuzz pickles for so many seconds (needs nightly and cargo-fuzz): `just fuzz read`, `disassemble` or `round_trip`.
fuzz TARGET SECONDS='60':
    mkdir -p fuzz/corpus/{{TARGET}}
    cargo +nightly fuzz run {{TARGET}} fuzz/corpus/{{TARGET}} fuzz/seeds -- -max_total_time={{SECONDS}} -max_len=4096 -timeout=30

# Load and explain so many mutated pickles: what `just fuzz` does, without nightly.
mutate-pickles COUNT='100000' SEED='1':
    SELFSAME_PICKLE_MUTATIONS={{COUNT}} SELFSAME_PICKLE_SEED={{SEED}} cargo test --test pickle_safety mutated

# Everything a change must pass.
ci:
    .ci/run
