//! `bytes` and `bytearray`.

pub mod repr;
