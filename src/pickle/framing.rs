//! The output of a pickler: a buffer cut into frames (protocol 4 on).
//!
//! A frame closes at the start of the next object once it holds 64 KiB. Frames of fewer than four bytes lose
//! their header. Payloads of 64 KiB or more stand outside frames.

use super::opcodes::FRAME;

/// A frame closes at the next object once it holds this much; payloads this large go outside frames.
pub const FRAME_SIZE_TARGET: usize = 64 * 1024;
/// Smaller frames have no header.
const FRAME_SIZE_MIN: usize = 4;
const FRAME_HEADER_SIZE: usize = 9;

/// The bytes written so far, since the last flush to a file.
#[derive(Debug, Default)]
pub struct Output {
    /// The bytes; the header of the frame under way is a gap of nine bytes.
    pub bytes: Vec<u8>,
    frame_start: Option<usize>,
    /// Whether new bytes go into frames.
    pub framing: bool,
}

impl Output {
    /// Forgets everything written.
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.frame_start = None;
    }

    #[inline]
    fn begin(&mut self) {
        if self.framing && self.frame_start.is_none() {
            self.frame_start = Some(self.bytes.len());
            self.bytes.extend_from_slice(&[0; FRAME_HEADER_SIZE]);
        }
    }

    /// Appends one byte.
    #[inline]
    pub fn byte(&mut self, b: u8) {
        self.begin();
        self.bytes.push(b);
    }

    /// Appends bytes.
    #[inline]
    pub fn write(&mut self, bytes: &[u8]) {
        self.begin();
        self.bytes.extend_from_slice(bytes);
    }

    /// The frame under way is due to be closed at the start of the next object.
    #[inline]
    pub fn frame_is_full(&self) -> bool {
        self.frame_start.is_some_and(|start| self.bytes.len() - start - FRAME_HEADER_SIZE >= FRAME_SIZE_TARGET)
    }

    /// Closes the frame under way: its length goes into its header.
    pub fn commit_frame(&mut self) {
        let Some(start) = self.frame_start.take() else { return };
        let len = self.bytes.len() - start - FRAME_HEADER_SIZE;
        if len >= FRAME_SIZE_MIN {
            self.bytes[start] = FRAME;
            self.bytes[start + 1..start + FRAME_HEADER_SIZE].copy_from_slice(&(len as u64).to_le_bytes());
        } else {
            self.bytes.drain(start..start + FRAME_HEADER_SIZE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_frames_lose_their_header() {
        let mut out = Output { framing: true, ..Output::default() };
        out.write(b"N.");
        out.commit_frame();
        assert_eq!(out.bytes, b"N.");
        out.write(b"KaKb");
        out.commit_frame();
        assert_eq!(out.bytes, b"N.\x95\x04\0\0\0\0\0\0\0KaKb");
    }

    #[test]
    fn a_frame_is_full_at_its_target() {
        let mut out = Output { framing: true, ..Output::default() };
        out.write(&vec![0; FRAME_SIZE_TARGET - 1]);
        assert!(!out.frame_is_full());
        out.byte(0);
        assert!(out.frame_is_full());
    }
}
