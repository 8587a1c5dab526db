//! The record encoding against frozen bytes and against an independent implementation of RFC 8785.

mod differential;
mod vectors;
