//! Printing and reading are inverse to each other, over generated texts.
