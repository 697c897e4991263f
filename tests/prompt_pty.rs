//! The prompt, typed at in a real terminal, and fed from a pipe.

mod child;

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The first founding program, as issue and README show it. White space at the end of a line doesn't show.
const TRANSCRIPT: &str = "\
>>> class T:
...     version = '1.0'
...
>>> import pickle
>>> pickled = pickle.dumps(T)
>>> T.version = '2.0'
>>> PT = pickle.loads(pickled)
>>> PT.version
'2.0'
>>> T
<class '__main__.T'>
>>> PT
<class '__main__.T'>
>>> id(PT) == id(T)
True
";

/// The second founding program: a class pickled by value, and its assertions.
const SECOND: &str = "\
>>> import io
>>> import pickle
>>> class MyClass:
...     my_attribute = 1
...
>>> class MyPickler(pickle.Pickler):
...     def reducer_override(self, obj):
...         \"\"\"Custom reducer for MyClass.\"\"\"
...         if getattr(obj, \"__name__\", None) == \"MyClass\":
...             return type, (obj.__name__, obj.__bases__,
...                           {'my_attribute': obj.my_attribute})
...         else:
...             # For any other object, fallback to usual reduction
...             return NotImplemented
...
>>> f = io.BytesIO()
>>> p = MyPickler(f)
>>> p.dump(MyClass)
>>> del MyClass
>>> unpickled_class = pickle.loads(f.getvalue())
>>> assert isinstance(unpickled_class, type)
>>> assert unpickled_class.__name__ == \"MyClass\"
>>> assert unpickled_class.my_attribute == 1
>>> print(unpickled_class.__name__, unpickled_class.my_attribute)
MyClass 1
";

const ROWS: NonZero<u16> = NonZero::new(50).unwrap();
const COLUMNS: NonZero<u16> = NonZero::new(100).unwrap();

/// How long an answer may take.
const LIMIT: Duration = Duration::from_secs(20);

/// A terminal with the prompt in it.
struct Terminal {
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    child: Box<dyn Child + Send + Sync>,
    /// Closing it hangs up on the child.
    _master: Box<dyn MasterPty + Send>,
    /// Where the history goes.
    _folder: tempfile::TempDir,
}

impl Terminal {
    /// Starts the prompt; nothing where there is no pseudo-terminal to be had.
    fn open() -> Option<Self> {
        let size = PtySize { rows: ROWS.get(), cols: COLUMNS.get(), pixel_width: 0, pixel_height: 0 };
        let pair = match native_pty_system().openpty(size) {
            Ok(pair) => pair,
            Err(error) => {
                eprintln!("skipped: there is no pseudo-terminal here ({error})");
                return None;
            }
        };
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_selfsame"));
        command.env("TERM", "xterm-256color");
        command.env("NO_COLOR", "1");
        command.env("SELFSAME_HISTORY", folder.path().join("history"));
        command.cwd(folder.path());
        let child = pair.slave.spawn_command(command).expect("the command runs");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a terminal can be read");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            // Linux reports the end of the child as an error.
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Some(Self {
            keyboard: pair.master.take_writer().expect("a terminal can be written to"),
            output,
            screen: vt100::Parser::new(ROWS, COLUMNS, 0),
            child,
            _master: pair.master,
            _folder: folder,
        })
    }

    /// The lines on the screen, from the first prompt on, without white space at their ends.
    fn lines(&self) -> Vec<String> {
        let contents = self.screen.screen().contents();
        let lines = contents.trim_end().lines().map(|line| line.trim_end().to_owned());
        lines.skip_while(|line| !line.starts_with(">>>")).collect()
    }

    /// Reads what the child writes until the screen is as wanted.
    fn wait_until(&mut self, what: &str, wanted: impl Fn(&[String]) -> bool) {
        let started = Instant::now();
        while !wanted(&self.lines()) {
            match self.output.recv_timeout(Duration::from_millis(50)) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Timeout) if started.elapsed() < LIMIT => {}
                Err(error) => panic!("waited for {what} ({error}), and the screen is:\n{}", self.lines().join("\n")),
            }
        }
    }

    /// Waits for a new prompt as the `count`th line.
    fn wait_for_prompt(&mut self, prompt: &str, count: usize) {
        self.wait_until(&format!("{prompt:?} in line {count}"), |lines| {
            lines.len() == count && lines.last().is_some_and(|line| line == prompt)
        });
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the terminal is open");
        self.keyboard.flush().expect("the terminal is open");
    }

    /// Types a line at the prompt, but for the indentation that is there already.
    fn type_line(&mut self, line: &str) {
        const PROMPT: usize = 4;
        let (_, column) = self.screen.screen().cursor_position();
        let given = usize::from(column).saturating_sub(PROMPT);
        let indent = line.len() - line.trim_start().len();
        if given > indent && !line.is_empty() {
            // Less than is offered: Ctrl-U takes that away.
            self.press(&format!("\u{15}{line}\r"));
            return;
        }
        let rest = line.get(given..).unwrap_or_default();
        self.press(&format!("{rest}\r"));
    }

    /// The exit status, once the child has ended.
    fn status(&mut self) -> u32 {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the child can be waited for") {
                return status.exit_code();
            }
            assert!(started.elapsed() < LIMIT, "the prompt doesn't end");
            thread::sleep(Duration::from_millis(10));
        }
    }
}

