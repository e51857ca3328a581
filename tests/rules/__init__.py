"""The laws of the rules."""
