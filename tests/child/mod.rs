//! A child process with its input, a time limit, and what it answers.

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a process wrote and how it ended.
pub struct Outcome {
    /// All of its standard output.
    #[allow(dead_code, reason = "each test file that has this module reads what it needs")]
    pub stdout: Vec<u8>,
    /// All of its standard error.
    pub stderr: Vec<u8>,
    /// How it ended.
    pub end: End,
}

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// By itself.
    Exited(ExitStatus),
    /// It took longer than the limit and was killed.
    TimedOut,
}

impl End {
    /// `exit status 0` and the like; a signal by its number.
    pub fn describe(self) -> String {
        match self {
            Self::Exited(status) => match status.code() {
                Some(code) => format!("exit status {code}"),
                None => format!("ended by {status}"),
            },
            Self::TimedOut => "no end within the time limit".to_owned(),
        }
    }
}

/// Runs `command` with `input` as its standard input, for at most `limit`.
///
/// # Errors
/// The operating system's, if the process can't be started or watched.
pub fn run(command: &mut Command, input: &[u8], limit: Duration) -> io::Result<Outcome> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let stdin = child.stdin.take();
    let stdout = child.stdout.take();
    let stderr = child.stderr.take();
    thread::scope(|scope| {
        // A process may end without reading its input: a broken pipe is no failure.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        let stdout = scope.spawn(|| read_all(stdout));
        let stderr = scope.spawn(|| read_all(stderr));
        let end = wait(&mut child, limit)?;
        Ok(Outcome {
            stdout: stdout.join().expect("the reader doesn't panic"),
            stderr: stderr.join().expect("the reader doesn't panic"),
            end,
        })
    })
}

fn read_all(stream: Option<impl Read>) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(mut stream) = stream {
        // What was read before an error is compared, and shows where it broke off.
        let _ = stream.read_to_end(&mut bytes);
    }
    bytes
}

/// Waits for the end of `child`, and makes one if it takes longer than `limit`.
fn wait(child: &mut Child, limit: Duration) -> io::Result<End> {
    let started = Instant::now();
    let mut pause = Duration::from_micros(200);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(End::Exited(status));
        }
        if started.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(End::TimedOut);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(5));
    }
}

/// Our command, without the settings of whoever runs the tests.
pub fn selfsame() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_selfsame"));
    for (name, _) in std::env::vars_os() {
        let shown = name.to_string_lossy();
        if shown.starts_with("SELFSAME_") || shown.starts_with("PYTHON") {
            command.env_remove(&name);
        }
    }
    command.env("NO_COLOR", "1");
    command
}
