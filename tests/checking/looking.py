"""What a check finds in a text, as tests compare it."""

from __future__ import annotations

from game.checking.bench import Asked, examine
from game.scenario.problems import Problem


def problems(text: str, *, cases: bool = False, study: bool = False) -> list[Problem]:
    """Everything that is wrong with a text."""
    return examine(text, "mine.yaml", Asked(cases=cases, study=study))[0]


def found(text: str) -> list[tuple[str, int]]:
    """Code and line of each problem, without a study."""
    return [(problem.code, problem.line) for problem in problems(text)]


def message(text: str, code: str) -> str:
    """What the one problem of a code says."""
    [one] = [problem for problem in problems(text) if problem.code == code]
    return one.message


def line_of(text: str, fragment: str) -> int:
    """The number of the first line that holds a fragment."""
    return next(n for n, line in enumerate(text.splitlines(), 1) if fragment in line)
