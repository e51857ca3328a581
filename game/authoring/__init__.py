"""The author's bench: a scaffold to begin from, a map of what was written, what each key means."""
