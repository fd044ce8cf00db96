"""The exercises, one record each, by chapter."""
