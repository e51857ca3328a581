"""Keeping it: the record of a table, its store, and what is read from it."""
