//! From byte offsets to lines and columns.

/// A place in a source, as tracebacks and `SyntaxError` count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// Line number, from 1.
    pub line: u32,
    /// UTF-8 bytes before it on its line (CPython's `col_offset`).
    pub column: u32,
    /// Characters before it on its line.
    pub char_column: u32,
}

/// Turns byte offsets of one source into lines and columns, in O(log n), without the source at hand.
#[derive(Clone, Debug)]
pub struct LineIndex {
    /// Where each line starts; the first at 0.
    starts: Vec<u32>,
    /// For each character that is not ASCII: where it ends, and by how many bytes the text up to
    /// there is longer than its number of characters.
    wide: Vec<(u32, u32)>,
    len: u32,
}

impl LineIndex {
    /// Reads `source` once. Lines end at `\n` alone.
    pub fn new(source: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr_newlines(source.as_bytes()).map(|at| at as u32 + 1));
        let mut wide = Vec::new();
        if !source.is_ascii() {
            let mut extra = 0;
            for (at, c) in source.char_indices().filter(|(_, c)| !c.is_ascii()) {
                extra += c.len_utf8() as u32 - 1;
                wide.push(((at + c.len_utf8()) as u32, extra));
            }
        }
        LineIndex { starts, wide, len: source.len() as u32 }
    }

    /// The line of a byte offset, from 1. Offsets behind the end count as the end.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&start| start <= offset.min(self.len)) as u32
    }

    /// Line and columns of a byte offset. Offsets behind the end count as the end.
    pub fn location(&self, offset: u32) -> Location {
        let offset = offset.min(self.len);
        let line = self.line(offset);
        let start = self.line_start(line);
        let column = offset - start;
        let extra = self.extra(offset) - self.extra(start);
        Location { line, column, char_column: column - extra }
    }

    /// The offset at which a line (from 1) starts; the end of the source if there is no such line.
    pub fn line_start(&self, line: u32) -> u32 {
        let index = (line as usize).saturating_sub(1);
        self.starts.get(index).copied().unwrap_or(self.len)
    }

    /// The text of a line (from 1) of the `source` this was made from, without its newline.
    pub fn line_text<'s>(&self, source: &'s str, line: u32) -> &'s str {
        let (start, end) = (self.line_start(line), self.line_start(line + 1));
        let text = source.get(start as usize..end as usize).unwrap_or("");
        text.strip_suffix('\n').unwrap_or(text)
    }

    /// How many lines there are; at least 1.
    pub fn line_count(&self) -> u32 {
        self.starts.len() as u32
    }

    fn extra(&self, offset: u32) -> u32 {
        match self.wide.partition_point(|&(end, _)| end <= offset) {
            0 => 0,
            n => self.wide[n - 1].1,
        }
    }
}

fn memchr_newlines(bytes: &[u8]) -> impl Iterator<Item = usize> {
    bytes.iter().enumerate().filter(|&(_, &b)| b == b'\n').map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_bytes_and_characters() {
        let source = "a\nä = 'ö'\n\nz";
        let index = LineIndex::new(source);
        let at = |offset| {
            let Location { line, column, char_column } = index.location(offset);
            (line, column, char_column)
        };
        assert_eq!(at(0), (1, 0, 0));
        assert_eq!(at(1), (1, 1, 1));
        assert_eq!(at(2), (2, 0, 0));
        assert_eq!(at(4), (2, 2, 1));
        assert_eq!(at(source.find('ö').unwrap() as u32 + 2), (2, 8, 6));
        assert_eq!(at(source.len() as u32), (4, 1, 1));
        assert_eq!(at(999), (4, 1, 1));
        assert_eq!(index.line_text(source, 2), "ä = 'ö'");
        assert_eq!(index.line_count(), 4);
    }
}
