//! The `selfsame` command: hands over to [`selfsame::cli`].
#![forbid(unsafe_code)]

fn main() {
    std::process::exit(selfsame::cli::main());
}
