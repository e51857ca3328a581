"""The errors that people see: a sentence instead of a traceback."""

from __future__ import annotations


class UserError(Exception):
    """Something a person can put right: what was expected, found, where, and what to do.

    The command line prints the message on standard error and ends with `exit_code`: 2 for bad
    input, 1 for a check that failed. What people can cause is raised as this or a subclass.
    """

    def __init__(self, message: str, exit_code: int = 2) -> None:
        super().__init__(message)
        self.message = message
        self.exit_code = exit_code
