"""Warnings that an author accepts on purpose: `# check: allow CODE` in the file.

The comment stands on the line that a warning names, or on lines of comments directly above it; it
may name several codes, and say why behind them. It accepts warnings only: an error stays an error.
A comment that silences nothing is itself a warning, so that none outlives its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from game.checking.places import Places
from game.i18n import _
from game.scenario.problems import Problem, nearest

STUDIED: Final = "study/"
"""How the codes begin that only games played can give."""

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*check:\s*allow\b[ \t]*(.*)$", re.MULTILINE)
_CODES = re.compile(r"([a-z]+/[a-z-]+)[,;]?(?:\s+|$)")


@dataclass(slots=True)
class Allowed:
    """One code that a comment allows: where the comment stands, and for which line it speaks."""

    code: str
    source: str
    line: int
    column: int
    about: int
    used: bool = field(default=False)

    def problem(self, code: str, message: str) -> Problem:
        """A warning about the comment itself."""
        return Problem(code, message, self.source, self.line, self.column, "warning")


def accepted(
    problems: Iterable[Problem], places: Places, *, complete: bool, studied: bool
) -> list[Problem]:
    """The problems without the warnings that comments accept, and with what is wrong with those.

    A comment is told to be idle only where its warning could have come: `complete` says whether the
    scenario was whole enough for every check, and `studied` whether games were played.
    """
    comments = [one for name in places.texts for one in _comments(places, name)]
    kept = [problem for problem in problems if not _taken(problem, comments)]
    for comment in comments:
        # A library speaks for every scenario that includes it; not every one needs its comments.
        whole = complete and comment.source == places.source
        wrong = _wrong(comment, whole, studied)
        if wrong is not None:
            kept.append(wrong)
    return kept


def _taken(problem: Problem, comments: Iterable[Allowed]) -> bool:
    if problem.severity == "error":
        return False
    taken = False
    for comment in comments:
        place = (comment.code, comment.source, comment.about)
        if place == (problem.code, problem.source, problem.line):
            comment.used = taken = True
    return taken


def _wrong(comment: Allowed, complete: bool, studied: bool) -> Problem | None:
    if comment.used:
        return None
    # Only who writes such a comment pays for the table of codes.
    from game.checking.codes import CODES

    known = CODES.get(comment.code)
    if known is None:
        near = nearest(comment.code, CODES)
        hint = " " + _("Did you mean '{name}'?").format(name=near) if near else ""
        says = _("There is no warning '{code}' to accept.").format(code=comment.code or "?")
        return comment.problem("allow/unknown", says + hint)
    if known.severity == "error":
        says = _("'{code}' is an error, and errors cannot be accepted.")
        return comment.problem("allow/unknown", says.format(code=comment.code))
    if not complete or (comment.code.startswith(STUDIED) and not studied):
        return None
    says = _("Nothing here gives the warning '{code}' any more: take this comment out.")
    return comment.problem("allow/idle", says.format(code=comment.code))


def _comments(places: Places, name: str) -> Iterator[Allowed]:
    text = places.texts[name]
    if "check:" not in text:
        return
    lines = text.splitlines()
    for found in _COMMENT.finditer(text):
        number = text.count("\n", 0, found.start())
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1)
        if places.own(name).covers(number, column):
            continue  # it stands inside a text, and is no comment
        about = number if lines[number][:column].strip() else _next(lines, number)
        for code in _codes(found[1]) or [""]:
            yield Allowed(code, name, number + 1, column + 1, about + 1)


def _codes(said: str) -> list[str]:
    """The codes at the head of what a comment says; behind them stands the reason."""
    codes, at = [], 0
    while found := _CODES.match(said, at):
        codes.append(found[1])
        at = found.end()
    return codes


def _next(lines: list[str], number: int) -> int:
    """The first line below that is neither empty nor a comment."""
    for at in range(number + 1, len(lines)):
        if lines[at].strip() and not lines[at].lstrip().startswith("#"):
            return at
    return number
