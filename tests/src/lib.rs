//! Fixtures and independent oracles for the tests of the house.
