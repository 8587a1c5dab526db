//! Small cases, each worked out by hand from the specification.
