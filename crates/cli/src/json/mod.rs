//! Results as structured data, with names that stay the same.