/// A typed line: its prompt and what follows it. Nothing for a line of output.
fn typed(line: &str) -> Option<(&str, &str)> {
    [">>>", "..."].into_iter().find_map(|prompt| {
        let rest = line.strip_prefix(prompt)?;
        Some((prompt, rest.strip_prefix(' ').unwrap_or(rest)))
    })
}

#[test]
#[cfg_attr(windows, ignore = "types at a Unix terminal")]
fn the_first_founding_program_typed_at_a_terminal() {
    type_transcript(TRANSCRIPT);
}

#[test]
#[cfg_attr(windows, ignore = "types at a Unix terminal")]
fn the_second_founding_program_typed_at_a_terminal() {
    type_transcript(SECOND);
}

/// Types a transcript's lines, each when its prompt is there, and compares the screen with the transcript.
fn type_transcript(transcript: &str) {
    let Some(mut terminal) = Terminal::open() else {
        return;
    };
    for (number, line) in transcript.lines().enumerate() {
        if let Some((prompt, line)) = typed(line) {
            terminal.wait_for_prompt(prompt, number + 1);
            terminal.type_line(line);
        }
    }
    terminal.wait_for_prompt(">>>", transcript.lines().count() + 1);
    let lines = terminal.lines();
    let expected: Vec<&str> = transcript.lines().chain([">>>"]).collect();
    assert_eq!(lines, expected);
    terminal.press("\u{4}");
    assert_eq!(terminal.status(), 0);
}

#[test]
#[cfg_attr(windows, ignore = "types at a Unix terminal")]
fn lines_typed_ahead_are_run_one_after_another() {
    let Some(mut terminal) = Terminal::open() else {
        return;
    };
    terminal.wait_for_prompt(">>>", 1);
    terminal.press("a = 1\rb = a + 1\rc = a + b\rprint('sum', a + b + c)\rexit(c)\r");
    terminal.wait_until("the last line's output", |lines| lines.iter().any(|line| line == "sum 6"));
    assert_eq!(terminal.status(), 3);
}

#[test]
#[cfg_attr(windows, ignore = "types at a Unix terminal")]
fn control_c_gives_a_new_prompt() {
    let Some(mut terminal) = Terminal::open() else {
        return;
    };
    terminal.wait_for_prompt(">>>", 1);
    terminal.press("half a li");
    terminal.wait_until("the typed text", |lines| lines.last().is_some_and(|line| line.ends_with("half a li")));
    terminal.press("\u{3}");
    terminal.wait_until("a new prompt", |lines| {
        lines.iter().any(|line| line == "KeyboardInterrupt") && lines.last().is_some_and(|line| line == ">>>")
    });
    terminal.press("while True: pass\r\r");
    thread::sleep(Duration::from_millis(500));
    terminal.press("\u{3}");
    terminal.wait_until("a traceback and a new prompt", |lines| {
        lines.iter().filter(|line| *line == "KeyboardInterrupt").count() == 2
            && lines.last().is_some_and(|line| line == ">>>")
    });
    terminal.press("exit(42)\r");
    assert_eq!(terminal.status(), 42);
}

#[test]
#[cfg_attr(windows, ignore = "types at a Unix terminal")]
fn an_error_shows_its_line_and_the_prompt_goes_on() {
    let Some(mut terminal) = Terminal::open() else {
        return;
    };
    terminal.wait_for_prompt(">>>", 1);
    terminal.press("1 / 0\r");
    terminal.wait_until("a new prompt", |lines| lines.len() > 1 && lines.last().is_some_and(|line| line == ">>>"));
    let expected = [
        ">>> 1 / 0",
        "Traceback (most recent call last):",
        "  File \"<python-input-0>\", line 1, in <module>",
        "    1 / 0",
        "    ~~^~~",
        "ZeroDivisionError: division by zero",
        ">>>",
    ];
    assert_eq!(terminal.lines(), expected);
}

#[test]
fn the_first_founding_program_through_a_pipe() {
    pipe_transcript(TRANSCRIPT);
}

#[test]
fn the_second_founding_program_through_a_pipe() {
    pipe_transcript(SECOND);
}

/// Feeds a transcript's lines to `-i`, and compares what comes out with the others.
fn pipe_transcript(transcript: &str) {
    let program: String = transcript.lines().filter_map(typed).map(|(_, line)| format!("{line}\n")).collect();
    let mut command = child::selfsame();
    command.arg("-i");
    let outcome = child::run(&mut command, program.as_bytes(), LIMIT).expect("the command runs");
    let expected: String =
        transcript.lines().filter(|line| typed(line).is_none()).map(|line| format!("{line}\n")).collect();
    assert_eq!(String::from_utf8_lossy(&outcome.stdout), expected);
    assert_eq!(outcome.end.describe(), "exit status 0");
}

#[test]
fn a_program_on_standard_input_runs_without_prompts() {
    let program = "x = 6\nprint(x * 7)\nx\nundefined\nprint('never')\n";
    let mut command = child::selfsame();
    let outcome = child::run(&mut command, program.as_bytes(), LIMIT).expect("the command runs");
    assert_eq!(String::from_utf8_lossy(&outcome.stdout), "42\n");
    assert_eq!(
        String::from_utf8_lossy(&outcome.stderr),
        "Traceback (most recent call last):\n  File \"<stdin>\", line 4, in <module>\nNameError: name 'undefined' is not defined\n"
    );
    assert_eq!(outcome.end.describe(), "exit status 1");
}
