"""Seats played by programs, from a sight and nothing else."""
