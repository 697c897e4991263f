//! One step of an explanation, as data and as lines of text.

use super::resolve::Resolution;
use std::fmt::{Display, Formatter, Result};

/// Texts about values are at most so long.
pub const TEXT_SHOWN: usize = 60;
/// What stands above the lines of steps.
pub const HEADING: &str = "offset opcode and argument              stack after it, the top last";
/// The column at which the stack begins.
const STACK_COLUMN: usize = 40;
/// Lines are at most so wide, unless an argument alone is wider.
const WIDTH: usize = 80;

/// What one opcode does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Where the opcode stands in the pickle.
    pub offset: usize,
    /// Its name, as `pickletools` has it. None where there is no opcode: an unknown byte, or the end.
    pub opcode: Option<&'static str>,
    /// What stands behind it in the pickle.
    pub argument: Option<String>,
    /// The stack after it, at most six items from the top; the top is last. Marks are `MARK`.
    pub stack: Vec<String>,
    /// How many items and marks are on the stack after it.
    pub depth: usize,
    /// How it uses the memo.
    pub memo: Option<MemoUse>,
    /// What the name it reaches for leads to.
    pub resolution: Option<Resolution>,
    /// What a load would do outside the pickle: call, set, ask; for STOP, what the result is.
    pub effect: Option<String>,
    /// What a load would fail with here, because of the pickle itself. It is the last step then.
    pub error: Option<String>,
}

/// How an opcode uses the memo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoUse {
    /// The index.
    pub index: u64,
    /// The top of the stack is stored there; else what is there is pushed.
    pub stored: bool,
    /// The value.
    pub value: String,
}

/// A text of at most `limit` characters: what is too long ends in an ellipsis.
pub fn shorten(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some(_) => text.chars().take(limit - 1).chain(['…']).collect(),
    }
}

impl Step {
    /// The stack in at most `width` characters: what is too long is left out at the bottom.
    fn stack_text(&self, width: usize) -> String {
        let mut shown = String::new();
        for (i, item) in self.stack.iter().rev().enumerate() {
            let hidden = if i + 1 < self.depth { "… " } else { "" };
            let separator = if i == 0 { "" } else { "  " };
            let longer = format!("{item}{separator}{shown}");
            if longer.chars().count() + hidden.chars().count() > width {
                return if i == 0 { shorten(item, width) } else { format!("… {shown}") };
            }
            shown = longer;
        }
        if self.stack.len() < self.depth { format!("… {shown}") } else { shown }
    }
}

/// A line with offset, opcode, argument and stack, and further lines, indented, for what there is to say.
impl Display for Step {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let mut line = format!("{:>6} {}", self.offset, self.opcode.unwrap_or("?"));
        if let Some(argument) = &self.argument {
            line = format!("{line} {argument}");
        } else if let (Some(MemoUse { index, .. }), Some("MEMOIZE")) = (&self.memo, self.opcode) {
            line = format!("{line} (as {index})");
        }
        if !self.stack.is_empty() {
            let used = line.chars().count();
            let gap = STACK_COLUMN.saturating_sub(used).max(2);
            let stack = self.stack_text(WIDTH.saturating_sub(used + gap).max(12));
            line = format!("{line}{:gap$}{stack}", "");
        }
        f.write_str(&line)?;
        if let Some(resolution) = &self.resolution {
            write!(f, "\n         {resolution}")?;
        }
        if let Some(effect) = &self.effect {
            write!(f, "\n         {effect}")?;
        }
        if let Some(error) = &self.error {
            write!(f, "\n         {error}")?;
        }
        Ok(())
    }
}
