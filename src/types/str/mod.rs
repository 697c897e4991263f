//! `str`: the methods by group, one subject a file.

pub mod chars;
pub mod repr;
