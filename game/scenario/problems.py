"""What is wrong with a scenario file, said for people: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one place of one file.

    `code` is stable and for programs (`yaml/duplicate-key`); `message` says what was expected, what
    was found and what to do. Line and column count from 1.
    """

    code: str
    message: str
    source: str
    line: int
    column: int
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return f"{self.source}:{self.line}:{self.column}: {self.code}: {self.message}"


class ScenarioErrors(ValueError):
    """Every problem of a scenario at once, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[ScenarioErrors], tuple[tuple[Problem, ...]]]:
        """Pickle the problems rather than their text, so that worker processes can raise it."""
        return ScenarioErrors, (self.problems,)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that `name` was most likely meant to be, or None if none is near."""
    found = get_close_matches(name[:80], list(known), n=1, cutoff=0.6)
    return found[0] if found else None
