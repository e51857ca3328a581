"""The scenario language: from a text to a checked, compiled scenario. Reads no file."""
